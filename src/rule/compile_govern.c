// Governors (what a governing verb, modal or negation makes of the verb under
// it) and `find` patterns.
#include "rule/compile.h"

#include <stdlib.h>

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
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
    if (is_verb)
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

void akt_compile_find(akt_compiler *c, const akt_stmt *s) {
  akt_find find = {.kind = akt_map_get(&c->rules->kind_by_name, akt_span_of(s->kind.text)),
                   .rule = akt_compile_rule_name(c, s->keyword)};
  if (find.kind == AKT_NONE || !s->pattern.count || s->is_taken_back)
    return;
  if (s->pattern.items[0].kind == AKT_ITEM_REGEX) {
    akt_pattern_error error;
    find.regex =
        akt_pattern_compile(c->arena, akt_span_of(s->pattern.items[0].text.text), &error);
    if (!find.regex)
      return;
  }
  for (uint32_t i = 0; i < s->pattern.count; i++)
    akt_vec_push(c->arena, &find.items, s->pattern.items[i]);
  akt_vec_push(c->arena, &c->rules->finds, find);
}
