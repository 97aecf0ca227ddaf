// Base forms: a bare word in a pattern stands for all its inflections, so an
// inflected one would never be found. Irregular forms are known from `forms`,
// regular ones by their endings.
#include "rule/check.h"
#include "rule/ruleset.h"

#define COUNT_OF(array) (uint32_t)(sizeof(array) / sizeof *(array))

static const struct {
  const char *form;
  const char *lemma;
} auxiliaries[] = {{"is", "be"},    {"are", "be"},  {"was", "be"},
                   {"were", "be"},  {"been", "be"}, {"has", "have"},
                   {"had", "have"}, {"does", "do"}, {"did", "do"}};

// Past forms that are base forms of other verbs: to found, to lay, to wound.
static const char *const two_readings[] = {"found", "lay",  "wound", "ground", "bound",
                                           "saw",   "left", "felt",  "bore",   "rose",
                                           "fell",  "spat", "lit",   "led",    "set"};

// Base forms with the endings of inflected ones.
static const char *const odd_lemmas[] = {"shed", "shred", "embed", "imbed", "sled", "wed"};

static bool is_one_of(const char *text, const char *const *names, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (strcmp(names[i], text) == 0)
      return true;
  }
  return false;
}

static const char *irregular_lemma(const akt_checker *c, const char *word) {
  for (uint32_t i = 0; i < COUNT_OF(auxiliaries); i++) {
    if (strcmp(auxiliaries[i].form, word) == 0)
      return auxiliaries[i].lemma;
  }
  if (is_one_of(word, two_readings, COUNT_OF(two_readings)))
    return NULL;
  uint32_t index = akt_map_get(&c->lemma_of, akt_span_of(word));
  return index == AKT_NONE ? NULL : c->lemmas.items[index];
}

static bool has_vowel(const char *text, size_t len) {
  for (size_t i = 0; i < len; i++) {
    if (strchr("aeiouy", text[i]))
      return true;
  }
  return false;
}

// The ending that marks the word as inflected, or NULL. Base forms such as
// "need", "bring" and "focus" have none.
static const char *ending_of(const char *word) {
  akt_span span = akt_span_of(word);
  if (span.len < 5 || is_one_of(word, odd_lemmas, COUNT_OF(odd_lemmas)))
    return NULL;
  for (size_t i = 0; i < span.len; i++) {
    if (!akt_is_lower(word[i]))
      return NULL;
  }
  if (akt_span_ends_with(span, "ing") && has_vowel(word, span.len - 3))
    return "ing";
  if (akt_span_ends_with(span, "ed") && word[span.len - 3] != 'e')
    return "ed";
  bool has_s = word[span.len - 1] == 's' && !strchr("suiao", word[span.len - 2]);
  return has_s ? "s" : NULL;
}

static bool is_known(const akt_checker *c, const char *word) {
  return akt_map_get(&c->known_words, akt_span_of(word)) != AKT_NONE;
}

// The base form, when some list has it: praised - praise, planned - plan,
// denies - deny.
static const char *regular_lemma(const akt_checker *c, const char *word, const char *ending) {
  size_t stem = strlen(word) - strlen(ending);
  bool is_doubled = stem > 2 && word[stem - 1] == word[stem - 2];
  const char *candidates[] = {
      akt_arena_copy(c->arena, word, stem),
      akt_arena_printf(c->arena, "%.*se", (int)stem, word),
      akt_arena_copy(c->arena, word, stem - is_doubled),
      akt_arena_printf(c->arena, "%.*sy", (int)stem - (*ending == 's' ? 2 : 1), word),
      akt_arena_copy(c->arena, word, stem - (*ending == 's')),
  };
  for (uint32_t i = 0; i < COUNT_OF(candidates); i++) {
    if (is_known(c, candidates[i]))
      return candidates[i];
  }
  return NULL;
}

static bool is_form(const akt_verb_forms *forms, const char *word) {
  return strcmp(forms->s, word) == 0 || strcmp(forms->past, word) == 0 ||
         strcmp(forms->participle, word) == 0 || strcmp(forms->ing, word) == 0;
}

// The base form by the rules of English alone: of bribed, brib gives "bribbed", bribe it.
static const char *inflected_from(const akt_checker *c, const char *word, const char *ending) {
  size_t stem = strlen(word) - strlen(ending);
  bool is_doubled = stem > 2 && word[stem - 1] == word[stem - 2];
  const char *candidates[] = {
      akt_arena_printf(c->arena, "%.*se", (int)stem, word),
      akt_arena_copy(c->arena, word, stem),
      akt_arena_copy(c->arena, word, stem - is_doubled),
      akt_arena_printf(c->arena, "%.*sy", (int)stem - 1, word),
  };
  for (uint32_t i = 0; i < COUNT_OF(candidates); i++) {
    akt_verb_forms forms = akt_inflect_verb(c->arena, candidates[i]);
    if (is_form(&forms, word))
      return candidates[i];
  }
  return NULL;
}

static bool is_auxiliary(const char *word) {
  for (uint32_t i = 0; i < COUNT_OF(auxiliaries); i++)
    if (strcmp(auxiliaries[i].form, word) == 0)
      return true;
  return false;
}

// was bribed, has bribed, did not bribe: the verb comes after.
static bool is_before_verb(const akt_checker *c, const akt_ast_item *next) {
  if (!next || next->kind != AKT_ITEM_WORD)
    return false;
  const char *word = next->text.text;
  const char *ending = ending_of(word);
  return strcmp(word, "not") == 0 || irregular_lemma(c, word) || (ending && *ending != 's');
}

static void tell_form(akt_checker *c, const akt_ast_item *word, const akt_ast_item *next,
                      const char *lemma) {
  const char *text = word->text.text;
  akt_diag *diag =
      akt_diags_add(c->diags, AKT_CODE_WORD_INFLECTED, word->loc,
                    "`%s` is a form of `%s`; a pattern names the base form", text, lemma);
  if (is_auxiliary(text) && is_before_verb(c, next)) {
    akt_diag_add_help(c->diags, diag,
                      "leave it out: tenses, the passive and negation come by themselves; "
                      "write who acts, the verb in its base form, and whom it is done to");
    return;
  }
  akt_diag_add_help(c->diags, diag, "write `%s`, or `\"%s\"` for this form alone", lemma, text);
  diag->fix = lemma;
}

static void check_word(akt_checker *c, const akt_ast_item *word, const akt_ast_item *next) {
  const char *text = word->text.text;
  if (word->text.is_quoted)
    return;
  const char *lemma = irregular_lemma(c, text);
  const char *ending = lemma ? NULL : ending_of(text);
  if (ending && is_known(c, text))
    return; // listed as a base form itself
  if (ending)
    lemma = regular_lemma(c, text, ending);
  if ((!lemma && !ending) || (lemma && strcmp(lemma, text) == 0))
    return;
  if (lemma) {
    tell_form(c, word, next, lemma);
    return;
  }
  akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_WORD_INFLECTED, word->loc,
                                 "`%s` looks inflected; a pattern names the base form", text);
  const char *likely = inflected_from(c, text, ending);
  akt_diag_add_help(c->diags, diag,
                    likely ? "write `%s`, or `\"%s\"` for this form alone"
                           : "write %s, or `\"%s\"` for this form alone",
                    likely ? likely : "the base form", text);
  if (likely) {
    diag->fix = likely;
    diag->is_guess = true;
  }
}

void akt_check_forms(akt_checker *c, const akt_ast_items *pattern,
                     const akt_ast_item *trigger) {
  if (!trigger)
    return;
  const akt_ast_item *end = pattern->items + pattern->count;
  if (trigger->kind == AKT_ITEM_WORD)
    check_word(c, trigger, trigger + 1 < end ? trigger + 1 : NULL);
  for (uint32_t i = 0; i < trigger->alternatives.count; i++)
    check_word(c, &trigger->alternatives.items[i].items[0], NULL);
}

static void know(akt_checker *c, const akt_ast_file *file, const akt_stmt *stmt) {
  (void)file;
  if (stmt->kind_of == AKT_STMT_FORMS && stmt->name.text)
    akt_map_add(&c->known_words, akt_span_of(stmt->name.text), 1);
  bool is_english = stmt->kind_of == AKT_STMT_WORDS && stmt->name.text &&
                    strncmp(stmt->name.text, "english-", 8) == 0;
  for (uint32_t i = 0; is_english && i < stmt->items.count; i++)
    akt_map_add(&c->known_words, akt_span_of(stmt->items.items[i].text), 1);
}

void akt_check_know_words(akt_checker *c) {
  akt_map_init(&c->known_words, c->arena);
  akt_check_each(c, know);
}
