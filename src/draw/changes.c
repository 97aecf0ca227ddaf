#include "draw/changes.h"

#include "graph/merge.h"

static akt_change change_of(const akt_map *before, const akt_map *after, const char *id) {
  akt_span key = akt_span_of(id);
  bool was = akt_map_get(before, key) != AKT_NONE, is = akt_map_get(after, key) != AKT_NONE;
  return was == is ? AKT_SAME : is ? AKT_ADDED : AKT_REMOVED;
}

static akt_map edge_ids(akt_arena *arena, const akt_graph *graph) {
  akt_map ids;
  akt_map_init(&ids, arena);
  for (uint32_t i = 0; i < graph->edges.count; i++)
    akt_map_add(&ids, akt_span_of(graph->edges.items[i].id), i);
  return ids;
}

akt_changes akt_changes_find(akt_arena *arena, const akt_graph *before,
                             const akt_graph *after) {
  akt_changes changes = {.graph = akt_arena_zalloc(arena, sizeof(akt_graph))};
  akt_graph *both = changes.graph;
  akt_graph_init(both, arena);
  akt_merge merge = {.out = both};
  const akt_graph *parts[] = {before, after};
  akt_merge_graphs(&merge, parts, 2);
  both->title = after->title ? after->title : before->title;
  akt_map was = edge_ids(arena, before), is = edge_ids(arena, after);
  changes.nodes = akt_arena_zalloc(arena, (both->nodes.count + 1) * sizeof(akt_change));
  changes.edges = akt_arena_zalloc(arena, (both->edges.count + 1) * sizeof(akt_change));
  for (uint32_t i = 0; i < both->nodes.count; i++)
    changes.nodes[i] =
        change_of(&before->node_by_id, &after->node_by_id, both->nodes.items[i].id);
  for (uint32_t i = 0; i < both->edges.count; i++) {
    changes.edges[i] = change_of(&was, &is, both->edges.items[i].id);
    changes.added += changes.edges[i] == AKT_ADDED;
    changes.removed += changes.edges[i] == AKT_REMOVED;
  }
  return changes;
}
