// Words: the engine's lists, the author's lists, verb forms, plurals.
#include "rule/compile.h"

#include "text/fold.h"

#include <stdlib.h>

static const char *const english_lists[] = {
#define AKT_ENGLISH(constant, list, holds) list,
#include "rule/english.def"
};

typedef enum part_of_speech { WORDS, NOUNS, VERBS } part_of_speech;

static const struct {
  const char *name;
  part_of_speech part;
} english_sets[] = {
#define AKT_ENGLISH_SET(constant, list, part, holds) {list, part},
#include "rule/english.def"
};

// Lists whose items are base forms of verbs.
static const uint64_t verb_lists = AKT_EN(REPORTING) | AKT_EN(NOUN_OR_VERB) | AKT_EN(CONTROL) |
                                   AKT_EN(PERMIT) | AKT_EN(TRANSPARENT) | AKT_EN(VERB) |
                                   AKT_EN(TO_PREPOSITION);
// Lists whose items are singular nouns; their plurals count too.
static const uint64_t noun_lists =
    AKT_EN(GOVERNMENT_NOUN) | AKT_EN(BODY_NOUN) | AKT_EN(PEOPLE_NOUN) | AKT_EN(PERSON_NOUN) |
    AKT_EN(PLACE_NOUN) | AKT_EN(CONTAINER) | AKT_EN(CONTENT_NOUN) | AKT_EN(TIME_UNIT) |
    AKT_EN(HOLD_TITLE);

uint32_t akt_compile_word(akt_compiler *c, akt_span text) {
  char folded[AKT_FOLD_MAX];
  size_t len = akt_fold(text, folded);
  if (!len)
    return AKT_NONE;
  uint32_t number = akt_intern_add(&c->rules->words_text, (akt_span){folded, len});
  while (c->rules->words.count <= number) {
    akt_word word = {.noun = AKT_NONE, .names = AKT_NONE, .head = AKT_NONE};
    for (int i = 0; i < AKT_READINGS; i++)
      word.verb[i].lemma = AKT_NONE;
    akt_vec_push(c->arena, &c->rules->words, word);
  }
  return number;
}

static void add_form(akt_compiler *c, uint32_t lemma, const char *form, uint8_t bit) {
  uint32_t number = akt_compile_word(c, akt_span_of(form));
  if (number == AKT_NONE)
    return;
  akt_word *word = &c->rules->words.items[number];
  for (int i = 0; i < AKT_READINGS; i++) {
    if (word->verb[i].lemma != lemma && word->verb[i].lemma != AKT_NONE)
      continue;
    word->verb[i].lemma = lemma;
    word->verb[i].forms |= bit;
    return;
  }
}

static bool ends_in_vowel_l(akt_span word) {
  return word.len > 3 && word.ptr[word.len - 1] == 'l' &&
         strchr("aeiou", word.ptr[word.len - 2]) && !strchr("aeiou", word.ptr[word.len - 3]);
}

void akt_compile_verb(akt_compiler *c, uint32_t lemma) {
  if (lemma == AKT_NONE)
    return;
  akt_span text = akt_intern_text(&c->rules->words_text, lemma);
  const akt_word *word = &c->rules->words.items[lemma];
  if (word->verb[0].lemma == lemma && (word->verb[0].forms & AKT_FORM_BASE))
    return;
  uint32_t known = akt_map_get(&c->irregular, text);
  akt_verb_forms forms =
      known != AKT_NONE ? c->forms.items[known] : akt_inflect_verb(c->arena, text.ptr);
  add_form(c, lemma, text.ptr, AKT_FORM_BASE);
  add_form(c, lemma, forms.s, AKT_FORM_S);
  add_form(c, lemma, forms.past, AKT_FORM_PAST);
  add_form(c, lemma, forms.participle, AKT_FORM_PARTICIPLE);
  add_form(c, lemma, forms.ing, AKT_FORM_ING);
  if (known == AKT_NONE && ends_in_vowel_l(text)) { // British: levelled, beside leveled
    add_form(c, lemma, akt_arena_printf(c->arena, "%sled", text.ptr),
             AKT_FORM_PAST | AKT_FORM_PARTICIPLE);
    add_form(c, lemma, akt_arena_printf(c->arena, "%sling", text.ptr), AKT_FORM_ING);
  }
}

void akt_compile_noun(akt_compiler *c, uint32_t lemma) {
  if (lemma == AKT_NONE || c->rules->words.items[lemma].noun != AKT_NONE)
    return; // known, or the plural of a known one
  c->rules->words.items[lemma].noun = lemma;
  akt_span text = akt_intern_text(&c->rules->words_text, lemma);
  uint32_t plural = akt_compile_word(c, akt_span_of(akt_inflect_plural(c->arena, text.ptr)));
  if (plural != AKT_NONE)
    c->rules->words.items[plural].noun = lemma;
}

// Only the last word of a phrase counts as the set's word: "phone call" is a call.
static akt_span last_word(const char *item) {
  const char *blank = strrchr(item, ' ');
  return akt_span_of(blank ? blank + 1 : item);
}

static void mark_english(akt_compiler *c, uint32_t list, const char *item) {
  uint64_t bit = 1ull << list;
  uint32_t number = akt_compile_word(c, last_word(item));
  if (number == AKT_NONE)
    return;
  if (bit & verb_lists)
    akt_compile_verb(c, number);
  if (bit & noun_lists)
    akt_compile_noun(c, number);
  c->rules->words.items[number].classes |= bit;
  if (bit & noun_lists) {
    akt_span text = akt_intern_text(&c->rules->words_text, number);
    uint32_t plural = akt_compile_word(c, akt_span_of(akt_inflect_plural(c->arena, text.ptr)));
    if (plural != AKT_NONE)
      c->rules->words.items[plural].classes |= bit;
  }
  if (list == AKT_EN_ABBREVIATION)
    akt_map_add(&c->rules->abbreviations, akt_intern_text(&c->rules->words_text, number),
                number);
}

static uint32_t english_list(const char *name) {
  for (uint32_t i = 0; i < AKT_EN_COUNT; i++)
    if (strcmp(english_lists[i], name) == 0)
      return i;
  return AKT_NONE;
}

static uint32_t named_set(akt_compiler *c, const char *name) {
  uint32_t known = akt_map_get(&c->set_by_name, akt_span_of(name));
  if (known != AKT_NONE)
    return known;
  known = c->rules->wordsets.count;
  akt_vec_push(c->arena, &c->rules->wordsets, (akt_wordset){.name = name});
  akt_map_set(&c->set_by_name, akt_span_of(name), known);
  return known;
}

// The lists of authors hold nouns.
static part_of_speech part_in(const char *name) {
  for (uint32_t i = 0; i < AKT_SET_COUNT; i++)
    if (strcmp(english_sets[i].name, name) == 0)
      return english_sets[i].part;
  return NOUNS;
}

static void add_words(akt_compiler *c, const akt_stmt *s) {
  uint32_t list = english_list(s->name.text);
  uint32_t set = named_set(c, s->name.text);
  part_of_speech part = part_in(s->name.text);
  for (uint32_t i = 0; i < s->items.count; i++) {
    const char *item = s->items.items[i].text;
    if (akt_compile_is_without(c, s, "words", s->name.text, item))
      continue;
    if (list != AKT_NONE)
      mark_english(c, list, item);
    uint32_t number = akt_compile_word(c, last_word(item));
    if (number == AKT_NONE)
      continue;
    if (list == AKT_NONE && part == VERBS)
      akt_compile_verb(c, number);
    else if (list == AKT_NONE && part == NOUNS)
      akt_compile_noun(c, number);
    akt_vec_push(c->arena, &c->rules->wordsets.items[set].words, number);
  }
}

static void add_forms(akt_compiler *c, const akt_stmt *s) {
  uint32_t lemma = akt_compile_word(c, akt_span_of(s->name.text));
  if (lemma == AKT_NONE || !s->items.count ||
      akt_compile_is_without(c, s, "forms", NULL, s->name.text))
    return;
  akt_span text = akt_intern_text(&c->rules->words_text, lemma);
  akt_verb_forms forms = akt_inflect_verb(c->arena, text.ptr);
  const char **fields[] = {&forms.past, &forms.participle, &forms.ing, &forms.s};
  for (uint32_t i = 0; i < s->items.count && i < 4; i++)
    *fields[i] = s->items.items[i].text;
  if (s->items.count == 1)
    forms.participle = forms.past;
  akt_map_set(&c->irregular, text, c->forms.count);
  akt_vec_push(c->arena, &c->forms, forms);
  akt_compile_verb(c, lemma);
}

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

void akt_compile_words(akt_compiler *c) {
  for (uint32_t i = 0; i < AKT_SET_COUNT; i++) {
    uint32_t set = c->rules->english_sets[i] = named_set(c, english_sets[i].name);
    c->rules->wordsets.items[set].is_verbatim = english_sets[i].part == WORDS;
  }
  for (int pass = 0; pass < 2; pass++) // all irregular forms before any verb is inflected
    for (uint32_t f = 0; f < c->set->files.count; f++) {
      const akt_stmts *statements = &c->set->files.items[f]->statements;
      for (uint32_t i = 0; i < statements->count; i++) {
        const akt_stmt *s = statements->items[i];
        if (pass == 0 && s->kind_of == AKT_STMT_FORMS && s->name.text)
          add_forms(c, s);
        if (pass == 1 && s->kind_of == AKT_STMT_WORDS && s->name.text)
          add_words(c, s);
      }
    }
  for (uint32_t i = 0; i < c->rules->wordsets.count; i++) {
    akt_wordset *set = &c->rules->wordsets.items[i];
    if (set->words.count)
      qsort(set->words.items, set->words.count, sizeof *set->words.items, by_number);
  }
}
