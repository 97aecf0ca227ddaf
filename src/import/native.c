// Our own JSON. Strict where the other dialects are lenient: it is the format that
// nothing may be lost in.
#include "import/dialects.h"

static bool read_nodes(akt_reader *reader, const akt_json *list) {
  uint32_t number = 0;
  for (const akt_json *node = akt_json_first(list); node; node = akt_json_next(node)) {
    const char *id = akt_json_get_text(node, "id");
    if (!id || !*id || !akt_json_get_text(node, "kind") || !akt_json_get_text(node, "label"))
      return akt_reader_fail(reader, AKT_CODE_BAD_GRAPH, SIZE_MAX,
                             "node %u has no `id`, `kind` or `label`", number);
    if (akt_reader_node(reader, id, NULL, node) != number)
      return akt_reader_fail(reader, AKT_CODE_BAD_GRAPH, SIZE_MAX,
                             "two nodes have the id `%.80s`", id);
    number++;
  }
  return true;
}

static bool read_edges(akt_reader *reader, const akt_json *list) {
  uint32_t number = 0;
  for (const akt_json *edge = akt_json_first(list); edge; edge = akt_json_next(edge)) {
    const char *source = akt_json_get_text(edge, "source");
    const char *target = akt_json_get_text(edge, "target");
    if (!source || !target || !akt_json_get_text(edge, "relation"))
      return akt_reader_fail(reader, AKT_CODE_BAD_GRAPH, SIZE_MAX,
                             "edge %u has no `source`, `target` or `relation`", number);
    akt_reader_edge(reader, source, target, NULL, edge);
    if (reader->dangling)
      return akt_reader_fail(reader, AKT_CODE_BAD_GRAPH, SIZE_MAX,
                             "edge %u ends at a node that is not there: `%.80s` to `%.80s`",
                             number, source, target);
    number++;
  }
  return true;
}

bool akt_import_native(akt_reader *reader, const akt_json *root) {
  if (!akt_reader_graph(reader, akt_json_get(root, "graph")))
    return false;
  const akt_json *nodes = akt_json_get(root, "nodes");
  const akt_json *edges = akt_json_get(root, "edges");
  if (!reader->is_ours || !akt_json_is(nodes, AKT_JSON_ARRAY) ||
      !akt_json_is(edges, AKT_JSON_ARRAY))
    return akt_reader_fail(reader, AKT_CODE_GRAPH_SCHEMA, SIZE_MAX,
                           "not an aktant graph: no `graph.schema`, `nodes` or `edges`");
  return read_nodes(reader, nodes) && read_edges(reader, edges);
}
