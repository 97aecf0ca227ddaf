// Inside the reader: who is the subject of a verb group, what follows it. The
// walk over chunks that stands in for a parser.
#ifndef AKT_EXTRACT_CLAUSE_H
#define AKT_EXTRACT_CLAUSE_H

#include "extract/reading.h"

enum { AKT_MOST_MEMBERS = 24, AKT_WALK_DEPTH = 6 };

/// Noun-phrase chunks, in text order.
typedef struct akt_members {
  uint32_t items[AKT_MOST_MEMBERS];
  uint32_t count;
} akt_members;

/// One sentence's chunks and what was found out about them.
typedef struct akt_clause {
  akt_reading *r;
  uint32_t sentence;
  uint32_t begin, end;   // chunks
  akt_members *subjects; // by chunk - begin; count UINT32_MAX: not known yet
} akt_clause;

void akt_clause_init(akt_clause *c, akt_reading *r, uint32_t sentence);

/// Type of a chunk; AKT_CH_END outside the sentence.
uint8_t akt_type_at(const akt_clause *c, uint32_t i);
static inline akt_chunk *akt_chunk_at(const akt_clause *c, uint32_t i) {
  return &c->r->chunks.items[i];
}
bool akt_is_np(const akt_clause *c, uint32_t i);
bool akt_is_verb(const akt_clause *c, uint32_t i);
bool akt_chunk_word(const akt_clause *c, uint32_t i, const char *word);
/// By its first word, by the lemma of a verb, by the head of a noun phrase as it stands.
bool akt_chunk_in(const akt_clause *c, uint32_t i, akt_english_set set);
bool akt_verb_in(const akt_clause *c, uint32_t verb, akt_english_set set);
bool akt_np_in(const akt_clause *c, uint32_t np, akt_english_set set);

/// Classes of the lemma of a verb group's main verb.
uint64_t akt_verb_classes(const akt_clause *c, uint32_t i);
/// The word number of what the verb group says, AKT_NONE for auxiliaries alone.
uint32_t akt_verb_lemma(const akt_clause *c, uint32_t verb);
/// "was struck", and "the town struck by Peru".
bool akt_is_passive(const akt_clause *c, uint32_t verb);
/// Whether a noun phrase names a person.
bool akt_np_is_person(const akt_clause *c, uint32_t np);

bool akt_is_finite(const akt_clause *c, uint32_t i);
/// Nearest finite verb to the left of a chunk, or AKT_NONE.
uint32_t akt_finite_before(const akt_clause *c, uint32_t i);

/// The noun phrases coordinated with `i`, to its left or to its right.
akt_members akt_list_left(const akt_clause *c, uint32_t i);
akt_members akt_list_right(const akt_clause *c, uint32_t i);

/// The subject of verb group `i`; empty when the text leaves it open. For a
/// reduced passive it is the noun phrase that undergoes the deed.
const akt_members *akt_subject(akt_clause *c, uint32_t i);

/// "Iran to sell oil to Egypt": the infinitive of a headline, which stands for "will".
bool akt_is_headline_infinitive(akt_clause *c, uint32_t i);

/// 0 main or complement clause, 1 participle or and-verb, 2 relative,
/// adverbial and the like.
uint8_t akt_clause_rank(akt_clause *c, uint32_t i);

/// Who made the claim that phrase `np` sums up, as a chunk; AKT_NONE when it sums up
/// nothing: "A accused B of fraud, a charge B denies".
uint32_t akt_claimant(akt_clause *c, uint32_t np);
/// The noun phrase before verb group `i` that is its object: "the treaty, which
/// Finland left", "the treaty Finland left". Or AKT_NONE.
uint32_t akt_relative_object(akt_clause *c, uint32_t i);

/// The noun phrase, or what it stands for: of "what A called B" it is B.
uint32_t akt_past_free_relative(const akt_clause *c, uint32_t np);
/// The noun phrase right after verb group `i`, or AKT_NONE.
uint32_t akt_direct_object(const akt_clause *c, uint32_t i);
/// First noun phrase after a preposition of the set, from chunk `from` on to
/// the end of the clause; strong prepositions first.
uint32_t akt_prepositional_object(const akt_clause *c, uint32_t from, uint32_t wordset);
/// The same for one word.
uint32_t akt_object_of(const akt_clause *c, uint32_t from, const char *preposition);
/// Whether a verb stands before the phrase `np`, anywhere but right after chunk `from`:
/// in "an attack on rebels backed by A" it is not A who attacks.
bool akt_is_of_other_verb(const akt_clause *c, uint32_t from, uint32_t np);

/// "would have supported", "Had Britain not left, ...": what did not happen.
bool akt_is_counterfactual(const akt_clause *c, uint32_t verb);
bool akt_is_question(const akt_clause *c);

#endif
