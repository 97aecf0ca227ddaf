// What somebody said of another, spoken of again: "a charge Iran denies", ", which
// Iran disputes", ", an allegation rejected by Iran". To deny it is to contradict
// whoever made it.
#include "extract/clause.h"

bool akt_is_claim(const akt_clause *c, uint32_t np) {
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
      np > c->begin + 1 && akt_is_claim(c, np) && akt_type_at(c, np - 1) == AKT_CH_COMMA &&
      akt_chunk_at(c, np)->owner == AKT_NONE && akt_chunk_at(c, np)->modifier == AKT_NONE;
  return is_apposed ? maker(c, np - 1) : AKT_NONE;
}

uint32_t akt_relative_object(akt_clause *c, uint32_t verb) {
  if (!akt_is_verb(c, verb) || !akt_is_finite(c, verb) || akt_chunk_at(c, verb)->is_passive)
    return AKT_NONE;
  const akt_members *subject = akt_subject(c, verb);
  if (!subject->count || subject->items[0] <= c->begin + 1)
    return AKT_NONE;
  uint32_t np = subject->items[0] - 1;
  bool is_denial = (akt_verb_classes(c, verb) & AKT_EN(DENIAL)) != 0;
  bool is_relative = akt_type_at(c, np) == AKT_CH_RELATIVE ||
                     (akt_type_at(c, np) == AKT_CH_COMPLEMENT && is_denial); // a charge that
  if (is_relative)
    np--;
  else if (!akt_chunk_at(c, subject->items[0])->is_contact)
    return AKT_NONE;
  if (is_relative && akt_type_at(c, np) == AKT_CH_COMMA && np > c->begin) {
    if (is_denial)
      return maker(c, np);
    np--;
  }
  uint32_t claimant = akt_claimant(c, np);
  return claimant != AKT_NONE ? claimant : akt_is_np(c, np) ? np : AKT_NONE;
}
