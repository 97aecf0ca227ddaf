// GEXF 1.3 for Gephi. Gephi tells parallel edges apart by their `kind`, so the
// relation goes there; an edge's id must be unique in the whole file.
#include "export/escape.h"
#include "export/formats.h"
#include "export/look.h"
#include "export/record.h"

static const char *const node_names[] = {"kind", "role", "affiliation", "count", "aliases"};
static const char *const edge_names[] = {"relation", "tone",  "polarity", "modality",
                                         "plover",   "cameo", "quote",    "document"};

static void put_names(akt_sink *sink, const char *owner, const char *const *names,
                      size_t count) {
  akt_sink_printf(sink, "    <attributes class=\"%s\">\n", owner);
  for (size_t i = 0; i < count; i++)
    akt_sink_printf(sink, "      <attribute id=\"%s\" title=\"%s\" type=\"%s\"/>\n", names[i],
                    names[i], strcmp(names[i], "count") == 0 ? "integer" : "string");
  akt_sink_puts(sink, "    </attributes>\n");
}

static void put_value(akt_sink *sink, const char *name, const char *text) {
  if (!text)
    return;
  akt_sink_printf(sink, "          <attvalue for=\"%s\" value=\"", name);
  akt_put_xml(sink, text);
  akt_sink_puts(sink, "\"/>\n");
}

static void put_colour(akt_sink *sink, const char *digits) {
  uint32_t value = 0;
  for (int i = 0; i < 6; i++) {
    char c = akt_to_lower(digits[i]);
    value = value * 16 + (uint32_t)(akt_is_digit(c) ? c - '0' : c - 'a' + 10);
  }
  akt_sink_printf(sink, "        <viz:color r=\"%u\" g=\"%u\" b=\"%u\"/>\n", value >> 16,
                  value >> 8 & 255, value & 255);
}

static void put_aliases(akt_sink *sink, const akt_node *node) {
  if (!node->aliases.count)
    return;
  akt_sink_puts(sink, "          <attvalue for=\"aliases\" value=\"");
  for (uint32_t i = 0; i < node->aliases.count; i++) {
    akt_sink_puts(sink, i ? "; " : "");
    akt_put_xml(sink, node->aliases.items[i]);
  }
  akt_sink_puts(sink, "\"/>\n");
}

static void put_node(akt_export *request, uint32_t index) {
  const akt_node *node = &request->graph->nodes.items[index];
  akt_sink *sink = request->sink;
  akt_place place = akt_look_place(index);
  uint32_t count = node->mentions.count < 40 ? node->mentions.count : 40;
  akt_sink_puts(sink, "      <node id=\"");
  akt_put_xml(sink, node->id);
  akt_sink_puts(sink, "\" label=\"");
  akt_put_xml(sink, node->label);
  akt_sink_puts(sink, "\">\n        <attvalues>\n");
  put_value(sink, "kind", node->kind);
  put_value(sink, "role", node->role);
  put_value(sink, "affiliation", node->affiliation);
  akt_sink_printf(sink, "          <attvalue for=\"count\" value=\"%u\"/>\n",
                  node->mentions.count);
  put_aliases(sink, node);
  akt_sink_puts(sink, "        </attvalues>\n");
  put_colour(sink, akt_look_disc(request->graph, node->kind));
  akt_sink_printf(sink, "        <viz:position x=\"%ld\" y=\"%ld\" z=\"0\"/>\n",
                  (long)(place.x * 100), (long)(place.y * 100));
  akt_sink_printf(sink, "        <viz:size value=\"%u\"/>\n      </node>\n", 8 + count);
}

static void put_edge(akt_export *request, const akt_edge *edge) {
  const akt_graph *graph = request->graph;
  akt_sink *sink = request->sink;
  akt_sink_printf(sink, "      <edge id=\"%s\" source=\"", edge->id);
  akt_put_xml(sink, graph->nodes.items[edge->key.source].id);
  akt_sink_puts(sink, "\" target=\"");
  akt_put_xml(sink, graph->nodes.items[edge->key.target].id);
  akt_sink_puts(sink, "\" type=\"directed\" kind=\"");
  akt_put_xml(sink, akt_look_label(request->arena, edge));
  akt_sink_puts(sink, "\" label=\"");
  akt_put_xml(sink, akt_look_label(request->arena, edge));
  akt_sink_printf(sink, "\" weight=\"%u\">\n        <attvalues>\n",
                  edge->evidence.count ? edge->evidence.count : 1);
  put_value(sink, "relation", edge->key.relation);
  put_value(sink, "tone", akt_tone_name(edge->tone));
  put_value(sink, "polarity", akt_polarity_name(edge->key.polarity));
  put_value(sink, "modality", akt_modality_name(edge->key.modality));
  put_value(sink, "plover", edge->key.plover);
  put_value(sink, "cameo", edge->key.cameo);
  if (edge->evidence.count) {
    const akt_evidence *first = &edge->evidence.items[0];
    put_value(sink, "quote", first->quote.text);
    put_value(sink, "document", graph->documents.items[first->document].id);
  }
  akt_sink_puts(sink, "        </attvalues>\n");
  put_colour(sink, akt_look_tone(edge->tone));
  akt_sink_puts(sink, "      </edge>\n");
}

static void put_head(akt_export *request) {
  akt_sink *sink = request->sink;
  akt_sink_puts(sink, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<gexf xmlns=\"http://gexf.net/1.3\" "
                      "xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
                      "  <meta>\n    <creator>");
  akt_put_xml(sink, request->generator ? request->generator : "aktant");
  akt_sink_puts(sink, "</creator>\n    <description>");
  akt_put_xml(sink, request->graph->title);
  akt_sink_puts(sink, "</description>\n  </meta>\n  <graph defaultedgetype=\"directed\" "
                      "mode=\"static\">\n");
  put_names(sink, "node", node_names, sizeof node_names / sizeof *node_names);
  put_names(sink, "edge", edge_names, sizeof edge_names / sizeof *edge_names);
}

akt_export_result akt_export_gexf(akt_export *request) {
  const akt_graph *graph = request->graph;
  akt_export local = akt_export_with_scratch(request);
  put_head(&local);
  akt_sink_puts(request->sink, "    <nodes>\n");
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    put_node(&local, i);
  akt_sink_puts(request->sink, "    </nodes>\n    <edges>\n");
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    put_edge(&local, &graph->edges.items[i]);
    akt_arena_reset(local.arena);
  }
  akt_sink_puts(request->sink, "    </edges>\n  </graph>\n</gexf>\n");
  return AKT_EXPORTED;
}
