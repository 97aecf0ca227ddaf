// The dialects' read functions, for the table in import.c. A JSON dialect gets the
// parsed text; it fills the reader's graph and gives false after an error.
#ifndef AKT_IMPORT_DIALECTS_H
#define AKT_IMPORT_DIALECTS_H

#include "import/record.h"

bool akt_import_native(akt_reader *reader, const akt_json *root);
bool akt_import_cytoscape(akt_reader *reader, const akt_json *root);
bool akt_import_node_link(akt_reader *reader, const akt_json *root);
bool akt_import_jgf(akt_reader *reader, const akt_json *root);
bool akt_import_graphml(akt_reader *reader);
bool akt_import_dot(akt_reader *reader);

#endif
