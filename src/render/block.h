// A country and its people as one block of boxes, arranged in rows: those who deal
// with what lies above stand above it, the others below.
#ifndef AKT_RENDER_BLOCK_H
#define AKT_RENDER_BLOCK_H

#include "render/measure.h"

typedef struct akt_member {
  double width, height;
  akt_point pull; // where what it is joined to lies, seen from the block's middle
  bool is_home;   // the country
  akt_point at;   // its middle, from the block's middle
} akt_member;

/// Fills `at` of each; changes their order. Gives width and height of the block,
/// which do not depend on the pulls.
akt_point akt_block_arrange(akt_member **members, uint32_t count);

#endif
