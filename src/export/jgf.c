// JSON Graph Format, version 2: nothing of ours may stand outside `metadata`.
#include "export/formats.h"
#include "export/look.h"
#include "export/record.h"

static void write_node(akt_json_writer *writer, const akt_graph *graph, const akt_node *node) {
  akt_json_open_object(writer, node->id);
  akt_json_add_text(writer, "label", node->label);
  akt_json_open_object(writer, "metadata");
  akt_record_node(writer, graph, node);
  akt_json_close(writer);
  akt_json_close(writer);
}

static void write_edge(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_graph *graph = request->graph;
  const akt_edge *edge = &graph->edges.items[index];
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "id", edge->id);
  akt_json_add_text(writer, "source", graph->nodes.items[edge->key.source].id);
  akt_json_add_text(writer, "target", graph->nodes.items[edge->key.target].id);
  akt_json_add_text(writer, "relation", edge->key.relation);
  akt_json_add_bool(writer, "directed", true);
  akt_json_add_text(writer, "label", akt_look_label(request->arena, edge));
  akt_json_open_object(writer, "metadata");
  akt_json_add_text_if(writer, "wording", akt_look_wording(edge));
  akt_record_edge(writer, graph, edge);
  akt_json_close(writer);
  akt_json_close(writer);
}

akt_export_result akt_export_jgf(akt_export *request) {
  const akt_graph *graph = request->graph;
  akt_json_writer *writer = akt_json_writer_new(request->arena, request->sink);
  akt_json_stream_object(writer, NULL);
  akt_json_stream_object(writer, "graph");
  akt_json_add_text(writer, "type", "aktant-graph");
  akt_json_add_text_if(writer, "label", graph->title);
  akt_json_add_bool(writer, "directed", true);
  akt_json_stream_object(writer, "metadata");
  akt_record_graph(writer, request, true);
  akt_json_close(writer);
  akt_json_stream_object(writer, "nodes");
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    write_node(writer, graph, &graph->nodes.items[i]);
  akt_json_close(writer);
  akt_record_edges(writer, request, "edges", write_edge);
  akt_json_close(writer);
  akt_json_close(writer);
  return AKT_EXPORTED;
}
