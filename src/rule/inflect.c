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

static bool ends_in_consonant_y(akt_span word) {
  return word.len > 1 && word.ptr[word.len - 1] == 'y' && !is_vowel(word.ptr[word.len - 2]);
}

static const char *add_s(akt_arena *arena, akt_span word) {
  int len = (int)word.len;
  if (ends_in_consonant_y(word))
    return akt_arena_printf(arena, "%.*sies", len - 1, word.ptr);
  bool ends_in_o =
      word.len > 2 && word.ptr[word.len - 1] == 'o' && !is_vowel(word.ptr[word.len - 2]);
  if (ends_in_sibilant(word) || ends_in_o)
    return akt_arena_printf(arena, "%.*ses", len, word.ptr);
  return akt_arena_printf(arena, "%.*ss", len, word.ptr);
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
  static const char *const others[] = {"veto", "embargo", "hero", "torpedo", "echo", "cargo"};
  for (size_t k = 0; k < sizeof others / sizeof *others; k++)
    if (akt_span_is(word, others[k]))
      return false;
  return akt_span_ends_with(word, "o");
}

const char *akt_inflect_plural(akt_arena *arena, const char *noun) {
  akt_span word = akt_span_of(noun);
  if (is_man(word))
    return akt_arena_printf(arena, "%.*smen", (int)word.len - 3, noun);
  if (akt_span_ends_with(word, "child"))
    return akt_arena_printf(arena, "%sren", noun);
  if (is_plain_o(word))
    return akt_arena_printf(arena, "%ss", noun);
  return add_s(arena, word);
}

akt_verb_forms akt_inflect_verb(akt_arena *arena, const char *lemma) {
  akt_span word = akt_span_of(lemma);
  int len = (int)word.len;
  akt_verb_forms forms = {.s = add_s(arena, word)};
  if (akt_span_ends_with(word, "ie")) {
    forms.past = akt_arena_printf(arena, "%sd", lemma);
    forms.ing = akt_arena_printf(arena, "%.*sying", len - 2, lemma);
  } else if (akt_span_ends_with(word, "e")) {
    bool keeps_e = akt_span_ends_with(word, "ee") || akt_span_ends_with(word, "ye") ||
                   akt_span_ends_with(word, "oe");
    forms.past = akt_arena_printf(arena, "%sd", lemma);
    forms.ing = akt_arena_printf(arena, "%.*sing", keeps_e ? len : len - 1, lemma);
  } else if (ends_in_consonant_y(word)) {
    forms.past = akt_arena_printf(arena, "%.*sied", len - 1, lemma);
    forms.ing = akt_arena_printf(arena, "%sing", lemma);
  } else if (doubles_final(lemma, word.len)) {
    forms.past = akt_arena_printf(arena, "%s%ced", lemma, lemma[len - 1]);
    forms.ing = akt_arena_printf(arena, "%s%cing", lemma, lemma[len - 1]);
  } else {
    forms.past = akt_arena_printf(arena, "%sed", lemma);
    forms.ing = akt_arena_printf(arena, "%sing", lemma);
  }
  forms.participle = forms.past;
  return forms;
}
