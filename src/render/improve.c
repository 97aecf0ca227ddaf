// Simulated annealing over the places of parts, with what the search of layouts
// measures: crossings, lines through boxes, lengths. Only what a move touches is
// counted anew.
#include "render/scene.h"

#include "render/order.h"

#include <math.h>

#define CROSSING      12.0
#define THIN_CROSSING 4.0
#define THROUGH       40.0
#define LENGTH        (1.0 / 30)
#define UNEVEN        (1.0 / 25000) // a square: two even lines are better than a long one
#define FAR_OUT       (1.0 / 40)    // keeps the page together
#define MOVES_EACH    250
#define MOST_MOVES    18000
#define FIRST_HEAT    20.0
#define LAST_HEAT     0.4
#define FARTHEST      260.0 // points that a part may jump when it is hot
#define NEAREST       12.0
#define BOX_CLEARING  3.0
#define FIRST_CROWD   0.1 // a point of overlap: parts may pass through each other at first
#define LAST_CROWD    3.0
#define BLOCK_GAP     12.0 // less, and no line is led between two boxes
#define PAGE_ASPECT   1.45

typedef AKT_VEC(uint32_t) number_list;

typedef struct improving {
  akt_scene *scene;
  akt_arena *arena;
  number_list *boxes_of; // one a part
  number_list *lines_of; // one a part
  akt_point *from;       // one a line: where it starts and ends now
  akt_point *to;
  akt_point *at;      // one a box: its middle now
  akt_point *middles; // one a piece
  uint32_t *piece_of_box;
  uint32_t *piece_of_line;
  double crowd_weight;
  uint64_t random;
} improving;

static double chance(improving *self) {
  return akt_order_random(&self->random) % 100000 / 1e5;
}

static uint32_t pick(improving *self, uint32_t count) {
  return akt_order_random(&self->random) % count;
}

static double turn(akt_point a, akt_point b, akt_point c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool is_beside(double a, double b, double c, double d) {
  return (a < c && b < c && a < d && b < d) || (a > c && b > c && a > d && b > d);
}

static bool do_lines_cross(const improving *self, uint32_t i, uint32_t j) {
  akt_point p = self->from[i], q = self->to[i], r = self->from[j], s = self->to[j];
  if (is_beside(p.x, q.x, r.x, s.x) || is_beside(p.y, q.y, r.y, s.y))
    return false;
  const uint32_t *a = self->scene->lines.items[i].ends, *b = self->scene->lines.items[j].ends;
  if (a[0] == b[0] || a[0] == b[1] || a[1] == b[0] || a[1] == b[1])
    return false;
  return turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0;
}

/// Whether the line runs over the box: clipped against its two pairs of sides.
static bool runs_over(const improving *self, uint32_t line, uint32_t box) {
  const uint32_t *ends = self->scene->lines.items[line].ends;
  if (ends[0] == box || ends[1] == box)
    return false;
  const akt_scene_box *one = &self->scene->boxes.items[box];
  akt_point at = self->at[box], a = self->from[line], b = self->to[line];
  double starts[] = {a.x - at.x, a.y - at.y}, steps[] = {b.x - a.x, b.y - a.y};
  double sides[] = {one->half_width + BOX_CLEARING, one->half_height + BOX_CLEARING};
  double low = 0, high = 1;
  for (int i = 0; i < 2; i++) {
    if (fmin(starts[i], starts[i] + steps[i]) > sides[i] ||
        fmax(starts[i], starts[i] + steps[i]) < -sides[i])
      return false;
    if (fabs(steps[i]) < 1e-9)
      continue;
    double first = (-sides[i] - starts[i]) / steps[i],
           second = (sides[i] - starts[i]) / steps[i];
    low = fmax(low, fmin(first, second));
    high = fmin(high, fmax(first, second));
  }
  return low < high;
}

static void read_line(improving *self, uint32_t line) {
  const uint32_t *ends = self->scene->lines.items[line].ends;
  self->from[line] = self->at[ends[0]];
  self->to[line] = self->at[ends[1]];
}

static double cost_of_line(const improving *self, uint32_t line) {
  const akt_scene_line *lines = self->scene->lines.items;
  uint32_t piece = self->piece_of_line[line];
  double length =
      hypot(self->to[line].x - self->from[line].x, self->to[line].y - self->from[line].y);
  double cost = length * LENGTH + length * length * UNEVEN;
  for (uint32_t i = 0; i < self->scene->lines.count; i++) {
    if (self->piece_of_line[i] == piece && do_lines_cross(self, line, i))
      cost += lines[line].is_thin || lines[i].is_thin ? THIN_CROSSING : CROSSING;
  }
  for (uint32_t i = 0; i < self->scene->boxes.count; i++) {
    if (self->piece_of_box[i] == piece && runs_over(self, line, i))
      cost += THROUGH;
  }
  return cost;
}

/// How deep the part lies in others, all in all.
static double crowding(const improving *self, uint32_t part) {
  const akt_scene *scene = self->scene;
  const akt_scene_part *a = &scene->parts.items[part];
  double sum = 0;
  for (uint32_t i = 0; i < scene->parts.count; i++) {
    const akt_scene_part *b = &scene->parts.items[i];
    double x = a->half_width + b->half_width + scene->clearing - fabs(a->at.x - b->at.x);
    double y = a->half_height + b->half_height + scene->clearing - fabs(a->at.y - b->at.y);
    if (i != part && x > 0 && y > 0 && a->piece == b->piece)
      sum += fmin(x, y);
  }
  return sum;
}

/// All that depends on where the part is.
static double cost_of_part(const improving *self, uint32_t part) {
  const akt_scene_part *own = &self->scene->parts.items[part];
  akt_point middle = self->middles[own->piece];
  double cost = hypot((own->at.x - middle.x) / PAGE_ASPECT, own->at.y - middle.y) * FAR_OUT;
  cost += crowding(self, part) * self->crowd_weight;
  for (uint32_t i = 0; i < self->lines_of[part].count; i++)
    cost += cost_of_line(self, self->lines_of[part].items[i]);
  for (uint32_t i = 0; i < self->boxes_of[part].count; i++) {
    for (uint32_t line = 0; line < self->scene->lines.count; line++) {
      if (self->piece_of_line[line] == own->piece &&
          runs_over(self, line, self->boxes_of[part].items[i]))
        cost += THROUGH;
    }
  }
  return cost;
}

static void put(improving *self, uint32_t part, akt_point at) {
  self->scene->parts.items[part].at = at;
  for (uint32_t i = 0; i < self->boxes_of[part].count; i++) {
    uint32_t box = self->boxes_of[part].items[i];
    self->at[box] = akt_scene_place(self->scene, box);
  }
  for (uint32_t i = 0; i < self->lines_of[part].count; i++)
    read_line(self, self->lines_of[part].items[i]);
}

/// Somewhere near, or near the middle of what the part is joined to.
static akt_point propose(improving *self, uint32_t part, double reach) {
  akt_point at = self->scene->parts.items[part].at;
  const number_list *lines = &self->lines_of[part];
  if (lines->count && chance(self) < 0.4) {
    akt_point sum = {0, 0};
    for (uint32_t i = 0; i < lines->count; i++) {
      uint32_t line = lines->items[i];
      bool is_start =
          self->scene->boxes.items[self->scene->lines.items[line].ends[0]].part == part;
      akt_point other = is_start ? self->to[line] : self->from[line];
      sum.x += other.x;
      sum.y += other.y;
    }
    at = (akt_point){sum.x / lines->count, sum.y / lines->count};
  }
  double x = (chance(self) - 0.5) * 2, y = (chance(self) - 0.5) * 2;
  return (akt_point){at.x + x * reach * PAGE_ASPECT, at.y + y * reach};
}

static bool is_taken(improving *self, double gain, double heat) {
  return gain >= 0 || chance(self) < exp(gain / heat);
}

static void try_move(improving *self, double heat, double reach) {
  uint32_t part = pick(self, self->scene->parts.count);
  akt_point old = self->scene->parts.items[part].at;
  double before = cost_of_part(self, part);
  akt_point next = propose(self, part, reach);
  put(self, part, next);
  if (!is_taken(self, before - cost_of_part(self, part), heat))
    put(self, part, old);
}

static void try_swap(improving *self, double heat) {
  uint32_t a = pick(self, self->scene->parts.count), b = pick(self, self->scene->parts.count);
  akt_point at_a = self->scene->parts.items[a].at, at_b = self->scene->parts.items[b].at;
  if (a == b || self->scene->parts.items[a].piece != self->scene->parts.items[b].piece)
    return;
  double before = cost_of_part(self, a) + cost_of_part(self, b);
  put(self, a, at_b);
  put(self, b, at_a);
  if (is_taken(self, before - cost_of_part(self, a) - cost_of_part(self, b), heat))
    return;
  put(self, a, at_a);
  put(self, b, at_b);
}

/// Whether the box keeps within its block and off the others there.
static bool fits_in_block(const improving *self, uint32_t box) {
  const akt_scene_box *one = &self->scene->boxes.items[box];
  const akt_scene_part *part = &self->scene->parts.items[one->part];
  if (fabs(one->offset.x) + one->half_width > part->half_width - self->scene->margin ||
      fabs(one->offset.y) + one->half_height > part->half_height - self->scene->margin)
    return false;
  for (uint32_t i = 0; i < self->boxes_of[one->part].count; i++) {
    const akt_scene_box *other = &self->scene->boxes.items[self->boxes_of[one->part].items[i]];
    if (other != one &&
        fabs(other->offset.x - one->offset.x) <
            other->half_width + one->half_width + BLOCK_GAP &&
        fabs(other->offset.y - one->offset.y) <
            other->half_height + one->half_height + BLOCK_GAP)
      return false;
  }
  return true;
}

static void exchange(improving *self, uint32_t a, uint32_t b) {
  akt_scene_box *one = &self->scene->boxes.items[a], *other = &self->scene->boxes.items[b];
  akt_point offset = one->offset;
  one->offset = other->offset;
  other->offset = offset;
  put(self, one->part, self->scene->parts.items[one->part].at);
}

/// Two of one block change their places.
static void try_exchange(improving *self, double heat) {
  uint32_t a = pick(self, self->scene->boxes.count);
  uint32_t part = self->scene->boxes.items[a].part;
  uint32_t b = self->boxes_of[part].items[pick(self, self->boxes_of[part].count)];
  if (a == b)
    return;
  double before = cost_of_part(self, part);
  exchange(self, a, b);
  bool fits = fits_in_block(self, a) && fits_in_block(self, b);
  if (!fits || !is_taken(self, before - cost_of_part(self, part), heat))
    exchange(self, a, b);
}

static void mirror(improving *self, uint32_t part, double x, double y) {
  for (uint32_t i = 0; i < self->boxes_of[part].count; i++) {
    akt_scene_box *box = &self->scene->boxes.items[self->boxes_of[part].items[i]];
    box->offset.x *= x;
    box->offset.y *= y;
  }
  put(self, part, self->scene->parts.items[part].at);
}

/// A block is turned upside down, or left to right.
static void try_mirror(improving *self, double heat) {
  uint32_t part = pick(self, self->scene->parts.count);
  double x = chance(self) < 0.5 ? -1 : 1;
  if (self->boxes_of[part].count < 2)
    return;
  double before = cost_of_part(self, part);
  mirror(self, part, x, -x);
  if (!is_taken(self, before - cost_of_part(self, part), heat))
    mirror(self, part, x, -x);
}

static void add_line(improving *self, uint32_t line) {
  const uint32_t *ends = self->scene->lines.items[line].ends;
  uint32_t a = self->scene->boxes.items[ends[0]].part,
           b = self->scene->boxes.items[ends[1]].part;
  akt_vec_push(self->arena, &self->lines_of[a], line);
  if (a != b)
    akt_vec_push(self->arena, &self->lines_of[b], line);
  read_line(self, line);
}

static void prepare(improving *self) {
  const akt_scene *scene = self->scene;
  size_t parts = scene->parts.count + 1, lines = scene->lines.count + 1;
  self->boxes_of = akt_arena_zalloc(self->arena, parts * sizeof *self->boxes_of);
  self->lines_of = akt_arena_zalloc(self->arena, parts * sizeof *self->lines_of);
  self->from = akt_arena_alloc(self->arena, lines * sizeof *self->from);
  self->to = akt_arena_alloc(self->arena, lines * sizeof *self->to);
  self->at = akt_arena_alloc(self->arena, (scene->boxes.count + 1) * sizeof *self->at);
  for (uint32_t i = 0; i < scene->boxes.count; i++) {
    akt_vec_push(self->arena, &self->boxes_of[scene->boxes.items[i].part], i);
    self->at[i] = akt_scene_place(scene, i);
  }
  for (uint32_t i = 0; i < scene->lines.count; i++)
    add_line(self, i);
}

/// Which piece boxes and lines belong to, and where the middle of each piece is.
static void prepare_pieces(improving *self) {
  const akt_scene *scene = self->scene;
  size_t parts = scene->parts.count + 1;
  uint32_t *counts = akt_arena_zalloc(self->arena, parts * sizeof *counts);
  self->middles = akt_arena_zalloc(self->arena, parts * sizeof *self->middles);
  self->piece_of_box =
      akt_arena_alloc(self->arena, (scene->boxes.count + 1) * sizeof *self->piece_of_box);
  self->piece_of_line =
      akt_arena_alloc(self->arena, (scene->lines.count + 1) * sizeof *self->piece_of_line);
  for (uint32_t i = 0; i < scene->boxes.count; i++)
    self->piece_of_box[i] = scene->parts.items[scene->boxes.items[i].part].piece;
  for (uint32_t i = 0; i < scene->lines.count; i++)
    self->piece_of_line[i] = self->piece_of_box[scene->lines.items[i].ends[0]];
  for (uint32_t i = 0; i < scene->parts.count; i++) {
    const akt_scene_part *part = &scene->parts.items[i];
    akt_point *middle = &self->middles[part->piece];
    uint32_t count = ++counts[part->piece];
    middle->x += (part->at.x - middle->x) / count;
    middle->y += (part->at.y - middle->y) / count;
  }
}

void akt_scene_improve(akt_arena *arena, akt_scene *scene, uint32_t number) {
  improving self = {.scene = scene, .arena = arena, .random = number};
  if (scene->parts.count < 2)
    return;
  prepare(&self);
  prepare_pieces(&self);
  uint32_t moves = scene->parts.count * MOVES_EACH;
  moves = moves < MOST_MOVES ? moves : MOST_MOVES;
  for (uint32_t i = 0; i < moves; i++) {
    double done = (double)i / moves;
    double now = FIRST_HEAT * pow(LAST_HEAT / FIRST_HEAT, done);
    double reach = NEAREST + (FARTHEST - NEAREST) * (1 - done) * (1 - done);
    self.crowd_weight = FIRST_CROWD + (LAST_CROWD - FIRST_CROWD) * done;
    if (i % 8 == 0)
      try_swap(&self, now);
    else if (i % 8 == 4)
      try_mirror(&self, now);
    else if (i % 4 == 1)
      try_exchange(&self, now);
    else
      try_move(&self, now, reach);
  }
  akt_scene_push_apart(scene);
}
