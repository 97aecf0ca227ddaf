// How good a layout is, in numbers: overlapping boxes, lines that run through
// boxes that are not theirs, crossings, length, shape of the page. It knows
// nothing of Graphviz, only boxes and lines.
#ifndef AKT_RENDER_MEASURE_H
#define AKT_RENDER_MEASURE_H

#include "base/arena.h"
#include "base/vec.h"

typedef struct akt_point {
  double x, y;
} akt_point;

typedef struct akt_box {
  akt_point low, high;
  const akt_point *outline; // corners of its shape; NULL: the box itself
  uint32_t corners;
} akt_box;

/// A line as the control points of its curve: four, or three more for each piece.
typedef struct akt_curve {
  akt_point *points;
  uint32_t count;
  akt_point *tips[2]; // of the arrowheads at its start and end; NULL: none
  uint32_t boxes[2];  // where it starts and ends
  bool is_fixed;      // it keeps its place, others make room for it
} akt_curve;

/// A line as the points along it, between two boxes.
typedef struct akt_path {
  AKT_VEC(akt_point) points;
  uint32_t tail, head; // boxes
  akt_box bounds;
} akt_path;

typedef struct akt_geometry {
  AKT_VEC(akt_box) boxes;
  AKT_VEC(akt_path) paths;
  AKT_VEC(akt_box) frames; // around countries and their people
  akt_box page;
} akt_geometry;

typedef struct akt_measure {
  uint32_t overlaps;  // pairs of boxes
  uint32_t through;   // pairs of a line and a foreign box
  uint32_t crossings; // pairs of lines without a common end
  double merged;      // points of line that run within another line
  double grazing;     // points of line that run close along a foreign box or a frame
  double length;      // points
  double width, height;
} akt_measure;

/// Fills path bounds, then measures.
akt_measure akt_measure_geometry(akt_geometry *geometry);

/// The points along a curve, bounds not yet filled.
akt_path akt_measure_path(akt_arena *arena, const akt_curve *curve);

/// How often lines that end at the box cross a line, and, as so much worse, run
/// through another box. Fills path bounds.
uint32_t akt_measure_faults(akt_geometry *geometry, uint32_t box);

/// Whether the point is inside the shape, `slack` points from its border or more.
bool akt_measure_is_inside(akt_point p, const akt_box *box, double slack);

/// One number to choose by: lower is better. `is_rough`: lines were drawn straight
/// and will be led around boxes later.
double akt_measure_badness(const akt_measure *measure, bool is_rough);

#endif
