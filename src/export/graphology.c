// graphology and sigma: Graph.from(JSON). sigma needs x, y and size, and has its own
// use for `type`, which no attribute of ours is called.
#include "export/formats.h"
#include "export/look.h"
#include "export/record.h"

static void write_node(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_node *node = &request->graph->nodes.items[index];
  const char *colour = akt_look_disc(request->graph, node->kind);
  akt_place place = akt_look_place(index);
  uint32_t count = node->mentions.count < 40 ? node->mentions.count : 40;
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "key", node->id);
  akt_json_open_object(writer, "attributes");
  akt_json_add_text(writer, "label", node->label);
  akt_json_add_decimal(writer, "x", place.x, 3);
  akt_json_add_decimal(writer, "y", place.y, 3);
  akt_json_add_uint(writer, "size", 4 + count / 4);
  akt_json_add_text(writer, "color", akt_look_colour(request->arena, colour));
  akt_record_node(writer, request->graph, node);
  akt_json_close(writer);
  akt_json_close(writer);
}

static void write_edge(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_graph *graph = request->graph;
  const akt_edge *edge = &graph->edges.items[index];
  uint32_t count = edge->evidence.count < 8 ? edge->evidence.count : 8;
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "key", edge->id);
  akt_json_add_text(writer, "source", graph->nodes.items[edge->key.source].id);
  akt_json_add_text(writer, "target", graph->nodes.items[edge->key.target].id);
  akt_json_open_object(writer, "attributes");
  akt_record_label(writer, request->arena, edge);
  akt_json_add_uint(writer, "size", 1 + count / 2);
  akt_json_add_text(writer, "color",
                    akt_look_colour(request->arena, akt_look_tone(edge->tone)));
  akt_record_edge(writer, graph, edge);
  akt_json_close(writer);
  akt_json_close(writer);
}

akt_export_result akt_export_graphology(akt_export *request) {
  akt_json_writer *writer = akt_json_writer_new(request->arena, request->sink);
  akt_json_stream_object(writer, NULL);
  akt_json_open_object(writer, "options");
  akt_json_add_text(writer, "type", "directed");
  akt_json_add_bool(writer, "multi", true);
  akt_json_add_bool(writer, "allowSelfLoops", true);
  akt_json_close(writer);
  akt_json_stream_object(writer, "attributes");
  akt_record_graph(writer, request, true);
  akt_json_close(writer);
  akt_record_nodes(writer, request, "nodes", write_node);
  akt_record_edges(writer, request, "edges", write_edge);
  akt_json_close(writer);
  return AKT_EXPORTED;
}
