// Graphs: making, counting, naming, writing.
#include "api/api.h"
#include "draw/draw.h"
#include "draw/like.h"
#include "draw/story.h"
#include "export/export.h"

#include <stdlib.h>

static void init_graph(void *arg) {
  aktant_graph *graph = arg;
  akt_graph_init(&graph->graph, &graph->arena);
}

aktant_graph *akt_api_graph_new(void) {
  aktant_graph *graph = calloc(1, sizeof *graph);
  if (!graph)
    return NULL;
  akt_guard_init(&graph->guard, 0);
  akt_arena_init(&graph->arena, &graph->guard);
  if (akt_api_run(&graph->guard, NULL, init_graph, graph))
    return graph;
  aktant_graph_free(graph);
  return NULL;
}

void aktant_graph_free(aktant_graph *graph) {
  if (!graph)
    return;
  akt_arena_free(&graph->arena);
  free(graph);
}

aktant_graph_counts aktant_graph_count(const aktant_graph *graph) {
  const akt_graph *g = &graph->graph;
  aktant_graph_counts counts = {g->documents.count, g->nodes.count, g->edges.count, 0};
  for (uint32_t i = 0; i < g->edges.count; i++)
    counts.evidence += g->edges.items[i].evidence.count;
  return counts;
}

typedef struct naming {
  aktant_graph *graph;
  const char *title;
} naming;

static void set_title(void *arg) {
  naming *n = arg;
  n->graph->graph.title = akt_arena_string(&n->graph->arena, n->title);
}

void aktant_graph_set_title(aktant_graph *graph, const char *title) {
  naming n = {graph, title};
  // Without memory for it the old title stays: no reason to lose the graph.
  (void)akt_api_run(&graph->guard, NULL, set_title, &n);
}

// ---- writing

typedef struct writing {
  const aktant_graph *graph;
  const char *format;
  const aktant_write_options *options;
  aktant_messages *messages;
  akt_sink sink;
  akt_guard guard;
  akt_arena arena;
  aktant_status status;
} writing;

static void complain(writing *w, akt_code code, const char *why) {
  akt_diags_add(&w->messages->diags, code, AKT_NOWHERE, "%s", why);
}

static akt_draw_options draw_options(const writing *w) {
  const aktant_graph *before = w->options->before;
  return (akt_draw_options){.theme = w->options->theme,
                            .direction = w->options->direction,
                            .engine = w->options->engine,
                            .is_forced = w->options->is_forced,
                            .before = before ? &before->graph : NULL,
                            .like = w->options->like};
}

static void write_story(writing *w) {
  akt_draw_options options = draw_options(w);
  akt_span svg = {w->options->svg, w->options->svg ? w->options->svg_len : 0};
  const char *why = "";
  if (akt_story_write(&w->graph->graph, &options, svg, &w->arena, &w->sink, &why))
    return;
  complain(w, AKT_CODE_NOT_WRITABLE, why);
  w->status = AKTANT_HAS_ERRORS;
}

static void draw(writing *w) {
  akt_draw_options options = draw_options(w);
  const char *why = "";
  switch (akt_draw_write(&w->graph->graph, &options, &w->arena, &w->sink, &why)) {
  case AKT_DRAWN:
    return;
  case AKT_DRAW_TOO_BIG:
    complain(w, AKT_CODE_PICTURE_TOO_BIG, why);
    w->status = AKTANT_LIMIT;
    return;
  case AKT_DRAW_BAD_WORD:
    complain(w, AKT_CODE_BAD_DRAW_WORD, why);
    w->status = AKTANT_NOT_FOUND;
    return;
  case AKT_DRAW_FAILED:
    break;
  }
  if (!w->sink.is_failed)
    complain(w, AKT_CODE_NOT_WRITABLE, why);
  w->status = w->sink.is_failed ? AKTANT_IO : AKTANT_HAS_ERRORS;
}

static void export_graph(writing *w, const akt_exporter *exporter, const char *part) {
  akt_export request = {.part = part,
                        .graph = &w->graph->graph,
                        .arena = &w->arena,
                        .sink = &w->sink,
                        .generator = "aktant " AKT_VERSION,
                        .theme = w->options->theme,
                        .direction = w->options->direction,
                        .engine = w->options->engine,
                        .is_forced = w->options->is_forced};
  akt_like like;
  if (w->options->svg) {
    like = akt_like_read(&w->arena, (akt_span){w->options->svg, w->options->svg_len});
    request.positions = &like.positions;
  }
  switch (exporter->write(&request)) {
  case AKT_EXPORTED:
    return;
  case AKT_EXPORT_TOO_BIG:
    complain(w, AKT_CODE_GRAPH_TOO_BIG_FOR_FORMAT, request.why ? request.why : "");
    w->status = AKTANT_LIMIT;
    return;
  case AKT_EXPORT_FAILED:
    break;
  }
  complain(w, AKT_CODE_NOT_WRITABLE, request.why ? request.why : "");
  w->status = AKTANT_HAS_ERRORS;
}

// No part is always right: it stands for the first one.
static bool has_part(const akt_exporter *exporter, const char *part) {
  bool is_there = !part;
  for (size_t i = 0; exporter->parts && exporter->parts[i]; i++)
    is_there = is_there || strcmp(exporter->parts[i], part) == 0;
  return is_there;
}

static void write_graph(void *arg) {
  writing *w = arg;
  const char *colon = strchr(w->format, ':');
  size_t len = colon ? (size_t)(colon - w->format) : strlen(w->format);
  const akt_exporter *exporter = akt_exporter_find(akt_arena_copy(&w->arena, w->format, len));
  const char *part = colon ? colon + 1 : NULL;
  if (exporter && has_part(exporter, part))
    export_graph(w, exporter, part);
  else if (strcmp(w->format, "dot-styled") == 0)
    draw(w);
  else if (strcmp(w->format, "html") == 0)
    write_story(w);
  else
    w->status = AKTANT_NOT_FOUND;
  if (w->status == AKTANT_OK && w->sink.is_failed)
    w->status = AKTANT_IO;
}

aktant_status aktant_graph_write(const aktant_graph *graph, const char *format,
                                 const aktant_write_options *options, aktant_messages *messages,
                                 aktant_write write, void *user) {
  static const aktant_write_options defaults = {0};
  writing w = {.graph = graph,
               .format = format,
               .options = options ? options : &defaults,
               .messages = messages,
               .sink = {write, user, false}};
  akt_guard_init(&w.guard, 0);
  akt_arena_init(&w.arena, &w.guard);
  if (!akt_api_run(&messages->guard, &w.guard, write_graph, &w))
    w.status = AKTANT_NO_MEMORY;
  akt_arena_free(&w.arena);
  return w.status;
}
