// Invariants of a finished graph. Slow and plain on purpose: it is what the
// faster code is compared with.
#include "graph/graph.h"
#include "graph/join.h"

static const char *check_piece(const akt_graph *graph, uint32_t document,
                               const akt_piece *piece) {
  if (document >= graph->documents.count)
    return "a document that is not there";
  uint32_t end = graph->documents.items[document].char_count;
  if (piece->start > piece->end || (end && piece->end > end))
    return "a span outside its document";
  return NULL;
}

static const char *check_node(const akt_graph *graph, const akt_node *node) {
  if (!node->id || !*node->id || !node->kind || !node->label)
    return "no id, kind or label";
  for (uint32_t i = 1; i < node->aliases.count; i++)
    if (strcmp(node->aliases.items[i - 1], node->aliases.items[i]) >= 0)
      return "aliases that are not sorted";
  for (uint32_t i = 0; i < node->mentions.count; i++) {
    const akt_mention *mention = &node->mentions.items[i];
    const char *broken = check_piece(graph, mention->document, &mention->piece);
    if (broken)
      return broken;
    if (i && akt_mention_place_order(mention - 1, mention) >= 0)
      return "mentions that are not sorted";
  }
  if (node->affiliation &&
      akt_map_get(&graph->node_by_id, akt_span_of(node->affiliation)) == AKT_NONE)
    return "an affiliation that is not there";
  return NULL;
}

static const char *check_evidence(const akt_graph *graph, const akt_evidence *evidence) {
  const akt_piece *pieces[] = {&evidence->quote, &evidence->subject, &evidence->trigger,
                               &evidence->object};
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    const char *broken = check_piece(graph, evidence->document, pieces[i]);
    if (broken)
      return broken;
  }
  return NULL;
}

static const char *check_edge(const akt_graph *graph, const akt_edge *edge) {
  if (!edge->id || !edge->key.relation)
    return "no id or relation";
  if (edge->key.source >= graph->nodes.count || edge->key.target >= graph->nodes.count)
    return "an end that is not there";
  for (uint32_t i = 0; i < edge->evidence.count; i++) {
    const akt_evidence *evidence = &edge->evidence.items[i];
    const char *broken = check_evidence(graph, evidence);
    if (broken)
      return broken;
    if (i && akt_evidence_place_order(evidence - 1, evidence) >= 0)
      return "evidence that is not sorted";
  }
  return NULL;
}

static bool are_edges_ordered(const akt_edge *a, const akt_edge *b) {
  if (a->key.source != b->key.source)
    return a->key.source < b->key.source;
  if (a->key.target != b->key.target)
    return a->key.target < b->key.target;
  int order = strcmp(a->key.relation, b->key.relation);
  return order ? order < 0 : strcmp(a->id, b->id) < 0;
}

const char *akt_graph_check(const akt_graph *graph, akt_arena *arena) {
  for (uint32_t i = 0; i < graph->documents.count; i++) {
    const akt_document *document = &graph->documents.items[i];
    if (!document->id)
      return "a document without id";
    if (i && strcmp(document[-1].id, document->id) >= 0)
      return akt_arena_printf(arena, "documents at `%s`: not sorted", document->id);
  }
  for (uint32_t i = 0; i < graph->nodes.count; i++) {
    const akt_node *node = &graph->nodes.items[i];
    const char *broken = check_node(graph, node);
    if (broken)
      return akt_arena_printf(arena, "node `%s`: %s", node->id ? node->id : "", broken);
    if (i && strcmp(node[-1].id, node->id) >= 0)
      return akt_arena_printf(arena, "nodes at `%s`: not sorted", node->id);
  }
  akt_map ids;
  akt_map_init(&ids, arena);
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    const akt_edge *edge = &graph->edges.items[i];
    const char *broken = check_edge(graph, edge);
    if (!broken && i && !are_edges_ordered(edge - 1, edge))
      broken = "not sorted";
    if (!broken && akt_map_add(&ids, akt_span_of(edge->id), i) != i)
      broken = "an id that another edge has too";
    if (broken)
      return akt_arena_printf(arena, "edge `%s`: %s", edge->id ? edge->id : "", broken);
  }
  return NULL;
}
