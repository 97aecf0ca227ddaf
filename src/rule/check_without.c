// `without`: what is taken back must be there, or the line does nothing, which
// the author would never notice.
#include "rule/check.h"

typedef struct known {
  akt_checker *c;
  akt_map texts; // "what\nlist\nitem"
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

static void add_pattern(known *self, const char *what, const char *list,
                        const akt_ast_items *pattern) {
  akt_buf text;
  akt_buf_init(&text, self->c->arena);
  akt_check_spell(pattern, &text);
  add(self, what, list, akt_buf_text(&text));
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
    const akt_stmt *child = stmt->children.items[i];
    const char *word = word_of(child->kind_of);
    if (word)
      add_pattern(self, word, stmt->name.text, &child->pattern);
  }
}

static void add_statement(known *self, const akt_stmt *stmt) {
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
    add(self, "find", stmt->kind.text ? stmt->kind.text : "", "");
    break;
  case AKT_STMT_GOVERN:
    add_pattern(self, "govern", "", &stmt->pattern);
    break;
  case AKT_STMT_NEVER:
    add_pattern(self, "never", "", &stmt->pattern);
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

static void check_one(known *self, const akt_stmt *stmt) {
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
  bool is_find = strcmp(what, "find") == 0;
  if (!stmt->pattern.count && !is_find)
    return;
  akt_buf text;
  akt_buf_init(&text, c->arena);
  akt_check_spell(&stmt->pattern, &text);
  if (akt_map_get(&self->texts, make_key(c, what, list, akt_buf_text(&text))) != AKT_NONE)
    return;
  akt_loc loc = is_find ? stmt->kind.loc : stmt->pattern.items[0].loc;
  tell_nothing(c, loc, what, is_find ? list : akt_buf_text(&text));
}

void akt_check_without(akt_checker *c) {
  AKT_VEC(const akt_stmt *) withouts = {0};
  known self = {.c = c};
  akt_map_init(&self.texts, c->arena);
  for (uint32_t pass = 0; pass < 2; pass++) {
    for (uint32_t f = 0; f < c->set->files.count; f++) {
      const akt_stmts *stmts = &c->set->files.items[f]->statements;
      for (uint32_t i = 0; i < stmts->count; i++) {
        const akt_stmt *stmt = stmts->items[i];
        if (pass == 0 && stmt->kind_of == AKT_STMT_WITHOUT)
          akt_vec_push(c->arena, &withouts, stmt);
        else if (pass == 1 && (stmt->name.text || stmt->pattern.count))
          add_statement(&self, stmt);
      }
    }
    if (!withouts.count)
      return; // the table costs memory, and most rule sets take nothing back
  }
  for (uint32_t i = 0; i < withouts.count; i++)
    check_one(&self, withouts.items[i]);
}
