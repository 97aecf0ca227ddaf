// force-graph and 3d-force-graph: Graph().graphData(JSON). Parallel links are drawn
// on top of each other there unless each has a curvature of its own.
#include "export/formats.h"
#include "export/look.h"
#include "export/record.h"

static void write_node(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_node *node = &request->graph->nodes.items[index];
  const char *colour = akt_look_disc(request->graph, node->kind);
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "id", node->id);
  akt_json_add_text(writer, "name", node->label);
  akt_json_add_uint(writer, "val", node->mentions.count ? node->mentions.count : 1);
  akt_json_add_text(writer, "group", node->kind);
  akt_json_add_text(writer, "color", akt_look_colour(request->arena, colour));
  akt_json_add_text_if(writer, "role", node->role);
  akt_json_close(writer);
}

static void write_link(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_graph *graph = request->graph;
  const akt_edge *edge = &graph->edges.items[index];
  akt_parallel parallel = akt_look_parallel(graph, index);
  bool is_loop = edge->key.source == edge->key.target;
  double curvature = 0.2 * (parallel.index + (is_loop ? 1 : 0));
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "id", edge->id);
  akt_json_add_text(writer, "source", graph->nodes.items[edge->key.source].id);
  akt_json_add_text(writer, "target", graph->nodes.items[edge->key.target].id);
  akt_json_add_text(writer, "name", akt_look_label(request->arena, edge));
  akt_json_add_text(writer, "relation", edge->key.relation);
  akt_json_add_text(writer, "polarity", akt_polarity_name(edge->key.polarity));
  akt_json_add_text(writer, "modality", akt_modality_name(edge->key.modality));
  akt_json_add_text(writer, "color",
                    akt_look_colour(request->arena, akt_look_tone(edge->tone)));
  akt_json_add_uint(writer, "value", edge->evidence.count);
  akt_json_add_decimal(writer, "curvature", curvature, 2);
  akt_json_add_decimal(writer, "rotation", 0.7 * parallel.index, 2);
  if (edge->evidence.count)
    akt_json_add_text(writer, "quote", edge->evidence.items[0].quote.text);
  akt_json_close(writer);
}

akt_export_result akt_export_force_graph(akt_export *request) {
  akt_json_writer *writer = akt_json_writer_new(request->arena, request->sink);
  akt_json_stream_object(writer, NULL);
  akt_record_nodes(writer, request, "nodes", write_node);
  akt_record_edges(writer, request, "links", write_link);
  akt_json_close(writer);
  return AKT_EXPORTED;
}
