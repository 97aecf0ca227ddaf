// What no rule said anything of: two named entities in one sentence, and nothing
// between them. Where rules are missing, these pairs show it.
#ifndef AKT_EXTRACT_UNJOINED_H
#define AKT_EXTRACT_UNJOINED_H

#include "extract/extract.h"

typedef struct akt_unjoined {
  uint32_t first, second; // mentions, in text order
} akt_unjoined;
typedef AKT_VEC(akt_unjoined) akt_unjoined_pairs;

/// Pairs of a sentence that no statement of that sentence joins, once each;
/// neighbours in a list (A, B and C) are left out.
void akt_find_unjoined(akt_reading *reading, akt_unjoined_pairs *out);

#endif
