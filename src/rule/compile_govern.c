// Governors (what a governing verb, modal or negation makes of the verb under
// it) and `find` patterns.
#include "rule/compile.h"

#include <stdlib.h>

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

// Agreement, readiness, intention to: they govern, but nobody agreements.
static bool is_noun_by_ending(const char *word) {
  static const char *const ends[] = {"ment", "ness", "tion", "sion", "ity", "intent"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (akt_span_ends_with(akt_span_of(word), ends[i]))
      return true;
  return false;
}

static uint32_t governor_words(akt_compiler *c, const akt_ast_item *item) {
  akt_vec_push(c->arena, &c->rules->wordsets, (akt_wordset){0});
  uint32_t number = c->rules->wordsets.count - 1;
  uint32_t count = item->kind == AKT_ITEM_GROUP ? item->alternatives.count : 1;
  for (uint32_t i = 0; i < count; i++) {
    const akt_ast_item *word = item;
    if (item->kind == AKT_ITEM_GROUP) {
      if (!item->alternatives.items[i].count)
        continue;
      word = &item->alternatives.items[i].items[0];
    }
    uint32_t lemma = akt_compile_word(c, akt_span_of(word->text.text));
    if (lemma == AKT_NONE)
      continue;
    uint64_t classes = c->rules->words.items[lemma].classes;
    bool is_verb = !(classes & (AKT_EN(MODAL) | AKT_EN(NEGATION) | AKT_EN(PREDICATE)));
    if (is_verb && !is_noun_by_ending(word->text.text))
      akt_compile_verb(c, lemma);
    akt_vec_push(c->arena, &c->rules->wordsets.items[number].words, lemma);
  }
  akt_wordset *set = &c->rules->wordsets.items[number];
  if (set->words.count)
    qsort(set->words.items, set->words.count, sizeof *set->words.items, by_number);
  return number;
}

static void read_target(akt_compiler *c, const akt_ast_item *item, akt_govern *govern) {
  static const char *const tones[] = {"neutral", "cooperative", "hostile"};
  const char *type = item->type.text;
  govern->tones = 0;
  for (uint32_t i = 0; i < 3; i++)
    if (strcmp(type, tones[i]) == 0)
      govern->tones = (uint8_t)(1u << i);
  if (govern->tones)
    return;
  govern->tones = 7;
  govern->relation =
      akt_map_get(&c->rules->relation_by_name, akt_span_of(type)); // any: AKT_NONE
}

static bool read_effect(akt_compiler *c, const akt_stmt *s, akt_govern *govern) {
  static const char *const effects[] = {"planned", "negated", "alleged", "conditional",
                                        "silent"};
  if (!s->as.text)
    return false;
  for (uint32_t i = 0; i < sizeof effects / sizeof *effects; i++)
    if (strcmp(s->as.text, effects[i]) == 0) {
      govern->effect = (uint8_t)i;
      return true;
    }
  govern->effect = AKT_EFFECT_RELATION;
  govern->as = akt_map_get(&c->rules->relation_by_name, akt_span_of(s->as.text));
  return govern->as != AKT_NONE;
}

static const char *code(const akt_stmt *s, const char *name) {
  for (uint32_t i = 0; i < s->options.count; i++)
    if (s->options.items[i].name.text && strcmp(s->options.items[i].name.text, name) == 0)
      return s->options.items[i].value.text;
  return NULL;
}

void akt_compile_govern(akt_compiler *c, const akt_stmt *s) {
  if (s->is_taken_back || s->pattern.count < 2 || s->pattern.items[0].kind == AKT_ITEM_SLOT)
    return;
  akt_govern govern = {.connector = AKT_NONE,
                       .relation = AKT_NONE,
                       .as = AKT_NONE,
                       .tones = 7,
                       .plover = code(s, "plover"),
                       .cameo = code(s, "cameo"),
                       .rule = akt_compile_rule_name(c, s->keyword)};
  govern.words = governor_words(c, &s->pattern.items[0]);
  for (uint32_t i = 1; i < s->pattern.count; i++) {
    const akt_ast_item *item = &s->pattern.items[i];
    if (item->kind == AKT_ITEM_WORD)
      govern.connector = akt_compile_word(c, akt_span_of(item->text.text));
    else if (item->kind == AKT_ITEM_SLOT)
      read_target(c, item, &govern);
  }
  if (read_effect(c, s, &govern))
    akt_vec_push(c->arena, &c->rules->governs, govern);
}

// ------------------------------------------------------------ find

enum { LONGEST_ITEM = 16 };

static void compile_path(akt_compiler *c, const akt_ast_items *items, akt_find_path *out);

static uint32_t new_set(akt_compiler *c) {
  akt_vec_push(c->arena, &c->rules->wordsets, (akt_wordset){0});
  return c->rules->wordsets.count - 1;
}

static void add_word(akt_compiler *c, uint32_t set, const char *text) {
  uint32_t word = akt_compile_word(c, akt_span_of(text));
  if (word != AKT_NONE)
    akt_vec_push(c->arena, &c->rules->wordsets.items[set].words, word);
}

// All inflections of the word, without making it a verb or a noun elsewhere.
static void add_forms(akt_compiler *c, uint32_t set, const char *text) {
  uint32_t word = akt_compile_word(c, akt_span_of(text));
  if (word == AKT_NONE)
    return;
  akt_span folded = akt_intern_text(&c->rules->words_text, word);
  uint32_t known = akt_map_get(&c->irregular, folded);
  akt_verb_forms forms =
      known == AKT_NONE ? akt_inflect_verb(c->arena, folded.ptr) : c->forms.items[known];
  const char *all[] = {folded.ptr,       akt_inflect_plural(c->arena, folded.ptr),
                       forms.s,          forms.past,
                       forms.participle, forms.ing};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    add_word(c, set, all[i]);
}

static void sort_set(akt_compiler *c, uint32_t set) {
  akt_wordset *s = &c->rules->wordsets.items[set];
  if (s->words.count)
    qsort(s->words.items, s->words.count, sizeof *s->words.items, by_number);
}

static akt_find_step new_step(akt_find_step_kind kind) {
  return (akt_find_step){
      .kind = (uint8_t)kind, .exact = AKT_NONE, .words = AKT_NONE, .relation = AKT_NONE};
}

static void push_word(akt_compiler *c, const akt_ast_text *text, akt_find_path *out) {
  akt_find_step step = new_step(AKT_FIND_WORD);
  if (text->is_quoted) {
    step.exact = akt_compile_word(c, akt_span_of(text->text));
  } else {
    step.words = new_set(c);
    add_forms(c, step.words, text->text);
    sort_set(c, step.words);
  }
  akt_vec_push(c->arena, out, step);
}

static uint32_t count_words(const char *item) {
  uint32_t count = 1;
  for (const char *p = item; *p; p++)
    count += *p == ' ';
  return count;
}

static void push_phrase(akt_compiler *c, const char *item, akt_find_step *choice) {
  akt_find_path path = {0};
  while (*item) {
    size_t len = strcspn(item, " ");
    akt_ast_text word = {.text = akt_arena_copy(c->arena, item, len)};
    push_word(c, &word, &path);
    item += len + (item[len] == ' ');
  }
  akt_vec_push(c->arena, &choice->paths, path);
}

// Items of a words list with so many words; single ones share one step.
static void push_items(akt_compiler *c, const char *list, uint32_t words, uint32_t singles,
                       akt_find_step *choice) {
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    const akt_stmts *statements = &c->set->files.items[f]->statements;
    for (uint32_t i = 0; i < statements->count; i++) {
      const akt_stmt *s = statements->items[i];
      if (s->kind_of != AKT_STMT_WORDS || !s->name.text || strcmp(s->name.text, list) != 0)
        continue;
      for (uint32_t k = 0; k < s->items.count; k++) {
        const char *item = s->items.items[k].text;
        if (count_words(item) != words || akt_compile_is_without(c, s, "words", list, item))
          continue;
        if (words == 1)
          add_forms(c, singles, item);
        else
          push_phrase(c, item, choice);
      }
    }
  }
}

// A words list in a slot: its phrases as they stand, the longest first.
static void push_list(akt_compiler *c, const char *list, akt_find_step *choice) {
  uint32_t singles = new_set(c);
  for (uint32_t words = LONGEST_ITEM; words > 0; words--)
    push_items(c, list, words, singles, choice);
  sort_set(c, singles);
  akt_find_path path = {0};
  akt_find_step step = new_step(AKT_FIND_WORD);
  step.words = singles;
  akt_vec_push(c->arena, &path, step);
  akt_vec_push(c->arena, &choice->paths, path);
}

static void push_slot(akt_compiler *c, const akt_ast_item *item, akt_find_path *out) {
  akt_slot slot = akt_compile_slot(c, item);
  akt_find_step step = new_step(slot.type == AKT_SLOT_WORDS ? AKT_FIND_CHOICE : AKT_FIND_SLOT);
  step.slot = slot;
  const char *name = item->name.text;
  step.is_role = name && strcmp(name, "role") == 0;
  if (name && !step.is_role && slot.type != AKT_SLOT_WORDS)
    step.relation = akt_map_get(&c->rules->relation_by_name, akt_span_of(name));
  if (slot.type == AKT_SLOT_WORDS)
    push_list(c, item->type.text, &step);
  akt_vec_push(c->arena, out, step);
}

static void compile_item(akt_compiler *c, const akt_ast_item *item, akt_find_path *out) {
  akt_find_path path = {0};
  akt_find_step step =
      new_step(item->kind == AKT_ITEM_GROUP ? AKT_FIND_CHOICE : AKT_FIND_OPTIONAL);
  switch (item->kind) {
  case AKT_ITEM_WORD:
    push_word(c, &item->text, out);
    return;
  case AKT_ITEM_SLOT:
    push_slot(c, item, out);
    return;
  case AKT_ITEM_GROUP:
    for (uint32_t i = 0; i < item->alternatives.count; i++) {
      akt_find_path way = {0};
      compile_path(c, &item->alternatives.items[i], &way);
      akt_vec_push(c->arena, &step.paths, way);
    }
    break;
  case AKT_ITEM_OPTIONAL:
    compile_path(c, &item->items, &path);
    akt_vec_push(c->arena, &step.paths, path);
    break;
  case AKT_ITEM_REGEX:
    return; // only by itself
  }
  akt_vec_push(c->arena, out, step);
}

static void compile_path(akt_compiler *c, const akt_ast_items *items, akt_find_path *out) {
  for (uint32_t i = 0; i < items->count; i++)
    compile_item(c, &items->items[i], out);
}

void akt_compile_find(akt_compiler *c, const akt_stmt *s) {
  akt_find find = {.kind = akt_map_get(&c->rules->kind_by_name, akt_span_of(s->kind.text)),
                   .rule = akt_compile_rule_name(c, s->keyword)};
  if (find.kind == AKT_NONE || !s->pattern.count || s->is_taken_back ||
      akt_compile_is_without(c, s, "kind", NULL, s->kind.text))
    return;
  if (s->pattern.items[0].kind == AKT_ITEM_REGEX) {
    akt_pattern_error error;
    find.regex =
        akt_pattern_compile(c->arena, akt_span_of(s->pattern.items[0].text.text), &error);
    if (!find.regex)
      return;
  } else {
    compile_path(c, &s->pattern, &find.steps);
    if (!find.steps.count)
      return;
  }
  akt_vec_push(c->arena, &c->rules->finds, find);
}
