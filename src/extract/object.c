// What follows a verb group: its direct object, and the objects of
// prepositions, looked for by the frame and never beyond the clause.
#include "extract/clause.h"

uint32_t akt_direct_object(const akt_clause *c, uint32_t i) {
  uint32_t j = i + 1;
  while (akt_type_at(c, j) == AKT_CH_PARTICLE)
    j++;
  return akt_is_np(c, j) ? j : AKT_NONE;
}

// "what A called B", "what A described as B", "what A said was B": it is B.
uint32_t akt_past_free_relative(const akt_clause *c, uint32_t np) {
  uint32_t verb = np + 2;
  if (!akt_is_np(c, np) || !akt_chunk_word(c, np, "what") || !akt_is_np(c, np + 1) ||
      !akt_is_verb(c, verb))
    return np;
  if (akt_verb_in(c, verb, AKT_SET_NAMING) && akt_is_np(c, verb + 1))
    return verb + 1;
  if (akt_verb_in(c, verb, AKT_SET_SEEING_AS) && akt_chunk_word(c, verb + 1, "as") &&
      akt_is_np(c, verb + 2))
    return verb + 2;
  bool is_copula = akt_is_verb(c, verb + 1) && akt_chunk_at(c, verb + 1)->has_be &&
                   akt_chunk_at(c, verb + 1)->main == AKT_NONE;
  bool is_said = akt_verb_classes(c, verb) & AKT_EN(REPORTING);
  return is_said && is_copula && akt_is_np(c, verb + 2) ? verb + 2 : np;
}

static bool is_place_like(const akt_clause *c, uint32_t np) {
  const akt_chunk *k = akt_chunk_at(c, np);
  bool is_part = k->mention != AKT_NONE && c->r->mentions.items[k->mention].listed != AKT_NONE;
  return k->is_named || is_part || k->is_actor || k->owner != AKT_NONE || // in parts of Kashmir
         akt_unit_is(c->r, k->head, AKT_EN(PLACE_NOUN));
}

typedef struct scan {
  const akt_clause *c;
  uint32_t at;
  bool is_over;
  bool is_inside; // past a clause of the noun's own: what follows may belong to that
} scan;

// "the ban (that) they imposed on X": a pronoun and the verb of the noun before it.
static bool is_own_clause(const akt_clause *c, uint32_t i) {
  return i > c->begin && akt_is_np(c, i) && akt_chunk_at(c, i)->pronoun &&
         akt_is_verb(c, i + 1) && akt_is_finite(c, i + 1) &&
         (akt_is_np(c, i - 1) || akt_type_at(c, i - 1) == AKT_CH_RELATIVE);
}

// A phrase of the clause: false where the clause goes on without one.
static bool take_phrase(scan *s, uint32_t at, uint32_t np, uint32_t *preposition,
                        uint32_t *object) {
  s->at = at + 1;
  if (!akt_is_np(s->c, np))
    return false;
  np = akt_past_free_relative(s->c, np);
  *preposition = at;
  *object = np;
  return true;
}

static bool ends_at_conjunction(const akt_clause *c, uint32_t i) {
  bool is_np = akt_is_np(c, i + 1);
  bool is_phrase = akt_type_at(c, i + 1) == AKT_CH_PREPOSITION;
  bool is_new_clause = is_np && akt_is_verb(c, i + 2) && akt_is_finite(c, i + 2);
  return is_new_clause || !(is_np || is_phrase);
}

static bool ends_at_comma(const akt_clause *c, uint32_t i) {
  bool is_aside = akt_chunk_word(c, i + 1, "with") && akt_is_np(c, i + 2) &&
                  akt_is_verb(c, i + 3) &&
                  akt_chunk_at(c, i + 3)->form == AKT_VF_ING; // ", with Russia attending"
  bool goes_on = (akt_type_at(c, i + 1) == AKT_CH_PREPOSITION && !is_aside) ||
                 (akt_is_np(c, i + 1) && !akt_is_verb(c, i + 2)) ||
                 (akt_type_at(c, i + 1) == AKT_CH_CONJUNCTION && akt_is_np(c, i + 2));
  return !goes_on;
}

static bool ends_at_verb(const akt_clause *c, uint32_t i) {
  uint8_t form = akt_chunk_at(c, i)->form;
  bool is_reduced = !akt_is_finite(c, i) && (form == AKT_VF_PAST || form == AKT_VF_PARTICIPLE);
  return !is_reduced;
}

// The next preposition of the clause with its noun phrase; false at the end.
static bool next_phrase(scan *s, uint32_t *preposition, uint32_t *object) {
  const akt_clause *c = s->c;
  while (!s->is_over && s->at < c->end) {
    uint32_t i = s->at++;
    switch ((akt_chunk_type)akt_type_at(c, i)) {
    case AKT_CH_PREPOSITION: {
      if (akt_chunk_word(c, i, "according")) {
        s->is_over = true;
        break;
      }
      bool is_parted =
          akt_type_at(c, i + 1) == AKT_CH_CONJUNCTION || akt_type_at(c, i + 1) == AKT_CH_COMMA;
      if (take_phrase(s, i, is_parted ? i + 2 : i + 1, preposition, object)) {
        s->at = *object;
        return true;
      }
      break;
    }
    case AKT_CH_PARTICLE: // imposed on
      if (take_phrase(s, i, i + 1, preposition, object))
        return true;
      break;
    case AKT_CH_NP:
      s->is_inside |= is_own_clause(c, i);
      s->at = is_own_clause(c, i) ? i + 2 : i + 1;
      break;
    case AKT_CH_CONJUNCTION:
      s->is_over = ends_at_conjunction(c, i);
      break;
    case AKT_CH_COMMA:
      s->is_over = ends_at_comma(c, i);
      break;
    case AKT_CH_VERB:
      s->is_over = ends_at_verb(c, i);
      break;
    case AKT_CH_RELATIVE:
      s->is_over = !is_own_clause(c, i + 1);
      s->is_inside = true;
      s->at = i + 3;
      break;
    case AKT_CH_COMPLEMENT:
    case AKT_CH_SUBORDINATOR:
    case AKT_CH_DASH:
    case AKT_CH_END:
      s->is_over = true;
      break;
    }
  }
  return false;
}

// "in response to Y", "in exchange for Y": the occasion of it all, not its target.
static bool ends_setting(const akt_clause *c, uint32_t preposition) {
  bool is_occasion =
      akt_chunk_word(c, preposition, "to") || akt_chunk_word(c, preposition, "for");
  return is_occasion && preposition > c->begin + 1 && akt_is_np(c, preposition - 1) &&
         akt_chunk_word(c, preposition - 2, "in") &&
         akt_np_in(c, preposition - 1, AKT_SET_SETTING);
}

static bool is_weak(const akt_clause *c, uint32_t preposition) {
  return akt_unit_is(c->r, akt_chunk_at(c, preposition)->first, AKT_EN(WEAK_PREPOSITION));
}

// "stepped down despite pressure from France": what belongs to the circumstance.
static bool is_of_circumstance(const akt_clause *c, uint32_t from, uint32_t preposition) {
  static const char *const words[] = {"despite", "amid", "amidst", "following"};
  if (preposition < from + 2 || !akt_is_np(c, preposition - 1))
    return false;
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (akt_chunk_word(c, preposition - 2, words[k]))
      return true;
  return false;
}

// "the arrest and detention of B": what is of the second noun is of the first as well.
static uint32_t after_twin_noun(const akt_clause *c, uint32_t at) {
  uint32_t np = at + 1;
  bool is_twin = akt_type_at(c, at) == AKT_CH_CONJUNCTION && akt_is_np(c, np) &&
                 !akt_chunk_at(c, np)->is_actor && akt_chunk_at(c, np)->owner == AKT_NONE &&
                 akt_type_at(c, np + 1) == AKT_CH_PREPOSITION;
  return is_twin ? np + 1 : at;
}

uint32_t akt_prepositional_object(const akt_clause *c, uint32_t from, uint32_t wordset) {
  uint32_t begin = from;
  while (akt_type_at(c, begin) == AKT_CH_PARTICLE)
    begin++; // pulled its staff out of
  begin = after_twin_noun(c, begin);
  for (int weak = 0; weak < 2; weak++) {
    scan s = {.c = c, .at = from};
    uint32_t preposition, object;
    while (next_phrase(&s, &preposition, &object)) {
      if (!akt_wordset_has(c->r->rules, wordset, akt_chunk_at(c, preposition)->word) ||
          is_weak(c, preposition) != (weak == 1))
        continue;
      if (akt_chunk_word(c, preposition, "of") && preposition != from && preposition != begin)
        continue;
      if (ends_setting(c, preposition) || is_of_circumstance(c, from, preposition) ||
          (akt_chunk_word(c, preposition, "in") && akt_np_in(c, object, AKT_SET_SETTING)))
        continue;
      if (weak &&
          (s.is_inside || akt_np_in(c, object, AKT_SET_SETTING) || !is_place_like(c, object)))
        continue; // releases soldiers they took in X
      return object;
    }
  }
  return AKT_NONE;
}

bool akt_is_of_other_verb(const akt_clause *c, uint32_t from, uint32_t np) {
  for (uint32_t i = from + 2; i < np; i++)
    if (akt_is_verb(c, i))
      return true;
  return false;
}

uint32_t akt_object_of(const akt_clause *c, uint32_t from, const char *word) {
  scan s = {.c = c, .at = from};
  uint32_t preposition, object;
  while (next_phrase(&s, &preposition, &object))
    if (akt_chunk_word(c, preposition, word))
      return object;
  return AKT_NONE;
}
