// Cytoscape.js: cytoscape(JSON) loads nodes, edges and a style. Ids of nodes and
// edges share one name space there: ours cannot meet ("country_x", "e_<hash>").
// Its style sheet lives apart from the elements, so kinds and tones are classes.
#include "export/formats.h"
#include "export/look.h"
#include "export/record.h"

static const char *class_name(akt_arena *arena, const char *prefix, const char *word) {
  akt_buf out;
  akt_buf_init(&out, arena);
  akt_buf_puts(&out, prefix);
  for (const char *p = word; *p; p++)
    akt_buf_putc(&out, akt_is_alpha(*p) || akt_is_digit(*p) || *p == '_' ? *p : '-');
  return akt_buf_text(&out);
}

static void write_node(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_node *node = &request->graph->nodes.items[index];
  akt_json_open_object(writer, NULL);
  akt_json_open_object(writer, "data");
  akt_json_add_text(writer, "id", node->id);
  akt_json_add_text(writer, "label", node->label);
  akt_record_node(writer, request->graph, node);
  akt_json_close(writer);
  akt_json_add_text(writer, "classes", class_name(request->arena, "kind-", node->kind));
  akt_json_close(writer);
}

static void write_edge(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_graph *graph = request->graph;
  const akt_edge *edge = &graph->edges.items[index];
  akt_json_open_object(writer, NULL);
  akt_json_open_object(writer, "data");
  akt_json_add_text(writer, "id", edge->id);
  akt_json_add_text(writer, "source", graph->nodes.items[edge->key.source].id);
  akt_json_add_text(writer, "target", graph->nodes.items[edge->key.target].id);
  akt_record_label(writer, request->arena, edge);
  akt_record_edge(writer, graph, edge);
  akt_json_close(writer);
  const char *line = akt_look_line(edge);
  akt_json_add_text(writer, "classes",
                    akt_arena_printf(request->arena, "%s %s", akt_tone_name(edge->tone), line));
  akt_json_close(writer);
}

static void write_rule(akt_json_writer *writer, const char *selector, const char *name,
                       const char *value) {
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "selector", selector);
  akt_json_open_object(writer, "style");
  akt_json_add_text(writer, name, value);
  akt_json_close(writer);
  akt_json_close(writer);
}

static const char *shape_name(const char *shape) {
  static const char *const pairs[][2] = {{"box", "round-rectangle"}, {"hexagon", "hexagon"},
                                         {"octagon", "octagon"},     {"note", "cut-rectangle"},
                                         {"square", "rectangle"},    {"diamond", "diamond"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (strcmp(shape, pairs[i][0]) == 0)
      return pairs[i][1];
  return "ellipse";
}

static void write_kind(akt_json_writer *writer, const akt_export *request, const char *kind) {
  akt_look look = akt_look_kind(request->graph, kind);
  akt_arena *arena = request->arena;
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "selector", class_name(arena, ".kind-", kind));
  akt_json_open_object(writer, "style");
  akt_json_add_text(writer, "shape", shape_name(look.shape));
  akt_json_add_text(writer, "background-color", akt_look_colour(arena, look.fill));
  akt_json_add_text(writer, "border-color", akt_look_colour(arena, look.line));
  akt_json_add_text(writer, "color", akt_look_colour(arena, look.text));
  akt_json_close(writer);
  akt_json_close(writer);
}

static void write_base_style(akt_json_writer *writer) {
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "selector", "node");
  akt_json_open_object(writer, "style");
  akt_json_add_text(writer, "label", "data(label)");
  akt_json_add_text(writer, "text-wrap", "wrap");
  akt_json_add_text(writer, "text-max-width", "140px");
  akt_json_add_text(writer, "text-valign", "center");
  akt_json_add_text(writer, "width", "label");
  akt_json_add_text(writer, "height", "label");
  akt_json_add_text(writer, "padding", "8px");
  akt_json_add_uint(writer, "border-width", 1);
  akt_json_close(writer);
  akt_json_close(writer);
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "selector", "edge");
  akt_json_open_object(writer, "style");
  akt_json_add_text(writer, "label", "data(label)");
  akt_json_add_text(writer, "font-size", "10px");
  akt_json_add_text(writer, "text-rotation", "autorotate");
  akt_json_add_text(writer, "text-background-color", "#FFFFFF");
  akt_json_add_uint(writer, "text-background-opacity", 1);
  akt_json_add_text(writer, "curve-style", "bezier");
  akt_json_add_text(writer, "target-arrow-shape", "triangle");
  akt_json_close(writer);
  akt_json_close(writer);
}

static void write_style(akt_json_writer *writer, const akt_export *request) {
  akt_arena *arena = request->arena;
  akt_json_stream_array(writer, "style");
  write_base_style(writer);
  for (uint32_t i = 0; i < request->graph->kinds.count; i++)
    write_kind(writer, request, request->graph->kinds.items[i].name);
  for (int tone = AKT_NEUTRAL; tone <= AKT_HOSTILE; tone++) {
    const char *colour = akt_look_colour(arena, akt_look_tone((akt_tone)tone));
    const char *selector = akt_arena_printf(arena, ".%s", akt_tone_name((akt_tone)tone));
    write_rule(writer, selector, "line-color", colour);
    write_rule(writer, selector, "target-arrow-color", colour);
  }
  write_rule(writer, ".dashed", "line-style", "dashed");
  write_rule(writer, ".dotted", "line-style", "dotted");
  akt_json_close(writer);
}

akt_export_result akt_export_cytoscape(akt_export *request) {
  akt_json_writer *writer = akt_json_writer_new(request->arena, request->sink);
  akt_json_stream_object(writer, NULL);
  akt_json_stream_object(writer, "data");
  akt_record_graph(writer, request, true);
  akt_json_close(writer);
  write_style(writer, request);
  akt_json_stream_object(writer, "elements");
  akt_record_nodes(writer, request, "nodes", write_node);
  akt_record_edges(writer, request, "edges", write_edge);
  akt_json_close(writer);
  akt_json_close(writer);
  return AKT_EXPORTED;
}
