// `aktant gaps`: pairs of entities that share a sentence and that no rule joined.
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/output.h"

static int tell(akt_app *app, const aktant_rules *rules, akt_inputs *inputs,
                akt_output *output) {
  enum { SHOWN = 50 };
  const char *given = akt_value(app, AKT_OPT_FORMAT);
  const char *style = given ? given : app->is_json ? "json" : "text";
  unsigned limit, threads;
  size_t count;
  if (!akt_number(app, AKT_OPT_LIMIT, 0, 1000000, app->is_json ? 0 : SHOWN, &limit) ||
      !akt_jobs(app, &threads))
    return AKT_EXIT_USAGE;
  aktant_gaps_options options = {.threads = threads, .style = style, .limit = limit};
  aktant_messages *messages = akt_app_messages(app);
  aktant_status got = aktant_gaps(rules, &options, akt_inputs_next, akt_inputs_release, inputs,
                                  messages, akt_write_output, output, &count);
  akt_progress_clear(app);
  akt_show(app, messages);
  if (got == AKTANT_NOT_FOUND) {
    akt_error(app, "`gaps` writes text or json, not `%s`", style);
    return AKT_EXIT_USAGE;
  }
  int status = akt_exit_of(app, got, AKT_EXIT_INTERNAL);
  if (status == AKT_EXIT_DONE)
    status = akt_inputs_status(inputs);
  bool is_less = aktant_messages_warnings(messages) > 0; // than the rules ask for
  return status == AKT_EXIT_DONE && is_less ? AKT_EXIT_FINDINGS : status;
}

int akt_cmd_gaps(akt_app *app) {
  if (!akt_operands(app, 1, UINT32_MAX))
    return AKT_EXIT_USAGE;
  akt_inputs *inputs;
  aktant_rules *rules;
  akt_output *output;
  int status =
      akt_inputs_open(app, app->args.operands.items, app->args.operands.count, &inputs);
  if (status == AKT_EXIT_DONE)
    status = akt_app_rules(app, AKT_RULES_TO_READ, NULL, 0, &rules);
  if (status == AKT_EXIT_DONE)
    status = akt_text_open(app, &output);
  if (status != AKT_EXIT_DONE)
    return status;
  return akt_text_close(app, output, tell(app, rules, inputs, output));
}
