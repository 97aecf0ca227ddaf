// The commands that work on finished graphs: convert, view, merge, diff; and the
// list of formats.
#include "cli/commands.h"
#include "cli/diff_rules.h"
#include "cli/graphs.h"

static int convert(akt_app *app) {
  if (!akt_operands(app, 1, 1))
    return AKT_EXIT_USAGE;
  akt_targets targets = {0};
  aktant_graph *graph = NULL;
  int status = akt_targets_open(app, &targets);
  if (status == AKT_EXIT_DONE)
    status = akt_graph_load(app, app->args.operands.items[0], &graph);
  return status == AKT_EXIT_DONE ? akt_graph_deliver(app, graph, &targets) : status;
}

int akt_cmd_convert(akt_app *app) {
  return convert(app);
}

int akt_cmd_view(akt_app *app) {
  return convert(app); // the view options make the difference
}

static int merge(akt_app *app, const aktant_graph *const *graphs, size_t count,
                 aktant_graph **out) {
  aktant_rules *same_as = NULL;
  int status = AKT_EXIT_DONE;
  const akt_arg_list *files = &app->args.options[AKT_OPT_SAME_AS];
  if (akt_has(app, AKT_OPT_RULES) || files->count)
    status = akt_app_rules(app, AKT_RULES_TO_READ, files->items, files->count, &same_as);
  if (status != AKT_EXIT_DONE)
    return status;
  aktant_messages *messages = akt_app_messages(app);
  aktant_status got = aktant_graph_merge(graphs, count, same_as, messages, out);
  akt_graph_keep(app, *out);
  akt_show(app, messages);
  return akt_exit_of(app, got, AKT_EXIT_INPUT);
}

int akt_cmd_merge(akt_app *app) {
  if (!akt_operands(app, 1, UINT32_MAX))
    return AKT_EXIT_USAGE;
  akt_targets targets = {0};
  int status = akt_targets_open(app, &targets);
  uint32_t count = app->args.operands.count;
  const aktant_graph **graphs = akt_arena_alloc(app->arena, count * sizeof *graphs);
  for (uint32_t i = 0; i < count && status == AKT_EXIT_DONE; i++) {
    aktant_graph *graph = NULL;
    status = akt_graph_load(app, app->args.operands.items[i], &graph);
    graphs[i] = graph;
  }
  aktant_graph *joined = NULL;
  if (status == AKT_EXIT_DONE)
    status = merge(app, graphs, count, &joined);
  return status == AKT_EXIT_DONE ? akt_graph_deliver(app, joined, &targets) : status;
}

static int load_both(akt_app *app, aktant_graph **before, aktant_graph **after) {
  if (akt_has(app, AKT_OPT_RULE_SETS))
    return akt_diff_rules(app, before, after);
  int status = akt_graph_load(app, app->args.operands.items[0], before);
  return status == AKT_EXIT_DONE ? akt_graph_load(app, app->args.operands.items[1], after)
                                 : status;
}

// `diff OLD NEW -o changes.svg`: both graphs on one layout.
static int draw_diff(akt_app *app) {
  akt_targets targets = {0};
  aktant_graph *before = NULL, *after = NULL;
  int status = akt_targets_open(app, &targets);
  if (status == AKT_EXIT_DONE)
    status = load_both(app, &before, &after);
  return status == AKT_EXIT_DONE ? akt_targets_write_changes(app, before, after, &targets)
                                 : status;
}

int akt_cmd_diff(akt_app *app) {
  bool is_of_rules = akt_has(app, AKT_OPT_RULE_SETS);
  if (!akt_operands(app, is_of_rules ? 3 : 2, is_of_rules ? UINT32_MAX : 2))
    return AKT_EXIT_USAGE;
  if (akt_targets_are_pictures(app))
    return draw_diff(app);
  aktant_graph *before = NULL, *after = NULL;
  akt_output *output;
  const char *style = akt_value(app, AKT_OPT_FORMAT);
  style = style ? style : app->is_json ? "json" : "text";
  size_t changes = 0;
  int status = load_both(app, &before, &after);
  if (status == AKT_EXIT_DONE)
    status = akt_text_open(app, &output);
  if (status != AKT_EXIT_DONE)
    return status;
  aktant_status got =
      aktant_graph_diff(before, after, style, akt_write_output, output, &changes);
  if (got == AKTANT_NOT_FOUND) {
    akt_error(app, "`diff` writes text or json, not `%s`", style);
    return akt_text_close(app, output, AKT_EXIT_USAGE);
  }
  status = akt_exit_of(app, got, AKT_EXIT_INTERNAL);
  if (status == AKT_EXIT_DONE && changes && akt_has(app, AKT_OPT_EXIT_CODE))
    status = AKT_EXIT_FINDINGS;
  return akt_text_close(app, output, status);
}

int akt_cmd_formats(akt_app *app) {
  if (!akt_operands(app, 0, 0))
    return AKT_EXIT_USAGE;
  size_t count;
  const aktant_format *formats = aktant_formats(&count);
  akt_buf out;
  akt_buf_init(&out, app->arena);
  akt_buf_puts(&out, "format        reads writes  extensions      \n");
  for (size_t i = 0; i < count; i++)
    akt_buf_printf(&out, "%-13s %-5s %-7s %-15s %s\n", formats[i].name,
                   formats[i].can_read ? "yes" : "-", formats[i].can_write ? "yes" : "-",
                   formats[i].extensions, formats[i].summary);
  return akt_print(app, &out);
}
