// Colours and shapes for the formats that have a place for them: those of the kinds
// in the graph, and of the tones. The pictures have their own, finer palette.
#ifndef AKT_EXPORT_LOOK_H
#define AKT_EXPORT_LOOK_H

#include "graph/graph.h"

typedef struct akt_look {
  const char *shape; // as the rule files name it: box, ellipse, hexagon, ...
  const char *fill;  // six hexadecimal digits
  const char *line;
  const char *text;
} akt_look;

/// Of a kind, its parents, or a default; no field is NULL.
akt_look akt_look_kind(const akt_graph *graph, const char *kind);

/// The colour of a kind for formats that draw a node as a disc without an outline:
/// its fill, or its line where the fill is too light to be seen on white.
const char *akt_look_disc(const akt_graph *graph, const char *kind);

/// Six hexadecimal digits.
const char *akt_look_tone(akt_tone tone);

/// "#0072B2" in the arena.
const char *akt_look_colour(akt_arena *arena, const char *digits);

/// "not criticised", "reportedly attacked": what stands at an edge where there is
/// only one text for it. Its label alone when it is plainly asserted.
const char *akt_look_label(akt_arena *arena, const akt_edge *edge);

/// The label alone where akt_look_label says more, else NULL: for reading back.
const char *akt_look_wording(const akt_edge *edge);

/// "NOT_CRITICISED", "ALLEGED_ATTACKED": a relation as the name of an edge's type, for
/// stores that are asked by it. Nothing denied or planned has the name of a deed.
const char *akt_look_type(akt_arena *arena, const akt_edge *edge);

/// "solid", "dashed" (negated) or "dotted" (alleged, planned, conditional).
const char *akt_look_line(const akt_edge *edge);

/// Number of edges before this one with the same two ends, in either direction,
/// among `edges` sorted by source and target: for curvature.
typedef struct akt_parallel {
  uint32_t index; // of this edge among them
  uint32_t count; // how many there are
} akt_parallel;
akt_parallel akt_look_parallel(const akt_graph *graph, uint32_t edge);

/// Positions on a circle-filling spiral, the same in every run: for formats that
/// want some. In units of the distance between neighbours.
typedef struct akt_place {
  double x;
  double y;
} akt_place;
akt_place akt_look_place(uint32_t index);

#endif
