#include "base/map.h"

#include "base/vec.h"

enum { SMALLEST = 16 };

void akt_map_init(akt_map *map, akt_arena *arena) {
  *map = (akt_map){.arena = arena};
}

static akt_map_slot *probe(const akt_map *map, akt_span key, uint64_t hash) {
  uint32_t mask = map->capacity - 1;
  for (uint32_t i = (uint32_t)hash & mask;; i = (i + 1) & mask) {
    akt_map_slot *slot = &map->slots[i];
    if (!slot->key)
      return slot;
    if (slot->hash == hash && slot->len == key.len && memcmp(slot->key, key.ptr, key.len) == 0)
      return slot;
  }
}

static void resize(akt_map *map, uint32_t capacity) {
  akt_map old = *map;
  map->capacity = capacity;
  map->slots = akt_arena_zalloc(map->arena, map->capacity * sizeof *map->slots);
  for (uint32_t i = 0; i < old.capacity; i++) {
    akt_map_slot *slot = &old.slots[i];
    if (slot->key)
      *probe(map, (akt_span){slot->key, slot->len}, slot->hash) = *slot;
  }
}

void akt_map_reserve(akt_map *map, uint32_t count) {
  uint32_t capacity = map->capacity ? map->capacity : SMALLEST;
  while (count > capacity / 2 && capacity <= UINT32_MAX / 2)
    capacity *= 2;
  if (capacity > map->capacity)
    resize(map, capacity);
}

uint32_t akt_map_get_hashed(const akt_map *map, akt_span key, uint64_t hash) {
  if (!map->capacity)
    return AKT_NONE;
  const akt_map_slot *slot = probe(map, key, hash);
  return slot->key ? slot->value : AKT_NONE;
}

uint32_t akt_map_get(const akt_map *map, akt_span key) {
  return akt_map_get_hashed(map, key, akt_hash(key.ptr, key.len));
}

static akt_map_slot *find_or_make(akt_map *map, akt_span key, uint64_t hash, uint32_t value) {
  if (map->count >= map->capacity / 2)
    resize(map, map->capacity ? map->capacity * 2 : SMALLEST);
  akt_map_slot *slot = probe(map, key, hash);
  if (!slot->key) {
    *slot = (akt_map_slot){key.ptr ? key.ptr : "", (uint32_t)key.len, value, hash};
    map->count++;
  }
  return slot;
}

uint32_t akt_map_add(akt_map *map, akt_span key, uint32_t value) {
  return find_or_make(map, key, akt_hash(key.ptr, key.len), value)->value;
}

void akt_map_set(akt_map *map, akt_span key, uint32_t value) {
  find_or_make(map, key, akt_hash(key.ptr, key.len), value)->value = value;
}

void akt_intern_init(akt_intern *intern, akt_arena *arena) {
  *intern = (akt_intern){0};
  akt_map_init(&intern->map, arena);
}

uint32_t akt_intern_add(akt_intern *intern, akt_span text) {
  uint64_t hash = akt_hash(text.ptr, text.len);
  uint32_t known = akt_map_get_hashed(&intern->map, text, hash);
  if (known != AKT_NONE)
    return known;
  akt_arena *arena = intern->map.arena;
  akt_span copy = {akt_arena_copy(arena, text.ptr, text.len), text.len};
  uint32_t number = intern->texts.count;
  akt_vec_push(arena, &intern->texts, copy);
  find_or_make(&intern->map, copy, hash, number);
  return number;
}

uint32_t akt_intern_find(const akt_intern *intern, akt_span text) {
  return akt_map_get(&intern->map, text);
}

akt_span akt_intern_text(const akt_intern *intern, uint32_t number) {
  return intern->texts.items[number];
}
