// Keeping the places of an older picture, so that readers find again what they
// know. They are read from an SVG of ours, or from the JSON that was written with
// it; what is new stands near its partners.
#ifndef AKT_DRAW_LIKE_H
#define AKT_DRAW_LIKE_H

#include "dot/dot.h"
#include "graph/graph.h"

typedef struct akt_like {
  akt_position_list positions;
  akt_map by_id; // SVG id of a node or pill to its position
} akt_like;

/// The positions in an SVG or JSON; none when it is not ours, or keeps none.
akt_like akt_like_read(akt_arena *arena, akt_span text);

/// Sets `pos` of every node: where it stood, else near what it is joined to. False
/// when the older picture has none of them; then nothing is set.
bool akt_like_apply(const akt_like *like, akt_dot *dot);

#endif
