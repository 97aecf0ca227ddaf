// A capital stands for its state ("Kabul protested"), but not where the words beside it
// speak of the city: "in Kabul", "the mayor of Kabul", "a Kabul airport".
#include "extract/span.h"

static bool is_after_locative(const akt_reading *r, uint32_t first) {
  uint32_t i = first;
  while (i > 0 && r->units.items[i - 1].class == AKT_CL_DETERMINER)
    i--;
  if (i > 1 && akt_unit_is_word(r, i - 1, "in") &&
      (akt_unit_is_word(r, i - 2, "embassy") || akt_unit_is_word(r, i - 2, "ambassador")))
    return false; // an embassy is to the state
  bool is_apposed = i > 1 && r->units.items[i - 1].class == AKT_CL_COMMA &&
                    akt_unit_is_word(r, i - 2, "capital");
  return is_apposed ||
         (i > 0 &&
          (akt_unit_is_word(r, i - 1, "in") || akt_unit_is_word(r, i - 1, "near") ||
           akt_unit_is_word(r, i - 1, "outside") || akt_unit_is_word(r, i - 1, "around")));
}

static bool is_of_city(const akt_reading *r, uint32_t i) {
  if (i < r->units.count && akt_unit_is(r, i, AKT_EN(ADJECTIVE)))
    i++; // southern suburbs
  uint32_t word = i < r->units.count ? r->units.items[i].word : AKT_NONE;
  uint32_t noun = word == AKT_NONE ? AKT_NONE : r->rules->words.items[word].noun;
  return akt_word_in(r, noun, AKT_SET_OF_CITY);
}

// "the mayor of Lima", "a Kabul airport", "Lima's suburbs": the city, not the state.
bool akt_is_city(const akt_reading *r, const akt_atom *a) {
  bool is_owner =
      a->last < r->units.count && r->units.items[a->last].class == AKT_CL_POSSESSIVE;
  return is_of_city(r, is_owner ? a->last + 1 : a->last) ||
         (a->first > 1 && akt_unit_is_word(r, a->first - 1, "of") &&
          is_of_city(r, a->first - 2)) ||
         is_after_locative(r, a->first);
}
