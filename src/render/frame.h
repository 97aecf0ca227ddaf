// What is added to a layout when it is done: frames around countries and their
// people, and the samples of the legend.
#ifndef AKT_RENDER_FRAME_H
#define AKT_RENDER_FRAME_H

#include "base/arena.h"

typedef struct Agraph_s Agraph_t;

/// Engines other than dot know no clusters. Where one of the original came out
/// clean by itself, it is framed.
void akt_frame_clusters(akt_arena *arena, Agraph_t *original, Agraph_t *graph);

/// The samples of the legend count from the lower left corner of the head, which
/// only the layout has placed.
void akt_frame_place_legend(Agraph_t *graph);

#endif
