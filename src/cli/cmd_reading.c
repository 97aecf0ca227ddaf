// The commands that look into the reading of one text: dump, why, why-not.
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/output.h"

static bool is_stage(akt_app *app, const char *name) {
  size_t count;
  const char *const *stages = aktant_dump_stages(&count);
  akt_buf known;
  akt_buf_init(&known, app->arena);
  for (size_t i = 0; i < count; i++) {
    if (strcmp(stages[i], name) == 0)
      return true;
    akt_buf_printf(&known, "%s%s", i ? ", " : "", stages[i]);
  }
  akt_error(app, "there is no stage `%s`", name);
  akt_help(app, "the stages are %s", akt_buf_text(&known));
  return false;
}

// Everything that both commands need before they ask the library.
static int prepare(akt_app *app, const char *path, aktant_rules **rules,
                   aktant_document *document, akt_output **output) {
  akt_inputs *inputs;
  int status = akt_inputs_one(app, path, &inputs, document);
  if (status == AKT_EXIT_DONE)
    status = akt_app_rules(app, AKT_RULES_TO_READ, NULL, 0, rules);
  if (status == AKT_EXIT_DONE)
    status = akt_text_open(app, output);
  return status;
}

// A rule that was switched off is a finding, as in `build`.
static int told(akt_app *app, const aktant_messages *messages, int status) {
  akt_show(app, messages);
  bool is_less = aktant_messages_warnings(messages) > 0;
  return status == AKT_EXIT_DONE && is_less ? AKT_EXIT_FINDINGS : status;
}

int akt_cmd_dump(akt_app *app) {
  if (!akt_operands(app, 2, 2) || !is_stage(app, app->args.operands.items[0]))
    return AKT_EXIT_USAGE;
  aktant_rules *rules;
  aktant_document document;
  akt_output *output;
  int status = prepare(app, app->args.operands.items[1], &rules, &document, &output);
  if (status != AKT_EXIT_DONE)
    return status;
  aktant_messages *messages = akt_app_messages(app);
  aktant_status got = aktant_dump(rules, &document, app->args.operands.items[0], messages,
                                  akt_write_output, output);
  return akt_text_close(app, output,
                        told(app, messages, akt_exit_of(app, got, AKT_EXIT_INTERNAL)));
}

static int why(akt_app *app, bool is_why_not) {
  if (!akt_operands(app, 3, 3))
    return AKT_EXIT_USAGE;
  const char *const *operands = app->args.operands.items;
  aktant_rules *rules;
  aktant_document document;
  akt_output *output;
  int status = prepare(app, operands[0], &rules, &document, &output);
  if (status != AKT_EXIT_DONE)
    return status;
  const char *style = akt_value(app, AKT_OPT_FORMAT);
  aktant_messages *messages = akt_app_messages(app);
  aktant_status got = aktant_why(rules, &document, operands[1], operands[2], is_why_not,
                                 style          ? style
                                 : app->is_json ? "json"
                                                : "text",
                                 messages, akt_write_output, output);
  // The text says which entity is not there; that is a finding.
  status =
      akt_exit_of(app, got, got == AKTANT_NOT_FOUND ? AKT_EXIT_FINDINGS : AKT_EXIT_INTERNAL);
  return akt_text_close(app, output, told(app, messages, status));
}

int akt_cmd_why(akt_app *app) {
  return why(app, false);
}

int akt_cmd_why_not(akt_app *app) {
  return why(app, true);
}
