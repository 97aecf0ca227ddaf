#include "base/arena.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_STEP = 1 << 20, ALIGNMENT = 16 };

struct akt_block {
  akt_block *next;
  size_t size;
};

struct akt_cleanup {
  akt_cleanup *next;
  void (*release)(void *object);
  void *object;
};

_Static_assert(sizeof(akt_block) % ALIGNMENT == 0, "blocks start aligned");

void akt_guard_init(akt_guard *guard, size_t limit_bytes) {
  memset(guard, 0, sizeof *guard);
  guard->limit_bytes = limit_bytes;
}

bool akt_guard_run(akt_guard *guard, void (*work)(void *arg), void *arg) {
  assert(!guard->is_active);
  guard->is_active = true;
  if (setjmp(guard->env) != 0) {
    guard->is_active = false;
    return false;
  }
  work(arg);
  guard->is_active = false;
  return true;
}

void akt_guard_fail(akt_guard *guard) {
  // Outside akt_guard_run there is nowhere to go: a mistake of ours.
  assert(guard->is_active);
  longjmp(guard->env, 1);
}

void akt_arena_init(akt_arena *arena, akt_guard *guard) {
  *arena = (akt_arena){.guard = guard};
}

static void run_cleanups(akt_arena *arena) {
  while (arena->cleanups) {
    akt_cleanup *cleanup = arena->cleanups;
    arena->cleanups = cleanup->next; // its memory is in a block of this arena
    cleanup->release(cleanup->object);
  }
}

static void free_blocks(akt_arena *arena, akt_block *blocks) {
  while (blocks) {
    akt_block *next = blocks->next;
    arena->guard->used_bytes -= blocks->size;
    free(blocks);
    blocks = next;
  }
}

void akt_arena_free(akt_arena *arena) {
  run_cleanups(arena);
  free_blocks(arena, arena->blocks);
  akt_arena_init(arena, arena->guard);
}

void akt_arena_reset(akt_arena *arena) {
  run_cleanups(arena);
  akt_block *keep = arena->blocks;
  if (!keep)
    return;
  free_blocks(arena, keep->next);
  keep->next = NULL;
  arena->next = (char *)keep + sizeof *keep;
  arena->end = (char *)keep + keep->size;
}

static void add_block(akt_arena *arena, size_t payload) {
  akt_guard *guard = arena->guard;
  size_t step = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
  if (step > LARGEST_STEP)
    step = LARGEST_STEP;
  if (payload > SIZE_MAX / 2)
    akt_guard_fail(guard);
  size_t size = sizeof(akt_block) + payload;
  if (size < step)
    size = step;
  guard->requests++;
  bool is_refused = (guard->fail_after && guard->requests >= guard->fail_after) ||
                    (guard->limit_bytes && guard->used_bytes + size > guard->limit_bytes);
  akt_block *block = is_refused ? NULL : malloc(size);
  if (!block)
    akt_guard_fail(guard);
  guard->used_bytes += size;
  block->size = size;
  block->next = arena->blocks;
  arena->blocks = block;
  arena->next = (char *)block + sizeof *block;
  arena->end = (char *)block + size;
}

static size_t round_up(size_t size) {
  return (size + (ALIGNMENT - 1)) & ~(size_t)(ALIGNMENT - 1);
}

void *akt_arena_alloc(akt_arena *arena, size_t size) {
  if (size > SIZE_MAX / 2)
    akt_guard_fail(arena->guard); // rounding up would make it small
  size_t need = round_up(size ? size : 1);
  if (!arena->blocks || (size_t)(arena->end - arena->next) < need)
    add_block(arena, need);
  void *memory = arena->next;
  arena->next += need;
  return memory;
}

void *akt_arena_zalloc(akt_arena *arena, size_t size) {
  return memset(akt_arena_alloc(arena, size), 0, size);
}

void *akt_arena_grow(akt_arena *arena, void *old, size_t old_size, size_t new_size) {
  size_t had = round_up(old_size ? old_size : 1);
  size_t need = round_up(new_size);
  bool is_last = old && (char *)old + had == arena->next;
  if (is_last && need >= had && (size_t)(arena->end - arena->next) >= need - had) {
    arena->next += need - had;
    return old;
  }
  void *memory = akt_arena_alloc(arena, new_size);
  if (old && old_size)
    memcpy(memory, old, old_size < new_size ? old_size : new_size);
  return memory;
}

char *akt_arena_copy(akt_arena *arena, const char *bytes, size_t len) {
  char *copy = akt_arena_alloc(arena, len + 1);
  if (len)
    memcpy(copy, bytes, len);
  copy[len] = '\0';
  return copy;
}

char *akt_arena_string(akt_arena *arena, const char *text) {
  return akt_arena_copy(arena, text, strlen(text));
}

char *akt_arena_printf(akt_arena *arena, const char *format, ...) {
  va_list args;
  va_start(args, format);
  va_list again;
  va_copy(again, args);
  int len = vsnprintf(NULL, 0, format, args);
  va_end(args);
  char *text = akt_arena_alloc(arena, len < 0 ? 1 : (size_t)len + 1);
  text[0] = '\0';
  if (len >= 0)
    vsnprintf(text, (size_t)len + 1, format, again);
  va_end(again);
  return text;
}

void akt_arena_on_free(akt_arena *arena, void (*release)(void *object), void *object) {
  akt_cleanup *cleanup = akt_arena_alloc(arena, sizeof *cleanup);
  *cleanup = (akt_cleanup){arena->cleanups, release, object};
  arena->cleanups = cleanup;
}
