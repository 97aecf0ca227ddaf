#include "cli/graphs.h"

#include <errno.h>

enum { LARGEST_GRAPH = 1 << 30 };

static void free_graph(void *object) {
  aktant_graph_free(object);
}

void akt_graph_keep(akt_app *app, aktant_graph *graph) {
  if (graph)
    akt_arena_on_free(app->arena, free_graph, graph);
}

int akt_graph_load(akt_app *app, const char *path, aktant_graph **out) {
  *out = NULL;
  const char *name = akt_value(app, AKT_OPT_FROM);
  const aktant_format *format = name ? akt_format_named(app, name) : NULL;
  if (name && !format)
    return AKT_EXIT_USAGE;
  akt_span bytes;
  int error = akt_io_read(app->arena, path, LARGEST_GRAPH, &bytes);
  if (error == EFBIG) {
    akt_error_of(app, "E0603", path, 0, "larger than a graph may be (%d MB)",
                 LARGEST_GRAPH >> 20);
    return AKT_EXIT_LIMIT;
  }
  if (error) {
    akt_error(app, "%s: %s", path, strerror(error));
    return AKT_EXIT_INPUT;
  }
  aktant_messages *messages = akt_app_messages(app);
  aktant_status status = aktant_graph_read(path, bytes.ptr, bytes.len, name, messages, out);
  akt_graph_keep(app, *out);
  akt_show(app, messages);
  return akt_exit_of(app, status, AKT_EXIT_INPUT);
}

// Whether any view option was given; false and `*status` when one is wrong.
static bool read_view(akt_app *app, aktant_view_options *view, bool *is_wanted) {
  *view = (aktant_view_options){.focus = akt_value(app, AKT_OPT_FOCUS),
                                .kinds = akt_value(app, AKT_OPT_KINDS),
                                .tones = akt_value(app, AKT_OPT_TONES),
                                .since = akt_value(app, AKT_OPT_SINCE),
                                .until = akt_value(app, AKT_OPT_UNTIL),
                                .is_rolled_up = akt_has(app, AKT_OPT_ROLLUP)};
  if (!akt_number(app, AKT_OPT_HOPS, 1, 1000, 0, &view->hops) ||
      !akt_number(app, AKT_OPT_MIN_COUNT, 1, UINT32_MAX, 0, &view->min_count))
    return false;
  if (view->hops && !view->focus) {
    akt_error(app, "`--hops` needs `--focus`");
    return false;
  }
  *is_wanted = view->focus || view->kinds || view->tones || view->since || view->until ||
               view->is_rolled_up || view->min_count;
  return true;
}

static int apply_view(akt_app *app, aktant_graph **graph) {
  aktant_view_options view;
  bool is_wanted = false;
  if (!read_view(app, &view, &is_wanted))
    return AKT_EXIT_USAGE;
  if (!is_wanted)
    return AKT_EXIT_DONE;
  aktant_messages *messages = akt_app_messages(app);
  aktant_graph *part = NULL;
  aktant_status status = aktant_graph_view(*graph, &view, messages, &part);
  akt_graph_keep(app, part);
  akt_show(app, messages);
  if (status == AKTANT_NOT_FOUND && !aktant_messages_errors(messages))
    akt_error(app, "no entity `%s` in the graph", view.focus ? view.focus : "");
  if (status == AKTANT_OK)
    *graph = part;
  return akt_exit_of(app, status, AKT_EXIT_USAGE);
}

int akt_graph_deliver(akt_app *app, aktant_graph *graph, const akt_targets *targets) {
  int status = apply_view(app, &graph);
  if (status != AKT_EXIT_DONE)
    return status;
  if (akt_has(app, AKT_OPT_TITLE))
    aktant_graph_set_title(graph, akt_value(app, AKT_OPT_TITLE));
  status = akt_targets_write(app, graph, targets);
  if (status == AKT_EXIT_DONE && akt_has(app, AKT_OPT_REQUIRE) &&
      aktant_graph_count(graph).edges == 0) {
    akt_error(app, "nothing found");
    return AKT_EXIT_FINDINGS;
  }
  return status;
}
