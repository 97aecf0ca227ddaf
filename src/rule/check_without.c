// `without`: what is taken back must be there, or the line does nothing, which
// the author would never notice.
#include "rule/check.h"
#include "rule/limits.h"

typedef struct link {
  akt_stmt *stmt;
  uint32_t next; // an earlier statement with the same key, or AKT_NONE
} link;

typedef struct known {
  akt_checker *c;
  akt_map texts; // "what\nlist\nitem"; patterns: to an index in links
  AKT_VEC(link) links;
  AKT_VEC(akt_span) names; // the keys of all but patterns, for the nearest one
} known;

static akt_span make_key(akt_checker *c, const char *what, const char *list, const char *item) {
  return akt_span_of(akt_arena_printf(c->arena, "%s\n%s\n%s", what, list, item));
}

static void add(known *self, const char *what, const char *list, const char *item) {
  akt_span key = make_key(self->c, what, list, item);
  akt_map_add(&self->texts, key, 1);
  akt_vec_push(self->c->arena, &self->names, key);
}

static void add_all(known *self, const char *what, const char *list,
                    const akt_ast_texts *items) {
  for (uint32_t i = 0; i < items->count; i++)
    add(self, what, list, items->items[i].text);
}

static akt_span pattern_key(akt_checker *c, const char *what, const char *list,
                            const akt_ast_items *pattern) {
  akt_buf text;
  akt_buf_init(&text, c->arena);
  akt_check_spell(pattern, &text);
  return make_key(c, what, list, akt_buf_text(&text));
}

// Statements with one key form a chain: the key gives the latest.
static void add_pattern(known *self, akt_span key, akt_stmt *stmt) {
  link made = {stmt, akt_map_get(&self->texts, key)};
  akt_map_set(&self->texts, key, self->links.count);
  akt_vec_push(self->c->arena, &self->links, made);
}

static void add_entity(known *self, const akt_stmt *stmt) {
  add(self, "entity", "", stmt->name.text);
  for (uint32_t i = 0; i < stmt->aliases.count; i++)
    add(self, "alias", "", stmt->aliases.items[i].text.text);
  add_all(self, "alias", "", &stmt->adjectives);
  add_all(self, "adj", "", &stmt->adjectives);
  add_all(self, "stands-for", "", &stmt->stands_for);
  if (stmt->roles.count)
    add(self, "role", "", stmt->name.text);
}

static const char *word_of(akt_stmt_kind kind) {
  if (kind == AKT_STMT_FRAME)
    return "frame";
  if (kind == AKT_STMT_NOUN)
    return "noun";
  if (kind == AKT_STMT_MATCH)
    return "match";
  return kind == AKT_STMT_NOT ? "not" : NULL;
}

static void add_relation(known *self, const akt_stmt *stmt) {
  for (uint32_t i = 0; i < stmt->children.count; i++) {
    akt_stmt *child = stmt->children.items[i];
    const char *word = word_of(child->kind_of);
    if (word)
      add_pattern(self, pattern_key(self->c, word, stmt->name.text, &child->pattern), child);
  }
}

static void add_statement(known *self, akt_stmt *stmt) {
  switch (stmt->kind_of) {
  case AKT_STMT_ENTITY:
    add_entity(self, stmt);
    break;
  case AKT_STMT_RELATION:
    add_relation(self, stmt);
    break;
  case AKT_STMT_WORDS:
    add_all(self, "words", stmt->name.text, &stmt->items);
    break;
  case AKT_STMT_HEADS:
    add_all(self, "heads", stmt->name.text, &stmt->items);
    break;
  case AKT_STMT_TITLE:
    add_all(self, "title", "", &stmt->items);
    break;
  case AKT_STMT_FORMS:
    add(self, "forms", "", stmt->name.text);
    break;
  case AKT_STMT_FIND:
    add_pattern(self, make_key(self->c, "find", stmt->kind.text ? stmt->kind.text : "", ""),
                stmt);
    break;
  case AKT_STMT_GOVERN:
    add_pattern(self, pattern_key(self->c, "govern", "", &stmt->pattern), stmt);
    break;
  case AKT_STMT_NEVER:
    add_pattern(self, pattern_key(self->c, "never", "", &stmt->pattern), stmt);
    break;
  case AKT_STMT_COMMENT:
  case AKT_STMT_RULES:
  case AKT_STMT_USE:
  case AKT_STMT_KIND:
  case AKT_STMT_CLASS:
  case AKT_STMT_FRAME:
  case AKT_STMT_NOUN:
  case AKT_STMT_MATCH:
  case AKT_STMT_NOT:
  case AKT_STMT_TEST:
  case AKT_STMT_WITHOUT:
    break;
  }
}

// What stands under the same "what\nlist\n" and is spelled nearly so, or NULL.
static const char *nearest_item(known *self, const char *what, const char *list,
                                const char *item) {
  akt_checker *c = self->c;
  if (c->suggestions >= AKT_LIMIT_SUGGESTIONS)
    return NULL;
  AKT_VEC(const char *) names = {0};
  const char *prefix = akt_arena_printf(c->arena, "%s\n%s\n", what, list);
  for (uint32_t i = 0; i < self->names.count; i++)
    if (akt_span_starts_with(self->names.items[i], prefix))
      akt_vec_push(c->arena, &names, self->names.items[i].ptr + strlen(prefix));
  return akt_check_suggest(c, item, names.items, names.count);
}

static void tell_nothing(known *self, akt_loc loc, const char *what, const char *list,
                         const char *item) {
  akt_checker *c = self->c;
  akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_WITHOUT_NOTHING, loc,
                                 "there is no %s `%s` to take back", what, item);
  const char *nearest = nearest_item(self, what, list, item);
  akt_check_help_nearest(c, diag, nearest);
  if (!nearest)
    akt_diag_add_help(c->diags, diag, "write it exactly as the file that declares it does");
}

static bool names_word(const akt_ast_items *items, const char *word) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    if (item->kind == AKT_ITEM_WORD && strcmp(item->text.text, word) == 0)
      return true;
    for (uint32_t k = 0; k < item->alternatives.count; k++)
      if (names_word(&item->alternatives.items[k], word))
        return true;
    if (names_word(&item->items, word))
      return true;
  }
  return false;
}

// Whether two patterns have a word in common that is no preposition or the like.
static bool is_akin(const akt_ast_items *a, const akt_ast_items *b) {
  enum { SHORTEST = 4 };
  for (uint32_t i = 0; i < a->count; i++) {
    const akt_ast_item *item = &a->items[i];
    if (item->kind == AKT_ITEM_WORD && strlen(item->text.text) >= SHORTEST &&
        names_word(b, item->text.text))
      return true;
    for (uint32_t k = 0; k < item->alternatives.count; k++)
      if (is_akin(&item->alternatives.items[k], b))
        return true;
  }
  return false;
}

// A pattern must be copied word for word: show where those with the same words are.
static void tell_no_pattern(known *self, const akt_stmt *stmt, const char *what) {
  enum { SHOWN = 3 };
  akt_checker *c = self->c;
  akt_buf text;
  akt_buf_init(&text, c->arena);
  akt_check_spell(&stmt->pattern, &text);
  akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_WITHOUT_NOTHING, stmt->pattern.items[0].loc,
                                 "there is no %s `%s` to take back", what, akt_buf_text(&text));
  akt_diag_add_help(c->diags, diag, "copy it word for word from the file that declares it");
  uint32_t shown = 0;
  // Each look-up walks all patterns, so that after some nothing more is looked up.
  bool is_looked_up = c->suggestions++ < AKT_LIMIT_SUGGESTIONS;
  for (uint32_t i = 0; is_looked_up && i < self->links.count && shown < SHOWN; i++) {
    const akt_stmt *other = self->links.items[i].stmt;
    const char *word = word_of(other->kind_of);
    bool is_same = stmt->kind.text ? word && strcmp(word, what) == 0 && other->parent &&
                                         strcmp(other->parent->name.text, stmt->kind.text) == 0
                                   : !word;
    if (!is_same || !is_akin(&stmt->pattern, &other->pattern))
      continue;
    akt_diag_add_note(c->diags, diag, other->keyword, "one with a word of it is here");
    shown++;
  }
}

// Names of the common name space are errors when unknown, like everywhere.
static bool check_declared(akt_checker *c, const akt_stmt *stmt, const char *what) {
  static const struct {
    const char *what;
    unsigned takes;
    akt_code code;
    const char *expected;
    bool is_item; // the items are the names; else `kind` is
  } rows[] = {
      {"relation", AKT_TAKES_RELATION, AKT_CODE_UNKNOWN_RELATION, "a relation", true},
      {"kind", AKT_TAKES_KIND, AKT_CODE_UNKNOWN_KIND, "a kind", true},
      {"class", AKT_TAKES_CLASS, AKT_CODE_UNKNOWN_KIND, "a class", true},
      {"words", AKT_TAKES_WORDS, AKT_CODE_UNKNOWN_WORDS, "a words list", false},
      {"heads", AKT_TAKES_KIND, AKT_CODE_UNKNOWN_KIND, "a kind", false},
      {"find", AKT_TAKES_KIND, AKT_CODE_UNKNOWN_KIND, "a kind", false},
      {"frame", AKT_TAKES_RELATION, AKT_CODE_UNKNOWN_RELATION, "a relation", false},
      {"noun", AKT_TAKES_RELATION, AKT_CODE_UNKNOWN_RELATION, "a relation", false},
      {"match", AKT_TAKES_RELATION, AKT_CODE_UNKNOWN_RELATION, "a relation", false},
      {"not", AKT_TAKES_RELATION, AKT_CODE_UNKNOWN_RELATION, "a relation", false},
  };
  for (uint32_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (strcmp(rows[i].what, what) != 0)
      continue;
    if (!rows[i].is_item)
      return akt_check_name(c, &stmt->kind, rows[i].takes, rows[i].code, rows[i].expected, NULL,
                            0) != NULL;
    for (uint32_t k = 0; k < stmt->items.count; k++)
      akt_check_name(c, &stmt->items.items[k], rows[i].takes, rows[i].code, rows[i].expected,
                     NULL, 0);
    return false; // nothing more to look up
  }
  return true;
}

static bool has_pattern(const akt_stmt *stmt) {
  return stmt->pattern.count || (stmt->name.text && strcmp(stmt->name.text, "find") == 0);
}

// Patterns: those that stand before this line are marked, so that one may be
// taken back and written anew.
static void take_back(known *self, const akt_stmt *stmt) {
  akt_checker *c = self->c;
  const char *what = stmt->name.text;
  if (stmt->is_broken || !what || !check_declared(c, stmt, what))
    return;
  const char *list = stmt->kind.text ? stmt->kind.text : "";
  akt_span key = pattern_key(c, what, list, &stmt->pattern);
  uint32_t index = akt_map_get(&self->texts, key);
  if (index == AKT_NONE) {
    if (stmt->pattern.count)
      tell_no_pattern(self, stmt, what);
    else
      tell_nothing(self, stmt->kind.loc, what, "", list);
  }
  for (; index != AKT_NONE; index = self->links.items[index].next)
    self->links.items[index].stmt->is_taken_back = true;
}

static void check_items(known *self, const akt_stmt *stmt) {
  akt_checker *c = self->c;
  const char *what = stmt->name.text;
  if (stmt->is_broken || !what || !check_declared(c, stmt, what))
    return;
  const char *list = stmt->kind.text ? stmt->kind.text : "";
  for (uint32_t i = 0; i < stmt->items.count; i++) {
    const akt_ast_text *item = &stmt->items.items[i];
    if (akt_map_get(&self->texts, make_key(c, what, list, item->text)) == AKT_NONE)
      tell_nothing(self, item->loc, what, list, item->text);
  }
}

static bool has_without(const akt_ast_set *set) {
  for (uint32_t f = 0; f < set->files.count; f++) {
    const akt_stmts *stmts = &set->files.items[f]->statements;
    for (uint32_t i = 0; i < stmts->count; i++) {
      if (stmts->items[i]->kind_of == AKT_STMT_WITHOUT)
        return true;
    }
  }
  return false;
}

void akt_check_without(akt_checker *c) {
  // The table costs memory, and most rule sets take nothing back.
  if (!has_without(c->set))
    return;
  known self = {.c = c};
  akt_map_init(&self.texts, c->arena);
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    const akt_stmts *stmts = &c->set->files.items[f]->statements;
    for (uint32_t i = 0; i < stmts->count; i++) {
      akt_stmt *stmt = stmts->items[i];
      if (stmt->kind_of == AKT_STMT_WITHOUT && has_pattern(stmt))
        take_back(&self, stmt);
      else if (stmt->kind_of == AKT_STMT_WITHOUT)
        check_items(&self, stmt);
      else if (stmt->name.text || stmt->pattern.count)
        add_statement(&self, stmt);
    }
  }
}
