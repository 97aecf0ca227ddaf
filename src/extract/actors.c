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
  akt_actor actor = {.kind = kind,
                     .name = name,
                     .listed = AKT_NONE,
                     .title = AKT_NONE,
                     .affiliation = AKT_NONE,
                     .head_noun = AKT_NONE,
                     .last_mention = 0};
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

// The text of a phrase, without a time that stands after its noun: the accord that year
// in Lima.
static akt_span timeless_text(akt_reading *r, uint32_t first, uint32_t last) {
  for (uint32_t i = first + 1; i < last; i++) {
    if (r->units.items[i].class != AKT_CL_TIME || r->units.items[i - 1].class != AKT_CL_NOUN)
      continue;
    uint32_t end = i;
    while (end < last && r->units.items[end].class == AKT_CL_TIME)
      end++;
    if (end == last || r->units.items[end].class != AKT_CL_PREPOSITION)
      break;
    akt_span front = akt_range_text(r, first, i), back = akt_range_text(r, end, last);
    return akt_span_of(akt_arena_printf(r->arena, "%.*s %.*s", (int)front.len, front.ptr,
                                        (int)back.len, back.ptr));
  }
  return akt_range_text(r, first, last);
}

// The phrase without articles and the like, blanks single: a label.
const char *akt_actor_label(akt_reading *r, uint32_t first, uint32_t last) {
  while (first + 1 < last &&
         (r->units.items[first].class == AKT_CL_DETERMINER ||
          (akt_unit_is(r, first, AKT_EN(TIME_ADJECTIVE)) &&
           r->units.items[first].atom == AKT_NONE) ||
          r->units.items[first].class == AKT_CL_NUMBER ||
          r->units.items[first].class == AKT_CL_QUOTE || akt_unit_is(r, first, AKT_EN(HEDGE))))
    first++;
  while (first + 1 < last && r->units.items[last - 1].class == AKT_CL_ADJECTIVE)
    last--; // rebels loyal to
  akt_span text = timeless_text(r, first, last);
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

uint32_t akt_resolve_listed(akt_reading *r, const akt_reference *m) {
  const akt_entity *entity = &r->rules->entities.items[m->listed];
  uint32_t actor = akt_actor_for_key(r, akt_arena_printf(r->arena, "L:%u", m->listed),
                                     entity->kind, entity->name);
  r->actors.items[actor].listed = m->listed;
  r->actors.items[actor].type = AKT_ME_LISTED;
  akt_actor_add_alias(r, actor, akt_range_text(r, m->name_first, m->name_last));
  return actor;
}

static bool is_locative(const akt_reading *r, uint32_t i) {
  return akt_unit_is_word(r, i, "in") || akt_unit_is_word(r, i, "at") ||
         akt_unit_is_word(r, i, "near") || akt_unit_is_word(r, i, "across") ||
         akt_unit_is_word(r, i, "outside");
}

static bool is_reporting_after(const akt_reading *r, uint32_t i) {
  if (i >= r->units.count)
    return false;
  return r->units.items[i].class == AKT_CL_VERB &&
         (akt_lemma_classes(r, i) & AKT_EN(REPORTING));
}

// A surname of somebody listed, where a doer stands: Trump and Putin, Merkel said.
static bool is_known_surname(const akt_reading *r, const akt_reference *m) {
  uint32_t word = r->units.items[m->name_first].word;
  if (word == AKT_NONE || !r->rules->words.items[word].is_surname || m->last >= r->units.count)
    return false;
  uint8_t after = r->units.items[m->last].class;
  bool is_joined = m->first > 0 && r->units.items[m->first - 1].class == AKT_CL_CONJUNCTION;
  return is_joined || after == AKT_CL_VERB || after == AKT_CL_HAVE || after == AKT_CL_BE ||
         after == AKT_CL_MODAL || after == AKT_CL_POSSESSIVE || after == AKT_CL_CONJUNCTION;
}

// What kind of thing an unlisted name is, by its company.
static uint32_t judge_kind(const akt_reading *r, const akt_reference *m) {
  const akt_ruleset *rules = r->rules;
  uint32_t words = m->name_last - m->name_first;
  bool has_article = m->first < m->name_first && akt_unit_is_word(r, m->name_first - 1, "the");
  const akt_chunk *np = m->chunk == AKT_NONE ? NULL : &r->chunks.items[m->chunk];
  uint32_t first = np ? np->first : m->first;
  uint32_t previous = first > 0 ? first - 1 : AKT_NONE;
  if (is_reporting_after(r, m->last) && !has_article)
    return rules->kind_person;
  if (previous != AKT_NONE && is_locative(r, previous) && !has_article)
    return rules->kind_place;
  bool is_owned = m->affiliation != AKT_NONE && m->name_first > 0 &&
                  r->units.items[m->name_first - 1].class == AKT_CL_POSSESSIVE;
  if (is_owned) // Tehran's Grand Bazaar
    return previous != AKT_NONE && (akt_unit_is_word(r, previous, "to") ||
                                    akt_unit_is_word(r, previous, "from"))
               ? rules->kind_place
               : rules->kind_group;
  bool is_surname = words == 1 && is_known_surname(r, m);
  if ((is_surname || (words >= 2 && words <= 6)) && !has_article)
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
    if (len >= 5 && handle.len >= len &&
        memcmp(handle.ptr + handle.len - len, surname, len) == 0)
      return i;
  }
  return AKT_NONE;
}

// Another mention of the same name may say what it is: "the town of X".
static uint32_t kind_elsewhere(akt_reading *r, uint32_t mention, const char *folded) {
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    if (i == mention || m->type != AKT_ME_NAME || m->kind == AKT_NONE ||
        m->name_last - m->name_first !=
            r->mentions.items[mention].name_last - r->mentions.items[mention].name_first)
      continue;
    if (strcmp(akt_fold_range(r, m->name_first, m->name_last), folded) == 0)
      return m->kind;
  }
  return AKT_NONE;
}

// One of the names of somebody in the text, but not clearly him.
static bool is_part_of_person(const akt_reading *r, const char *folded) {
  for (uint32_t i = 0; i < r->actors.count; i++) {
    const akt_actor *actor = &r->actors.items[i];
    if (!akt_kind_is(r->rules, actor->kind, r->rules->kind_person))
      continue;
    for (const char *at = actor->name; at; at = strchr(at, ' ')) {
      at += *at == ' ';
      const char *end = strchr(at, ' ');
      char name[AKT_FOLD_MAX];
      size_t len = akt_fold((akt_span){at, end ? (size_t)(end - at) : strlen(at)}, name);
      if (akt_span_is((akt_span){name, len}, folded))
        return true;
    }
  }
  return false;
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
  bool could_be_person =
      m->kind == AKT_NONE || akt_kind_is(r->rules, m->kind, r->rules->kind_person);
  if (could_be_person) {
    uint32_t person = akt_find_person(r, akt_span_of(folded));
    if (person != AKT_NONE)
      return akt_resolve_person(r, mention);
  }
  if (m->kind == AKT_NONE)
    m->kind = kind_elsewhere(r, mention, folded);
  bool is_guess =
      m->kind == AKT_NONE && m->name_last - m->name_first == 1 && !is_part_of_person(r, folded);
  if (m->kind == AKT_NONE)
    m->kind = judge_kind(r, m);
  is_guess = is_guess && m->kind == r->rules->kind_group;
  if (akt_kind_is(r->rules, m->kind, r->rules->kind_person))
    return akt_resolve_person(r, mention);
  uint32_t actor =
      akt_actor_for_key(r, key, m->kind, akt_actor_label(r, m->name_first, m->name_last));
  r->actors.items[actor].type = AKT_ME_NAME;
  r->actors.items[actor].is_guessed = is_guess;
  return actor;
}

// ------------------------------------------------------------ all

static uint32_t resolve_by_type(akt_reading *r, uint32_t mention) {
  akt_reference *m = &r->mentions.items[mention];
  switch ((akt_mention_type)m->type) {
  case AKT_ME_LISTED:
    return akt_resolve_listed(r, m);
  case AKT_ME_PERSON:
    return akt_resolve_person(r, mention);
  case AKT_ME_NAME:
    return resolve_name(r, mention);
  case AKT_ME_HEADED:
    return akt_resolve_headed(r, mention);
  case AKT_ME_OFFICE:
    return akt_resolve_office(r, mention);
  case AKT_ME_BODY:
    return akt_resolve_body(r, mention);
  case AKT_ME_GENERIC:
    return akt_resolve_generic(r, mention);
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
  if (m->title == AKT_NONE)
    return;
  uint32_t office = r->rules->titles.items[m->title].kind;
  if (!m->is_former && a->listed == AKT_NONE && a->kind == r->rules->kind_person &&
      akt_kind_is(r->rules, office, r->rules->kind_person))
    a->kind = office; // "X", and later "X, the deputy prime minister"
  if (!m->is_former) {
    a->title = m->title;
    // Two Ecuadorean engineers stand for Ecuador; that makes it no engineer.
    if (!a->role && akt_kind_is(r->rules, a->kind, r->rules->kind_person)) {
      akt_span role = akt_range_text(r, m->title_first, m->title_last);
      a->role = akt_arena_copy(r->arena, role.ptr, role.len);
    }
  }
  if (m->affiliation != AKT_NONE && r->mentions.items[m->affiliation].entity != AKT_NONE &&
      r->mentions.items[m->affiliation].entity != actor && !m->is_former &&
      a->affiliation == AKT_NONE)
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
    bool is_acronym =
        m->chunk == AKT_NONE || // in brackets, or "or KUA"
        (m->name_last - m->name_first == 1 && r->text.tokens.items[m->name_first].is_all_caps);
    if (actor != AKT_NONE && is_acronym) {
      akt_actor_add_alias(r, actor, akt_range_text(r, m->name_first, m->name_last));
      const char *folded = akt_fold_range(r, m->name_first, m->name_last);
      akt_map_add(&r->actor_by_key, akt_span_of(akt_arena_printf(r->arena, "N:%s", folded)),
                  actor);
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
  bool is_guessed = m->type == AKT_ME_NAME && m->kind == AKT_NONE && m->same_as == AKT_NONE &&
                    m->name_last - m->name_first > 1;
  if (is_guessed)
    return judge_kind(r, m) == r->rules->kind_person;
  return is_person && m->same_as == AKT_NONE &&
         (m->type == AKT_ME_LISTED ||
          (m->type == AKT_ME_PERSON && m->name_last - m->name_first > 1));
}

// "President Trump" before a bare "Trump", wherever they stand.
static bool is_titled_name(const akt_reading *r, const akt_reference *m) {
  return m->type == AKT_ME_PERSON && m->title != AKT_NONE && m->same_as == AKT_NONE && r;
}

void akt_read_actors(akt_reading *r) {
  akt_map_init(&r->actor_by_key, r->arena);
  for (uint32_t i = 0; i < r->mentions.count; i++) // acronyms, before anybody is head of one
    if (r->mentions.items[i].chunk == AKT_NONE && r->mentions.items[i].same_as != AKT_NONE)
      akt_resolve_mention(r, i);
  for (uint32_t i = 0; i < r->mentions.count; i++)
    if (is_full_name(r, &r->mentions.items[i]))
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
