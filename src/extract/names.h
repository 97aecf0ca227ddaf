// Inside the reader: adding a name to a reading.
#ifndef AKT_EXTRACT_NAMES_H
#define AKT_EXTRACT_NAMES_H

#include "extract/reading.h"

/// Appends the atom and marks its tokens.
uint32_t akt_add_atom(akt_reading *r, akt_atom atom);

/// The head that the word is, by its singular: heads of the rule set, or AKT_NONE.
uint32_t akt_name_head(const akt_reading *r, uint32_t i);

/// Names of a sentence that stand side by side and are one.
void akt_absorb_names(akt_reading *r, const akt_sentence *s);

#endif
