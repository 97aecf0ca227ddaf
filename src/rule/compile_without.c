// What `without` lines take back, looked up by what it is: a file may take back many
// thousand names, and each name of each file is asked for.
#include "rule/compile.h"

enum { SORTS = 24 }; // of things that `without` takes back: one word each

typedef struct sort {
  const char *what;
  uint64_t last; // place of the last line of this sort
} sort;

struct akt_takings {
  sort sorts[SORTS];
  uint32_t sort_count;
  uint32_t *file_order; // by akt_loc.source: which of the files
  size_t file_count;
  akt_map by_key; // "what\nlist\nitem" to an index in places
  AKT_VEC(uint64_t) places;
  akt_buf key;
};

static uint64_t place_of(const akt_takings *self, const akt_stmt *stmt) {
  uint32_t source = stmt->keyword.source;
  uint32_t file = source < self->file_count ? self->file_order[source] : 0;
  return (uint64_t)file << 32 | stmt->keyword.start;
}

static sort *sort_named(akt_takings *self, const char *what) {
  for (uint32_t i = 0; i < self->sort_count; i++)
    if (strcmp(self->sorts[i].what, what) == 0)
      return &self->sorts[i];
  return NULL;
}

// No item: whatever the list holds. No list: whichever list it is in.
static akt_span key_of(akt_takings *self, const char *what, const char *list,
                       const char *item) {
  self->key.len = 0;
  akt_buf_puts(&self->key, what);
  akt_buf_putc(&self->key, '\n');
  akt_buf_puts(&self->key, list ? list : "");
  akt_buf_putc(&self->key, '\n');
  akt_buf_puts(&self->key, item ? item : "");
  return (akt_span){self->key.ptr, self->key.len};
}

// The lines come in their order, so the last place is the one that counts.
static void note(akt_takings *self, akt_arena *arena, const akt_stmt *s, const char *item) {
  akt_span key = key_of(self, s->name.text, s->kind.text, item);
  uint32_t index = akt_map_get(&self->by_key, key);
  if (index == AKT_NONE) {
    index = self->places.count;
    akt_vec_push(arena, &self->places, 0);
    akt_map_set(&self->by_key, (akt_span){akt_arena_copy(arena, key.ptr, key.len), key.len},
                index);
  }
  self->places.items[index] = place_of(self, s);
}

static void collect(akt_takings *self, akt_arena *arena, const akt_stmt *s) {
  sort *known = sort_named(self, s->name.text);
  if (!known && self->sort_count == SORTS)
    return; // the parser knows fewer
  if (!known) {
    known = &self->sorts[self->sort_count++];
    known->what = s->name.text;
  }
  known->last = place_of(self, s);
  for (uint32_t i = 0; i < s->items.count; i++)
    note(self, arena, s, s->items.items[i].text);
  if (!s->items.count)
    note(self, arena, s, NULL);
}

void akt_compile_collect_withouts(akt_compiler *c) {
  akt_takings *self = akt_arena_zalloc(c->arena, sizeof *self);
  self->file_count = c->diags->sources.count;
  self->file_order =
      akt_arena_zalloc(c->arena, (self->file_count + 1) * sizeof *self->file_order);
  akt_map_init(&self->by_key, c->arena);
  akt_buf_init(&self->key, c->arena);
  c->takings = self;
  for (uint32_t f = 0; f < c->set->files.count; f++)
    self->file_order[c->set->files.items[f]->source] = f;
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    const akt_stmts *statements = &c->set->files.items[f]->statements;
    for (uint32_t i = 0; i < statements->count; i++) {
      const akt_stmt *s = statements->items[i];
      if (s->kind_of == AKT_STMT_WITHOUT && s->name.text)
        collect(self, c->arena, s);
    }
  }
}

static bool is_taken(akt_takings *self, uint64_t place, const char *what, const char *list,
                     const char *item) {
  uint32_t index = akt_map_get(&self->by_key, key_of(self, what, list, item));
  return index != AKT_NONE && self->places.items[index] >= place;
}

bool akt_compile_is_without(const akt_compiler *c, const akt_stmt *stmt, const char *what,
                            const char *name, const char *item) {
  akt_takings *self = c->takings;
  const sort *known = sort_named(self, what);
  if (!known)
    return false;
  uint64_t place = place_of(self, stmt);
  if (known->last < place)
    return false; // what it takes back may be written anew below
  return (name && is_taken(self, place, what, name, NULL)) ||
         (!item && is_taken(self, place, what, NULL, NULL)) ||
         (item && name && is_taken(self, place, what, name, item)) ||
         (item && is_taken(self, place, what, NULL, item));
}
