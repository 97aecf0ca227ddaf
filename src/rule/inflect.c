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

// stop -> stopped: one vowel group, then one consonant. Longer words double only
// when the stress is on the end; those are the ones in this list.
static bool doubles_final(const char *word, size_t len) {
  static const char *const stressed_end[] = {"mit", "pel", "fer", "bel", "cur", "gin",
                                             "bid", "nap", "ter", "rol", "gret"};
  if (len < 3 || is_vowel(word[len - 1]) || !is_vowel(word[len - 2]) ||
      is_vowel(word[len - 3]) || strchr("wxyh", word[len - 1]))
    return false;
  if (count_vowel_groups(word, len) == 1)
    return true;
  akt_span span = {word, len};
  static const char *const exceptions[] = {
      "benefit",   "limit",   "profit", "offer",   "suffer", "differ",   "enter",
      "alter",     "counter", "label",  "shelter", "filter", "render",   "foster",
      "encounter", "cluster", "muster", "monitor", "better", "register", "administer",
      "minister",  "exit",    "edit",   "credit",  "audit",  "visit",    "inhibit",
      "prohibit",  "exhibit", "recruit"};
  for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
    if (akt_span_is(span, exceptions[i]))
      return false;
  for (size_t i = 0; i < sizeof stressed_end / sizeof *stressed_end; i++)
    if (akt_span_ends_with(span, stressed_end[i]))
      return true;
  return false;
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
