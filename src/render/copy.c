#include "render/copy.h"

#include "render/ids.h"
#include "render/order.h"

#include "base/map.h"

#include <graphviz/cgraph.h>

static void copy_declarations(Agraph_t *from, Agraph_t *to) {
  static const int kinds[] = {AGRAPH, AGNODE, AGEDGE};
  for (size_t i = 0; i < 3; i++) {
    for (Agsym_t *symbol = agnxtattr(from, kinds[i], NULL); symbol;
         symbol = agnxtattr(from, kinds[i], symbol)) {
      char *value =
          aghtmlstr(symbol->defval) ? agstrdup_html(to, symbol->defval) : symbol->defval;
      agattr(to, kinds[i], symbol->name, value);
    }
  }
}

typedef AKT_VEC(Agnode_t *) node_list;
typedef AKT_VEC(Agedge_t *) edge_list;

#define SHUFFLE(list, state, type)                                                             \
  for (uint32_t i = (list)->count; i > 1; i--) {                                               \
    uint32_t j = akt_order_random(state) % i;                                                  \
    type swap = (list)->items[i - 1];                                                          \
    (list)->items[i - 1] = (list)->items[j];                                                   \
    (list)->items[j] = swap;                                                                   \
  }

/// Copies attributes into another graph. HTML-like values are put into its pool of
/// strings first: copying would make them plain ones.
static void copy_attributes(void *from, void *to) {
  Agraph_t *source = agraphof(from), *target = agroot(agraphof(to));
  for (Agsym_t *symbol = agnxtattr(agroot(source), AGTYPE(from), NULL); symbol;
       symbol = agnxtattr(agroot(source), AGTYPE(from), symbol)) {
    char *value = agxget(from, symbol);
    if (value && aghtmlstr(value))
      agstrdup_html(target, value);
  }
  agcopyattr(from, to);
}

void akt_copy_clusters(Agraph_t *from, Agraph_t *to) {
  for (Agraph_t *part = agfstsubg(from); part; part = agnxtsubg(part)) {
    Agraph_t *copy = agsubg(to, agnameof(part), 1);
    for (Agnode_t *node = agfstnode(part); node; node = agnxtnode(part, node))
      agsubnode(copy, agnode(to, agnameof(node), 0), 1);
    copy_attributes(part, copy);
    akt_copy_clusters(part, copy);
  }
}

/// Entities and pills seen as parts: see order.h.
typedef struct part_map {
  akt_arena *arena;
  akt_map numbers; // name of a node to its part; pills have none
  akt_arc_list arcs;
  uint32_t count;
  uint32_t *rank;
} part_map;

bool akt_copy_has_class(void *item, const char *word) {
  char name[] = "class";
  const char *value = agget(item, name);
  return value && strncmp(value, word, strlen(word)) == 0;
}

bool akt_copy_is_pill(Agnode_t *node) {
  return akt_copy_has_class(node, "statement");
}

static uint32_t part_of(const part_map *map, Agnode_t *node) {
  return akt_map_get(&map->numbers, akt_span_of(agnameof(node)));
}

static void number_parts(part_map *map, Agraph_t *graph) {
  for (Agraph_t *part = agfstsubg(graph); part; part = agnxtsubg(part)) {
    for (Agnode_t *node = agfstnode(part); node; node = agnxtnode(part, node)) {
      if (!akt_copy_is_pill(node))
        akt_map_add(&map->numbers, akt_span_of(agnameof(node)), map->count);
    }
    map->count++;
  }
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
    if (!akt_copy_is_pill(node) && part_of(map, node) == AKT_NONE)
      akt_map_add(&map->numbers, akt_span_of(agnameof(node)), map->count++);
  }
}

/// Calls for each line at a node: `edge` and the node at its `other` end.
#define EACH_LINE(graph, node, edge, other)                                                    \
  for (Agedge_t *edge = agfstedge((graph), (node)); edge;                                      \
       edge = agnxtedge((graph), edge, (node)))                                                \
    for (Agnode_t *other = agtail(edge) == (node) ? aghead(edge) : agtail(edge); other;        \
         other = NULL)

/// Where a node stands in the order: an entity at its part's rank, a pill
/// between its ends.
static double place_of(const part_map *map, Agraph_t *graph, Agnode_t *node) {
  if (!akt_copy_is_pill(node))
    return map->rank[part_of(map, node)];
  double sum = 0;
  uint32_t count = 0;
  EACH_LINE(graph, node, edge, end) {
    if (!akt_copy_is_pill(end)) {
      sum += map->rank[part_of(map, end)];
      count++;
    }
  }
  return count ? sum / count + 0.25 : 0; // never just where an end stands
}

/// Whether all ends of a pill belong to one part.
static bool is_within_part(const part_map *map, Agraph_t *graph, Agnode_t *pill) {
  uint32_t part = AKT_NONE;
  EACH_LINE(graph, pill, edge, end) {
    uint32_t other = part_of(map, end);
    if (part != AKT_NONE && other != part)
      return false;
    part = other;
  }
  return true;
}

static void add_arcs(part_map *map, Agraph_t *graph) {
  for (Agnode_t *pill = agfstnode(graph); pill; pill = agnxtnode(graph, pill)) {
    if (!akt_copy_is_pill(pill))
      continue;
    for (Agedge_t *in = agfstin(graph, pill); in; in = agnxtin(graph, in)) {
      for (Agedge_t *out = agfstout(graph, pill); out; out = agnxtout(graph, out)) {
        akt_arc arc = {part_of(map, agtail(in)), part_of(map, aghead(out))};
        if (arc.from != AKT_NONE && arc.to != AKT_NONE && arc.from != arc.to)
          akt_vec_push(map->arena, &map->arcs, arc);
      }
    }
  }
}

/// Where the pills of an entity stand, on average; its own place without any.
static double partners_place(const part_map *map, Agraph_t *graph, Agnode_t *node) {
  double sum = 0;
  uint32_t count = 0;
  EACH_LINE(graph, node, edge, pill) {
    if (akt_copy_is_pill(pill)) {
      sum += place_of(map, graph, pill);
      count++;
    }
  }
  return count ? sum / count : place_of(map, graph, node);
}

/// Whether the line must be turned so that it leads from the earlier part on.
static bool is_against(const part_map *map, Agraph_t *graph, Agedge_t *edge) {
  Agnode_t *tail = agtail(edge), *head = aghead(edge);
  if (akt_copy_has_class(edge, "affiliation")) {
    char name[] = "aktant_member";
    const char *end = agget(edge, name);
    bool is_tail = end && strcmp(end, "tail") == 0;
    Agnode_t *member = is_tail ? tail : head;
    bool is_above = partners_place(map, graph, member) < place_of(map, graph, member);
    return is_above != is_tail;
  }
  Agnode_t *pill = akt_copy_is_pill(tail) ? tail : head;
  return akt_copy_is_pill(pill) && !is_within_part(map, graph, pill) &&
         place_of(map, graph, tail) > place_of(map, graph, head);
}

static void swap_attributes(Agedge_t *edge, const char *a, const char *b) {
  char names[2][16];
  strncpy(names[0], a, sizeof names[0] - 1);
  strncpy(names[1], b, sizeof names[1] - 1);
  names[0][15] = names[1][15] = '\0';
  char normal[] = "normal";
  char *first = agget(edge, names[0]), *second = agget(edge, names[1]);
  first = first && *first ? first : normal;
  second = second && *second ? second : normal;
  first = agstrdup(agroot(agraphof(edge)), first);
  agsafeset(edge, names[0], second, normal);
  agsafeset(edge, names[1], first, normal);
}

/// A line that was turned shows its arrow where it did before.
static void turn_arrow(Agedge_t *edge) {
  char name[] = "dir", back[] = "back", forward[] = "forward";
  const char *shown = agget(edge, name);
  bool is_forward = !shown || !*shown || strcmp(shown, forward) == 0;
  if (is_forward)
    agsafeset(edge, name, back, forward);
  else if (strcmp(shown, back) == 0)
    agsafeset(edge, name, forward, forward);
  swap_attributes(edge, "arrowhead", "arrowtail");
}

static void copy_edge(const part_map *map, Agraph_t *from, Agedge_t *edge, Agraph_t *to) {
  bool is_turned = map->rank && is_against(map, from, edge);
  Agnode_t *tail = agnode(to, agnameof(agtail(edge)), 0);
  Agnode_t *head = agnode(to, agnameof(aghead(edge)), 0);
  Agedge_t *copy =
      agedge(to, is_turned ? head : tail, is_turned ? tail : head, agnameof(edge), 1);
  copy_attributes(edge, copy);
  if (is_turned)
    turn_arrow(copy);
}

static part_map make_parts(akt_arena *arena, Agraph_t *from, uint32_t order) {
  part_map map = {.arena = arena};
  // Every third order keeps the lines' own direction: who acts stands above.
  if (order % 3 == 0)
    return map;
  akt_map_init(&map.numbers, arena);
  number_parts(&map, from);
  add_arcs(&map, from);
  map.rank = akt_arena_zalloc(arena, (map.count + 1) * sizeof *map.rank);
  akt_order_parts(arena, map.count, &map.arcs, order - order / 3 - 1, map.rank);
  return map;
}

Agraph_t *akt_copy_shuffled(akt_arena *arena, Agraph_t *from, uint32_t order) {
  Agraph_t *to = akt_ids_open_like(arena, from);
  node_list nodes = {0};
  edge_list edges = {0};
  for (Agnode_t *node = agfstnode(from); node; node = agnxtnode(from, node)) {
    akt_vec_push(arena, &nodes, node);
    for (Agedge_t *edge = agfstout(from, node); edge; edge = agnxtout(from, edge))
      akt_vec_push(arena, &edges, edge);
  }
  part_map map = make_parts(arena, from, order);
  uint64_t state = order;
  if (order) {
    SHUFFLE(&nodes, &state, Agnode_t *)
    SHUFFLE(&edges, &state, Agedge_t *)
  }
  copy_declarations(from, to);
  copy_attributes(from, to);
  for (uint32_t i = 0; i < nodes.count; i++)
    copy_attributes(nodes.items[i], agnode(to, agnameof(nodes.items[i]), 1));
  for (uint32_t i = 0; i < edges.count; i++)
    copy_edge(&map, from, edges.items[i], to);
  return to;
}
