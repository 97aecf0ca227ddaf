// The plainest sentence that a frame could mean, made from the frame itself: what a
// frame does not find there, it will hardly find elsewhere.
#ifndef AKT_EXTRACT_PLAIN_H
#define AKT_EXTRACT_PLAIN_H

#include "extract/extract.h"

/// What all sentences need to know of a rule set.
typedef struct akt_plain akt_plain;

akt_plain *akt_plain_new(akt_arena *arena, const akt_ruleset *rules);

/// The frame of a rule line ("my.akt:12") that asserts something, or AKT_NONE.
uint32_t akt_plain_frame_of(const akt_plain *plain, const char *rule);

/// How many sentences there are: with each word that starts the frame, each of its nouns,
/// and these bare, with an article, as plurals.
uint32_t akt_plain_rounds(const akt_plain *plain, uint32_t frame);

/// How many frames the word starts that starts this one in the plainest sentence.
uint32_t akt_plain_rivals(const akt_plain *plain, uint32_t frame);

/// One of them, round 0 the plainest. NULL where no example is known of a kind that a slot
/// wants.
const char *akt_plain_sentence(akt_arena *arena, const akt_plain *plain, uint32_t frame,
                               uint32_t round);

#endif
