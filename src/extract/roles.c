// Who holds what office for whom: from titles in the text, and for listed people
// from their dated roles.
#include "extract/statements.h"

#include "text/fold.h"

static void add_role(akt_reading *r, uint32_t holder, uint32_t of, uint32_t relation, const char *rule,
                     uint32_t first, uint32_t last, bool is_former) {
  const akt_reference *m = &r->mentions.items[holder];
  if (r->mentions.items[of].entity == AKT_NONE || r->mentions.items[of].entity == m->entity)
    return;
  const akt_relation *rel = &r->rules->relations.items[relation];
  const char *label = is_former ? akt_arena_printf(r->arena, "formerly %s", rel->label) : rel->label;
  akt_statement s = {.source = holder, .target = of, .frame = AKT_NONE, .relation = relation, .label = label,
                     .rule = rule, .plover = rel->plover, .cameo = rel->cameo, .tone = rel->tone,
                     .sentence = m->sentence, .chunk = m->chunk, .trigger_first = first, .trigger_last = last,
                     .speaker = AKT_NONE};
  akt_vec_push(r->arena, &r->statements, s);
}

static bool is_person(const akt_reading *r, const akt_reference *m) {
  return m->entity != AKT_NONE && akt_kind_is(r->rules, r->actors.items[m->entity].kind, r->rules->kind_person);
}

// A calling that makes its holder a plain person (editor, rebel leader, member)
// ties him to a body, never to a state: the China editor is not China's.
static uint32_t relation_with(const akt_ruleset *rules, const akt_title *title, uint32_t kind) {
  if (akt_kind_is(rules, kind, rules->kind_group))
    return title->of_body;
  return title->kind == rules->kind_person ? AKT_NONE : title->relation;
}

// "the army chief": an office whose holder is known by it alone also holds it.
static void state_title(akt_reading *r, uint32_t mention) {
  const akt_reference *m = &r->mentions.items[mention];
  if (m->title == AKT_NONE || m->affiliation == AKT_NONE || !is_person(r, m))
    return;
  const akt_title *title = &r->rules->titles.items[m->title];
  uint32_t relation = relation_with(r->rules, title, r->mentions.items[m->affiliation].kind);
  if (relation != AKT_NONE)
    add_role(r, mention, m->affiliation, relation, title->rule, m->title_first, m->title_last, m->is_former);
}

static bool is_current(const akt_role *role, const char *date) {
  return (!role->from || strcmp(role->from, date) <= 0) && (!role->to || strcmp(date, role->to) <= 0);
}

static const akt_title *title_named(const akt_ruleset *rules, const char *text) {
  for (uint32_t i = 0; i < rules->titles.count; i++)
    if (akt_same_word(rules->titles.items[i].text, text))
      return &rules->titles.items[i];
  return NULL;
}

// The role on the document's date; without a date the latest one.
static const akt_role *role_at(const akt_reading *r, const akt_entity *entity) {
  const akt_role *best = NULL;
  for (uint32_t i = 0; i < entity->role_count; i++) {
    const akt_role *role = &r->rules->roles.items[entity->first_role + i];
    if (r->document_date && !is_current(role, r->document_date))
      continue;
    bool is_later = !best || (role->from && (!best->from || strcmp(role->from, best->from) > 0));
    if (is_later)
      best = role;
  }
  return best;
}

static uint32_t first_relation(const akt_ruleset *rules) {
  for (uint32_t i = 0; i < rules->titles.count; i++)
    if (rules->titles.items[i].relation != AKT_NONE)
      return rules->titles.items[i].relation;
  return AKT_NONE;
}

// A listed person's role holds for the whole document: one statement, proved by
// the first mention, by the line that lists it.
static void state_listed(akt_reading *r, uint32_t mention, uint32_t listed) {
  const akt_entity *entity = &r->rules->entities.items[listed];
  const akt_reference *m = &r->mentions.items[mention];
  const akt_role *role = role_at(r, entity);
  if (!role)
    return;
  const akt_title *title = title_named(r->rules, role->title);
  uint32_t relation = title ? relation_with(r->rules, title, r->rules->entities.items[role->of].kind) : AKT_NONE;
  if (relation == AKT_NONE)
    relation = first_relation(r->rules);
  const char *key = akt_arena_printf(r->arena, "L:%u", role->of);
  uint32_t known = akt_map_get(&r->actor_by_key, akt_span_of(key));
  if (relation == AKT_NONE || known == AKT_NONE)
    return; // only where the document names the body as well
  akt_reference of = *m;
  of.type = AKT_ME_LISTED;
  of.listed = role->of;
  of.kind = r->rules->entities.items[role->of].kind;
  of.title = of.affiliation = of.same_as = AKT_NONE;
  of.stands_for = true;
  of.entity = known;
  uint32_t first = m->name_first, last = m->name_last;
  akt_vec_push(r->arena, &r->mentions, of);
  akt_actor *actor = &r->actors.items[r->mentions.items[mention].entity];
  if (!actor->role)
    actor->role = role->title;
  if (actor->affiliation == AKT_NONE)
    actor->affiliation = known;
  add_role(r, mention, r->mentions.count - 1, relation, role->rule, first, last, false);
}

void akt_state_roles(akt_reading *r) {
  uint32_t count = r->mentions.count;
  for (uint32_t i = 0; i < count; i++)
    state_title(r, i);
  bool *is_done = akt_arena_zalloc(r->arena, r->actors.count + 1);
  for (uint32_t i = 0; i < count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    if (m->entity == AKT_NONE || is_done[m->entity] || r->actors.items[m->entity].listed == AKT_NONE ||
        m->type == AKT_ME_PRONOUN || m->type == AKT_ME_OFFICE)
      continue;
    is_done[m->entity] = true;
    if (r->actors.items[m->entity].affiliation == AKT_NONE)
      state_listed(r, i, r->actors.items[m->entity].listed);
  }
}
