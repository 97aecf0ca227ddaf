#include "render/measure.h"

#include <math.h>

#define SLACK          1.0 // points: touching is not overlapping
#define MERGED_WITHIN  3.5
#define END_ZONE       16.0
#define CURVE_STEPS    8
#define GRAZING_WITHIN 5.0
#define THROUGH_WORTH  100 // crossings: never to be bought with fewer of them

static bool do_boxes_meet(const akt_box *a, const akt_box *b, double slack) {
  return a->low.x + slack < b->high.x && b->low.x + slack < a->high.x &&
         a->low.y + slack < b->high.y && b->low.y + slack < a->high.y;
}

static double turn(akt_point a, akt_point b, akt_point c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Convex shapes only, and those are all we draw.
static bool is_inside_outline(akt_point p, const akt_box *box, double slack) {
  bool is_left = true, is_right = true;
  for (uint32_t i = 0; i < box->corners; i++) {
    akt_point a = box->outline[i], b = box->outline[(i + 1) % box->corners];
    double away = turn(a, b, p) / fmax(hypot(b.x - a.x, b.y - a.y), 1e-9);
    is_left = is_left && away > slack;
    is_right = is_right && away < -slack;
  }
  return is_left || is_right;
}

bool akt_measure_is_inside(akt_point p, const akt_box *box, double slack) {
  return p.x > box->low.x + slack && p.x < box->high.x - slack && p.y > box->low.y + slack &&
         p.y < box->high.y - slack && (!box->outline || is_inside_outline(p, box, slack));
}

static void add_piece(akt_arena *arena, akt_path *path, const akt_point *p) {
  for (int step = 0; step <= CURVE_STEPS; step++) {
    double t = (double)step / CURVE_STEPS, u = 1 - t;
    double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
    akt_point point = {a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                       a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
    akt_vec_push(arena, &path->points, point);
  }
}

akt_path akt_measure_path(akt_arena *arena, const akt_curve *curve) {
  akt_path path = {.tail = curve->boxes[0], .head = curve->boxes[1]};
  if (curve->tips[0])
    akt_vec_push(arena, &path.points, *curve->tips[0]);
  for (uint32_t i = 0; i + 3 < curve->count; i += 3)
    add_piece(arena, &path, curve->points + i);
  if (curve->tips[1])
    akt_vec_push(arena, &path.points, *curve->tips[1]);
  return path;
}

static void find_bounds(akt_path *path) {
  path->bounds = (akt_box){{INFINITY, INFINITY}, {-INFINITY, -INFINITY}, NULL, 0};
  for (uint32_t i = 0; i < path->points.count; i++) {
    akt_point p = path->points.items[i];
    path->bounds.low.x = fmin(path->bounds.low.x, p.x);
    path->bounds.low.y = fmin(path->bounds.low.y, p.y);
    path->bounds.high.x = fmax(path->bounds.high.x, p.x);
    path->bounds.high.y = fmax(path->bounds.high.y, p.y);
  }
}

static bool runs_through(const akt_path *path, const akt_box *box) {
  if (!do_boxes_meet(&path->bounds, box, 0))
    return false;
  for (uint32_t i = 0; i < path->points.count; i++) {
    if (akt_measure_is_inside(path->points.items[i], box, SLACK))
      return true;
  }
  return false;
}

/// How much of the path runs close to the border of the box, as if it were a part of
/// it. Within: a line may be there, too, as in a frame.
static double grazing_length(const akt_path *path, const akt_box *box, bool is_frame) {
  double length = 0;
  if (!do_boxes_meet(&path->bounds, box, -GRAZING_WITHIN))
    return 0;
  for (uint32_t i = 0; i + 1 < path->points.count; i++) {
    akt_point a = path->points.items[i], b = path->points.items[i + 1];
    akt_point middle = {(a.x + b.x) / 2, (a.y + b.y) / 2};
    if (akt_measure_is_inside(middle, box, -GRAZING_WITHIN) &&
        !(is_frame && akt_measure_is_inside(middle, box, GRAZING_WITHIN)))
      length += hypot(b.x - a.x, b.y - a.y);
  }
  return length;
}

static bool do_segments_cross(const akt_point *a, const akt_point *b) {
  return turn(a[0], a[1], b[0]) * turn(a[0], a[1], b[1]) < 0 &&
         turn(b[0], b[1], a[0]) * turn(b[0], b[1], a[1]) < 0;
}

static bool do_paths_cross(const akt_path *a, const akt_path *b) {
  if (!do_boxes_meet(&a->bounds, &b->bounds, 0))
    return false;
  for (uint32_t i = 0; i + 1 < a->points.count; i++) {
    for (uint32_t j = 0; j + 1 < b->points.count; j++) {
      if (do_segments_cross(a->points.items + i, b->points.items + j))
        return true;
    }
  }
  return false;
}

static bool have_common_end(const akt_path *a, const akt_path *b) {
  return a->tail == b->tail || a->tail == b->head || a->head == b->tail || a->head == b->head;
}

static double length_of(const akt_path *path) {
  double length = 0;
  for (uint32_t i = 0; i + 1 < path->points.count; i++) {
    akt_point a = path->points.items[i], b = path->points.items[i + 1];
    length += hypot(b.x - a.x, b.y - a.y);
  }
  return length;
}

static double distance_to_segment(akt_point p, const akt_point *s) {
  double dx = s[1].x - s[0].x, dy = s[1].y - s[0].y;
  double square = dx * dx + dy * dy;
  double t = square > 0 ? ((p.x - s[0].x) * dx + (p.y - s[0].y) * dy) / square : 0;
  t = fmin(fmax(t, 0), 1);
  return hypot(p.x - s[0].x - t * dx, p.y - s[0].y - t * dy);
}

static bool is_near_path(akt_point p, const akt_path *path) {
  for (uint32_t i = 0; i + 1 < path->points.count; i++) {
    if (distance_to_segment(p, path->points.items + i) < MERGED_WITHIN)
      return true;
  }
  return false;
}

/// How much of `a` cannot be told from `b`. Lines that part at a common box are
/// close there, which is no fault.
static double merged_length(const akt_path *a, const akt_path *b, const akt_geometry *in) {
  if (!do_boxes_meet(&a->bounds, &b->bounds, -MERGED_WITHIN))
    return 0;
  double length = 0;
  for (uint32_t i = 0; i + 1 < a->points.count; i++) {
    akt_point p = a->points.items[i], q = a->points.items[i + 1];
    akt_point middle = {(p.x + q.x) / 2, (p.y + q.y) / 2};
    if (is_near_path(middle, b) &&
        !akt_measure_is_inside(middle, &in->boxes.items[a->tail], -END_ZONE) &&
        !akt_measure_is_inside(middle, &in->boxes.items[a->head], -END_ZONE))
      length += hypot(q.x - p.x, q.y - p.y);
  }
  return length;
}

uint32_t akt_measure_faults(akt_geometry *geometry, uint32_t box) {
  uint32_t faults = 0, paths = geometry->paths.count;
  for (uint32_t i = 0; i < paths; i++)
    find_bounds(&geometry->paths.items[i]);
  for (uint32_t i = 0; i < paths; i++) {
    const akt_path *path = &geometry->paths.items[i];
    if (path->tail != box && path->head != box)
      continue;
    for (uint32_t j = 0; j < geometry->boxes.count; j++) {
      if (j != path->tail && j != path->head)
        faults += runs_through(path, &geometry->boxes.items[j]) ? THROUGH_WORTH : 0;
    }
    for (uint32_t j = 0; j < paths; j++)
      faults += j != i && do_paths_cross(path, &geometry->paths.items[j]);
  }
  return faults;
}

akt_measure akt_measure_geometry(akt_geometry *geometry) {
  akt_measure measure = {.width = geometry->page.high.x - geometry->page.low.x,
                         .height = geometry->page.high.y - geometry->page.low.y};
  uint32_t boxes = geometry->boxes.count, paths = geometry->paths.count;
  for (uint32_t i = 0; i < boxes; i++) {
    for (uint32_t j = i + 1; j < boxes; j++)
      measure.overlaps +=
          do_boxes_meet(&geometry->boxes.items[i], &geometry->boxes.items[j], SLACK);
  }
  for (uint32_t i = 0; i < paths; i++)
    find_bounds(&geometry->paths.items[i]);
  for (uint32_t i = 0; i < paths; i++) {
    const akt_path *path = &geometry->paths.items[i];
    measure.length += length_of(path);
    for (uint32_t j = 0; j < boxes; j++) {
      if (j == path->tail || j == path->head)
        continue;
      measure.through += runs_through(path, &geometry->boxes.items[j]);
      measure.grazing += grazing_length(path, &geometry->boxes.items[j], false);
    }
    for (uint32_t j = 0; j < geometry->frames.count; j++)
      measure.grazing += grazing_length(path, &geometry->frames.items[j], true);
    for (uint32_t j = i + 1; j < paths; j++) {
      const akt_path *other = &geometry->paths.items[j];
      if (!have_common_end(path, other))
        measure.crossings += do_paths_cross(path, other);
      measure.merged += merged_length(path, other, geometry);
    }
  }
  return measure;
}

// Weights found by looking at pictures: a line through a foreign box is read
// wrongly, a crossing is only untidy, and two inches of line cost less than one
// crossing. The page should be about as wide as paper held sideways.
double akt_measure_badness(const akt_measure *measure, bool is_rough) {
  double aspect = measure->height > 0 ? measure->width / measure->height : 1;
  double away = fabs(log(fmax(aspect, 1e-3) / 1.45));
  double page = measure->width * measure->height / (72.0 * 72.0);
  double badness = 400.0 * measure->overlaps + (is_rough ? 12.0 : 60.0) * measure->through +
                   10.0 * measure->crossings + measure->merged / 8.0 + measure->grazing / 6.0 +
                   measure->length / 30.0 + page * 0.5 + 20.0 * away;
  if (aspect < 0.65 || aspect > 2.1)
    badness += 150.0 * away;
  return badness;
}
