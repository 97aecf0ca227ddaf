// What is placed by distances: parts (a box, or a country and its people as one
// block), the boxes in them, and lines between boxes. First parts are set as far
// from each other as their lines ask for, then moved and swapped while that makes a
// better drawing by measure. Nothing of the layout library is needed for it.
#ifndef AKT_RENDER_SCENE_H
#define AKT_RENDER_SCENE_H

#include "base/arena.h"
#include "render/measure.h"

typedef struct akt_scene_part {
  akt_point at; // its middle
  double half_width, half_height;
  uint32_t piece; // what hangs together by lines; each piece is placed for itself
} akt_scene_part;

typedef struct akt_scene_box {
  uint32_t part;
  akt_point offset; // of its middle from the part's
  double half_width, half_height;
} akt_scene_box;

typedef struct akt_scene_line {
  uint32_t ends[2]; // boxes
  bool is_thin;     // crossing it matters less
} akt_scene_line;

typedef struct akt_scene {
  AKT_VEC(akt_scene_part) parts;
  AKT_VEC(akt_scene_box) boxes;
  AKT_VEC(akt_scene_line) lines;
  double gap;      // points between parts that are joined
  double clearing; // points between any two parts
  double margin;   // points between the boxes of a block and its border
} akt_scene;

/// Finds the pieces and places their parts, without overlaps within a piece; other
/// numbers give other places.
void akt_scene_relax(akt_arena *arena, akt_scene *scene, uint32_t number);

/// Sets `piece` of every part: the number of the first part of its piece.
void akt_scene_find_pieces(akt_scene *scene);

/// Ends all overlaps of parts of one piece.
void akt_scene_push_apart(akt_scene *scene);

/// Moves parts, and boxes within their block, for fewer crossings, fewer lines
/// through boxes, and shorter lines.
void akt_scene_improve(akt_arena *arena, akt_scene *scene, uint32_t number);

/// Sets what is joined to nothing of the biggest piece below or beside it.
void akt_scene_pack(akt_arena *arena, akt_scene *scene);

akt_point akt_scene_place(const akt_scene *scene, uint32_t box);

#endif
