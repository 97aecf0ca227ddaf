// The forms of verbs: those of the rules, and for a verb that no rule names yet what a
// frame with it would look for.
#include "api/forms.h"

#include "text/fold.h"

static const struct {
  uint8_t form;
  const char *name;
} rows[] = {{AKT_FORM_BASE, "base"},
            {AKT_FORM_S, "with -s"},
            {AKT_FORM_PAST, "past"},
            {AKT_FORM_PARTICIPLE, "participle"},
            {AKT_FORM_ING, "with -ing"}};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

typedef struct giving {
  const akt_ruleset *rules;
  aktant_form_found found;
  void *user;
  bool is_over;
} giving;

static bool has_form(const akt_word *word, uint32_t lemma, uint8_t form) {
  for (int i = 0; i < AKT_READINGS; i++)
    if (word->verb[i].lemma == lemma && (word->verb[i].forms & form))
      return true;
  return false;
}

static bool give_forms_of(giving *g, uint32_t lemma) {
  bool has_any = false;
  for (int f = 0; f < ROW_COUNT; f++)
    for (uint32_t w = 0; w < g->rules->words.count && !g->is_over; w++) {
      if (!has_form(&g->rules->words.items[w], lemma, rows[f].form))
        continue;
      aktant_form form = {.lemma = akt_intern_text(&g->rules->words_text, lemma).ptr,
                          .name = rows[f].name,
                          .text = akt_intern_text(&g->rules->words_text, w).ptr,
                          .is_known = true};
      g->is_over = !g->found(g->user, &form);
      has_any = true;
    }
  return has_any;
}

static void give_regular(giving *g, akt_arena *arena, const char *verb) {
  akt_verb_forms forms = akt_inflect_verb(arena, verb);
  const char *texts[ROW_COUNT] = {verb, forms.s, forms.past, forms.participle, forms.ing};
  for (int f = 0; f < ROW_COUNT && !g->is_over; f++) {
    aktant_form form = {.lemma = verb, .name = rows[f].name, .text = texts[f]};
    g->is_over = !g->found(g->user, &form);
  }
}

static bool is_plain_word(akt_span word) {
  for (size_t i = 0; i < word.len; i++)
    if (!akt_is_lower(word.ptr[i]))
      return false;
  return word.len > 1;
}

bool akt_api_forms(akt_arena *arena, const akt_ruleset *rules, const char *word,
                   aktant_form_found found, void *user) {
  giving g = {.rules = rules, .found = found, .user = user};
  char folded[AKT_FOLD_MAX];
  akt_span text = {folded, akt_fold(akt_span_of(word), folded)};
  uint32_t number = akt_ruleset_word(rules, text);
  bool has_any = number != AKT_NONE && give_forms_of(&g, number);
  for (int i = 0; !has_any && number != AKT_NONE && i < AKT_READINGS; i++) {
    uint32_t lemma = rules->words.items[number].verb[i].lemma;
    if (lemma != AKT_NONE)
      has_any |= give_forms_of(&g, lemma);
  }
  if (has_any || !is_plain_word(text))
    return has_any;
  give_regular(&g, arena, akt_arena_copy(arena, text.ptr, text.len));
  return true;
}

typedef struct asking {
  const akt_ruleset *rules;
  const char *word;
  aktant_form_found found;
  void *user;
  bool is_verb;
  akt_guard guard;
  akt_arena arena;
} asking;

static void ask(void *arg) {
  asking *a = arg;
  a->is_verb = akt_api_forms(&a->arena, a->rules, a->word, a->found, a->user);
}

aktant_status aktant_rules_forms(const aktant_rules *rules, const char *word,
                                 aktant_form_found found, void *user) {
  asking a = {.rules = rules->ruleset, .word = word, .found = found, .user = user};
  akt_guard_init(&a.guard, 0);
  akt_arena_init(&a.arena, &a.guard);
  bool has_run = akt_api_run(&a.guard, NULL, ask, &a);
  akt_arena_free(&a.arena);
  return !has_run ? AKTANT_NO_MEMORY : a.is_verb ? AKTANT_OK : AKTANT_NOT_FOUND;
}
