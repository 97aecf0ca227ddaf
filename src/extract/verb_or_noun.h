// Inside the reader: is this word, here, a verb?
#ifndef AKT_EXTRACT_VERB_OR_NOUN_H
#define AKT_EXTRACT_VERB_OR_NOUN_H

#include "extract/reading.h"

/// What stands around a token while classes are decided from left to right.
typedef struct akt_context {
  uint32_t token;
  uint32_t first, last;  // the sentence
  uint8_t before;        // class of the nearest token to the left that counts; NONE: none
  uint32_t before_token; // or AKT_NONE
  bool is_adjacent;      // nothing skipped in between
  uint32_t after;        // nearest token to the right that counts, or AKT_NONE
} akt_context;

/// Decides, and if so stores class, forms and lemma in the unit.
bool akt_decide_verb(akt_reading *r, const akt_context *c);

/// "controls much of Mali": a part of the whole, as "most of" is; else "much" is an adverb.
bool akt_is_share(const akt_reading *r, uint32_t token);

/// "which Rwanda backs,": whether the word is the only verb that a relative clause can have;
/// `is_ing`: or the gerund that has its object there ("which Rwanda is accused of backing").
bool akt_closes_relative(const akt_reading *r, const akt_context *c, bool is_ing);

/// "Kenya arms and trains B": whether a second verb of the form, with its object, comes after
/// "and".
bool akt_opens_pair_of_verbs(const akt_reading *r, const akt_context *c, uint8_t form);

#endif
