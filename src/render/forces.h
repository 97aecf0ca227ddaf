// Placing with a country and its people as one block, which the library's engines for
// large graphs would tear asunder: we place blocks and boxes (scene.h), the library
// measures the boxes before and leads the lines after.
#ifndef AKT_RENDER_FORCES_H
#define AKT_RENDER_FORCES_H

#include "base/arena.h"

typedef struct Agraph_s Agraph_t;
typedef struct GVC_s GVC_t;

/// Lays out `graph`, a copy of `original` that need not have its clusters, starting
/// from the positions of a number. `is_rough`: boxes get their places, but no lines
/// are led. False when the library fails.
bool akt_forces_layout(akt_arena *arena, GVC_t *context, Agraph_t *original, Agraph_t *graph,
                       uint32_t start, bool is_rough);

/// Parts what overlaps in a graph whose boxes have places, and sets the places that
/// come of it. The library does so itself only where nothing is drawn beneath.
bool akt_forces_part(akt_arena *arena, GVC_t *context, Agraph_t *graph);

#endif
