// Pieces of a drawing that no line joins: the biggest one stands in the corner, each
// other one where the page grows least.
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

static uint32_t first_of(akt_scene *scene, uint32_t part) {
  akt_scene_part *parts = scene->parts.items;
  while (parts[part].piece != part)
    part = parts[part].piece = parts[parts[part].piece].piece;
  return part;
}

static uint32_t part_at(const akt_scene *scene, uint32_t line, int side) {
  return scene->boxes.items[scene->lines.items[line].ends[side]].part;
}

void akt_scene_find_pieces(akt_scene *scene) {
  for (uint32_t i = 0; i < scene->parts.count; i++)
    scene->parts.items[i].piece = i;
  for (uint32_t i = 0; i < scene->lines.count; i++) {
    uint32_t a = first_of(scene, part_at(scene, i, 0));
    uint32_t b = first_of(scene, part_at(scene, i, 1));
    scene->parts.items[a < b ? b : a].piece = a < b ? a : b;
  }
  for (uint32_t i = 0; i < scene->parts.count; i++)
    scene->parts.items[i].piece = first_of(scene, i);
}

static void measure(const akt_scene *scene, piece *pieces) {
  for (uint32_t i = 0; i < scene->parts.count; i++)
    pieces[i] = (piece){i, 0, {INFINITY, INFINITY}, {-INFINITY, -INFINITY}};
  for (uint32_t i = 0; i < scene->parts.count; i++) {
    const akt_scene_part *part = &scene->parts.items[i];
    piece *one = &pieces[part->piece];
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

static void shift(akt_scene *scene, const piece *one, double dx, double dy) {
  for (uint32_t i = 0; i < scene->parts.count; i++) {
    if (scene->parts.items[i].piece != one->number)
      continue;
    scene->parts.items[i].at.x += dx;
    scene->parts.items[i].at.y += dy;
  }
}

static bool is_free(const piece *placed, uint32_t count, const piece *one) {
  for (uint32_t i = 0; i < count; i++) {
    if (one->low.x < placed[i].high.x + PIECE_GAP &&
        placed[i].low.x < one->high.x + PIECE_GAP &&
        one->low.y < placed[i].high.y + PIECE_GAP && placed[i].low.y < one->high.y + PIECE_GAP)
      return false;
  }
  return true;
}

/// How large a sheet of paper all of them need; equal ones by the distance of the new
/// piece from the upper left corner.
static double paper_for(const piece *placed, uint32_t count, const piece *one) {
  akt_point low = one->low, high = one->high;
  for (uint32_t i = 0; i < count; i++) {
    low = (akt_point){fmin(low.x, placed[i].low.x), fmin(low.y, placed[i].low.y)};
    high = (akt_point){fmax(high.x, placed[i].high.x), fmax(high.y, placed[i].high.y)};
  }
  double distance = one->high.x - one->low.y;
  return fmax((high.x - low.x) / PAGE_ASPECT, high.y - low.y) + distance / 1e4;
}

static piece moved_to(const piece *one, double left, double top) {
  piece moved = *one;
  moved.high = (akt_point){left + one->high.x - one->low.x, top};
  moved.low = (akt_point){left, top - (one->high.y - one->low.y)};
  return moved;
}

/// Where the piece makes the page least large: right of a placed one, or below it.
static piece find_place(const piece *placed, uint32_t count, const piece *one) {
  piece best = moved_to(one, 0, 0);
  double least = count ? INFINITY : 0;
  for (uint32_t i = 0; i < count; i++) {
    const piece tried[] = {moved_to(one, placed[i].high.x + PIECE_GAP, placed[i].high.y),
                           moved_to(one, placed[i].low.x, placed[i].low.y - PIECE_GAP)};
    for (int k = 0; k < 2; k++) {
      double paper = paper_for(placed, count, &tried[k]);
      if (paper < least && is_free(placed, count, &tried[k])) {
        least = paper;
        best = tried[k];
      }
    }
  }
  return best;
}

/// The lower left corner becomes 0,0, as the library's own layouts have it.
static void move_to_origin(akt_scene *scene) {
  akt_point low = {INFINITY, INFINITY};
  for (uint32_t i = 0; i < scene->parts.count; i++) {
    const akt_scene_part *part = &scene->parts.items[i];
    low.x = fmin(low.x, part->at.x - part->half_width);
    low.y = fmin(low.y, part->at.y - part->half_height);
  }
  for (uint32_t i = 0; i < scene->parts.count; i++) {
    scene->parts.items[i].at.x -= low.x;
    scene->parts.items[i].at.y -= low.y;
  }
}

void akt_scene_pack(akt_arena *arena, akt_scene *scene) {
  uint32_t count = scene->parts.count, placed = 0;
  if (count == 0)
    return;
  piece *pieces = akt_arena_alloc(arena, count * sizeof *pieces);
  measure(scene, pieces);
  qsort(pieces, count, sizeof *pieces, by_size);
  for (; placed < count && pieces[placed].parts; placed++) {
    piece place = find_place(pieces, placed, &pieces[placed]);
    shift(scene, &pieces[placed], place.low.x - pieces[placed].low.x,
          place.low.y - pieces[placed].low.y);
    pieces[placed] = place;
  }
  move_to_origin(scene);
}
