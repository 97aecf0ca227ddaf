// Hash map from bytes to a 32-bit number, in an arena: names to indexes. Keys
// are borrowed, they must outlive the map. Never walked: output order comes
// from the vectors that the numbers index, so it is the same in every run.
#ifndef AKT_BASE_MAP_H
#define AKT_BASE_MAP_H

#include "base/str.h"
#include "base/vec.h"

typedef struct akt_map_entry {
  const char *key;
  uint32_t len;
  uint32_t value;
} akt_map_entry;

/// Where an entry is looked for. Small, so that a table half empty is not much memory.
typedef struct akt_map_slot {
  uint32_t hash;
  uint32_t entry; // its index + 1; 0: free
} akt_map_slot;

typedef struct akt_map {
  akt_arena *arena;
  AKT_VEC(akt_map_entry) entries; // in order of arrival
  akt_map_slot *slots;
  uint32_t capacity; // of slots: a power of two, or 0
} akt_map;

#define AKT_NONE UINT32_MAX

void akt_map_init(akt_map *map, akt_arena *arena);

/// Makes room for so many keys at once, instead of by doubling.
void akt_map_reserve(akt_map *map, uint32_t count);

/// The number stored for the key, or AKT_NONE.
uint32_t akt_map_get(const akt_map *map, akt_span key);

/// Stores `value` unless the key is there already; gives the number stored.
uint32_t akt_map_add(akt_map *map, akt_span key, uint32_t value);

/// Stores `value`, replacing what was there.
void akt_map_set(akt_map *map, akt_span key, uint32_t value);

/// Texts kept once and numbered from 0 in order of arrival.
typedef struct akt_intern {
  akt_map map; // the number is the index of the entry
} akt_intern;

void akt_intern_init(akt_intern *intern, akt_arena *arena);
void akt_intern_reserve(akt_intern *intern, uint32_t count);
uint32_t akt_intern_add(akt_intern *intern, akt_span text);          // copies
uint32_t akt_intern_find(const akt_intern *intern, akt_span text);   // or AKT_NONE
akt_span akt_intern_text(const akt_intern *intern, uint32_t number); // NUL-terminated

#endif
