#include "graph/diff.h"

#include "graph/join.h"

static void add_fact(akt_arena *arena, akt_diff_item *item, const char *name,
                     const char *before, const char *after) {
  if (akt_join_order(before, after) == 0)
    return;
  akt_diff_fact fact = {name, before, after};
  akt_vec_push(arena, &item->facts, fact);
}

static const char *number_text(akt_arena *arena, uint32_t number) {
  return akt_arena_printf(arena, "%u", number);
}

static const char *join_aliases(akt_arena *arena, const akt_node *node) {
  akt_buf out;
  akt_buf_init(&out, arena);
  for (uint32_t i = 0; i < node->aliases.count; i++) {
    akt_buf_puts(&out, i ? "; " : "");
    akt_buf_puts(&out, node->aliases.items[i]);
  }
  return node->aliases.count ? akt_buf_text(&out) : NULL;
}

static void compare_nodes(akt_arena *arena, const akt_node *a, const akt_node *b,
                          akt_diff_item *item) {
  add_fact(arena, item, "label", a->label, b->label);
  add_fact(arena, item, "kind", a->kind, b->kind);
  add_fact(arena, item, "role", a->role, b->role);
  add_fact(arena, item, "affiliation", a->affiliation, b->affiliation);
  add_fact(arena, item, "aliases", join_aliases(arena, a), join_aliases(arena, b));
  add_fact(arena, item, "mentions", number_text(arena, a->mentions.count),
           number_text(arena, b->mentions.count));
}

// Where the evidence is, without its rule: a rule file that grew a line is no news.
static const char *evidence_places(akt_arena *arena, const akt_graph *graph,
                                   const akt_edge *edge) {
  akt_buf out;
  akt_buf_init(&out, arena);
  for (uint32_t i = 0; i < edge->evidence.count; i++) {
    const akt_evidence *evidence = &edge->evidence.items[i];
    akt_buf_printf(&out, "%s%s:%u-%u", i ? ", " : "",
                   graph->documents.items[evidence->document].id, evidence->quote.start,
                   evidence->quote.end);
  }
  return akt_buf_text(&out);
}

static void compare_edges(akt_arena *arena, const akt_diff *diff, const akt_edge *a,
                          const akt_edge *b, akt_diff_item *item) {
  add_fact(arena, item, "label", a->label, b->label);
  add_fact(arena, item, "tone", akt_tone_name(a->tone), akt_tone_name(b->tone));
  add_fact(arena, item, "mutual", a->is_mutual ? "true" : "false",
           b->is_mutual ? "true" : "false");
  add_fact(arena, item, "evidence", evidence_places(arena, diff->before, a),
           evidence_places(arena, diff->after, b));
}

static void diff_nodes(akt_arena *arena, akt_diff *diff) {
  const akt_graph *a = diff->before;
  const akt_graph *b = diff->after;
  uint32_t i = 0;
  uint32_t k = 0;
  while (i < a->nodes.count || k < b->nodes.count) {
    int order = i == a->nodes.count   ? 1
                : k == b->nodes.count ? -1
                                      : strcmp(a->nodes.items[i].id, b->nodes.items[k].id);
    akt_diff_item item = {
        AKT_DIFF_CHANGED, order <= 0 ? i : AKT_NONE, order >= 0 ? k : AKT_NONE, {0}};
    if (order < 0)
      item.change = AKT_DIFF_REMOVED;
    else if (order > 0)
      item.change = AKT_DIFF_ADDED;
    else
      compare_nodes(arena, &a->nodes.items[i], &b->nodes.items[k], &item);
    if (order != 0 || item.facts.count)
      akt_vec_push(arena, &diff->nodes, item);
    i += order <= 0;
    k += order >= 0;
  }
}

static int order_edges(const akt_diff *diff, const akt_edge *a, const akt_edge *b) {
  int order = strcmp(diff->before->nodes.items[a->key.source].id,
                     diff->after->nodes.items[b->key.source].id);
  if (!order)
    order = strcmp(diff->before->nodes.items[a->key.target].id,
                   diff->after->nodes.items[b->key.target].id);
  if (!order)
    order = strcmp(a->key.relation, b->key.relation);
  return order ? order : strcmp(a->id, b->id);
}

static void diff_edges(akt_arena *arena, akt_diff *diff) {
  const akt_graph *a = diff->before;
  const akt_graph *b = diff->after;
  uint32_t i = 0;
  uint32_t k = 0;
  while (i < a->edges.count || k < b->edges.count) {
    int order = i == a->edges.count ? 1
                : k == b->edges.count
                    ? -1
                    : order_edges(diff, &a->edges.items[i], &b->edges.items[k]);
    akt_diff_item item = {
        AKT_DIFF_CHANGED, order <= 0 ? i : AKT_NONE, order >= 0 ? k : AKT_NONE, {0}};
    if (order < 0)
      item.change = AKT_DIFF_REMOVED;
    else if (order > 0)
      item.change = AKT_DIFF_ADDED;
    else
      compare_edges(arena, diff, &a->edges.items[i], &b->edges.items[k], &item);
    if (order != 0 || item.facts.count)
      akt_vec_push(arena, &diff->edges, item);
    i += order <= 0;
    k += order >= 0;
  }
}

akt_diff akt_diff_graphs(akt_arena *arena, const akt_graph *before, const akt_graph *after) {
  akt_diff diff = {.before = before, .after = after};
  diff_nodes(arena, &diff);
  diff_edges(arena, &diff);
  return diff;
}
