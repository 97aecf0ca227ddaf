// Who says what a sentence says: "A said B met C", "..., A said", "...," said A,
// "according to A".
#include "extract/statements.h"

static uint32_t speaker_of(akt_clause *c, uint32_t verb) {
  akt_ends ends = {.count = 0};
  akt_slot any = {.type = AKT_SLOT_ANY, .words = AKT_NONE};
  const akt_members *subject = akt_subject(c, verb);
  for (uint32_t i = 0; i < subject->count; i++)
    akt_realise(c, subject->items[i], &any, true, &ends);
  return ends.count ? ends.items[0] : AKT_NONE;
}

static bool is_reporting(const akt_clause *c, uint32_t i) {
  return akt_is_verb(c, i) && akt_is_finite(c, i) &&
         (akt_verb_classes(c, i) & AKT_EN(REPORTING));
}

// "A said B met C": the subject of the inner verb follows the outer one.
static bool is_content(akt_clause *c, uint32_t from, uint32_t chunk) {
  if (!akt_is_np(c, from) || !akt_is_verb(c, chunk))
    return false;
  const akt_members *subject = akt_subject(c, chunk);
  if (!subject->count || subject->items[0] < from)
    return false;
  for (uint32_t k = from; k < subject->items[0]; k++)
    if (akt_type_at(c, k) == AKT_CH_COMMA || akt_type_at(c, k) == AKT_CH_VERB)
      return false;
  return true;
}

// ...," warned A; ..., said A. But not "Peru, which met Kenya, warned Chile".
static bool is_inverted(const akt_clause *c, uint32_t verb) {
  if (akt_type_at(c, verb - 1) != AKT_CH_COMMA || !akt_is_np(c, verb + 1))
    return false;
  if (akt_verb_lemma(c, verb) == akt_ruleset_word(c->r->rules, AKT_SPAN("say")))
    return true;
  const akt_token *tokens = c->r->text.tokens.items;
  for (uint32_t t = akt_chunk_at(c, verb - 2)->last; t < akt_chunk_at(c, verb)->first; t++)
    if (tokens[t].kind == AKT_TOKEN_QUOTE)
      return true;
  return false;
}

// "..., A said", "...," said A: whether there is such an end; `*speaker` AKT_NONE where
// the text leaves open who A is.
static bool find_closing(akt_clause *c, uint32_t chunk, uint32_t *speaker) {
  *speaker = AKT_NONE;
  for (uint32_t k = chunk + 1; k < c->end; k++) {
    if (!is_reporting(c, k) || k < c->begin + 2)
      continue;
    if (akt_is_np(c, k - 1) && akt_type_at(c, k - 2) == AKT_CH_COMMA) {
      *speaker = speaker_of(c, k); // ..., A said
      return true;
    }
    if (is_inverted(c, k)) {
      akt_ends ends = {.count = 0};
      akt_slot any = {.type = AKT_SLOT_ANY, .words = AKT_NONE};
      akt_realise(c, k + 1, &any, true, &ends);
      *speaker = ends.count ? ends.items[0] : AKT_NONE;
      return true;
    }
  }
  return false;
}

uint32_t akt_closing_speaker(akt_clause *c, uint32_t chunk) {
  uint32_t speaker;
  (void)find_closing(c, chunk, &speaker);
  return speaker;
}

// "A said (that) [chunk]" before it, or "[chunk], A said" at the end.
static bool find_attribution(akt_clause *c, uint32_t chunk, uint32_t *speaker) {
  *speaker = AKT_NONE;
  for (uint32_t k = chunk; k > c->begin; k--) {
    if (!is_reporting(c, k - 1))
      continue;
    uint32_t next = k;
    while (akt_is_np(c, next) || akt_type_at(c, next) == AKT_CH_PREPOSITION)
      next++;
    bool has_that =
        akt_type_at(c, k) == AKT_CH_COMPLEMENT || akt_type_at(c, next) == AKT_CH_COMPLEMENT;
    bool is_said = has_that || is_content(c, k, chunk);
    *speaker = is_said ? speaker_of(c, k - 1) : AKT_NONE;
    return is_said;
  }
  bool is_closed = find_closing(c, chunk, speaker);
  if (*speaker != AKT_NONE)
    return true;
  for (uint32_t k = c->begin; k + 2 < c->end; k++)
    if (akt_unit_is_word(c->r, akt_chunk_at(c, k)->first, "according") && akt_is_np(c, k + 2)) {
      *speaker = akt_chunk_at(c, k + 2)->mention;
      is_closed = true;
    }
  return is_closed;
}

uint32_t akt_find_speaker(akt_clause *c, uint32_t chunk) {
  uint32_t speaker;
  (void)find_attribution(c, chunk, &speaker);
  return speaker;
}

bool akt_is_attributed(akt_clause *c, uint32_t chunk) {
  uint32_t speaker;
  return find_attribution(c, chunk, &speaker);
}
