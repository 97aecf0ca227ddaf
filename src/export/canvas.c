// JSON Canvas (Obsidian). Positions and sizes are whole numbers by its rules; text
// is Markdown, so what would be markup in a label is escaped.
#include "export/formats.h"
#include "export/look.h"
#include "export/record.h"

enum { WIDTH = 240, HEIGHT = 60, STEP_X = 260, STEP_Y = 130 };

static void add_markdown(akt_buf *out, const char *text) {
  for (const char *p = text; *p; p++) {
    if (strchr("\\`*_[]<>#|~$=", *p))
      akt_buf_putc(out, '\\');
    akt_buf_putc(out, *p == '\n' ? ' ' : *p);
  }
}

static void write_node(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_node *node = &request->graph->nodes.items[index];
  akt_place place = akt_look_place(index);
  akt_buf text;
  akt_buf_init(&text, request->arena);
  akt_buf_puts(&text, "**");
  add_markdown(&text, node->label);
  akt_buf_puts(&text, "**");
  if (node->role) {
    akt_buf_puts(&text, "\n");
    add_markdown(&text, node->role);
  }
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "id", node->id);
  akt_json_add_text(writer, "type", "text");
  akt_json_add_text(writer, "text", akt_buf_text(&text));
  akt_json_add_int(writer, "x", (int64_t)(place.x * STEP_X));
  akt_json_add_int(writer, "y", (int64_t)(place.y * STEP_Y));
  akt_json_add_int(writer, "width", WIDTH);
  akt_json_add_int(writer, "height", node->role ? HEIGHT + 30 : HEIGHT);
  akt_json_add_text(
      writer, "color",
      akt_look_colour(request->arena, akt_look_kind(request->graph, node->kind).fill));
  akt_json_close(writer);
}

static void write_edge(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_graph *graph = request->graph;
  const akt_edge *edge = &graph->edges.items[index];
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "id", edge->id);
  akt_json_add_text(writer, "fromNode", graph->nodes.items[edge->key.source].id);
  akt_json_add_text(writer, "toNode", graph->nodes.items[edge->key.target].id);
  akt_json_add_text(writer, "toEnd", edge->is_mutual ? "none" : "arrow");
  akt_json_add_text(writer, "label", akt_look_label(request->arena, edge));
  akt_json_add_text(writer, "color",
                    akt_look_colour(request->arena, akt_look_tone(edge->tone)));
  akt_json_close(writer);
}

akt_export_result akt_export_canvas(akt_export *request) {
  akt_json_writer *writer = akt_json_writer_new(request->arena, request->sink);
  akt_json_stream_object(writer, NULL);
  akt_record_nodes(writer, request, "nodes", write_node);
  akt_record_edges(writer, request, "edges", write_edge);
  akt_json_close(writer);
  return AKT_EXPORTED;
}
