// Mentions to actors, in document order: listed entities, people, names with a
// head noun, offices, bodies of a state, unnamed groups. What the text leaves
// open stays open.
#include "extract/actors.h"

#include "extract/phrase.h"
#include "text/fold.h"

const char *akt_fold_range(akt_reading *r, uint32_t first, uint32_t last) {
  akt_buf buf;
  akt_buf_init(&buf, r->arena);
  for (uint32_t i = first; i < last; i++) {
    uint8_t kind = r->text.tokens.items[i].kind;
    if (kind != AKT_TOKEN_WORD && kind != AKT_TOKEN_NUMBER && kind != AKT_TOKEN_POSSESSIVE)
      continue;
    char folded[AKT_FOLD_MAX];
    size_t len = akt_fold(akt_unit_text(r, i), folded);
    if (buf.len && kind != AKT_TOKEN_POSSESSIVE)
      akt_buf_putc(&buf, ' ');
    akt_buf_add(&buf, folded, len);
  }
  return akt_buf_text(&buf);
}

uint32_t akt_actor_for_key(akt_reading *r, const char *key, uint32_t kind, const char *name) {
  uint32_t known = akt_map_get(&r->actor_by_key, akt_span_of(key));
  if (known != AKT_NONE)
    return known;
  akt_actor actor = {.kind = kind, .name = name, .listed = AKT_NONE, .title = AKT_NONE,
                     .affiliation = AKT_NONE, .head_noun = AKT_NONE, .last_mention = 0};
  known = r->actors.count;
  akt_vec_push(r->arena, &r->actors, actor);
  akt_map_set(&r->actor_by_key, akt_span_of(key), known);
  return known;
}

void akt_actor_add_alias(akt_reading *r, uint32_t actor, akt_span text) {
  akt_actor *a = &r->actors.items[actor];
  if (!text.len || text.len > 120 || akt_span_is(text, a->name))
    return;
  for (uint32_t i = 0; i < a->aliases.count; i++)
    if (akt_span_is(text, a->aliases.items[i]))
      return;
  akt_vec_push(r->arena, &a->aliases, akt_arena_copy(r->arena, text.ptr, text.len));
}

// The phrase without articles and the like, blanks single: a label.
static const char *label_of(akt_reading *r, uint32_t first, uint32_t last) {
  while (first + 1 < last && (r->units.items[first].class == AKT_CL_DETERMINER ||
                              (akt_unit_is(r, first, AKT_EN(TIME_ADJECTIVE)) && r->units.items[first].atom == AKT_NONE) ||
                              r->units.items[first].class == AKT_CL_NUMBER ||
                              r->units.items[first].class == AKT_CL_QUOTE || akt_unit_is(r, first, AKT_EN(HEDGE))))
    first++;
  akt_span text = akt_range_text(r, first, last);
  if (text.len > 100)
    text.len = 100;
  while (text.len && ((unsigned char)text.ptr[text.len] & 0xc0) == 0x80)
    text.len--; // never cut inside a character
  char *label = akt_arena_copy(r->arena, text.ptr, text.len);
  size_t out = 0;
  for (size_t i = 0; i < text.len; i++) {
    bool is_blank = akt_is_blank(label[i]);
    if (!is_blank)
      label[out++] = label[i];
    else if (out && label[out - 1] != ' ')
      label[out++] = ' ';
  }
  label[out] = '\0';
  return label;
}

const char *akt_possessive_label(akt_reading *r, const char *owner, const char *noun) {
  bool ends_in_s = akt_span_ends_with(akt_span_of(owner), "s");
  return akt_arena_printf(r->arena, "%s%s %s", owner, ends_in_s ? "'" : "'s", noun);
}

// ------------------------------------------------------------ by type

static uint32_t resolve_listed(akt_reading *r, const akt_reference *m) {
  const akt_entity *entity = &r->rules->entities.items[m->listed];
  uint32_t actor =
      akt_actor_for_key(r, akt_arena_printf(r->arena, "L:%u", m->listed), entity->kind, entity->name);
  r->actors.items[actor].listed = m->listed;
  r->actors.items[actor].type = AKT_ME_LISTED;
  akt_actor_add_alias(r, actor, akt_range_text(r, m->name_first, m->name_last));
  return actor;
}

static bool is_locative(const akt_reading *r, uint32_t i) {
  return akt_unit_is_word(r, i, "in") || akt_unit_is_word(r, i, "at") || akt_unit_is_word(r, i, "near") ||
         akt_unit_is_word(r, i, "across") || akt_unit_is_word(r, i, "outside");
}

static bool is_reporting_after(const akt_reading *r, uint32_t i) {
  if (i >= r->units.count)
    return false;
  return r->units.items[i].class == AKT_CL_VERB && (akt_lemma_classes(r, i) & AKT_EN(REPORTING));
}

// What kind of thing an unlisted name is, by its company.
static uint32_t judge_kind(const akt_reading *r, const akt_reference *m) {
  const akt_ruleset *rules = r->rules;
  uint32_t words = m->name_last - m->name_first;
  bool has_article = m->first < m->name_first && akt_unit_is_word(r, m->name_first - 1, "the");
  uint32_t previous = m->first > 0 ? m->first - 1 : AKT_NONE;
  if (is_reporting_after(r, m->last) && !has_article)
    return rules->kind_person;
  if (previous != AKT_NONE && is_locative(r, previous) && !has_article)
    return rules->kind_place;
  bool is_owned = m->affiliation != AKT_NONE && m->first < m->name_first;
  if (is_owned) // Tehran's Grand Bazaar
    return previous != AKT_NONE && (akt_unit_is_word(r, previous, "to") || akt_unit_is_word(r, previous, "from"))
               ? rules->kind_place
               : rules->kind_group;
  if (words >= 2 && words <= 6 && !has_article)
    return rules->kind_person;
  return rules->kind_group;
}

static uint32_t resolve_handle(akt_reading *r, const akt_reference *m) {
  akt_span text = akt_range_text(r, m->name_first, m->name_last);
  if (text.len < 4 || text.ptr[0] != '@')
    return AKT_NONE;
  const char *folded = akt_fold_range(r, m->name_first, m->name_last);
  for (uint32_t i = r->actors.count; i-- > 0;) {
    const akt_actor *actor = &r->actors.items[i];
    if (!akt_kind_is(r->rules, actor->kind, r->rules->kind_person))
      continue;
    const char *blank = strrchr(actor->name, ' ');
    char surname[AKT_FOLD_MAX];
    size_t len = akt_fold(akt_span_of(blank ? blank + 1 : actor->name), surname);
    akt_span handle = akt_span_of(folded);
    if (len >= 5 && handle.len >= len && memcmp(handle.ptr + handle.len - len, surname, len) == 0)
      return i;
  }
  return AKT_NONE;
}

// Another mention of the same name may say what it is: "the town of X".
static uint32_t kind_elsewhere(akt_reading *r, uint32_t mention, const char *folded) {
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    if (i == mention || m->type != AKT_ME_NAME || m->kind == AKT_NONE ||
        m->name_last - m->name_first != r->mentions.items[mention].name_last - r->mentions.items[mention].name_first)
      continue;
    if (strcmp(akt_fold_range(r, m->name_first, m->name_last), folded) == 0)
      return m->kind;
  }
  return AKT_NONE;
}

static uint32_t resolve_name(akt_reading *r, uint32_t mention) {
  akt_reference *m = &r->mentions.items[mention];
  uint32_t handle = resolve_handle(r, m);
  if (handle != AKT_NONE)
    return handle;
  const char *folded = akt_fold_range(r, m->name_first, m->name_last);
  const char *key = akt_arena_printf(r->arena, "N:%s", folded);
  uint32_t known = akt_map_get(&r->actor_by_key, akt_span_of(key));
  if (known != AKT_NONE)
    return known;
  bool could_be_person = m->kind == AKT_NONE || akt_kind_is(r->rules, m->kind, r->rules->kind_person);
  if (could_be_person) {
    uint32_t person = akt_find_person(r, akt_span_of(folded));
    if (person != AKT_NONE)
      return akt_resolve_person(r, mention);
  }
  if (m->kind == AKT_NONE)
    m->kind = kind_elsewhere(r, mention, folded);
  if (m->kind == AKT_NONE)
    m->kind = judge_kind(r, m);
  if (akt_kind_is(r->rules, m->kind, r->rules->kind_person))
    return akt_resolve_person(r, mention);
  uint32_t actor = akt_actor_for_key(r, key, m->kind, label_of(r, m->name_first, m->name_last));
  r->actors.items[actor].type = AKT_ME_NAME;
  return actor;
}

// ---- names with a head noun

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
  bool is_group = akt_kind_is(r->rules, m->kind, r->rules->kind_group) || akt_kind_is(r->rules, m->kind, r->rules->kind_place);
  return !is_group && head_group(r, m->head_noun) != AKT_NONE &&
         head_group(r, m->head_noun) == head_group(r, actor->head_noun);
}

// Whether a word of the mention's own name occurs in the actor's name.
static bool shares_name(const akt_reading *r, const akt_actor *actor, const akt_reference *m) {
  for (uint32_t i = m->first; i < m->last; i++) {
    if (r->units.items[i].atom == AKT_NONE)
      continue;
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

static uint32_t resolve_headed(akt_reading *r, uint32_t mention) {
  akt_reference *m = &r->mentions.items[mention];
  bool is_named = has_capital_name(r, m) || m->place != AKT_NONE;
  uint32_t actor = known_headed(r, m, is_named);
  bool is_proper = r->units.items[m->name_first].atom != AKT_NONE &&
                   r->atoms.items[r->units.items[m->name_first].atom].type == AKT_ATOM_CAPITALS;
  bool is_party = akt_kind_is(r->rules, m->kind, r->rules->kind_group) || akt_kind_is(r->rules, m->kind, r->rules->kind_place);
  if (actor == AKT_NONE && !is_named && (is_party || m->is_plural))
    return AKT_NONE;
  const char *label = is_proper ? label_of(r, m->name_first, m->name_last) : label_of(r, m->first, m->last);
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
    r->actors.items[actor].name = label_of(r, m->first, m->last);
    r->actors.items[actor].is_unnamed = r->actors.items[actor].is_document_bound = false;
  }
  akt_span seen = akt_range_text(r, m->name_first, m->name_last);
  akt_actor_add_alias(r, actor, seen);
  return actor;
}

// ---- offices, bodies, unnamed groups

static bool is_spokesperson(const akt_reading *r, const akt_reference *m) {
  return m->head_noun != AKT_NONE &&
         akt_span_starts_with(akt_intern_text(&r->rules->words_text, m->head_noun), "spokes");
}

static uint32_t resolve_office(akt_reading *r, uint32_t mention) {
  akt_reference *m = &r->mentions.items[mention];
  uint32_t body = m->affiliation == AKT_NONE ? AKT_NONE : akt_resolve_mention(r, m->affiliation);
  uint32_t holder = akt_find_office_holder(r, mention);
  if (holder != AKT_NONE)
    return holder;
  m = &r->mentions.items[mention];
  if (body == AKT_NONE)
    return AKT_NONE;
  if (is_spokesperson(r, m) || m->is_plural)
    return body; // whoever speaks for it unnamed, it is its word
  const char *title = label_of(r, m->title_first, m->title_last);
  const char *name = akt_possessive_label(r, r->actors.items[body].name, title);
  const char *key = akt_arena_printf(r->arena, "O:%u:%s", body, akt_fold_range(r, m->title_first, m->title_last));
  uint32_t actor = akt_actor_for_key(r, key, m->kind, name);
  akt_actor *a = &r->actors.items[actor];
  a->type = AKT_ME_OFFICE;
  akt_actor_add_alias(r, actor, akt_range_text(r, m->first, m->last));
  return actor;
}

// "South Korea's military" where the rules list "South Korean military".
static uint32_t listed_body(akt_reading *r, uint32_t country, const char *noun) {
  const akt_ruleset *rules = r->rules;
  for (uint32_t i = 0; country != AKT_NONE && i < rules->names.count; i++) {
    const akt_name *n = &rules->names.items[i];
    if (n->type != AKT_NAME_ADJECTIVE || n->value != country || n->is_plural)
      continue;
    uint32_t entity = akt_map_get(&rules->entity_by_name, akt_span_of(akt_arena_printf(r->arena, "%s %s", n->text, noun)));
    if (entity != AKT_NONE)
      return entity;
  }
  return AKT_NONE;
}

static uint32_t resolve_body(akt_reading *r, uint32_t mention) {
  akt_reference *m = &r->mentions.items[mention];
  uint32_t body = m->affiliation == AKT_NONE ? AKT_NONE : akt_resolve_mention(r, m->affiliation);
  if (body == AKT_NONE)
    return AKT_NONE;
  m = &r->mentions.items[mention];
  const akt_reference *of = &r->mentions.items[m->affiliation];
  uint32_t first = of->last <= m->first || of->first >= m->last ? m->first : of->last;
  if (first < m->last && r->units.items[first].class == AKT_CL_POSSESSIVE)
    first++;
  uint32_t last = m->last;
  if (of->first > first && of->first < last) { // army of Sudan
    last = of->first;
    while (last > first + 1 && r->units.items[last - 1].class != AKT_CL_NOUN)
      last--;
  }
  if (first >= last)
    return body;
  const char *noun = label_of(r, first, last);
  uint32_t listed = listed_body(r, r->actors.items[body].listed, noun);
  if (listed != AKT_NONE) {
    m->listed = listed;
    return resolve_listed(r, m);
  }
  const char *name = akt_possessive_label(r, r->actors.items[body].name, noun);
  char folded[AKT_FOLD_MAX];
  size_t len = akt_fold(akt_span_of(noun), folded);
  const char *key = akt_arena_printf(r->arena, "B:%u:%s", body, akt_arena_copy(r->arena, folded, len));
  uint32_t actor = akt_actor_for_key(r, key, m->kind, name);
  akt_actor *a = &r->actors.items[actor];
  a->type = AKT_ME_BODY;
  a->affiliation = body;
  a->head_noun = m->head_noun;
  akt_actor_add_alias(r, actor, akt_range_text(r, m->first, m->last));
  return actor;
}

// "the army" for a listed group that this text calls "Sudan's army".
static bool ends_with_noun(const akt_reading *r, const akt_actor *a, const akt_reference *m) {
  if (a->type != AKT_ME_LISTED || m->head_noun == AKT_NONE || !akt_kind_is(r->rules, a->kind, r->rules->kind_group))
    return false;
  akt_span noun = akt_intern_text(&r->rules->words_text, m->head_noun);
  const char *last = strrchr(a->name, ' ');
  if (last && akt_same_word(last + 1, noun.ptr))
    return true;
  for (uint32_t i = 0; i < a->aliases.count; i++) {
    last = strrchr(a->aliases.items[i], ' ');
    if (last && akt_same_word(last + 1, noun.ptr))
      return true;
  }
  return false;
}

// "his Iranian counterpart": the one official of that country in this text.
static uint32_t resolve_counterpart(akt_reading *r, const akt_reference *m) {
  uint32_t country = m->affiliation == AKT_NONE ? AKT_NONE : akt_resolve_mention(r, m->affiliation);
  uint32_t found = AKT_NONE;
  for (uint32_t i = 0; i < r->actors.count; i++) {
    const akt_actor *a = &r->actors.items[i];
    bool fits = akt_kind_is(r->rules, a->kind, r->rules->kind_person) && a->type != AKT_ME_OFFICE &&
                (a->affiliation == country || akt_listed_for(r, a, country));
    if (!fits)
      continue;
    if (found != AKT_NONE)
      return AKT_NONE;
    found = i;
  }
  return country == AKT_NONE ? AKT_NONE : found;
}

// "the group", "the movement", "the company": the group named last before it,
// in this sentence or the one before.
static uint32_t last_group(akt_reading *r, uint32_t mention) {
  static const char *const nouns[] = {"group", "movement", "organisation", "organization", "company", "party", "alliance",
                                      "bloc", "militia", "front", "firm", "agency", "union", "faction", "cartel"};
  const akt_reference *m = &r->mentions.items[mention];
  if (m->head_noun == AKT_NONE)
    return AKT_NONE;
  akt_span head = akt_intern_text(&r->rules->words_text, m->head_noun);
  bool is_such = false;
  for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
    is_such |= akt_span_is(head, nouns[i]);
  for (uint32_t i = mention; is_such && i-- > 0;) {
    const akt_reference *other = &r->mentions.items[i];
    if (other->sentence + 1 < m->sentence)
      break;
    bool is_named = other->type == AKT_ME_LISTED || other->type == AKT_ME_NAME || other->type == AKT_ME_HEADED;
    if (is_named && other->entity != AKT_NONE && !other->stands_for &&
        akt_kind_is(r->rules, r->actors.items[other->entity].kind, r->rules->kind_group))
      return other->entity;
  }
  return AKT_NONE;
}

// "the army" after "Sudan's army"; otherwise an actor of this document.
static uint32_t resolve_generic(akt_reading *r, uint32_t mention) {
  akt_reference *m = &r->mentions.items[mention];
  bool is_counterpart = m->head_noun != AKT_NONE && (r->rules->words.items[m->head_noun].classes & AKT_EN(HOLD_TITLE));
  if (is_counterpart)
    return resolve_counterpart(r, m);
  if (m->affiliation != AKT_NONE)
    akt_resolve_mention(r, m->affiliation);
  m = &r->mentions.items[mention];
  if (m->is_definite && m->affiliation == AKT_NONE)
    for (uint32_t i = r->actors.count; i-- > 0;) {
      const akt_actor *a = &r->actors.items[i];
      if ((a->type == AKT_ME_BODY && a->head_noun == m->head_noun) || (!m->is_plural && ends_with_noun(r, a, m)))
        return i;
    }
  if (m->head_noun != AKT_NONE && akt_span_starts_with(akt_intern_text(&r->rules->words_text, m->head_noun), "side") && m->affiliation == AKT_NONE)
    return AKT_NONE; // "both sides" are somebody, or nobody: see pronoun.c
  uint32_t group = m->is_definite && m->affiliation == AKT_NONE && !m->is_plural ? last_group(r, mention) : AKT_NONE;
  if (group != AKT_NONE)
    return group;
  bool is_some_government = m->is_definite && m->affiliation == AKT_NONE && !m->is_plural && m->head_noun != AKT_NONE &&
                            (r->rules->words.items[m->head_noun].classes & AKT_EN(GOVERNMENT_NOUN));
  if (is_some_government)
    return AKT_NONE; // "the regime": whose, the text does not say here
  const char *label = label_of(r, m->first, m->last);
  char folded[AKT_FOLD_MAX];
  size_t len = akt_fold(akt_span_of(label), folded);
  const char *key = akt_arena_printf(r->arena, "G:%s", akt_arena_copy(r->arena, folded, len));
  uint32_t actor = akt_actor_for_key(r, key, m->kind, label);
  akt_actor *a = &r->actors.items[actor];
  a->type = AKT_ME_GENERIC;
  a->is_plural = m->is_plural;
  a->is_document_bound = true;
  if (m->affiliation != AKT_NONE)
    a->affiliation = r->mentions.items[m->affiliation].entity;
  return actor;
}

// ------------------------------------------------------------ all

static uint32_t resolve_by_type(akt_reading *r, uint32_t mention) {
  akt_reference *m = &r->mentions.items[mention];
  switch ((akt_mention_type)m->type) {
  case AKT_ME_LISTED:
    return resolve_listed(r, m);
  case AKT_ME_PERSON:
    return akt_resolve_person(r, mention);
  case AKT_ME_NAME:
    return resolve_name(r, mention);
  case AKT_ME_HEADED:
    return resolve_headed(r, mention);
  case AKT_ME_OFFICE:
    return resolve_office(r, mention);
  case AKT_ME_BODY:
    return resolve_body(r, mention);
  case AKT_ME_GENERIC:
    return resolve_generic(r, mention);
  case AKT_ME_PRONOUN:
  case AKT_ME_THING:
    return AKT_NONE;
  }
  return AKT_NONE;
}

static void note_facts(akt_reading *r, uint32_t mention, uint32_t actor) {
  const akt_reference *m = &r->mentions.items[mention];
  akt_actor *a = &r->actors.items[actor];
  a->last_mention = mention;
  a->mention_count++;
  if (m->gender && !a->gender && m->type != AKT_ME_PRONOUN)
    a->gender = m->gender;
  if (m->title == AKT_NONE || m->type == AKT_ME_LISTED)
    if (m->title == AKT_NONE)
      return;
  if (!m->is_former) {
    a->title = m->title;
    if (!a->role) {
      akt_span role = akt_range_text(r, m->title_first, m->title_last);
      a->role = akt_arena_copy(r->arena, role.ptr, role.len);
    }
  }
  if (m->affiliation != AKT_NONE && r->mentions.items[m->affiliation].entity != AKT_NONE &&
      r->mentions.items[m->affiliation].entity != actor && !m->is_former && a->affiliation == AKT_NONE)
    a->affiliation = r->mentions.items[m->affiliation].entity;
}

uint32_t akt_resolve_mention(akt_reading *r, uint32_t mention) {
  akt_reference *m = &r->mentions.items[mention];
  if (m->entity != AKT_NONE)
    return m->entity;
  uint32_t same = m->same_as;
  if (same != AKT_NONE && same != mention) {
    m->same_as = AKT_NONE; // a ring of appositions must end
    uint32_t actor = akt_resolve_mention(r, same);
    m = &r->mentions.items[mention];
    m->same_as = same;
    m->entity = actor;
    if (actor != AKT_NONE && m->chunk == AKT_NONE) // an acronym in brackets
      akt_actor_add_alias(r, actor, akt_range_text(r, m->name_first, m->name_last));
    if (actor != AKT_NONE && m->chunk == AKT_NONE) {
      const char *folded = akt_fold_range(r, m->name_first, m->name_last);
      akt_map_add(&r->actor_by_key, akt_span_of(akt_arena_printf(r->arena, "N:%s", folded)), actor);
    }
    return actor;
  }
  if (m->affiliation != AKT_NONE && m->affiliation != mention)
    akt_resolve_mention(r, m->affiliation);
  uint32_t actor = resolve_by_type(r, mention);
  r->mentions.items[mention].entity = actor;
  if (actor != AKT_NONE)
    note_facts(r, mention, actor);
  return actor;
}

// Full names first, so that a headline's surname finds its person.
static bool is_full_name(const akt_reading *r, const akt_reference *m) {
  bool is_person = akt_kind_is(r->rules, m->kind, r->rules->kind_person);
  return is_person && m->same_as == AKT_NONE &&
         (m->type == AKT_ME_LISTED || (m->type == AKT_ME_PERSON && m->name_last - m->name_first > 1));
}

// "President Trump" before a bare "Trump", wherever they stand.
static bool is_titled_name(const akt_reading *r, const akt_reference *m) {
  return m->type == AKT_ME_PERSON && m->title != AKT_NONE && m->same_as == AKT_NONE && r;
}

void akt_read_actors(akt_reading *r) {
  akt_map_init(&r->actor_by_key, r->arena);
  for (uint32_t i = 0; i < r->mentions.count; i++)
    if (is_full_name(r, &r->mentions.items[i]))
      akt_resolve_mention(r, i);
  for (uint32_t i = 0; i < r->mentions.count; i++) // acronyms, before the text uses them
    if (r->mentions.items[i].chunk == AKT_NONE && r->mentions.items[i].same_as != AKT_NONE)
      akt_resolve_mention(r, i);
  for (uint32_t i = 0; i < r->mentions.count; i++)
    if (is_titled_name(r, &r->mentions.items[i]))
      akt_resolve_mention(r, i);
  for (uint32_t i = 0; i < r->actors.count; i++)
    r->actors.items[i].last_mention = 0;
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    uint32_t actor = akt_resolve_mention(r, i);
    if (actor != AKT_NONE)
      r->actors.items[actor].last_mention = i; // recency in document order
  }
}
