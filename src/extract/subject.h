// Inside the search for subjects: what its files share.
#ifndef AKT_EXTRACT_SUBJECT_H
#define AKT_EXTRACT_SUBJECT_H

#include "extract/clause.h"

static inline akt_members akt_nobody(void) {
  return (akt_members){.count = 0};
}

static inline akt_members akt_one(uint32_t chunk) {
  return (akt_members){{chunk}, 1};
}

/// Type of a chunk; before the first one stands the end of something.
static inline uint8_t akt_left_type(const akt_clause *c, int64_t i) {
  return i < (int64_t)c->begin ? (uint8_t)AKT_CH_END : akt_type_at(c, (uint32_t)i);
}

static inline uint8_t akt_form_at(const akt_clause *c, uint32_t i) {
  return akt_chunk_at(c, i)->form;
}

bool akt_is_participle(const akt_clause *c, int64_t i);
/// Nearest finite verb to the left that stands in no relative clause, or AKT_NONE.
uint32_t akt_main_before(const akt_clause *c, uint32_t i);
/// Nearest verb of any form to the left, or AKT_NONE.
uint32_t akt_any_verb_before(const akt_clause *c, uint32_t i);
/// The subject of another verb, for one that shares it; nobody for AKT_NONE.
akt_members akt_subject_of(akt_clause *c, uint32_t verb, int depth);

akt_members akt_subject_of_ing(akt_clause *c, uint32_t i, int depth);
/// Reduced passives have no subject but an undergoer: sanctions imposed by A.
akt_members akt_subject_of_participle(akt_clause *c, uint32_t i, int depth);

#endif
