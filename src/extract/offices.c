// Offices that a clause gives to somebody: "appointed X as prime minister", "X was
// sworn in as president", "X was its director". An office of state without a country
// is one of the country whose holder of power gave it.
#include "extract/statements.h"

#include "extract/roles.h"

typedef struct grant {
  uint32_t holder; // mention
  uint32_t giver;  // mention, or AKT_NONE
} grant;

static uint32_t first_mention(akt_clause *c, const akt_members *list) {
  akt_ends ends = {.count = 0};
  akt_slot any = {.type = AKT_SLOT_ANY, .words = AKT_NONE};
  if (list->count == 1)
    akt_realise(c, list->items[0], &any, true, &ends);
  return ends.count == 1 ? ends.items[0] : AKT_NONE;
}

static uint32_t mention_of(akt_clause *c, uint32_t np) {
  akt_members one = {{np}, 1};
  return first_mention(c, &one);
}

static bool is_asserted(const akt_clause *c, uint32_t verb) {
  const akt_chunk *v = akt_chunk_at(c, verb);
  return !v->is_negated && v->modal == AKT_NONE && v->form != AKT_VF_INFINITIVE;
}

// What stands before "as" + office: V X as, X was V-ed by Y as, X was V-ed as.
static grant granted(akt_clause *c, uint32_t as) {
  grant g = {AKT_NONE, AKT_NONE};
  uint32_t at = as - 1;
  while (at > c->begin && (akt_type_at(c, at) == AKT_CH_PARTICLE ||
                           akt_type_at(c, at) == AKT_CH_PREPOSITION)) // was sworn in as
    at--;
  if (akt_is_verb(c, at) && akt_is_passive(c, at) && is_asserted(c, at))
    g.holder = first_mention(c, akt_subject(c, at));
  if (!akt_is_np(c, at) || at < c->begin + 1)
    return g;
  bool is_named = akt_chunk_at(c, at)->is_named && !akt_chunk_at(c, at)->possessive;
  if (is_named && akt_is_verb(c, at - 1) && !akt_is_passive(c, at - 1) &&
      is_asserted(c, at - 1)) {
    g.holder = mention_of(c, at);
    g.giver = first_mention(c, akt_subject(c, at - 1));
  } else if (at >= c->begin + 2 && akt_chunk_word(c, at - 1, "by") && akt_is_verb(c, at - 2) &&
             akt_is_passive(c, at - 2) && is_asserted(c, at - 2)) {
    g.holder = first_mention(c, akt_subject(c, at - 2));
    g.giver = mention_of(c, at);
  }
  return g;
}

static bool is_copula(const akt_clause *c, uint32_t verb) {
  if (!akt_is_verb(c, verb) || !is_asserted(c, verb))
    return false;
  const akt_chunk *v = akt_chunk_at(c, verb);
  return v->main == AKT_NONE ? v->has_be : (akt_verb_classes(c, verb) & AKT_EN(COPULA)) != 0;
}

// Of a listed person: the country of his last role, where this text names it.
static uint32_t country_of_role(const akt_reading *r, const akt_actor *a) {
  if (a->listed == AKT_NONE)
    return AKT_NONE;
  const akt_entity *entity = &r->rules->entities.items[a->listed];
  for (uint32_t i = entity->role_count; i-- > 0;) {
    uint32_t of = r->rules->roles.items[entity->first_role + i].of;
    const char *key = akt_arena_printf(r->arena, "L:%u", of);
    uint32_t known = akt_map_get(&r->actor_by_key, akt_span_of(key));
    if (known != AKT_NONE)
      return known;
  }
  return AKT_NONE;
}

// The country that the giver acts for, itself or by its own office.
static uint32_t country_of(const akt_reading *r, uint32_t giver) {
  if (giver == AKT_NONE)
    return AKT_NONE;
  uint32_t actor = r->mentions.items[giver].entity;
  uint32_t chunk = r->mentions.items[giver].chunk;
  uint32_t owner = chunk == AKT_NONE ? AKT_NONE : r->chunks.items[chunk].owner;
  if (owner != AKT_NONE &&
      akt_kind_is(r->rules, r->mentions.items[owner].kind, r->rules->kind_country))
    return r->mentions.items[owner].entity; // Peru's army chief
  for (int hop = 0; hop < 3 && actor != AKT_NONE; hop++) {
    const akt_actor *a = &r->actors.items[actor];
    if (akt_kind_is(r->rules, a->kind, r->rules->kind_country))
      return actor;
    uint32_t role = a->affiliation == AKT_NONE ? country_of_role(r, a) : AKT_NONE;
    actor = role != AKT_NONE ? role : a->affiliation;
  }
  return akt_home_country(r);
}

uint32_t akt_country_served(const akt_reading *r, uint32_t person) {
  uint32_t country = country_of(r, person);
  for (uint32_t m = 0; country != AKT_NONE && m < r->mentions.count; m++)
    if (r->mentions.items[m].entity == country)
      return m;
  return AKT_NONE;
}

static bool is_person(const akt_reading *r, uint32_t mention) {
  return mention != AKT_NONE && akt_is_person(r, &r->mentions.items[mention]);
}

static void give(akt_reading *r, uint32_t office, const grant *g) {
  akt_reference *o = &r->mentions.items[office];
  if (!is_person(r, g->holder))
    return;
  bool is_nobody = o->entity == AKT_NONE || r->actors.items[o->entity].type == AKT_ME_OFFICE;
  if (is_nobody)
    o->entity = r->mentions.items[g->holder].entity;
  bool is_his = o->entity == r->mentions.items[g->holder].entity;
  uint32_t relation = r->rules->titles.items[o->title].relation;
  if (!is_his || o->affiliation != AKT_NONE || r->chunks.items[o->chunk].possessive ||
      relation == AKT_NONE)
    return;
  o->affiliation = akt_country_served(r, g->giver); // its edge is stated with all others
}

// "French President X and Foreign Minister Y": of two office holders side by side
// the second serves the country of the first.
static void share_country(akt_reading *r, uint32_t mention) {
  akt_reference *m = &r->mentions.items[mention];
  uint32_t relation =
      m->title == AKT_NONE ? AKT_NONE : r->rules->titles.items[m->title].relation;
  if (m->affiliation != AKT_NONE || m->chunk == AKT_NONE || relation == AKT_NONE ||
      m->type == AKT_ME_OFFICE || !is_person(r, mention) ||
      r->chunks.items[m->chunk].mention != mention ||
      r->actors.items[m->entity].affiliation != AKT_NONE)
    return;
  akt_clause c;
  akt_clause_init(&c, r, m->sentence);
  akt_members list = akt_list_left(&c, m->chunk);
  if (list.count < 2)
    return;
  uint32_t first = akt_chunk_at(&c, list.items[list.count - 2])->mention;
  const akt_reference *f = first == AKT_NONE ? NULL : &r->mentions.items[first];
  bool is_colleague =
      f && f->title != AKT_NONE && f->affiliation != AKT_NONE && is_person(r, first) &&
      r->rules->titles.items[f->title].relation == relation &&
      akt_kind_is(r->rules, r->mentions.items[f->affiliation].kind, r->rules->kind_country);
  if (!is_colleague)
    return;
  m->affiliation = f->affiliation;
  r->actors.items[m->entity].affiliation = r->mentions.items[f->affiliation].entity;
}

void akt_grant_offices(akt_reading *r) {
  for (uint32_t i = 0, count = r->mentions.count; i < count; i++)
    share_country(r, i);
  for (uint32_t i = 0, count = r->mentions.count; i < count; i++) {
    const akt_reference *o = &r->mentions.items[i];
    if (o->type != AKT_ME_OFFICE || o->is_plural || o->title == AKT_NONE ||
        o->chunk == AKT_NONE)
      continue;
    akt_clause c;
    akt_clause_init(&c, r, o->sentence);
    uint32_t before = o->chunk - 1;
    if (o->chunk <= c.begin + 1)
      continue;
    grant g = {AKT_NONE, AKT_NONE};
    if (akt_chunk_word(&c, before, "as") && akt_type_at(&c, before) == AKT_CH_PREPOSITION)
      g = granted(&c, before);
    else if (is_copula(&c, before))
      g.holder = first_mention(&c, akt_subject(&c, before));
    if (g.holder != AKT_NONE)
      give(r, i, &g);
  }
}
