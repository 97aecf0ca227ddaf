// vis-network: new vis.Network(element, JSON, JSON.options). Ends are called from
// and to; with source and target it shows no edge and says nothing.
#include "export/formats.h"
#include "export/look.h"
#include "export/record.h"

#include "json/json.h"

static const char *shape_name(const char *shape) {
  if (strcmp(shape, "box") == 0 || strcmp(shape, "note") == 0 || strcmp(shape, "square") == 0)
    return "box";
  return "ellipse"; // the others of vis carry their label outside
}

static void write_node(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_node *node = &request->graph->nodes.items[index];
  const char *separator = node->role ? ", " : "";
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "id", node->id);
  akt_json_add_text(writer, "label", node->label);
  akt_json_add_text(writer, "group", node->kind);
  akt_json_add_text(writer, "title",
                    akt_arena_printf(request->arena, "%s%s%s", node->kind, separator,
                                     node->role ? node->role : ""));
  akt_json_add_uint(writer, "value", node->mentions.count);
  akt_json_close(writer);
}

static const char *quotes(akt_arena *arena, const akt_edge *edge) {
  enum { MOST = 5 };
  akt_buf out;
  akt_buf_init(&out, arena);
  for (uint32_t i = 0; i < edge->evidence.count && i < MOST; i++) {
    const char *quote = edge->evidence.items[i].quote.text;
    akt_buf_puts(&out, i ? "\n" : "");
    akt_buf_puts(&out, quote ? quote : "");
  }
  return akt_buf_text(&out);
}

static void write_edge(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_graph *graph = request->graph;
  const akt_edge *edge = &graph->edges.items[index];
  akt_arena *arena = request->arena;
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "id", edge->id);
  akt_json_add_text(writer, "from", graph->nodes.items[edge->key.source].id);
  akt_json_add_text(writer, "to", graph->nodes.items[edge->key.target].id);
  akt_json_add_text(writer, "label", akt_look_label(arena, edge));
  akt_json_add_text_if(writer, "arrows", edge->is_mutual ? NULL : "to");
  akt_json_add_bool(writer, "dashes", strcmp(akt_look_line(edge), "solid") != 0);
  akt_json_add_text(writer, "color", akt_look_colour(arena, akt_look_tone(edge->tone)));
  akt_json_add_text(writer, "title", quotes(arena, edge));
  akt_json_add_uint(writer, "value", edge->evidence.count);
  akt_json_add_text(writer, "relation", edge->key.relation);
  akt_json_add_text(writer, "polarity", akt_polarity_name(edge->key.polarity));
  akt_json_add_text(writer, "modality", akt_modality_name(edge->key.modality));
  akt_json_close(writer);
}

static void write_group(akt_json_writer *writer, const akt_export *request,
                        const akt_kind_look *kind) {
  akt_look look = akt_look_kind(request->graph, kind->name);
  akt_arena *arena = request->arena;
  akt_json_open_object(writer, kind->name);
  akt_json_add_text(writer, "shape", shape_name(look.shape));
  akt_json_open_object(writer, "color");
  akt_json_add_text(writer, "background", akt_look_colour(arena, look.fill));
  akt_json_add_text(writer, "border", akt_look_colour(arena, look.line));
  akt_json_close(writer);
  akt_json_open_object(writer, "font");
  akt_json_add_text(writer, "color", akt_look_colour(arena, look.text));
  akt_json_close(writer);
  akt_json_close(writer);
}

akt_export_result akt_export_vis(akt_export *request) {
  const akt_graph *graph = request->graph;
  akt_json_writer *writer = akt_json_writer_new(request->arena, request->sink);
  akt_json_stream_object(writer, NULL);
  akt_record_nodes(writer, request, "nodes", write_node);
  akt_record_edges(writer, request, "edges", write_edge);
  akt_json_stream_object(writer, "options");
  akt_json_stream_object(writer, "groups");
  for (uint32_t i = 0; i < graph->kinds.count; i++)
    write_group(writer, request, &graph->kinds.items[i]);
  akt_json_close(writer);
  akt_json_close(writer);
  akt_json_close(writer);
  return AKT_EXPORTED;
}
