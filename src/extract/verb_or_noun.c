// The decision that makes or breaks a reader without a parser: attack, call,
// report, plan are nouns as often as verbs. Closed lists, the forms that the
// rules know, and the neighbours decide.
#include "extract/verb_or_noun.h"

#include "extract/phrase.h"

typedef struct candidate {
  uint8_t forms;     // all readings together
  uint32_t lemma;    // of the first reading
  bool is_ambiguous; // its lemma is a noun as often
  bool is_known;
} candidate;

static const akt_token *token(const akt_reading *r, uint32_t i) {
  return &r->text.tokens.items[i];
}

static uint8_t class_at(const akt_reading *r, uint32_t i) {
  return i == AKT_NONE ? AKT_CL_NONE : r->units.items[i].class;
}

static bool is_name_at(const akt_reading *r, uint32_t i) {
  if (i == AKT_NONE || r->units.items[i].atom == AKT_NONE)
    return false;
  const akt_atom *atom = &r->atoms.items[r->units.items[i].atom];
  return atom->type != AKT_ATOM_TITLE && !atom->compound; // EU-brokered is no name
}

// "hit | western Ukraine": no noun stands before such an adjective of a name.
static bool is_part_of_name(const akt_reading *r, uint32_t i) {
  return i + 1 < r->units.count && token(r, i + 1)->is_capital &&
         (akt_span_ends_with(akt_unit_text(r, i), "ern") || akt_unit_is_word(r, i, "central") ||
          akt_unit_is_word(r, i, "neighbouring") || akt_unit_is_word(r, i, "neighboring"));
}

// A determiner, name, number or pronoun comes next: a noun phrase begins.
static bool phrase_follows(const akt_reading *r, const akt_context *c) {
  uint32_t q = c->after;
  if (q == AKT_NONE)
    return false;
  akt_span text = akt_unit_text(r, q);
  if (akt_span_is(text, "$") || akt_span_is(text, "€") || akt_span_is(text, "£"))
    return true;
  return is_name_at(r, q) || akt_is_share(r, q) || is_part_of_name(r, q) ||
         token(r, q)->is_capital || token(r, q)->kind == AKT_TOKEN_NUMBER ||
         akt_unit_is(r, q,
                     AKT_EN(DETERMINER) | AKT_EN(POSSESSIVE) | AKT_EN(PRONOUN_MALE) |
                         AKT_EN(PRONOUN_FEMALE) | AKT_EN(PRONOUN_THING) |
                         AKT_EN(PRONOUN_PLURAL) | AKT_EN(NUMBER));
}

static bool follows_any(const akt_reading *r, const akt_context *c, uint64_t classes) {
  return c->after != AKT_NONE && akt_unit_is(r, c->after, classes);
}

static bool plain_word_follows(const akt_reading *r, const akt_context *c) {
  uint32_t q = c->after;
  return q != AKT_NONE && token(r, q)->kind == AKT_TOKEN_WORD && !token(r, q)->is_capital &&
         !akt_unit_is(r, q,
                      AKT_EN(DETERMINER) | AKT_EN(PREPOSITION) | AKT_EN(SUBORDINATOR) |
                          AKT_EN(CONJUNCTION) | AKT_EN(POSSESSIVE) | AKT_EN(MODAL) |
                          AKT_EN(BE) | AKT_EN(HAVE) | AKT_EN(ADVERB) | AKT_EN(RELATIVE) |
                          AKT_EN(SUBORDINATOR_OR_PREPOSITION) | AKT_EN(PARTICLE));
}

// Syrian, Syrians
static bool is_adjective_name(const akt_reading *r, uint32_t i) {
  return i != AKT_NONE && r->units.items[i].atom != AKT_NONE &&
         r->atoms.items[r->units.items[i].atom].type == AKT_ATOM_ADJECTIVE;
}

static bool is_demonym(const akt_reading *r, uint32_t i) {
  if (i == AKT_NONE || r->units.items[i].atom == AKT_NONE)
    return false;
  const akt_atom *atom = &r->atoms.items[r->units.items[i].atom];
  return atom->compound || (atom->type == AKT_ATOM_ADJECTIVE && !atom->is_plural);
}

static candidate readings_of(const akt_reading *r, uint32_t i) {
  candidate found = {.lemma = AKT_NONE};
  uint32_t word = r->units.items[i].word;
  if (word == AKT_NONE)
    return found;
  const akt_word *w = &r->rules->words.items[word];
  for (int k = 0; k < AKT_READINGS && w->verb[k].lemma != AKT_NONE; k++) {
    found.forms |= w->verb[k].forms;
    if (found.lemma == AKT_NONE)
      found.lemma = w->verb[k].lemma;
    found.is_ambiguous |=
        (r->rules->words.items[w->verb[k].lemma].classes & AKT_EN(NOUN_OR_VERB)) != 0;
    found.is_known = true;
  }
  return found;
}

// Words the rules do not know, by their endings and their place.
static candidate guess(const akt_reading *r, const akt_context *c) {
  candidate found = {.lemma = AKT_NONE};
  akt_span text = akt_unit_text(r, c->token);
  bool is_adverb =
      akt_unit_is(r, c->token, AKT_EN(ADVERB) | AKT_EN(ADJECTIVE)) ||
      (akt_span_ends_with(text, "ly") && !akt_unit_is(r, c->token, AKT_EN(NOT_ADVERB)));
  if (token(r, c->token)->is_capital || is_adverb ||
      (memchr(text.ptr, '-', text.len) && c->before != AKT_CL_TO))
    return found;
  uint8_t b = c->before;
  if (text.len > 4 && akt_span_ends_with(text, "ed") &&
      !akt_unit_is(r, c->token, AKT_EN(NOT_A_VERB)))
    found.forms = AKT_FORM_PAST | AKT_FORM_PARTICIPLE;
  else if (text.len > 5 && akt_span_ends_with(text, "ing") &&
           !akt_unit_is(r, c->token, AKT_EN(NOMINAL_ING)) &&
           (b == AKT_CL_BE || b == AKT_CL_COMMA || b == AKT_CL_PREPOSITION))
    found.forms = AKT_FORM_ING;
  else if ((b == AKT_CL_TO || b == AKT_CL_MODAL) && !akt_span_ends_with(text, "s"))
    found.forms = AKT_FORM_BASE;
  return found;
}

static const uint8_t past = AKT_FORM_PAST | AKT_FORM_PARTICIPLE;

static bool after_noun_past(const akt_reading *r, const akt_context *c, candidate w) {
  // "Syrian arrested suspects": between a demonym and a lower-case noun it modifies.
  if (is_demonym(r, c->before_token) && plain_word_follows(r, c))
    return false;
  bool is_also_base = (w.forms & AKT_FORM_BASE) != 0; // set, cut, hit, put
  bool goes_on = (is_name_at(r, c->before_token) &&
                  (plain_word_follows(r, c) || follows_any(r, c, AKT_EN(PARTICLE)))) ||
                 (akt_unit_is(r, c->before_token, AKT_EN(PEOPLE_NOUN)) && // its allies cut off
                  follows_any(r, c, AKT_EN(PARTICLE)));
  return !(is_also_base && w.is_ambiguous) || phrase_follows(r, c) || goes_on;
}

// "called the US attacks a violation": determiner and name right after a verb.
static bool is_object_phrase(const akt_reading *r, const akt_context *c) {
  uint32_t i = c->before_token;
  if (i == AKT_NONE || !is_name_at(r, i))
    return false;
  i = r->atoms.items[r->units.items[i].atom].first;
  if (i <= c->first + 1 || r->units.items[i - 1].class != AKT_CL_DETERMINER)
    return false;
  return r->units.items[i - 2].class == AKT_CL_VERB &&
         !(akt_lemma_classes(r, i - 2) & AKT_EN(REPORTING));
}

// "FARC rebels freed", "Colombia rebels release": the verb comes next.
static bool is_before_verb(const akt_reading *r, const akt_context *c) {
  if (c->after != c->token + 1)
    return false;
  candidate next = readings_of(r, c->after);
  bool is_past =
      !next.is_ambiguous && (next.forms & AKT_FORM_PAST) != 0 && !(next.forms & AKT_FORM_BASE);
  uint32_t word = r->units.items[c->token].word;
  uint32_t noun = word == AKT_NONE ? AKT_NONE : r->rules->words.items[word].noun;
  bool is_people =
      noun != AKT_NONE && (r->rules->words.items[noun].classes & AKT_EN(PEOPLE_NOUN)) != 0;
  return next.is_known && (is_past || (is_people && (next.forms & AKT_FORM_BASE)));
}

// "Peru hands over", "Peru pulls out": the particle makes the verb.
static bool goes_with_particle(const akt_reading *r, const akt_context *c) {
  if (c->after != c->token + 1 || !is_name_at(r, c->before_token))
    return false;
  return akt_unit_in(r, c->after, AKT_SET_VERB_PARTICLE) ||
         (akt_unit_is_word(r, c->token, "hands") && akt_unit_is_word(r, c->after, "over"));
}

// "also plans talks": the adverb stands before a verb.
static bool is_after_also(const akt_reading *r, const akt_context *c) {
  return c->token != c->first && !c->is_adjacent &&
         akt_unit_in(r, c->token - 1, AKT_SET_VERB_ADVERB) &&
         (plain_word_follows(r, c) || phrase_follows(r, c));
}

// "a U.S. arms sale": a name with "a" before it only tells of what sort.
static bool is_indefinite_name(const akt_reading *r, uint32_t i) {
  if (i == AKT_NONE || !is_name_at(r, i))
    return false;
  i = r->atoms.items[r->units.items[i].atom].first;
  return i > 0 && (akt_unit_is_word(r, i - 1, "a") || akt_unit_is_word(r, i - 1, "an"));
}

// "the opening of NATO talks with": the name before is an object already.
static bool is_governed(const akt_reading *r, const akt_context *c) {
  uint32_t i = c->before_token;
  if (i == AKT_NONE || !is_name_at(r, i))
    return false;
  i = r->atoms.items[r->units.items[i].atom].first;
  if (i <= c->first)
    return false;
  uint8_t before = class_at(r, i - 1);
  return before == AKT_CL_PREPOSITION ||
         (before == AKT_CL_VERB && !(akt_lemma_classes(r, i - 1) & AKT_EN(REPORTING)));
}

static bool after_noun_s(const akt_reading *r, const akt_context *c, candidate w) {
  if (!w.is_ambiguous)
    return !akt_is_plural_word(r, c->before_token) || is_name_at(r, c->before_token) ||
           !(w.forms & AKT_FORM_BASE) || phrase_follows(r, c);
  if (is_demonym(r, c->before_token) || class_at(r, c->before_token) == AKT_CL_ADJECTIVE)
    return false;
  bool is_singular_actor =
      is_name_at(r, c->before_token) ||
      akt_unit_is(r, c->before_token,
                  AKT_EN(PERSON_NOUN) | AKT_EN(GOVERNMENT_NOUN) | AKT_EN(BODY_NOUN));
  if (akt_is_plural_word(r, c->before_token) && !is_name_at(r, c->before_token))
    return false;
  if (is_object_phrase(r, c) || is_before_verb(r, c) || is_indefinite_name(r, c->before_token))
    return false;
  if (goes_with_particle(r, c) ||
      (!is_governed(r, c) && akt_opens_pair_of_verbs(r, c, AKT_FORM_S)))
    return true;
  bool to_follows = c->after != AKT_NONE && akt_unit_is_word(r, c->after, "to");
  if (phrase_follows(r, c) || (to_follows && is_name_at(r, c->before_token)))
    return true;
  if (akt_unit_is(r, c->token, AKT_EN(PEOPLE_NOUN)))
    return false; // FARC rebels kidnapped
  if (!is_singular_actor)
    return false;
  bool preposition = follows_any(r, c, AKT_EN(PREPOSITION)) && !is_governed(r, c);
  bool of_follows = c->after != AKT_NONE && akt_unit_is_word(r, c->after, "of");
  return (preposition && !of_follows && is_name_at(r, c->before_token) &&
          akt_unit_in(r, c->token, AKT_SET_NAME_VERB)) ||
         (plain_word_follows(r, c) &&
          (is_name_at(r, c->before_token) || // Pakistan court jails ex-minister
           (c->before_token > c->first && is_name_at(r, c->before_token - 1))));
}

// "Xi Jinping and Donald Trump walk": the name before is the last of several.
static bool ends_list(const akt_reading *r, const akt_context *c) {
  uint32_t i = c->before_token;
  if (i == AKT_NONE)
    return false;
  if (is_name_at(r, i))
    i = r->atoms.items[r->units.items[i].atom].first;
  return i > c->first && class_at(r, i - 1) == AKT_CL_CONJUNCTION;
}

// demanded, or its noun: a demand.
static bool is_mandate(const akt_reading *r, uint32_t i) {
  uint32_t word = r->units.items[i].word;
  if (word == AKT_NONE || class_at(r, i) == AKT_CL_VERB)
    return (akt_lemma_classes(r, i) & AKT_EN(MANDATE)) != 0;
  uint32_t noun = r->rules->words.items[word].noun;
  return class_at(r, i) == AKT_CL_NOUN &&
         (r->rules->words.items[noun == AKT_NONE ? word : noun].classes & AKT_EN(MANDATE));
}

// "demanded that the government resign": no verb yet since "that".
static bool is_subjunctive(const akt_reading *r, const akt_context *c) {
  for (uint32_t i = c->token; i-- > c->first;) {
    uint8_t class = class_at(r, i);
    if (class == AKT_CL_COMPLEMENT)
      return i > c->first && is_mandate(r, i - 1);
    if (class == AKT_CL_VERB || class == AKT_CL_BE || class == AKT_CL_HAVE)
      return false;
  }
  return false;
}

// "demanded Chile stop bombing": a name right after the demand, and what it is to do.
static bool is_bare_wish(const akt_reading *r, const akt_context *c, candidate w) {
  uint32_t i = c->before_token;
  if (!is_name_at(r, i) || is_demonym(r, i))
    return false;
  uint32_t first = r->atoms.items[r->units.items[i].atom].first;
  if (first <= c->first || class_at(r, first - 1) != AKT_CL_VERB || !is_mandate(r, first - 1))
    return false;
  bool is_ing = c->after != AKT_NONE && akt_span_ends_with(akt_unit_text(r, c->after), "ing");
  return !w.is_ambiguous || phrase_follows(r, c) || is_ing;
}

// "must continue military aid to Egypt": nothing but nouns since the verb.
static bool is_object_so_far(const akt_reading *r, const akt_context *c) {
  for (uint32_t i = c->token; i-- > c->first;) {
    uint8_t class = class_at(r, i);
    if (class == AKT_CL_VERB)
      return !(akt_lemma_classes(r, i) & AKT_EN(REPORTING));
    if (class != AKT_CL_NOUN && class != AKT_CL_ADJECTIVE && class != AKT_CL_DETERMINER &&
        class != AKT_CL_NUMBER)
      return false;
  }
  return false;
}

// "will let Macedonia join", "helped Mali retake": let and help govern the bare form.
static bool is_let(const akt_reading *r, const akt_context *c) {
  uint32_t i = c->before_token;
  for (; i != AKT_NONE && i > c->first && r->units.items[i].class != AKT_CL_VERB; i--) {
    uint8_t class = class_at(r, i);
    if (class != AKT_CL_NOUN && class != AKT_CL_NAME && class != AKT_CL_ADJECTIVE &&
        class != AKT_CL_DETERMINER && class != AKT_CL_NUMBER)
      return false;
  }
  uint32_t lemma = i == AKT_NONE ? AKT_NONE : r->units.items[i].lemma;
  return lemma != AKT_NONE && (lemma == akt_ruleset_word(r->rules, AKT_SPAN("let")) ||
                               lemma == akt_ruleset_word(r->rules, AKT_SPAN("help")));
}

// "Egyptians protest outside": the people of a country make no compounds.
static bool are_people(const akt_reading *r, uint32_t i) {
  uint32_t atom = i == AKT_NONE ? AKT_NONE : r->units.items[i].atom;
  return atom != AKT_NONE && r->atoms.items[atom].type == AKT_ATOM_ADJECTIVE &&
         r->atoms.items[atom].is_plural;
}

// "India, Pakistan trade fire": a headline's pair.
static bool opens_pair(const akt_reading *r, const akt_context *c) {
  uint32_t i = c->before_token;
  if (i == AKT_NONE || !is_name_at(r, i))
    return false;
  i = r->atoms.items[r->units.items[i].atom].first;
  if (i < c->first + 2 || class_at(r, i - 1) != AKT_CL_COMMA || !is_name_at(r, i - 2))
    return false;
  return r->atoms.items[r->units.items[i - 2].atom].first == c->first;
}

// "police torture prisoners": two plurals of people make no compound.
static bool is_between_people(const akt_reading *r, const akt_context *c) {
  return akt_is_plural_word(r, c->before_token) && c->after != AKT_NONE &&
         akt_is_plural_word(r, c->after) && akt_unit_is(r, c->after, AKT_EN(PEOPLE_NOUN)) &&
         akt_unit_is(r, c->before_token, AKT_EN(PEOPLE_NOUN) | AKT_EN(BODY_NOUN)) &&
         !akt_unit_is_word(r, c->after, "victims") &&
         !akt_unit_is_word(r, c->after, "suspects");
}

// "Chilean miners end strike", "Rebels release hostages": a headline, where people do it.
static bool is_headline_verb(const akt_reading *r, const akt_context *c) {
  uint32_t i = c->before_token;
  if (i == AKT_NONE || c->last == 0 || token(r, c->last - 1)->kind == AKT_TOKEN_STOP)
    return false;
  uint32_t word = r->units.items[i].word;
  uint32_t noun = word == AKT_NONE ? AKT_NONE : r->rules->words.items[word].noun;
  bool is_people = noun != AKT_NONE && noun != word &&
                   (r->rules->words.items[noun].classes & AKT_EN(PEOPLE_NOUN));
  for (uint32_t k = i; k-- > c->first;) {
    uint8_t class = class_at(r, k);
    if (akt_unit_is(r, k, AKT_EN(SUBORDINATOR_OR_PREPOSITION)))
      break; // as bishops broker deal
    if (class != AKT_CL_NOUN && class != AKT_CL_NAME && class != AKT_CL_ADJECTIVE &&
        class != AKT_CL_DETERMINER && class != AKT_CL_NUMBER)
      return false;
  }
  return (is_people || akt_is_people_suffix(r, i)) && plain_word_follows(r, c) &&
         !is_before_verb(r, c);
}

static bool after_noun_base(const akt_reading *r, const akt_context *c, candidate w) {
  if (is_headline_verb(r, c))
    return true;
  if (are_people(r, c->before_token) || opens_pair(r, c) || is_between_people(r, c))
    return true;
  if (is_let(r, c))
    return !w.is_ambiguous || phrase_follows(r, c) || akt_is_people_suffix(r, c->before_token);
  if (is_bare_wish(r, c, w))
    return true;
  bool is_wish = is_subjunctive(r, c);
  bool is_followed = c->after != AKT_NONE && akt_unit_is_word(r, c->after, "to") &&
                     is_name_at(r, c->before_token) && !w.is_ambiguous; // Congress refuse to
  if (!akt_is_plural_word(r, c->before_token) && !ends_list(r, c) && !is_wish && !is_followed)
    return false;
  bool to_follows =
      c->after != AKT_NONE && akt_unit_is_word(r, c->after, "to") && !is_object_so_far(r, c);
  return !w.is_ambiguous || phrase_follows(r, c) || to_follows ||
         (!is_governed(r, c) && akt_opens_pair_of_verbs(r, c, AKT_FORM_BASE)) ||
         (is_wish && (plain_word_follows(r, c) || follows_any(r, c, AKT_EN(PARTICLE))));
}

static bool noun_suffix_follows(const akt_reading *r, const akt_context *c) {
  static const char *const ends[] = {"ment", "tion",   "sion",      "ity",     "ance",
                                     "ence", "deal",   "programme", "program", "plan",
                                     "camp", "policy", "group",     "team",    "system"};
  if (c->after == AKT_NONE)
    return false;
  akt_span text = akt_unit_text(r, c->after);
  for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
    if (akt_span_ends_with(text, ends[k]))
      return true;
  return false;
}

static bool after_noun(const akt_reading *r, const akt_context *c, candidate w) {
  if (akt_closes_relative(r, c, false))
    return true;
  if (w.forms & past)
    return after_noun_past(r, c, w);
  if (w.forms & AKT_FORM_ING)
    return (!akt_unit_is(r, c->token, AKT_EN(NOMINAL_ING)) ||
            (phrase_follows(r, c) && !is_demonym(r, c->before_token))) &&
           !(class_at(r, c->before_token) == AKT_CL_NOUN && c->is_adjacent &&
             noun_suffix_follows(r, c));
  if (w.forms & AKT_FORM_S)
    return after_noun_s(r, c, w);
  return (w.forms & AKT_FORM_BASE) && after_noun_base(r, c, w);
}

// "raids Jenin, kills four": an earlier verb of the same form.
static bool has_verb_before(const akt_reading *r, const akt_context *c, uint8_t form) {
  for (uint32_t i = c->first; i < c->token; i++) {
    const akt_unit *unit = &r->units.items[i];
    bool is_auxiliary =
        form == AKT_FORM_S && (akt_unit_is_word(r, i, "is") || akt_unit_is_word(r, i, "has"));
    if (is_auxiliary || (unit->class == AKT_CL_VERB && (unit->forms & form)))
      return true;
  }
  return false;
}

// "accuses B of ... and calls for"
static bool has_present_verb(const akt_reading *r, const akt_context *c) {
  bool is_share =
      c->after != AKT_NONE && // and controls much of the north
      (akt_unit_is_word(r, c->after, "much") || akt_unit_is_word(r, c->after, "most") ||
       akt_unit_is_word(r, c->after, "parts") || akt_unit_is_word(r, c->after, "part"));
  return (is_share || follows_any(r, c, AKT_EN(PREPOSITION))) &&
         has_verb_before(r, c, AKT_FORM_S);
}

static bool is_verbal_ing(const akt_reading *r, const akt_context *c) {
  return !akt_unit_is(r, c->token, AKT_EN(NOMINAL_ING)) || phrase_follows(r, c) ||
         akt_closes_relative(r, c, true);
}

static bool after_boundary(const akt_reading *r, const akt_context *c, candidate w) {
  uint8_t b = c->before;
  if (b == AKT_CL_VERB && c->is_adjacent &&
      akt_unit_is(r, c->token, AKT_EN(HEDGE) | AKT_EN(FORMER)))
    return false; // arrested suspected Islamists, reinstated ousted President X
  bool is_modifier_place = b == AKT_CL_VERB || b == AKT_CL_SUBORDINATOR || b == AKT_CL_PARTICLE;
  if (w.forms & AKT_FORM_ING)
    return is_verbal_ing(r, c);
  if (w.forms & past) {
    bool only_past = !(w.forms & AKT_FORM_BASE);
    bool is_said = b == AKT_CL_VERB && !c->is_adjacent && // said on Monday captured leaders
                   (akt_lemma_classes(r, c->before_token) & AKT_EN(REPORTING));
    bool is_near = c->is_adjacent || is_said || class_at(r, c->token - 1) == AKT_CL_ADVERB;
    if (is_modifier_place && b != AKT_CL_SUBORDINATOR && is_near && only_past &&
        (plain_word_follows(r, c) || is_adjective_name(r, c->after)))
      return false; // released detained leaders, treated wounded Syrian rebels
    return !(w.is_ambiguous && !only_past) || phrase_follows(r, c) || b == AKT_CL_CONJUNCTION;
  }
  if ((w.forms & AKT_FORM_S) && is_after_also(r, c))
    return true;
  if (w.forms & AKT_FORM_S)
    return (!w.is_ambiguous && (b == AKT_CL_CONJUNCTION || b == AKT_CL_COMMA)) ||
           (b == AKT_CL_CONJUNCTION && (phrase_follows(r, c) || has_present_verb(r, c))) ||
           (b == AKT_CL_COMMA && phrase_follows(r, c) && has_verb_before(r, c, AKT_FORM_S));
  if (!(w.forms & AKT_FORM_BASE))
    return false;
  bool is_bare_infinitive =
      b == AKT_CL_VERB && (akt_lemma_classes(r, c->before_token) & AKT_EN(PERMIT));
  return ((b == AKT_CL_CONJUNCTION || is_bare_infinitive) && !w.is_ambiguous) ||
         (w.is_ambiguous && b == AKT_CL_CONJUNCTION && phrase_follows(r, c));
}

static bool reads_as_verb(const akt_reading *r, const akt_context *c, candidate w) {
  switch ((akt_token_class)c->before) {
  case AKT_CL_MODAL:
  case AKT_CL_TO:
  case AKT_CL_DO:
    return (w.forms & AKT_FORM_BASE) != 0;
  case AKT_CL_NEGATION:
    return (w.forms & (AKT_FORM_BASE | AKT_FORM_PARTICIPLE | AKT_FORM_ING)) != 0;
  case AKT_CL_BE:
    return (w.forms & (AKT_FORM_PARTICIPLE | AKT_FORM_ING)) != 0 &&
           (!akt_unit_is(r, c->token, AKT_EN(NOT_A_VERB)) || // was wounded by
            (c->after != AKT_NONE && akt_unit_is_word(r, c->after, "by")));
  case AKT_CL_HAVE:
    return (w.forms & past) != 0;
  case AKT_CL_PRONOUN:
  case AKT_CL_RELATIVE:
    return true;
  case AKT_CL_PREPOSITION:
    return (w.forms & AKT_FORM_ING) && is_verbal_ing(r, c);
  case AKT_CL_DETERMINER:
  case AKT_CL_POSSESSIVE:
  case AKT_CL_ADJECTIVE:
    if (c->before == AKT_CL_ADJECTIVE && !w.is_ambiguous &&
        (w.forms & (AKT_FORM_PAST | AKT_FORM_S)))
      return !plain_word_follows(r, c) ||
             (w.lemma != AKT_NONE &&
              (r->rules->words.items[w.lemma].classes & AKT_EN(REPORTING)));
    return false;
  case AKT_CL_NUMBER:
    if (w.is_ambiguous && (w.forms & AKT_FORM_S))
      return false; // 20 rockets at
    return (w.forms & (AKT_FORM_PAST | AKT_FORM_S)) &&
           (phrase_follows(r, c) || follows_any(r, c, AKT_EN(PREPOSITION)));
  case AKT_CL_NOUN:
  case AKT_CL_NAME:
    return after_noun(r, c, w);
  case AKT_CL_NONE:
  case AKT_CL_VERB:
  case AKT_CL_PARTICLE:
  case AKT_CL_CONJUNCTION:
  case AKT_CL_COMMA:
  case AKT_CL_COMPLEMENT:
  case AKT_CL_SUBORDINATOR:
  case AKT_CL_DASH:
  case AKT_CL_END:
  case AKT_CL_ADVERB:
  case AKT_CL_TIME:
  case AKT_CL_QUOTE:
  case AKT_CL_BRACKET:
    return after_boundary(r, c, w);
  }
  return false;
}

// Adjectives that act as verbs after be: is willing to, were ready to.
static bool is_predicate(const akt_reading *r, const akt_context *c) {
  return c->before == AKT_CL_BE && akt_unit_is(r, c->token, AKT_EN(PREDICATE));
}

// Of several lemmas of one form (found: find, found) the one whose form fits.
static uint32_t fitting_lemma(const akt_reading *r, const akt_context *c, candidate w) {
  uint32_t word = r->units.items[c->token].word;
  if (word == AKT_NONE)
    return AKT_NONE;
  const akt_word *known = &r->rules->words.items[word];
  uint8_t wanted = 0;
  if (c->before == AKT_CL_MODAL || c->before == AKT_CL_TO || c->before == AKT_CL_DO)
    wanted = AKT_FORM_BASE;
  else if (c->before == AKT_CL_BE || c->before == AKT_CL_HAVE)
    wanted = AKT_FORM_PARTICIPLE;
  else
    wanted = AKT_FORM_PAST | AKT_FORM_S;
  for (int k = 0; k < AKT_READINGS && known->verb[k].lemma != AKT_NONE; k++)
    if (known->verb[k].forms & wanted)
      return known->verb[k].lemma;
  return w.lemma;
}

// "Striking miners", "met with striking miners": on strike, and striking nobody.
static bool is_on_strike(const akt_reading *r, const akt_context *c) {
  uint32_t word = c->after == AKT_NONE ? AKT_NONE : r->units.items[c->after].word;
  uint32_t noun = word == AKT_NONE ? AKT_NONE : r->rules->words.items[word].noun;
  bool is_people =
      c->after != AKT_NONE &&
      (akt_is_people_suffix(r, c->after) ||
       (noun != AKT_NONE && (r->rules->words.items[noun].classes & AKT_EN(PEOPLE_NOUN))));
  bool is_place =
      c->before == AKT_CL_NONE ||
      (c->before == AKT_CL_PREPOSITION && (akt_unit_is_word(r, c->before_token, "with") ||
                                           akt_unit_is_word(r, c->before_token, "between") ||
                                           akt_unit_is_word(r, c->before_token, "to")));
  return is_people && is_place && akt_unit_is_word(r, c->token, "striking");
}

bool akt_decide_verb(akt_reading *r, const akt_context *c) {
  akt_unit *unit = &r->units.items[c->token];
  if (is_on_strike(r, c))
    return false;
  if (is_predicate(r, c)) {
    unit->class = AKT_CL_VERB;
    unit->forms = AKT_FORM_PARTICIPLE;
    unit->lemma = unit->word;
    return true;
  }
  candidate w = readings_of(r, c->token);
  if (!w.is_known)
    w = guess(r, c);
  bool is_first = c->token == c->first;
  if (!w.forms || (token(r, c->token)->is_capital && !is_first))
    return false;
  // ruling, visiting, neighbouring: adjectives, but for "is visiting".
  bool is_adjective = akt_unit_is(r, c->token, AKT_EN(ADJECTIVE)) && (w.forms & AKT_FORM_ING);
  if (is_adjective && c->before != AKT_CL_BE)
    return false;
  bool verb =
      is_first ? ((w.forms & AKT_FORM_ING) && !akt_unit_is(r, c->token, AKT_EN(NOMINAL_ING))) ||
                     (!w.is_ambiguous && (w.forms & past))
               : reads_as_verb(r, c, w);
  if (!verb)
    return false;
  unit->class = AKT_CL_VERB;
  unit->forms = w.forms;
  unit->lemma = fitting_lemma(r, c, w);
  return true;
}
