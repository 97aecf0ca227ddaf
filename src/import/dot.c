// DOT of our own and of other tools. What a graph means in it: nodes with a label
// and a kind, edges with a relation. Our own DOT carries the first quote of an edge.
#include "dot/dot.h"
#include "dot/encode.h"

#include "graph/join.h"
#include "import/dialects.h"

static bool is_one_of(const char *name, const char *const *names) {
  for (; *names; names++)
    if (strcmp(*names, name) == 0)
      return true;
  return false;
}

// The words of an HTML-like label: what stands outside the tags.
static const char *strip_markup(akt_arena *arena, const char *markup) {
  akt_buf out;
  akt_buf_init(&out, arena);
  bool is_tag = false;
  for (const char *p = markup; *p; p++) {
    if (*p == '<') {
      is_tag = true;
      if (out.len && out.ptr[out.len - 1] != ' ')
        akt_buf_putc(&out, ' ');
    } else if (*p == '>' && is_tag) {
      is_tag = false;
    } else if (!is_tag) {
      akt_buf_putc(&out, *p);
    }
  }
  akt_span text = akt_span_trim((akt_span){akt_buf_text(&out), out.len});
  const char *words = akt_arena_copy(arena, text.ptr, text.len);
  // Markup has entities but no escapes, so a backslash in it is one.
  return strchr(words, '\\') ? words : akt_dot_decode(arena, words, NULL);
}

static const char *get(akt_reader *reader, const akt_dot_item *item, const char *name) {
  for (uint32_t i = 0; i < item->attrs.count; i++) {
    const akt_dot_attr *attr = &item->attrs.items[i];
    if (strcmp(attr->name, name) == 0)
      return attr->form == AKT_DOT_MARKUP ? strip_markup(reader->arena, attr->value)
                                          : attr->value;
  }
  return NULL;
}

static void read_attrs(akt_reader *reader, akt_notes *attrs, const akt_dot_item *item,
                       const char *const *known) {
  for (uint32_t i = 0; i < item->attrs.count; i++) {
    akt_note attr = {item->attrs.items[i].name, item->attrs.items[i].value};
    if (!is_one_of(attr.name, known) && *attr.name)
      akt_join_attr(reader->graph, attrs, &attr);
  }
}

static void read_node(akt_reader *reader, const akt_dot_item *item) {
  static const char *const known[] = {"label", "kind",        "role",    "doc_count",
                                      "count", "affiliation", "aliases", NULL};
  akt_graph *graph = reader->graph;
  const char *label = get(reader, item, "label");
  const char *kind = get(reader, item, "kind");
  uint32_t number = akt_graph_add_node(graph, item->id, kind && *kind ? kind : "thing",
                                       label && *label ? label : item->id);
  akt_node *node = &graph->nodes.items[number];
  node->role = akt_graph_cstring(graph, get(reader, item, "role"));
  node->affiliation = akt_graph_cstring(graph, get(reader, item, "affiliation"));
  const char *aliases = reader->is_ours ? get(reader, item, "aliases") : NULL;
  for (const char *next = aliases ? aliases : ""; *next;) {
    const char *end = strstr(next, "; ");
    size_t len = end ? (size_t)(end - next) : strlen(next);
    akt_graph_add_alias(graph, number, akt_arena_copy(reader->arena, next, len));
    next += len + (end ? 2 : 0);
  }
  if (!reader->is_ours)
    read_attrs(reader, &graph->nodes.items[number].attrs, item, known);
}

static void read_edge(akt_reader *reader, const akt_dot_item *item, bool is_undirected) {
  static const char *const known[] = {"label",  "relation", "tone",      "polarity", "modality",
                                      "mutual", "count",    "plover",    "cameo",    "quote",
                                      "doc",    "rule",     "doc_count", NULL};
  akt_graph *graph = reader->graph;
  const char *wording = get(reader, item, "wording");
  const char *label = wording ? wording : get(reader, item, "label");
  const char *relation = get(reader, item, "relation");
  if (!relation)
    relation = label && *label ? label : "related-to";
  akt_edge_key key = {
      .source = akt_map_get(&graph->node_by_id, akt_span_of(item->tail->id)),
      .target = akt_map_get(&graph->node_by_id, akt_span_of(item->head->id)),
      .relation = relation,
      .polarity = akt_reader_polarity(get(reader, item, "polarity")),
      .modality = akt_reader_modality(get(reader, item, "modality")),
      .plover = get(reader, item, "plover"),
      .cameo = get(reader, item, "cameo"),
  };
  const char *mutual = get(reader, item, "mutual");
  bool is_mutual = is_undirected || (mutual && strcmp(mutual, "true") == 0);
  const char *doc = get(reader, item, "doc");
  const char *quote = get(reader, item, "quote");
  akt_evidence evidence = {.quote = {.text = quote}, .rule = get(reader, item, "rule")};
  if (doc && quote)
    evidence.document = akt_reader_document(reader, doc);
  uint32_t before = graph->edges.count;
  uint32_t number = akt_graph_add_edge(graph, &key, label && *label ? label : relation,
                                       akt_reader_tone(get(reader, item, "tone")), is_mutual,
                                       doc && quote ? &evidence : NULL);
  if (number < before)
    reader->joined++;
  if (!reader->is_ours)
    read_attrs(reader, &graph->edges.items[number].attrs, item, known);
}

static void tell_dropped(akt_reader *reader, const akt_dot_reading *reading) {
  enum { MOST = 10 };
  for (uint32_t i = 0; i < reading->dropped.count && i < MOST; i++)
    akt_diags_add(reader->import->diags, AKT_CODE_GRAPH_DROPPED, reader->whole,
                  "the attribute `%s` of `%s` was left out: it could open files or run code",
                  reading->dropped.items[i].name, reading->dropped.items[i].where);
  if (reading->dropped.count > MOST)
    akt_diags_add(reader->import->diags, AKT_CODE_GRAPH_DROPPED, reader->whole,
                  "%u more such attributes were left out", reading->dropped.count - MOST);
}

static size_t byte_of_line(akt_span text, uint32_t line) {
  size_t at = 0;
  for (uint32_t i = 1; i < line; i++) {
    const char *end = memchr(text.ptr + at, '\n', text.len - at);
    if (!end)
      return SIZE_MAX;
    at = (size_t)(end - text.ptr) + 1;
  }
  return line ? at : SIZE_MAX;
}

bool akt_import_dot(akt_reader *reader) {
  akt_dot_reading reading = akt_dot_read(reader->arena, reader->import->text);
  if (!reading.dot)
    return akt_reader_fail(reader, AKT_CODE_BAD_GRAPH,
                           byte_of_line(reader->import->text, reading.line), "%s",
                           reading.error);
  akt_dot *dot = reading.dot;
  const char *schema = akt_dot_get(akt_dot_root(dot), "schema");
  reader->is_ours = schema && strcmp(schema, "aktant-graph/1") == 0;
  const char *title = get(reader, akt_dot_root(dot), "label");
  if (title && *title)
    reader->graph->title = akt_graph_cstring(reader->graph, title);
  tell_dropped(reader, &reading);
  for (uint32_t i = 0; i < dot->nodes.count; i++)
    read_node(reader, dot->nodes.items[i]);
  for (uint32_t i = 0; i < dot->edges.count; i++)
    read_edge(reader, dot->edges.items[i], dot->is_undirected);
  return true;
}
