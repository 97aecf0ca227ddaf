// Inside the reader: where `find` lines fit.
#ifndef AKT_EXTRACT_FINDS_H
#define AKT_EXTRACT_FINDS_H

#include "extract/reading.h"

enum { AKT_FIND_CAPTURES = 16 };

typedef struct akt_find_capture {
  const akt_find_step *step;
  uint32_t first, last; // tokens
} akt_find_capture;

typedef struct akt_find_captures {
  akt_find_capture items[AKT_FIND_CAPTURES];
  uint32_t count;
} akt_find_captures;

/// One place where a find fits.
typedef struct akt_finding {
  uint32_t find;
  uint32_t first, last;             // tokens of the name
  uint32_t whole_first, whole_last; // with all that the pattern names
  akt_find_captures *captures;      // of a pattern over tokens, else NULL
} akt_finding;
typedef AKT_VEC(akt_finding) akt_findings;

/// Tries a pattern over tokens from every token of the sentence.
void akt_find_walk(akt_reading *r, const akt_sentence *s, uint32_t find, akt_findings *all);

#endif
