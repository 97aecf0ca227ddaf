// Placing parts by distances, and moving them for a better drawing.
#include "arena_fixture.h"

#include "render/block.h"
#include "render/scene.h"

#include <math.h>

static akt_scene scene;

static void start(void) {
  scene = (akt_scene){.gap = 30, .clearing = 10, .margin = 11};
}

static uint32_t box(void) {
  akt_scene_box made = {scene.parts.count, {0, 0}, 30, 15};
  akt_scene_part part = {.half_width = 30, .half_height = 15};
  akt_vec_push(&scratch.arena, &scene.parts, part);
  akt_vec_push(&scratch.arena, &scene.boxes, made);
  return scene.boxes.count - 1;
}

static void line(uint32_t from, uint32_t to) {
  akt_scene_line made = {{from, to}, false};
  akt_vec_push(&scratch.arena, &scene.lines, made);
}

static double apart(uint32_t a, uint32_t b) {
  akt_point p = akt_scene_place(&scene, a), q = akt_scene_place(&scene, b);
  return hypot(p.x - q.x, p.y - q.y);
}

static void nothing_overlaps(void) {
  for (uint32_t i = 0; i < scene.parts.count; i++) {
    for (uint32_t j = i + 1; j < scene.parts.count; j++) {
      const akt_scene_part *a = &scene.parts.items[i], *b = &scene.parts.items[j];
      assert_true(fabs(a->at.x - b->at.x) >= a->half_width + b->half_width ||
                  fabs(a->at.y - b->at.y) >= a->half_height + b->half_height);
    }
  }
}

static uint32_t count_crossings(void) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < scene.lines.count; i++) {
    for (uint32_t j = 0; j < i; j++) {
      const uint32_t *a = scene.lines.items[i].ends, *b = scene.lines.items[j].ends;
      if (a[0] == b[0] || a[0] == b[1] || a[1] == b[0] || a[1] == b[1])
        continue;
      akt_point p = akt_scene_place(&scene, a[0]), q = akt_scene_place(&scene, a[1]);
      akt_point r = akt_scene_place(&scene, b[0]), s = akt_scene_place(&scene, b[1]);
#define TURN(a, b, c) (((b).x - (a).x) * ((c).y - (a).y) - ((b).y - (a).y) * ((c).x - (a).x))
      count += TURN(p, q, r) * TURN(p, q, s) < 0 && TURN(r, s, p) * TURN(r, s, q) < 0;
    }
  }
  return count;
}

/// A wheel without a hub and with some spokes: it can be drawn without crossings.
static void a_ladder(void) {
  for (int i = 0; i < 16; i++)
    box();
  for (uint32_t i = 0; i < 8; i++) {
    line(i, i + 8);
    if (i) {
      line(i - 1, i);
      line(i + 7, i + 8);
    }
  }
}

static void what_is_joined_stands_nearer(void **state) {
  (void)state;
  for (int i = 0; i < 5; i++)
    box();
  for (uint32_t i = 0; i < 4; i++)
    line(i, i + 1);
  akt_scene_relax(&scratch.arena, &scene, 3);
  nothing_overlaps();
  assert_true(apart(0, 1) < apart(0, 4));
}

static void improving_takes_crossings_away(void **state) {
  (void)state;
  a_ladder();
  akt_scene_relax(&scratch.arena, &scene, 1);
  for (uint32_t i = 0; i < scene.parts.count; i++) // as bad as can be
    scene.parts.items[i].at = (akt_point){(i * 7 % 16) % 4 * 90.0, (i * 7 % 16) / 4 * 60.0};
  uint32_t before = count_crossings();
  akt_scene_improve(&scratch.arena, &scene, 1);
  nothing_overlaps();
  assert_true(before > 5);
  assert_true(count_crossings() <= 1);
}

static void the_same_number_gives_the_same_places(void **state) {
  (void)state;
  a_ladder();
  akt_scene_relax(&scratch.arena, &scene, 5);
  akt_scene_improve(&scratch.arena, &scene, 5);
  akt_point first = akt_scene_place(&scene, 3);
  akt_scene_relax(&scratch.arena, &scene, 5);
  akt_scene_improve(&scratch.arena, &scene, 5);
  assert_true(akt_scene_place(&scene, 3).x == first.x);
  assert_true(akt_scene_place(&scene, 3).y == first.y);
}

static void pieces_stand_apart(void **state) {
  (void)state;
  a_ladder();
  line(box(), box());
  line(box(), box());
  akt_scene_relax(&scratch.arena, &scene, 2);
  akt_scene_pack(&scratch.arena, &scene);
  nothing_overlaps();
}

static void an_empty_scene_does_no_harm(void **state) {
  (void)state;
  akt_scene_relax(&scratch.arena, &scene, 1);
  akt_scene_improve(&scratch.arena, &scene, 1);
  akt_scene_pack(&scratch.arena, &scene);
}

enum { MOST = 12 };

static akt_member members[MOST];
static akt_member *list[MOST];

static akt_point arrange(uint32_t people, double lift) {
  for (uint32_t i = 0; i <= people; i++) {
    members[i] = (akt_member){60.0 + i, 20, {i * 10.0, lift}, i == 0, {0, 0}};
    list[i] = &members[i];
  }
  return akt_block_arrange(list, people + 1);
}

static void people_do_not_overlap_and_keep_in_their_block(void **state) {
  (void)state;
  for (uint32_t people = 1; people < MOST; people++) {
    akt_point size = arrange(people, 0);
    for (uint32_t i = 0; i <= people; i++) {
      assert_true(fabs(members[i].at.x) + members[i].width / 2 <= size.x / 2 + 1e-6);
      assert_true(fabs(members[i].at.y) + members[i].height / 2 <= size.y / 2 + 1e-6);
      for (uint32_t j = 0; j < i; j++)
        assert_true(fabs(members[i].at.x - members[j].at.x) >=
                        (members[i].width + members[j].width) / 2 ||
                    fabs(members[i].at.y - members[j].at.y) >=
                        (members[i].height + members[j].height) / 2);
    }
  }
}

static void people_stand_on_the_side_they_deal_with(void **state) {
  (void)state;
  arrange(2, 50);
  assert_true(members[1].at.y > members[0].at.y);
  arrange(2, -50);
  assert_true(members[1].at.y < members[0].at.y);
  assert_true(members[1].at.x < members[2].at.x);
}

int main(void) {
  prepare = start;
  const struct CMUnitTest tests[] = {
      AKT_TEST(what_is_joined_stands_nearer),
      AKT_TEST(improving_takes_crossings_away),
      AKT_TEST(the_same_number_gives_the_same_places),
      AKT_TEST(pieces_stand_apart),
      AKT_TEST(an_empty_scene_does_no_harm),
      AKT_TEST(people_do_not_overlap_and_keep_in_their_block),
      AKT_TEST(people_stand_on_the_side_they_deal_with),
  };
  return cmocka_run_group_tests_name("render scene", tests, NULL, NULL);
}
