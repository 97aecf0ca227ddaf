#include "graph/graph.h"

#include "graph/join.h"

#include <assert.h>

static const char *const tone_names[] = {"neutral", "cooperative", "hostile"};
static const char *const polarity_names[] = {"affirmed", "negated"};
static const char *const modality_names[] = {"asserted", "alleged", "planned", "conditional"};

const char *akt_tone_name(akt_tone tone) {
  return tone_names[tone];
}

const char *akt_polarity_name(akt_polarity polarity) {
  return polarity_names[polarity];
}

const char *akt_modality_name(akt_modality modality) {
  return modality_names[modality];
}

void akt_graph_init(akt_graph *graph, akt_arena *arena) {
  *graph = (akt_graph){.arena = arena};
  akt_map_init(&graph->document_by_key, arena);
  akt_map_init(&graph->node_by_id, arena);
  akt_map_init(&graph->edge_by_key, arena);
  akt_intern_init(&graph->strings, arena);
}

const char *akt_graph_string(akt_graph *graph, akt_span text) {
  if (!text.ptr)
    return NULL;
  return akt_intern_text(&graph->strings, akt_intern_add(&graph->strings, text)).ptr;
}

const char *akt_graph_cstring(akt_graph *graph, const char *text) {
  return text ? akt_graph_string(graph, akt_span_of(text)) : NULL;
}

uint32_t akt_graph_add_document(akt_graph *graph, const akt_document *document) {
  assert(document->id);
  akt_document copy = {
      .id = akt_graph_cstring(graph, document->id),
      .path = akt_graph_cstring(graph, document->path),
      .title = akt_graph_cstring(graph, document->title),
      .date = akt_graph_cstring(graph, document->date),
      .source = akt_graph_cstring(graph, document->source),
      .url = akt_graph_cstring(graph, document->url),
      .hash = document->hash,
      .char_count = document->char_count,
  };
  // Article texts are large and hardly ever equal: not worth a look-up.
  if (document->text)
    copy.text = akt_arena_string(graph->arena, document->text);
  akt_buf key;
  akt_buf_init(&key, graph->arena);
  akt_span base = akt_document_base_id(document);
  akt_buf_add(&key, base.ptr, base.len);
  akt_buf_printf(&key, "\n%016llx", (unsigned long long)document->hash);
  uint32_t number = akt_map_add(&graph->document_by_key, (akt_span){key.ptr, key.len},
                                graph->documents.count);
  if (number == graph->documents.count)
    akt_vec_push(graph->arena, &graph->documents, copy);
  else
    akt_join_document(&graph->documents.items[number], &copy);
  return number;
}

uint32_t akt_graph_add_node(akt_graph *graph, const char *id, const char *kind,
                            const char *label) {
  const char *own_id = akt_graph_cstring(graph, id);
  uint32_t number = akt_map_add(&graph->node_by_id, akt_span_of(own_id), graph->nodes.count);
  if (number == graph->nodes.count) {
    akt_node node = {.id = own_id,
                     .kind = akt_graph_cstring(graph, kind),
                     .label = akt_graph_cstring(graph, label)};
    akt_vec_push(graph->arena, &graph->nodes, node);
    return number;
  }
  akt_node *node = &graph->nodes.items[number];
  node->kind = akt_join_least(node->kind, akt_graph_cstring(graph, kind));
  akt_join_label(graph, node, label, false);
  return number;
}

void akt_graph_add_alias(akt_graph *graph, uint32_t node, const char *alias) {
  const char *own = akt_graph_cstring(graph, alias);
  akt_node *owner = &graph->nodes.items[node];
  if (!own || own == owner->label)
    return;
  // Equal texts are one pointer. Few aliases a node; finish removes the rest.
  uint32_t seen = owner->aliases.count < 32 ? owner->aliases.count : 32;
  for (uint32_t i = 0; i < seen; i++)
    if (owner->aliases.items[i] == own)
      return;
  akt_vec_push(graph->arena, &owner->aliases, own);
}

static akt_piece copy_piece(akt_graph *graph, const akt_piece *piece) {
  return (akt_piece){piece->start, piece->end, akt_graph_cstring(graph, piece->text)};
}

void akt_graph_add_mention(akt_graph *graph, uint32_t node, const akt_mention *mention) {
  akt_mention copy = {mention->document, copy_piece(graph, &mention->piece),
                      akt_graph_cstring(graph, mention->rule)};
  akt_vec_push(graph->arena, &graph->nodes.items[node].mentions, copy);
}

static akt_evidence copy_evidence(akt_graph *graph, const akt_evidence *evidence) {
  akt_evidence copy = {
      .document = evidence->document,
      .sentence = evidence->sentence,
      .quote = copy_piece(graph, &evidence->quote),
      .byte_start = evidence->byte_start,
      .subject = copy_piece(graph, &evidence->subject),
      .trigger = copy_piece(graph, &evidence->trigger),
      .object = copy_piece(graph, &evidence->object),
      .rule = akt_graph_cstring(graph, evidence->rule),
      .attribution = akt_graph_cstring(graph, evidence->attribution),
      .date_text = akt_graph_cstring(graph, evidence->date_text),
      .date = akt_graph_cstring(graph, evidence->date),
  };
  for (uint32_t i = 0; i < evidence->notes.count; i++) {
    akt_note note = {akt_graph_cstring(graph, evidence->notes.items[i].name),
                     akt_graph_cstring(graph, evidence->notes.items[i].text)};
    akt_vec_push(graph->arena, &copy.notes, note);
  }
  return copy;
}

static akt_edge *find_or_make_edge(akt_graph *graph, const akt_edge_key *key) {
  akt_edge_key own = *key;
  own.relation = akt_graph_cstring(graph, key->relation);
  own.plover = akt_graph_cstring(graph, key->plover);
  own.cameo = akt_graph_cstring(graph, key->cameo);
  akt_edge_key_bytes packed = akt_edge_key_pack(&own);
  akt_span bytes = {packed.bytes, sizeof packed.bytes};
  uint32_t number = akt_map_get(&graph->edge_by_key, bytes);
  if (number != AKT_NONE)
    return &graph->edges.items[number];
  bytes.ptr = akt_arena_copy(graph->arena, bytes.ptr, bytes.len);
  akt_map_add(&graph->edge_by_key, bytes, graph->edges.count);
  akt_edge edge = {.key = own};
  akt_vec_push(graph->arena, &graph->edges, edge);
  return &graph->edges.items[graph->edges.count - 1];
}

uint32_t akt_graph_add_edge(akt_graph *graph, const akt_edge_key *key, const char *label,
                            akt_tone tone, bool is_mutual, const akt_evidence *evidence) {
  akt_edge *edge = find_or_make_edge(graph, key);
  uint32_t number = (uint32_t)(edge - graph->edges.items);
  edge->label = akt_join_longest(edge->label, akt_graph_cstring(graph, label));
  edge->tone = tone > edge->tone ? tone : edge->tone;
  edge->is_mutual |= is_mutual;
  if (!evidence)
    return number;
  // Repeats come soon after each other; akt_graph_finish finds the others.
  uint32_t first = edge->evidence.count > 16 ? edge->evidence.count - 16 : 0;
  for (uint32_t i = first; i < edge->evidence.count; i++)
    if (akt_evidence_place_order(&edge->evidence.items[i], evidence) == 0)
      return number;
  akt_evidence copy = copy_evidence(graph, evidence);
  akt_vec_push(graph->arena, &edge->evidence, copy);
  return number;
}
