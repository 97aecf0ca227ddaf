// Copies of a graph in another order. The layout of `dot` starts from the order of
// nodes and edges, so each one is another try at fewer crossings.
#ifndef AKT_RENDER_COPY_H
#define AKT_RENDER_COPY_H

#include "base/arena.h"

typedef struct Agraph_s Agraph_t;
typedef struct Agnode_s Agnode_t;

/// The same graph, without its clusters, with nodes and edges shuffled by `order`
/// and lines turned to lead on from the part that stands first (see order.h).
Agraph_t *akt_copy_shuffled(akt_arena *arena, Agraph_t *from, uint32_t order);
/// Adds the clusters of a graph to a copy of it.
void akt_copy_clusters(Agraph_t *from, Agraph_t *to);

/// Whether the class of a node or edge starts with the word.
bool akt_copy_has_class(void *item, const char *word);
/// Whether the node is a box of statements and no entity.
bool akt_copy_is_pill(Agnode_t *node);

#endif
