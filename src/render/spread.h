// Lines that reach a box side by side are led apart along its border: the layout
// library aims all of them at the middle, so that on their last inch they cannot be
// told from each other. It knows nothing of Graphviz, only boxes and curves.
#ifndef AKT_RENDER_SPREAD_H
#define AKT_RENDER_SPREAD_H

#include "base/arena.h"
#include "render/measure.h"

typedef AKT_VEC(akt_curve) akt_curve_list;

/// Moves ends of lines at the boxes that `is_wanted`, where that makes no line run
/// through a box or across another one.
void akt_spread_ends(akt_arena *arena, const akt_geometry *geometry, const bool *is_wanted,
                     akt_curve_list *curves);

#endif
