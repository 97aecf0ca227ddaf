// Who holds what office for whom: from titles in the text, and for listed people
// from their dated roles.
#include "extract/roles.h"

#include "extract/actors.h"
#include "extract/statements.h"
#include "text/fold.h"

void akt_add_role(akt_reading *r, uint32_t holder, uint32_t of, uint32_t relation,
                  const char *rule, uint32_t first, uint32_t last, bool is_former) {
  const akt_reference *m = &r->mentions.items[holder];
  if (r->mentions.items[of].entity == AKT_NONE || r->mentions.items[of].entity == m->entity)
    return;
  const akt_relation *rel = &r->rules->relations.items[relation];
  const char *label =
      is_former ? akt_arena_printf(r->arena, "formerly %s", rel->label) : rel->label;
  akt_statement s = {.source = holder,
                     .target = of,
                     .frame = AKT_NONE,
                     .relation = relation,
                     .label = label,
                     .rule = rule,
                     .plover = rel->plover,
                     .cameo = rel->cameo,
                     .tone = rel->tone,
                     .sentence = m->sentence,
                     .chunk = m->chunk,
                     .trigger_first = first,
                     .trigger_last = last,
                     .speaker = AKT_NONE};
  akt_vec_push(r->arena, &r->statements, s);
}

// A calling that makes its holder a plain person (editor, rebel leader, member)
// ties him to a body, never to a state: the China editor is not China's.
static uint32_t relation_with(const akt_ruleset *rules, const akt_title *title, uint32_t kind) {
  if (akt_kind_is(rules, kind, rules->kind_group))
    return title->of_body;
  if (akt_kind_is(rules, kind, rules->kind_person))
    return title->relation; // X's lawyer
  return title->kind == rules->kind_person ? AKT_NONE : title->relation;
}

// Libya's renegade general: of Libya, and against it.
static bool is_renegade(const akt_reading *r, const akt_reference *m) {
  return m->title_first > 0 && akt_unit_in(r, m->title_first - 1, AKT_SET_RENEGADE);
}

// "the army chief": an office whose holder is known by it alone also holds it.
static void state_title(akt_reading *r, uint32_t mention) {
  const akt_reference *m = &r->mentions.items[mention];
  if (m->title == AKT_NONE || m->affiliation == AKT_NONE || !akt_is_person(r, m) ||
      is_renegade(r, m))
    return;
  const akt_title *title = &r->rules->titles.items[m->title];
  const akt_reference *of = &r->mentions.items[m->affiliation];
  uint32_t kind = of->entity == AKT_NONE ? of->kind : r->actors.items[of->entity].kind;
  uint32_t relation = relation_with(r->rules, title, kind);
  bool is_known = strcmp(title->text, "leader") == 0 && of->entity != AKT_NONE && // see below
                  akt_kind_is(r->rules, kind, r->rules->kind_country) &&
                  akt_listed_for(r, &r->actors.items[m->entity], of->entity);
  if (relation != AKT_NONE && !is_known)
    akt_add_role(r, mention, m->affiliation, relation, title->rule, m->title_first,
                 m->title_last, m->is_former);
}

static bool is_current(const akt_role *role, const char *date) {
  return (!role->from || strcmp(role->from, date) <= 0) &&
         (!role->to || strcmp(date, role->to) <= 0);
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
    bool is_later =
        !best || (role->from && (!best->from || strcmp(role->from, best->from) > 0));
    if (is_later)
      best = role;
  }
  return best;
}

uint32_t akt_first_role(const akt_ruleset *rules) {
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
  uint32_t relation =
      title ? relation_with(r->rules, title, r->rules->entities.items[role->of].kind)
            : AKT_NONE;
  if (relation == AKT_NONE)
    relation = akt_first_role(r->rules);
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
  akt_add_role(r, mention, r->mentions.count - 1, relation, role->rule, first, last, false);
}

// Iran-backed X, Pakistan-based X, US-led X: the second half is a verb of some
// frame, the first its agent; or the predicate of one, the first its place.
static uint32_t compound_frame(const akt_reading *r, akt_span suffix, bool *is_predicate) {
  char folded[AKT_FOLD_MAX];
  size_t len = akt_fold(suffix, folded);
  uint32_t word = akt_ruleset_word(r->rules, (akt_span){folded, len});
  if (word == AKT_NONE)
    return AKT_NONE;
  const akt_triggers *nouns = &r->rules->noun_triggers.items[word];
  for (uint32_t i = 0; i < nouns->count; i++)
    if (r->rules->frames.items[nouns->items[i].frame].shape == AKT_FRAME_COPULA) {
      *is_predicate = true;
      return nouns->items[i].frame;
    }
  uint32_t lemma = r->rules->words.items[word].verb[0].lemma;
  const akt_triggers *verbs = lemma == AKT_NONE ? NULL : &r->rules->verb_triggers.items[lemma];
  for (uint32_t i = 0; verbs && i < verbs->count; i++) {
    const akt_frame *frame = &r->rules->frames.items[verbs->items[i].frame];
    bool is_plain = frame->steps.count == 1 && frame->steps.items[0].kind == AKT_STEP_SLOT &&
                    frame->steps.items[0].slot.use == AKT_USE_TARGET &&
                    frame->role == AKT_FRAME_ASSERTS &&
                    verbs->items[i].particles[0] == AKT_NONE;
    if (is_plain)
      return verbs->items[i].frame;
  }
  return AKT_NONE;
}

static void state_compound(akt_reading *r, const akt_chunk *np, uint32_t sentence) {
  if (np->type != AKT_CH_NP || np->mention == AKT_NONE)
    return;
  for (uint32_t t = np->first; t < np->last; t++) {
    uint32_t a = r->units.items[t].atom;
    if (a == AKT_NONE || !r->atoms.items[a].compound)
      continue;
    akt_span text = akt_unit_text(r, t);
    size_t cut = r->atoms.items[a].compound;
    bool is_predicate = false;
    uint32_t number =
        compound_frame(r, (akt_span){text.ptr + cut, text.len - cut}, &is_predicate);
    uint32_t first = AKT_NONE;
    for (uint32_t m = 0; m < r->mentions.count && first == AKT_NONE; m++)
      if (r->mentions.items[m].name_first == t && r->mentions.items[m].name_last == t + 1 &&
          m != np->mention)
        first = m;
    if (number == AKT_NONE || first == AKT_NONE || // US-backed Syrian rebels are not Syria
        r->mentions.items[np->mention].stands_for ||
        r->mentions.items[np->mention].entity == AKT_NONE ||
        r->mentions.items[first].entity == AKT_NONE ||
        r->mentions.items[np->mention].entity == r->mentions.items[first].entity)
      continue;
    if (is_predicate && r->mentions.items[np->mention].type == AKT_ME_GENERIC)
      continue; // "Pakistan-based groups": where, but not who
    const akt_frame *frame = &r->rules->frames.items[number];
    akt_slot source = akt_subject_slot(frame);
    if (!akt_slot_takes(r, &source, is_predicate ? np->mention : first))
      continue;
    akt_statement s = {.source = is_predicate ? np->mention : first,
                       .target = is_predicate ? first : np->mention,
                       .frame = number,
                       .relation = frame->relation,
                       .label = frame->label,
                       .rule = frame->rule,
                       .plover = frame->plover,
                       .cameo = frame->cameo,
                       .tone = frame->tone,
                       .sentence = sentence,
                       .chunk = AKT_NONE,
                       .trigger_first = t,
                       .trigger_last = t + 1,
                       .speaker = AKT_NONE};
    akt_vec_push(r->arena, &r->statements, s);
  }
}

// "the leaders of X, including A and B"
static void state_examples(akt_reading *r) {
  for (uint32_t i = 0, count = r->mentions.count; i < count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    if (m->type != AKT_ME_OFFICE || !m->is_plural || m->affiliation == AKT_NONE ||
        m->chunk == AKT_NONE || m->title == AKT_NONE ||
        r->rules->titles.items[m->title].relation == AKT_NONE)
      continue;
    akt_clause c;
    akt_clause_init(&c, r, m->sentence);
    akt_members list = akt_list_right(&c, m->chunk);
    for (uint32_t k = 1; k < list.count; k++) {
      uint32_t member = akt_chunk_at(&c, list.items[k])->mention;
      if (member != AKT_NONE && akt_is_person(r, &r->mentions.items[member]))
        akt_add_role(r, member, r->mentions.items[i].affiliation, akt_first_role(r->rules),
                     r->mentions.items[i].rule, r->mentions.items[i].title_first,
                     r->mentions.items[i].title_last, false);
    }
  }
}

static void state_compounds(akt_reading *r) {
  for (uint32_t s = 0; s < r->text.sentences.count; s++)
    for (uint32_t c = r->sentence_chunks.items[s]; c < r->sentence_chunks.items[s + 1]; c++)
      state_compound(r, &r->chunks.items[c], s);
}

// "X worked at the agency and was its director": a person's predicate is of the body
// named last, since the subject is no body.
static uint32_t body_before(const akt_clause *c, uint32_t np) {
  bool is_predicate = np > c->begin && akt_is_verb(c, np - 1) &&
                      akt_chunk_at(c, np - 1)->has_be &&
                      akt_chunk_at(c, np - 1)->main == AKT_NONE;
  for (uint32_t i = np; is_predicate && i-- > c->begin;) {
    uint32_t m = akt_is_np(c, i) ? akt_chunk_at(c, i)->mention : AKT_NONE;
    const akt_reference *of = m == AKT_NONE ? NULL : &c->r->mentions.items[m];
    if (of && of->entity != AKT_NONE && of->type != AKT_ME_GENERIC &&
        akt_kind_is(c->r->rules, of->kind, c->r->rules->kind_group))
      return m;
  }
  return AKT_NONE;
}

static bool is_verb_against_guests(const akt_reading *r, const akt_statement *s) {
  for (uint32_t t = s->trigger_first; t < s->trigger_last; t++)
    if (akt_word_in(r, r->units.items[t].lemma, AKT_SET_TURNING_OUT))
      return true;
  return false;
}

// "accused France and expelled its ambassador, X": nobody expels his own envoy.
static bool is_turned_out(const akt_reading *r, uint32_t holder, uint32_t of) {
  for (uint32_t i = r->statements.count; i-- > 0;) {
    const akt_statement *s = &r->statements.items[i];
    if (s->sentence == r->mentions.items[holder].sentence && is_verb_against_guests(r, s) &&
        r->mentions.items[s->target].entity == r->mentions.items[holder].entity &&
        r->mentions.items[s->source].entity == r->mentions.items[of].entity)
      return true;
  }
  return false;
}

// "Its prime minister, X, said": whose, the pronoun says.
static void state_possessed(akt_reading *r) {
  for (uint32_t i = 0, count = r->mentions.count; i < count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    bool is_open = m->title != AKT_NONE && m->affiliation == AKT_NONE && m->chunk != AKT_NONE &&
                   akt_is_person(r, m);
    if (!is_open || !r->chunks.items[m->chunk].possessive)
      continue;
    uint32_t relation = r->rules->titles.items[m->title].relation;
    if (relation == AKT_NONE)
      continue;
    akt_clause c;
    akt_clause_init(&c, r, m->sentence);
    akt_ends ends = {.count = 0};
    uint8_t pronoun = r->chunks.items[m->chunk].possessive;
    akt_members list = akt_list_left(&c, m->chunk);
    uint32_t beside =
        list.count < 2 ? AKT_NONE : akt_chunk_at(&c, list.items[list.count - 2])->mention;
    bool is_office = r->rules->titles.items[m->title].kind != r->rules->kind_person;
    bool is_beside = is_office && pronoun != AKT_PRO_THING && pronoun != AKT_PRO_PLURAL &&
                     beside != AKT_NONE && akt_is_person(r, &r->mentions.items[beside]);
    uint32_t body = pronoun == AKT_PRO_THING ? body_before(&c, m->chunk) : AKT_NONE;
    if (is_beside)
      akt_add_end(&ends, beside); // met President X and his foreign minister
    else if (body != AKT_NONE)
      akt_add_end(&ends, body);
    else
      akt_antecedents(&c, m->chunk, pronoun, &ends);
    for (uint32_t k = 0; k < ends.count; k++) {
      uint32_t person =
          akt_is_person(r, &r->mentions.items[ends.items[k]]) ? ends.items[k] : AKT_NONE;
      bool is_his = person != AKT_NONE && // his lawyer
                    r->rules->titles.items[m->title].kind == r->rules->kind_person;
      if (person != AKT_NONE && !is_his)
        ends.items[k] = akt_country_served(r, person); // his foreign minister
      if (ends.items[k] == AKT_NONE && person != AKT_NONE && akt_is_spokesperson(r, m))
        ends.items[k] = person; // his spokeswoman
      if (ends.items[k] == AKT_NONE || is_turned_out(r, i, ends.items[k]))
        continue;
      akt_add_role(r, i, ends.items[k], relation, r->mentions.items[i].rule,
                   r->mentions.items[i].title_first, r->mentions.items[i].title_last, false);
      akt_actor *a = &r->actors.items[r->mentions.items[i].entity];
      if (a->affiliation == AKT_NONE)
        a->affiliation = r->mentions.items[ends.items[k]].entity;
    }
  }
}

// "his Iranian counterpart", who is X: X speaks for Iran.
static void state_counterparts(akt_reading *r) {
  for (uint32_t i = 0, count = r->mentions.count; i < count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    uint32_t noun = m->type == AKT_ME_GENERIC ? m->last - 1
                    : m->name_first > 0       ? m->name_first - 1
                                              : 0;
    if (r->units.items[noun].class == AKT_CL_COMMA && noun > 0)
      noun--; // counterpart, X
    bool is_counterpart = m->affiliation != AKT_NONE && m->title == AKT_NONE &&
                          akt_is_person(r, m) && akt_unit_is_word(r, noun, "counterpart");
    if (is_counterpart)
      akt_add_role(r, i, m->affiliation, akt_first_role(r->rules), m->rule, m->first, m->last,
                   false);
  }
}

// The BBC's James Landale: a body's person without a title.
static void state_owned(akt_reading *r) {
  for (uint32_t i = 0, count = r->mentions.count; i < count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    if (m->title != AKT_NONE || m->affiliation == AKT_NONE || m->type == AKT_ME_GENERIC ||
        m->type == AKT_ME_OFFICE || !akt_is_person(r, m) || m->name_first == 0 ||
        r->units.items[m->name_first - 1].class != AKT_CL_POSSESSIVE)
      continue;
    const akt_reference *of = &r->mentions.items[m->affiliation];
    if (akt_kind_is(r->rules, of->kind, r->rules->kind_group))
      akt_add_role(r, i, m->affiliation, akt_first_role(r->rules), of->rule, m->first,
                   m->name_first, false);
  }
}

// "The Peruvian leader" says less of a listed president than his role does.
static bool is_only_leader(const akt_reading *r, uint32_t actor) {
  const akt_actor *a = &r->actors.items[actor];
  for (uint32_t i = 0; i < r->statements.count; i++) {
    const akt_statement *s = &r->statements.items[i];
    if (s->frame == AKT_NONE && r->mentions.items[s->source].entity == actor)
      return false;
  }
  return akt_listed_for(r, a, a->affiliation);
}

void akt_state_roles(akt_reading *r) {
  akt_grant_offices(r);
  state_owned(r);
  state_counterparts(r);
  state_possessed(r);
  state_compounds(r);
  state_examples(r);
  uint32_t count = r->mentions.count;
  for (uint32_t i = 0; i < count; i++)
    state_title(r, i);
  akt_state_home(r);
  bool *is_done = akt_arena_zalloc(r->arena, r->actors.count + 1);
  for (uint32_t i = 0; i < count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    if (m->entity == AKT_NONE || is_done[m->entity] ||
        r->actors.items[m->entity].listed == AKT_NONE || m->type == AKT_ME_PRONOUN ||
        m->type == AKT_ME_OFFICE)
      continue;
    is_done[m->entity] = true;
    if (r->actors.items[m->entity].affiliation == AKT_NONE || is_only_leader(r, m->entity))
      state_listed(r, i, r->actors.items[m->entity].listed);
  }
}
