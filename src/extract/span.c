// What one stretch of a phrase denotes: titles, honorifics, names and head noun.
#include "extract/span.h"

#include "extract/names.h"
#include "extract/phrase.h"
#include "extract/verb_or_noun.h"

static const akt_token *token(const akt_reading *r, uint32_t i) {
  return &r->text.tokens.items[i];
}

static bool is_skipped(const akt_reading *r, uint32_t i) {
  uint8_t class = r->units.items[i].class;
  return class == AKT_CL_ADVERB || class == AKT_CL_QUOTE || class == AKT_CL_TIME ||
         class == AKT_CL_BRACKET;
}

static uint32_t atom_at(const akt_reading *r, uint32_t i) {
  return r->units.items[i].atom;
}

static bool is_title(const akt_reading *r, uint32_t atom) {
  return atom != AKT_NONE && r->atoms.items[atom].type == AKT_ATOM_TITLE;
}

static akt_reference mention_of(const akt_stretch *s, uint32_t first, uint32_t last) {
  akt_reference m = akt_new_mention(s->sentence, s->chunk, first, last);
  m.is_definite = akt_unit_in(s->r, s->first, AKT_SET_DEFINITE) || s->owner != AKT_NONE;
  return m;
}

// The token before `i` inside the span that counts; AKT_NONE at its start.
static uint32_t before(const akt_stretch *s, uint32_t i) {
  while (i > s->first) {
    i--;
    if (!is_skipped(s->r, i))
      return i;
  }
  return AKT_NONE;
}

// ------------------------------------------------------------ the kind of an unlisted name

// The head noun of a capitalised name: its last word, or the one before "of".
static uint32_t name_head(const akt_reading *r, const akt_atom *atom) {
  for (uint32_t i = atom->first + 1; i + 1 < atom->last; i++)
    if (akt_unit_is_word(r, i, "of") || akt_unit_is_word(r, i, "for") ||
        akt_unit_is_word(r, i, "on"))
      return akt_name_head(r, i - 1) != AKT_NONE ? i - 1 : AKT_NONE;
  uint32_t last = atom->last - 1;
  return akt_name_head(r, last) != AKT_NONE && atom->last - atom->first > 1 ? last : AKT_NONE;
}

static bool is_acronym(const akt_reading *r, const akt_atom *atom) {
  const akt_token *t = token(r, atom->first);
  return atom->last - atom->first == 1 && t->is_all_caps && t->end - t->start <= 7;
}

static void judge_capitals(const akt_stretch *s, const akt_atom *atom, akt_reference *m) {
  akt_reading *r = s->r;
  uint32_t head = name_head(r, atom);
  m->type = AKT_ME_NAME;
  if (head != AKT_NONE) {
    m->type = AKT_ME_HEADED;
    m->kind = r->rules->heads.items[akt_name_head(r, head)].kind;
    m->head_noun = r->rules->words.items[r->units.items[head].word].noun;
    m->rule = r->rules->heads.items[akt_name_head(r, head)].rule;
    bool is_owned = head > atom->first + 1 && token(r, head - 1)->kind == AKT_TOKEN_POSSESSIVE;
    if (is_owned) // a People's Congress is a party, not an event
      m->kind = r->rules->kind_group;
    return;
  }
  if (akt_unit_is(r, atom->first, AKT_EN(GIVEN_NAME)) && atom->last - atom->first > 1) {
    m->type = AKT_ME_PERSON;
    m->kind = r->rules->kind_person;
  } else if (is_acronym(r, atom)) {
    m->kind = r->rules->kind_group;
  }
}

// ------------------------------------------------------------ inner mentions

uint32_t akt_span_mention(akt_stretch *s, uint32_t atom) {
  akt_reading *r = s->r;
  const akt_atom *a = &r->atoms.items[atom];
  akt_reference m = mention_of(s, a->first, a->last);
  m.rule = a->rule;
  switch ((akt_atom_type)a->type) {
  case AKT_ATOM_ALIAS:
  case AKT_ATOM_ADJECTIVE:
  case AKT_ATOM_STANDS_FOR:
    m.type = AKT_ME_LISTED;
    m.listed = a->value;
    m.kind = r->rules->entities.items[a->value].kind;
    m.stands_for = a->type != AKT_ATOM_ALIAS;
    if (a->is_plural && akt_kind_is(r->rules, m.kind, r->rules->kind_place)) {
      m.type = AKT_ME_NAME; // Tibetans act, Tibet does not
      m.kind = r->rules->kind_group;
      m.listed = AKT_NONE;
      m.stands_for = false;
    }
    bool is_owned = s->owner != AKT_NONE &&
                    r->mentions.items[s->owner].listed == a->value; // Kenya's Nairobi
    if (a->type == AKT_ATOM_STANDS_FOR && (is_owned || akt_is_city(r, a))) {
      m.type = AKT_ME_NAME; // a summit in Kabul: the city, not the state
      m.kind = r->rules->kind_place;
      m.listed = AKT_NONE;
      m.stands_for = false;
    }
    break;
  case AKT_ATOM_FOUND:
    m.type = AKT_ME_NAME;
    m.kind = a->value;
    break;
  case AKT_ATOM_CAPITALS:
    judge_capitals(s, a, &m);
    break;
  case AKT_ATOM_TITLE:
    return AKT_NONE;
  }
  uint32_t made = akt_add_mention(r, m);
  if (a->is_pair) { // US-Iran talks: both are spoken of
    m.listed = a->second;
    m.kind = r->rules->entities.items[a->second].kind;
    akt_add_mention(r, m);
  }
  return made;
}

// Mentions of the names before `limit`; gives the last country, group or other name.
static uint32_t read_inner(akt_stretch *s, uint32_t limit) {
  uint32_t inner = AKT_NONE;
  for (uint32_t i = s->first; i < limit;) {
    uint32_t atom = atom_at(s->r, i);
    bool is_aside = s->r->units.items[i].class == AKT_CL_BRACKET; // read on its own
    if (atom == AKT_NONE || is_title(s->r, atom) || is_aside) {
      i++;
      continue;
    }
    uint32_t made = akt_span_mention(s, atom);
    inner = made;
    uint32_t next = s->r->atoms.items[atom].last;
    i = next > i ? next : i + 1;
  }
  return inner;
}

// ------------------------------------------------------------ the head

static uint32_t affiliation_of(const akt_stretch *s) {
  if (s->inner == AKT_NONE)
    return s->owner;
  const akt_reference *m = &s->r->mentions.items[s->inner];
  bool is_scrap =
      m->type == AKT_ME_NAME && m->kind == AKT_NONE && m->name_last - m->name_first == 1;
  return is_scrap ? s->owner : s->inner; // a lone unknown word is no body
}

// "the US deputy UN ambassador": sent by the one to the other.
static uint32_t sent_by(const akt_stretch *s, uint32_t title, uint32_t affiliation) {
  const akt_reading *r = s->r;
  uint32_t country = r->rules->kind_country;
  uint32_t head = r->rules->titles.items[title].head;
  bool is_to_body = affiliation != AKT_NONE && affiliation == s->inner &&
                    head == akt_ruleset_word(r->rules, AKT_SPAN("ambassador")) &&
                    !akt_kind_is(r->rules, r->mentions.items[affiliation].kind, country);
  if (!is_to_body)
    return affiliation;
  if (s->owner != AKT_NONE && akt_kind_is(r->rules, r->mentions.items[s->owner].kind, country))
    return s->owner;
  bool is_before = affiliation > 0 && r->mentions.items[affiliation - 1].first >= s->first &&
                   akt_kind_is(r->rules, r->mentions.items[affiliation - 1].kind, country);
  return is_before ? affiliation - 1 : affiliation;
}

static void note_former(const akt_stretch *s, uint32_t until, akt_reference *m) {
  for (uint32_t i = s->first; i < until; i++)
    m->is_former |= akt_unit_is(s->r, i, AKT_EN(FORMER));
}

static uint32_t titles_relation(const akt_reading *r, uint32_t atom) {
  return r->rules->titles.items[r->atoms.items[atom].value].relation;
}

// The title directly before a name, honorifics and the like skipped.
static uint32_t title_before(const akt_stretch *s, uint32_t name_first) {
  uint32_t i = before(s, name_first);
  while (i != AKT_NONE && akt_unit_is(s->r, i, AKT_EN(HONORIFIC)) &&
         !is_title(s->r, atom_at(s->r, i)))
    i = before(s, i);
  if (i == AKT_NONE || !is_title(s->r, atom_at(s->r, i)))
    return AKT_NONE;
  // Defence Minister Mullah X: what is only said of a person yields to his office.
  uint32_t title = atom_at(s->r, i);
  uint32_t office = before(s, s->r->atoms.items[title].first);
  uint32_t other = office == AKT_NONE ? AKT_NONE : atom_at(s->r, office);
  bool yields = is_title(s->r, other) && titles_relation(s->r, title) == AKT_NONE &&
                titles_relation(s->r, other) != AKT_NONE;
  return yields ? other : title;
}

static bool has_honorific(const akt_stretch *s, uint32_t name_first, bool *is_female) {
  uint32_t i = before(s, name_first);
  if (i == AKT_NONE || !akt_unit_is(s->r, i, AKT_EN(HONORIFIC)))
    return false;
  *is_female = akt_unit_is(s->r, i, AKT_EN(HONORIFIC_FEMALE));
  return true;
}

static void set_title(const akt_stretch *s, uint32_t title, akt_reference *m) {
  const akt_atom *a = &s->r->atoms.items[title];
  m->title = a->value;
  m->title_first = a->first;
  m->title_last = a->last;
  // Modifiers belong to the office: deputy, acting, first vice.
  for (uint32_t i = before(s, a->first); i != AKT_NONE; i = before(s, i)) {
    if (atom_at(s->r, i) != AKT_NONE || !akt_unit_is(s->r, i, AKT_EN(TITLE_MODIFIER)) ||
        akt_unit_is(s->r, i, AKT_EN(FORMER)))
      break;
    m->title_first = i;
  }
  m->kind = s->r->rules->titles.items[a->value].kind;
  m->head_noun = s->r->rules->titles.items[a->value].head;
}

// "Iran's foreign ministry spokesman": the body between the country and the
// office, which may be the first words of a listed title.
static uint32_t body_before(akt_stretch *s, akt_reference *m) {
  akt_reading *r = s->r;
  uint32_t body = AKT_NONE;
  for (uint32_t i = s->first; i + 1 < m->title_last; i++) {
    bool is_other_name = atom_at(r, i) != AKT_NONE && !is_title(r, atom_at(r, i));
    uint32_t head = akt_name_head(r, i);
    bool is_group = head != AKT_NONE && akt_kind_is(r->rules, r->rules->heads.items[head].kind,
                                                    r->rules->kind_group);
    if (!is_other_name && !akt_unit_is(r, i, AKT_EN(GOVERNMENT_NOUN)) &&
        (akt_unit_is(r, i, AKT_EN(BODY_NOUN)) || is_group) &&
        !akt_unit_is_word(r, i + 1, "of") && !akt_unit_is_word(r, i + 1, "for"))
      body = i;
  }
  if (body == AKT_NONE || affiliation_of(s) == AKT_NONE)
    return AKT_NONE;
  if (m->title_first <= body)
    m->title_first = body + 1;
  akt_stretch part = *s;
  part.last = body + 1;
  part.head = body;
  akt_reference b = mention_of(&part, s->first, body + 1);
  b.type = AKT_ME_BODY;
  b.kind = r->rules->kind_group;
  b.head_noun = r->units.items[body].word;
  b.affiliation = affiliation_of(s);
  return akt_add_mention(r, b);
}

static bool names_person(const akt_stretch *s, const akt_atom *a) {
  const akt_ruleset *rules = s->r->rules;
  if (a->type == AKT_ATOM_ALIAS)
    return akt_kind_is(rules, rules->entities.items[a->value].kind, rules->kind_person);
  if (a->type == AKT_ATOM_FOUND)
    return akt_kind_is(rules, a->value, rules->kind_person);
  return a->type == AKT_ATOM_CAPITALS && name_head(s->r, a) == AKT_NONE;
}

// The head is a name.
static uint32_t read_named(akt_stretch *s, uint32_t atom) {
  akt_reading *r = s->r;
  const akt_atom *a = &r->atoms.items[atom];
  uint32_t first = a->first;
  s->inner = read_inner(s, first);
  uint32_t made = akt_span_mention(s, atom);
  akt_reference *m = &r->mentions.items[made];
  m->first = s->first;
  m->last = s->last;
  bool is_female = false;
  uint32_t title = title_before(s, first);
  bool is_person = names_person(s, a);
  uint32_t previous = before(s, first);
  if (is_person && title != AKT_NONE) {
    if (m->listed == AKT_NONE)
      m->type = AKT_ME_PERSON;
    uint32_t kind = m->kind;
    set_title(s, title, m);
    if (m->listed != AKT_NONE || a->type == AKT_ATOM_FOUND)
      m->kind = kind;
    m->affiliation = sent_by(s, m->title, affiliation_of(s));
    note_former(s, first, m);
    akt_reference titled = *m;
    uint32_t body = body_before(s, &titled);
    m = &r->mentions.items[made];
    m->title_first = titled.title_first;
    if (body != AKT_NONE)
      m->affiliation = body;
  } else if (is_person && has_honorific(s, first, &is_female)) {
    if (m->listed == AKT_NONE)
      m->type = AKT_ME_PERSON;
    m->kind = m->listed == AKT_NONE ? r->rules->kind_person : m->kind;
    m->gender = is_female                             ? AKT_PRO_FEMALE
                : akt_unit_is_word(r, previous, "mr") ? AKT_PRO_MALE
                                                      : AKT_PRO_NONE;
    m->affiliation = s->owner;
  } else if (previous != AKT_NONE && m->type == AKT_ME_NAME && m->kind == AKT_NONE) {
    uint32_t head = atom_at(r, previous) == AKT_NONE ? akt_name_head(r, previous) : AKT_NONE;
    bool is_person_noun =
        akt_unit_is(r, previous, AKT_EN(PERSON_NOUN)) && atom_at(r, previous) == AKT_NONE;
    if (is_person_noun) {
      m->type = AKT_ME_PERSON;
      m->kind = r->rules->kind_person;
    } else if (head != AKT_NONE && !r->rules->heads.items[head].is_capital_only) {
      m->kind = r->rules->heads.items[head].kind;
    }
    m->affiliation = affiliation_of(s);
  } else {
    m->affiliation = affiliation_of(s);
  }
  return made;
}

// The head is an office: the Pakistani Prime Minister.
static uint32_t read_office(akt_stretch *s, uint32_t title) {
  akt_reading *r = s->r;
  s->inner = read_inner(s, r->atoms.items[title].first);
  akt_reference m = mention_of(s, s->first, s->last);
  m.type = AKT_ME_OFFICE;
  set_title(s, title, &m);
  m.name_first = m.title_first;
  m.name_last = m.title_last;
  m.affiliation = sent_by(s, m.title, affiliation_of(s));
  m.is_plural = r->atoms.items[title].is_plural;
  note_former(s, m.title_first, &m);
  uint32_t body = body_before(s, &m);
  if (body != AKT_NONE)
    m.affiliation = body;
  m.name_first = m.title_first;
  m.rule = r->atoms.items[title].rule;
  return akt_add_mention(r, m);
}

static uint64_t noun_classes(const akt_stretch *s) {
  return akt_unit_classes(s->r, s->head);
}

static bool is_plural_head(const akt_stretch *s) {
  uint32_t word = s->r->units.items[s->head].word;
  akt_span text = akt_unit_text(s->r, s->head);
  if (word != AKT_NONE && s->r->rules->words.items[word].noun != AKT_NONE &&
      s->r->rules->words.items[word].noun != word)
    return true;
  return akt_unit_is_word(s->r, s->head, "people") ||
         (akt_span_ends_with(text, "s") && !akt_span_ends_with(text, "ss"));
}

// "the Trump administration": the country whose office the listed person held.
static uint32_t state_of(const akt_reading *r, const akt_reference *person) {
  if (person->listed == AKT_NONE || !akt_kind_is(r->rules, person->kind, r->rules->kind_person))
    return AKT_NONE;
  const akt_entity *entity = &r->rules->entities.items[person->listed];
  return entity->role_count ? r->rules->roles.items[entity->first_role].of : AKT_NONE;
}

// "Rwandan-backed rebels", "Pakistan-based militants": whoever they are, they are not
// the country. "US-led forces" act for it.
bool akt_is_half_name(const akt_reading *r, const akt_reference *m) {
  static const char *const own[] = {"-led", "-run", "-controlled", "-owned", "-flagged"};
  uint32_t atom = atom_at(r, m->name_first);
  if (atom == AKT_NONE || !r->atoms.items[atom].compound)
    return false;
  for (size_t k = 0; k < sizeof own / sizeof *own; k++)
    if (akt_span_ends_with(akt_unit_text(r, m->name_first), own[k]))
      return false;
  return true;
}

// Country + government noun is the country; + people is the country too;
// + body is a body of its own: Sudan's army.
static uint32_t read_institution(akt_stretch *s, uint32_t of) {
  akt_reading *r = s->r;
  const akt_ruleset *rules = r->rules;
  uint64_t classes = noun_classes(s);
  akt_reference m = mention_of(s, s->first, s->last);
  const akt_reference *owner = &r->mentions.items[of];
  bool is_state = akt_kind_is(rules, owner->kind, rules->kind_country);
  bool is_plural = is_plural_head(s);
  bool is_place = akt_kind_is(rules, owner->kind, rules->kind_place);
  bool is_body = ((classes & AKT_EN(BODY_NOUN)) != 0 ||
                  (is_place && (classes & AKT_EN(GOVERNMENT_NOUN)))) &&
                 (is_place || !(classes & AKT_EN(GOVERNMENT_NOUN))) && !is_plural;
  bool is_people = ((classes & AKT_EN(PEOPLE_NOUN)) && is_plural) ||
                   akt_span_is_states(s, of) ||
                   (is_state && is_plural && akt_is_people_suffix(r, s->head));
  m.head_noun = r->units.items[s->head].word;
  bool is_half = akt_is_half_name(r, owner);
  if (is_half || (is_plural && akt_is_adversary(r, s->head))) {
    m.type = AKT_ME_GENERIC;
    m.kind = rules->kind_group;
    m.is_plural = is_half ? is_people : is_plural;
    if (is_half)
      m.first = m.name_first = owner->name_last; // called rebels from here on
    else if (owner->first < s->first)
      m.first = m.name_first = owner->first; // Peru's critics
    return akt_add_mention(r, m);
  }
  m.affiliation = of;
  // Taliban fighters, but not the workers of a company: that is a kind of its own.
  bool is_members = is_people && owner->kind == rules->kind_group &&
                    owner->listed != AKT_NONE && (classes & AKT_EN(PEOPLE_NOUN));
  if (akt_span_is_called(s, owner) || is_members ||
      (is_state && !akt_span_is_outlaw(s) &&
       (is_people || (classes & AKT_EN(GOVERNMENT_NOUN)))) ||
      (!is_state && !is_place && (classes & AKT_EN(GOVERNMENT_NOUN)) && !is_people) ||
      (akt_kind_is(rules, owner->kind, rules->kind_person) &&
       akt_unit_is_word(r, s->head, "office"))) {
    akt_reference whole = *owner;
    bool is_bureau =
        akt_unit_is_word(r, s->head, "office"); // a person's office speaks for the person
    uint32_t state = is_bureau ? AKT_NONE : state_of(r, owner);
    if (state != AKT_NONE) {
      whole.listed = state;
      whole.kind = rules->entities.items[state].kind;
      whole.type = AKT_ME_LISTED;
    }
    whole.first = s->first;
    whole.last = s->last;
    whole.chunk = s->chunk;
    whole.stands_for = true;
    whole.is_plural = is_people;
    return akt_add_mention(r, whole);
  }
  m.type = is_body ? AKT_ME_BODY : AKT_ME_GENERIC;
  m.kind = (classes & AKT_EN(PERSON_NOUN)) && !is_people && !is_body ? rules->kind_person
                                                                     : rules->kind_group;
  m.is_plural = is_people;
  return akt_add_mention(r, m);
}

static uint32_t read_headed(akt_stretch *s, uint32_t head) {
  akt_reading *r = s->r;
  if (s->first > 1 && akt_unit_is_word(r, s->first - 1, "of") &&
      akt_unit_is_word(r, s->first - 2, "state"))
    return AKT_NONE; // a state of siege, of war
  akt_reference m = mention_of(s, s->first, s->last);
  m.type = AKT_ME_HEADED;
  m.kind = r->rules->heads.items[head].kind;
  m.head_noun = r->rules->words.items[r->units.items[s->head].word].noun;
  m.affiliation = affiliation_of(s);
  m.is_plural = is_plural_head(s);
  m.rule = r->rules->heads.items[head].rule;
  return akt_add_mention(r, m);
}

static bool is_actor_noun(const akt_stretch *s) {
  uint64_t classes = noun_classes(s);
  if (classes &
      (AKT_EN(PEOPLE_NOUN) | AKT_EN(BODY_NOUN) | AKT_EN(PERSON_NOUN) | AKT_EN(GOVERNMENT_NOUN)))
    return true;
  static const char *const ends[] = {"ers", "ors", "ists", "ians", "men", "women"};
  akt_span text = akt_unit_text(s->r, s->head);
  bool is_crew = akt_unit_is_word(s->r, s->head, "members") && s->head > s->first &&
                 s->r->units.items[s->head - 1].class == AKT_CL_NOUN;
  if (is_crew) // crew members, family members: no members of something
    return true;
  bool is_first = s->head == s->r->text.sentences.items[s->sentence].first;
  is_first |= s->head > 0 && token(s->r, s->head - 1)->kind == AKT_TOKEN_DASH &&
              s->r->units.items[s->head - 1].class == AKT_CL_BRACKET; // PARIS - Workers
  if (text.len < 7 || (classes & AKT_EN(NOT_ACTOR)) ||
      (token(s->r, s->head)->is_capital && !is_first))
    return false;
  for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
    if (akt_span_ends_with(text, ends[k]))
      return true;
  return false;
}

// Nothing but brackets between: Islamic Jihad (PIJ) organisation.
static bool is_right_before(const akt_stretch *s, uint32_t i) {
  while (i < s->head && s->r->units.items[i].class == AKT_CL_BRACKET)
    i++;
  return i == s->head;
}

// "the Green Dawn party", "the Winter Sun group": the unlisted name before a
// group noun is that group.
static uint32_t named_group(akt_stretch *s, uint32_t head) {
  akt_reading *r = s->r;
  if (s->inner == AKT_NONE)
    return AKT_NONE;
  akt_reference *m = &r->mentions.items[s->inner];
  bool is_group_noun =
      head != AKT_NONE && !r->rules->heads.items[head].is_capital_only &&
      akt_kind_is(r->rules, r->rules->heads.items[head].kind, r->rules->kind_group);
  bool is_name = (m->type == AKT_ME_NAME || m->type == AKT_ME_PERSON) &&
                 m->listed == AKT_NONE && m->title == AKT_NONE;
  if (is_name && m->name_last == s->head && akt_span_is_land(s)) { // Gorgona island is Gorgona
    m->type = AKT_ME_NAME;
    m->kind = r->rules->kind_place;
    m->first = s->first;
    m->last = s->last;
    return s->inner;
  }
  bool is_listed = m->type == AKT_ME_LISTED && !m->stands_for &&
                   akt_kind_is(r->rules, m->kind, r->rules->kind_group);
  if (!(is_name || is_listed) || !is_group_noun || !is_right_before(s, m->name_last))
    return AKT_NONE;
  if (is_listed) { // the Hamas movement, the rival RSF paramilitary
    m->first = s->first;
    m->last = s->last;
    return s->inner;
  }
  m->type = AKT_ME_NAME;
  m->kind = r->rules->heads.items[head].kind;
  m->first = s->first;
  m->last = s->last;
  return s->inner;
}

// The head is a common noun.
static uint32_t read_common(akt_stretch *s) {
  akt_reading *r = s->r;
  s->inner = read_inner(s, s->head);
  uint32_t of = affiliation_of(s);
  uint32_t head = akt_name_head(r, s->head);
  uint32_t named = named_group(s, head);
  if (named != AKT_NONE)
    return named;
  bool is_head = head != AKT_NONE && !r->rules->heads.items[head].is_capital_only;
  bool is_group_head =
      is_head && akt_kind_is(r->rules, r->rules->heads.items[head].kind, r->rules->kind_group);
  bool is_briefing =
      akt_unit_is_word(r, s->head, "conference") && s->head > s->first &&
      (akt_unit_is_word(r, s->head - 1, "news") || akt_unit_is_word(r, s->head - 1, "press"));
  if (is_briefing)
    return AKT_NONE; // where somebody speaks, no event of its own
  if (is_head && !is_group_head)
    return read_headed(s, head);
  bool is_owned_group = is_group_head && of != AKT_NONE; // Iran's airlines; but no bare "firms"
  if (!is_actor_noun(s) && !is_owned_group && !akt_span_is_states(s, of))
    return AKT_NONE;
  if (of != AKT_NONE)
    return read_institution(s, of);
  akt_reference m = mention_of(s, s->first, s->last);
  m.type = AKT_ME_GENERIC;
  uint64_t classes = noun_classes(s);
  m.is_plural = is_plural_head(s);
  m.head_noun = r->units.items[s->head].word;
  bool is_person = (classes & AKT_EN(PERSON_NOUN)) && !m.is_plural &&
                   !(classes & (AKT_EN(BODY_NOUN) | AKT_EN(GOVERNMENT_NOUN)));
  m.kind = is_person ? r->rules->kind_person : r->rules->kind_group;
  return akt_add_mention(r, m);
}

uint32_t akt_span_head(const akt_reading *r, uint32_t first, uint32_t last) {
  uint32_t head = last;
  while (head > first) {
    head--;
    if (!is_skipped(r, head) && r->units.items[head].class != AKT_CL_POSSESSIVE)
      return head;
  }
  return first;
}

uint32_t akt_read_span(akt_stretch *s) {
  akt_reading *r = s->r;
  uint32_t atom = atom_at(r, s->head);
  s->inner = AKT_NONE;
  if (atom == AKT_NONE)
    return read_common(s);
  const akt_atom *a = &r->atoms.items[atom];
  if (a->type == AKT_ATOM_TITLE)
    return read_office(s, atom);
  bool is_body_name = a->type == AKT_ATOM_CAPITALS && a->last - a->first == 1 &&
                      akt_unit_is(r, a->first, AKT_EN(BODY_NOUN));
  uint32_t previous = is_body_name ? before(s, a->first) : AKT_NONE;
  if (previous != AKT_NONE && atom_at(r, previous) != AKT_NONE)
    s->inner = read_inner(s, a->first);
  if (is_body_name && affiliation_of(s) != AKT_NONE)
    return read_institution(s, affiliation_of(s)); // Peru's Congress
  if (a->compound) {                               // the Pakistan-based ones
    s->inner = read_inner(s, s->last);
    return AKT_NONE;
  }
  return read_named(s, atom);
}
