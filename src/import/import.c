#include "import/import.h"

#include "import/dialects.h"

typedef struct dialect {
  const char *name;
  bool (*from_json)(akt_reader *reader, const akt_json *root); // or NULL
  bool (*from_text)(akt_reader *reader);
} dialect;

static const dialect dialects[] = {
    {"json", akt_import_native, NULL},
    {"cytoscape", akt_import_cytoscape, NULL},
    {"d3", akt_import_node_link, NULL},
    {"jgf", akt_import_jgf, NULL},
    {"graphology", akt_import_node_link, NULL},
    {"graphml", NULL, akt_import_graphml},
    {"dot", NULL, akt_import_dot},
};

static const char *const names[] = {"json",       "cytoscape", "d3",  "jgf",
                                    "graphology", "graphml",   "dot", NULL};

const char *const *akt_import_formats(void) {
  return names;
}

static const dialect *find(const char *name) {
  for (size_t i = 0; i < sizeof dialects / sizeof *dialects; i++)
    if (strcmp(dialects[i].name, name) == 0)
      return &dialects[i];
  return NULL;
}

static const char *recognise_json(const akt_json *root) {
  if (akt_json_is(root, AKT_JSON_ARRAY) || akt_json_get(root, "elements"))
    return "cytoscape";
  const akt_json *graph = akt_json_get(root, "graph");
  if (akt_json_get(root, "graphs") || akt_json_get(graph, "nodes"))
    return "jgf";
  const char *schema = akt_json_get_text(graph, "schema");
  if (schema && strncmp(schema, "aktant-graph/", 13) == 0 && akt_json_get(root, "edges"))
    return "json";
  return akt_json_get(root, "nodes") ? "d3" : NULL;
}

// By the first character that means something.
static const char *recognise_text(akt_span text) {
  if (akt_span_starts_with(text, "\xEF\xBB\xBF"))
    text = (akt_span){text.ptr + 3, text.len - 3};
  text = akt_span_trim(text);
  if (!text.len)
    return NULL;
  if (text.ptr[0] == '{' || text.ptr[0] == '[')
    return "json";
  return text.ptr[0] == '<' ? "graphml" : "dot";
}

static bool read_json(akt_reader *reader, const char *format) {
  akt_json_error error = {0};
  akt_import *import = reader->import;
  const akt_json *root = akt_json_parse(import->arena, import->text, &error);
  if (!root)
    return akt_reader_fail(reader, AKT_CODE_BAD_GRAPH, error.byte, "%s", error.message);
  const char *name = format ? format : recognise_json(root);
  if (!name)
    return akt_reader_fail(reader, AKT_CODE_GRAPH_SCHEMA, SIZE_MAX,
                           "JSON, but no graph in a form that is known here");
  return find(name)->from_json(reader, root);
}

bool akt_import_read(akt_import *import, const char *format) {
  akt_reader reader;
  akt_reader_init(&reader, import);
  if (import->text.len >= UINT32_MAX)
    return akt_reader_fail(&reader, AKT_CODE_GRAPH_TOO_BIG, SIZE_MAX, "larger than 4 GB");
  const char *seen = recognise_text(import->text);
  const char *name = format ? format : seen;
  const dialect *chosen = name ? find(name) : NULL;
  if (!chosen)
    return akt_reader_fail(&reader, AKT_CODE_BAD_GRAPH, SIZE_MAX, "%s",
                           format ? "no such graph format to read" : "an empty file");
  bool is_read = chosen->from_json ? read_json(&reader, format) : chosen->from_text(&reader);
  return is_read && akt_reader_end(&reader);
}
