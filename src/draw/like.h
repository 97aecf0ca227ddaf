// Keeping the places of an older picture, so that readers find again what they
// know. The older picture is an SVG of ours; what is new stands near its partners.
#ifndef AKT_DRAW_LIKE_H
#define AKT_DRAW_LIKE_H

#include "base/map.h"
#include "base/vec.h"
#include "dot/dot.h"

typedef struct akt_place {
  double x, y; // points, y upwards
} akt_place;

typedef struct akt_like {
  AKT_VEC(akt_place) places;
  akt_map by_id; // SVG id of a node or pill to its place
} akt_like;

/// The places in the SVG; none when it is no picture of ours.
akt_like akt_like_read(akt_arena *arena, const char *svg);

/// Sets `pos` of every node: where it stood, else near what it is joined to. False
/// when the older picture has none of them; then nothing is set.
bool akt_like_apply(const akt_like *like, akt_dot *dot);

#endif
