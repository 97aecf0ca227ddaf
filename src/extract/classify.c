// One class for every token, from left to right: closed lists, names found
// before, and for the rest the verb-or-noun decision.
#include "extract/verb_or_noun.h"

enum { LONGEST_BRACKET = 14, CLAUSE_REACH = 24 };

static const akt_token *token(const akt_reading *r, uint32_t i) {
  return &r->text.tokens.items[i];
}

static void set_class(akt_reading *r, uint32_t i, akt_token_class class) {
  r->units.items[i].class = (uint8_t) class;
}

bool akt_is_share(const akt_reading *r, uint32_t i) {
  return i + 1 < r->units.count && akt_unit_is_word(r, i, "much") &&
         akt_unit_is_word(r, i + 1, "of");
}

// Brackets hold acronyms and asides; clauses are read without them.
static void mark_brackets(akt_reading *r, const akt_sentence *s) {
  for (uint32_t i = s->first; i < s->last; i++) {
    if (token(r, i)->kind != AKT_TOKEN_OPEN)
      continue;
    uint32_t end = i + 1;
    while (end < s->last && token(r, end)->kind != AKT_TOKEN_CLOSE && end - i < LONGEST_BRACKET)
      end++;
    if (end >= s->last || token(r, end)->kind != AKT_TOKEN_CLOSE)
      continue;
    for (uint32_t k = i; k <= end; k++)
      set_class(r, k, AKT_CL_BRACKET);
    i = end;
  }
}

static bool is_capital_run_until(const akt_reading *r, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; i++)
    if (token(r, i)->kind == AKT_TOKEN_WORD && !token(r, i)->is_capital)
      return false;
  return to > from;
}

// "PARIS (Reuters) - ", "KYIV, Ukraine -- ": the place of writing is no subject.
static void mark_dateline(akt_reading *r, const akt_sentence *s) {
  uint32_t limit = s->first + 9 < s->last ? s->first + 9 : s->last;
  for (uint32_t i = s->first + 1; i < limit; i++) {
    bool is_dash = token(r, i)->kind == AKT_TOKEN_DASH;
    if (!is_dash ||
        (!token(r, s->first)->is_all_caps && r->units.items[i - 1].class != AKT_CL_BRACKET))
      continue;
    if (!is_capital_run_until(r, s->first, i))
      return;
    for (uint32_t k = s->first; k <= i; k++)
      set_class(r, k, AKT_CL_BRACKET);
    return;
  }
}

// The stop of "Mr." or "Gen." inside a sentence.
static bool is_abbreviation_stop(const akt_reading *r, const akt_sentence *s, uint32_t i) {
  return i > s->first && i + 1 < s->last && !token(r, i)->has_space &&
         akt_unit_is(r, i - 1, AKT_EN(ABBREVIATION));
}

// "as well as" joins like "and".
static bool mark_as_well_as(akt_reading *r, const akt_sentence *s, uint32_t i) {
  if (i + 2 >= s->last || !akt_unit_is_word(r, i, "as") ||
      !akt_unit_is_word(r, i + 1, "well") || !akt_unit_is_word(r, i + 2, "as"))
    return false;
  set_class(r, i, AKT_CL_CONJUNCTION);
  set_class(r, i + 1, AKT_CL_ADVERB);
  set_class(r, i + 2, AKT_CL_ADVERB);
  return true;
}

static bool mark_punctuation(akt_reading *r, const akt_sentence *s, uint32_t i) {
  switch ((akt_token_kind)token(r, i)->kind) {
  case AKT_TOKEN_POSSESSIVE:
    set_class(r, i, AKT_CL_POSSESSIVE);
    return true;
  case AKT_TOKEN_COMMA:
    set_class(r, i, AKT_CL_COMMA);
    return true;
  case AKT_TOKEN_QUOTE:
    set_class(r, i, AKT_CL_QUOTE);
    return true;
  case AKT_TOKEN_STOP:
    set_class(r, i, is_abbreviation_stop(r, s, i) ? AKT_CL_QUOTE : AKT_CL_END);
    return true;
  case AKT_TOKEN_OPEN:
  case AKT_TOKEN_CLOSE:
  case AKT_TOKEN_DASH:
  case AKT_TOKEN_COLON:
    set_class(r, i, AKT_CL_DASH);
    return true;
  case AKT_TOKEN_OTHER:
    set_class(r, i, AKT_CL_QUOTE);
    return true;
  case AKT_TOKEN_NUMBER:
    set_class(r, i, AKT_CL_NUMBER);
    return true;
  case AKT_TOKEN_WORD:
    break;
  }
  return false;
}

// "who heads the commission": a title only where no verb can stand.
static bool is_verb_after_who(const akt_reading *r, uint32_t i) {
  uint32_t word = r->units.items[i].word;
  if (i == 0 || r->units.items[i - 1].class != AKT_CL_RELATIVE || word == AKT_NONE)
    return false;
  akt_verb_reading reading = r->rules->words.items[word].verb[0];
  return reading.lemma != AKT_NONE && (reading.forms & AKT_FORM_S);
}

static bool mark_name(akt_reading *r, uint32_t i) {
  uint32_t atom = r->units.items[i].atom;
  if (atom == AKT_NONE)
    return false;
  if (r->atoms.items[atom].type == AKT_ATOM_TITLE && is_verb_after_who(r, i)) {
    r->units.items[i].atom = AKT_NONE;
    return false;
  }
  set_class(r, i, r->atoms.items[atom].type == AKT_ATOM_TITLE ? AKT_CL_NOUN : AKT_CL_NAME);
  return true;
}

static bool is_number_at(const akt_reading *r, uint32_t i, const akt_sentence *s) {
  return i < s->last &&
         (token(r, i)->kind == AKT_TOKEN_NUMBER || akt_unit_is(r, i, AKT_EN(NUMBER)));
}

// at least 8, up to 20, more than a dozen: all determiners of the number.
static bool mark_number(akt_reading *r, const akt_sentence *s, uint32_t i) {
  bool is_name_before = i > s->first && r->units.items[i - 1].class == AKT_CL_NAME;
  if (is_name_before && akt_unit_is_word(r, i, "first") && i + 1 < s->last &&
      r->units.items[i + 1].word != AKT_NONE &&
      r->rules->words.items[r->units.items[i + 1].word].verb[0].lemma != AKT_NONE) {
    set_class(r, i, AKT_CL_ADVERB); // Poland first welcomed
    return true;
  }
  if (akt_unit_is(r, i, AKT_EN(NUMBER_MODIFIER)) && is_number_at(r, i + 1, s) &&
      r->units.items[i + 1].class != AKT_CL_TIME) {
    set_class(r, i, AKT_CL_NUMBER);
    return true;
  }
  bool is_pair = i + 1 < s->last &&
                 ((akt_unit_is_word(r, i, "at") && (akt_unit_is_word(r, i + 1, "least") ||
                                                    akt_unit_is_word(r, i + 1, "most"))) ||
                  (akt_unit_is_word(r, i, "up") && akt_unit_is_word(r, i + 1, "to") &&
                   is_number_at(r, i + 2, s)) ||
                  (akt_unit_is_word(r, i + 1, "than") &&
                   (akt_unit_is_word(r, i, "more") || akt_unit_is_word(r, i, "less") ||
                    akt_unit_is_word(r, i, "fewer"))));
  if (!is_pair)
    return false;
  set_class(r, i, AKT_CL_NUMBER);
  set_class(r, i + 1, AKT_CL_NUMBER);
  return true;
}

// "told A that B ...", against "the attack that killed": a subject follows, and
// a verb of saying or asking came before.
static bool opens_content(const akt_reading *r, const akt_context *c) {
  uint32_t q = c->after;
  if (q == AKT_NONE)
    return false;
  uint32_t word = r->units.items[q].word;
  bool is_subject = akt_unit_is(r, q,
                                AKT_EN(DETERMINER) | AKT_EN(POSSESSIVE) | AKT_EN(PRONOUN_MALE) |
                                    AKT_EN(PRONOUN_FEMALE) | AKT_EN(PRONOUN_THING) |
                                    AKT_EN(PRONOUN_PLURAL)) ||
                    r->units.items[q].atom != AKT_NONE || word == AKT_NONE ||
                    r->rules->words.items[word].verb[0].lemma == AKT_NONE;
  if (!is_subject || akt_unit_is(r, q,
                                 AKT_EN(BE) | AKT_EN(HAVE) | AKT_EN(MODAL) | AKT_EN(DO) |
                                     AKT_EN(ADVERB) | AKT_EN(NEGATION)))
    return false;
  for (uint32_t i = c->token; i > c->first; i--) {
    uint8_t class = r->units.items[i - 1].class;
    if (class == AKT_CL_COMMA || class == AKT_CL_RELATIVE || class == AKT_CL_SUBORDINATOR)
      return false;
    if (class == AKT_CL_VERB)
      return (akt_lemma_classes(r, i - 1) & (AKT_EN(REPORTING) | AKT_EN(CONTROL))) != 0 ||
             akt_unit_is_word(r, i - 1, "assured") || akt_unit_is_word(r, i - 1, "reminded");
  }
  return false;
}

static bool mark_that(akt_reading *r, const akt_context *c) {
  if (!akt_unit_is_word(r, c->token, "that"))
    return false;
  akt_token_class class = AKT_CL_DETERMINER;
  uint8_t b = c->before;
  if (c->after != AKT_NONE && akt_unit_is(r, c->after, AKT_EN(TIME_UNIT)))
    class = AKT_CL_DETERMINER;
  else if (b == AKT_CL_VERB || b == AKT_CL_PRONOUN || b == AKT_CL_CONJUNCTION ||
           b == AKT_CL_TIME)
    class = AKT_CL_COMPLEMENT;
  else if (b == AKT_CL_NOUN || b == AKT_CL_NAME || b == AKT_CL_NUMBER)
    class = akt_unit_is(r, c->before_token, AKT_EN(CONTENT_NOUN)) || opens_content(r, c)
                ? AKT_CL_COMPLEMENT
                : AKT_CL_RELATIVE;
  else if (b == AKT_CL_COMMA || b == AKT_CL_ADJECTIVE || b == AKT_CL_PARTICLE)
    class = AKT_CL_COMPLEMENT;
  set_class(r, c->token, class);
  return true;
}

static bool is_base_form(const akt_reading *r, uint32_t i) {
  uint32_t word = r->units.items[i].word;
  if (word == AKT_NONE || token(r, i)->is_capital)
    return false;
  for (int k = 0; k < AKT_READINGS; k++) {
    akt_verb_reading reading = r->rules->words.items[word].verb[k];
    if (reading.lemma != AKT_NONE && (reading.forms & AKT_FORM_BASE))
      return true;
  }
  return akt_unit_is_word(r, i, "be");
}

// An unknown word that could be the base form of a verb: de-escalate.
static bool looks_like_base(const akt_reading *r, uint32_t i) {
  static const char *const others[] = {"s",    "ed",   "ing",  "al",   "ic",  "ive",
                                       "ous",  "ful",  "able", "ible", "ish", "ary",
                                       "ory",  "ment", "tion", "sion", "ity", "ness",
                                       "ance", "ence", "ism",  "ship", "ist"};
  akt_span text = akt_unit_text(r, i);
  if (token(r, i)->kind != AKT_TOKEN_WORD || token(r, i)->is_capital || text.len < 3)
    return false;
  for (size_t k = 0; k < sizeof others / sizeof *others; k++)
    if (akt_span_ends_with(text, others[k]))
      return false;
  const char *hyphen = memchr(text.ptr, '-', text.len);
  return !hyphen || hyphen - text.ptr <= 3; // to de-escalate, but to drought-stricken farmers
}

// to + base form, or + an unknown word before a noun phrase; else a preposition.
static bool mark_to(akt_reading *r, const akt_sentence *s, uint32_t i) {
  if (!akt_unit_is_word(r, i, "to"))
    return false;
  uint32_t q = i + 1;
  while (q < s->last &&
         (akt_unit_is(r, q, AKT_EN(ADVERB)) || token(r, q)->kind == AKT_TOKEN_QUOTE ||
          (akt_span_ends_with(akt_unit_text(r, q), "ly") &&
           !akt_unit_is(r, q, AKT_EN(NOT_ADVERB)))))
    q++;
  bool is_infinitive = false;
  if (q < s->last && r->units.items[q].atom == AKT_NONE) {
    uint32_t next = q + 1;
    bool stops = next >= s->last || token(r, next)->kind != AKT_TOKEN_WORD ||
                 akt_unit_is_word(r, next, "of") || akt_unit_is_word(r, next, "from") ||
                 akt_unit_is_word(r, next, "for") || akt_unit_is_word(r, next, "in");
    bool is_ambiguous = akt_unit_is(r, q, AKT_EN(NOUN_OR_VERB));
    bool usually_verb = akt_unit_in(r, q, AKT_SET_TO_VERB);
    bool ends = next >= s->last || token(r, next)->kind != AKT_TOKEN_WORD;
    bool is_led = i > s->first && ((r->units.items[i - 1].class == AKT_CL_NAME && ends) ||
                                   (r->units.items[i - 1].class == AKT_CL_VERB &&
                                    !(akt_lemma_classes(r, i - 1) & AKT_EN(TO_PREPOSITION))));
    bool is_modifier =
        akt_unit_is_word(r, q, "war") || // aid to war veterans, to rebel territory
        (akt_unit_is_word(r, q, "rebel") && next < s->last &&
         !akt_unit_is_word(r, next, "against"));
    if (is_base_form(r, q) && !is_modifier)
      is_infinitive = !(is_ambiguous && stops && !usually_verb && !is_led);
    else if (r->units.items[q].word == AKT_NONE && looks_like_base(r, q))
      is_infinitive = next < s->last && token(r, next)->kind == AKT_TOKEN_WORD && !stops &&
                      !akt_unit_is(r, next,
                                   AKT_EN(PREPOSITION) | AKT_EN(CONJUNCTION) | AKT_EN(BE) |
                                       AKT_EN(HAVE) | AKT_EN(MODAL));
  }
  set_class(r, i, is_infinitive ? AKT_CL_TO : AKT_CL_PREPOSITION);
  return true;
}

static bool is_adverb(const akt_reading *r, uint32_t i) {
  bool is_house = akt_unit_is_word(r, i, "home") && i > 0 && // the home of X
                  (r->units.items[i - 1].class == AKT_CL_DETERMINER ||
                   r->units.items[i - 1].class == AKT_CL_POSSESSIVE);
  if (is_house)
    return false;
  if (akt_unit_is(r, i, AKT_EN(ADVERB)))
    return true;
  akt_span text = akt_unit_text(r, i);
  return text.len > 4 && akt_span_ends_with(text, "ly") &&
         !akt_unit_is(r, i, AKT_EN(NOT_ADVERB));
}

typedef struct closed_class {
  uint64_t lists;
  akt_token_class class;
} closed_class;

static const closed_class closed[] = {
    {AKT_EN(MODAL), AKT_CL_MODAL},
    {AKT_EN(BE), AKT_CL_BE},
    {AKT_EN(HAVE), AKT_CL_HAVE},
    {AKT_EN(DO), AKT_CL_DO},
    {AKT_EN(NEGATION), AKT_CL_NEGATION},
    {AKT_EN(CONJUNCTION), AKT_CL_CONJUNCTION},
    {AKT_EN(RELATIVE), AKT_CL_RELATIVE},
    {AKT_EN(CONDITION) | AKT_EN(SUBORDINATOR), AKT_CL_SUBORDINATOR},
    {AKT_EN(POSSESSIVE), AKT_CL_DETERMINER},
    {AKT_EN(PRONOUN_MALE) | AKT_EN(PRONOUN_FEMALE) | AKT_EN(PRONOUN_THING) |
         AKT_EN(PRONOUN_PLURAL) | AKT_EN(PRONOUN_OTHER),
     AKT_CL_PRONOUN},
    {AKT_EN(DETERMINER), AKT_CL_DETERMINER},
    {AKT_EN(NUMBER), AKT_CL_NUMBER},
    {AKT_EN(PREPOSITION), AKT_CL_PREPOSITION},
};

static bool is_ing_verb(const akt_reading *r, uint32_t i) {
  uint32_t word = i == AKT_NONE ? AKT_NONE : r->units.items[i].word;
  return word != AKT_NONE && r->rules->words.items[word].verb[0].lemma != AKT_NONE &&
         (r->rules->words.items[word].verb[0].forms & AKT_FORM_ING);
}

static bool is_past_or_auxiliary(const akt_reading *r, uint32_t i) {
  uint32_t word = r->units.items[i].word;
  if (akt_unit_is(r, i, AKT_EN(HAVE) | AKT_EN(BE) | AKT_EN(MODAL)))
    return true;
  if (word == AKT_NONE || r->rules->words.items[word].verb[0].lemma == AKT_NONE)
    return false;
  uint8_t forms = r->rules->words.items[word].verb[0].forms;
  return (forms & AKT_FORM_PAST) != 0 && !(forms & AKT_FORM_BASE);
}

// A particle right after its verb, its pronoun or its object: turned it down,
// ordered two officials out of.
static bool mark_particle(akt_reading *r, const akt_context *c) {
  uint32_t i = c->token;
  if (!akt_unit_is(r, i, AKT_EN(PARTICLE)) || !c->is_adjacent)
    return false;
  bool is_after_object = c->before == AKT_CL_PRONOUN && c->before_token > c->first &&
                         r->units.items[c->before_token - 1].class == AKT_CL_VERB;
  if (c->before == AKT_CL_VERB || is_after_object) {
    bool is_preposition = akt_unit_is(r, i, AKT_EN(PREPOSITION)) && c->after != AKT_NONE &&
                          (token(r, c->after)->is_capital ||
                           akt_unit_is(r, c->after, AKT_EN(DETERMINER) | AKT_EN(POSSESSIVE)));
    set_class(r, i, is_preposition ? AKT_CL_PREPOSITION : AKT_CL_PARTICLE);
    return true;
  }
  bool is_late = !akt_unit_is(r, i, AKT_EN(PREPOSITION)) &&
                 (c->before == AKT_CL_NOUN || c->before == AKT_CL_NAME) &&
                 (c->after == AKT_NONE || akt_unit_is(r, c->after, AKT_EN(PREPOSITION)) ||
                  token(r, c->after)->kind != AKT_TOKEN_WORD);
  if (is_late)
    set_class(r, i, AKT_CL_PARTICLE);
  return is_late;
}

// Words of other classes that say nothing of their own where they stand.
static bool is_floating(const akt_reading *r, const akt_context *c) {
  uint32_t i = c->token;
  bool is_distributive = akt_unit_is_word(r, i, "each") || akt_unit_is_word(r, i, "both") ||
                         akt_unit_is_word(r, i, "all");
  if (is_distributive && c->before == AKT_CL_COMMA && is_ing_verb(r, c->after))
    return true; // A and B, each saying
  bool is_inside_group =
      (c->before == AKT_CL_HAVE || c->before == AKT_CL_BE || c->before == AKT_CL_MODAL) &&
      c->is_adjacent;
  bool is_between = akt_unit_is_word(r, i, "both") && c->is_adjacent && c->after == i + 1 &&
                    (c->before == AKT_CL_NAME || c->before == AKT_CL_NOUN) &&
                    is_past_or_auxiliary(r, i + 1);
  if (is_distributive && (is_inside_group || is_between))
    return true; // have both denied; A and B both denied
  if (akt_unit_is_word(r, i, "since") && c->before == AKT_CL_HAVE && c->is_adjacent)
    return true; // has since warned
  return akt_unit_is_word(r, i, "so") && c->is_adjacent && i + 1 < c->last &&
         akt_unit_is_word(r, i + 1, "far"); // has so far refused
}

// "her" and "that" aside, a closed-class word is what its list says.
static bool mark_closed(akt_reading *r, const akt_context *c) {
  uint32_t i = c->token;
  if (mark_particle(r, c))
    return true;
  if (akt_unit_is_word(r, i, "neither") && c->after != AKT_NONE &&
      r->units.items[c->after].word != AKT_NONE &&
      r->rules->words.items[r->units.items[c->after].word].verb[0].lemma != AKT_NONE) {
    set_class(r, i, AKT_CL_NEGATION); // neither criticised A nor supported B
    return true;
  }
  if (akt_is_share(r, i)) {
    set_class(r, i, AKT_CL_DETERMINER);
    return true;
  }
  if (is_floating(r, c)) {
    set_class(r, i, AKT_CL_ADVERB);
    return true;
  }
  bool is_alone =
      c->after == i + 1 && (is_past_or_auxiliary(r, i + 1) || akt_unit_is_word(r, i + 1, "to"));
  if (akt_unit_is_word(r, i, "both") && is_alone) {
    set_class(r, i, AKT_CL_PRONOUN); // A and B, but both rejected
    return true;
  }
  bool is_free = akt_unit_is_word(r, i, "what") && c->after == i + 1 &&
                 (akt_unit_is(r, i + 1, AKT_EN(POSSESSIVE) | AKT_EN(DETERMINER)) ||
                  r->units.items[i + 1].atom != AKT_NONE);
  if (is_free) { // what A called a betrayal
    set_class(r, i, AKT_CL_PRONOUN);
    return true;
  }
  if (akt_unit_is(r, i, AKT_EN(SUBORDINATOR_OR_PREPOSITION))) {
    set_class(r, i, AKT_CL_PREPOSITION); // settled when the clause is known
    return true;
  }
  for (size_t k = 0; k < sizeof closed / sizeof *closed; k++) {
    if (!akt_unit_is(r, i, closed[k].lists))
      continue;
    bool is_name =
        token(r, i)->is_all_caps && closed[k].class != AKT_CL_NEGATION; // IS, US, WHO
    set_class(r, i, is_name ? AKT_CL_NAME : closed[k].class);
    return true;
  }
  return false;
}

// "overthrew elected President X", "met wanted rebels": after a verb the participle of
// another one says what its object is.
static bool is_of_object(const akt_reading *r, const akt_context *c) {
  uint32_t i = c->token, word = r->units.items[i].word;
  if (c->before != AKT_CL_VERB || !c->is_adjacent || c->after != i + 1 || word == AKT_NONE ||
      !akt_span_ends_with(akt_unit_text(r, i), "ed") || token(r, i)->is_capital ||
      r->rules->words.items[word].verb[0].lemma == AKT_NONE)
    return false;
  uint8_t before = r->units.items[c->before_token].forms;
  bool is_past = (before & AKT_FORM_PAST) && !(before & AKT_FORM_BASE) &&
                 !akt_span_ends_with(akt_unit_text(r, c->before_token), "ing");
  uint32_t atom = r->units.items[i + 1].atom;
  return is_past && atom != AKT_NONE && r->atoms.items[atom].type == AKT_ATOM_TITLE;
}

static void classify_rest(akt_reading *r, const akt_context *c) {
  uint32_t i = c->token;
  if (is_of_object(r, c)) {
    set_class(r, i, AKT_CL_ADJECTIVE);
    return;
  }
  if (akt_decide_verb(r, c))
    return;
  if (is_adverb(r, i)) {
    set_class(r, i, AKT_CL_ADVERB);
    return;
  }
  if (akt_unit_is(r, i, AKT_EN(HEDGE)) && !akt_span_ends_with(akt_unit_text(r, i), "ly")) {
    set_class(r, i, AKT_CL_ADJECTIVE);
    return;
  }
  bool is_adjective = akt_unit_is(r, i, AKT_EN(ADJECTIVE) | AKT_EN(NOT_A_VERB));
  bool is_noun_too =
      akt_unit_is(r, i,
                  AKT_EN(BODY_NOUN) | AKT_EN(PEOPLE_NOUN) | AKT_EN(GOVERNMENT_NOUN) |
                      AKT_EN(PLACE_NOUN) | AKT_EN(PERSON_NOUN));
  set_class(r, i, is_adjective && !is_noun_too ? AKT_CL_ADJECTIVE : AKT_CL_NOUN);
}

static bool counts(uint8_t class) {
  return class != AKT_CL_ADVERB && class != AKT_CL_QUOTE && class != AKT_CL_TIME &&
         class != AKT_CL_BRACKET;
}

static akt_context context_of(const akt_reading *r, const akt_sentence *s, uint32_t i) {
  akt_context c = {.token = i,
                   .first = s->first,
                   .last = s->last,
                   .before = AKT_CL_NONE,
                   .before_token = AKT_NONE,
                   .after = AKT_NONE};
  for (uint32_t k = i; k > s->first; k--)
    if (counts(r->units.items[k - 1].class)) {
      c.before = r->units.items[k - 1].class;
      c.before_token = k - 1;
      c.is_adjacent = k == i;
      break;
    }
  for (uint32_t k = i + 1; k < s->last; k++) {
    bool is_skipped =
        token(r, k)->kind == AKT_TOKEN_QUOTE || !counts(r->units.items[k].class) ||
        (is_adverb(r, k) && !akt_is_share(r, k) && r->units.items[k].atom == AKT_NONE);
    if (!is_skipped) {
      c.after = k;
      break;
    }
  }
  return c;
}

// after, before, since, until: a clause if a finite verb comes before the next break.
static void settle_subordinators(akt_reading *r, const akt_sentence *s) {
  bool has_finite = false;
  for (uint32_t i = s->first; i < s->last; i++) {
    has_finite |= r->units.items[i].class == AKT_CL_HAVE ||
                  r->units.items[i].class == AKT_CL_BE ||
                  (r->units.items[i].class == AKT_CL_VERB &&
                   (r->units.items[i].forms & (AKT_FORM_PAST | AKT_FORM_S)));
    if (r->units.items[i].class != AKT_CL_PREPOSITION ||
        !akt_unit_is(r, i, AKT_EN(SUBORDINATOR_OR_PREPOSITION)))
      continue;
    uint32_t end = i + CLAUSE_REACH < s->last ? i + CLAUSE_REACH : s->last;
    for (uint32_t k = i + 1; k < end; k++) {
      uint8_t class = r->units.items[k].class;
      bool is_apposition =
          class == AKT_CL_COMMA && has_finite && k + 1 < s->last &&
          (akt_unit_is_word(r, k + 1, "a") || akt_unit_is_word(r, k + 1, "an"));
      if (is_apposition)
        continue; // "... after X, a proxy of Y, claimed": the clause goes on
      if (class == AKT_CL_COMMA || class == AKT_CL_END || class == AKT_CL_DASH ||
          class == AKT_CL_SUBORDINATOR || class == AKT_CL_RELATIVE)
        break;
      bool is_finite =
          class == AKT_CL_MODAL || class == AKT_CL_BE || class == AKT_CL_HAVE ||
          class == AKT_CL_DO ||
          (class == AKT_CL_VERB && (r->units.items[k].forms & (AKT_FORM_PAST | AKT_FORM_S)));
      if (is_finite) {
        if (k > i + 1)
          set_class(r, i, AKT_CL_SUBORDINATOR);
        break;
      }
      if (class == AKT_CL_VERB)
        break;
    }
  }
}

static void classify_sentence(akt_reading *r, const akt_sentence *s) {
  mark_brackets(r, s);
  mark_dateline(r, s);
  for (uint32_t i = s->first; i < s->last; i++) {
    if (r->units.items[i].class != AKT_CL_NONE)
      continue;
    akt_context c = context_of(r, s, i);
    bool is_done = mark_punctuation(r, s, i) || mark_name(r, i) || mark_number(r, s, i) ||
                   mark_as_well_as(r, s, i) || mark_that(r, &c) || mark_to(r, s, i) ||
                   mark_closed(r, &c);
    if (!is_done)
      classify_rest(r, &c);
  }
  settle_subordinators(r, s);
}

void akt_read_classes(akt_reading *r) {
  for (uint32_t s = 0; s < r->text.sentences.count; s++)
    classify_sentence(r, &r->text.sentences.items[s]);
}
