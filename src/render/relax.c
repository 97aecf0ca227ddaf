// Stress majorization: every pair of parts pulls or pushes towards the distance that
// the lines between them ask for, near pairs more than far ones. Then what still
// overlaps is pushed apart.
#include "render/scene.h"

#include "render/order.h"

#include <math.h>

#define ROUNDS  120
#define PUSHES  400
#define STRETCH 1.2 // a page is wider than high, and so are words

typedef struct relaxing {
  akt_scene *scene;
  uint32_t count;
  double *way; // count x count: what distance is asked for
} relaxing;

akt_point akt_scene_place(const akt_scene *scene, uint32_t box) {
  const akt_scene_box *one = &scene->boxes.items[box];
  const akt_scene_part *part = &scene->parts.items[one->part];
  return (akt_point){part->at.x + one->offset.x, part->at.y + one->offset.y};
}

static double *way(relaxing *to, uint32_t a, uint32_t b) {
  return &to->way[(size_t)a * to->count + b];
}

static double radius(const akt_scene_part *part) {
  return (part->half_width + part->half_height) / 2;
}

/// The shortest ways over lines between all parts (Floyd and Warshall).
static void find_ways(relaxing *to) {
  const akt_scene *scene = to->scene;
  for (size_t i = 0; i < (size_t)to->count * to->count; i++)
    to->way[i] = INFINITY;
  for (uint32_t i = 0; i < scene->lines.count; i++) {
    uint32_t a = scene->boxes.items[scene->lines.items[i].ends[0]].part;
    uint32_t b = scene->boxes.items[scene->lines.items[i].ends[1]].part;
    if (a != b)
      *way(to, a, b) = *way(to, b, a) =
          radius(&scene->parts.items[a]) + radius(&scene->parts.items[b]) + scene->gap;
  }
  for (uint32_t k = 0; k < to->count; k++) {
    for (uint32_t i = 0; i < to->count; i++) {
      double first = *way(to, i, k);
      for (uint32_t j = 0; isfinite(first) && j < to->count; j++)
        *way(to, i, j) = fmin(*way(to, i, j), first + *way(to, k, j));
    }
  }
}

static void scatter(relaxing *to, uint32_t number) {
  uint64_t state = number;
  double side = sqrt((double)to->count) * to->scene->gap * 2;
  for (uint32_t i = 0; i < to->count; i++) {
    double x = akt_order_random(&state) % 10000 / 1e4;
    double y = akt_order_random(&state) % 10000 / 1e4;
    to->scene->parts.items[i].at = (akt_point){x * side, y * side};
  }
}

/// Sets a part to where all others, on average, want it.
static void settle(relaxing *to, uint32_t i) {
  akt_scene_part *part = &to->scene->parts.items[i];
  akt_point sum = {0, 0};
  double weight = 0;
  for (uint32_t j = 0; j < to->count; j++) {
    if (j == i || !isfinite(*way(to, i, j))) // pieces are packed in the end
      continue;
    akt_point other = to->scene->parts.items[j].at;
    double dx = part->at.x - other.x, dy = part->at.y - other.y;
    double length = fmax(hypot(dx, dy), 1e-3), wanted = *way(to, i, j);
    double w = 1 / (wanted * wanted);
    sum.x += w * (other.x + wanted * dx / length);
    sum.y += w * (other.y + wanted * dy / length);
    weight += w;
  }
  if (weight > 0)
    part->at = (akt_point){sum.x / weight, sum.y / weight};
}

/// Pushes two parts apart the shorter way. False: they are apart.
static bool push(akt_scene *scene, uint32_t i, uint32_t j) {
  akt_scene_part *a = &scene->parts.items[i], *b = &scene->parts.items[j];
  double dx = b->at.x - a->at.x, dy = b->at.y - a->at.y;
  double over_x = a->half_width + b->half_width + scene->clearing - fabs(dx);
  double over_y = a->half_height + b->half_height + scene->clearing - fabs(dy);
  if (over_x <= 0 || over_y <= 0 || a->piece != b->piece)
    return false;
  if (over_x < over_y) {
    double by = (dx < 0 ? -1 : 1) * (over_x / 2 + 0.1);
    a->at.x -= by;
    b->at.x += by;
  } else {
    double by = (dy < 0 ? -1 : 1) * (over_y / 2 + 0.1);
    a->at.y -= by;
    b->at.y += by;
  }
  return true;
}

void akt_scene_push_apart(akt_scene *scene) {
  bool has_moved = true;
  for (int round = 0; has_moved && round < PUSHES; round++) {
    has_moved = false;
    for (uint32_t i = 0; i < scene->parts.count; i++) {
      for (uint32_t j = i + 1; j < scene->parts.count; j++)
        has_moved = push(scene, i, j) || has_moved;
    }
  }
}

void akt_scene_relax(akt_arena *arena, akt_scene *scene, uint32_t number) {
  relaxing to = {.scene = scene, .count = scene->parts.count};
  to.way = akt_arena_alloc(arena, ((size_t)to.count * to.count + 1) * sizeof *to.way);
  akt_scene_find_pieces(scene);
  find_ways(&to);
  scatter(&to, number);
  for (int round = 0; round < ROUNDS; round++) {
    for (uint32_t i = 0; i < to.count; i++)
      settle(&to, i);
  }
  for (uint32_t i = 0; i < to.count; i++)
    scene->parts.items[i].at.x *= STRETCH;
  akt_scene_push_apart(scene);
}
