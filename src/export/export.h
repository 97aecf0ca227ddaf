// Every format the graph can be written in: one file a format behind this small
// interface, one table. A new format is a new file and a new line of the table.
// Exporters are pure functions of the graph; they open no files.
#ifndef AKT_EXPORT_EXPORT_H
#define AKT_EXPORT_EXPORT_H

#include "base/sink.h"
#include "graph/graph.h"

typedef enum akt_export_result {
  AKT_EXPORTED,
  AKT_EXPORT_TOO_BIG, // refused for size; `why` says what to do instead
  AKT_EXPORT_FAILED,  // could not be written in this format; `why` says it
} akt_export_result;

/// One writing of one graph. The sink remembers whether it failed.
typedef struct akt_export {
  const akt_graph *graph; // finished
  akt_arena *arena;       // scratch, and for `why`
  akt_sink *sink;
  const char *part;      // one of the exporter's parts; NULL: the first or only one
  const char *generator; // "aktant 0.1.0"; NULL: "aktant"
  const char *theme;     // of the styled drawing, see draw/draw.h
  const char *direction;
  const char *engine;
  const akt_position_list *positions; // of the picture drawn with it; NULL: the graph's
  bool is_forced;                     // write even what is refused for size
  const char *why;
} akt_export;

typedef struct akt_exporter {
  const char *name;
  const char *extensions; // comma-separated, without dots, most usual first
  const char *summary;
  /// Names of the files it consists of ("nodes", "edges", NULL): X.csv is written
  /// as X.nodes.csv and X.edges.csv. NULL: one file.
  const char *const *parts;
  akt_export_result (*write)(akt_export *request);
} akt_exporter;

/// All of them, in the order of the listing; `*count` gets their number.
const akt_exporter *akt_exporters(size_t *count);
/// By name; NULL when there is none.
const akt_exporter *akt_exporter_find(const char *name);
/// By the longest matching extension of a path ("x.cytoscape.json" before "x.json").
const akt_exporter *akt_exporter_for_path(const char *path);

#endif
