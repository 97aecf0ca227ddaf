// What stands beside a mention and belongs to it: the office after the name
// ("X, the foreign minister of Y,"), the body an office serves ("leader of Z"),
// the place of an event, the acronym in brackets.
#include "extract/phrase.h"

typedef struct scope {
  akt_reading *r;
  uint32_t begin, end; // chunks of the sentence
} scope;

static akt_chunk *chunk(const scope *s, uint32_t i) {
  return i < s->end ? &s->r->chunks.items[i] : NULL;
}

static bool is_type(const scope *s, uint32_t i, akt_chunk_type type) {
  return i < s->end && s->r->chunks.items[i].type == type;
}

static bool is_word(const scope *s, uint32_t i, const char *word) {
  return i < s->end && akt_unit_is_word(s->r, s->r->chunks.items[i].first, word);
}

static akt_reference *mention(const scope *s, uint32_t m) {
  return m == AKT_NONE ? NULL : &s->r->mentions.items[m];
}

static bool is_kind(const scope *s, uint32_t m, uint32_t kind) {
  const akt_reference *x = mention(s, m);
  return x && akt_kind_is(s->r->rules, x->kind, kind);
}

static bool is_named(const scope *s, uint32_t m) {
  const akt_reference *x = mention(s, m);
  return x && (x->type == AKT_ME_LISTED || x->type == AKT_ME_PERSON || x->type == AKT_ME_NAME ||
               x->type == AKT_ME_HEADED || x->type == AKT_ME_BODY);
}

static bool could_be_person(const scope *s, uint32_t m) {
  const akt_reference *x = mention(s, m);
  if (!x || !(x->type == AKT_ME_LISTED || x->type == AKT_ME_PERSON || x->type == AKT_ME_NAME))
    return false;
  return x->kind == AKT_NONE || akt_kind_is(s->r->rules, x->kind, s->r->rules->kind_person);
}

// The party that a noun phrase names: itself, else its owner or modifier.
static uint32_t party_of(const scope *s, uint32_t c) {
  const akt_chunk *np = chunk(s, c);
  if (!np || np->type != AKT_CH_NP || np->pronoun)
    return AKT_NONE;
  const akt_reference *m = mention(s, np->mention);
  if (m && m->type != AKT_ME_THING &&
      (m->type != AKT_ME_GENERIC || m->affiliation != AKT_NONE) &&
      !akt_kind_is(s->r->rules, m->kind, s->r->rules->kind_person))
    return np->mention;
  if (m && m->type == AKT_ME_GENERIC)
    return np->mention;
  return np->owner != AKT_NONE ? np->owner : np->modifier;
}

static void extend(akt_reference *m, const akt_reference *to) {
  if (to->last > m->last)
    m->last = to->last;
}

// leader of X, spokesman for X, ambassador to X, director at X
static void read_affiliation(const scope *s, uint32_t c) {
  akt_reference *m = mention(s, chunk(s, c)->mention);
  bool has_office = m && (m->type == AKT_ME_OFFICE || m->title != AKT_NONE);
  if (!has_office || !is_type(s, c + 1, AKT_CH_PREPOSITION))
    return;
  bool is_strong = is_word(s, c + 1, "of") || is_word(s, c + 1, "for");
  bool is_weak =
      is_word(s, c + 1, "at") && m->affiliation == AKT_NONE && m->type == AKT_ME_OFFICE;
  uint32_t party = party_of(s, c + 2);
  bool is_of_person = is_word(s, c + 1, "for") && is_type(s, c + 2, AKT_CH_NP) && // Mr X
                      could_be_person(s, chunk(s, c + 2)->mention) &&
                      is_kind(s, chunk(s, c + 2)->mention, s->r->rules->kind_person);
  if (party == AKT_NONE && is_of_person)
    party = chunk(s, c + 2)->mention;
  bool is_taken =
      m->affiliation != AKT_NONE && is_word(s, c + 1, "for"); // A's envoy for the Nile
  if (party == AKT_NONE || is_taken || !(is_strong || is_weak))
    return; // an ambassador to X, from X or in X speaks for another country
  m->affiliation = party;
  extend(m, mention(s, party));
}

// "an Afghan delegation under Defence Minister X", "led by": X is of that country.
static void read_led(const scope *s, uint32_t c) {
  akt_reference *m = mention(s, chunk(s, c)->mention);
  if (!m || m->title == AKT_NONE || m->affiliation != AKT_NONE || c < s->begin + 2)
    return;
  uint32_t led = c - 2;
  if (is_word(s, c - 1, "by") && is_type(s, c - 2, AKT_CH_VERB) && c >= s->begin + 3) {
    uint32_t verb = chunk(s, c - 2)->main;
    bool is_lead = verb != AKT_NONE && (akt_unit_is_word(s->r, verb, "led") ||
                                        akt_unit_is_word(s->r, verb, "headed"));
    led = c - 3;
    if (!is_lead)
      return;
  } else if (!is_word(s, c - 1, "under")) {
    return;
  }
  if (!is_type(s, led, AKT_CH_NP))
    return;
  const akt_chunk *np = chunk(s, led);
  const akt_reference *party = mention(s, np->mention);
  uint32_t of = np->owner != AKT_NONE      ? np->owner
                : np->modifier != AKT_NONE ? np->modifier
                : party                    ? party->affiliation
                                           : AKT_NONE;
  if (is_kind(s, of, s->r->rules->kind_country))
    m->affiliation = of;
}

// government of X, members of X, dozens of protesters: X, or an X body.
static void read_container(const scope *s, uint32_t c) {
  akt_chunk *np = chunk(s, c);
  if (!is_word(s, c + 1, "of") || !is_type(s, c + 2, AKT_CH_NP))
    return;
  akt_chunk *inner = chunk(s, c + 2);
  bool is_container = akt_unit_is(s->r, np->head, AKT_EN(CONTAINER)) ||
                      s->r->units.items[np->head].class == AKT_CL_NUMBER;
  bool is_government = akt_unit_is(s->r, np->head, AKT_EN(GOVERNMENT_NOUN));
  akt_reference *m = mention(s, np->mention);
  bool is_part = akt_unit_is_word(s->r, np->head, "parts"); // of Kashmir
  bool is_town = !m && (is_part || akt_unit_is(s->r, np->head, AKT_EN(PLACE_NOUN))) &&
                 !np->possessive && is_named(s, inner->mention);
  if (is_town) { // the Somali town of Baidoa
    np->mention = inner->mention;
    if (mention(s, inner->mention)->kind == AKT_NONE)
      mention(s, inner->mention)->kind = s->r->rules->kind_place;
    return;
  }
  bool is_place =
      m && m->type == AKT_ME_HEADED && is_kind(s, np->mention, s->r->rules->kind_place);
  if (is_place && is_named(s, inner->mention)) {
    m->same_as = inner->mention; // the western region of Darfur
    akt_reference *of = mention(s, inner->mention);
    if (of->kind == AKT_NONE)
      of->kind = s->r->rules->kind_place;
    return;
  }
  if (m && (m->type != AKT_ME_GENERIC || m->affiliation != AKT_NONE))
    return;
  if ((is_container || is_government) && inner->mention != AKT_NONE && inner->is_actor &&
      !(np->is_named && m)) {
    if (!m) {
      akt_reference made =
          akt_new_mention(mention(s, inner->mention)->sentence, c, np->first, inner->last);
      made.type = AKT_ME_GENERIC;
      made.kind = s->r->rules->kind_group;
      np->mention = akt_add_mention(s->r, made);
      m = mention(s, np->mention);
    }
    m->same_as = inner->mention;
    m->last = inner->last;
    np->is_actor = true;
    return;
  }
  bool is_event = is_kind(s, inner->mention, s->r->rules->kind_event); // suspects X of the raid
  if (m && m->type == AKT_ME_GENERIC && is_named(s, inner->mention) && !is_event) {
    m->affiliation = inner->mention;
    m->last = inner->last;
    if (akt_unit_is(s->r, np->head, AKT_EN(BODY_NOUN)))
      m->type = AKT_ME_BODY;
  }
}

// "A, whose troops fought B": the troops are of A, as in "A's troops".
static void read_whose(const scope *s, uint32_t c) {
  uint32_t before = akt_whose(s->r, s->begin, c);
  uint32_t whose = before != AKT_NONE ? chunk(s, before)->mention : AKT_NONE;
  akt_chunk *np = chunk(s, c);
  akt_reference *m = mention(s, np->mention);
  if (!is_named(s, whose))
    return;
  bool is_state = is_kind(s, whose, s->r->rules->kind_country);
  bool is_people =
      is_state && m && m->is_plural && akt_unit_is(s->r, np->head, AKT_EN(PEOPLE_NOUN));
  bool is_own = m && m->affiliation == AKT_NONE && m->same_as == AKT_NONE &&
                (m->type == AKT_ME_OFFICE || m->type == AKT_ME_GENERIC);
  if (!m)
    np->owner = whose;
  else if (is_own &&
           (is_people || (is_state && akt_unit_is(s->r, np->head, AKT_EN(GOVERNMENT_NOUN)))))
    m->same_as = whose;
  else if (is_own && m->type == AKT_ME_OFFICE)
    m->affiliation = whose;
  else if (is_own && akt_unit_is(s->r, np->head, AKT_EN(BODY_NOUN))) {
    m->affiliation = whose;
    m->type = AKT_ME_BODY;
  }
}

// forces loyal to X: not those loyal to others
static void read_allegiance(const scope *s, uint32_t c) {
  const akt_chunk *np = chunk(s, c);
  akt_reference *m = mention(s, np->mention);
  bool is_loyal = m && m->type == AKT_ME_GENERIC && m->affiliation == AKT_NONE &&
                  np->last - 1 > np->head && is_word(s, c + 1, "to") &&
                  is_type(s, c + 2, AKT_CH_NP) && is_named(s, chunk(s, c + 2)->mention);
  if (is_loyal)
    extend(m, mention(s, chunk(s, c + 2)->mention));
}

// the government in Tripoli, authorities in Kyiv: the country itself.
static void read_seat(const scope *s, uint32_t c) {
  akt_chunk *np = chunk(s, c);
  akt_reference *m = mention(s, np->mention);
  bool is_bare = m && m->type == AKT_ME_GENERIC && m->affiliation == AKT_NONE;
  if (!is_bare || !is_word(s, c + 1, "in") || !is_type(s, c + 2, AKT_CH_NP))
    return;
  uint32_t land = chunk(s, c + 2)->mention;
  bool is_body = akt_unit_is(s->r, np->head, AKT_EN(BODY_NOUN));
  if (is_body && is_kind(s, land, s->r->rules->kind_country) && !mention(s, land)->stands_for) {
    m->affiliation = land; // police in Serbia: Serbia's police
    m->type = AKT_ME_BODY;
    extend(m, mention(s, land));
    return;
  }
  if (!akt_unit_is(s->r, np->head, AKT_EN(GOVERNMENT_NOUN))) {
    bool is_somewhere = m->is_plural && land != AKT_NONE && is_named(s, land) &&
                        (is_kind(s, land, s->r->rules->kind_country) ||
                         is_kind(s, land, s->r->rules->kind_place));
    if (is_somewhere) // people in Mali: not those in Chad
      extend(m, mention(s, land));
    return;
  }
  uint32_t atom = s->r->units.items[chunk(s, c + 2)->head].atom;
  bool is_capital = atom != AKT_NONE && s->r->atoms.items[atom].type == AKT_ATOM_STANDS_FOR;
  bool is_land = is_kind(s, land, s->r->rules->kind_country) && // authorities in Tunisia
                 mention(s, land)->listed != AKT_NONE &&
                 !akt_unit_is_word(s->r, np->head, "officials") &&
                 !akt_unit_is_word(s->r, np->head, "official") &&
                 !akt_unit_is_word(s->r, np->head, "diplomats");
  if (!is_capital && !is_land)
    return;
  m->type = AKT_ME_LISTED; // a capital after "in" is a place to others, a state here
  m->listed = is_capital ? s->r->atoms.items[atom].value : mention(s, land)->listed;
  m->kind = s->r->rules->entities.items[m->listed].kind;
  m->stands_for = true;
}

// the attack in Pahalgam, a summit in Pyongyang
static void read_place(const scope *s, uint32_t c) {
  akt_reference *m = mention(s, chunk(s, c)->mention);
  if (!m || m->type != AKT_ME_HEADED || m->place != AKT_NONE)
    return;
  for (uint32_t p = c + 1; is_type(s, p, AKT_CH_PREPOSITION) && is_type(s, p + 1, AKT_CH_NP);
       p += 2) {
    bool is_locative = is_word(s, p, "in") || is_word(s, p, "at") || is_word(s, p, "near") ||
                       is_word(s, p, "of") || is_word(s, p, "on");
    const akt_chunk *np = chunk(s, p + 1);
    uint32_t place =
        np->mention != AKT_NONE && is_named(s, np->mention) ? np->mention : np->owner;
    bool fits =
        place != AKT_NONE && !is_kind(s, place, s->r->rules->kind_person) &&
        (is_kind(s, place, s->r->rules->kind_place) ||
         is_kind(s, place, s->r->rules->kind_country) || mention(s, place)->kind == AKT_NONE);
    if (is_locative && fits) {
      m->place = place;
      if (mention(s, place)->kind == AKT_NONE)
        mention(s, place)->kind = s->r->rules->kind_place;
      extend(m, mention(s, place));
      return;
    }
  }
}

static void join(const scope *s, uint32_t name, uint32_t office) {
  akt_reference *n = mention(s, name), *o = mention(s, office);
  if (n->kind == AKT_NONE || n->type == AKT_ME_NAME) {
    n->type = AKT_ME_PERSON;
    n->kind = o->kind;
  }
  if (n->title == AKT_NONE) {
    n->title = o->title;
    n->title_first = o->title_first;
    n->title_last = o->title_last;
  }
  if (n->affiliation == AKT_NONE)
    n->affiliation = o->affiliation;
  n->is_former |= o->is_former;
  o->same_as = name;
}

// "the head of the WHO X": no comma parts the body from the name of who heads it.
static bool read_holder(const scope *s, uint32_t c) {
  if (!(is_word(s, c + 1, "of") || is_word(s, c + 1, "for")) || !is_type(s, c + 2, AKT_CH_NP))
    return false;
  const akt_chunk *np = chunk(s, c + 2);
  akt_reference *o = mention(s, chunk(s, c)->mention);
  const akt_reference *name = mention(s, np->mention), *body = mention(s, np->modifier);
  bool is_office = o && o->type == AKT_ME_OFFICE && !o->is_plural && o->same_as == AKT_NONE &&
                   o->affiliation == AKT_NONE;
  bool is_holder = is_office && name && body && np->owner == AKT_NONE &&
                   name->type == AKT_ME_NAME && name->title == AKT_NONE &&
                   name->listed == AKT_NONE && name->name_first == body->last &&
                   could_be_person(s, np->mention) &&
                   akt_kind_is(s->r->rules, body->kind, s->r->rules->kind_group);
  if (!is_holder)
    return false;
  o->affiliation = np->modifier;
  extend(o, body);
  join(s, np->mention, chunk(s, c)->mention);
  return true;
}

// X is the leader of Y: the office is X's.
static void read_predicate(const scope *s, uint32_t c) {
  if (!is_type(s, c + 1, AKT_CH_VERB) || !is_type(s, c + 2, AKT_CH_NP))
    return;
  const akt_chunk *v = chunk(s, c + 1);
  const akt_reference *office = mention(s, chunk(s, c + 2)->mention);
  bool is_copula = v->has_be && v->main == AKT_NONE && !v->is_negated && v->modal == AKT_NONE;
  if (is_copula && office && office->type == AKT_ME_OFFICE && !office->is_plural &&
      office->same_as == AKT_NONE && could_be_person(s, chunk(s, c)->mention))
    join(s, chunk(s, c)->mention, chunk(s, c + 2)->mention);
}

// appointed X as prime minister
static void read_as(const scope *s, uint32_t c) {
  bool is_agent = c > s->begin && is_word(s, c - 1, "by"); // was appointed by X as
  if (is_agent || !is_word(s, c + 1, "as") || !is_type(s, c + 2, AKT_CH_NP) ||
      !could_be_person(s, chunk(s, c)->mention))
    return;
  const akt_reference *office = mention(s, chunk(s, c + 2)->mention);
  if (office && office->type == AKT_ME_OFFICE && !office->is_plural &&
      office->same_as == AKT_NONE)
    join(s, chunk(s, c)->mention, chunk(s, c + 2)->mention);
}

// X, a city in ...; X, the paramilitary group: the name keeps its node.
static void join_description(const scope *s, uint32_t c, uint32_t name, uint32_t what) {
  akt_reference *n = mention(s, name), *w = mention(s, what);
  const akt_chunk *np = chunk(s, c);
  bool is_place = akt_unit_is(s->r, np->head, AKT_EN(PLACE_NOUN));
  if (n->type == AKT_ME_NAME && n->kind == AKT_NONE) {
    if (is_place)
      n->kind = s->r->rules->kind_place;
    else if (w && (np->owner != AKT_NONE ||
                   !(w->type == AKT_ME_GENERIC && w->affiliation != AKT_NONE)))
      n->kind = w->kind;
  }
  bool is_same_kind =
      w && (w->kind == n->kind || (is_place && is_kind(s, name, s->r->rules->kind_place)));
  bool is_owned = np->owner != AKT_NONE && np->owner != name && // X, Y's party
                  n->kind == s->r->rules->kind_group;
  if (w && is_same_kind && (np->is_indefinite || is_owned) &&
      (w->type == AKT_ME_HEADED || w->type == AKT_ME_GENERIC || w->type == AKT_ME_BODY) &&
      w->same_as == AKT_NONE)
    w->same_as = name;
}

static bool ends_apposition(const scope *s, uint32_t c) {
  return c >= s->end || is_type(s, c, AKT_CH_COMMA) || is_type(s, c, AKT_CH_END) ||
         is_type(s, c, AKT_CH_DASH) || is_type(s, c, AKT_CH_VERB) ||
         is_type(s, c, AKT_CH_CONJUNCTION) || is_type(s, c, AKT_CH_RELATIVE);
}

static uint32_t after_phrases(const scope *s, uint32_t c) {
  while (is_type(s, c, AKT_CH_PREPOSITION) && is_type(s, c + 1, AKT_CH_NP))
    c += 2;
  return c;
}

// "X, defence minister of A and leader of B,": the second office is X's as well.
static void join_more_offices(const scope *s, uint32_t c, uint32_t name) {
  while (is_type(s, c, AKT_CH_CONJUNCTION) && is_type(s, c + 1, AKT_CH_NP)) {
    const akt_reference *office = mention(s, chunk(s, c + 1)->mention);
    if (!office || office->type != AKT_ME_OFFICE || office->is_plural ||
        office->same_as != AKT_NONE)
      return;
    join(s, name, chunk(s, c + 1)->mention);
    c = after_phrases(s, c + 2);
  }
}

static void join_with_more(const scope *s, uint32_t next, uint32_t name, uint32_t office) {
  join(s, name, office);
  join_more_offices(s, next, name);
}

static void join_relative(const scope *s, uint32_t c, uint32_t person) {
  akt_chunk *np = chunk(s, c);
  akt_reference *p = mention(s, person);
  if (akt_unit_is_word(s->r, np->head, "counterpart") && p->affiliation == AKT_NONE)
    p->affiliation = np->modifier;
  np->mention = person;
  np->is_actor = true;
}

// A body, a service, a party without a name of its own.
static bool is_unnamed_body(const scope *s, uint32_t c) {
  const akt_chunk *np = chunk(s, c);
  const akt_reference *m = mention(s, np->mention);
  bool is_group_noun =
      akt_unit_is(s->r, np->head, AKT_EN(BODY_NOUN)) ||
      (np->head_noun != AKT_NONE && s->r->rules->words.items[np->head_noun].head != AKT_NONE &&
       akt_kind_is(s->r->rules,
                   s->r->rules->heads.items[s->r->rules->words.items[np->head_noun].head].kind,
                   s->r->rules->kind_group));
  if (!is_group_noun || s->r->units.items[np->head].atom != AKT_NONE)
    return false;
  return !m ||
         (!m->is_plural && m->same_as == AKT_NONE &&
          (m->type == AKT_ME_BODY || m->type == AKT_ME_GENERIC || m->type == AKT_ME_HEADED));
}

// "Peru's intelligence service, the DINI,", "his party, Green Dawn,": what stands
// there is the name. Nothing of a list, where a comma only separates.
static bool is_body_called(const scope *s, uint32_t c, uint32_t comma) {
  const akt_reference *name = mention(s, chunk(s, comma + 1)->mention);
  bool is_listed = c > s->begin && is_type(s, c - 1, AKT_CH_COMMA);
  bool is_open = !is_type(s, comma + 2, AKT_CH_COMMA) && !is_type(s, comma + 2, AKT_CH_END) &&
                 comma + 2 < s->end;
  bool goes_on = is_type(s, comma + 3, AKT_CH_CONJUNCTION) || is_type(s, comma + 3, AKT_CH_NP);
  bool is_group =
      name && is_named(s, chunk(s, comma + 1)->mention) && !name->stands_for &&
      name->title == AKT_NONE && name->type != AKT_ME_BODY &&
      s->r->units.items[name->name_first].atom != AKT_NONE &&
      (name->kind == AKT_NONE || akt_kind_is(s->r->rules, name->kind, s->r->rules->kind_group));
  bool is_inside = c > s->begin && is_type(s, c - 1, AKT_CH_PREPOSITION);
  bool is_clear = name && (name->kind != AKT_NONE || name->first < name->name_first);
  bool could_be_head = !is_clear && // the head of the central bank, X
                       (is_inside || !akt_unit_is_word(s->r, chunk(s, c)->head, "party"));
  return is_group && !could_be_head && !is_listed && !is_open && !goes_on &&
         is_unnamed_body(s, c);
}

static void join_body(const scope *s, uint32_t c, uint32_t name) {
  akt_chunk *np = chunk(s, c);
  akt_reference *n = mention(s, name), *body = mention(s, np->mention);
  if (n->kind == AKT_NONE)
    n->kind = s->r->rules->kind_group;
  if (!body) {
    np->mention = name;
    np->is_actor = true;
    return;
  }
  if (n->affiliation == AKT_NONE && body->affiliation != name)
    n->affiliation = body->affiliation;
  body->same_as = name;
}

// "a British man, X,": the man is X.
static bool is_man_called(const scope *s, uint32_t c, uint32_t comma) {
  const akt_reference *man = mention(s, chunk(s, c)->mention);
  const akt_reference *name = mention(s, chunk(s, comma + 1)->mention);
  bool is_closed = comma + 2 >= s->end || is_type(s, comma + 2, AKT_CH_COMMA) ||
                   is_type(s, comma + 2, AKT_CH_END);
  bool goes_on =
      is_type(s, comma + 3, AKT_CH_NP); // the soldier, X, and Y: who knows how many they are
  goes_on |= is_type(s, comma + 3, AKT_CH_CONJUNCTION) && is_type(s, comma + 4, AKT_CH_NP);
  return man && name && is_closed && comma == c + 1 && man->type == AKT_ME_GENERIC &&
         !man->is_plural && man->same_as == AKT_NONE &&
         (chunk(s, c)->is_indefinite || (man->is_definite && !goes_on)) &&
         akt_kind_is(s->r->rules, man->kind, s->r->rules->kind_person) &&
         (name->type == AKT_ME_PERSON ||
          (name->type == AKT_ME_NAME && name->name_last - name->name_first > 1 &&
           could_be_person(s, chunk(s, comma + 1)->mention)));
}

// "the DINI, Peru's intelligence service,"
static bool is_own_body(const scope *s, uint32_t c, uint32_t comma) {
  const akt_reference *name = mention(s, chunk(s, c)->mention);
  const akt_reference *body = mention(s, chunk(s, comma + 1)->mention);
  bool is_group = name->kind == AKT_NONE || name->kind == s->r->rules->kind_group;
  return is_group && !name->stands_for && name->type != AKT_ME_BODY &&
         body->type == AKT_ME_BODY && !body->is_plural &&
         !is_type(s, after_phrases(s, comma + 2), AKT_CH_CONJUNCTION);
}

// a COMMA b: name and office in either order; or a name and what it is.
static void read_apposition(const scope *s, uint32_t c) {
  uint32_t b = after_phrases(s, c + 1);
  if (!is_type(s, b, AKT_CH_COMMA) || !is_type(s, b + 1, AKT_CH_NP))
    return;
  uint32_t left = chunk(s, c)->mention, right = chunk(s, b + 1)->mention;
  akt_reference *l = mention(s, left), *r = mention(s, right);
  bool is_adjacent = b == c + 1;
  // his Ghanaian counterpart, X; A's predecessor, X: the phrase is X.
  bool is_relative = akt_unit_is(s->r, chunk(s, c)->head, AKT_EN(HOLD_TITLE));
  if (is_relative && is_adjacent && could_be_person(s, right) &&
      ends_apposition(s, after_phrases(s, b + 2))) {
    join_relative(s, c, right);
    return;
  }
  bool is_one_of =
      l && akt_unit_is_word(s->r, chunk(s, c)->head, "one") && is_word(s, c + 1, "of");
  if (is_one_of && could_be_person(s, right) && ends_apposition(s, after_phrases(s, b + 2))) {
    l->same_as = right; // one of its commanders, X, was killed
    return;
  }
  if (is_man_called(s, c, b)) {
    l->same_as = right;
    return;
  }
  if (is_body_called(s, c, b)) {
    join_body(s, c, right);
    return;
  }
  if (!ends_apposition(s, after_phrases(s, b + 2)))
    return;
  if (l && r && is_adjacent && could_be_person(s, left) && r->type == AKT_ME_OFFICE &&
      !r->is_plural)
    join_with_more(s, after_phrases(s, b + 2), left, right);
  else if (l && r && could_be_person(s, right) && l->type == AKT_ME_OFFICE && !l->is_plural &&
           l->same_as == AKT_NONE &&
           (r->title == AKT_NONE || r->affiliation == AKT_NONE || chunk(s, c)->possessive))
    join(s, right, left);
  else if (is_named(s, left) && is_adjacent &&
           (!r || r->type == AKT_ME_GENERIC || r->type == AKT_ME_HEADED ||
            is_own_body(s, c, b)))
    join_description(s, b + 1, left, right);
}

// "army chief and de facto head of state, X,": every office of the list is X's.
static void join_listed_offices(const scope *s, uint32_t c) {
  const akt_reference *last = mention(s, chunk(s, c)->mention);
  if (!last || last->type != AKT_ME_OFFICE || last->same_as == AKT_NONE || c < s->begin + 2 ||
      !is_type(s, c - 1, AKT_CH_CONJUNCTION) || !is_type(s, c - 2, AKT_CH_NP))
    return;
  uint32_t name = last->same_as;
  akt_reference *first = mention(s, chunk(s, c - 2)->mention);
  if (!first || first->type != AKT_ME_OFFICE || first->is_plural || first->same_as != AKT_NONE)
    return;
  akt_reference *own = mention(s, chunk(s, c)->mention);
  if (own->affiliation == AKT_NONE && first->affiliation != AKT_NONE)
    own->affiliation =
        chunk(s, c - 2)->owner != AKT_NONE ? chunk(s, c - 2)->owner : first->affiliation;
  first->same_as = name;
}

// "Crown Prince and Prime Minister X": the office without a country is X's as well.
static void join_bare_office(const scope *s, uint32_t c) {
  akt_reference *office = mention(s, chunk(s, c)->mention);
  bool is_bare = office && office->type == AKT_ME_OFFICE && !office->is_plural &&
                 !office->is_definite && office->affiliation == AKT_NONE &&
                 office->same_as == AKT_NONE && !chunk(s, c)->is_indefinite;
  if (!is_bare || !is_type(s, c + 1, AKT_CH_CONJUNCTION) || !is_type(s, c + 2, AKT_CH_NP))
    return;
  const akt_reference *name = mention(s, chunk(s, c + 2)->mention);
  if (name && name->title != AKT_NONE && could_be_person(s, chunk(s, c + 2)->mention))
    office->same_as = chunk(s, c + 2)->mention;
}

// "The Karen Unity Army, or KUA,": the same name, shorter.
static void read_other_name(const scope *s, uint32_t c) {
  bool has_other = is_type(s, c + 1, AKT_CH_COMMA) && is_word(s, c + 2, "or") &&
                   is_type(s, c + 3, AKT_CH_NP) && ends_apposition(s, c + 4);
  akt_reference *name = mention(s, chunk(s, c)->mention);
  akt_reference *other = has_other ? mention(s, chunk(s, c + 3)->mention) : NULL;
  bool is_short = other && name && other->type == AKT_ME_NAME &&
                  other->name_last - other->name_first == 1 &&
                  s->r->text.tokens.items[other->name_first].is_all_caps;
  if (is_short &&
      akt_has_initial(s->r, name,
                      s->r->text.bytes.ptr[s->r->text.tokens.items[other->name_first].start]))
    other->same_as = chunk(s, c)->mention;
}

void akt_read_appositions(akt_reading *r) {
  for (uint32_t i = 0; i < r->text.sentences.count; i++) {
    scope s = {r, r->sentence_chunks.items[i], r->sentence_chunks.items[i + 1]};
    for (int pass = 0; pass < 2; pass++) // phrases to the right first: they may be appositions
      for (uint32_t c = s.end; c-- > s.begin;) {
        if (r->chunks.items[c].type != AKT_CH_NP || r->chunks.items[c].pronoun)
          continue;
        if (pass == 0) {
          read_container(&s, c);
          if (!read_holder(&s, c))
            read_affiliation(&s, c);
          read_whose(&s, c);
          read_allegiance(&s, c);
          read_led(&s, c);
          read_place(&s, c);
          read_seat(&s, c);
        } else {
          read_predicate(&s, c);
          read_as(&s, c);
          read_apposition(&s, c);
          join_listed_offices(&s, c);
          join_bare_office(&s, c);
          read_other_name(&s, c);
        }
      }
  }
  akt_read_acronyms(r);
}
