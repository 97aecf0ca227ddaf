// Pairs of named entities that share a sentence and no edge.
#include "extract/unjoined.h"

static bool is_named(const akt_reading *r, uint32_t mention) {
  const akt_reference *m = &r->mentions.items[mention];
  if (m->entity == AKT_NONE || r->actors.items[m->entity].is_unnamed)
    return false;
  uint32_t kind = r->actors.items[m->entity].kind;
  bool is_country = akt_kind_is(r->rules, kind, r->rules->kind_country);
  if (!is_country && akt_kind_is(r->rules, kind, r->rules->kind_place))
    return false; // where it was, not who did it
  switch ((akt_mention_type)m->type) {
  case AKT_ME_LISTED:
  case AKT_ME_PERSON:
  case AKT_ME_NAME:
  case AKT_ME_BODY:
    return true;
  case AKT_ME_HEADED:
  case AKT_ME_OFFICE:
  case AKT_ME_GENERIC:
  case AKT_ME_PRONOUN:
  case AKT_ME_THING:
    break;
  }
  return false;
}

// Itself, or who speaks for it: an edge of the minister is one of the country.
static bool is_end(const akt_reading *r, uint32_t end, uint32_t wanted) {
  if (end == AKT_NONE || end == wanted)
    return end == wanted;
  return r->actors.items[end].affiliation == wanted ||
         r->actors.items[wanted].affiliation == end;
}

static bool is_joined(const akt_reading *r, uint32_t sentence, uint32_t a, uint32_t b) {
  for (uint32_t i = 0; i < r->statements.count; i++) {
    const akt_statement *s = &r->statements.items[i];
    if (s->sentence != sentence)
      continue;
    uint32_t x = r->mentions.items[s->source].entity, y = r->mentions.items[s->target].entity;
    if ((is_end(r, x, a) && is_end(r, y, b)) || (is_end(r, x, b) && is_end(r, y, a)))
      return true;
  }
  return false;
}

// Nothing but commas and conjunctions between the two names, or one inside the other.
static bool is_list(const akt_reading *r, const akt_reference *a, const akt_reference *b) {
  for (uint32_t t = a->last; t < b->first; t++) {
    uint8_t class = r->units.items[t].class;
    if (class != AKT_CL_COMMA && class != AKT_CL_CONJUNCTION && class != AKT_CL_DETERMINER)
      return false;
  }
  return true;
}

static uint32_t find_pair(const akt_reading *r, const akt_unjoined_pairs *pairs, uint32_t from,
                          uint32_t a, uint32_t b) {
  for (uint32_t i = from; i < pairs->count; i++) {
    uint32_t x = r->mentions.items[pairs->items[i].first].entity;
    uint32_t y = r->mentions.items[pairs->items[i].second].entity;
    if ((x == a && y == b) || (x == b && y == a))
      return i;
  }
  return AKT_NONE;
}

static uint32_t width(const akt_reading *r, const akt_unjoined *pair) {
  uint32_t from = r->mentions.items[pair->first].last,
           to = r->mentions.items[pair->second].first;
  return to > from ? to - from : 0;
}

// Of several mentions of one pair the two nearest each other.
static void add_pair(akt_reading *r, uint32_t i, uint32_t k, uint32_t from,
                     akt_unjoined_pairs *out) {
  const akt_reference *a = &r->mentions.items[i], *b = &r->mentions.items[k];
  bool is_turned = b->first < a->first;
  akt_unjoined pair = {is_turned ? k : i, is_turned ? i : k};
  if (a->entity == b->entity ||
      is_list(r, &r->mentions.items[pair.first], &r->mentions.items[pair.second]) ||
      is_joined(r, a->sentence, a->entity, b->entity))
    return;
  uint32_t known = find_pair(r, out, from, a->entity, b->entity);
  if (known == AKT_NONE)
    akt_vec_push(r->arena, out, pair);
  else if (width(r, &pair) < width(r, &out->items[known]))
    out->items[known] = pair;
}

void akt_find_unjoined(akt_reading *r, akt_unjoined_pairs *out) {
  AKT_VEC(uint32_t) named = {0};
  for (uint32_t s = 0; s < r->text.sentences.count; s++) {
    uint32_t from = out->count;
    named.count = 0;
    uint32_t at = AKT_NONE; // of two mentions at one place the first: the second is implied
    for (uint32_t i = 0; i < r->mentions.count; i++)
      if (r->mentions.items[i].sentence == s && is_named(r, i) &&
          r->mentions.items[i].first != at) {
        akt_vec_push(r->arena, &named, i);
        at = r->mentions.items[i].first;
      }
    for (uint32_t i = 0; i < named.count; i++)
      for (uint32_t k = i + 1; k < named.count; k++)
        add_pair(r, named.items[i], named.items[k], from, out);
  }
}
