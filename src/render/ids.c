#include "render/ids.h"

#include "base/vec.h"

#include <cgraph.h>

// One a graph. A cluster's id is its number, twice, as odd ids are the library's for
// what has no name; nodes and edges have an order of their own and keep its ids.
typedef struct cluster_ids {
  Agdisc_t disc; // first: the library hands it back
  Agiddisc_t ids;
  Agiodisc_t io;
  akt_arena *arena;
  Agraph_t *graph;
  AKT_VEC(char *) names; // of the library's own kind of string
} cluster_ids;

static void *open_ids(Agraph_t *graph, Agdisc_t *disc) {
  ((cluster_ids *)disc)->graph = graph;
  return disc;
}

static long map_id(void *state, int kind, char *name, IDTYPE *id, int is_new) {
  cluster_ids *self = state;
  if (kind != AGRAPH || !name)
    return AgIdDisc.map(self->graph, kind, name, id, is_new);
  uint32_t i = 0;
  while (i < self->names.count && strcmp(self->names.items[i], name) != 0)
    i++;
  if (i == self->names.count) {
    if (!is_new)
      return 0;
    akt_vec_push(self->arena, &self->names, agstrdup(self->graph, name));
  }
  *id = 2 * ((IDTYPE)i + 1);
  return 1;
}

static long alloc_id(void *state, int kind, IDTYPE id) {
  return AgIdDisc.alloc(((cluster_ids *)state)->graph, kind, id);
}

// Names of clusters stay until their graph is closed.
static void free_id(void *state, int kind, IDTYPE id) {
  if (kind != AGRAPH)
    AgIdDisc.free(((cluster_ids *)state)->graph, kind, id);
}

static char *print_id(void *state, int kind, IDTYPE id) {
  const cluster_ids *self = state;
  if (kind != AGRAPH)
    return AgIdDisc.print(self->graph, kind, id);
  bool is_named = id % 2 == 0 && id / 2 <= self->names.count;
  return is_named ? self->names.items[id / 2 - 1] : NULL;
}

static void close_ids(void *state) {
  (void)state;
}

static void register_id(void *state, int kind, void *object) {
  (void)state, (void)kind, (void)object;
}

// What is left of the text that is being read.
static int read_text(void *channel, char *into, int size) {
  akt_span *rest = channel;
  size_t len = size > 0 ? (size_t)size : 0;
  if (len > rest->len)
    len = rest->len;
  if (len)
    memcpy(into, rest->ptr, len);
  *rest = (akt_span){rest->ptr + len, rest->len - len};
  return (int)len;
}

static int write_nothing(void *channel, const char *text) {
  (void)channel, (void)text;
  return 0;
}

static int flush_nothing(void *channel) {
  (void)channel;
  return 0;
}

static Agdisc_t *make_discipline(akt_arena *arena) {
  cluster_ids *self = akt_arena_zalloc(arena, sizeof *self);
  self->arena = arena;
  self->ids =
      (Agiddisc_t){open_ids, map_id, alloc_id, free_id, print_id, close_ids, register_id};
  self->io = (Agiodisc_t){read_text, write_nothing, flush_nothing};
  self->disc = (Agdisc_t){&AgMemDisc, &self->ids, &self->io};
  return &self->disc;
}

Agraph_t *akt_ids_read(akt_arena *arena, akt_span dot) {
  akt_span rest = dot;
  return agread(&rest, make_discipline(arena));
}

Agraph_t *akt_ids_open_like(akt_arena *arena, Agraph_t *other) {
  return agopen(agnameof(other), other->desc, make_discipline(arena));
}
