// JSON Graph Format: version 2 (nodes are an object by id) and 1 (a list).
#include "import/dialects.h"

static void read_node(akt_reader *reader, const akt_json *node, const char *id) {
  const akt_json *metadata = akt_json_get(node, "metadata");
  const char *label = akt_json_get_text(node, "label");
  if (id && *id)
    akt_reader_node(reader, id, label ? label : id, metadata);
  else
    reader->nameless++;
}

static void read_edge(akt_reader *reader, const akt_json *edge) {
  const akt_json *metadata = akt_json_get(edge, "metadata");
  const char *source = akt_json_get_text(edge, "source");
  const char *target = akt_json_get_text(edge, "target");
  const char *label = akt_json_get_text(edge, "label");
  if (!source || !target) {
    reader->nameless++;
    return;
  }
  if (!label)
    label = akt_json_get_text(edge, "relation");
  akt_reader_edge(reader, source, target, label, metadata);
}

bool akt_import_jgf(akt_reader *reader, const akt_json *root) {
  const akt_json *graph = akt_json_get(root, "graph");
  const akt_json *graphs = akt_json_get(root, "graphs");
  if (graphs && akt_json_count(graphs) != 1)
    return akt_reader_fail(reader, AKT_CODE_BAD_GRAPH, SIZE_MAX,
                           "%u graphs in one file: only one can be read",
                           akt_json_count(graphs));
  if (graphs)
    graph = akt_json_first(graphs);
  if (!akt_reader_graph(reader, akt_json_get(graph, "metadata")))
    return false;
  const char *label = akt_json_get_text(graph, "label");
  if (label && !reader->graph->title)
    reader->graph->title = akt_graph_cstring(reader->graph, label);
  const akt_json *nodes = akt_json_get(graph, "nodes");
  bool is_list = akt_json_is(nodes, AKT_JSON_ARRAY);
  for (const akt_json *n = akt_json_first(nodes); n; n = akt_json_next(n))
    read_node(reader, n, is_list ? akt_json_get_text(n, "id") : akt_json_key(n));
  for (const akt_json *e = akt_json_first(akt_json_get(graph, "edges")); e;
       e = akt_json_next(e))
    read_edge(reader, e);
  return true;
}
