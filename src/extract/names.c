// Names as they stand in the text: listed names, demonyms, metonyms and titles
// from the trie, and capitalised runs that nobody listed. The longest wins, then
// the earlier line of the rules. What a name means in its phrase is decided later.
#include "extract/names.h"

#include "extract/phrase.h"
#include "extract/verb_or_noun.h"
#include "text/fold.h"

static const akt_token *token(const akt_reading *r, uint32_t i) {
  return &r->text.tokens.items[i];
}

// ------------------------------------------------------------ listed names

static bool has_capitals(const akt_reading *r, const akt_name *name, uint32_t first,
                         uint32_t last) {
  for (uint32_t i = first; i < last && i - first < 32; i++)
    if ((name->capitals >> (i - first) & 1) && !token(r, i)->is_capital)
      return false;
  return true;
}

static bool is_exactly(const akt_reading *r, const akt_name *name, uint32_t first,
                       uint32_t last) {
  akt_span seen = akt_range_text(r, first, last);
  akt_span want = akt_span_of(name->text);
  if (seen.len && want.len && seen.ptr[seen.len - 1] == '.' && want.ptr[want.len - 1] != '.')
    seen.len--;
  return akt_span_equal(seen, want);
}

static bool fits(const akt_reading *r, const akt_name *name, uint32_t first, uint32_t last) {
  if (r->without_metonyms && name->type == AKT_NAME_STANDS_FOR)
    return false;
  if (name->is_exact)
    return is_exactly(r, name, first, last);
  return has_capitals(r, name, first, last);
}

static uint32_t best_name(const akt_reading *r, uint32_t node, uint32_t first, uint32_t last) {
  uint32_t best = AKT_NONE;
  for (uint32_t n = r->rules->trie_names.items[node]; n != AKT_NONE;
       n = r->rules->names.items[n].next) {
    const akt_name *name = &r->rules->names.items[n];
    if (!fits(r, name, first, last))
      continue;
    if (best == AKT_NONE || name->type < r->rules->names.items[best].type)
      best = n;
  }
  return best;
}

// Longest listed name from token `first`; 0 when there is none.
static uint32_t longest_name(const akt_reading *r, uint32_t first, uint32_t end,
                             uint32_t *name) {
  uint32_t word = r->units.items[first].word;
  if (word == AKT_NONE)
    return 0;
  uint32_t node = r->rules->words.items[word].names;
  uint32_t length = 0;
  for (uint32_t i = first + 1; node != AKT_NONE; i++) {
    uint32_t found = best_name(r, node, first, i);
    if (found != AKT_NONE) {
      length = i - first;
      *name = found;
    }
    if (i >= end || r->units.items[i].word == AKT_NONE)
      break;
    node = akt_ruleset_step(r->rules, node, r->units.items[i].word);
  }
  return length;
}

uint32_t akt_add_atom(akt_reading *r, akt_atom atom) {
  uint32_t number = r->atoms.count;
  akt_vec_push(r->arena, &r->atoms, atom);
  for (uint32_t i = atom.first; i < atom.last; i++)
    r->units.items[i].atom = number;
  return number;
}

static void add_listed(akt_reading *r, uint32_t first, uint32_t last, uint32_t name,
                       uint8_t compound) {
  static const uint8_t types[] = {AKT_ATOM_ALIAS, AKT_ATOM_ADJECTIVE, AKT_ATOM_STANDS_FOR,
                                  AKT_ATOM_TITLE};
  const akt_name *n = &r->rules->names.items[name];
  akt_add_atom(r, (akt_atom){.first = first,
                             .last = last,
                             .type = types[n->type],
                             .value = n->value,
                             .name = name,
                             .is_plural = n->is_plural,
                             .compound = compound,
                             .rule = n->rule});
}

static uint32_t first_half_name(const akt_reading *r, uint32_t node, akt_span half) {
  for (uint32_t n = r->rules->trie_names.items[node]; n != AKT_NONE;
       n = r->rules->names.items[n].next) {
    const akt_name *name = &r->rules->names.items[n];
    bool fits_case = name->is_exact ? akt_span_is(half, name->text) : akt_is_upper(half.ptr[0]);
    if (fits_case && name->type != AKT_NAME_TITLE)
      return n;
  }
  return AKT_NONE;
}

// Pakistan-based, US-led: the first half is a name when the second is one of
// the words that make such compounds.
static bool add_compound(akt_reading *r, uint32_t i) {
  akt_span text = akt_unit_text(r, i);
  size_t hyphen = text.len;
  while (hyphen > 0 && text.ptr[hyphen - 1] != '-')
    hyphen--;
  if (hyphen < 2 || hyphen >= text.len || hyphen > 255)
    return false;
  char folded[AKT_FOLD_MAX];
  size_t len = akt_fold((akt_span){text.ptr + hyphen, text.len - hyphen}, folded);
  uint32_t second = akt_ruleset_word(r->rules, (akt_span){folded, len});
  bool is_pair = second != AKT_NONE && akt_is_upper(text.ptr[hyphen]) &&
                 r->rules->words.items[second].names != AKT_NONE;
  if (second == AKT_NONE ||
      !(is_pair || (r->rules->words.items[second].classes & AKT_EN(COMPOUND))))
    return false;
  len = akt_fold((akt_span){text.ptr, hyphen - 1}, folded);
  uint32_t first = akt_ruleset_word(r->rules, (akt_span){folded, len});
  uint32_t node = first == AKT_NONE ? AKT_NONE : r->rules->words.items[first].names;
  uint32_t name =
      node == AKT_NONE ? AKT_NONE : first_half_name(r, node, (akt_span){text.ptr, hyphen - 1});
  if (name == AKT_NONE || r->rules->names.items[name].type == AKT_NAME_TITLE)
    return false;
  uint32_t other = is_pair ? first_half_name(r, r->rules->words.items[second].names,
                                             (akt_span){text.ptr + hyphen, text.len - hyphen})
                           : AKT_NONE;
  add_listed(r, i, i + 1, name, (uint8_t)hyphen);
  if (other != AKT_NONE) {
    akt_atom *atom = &r->atoms.items[r->atoms.count - 1];
    atom->is_pair = true;
    atom->second = r->rules->names.items[other].value;
  }
  return true;
}

// ------------------------------------------------------------ unlisted names

static const uint64_t never_named = AKT_EN(NOT_NAME) | AKT_EN(WEEKDAY) | AKT_EN(MONTH) |
                                    AKT_EN(HONORIFIC) | AKT_EN(PRONOUN_OTHER);
static const uint64_t function_words =
    AKT_EN(DETERMINER) | AKT_EN(PREPOSITION) | AKT_EN(SUBORDINATOR) | AKT_EN(CONJUNCTION) |
    AKT_EN(SUBORDINATOR_OR_PREPOSITION) | AKT_EN(CONDITION) | AKT_EN(RELATIVE) | AKT_EN(MODAL) |
    AKT_EN(BE) | AKT_EN(HAVE) | AKT_EN(DO) | AKT_EN(NEGATION) | AKT_EN(PRONOUN_MALE) |
    AKT_EN(PRONOUN_FEMALE) | AKT_EN(PRONOUN_THING) | AKT_EN(PRONOUN_PLURAL) |
    AKT_EN(POSSESSIVE) | AKT_EN(ADVERB) | AKT_EN(TIME_WORD) | AKT_EN(TIME_ADJECTIVE) |
    AKT_EN(NUMBER) | AKT_EN(PARTICLE) | AKT_EN(NUMBER_MODIFIER);
static const uint64_t common_words =
    AKT_EN(ADJECTIVE) | AKT_EN(PEOPLE_NOUN) | AKT_EN(GOVERNMENT_NOUN) | AKT_EN(BODY_NOUN) |
    AKT_EN(PERSON_NOUN) | AKT_EN(PLACE_NOUN) | AKT_EN(CONTENT_NOUN) | AKT_EN(TIME_UNIT) |
    AKT_EN(FORMER) | AKT_EN(TITLE_MODIFIER) | AKT_EN(CONTAINER) | AKT_EN(HEDGE);

static bool was_capital_before(const akt_reading *r, uint32_t i) {
  char folded[AKT_FOLD_MAX];
  size_t len = akt_fold(akt_unit_text(r, i), folded);
  return akt_map_get(&r->capital_words, (akt_span){folded, len}) != AKT_NONE;
}

static bool is_capital_word(const akt_reading *r, uint32_t i, uint32_t end) {
  return i < end && token(r, i)->kind == AKT_TOKEN_WORD && token(r, i)->is_capital &&
         r->units.items[i].atom == AKT_NONE && !akt_unit_is(r, i, never_named);
}

// The first word of a sentence is capitalised anyhow.
static bool opens_with_name(const akt_reading *r, uint32_t i, uint32_t end) {
  uint64_t classes = akt_unit_classes(r, i);
  if (classes & function_words)
    return false;
  bool goes_on = is_capital_word(r, i + 1, end) && !akt_unit_is(r, i + 1, common_words);
  if (classes & AKT_EN(GIVEN_NAME))
    return true;
  if (was_capital_before(r, i))
    return !(classes & common_words) || goes_on;
  uint32_t word = r->units.items[i].word;
  bool is_known = word != AKT_NONE && (classes & common_words ||
                                       r->rules->words.items[word].verb[0].lemma != AKT_NONE ||
                                       r->rules->words.items[word].noun != AKT_NONE);
  bool is_surname = word != AKT_NONE && r->rules->words.items[word].is_surname &&
                    !(classes & common_words) && i + 1 < end;
  if (is_surname &&
      (token(r, i + 1)->kind == AKT_TOKEN_COMMA || akt_unit_is(r, i + 1, AKT_EN(CONJUNCTION))))
    return true; // Trump and Putin
  if (token(r, i)->is_all_caps || goes_on)
    return !is_known || token(r, i)->is_all_caps;
  if ((is_known && !is_surname) || i + 1 >= end)
    return false;
  akt_span text = akt_unit_text(r, i);
  bool looks_common = akt_span_ends_with(text, "ing") || akt_span_ends_with(text, "ed") ||
                      akt_span_ends_with(text, "ly") || akt_span_ends_with(text, "s");
  uint32_t next = r->units.items[i + 1].word;
  bool is_verb_form =
      next != AKT_NONE && r->rules->words.items[next].verb[0].lemma != AKT_NONE &&
      (r->rules->words.items[next].verb[0].forms & (AKT_FORM_PAST | AKT_FORM_S));
  bool verb_follows = token(r, i + 1)->kind == AKT_TOKEN_POSSESSIVE || is_verb_form ||
                      akt_unit_is(r, i + 1, AKT_EN(BE) | AKT_EN(HAVE) | AKT_EN(MODAL));
  return verb_follows && (is_surname || !looks_common);
}

// "PARIS (Reuters) - Workers": the first word after the place of writing.
static bool is_after_dateline(const akt_reading *r, const akt_sentence *s, uint32_t i) {
  if (i <= s->first + 1 || i > s->first + 9 || token(r, i - 1)->kind != AKT_TOKEN_DASH ||
      !(token(r, s->first)->is_all_caps || token(r, i - 2)->kind == AKT_TOKEN_CLOSE))
    return false;
  for (uint32_t k = s->first; k < i; k++)
    if (token(r, k)->kind == AKT_TOKEN_WORD && !token(r, k)->is_capital)
      return false;
  return true;
}

static bool is_name_token(const akt_reading *r, const akt_sentence *s, uint32_t i) {
  if (!is_capital_word(r, i, s->last))
    return false;
  if (s->is_headline)
    return was_capital_before(r, i) && !akt_unit_is(r, i, function_words | common_words);
  bool is_opening =
      i == s->first || is_after_dateline(r, s, i) ||
      (token(r, i - 1)->kind != AKT_TOKEN_WORD && token(r, i - 1)->kind != AKT_TOKEN_NUMBER &&
       token(r, i - 1)->kind != AKT_TOKEN_COMMA &&
       token(r, i - 1)->kind != AKT_TOKEN_POSSESSIVE &&
       token(r, i - 1)->kind != AKT_TOKEN_OPEN && token(r, i - 1)->kind != AKT_TOKEN_CLOSE &&
       token(r, i - 1)->kind != AKT_TOKEN_DASH);
  if (is_opening)
    return opens_with_name(r, i, s->last);
  return !akt_unit_is(r, i, function_words) || token(r, i)->is_all_caps;
}

static uint32_t head_of(const akt_reading *r, uint32_t i) {
  uint32_t word = r->units.items[i].word;
  if (word == AKT_NONE)
    return AKT_NONE;
  const akt_word *w = &r->rules->words.items[word];
  return w->head == AKT_NONE && w->noun != AKT_NONE ? r->rules->words.items[w->noun].head
                                                    : w->head;
}

// "of", "for", "on" inside a name that has its head noun first: Ministry of
// Foreign Affairs, Organisation for the Prohibition of Chemical Weapons.
static uint32_t end_of_linked(const akt_reading *r, const akt_sentence *s, uint32_t first,
                              uint32_t i) {
  bool has_head = false;
  for (uint32_t k = first; k < i; k++)
    has_head |= head_of(r, k) != AKT_NONE ||
                akt_unit_is(r, k, AKT_EN(BODY_NOUN) | AKT_EN(GOVERNMENT_NOUN));
  if (!has_head || i >= s->last ||
      !(akt_unit_is_word(r, i, "of") || akt_unit_is_word(r, i, "for") ||
        akt_unit_is_word(r, i, "on")))
    return i;
  uint32_t next = i + 1;
  if (next < s->last && akt_unit_is_word(r, next, "the"))
    next++;
  if (next >= s->last || token(r, next)->kind != AKT_TOKEN_WORD || !token(r, next)->is_capital)
    return i;
  uint32_t atom = r->units.items[next].atom;
  if (atom == AKT_NONE)
    return akt_unit_is(r, next, never_named) ? i : next;
  return i; // Bank of England: the listed name is the complement, phrases join it
}

static uint32_t end_of_particles(const akt_reading *r, const akt_sentence *s, uint32_t i) {
  uint32_t next = i;
  while (next < s->last && next - i < 3 && akt_unit_is(r, next, AKT_EN(NAME_PARTICLE)) &&
         r->units.items[next].atom == AKT_NONE)
    next++;
  return next > i && is_capital_word(r, next, s->last) ? next : i;
}

// Workers' Party, People's Congress: people who own a head noun name a body.
static uint32_t end_of_owned(const akt_reading *r, const akt_sentence *s, uint32_t i) {
  bool is_owner = i + 1 < s->last && token(r, i)->kind == AKT_TOKEN_POSSESSIVE &&
                  (akt_unit_is(r, i - 1, AKT_EN(PEOPLE_NOUN) | AKT_EN(PERSON_NOUN)) ||
                   akt_is_people_suffix(r, i - 1));
  return is_owner && is_capital_word(r, i + 1, s->last) && head_of(r, i + 1) != AKT_NONE ? i + 1
                                                                                         : i;
}

// al-Qaeda, el-Fasher: a particle glued to a capital by its hyphen.
static bool is_glued_name(const akt_reading *r, uint32_t i) {
  static const char *const particles[] = {"al-", "el-", "as-", "ash-", "ad-",
                                          "an-", "ar-", "at-", "az-"};
  akt_span text = akt_unit_text(r, i);
  if (r->units.items[i].atom != AKT_NONE || token(r, i)->kind != AKT_TOKEN_WORD || text.len < 5)
    return false;
  for (size_t k = 0; k < sizeof particles / sizeof *particles; k++)
    if (akt_span_starts_with(text, particles[k]) &&
        akt_is_upper(text.ptr[strlen(particles[k])]))
      return true;
  return false;
}

static bool is_common_capital(const akt_reading *r, uint32_t i) {
  uint32_t word = r->units.items[i].word;
  return (word == AKT_NONE || !r->rules->words.items[word].is_surname) &&
         head_of(r, i) == AKT_NONE &&
         !akt_unit_is(r, i, AKT_EN(GIVEN_NAME) | AKT_EN(BODY_NOUN) | AKT_EN(GOVERNMENT_NOUN));
}

// "Food and Drug Administration": common words before "and", the head noun at the end.
static uint32_t end_of_joined(const akt_reading *r, const akt_sentence *s, uint32_t first,
                              uint32_t i) {
  bool is_joined = i - first == 1 && i + 2 < s->last && akt_unit_is_word(r, i, "and") &&
                   r->units.items[first].word != AKT_NONE && is_common_capital(r, first) &&
                   is_name_token(r, s, i + 1) && is_common_capital(r, i + 1);
  uint32_t last = i + 2;
  while (is_joined && last < s->last && is_name_token(r, s, last) &&
         head_of(r, last) == AKT_NONE)
    last++;
  uint32_t head =
      is_joined && last < s->last && is_name_token(r, s, last) ? head_of(r, last) : AKT_NONE;
  return head != AKT_NONE && r->rules->heads.items[head].is_capital_only ? i + 1 : i;
}

static uint32_t end_of_run(const akt_reading *r, const akt_sentence *s, uint32_t first) {
  uint32_t i = first + 1;
  for (;;) {
    if (i < s->last && (is_name_token(r, s, i) || is_glued_name(r, i))) {
      i++;
      continue;
    }
    uint32_t next = end_of_particles(r, s, i);
    if (next == i)
      next = end_of_linked(r, s, first, i);
    if (next == i)
      next = end_of_owned(r, s, i);
    if (next == i)
      next = end_of_joined(r, s, first, i);
    if (next == i)
      break;
    i = next + (r->units.items[next].atom == AKT_NONE ? 1 : 0);
  }
  return i;
}

static bool is_run_start(const akt_reading *r, const akt_sentence *s, uint32_t i) {
  return is_name_token(r, s, i) || is_glued_name(r, i);
}

// Christians, Muslims, Marines: capitals, but people like any others.
static bool is_capital_people(const akt_reading *r, uint32_t first, uint32_t last) {
  return last - first == 1 && akt_unit_is(r, first, AKT_EN(PEOPLE_NOUN)) &&
         akt_span_ends_with(akt_unit_text(r, first), "s");
}

static bool has_digit(akt_span text) {
  for (size_t i = 0; i < text.len; i++)
    if (akt_is_digit(text.ptr[i]))
      return true;
  return false;
}

static void add_capitals(akt_reading *r, uint32_t first, uint32_t last) {
  if (last - first == 1 && has_digit(akt_unit_text(r, first)))
    return; // U-235, F-16
  akt_add_atom(r, (akt_atom){.first = first,
                             .last = last,
                             .type = AKT_ATOM_CAPITALS,
                             .value = AKT_NONE,
                             .name = AKT_NONE,
                             .rule = NULL});
}

// Listed names that are only the beginning of a longer name with its own head
// noun: Indus + Water Treaty. Countries and people stay apart: Pakistan Army.
static void absorb(akt_reading *r, const akt_sentence *s) {
  for (uint32_t i = s->first; i + 1 < s->last; i++) {
    uint32_t a = r->units.items[i].atom;
    if (a == AKT_NONE)
      continue;
    akt_atom *atom = &r->atoms.items[a];
    uint32_t next = atom->last;
    uint32_t other = next < s->last ? r->units.items[next].atom : AKT_NONE;
    bool is_capital_city = atom->type == AKT_ATOM_STANDS_FOR; // the Kabul Accord
    if ((atom->type != AKT_ATOM_ALIAS && !is_capital_city) || atom->compound ||
        other == AKT_NONE || r->atoms.items[other].type != AKT_ATOM_CAPITALS)
      continue;
    uint32_t kind = r->rules->entities.items[atom->value].kind;
    uint32_t end = r->atoms.items[other].last;
    if ((akt_kind_is(r->rules, kind, r->rules->kind_country) && !is_capital_city) ||
        akt_kind_is(r->rules, kind, r->rules->kind_person) || head_of(r, end - 1) == AKT_NONE)
      continue;
    atom->type = AKT_ATOM_CAPITALS;
    atom->value = atom->name = AKT_NONE;
    atom->rule = NULL;
    atom->last = end;
    for (uint32_t k = next; k < end; k++)
      r->units.items[k].atom = a;
  }
}

// Pan Africanist Congress: a listed word that is the head noun of a longer name.
static void absorb_heads(akt_reading *r, const akt_sentence *s) {
  for (uint32_t i = s->first; i + 1 < s->last; i++) {
    uint32_t a = r->units.items[i].atom, b = r->units.items[i + 1].atom;
    if (a == AKT_NONE || b == AKT_NONE || a == b || r->atoms.items[b].first != i + 1)
      continue;
    akt_atom *name = &r->atoms.items[a], *head = &r->atoms.items[b];
    bool is_head = name->type == AKT_ATOM_CAPITALS && head->type == AKT_ATOM_ALIAS &&
                   head->last - head->first == 1 && !head->compound &&
                   (head_of(r, i + 1) != AKT_NONE || akt_unit_is(r, i + 1, AKT_EN(BODY_NOUN)));
    if (!is_head)
      continue;
    name->last = head->last;
    r->units.items[i + 1].atom = a;
    head->first = head->last; // empty
  }
}

// Gao Jianhua: a listed place before a capitalised word that is no head noun.
static void absorb_places(akt_reading *r, const akt_sentence *s) {
  for (uint32_t i = s->first; i + 1 < s->last; i++) {
    uint32_t a = r->units.items[i].atom, b = r->units.items[i + 1].atom;
    if (a == AKT_NONE || b == AKT_NONE || a == b)
      continue;
    akt_atom *place = &r->atoms.items[a], *more = &r->atoms.items[b];
    bool is_place = place->type == AKT_ATOM_ALIAS && place->last - place->first == 1 &&
                    !place->compound &&
                    akt_kind_is(r->rules, r->rules->entities.items[place->value].kind,
                                r->rules->kind_place);
    if (!is_place || more->type != AKT_ATOM_CAPITALS || more->first != i + 1)
      continue;
    place->type = AKT_ATOM_CAPITALS;
    place->value = place->name = AKT_NONE;
    place->rule = NULL;
    place->last = more->last;
    for (uint32_t k = more->first; k < more->last; k++)
      r->units.items[k].atom = a;
    more->first = more->last;
  }
}

// Jim Jordan, Paris Hilton: a listed place that is a surname here.
static void absorb_surnames(akt_reading *r, const akt_sentence *s) {
  for (uint32_t i = s->first + 1; i < s->last; i++) {
    uint32_t a = r->units.items[i].atom, b = r->units.items[i - 1].atom;
    if (a == AKT_NONE || b == AKT_NONE || a == b || r->atoms.items[a].first != i)
      continue;
    akt_atom *place = &r->atoms.items[a], *given = &r->atoms.items[b];
    bool is_name = given->type == AKT_ATOM_CAPITALS && place->type != AKT_ATOM_TITLE &&
                   !place->compound && place->last - place->first == 1 &&
                   akt_unit_is(r, i - 1, AKT_EN(GIVEN_NAME)) &&
                   place->type != AKT_ATOM_ADJECTIVE;
    if (!is_name)
      continue;
    given->last = place->last;
    r->units.items[i].atom = b;
    place->first = place->last; // empty
  }
}

// "General Assembly", "Chief Court": the title word belongs to the name.
static bool is_part_of_name(const akt_reading *r, uint32_t first, uint32_t last, uint32_t end) {
  if (last - first != 1 || !token(r, first)->is_capital || last >= end ||
      !token(r, last)->is_capital)
    return false;
  uint32_t head = head_of(r, last);
  return head != AKT_NONE && token(r, last)->kind == AKT_TOKEN_WORD;
}

// "Russia Accuses Ukraine of Attacking Bridge": in a headline that capitalises every word
// a capital says nothing, so that those of no name count as the small letters they stand for.
static void lower_headline(akt_reading *r, const akt_sentence *s) {
  for (uint32_t i = s->first; s->is_headline && i < s->last; i++) {
    akt_token *t = &r->text.tokens.items[i];
    if (r->units.items[i].atom == AKT_NONE && t->kind == AKT_TOKEN_WORD && !t->is_all_caps)
      t->is_capital = false;
  }
}

// "North and South Korea": the first shares the end of the second's name.
static bool add_sharer(akt_reading *r, const akt_sentence *s, uint32_t i) {
  uint32_t name = AKT_NONE, other = i + 2, word = r->units.items[i].word;
  if (other + 1 >= s->last || word == AKT_NONE || !token(r, i)->is_capital ||
      !akt_unit_is(r, i + 1, AKT_EN(CONJUNCTION)))
    return false;
  uint32_t length = longest_name(r, other, s->last, &name);
  uint32_t node = length < 2 ? AKT_NONE : r->rules->words.items[word].names;
  for (uint32_t k = other + 1; node != AKT_NONE && k < other + length; k++)
    node = akt_ruleset_step(r->rules, node, r->units.items[k].word);
  uint32_t shared = node == AKT_NONE ? AKT_NONE : r->rules->trie_names.items[node];
  if (shared == AKT_NONE || r->rules->names.items[shared].type != AKT_NAME_ALIAS ||
      r->rules->names.items[name].type != AKT_NAME_ALIAS)
    return false;
  add_listed(r, i, i + 1, shared, 0);
  return true;
}

static void read_sentence(akt_reading *r, const akt_sentence *s) {
  for (uint32_t i = s->first; i < s->last;) {
    if (add_sharer(r, s, i)) {
      i++;
      continue;
    }
    uint32_t name = AKT_NONE;
    uint32_t length = longest_name(r, i, s->last, &name);
    bool is_title = length && r->rules->names.items[name].type == AKT_NAME_TITLE;
    if (is_title && is_part_of_name(r, i, i + length, s->last))
      length = 0;
    if (length)
      add_listed(r, i, i + length, name, 0);
    else
      add_compound(r, i);
    i += length ? length : 1;
  }
  for (uint32_t i = s->first; i < s->last; i++) {
    if (!is_run_start(r, s, i))
      continue;
    uint32_t end = end_of_run(r, s, i);
    if (!is_capital_people(r, i, end))
      add_capitals(r, i, end);
    i = end - 1;
  }
  absorb(r, s);
  absorb_heads(r, s);
  absorb_surnames(r, s);
  absorb_places(r, s);
  lower_headline(r, s);
}

// An alias marked if-introduced counts only where another name of its entity does.
static void drop_unintroduced(akt_reading *r) {
  for (uint32_t a = 0; a < r->atoms.count; a++) {
    akt_atom *atom = &r->atoms.items[a];
    if (atom->name == AKT_NONE || !r->rules->names.items[atom->name].is_if_introduced)
      continue;
    bool is_introduced = false;
    for (uint32_t b = 0; b < r->atoms.count && !is_introduced; b++) {
      const akt_atom *other = &r->atoms.items[b];
      is_introduced = other->type == AKT_ATOM_ALIAS && other->value == atom->value &&
                      other->name != AKT_NONE &&
                      !r->rules->names.items[other->name].is_if_introduced;
    }
    bool is_small = !token(r, atom->first)->is_capital;
    bool is_of_other = is_small && atom->first > 0 && // "the Mercosur bloc"
                       r->units.items[atom->first - 1].atom != AKT_NONE;
    if (is_small && (!is_introduced || is_of_other)) { // "the bloc" of no Union
      for (uint32_t i = atom->first; i < atom->last; i++)
        r->units.items[i].atom = AKT_NONE;
      atom->last = atom->first;
    } else if (!is_introduced) {
      atom->type = AKT_ATOM_CAPITALS;
      atom->value = atom->name = AKT_NONE;
      atom->rule = NULL;
    }
  }
}

void akt_read_atoms(akt_reading *r) {
  for (uint32_t s = 0; s < r->text.sentences.count; s++)
    read_sentence(r, &r->text.sentences.items[s]);
  drop_unintroduced(r);
}
