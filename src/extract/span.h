// Inside the reader: one stretch of a noun phrase, between possessives.
#ifndef AKT_EXTRACT_SPAN_H
#define AKT_EXTRACT_SPAN_H

#include "extract/phrase.h"

typedef struct akt_stretch {
  akt_reading *r;
  uint32_t sentence, chunk;
  uint32_t first, last; // tokens
  uint32_t head;        // token of the head noun
  uint32_t owner;       // mention, or AKT_NONE
  uint32_t inner;       // mention of the last country or name before the head, or AKT_NONE
} akt_stretch;

/// The mention that the stretch denotes, or AKT_NONE; sets `inner`.
uint32_t akt_read_span(akt_stretch *s);
/// The mention of one name; AKT_NONE for a title.
uint32_t akt_span_mention(akt_stretch *s, uint32_t atom);

/// Whether a name that may stand for a state means the city itself here.
bool akt_is_city(const akt_reading *r, const akt_atom *atom);
/// The last token that counts.
uint32_t akt_span_head(const akt_reading *r, uint32_t first, uint32_t last);

/// Whether the mention is the first half of a word such as Iran-backed: what it
/// stands before is not the country's own.
bool akt_is_half_name(const akt_reading *r, const akt_reference *m);

/// "Kremlin critics", "opponents of Peru": others than the name beside them.
bool akt_is_adversary(const akt_reading *r, uint32_t token);

#endif
