// A laid out graph as boxes and lines, and back: see measure.h.
#ifndef AKT_RENDER_GEOMETRY_H
#define AKT_RENDER_GEOMETRY_H

#include "base/arena.h"
#include "render/measure.h"

typedef struct Agraph_s Agraph_t;
typedef struct Agnode_s Agnode_t;

akt_box akt_geometry_box(Agnode_t *node);
void akt_geometry_read(akt_arena *arena, Agraph_t *graph, akt_geometry *geometry);
/// Leads lines apart that reach an entity side by side.
void akt_geometry_spread(akt_arena *arena, Agraph_t *graph);

#endif
