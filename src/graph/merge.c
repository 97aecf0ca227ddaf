#include "graph/merge.h"

#include "graph/join.h"

static uint32_t *merge_documents(akt_graph *out, const akt_graph *from) {
  uint32_t *number = akt_arena_alloc(out->arena, (from->documents.count + 1) * sizeof *number);
  for (uint32_t i = 0; i < from->documents.count; i++)
    number[i] = akt_graph_add_document(out, &from->documents.items[i]);
  return number;
}

static void note_kind(akt_merge *merge, const akt_node *known, const char *kind) {
  if (strcmp(known->kind, kind) == 0)
    return;
  bool is_first = strcmp(known->kind, kind) < 0;
  akt_kind_conflict conflict = {
      known->id,
      is_first ? known->kind : akt_graph_cstring(merge->out, kind),
      is_first ? akt_graph_cstring(merge->out, kind) : known->kind,
  };
  for (uint32_t i = 0; i < merge->conflicts.count; i++)
    if (merge->conflicts.items[i].id == conflict.id &&
        strcmp(merge->conflicts.items[i].other, conflict.other) == 0)
      return;
  akt_vec_push(merge->out->arena, &merge->conflicts, conflict);
}

static uint32_t merge_node(akt_merge *merge, const akt_node *node,
                           const uint32_t *document_at) {
  akt_graph *out = merge->out;
  akt_same same = {node->id, node->kind, node->label};
  bool is_renamed = false;
  if (merge->same_as) {
    akt_same known = merge->same_as(merge->user, node);
    is_renamed = known.id && strcmp(known.id, node->id) != 0;
    same = known.id ? known : same;
  }
  uint32_t known = akt_map_get(&out->node_by_id, akt_span_of(same.id));
  if (known != AKT_NONE)
    note_kind(merge, &out->nodes.items[known], same.kind);
  uint32_t number = akt_graph_add_node(out, same.id, same.kind, same.label);
  akt_node *into = &out->nodes.items[number];
  akt_join_label(out, into, same.label, node->is_listed || is_renamed);
  into->role = akt_join_longest(into->role, akt_graph_cstring(out, node->role));
  into->affiliation =
      akt_join_least(into->affiliation, akt_graph_cstring(out, node->affiliation));
  akt_graph_add_alias(out, number, node->label);
  for (uint32_t i = 0; i < node->aliases.count; i++)
    akt_graph_add_alias(out, number, node->aliases.items[i]);
  for (uint32_t i = 0; i < node->attrs.count; i++)
    akt_join_attr(out, &into->attrs, &node->attrs.items[i]);
  for (uint32_t i = 0; i < node->mentions.count; i++) {
    akt_mention mention = node->mentions.items[i];
    mention.document = document_at[mention.document];
    akt_graph_add_mention(out, number, &mention);
  }
  return number;
}

static void merge_edge(akt_graph *out, const akt_edge *edge, const uint32_t *document_at,
                       const uint32_t *node_at) {
  akt_edge_key key = edge->key;
  key.source = node_at[key.source];
  key.target = node_at[key.target];
  uint32_t number =
      akt_graph_add_edge(out, &key, edge->label, edge->tone, edge->is_mutual, NULL);
  for (uint32_t i = 0; i < edge->attrs.count; i++)
    akt_join_attr(out, &out->edges.items[number].attrs, &edge->attrs.items[i]);
  for (uint32_t i = 0; i < edge->evidence.count; i++) {
    akt_evidence evidence = edge->evidence.items[i];
    evidence.document = document_at[evidence.document];
    akt_graph_add_edge(out, &key, edge->label, edge->tone, edge->is_mutual, &evidence);
  }
}

// Affiliations name nodes by id; where a node took another id they follow it.
static void follow_renames(akt_merge *merge, const akt_graph *from, const uint32_t *node_at) {
  if (!merge->same_as)
    return;
  for (uint32_t i = 0; i < from->nodes.count; i++) {
    const char *affiliation = from->nodes.items[i].affiliation;
    uint32_t old =
        affiliation ? akt_map_get(&from->node_by_id, akt_span_of(affiliation)) : AKT_NONE;
    if (old == AKT_NONE)
      continue;
    akt_node *node = &merge->out->nodes.items[node_at[i]];
    if (node->affiliation && strcmp(node->affiliation, affiliation) == 0)
      node->affiliation = merge->out->nodes.items[node_at[old]].id;
  }
}

static void merge_one(akt_merge *merge, const akt_graph *from) {
  akt_graph *out = merge->out;
  for (uint32_t i = 0; i < from->kinds.count; i++)
    akt_join_kind(out, &from->kinds.items[i]);
  for (uint32_t i = 0; i < from->rules.count; i++)
    akt_join_rule_file(out, from->rules.items[i].path, from->rules.items[i].hash);
  for (uint32_t i = 0; i < from->warnings.count; i++)
    akt_join_warning(out, from->warnings.items[i]);
  const uint32_t *document_at = merge_documents(out, from);
  uint32_t *node_at = akt_arena_alloc(out->arena, (from->nodes.count + 1) * sizeof *node_at);
  for (uint32_t i = 0; i < from->nodes.count; i++)
    node_at[i] = merge_node(merge, &from->nodes.items[i], document_at);
  follow_renames(merge, from, node_at);
  for (uint32_t i = 0; i < from->edges.count; i++)
    merge_edge(out, &from->edges.items[i], document_at, node_at);
}

// A title stays when all graphs agree on it. One that was made, of a headline or of
// nodes, never does: the joined graph's own is made instead.
static const char *join_titles(akt_graph *out, const akt_graph *const *graphs, size_t count) {
  const char *title = NULL;
  for (size_t i = 0; i < count; i++) {
    const char *other = graphs[i]->title;
    const char *made = akt_graph_made_title(graphs[i], out->arena);
    if (!other)
      continue;
    if ((made && strcmp(made, other) == 0) || (title && strcmp(title, other) != 0))
      return NULL;
    title = other;
  }
  return akt_graph_cstring(out, title);
}

void akt_merge_graphs(akt_merge *merge, const akt_graph *const *graphs, size_t count) {
  for (size_t i = 0; i < count; i++)
    merge_one(merge, graphs[i]);
  merge->out->title = join_titles(merge->out, graphs, count);
  akt_graph_finish(merge->out);
}
