// ECharts: chart.setOption(JSON), a whole option with one graph series. Its labels
// are the nodes' names, its categories the kinds; parallel edges need autoCurveness.
#include "export/formats.h"
#include "export/look.h"
#include "export/record.h"

static void write_node(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_node *node = &request->graph->nodes.items[index];
  uint32_t count = node->mentions.count < 30 ? node->mentions.count : 30;
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "id", node->id);
  akt_json_add_text(writer, "name", node->label);
  akt_json_add_text(writer, "category", node->kind);
  akt_json_add_uint(writer, "value", node->mentions.count);
  akt_json_add_uint(writer, "symbolSize", 14 + count);
  akt_json_close(writer);
}

static void write_link(akt_json_writer *writer, const akt_export *request, uint32_t index) {
  const akt_graph *graph = request->graph;
  const akt_edge *edge = &graph->edges.items[index];
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "id", edge->id);
  akt_json_add_text(writer, "source", graph->nodes.items[edge->key.source].id);
  akt_json_add_text(writer, "target", graph->nodes.items[edge->key.target].id);
  akt_json_add_text(writer, "name", akt_look_label(request->arena, edge));
  akt_json_add_uint(writer, "value", edge->evidence.count);
  akt_json_add_text(writer, "relation", edge->key.relation);
  akt_json_open_object(writer, "lineStyle");
  akt_json_add_text(writer, "color",
                    akt_look_colour(request->arena, akt_look_tone(edge->tone)));
  akt_json_add_text(writer, "type", akt_look_line(edge));
  akt_json_close(writer);
  akt_json_close(writer);
}

static bool is_listed_kind(const akt_graph *graph, const char *kind) {
  for (uint32_t i = 0; i < graph->kinds.count; i++)
    if (strcmp(graph->kinds.items[i].name, kind) == 0)
      return true;
  return false;
}

static void write_category(akt_json_writer *writer, const akt_export *request,
                           const char *kind) {
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "name", kind);
  akt_json_open_object(writer, "itemStyle");
  akt_json_add_text(writer, "color",
                    akt_look_colour(request->arena, akt_look_disc(request->graph, kind)));
  akt_json_close(writer);
  akt_json_close(writer);
}

// Those of the graph's table, and those that only nodes name.
static void write_categories(akt_json_writer *writer, const akt_export *request) {
  const akt_graph *graph = request->graph;
  akt_map seen;
  akt_map_init(&seen, request->arena);
  uint32_t count = 0;
  akt_json_stream_array(writer, "categories");
  for (uint32_t i = 0; i < graph->kinds.count; i++)
    write_category(writer, request, graph->kinds.items[i].name);
  for (uint32_t i = 0; i < graph->nodes.count; i++) {
    const char *kind = graph->nodes.items[i].kind;
    if (akt_map_add(&seen, akt_span_of(kind), count) != count)
      continue;
    count++;
    if (!is_listed_kind(graph, kind))
      write_category(writer, request, kind);
  }
  akt_json_close(writer);
}

static void write_series_head(akt_json_writer *writer) {
  akt_json_add_text(writer, "type", "graph");
  akt_json_add_text(writer, "layout", "force");
  akt_json_add_bool(writer, "roam", true);
  akt_json_add_bool(writer, "autoCurveness", true);
  akt_json_open_array(writer, "edgeSymbol");
  akt_json_add_text(writer, NULL, "none");
  akt_json_add_text(writer, NULL, "arrow");
  akt_json_close(writer);
  akt_json_open_object(writer, "label");
  akt_json_add_bool(writer, "show", true);
  akt_json_add_text(writer, "position", "right");
  akt_json_close(writer);
  akt_json_open_object(writer, "force");
  akt_json_add_uint(writer, "repulsion", 400);
  akt_json_add_uint(writer, "edgeLength", 120);
  akt_json_close(writer);
}

akt_export_result akt_export_echarts(akt_export *request) {
  const akt_graph *graph = request->graph;
  akt_json_writer *writer = akt_json_writer_new(request->arena, request->sink);
  akt_json_stream_object(writer, NULL);
  akt_json_open_object(writer, "title");
  akt_json_add_text(writer, "text", graph->title ? graph->title : "");
  akt_json_close(writer);
  akt_json_open_object(writer, "legend");
  akt_json_add_text(writer, "bottom", "0");
  akt_json_close(writer);
  akt_json_open_object(writer, "tooltip");
  akt_json_close(writer);
  akt_json_stream_array(writer, "series");
  akt_json_stream_object(writer, NULL);
  write_series_head(writer);
  write_categories(writer, request);
  akt_record_nodes(writer, request, "data", write_node);
  akt_record_edges(writer, request, "links", write_link);
  akt_json_close(writer);
  akt_json_close(writer);
  akt_json_close(writer);
  return AKT_EXPORTED;
}
