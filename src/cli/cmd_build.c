// `aktant build`: rules and articles in, graph out; the main job.
#include "cli/commands.h"
#include "cli/graphs.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/place.h"

#include <unistd.h>

static void free_rules(void *object) {
  aktant_rules_free(object);
}

int akt_app_rules_quietly(akt_app *app, akt_rules_use use, const char *const *extra,
                          size_t extra_count, aktant_messages *messages, aktant_rules **out) {
  akt_arg_list paths = {0};
  const akt_arg_list *given = &app->args.options[AKT_OPT_RULES];
  for (uint32_t i = 0; i < given->count; i++)
    akt_vec_push(app->arena, &paths, given->items[i]);
  for (size_t i = 0; i < extra_count; i++)
    akt_vec_push(app->arena, &paths, extra[i]);
  // `check` tells all before it makes errors of warnings.
  bool is_check = app->command == &akt_commands[AKT_CMD_CHECK];
  aktant_rules_options options = {
      .paths = paths.items,
      .path_count = paths.count,
      .shipped_dir = akt_place_of_rules(app),
      .without_defaults = akt_has(app, AKT_OPT_NO_DEFAULT_RULES),
      .is_strict = akt_has(app, AKT_OPT_STRICT) && !is_check,
      .is_check = is_check,
      .is_trusting = use == AKT_RULES_TO_READ,
  };
  *out = NULL;
  if (!options.shipped_dir && !options.without_defaults) {
    akt_error(app, "the shipped rules were not found");
    akt_help(app, "set AKTANT_RULES to their place, or use --no-default-rules");
    return AKT_EXIT_RULES;
  }
  aktant_status status = aktant_rules_load(&options, messages, out);
  if (*out)
    akt_arena_on_free(app->arena, free_rules, *out);
  return akt_exit_of(app, status, AKT_EXIT_RULES);
}

int akt_app_rules(akt_app *app, akt_rules_use use, const char *const *extra, size_t extra_count,
                  aktant_rules **out) {
  aktant_messages *messages = akt_app_messages(app);
  int status = akt_app_rules_quietly(app, use, extra, extra_count, messages, out);
  akt_show(app, messages);
  return status;
}

unsigned akt_app_threads(void) {
  enum { MOST = 64 };
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : count > MOST ? MOST : (unsigned)count;
}

static int build(akt_app *app, const aktant_rules *rules, akt_inputs *inputs,
                 aktant_graph **graph) {
  aktant_build_options options = {
      .has_text = akt_has(app, AKT_OPT_EMBED_TEXT),
      .without_metonyms = akt_has(app, AKT_OPT_WITHOUT_STANDS_FOR),
  };
  if (!akt_jobs(app, &options.threads))
    return AKT_EXIT_USAGE;
  aktant_messages *messages = akt_app_messages(app);
  aktant_status status = aktant_build(rules, &options, akt_inputs_next, akt_inputs_release,
                                      inputs, messages, graph);
  akt_graph_keep(app, *graph);
  akt_progress_clear(app);
  akt_show(app, messages);
  int exit = akt_exit_of(app, status, AKT_EXIT_INTERNAL);
  int asked = akt_inputs_status(inputs);
  if (exit == AKT_EXIT_DONE && aktant_messages_warnings(messages))
    asked = asked == AKT_EXIT_DONE ? AKT_EXIT_FINDINGS : asked; // a rule was switched off
  return exit == AKT_EXIT_DONE ? asked : exit;
}

int akt_cmd_build(akt_app *app) {
  if (!akt_operands(app, 1, UINT32_MAX))
    return AKT_EXIT_USAGE;
  akt_targets targets = {0};
  akt_inputs *inputs;
  aktant_rules *rules;
  aktant_graph *graph = NULL;
  int status = akt_targets_open(app, &targets);
  if (status == AKT_EXIT_DONE)
    status = akt_inputs_open(app, app->args.operands.items, app->args.operands.count, &inputs);
  if (status == AKT_EXIT_DONE)
    status = akt_app_rules(app, AKT_RULES_TO_READ, NULL, 0, &rules);
  if (status == AKT_EXIT_DONE)
    status = build(app, rules, inputs, &graph);
  if (status != AKT_EXIT_DONE && status != AKT_EXIT_FINDINGS)
    return status;
  int written = akt_graph_deliver(app, graph, &targets);
  return written == AKT_EXIT_DONE ? status : written;
}
