// Joining graphs: associative, commutative and idempotent, by bytes. Nodes join by
// id, edges by what they say, documents by id and text, evidence by document and
// span; differing facts by the orders of join.h.
#ifndef AKT_GRAPH_MERGE_H
#define AKT_GRAPH_MERGE_H

#include "graph/graph.h"

/// Who a node is, when a rule file knows better than the graph. All three set, or
/// all NULL for "no other than it says".
typedef struct akt_same {
  const char *id;
  const char *kind;
  const char *label;
} akt_same;

/// Two kinds for one id; the one that comes first by bytes stays.
typedef struct akt_kind_conflict {
  const char *id;
  const char *kept;
  const char *other;
} akt_kind_conflict;

typedef struct akt_merge {
  akt_graph *out;                                        // initialised and empty
  akt_same (*same_as)(void *user, const akt_node *node); // or NULL
  void *user;
  AKT_VEC(akt_kind_conflict) conflicts; // result; in the arena of `out`
} akt_merge;

/// Makes `merge->out`, finished. The inputs must be finished; they may be freed
/// afterwards.
void akt_merge_graphs(akt_merge *merge, const akt_graph *const *graphs, size_t count);

#endif
