// Who has no name of his own: the holder of an office, a body of a state, the
// group spoken of last, unnamed people.
#include "extract/actors.h"

#include "extract/phrase.h"
#include "extract/span.h"
#include "text/fold.h"

enum { GROUP_SENTENCES_BACK = 3 };

// "minister" says less than "prime minister"; there is but one kind of pope.
static bool has_longer_title(const akt_ruleset *rules, const akt_title *title) {
  for (uint32_t i = 0; i < rules->titles.count; i++)
    if (rules->titles.items[i].head == title->head && strchr(rules->titles.items[i].text, ' '))
      return true;
  return false;
}

// "the prime minister" where nobody with such a title is named: one person all the
// same. Where somebody is, the text leaves open whether it is he.
static bool is_only_holder(const akt_reading *r, const akt_reference *m) {
  const akt_title *title = &r->rules->titles.items[m->title];
  bool is_vague = !strchr(title->text, ' ') && has_longer_title(r->rules, title);
  if (title->relation == AKT_NONE || is_vague)
    return false;
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    const akt_reference *other = &r->mentions.items[i];
    if (other->title == AKT_NONE || other == m)
      continue;
    bool is_other = other->type != AKT_ME_OFFICE || other->affiliation != AKT_NONE;
    if (is_other && r->rules->titles.items[other->title].head == title->head)
      return false;
  }
  return true;
}

// "political activists", "a former candidate": whoever they are, the text goes on
// about them as about any group. "The president" is somebody, but who is not said.
static bool is_somebody(const akt_reading *r, const akt_reference *m) {
  if (m->chunk == AKT_NONE || r->chunks.items[m->chunk].possessive)
    return false; // its envoys
  if (m->is_definite && !m->is_plural && !m->is_former)
    return is_only_holder(r, m);
  return !m->is_definite && (m->is_plural || r->chunks.items[m->chunk].is_indefinite);
}

uint32_t akt_resolve_office(akt_reading *r, uint32_t mention) {
  akt_reference *m = &r->mentions.items[mention];
  uint32_t body =
      m->affiliation == AKT_NONE ? AKT_NONE : akt_resolve_mention(r, m->affiliation);
  uint32_t holder = akt_find_office_holder(r, mention);
  if (holder != AKT_NONE)
    return holder;
  m = &r->mentions.items[mention];
  if (body == AKT_NONE)
    return is_somebody(r, m) ? akt_resolve_generic(r, mention) : AKT_NONE;
  bool is_of_place = akt_kind_is(r->rules, r->actors.items[body].kind, r->rules->kind_place);
  if (m->is_plural &&
      is_of_place) { // African leaders: Africa does nothing, nor do they lead it
    m->type = AKT_ME_GENERIC;
    m->title = AKT_NONE;
    return akt_resolve_generic(r, mention);
  }
  if (akt_is_spokesperson(r, m) || m->is_plural)
    return body; // whoever speaks for it unnamed, it is its word
  const char *title = akt_actor_label(r, m->title_first, m->title_last);
  const char *name = akt_possessive_label(r, r->actors.items[body].name, title);
  const char *key = akt_arena_printf(r->arena, "O:%u:%s", body,
                                     akt_fold_range(r, m->title_first, m->title_last));
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
    uint32_t entity =
        akt_map_get(&rules->entity_by_name,
                    akt_span_of(akt_arena_printf(r->arena, "%s %s", n->text, noun)));
    if (entity != AKT_NONE)
      return entity;
  }
  return AKT_NONE;
}

uint32_t akt_resolve_body(akt_reading *r, uint32_t mention) {
  akt_reference *m = &r->mentions.items[mention];
  uint32_t body =
      m->affiliation == AKT_NONE ? AKT_NONE : akt_resolve_mention(r, m->affiliation);
  if (body == AKT_NONE)
    return AKT_NONE;
  m = &r->mentions.items[mention];
  const akt_reference *of = &r->mentions.items[m->affiliation];
  uint32_t first = of->last <= m->first || of->last >= m->last ? m->first : of->last;
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
  const char *noun = akt_actor_label(r, first, last);
  uint32_t listed = listed_body(r, r->actors.items[body].listed, noun);
  if (listed != AKT_NONE) {
    m->listed = listed;
    return akt_resolve_listed(r, m);
  }
  const char *name = akt_possessive_label(r, r->actors.items[body].name, noun);
  char folded[AKT_FOLD_MAX];
  size_t len = akt_fold(akt_span_of(noun), folded);
  const char *key =
      akt_arena_printf(r->arena, "B:%u:%s", body, akt_arena_copy(r->arena, folded, len));
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
  bool is_named =
      a->type == AKT_ME_LISTED || a->type == AKT_ME_HEADED || a->type == AKT_ME_NAME;
  if (!is_named || m->head_noun == AKT_NONE ||
      !akt_kind_is(r->rules, a->kind, r->rules->kind_group))
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

// "the army" after "Sudan's army", "the council" after "a Transitional Council": the
// one spoken of last before it.
static uint32_t last_of_noun(const akt_reading *r, const akt_reference *m) {
  uint32_t best = AKT_NONE;
  for (uint32_t i = 0; i < r->actors.count; i++) {
    const akt_actor *a = &r->actors.items[i];
    bool fits = (a->type == AKT_ME_BODY && a->head_noun == m->head_noun) ||
                (!m->is_plural && ends_with_noun(r, a, m));
    bool is_seen = a->last_mention > 0 || r->mentions.items[0].entity == i;
    if (fits && is_seen &&
        (best == AKT_NONE || a->last_mention >= r->actors.items[best].last_mention))
      best = i;
  }
  return best;
}

// The country that the text is about, by the mentions of listed ones.
static uint32_t home_actor(const akt_reading *r) {
  uint32_t best = AKT_NONE, most = 0, second = 0;
  for (uint32_t i = 0; i < r->actors.count; i++) {
    const akt_actor *a = &r->actors.items[i];
    if (a->listed == AKT_NONE || !akt_kind_is(r->rules, a->kind, r->rules->kind_country))
      continue;
    uint32_t count = 0;
    for (uint32_t k = 0; k < r->mentions.count; k++)
      count += r->mentions.items[k].type == AKT_ME_LISTED &&
               r->mentions.items[k].listed == a->listed;
    if (count > most) {
      second = most;
      most = count;
      best = i;
    } else if (count > second) {
      second = count;
    }
  }
  return most >= 4 && most * 10 >= 14 * second ? best : AKT_NONE;
}

// "his Iranian counterpart": the one official of that country in this text.
static uint32_t resolve_counterpart(akt_reading *r, const akt_reference *m) {
  uint32_t country =
      m->affiliation == AKT_NONE ? AKT_NONE : akt_resolve_mention(r, m->affiliation);
  uint32_t found = AKT_NONE;
  for (uint32_t i = 0; i < r->actors.count; i++) {
    const akt_actor *a = &r->actors.items[i];
    bool fits = akt_kind_is(r->rules, a->kind, r->rules->kind_person) &&
                a->type != AKT_ME_OFFICE &&
                (a->affiliation == country || akt_listed_for(r, a, country));
    if (!fits)
      continue;
    if (found != AKT_NONE)
      return AKT_NONE;
    found = i;
  }
  return country == AKT_NONE ? AKT_NONE : found;
}

static bool is_group_name(const akt_reading *r, const akt_reference *m) {
  bool is_named =
      m->type == AKT_ME_LISTED || m->type == AKT_ME_NAME || m->type == AKT_ME_HEADED;
  return is_named && m->entity != AKT_NONE && !m->stands_for &&
         akt_kind_is(r->rules, r->actors.items[m->entity].kind, r->rules->kind_group);
}

static bool names_group_before(const akt_reading *r, uint32_t mention) {
  for (uint32_t i = 0; i < mention; i++)
    if (is_group_name(r, &r->mentions.items[i]))
      return true;
  return false;
}

// "the group", "the movement", "the company": of a group named before.
static bool is_group_word(const akt_reading *r, const akt_reference *m) {
  return akt_word_in(r, m->head_noun, AKT_SET_GROUP_NOUN);
}

// "The company" is no ministry, "the bloc" no company.
static bool is_of_word(const akt_reading *r, const akt_reference *m, const akt_reference *of) {
  akt_span head = akt_intern_text(&r->rules->words_text, m->head_noun);
  uint32_t kind = r->actors.items[of->entity].kind;
  bool is_company = kind != r->rules->kind_group; // a kind under group
  if (akt_span_is(head, "company") || akt_span_is(head, "firm"))
    return is_company || (of->type == AKT_ME_NAME && of->head_noun == AKT_NONE);
  bool is_league = akt_word_in(r, m->head_noun, AKT_SET_LEAGUE);
  return !is_league || !is_company;
}

// The one before it in its own sentence, else the first of the nearest of the
// sentences before that names one.
static uint32_t last_group(akt_reading *r, uint32_t mention) {
  const akt_reference *m = &r->mentions.items[mention];
  uint32_t found = AKT_NONE, sentence = m->sentence;
  for (uint32_t i = mention; i-- > 0;) {
    const akt_reference *other = &r->mentions.items[i];
    bool is_too_far = other->sentence + GROUP_SENTENCES_BACK < m->sentence;
    if (is_too_far || (found != AKT_NONE && other->sentence != sentence))
      break;
    bool is_by_the_way =
        other->chunk != AKT_NONE && // UN relief chief X: the UN is not spoken of
        r->chunks.items[other->chunk].mention != i && r->chunks.items[other->chunk].owner != i;
    if (is_group_name(r, other) && !is_by_the_way && is_of_word(r, m, other)) {
      if (other->sentence == m->sentence)
        return other->entity;
      found = other->entity;
      sentence = other->sentence;
    }
  }
  return found;
}

static bool is_named_phrase(const akt_reading *r, const akt_reference *m) {
  return m->chunk != AKT_NONE && r->chunks.items[m->chunk].is_named;
}

// "the Trump administration": the country of the listed person, if the text names it.
static uint32_t state_of_name(akt_reading *r, uint32_t mention) {
  const akt_reference *m = &r->mentions.items[mention];
  bool is_government = m->head_noun != AKT_NONE && m->chunk != AKT_NONE &&
                       (r->rules->words.items[m->head_noun].classes & AKT_EN(GOVERNMENT_NOUN));
  uint32_t name = is_government ? r->chunks.items[m->chunk].modifier : AKT_NONE;
  uint32_t person =
      name == AKT_NONE || name == mention ? AKT_NONE : akt_resolve_mention(r, name);
  if (person == AKT_NONE || r->actors.items[person].listed == AKT_NONE)
    return AKT_NONE;
  const akt_entity *entity = &r->rules->entities.items[r->actors.items[person].listed];
  if (!entity->role_count)
    return AKT_NONE;
  uint32_t of = r->rules->roles.items[entity->first_role].of;
  return akt_map_get(&r->actor_by_key, akt_span_of(akt_arena_printf(r->arena, "L:%u", of)));
}

// "the army" after "Sudan's army"; otherwise an actor of this document.
static const char *generic_key(akt_reading *r, const char *label) {
  char folded[AKT_FOLD_MAX];
  size_t len = akt_fold(akt_span_of(label), folded);
  return akt_arena_printf(r->arena, "G:%s", akt_arena_copy(r->arena, folded, len));
}

// Those of one wording are one. "Protesters in Lima" are the "protesters" of the text, unless
// it told of others in another place.
static uint32_t generic_actor(akt_reading *r, const akt_reference *m) {
  const char *label = akt_actor_label(r, m->first, m->last);
  bool has_place = m->chunk != AKT_NONE && m->affiliation == AKT_NONE &&
                   m->last > r->chunks.items[m->chunk].last;
  if (!has_place)
    return akt_actor_for_key(r, generic_key(r, label), m->kind, label);
  const char *bare = akt_actor_label(r, m->first, r->chunks.items[m->chunk].head + 1);
  uint32_t actor = akt_actor_for_key(r, generic_key(r, bare), m->kind, bare);
  akt_actor *a = &r->actors.items[actor];
  if (strcmp(a->name, bare) != 0 && strcmp(a->name, label) != 0)
    return akt_actor_for_key(r, generic_key(r, label), m->kind, label);
  a->name = label;
  akt_actor_add_alias(r, actor, akt_span_of(bare));
  return actor;
}

uint32_t akt_resolve_generic(akt_reading *r, uint32_t mention) {
  akt_reference *m = &r->mentions.items[mention];
  bool is_counterpart = m->head_noun != AKT_NONE &&
                        (r->rules->words.items[m->head_noun].classes & AKT_EN(HOLD_TITLE));
  bool are_others = m->is_plural && m->chunk != AKT_NONE &&
                    akt_is_adversary(r, r->chunks.items[m->chunk].head);
  if (is_counterpart && !are_others)
    return resolve_counterpart(r, m);
  if (m->affiliation != AKT_NONE)
    akt_resolve_mention(r, m->affiliation);
  uint32_t state = state_of_name(r, mention);
  if (state != AKT_NONE)
    return state;
  m = &r->mentions.items[mention];
  if (m->is_definite && m->affiliation == AKT_NONE) {
    uint32_t known = last_of_noun(r, m);
    if (known != AKT_NONE)
      return known;
  }
  if (m->head_noun != AKT_NONE &&
      akt_span_starts_with(akt_intern_text(&r->rules->words_text, m->head_noun), "side") &&
      m->affiliation == AKT_NONE)
    return AKT_NONE; // "both sides" are somebody, or nobody: see pronoun.c
  if (akt_unit_is_word(r, m->first, "both") && m->affiliation == AKT_NONE)
    return AKT_NONE; // "both neighbours": the same
  bool is_some_group = m->is_definite && m->affiliation == AKT_NONE && !m->is_plural &&
                       is_group_word(r, m) && !is_named_phrase(r, m);
  if (is_some_group && names_group_before(r, mention))
    return last_group(r, mention); // one of those, or nobody knows which
  bool is_bare = r->text.sentences.items[m->sentence].is_headline && // no articles there
                 m->last - m->first == 1;
  bool is_some_government =
      (m->is_definite || is_bare) && m->affiliation == AKT_NONE && !m->is_plural &&
      m->head_noun != AKT_NONE &&
      (r->rules->words.items[m->head_noun].classes & AKT_EN(GOVERNMENT_NOUN));
  if (is_some_government && !is_named_phrase(r, m))
    return home_actor(r); // "the regime": of the country that it is all about, if one
  uint32_t actor = generic_actor(r, m);
  akt_actor *a = &r->actors.items[actor];
  a->type = AKT_ME_GENERIC;
  a->is_plural = m->is_plural;
  a->is_document_bound = true;
  if (m->affiliation != AKT_NONE)
    a->affiliation = r->mentions.items[m->affiliation].entity;
  return actor;
}
