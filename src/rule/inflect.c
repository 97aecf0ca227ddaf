// English inflection by spelling. Irregular verbs are data (`forms` statements)
// and never come here.
#include "rule/ruleset.h"

static bool is_vowel(char c) {
  return strchr("aeiou", c) != NULL && c != '\0';
}

static uint32_t count_vowel_groups(const char *word, size_t len) {
  uint32_t groups = 0;
  for (size_t i = 0; i < len; i++)
    groups += is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]));
  return groups;
}

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static bool is_listed(akt_span word, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (akt_span_is(word, words[i]))
      return true;
  return false;
}

// Of longer words with one consonant at the end, those whose stress is on the end.
static bool is_stressed_on_end(akt_span word) {
  static const char *const endings[] = {"mit",   "pel", "fer",  "bel", "cur", "gin",  "bid",
                                        "nap",   "rol", "gret", "lap", "wit", "step", "trap",
                                        "strip", "zag", "bar",  "bug", "trot"};
  static const char *const whole[] = {"deter", "inter", "disinter", "outfit",   "retrofit",
                                      "abet",  "rebut", "underpin", "handicap", "abhor",
                                      "demur", "allot", "format"};
  static const char *const others[] = {"offer",   "suffer", "differ", "proffer",
                                       "buffer",  "pilfer", "label",  "limit",
                                       "delimit", "vomit",  "summit"};
  if (is_listed(word, others, COUNT_OF(others)))
    return false;
  for (size_t i = 0; i < COUNT_OF(endings); i++)
    if (akt_span_ends_with(word, endings[i]))
      return true;
  return is_listed(word, whole, COUNT_OF(whole));
}

// stop -> stopped: one vowel, then one consonant, with the stress before it. The u of
// "squat" is none.
static bool doubles_final(const char *word, size_t len) {
  if (len < 3 || is_vowel(word[len - 1]) || !is_vowel(word[len - 2]) ||
      strchr("wxyh", word[len - 1]))
    return false;
  bool is_after_q = len > 3 && word[len - 3] == 'u' && word[len - 4] == 'q';
  if (is_vowel(word[len - 3]) && !is_after_q)
    return false;
  return count_vowel_groups(word, len) == 1 || is_stressed_on_end((akt_span){word, len});
}

static bool ends_in_sibilant(akt_span word) {
  static const char *const ends[] = {"s", "x", "z", "ch", "sh"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (akt_span_ends_with(word, ends[i]))
      return true;
  return false;
}

// The word without its last `drop` letters, and a tail.
static const char *with_tail(akt_arena *arena, akt_span word, size_t drop, const char *tail) {
  size_t stem = word.len - drop, len = strlen(tail);
  char *made = akt_arena_alloc(arena, stem + len + 1);
  memcpy(made, word.ptr, stem);
  memcpy(made + stem, tail, len + 1);
  return made;
}

static bool ends_in_consonant_y(akt_span word) {
  return word.len > 1 && word.ptr[word.len - 1] == 'y' && !is_vowel(word.ptr[word.len - 2]);
}

static const char *add_s(akt_arena *arena, akt_span word) {
  if (ends_in_consonant_y(word))
    return with_tail(arena, word, 1, "ies");
  bool ends_in_o =
      word.len > 2 && word.ptr[word.len - 1] == 'o' && !is_vowel(word.ptr[word.len - 2]);
  return with_tail(arena, word, 0, ends_in_sibilant(word) || ends_in_o ? "es" : "s");
}

// Spokesman, gunman, man; not German.
static bool is_man(akt_span word) {
  static const char *const others[] = {"human",   "german",   "roman",  "norman",
                                       "ottoman", "talisman", "shaman", "caiman"};
  if (!akt_span_ends_with(word, "man"))
    return false;
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (akt_span_ends_with(word, others[i]))
      return false;
  return true;
}

// Commandos, photos; but vetoes, embargoes.
static bool is_plain_o(akt_span word) {
  if (!akt_span_ends_with(word, "o"))
    return false;
  static const char *const others[] = {"veto", "embargo", "hero", "torpedo", "echo", "cargo"};
  for (size_t k = 0; k < sizeof others / sizeof *others; k++)
    if (akt_span_is(word, others[k]))
      return false;
  return true;
}

const char *akt_inflect_plural(akt_arena *arena, const char *noun) {
  akt_span word = akt_span_of(noun);
  if (is_man(word))
    return with_tail(arena, word, 3, "men");
  if (akt_span_ends_with(word, "child"))
    return with_tail(arena, word, 0, "ren");
  if (is_plain_o(word))
    return with_tail(arena, word, 0, "s");
  return add_s(arena, word);
}

akt_verb_forms akt_inflect_verb(akt_arena *arena, const char *lemma) {
  akt_span word = akt_span_of(lemma);
  akt_verb_forms forms = {.s = add_s(arena, word)};
  if (akt_span_ends_with(word, "ie")) {
    forms.past = with_tail(arena, word, 0, "d");
    forms.ing = with_tail(arena, word, 2, "ying");
  } else if (akt_span_ends_with(word, "e")) {
    bool keeps_e = akt_span_ends_with(word, "ee") || akt_span_ends_with(word, "ye") ||
                   akt_span_ends_with(word, "oe");
    forms.past = with_tail(arena, word, 0, "d");
    forms.ing = with_tail(arena, word, keeps_e ? 0 : 1, "ing");
  } else if (ends_in_consonant_y(word)) {
    forms.past = with_tail(arena, word, 1, "ied");
    forms.ing = with_tail(arena, word, 0, "ing");
  } else if (word.len > 3 && akt_span_ends_with(word, "ic")) { // mimic -> mimicked
    forms.past = with_tail(arena, word, 0, "ked");
    forms.ing = with_tail(arena, word, 0, "king");
  } else if (doubles_final(lemma, word.len)) {
    forms.past = akt_arena_printf(arena, "%s%ced", lemma, lemma[word.len - 1]);
    forms.ing = akt_arena_printf(arena, "%s%cing", lemma, lemma[word.len - 1]);
  } else {
    forms.past = with_tail(arena, word, 0, "ed");
    forms.ing = with_tail(arena, word, 0, "ing");
  }
  forms.participle = forms.past;
  return forms;
}
