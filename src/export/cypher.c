// Cypher for Neo4j and other property-graph stores: a statement a line, each of
// which may run again without doubling anything.
#include "export/escape.h"
#include "export/formats.h"
#include "export/look.h"
#include "export/record.h"

static void put_text(akt_sink *sink, const char *before, const char *text) {
  if (!text)
    return;
  akt_sink_puts(sink, before);
  akt_sink_puts(sink, "'");
  akt_put_cypher(sink, text);
  akt_sink_puts(sink, "'");
}

static void put_node(akt_sink *sink, const akt_node *node) {
  put_text(sink, "MERGE (n:Entity {id: ", node->id);
  akt_sink_puts(sink, "}) SET n:");
  akt_put_type_name(sink, node->kind);
  put_text(sink, ", n.label = ", node->label);
  put_text(sink, ", n.kind = ", node->kind);
  put_text(sink, ", n.role = ", node->role);
  akt_sink_printf(sink, ", n.count = %u, n.aliases = [", node->mentions.count);
  for (uint32_t i = 0; i < node->aliases.count; i++)
    put_text(sink, i ? ", " : "", node->aliases.items[i]);
  akt_sink_puts(sink, "];\n");
}

static void put_edge(akt_sink *sink, const akt_export *request, const akt_edge *edge) {
  const akt_graph *graph = request->graph;
  put_text(sink, "MATCH (a:Entity {id: ", graph->nodes.items[edge->key.source].id);
  put_text(sink, "}), (b:Entity {id: ", graph->nodes.items[edge->key.target].id);
  akt_sink_puts(sink, "}) MERGE (a)-[r:");
  akt_sink_puts(sink, akt_look_type(request->arena, edge));
  put_text(sink, " {id: ", edge->id);
  put_text(sink, "}]->(b) SET r.label = ", akt_look_label(request->arena, edge));
  put_text(sink, ", r.relation = ", edge->key.relation);
  put_text(sink, ", r.tone = ", akt_tone_name(edge->tone));
  put_text(sink, ", r.polarity = ", akt_polarity_name(edge->key.polarity));
  put_text(sink, ", r.modality = ", akt_modality_name(edge->key.modality));
  put_text(sink, ", r.plover = ", edge->key.plover);
  put_text(sink, ", r.cameo = ", edge->key.cameo);
  akt_sink_printf(sink, ", r.count = %u, r.quotes = [", edge->evidence.count);
  for (uint32_t i = 0; i < edge->evidence.count; i++) {
    const char *quote = edge->evidence.items[i].quote.text;
    put_text(sink, i ? ", " : "", quote ? quote : "");
  }
  akt_sink_puts(sink, "], r.documents = [");
  for (uint32_t i = 0; i < edge->evidence.count; i++)
    put_text(sink, i ? ", " : "", graph->documents.items[edge->evidence.items[i].document].id);
  akt_sink_puts(sink, "];\n");
}

akt_export_result akt_export_cypher(akt_export *request) {
  const akt_graph *graph = request->graph;
  akt_export local = akt_export_with_scratch(request);
  akt_sink_puts(request->sink, "CREATE CONSTRAINT aktant_id IF NOT EXISTS FOR (n:Entity) "
                               "REQUIRE n.id IS UNIQUE;\n");
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    put_node(request->sink, &graph->nodes.items[i]);
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    put_edge(request->sink, &local, &graph->edges.items[i]);
    akt_arena_reset(local.arena);
  }
  return AKT_EXPORTED;
}
