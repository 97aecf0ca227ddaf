// The plainest sentence that a frame could mean, made from the frame itself: what a
// frame does not find there, it will hardly find elsewhere.
#ifndef AKT_EXTRACT_PLAIN_H
#define AKT_EXTRACT_PLAIN_H

#include "extract/extract.h"

enum { AKT_PLAIN_VARIANTS = 3 }; // of the nouns in it: bare, with an article, plural

/// NULL where no example is known of a kind that a slot wants.
const char *akt_plain_sentence(akt_arena *arena, const akt_ruleset *rules, uint32_t frame,
                               int variant);

#endif
