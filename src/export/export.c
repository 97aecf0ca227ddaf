#include "export/export.h"

#include "export/formats.h"

static const char *const csv_parts[] = {"nodes", "edges", NULL};

static const akt_exporter table[] = {
    {"json", "json", "the graph with all its evidence (aktant-graph/1, NetworkX node-link)",
     NULL, akt_export_native},
    {"cytoscape", "cytoscape.json,cyjs", "Cytoscape.js and Cytoscape, with a style", NULL,
     akt_export_cytoscape},
    {"d3", "d3.json", "D3: nodes and links", NULL, akt_export_d3},
    {"jgf", "jgf,jgf.json", "JSON Graph Format, version 2", NULL, akt_export_jgf},
    {"graphology", "graphology.json", "graphology and sigma.js", NULL, akt_export_graphology},
    {"vis", "vis.json", "vis-network", NULL, akt_export_vis},
    {"graphml", "graphml", "GraphML for yEd, Gephi, NetworkX and others", NULL,
     akt_export_graphml},
    {"gexf", "gexf", "GEXF 1.3 for Gephi", NULL, akt_export_gexf},
    {"csv", "csv", "two tables, nodes and edges, with Neo4j headers", csv_parts,
     akt_export_csv},
    {"events", "events.csv", "one table, a row a statement, for event data analysis", NULL,
     akt_export_events},
    {"force-graph", "force-graph.json", "force-graph and 3d-force-graph", NULL,
     akt_export_force_graph},
    {"echarts", "echarts.json", "an ECharts option with a graph series", NULL,
     akt_export_echarts},
    {"cypher", "cypher,cql", "Cypher statements for Neo4j and its kin", NULL,
     akt_export_cypher},
    {"turtle", "ttl", "RDF: statements with their evidence, as Turtle", NULL,
     akt_export_turtle},
    {"nt", "nt", "RDF: the same as N-Triples", NULL, akt_export_ntriples},
    {"jsonld", "jsonld", "RDF: the same as JSON-LD", NULL, akt_export_jsonld},
    {"mermaid", "mmd,mermaid", "a Mermaid flowchart, up to 400 edges", NULL,
     akt_export_mermaid},
    {"canvas", "canvas", "JSON Canvas, for Obsidian", NULL, akt_export_canvas},
    {"dot", "dot,gv", "plain Graphviz data: one edge a relation, with attributes", NULL,
     akt_export_dot},
};

const akt_exporter *akt_exporters(size_t *count) {
  *count = sizeof table / sizeof *table;
  return table;
}

const akt_exporter *akt_exporter_find(const char *name) {
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (strcmp(table[i].name, name) == 0)
      return &table[i];
  return NULL;
}

static bool has_extension(akt_span path, akt_span extension) {
  if (path.len <= extension.len || path.ptr[path.len - extension.len - 1] != '.')
    return false;
  const char *tail = path.ptr + path.len - extension.len;
  for (size_t i = 0; i < extension.len; i++)
    if (akt_to_lower(tail[i]) != extension.ptr[i])
      return false;
  return true;
}

const akt_exporter *akt_exporter_for_path(const char *path) {
  const akt_exporter *best = NULL;
  size_t best_len = 0;
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    const char *next = table[i].extensions;
    while (*next) {
      size_t len = strcspn(next, ",");
      if (len > best_len && has_extension(akt_span_of(path), (akt_span){next, len})) {
        best = &table[i];
        best_len = len;
      }
      next += len + (next[len] == ',');
    }
  }
  return best;
}
