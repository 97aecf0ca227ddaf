// Inside the reader: adding a name to a reading.
#ifndef AKT_EXTRACT_NAMES_H
#define AKT_EXTRACT_NAMES_H

#include "extract/reading.h"

/// Appends the atom and marks its tokens.
uint32_t akt_add_atom(akt_reading *r, akt_atom atom);

#endif
