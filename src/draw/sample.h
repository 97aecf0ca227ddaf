// Small pictures of shapes, lines and arrowheads in the xdot language of Graphviz.
#ifndef AKT_DRAW_SAMPLE_H
#define AKT_DRAW_SAMPLE_H

#include "base/str.h"
#include "draw/palette.h"

typedef struct akt_sample {
  const char *shape;  // Graphviz's name; NULL: a line
  bool is_round;      // a box with round corners
  const char *stroke; // of a line: solid, dashed, dotted
  const char *arrow;  // normal, onormal, vee; NULL: none
  akt_colour fill;
  akt_colour line;
} akt_sample;

/// Appends the sample, its left end at x, its middle at height y, in points.
void akt_sample_draw(akt_buf *out, const akt_sample *sample, uint32_t x, uint32_t y,
                     uint32_t width);

#endif
