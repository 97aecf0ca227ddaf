// "Kenya arms and trains the rebels": after a name the first word alone would be a noun; the
// second, of the same form and with its object, makes verbs of both.
#include "extract/verb_or_noun.h"

static uint8_t forms_at(const akt_reading *r, uint32_t i) {
  uint8_t forms = 0;
  const akt_word *w = &r->rules->words.items[r->units.items[i].word];
  for (int k = 0; k < AKT_READINGS && w->verb[k].lemma != AKT_NONE; k++)
    forms |= w->verb[k].forms;
  return forms;
}

static bool starts_phrase(const akt_reading *r, uint32_t i) {
  bool is_capital = r->text.tokens.items[i].is_capital;
  return is_capital || r->units.items[i].atom != AKT_NONE ||
         akt_unit_is(r, i, AKT_EN(DETERMINER) | AKT_EN(POSSESSIVE) | AKT_EN(NUMBER));
}

bool akt_opens_pair_of_verbs(const akt_reading *r, const akt_context *c, uint8_t form) {
  uint32_t pair = c->token + 2;
  if (pair + 1 >= c->last || !akt_unit_is_word(r, c->token + 1, "and") ||
      r->text.tokens.items[pair].is_capital || r->units.items[pair].word == AKT_NONE)
    return false;
  bool is_actor =
      r->units.items[c->before_token].atom != AKT_NONE ||
      akt_unit_is(r, c->before_token,
                  AKT_EN(GOVERNMENT_NOUN) | AKT_EN(BODY_NOUN) | AKT_EN(PEOPLE_NOUN));
  return is_actor && c->is_adjacent && (forms_at(r, pair) & form) && starts_phrase(r, pair + 1);
}
