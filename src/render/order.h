// Which of the parts of a picture stands above which, before the layout begins.
// A part is an entity, or a country with its officials. `dot` lays out along the
// direction of the lines; if lines led out of a part and back into it, the part
// would be torn apart. So each line is turned to lead from the earlier part to
// the later one (its arrowhead stays), and the order follows the distance from
// one part, so that lines are short.
#ifndef AKT_RENDER_ORDER_H
#define AKT_RENDER_ORDER_H

#include "base/vec.h"

typedef struct akt_arc {
  uint32_t from, to; // parts
} akt_arc;

typedef AKT_VEC(akt_arc) akt_arc_list;

/// Fills `rank[part]` with a different number for each part: by the distance
/// from the part that `number` selects (1, 2, ...: by degree), equal ones
/// shuffled by `number`.
void akt_order_parts(akt_arena *arena, uint32_t parts, const akt_arc_list *arcs,
                     uint32_t number, uint32_t *rank);

/// The same sequence for the same start on every machine.
uint32_t akt_order_random(uint64_t *state);

#endif
