// What somebody said of another, spoken of again: "a charge Iran denies", ", which
// Iran disputes", ", an allegation rejected by Iran". To deny it is to contradict
// whoever made it.
#include "extract/clause.h"

#include "extract/phrase.h"

static bool is_claim(const akt_clause *c, uint32_t np) {
  return akt_is_np(c, np) && akt_unit_is(c->r, akt_chunk_at(c, np)->head, AKT_EN(CONTENT_NOUN));
}

// Who says what stands before the comma: the outermost speaker, else the subject
// of the nearest clause.
static uint32_t maker(akt_clause *c, uint32_t comma) {
  uint32_t verb = akt_finite_before(c, comma);
  for (uint32_t v = c->begin; v < comma; v++)
    if (akt_is_finite(c, v) && (akt_verb_classes(c, v) & AKT_EN(REPORTING))) {
      verb = v;
      break;
    }
  const akt_members *subject = verb == AKT_NONE ? NULL : akt_subject(c, verb);
  return subject && subject->count ? subject->items[0] : AKT_NONE;
}

uint32_t akt_claimant(akt_clause *c, uint32_t np) {
  bool is_apposed =
      np > c->begin + 1 && is_claim(c, np) && akt_type_at(c, np - 1) == AKT_CH_COMMA &&
      akt_chunk_at(c, np)->owner == AKT_NONE && akt_chunk_at(c, np)->modifier == AKT_NONE;
  return is_apposed ? maker(c, np - 1) : AKT_NONE;
}

// "the attack on the airport, which A claimed": of a chain the deed or the treaty.
static uint32_t head_of_chain(const akt_clause *c, uint32_t np) {
  for (uint32_t k = np; k > c->begin + 1 && akt_type_at(c, k - 1) == AKT_CH_PREPOSITION &&
                        akt_is_np(c, k - 2);) {
    k -= 2;
    uint32_t m = akt_chunk_at(c, k)->mention;
    if (m != AKT_NONE && c->r->mentions.items[m].type == AKT_ME_HEADED &&
        !akt_mention_is_actor(c->r, m))
      return k;
  }
  return np;
}

// The noun phrase or claim that ends before a relative clause with the comma
// before it left out.
static uint32_t antecedent(akt_clause *c, uint32_t np) {
  uint32_t claimant = akt_claimant(c, np);
  if (claimant != AKT_NONE)
    return claimant;
  return akt_is_np(c, np) ? head_of_chain(c, np) : AKT_NONE;
}

// "which Kenya says Rwanda backs": from before Rwanda to before Kenya.
static uint32_t before_saying(akt_clause *c, uint32_t i) {
  if (!akt_is_finite(c, i) || !(akt_verb_classes(c, i) & AKT_EN(REPORTING)))
    return i;
  const akt_members *speaker = akt_subject(c, i);
  bool is_inside = speaker->count && speaker->items[0] < i && speaker->items[0] > c->begin + 1;
  return is_inside ? speaker->items[0] - 1 : i;
}

uint32_t akt_relative_object(akt_clause *c, uint32_t verb) {
  bool is_gerund = akt_is_verb(c, verb) && akt_chunk_at(c, verb)->form == AKT_VF_ING;
  if (akt_is_finite(c, verb + 1))
    return AKT_NONE; // which B had warned would happen
  if (!akt_is_verb(c, verb) || !(akt_is_finite(c, verb) || is_gerund) ||
      akt_chunk_at(c, verb)->is_passive)
    return AKT_NONE;
  const akt_members *subject = akt_subject(c, verb);
  if (!subject->count || subject->items[0] <= c->begin + 1)
    return AKT_NONE;
  uint32_t np = before_saying(c, subject->items[0] - 1);
  uint8_t opening = akt_type_at(c, np);
  if (opening == AKT_CH_RELATIVE) {
    bool has_comma = akt_type_at(c, np - 1) == AKT_CH_COMMA && np > c->begin + 1;
    if (has_comma && (akt_verb_classes(c, verb) & AKT_EN(DENIAL)))
      return maker(c, np - 1); // "A accused B, which B denies"
    return antecedent(c, has_comma ? np - 2 : np - 1);
  }
  if (opening == AKT_CH_COMPLEMENT) // a charge that B denies
    return np > c->begin ? akt_claimant(c, np - 1) : AKT_NONE;
  bool is_contact = opening == AKT_CH_NP && akt_chunk_at(c, np + 1)->is_contact;
  return is_contact ? antecedent(c, np) : AKT_NONE;
}
