// Classes to chunks: noun phrases, verb groups, and the small words between.
// Adverbs, quotation marks, brackets and time expressions vanish here.
#include "extract/reading.h"

static uint8_t class_of(const akt_reading *r, uint32_t i) {
  return r->units.items[i].class;
}

static bool is_skipped(uint8_t class) {
  return class == AKT_CL_ADVERB || class == AKT_CL_QUOTE || class == AKT_CL_TIME ||
         class == AKT_CL_BRACKET;
}

static bool is_phrase_class(uint8_t class) {
  return class == AKT_CL_DETERMINER || class == AKT_CL_NUMBER || class == AKT_CL_ADJECTIVE ||
         class == AKT_CL_NOUN || class == AKT_CL_NAME || class == AKT_CL_POSSESSIVE;
}

static akt_chunk new_chunk(akt_chunk_type type, uint32_t first, uint32_t last) {
  return (akt_chunk){.type = (uint8_t)type,
                     .first = first,
                     .last = last,
                     .word = AKT_NONE,
                     .head = AKT_NONE,
                     .head_noun = AKT_NONE,
                     .mention = AKT_NONE,
                     .owner = AKT_NONE,
                     .modifier = AKT_NONE,
                     .main = AKT_NONE,
                     .modal = AKT_NONE};
}

// ------------------------------------------------------------ noun phrases

static uint8_t pronoun_of(uint64_t classes) {
  if (classes & AKT_EN(PRONOUN_MALE))
    return AKT_PRO_MALE;
  if (classes & AKT_EN(PRONOUN_FEMALE))
    return AKT_PRO_FEMALE;
  if (classes & AKT_EN(PRONOUN_THING))
    return AKT_PRO_THING;
  if (classes & AKT_EN(PRONOUN_PLURAL))
    return AKT_PRO_PLURAL;
  return AKT_PRO_OTHER;
}

static uint8_t possessive_of(const akt_reading *r, uint32_t i) {
  if (!akt_unit_is(r, i, AKT_EN(POSSESSIVE)))
    return AKT_PRO_NONE;
  if (akt_unit_is_word(r, i, "his"))
    return AKT_PRO_MALE;
  if (akt_unit_is_word(r, i, "her"))
    return AKT_PRO_FEMALE;
  if (akt_unit_is_word(r, i, "its"))
    return AKT_PRO_THING;
  return akt_unit_is_word(r, i, "their") ? AKT_PRO_PLURAL : AKT_PRO_OTHER;
}

// What can be said, signed or done: a charge, the treaty, the attack.
static bool is_thing_noun(const akt_reading *r, uint32_t first, uint32_t i) {
  const akt_ruleset *rules = r->rules;
  uint32_t word = r->units.items[i].word;
  if (word == AKT_NONE || class_of(r, i) != AKT_CL_NOUN ||
      class_of(r, first) != AKT_CL_DETERMINER)
    return false;
  uint32_t head = rules->words.items[word].head;
  bool is_deed = head != AKT_NONE &&
                 !akt_kind_is(rules, rules->heads.items[head].kind, rules->kind_group) &&
                 !akt_kind_is(rules, rules->heads.items[head].kind, rules->kind_place) &&
                 !rules->heads.items[head].is_capital_only;
  return is_deed || akt_unit_is(r, i, AKT_EN(CONTENT_NOUN));
}

static bool is_verb_at(const akt_reading *r, uint32_t i) {
  uint8_t class = i < r->units.count ? class_of(r, i) : AKT_CL_NONE;
  return class == AKT_CL_VERB || class == AKT_CL_HAVE || class == AKT_CL_MODAL;
}

// "a charge | Iran denies", "the treaty | Russia left": no pronoun opens the clause.
static bool opens_contact_clause(const akt_reading *r, uint32_t first, uint32_t i,
                                 uint32_t previous) {
  uint32_t atom = r->units.items[i].atom;
  bool is_name = class_of(r, i) == AKT_CL_NAME && atom != AKT_NONE &&
                 r->atoms.items[atom].first == i &&
                 r->atoms.items[atom].type != AKT_ATOM_ADJECTIVE;
  return is_name && is_thing_noun(r, first, previous) &&
         is_verb_at(r, r->atoms.items[atom].last);
}

static bool is_captive(const akt_reading *r, uint32_t i) {
  return akt_unit_is_word(r, i, "hostage") || akt_unit_is_word(r, i, "captive") ||
         akt_unit_is_word(r, i, "prisoner");
}

// called the decision | "absurd": what follows the noun in quotes is what it is called.
static bool opens_calling(const akt_reading *r, uint32_t first, uint32_t i) {
  return first > 0 && class_of(r, first - 1) == AKT_CL_VERB &&
         class_of(r, i - 1) == AKT_CL_QUOTE &&
         akt_word_in(r, r->units.items[first - 1].lemma, AKT_SET_CALLING);
}

// A new determiner opens a new phrase, and so does a number after a name.
static bool breaks_phrase(const akt_reading *r, uint32_t first, uint32_t i, uint32_t previous) {
  uint8_t class = class_of(r, i), before = class_of(r, previous);
  if (before == AKT_CL_NAME && akt_unit_is(r, i, AKT_EN(PREDICATE)))
    return true; // found him guilty, holds Iran responsible
  if (akt_unit_is_word(r, i, "persona") || akt_unit_is_word(r, i, "personae"))
    return true; // declared him persona non grata
  bool is_title = i + 1 < r->units.count && class_of(r, i + 1) == AKT_CL_NAME;
  if (is_captive(r, i) && !is_title && // but "the American hostage Ana Diaz"
      (before == AKT_CL_NAME || akt_unit_is(r, previous, AKT_EN(PEOPLE_NOUN))))
    return true; // took tourists hostage
  bool is_sum = before == AKT_CL_NAME && class == AKT_CL_NUMBER && i + 1 < r->units.count &&
                (class_of(r, i + 1) == AKT_CL_NUMBER || class_of(r, i + 1) == AKT_CL_NOUN);
  if (is_sum)
    return true; // gave Moldova 40 million euros
  if (opens_contact_clause(r, first, i, previous) ||
      (before == AKT_CL_NOUN && opens_calling(r, first, i)))
    return true;
  if (class != AKT_CL_DETERMINER)
    return false;
  for (uint32_t k = first; k <= previous; k++) {
    uint8_t c = class_of(r, k);
    if (!is_skipped(c) && c != AKT_CL_DETERMINER && c != AKT_CL_NUMBER)
      return before != AKT_CL_POSSESSIVE;
  }
  return false;
}

static void find_head(akt_reading *r, akt_chunk *np) {
  uint32_t head = np->last - 1;
  while (head > np->first &&
         (is_skipped(class_of(r, head)) || class_of(r, head) == AKT_CL_POSSESSIVE))
    head--;
  if (head > np->first && akt_unit_in(r, head, AKT_SET_AFTER_NOUN))
    head--;
  np->head = head;
  uint32_t word = r->units.items[head].word;
  np->word = word;
  np->head_noun = word == AKT_NONE ? AKT_NONE
                  : r->rules->words.items[word].noun != AKT_NONE
                      ? r->rules->words.items[word].noun
                      : word;
  for (uint32_t i = np->first; i < np->last; i++) {
    np->has_number |= class_of(r, i) == AKT_CL_NUMBER;
    np->is_named |= class_of(r, i) == AKT_CL_NAME;
  }
  np->is_indefinite =
      akt_unit_is_word(r, np->first, "a") || akt_unit_is_word(r, np->first, "an");
  np->possessive = possessive_of(r, np->first);
}

// "released her", but "her late husband".
static bool is_object_her(const akt_reading *r, uint32_t i, uint32_t end) {
  if (!akt_unit_is_word(r, i, "her"))
    return false;
  uint32_t next = i + 1;
  while (next < end &&
         (class_of(r, next) == AKT_CL_TIME || class_of(r, next) == AKT_CL_ADVERB ||
          class_of(r, next) == AKT_CL_QUOTE))
    next++;
  return next >= end || !is_phrase_class(class_of(r, next)) || breaks_phrase(r, i, next, i);
}

static bool is_noun_after_bracket(const akt_reading *r, uint32_t i, uint32_t end) {
  while (i < end && class_of(r, i) == AKT_CL_BRACKET)
    i++;
  return i < end && class_of(r, i) == AKT_CL_NOUN;
}

static uint32_t read_phrase(akt_reading *r, uint32_t i, uint32_t end) {
  akt_chunk np = new_chunk(AKT_CH_NP, i, i + 1);
  bool is_her = is_object_her(r, i, end);
  if (class_of(r, i) == AKT_CL_PRONOUN || is_her) {
    np.pronoun = is_her ? AKT_PRO_FEMALE : pronoun_of(akt_unit_classes(r, i));
    np.head = i;
    np.word = r->units.items[i].word;
    akt_vec_push(r->arena, &r->chunks, np);
    return i + 1;
  }
  uint32_t previous = i;
  for (uint32_t k = i + 1; k < end; k++) {
    uint8_t class = class_of(r, k);
    if (is_phrase_class(class)) {
      if (breaks_phrase(r, i, k, previous))
        break;
      previous = k;
      np.last = k + 1;
    } else if (class == AKT_CL_BRACKET && class_of(r, previous) == AKT_CL_NAME &&
               is_noun_after_bracket(r, k, end)) {
      continue; // Islamic Jihad (PIJ) organisation
    } else if (class == AKT_CL_TIME || class == AKT_CL_ADVERB || class == AKT_CL_QUOTE) {
      // Inside a phrase (the "powerful" strikes, a May 15 deadline), not at its end.
      uint8_t before = class_of(r, previous);
      bool is_open = before == AKT_CL_DETERMINER || before == AKT_CL_NUMBER ||
                     before == AKT_CL_POSSESSIVE ||
                     (class == AKT_CL_QUOTE && before != AKT_CL_NAME);
      if (!is_open)
        break;
    } else {
      break;
    }
  }
  find_head(r, &np);
  akt_vec_push(r->arena, &r->chunks, np);
  if (r->chunks.count > 1) {
    const akt_chunk *before = &r->chunks.items[r->chunks.count - 2];
    r->chunks.items[r->chunks.count - 1].is_contact =
        before->type == AKT_CH_NP && before->last == i &&
        is_thing_noun(r, before->first, i - 1) && is_verb_at(r, np.last);
  }
  return np.last;
}

// ------------------------------------------------------------ verb groups

static bool is_verb_class(uint8_t class) {
  return class == AKT_CL_MODAL || class == AKT_CL_BE || class == AKT_CL_HAVE ||
         class == AKT_CL_DO || class == AKT_CL_NEGATION || class == AKT_CL_VERB ||
         class == AKT_CL_TO;
}

typedef struct group {
  akt_chunk chunk;
  bool has_have, is_infinitive;
} group;

static void set_form(const akt_reading *r, group *g) {
  akt_chunk *c = &g->chunk;
  if (c->main == AKT_NONE) {
    c->form = g->is_infinitive ? AKT_VF_INFINITIVE : AKT_VF_FINITE;
    if (!g->is_infinitive && akt_unit_is_word(r, c->last - 1, "being") &&
        c->last - c->first == 1)
      c->form = AKT_VF_ING;
    return;
  }
  uint8_t forms = r->units.items[c->main].forms;
  bool is_ing = (forms & AKT_FORM_ING) && akt_span_ends_with(akt_unit_text(r, c->main), "ing");
  c->is_passive = c->has_be && !is_ing && (forms & AKT_FORM_PARTICIPLE) &&
                  !akt_unit_is(r, c->main, AKT_EN(PREDICATE));
  bool is_having = !c->has_auxiliary && (akt_unit_is_word(r, c->first, "having") ||
                                         akt_unit_is_word(r, c->first, "being"));
  if (g->is_infinitive)
    c->form = AKT_VF_INFINITIVE;
  else if (is_having)
    c->form = AKT_VF_ING; // having met: a participle clause
  else if (c->has_auxiliary)
    c->form = AKT_VF_FINITE;
  else if (is_ing)
    c->form = AKT_VF_ING;
  else if (forms & AKT_FORM_S)
    c->form = AKT_VF_FINITE;
  else if (forms & AKT_FORM_PAST)
    c->form = AKT_VF_PAST;
  else if (forms & AKT_FORM_PARTICIPLE)
    c->form = AKT_VF_PARTICIPLE;
  else
    c->form = AKT_VF_BASE;
}

// being + participle without another auxiliary is a participle itself.
static void take_auxiliary(const akt_reading *r, group *g, uint32_t i, uint8_t class) {
  bool is_nonfinite = akt_unit_is_word(r, i, "being") || akt_unit_is_word(r, i, "been") ||
                      akt_unit_is_word(r, i, "having") || akt_unit_is_word(r, i, "be");
  g->chunk.has_be |= class == AKT_CL_BE;
  g->has_have |= class == AKT_CL_HAVE;
  g->chunk.has_auxiliary |= !is_nonfinite;
  if (class == AKT_CL_MODAL) {
    g->chunk.modal = r->units.items[i].word;
    g->chunk.has_auxiliary = true;
  }
}

static uint32_t read_verb(akt_reading *r, uint32_t i, uint32_t end) {
  group g = {.chunk = new_chunk(AKT_CH_VERB, i, i + 1)};
  for (uint32_t b = i; b && class_of(r, b - 1) == AKT_CL_ADVERB; b--) // allegedly bombed
    g.chunk.is_hedged |= r->units.items[b - 1].is_hedge;
  uint32_t k = i;
  for (; k < end; k++) {
    uint8_t class = class_of(r, k);
    if (class == AKT_CL_ADVERB || class == AKT_CL_QUOTE || class == AKT_CL_TIME ||
        class == AKT_CL_BRACKET) {
      g.chunk.is_hedged |= r->units.items[k].is_hedge;
      continue;
    }
    if (!is_verb_class(class))
      break;
    if (class == AKT_CL_TO) {
      if (k != i)
        break;
      g.is_infinitive = true;
    } else if (class == AKT_CL_NEGATION) {
      g.chunk.is_negated = true;
    } else if (class == AKT_CL_VERB) {
      g.chunk.main = k;
      g.chunk.last = k + 1;
      k++;
      break;
    } else {
      take_auxiliary(r, &g, k, class);
    }
    g.chunk.last = k + 1;
  }
  set_form(r, &g);
  g.chunk.word = g.chunk.main == AKT_NONE ? r->units.items[g.chunk.last - 1].word
                                          : r->units.items[g.chunk.main].word;
  akt_vec_push(r->arena, &r->chunks, g.chunk);
  return g.chunk.last;
}

// ------------------------------------------------------------ the rest

static const struct {
  akt_token_class class;
  akt_chunk_type type;
} small_words[] = {
    {AKT_CL_PREPOSITION, AKT_CH_PREPOSITION},
    {AKT_CL_PARTICLE, AKT_CH_PARTICLE},
    {AKT_CL_CONJUNCTION, AKT_CH_CONJUNCTION},
    {AKT_CL_COMMA, AKT_CH_COMMA},
    {AKT_CL_RELATIVE, AKT_CH_RELATIVE},
    {AKT_CL_COMPLEMENT, AKT_CH_COMPLEMENT},
    {AKT_CL_SUBORDINATOR, AKT_CH_SUBORDINATOR},
    {AKT_CL_DASH, AKT_CH_DASH},
    {AKT_CL_END, AKT_CH_END},
};

static void add_small(akt_reading *r, uint32_t i, uint32_t sentence_start) {
  for (size_t k = 0; k < sizeof small_words / sizeof *small_words; k++) {
    if (small_words[k].class != class_of(r, i))
      continue;
    // Commas left over by what vanished say nothing.
    bool is_comma = small_words[k].type == AKT_CH_COMMA;
    bool is_first = r->chunks.count == sentence_start;
    if (is_comma && (is_first || r->chunks.items[r->chunks.count - 1].type == AKT_CH_COMMA))
      return;
    akt_chunk c = new_chunk(small_words[k].type, i, i + 1);
    c.word = r->units.items[i].word;
    akt_vec_push(r->arena, &r->chunks, c);
    return;
  }
}

static void read_sentence(akt_reading *r, const akt_sentence *s) {
  uint32_t start = r->chunks.count;
  for (uint32_t i = s->first; i < s->last;) {
    uint8_t class = class_of(r, i);
    if (is_skipped(class)) {
      i++;
    } else if (class == AKT_CL_PRONOUN || is_phrase_class(class)) {
      i = read_phrase(r, i, s->last);
    } else if (is_verb_class(class)) {
      i = read_verb(r, i, s->last);
    } else {
      add_small(r, i, start);
      i++;
    }
  }
}

void akt_read_chunks(akt_reading *r) {
  for (uint32_t s = 0; s < r->text.sentences.count; s++) {
    akt_vec_push(r->arena, &r->sentence_chunks, r->chunks.count);
    read_sentence(r, &r->text.sentences.items[s]);
  }
  akt_vec_push(r->arena, &r->sentence_chunks, r->chunks.count);
}
