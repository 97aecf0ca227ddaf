// Cytoscape.js: {elements: {nodes: [{data}], edges: [{data}]}} or one flat array.
#include "import/dialects.h"

static void read_element(akt_reader *reader, const akt_json *element, bool is_edge) {
  const akt_json *data = akt_json_get(element, "data");
  const char *id = akt_reader_scalar(reader, akt_json_get(data, "id"));
  const char *source = akt_reader_scalar(reader, akt_json_get(data, "source"));
  const char *target = akt_reader_scalar(reader, akt_json_get(data, "target"));
  if (is_edge != (source && target))
    return;
  if (is_edge)
    akt_reader_edge(reader, source, target, NULL, data);
  else if (id && *id)
    akt_reader_node(reader, id, NULL, data);
  else
    reader->nameless++;
}

// Nodes first: an edge may stand before its ends.
static void read_elements(akt_reader *reader, const akt_json *list, bool is_edge) {
  for (const akt_json *e = akt_json_first(list); e; e = akt_json_next(e))
    read_element(reader, e, is_edge);
}

bool akt_import_cytoscape(akt_reader *reader, const akt_json *root) {
  if (!akt_reader_graph(reader, akt_json_get(root, "data")))
    return false;
  const akt_json *elements =
      akt_json_is(root, AKT_JSON_ARRAY) ? root : akt_json_get(root, "elements");
  for (int is_edge = 0; is_edge < 2; is_edge++) {
    if (akt_json_is(elements, AKT_JSON_ARRAY))
      read_elements(reader, elements, is_edge);
    else
      read_elements(reader, akt_json_get(elements, is_edge ? "edges" : "nodes"), is_edge);
  }
  return true;
}
