#include "graph/join.h"

#include <stdio.h>

int akt_join_order(const char *a, const char *b) {
  if (!a || !b)
    return (a != NULL) - (b != NULL);
  return strcmp(a, b);
}

const char *akt_join_least(const char *a, const char *b) {
  if (!a || !b)
    return a ? a : b;
  return strcmp(a, b) <= 0 ? a : b;
}

const char *akt_join_longest(const char *a, const char *b) {
  if (!a || !b)
    return a ? a : b;
  size_t a_len = strlen(a);
  size_t b_len = strlen(b);
  if (a_len != b_len)
    return a_len > b_len ? a : b;
  return akt_join_least(a, b);
}

void akt_join_label(akt_graph *graph, akt_node *node, const char *label, bool is_listed) {
  const char *text = akt_graph_cstring(graph, label);
  if (!node->label || text == node->label || !text) {
    node->label = node->label ? node->label : text;
    node->is_listed |= is_listed;
    return;
  }
  const char *winner = akt_join_longest(node->label, text);
  if (is_listed != node->is_listed)
    winner = is_listed ? text : node->label;
  const char *loser = winner == text ? node->label : text;
  akt_vec_push(graph->arena, &node->aliases, loser);
  node->label = winner;
  node->is_listed |= is_listed;
}

void akt_join_document(akt_document *into, const akt_document *from) {
  into->path = akt_join_least(into->path, from->path);
  into->title = akt_join_longest(into->title, from->title);
  into->date = akt_join_least(into->date, from->date);
  into->source = akt_join_least(into->source, from->source);
  into->url = akt_join_least(into->url, from->url);
  into->text = akt_join_least(into->text, from->text);
  if (from->char_count > into->char_count)
    into->char_count = from->char_count;
}

void akt_join_kind(akt_graph *graph, const akt_kind_look *kind) {
  akt_kind_look copy = {
      .name = akt_graph_cstring(graph, kind->name),
      .parent = akt_graph_cstring(graph, kind->parent),
      .shape = akt_graph_cstring(graph, kind->shape),
      .fill = akt_graph_cstring(graph, kind->fill),
      .line = akt_graph_cstring(graph, kind->line),
      .text = akt_graph_cstring(graph, kind->text),
  };
  for (uint32_t i = 0; i < graph->kinds.count; i++) {
    akt_kind_look *known = &graph->kinds.items[i];
    if (known->name != copy.name)
      continue;
    known->parent = akt_join_least(known->parent, copy.parent);
    known->shape = akt_join_least(known->shape, copy.shape);
    known->fill = akt_join_least(known->fill, copy.fill);
    known->line = akt_join_least(known->line, copy.line);
    known->text = akt_join_least(known->text, copy.text);
    return;
  }
  akt_vec_push(graph->arena, &graph->kinds, copy);
}

void akt_join_rule_file(akt_graph *graph, const char *path, uint64_t hash) {
  const char *own = akt_graph_cstring(graph, path);
  for (uint32_t i = 0; i < graph->rules.count; i++)
    if (graph->rules.items[i].path == own && graph->rules.items[i].hash == hash)
      return;
  akt_vec_push(graph->arena, &graph->rules, (akt_rule_file){own, hash});
}

void akt_join_warning(akt_graph *graph, const char *text) {
  const char *own = akt_graph_cstring(graph, text);
  for (uint32_t i = 0; i < graph->warnings.count; i++)
    if (graph->warnings.items[i] == own)
      return;
  akt_vec_push(graph->arena, &graph->warnings, own);
}

void akt_join_attr(akt_graph *graph, akt_notes *attrs, const akt_note *attr) {
  akt_note own = {akt_graph_cstring(graph, attr->name), akt_graph_cstring(graph, attr->text)};
  for (uint32_t i = 0; i < attrs->count; i++)
    if (attrs->items[i].name == own.name) {
      attrs->items[i].text = akt_join_longest(attrs->items[i].text, own.text);
      return;
    }
  akt_vec_push(graph->arena, attrs, own);
}

static int compare(uint32_t a, uint32_t b) {
  return (a > b) - (a < b);
}

int akt_piece_order(const akt_piece *a, const akt_piece *b) {
  int order = compare(a->start, b->start);
  return order ? order : compare(a->end, b->end);
}

int akt_mention_place_order(const akt_mention *a, const akt_mention *b) {
  int order = compare(a->document, b->document);
  return order ? order : akt_piece_order(&a->piece, &b->piece);
}

int akt_evidence_place_order(const akt_evidence *a, const akt_evidence *b) {
  int order = compare(a->document, b->document);
  if (!order)
    order = akt_piece_order(&a->quote, &b->quote);
  if (!order)
    order = akt_piece_order(&a->subject, &b->subject);
  if (!order)
    order = akt_piece_order(&a->trigger, &b->trigger);
  if (!order)
    order = akt_piece_order(&a->object, &b->object);
  return order;
}

akt_edge_key_bytes akt_edge_key_pack(const akt_edge_key *key) {
  akt_edge_key_bytes packed = {{0}};
  char *next = packed.bytes;
  memcpy(next, &key->source, sizeof key->source);
  next += sizeof key->source;
  memcpy(next, &key->target, sizeof key->target);
  next += sizeof key->target;
  // Equal texts share one address in the graph, so addresses stand for them.
  const char *texts[] = {key->relation, key->plover, key->cameo};
  memcpy(next, texts, sizeof texts);
  next += sizeof texts;
  *next++ = (char)key->polarity;
  *next = (char)key->modality;
  return packed;
}

akt_span akt_document_base_id(const akt_document *document) {
  akt_span id = akt_span_of(document->id);
  char suffix[16];
  int len = snprintf(suffix, sizeof suffix, "~%08x", (unsigned)(document->hash >> 32));
  if (len > 0 && id.len > (size_t)len && akt_span_ends_with(id, suffix))
    id.len -= (size_t)len;
  return id;
}

// Who somebody belongs to, as far up as the graph knows.
static uint32_t topmost_owner(const akt_graph *graph, uint32_t node) {
  enum { MOST_STEPS = 16 }; // a graph of another tool may have circles
  for (int i = 0; i < MOST_STEPS; i++) {
    const char *id = graph->nodes.items[node].affiliation;
    uint32_t owner = id ? akt_map_get(&graph->node_by_id, akt_span_of(id)) : AKT_NONE;
    if (owner == AKT_NONE || owner >= graph->nodes.count)
      break;
    node = owner;
  }
  return node;
}

// Of each node, how much is said; what is said of people counts for their country.
static uint64_t *weigh_nodes(const akt_graph *graph, akt_arena *arena) {
  uint64_t *weights = akt_arena_zalloc(arena, graph->nodes.count * sizeof *weights);
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    const akt_edge *edge = &graph->edges.items[i];
    uint64_t weight = edge->evidence.count ? edge->evidence.count : 1;
    uint32_t source = topmost_owner(graph, edge->key.source);
    uint32_t target = topmost_owner(graph, edge->key.target);
    weights[source] += weight;
    if (target != source)
      weights[target] += weight;
  }
  return weights;
}

// The heaviest node that is left, which is then left no more; AKT_NONE at the end.
static uint32_t take_heaviest(const akt_graph *graph, uint64_t *weights, bool *is_taken,
                              bool is_event) {
  uint32_t top = AKT_NONE;
  for (uint32_t i = 0; i < graph->nodes.count; i++) {
    bool is_candidate =
        !is_taken[i] && (!is_event || strcmp(graph->nodes.items[i].kind, "event") == 0);
    if (is_candidate && (top == AKT_NONE || weights[i] > weights[top]))
      top = i;
  }
  if (top != AKT_NONE)
    is_taken[top] = true;
  return top;
}

// "Attack in Kashmir: " of "attack in Kashmir".
static const char *as_start(akt_arena *arena, const char *label) {
  char *text = akt_arena_printf(arena, "%s: ", label);
  if (*text >= 'a' && *text <= 'z')
    *text = (char)(*text - 'a' + 'A');
  return text;
}

const char *akt_graph_made_title(const akt_graph *graph, akt_arena *arena) {
  enum { NAMED = 3, EVENT_WEIGHT = 3 };
  const akt_document *only = graph->documents.count == 1 ? graph->documents.items : NULL;
  if (only && only->title && *only->title)
    return akt_arena_string(arena, only->title);
  if (!graph->nodes.count)
    return NULL;
  uint64_t *weights = weigh_nodes(graph, arena);
  bool *is_taken = akt_arena_zalloc(arena, graph->nodes.count);
  const char *event = "", *names[NAMED] = {NULL};
  uint32_t heart = take_heaviest(graph, weights, is_taken, true);
  if (heart != AKT_NONE && weights[heart] >= EVENT_WEIGHT)
    event = as_start(arena, graph->nodes.items[heart].label);
  else if (heart != AKT_NONE)
    is_taken[heart] = false;
  for (int i = 0; i < NAMED; i++) {
    uint32_t node = take_heaviest(graph, weights, is_taken, false);
    names[i] = node == AKT_NONE ? NULL : graph->nodes.items[node].label;
  }
  if (!names[0])
    return akt_arena_string(arena, graph->nodes.items[heart].label);
  if (!names[1])
    return akt_arena_printf(arena, "%s%s", event, names[0]);
  if (!names[2])
    return akt_arena_printf(arena, "%s%s and %s", event, names[0], names[1]);
  return akt_arena_printf(arena, "%s%s, %s and %s", event, names[0], names[1], names[2]);
}
