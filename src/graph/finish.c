// The last step of making a graph: everything in its one order, everything once,
// counted and named. After it two graphs with the same content are equal byte for
// byte, whatever order they were put together in.
#include "graph/graph.h"
#include "graph/join.h"

#include <stdio.h>
#include <stdlib.h>

static int order_documents(const void *a, const void *b) {
  const akt_document *left = a;
  const akt_document *right = b;
  int order = strcmp(left->id, right->id);
  return order ? order : (left->hash > right->hash) - (left->hash < right->hash);
}

static int order_nodes(const void *a, const void *b) {
  return strcmp(((const akt_node *)a)->id, ((const akt_node *)b)->id);
}

static int order_texts(const void *a, const void *b) {
  return akt_join_order(*(const char *const *)a, *(const char *const *)b);
}

static int order_mentions(const void *a, const void *b) {
  const akt_mention *left = a;
  const akt_mention *right = b;
  int order = akt_mention_place_order(left, right);
  if (!order)
    order = akt_join_order(left->rule, right->rule);
  return order ? order : akt_join_order(left->piece.text, right->piece.text);
}

static int order_notes(const void *a, const void *b) {
  const akt_note *left = a;
  const akt_note *right = b;
  int order = akt_join_order(left->name, right->name);
  return order ? order : akt_join_order(left->text, right->text);
}

static int order_note_lists(const akt_evidence *a, const akt_evidence *b) {
  for (uint32_t i = 0; i < a->notes.count && i < b->notes.count; i++) {
    int order = order_notes(&a->notes.items[i], &b->notes.items[i]);
    if (order)
      return order;
  }
  return (a->notes.count > b->notes.count) - (a->notes.count < b->notes.count);
}

// A total order: what stands at one place is told apart by all it says.
static int order_evidence(const void *a, const void *b) {
  const akt_evidence *left = a;
  const akt_evidence *right = b;
  int order = akt_evidence_place_order(left, right);
  if (order)
    return order;
  const char *const pairs[][2] = {
      {left->rule, right->rule},
      {left->attribution, right->attribution},
      {left->date_text, right->date_text},
      {left->date, right->date},
      {left->quote.text, right->quote.text},
      {left->subject.text, right->subject.text},
      {left->trigger.text, right->trigger.text},
      {left->object.text, right->object.text},
  };
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs && !order; i++)
    order = akt_join_order(pairs[i][0], pairs[i][1]);
  if (!order)
    order = order_note_lists(left, right);
  if (!order)
    order = (left->sentence > right->sentence) - (left->sentence < right->sentence);
  return order
             ? order
             : (left->byte_start > right->byte_start) - (left->byte_start < right->byte_start);
}

static int order_edges(const void *a, const void *b) {
  const akt_edge *left = a;
  const akt_edge *right = b;
  if (left->key.source != right->key.source)
    return left->key.source < right->key.source ? -1 : 1;
  if (left->key.target != right->key.target)
    return left->key.target < right->key.target ? -1 : 1;
  int order = akt_join_order(left->key.relation, right->key.relation);
  return order ? order : strcmp(left->id, right->id);
}

static int order_kinds(const void *a, const void *b) {
  return strcmp(((const akt_kind_look *)a)->name, ((const akt_kind_look *)b)->name);
}

static int order_rule_files(const void *a, const void *b) {
  const akt_rule_file *left = a;
  const akt_rule_file *right = b;
  int order = akt_join_order(left->path, right->path);
  return order ? order : (left->hash > right->hash) - (left->hash < right->hash);
}

static void sort(void *items, uint32_t count, size_t size,
                 int (*order)(const void *, const void *)) {
  if (count > 1)
    qsort(items, count, size, order);
}

static uint32_t unique_texts(const char **items, uint32_t count, const char *except) {
  sort(items, count, sizeof *items, order_texts);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count; i++)
    if ((!except || strcmp(items[i], except) != 0) &&
        (kept == 0 || strcmp(items[kept - 1], items[i]) != 0))
      items[kept++] = items[i];
  return kept;
}

// Where the documents of the old numbers are now; also the ids of texts that
// share one get their mark.
static uint32_t *sort_documents(akt_graph *graph) {
  uint32_t count = graph->documents.count;
  akt_document *documents = graph->documents.items;
  akt_map first;
  akt_map_init(&first, graph->arena);
  bool *is_shared = akt_arena_zalloc(graph->arena, count + 1);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t other = akt_map_add(&first, akt_document_base_id(&documents[i]), i);
    is_shared[i] = other != i;
    is_shared[other] |= other != i;
  }
  akt_map number_of;
  akt_map_init(&number_of, graph->arena);
  uint32_t *keys = akt_arena_alloc(graph->arena, (count + 1) * sizeof *keys);
  for (uint32_t i = 0; i < count; i++) {
    akt_span base = akt_document_base_id(&documents[i]);
    if (is_shared[i])
      documents[i].id = akt_graph_cstring(
          graph, akt_arena_printf(graph->arena, "%.*s~%08x", (int)base.len, base.ptr,
                                  (unsigned)(documents[i].hash >> 32)));
    keys[i] = i;
    akt_map_add(&number_of, akt_span_of(documents[i].id), i);
  }
  sort(documents, count, sizeof *documents, order_documents);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t old = akt_map_get(&number_of, akt_span_of(documents[i].id));
    keys[old] = i;
  }
  return keys;
}

static uint32_t *sort_nodes(akt_graph *graph) {
  uint32_t count = graph->nodes.count;
  uint32_t *moved = akt_arena_alloc(graph->arena, (count + 1) * sizeof *moved);
  sort(graph->nodes.items, count, sizeof *graph->nodes.items, order_nodes);
  akt_map by_id;
  akt_map_init(&by_id, graph->arena);
  for (uint32_t i = 0; i < count; i++) {
    akt_span id = akt_span_of(graph->nodes.items[i].id);
    moved[akt_map_get(&graph->node_by_id, id)] = i;
    akt_map_add(&by_id, id, i);
  }
  graph->node_by_id = by_id;
  return moved;
}

static void finish_node(akt_graph *graph, akt_node *node, const uint32_t *document_at) {
  for (uint32_t i = 0; i < node->mentions.count; i++)
    node->mentions.items[i].document = document_at[node->mentions.items[i].document];
  akt_mention *mentions = node->mentions.items;
  sort(mentions, node->mentions.count, sizeof *mentions, order_mentions);
  uint32_t kept = 0;
  node->doc_count = 0;
  for (uint32_t i = 0; i < node->mentions.count; i++) {
    if (kept && akt_mention_place_order(&mentions[kept - 1], &mentions[i]) == 0)
      continue;
    if (!kept || mentions[kept - 1].document != mentions[i].document)
      node->doc_count++;
    mentions[kept++] = mentions[i];
  }
  node->mentions.count = kept;
  sort(node->attrs.items, node->attrs.count, sizeof *node->attrs.items, order_notes);
  node->aliases.count = unique_texts(node->aliases.items, node->aliases.count, node->label);
  if (node->affiliation &&
      akt_map_get(&graph->node_by_id, akt_span_of(node->affiliation)) == AKT_NONE)
    node->affiliation = NULL;
}

static const char *make_edge_id(akt_graph *graph, const akt_edge *edge) {
  const akt_edge_key *key = &edge->key;
  const char *parts[] = {
      graph->nodes.items[key->source].id,
      key->relation,
      graph->nodes.items[key->target].id,
      akt_polarity_name(key->polarity),
      akt_modality_name(key->modality),
      key->plover,
      key->cameo,
  };
  uint64_t hash = 0;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    akt_span part = akt_span_of(parts[i]);
    hash = akt_hash_mix(hash, akt_hash(part.ptr, part.len));
  }
  char id[24];
  snprintf(id, sizeof id, "e_%016llx", (unsigned long long)hash);
  return akt_graph_cstring(graph, id);
}

static void finish_edge(akt_graph *graph, akt_edge *edge, const uint32_t *document_at,
                        const uint32_t *node_at) {
  edge->key.source = node_at[edge->key.source];
  edge->key.target = node_at[edge->key.target];
  edge->id = make_edge_id(graph, edge);
  sort(edge->attrs.items, edge->attrs.count, sizeof *edge->attrs.items, order_notes);
  akt_evidence *items = edge->evidence.items;
  for (uint32_t i = 0; i < edge->evidence.count; i++) {
    items[i].document = document_at[items[i].document];
    sort(items[i].notes.items, items[i].notes.count, sizeof *items[i].notes.items, order_notes);
  }
  sort(items, edge->evidence.count, sizeof *items, order_evidence);
  uint32_t kept = 0;
  edge->doc_count = 0;
  for (uint32_t i = 0; i < edge->evidence.count; i++) {
    if (kept && akt_evidence_place_order(&items[kept - 1], &items[i]) == 0)
      continue;
    if (!kept || items[kept - 1].document != items[i].document)
      edge->doc_count++;
    items[kept++] = items[i];
  }
  edge->evidence.count = kept;
}

static void sort_edges(akt_graph *graph) {
  sort(graph->edges.items, graph->edges.count, sizeof *graph->edges.items, order_edges);
  akt_map_init(&graph->edge_by_key, graph->arena);
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    akt_edge_key_bytes packed = akt_edge_key_pack(&graph->edges.items[i].key);
    char *bytes = akt_arena_copy(graph->arena, packed.bytes, sizeof packed.bytes);
    akt_map_add(&graph->edge_by_key, (akt_span){bytes, sizeof packed.bytes}, i);
  }
}

static void index_documents(akt_graph *graph) {
  akt_map_init(&graph->document_by_key, graph->arena);
  for (uint32_t i = 0; i < graph->documents.count; i++) {
    const akt_document *document = &graph->documents.items[i];
    akt_span base = akt_document_base_id(document);
    char *key = akt_arena_printf(graph->arena, "%.*s\n%016llx", (int)base.len, base.ptr,
                                 (unsigned long long)document->hash);
    akt_map_add(&graph->document_by_key, akt_span_of(key), i);
  }
}

void akt_graph_finish(akt_graph *graph) {
  const uint32_t *document_at = sort_documents(graph);
  index_documents(graph);
  const uint32_t *node_at = sort_nodes(graph);
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    finish_node(graph, &graph->nodes.items[i], document_at);
  for (uint32_t i = 0; i < graph->edges.count; i++)
    finish_edge(graph, &graph->edges.items[i], document_at, node_at);
  sort_edges(graph);
  sort(graph->kinds.items, graph->kinds.count, sizeof *graph->kinds.items, order_kinds);
  sort(graph->rules.items, graph->rules.count, sizeof *graph->rules.items, order_rule_files);
  graph->warnings.count = unique_texts(graph->warnings.items, graph->warnings.count, NULL);
  if (!graph->title)
    graph->title = akt_graph_made_title(graph, graph->arena);
}
