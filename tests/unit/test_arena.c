// Arenas: alignment, growth, limits, cleanups, and the way out of memory.
#include "arena_fixture.h"

#include "base/arena.h"

static void allocate_aligned(void *arg) {
  fixture *f = arg;
  for (size_t size = 0; size < 5000; size += 7) {
    char *memory = akt_arena_alloc(&f->arena, size);
    assert_int_equal((uintptr_t)memory % 16, 0);
    memset(memory, 0xAB, size);
  }
}

static void every_allocation_is_aligned_and_writable(void **state) {
  fixture *f = *state;
  assert_true(akt_guard_run(&f->guard, allocate_aligned, f));
}

static void grow_last(void *arg) {
  fixture *f = arg;
  char *first = akt_arena_alloc(&f->arena, 16);
  memset(first, 'x', 16);
  char *grown = akt_arena_grow(&f->arena, first, 16, 64);
  assert_ptr_equal(first, grown);
  (void)akt_arena_alloc(&f->arena, 1);
  char *moved = akt_arena_grow(&f->arena, grown, 64, 256);
  assert_ptr_not_equal(moved, grown);
  assert_memory_equal(moved, "xxxxxxxxxxxxxxxx", 16);
}

static void the_last_allocation_grows_in_place_and_others_move(void **state) {
  fixture *f = *state;
  assert_true(akt_guard_run(&f->guard, grow_last, f));
}

static void allocate_much(void *arg) {
  fixture *f = arg;
  for (;;)
    memset(akt_arena_alloc(&f->arena, 100000), 0, 100000);
}

static void the_limit_ends_the_run_and_leaves_the_arena_valid(void **state) {
  fixture *f = *state;
  f->guard.limit_bytes = 1 << 20;
  assert_false(akt_guard_run(&f->guard, allocate_much, f));
  assert_true(f->guard.used_bytes <= 1 << 20);
  akt_arena_free(&f->arena);
  f->guard.limit_bytes = 0;
  assert_true(akt_guard_run(&f->guard, allocate_aligned, f));
}

static void allocate_absurdly(void *arg) {
  fixture *f = arg;
  (void)akt_arena_alloc(&f->arena, SIZE_MAX - 8);
}

static void a_size_near_the_maximum_is_refused(void **state) {
  fixture *f = *state;
  assert_false(akt_guard_run(&f->guard, allocate_absurdly, f));
  assert_int_equal(f->guard.used_bytes, 0);
}

static void the_nth_request_fails_until_it_succeeds(void **state) {
  fixture *f = *state;
  size_t n = 1;
  for (;; n++) {
    f->guard.fail_after = n;
    f->guard.requests = 0;
    bool is_done = akt_guard_run(&f->guard, allocate_aligned, f);
    akt_arena_free(&f->arena);
    if (is_done)
      break;
    assert_true(n < 10000);
  }
  assert_true(n > 1);
}

static int released[3];
static int release_count;

static void note_release(void *object) {
  released[release_count++] = *(int *)object;
}

static int one = 1, two = 2;

static void register_two(void *arg) {
  fixture *f = arg;
  akt_arena_on_free(&f->arena, note_release, &one);
  akt_arena_on_free(&f->arena, note_release, &two);
}

static void cleanups_run_once_newest_first(void **state) {
  fixture *f = *state;
  release_count = 0;
  assert_true(akt_guard_run(&f->guard, register_two, f));
  akt_arena_reset(&f->arena);
  assert_int_equal(release_count, 2);
  assert_int_equal(released[0], 2);
  assert_int_equal(released[1], 1);
  akt_arena_free(&f->arena);
  assert_int_equal(release_count, 2);
}

static void print_and_copy(void *arg) {
  fixture *f = arg;
  assert_string_equal(akt_arena_printf(&f->arena, "%s-%d", "a", 7), "a-7");
  assert_memory_equal(akt_arena_copy(&f->arena, "a\0b", 3), "a\0b", 4);
}

static void copies_may_hold_nul_and_end_with_one(void **state) {
  fixture *f = *state;
  assert_true(akt_guard_run(&f->guard, print_and_copy, f));
}

static void allocate_little(void *arg) {
  fixture *f = arg;
  (void)akt_arena_alloc(&f->arena, 100);
}

static void a_reset_arena_uses_its_block_again(void **state) {
  fixture *f = *state;
  assert_true(akt_guard_run(&f->guard, allocate_little, f));
  size_t used = f->guard.used_bytes;
  for (int i = 0; i < 100; i++) {
    akt_arena_reset(&f->arena);
    assert_true(akt_guard_run(&f->guard, allocate_little, f));
  }
  assert_int_equal(f->guard.used_bytes, used);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(every_allocation_is_aligned_and_writable),
      AKT_TEST(the_last_allocation_grows_in_place_and_others_move),
      AKT_TEST(the_limit_ends_the_run_and_leaves_the_arena_valid),
      AKT_TEST(a_size_near_the_maximum_is_refused),
      AKT_TEST(the_nth_request_fails_until_it_succeeds),
      AKT_TEST(cleanups_run_once_newest_first),
      AKT_TEST(copies_may_hold_nul_and_end_with_one),
      AKT_TEST(a_reset_arena_uses_its_block_again),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
