#include "base/map.h"

enum { SMALLEST = 16 };

void akt_map_init(akt_map *map, akt_arena *arena) {
  *map = (akt_map){.arena = arena};
}

static uint32_t hash_of(akt_span key) {
  return (uint32_t)akt_hash(key.ptr, key.len);
}

// The slot of the key, or the free one where it would be.
static akt_map_slot *probe(const akt_map *map, akt_span key, uint32_t hash) {
  uint32_t mask = map->capacity - 1;
  for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
    akt_map_slot *slot = &map->slots[i];
    if (!slot->entry)
      return slot;
    if (slot->hash != hash)
      continue;
    const akt_map_entry *entry = &map->entries.items[slot->entry - 1];
    if (entry->len == key.len && memcmp(entry->key, key.ptr, key.len) == 0)
      return slot;
  }
}

static void place(akt_map *map, akt_map_slot slot) {
  uint32_t mask = map->capacity - 1;
  uint32_t i = slot.hash & mask;
  while (map->slots[i].entry)
    i = (i + 1) & mask;
  map->slots[i] = slot;
}

static void resize(akt_map *map, uint32_t capacity) {
  akt_map old = *map;
  map->capacity = capacity;
  map->slots = akt_arena_zalloc(map->arena, capacity * sizeof *map->slots);
  for (uint32_t i = 0; i < old.capacity; i++)
    if (old.slots[i].entry)
      place(map, old.slots[i]);
}

void akt_map_reserve(akt_map *map, uint32_t count) {
  uint32_t capacity = map->capacity ? map->capacity : SMALLEST;
  while (count > capacity / 2 && capacity <= UINT32_MAX / 2)
    capacity *= 2;
  akt_vec_make_room(map->arena, &map->entries, count);
  if (capacity > map->capacity)
    resize(map, capacity);
}

uint32_t akt_map_get(const akt_map *map, akt_span key) {
  if (!map->capacity)
    return AKT_NONE;
  const akt_map_slot *slot = probe(map, key, hash_of(key));
  return slot->entry ? map->entries.items[slot->entry - 1].value : AKT_NONE;
}

// The key's entry, the last one if it is new.
static akt_map_entry *find_or_make(akt_map *map, akt_span key, uint32_t value) {
  if (map->entries.count >= map->capacity / 2)
    resize(map, map->capacity ? map->capacity * 2 : SMALLEST);
  uint32_t hash = hash_of(key);
  akt_map_slot *slot = probe(map, key, hash);
  if (!slot->entry) {
    akt_map_entry made = {key.ptr ? key.ptr : "", (uint32_t)key.len, value};
    akt_vec_push(map->arena, &map->entries, made);
    *slot = (akt_map_slot){hash, map->entries.count};
  }
  return &map->entries.items[slot->entry - 1];
}

uint32_t akt_map_add(akt_map *map, akt_span key, uint32_t value) {
  return find_or_make(map, key, value)->value;
}

void akt_map_set(akt_map *map, akt_span key, uint32_t value) {
  find_or_make(map, key, value)->value = value;
}

void akt_intern_init(akt_intern *intern, akt_arena *arena) {
  akt_map_init(&intern->map, arena);
}

void akt_intern_reserve(akt_intern *intern, uint32_t count) {
  akt_map_reserve(&intern->map, count);
}

uint32_t akt_intern_add(akt_intern *intern, akt_span text) {
  akt_map *map = &intern->map;
  uint32_t number = map->entries.count;
  akt_map_entry *entry = find_or_make(map, text, number);
  if (entry->value == number) // new: now the key is the caller's, it must be ours
    entry->key = akt_arena_copy(map->arena, text.ptr, text.len);
  return entry->value;
}

uint32_t akt_intern_find(const akt_intern *intern, akt_span text) {
  return akt_map_get(&intern->map, text);
}

akt_span akt_intern_text(const akt_intern *intern, uint32_t number) {
  const akt_map_entry *entry = &intern->map.entries.items[number];
  return (akt_span){entry->key, entry->len};
}
