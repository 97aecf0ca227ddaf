#include "draw/plan.h"

#include "draw/event.h"

#include <stdlib.h>

#define FULL_ENTITIES  25
#define SHORT_ENTITIES 60
#define PLAIN_ENTITIES 150
#define MAX_CHAIN      16 // affiliations of affiliations

/// Relations that say where somebody belongs: drawn by where he stands.
static const char *const belonging[] = {"represents", "leads", "member-of"};

static bool is_belonging(const akt_edge *edge) {
  for (size_t i = 0; i < sizeof belonging / sizeof belonging[0]; i++) {
    if (strcmp(edge->key.relation, belonging[i]) == 0)
      return edge->key.polarity == AKT_AFFIRMED && edge->key.source != edge->key.target;
  }
  return false;
}

/// The node each node belongs to, from its field, else from its first such edge.
static uint32_t *find_owners(const akt_plan *plan) {
  const akt_graph *graph = plan->graph;
  uint32_t *owners = akt_arena_alloc(plan->arena, graph->nodes.count * sizeof *owners);
  for (uint32_t i = 0; i < graph->nodes.count; i++) {
    const char *id = graph->nodes.items[i].affiliation;
    owners[i] = id ? akt_map_get(&graph->node_by_id, akt_span_of(id)) : AKT_NONE;
    if (owners[i] == i || (owners[i] != AKT_NONE && owners[i] >= graph->nodes.count))
      owners[i] = AKT_NONE;
  }
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    const akt_edge *edge = &graph->edges.items[i];
    if (is_belonging(edge) && owners[edge->key.source] == AKT_NONE)
      owners[edge->key.source] = edge->key.target;
  }
  return owners;
}

/// Whether the edge says no more than that its source belongs to its target.
static bool repeats_owner(const uint32_t *owners, const akt_edge *edge) {
  if (!is_belonging(edge))
    return false;
  uint32_t node = edge->key.source;
  for (int i = 0; i < MAX_CHAIN && owners[node] != AKT_NONE; i++) {
    node = owners[node];
    if (node == edge->key.target)
      return true;
  }
  return false;
}

static void count_statements(akt_plan *plan) {
  const akt_graph *graph = plan->graph;
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    const akt_edge *edge = &graph->edges.items[i];
    uint32_t count = edge->evidence.count ? edge->evidence.count : 1;
    plan->all_statements += count;
    if (plan->is_thin[i])
      continue;
    plan->nodes[edge->key.source].acts += count;
    plan->nodes[edge->key.target].receives += count;
  }
  for (uint32_t i = 0; i < graph->nodes.count; i++) {
    akt_plan_node *node = &plan->nodes[i];
    node->is_shown = node->acts + node->receives > 0;
    plan->connected += node->is_shown;
  }
}

typedef struct ranked {
  uint32_t strength;
  uint32_t node;
} ranked;

static int compare_ranked(const void *a, const void *b) {
  const ranked *x = a, *y = b;
  if (x->strength != y->strength)
    return x->strength < y->strength ? 1 : -1;
  return x->node < y->node ? -1 : x->node > y->node;
}

/// Shows the `count` nodes with most statements (or mentions, when nothing has
/// a statement) and no others.
static void keep_strongest(akt_plan *plan, uint32_t count) {
  uint32_t total = plan->graph->nodes.count;
  ranked *order = akt_arena_alloc(plan->arena, total * sizeof *order);
  for (uint32_t i = 0; i < total; i++) {
    const akt_plan_node *node = &plan->nodes[i];
    uint32_t strength = plan->connected ? node->acts + node->receives
                                        : plan->graph->nodes.items[i].mentions.count + 1;
    order[i] = (ranked){strength, i};
    plan->nodes[i].is_shown = false;
  }
  qsort(order, total, sizeof *order, compare_ranked);
  for (uint32_t i = 0; i < total && i < count; i++)
    plan->nodes[order[i].node].is_shown = order[i].strength > 0;
}

/// A node that lost all its partners would stand alone for no reason.
static void drop_lonely(akt_plan *plan) {
  const akt_graph *graph = plan->graph;
  bool *has_partner = akt_arena_zalloc(plan->arena, graph->nodes.count);
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    const akt_edge_key *key = &graph->edges.items[i].key;
    if (plan->is_thin[i] || !plan->nodes[key->source].is_shown ||
        !plan->nodes[key->target].is_shown)
      continue;
    has_partner[key->source] = has_partner[key->target] = true;
  }
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    plan->nodes[i].is_shown = plan->nodes[i].is_shown && has_partner[i];
}

static uint32_t count_shown(const akt_plan *plan) {
  uint32_t shown = 0;
  for (uint32_t i = 0; i < plan->graph->nodes.count; i++)
    shown += plan->nodes[i].is_shown;
  return shown;
}

static uint32_t count_written(const akt_plan *plan) {
  uint32_t written = 0;
  for (uint32_t i = 0; i < plan->graph->nodes.count; i++)
    written += plan->nodes[i].is_written && !plan->nodes[i].is_shown;
  return written;
}

/// In a small picture, the country of an official is worth a box of its own
/// even when nothing else is said of it.
static void show_owners(akt_plan *plan, const uint32_t *owners) {
  uint32_t count = plan->graph->nodes.count;
  bool *is_wanted = akt_arena_zalloc(plan->arena, count);
  uint32_t wanted = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (!plan->nodes[i].is_shown)
      continue;
    uint32_t node = i;
    for (int step = 0; step < MAX_CHAIN && owners[node] != AKT_NONE; step++)
      node = owners[node];
    if (!plan->nodes[node].is_shown && !is_wanted[node]) {
      is_wanted[node] = true;
      wanted++;
    }
  }
  if (count_shown(plan) + wanted > FULL_ENTITIES)
    return;
  for (uint32_t i = 0; i < count; i++)
    plan->nodes[i].is_shown = plan->nodes[i].is_shown || is_wanted[i];
}

/// Gives each shown node the nearest and the topmost shown node it belongs to.
static void find_homes(akt_plan *plan, const uint32_t *owners) {
  for (uint32_t i = 0; i < plan->graph->nodes.count; i++) {
    akt_plan_node *node = &plan->nodes[i];
    uint32_t at = i;
    for (int step = 0; step < MAX_CHAIN && owners[at] != AKT_NONE; step++) {
      at = owners[at];
      if (!plan->nodes[at].is_shown || at == i)
        continue;
      if (node->above == AKT_NONE)
        node->above = at;
      node->home = at;
    }
  }
  for (uint32_t i = 0; i < plan->graph->nodes.count; i++) {
    uint32_t home = plan->nodes[i].home;
    if (plan->nodes[i].is_shown && home != AKT_NONE && plan->nodes[home].home == AKT_NONE)
      plan->nodes[home].home = home;
  }
}

static akt_draw_scale scale_for(uint32_t entities) {
  return entities <= FULL_ENTITIES    ? AKT_SCALE_FULL
         : entities <= SHORT_ENTITIES ? AKT_SCALE_SHORT
         : entities <= PLAIN_ENTITIES ? AKT_SCALE_PLAIN
                                      : AKT_SCALE_STRONGEST;
}

bool akt_plan_make(akt_plan *plan, const akt_graph *graph, const struct akt_changes *changes,
                   const akt_draw_options *options, akt_arena *arena) {
  *plan = (akt_plan){.arena = arena, .graph = graph, .options = options, .changes = changes};
  plan->nodes = akt_arena_zalloc(arena, (graph->nodes.count + 1) * sizeof *plan->nodes);
  plan->is_thin = akt_arena_zalloc(arena, graph->edges.count + 1);
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    plan->nodes[i].home = plan->nodes[i].above = AKT_NONE;
  uint32_t *owners = find_owners(plan);
  for (uint32_t i = 0; i < graph->edges.count; i++)
    plan->is_thin[i] = repeats_owner(owners, &graph->edges.items[i]);
  akt_event_read(plan);
  count_statements(plan);
  if (plan->connected > AKT_DRAW_MAX_ENTITIES && !options->is_forced)
    return false;
  plan->scale = scale_for(plan->connected);
  // Who insists gets everything, as well as it can be drawn.
  if (plan->connected > AKT_DRAW_MAX_ENTITIES)
    plan->scale = AKT_SCALE_PLAIN;
  if (plan->connected == 0)
    keep_strongest(plan, FULL_ENTITIES);
  else if (plan->scale == AKT_SCALE_STRONGEST) {
    keep_strongest(plan, AKT_DRAW_KEPT_ENTITIES);
    drop_lonely(plan);
  } else
    show_owners(plan, owners);
  find_homes(plan, owners);
  plan->focal = akt_event_focal(plan);
  plan->shown = count_shown(plan);
  plan->written = count_written(plan);
  return true;
}
