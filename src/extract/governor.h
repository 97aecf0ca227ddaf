// Inside the reader: the verb above a verb.
#ifndef AKT_EXTRACT_GOVERNOR_H
#define AKT_EXTRACT_GOVERNOR_H

#include "extract/clause.h"

/// The verb that governs the infinitive: adjacent, or with its object between.
uint32_t akt_governor_of(const akt_clause *c, uint32_t i, bool *has_object);
/// Was the first to: it did.
bool akt_is_first_to(const akt_clause *c, uint32_t governor, uint32_t np);
/// The verb whose modal counts for this one too: will lift and resume.
uint32_t akt_modal_before(const akt_clause *c, uint32_t i);
/// The infinitive that "and" joins this one to.
uint32_t akt_earlier_infinitive(const akt_clause *c, uint32_t i);
/// Of killing A and shelling B: the gerund after the preposition.
uint32_t akt_first_gerund(const akt_clause *c, uint32_t verb);
/// Thanked A for V-ing: who does takes it as done.
bool akt_is_taken_as_done(const akt_clause *c, uint32_t preposition);

#endif
