// The neutral description of a DOT graph: it is built here and written or read in
// dot.c. Nothing here knows cgraph.
#include "base/map.h"
#include "dot/dot.h"

#include <stdio.h>

struct akt_dot_index {
  akt_map node_by_id;
};

akt_dot *akt_dot_new(akt_arena *arena, const char *name) {
  akt_dot *dot = akt_arena_zalloc(arena, sizeof *dot);
  dot->arena = arena;
  dot->root = (akt_dot_item){.dot = dot, .what = AKT_DOT_GRAPH, .id = name ? name : "graph"};
  dot->index = akt_arena_zalloc(arena, sizeof *dot->index);
  akt_map_init(&dot->index->node_by_id, arena);
  return dot;
}

akt_dot_item *akt_dot_root(akt_dot *dot) {
  return &dot->root;
}

static akt_dot_item *new_item(akt_dot *dot, akt_dot_what what, const char *id) {
  akt_dot_item *item = akt_arena_zalloc(dot->arena, sizeof *item);
  item->dot = dot;
  item->what = what;
  item->id = id;
  return item;
}

akt_dot_item *akt_dot_add_cluster(akt_dot *dot, akt_dot_item *parent, const char *name) {
  akt_dot_item *cluster = new_item(dot, AKT_DOT_GRAPH, name);
  cluster->cluster = parent == &dot->root ? NULL : parent;
  akt_vec_push(dot->arena, &dot->clusters, cluster);
  return cluster;
}

akt_dot_item *akt_dot_add_node(akt_dot *dot, akt_dot_item *cluster, const char *id) {
  uint32_t number = akt_map_add(&dot->index->node_by_id, akt_span_of(id), dot->nodes.count);
  if (number < dot->nodes.count)
    return dot->nodes.items[number];
  akt_dot_item *node = new_item(dot, AKT_DOT_NODE, id);
  node->cluster = cluster == &dot->root ? NULL : cluster;
  akt_vec_push(dot->arena, &dot->nodes, node);
  return node;
}

akt_dot_item *akt_dot_add_edge(akt_dot *dot, akt_dot_item *tail, akt_dot_item *head,
                               const char *key) {
  if (!key || !*key) // cgraph reads an empty key as none
    key = akt_arena_printf(dot->arena, "%u", dot->edges.count);
  akt_dot_item *edge = new_item(dot, AKT_DOT_EDGE, key);
  edge->tail = tail;
  edge->head = head;
  akt_vec_push(dot->arena, &dot->edges, edge);
  return edge;
}

void akt_dot_default(akt_dot *dot, akt_dot_what what, const char *name, const char *value) {
  if (what == AKT_DOT_GRAPH) {
    akt_dot_set(&dot->root, name, value);
    return;
  }
  akt_dot_attr attr = {.name = name, .value = value};
  for (uint32_t i = 0; i < dot->defaults[what].count; i++)
    if (strcmp(dot->defaults[what].items[i].name, name) == 0) {
      dot->defaults[what].items[i] = attr;
      return;
    }
  akt_vec_push(dot->arena, &dot->defaults[what], attr);
}

void akt_dot_set_as(akt_dot_item *item, const char *name, akt_dot_form form,
                    const char *value) {
  if (!value)
    return;
  akt_dot_attr attr = {.name = name, .value = value, .form = form};
  for (uint32_t i = 0; i < item->attrs.count; i++)
    if (strcmp(item->attrs.items[i].name, name) == 0) {
      item->attrs.items[i] = attr;
      return;
    }
  akt_vec_push(item->dot->arena, &item->attrs, attr);
}

void akt_dot_set(akt_dot_item *item, const char *name, const char *value) {
  akt_dot_set_as(item, name, AKT_DOT_TEXT, value);
}

void akt_dot_setf(akt_dot_item *item, const char *name, const char *format, ...) {
  va_list args;
  va_start(args, format);
  char piece[256];
  int len = vsnprintf(piece, sizeof piece, format, args);
  va_end(args);
  if (len < 0)
    return;
  if ((size_t)len < sizeof piece) {
    akt_dot_set(item, name, akt_arena_copy(item->dot->arena, piece, (size_t)len));
    return;
  }
  char *whole = akt_arena_alloc(item->dot->arena, (size_t)len + 1);
  va_start(args, format);
  vsnprintf(whole, (size_t)len + 1, format, args);
  va_end(args);
  akt_dot_set(item, name, whole);
}

const char *akt_dot_get(const akt_dot_item *item, const char *name) {
  for (uint32_t i = 0; i < item->attrs.count; i++)
    if (strcmp(item->attrs.items[i].name, name) == 0)
      return item->attrs.items[i].value;
  return NULL;
}
