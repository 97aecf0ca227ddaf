// Maps and interned texts.
#include "arena_fixture.h"

#include "base/map.h"

static akt_span key_of(fixture *f, unsigned i) {
  return akt_span_of(akt_arena_printf(&f->arena, "key %u", i));
}

static void fill(void *arg) {
  fixture *f = arg;
  akt_map map;
  akt_map_init(&map, &f->arena);
  assert_int_equal(akt_map_get(&map, AKT_SPAN("key 1")), AKT_NONE);
  for (unsigned i = 0; i < 5000; i++)
    assert_int_equal(akt_map_add(&map, key_of(f, i), i), i);
  for (unsigned i = 0; i < 5000; i++) {
    assert_int_equal(akt_map_get(&map, key_of(f, i)), i);
    assert_int_equal(akt_map_add(&map, key_of(f, i), 7), i);
  }
  assert_int_equal(akt_map_get(&map, AKT_SPAN("key")), AKT_NONE);
  akt_map_set(&map, AKT_SPAN("key 1"), 99);
  assert_int_equal(akt_map_get(&map, AKT_SPAN("key 1")), 99);
  assert_int_equal(map.entries.count, 5000);
}

static void a_map_finds_what_was_added_and_keeps_the_first(void **state) {
  fixture *f = *state;
  assert_true(akt_guard_run(&f->guard, fill, f));
}

static void use_odd_keys(void *arg) {
  fixture *f = arg;
  akt_map map;
  akt_map_init(&map, &f->arena);
  akt_map_add(&map, AKT_SPAN(""), 1);
  akt_map_add(&map, AKT_SPAN("a\0b"), 2);
  akt_map_add(&map, AKT_SPAN("a"), 3);
  assert_int_equal(akt_map_get(&map, AKT_SPAN("")), 1);
  assert_int_equal(akt_map_get(&map, AKT_SPAN("a\0b")), 2);
  assert_int_equal(akt_map_get(&map, AKT_SPAN("a")), 3);
}

static void empty_keys_and_keys_with_nul_are_keys(void **state) {
  fixture *f = *state;
  assert_true(akt_guard_run(&f->guard, use_odd_keys, f));
}

static void intern_texts(void *arg) {
  fixture *f = arg;
  akt_intern intern;
  akt_intern_init(&intern, &f->arena);
  char text[] = "India";
  uint32_t india = akt_intern_add(&intern, akt_span_of(text));
  text[0] = 'X'; // a copy was taken
  uint32_t other = akt_intern_add(&intern, AKT_SPAN("Pakistan"));
  assert_int_not_equal(india, other);
  assert_int_equal(akt_intern_add(&intern, AKT_SPAN("India")), india);
  assert_int_equal(akt_intern_find(&intern, AKT_SPAN("Pakistan")), other);
  assert_int_equal(akt_intern_find(&intern, AKT_SPAN("Nepal")), AKT_NONE);
  assert_string_equal(akt_intern_text(&intern, india).ptr, "India");
}

static void interned_texts_are_copied_and_numbered_once(void **state) {
  fixture *f = *state;
  assert_true(akt_guard_run(&f->guard, intern_texts, f));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(a_map_finds_what_was_added_and_keeps_the_first),
      AKT_TEST(empty_keys_and_keys_with_nul_are_keys),
      AKT_TEST(interned_texts_are_copied_and_numbered_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
