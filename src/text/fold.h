// One spelling for all spellings: lower case, no accents, straight apostrophes,
// no final full stop ("U.S." and "U.S" are one word). Names and rule words are
// compared in this form; what the reader sees is always the original.
#ifndef AKT_TEXT_FOLD_H
#define AKT_TEXT_FOLD_H

#include "base/str.h"

enum { AKT_FOLD_MAX = 128 };

/// Writes the folded word (no NUL) and gives its length; 0 for a word longer
/// than AKT_FOLD_MAX bytes, which then counts as unknown.
size_t akt_fold(akt_span word, char out[AKT_FOLD_MAX]);

/// The words of a name folded, one blank between them; so many at most.
enum { AKT_FOLD_WORDS = 8 };
akt_span akt_fold_words(akt_arena *arena, akt_span name);

/// Equal when folded.
bool akt_same_word(const char *a, const char *b);

#endif
