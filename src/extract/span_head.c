// What the head noun of a stretch makes of the name before it: European states, the
// ECOWAS bloc, Gorgona island.
#include "extract/span.h"

// "European countries", "Arab states", but not "Syrian states" or "the countries".
bool akt_span_is_states(const akt_stretch *s, uint32_t of) {
  static const char *const nouns[] = {"countries", "nations", "states", "powers"};
  bool is_western = s->head > s->first && akt_unit_is_word(s->r, s->head - 1, "western");
  if (of == AKT_NONE && !is_western)
    return false;
  if (of != AKT_NONE &&
      akt_kind_is(s->r->rules, s->r->mentions.items[of].kind, s->r->rules->kind_country))
    return false;
  for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
    if (akt_unit_is_word(s->r, s->head, nouns[i]))
      return true;
  return false;
}

// The ECOWAS bloc, the ETA separatist group: the name and what it is.
bool akt_span_is_called(const akt_stretch *s, const akt_reference *owner) {
  static const char *const bodies[] = {"bloc",  "group",   "movement", "alliance", "militia",
                                       "party", "faction", "cartel",   "grouping", "union"};
  if (owner->kind != s->r->rules->kind_group || owner->listed == AKT_NONE ||
      owner->stands_for || s->owner != AKT_NONE)
    return false;
  for (size_t k = 0; k < sizeof bodies / sizeof *bodies; k++)
    if (akt_unit_is_word(s->r, s->head, bodies[k]))
      return true;
  return false;
}

// Gorgona island, the Darfur region: the name and what land it is.
bool akt_span_is_land(const akt_stretch *s) {
  static const char *const nouns[] = {"island", "province", "region", "district",  "village",
                                      "town",   "city",     "area",   "peninsula", "crossing"};
  if (s->owner != AKT_NONE) // Peru's Gorgona region: of Peru first of all
    return false;
  for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
    if (akt_unit_is_word(s->r, s->head, nouns[k]))
      return !s->r->text.tokens.items[s->head].is_capital;
  return false;
}

bool akt_span_is_outlaw(const akt_stretch *s) {
  static const char *const nouns[] = {
      "rebels",     "militants",     "insurgents",  "guerrillas", "separatists", "gunmen",
      "protesters", "terrorists",    "extremists",  "jihadists",  "rioters",     "pirates",
      "smugglers",  "demonstrators", "traffickers", "dissidents"};
  for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
    if (akt_unit_is_word(s->r, s->head, nouns[k]))
      return true;
  return false;
}
