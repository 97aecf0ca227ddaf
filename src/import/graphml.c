// GraphML: of our own, of yEd, Gephi, NetworkX and others. Every <data> belongs to a
// <key> that names it; ours hold JSON where a fact is more than a text.
#include "graph/join.h"
#include "import/dialects.h"
#include "xml/xml.h"

typedef struct key {
  const char *id;
  const char *name; // attr.name
} key;

typedef struct datum {
  const char *name;
  const char *text;
} datum;

typedef AKT_VEC(datum) data;

// A node or edge whose element is open, or waiting for its turn.
typedef struct element {
  const char *id;
  const char *source; // NULL: a node
  const char *target;
  bool is_undirected;
  data facts;
} element;

typedef struct graphml {
  akt_reader *reader;
  akt_arena *arena;
  akt_arena scratch; // for one element at a time
  AKT_VEC(key) keys;
  AKT_VEC(element) nodes;
  AKT_VEC(element) edges;
  data facts; // of the graph
  element open;
  bool is_element_open;
  bool is_undirected;
  bool is_graphml;
  uint32_t graphs;
  const char *datum_name; // NULL: no <data> is open
  uint32_t datum_depth;   // elements inside it: what yEd draws with
  akt_buf text;
} graphml;

static const char *find_key(const graphml *g, const char *id) {
  for (uint32_t i = 0; id && i < g->keys.count; i++)
    if (strcmp(g->keys.items[i].id, id) == 0)
      return g->keys.items[i].name;
  return id;
}

static const char *copy(const graphml *g, const char *text) {
  return text ? akt_arena_string(g->arena, text) : NULL;
}

static void open_key(graphml *g, const akt_xml_attr *attrs, uint32_t count) {
  const char *id = akt_xml_attr_value(attrs, count, "id");
  const char *name = akt_xml_attr_value(attrs, count, "attr.name");
  key k = {copy(g, id ? id : ""), copy(g, name ? name : id ? id : "")};
  akt_vec_push(g->arena, &g->keys, k);
}

static void open_element(graphml *g, bool is_edge, const akt_xml_attr *attrs, uint32_t count) {
  const char *directed = akt_xml_attr_value(attrs, count, "directed");
  g->open = (element){
      .id = copy(g, akt_xml_attr_value(attrs, count, "id")),
      .source = is_edge ? copy(g, akt_xml_attr_value(attrs, count, "source")) : NULL,
      .target = is_edge ? copy(g, akt_xml_attr_value(attrs, count, "target")) : NULL,
      .is_undirected = directed ? strcmp(directed, "false") == 0 : g->is_undirected,
  };
  g->is_element_open = true;
}

static void start(void *user, const char *name, const akt_xml_attr *attrs, uint32_t count) {
  graphml *g = user;
  if (g->datum_name) {
    g->datum_depth++;
  } else if (strcmp(name, "graphml") == 0) {
    g->is_graphml = true;
  } else if (strcmp(name, "key") == 0) {
    open_key(g, attrs, count);
  } else if (strcmp(name, "graph") == 0) {
    const char *directed = akt_xml_attr_value(attrs, count, "edgedefault");
    g->is_undirected = directed && strcmp(directed, "undirected") == 0;
    g->graphs++;
  } else if (strcmp(name, "node") == 0 || strcmp(name, "edge") == 0) {
    open_element(g, strcmp(name, "edge") == 0, attrs, count);
  } else if (strcmp(name, "data") == 0) {
    g->datum_name = copy(g, find_key(g, akt_xml_attr_value(attrs, count, "key")));
    g->datum_depth = 0;
    akt_buf_init(&g->text, g->arena);
  }
}

static void add_text(void *user, const char *text) {
  graphml *g = user;
  if (g->datum_name && g->datum_depth == 0)
    akt_buf_puts(&g->text, text);
}

static void end(void *user, const char *name) {
  graphml *g = user;
  if (g->datum_name && g->datum_depth > 0) {
    g->datum_depth--;
  } else if (g->datum_name) {
    datum found = {g->datum_name, akt_buf_text(&g->text)};
    data *list = g->is_element_open ? &g->open.facts : &g->facts;
    akt_vec_push(g->arena, list, found);
    g->datum_name = NULL;
  } else if (g->is_element_open && strcmp(name, "node") == 0) {
    akt_vec_push(g->arena, &g->nodes, g->open);
    g->is_element_open = false;
  } else if (g->is_element_open && strcmp(name, "edge") == 0) {
    akt_vec_push(g->arena, &g->edges, g->open);
    g->is_element_open = false;
  }
}

static const char *get(const data *facts, const char *name) {
  for (uint32_t i = 0; i < facts->count; i++)
    if (strcmp(facts->items[i].name, name) == 0)
      return facts->items[i].text;
  return NULL;
}

static bool is_structured(const char *name) {
  static const char *const names[] = {"aliases", "mentions", "evidence", "listed",
                                      "mutual",  "attrs",    NULL};
  for (const char *const *n = names; *n; n++)
    if (strcmp(*n, name) == 0)
      return true;
  return false;
}

static bool is_repeated(const data *facts, uint32_t index) {
  for (uint32_t i = 0; i < index; i++)
    if (strcmp(facts->items[i].name, facts->items[index].name) == 0)
      return true;
  return false;
}

// The facts as a JSON object, which is what the readers of all dialects take.
static const akt_json *as_json(graphml *g, const element *e) {
  akt_buf out;
  akt_buf_init(&out, &g->scratch);
  akt_sink sink = akt_sink_to_buf(&out);
  akt_json_writer *writer = akt_json_writer_new(&g->scratch, &sink);
  akt_json_open_object(writer, NULL);
  for (uint32_t i = 0; i < e->facts.count; i++) {
    const datum *fact = &e->facts.items[i];
    akt_json_error error;
    const akt_json *value = NULL;
    if (is_repeated(&e->facts, i))
      continue;
    if (g->reader->is_ours && is_structured(fact->name))
      value = akt_json_parse(&g->scratch, akt_span_of(fact->text), &error);
    if (value)
      akt_json_add_value(writer, fact->name, value);
    else
      akt_json_add_text(writer, fact->name, fact->text);
  }
  if (g->reader->is_ours && e->source) {
    akt_json_open_object(writer, "codes");
    akt_json_add_text_if(writer, "plover", get(&e->facts, "plover"));
    akt_json_add_text_if(writer, "cameo", get(&e->facts, "cameo"));
    akt_json_close(writer);
  }
  if (e->is_undirected && e->source && !get(&e->facts, "mutual"))
    akt_json_add_bool(writer, "mutual", true);
  akt_json_close(writer);
  akt_json_error error;
  return akt_json_parse(&g->scratch, (akt_span){out.ptr, out.len}, &error);
}

static bool read_facts(graphml *g) {
  const char *text = get(&g->facts, "aktant");
  akt_json_error error;
  const akt_json *facts = text ? akt_json_parse(g->arena, akt_span_of(text), &error) : NULL;
  return !facts || akt_reader_graph(g->reader, facts);
}

static size_t byte_of_line(akt_span text, uint32_t line) {
  size_t at = 0;
  for (uint32_t i = 1; i < line; i++) {
    const char *next = memchr(text.ptr + at, '\n', text.len - at);
    if (!next)
      return SIZE_MAX;
    at = (size_t)(next - text.ptr) + 1;
  }
  return line ? at : SIZE_MAX;
}

static void release_arena(void *object) {
  akt_arena_free(object);
}

static void read_elements(graphml *g) {
  akt_reader *reader = g->reader;
  for (uint32_t i = 0; i < g->nodes.count; i++) {
    const element *node = &g->nodes.items[i];
    if (node->id && *node->id)
      akt_reader_node(reader, node->id, NULL, as_json(g, node));
    else
      reader->nameless++;
    akt_arena_reset(&g->scratch);
  }
  for (uint32_t i = 0; i < g->edges.count; i++) {
    const element *edge = &g->edges.items[i];
    akt_reader_edge(reader, edge->source, edge->target, NULL, as_json(g, edge));
    akt_arena_reset(&g->scratch);
  }
}

bool akt_import_graphml(akt_reader *reader) {
  graphml *state = akt_arena_zalloc(reader->arena, sizeof *state);
  *state = (graphml){.reader = reader, .arena = reader->arena};
  akt_arena_init(&state->scratch, reader->arena->guard);
  akt_arena_on_free(reader->arena, release_arena, &state->scratch);
  akt_xml_handler handler = {state, start, add_text, end};
  akt_xml_error error;
  if (!akt_xml_read(reader->arena, reader->import->text, &handler, &error))
    return akt_reader_fail(reader, AKT_CODE_BAD_GRAPH,
                           byte_of_line(reader->import->text, error.line), "%s", error.message);
  if (!state->is_graphml || state->graphs != 1)
    return akt_reader_fail(reader, AKT_CODE_GRAPH_SCHEMA, SIZE_MAX, "%s",
                           state->is_graphml ? "not one graph in this GraphML"
                                             : "XML, but no GraphML");
  if (!read_facts(state))
    return false;
  read_elements(state);
  return true;
}
