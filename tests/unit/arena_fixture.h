// An arena for each test, and whether all of it was given back.
#ifndef AKT_TESTS_ARENA_FIXTURE_H
#define AKT_TESTS_ARENA_FIXTURE_H

#include "base/arena.h"
#include "test.h"

typedef struct fixture {
  akt_guard guard;
  akt_arena arena;
} fixture;

static fixture scratch; // what `*state` points to

/// What else a file's tests start with; set in its main.
static void (*prepare)(void);

static int set_up(void **state) {
  memset(&scratch, 0, sizeof scratch);
  akt_guard_init(&scratch.guard, 0);
  akt_arena_init(&scratch.arena, &scratch.guard);
  *state = &scratch;
  if (prepare)
    prepare();
  return 0;
}

static int tear_down(void **state) {
  fixture *f = *state;
  akt_arena_free(&f->arena);
  assert_int_equal(f->guard.used_bytes, 0);
  return 0;
}

#endif
