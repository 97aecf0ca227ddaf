// Statements that only name things: kinds, classes, lists, titles, options,
// `above`, expectations of tests; and circles among them.
#include "rule/check.h"

// ---- options

static const char *const plover_codes[] = {
    "AGREE",    "CONSULT", "SUPPORT", "COOPERATE", "AID",     "YIELD",
    "REQUEST",  "ACCUSE",  "REJECT",  "THREATEN",  "PROTEST", "SANCTION",
    "MOBILIZE", "COERCE",  "ASSAULT", "CONCEDE",   "RETREAT",
};

static const char *const shapes[] = {
    "box",      "square",  "rect",          "hexagon",   "octagon", "note",
    "ellipse",  "circle",  "house",         "tab",       "folder",  "component",
    "cylinder", "diamond", "parallelogram", "trapezium",
};

static bool is_one_of(const char *text, const char *const *names, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(names[i], text) == 0)
      return true;
  }
  return false;
}

static void check_plover(akt_checker *c, const akt_ast_option *option) {
  enum { COUNT = sizeof plover_codes / sizeof *plover_codes };
  if (is_one_of(option->value.text, plover_codes, COUNT))
    return;
  akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_BAD_PLOVER, option->value.loc,
                                 "`%s` is no PLOVER code", option->value.text);
  const char *nearest = akt_check_suggest(c, option->value.text, plover_codes, COUNT);
  akt_check_help_nearest(c, diag, nearest);
  if (!nearest)
    akt_diag_add_help(
        c->diags, diag,
        "one of AGREE, CONSULT, SUPPORT, COOPERATE, AID, YIELD, REQUEST, ACCUSE, "
        "REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT, CONCEDE, "
        "RETREAT");
}

static void check_cameo(akt_checker *c, const akt_ast_option *option) {
  size_t len = strlen(option->value.text);
  bool is_fine = len >= 2 && len <= 4;
  for (size_t i = 0; i < len; i++)
    is_fine &= akt_is_digit(option->value.text[i]);
  if (is_fine)
    return;
  akt_diag *diag =
      akt_diags_add(c->diags, AKT_CODE_BAD_CAMEO, option->value.loc,
                    "a CAMEO code has two to four digits, not `%s`", option->value.text);
  akt_diag_add_help(c->diags, diag, "write the leading zero: 05, 057, 0211");
}

static bool is_hex(const char *text) {
  size_t len = strspn(text, "0123456789abcdefABCDEF");
  return len == 6 && !text[len];
}

static void check_colour(akt_checker *c, const akt_ast_option *option) {
  if (is_hex(option->value.text))
    return;
  akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_BAD_COLOUR, option->value.loc,
                                 "`%s` is no colour", option->value.text);
  akt_diag_add_help(c->diags, diag, "write six hexadecimal digits, such as 0072B2");
}

static bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static bool is_date(const char *text) {
  if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
    return false;
  int parts[3] = {0};
  for (int i = 0, part = 0; i < 10; i++) {
    if (i == 4 || i == 7) {
      part++;
      continue;
    }
    if (!akt_is_digit(text[i]))
      return false;
    parts[part] = parts[part] * 10 + (text[i] - '0');
  }
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (parts[1] < 1 || parts[1] > 12 || parts[2] < 1)
    return false;
  return parts[2] <= days[parts[1] - 1] + (parts[1] == 2 && is_leap(parts[0]));
}

bool akt_check_date(akt_checker *c, const akt_ast_text *date) {
  if (!date->text || is_date(date->text))
    return date->text != NULL;
  akt_diag *diag =
      akt_diags_add(c->diags, AKT_CODE_BAD_DATE, date->loc, "`%s` is no date", date->text);
  akt_diag_add_help(c->diags, diag, "write year, month and day: 2025-04-30");
  return false;
}

static const akt_option_row *find_row(const akt_option_row *rows, uint32_t count,
                                      const akt_ast_option *option) {
  for (uint32_t i = 0; i < count; i++) {
    bool is_shape = rows[i].use == AKT_OPTION_SHAPE &&
                    is_one_of(option->name.text, shapes, sizeof shapes / sizeof *shapes);
    if (is_shape || (rows[i].name && strcmp(rows[i].name, option->name.text) == 0))
      return &rows[i];
  }
  return NULL;
}

static bool takes_value(akt_option_use use) {
  return use != AKT_OPTION_FLAG && use != AKT_OPTION_TONE && use != AKT_OPTION_SHAPE;
}

static void check_value(akt_checker *c, const akt_stmt *stmt, const akt_option_row *row,
                        const akt_ast_option *option) {
  if (takes_value(row->use) != (option->value.text != NULL)) {
    akt_diag *diag =
        akt_diags_add(c->diags, AKT_CODE_UNEXPECTED, option->name.loc,
                      takes_value(row->use) ? "`%s` needs a value" : "`%s` takes no value",
                      option->name.text);
    if (!takes_value(row->use))
      akt_diag_add_help(c->diags, diag,
                        "each option stands after a comma of its own, a comment after `#`");
    // "fill #0072B2": the colour became a comment.
    if (row->use == AKT_OPTION_COLOUR && stmt->trailing_comment)
      akt_diag_add_help(c->diags, diag, "write the colour without `#`, which starts a comment");
    return;
  }
  if (row->use == AKT_OPTION_PLOVER)
    check_plover(c, option);
  else if (row->use == AKT_OPTION_CAMEO)
    check_cameo(c, option);
  else if (row->use == AKT_OPTION_COLOUR)
    check_colour(c, option);
  else if (row->use == AKT_OPTION_DATE)
    akt_check_date(c, &option->value);
}

// What people call an option who know what they want, but not its name.
static const struct {
  const char *word;
  const char *option;
} habits[] = {
    {"negative", "hostile"},
    {"bad", "hostile"},
    {"conflict", "hostile"},
    {"positive", "cooperative"},
    {"good", "cooperative"},
    {"friendly", "cooperative"},
    {"symmetric", "mutual"},
    {"undirected", "mutual"},
    {"both", "mutual"},
    {"name", "label"},
    {"as", "label"},
    {"color", "fill"},
    {"colour", "fill"},
    {"background", "fill"},
    {"no-pronoun", "no-coref"},
    {"active", "no-passive"},
    {"no-which", "no-relative"},
    {"no-who", "no-relative"},
    {"no-speaker", "no-attribution"},
    {"no-said", "no-attribution"},
};

// The option that was probably meant: by habit, cut short, or misspelt; or NULL.
static const char *likely_option(akt_checker *c, const char *word, const char *const *names,
                                 uint32_t count) {
  enum { SHORTEST = 3 };
  size_t len = strlen(word);
  for (uint32_t i = 0; i < sizeof habits / sizeof *habits; i++)
    if (strcmp(habits[i].word, word) == 0 && is_one_of(habits[i].option, names, count))
      return habits[i].option;
  for (uint32_t i = 0; len >= SHORTEST && i < count; i++)
    if (strncmp(names[i], word, len) == 0)
      return names[i];
  return akt_check_suggest(c, word, names, count);
}

static void tell_unknown_option(akt_checker *c, const akt_ast_option *option,
                                const akt_option_row *rows, uint32_t count) {
  AKT_VEC(const char *) names = {0};
  bool has_shape = false;
  for (uint32_t i = 0; i < count; i++) {
    has_shape |= rows[i].use == AKT_OPTION_SHAPE;
    if (rows[i].name)
      akt_vec_push(c->arena, &names, rows[i].name);
  }
  for (uint32_t i = 0; has_shape && i < sizeof shapes / sizeof *shapes; i++)
    akt_vec_push(c->arena, &names, shapes[i]);
  bool is_shape = has_shape && !option->value.text;
  akt_diag *diag = akt_diags_add(
      c->diags, is_shape ? AKT_CODE_UNKNOWN_SHAPE : AKT_CODE_UNKNOWN_OPTION, option->name.loc,
      is_shape ? "`%s` is no shape" : "`%s` is no option here", option->name.text);
  const char *nearest = likely_option(c, option->name.text, names.items, names.count);
  if (nearest) {
    akt_check_help_nearest(c, diag, nearest);
    return;
  }
  akt_buf list;
  akt_buf_init(&list, c->arena);
  for (uint32_t i = 0; i < names.count; i++)
    akt_buf_printf(&list, "%s%s", i ? ", " : "", names.items[i]);
  akt_diag_add_help(c->diags, diag, "one of %s", akt_buf_text(&list));
  if (is_shape)
    akt_diag_add_help(c->diags, diag, "a colour is written with its place: fill 0072B2");
}

void akt_check_options(akt_checker *c, const akt_stmt *stmt, const akt_option_row *rows,
                       uint32_t count) {
  for (uint32_t i = 0; i < stmt->options.count; i++) {
    const akt_ast_option *option = &stmt->options.items[i];
    const akt_option_row *row = find_row(rows, count, option);
    if (!row) {
      tell_unknown_option(c, option, rows, count);
      continue;
    }
    check_value(c, stmt, row, option);
    for (uint32_t k = 0; k < i; k++) {
      const akt_option_row *other = find_row(rows, count, &stmt->options.items[k]);
      bool is_pair = other == row ||
                     (other && other->use == AKT_OPTION_TONE && row->use == AKT_OPTION_TONE);
      if (!is_pair)
        continue;
      akt_diag *diag =
          akt_diags_add(c->diags, AKT_CODE_OPTION_TWICE, option->name.loc,
                        "`%s` says something that was said before", option->name.text);
      akt_diag_add_note(c->diags, diag, stmt->options.items[k].name.loc, "here");
      break;
    }
  }
}

// ---- statements

static const akt_option_row kind_options[] = {{NULL, AKT_OPTION_SHAPE},
                                              {"fill", AKT_OPTION_COLOUR},
                                              {"line", AKT_OPTION_COLOUR},
                                              {"text", AKT_OPTION_COLOUR}};
static const akt_option_row relation_options[] = {
    {"mutual", AKT_OPTION_FLAG},   {"cooperative", AKT_OPTION_TONE},
    {"hostile", AKT_OPTION_TONE},  {"neutral", AKT_OPTION_TONE},
    {"plover", AKT_OPTION_PLOVER}, {"cameo", AKT_OPTION_CAMEO},
    {"label", AKT_OPTION_TEXT}};
static const akt_option_row test_options[] = {{"date", AKT_OPTION_DATE}};

#define COUNT_OF(array) (uint32_t)(sizeof(array) / sizeof *(array))

static void check_members(akt_checker *c, const akt_ast_texts *items, unsigned takes,
                          const char *expected) {
  for (uint32_t i = 0; i < items->count; i++)
    akt_check_name(c, &items->items[i], takes, AKT_CODE_UNKNOWN_KIND, expected, NULL, 0);
}

static const char *const engine_lists[] = {
#define AKT_ENGLISH(constant, list, holds)           list,
#define AKT_ENGLISH_SET(constant, list, part, holds) list,
#include "rule/english.def"
};

// A list that only the engine reads must have a name that the engine knows.
static void check_words(akt_checker *c, const akt_stmt *stmt) {
  bool is_engine = strncmp(stmt->name.text, "english-", 8) == 0;
  akt_symbol *symbol = akt_check_find(c, stmt->name.text);
  if (!is_engine || !symbol)
    return;
  symbol->is_used = true;
  if (is_one_of(stmt->name.text, engine_lists, COUNT_OF(engine_lists)))
    return;
  akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_UNREAD_LIST, stmt->name.loc,
                                 "names beginning with `english-` are kept for lists that the "
                                 "program reads, and it reads no `%s`",
                                 stmt->name.text);
  akt_check_help_nearest(
      c, diag, akt_check_suggest(c, stmt->name.text, engine_lists, COUNT_OF(engine_lists)));
}

static void check_test(akt_checker *c, const akt_ast_file *file, const akt_stmt *stmt) {
  akt_check_options(c, stmt, test_options, COUNT_OF(test_options));
  akt_symbol *own = stmt->parent && stmt->parent->name.text
                        ? akt_check_find(c, stmt->parent->name.text)
                        : NULL;
  if (own)
    own->has_own_test |= !file->is_shipped;
  if (stmt->is_broken)
    return;
  uint32_t edges = 0;
  for (uint32_t i = 0; i < stmt->expects.count; i++) {
    const akt_ast_expect *expect = &stmt->expects.items[i];
    if (expect->is_node) {
      akt_check_name(c, &expect->source, AKT_TAKES_KIND, AKT_CODE_UNKNOWN_KIND, "a kind", NULL,
                     0);
      continue;
    }
    edges++;
    akt_symbol *found = akt_check_name(c, &expect->relation, AKT_TAKES_RELATION,
                                       AKT_CODE_UNKNOWN_RELATION, "a relation", NULL, 0);
    if (found)
      found->has_own_test |= !file->is_shipped;
  }
  if (!stmt->expects.count && !stmt->is_nothing) {
    akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_TEST_WITHOUT_EXPECTATION, stmt->keyword,
                                   "this test does not say what it expects");
    akt_diag_add_help(c->diags, diag,
                      "write the edges on lines below, or `nothing` after the sentence");
  }
  if (edges && stmt->is_nothing)
    akt_diags_add(c->diags, AKT_CODE_TEST_CONTRADICTS, stmt->keyword,
                  "this test expects nothing, and edges below");
}

static void visit(akt_checker *c, const akt_ast_file *file, const akt_stmt *stmt) {
  (void)file;
  switch (stmt->kind_of) {
  case AKT_STMT_KIND:
    check_members(c, &stmt->is, AKT_TAKES_KIND, "a kind");
    akt_check_options(c, stmt, kind_options, COUNT_OF(kind_options));
    break;
  case AKT_STMT_CLASS:
    check_members(c, &stmt->items, AKT_TAKES_KIND | AKT_TAKES_CLASS, "a kind or class");
    break;
  case AKT_STMT_WORDS:
    if (stmt->name.text)
      check_words(c, stmt);
    break;
  case AKT_STMT_TITLE:
    akt_check_name(c, &stmt->as, AKT_TAKES_RELATION, AKT_CODE_UNKNOWN_RELATION, "a relation",
                   NULL, 0);
    if (stmt->items.count)
      akt_check_name(c, &stmt->name, AKT_TAKES_KIND, AKT_CODE_UNKNOWN_KIND, "a kind", NULL, 0);
    break;
  case AKT_STMT_HEADS:
    if (stmt->items.count)
      akt_check_name(c, &stmt->name, AKT_TAKES_KIND, AKT_CODE_UNKNOWN_KIND, "a kind", NULL, 0);
    break;
  case AKT_STMT_RELATION:
    akt_check_options(c, stmt, relation_options, COUNT_OF(relation_options));
    for (uint32_t i = 0; i < stmt->above.count; i++)
      akt_check_name(c, &stmt->above.items[i], AKT_TAKES_RELATION, AKT_CODE_UNKNOWN_RELATION,
                     "a relation", NULL, 0);
    break;
  case AKT_STMT_TEST:
    check_test(c, file, stmt);
    break;
  case AKT_STMT_COMMENT:
  case AKT_STMT_RULES:
  case AKT_STMT_USE:
  case AKT_STMT_FORMS:
  case AKT_STMT_ENTITY:
  case AKT_STMT_FIND:
  case AKT_STMT_FRAME:
  case AKT_STMT_NOUN:
  case AKT_STMT_MATCH:
  case AKT_STMT_NOT:
  case AKT_STMT_GOVERN:
  case AKT_STMT_NEVER:
  case AKT_STMT_WITHOUT:
    break;
  }
}

// ---- circles

// Several statements of one name add up, so each of them may close a circle.
typedef struct opening {
  const akt_stmt *stmt;
  struct opening *next; // of the same name
} opening;

// The graph of one name space is walked with a stack of our own: a chain of kinds may
// be as long as the file.
typedef struct step {
  akt_symbol *symbol;
  const opening *opening; // whose links are followed now
  uint32_t link;          // the next of them
} step;

typedef struct circles {
  akt_checker *c;
  opening **first; // by symbol, and the last, to keep the order of the lines
  opening **last;
  AKT_VEC(step) path;
} circles;

static const akt_ast_texts *links_of(const akt_stmt *stmt) {
  if (stmt->kind_of == AKT_STMT_KIND)
    return &stmt->is;
  return stmt->kind_of == AKT_STMT_RELATION ? &stmt->above : &stmt->items;
}

static bool is_of(akt_stmt_kind kind, akt_symbol_what what) {
  return (kind == AKT_STMT_KIND && what == AKT_SYMBOL_KIND) ||
         (kind == AKT_STMT_CLASS && what == AKT_SYMBOL_CLASS) ||
         (kind == AKT_STMT_RELATION && what == AKT_SYMBOL_RELATION);
}

static void note_opening(circles *self, const akt_stmt *stmt) {
  akt_checker *c = self->c;
  const akt_symbol *symbol = stmt->name.text ? akt_check_find(c, stmt->name.text) : NULL;
  if (!symbol || !is_of(stmt->kind_of, symbol->what) || !links_of(stmt)->count)
    return;
  size_t index = (size_t)(symbol - c->symbols.items);
  opening *made = akt_arena_alloc(c->arena, sizeof *made);
  *made = (opening){stmt, NULL};
  if (self->first[index])
    self->last[index]->next = made;
  else
    self->first[index] = made;
  self->last[index] = made;
}

static void collect_openings(circles *self) {
  akt_checker *c = self->c;
  size_t bytes = (c->symbols.count + 1) * sizeof *self->first;
  self->first = akt_arena_alloc(c->arena, bytes);
  self->last = akt_arena_alloc(c->arena, bytes);
  for (uint32_t i = 0; i < c->symbols.count; i++)
    self->first[i] = NULL;
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    const akt_stmts *stmts = &c->set->files.items[f]->statements;
    for (uint32_t i = 0; i < stmts->count; i++)
      note_opening(self, stmts->items[i]);
  }
}

static void enter(circles *self, akt_symbol *symbol) {
  const opening *first = self->first[symbol - self->c->symbols.items];
  symbol->mark = 1;
  akt_vec_push(self->c->arena, &self->path, (step){symbol, first, 0});
}

// The next name that the top of the path stands above or is made of, or NULL.
static const akt_ast_text *next_link(circles *self) {
  step *top = &self->path.items[self->path.count - 1];
  for (; top->opening; top->opening = top->opening->next, top->link = 0) {
    const akt_ast_texts *links = links_of(top->opening->stmt);
    if (top->link < links->count)
      return &links->items[top->link++];
  }
  return NULL;
}

static void tell_circle(circles *self, const akt_ast_text *link, const akt_symbol *target) {
  akt_checker *c = self->c;
  bool is_above = target->what == AKT_SYMBOL_RELATION;
  akt_diag *diag =
      akt_diags_add(c->diags, is_above ? AKT_CODE_ABOVE_CYCLE : AKT_CODE_KIND_CYCLE, link->loc,
                    is_above ? "`%s` stands above itself" : "`%s` contains itself", link->text);
  akt_diag_add_note(c->diags, diag, target->stmt->name.loc, "the circle begins here");
}

static void find_circle(circles *self, akt_symbol *start) {
  enter(self, start);
  while (self->path.count) {
    const akt_ast_text *link = next_link(self);
    if (!link) {
      self->path.items[--self->path.count].symbol->mark = 2;
      continue;
    }
    akt_symbol *target = akt_check_find(self->c, link->text);
    if (!target || target->mark == 2 || target->what == AKT_SYMBOL_WORDS)
      continue;
    if (target->mark == 1)
      tell_circle(self, link, target);
    else
      enter(self, target);
  }
}

void akt_check_names(akt_checker *c) {
  akt_check_each(c, visit);
  circles self = {.c = c};
  collect_openings(&self);
  for (uint32_t i = 0; i < c->symbols.count; i++) {
    akt_symbol *symbol = &c->symbols.items[i];
    if (symbol->what != AKT_SYMBOL_WORDS && !symbol->mark)
      find_circle(&self, symbol);
  }
}
