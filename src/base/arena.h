// Memory: everything the library allocates lives in an arena, and running out
// of memory ends in one place. An arena belongs to a guard; when an allocation
// fails, or the guard's limit is reached, control returns to akt_guard_run,
// which tells its caller. So code between needs no checks after allocations.
// What an arena cannot free by itself (a PCRE2 code, a cJSON tree, a FILE) is
// registered with akt_arena_on_free and goes with the arena.
#ifndef AKT_BASE_ARENA_H
#define AKT_BASE_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// One recovery point, owned by one thread.
typedef struct akt_guard {
  jmp_buf env;
  bool is_active;
  size_t used_bytes;
  size_t limit_bytes; // 0: no limit
  size_t fail_after;  // test hook: the n-th block request fails; 0: never
  size_t requests;    // block requests so far
} akt_guard;

void akt_guard_init(akt_guard *guard, size_t limit_bytes);

/// Runs `work(arg)`. Returns false when it ran out of memory; then every arena
/// of the guard is still valid and must be freed by its owner as usual.
bool akt_guard_run(akt_guard *guard, void (*work)(void *arg), void *arg);

/// Leaves the running akt_guard_run as if memory had run out.
_Noreturn void akt_guard_fail(akt_guard *guard);

typedef struct akt_block akt_block;
typedef struct akt_cleanup akt_cleanup;

typedef struct akt_arena {
  akt_guard *guard;
  akt_block *blocks;     // newest first
  akt_cleanup *cleanups; // newest first
  char *next;
  char *end;
} akt_arena;

void akt_arena_init(akt_arena *arena, akt_guard *guard);

/// Frees everything; the arena is empty and usable again.
void akt_arena_free(akt_arena *arena);

/// Like akt_arena_free, but keeps one block for reuse: for per-document work.
void akt_arena_reset(akt_arena *arena);

/// Never NULL. Aligned for any type, not cleared.
void *akt_arena_alloc(akt_arena *arena, size_t size);
void *akt_arena_zalloc(akt_arena *arena, size_t size);

/// Grows an allocation; in place when it was the arena's last one. The old
/// bytes stay in the arena otherwise, so grow by doubling.
void *akt_arena_grow(akt_arena *arena, void *old, size_t old_size, size_t new_size);

char *akt_arena_copy(akt_arena *arena, const char *bytes, size_t len); // adds a NUL
char *akt_arena_string(akt_arena *arena, const char *text);
char *akt_arena_printf(akt_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/// Calls `release(object)` when the arena is freed or reset, newest first.
void akt_arena_on_free(akt_arena *arena, void (*release)(void *object), void *object);

#endif
