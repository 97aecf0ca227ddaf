// `without`: what is taken back must be there, or the line does nothing, which
// the author would never notice.
#include "rule/check.h"

typedef struct link {
  akt_stmt *stmt;
  uint32_t next; // an earlier statement with the same key, or AKT_NONE
} link;

typedef struct known {
  akt_checker *c;
  akt_map texts; // "what\nlist\nitem"; patterns: to an index in links
  AKT_VEC(link) links;
} known;

static akt_span make_key(akt_checker *c, const char *what, const char *list, const char *item) {
  return akt_span_of(akt_arena_printf(c->arena, "%s\n%s\n%s", what, list, item));
}

static void add(known *self, const char *what, const char *list, const char *item) {
  akt_map_add(&self->texts, make_key(self->c, what, list, item), 1);
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

static void tell_nothing(akt_checker *c, akt_loc loc, const char *what, const char *item) {
  akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_WITHOUT_NOTHING, loc,
                                 "there is no %s `%s` to take back", what, item);
  akt_diag_add_help(c->diags, diag, "write it exactly as the file that declares it does");
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
    bool is_find = !stmt->pattern.count;
    akt_buf text;
    akt_buf_init(&text, c->arena);
    akt_check_spell(&stmt->pattern, &text);
    tell_nothing(c, is_find ? stmt->kind.loc : stmt->pattern.items[0].loc, what,
                 is_find ? list : akt_buf_text(&text));
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
      tell_nothing(c, item->loc, what, item->text);
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
  AKT_VEC(const akt_stmt *) names = {0};
  known self = {.c = c};
  akt_map_init(&self.texts, c->arena);
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    const akt_stmts *stmts = &c->set->files.items[f]->statements;
    for (uint32_t i = 0; i < stmts->count; i++) {
      akt_stmt *stmt = stmts->items[i];
      if (stmt->kind_of == AKT_STMT_WITHOUT && has_pattern(stmt))
        take_back(&self, stmt);
      else if (stmt->kind_of == AKT_STMT_WITHOUT)
        akt_vec_push(c->arena, &names, stmt);
      else if (stmt->name.text || stmt->pattern.count)
        add_statement(&self, stmt);
    }
  }
  for (uint32_t i = 0; i < names.count; i++)
    check_items(&self, names.items[i]);
}
