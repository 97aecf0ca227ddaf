// Which verb stands above another one, and what stands there says of it: was the first
// to, will lift and resume, thanked for.
#include "extract/governor.h"

// The verb that governs the infinitive at `i`: adjacent, or with its object between.
uint32_t akt_governor_of(const akt_clause *c, uint32_t i, bool *has_object) {
  *has_object = false;
  uint32_t k = i;
  while (k > c->begin && (akt_type_at(c, k - 1) == AKT_CH_PARTICLE))
    k--;
  if (k > c->begin && akt_is_verb(c, k - 1))
    return k - 1;
  if (k > c->begin && akt_is_np(c, k - 1)) {
    uint32_t first = akt_list_left(c, k - 1).items[0];
    bool is_one_of = first > c->begin + 2 && akt_chunk_word(c, first - 1, "of") &&
                     akt_chunk_word(c, first - 2, "one"); // was one of the first to
    first -= is_one_of ? 2 : 0;
    bool is_on = first > c->begin + 1 && akt_type_at(c, first - 1) == AKT_CH_PREPOSITION &&
                 akt_is_verb(c, first - 2);
    uint32_t verb = is_on                                           ? first - 2
                    : first > c->begin && akt_is_verb(c, first - 1) ? first - 1
                                                                    : AKT_NONE;
    *has_object = verb != AKT_NONE;
    return verb;
  }
  return AKT_NONE;
}

// "the first country to recognise": it did.
bool akt_is_first_to(const akt_clause *c, uint32_t governor, uint32_t np) {
  const akt_chunk *v = akt_chunk_at(c, governor);
  bool is_be = v->has_be && v->main == AKT_NONE && !v->is_negated && v->modal == AKT_NONE;
  if (!is_be && !(akt_verb_classes(c, governor) & AKT_EN(COPULA)))
    return false;
  for (uint32_t t = akt_chunk_at(c, np)->first; t < akt_chunk_at(c, np)->last; t++)
    if (akt_unit_in(c->r, t, AKT_SET_RANK))
      return true;
  return false;
}

// "will lift and resume": the modal of the verb before counts for both.
uint32_t akt_modal_before(const akt_clause *c, uint32_t i) {
  if (i <= c->begin || akt_type_at(c, i - 1) != AKT_CH_CONJUNCTION ||
      akt_chunk_at(c, i)->form != AKT_VF_BASE || akt_chunk_at(c, i)->modal != AKT_NONE)
    return AKT_NONE;
  for (uint32_t k = i - 1; k > c->begin; k--)
    if (akt_is_verb(c, k - 1))
      return akt_chunk_at(c, k - 1)->modal == AKT_NONE ? AKT_NONE : k - 1;
  return AKT_NONE;
}

uint32_t akt_earlier_infinitive(const akt_clause *c, uint32_t i) {
  if (i <= c->begin || akt_type_at(c, i - 1) != AKT_CH_CONJUNCTION)
    return AKT_NONE;
  for (uint32_t k = i - 1; k > c->begin; k--)
    if (akt_is_verb(c, k - 1))
      return akt_chunk_at(c, k - 1)->form == AKT_VF_INFINITIVE ? k - 1 : AKT_NONE;
  return AKT_NONE;
}

// "of killing A and shelling B": the first of them stands after the preposition.
uint32_t akt_first_gerund(const akt_clause *c, uint32_t verb) {
  uint32_t k = verb;
  if (k <= c->begin + 2 || akt_type_at(c, k - 1) != AKT_CH_CONJUNCTION)
    return verb;
  for (k--; k > c->begin && !akt_is_verb(c, k); k--)
    if (akt_type_at(c, k) == AKT_CH_COMMA)
      return verb;
  return akt_is_verb(c, k) && akt_chunk_at(c, k)->form == AKT_VF_ING ? k : verb;
}

// "thanked A for V-ing", "criticised A for V-ing": they take it as done.
bool akt_is_taken_as_done(const akt_clause *c, uint32_t preposition) {
  if (!akt_chunk_word(c, preposition, "for"))
    return false;
  for (uint32_t k = preposition; k > c->begin; k--)
    if (akt_is_verb(c, k - 1))
      return akt_verb_in(c, k - 1, AKT_SET_THANKING);
  return false;
}
