// Names that their head noun explains: the Pahalgam attack, the Indus Water
// Treaty, the attack, the deal. One actor where wordings meet.
#include "extract/actors.h"

#include "extract/phrase.h"
#include "text/fold.h"

static bool has_capital_name(const akt_reading *r, const akt_reference *m) {
  for (uint32_t i = m->first; i < m->last; i++) {
    uint32_t atom = r->units.items[i].atom;
    if (atom != AKT_NONE && r->atoms.items[atom].type != AKT_ATOM_TITLE)
      return true;
  }
  return false;
}

static uint32_t head_group(const akt_reading *r, uint32_t noun) {
  uint32_t head = noun == AKT_NONE ? AKT_NONE : r->rules->words.items[noun].head;
  return head == AKT_NONE ? AKT_NONE : r->rules->heads.items[head].group;
}

// The same noun, or for events and agreements one near in meaning: the blast.
static bool is_same_head(const akt_reading *r, const akt_actor *actor, const akt_reference *m) {
  if (actor->type != AKT_ME_HEADED || actor->kind != m->kind)
    return false;
  if (actor->head_noun == m->head_noun)
    return true;
  bool is_group = akt_kind_is(r->rules, m->kind, r->rules->kind_group) ||
                  akt_kind_is(r->rules, m->kind, r->rules->kind_place);
  return !is_group && head_group(r, m->head_noun) != AKT_NONE &&
         head_group(r, m->head_noun) == head_group(r, actor->head_noun);
}

// Whether a word of the mention's own name occurs in the actor's name.
static bool shares_name(const akt_reading *r, const akt_actor *actor, const akt_reference *m) {
  for (uint32_t i = m->first; i < m->last; i++) {
    bool is_head = r->units.items[i].word != AKT_NONE &&
                   r->rules->words.items[r->units.items[i].word].noun == m->head_noun;
    if (r->units.items[i].atom == AKT_NONE || is_head)
      continue; // the ECOWAS Court is not the Supreme Court
    akt_span word = akt_unit_text(r, i);
    char *copy = akt_arena_copy(r->arena, word.ptr, word.len);
    if (word.len > 2 && strstr(actor->name, copy))
      return true;
    for (uint32_t a = 0; a < actor->aliases.count; a++)
      if (word.len > 2 && strstr(actor->aliases.items[a], copy))
        return true;
  }
  return false;
}

enum { OPENING_SENTENCES = 3 };

static uint32_t known_headed(const akt_reading *r, const akt_reference *m, bool is_named) {
  uint32_t best = AKT_NONE, count = 0, sharing = AKT_NONE;
  for (uint32_t i = 0; i < r->actors.count; i++) {
    const akt_actor *actor = &r->actors.items[i];
    if (!is_same_head(r, actor, m))
      continue;
    count++;
    if (best == AKT_NONE || actor->last_mention >= r->actors.items[best].last_mention)
      best = i;
    if (is_named && shares_name(r, actor, m))
      sharing = i;
  }
  // A headline's "car bomb" and the first paragraph's "a car bomb" are one.
  bool is_opening = count == 1 && m->sentence <= OPENING_SENTENCES && best != AKT_NONE &&
                    r->actors.items[best].head_noun == m->head_noun && !m->is_plural;
  if (!is_named)
    return m->is_definite || is_opening ? best : AKT_NONE;
  if (sharing != AKT_NONE)
    return sharing;
  bool is_event = akt_kind_is(r->rules, m->kind, r->rules->kind_event);
  return m->is_definite && is_event && count == 1 && m->place != AKT_NONE ? best : AKT_NONE;
}

uint32_t akt_resolve_headed(akt_reading *r, uint32_t mention) {
  akt_reference *m = &r->mentions.items[mention];
  bool is_named = has_capital_name(r, m) || m->place != AKT_NONE;
  uint32_t actor = known_headed(r, m, is_named);
  bool is_proper = r->units.items[m->name_first].atom != AKT_NONE &&
                   r->atoms.items[r->units.items[m->name_first].atom].type == AKT_ATOM_CAPITALS;
  bool is_party = akt_kind_is(r->rules, m->kind, r->rules->kind_group) ||
                  akt_kind_is(r->rules, m->kind, r->rules->kind_place);
  if (actor == AKT_NONE && !is_named && (is_party || m->is_plural))
    return AKT_NONE;
  const char *label = is_proper ? akt_actor_label(r, m->name_first, m->name_last)
                                : akt_actor_label(r, m->first, m->last);
  bool is_group = akt_kind_is(r->rules, m->kind, r->rules->kind_group);
  if (actor == AKT_NONE && is_group && m->affiliation != AKT_NONE && is_proper) {
    // "Russian Defence Ministry": the country belongs to the name.
    uint32_t body = akt_resolve_mention(r, m->affiliation);
    if (body != AKT_NONE && r->actors.items[body].listed != AKT_NONE)
      label = akt_possessive_label(r, r->actors.items[body].name, label);
  }
  if (actor == AKT_NONE) {
    char folded[AKT_FOLD_MAX];
    size_t len = akt_fold(akt_span_of(label), folded);
    const char *key = akt_arena_printf(r->arena, "H:%s", akt_arena_copy(r->arena, folded, len));
    actor = akt_actor_for_key(r, key, m->kind, label);
    r->actors.items[actor].type = AKT_ME_HEADED;
    r->actors.items[actor].head_noun = m->head_noun;
    r->actors.items[actor].is_unnamed = r->actors.items[actor].is_document_bound = !is_named;
  }
  if (is_named && r->actors.items[actor].is_unnamed) { // the attack ... the Kabul attack
    r->actors.items[actor].name = akt_actor_label(r, m->first, m->last);
    r->actors.items[actor].is_unnamed = r->actors.items[actor].is_document_bound = false;
  }
  akt_span seen = akt_range_text(r, m->name_first, m->name_last);
  akt_actor_add_alias(r, actor, seen);
  return actor;
}
