// Plain DOT: the graph as data, one edge a relation, every fact an attribute. The
// picture is another one, see styled.c.
#include "dot/dot.h"

#include "export/formats.h"
#include "export/look.h"

enum { MOST_EDGES = 100000 };

static void add_node(akt_dot *dot, const akt_node *node, akt_arena *arena) {
  akt_dot_item *item = akt_dot_add_node(dot, NULL, node->id);
  akt_dot_set(item, "label", node->label);
  akt_dot_set(item, "kind", node->kind);
  akt_dot_set(item, "role", node->role);
  akt_dot_set(item, "affiliation", node->affiliation);
  akt_dot_setf(item, "count", "%u", node->mentions.count);
  akt_dot_setf(item, "doc_count", "%u", node->doc_count);
  if (node->aliases.count) {
    akt_buf aliases;
    akt_buf_init(&aliases, arena);
    for (uint32_t i = 0; i < node->aliases.count; i++) {
      akt_buf_puts(&aliases, i ? "; " : "");
      akt_buf_puts(&aliases, node->aliases.items[i]);
    }
    akt_dot_set(item, "aliases", akt_buf_text(&aliases));
  }
}

static void add_edge(akt_dot *dot, const akt_graph *graph, const akt_edge *edge) {
  akt_dot_item *tail = akt_dot_add_node(dot, NULL, graph->nodes.items[edge->key.source].id);
  akt_dot_item *head = akt_dot_add_node(dot, NULL, graph->nodes.items[edge->key.target].id);
  akt_dot_item *item = akt_dot_add_edge(dot, tail, head, edge->id);
  akt_dot_set(item, "label", akt_look_label(dot->arena, edge));
  akt_dot_set(item, "wording", akt_look_wording(edge));
  akt_dot_set(item, "relation", edge->key.relation);
  akt_dot_set(item, "tone", akt_tone_name(edge->tone));
  akt_dot_set(item, "polarity", akt_polarity_name(edge->key.polarity));
  akt_dot_set(item, "modality", akt_modality_name(edge->key.modality));
  if (edge->is_mutual)
    akt_dot_set(item, "mutual", "true");
  akt_dot_setf(item, "count", "%u", edge->evidence.count);
  akt_dot_setf(item, "doc_count", "%u", edge->doc_count);
  akt_dot_set(item, "plover", edge->key.plover);
  akt_dot_set(item, "cameo", edge->key.cameo);
  if (edge->evidence.count) {
    const akt_evidence *first = &edge->evidence.items[0];
    akt_dot_set(item, "quote", first->quote.text);
    akt_dot_set(item, "doc", graph->documents.items[first->document].id);
    akt_dot_set(item, "rule", first->rule);
  }
}

akt_export_result akt_export_dot(akt_export *request) {
  const akt_graph *graph = request->graph;
  if (graph->edges.count > MOST_EDGES && !request->is_forced) {
    request->why = akt_arena_printf(
        request->arena,
        "%u edges are too many for DOT (at most %d): write json or csv, or take a part of "
        "the graph with `aktant view`",
        graph->edges.count, MOST_EDGES);
    return AKT_EXPORT_TOO_BIG;
  }
  akt_dot *dot = akt_dot_new(request->arena, "aktant");
  akt_dot_set(akt_dot_root(dot), "label", graph->title);
  akt_dot_set(akt_dot_root(dot), "schema", "aktant-graph/1");
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    add_node(dot, &graph->nodes.items[i], request->arena);
  for (uint32_t i = 0; i < graph->edges.count; i++)
    add_edge(dot, graph, &graph->edges.items[i]);
  request->why = akt_dot_write(dot, request->sink);
  return request->why ? AKT_EXPORT_FAILED : AKT_EXPORTED;
}
