// Growing arrays in an arena. A vector is a plain struct, so it can be a field:
//
//   typedef AKT_VEC(int) int_vec;
//   int_vec numbers = {0};
//   akt_vec_push(arena, &numbers, 7);
//   for (uint32_t i = 0; i < numbers.count; i++) use(numbers.items[i]);
#ifndef AKT_BASE_VEC_H
#define AKT_BASE_VEC_H

#include "base/arena.h"

#define AKT_VEC(type)                                                                          \
  struct {                                                                                     \
    type *items;                                                                               \
    uint32_t count;                                                                            \
    uint32_t capacity;                                                                         \
  }

/// Makes room for one more item; see akt_vec_push.
#define akt_vec_reserve(arena, vec)                                                            \
  ((vec)->count < (vec)->capacity                                                              \
       ? (void)0                                                                               \
       : (void)((vec)->items = akt_vec_grow((arena), (vec)->items, &(vec)->capacity,           \
                                            sizeof *(vec)->items)))

#define akt_vec_push(arena, vec, ...)                                                          \
  (akt_vec_reserve((arena), (vec)), (void)((vec)->items[(vec)->count++] = (__VA_ARGS__)))

/// Makes room for `wanted` items in all, and no more: for a vector whose size is known.
#define akt_vec_make_room(arena, vec, wanted)                                                  \
  ((vec)->items =                                                                              \
       akt_vec_room((arena), (vec)->items, &(vec)->capacity, (wanted), sizeof *(vec)->items))

static inline void *akt_vec_room(akt_arena *arena, void *items, uint32_t *capacity,
                                 uint32_t wanted, size_t item_size) {
  if (wanted <= *capacity)
    return items;
  void *grown = akt_arena_grow(arena, items, *capacity * item_size, wanted * item_size);
  *capacity = wanted;
  return grown;
}

// A function, since the old capacity must be read before it is changed.
static inline void *akt_vec_grow(akt_arena *arena, void *items, uint32_t *capacity,
                                 size_t item_size) {
  size_t old = *capacity;
  enum { CACHE_LINE = 64 };
  size_t first = item_size < CACHE_LINE ? CACHE_LINE / item_size : 1; // mostly all there is
  size_t more = old ? old * 2 : first;
  if (more > UINT32_MAX)
    akt_guard_fail(arena->guard);
  void *grown = akt_arena_grow(arena, items, old * item_size, more * item_size);
  *capacity = (uint32_t)more;
  return grown;
}

#endif
