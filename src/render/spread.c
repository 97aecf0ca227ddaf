#include "render/spread.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define GAP         10.0 // points between two ends: a little more than an arrowhead
#define FARTHEST    15.0 // points that an end may be moved along the border
#define BEND        80.0 // points of line that bend with its end
#define LOOK_AHEAD  40.0 // points from the end: where the line comes from
#define ROUNDS      80
#define CORNER      5.0 // cut off the corners of boxes, which are round
#define BOX_CORNERS 8

typedef struct outline {
  const akt_point *corners;
  uint32_t count;
  double length;
} outline;

/// One end of one line at the box that is worked on.
typedef struct line_end {
  akt_curve *curve;
  int side;      // 0: start, 1: end
  double at;     // along the outline
  double order;  // the same, led a little towards where the line comes from
  double wanted; // where it goes
} line_end;

typedef AKT_VEC(line_end) end_list;

static double distance(akt_point a, akt_point b) {
  return hypot(a.x - b.x, a.y - b.y);
}

static outline find_outline(akt_arena *arena, const akt_box *box) {
  outline out = {box->outline, box->corners, 0};
  if (!out.corners) {
    double cut = fmin(CORNER, (box->high.y - box->low.y) / 4);
    akt_point low = box->low, high = box->high;
    const akt_point corners[BOX_CORNERS] = {{low.x + cut, low.y},   {high.x - cut, low.y},
                                            {high.x, low.y + cut},  {high.x, high.y - cut},
                                            {high.x - cut, high.y}, {low.x + cut, high.y},
                                            {low.x, high.y - cut},  {low.x, low.y + cut}};
    akt_point *copy = akt_arena_alloc(arena, sizeof corners);
    memcpy(copy, corners, sizeof corners);
    out.corners = copy;
    out.count = BOX_CORNERS;
  }
  for (uint32_t i = 0; i < out.count; i++)
    out.length += distance(out.corners[i], out.corners[(i + 1) % out.count]);
  return out;
}

/// How far along the outline its point next to `p` is.
static double place_of(const outline *border, akt_point p) {
  double best = INFINITY, place = 0, behind = 0;
  for (uint32_t i = 0; i < border->count; i++) {
    akt_point a = border->corners[i], b = border->corners[(i + 1) % border->count];
    double length = distance(a, b);
    double t =
        length > 0 ? ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length : 0;
    t = fmin(fmax(t, 0), length);
    double share = length > 0 ? t / length : 0;
    akt_point nearest = {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
    if (distance(p, nearest) < best) {
      best = distance(p, nearest);
      place = behind + t;
    }
    behind += length;
  }
  return place;
}

static akt_point point_at(const outline *border, double place) {
  place = fmod(place, border->length);
  place += place < 0 ? border->length : 0;
  for (uint32_t i = 0; i < border->count; i++) {
    akt_point a = border->corners[i], b = border->corners[(i + 1) % border->count];
    double length = distance(a, b);
    if (place <= length && length > 0)
      return (akt_point){a.x + place / length * (b.x - a.x),
                         a.y + place / length * (b.y - a.y)};
    place -= length;
  }
  return border->corners[0];
}

/// The shorter way round from one place to another, signed.
static double way(const outline *border, double from, double to) {
  return remainder(to - from, border->length);
}

/// The control point so many steps from the end on that side.
static akt_point *step(const akt_curve *curve, int side, uint32_t steps) {
  return &curve->points[side ? curve->count - 1 - steps : steps];
}

static akt_point tip_of(const akt_curve *curve, int side) {
  return curve->tips[side] ? *curve->tips[side] : *step(curve, side, 0);
}

/// A point of the line, roughly, some way from its end.
static akt_point look_back(const akt_curve *curve, int side) {
  double walked = 0;
  for (uint32_t i = 0; i + 1 < curve->count; i++) {
    akt_point a = *step(curve, side, i), b = *step(curve, side, i + 1);
    double length = distance(a, b);
    if (walked + length >= LOOK_AHEAD && length > 0) {
      double share = (LOOK_AHEAD - walked) / length;
      return (akt_point){a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
    }
    walked += length;
  }
  return *step(curve, side, curve->count - 1);
}

static int compare_ends(const void *a, const void *b) {
  const line_end *x = a, *y = b;
  return x->order < y->order ? -1 : x->order > y->order;
}

static end_list find_ends(akt_arena *arena, const outline *border, uint32_t box,
                          const akt_curve_list *curves) {
  end_list ends = {0};
  for (uint32_t i = 0; i < curves->count; i++) {
    akt_curve *curve = &curves->items[i];
    for (int side = 0; side < 2; side++) {
      if (curve->boxes[side] != box || curve->boxes[0] == curve->boxes[1])
        continue;
      line_end end = {.curve = curve, .side = side};
      end.at = end.wanted = place_of(border, tip_of(curve, side));
      double lead = way(border, end.at, place_of(border, look_back(curve, side)));
      end.order = end.at + fmin(fmax(lead / 4, -GAP), GAP);
      akt_vec_push(arena, &ends, end);
    }
  }
  if (ends.count)
    qsort(ends.items, ends.count, sizeof *ends.items, compare_ends);
  return ends;
}

/// Pushes neighbours apart until all have their room; fixed ends stay. False when
/// they had it.
static bool push_apart(const outline *border, end_list *ends) {
  double gap = fmin(GAP, border->length * 0.8 / ends->count);
  bool has_moved = false;
  for (int round = 0; round < ROUNDS; round++) {
    for (uint32_t i = 0; i < ends->count; i++) {
      line_end *a = &ends->items[i], *b = &ends->items[(i + 1) % ends->count];
      double round_trip = i + 1 < ends->count ? 0 : border->length; // last to first
      double lack = gap - (b->wanted + round_trip - a->wanted);
      if (lack < 0.1 || (a->curve->is_fixed && b->curve->is_fixed))
        continue;
      double share = a->curve->is_fixed ? 0 : b->curve->is_fixed ? 1 : 0.5;
      a->wanted -= lack * share;
      b->wanted += lack * (1 - share);
      has_moved = true;
    }
  }
  return has_moved;
}

/// Moves the end and, less and less, the line behind it.
static void bend(const akt_curve *curve, int side, double dx, double dy) {
  double length = 0, walked = 0;
  for (uint32_t i = 0; i + 1 < curve->count; i++)
    length += distance(curve->points[i], curve->points[i + 1]);
  double reach = fmin(BEND, length * 0.8);
  akt_point before = *step(curve, side, 0);
  for (uint32_t i = 0; i < curve->count; i++) {
    akt_point *p = step(curve, side, i);
    walked += distance(before, *p);
    before = *p;
    double left = fmax(1 - walked / fmax(reach, 1e-9), 0);
    double share = left * left * (3 - 2 * left);
    p->x += dx * share;
    p->y += dy * share;
  }
  if (curve->tips[side]) {
    curve->tips[side]->x += dx;
    curve->tips[side]->y += dy;
  }
}

/// Lines through boxes and across each other, of those that end at the box.
static uint32_t count_faults(akt_arena *arena, const akt_geometry *geometry, uint32_t box,
                             const akt_curve_list *curves) {
  akt_geometry around = {.boxes = geometry->boxes};
  for (uint32_t i = 0; i < curves->count; i++) {
    akt_path path = akt_measure_path(arena, &curves->items[i]);
    akt_vec_push(arena, &around.paths, path);
  }
  return akt_measure_faults(&around, box);
}

static void spread_box(akt_arena *arena, const akt_geometry *geometry, uint32_t box,
                       akt_curve_list *curves) {
  outline border = find_outline(arena, &geometry->boxes.items[box]);
  end_list ends = find_ends(arena, &border, box, curves);
  if (ends.count < 2 || !push_apart(&border, &ends))
    return;
  uint32_t before = count_faults(arena, geometry, box, curves);
  akt_point *moves = akt_arena_zalloc(arena, ends.count * sizeof *moves);
  for (uint32_t i = 0; i < ends.count; i++) {
    line_end *end = &ends.items[i];
    double by = fmin(fmax(way(&border, end->at, end->wanted), -FARTHEST), FARTHEST);
    akt_point from = point_at(&border, end->at), to = point_at(&border, end->at + by);
    moves[i] = (akt_point){to.x - from.x, to.y - from.y};
    bend(end->curve, end->side, moves[i].x, moves[i].y);
  }
  if (count_faults(arena, geometry, box, curves) <= before)
    return;
  for (uint32_t i = 0; i < ends.count; i++)
    bend(ends.items[i].curve, ends.items[i].side, -moves[i].x, -moves[i].y);
}

void akt_spread_ends(akt_arena *arena, const akt_geometry *geometry, const bool *is_wanted,
                     akt_curve_list *curves) {
  for (uint32_t box = 0; box < geometry->boxes.count; box++) {
    if (is_wanted[box])
      spread_box(arena, geometry, box, curves);
  }
}
