// Two graphs as one with marks, for drawing what changed on a single layout.
#ifndef AKT_DRAW_CHANGES_H
#define AKT_DRAW_CHANGES_H

#include "draw/plan.h"

typedef struct akt_changes {
  akt_graph *graph;  // everything of both, finished
  akt_change *nodes; // one a node of it
  akt_change *edges; // one an edge of it
  uint32_t added;    // statements
  uint32_t removed;
} akt_changes;

akt_changes akt_changes_find(akt_arena *arena, const akt_graph *before, const akt_graph *after);

#endif
