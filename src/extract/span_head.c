// What the head noun of a stretch makes of the name before it: European states, the
// ECOWAS bloc, Gorgona island.
#include "extract/span.h"

// "European countries", "Arab states", but not "Syrian states" or "the countries".
bool akt_span_is_states(const akt_stretch *s, uint32_t of) {
  bool is_western = s->head > s->first && akt_unit_is_word(s->r, s->head - 1, "western");
  if (of == AKT_NONE && !is_western)
    return false;
  if (of != AKT_NONE &&
      akt_kind_is(s->r->rules, s->r->mentions.items[of].kind, s->r->rules->kind_country))
    return false;
  return akt_unit_in(s->r, s->head, AKT_SET_STATES);
}

// The ECOWAS bloc, the ETA separatist group: the name and what it is.
bool akt_span_is_called(const akt_stretch *s, const akt_reference *owner) {
  if (owner->kind != s->r->rules->kind_group || owner->listed == AKT_NONE ||
      owner->stands_for || s->owner != AKT_NONE)
    return false;
  return akt_unit_in(s->r, s->head, AKT_SET_CALLED);
}

// Gorgona island, the Darfur region: the name and what land it is.
bool akt_span_is_land(const akt_stretch *s) {
  if (s->owner != AKT_NONE) // Peru's Gorgona region: of Peru first of all
    return false;
  return akt_unit_in(s->r, s->head, AKT_SET_LAND) &&
         !s->r->text.tokens.items[s->head].is_capital;
}

bool akt_span_is_outlaw(const akt_stretch *s) {
  return akt_unit_in(s->r, s->head, AKT_SET_OUTLAW);
}
