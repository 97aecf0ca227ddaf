#include "import/record.h"

#include "graph/join.h"

#include <stdio.h>

void akt_reader_init(akt_reader *reader, akt_import *import) {
  *reader = (akt_reader){.import = import, .graph = import->graph, .arena = import->arena};
  akt_map_init(&reader->documents, import->arena);
  reader->source = akt_diags_add_source(import->diags, import->path, import->text);
  reader->whole =
      (akt_loc){akt_diags_add_source(import->diags, import->path, (akt_span){"", 0}), 0, 0};
}

bool akt_reader_fail(akt_reader *reader, akt_code code, size_t byte, const char *format, ...) {
  char text[300];
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof text, format, args);
  va_end(args);
  akt_loc loc = reader->whole;
  if (byte < UINT32_MAX && byte <= reader->import->text.len)
    loc = (akt_loc){reader->source, (uint32_t)byte, (uint32_t)byte};
  akt_diags_add(reader->import->diags, code, loc, "%s", text);
  reader->has_failed = true;
  return false;
}

static void warn_dropped(akt_reader *reader, uint32_t count, const char *what) {
  if (count)
    akt_diags_add(reader->import->diags, AKT_CODE_GRAPH_DROPPED, reader->whole, "%u %s", count,
                  what);
}

bool akt_reader_end(akt_reader *reader) {
  if (reader->has_failed)
    return false;
  warn_dropped(reader, reader->nameless, "nodes or edges without an id were left out");
  warn_dropped(reader, reader->dangling,
               "edges were left out, since a node at their end is not there");
  warn_dropped(reader, reader->joined,
               "edges without evidence were joined with one that says the same");
  akt_graph_finish(reader->graph);
  const char *broken = akt_graph_check(reader->graph, reader->arena);
  return !broken || akt_reader_fail(reader, AKT_CODE_BAD_GRAPH, SIZE_MAX, "%s", broken);
}

const char *akt_reader_scalar(akt_reader *reader, const akt_json *value) {
  switch (akt_json_type_of(value)) {
  case AKT_JSON_TEXT:
    return akt_json_text(value);
  case AKT_JSON_NUMBER:
  case AKT_JSON_BOOL:
    return akt_json_print(reader->arena, value);
  case AKT_JSON_NULL:
  case AKT_JSON_ARRAY:
  case AKT_JSON_OBJECT:
    break;
  }
  return NULL;
}

akt_tone akt_reader_tone(const char *name) {
  for (akt_tone tone = AKT_NEUTRAL; name && tone <= AKT_HOSTILE; tone++)
    if (strcmp(akt_tone_name(tone), name) == 0)
      return tone;
  return AKT_NEUTRAL;
}

akt_polarity akt_reader_polarity(const char *name) {
  return name && strcmp(name, akt_polarity_name(AKT_NEGATED)) == 0 ? AKT_NEGATED : AKT_AFFIRMED;
}

akt_modality akt_reader_modality(const char *name) {
  for (akt_modality m = AKT_ASSERTED; name && m <= AKT_CONDITIONAL; m++)
    if (strcmp(akt_modality_name(m), name) == 0)
      return m;
  return AKT_ASSERTED;
}

static uint64_t read_hash(const char *hex) {
  uint64_t hash = 0;
  for (int i = 0; hex && i < 16 && hex[i]; i++) {
    char c = akt_to_lower(hex[i]);
    uint64_t digit = akt_is_digit(c)        ? (uint64_t)(c - '0')
                     : c >= 'a' && c <= 'f' ? (uint64_t)(c - 'a' + 10)
                                            : 0;
    hash = hash << 4 | digit;
  }
  return hash;
}

uint32_t akt_reader_document(akt_reader *reader, const char *id) {
  uint32_t known = akt_map_get(&reader->documents, akt_span_of(id));
  if (known != AKT_NONE)
    return known;
  akt_document document = {.id = id};
  known = akt_graph_add_document(reader->graph, &document);
  akt_map_add(&reader->documents, akt_span_of(id), known);
  return known;
}

static void read_documents(akt_reader *reader, const akt_json *list) {
  for (const akt_json *item = akt_json_first(list); item; item = akt_json_next(item)) {
    const char *id = akt_json_get_text(item, "id");
    if (!id || akt_map_get(&reader->documents, akt_span_of(id)) != AKT_NONE) {
      reader->nameless++;
      continue;
    }
    akt_document document = {
        .id = id,
        .path = akt_json_get_text(item, "path"),
        .title = akt_json_get_text(item, "title"),
        .date = akt_json_get_text(item, "date"),
        .source = akt_json_get_text(item, "source"),
        .url = akt_json_get_text(item, "url"),
        .text = akt_json_get_text(item, "text"),
        .hash = read_hash(akt_json_get_text(item, "hash")),
        .char_count = akt_json_get_uint(item, "chars", 0),
    };
    akt_map_add(&reader->documents, akt_span_of(id),
                akt_graph_add_document(reader->graph, &document));
  }
}

static void read_kinds(akt_reader *reader, const akt_json *list) {
  for (const akt_json *item = akt_json_first(list); item; item = akt_json_next(item)) {
    akt_kind_look kind = {
        .name = akt_json_get_text(item, "name"),
        .parent = akt_json_get_text(item, "parent"),
        .shape = akt_json_get_text(item, "shape"),
        .fill = akt_json_get_text(item, "fill"),
        .line = akt_json_get_text(item, "line"),
        .text = akt_json_get_text(item, "text"),
    };
    if (kind.name)
      akt_join_kind(reader->graph, &kind);
  }
}

// What a drawing takes for numbers it can use.
static bool read_coordinate(const akt_json *value, int32_t *out) {
  double number = akt_json_number(value);
  if (!akt_json_is(value, AKT_JSON_NUMBER) || number < -1e6 || number > 1e6)
    return false;
  *out = (int32_t)number;
  return true;
}

static void read_places(akt_graph *graph, const akt_json *places) {
  for (const akt_json *place = akt_json_first(places); place; place = akt_json_next(place)) {
    const akt_json *x = akt_json_first(place), *y = x ? akt_json_next(x) : NULL;
    akt_position position = {.id = akt_graph_cstring(graph, akt_json_key(place))};
    if (position.id && read_coordinate(x, &position.x) && read_coordinate(y, &position.y))
      akt_vec_push(graph->arena, &graph->positions, position);
  }
}

bool akt_reader_graph(akt_reader *reader, const akt_json *facts) {
  akt_graph *graph = reader->graph;
  const char *schema = akt_json_get_text(facts, "schema");
  if (schema && strncmp(schema, "aktant-graph/", 13) == 0 &&
      strcmp(schema, "aktant-graph/1") != 0)
    return akt_reader_fail(reader, AKT_CODE_GRAPH_SCHEMA, SIZE_MAX,
                           "schema `%.40s` is not known here (only aktant-graph/1)", schema);
  reader->is_ours = schema && strcmp(schema, "aktant-graph/1") == 0;
  const char *title = akt_json_get_text(facts, "title");
  if (!title)
    title = akt_json_get_text(facts, "name");
  if (title)
    graph->title = akt_graph_cstring(graph, title);
  if (!reader->is_ours)
    return true;
  read_documents(reader, akt_json_get(facts, "documents"));
  read_kinds(reader, akt_json_get(facts, "kinds"));
  read_places(graph, akt_json_get(facts, "places"));
  for (const akt_json *item = akt_json_first(akt_json_get(facts, "rules")); item;
       item = akt_json_next(item))
    if (akt_json_get_text(item, "file"))
      akt_join_rule_file(graph, akt_json_get_text(item, "file"),
                         read_hash(akt_json_get_text(item, "hash")));
  for (const akt_json *item = akt_json_first(akt_json_get(facts, "warnings")); item;
       item = akt_json_next(item))
    if (akt_json_text(item))
      akt_join_warning(graph, akt_json_text(item));
  return true;
}

static bool is_one_of(const char *name, const char *const *names) {
  for (; *names; names++)
    if (strcmp(*names, name) == 0)
      return true;
  return false;
}

// Facts of other tools, kept as they are; ours come in `attrs`.
static void read_attrs(akt_reader *reader, akt_notes *attrs, const akt_json *members,
                       const char *const *known) {
  const akt_json *from = reader->is_ours ? akt_json_get(members, "attrs") : members;
  for (const akt_json *m = akt_json_first(from); m; m = akt_json_next(m)) {
    const char *text = akt_reader_scalar(reader, m);
    akt_note attr = {akt_json_key(m), text};
    if (text && attr.name && *attr.name && (reader->is_ours || !is_one_of(attr.name, known)))
      akt_join_attr(reader->graph, attrs, &attr);
  }
}

static void read_mentions(akt_reader *reader, uint32_t node, const akt_json *list) {
  for (const akt_json *item = akt_json_first(list); item; item = akt_json_next(item)) {
    const char *doc = akt_json_get_text(item, "doc");
    if (!doc)
      continue;
    akt_mention mention = {
        akt_reader_document(reader, doc),
        {akt_json_get_uint(item, "start", 0), akt_json_get_uint(item, "end", 0),
         akt_json_get_text(item, "text")},
        akt_json_get_text(item, "rule"),
    };
    akt_graph_add_mention(reader->graph, node, &mention);
  }
}

static const char *first_text(const akt_json *members, const char *const *names) {
  for (; *names; names++) {
    const char *text = akt_json_get_text(members, *names);
    if (text && *text)
      return text;
  }
  return NULL;
}

uint32_t akt_reader_node(akt_reader *reader, const char *id, const char *label,
                         const akt_json *members) {
  static const char *const known[] = {
      "id",          "key",   "label",  "name",  "kind",      "type",     "aliases", "role",
      "affiliation", "group", "listed", "count", "doc_count", "mentions", "attrs",   NULL};
  static const char *const kind_names[] = {"kind", "type", "group", "category", NULL};
  static const char *const label_names[] = {"label", "name", "title", NULL};
  akt_graph *graph = reader->graph;
  const char *kind =
      reader->is_ours ? akt_json_get_text(members, "kind") : first_text(members, kind_names);
  if (!label)
    label = first_text(members, label_names);
  uint32_t number =
      akt_graph_add_node(graph, id, kind ? kind : "thing", label && *label ? label : id);
  akt_node *node = &graph->nodes.items[number];
  node->role = akt_join_longest(node->role,
                                akt_graph_cstring(graph, akt_json_get_text(members, "role")));
  node->affiliation = akt_join_least(
      node->affiliation, akt_graph_cstring(graph, akt_json_get_text(members, "affiliation")));
  node->is_listed |= akt_json_get_bool(members, "listed");
  for (const akt_json *a = akt_json_first(akt_json_get(members, "aliases")); a;
       a = akt_json_next(a))
    akt_graph_add_alias(graph, number, akt_json_text(a));
  read_mentions(reader, number, akt_json_get(members, "mentions"));
  read_attrs(reader, &graph->nodes.items[number].attrs, members, known);
  return number;
}

static akt_piece read_piece(const akt_json *piece) {
  return (akt_piece){akt_json_get_uint(piece, "start", 0), akt_json_get_uint(piece, "end", 0),
                     akt_json_get_text(piece, "text")};
}

static akt_evidence read_evidence(akt_reader *reader, const akt_json *item, const char *doc) {
  const akt_json *date = akt_json_get(item, "date");
  akt_evidence evidence = {
      .document = akt_reader_document(reader, doc),
      .sentence = akt_json_get_uint(item, "sentence", 0),
      .quote = {akt_json_get_uint(item, "start", 0), akt_json_get_uint(item, "end", 0),
                akt_json_get_text(item, "quote")},
      .byte_start = akt_json_get_uint(item, "byte_start", 0),
      .subject = read_piece(akt_json_get(item, "subject")),
      .trigger = read_piece(akt_json_get(item, "trigger")),
      .object = read_piece(akt_json_get(item, "object")),
      .rule = akt_json_get_text(item, "rule"),
      .attribution = akt_json_get_text(item, "attribution"),
      .date_text = akt_json_get_text(date, "text"),
      .date = akt_json_get_text(date, "iso"),
  };
  for (const akt_json *n = akt_json_first(akt_json_get(item, "notes")); n;
       n = akt_json_next(n)) {
    akt_note note = {akt_json_get_text(n, "name"), akt_json_get_text(n, "text")};
    if (note.name && note.text)
      akt_vec_push(reader->arena, &evidence.notes, note);
  }
  return evidence;
}

static uint32_t find_node(const akt_reader *reader, const char *id) {
  return id ? akt_map_get(&reader->graph->node_by_id, akt_span_of(id)) : AKT_NONE;
}

void akt_reader_edge(akt_reader *reader, const char *source, const char *target,
                     const char *label, const akt_json *members) {
  static const char *const known[] = {
      "id",       "key",   "source",   "target",   "from",   "to",    "label",
      "relation", "tone",  "polarity", "modality", "mutual", "count", "doc_count",
      "codes",    "notes", "evidence", "attrs",    NULL};
  static const char *const relation_names[] = {"relation", "label", "type", "name", NULL};
  static const char *const label_names[] = {"label", "name", NULL};
  akt_graph *graph = reader->graph;
  const akt_json *codes = akt_json_get(members, "codes");
  const char *wording = reader->is_ours ? akt_json_get_text(members, "wording") : NULL;
  const char *relation = first_text(members, relation_names);
  if (!relation)
    relation = label && *label ? label : "related-to";
  if (!label || wording)
    label = wording ? wording : first_text(members, label_names);
  akt_edge_key key = {
      .source = find_node(reader, source),
      .target = find_node(reader, target),
      .relation = relation,
      .polarity = akt_reader_polarity(akt_json_get_text(members, "polarity")),
      .modality = akt_reader_modality(akt_json_get_text(members, "modality")),
      .plover = akt_json_get_text(codes, "plover"),
      .cameo = akt_json_get_text(codes, "cameo"),
  };
  if (key.source == AKT_NONE || key.target == AKT_NONE) {
    reader->dangling++;
    return;
  }
  akt_tone tone = akt_reader_tone(akt_json_get_text(members, "tone"));
  bool is_mutual = akt_json_get_bool(members, "mutual");
  label = label && *label ? label : relation;
  uint32_t before = graph->edges.count;
  uint32_t number = akt_graph_add_edge(graph, &key, label, tone, is_mutual, NULL);
  uint32_t pieces = 0;
  for (const akt_json *item = akt_json_first(akt_json_get(members, "evidence")); item;
       item = akt_json_next(item)) {
    const char *doc = akt_json_get_text(item, "doc");
    if (!doc)
      continue;
    akt_evidence evidence = read_evidence(reader, item, doc);
    akt_graph_add_edge(graph, &key, label, tone, is_mutual, &evidence);
    pieces++;
  }
  if (number < before && !pieces)
    reader->joined++;
  read_attrs(reader, &graph->edges.items[number].attrs, members, known);
}
