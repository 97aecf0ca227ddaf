// Graphs whose clusters are ordered as they were made. The layout library orders
// them by their ids, and its own ids are addresses: another picture in another run.
#ifndef AKT_RENDER_IDS_H
#define AKT_RENDER_IDS_H

#include "base/str.h"

typedef struct Agraph_s Agraph_t;

/// Reads DOT; NULL when it cannot be read at all (count the errors as well). The
/// arena must outlive the graph.
Agraph_t *akt_ids_read(akt_arena *arena, akt_span dot);
/// An empty graph of the same sort as another one.
Agraph_t *akt_ids_open_like(akt_arena *arena, Agraph_t *other);

#endif
