// `aktant test`: the `test` lines of rule files, and what they leave untested.
#include "cli/commands.h"
#include "cli/output.h"

static const char *style_of(const akt_app *app) {
  const char *given = akt_value(app, AKT_OPT_FORMAT);
  if (given)
    return given;
  return akt_has(app, AKT_OPT_TAP) ? "tap" : app->is_json ? "json" : "text";
}

static int run(akt_app *app, const aktant_rules *rules, akt_output *output) {
  const char *style = style_of(app);
  aktant_test_counts counts = {0};
  size_t idle = 0;
  aktant_status got = aktant_rules_test(rules, style, akt_write_output, output, &counts);
  if (got == AKTANT_OK && akt_has(app, AKT_OPT_UNUSED))
    got = aktant_rules_untested(rules, style, akt_write_output, output, &idle);
  if (got == AKTANT_NOT_FOUND) {
    akt_error(app, "`test` writes text, json or tap, not `%s`", style);
    return AKT_EXIT_USAGE;
  }
  int status = akt_exit_of(app, got, AKT_EXIT_INTERNAL);
  return status == AKT_EXIT_DONE && counts.failed ? AKT_EXIT_FINDINGS : status;
}

int akt_cmd_test(akt_app *app) {
  const akt_arg_list *operands = &app->args.operands;
  aktant_rules *rules;
  akt_output *output;
  int status = akt_rules_exist(app);
  if (status == AKT_EXIT_DONE)
    status = akt_app_rules(app, AKT_RULES_TO_JUDGE, operands->items, operands->count, &rules);
  if (status == AKT_EXIT_DONE)
    status = akt_text_open(app, &output);
  if (status != AKT_EXIT_DONE)
    return status;
  return akt_text_close(app, output, run(app, rules, output));
}
