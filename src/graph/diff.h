// What changed from one graph to another: nodes and edges by id. Writing it down
// is done elsewhere (export/changes.h).
#ifndef AKT_GRAPH_DIFF_H
#define AKT_GRAPH_DIFF_H

#include "graph/graph.h"

typedef enum akt_diff_change {
  AKT_DIFF_ADDED,
  AKT_DIFF_REMOVED,
  AKT_DIFF_CHANGED
} akt_diff_change;

/// One fact of a node or edge before and after; NULL: absent.
typedef struct akt_diff_fact {
  const char *name; // "label", "role", "evidence" ...
  const char *before;
  const char *after;
} akt_diff_fact;

typedef struct akt_diff_item {
  akt_diff_change change;
  uint32_t before;              // index in the older graph, or AKT_NONE
  uint32_t after;               // index in the newer graph, or AKT_NONE
  AKT_VEC(akt_diff_fact) facts; // of a changed one
} akt_diff_item;

typedef struct akt_diff {
  const akt_graph *before;
  const akt_graph *after;
  AKT_VEC(akt_diff_item) nodes; // by id
  AKT_VEC(akt_diff_item) edges; // by ends, relation and id
} akt_diff;

/// Both graphs finished.
akt_diff akt_diff_graphs(akt_arena *arena, const akt_graph *before, const akt_graph *after);

#endif
