// The native JSON, schema aktant-graph/1: every fact of the graph, in the node-link
// shape that NetworkX reads. See docs/aktant-graph-1.schema.json.
#include "export/formats.h"
#include "export/record.h"

static void write_node(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_graph *graph = request->graph;
  const akt_node *node = &graph->nodes.items[index];
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "id", node->id);
  akt_json_add_text(writer, "label", node->label);
  akt_record_node(writer, graph, node);
  akt_json_close(writer);
}

static void write_edge(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_graph *graph = request->graph;
  const akt_edge *edge = &graph->edges.items[index];
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "id", edge->id);
  // NetworkX joins parallel edges that have the same key, or none.
  akt_json_add_text(writer, "key", edge->id);
  akt_json_add_text(writer, "source", graph->nodes.items[edge->key.source].id);
  akt_json_add_text(writer, "target", graph->nodes.items[edge->key.target].id);
  akt_json_add_text(writer, "label", edge->label);
  akt_record_edge(writer, graph, edge);
  akt_json_close(writer);
}

// Where things stood in the picture, so that a later one can be drawn like it.
static void write_places(akt_json_writer *writer, const akt_export *request) {
  const akt_position_list *positions =
      request->positions ? request->positions : &request->graph->positions;
  if (!positions->count)
    return;
  akt_json_open_object(writer, "places");
  for (uint32_t i = 0; i < positions->count; i++) {
    akt_json_open_array(writer, positions->items[i].id);
    akt_json_add_int(writer, NULL, positions->items[i].x);
    akt_json_add_int(writer, NULL, positions->items[i].y);
    akt_json_close(writer);
  }
  akt_json_close(writer);
}

akt_export_result akt_export_native(akt_export *request) {
  akt_json_writer *writer = akt_json_writer_new(request->arena, request->sink);
  akt_json_stream_object(writer, NULL);
  akt_json_add_bool(writer, "directed", true);
  akt_json_add_bool(writer, "multigraph", true);
  akt_json_stream_object(writer, "graph");
  akt_record_graph(writer, request, true);
  write_places(writer, request);
  akt_json_close(writer);
  akt_record_nodes(writer, request, "nodes", write_node);
  akt_record_edges(writer, request, "edges", write_edge);
  akt_json_close(writer);
  return AKT_EXPORTED;
}
