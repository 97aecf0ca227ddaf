// Mermaid flowchart, for README files and wikis. Its readers refuse more than 500
// edges or 50,000 characters, and a diagram cannot change that, so we say it first.
#include "export/escape.h"
#include "export/formats.h"
#include "export/look.h"

enum { MOST_EDGES = 400, MOST_BYTES = 50000 };

// Words like "end" break a diagram; ours have an underscore, foreign ids may not.
static bool is_safe_id(const char *id) {
  return akt_is_lower(*id) && strchr(id, '_') &&
         id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

static void put_id(akt_sink *sink, const akt_graph *graph, uint32_t index) {
  const char *id = graph->nodes.items[index].id;
  if (is_safe_id(id))
    akt_sink_puts(sink, id);
  else
    akt_sink_printf(sink, "node_%u", index);
}

static void put_kind_class(akt_sink *sink, const char *kind) {
  akt_sink_puts(sink, "kind_");
  for (const char *p = kind; *p; p++)
    akt_sink_write(sink, akt_is_alpha(*p) || akt_is_digit(*p) ? p : "_", 1);
}

static void put_node(akt_sink *sink, const akt_graph *graph, uint32_t index) {
  static const char *const shapes[][3] = {{"hexagon", "{{", "}}"}, {"octagon", "[/", "\\]"},
                                          {"note", "[[", "]]"},    {"ellipse", "([", "])"},
                                          {"diamond", "{", "}"},   {"square", "[", "]"}};
  const akt_node *node = &graph->nodes.items[index];
  const char *shape = akt_look_kind(graph, node->kind).shape;
  const char *before = "(";
  const char *after = ")";
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
    if (strcmp(shapes[i][0], shape) == 0) {
      before = shapes[i][1];
      after = shapes[i][2];
    }
  akt_sink_puts(sink, "  ");
  put_id(sink, graph, index);
  akt_sink_puts(sink, before);
  akt_sink_puts(sink, "\"");
  akt_put_mermaid(sink, node->label);
  akt_sink_puts(sink, "\"");
  akt_sink_puts(sink, after);
  akt_sink_puts(sink, ":::");
  put_kind_class(sink, node->kind);
  akt_sink_puts(sink, "\n");
}

static void put_edge(akt_sink *sink, const akt_export *request, const akt_edge *edge) {
  bool is_solid = strcmp(akt_look_line(edge), "solid") == 0;
  const char *arrow = is_solid ? "-->" : "-.->";
  if (edge->is_mutual)
    arrow = is_solid ? "---" : "-.-";
  akt_sink_puts(sink, "  ");
  put_id(sink, request->graph, edge->key.source);
  akt_sink_printf(sink, " %s|\"", arrow);
  akt_put_mermaid(sink, akt_look_label(request->arena, edge));
  akt_sink_puts(sink, "\"| ");
  put_id(sink, request->graph, edge->key.target);
  akt_sink_puts(sink, "\n");
}

static void put_classes(akt_sink *sink, const akt_export *request) {
  const akt_graph *graph = request->graph;
  akt_map seen;
  akt_map_init(&seen, request->arena);
  uint32_t count = 0;
  for (uint32_t i = 0; i < graph->nodes.count; i++) {
    const char *kind = graph->nodes.items[i].kind;
    if (akt_map_add(&seen, akt_span_of(kind), count) != count)
      continue;
    count++;
    akt_look look = akt_look_kind(graph, kind);
    akt_sink_puts(sink, "  classDef ");
    put_kind_class(sink, kind);
    akt_sink_printf(sink, " fill:#%s,stroke:#%s,color:#%s\n", look.fill, look.line, look.text);
  }
  for (uint32_t i = 0; i < graph->edges.count; i++)
    akt_sink_printf(sink, "  linkStyle %u stroke:#%s\n", i,
                    akt_look_tone(graph->edges.items[i].tone));
}

akt_export_result akt_export_mermaid(akt_export *request) {
  const akt_graph *graph = request->graph;
  akt_buf out;
  akt_buf_init(&out, request->arena);
  akt_sink sink = akt_sink_to_buf(&out);
  bool is_small = graph->edges.count <= MOST_EDGES;
  if (is_small || request->is_forced) {
    akt_sink_puts(&sink, "flowchart LR\n");
    for (uint32_t i = 0; i < graph->nodes.count; i++)
      put_node(&sink, graph, i);
    for (uint32_t i = 0; i < graph->edges.count; i++)
      put_edge(&sink, request, &graph->edges.items[i]);
    put_classes(&sink, request);
  }
  if ((!is_small || out.len > MOST_BYTES) && !request->is_forced) {
    request->why = akt_arena_printf(
        request->arena,
        "%u edges are too many for a Mermaid diagram (at most %d, and %d bytes): take a part "
        "of the graph with `aktant view`, or write svg",
        graph->edges.count, MOST_EDGES, MOST_BYTES);
    return AKT_EXPORT_TOO_BIG;
  }
  akt_sink_write(request->sink, out.ptr, out.len);
  return AKT_EXPORTED;
}
