#include "export/export.h"

#include "export/formats.h"

static const akt_exporter table[] = {
    {"json", "json", "the graph with all its evidence (aktant-graph/1, NetworkX node-link)",
     NULL, akt_export_native},
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
