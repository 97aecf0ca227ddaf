// Inside the reader: who a mention is.
#ifndef AKT_EXTRACT_ACTORS_H
#define AKT_EXTRACT_ACTORS_H

#include "extract/reading.h"

/// Resolves one mention and, first, the mentions it leans on. Gives its actor or
/// AKT_NONE. Pronouns stay open: they need clauses (see pronoun.h).
uint32_t akt_resolve_mention(akt_reading *r, uint32_t mention);

/// Finds or makes an actor by key; people.c and actors.c share it.
uint32_t akt_actor_for_key(akt_reading *r, const char *key, uint32_t kind, const char *name);
void akt_actor_add_alias(akt_reading *r, uint32_t actor, akt_span text);

/// By type of mention: a listed entity; a name with a head noun; an office without
/// its holder; a body of a state; unnamed people. AKT_NONE when the text leaves it open.
uint32_t akt_resolve_listed(akt_reading *r, const akt_reference *m);
uint32_t akt_resolve_headed(akt_reading *r, uint32_t mention);
uint32_t akt_resolve_office(akt_reading *r, uint32_t mention);
uint32_t akt_resolve_body(akt_reading *r, uint32_t mention);
uint32_t akt_resolve_generic(akt_reading *r, uint32_t mention);

/// The tokens without articles and the like, blanks single, as a label.
const char *akt_actor_label(akt_reading *r, uint32_t first, uint32_t last);

/// "Sudan's army", "the United States' envoy".
const char *akt_possessive_label(akt_reading *r, const char *owner, const char *noun);

/// The person that a personal name denotes in this document.
uint32_t akt_resolve_person(akt_reading *r, uint32_t mention);
/// A known person with this single name, or AKT_NONE.
uint32_t akt_find_person(const akt_reading *r, akt_span single_name);
/// The holder of an office named without its holder, or AKT_NONE.
uint32_t akt_find_office_holder(akt_reading *r, uint32_t mention);

/// Whether a listed person has a role for the country that the actor is.
bool akt_listed_for(const akt_reading *r, const akt_actor *person, uint32_t country);

/// Folded, blanks single: for keys.
const char *akt_fold_range(akt_reading *r, uint32_t first, uint32_t last);

#endif
