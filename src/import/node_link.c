// Node-link JSON as D3, force-graph, NetworkX, vis and graphology write it: a list
// of nodes and a list of links or edges, whose ends are ids, or, after a D3
// simulation, the nodes themselves.
#include "import/dialects.h"

static const char *read_id(akt_reader *reader, const akt_json *node) {
  const char *id = akt_reader_scalar(reader, akt_json_get(node, "id"));
  return id ? id : akt_reader_scalar(reader, akt_json_get(node, "key"));
}

// graphology keeps what it knows of a node or edge one level down.
static const akt_json *facts_of(const akt_json *item) {
  const akt_json *attributes = akt_json_get(item, "attributes");
  return akt_json_is(attributes, AKT_JSON_OBJECT) ? attributes : item;
}

static const char *read_end(akt_reader *reader, const akt_json *edge, const char *name,
                            const char *other) {
  const akt_json *end = akt_json_get(edge, name);
  if (!end)
    end = akt_json_get(edge, other);
  return akt_json_is(end, AKT_JSON_OBJECT) ? read_id(reader, end)
                                           : akt_reader_scalar(reader, end);
}

bool akt_import_node_link(akt_reader *reader, const akt_json *root) {
  const akt_json *facts = akt_json_get(root, "graph");
  if (!facts)
    facts = akt_json_get(root, "attributes");
  if (!akt_reader_graph(reader, facts))
    return false;
  const akt_json *nodes = akt_json_get(root, "nodes");
  const akt_json *edges = akt_json_get(root, "links");
  if (!edges)
    edges = akt_json_get(root, "edges");
  if (!akt_json_is(nodes, AKT_JSON_ARRAY))
    return akt_reader_fail(reader, AKT_CODE_BAD_GRAPH, SIZE_MAX, "no list of `nodes`");
  for (const akt_json *n = akt_json_first(nodes); n; n = akt_json_next(n)) {
    const char *id = read_id(reader, n);
    if (id && *id)
      akt_reader_node(reader, id, NULL, facts_of(n));
    else
      reader->nameless++;
  }
  for (const akt_json *e = akt_json_first(edges); e; e = akt_json_next(e)) {
    const char *source = read_end(reader, e, "source", "from");
    const char *target = read_end(reader, e, "target", "to");
    if (source && target)
      akt_reader_edge(reader, source, target, NULL, facts_of(e));
    else
      reader->nameless++;
  }
  return true;
}
