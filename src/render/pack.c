// What is joined to nothing of the biggest piece stands in rows at its foot, or in
// columns beside it, whichever makes a page.
#include "render/scene.h"

#include <math.h>
#include <stdlib.h>

#define PIECE_GAP   36.0
#define PAGE_ASPECT 1.45

typedef struct piece {
  uint32_t number;
  uint32_t parts;
  akt_point low, high;
} piece;

static uint32_t root_of(uint32_t *piece_of, uint32_t part) {
  while (piece_of[part] != part)
    part = piece_of[part] = piece_of[piece_of[part]];
  return part;
}

static uint32_t part_at(const akt_scene *scene, uint32_t line, int side) {
  return scene->boxes.items[scene->lines.items[line].ends[side]].part;
}

/// The lowest part that each part is joined to.
static uint32_t *find_pieces(akt_arena *arena, const akt_scene *scene) {
  uint32_t *piece_of = akt_arena_alloc(arena, (scene->parts.count + 1) * sizeof *piece_of);
  for (uint32_t i = 0; i < scene->parts.count; i++)
    piece_of[i] = i;
  for (uint32_t i = 0; i < scene->lines.count; i++) {
    uint32_t a = root_of(piece_of, part_at(scene, i, 0));
    uint32_t b = root_of(piece_of, part_at(scene, i, 1));
    piece_of[a < b ? b : a] = a < b ? a : b;
  }
  for (uint32_t i = 0; i < scene->parts.count; i++)
    piece_of[i] = root_of(piece_of, i);
  return piece_of;
}

static void measure(const akt_scene *scene, const uint32_t *piece_of, piece *pieces) {
  for (uint32_t i = 0; i < scene->parts.count; i++)
    pieces[i] = (piece){i, 0, {INFINITY, INFINITY}, {-INFINITY, -INFINITY}};
  for (uint32_t i = 0; i < scene->parts.count; i++) {
    const akt_scene_part *part = &scene->parts.items[i];
    piece *one = &pieces[piece_of[i]];
    one->parts++;
    one->low.x = fmin(one->low.x, part->at.x - part->half_width);
    one->low.y = fmin(one->low.y, part->at.y - part->half_height);
    one->high.x = fmax(one->high.x, part->at.x + part->half_width);
    one->high.y = fmax(one->high.y, part->at.y + part->half_height);
  }
}

static int by_size(const void *a, const void *b) {
  const piece *x = a, *y = b;
  if (x->parts != y->parts)
    return x->parts > y->parts ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

static void shift(akt_scene *scene, const uint32_t *piece_of, const piece *one, double dx,
                  double dy) {
  for (uint32_t i = 0; i < scene->parts.count; i++) {
    if (piece_of[i] != one->number)
      continue;
    scene->parts.items[i].at.x += dx;
    scene->parts.items[i].at.y += dy;
  }
}

/// Rows from left to right, under the biggest piece.
static void pack_below(akt_scene *scene, const uint32_t *piece_of, const piece *pieces,
                       uint32_t count) {
  double x = pieces[0].low.x, top = pieces[0].low.y - PIECE_GAP, lowest = top;
  for (uint32_t i = 1; i < count && pieces[i].parts; i++) {
    double width = pieces[i].high.x - pieces[i].low.x;
    double height = pieces[i].high.y - pieces[i].low.y;
    if (x > pieces[0].low.x && x + width > pieces[0].high.x) {
      x = pieces[0].low.x;
      top = lowest - PIECE_GAP;
    }
    shift(scene, piece_of, &pieces[i], x - pieces[i].low.x, top - pieces[i].high.y);
    lowest = fmin(lowest, top - height);
    x += width + PIECE_GAP;
  }
}

/// Columns from above to below, right of the biggest piece.
static void pack_aside(akt_scene *scene, const uint32_t *piece_of, const piece *pieces,
                       uint32_t count) {
  double y = pieces[0].high.y, left = pieces[0].high.x + PIECE_GAP, farthest = left;
  for (uint32_t i = 1; i < count && pieces[i].parts; i++) {
    double width = pieces[i].high.x - pieces[i].low.x;
    double height = pieces[i].high.y - pieces[i].low.y;
    if (y < pieces[0].high.y && y - height < pieces[0].low.y) {
      y = pieces[0].high.y;
      left = farthest + PIECE_GAP;
    }
    shift(scene, piece_of, &pieces[i], left - pieces[i].low.x, y - pieces[i].high.y);
    farthest = fmax(farthest, left + width);
    y -= height + PIECE_GAP;
  }
}

void akt_scene_pack(akt_arena *arena, akt_scene *scene) {
  uint32_t count = scene->parts.count;
  uint32_t *piece_of = find_pieces(arena, scene);
  piece *pieces = akt_arena_alloc(arena, (count + 1) * sizeof *pieces);
  measure(scene, piece_of, pieces);
  qsort(pieces, count, sizeof *pieces, by_size);
  if (count == 0)
    return;
  double width = pieces[0].high.x - pieces[0].low.x,
         height = pieces[0].high.y - pieces[0].low.y;
  if (width > height * PAGE_ASPECT)
    pack_below(scene, piece_of, pieces, count);
  else
    pack_aside(scene, piece_of, pieces, count);
}
