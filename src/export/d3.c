// D3 and everything else that takes {nodes, links} with forceLink().id(d => d.id):
// also a NetworkX node-link file with link="links".
#include "export/formats.h"
#include "export/look.h"
#include "export/record.h"

static void write_node(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_node *node = &request->graph->nodes.items[index];
  const char *colour = akt_look_disc(request->graph, node->kind);
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "id", node->id);
  akt_json_add_text(writer, "label", node->label);
  akt_json_add_text(writer, "color", akt_look_colour(request->arena, colour));
  akt_record_node(writer, request->graph, node);
  akt_json_close(writer);
}

static void write_link(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_graph *graph = request->graph;
  const akt_edge *edge = &graph->edges.items[index];
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "id", edge->id);
  akt_json_add_text(writer, "key", edge->id);
  akt_json_add_text(writer, "source", graph->nodes.items[edge->key.source].id);
  akt_json_add_text(writer, "target", graph->nodes.items[edge->key.target].id);
  akt_record_label(writer, request->arena, edge);
  akt_json_add_text(writer, "color",
                    akt_look_colour(request->arena, akt_look_tone(edge->tone)));
  akt_json_add_text(writer, "line", akt_look_line(edge));
  akt_record_edge(writer, graph, edge);
  akt_json_close(writer);
}

akt_export_result akt_export_d3(akt_export *request) {
  akt_json_writer *writer = akt_json_writer_new(request->arena, request->sink);
  akt_json_stream_object(writer, NULL);
  akt_json_add_bool(writer, "directed", true);
  akt_json_add_bool(writer, "multigraph", true);
  akt_json_stream_object(writer, "graph");
  akt_record_graph(writer, request, true);
  akt_json_close(writer);
  akt_record_nodes(writer, request, "nodes", write_node);
  akt_record_edges(writer, request, "links", write_link);
  akt_json_close(writer);
  return AKT_EXPORTED;
}
