// Whose deed a participle or a gerund tells: "accused B of killing", "a letter threatening",
// "sanctions imposed by". It has no subject of its own, so what stands before it decides.
#include "extract/subject.h"

// The participle that "and" joins another to: none inside "while ...".
static uint32_t ing_before(const akt_clause *c, uint32_t i) {
  for (uint32_t k = i; k > c->begin; k--)
    if (akt_is_verb(c, k - 1) && akt_form_at(c, k - 1) == AKT_VF_ING &&
        akt_left_type(c, (int64_t)k - 2) != AKT_CH_SUBORDINATOR &&
        akt_left_type(c, (int64_t)k - 2) != AKT_CH_PREPOSITION)
      return k - 1;
  return AKT_NONE;
}

// "sent a letter to the head of B threatening C": whoever wrote threatens.
static bool is_in_letter(const akt_clause *c, uint32_t np) {
  int64_t k = np;
  while (akt_left_type(c, k - 1) == AKT_CH_PREPOSITION &&
         akt_left_type(c, k - 2) == AKT_CH_NP) {
    bool is_to = akt_chunk_word(c, (uint32_t)k - 1, "to");
    k -= 2;
    if (is_to && akt_np_in(c, (uint32_t)k, AKT_SET_MESSAGE))
      return true;
  }
  return false;
}

// "in a campaign targeting B", "after protests calling for C": no deed of the subject of
// the clause. "In a statement accusing B", "in the north killing ten" are.
static bool is_of_phrase(const akt_clause *c, uint32_t verb) {
  return akt_left_type(c, (int64_t)verb - 2) == AKT_CH_PREPOSITION &&
         !akt_np_in(c, verb - 1, AKT_SET_MESSAGE) && !akt_verb_in(c, verb, AKT_SET_HARM);
}

// "A, B V-ing": the noun phrase right before, or whoever the clause is about.
static akt_members of_ing_after(akt_clause *c, uint32_t np, int depth) {
  uint32_t verb = akt_main_before(c, np);
  if (is_in_letter(c, np) && verb != AKT_NONE)
    return akt_subject_of(c, verb, depth);
  if (akt_chunk_at(c, np)->is_actor || akt_chunk_at(c, np)->pronoun)
    return akt_one(np);
  bool is_phrase = akt_left_type(c, (int64_t)np - 1) == AKT_CH_PREPOSITION &&
                   akt_left_type(c, (int64_t)np - 2) == AKT_CH_NP;
  if (is_phrase && akt_chunk_at(c, np - 2)->is_actor)
    return akt_one(np - 2);
  if (verb != AKT_NONE && akt_verb_in(c, verb, AKT_SET_AGAINST))
    return akt_nobody(); // vetoed a resolution condemning B
  bool is_own = verb == AKT_NONE || is_of_phrase(c, np + 1);
  return is_own ? akt_one(np) : akt_subject_of(c, verb, depth);
}

akt_members akt_subject_of_ing(akt_clause *c, uint32_t i, int depth) {
  int64_t k = (int64_t)i - 1;
  if (akt_left_type(c, k) == AKT_CH_NP)
    return of_ing_after(c, (uint32_t)k, depth);
  if (akt_left_type(c, k) == AKT_CH_VERB)
    return akt_subject_of(c, (uint32_t)k, depth);
  bool is_purpose = akt_left_type(c, k) == AKT_CH_PREPOSITION && akt_is_participle(c, k - 1) &&
                    akt_form_at(c, (uint32_t)k - 1) != AKT_VF_ING &&
                    akt_left_type(c, k - 2) == AKT_CH_NP;
  if (is_purpose) // the deal aimed at curbing
    return akt_one((uint32_t)k - 2);
  if (akt_left_type(c, k) == AKT_CH_CONJUNCTION) {
    uint32_t twin = akt_any_verb_before(c, (uint32_t)k);
    bool is_twin = twin != AKT_NONE && akt_form_at(c, twin) == AKT_VF_ING &&
                   akt_left_type(c, k - 1) != AKT_CH_COMMA;
    twin = is_twin ? twin : ing_before(c, (uint32_t)k);
    if (twin != AKT_NONE) // saying that A was hit, and blaming B; of beating A and killing B
      return akt_subject_of(c, twin, depth);
    if (akt_left_type(c, k - 1) == AKT_CH_NP && akt_left_type(c, k - 2) == AKT_CH_PREPOSITION)
      return akt_nobody(); // charges of theft and spying on B
  }
  bool is_own_aim = akt_left_type(c, k) == AKT_CH_PREPOSITION &&
                    akt_chunk_word(c, (uint32_t)k, "to") &&
                    akt_left_type(c, k - 1) == AKT_CH_NP &&
                    akt_chunk_at(c, (uint32_t)k - 1)->owner != AKT_NONE;
  if (is_own_aim) // A's commitment to V-ing
    return akt_one((uint32_t)k - 1);
  // accused B of V-ing, blamed B for V-ing: the object does it.
  bool is_charge =
      akt_left_type(c, k) == AKT_CH_PREPOSITION && akt_left_type(c, k - 1) == AKT_CH_NP &&
      (akt_chunk_word(c, (uint32_t)k, "of") || akt_chunk_word(c, (uint32_t)k, "for") ||
       akt_chunk_word(c, (uint32_t)k, "over") || akt_chunk_word(c, (uint32_t)k, "from"));
  bool is_by =
      is_charge && k >= (int64_t)c->begin + 3 && akt_is_verb(c, (uint32_t)k - 3) &&
      (akt_chunk_word(c, (uint32_t)k - 2, "by") || akt_chunk_word(c, (uint32_t)k - 2, "in"));
  if (is_by) // was accused by A of V-ing, was arrested in A for V-ing
    return akt_subject_of(c, (uint32_t)k - 3, depth);
  const akt_chunk *charged = is_charge ? akt_chunk_at(c, (uint32_t)k - 1) : NULL;
  if (charged && (charged->is_actor || charged->owner != AKT_NONE || charged->pronoun))
    return akt_list_left(c, (uint32_t)k - 1);
  // "with A V-ing B while V-ing C": the nearest clause, finite or not, has the subject.
  uint32_t verb = akt_main_before(c, i);
  for (uint32_t v = i; v > c->begin && (verb == AKT_NONE || v - 1 > verb); v--)
    if (akt_is_verb(c, v - 1) && akt_form_at(c, v - 1) == AKT_VF_ING &&
        akt_left_type(c, (int64_t)v - 2) == AKT_CH_NP &&
        akt_left_type(c, (int64_t)v - 3) == AKT_CH_PREPOSITION &&
        akt_chunk_word(c, v - 3, "with")) {
      verb = v - 1;
      break;
    }
  if (verb != AKT_NONE)
    return akt_subject_of(c, verb, depth);
  for (uint32_t v = i + 1; v < c->end; v++)
    if (akt_is_finite(c, v))
      return akt_subject_of(c, v, depth); // Speaking in Paris, A said
  return akt_nobody();
}

// Reduced passives have no subject but an undergoer: sanctions imposed by A.
akt_members akt_subject_of_participle(akt_clause *c, uint32_t i, int depth) {
  int64_t k = (int64_t)i - 1;
  if (akt_left_type(c, k) == AKT_CH_NP)
    return akt_list_left(c, (uint32_t)k);
  if (akt_left_type(c, k) == AKT_CH_COMMA && akt_left_type(c, k - 1) == AKT_CH_NP) {
    k--; // memorandum of understanding, signed by: the head undergoes it
    while (akt_left_type(c, k - 1) == AKT_CH_PREPOSITION &&
           akt_left_type(c, k - 2) == AKT_CH_NP && akt_chunk_word(c, (uint32_t)k - 1, "of") &&
           !akt_chunk_at(c, (uint32_t)k)->is_actor)
      k -= 2;
    return akt_one((uint32_t)k);
  }
  if (akt_left_type(c, k) == AKT_CH_CONJUNCTION)
    return akt_subject_of(c, akt_any_verb_before(c, (uint32_t)k), depth);
  return akt_nobody();
}
