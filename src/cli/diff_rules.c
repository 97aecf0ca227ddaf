// `aktant diff --rules OLD NEW CORPUS`: what a change of rules changes.
#include "cli/diff_rules.h"

#include "base/io.h"
#include "cli/graphs.h"
#include "cli/inputs.h"

// One side: the rules of one path, with or without the shipped ones, over all inputs.
static int build_side(akt_app *app, const char *path, const char *const *inputs, uint32_t count,
                      aktant_graph **out) {
  akt_inputs *documents;
  aktant_rules *rules;
  if (!akt_io_exists(path)) {
    akt_error(app, "%s: no such rules", path);
    return AKT_EXIT_RULES;
  }
  int status = akt_inputs_open(app, inputs, count, &documents);
  if (status == AKT_EXIT_DONE)
    status = akt_app_rules(app, AKT_RULES_TO_READ, &path, 1, &rules);
  if (status != AKT_EXIT_DONE)
    return status;
  aktant_build_options options = {0};
  if (!akt_jobs(app, &options.threads))
    return AKT_EXIT_USAGE;
  aktant_messages *messages = akt_app_messages(app);
  aktant_status got = aktant_build(rules, &options, akt_inputs_next, akt_inputs_release,
                                   documents, messages, out);
  akt_graph_keep(app, *out);
  akt_progress_clear(app);
  akt_show(app, messages);
  status = akt_exit_of(app, got, AKT_EXIT_INTERNAL);
  return status == AKT_EXIT_DONE ? akt_inputs_status(documents) : status;
}

int akt_diff_rules(akt_app *app, aktant_graph **before, aktant_graph **after) {
  const char *const *operands = app->args.operands.items;
  uint32_t count = app->args.operands.count - 2;
  int first = build_side(app, operands[0], operands + 2, count, before);
  if (first != AKT_EXIT_DONE && first != AKT_EXIT_FINDINGS)
    return first;
  int second = build_side(app, operands[1], operands + 2, count, after);
  return second == AKT_EXIT_FINDINGS ? AKT_EXIT_DONE : second; // records left out on both sides
}
