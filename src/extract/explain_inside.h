// What the explain_*.c files share: a watched reading with its places counted in
// code points, and pieces of its text.
#ifndef AKT_EXTRACT_EXPLAIN_INSIDE_H
#define AKT_EXTRACT_EXPLAIN_INSIDE_H

#include "extract/explain.h"

typedef struct akt_teller {
  akt_reading *r;
  const akt_trace *trace;
  uint32_t *starts; // code points before each token
} akt_teller;

akt_teller akt_teller_new(akt_reading *r, const akt_trace *trace);

/// Tokens [first, last) as a piece; text NULL where there are none.
akt_piece akt_piece_of(const akt_teller *t, uint32_t first, uint32_t last);
akt_piece akt_piece_of_chunk(const akt_teller *t, uint32_t chunk);
akt_piece akt_piece_of_sentence(const akt_teller *t, uint32_t sentence);

/// "country"; of an actor that nobody knows more of, "group".
const char *akt_kind_of_actor(const akt_reading *r, uint32_t actor);

// explain_misses.c

/// Adds the rules that came nearest to an edge from `a` to `b` in a sentence.
void akt_tell_nearest(const akt_teller *t, uint32_t sentence, uint32_t a, uint32_t b,
                      akt_told_misses *out);
/// One frame that read the same words as a statement and lost.
akt_told_miss akt_tell_miss(const akt_teller *t, const akt_miss *miss, uint32_t a, uint32_t b);
/// Adds the verbs of a sentence that no frame starts with.
void akt_tell_strange_verbs(const akt_teller *t, uint32_t sentence, akt_told_pieces *out);
/// Adds the words of a sentence that would start a frame as verbs, but are none here.
void akt_tell_no_verbs(const akt_teller *t, uint32_t sentence, akt_told_pieces *out);

// explain_matches.c

/// Adds the user's own `match` lines that did not cover what stands between the two.
void akt_tell_matches(const akt_teller *t, uint32_t sentence, uint32_t a, uint32_t b,
                      akt_told_misses *out);

// explain_absent.c

/// Why `name` is nobody in this text.
akt_told_absent akt_tell_absent(const akt_teller *t, akt_span name);

// explain_overlaps.c

/// Adds the other names that the words of a mention could have been.
void akt_tell_overlaps(const akt_teller *t, const akt_reference *m, akt_told_overlaps *out);

// explain_skipped.c

/// Adds the words between the pieces of a statement that no piece accounts for.
void akt_tell_skipped(const akt_teller *t, const akt_statement *s, akt_told_pieces *out);

#endif
