#include "render/order.h"

#include <stdlib.h>

typedef struct part_key {
  uint32_t first;  // distance, or degree
  uint32_t second; // random, or nothing
  uint32_t part;
} part_key;

uint32_t akt_order_random(uint64_t *state) {
  *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
  return (uint32_t)(*state >> 33);
}

static int compare_keys(const void *a, const void *b) {
  const part_key *x = a, *y = b;
  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  if (x->second != y->second)
    return x->second < y->second ? -1 : 1;
  return x->part < y->part ? -1 : x->part > y->part;
}

/// Parts, best connected first.
static part_key *by_degree(akt_arena *arena, uint32_t parts, const akt_arc_list *arcs) {
  part_key *keys = akt_arena_zalloc(arena, (parts + 1) * sizeof *keys);
  for (uint32_t i = 0; i < parts; i++)
    keys[i] = (part_key){UINT32_MAX, 0, i};
  for (uint32_t i = 0; i < arcs->count; i++) {
    keys[arcs->items[i].from].first--;
    keys[arcs->items[i].to].first--;
  }
  qsort(keys, parts, sizeof *keys, compare_keys);
  return keys;
}

/// Steps from `root`, whatever the lines' direction. What cannot be reached
/// starts anew from its best connected part.
static void find_distances(uint32_t parts, const akt_arc_list *arcs, const part_key *starts,
                           uint32_t root, uint32_t *distance) {
  for (uint32_t i = 0; i < parts; i++)
    distance[i] = UINT32_MAX;
  uint32_t next_start = 0;
  for (uint32_t at = root; at != UINT32_MAX;) {
    distance[at] = 0;
    for (bool has_changed = true; has_changed;) {
      has_changed = false;
      for (uint32_t i = 0; i < arcs->count; i++) {
        uint32_t a = arcs->items[i].from, b = arcs->items[i].to;
        if (distance[a] != UINT32_MAX && distance[a] + 1 < distance[b]) {
          distance[b] = distance[a] + 1;
          has_changed = true;
        }
        if (distance[b] != UINT32_MAX && distance[b] + 1 < distance[a]) {
          distance[a] = distance[b] + 1;
          has_changed = true;
        }
      }
    }
    at = UINT32_MAX;
    for (; next_start < parts && at == UINT32_MAX; next_start++) {
      if (distance[starts[next_start].part] == UINT32_MAX)
        at = starts[next_start].part;
    }
  }
}

void akt_order_parts(akt_arena *arena, uint32_t parts, const akt_arc_list *arcs,
                     uint32_t number, uint32_t *rank) {
  if (parts == 0)
    return;
  part_key *starts = by_degree(arena, parts, arcs);
  uint32_t *distance = akt_arena_alloc(arena, parts * sizeof *distance);
  find_distances(parts, arcs, starts, starts[number / 2 % parts].part, distance);
  part_key *keys = akt_arena_alloc(arena, parts * sizeof *keys);
  uint64_t state = number;
  for (uint32_t i = 0; i < parts; i++)
    keys[i] = (part_key){distance[i], akt_order_random(&state), i};
  qsort(keys, parts, sizeof *keys, compare_keys);
  // Every other number stands on its head: the first part at the foot.
  for (uint32_t i = 0; i < parts; i++)
    rank[keys[i].part] = number % 2 ? parts - 1 - i : i;
}
