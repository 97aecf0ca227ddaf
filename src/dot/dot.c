// The only file that calls cgraph. cgraph keeps its lexer and its errors in global
// variables, so every call is made under one process-wide lock; the lock and the
// last message are this library's only mutable globals.
#include "dot/dot.h"

#include "base/utf8.h"
#include "dot/encode.h"

#include <cgraph.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_mutex_t cgraph_lock = PTHREAD_MUTEX_INITIALIZER;
static char last_message[256]; // of cgraph; read and written under the lock

// cgraph tells a message in pieces ("Error", ": ", text).
static int gather_message(char *piece) {
  size_t len = strlen(last_message);
  snprintf(last_message + len, sizeof last_message - len, "%s", piece);
  return 0;
}

// cgraph writes clusters in the order of their ids, and its own ids are addresses of
// their names: another order in another run. Here a cluster's id is its number; nodes
// and edges have an order of their own and keep cgraph's ids.
typedef struct cluster_ids {
  Agdisc_t disc; // first: cgraph hands it back
  Agraph_t *graph;
  char **names; // room for all of them
  IDTYPE count;
  IDTYPE capacity;
} cluster_ids;

// What must be let go of when control leaves through the guard.
typedef struct session {
  Agiodisc_t io; // the graph holds on to these three
  Agiddisc_t ids;
  cluster_ids clusters;
  bool is_locked;
  Agraph_t *graph;
  Agraph_t *again; // what was read back
  char *text;
  size_t len;
  size_t capacity;
  bool is_failed;
} session;

static void close_graph(Agraph_t **graph) {
  if (*graph)
    agclose(*graph);
  *graph = NULL;
}

// After a syntax error, or a second graph in a text, the lexer would give the rest
// to whoever reads next. Gives the number of graphs that were left.
static uint32_t drain_lexer(void) {
  uint32_t graphs = 0;
  for (Agraph_t *rest; graphs < 10000 && (rest = agmemread("")) != NULL; graphs++)
    agclose(rest);
  return graphs;
}

static bool is_lexer_well(void) {
  agreseterrors();
  Agraph_t *graph = agmemread("digraph { a }");
  bool is_well = graph && agerrors() == 0 && agnnodes(graph) == 1;
  if (graph)
    agclose(graph);
  return is_well && drain_lexer() == 0;
}

// A text that ends inside a string, a comment or an HTML-like label leaves the lexer
// in there, for whoever reads next. So what could be open is closed, until a plain
// graph can be read again. `len` bounds how deep a label may be nested.
static void heal_lexer(size_t len) {
  char brackets[1024];
  memset(brackets, '>', sizeof brackets - 1);
  brackets[sizeof brackets - 1] = '\0';
  static const char *const closers[] = {"*/", "\"", "\n", ">"};
  size_t tries = len / (sizeof brackets - 1) + 8;
  for (size_t i = 0; i < tries && !is_lexer_well(); i++) {
    for (size_t k = 0; k < sizeof closers / sizeof *closers && !is_lexer_well(); k++) {
      Agraph_t *graph = agmemread(closers[k]);
      if (graph)
        agclose(graph);
    }
    Agraph_t *graph = is_lexer_well() ? NULL : agmemread(brackets);
    if (graph)
      agclose(graph);
  }
  last_message[0] = '\0';
  agreseterrors();
}

static void begin(session *s) {
  pthread_mutex_lock(&cgraph_lock);
  s->is_locked = true;
  last_message[0] = '\0';
  agseterrf(gather_message);
  agseterr(AGWARN);
  agreseterrors();
}

static void end(session *s) {
  if (!s->is_locked)
    return;
  close_graph(&s->graph);
  close_graph(&s->again);
  agseterrf(NULL);
  agreseterrors();
  s->is_locked = false;
  pthread_mutex_unlock(&cgraph_lock);
}

static void release_session(void *object) {
  session *s = object;
  end(s);
  free(s->text);
  s->text = NULL;
}

static session *new_session(akt_arena *arena) {
  session *s = akt_arena_zalloc(arena, sizeof *s);
  akt_arena_on_free(arena, release_session, s);
  return s;
}

// cgraph's interface lacks const; it copies what it is given.
static char *plain(const char *text) {
  return (char *)(uintptr_t)text;
}

// ---------------------------------------------------------------- writing

static int put_text(void *user, const char *piece) {
  session *s = user;
  size_t len = strlen(piece);
  if (s->is_failed)
    return -1;
  if (s->len + len + 1 > s->capacity) {
    size_t capacity = s->capacity ? s->capacity : 4096;
    while (capacity < s->len + len + 1)
      capacity *= 2;
    char *text = realloc(s->text, capacity);
    if (!text) {
      s->is_failed = true;
      return -1;
    }
    s->text = text;
    s->capacity = capacity;
  }
  memcpy(s->text + s->len, piece, len + 1);
  s->len += len;
  return 0;
}

static int flush_text(void *user) {
  (void)user;
  return 0;
}

static int read_nothing(void *user, char *bytes, int size) {
  (void)user;
  (void)bytes;
  (void)size;
  return 0;
}

// The stored forms of an item's id and values, made before the lock is taken:
// nothing may leave through the guard while cgraph is at work on a half-made graph.
static void encode_item(akt_arena *arena, akt_dot_item *item) {
  item->stored_id = akt_dot_encode_id(arena, item->id);
  for (uint32_t i = 0; i < item->attrs.count; i++) {
    akt_dot_attr *attr = &item->attrs.items[i];
    attr->stored = akt_dot_encode(arena, attr->value, attr->form);
  }
}

static void encode_all(akt_dot *dot) {
  akt_arena *arena = dot->arena;
  encode_item(arena, &dot->root);
  for (uint32_t i = 0; i < dot->clusters.count; i++) {
    akt_dot_item *cluster = dot->clusters.items[i];
    encode_item(arena, cluster);
    cluster->stored_id = akt_arena_printf(arena, "cluster_%s", cluster->stored_id);
  }
  for (uint32_t i = 0; i < dot->nodes.count; i++)
    encode_item(arena, dot->nodes.items[i]);
  for (uint32_t i = 0; i < dot->edges.count; i++)
    encode_item(arena, dot->edges.items[i]);
}

// A value equal to the default is not written, so an empty one must differ from it.
static void set_attrs(Agraph_t *root, int kind, void *object, const akt_dot_item *item) {
  for (uint32_t i = 0; i < item->attrs.count; i++) {
    const akt_dot_attr *attr = &item->attrs.items[i];
    if (attr->form == AKT_DOT_URL && !*attr->stored)
      continue;
    char *name = plain(attr->name);
    Agsym_t *symbol = agattr(root, kind, name, NULL);
    if (!symbol) {
      bool is_label = kind == AGNODE && strcmp(name, "label") == 0;
      symbol = agattr(root, kind, name, plain(is_label ? "\\N" : ""));
    }
    if (attr->form == AKT_DOT_MARKUP) {
      char *markup = agstrdup_html(root, plain(attr->stored));
      agxset(object, symbol, markup);
      agstrfree(root, markup);
    } else {
      agxset(object, symbol, plain(attr->stored));
    }
  }
}

static Agraph_t *build(akt_dot *dot, Agdisc_t *disc) {
  Agraph_t *root = agopen(plain(dot->root.stored_id), Agdirected, disc);
  if (!root)
    return NULL;
  static const int kinds[] = {AGRAPH, AGNODE, AGEDGE};
  for (int what = AKT_DOT_NODE; what <= AKT_DOT_EDGE; what++)
    for (uint32_t i = 0; i < dot->defaults[what].count; i++)
      agattr(root, kinds[what], plain(dot->defaults[what].items[i].name),
             plain(dot->defaults[what].items[i].value));
  set_attrs(root, AGRAPH, root, &dot->root);
  for (uint32_t i = 0; i < dot->clusters.count; i++) {
    akt_dot_item *cluster = dot->clusters.items[i];
    Agraph_t *parent = cluster->cluster ? cluster->cluster->object : root;
    cluster->object = agsubg(parent, plain(cluster->stored_id), 1);
    set_attrs(root, AGRAPH, cluster->object, cluster);
  }
  for (uint32_t i = 0; i < dot->nodes.count; i++) {
    akt_dot_item *node = dot->nodes.items[i];
    Agraph_t *home = node->cluster ? node->cluster->object : root;
    node->object = agnode(home, plain(node->stored_id), 1);
    set_attrs(root, AGNODE, node->object, node);
  }
  for (uint32_t i = 0; i < dot->edges.count; i++) {
    akt_dot_item *edge = dot->edges.items[i];
    edge->object =
        agedge(root, edge->tail->object, edge->head->object, plain(edge->stored_id), 1);
    set_attrs(root, AGEDGE, edge->object, edge);
  }
  return root;
}

static bool have_equal_attrs(Agraph_t *root, int kind, void *a, void *b) {
  for (Agsym_t *symbol = agnxtattr(root, kind, NULL); symbol;
       symbol = agnxtattr(root, kind, symbol)) {
    char *left = agxget(a, symbol);
    char *right = agget(b, symbol->name);
    if (!right && *left == '\0')
      continue;
    if (!right || strcmp(left, right) != 0 || !aghtmlstr(left) != !aghtmlstr(right))
      return false;
  }
  return true;
}

// What was written must be read as what was meant. NULL, or the first difference.
static const char *compare(const akt_dot *dot, Agraph_t *meant, Agraph_t *read) {
  if (!read || agerrors() > 0)
    return "the DOT cannot be read back";
  if (agnnodes(read) != (int)dot->nodes.count || agnedges(read) != (int)dot->edges.count)
    return "nodes or edges of one name, or lost ones";
  if (!have_equal_attrs(meant, AGRAPH, meant, read))
    return "an attribute of the graph is read back changed";
  for (uint32_t i = 0; i < dot->nodes.count; i++) {
    const akt_dot_item *node = dot->nodes.items[i];
    Agnode_t *twin = agnode(read, plain(node->stored_id), 0);
    if (!twin || !have_equal_attrs(meant, AGNODE, node->object, twin))
      return "an attribute of a node is read back changed";
  }
  for (uint32_t i = 0; i < dot->edges.count; i++) {
    const akt_dot_item *edge = dot->edges.items[i];
    Agnode_t *tail = agnode(read, plain(edge->tail->stored_id), 0);
    Agnode_t *head = agnode(read, plain(edge->head->stored_id), 0);
    Agedge_t *twin = tail && head ? agedge(read, tail, head, plain(edge->stored_id), 0) : NULL;
    if (!twin || !have_equal_attrs(meant, AGEDGE, edge->object, twin))
      return "an attribute of an edge is read back changed";
  }
  return NULL;
}

static void *open_ids(Agraph_t *graph, Agdisc_t *disc) {
  ((cluster_ids *)disc)->graph = graph;
  return disc;
}

static long map_id(void *state, int kind, char *name, IDTYPE *id, int is_new) {
  cluster_ids *ids = state;
  if (kind != AGRAPH || !name)
    return AgIdDisc.map(ids->graph, kind, name, id, is_new);
  IDTYPE i = 0;
  while (i < ids->count && strcmp(ids->names[i], name) != 0)
    i++;
  if (i == ids->count) {
    if (!is_new || ids->count == ids->capacity)
      return 0;
    // Its own kind of string: it looks before the first byte of a name.
    char *kept = agstrdup(ids->graph, name);
    if (!kept)
      return 0;
    ids->names[ids->count++] = kept;
  }
  *id = 2 * (i + 1); // odd ones are cgraph's, for what has no name
  return 1;
}

static long alloc_id(void *state, int kind, IDTYPE id) {
  return AgIdDisc.alloc(((cluster_ids *)state)->graph, kind, id);
}

static void free_id(void *state, int kind, IDTYPE id) {
  cluster_ids *ids = state;
  if (kind != AGRAPH)
    AgIdDisc.free(ids->graph, kind, id);
  else if (id % 2 == 0)
    agstrfree(ids->graph, ids->names[id / 2 - 1]);
}

static char *print_id(void *state, int kind, IDTYPE id) {
  const cluster_ids *ids = state;
  if (kind != AGRAPH)
    return AgIdDisc.print(ids->graph, kind, id);
  bool is_named = id % 2 == 0 && id / 2 <= ids->count;
  return is_named ? ids->names[id / 2 - 1] : NULL;
}

static void close_ids(void *state) {
  (void)state;
}

static void register_id(void *state, int kind, void *object) {
  (void)state, (void)kind, (void)object;
}

static const char *write_and_compare(akt_dot *dot, session *s, char **names,
                                     char detail[sizeof last_message]) {
  detail[0] = '\0';
  s->io = (Agiodisc_t){read_nothing, put_text, flush_text};
  s->ids = (Agiddisc_t){open_ids, map_id, alloc_id, free_id, print_id, close_ids, register_id};
  s->clusters = (cluster_ids){.disc = {&AgMemDisc, &s->ids, &s->io},
                              .names = names,
                              .capacity = dot->clusters.count + 1u}; // and the graph's own
  s->graph = build(dot, &s->clusters.disc);
  if (!s->graph)
    return "cgraph refused the graph";
  if (agnnodes(s->graph) != (int)dot->nodes.count ||
      agnedges(s->graph) != (int)dot->edges.count)
    return "two edges of one key";
  if (agwrite(s->graph, s) != 0 || s->is_failed || !s->text)
    return "no memory for the DOT";
  agsetfile(NULL);
  s->again = agmemread(s->text);
  const char *wrong = compare(dot, s->graph, s->again);
  if (drain_lexer() > 0 && !wrong)
    wrong = "the DOT is read back as two graphs";
  if (wrong) {
    memcpy(detail, last_message, sizeof last_message);
    heal_lexer(s->len);
  }
  return wrong;
}

const char *akt_dot_write(akt_dot *dot, akt_sink *sink) {
  encode_all(dot);
  session *s = new_session(dot->arena);
  char **names = akt_arena_alloc(dot->arena, (dot->clusters.count + 1u) * sizeof *names);
  begin(s);
  char detail[sizeof last_message];
  const char *wrong = write_and_compare(dot, s, names, detail);
  end(s);
  if (wrong) {
    detail[strcspn(detail, "\n")] = '\0';
    wrong = *detail ? akt_arena_printf(dot->arena, "%s (%s)", wrong, detail) : wrong;
  } else {
    akt_sink_write(sink, s->text, s->len);
  }
  free(s->text);
  s->text = NULL;
  return wrong;
}

// ---------------------------------------------------------------- reading

typedef struct reader {
  akt_arena *arena;
  akt_dot_reading *reading;
  akt_dot *dot;
} reader;

static const char *name_of(const reader *r, const akt_dot_item *item) {
  return item->what == AKT_DOT_GRAPH ? "graph"
         : item->what == AKT_DOT_NODE
             ? item->id
             : akt_arena_printf(r->arena, "%s -> %s", item->tail->id, item->head->id);
}

static void read_attrs(reader *r, Agraph_t *root, int kind, void *object, akt_dot_item *item) {
  for (Agsym_t *symbol = agnxtattr(root, kind, NULL); symbol;
       symbol = agnxtattr(root, kind, symbol)) {
    char *stored = agxget(object, symbol);
    if (!*stored || (strcmp(symbol->name, "key") == 0 && kind == AGEDGE))
      continue;
    bool is_markup = aghtmlstr(stored) != 0;
    const char *value = is_markup ? akt_arena_string(r->arena, stored)
                                  : akt_dot_decode(r->arena, stored, item->id);
    const char *name = akt_arena_string(r->arena, symbol->name);
    if (akt_dot_is_dangerous(name, value) || akt_dot_is_dangerous(name, stored)) {
      akt_dot_dropped dropped = {name, name_of(r, item)};
      akt_vec_push(r->arena, &r->reading->dropped, dropped);
      continue;
    }
    akt_dot_set_as(item, name, is_markup ? AKT_DOT_MARKUP : AKT_DOT_TEXT, value);
  }
}

static void read_graph(reader *r, Agraph_t *graph) {
  read_attrs(r, graph, AGRAPH, graph, &r->dot->root);
  r->dot->is_undirected = agisundirected(graph);
  for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n)) {
    akt_dot_item *node =
        akt_dot_add_node(r->dot, NULL, akt_dot_decode(r->arena, agnameof(n), NULL));
    read_attrs(r, graph, AGNODE, n, node);
  }
  for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n))
    for (Agedge_t *e = agfstout(graph, n); e; e = agnxtout(graph, e)) {
      const char *tail = akt_dot_decode(r->arena, agnameof(agtail(e)), NULL);
      const char *head = akt_dot_decode(r->arena, agnameof(aghead(e)), NULL);
      const char *key = agnameof(e);
      akt_dot_item *edge = akt_dot_add_edge(r->dot, akt_dot_add_node(r->dot, NULL, tail),
                                            akt_dot_add_node(r->dot, NULL, head),
                                            key ? akt_dot_decode(r->arena, key, NULL) : NULL);
      read_attrs(r, graph, AGEDGE, e, edge);
    }
}

// "Error: <name>: syntax error in line 3 near 'x'"
static uint32_t line_in_message(const char *message) {
  const char *at = strstr(message, " line ");
  uint32_t line = 0;
  for (at = at ? at + 6 : ""; akt_is_digit(*at) && line < 100000000; at++)
    line = line * 10 + (uint32_t)(*at - '0');
  return line;
}

static const char *check_bytes(akt_span text) {
  if (memchr(text.ptr, '\0', text.len))
    return "a NUL byte in the text";
  if (akt_utf8_valid_prefix(text) < text.len)
    return "bytes that are no UTF-8";
  return NULL;
}

akt_dot_reading akt_dot_read(akt_arena *arena, akt_span text) {
  akt_dot_reading reading = {0};
  if (akt_span_starts_with(text, "\xEF\xBB\xBF")) {
    text.ptr += 3;
    text.len -= 3;
  }
  reading.error = text.len ? check_bytes(text) : "an empty text";
  if (reading.error)
    return reading;
  const char *copy = akt_arena_copy(arena, text.ptr, text.len);
  reader r = {arena, &reading, akt_dot_new(arena, NULL)};
  session *s = new_session(arena);
  begin(s);
  agsetfile(NULL);
  s->graph = agmemread(copy);
  bool has_error = agerrors() > 0;
  uint32_t more = drain_lexer();
  if (!s->graph || has_error || agerrors() > 0) {
    reading.line = line_in_message(last_message);
    reading.error = strstr(last_message, "syntax error") || !*last_message
                        ? "no DOT graph, or one with a syntax error"
                        : "DOT that is too deep or too long to read";
    heal_lexer(text.len);
  } else if (more > 0) {
    reading.error = "more than one graph in the text";
    heal_lexer(text.len);
  } else {
    read_graph(&r, s->graph);
    reading.dot = r.dot;
  }
  end(s);
  return reading;
}
