// Reading graphs: our own JSON, and what other tools write. Each dialect is a file
// behind this small interface; which one a text is in can be recognised. What is
// wrong with a text is recorded as a diagnostic; what a dialect cannot carry is
// simply absent afterwards (docs/formats.md lists it).
#ifndef AKT_IMPORT_IMPORT_H
#define AKT_IMPORT_IMPORT_H

#include "diag/diag.h"
#include "graph/graph.h"

typedef struct akt_import {
  akt_graph *graph; // to fill; initialised and empty
  akt_arena *arena; // scratch
  akt_diags *diags;
  const char *path; // for messages
  akt_span text;
} akt_import;

/// Reads the text in the dialect `format` (NULL: recognised) and finishes the graph.
/// False when an error was recorded; the graph is then of no use.
bool akt_import_read(akt_import *import, const char *format);

/// NULL-terminated names of the dialects.
const char *const *akt_import_formats(void);

#endif
