// Lines that reach a box side by side are led apart.
#include "arena_fixture.h"

#include "render/spread.h"

#include <math.h>

enum { MOST = 8 };

static akt_geometry geometry;
static akt_curve_list curves;
static bool wanted[MOST];

static void start(void) {
  geometry = (akt_geometry){.boxes = {0}};
  curves = (akt_curve_list){0};
  memset(wanted, 0, sizeof wanted);
}

static uint32_t box(double x, double y) {
  akt_box made = {{x - 30, y - 15}, {x + 30, y + 15}, NULL, 0};
  akt_vec_push(&scratch.arena, &geometry.boxes, made);
  return geometry.boxes.count - 1;
}

/// A straight line from below a box at `from` to the point of the upper box's
/// lower border, and the arrow's tip there.
static void line(uint32_t from, uint32_t to, double x) {
  akt_point start = {(geometry.boxes.items[from].low.x + geometry.boxes.items[from].high.x) / 2,
                     geometry.boxes.items[from].high.y};
  akt_point end = {x, geometry.boxes.items[to].low.y};
  akt_point *points = akt_arena_alloc(&scratch.arena, 5 * sizeof *points);
  for (int i = 0; i < 4; i++)
    points[i] = (akt_point){start.x + (end.x - start.x) * i / 3.2,
                            start.y + (end.y - start.y) * i / 3.2};
  points[4] = end;
  akt_curve curve = {points, 4, {NULL, points + 4}, {from, to}, false};
  akt_vec_push(&scratch.arena, &curves, curve);
}

static double tip(uint32_t line) {
  return curves.items[line].tips[1]->x;
}

static void three_lines(void) {
  uint32_t top = box(0, 300);
  wanted[top] = true;
  line(box(-80, 0), top, -1);
  line(box(0, 0), top, 0);
  line(box(80, 0), top, 1);
}

static void ends_get_room_in_the_order_they_come(void **state) {
  (void)state;
  three_lines();
  akt_spread_ends(&scratch.arena, &geometry, wanted, &curves);
  assert_true(tip(1) - tip(0) > 8);
  assert_true(tip(2) - tip(1) > 8);
  assert_true(fabs(tip(1)) < 2);
}

static void the_other_end_of_a_line_stays(void **state) {
  (void)state;
  three_lines();
  akt_point before = curves.items[0].points[0];
  akt_spread_ends(&scratch.arena, &geometry, wanted, &curves);
  assert_true(before.x == curves.items[0].points[0].x);
  assert_true(before.y == curves.items[0].points[0].y);
}

static void unwanted_boxes_keep_their_ends(void **state) {
  (void)state;
  three_lines();
  memset(wanted, 0, sizeof wanted);
  akt_spread_ends(&scratch.arena, &geometry, wanted, &curves);
  assert_true(tip(0) == -1);
}

static void a_fixed_line_stays_and_others_give_way(void **state) {
  (void)state;
  three_lines();
  curves.items[1].is_fixed = true;
  akt_spread_ends(&scratch.arena, &geometry, wanted, &curves);
  assert_true(tip(1) == 0);
  assert_true(tip(0) < -8 && tip(2) > 8);
}

static void ends_far_apart_stay(void **state) {
  (void)state;
  uint32_t top = box(0, 300);
  wanted[top] = true;
  line(box(-80, 0), top, -20);
  line(box(80, 0), top, 20);
  akt_spread_ends(&scratch.arena, &geometry, wanted, &curves);
  assert_true(tip(0) == -20 && tip(1) == 20);
}

static void no_line_is_led_through_a_box(void **state) {
  (void)state;
  three_lines();
  // It stands just beside the last inch of the middle and of the right line.
  akt_box beside = {{3.5, 268}, {9, 283}, NULL, 0};
  akt_vec_push(&scratch.arena, &geometry.boxes, beside);
  uint32_t before = 0, after = 0;
  akt_geometry copy = geometry;
  for (uint32_t i = 0; i < curves.count; i++)
    akt_vec_push(&scratch.arena, &copy.paths,
                 akt_measure_path(&scratch.arena, &curves.items[i]));
  before = akt_measure_faults(&copy, 0);
  akt_spread_ends(&scratch.arena, &geometry, wanted, &curves);
  copy = geometry;
  copy.paths.count = 0;
  for (uint32_t i = 0; i < curves.count; i++)
    akt_vec_push(&scratch.arena, &copy.paths,
                 akt_measure_path(&scratch.arena, &curves.items[i]));
  after = akt_measure_faults(&copy, 0);
  assert_true(after <= before);
}

int main(void) {
  prepare = start;
  const struct CMUnitTest tests[] = {
      AKT_TEST(ends_get_room_in_the_order_they_come),
      AKT_TEST(the_other_end_of_a_line_stays),
      AKT_TEST(unwanted_boxes_keep_their_ends),
      AKT_TEST(a_fixed_line_stays_and_others_give_way),
      AKT_TEST(ends_far_apart_stay),
      AKT_TEST(no_line_is_led_through_a_box),
  };
  return cmocka_run_group_tests_name("render spread", tests, NULL, NULL);
}
