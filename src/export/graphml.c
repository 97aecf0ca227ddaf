// GraphML for yEd (labels, shapes and colours in its own elements), Gephi, NetworkX
// and graphology. What is more than a text (aliases, mentions, evidence) is carried
// as JSON, so that reading it back loses nothing.
#include "export/escape.h"
#include "export/formats.h"
#include "export/look.h"
#include "export/record.h"

typedef struct field {
  const char *name;
  const char *type;
} field;

static const field node_fields[] = {
    {"label", "string"},       {"kind", "string"},    {"role", "string"},
    {"affiliation", "string"}, {"listed", "boolean"}, {"count", "int"},
    {"doc_count", "int"},      {"aliases", "string"}, {"mentions", "string"},
    {"attrs", "string"},
};

static const field edge_fields[] = {
    {"label", "string"},    {"wording", "string"},  {"relation", "string"}, {"tone", "string"},
    {"polarity", "string"}, {"modality", "string"}, {"mutual", "boolean"},  {"weight", "int"},
    {"doc_count", "int"},   {"plover", "string"},   {"cameo", "string"},    {"quote", "string"},
    {"evidence", "string"}, {"attrs", "string"},
};

typedef struct graphml {
  akt_export *request;
  akt_sink *sink;
  akt_sink escaped;
  akt_json_writer *json; // writes JSON as XML text
} graphml;

static void put_fields(akt_sink *sink, const char *element, char prefix, const field *fields,
                       size_t count) {
  for (size_t i = 0; i < count; i++)
    akt_sink_printf(sink,
                    "  <key id=\"%c_%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n",
                    prefix, fields[i].name, element, fields[i].name, fields[i].type);
}

static void put_head(graphml *g) {
  akt_sink_puts(
      g->sink,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
      "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
      "    xmlns:y=\"http://www.yworks.com/xml/graphml\"\n"
      "    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd\">\n"
      "  <key id=\"y_node\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
      "  <key id=\"y_edge\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n"
      "  <key id=\"g_title\" for=\"graph\" attr.name=\"title\" attr.type=\"string\"/>\n"
      "  <key id=\"g_aktant\" for=\"graph\" attr.name=\"aktant\" attr.type=\"string\"/>\n");
  put_fields(g->sink, "node", 'n', node_fields, sizeof node_fields / sizeof *node_fields);
  put_fields(g->sink, "edge", 'e', edge_fields, sizeof edge_fields / sizeof *edge_fields);
  akt_sink_puts(g->sink, "  <graph id=\"aktant\" edgedefault=\"directed\">\n");
}

static void put_datum(graphml *g, const char *key, const char *text) {
  if (!text)
    return;
  akt_sink_printf(g->sink, "      <data key=\"%s\">", key);
  akt_put_xml(g->sink, text);
  akt_sink_puts(g->sink, "</data>\n");
}

static void put_number(graphml *g, const char *key, uint32_t number) {
  akt_sink_printf(g->sink, "      <data key=\"%s\">%u</data>\n", key, number);
}

static void put_attrs(graphml *g, const char *key, const akt_notes *attrs) {
  if (!attrs->count)
    return;
  akt_sink_printf(g->sink, "      <data key=\"%s\">", key);
  akt_json_open_object(g->json, NULL);
  for (uint32_t i = 0; i < attrs->count; i++)
    akt_json_add_text(g->json, attrs->items[i].name, attrs->items[i].text);
  akt_json_close(g->json);
  akt_sink_puts(g->sink, "</data>\n");
}

static const char *shape_name(const char *shape) {
  static const char *const pairs[][2] = {{"box", "roundrectangle"}, {"hexagon", "hexagon"},
                                         {"octagon", "octagon"},    {"square", "rectangle"},
                                         {"diamond", "diamond"},    {"note", "rectangle"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (strcmp(shape, pairs[i][0]) == 0)
      return pairs[i][1];
  return "ellipse";
}

static void put_node_graphics(graphml *g, const akt_node *node, uint32_t index) {
  akt_look look = akt_look_kind(g->request->graph, node->kind);
  akt_place place = akt_look_place(index);
  size_t width = 40 + 8 * (strlen(node->label) < 30 ? strlen(node->label) : 30);
  akt_sink_printf(g->sink,
                  "      <data key=\"y_node\"><y:ShapeNode>"
                  "<y:Geometry height=\"36\" width=\"%u\" x=\"%ld\" y=\"%ld\"/>"
                  "<y:Fill color=\"#%s\" transparent=\"false\"/>"
                  "<y:BorderStyle color=\"#%s\" type=\"line\" width=\"1.0\"/>"
                  "<y:NodeLabel textColor=\"#%s\">",
                  (unsigned)width, (long)(place.x * 180), (long)(place.y * 120), look.fill,
                  look.line, look.text);
  akt_put_xml(g->sink, node->label);
  akt_sink_printf(g->sink, "</y:NodeLabel><y:Shape type=\"%s\"/></y:ShapeNode></data>\n",
                  shape_name(look.shape));
}

static void put_node(graphml *g, uint32_t index) {
  const akt_graph *graph = g->request->graph;
  const akt_node *node = &graph->nodes.items[index];
  akt_sink_puts(g->sink, "    <node id=\"");
  akt_put_xml(g->sink, node->id);
  akt_sink_puts(g->sink, "\">\n");
  put_datum(g, "n_label", node->label);
  put_datum(g, "n_kind", node->kind);
  put_datum(g, "n_role", node->role);
  put_datum(g, "n_affiliation", node->affiliation);
  if (node->is_listed)
    put_datum(g, "n_listed", "true");
  put_number(g, "n_count", node->mentions.count);
  put_number(g, "n_doc_count", node->doc_count);
  akt_sink_puts(g->sink, "      <data key=\"n_aliases\">");
  akt_json_open_array(g->json, NULL);
  for (uint32_t i = 0; i < node->aliases.count; i++)
    akt_json_add_text(g->json, NULL, node->aliases.items[i]);
  akt_json_close(g->json);
  akt_sink_puts(g->sink, "</data>\n      <data key=\"n_mentions\">");
  akt_record_mentions(g->json, NULL, graph, node);
  akt_sink_puts(g->sink, "</data>\n");
  put_attrs(g, "n_attrs", &node->attrs);
  put_node_graphics(g, node, index);
  akt_sink_puts(g->sink, "    </node>\n");
}

static void put_edge_graphics(graphml *g, const akt_edge *edge) {
  const char *line = akt_look_line(edge);
  akt_sink_printf(g->sink,
                  "      <data key=\"y_edge\"><y:PolyLineEdge>"
                  "<y:LineStyle color=\"#%s\" type=\"%s\" width=\"%u.0\"/>"
                  "<y:Arrows source=\"none\" target=\"%s\"/><y:EdgeLabel>",
                  akt_look_tone(edge->tone), strcmp(line, "solid") == 0 ? "line" : line,
                  edge->evidence.count < 4 ? 1u + edge->evidence.count / 2 : 3u,
                  edge->is_mutual ? "none" : "standard");
  akt_put_xml(g->sink, akt_look_label(g->request->arena, edge));
  akt_sink_puts(g->sink, "</y:EdgeLabel></y:PolyLineEdge></data>\n");
}

static void put_edge(graphml *g, const akt_edge *edge) {
  const akt_graph *graph = g->request->graph;
  akt_sink_printf(g->sink, "    <edge id=\"%s\" source=\"", edge->id);
  akt_put_xml(g->sink, graph->nodes.items[edge->key.source].id);
  akt_sink_puts(g->sink, "\" target=\"");
  akt_put_xml(g->sink, graph->nodes.items[edge->key.target].id);
  akt_sink_puts(g->sink, "\">\n");
  put_datum(g, "e_label", akt_look_label(g->request->arena, edge));
  put_datum(g, "e_wording", akt_look_wording(edge));
  put_datum(g, "e_relation", edge->key.relation);
  put_datum(g, "e_tone", akt_tone_name(edge->tone));
  put_datum(g, "e_polarity", akt_polarity_name(edge->key.polarity));
  put_datum(g, "e_modality", akt_modality_name(edge->key.modality));
  put_datum(g, "e_mutual", edge->is_mutual ? "true" : "false");
  // Gephi takes a weight of 0 for no edge at all.
  put_number(g, "e_weight", edge->evidence.count ? edge->evidence.count : 1);
  put_number(g, "e_doc_count", edge->doc_count);
  put_datum(g, "e_plover", edge->key.plover);
  put_datum(g, "e_cameo", edge->key.cameo);
  if (edge->evidence.count)
    put_datum(g, "e_quote", edge->evidence.items[0].quote.text);
  akt_sink_puts(g->sink, "      <data key=\"e_evidence\">");
  akt_record_evidence(g->json, NULL, graph, edge);
  akt_sink_puts(g->sink, "</data>\n");
  put_attrs(g, "e_attrs", &edge->attrs);
  put_edge_graphics(g, edge);
  akt_sink_puts(g->sink, "    </edge>\n");
}

akt_export_result akt_export_graphml(akt_export *request) {
  const akt_graph *graph = request->graph;
  akt_export local = akt_export_with_scratch(request);
  graphml g = {.request = &local, .sink = request->sink};
  g.escaped = akt_xml_sink(request->sink);
  g.json = akt_json_writer_new(request->arena, &g.escaped);
  put_head(&g);
  if (graph->title) {
    akt_sink_puts(g.sink, "    <data key=\"g_title\">");
    akt_put_xml(g.sink, graph->title);
    akt_sink_puts(g.sink, "</data>\n");
  }
  akt_sink_puts(g.sink, "    <data key=\"g_aktant\">");
  akt_json_stream_object(g.json, NULL);
  akt_record_graph(g.json, request, true);
  akt_json_close(g.json);
  akt_sink_puts(g.sink, "</data>\n");
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    put_node(&g, i);
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    put_edge(&g, &graph->edges.items[i]);
    akt_arena_reset(local.arena);
  }
  akt_sink_puts(g.sink, "  </graph>\n</graphml>\n");
  return AKT_EXPORTED;
}
