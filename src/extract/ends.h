// Inside the reader: from noun phrases to the mentions at the ends of a statement.
#ifndef AKT_EXTRACT_ENDS_H
#define AKT_EXTRACT_ENDS_H

#include "extract/clause.h"

/// Mentions, each with an actor.
typedef struct akt_ends {
  uint32_t items[AKT_MOST_MEMBERS];
  uint32_t count;
} akt_ends;

/// What a noun phrase gives for a slot: itself, its owner, a name inside it, its
/// complement, the antecedent of its pronoun. Appends to `ends`.
void akt_realise(akt_clause *c, uint32_t np, const akt_slot *slot, bool is_source,
                 akt_ends *ends);

/// Whether the mention has an actor of a kind that the slot takes.
bool akt_slot_takes(const akt_reading *r, const akt_slot *slot, uint32_t mention);

/// Next named mention of the clause after chunk `from` that fits, or AKT_NONE.
uint32_t akt_next_named(akt_clause *c, uint32_t from, const akt_slot *slot,
                        const akt_ends *besides);

/// Whether what the mention names can be called by the pronoun: kind, number, gender.
bool akt_pronoun_fits(const akt_reading *r, uint32_t mention, uint8_t pronoun);

/// "criticised B over its attack": it is B, who is appended. True without an end where it may
/// be B and may be the subject.
bool akt_is_of_object(akt_clause *c, uint32_t np, uint8_t pronoun, akt_ends *ends);

/// "A said B had attacked its bases": the mention of A, where `verb` and its object `np` stand
/// in what A says and its subject is another; or AKT_NONE.
uint32_t akt_owner_outside(akt_clause *c, uint32_t verb, uint32_t np);

/// Antecedents of a pronoun or possessive pronoun phrase; none when unsure.
void akt_antecedents(akt_clause *c, uint32_t np, uint8_t pronoun, akt_ends *ends);

/// "the two leaders", "both sides": the two they stand for; none when unsure.
void akt_pair_antecedents(akt_clause *c, uint32_t np, akt_ends *ends);

/// "rejected the charge": the mention of who made it, up to two sentences before; or AKT_NONE.
uint32_t akt_accuser_before(akt_clause *c, uint32_t np);
/// "denounced the move": of who did what the sentence before tells, or AKT_NONE.
uint32_t akt_doer_before(akt_clause *c, uint32_t np);

/// Who says the sentence, named at its end: "...," said A; ..., A said. Or AKT_NONE.
uint32_t akt_closing_speaker(akt_clause *c, uint32_t chunk);

void akt_add_end(akt_ends *ends, uint32_t mention);

#endif
