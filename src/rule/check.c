// The table of names, and what every check needs: finding a name, and saying
// what was probably meant. The checks themselves are in check_*.c.
#include "rule/check.h"

#include "rule/limits.h"

static void visit_all(akt_checker *c, const akt_ast_file *file, const akt_stmts *stmts,
                      akt_check_visit visit) {
  for (uint32_t i = 0; i < stmts->count; i++) {
    const akt_stmt *stmt = stmts->items[i];
    if (stmt->kind_of == AKT_STMT_COMMENT)
      continue;
    visit(c, file, stmt);
    visit_all(c, file, &stmt->children, visit); // two levels at most
  }
}

void akt_check_each(akt_checker *c, akt_check_visit visit) {
  for (uint32_t i = 0; i < c->set->files.count; i++)
    visit_all(c, c->set->files.items[i], &c->set->files.items[i]->statements, visit);
}

const char *akt_symbol_noun(akt_symbol_what what) {
  switch (what) {
  case AKT_SYMBOL_KIND:
    return "a kind";
  case AKT_SYMBOL_CLASS:
    return "a class";
  case AKT_SYMBOL_WORDS:
    return "a words list";
  case AKT_SYMBOL_RELATION:
    return "a relation";
  }
  return "";
}

akt_symbol *akt_check_find(const akt_checker *c, const char *name) {
  uint32_t index = akt_map_get(&c->symbol_by_name, akt_span_of(name));
  return index == AKT_NONE ? NULL : &c->symbols.items[index];
}

// ---- suggestions

const char *akt_check_suggest(akt_checker *c, const char *name, const char *const *names,
                              uint32_t count) {
  // Each look-up walks all names: with thousands of errors nobody reads them.
  if (c->suggestions >= AKT_LIMIT_SUGGESTIONS)
    return NULL;
  c->suggestions++;
  return akt_suggest(c->arena, name, names, count);
}

void akt_check_help_nearest(akt_checker *c, akt_diag *diag, const char *nearest) {
  if (!nearest)
    return;
  akt_diag_add_help(c->diags, diag, "did you mean `%s`?", nearest);
  diag->fix = nearest;
  diag->is_guess = true;
}

static const char *nearest_symbol(akt_checker *c, const char *name, unsigned takes,
                                  const char *const *extra, uint32_t extra_count) {
  if (c->suggestions >= AKT_LIMIT_SUGGESTIONS)
    return NULL;
  AKT_VEC(const char *) names = {0};
  for (uint32_t i = 0; i < extra_count; i++)
    akt_vec_push(c->arena, &names, extra[i]);
  const akt_symbol *symbols = c->symbols.items;
  for (uint32_t i = 0; symbols && i < c->symbols.count; i++) {
    if (takes & (1u << symbols[i].what))
      akt_vec_push(c->arena, &names, symbols[i].stmt->name.text);
  }
  return akt_check_suggest(c, name, names.items, names.count);
}

// Nothing is near: what would make the name known.
static void help_declare(akt_checker *c, akt_diag *diag, const char *name, unsigned takes,
                         const char *const *extra, uint32_t extra_count) {
  bool is_end = strcmp(name, "source") == 0 || strcmp(name, "target") == 0;
  if (is_end && (takes & AKT_TAKES_WORDS)) {
    akt_diag_add_help(c->diags, diag, "say of which kind it is: <%s:actor>", name);
    return;
  }
  uint32_t entity = akt_map_get(&c->entity_by_name, akt_span_of(name));
  if (entity != AKT_NONE && c->entities.items[entity].stmt->kind.text) {
    akt_diag_add_help(c->diags, diag, "this is somebody's name; a slot names a kind: <%s>",
                      c->entities.items[entity].stmt->kind.text);
    return;
  }
  if (takes & AKT_TAKES_WORDS) {
    akt_diag_add_help(c->diags, diag,
                      "declare it with a `kind`, `class` or `words` line; <thing> takes any "
                      "noun phrase");
    return;
  }
  if (takes == AKT_TAKES_RELATION && !extra_count) {
    akt_diag_add_help(c->diags, diag, "a line `relation %s` declares it", name);
    return;
  }
  akt_buf list;
  akt_buf_init(&list, c->arena);
  enum { SHOWN = 20 };
  uint32_t count = 0;
  for (uint32_t i = 0; i < extra_count; i++)
    akt_buf_printf(&list, "%s%s", count++ ? ", " : "", extra[i]);
  const akt_symbol *symbols = extra_count ? NULL : c->symbols.items;
  for (uint32_t i = 0; symbols && i < c->symbols.count && count < SHOWN; i++)
    if (takes & (1u << symbols[i].what))
      akt_buf_printf(&list, "%s%s", count++ ? ", " : "", symbols[i].stmt->name.text);
  if (count)
    akt_diag_add_help(c->diags, diag, "there are %s%s", akt_buf_text(&list),
                      extra_count      ? ", and all relations"
                      : count == SHOWN ? " ..."
                                       : "");
}

akt_symbol *akt_check_name(akt_checker *c, const akt_ast_text *name, unsigned takes,
                           akt_code code, const char *expected, const char *const *extra,
                           uint32_t extra_count) {
  if (!name->text)
    return NULL;
  akt_symbol *symbol = akt_check_find(c, name->text);
  if (symbol && (takes & (1u << symbol->what))) {
    symbol->is_used = true;
    return symbol;
  }
  if (symbol) {
    akt_diag *diag = akt_diags_add(c->diags, code, name->loc, "`%s` is %s, not %s", name->text,
                                   akt_symbol_noun(symbol->what), expected);
    akt_diag_add_note(c->diags, diag, symbol->stmt->name.loc, "it is declared here");
    return NULL;
  }
  const char *blank = strchr(expected, ' ');
  const char *bare = blank ? blank + 1 : expected; // without its article
  akt_diag *diag =
      akt_diags_add(c->diags, code, name->loc, "there is no %s called `%s`", bare, name->text);
  const char *nearest = nearest_symbol(c, name->text, takes, extra, extra_count);
  akt_check_help_nearest(c, diag, nearest);
  symbol = nearest ? akt_check_find(c, nearest) : NULL;
  if (symbol)
    symbol->is_used = true; // by a slip: it need not be told twice
  if (!nearest)
    help_declare(c, diag, name->text, takes, extra, extra_count);
  return NULL;
}

// ---- declarations

static const char *const reserved[] = {
    "thing",   "action",  "its",     "any",         "cooperative", "hostile",  "neutral",
    "planned", "negated", "alleged", "conditional", "silent",      "asserted", "not",
    "source",  "target",  "role",    "note",        "nothing",     "node",
};

static bool is_reserved(const char *name) {
  for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++) {
    if (strcmp(reserved[i], name) == 0)
      return true;
  }
  return false;
}

static bool symbol_of(akt_stmt_kind kind, akt_symbol_what *what) {
  if (kind == AKT_STMT_KIND)
    *what = AKT_SYMBOL_KIND;
  else if (kind == AKT_STMT_CLASS)
    *what = AKT_SYMBOL_CLASS;
  else if (kind == AKT_STMT_WORDS)
    *what = AKT_SYMBOL_WORDS;
  else if (kind == AKT_STMT_RELATION)
    *what = AKT_SYMBOL_RELATION;
  else
    return false;
  return true;
}

bool akt_check_has_frames(const akt_stmt *relation) {
  for (uint32_t i = 0; i < relation->children.count; i++) {
    akt_stmt_kind kind = relation->children.items[i]->kind_of;
    if (kind == AKT_STMT_FRAME || kind == AKT_STMT_NOUN || kind == AKT_STMT_MATCH)
      return true;
  }
  return false;
}

static void declare_again(akt_checker *c, const akt_ast_file *file, akt_symbol *symbol,
                          const akt_stmt *stmt, akt_symbol_what what) {
  const akt_stmt *first = symbol->stmt;
  if (symbol->what != what) {
    akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_NAME_CLASH, stmt->name.loc,
                                   "`%s` is %s already, so it cannot be %s", stmt->name.text,
                                   akt_symbol_noun(symbol->what), akt_symbol_noun(what));
    akt_diag_add_note(c->diags, diag, first->name.loc, "the other one is here");
    return;
  }
  // Facts given twice in one file are a slip; from another file they are meant
  // to change what is shipped.
  bool has_facts = stmt->options.count || stmt->is.count;
  bool had_facts = symbol->last->options.count || symbol->last->is.count;
  if (has_facts && had_facts && symbol->last->loc.source == file->source) {
    akt_code code = what == AKT_SYMBOL_KIND ? AKT_CODE_KIND_TWICE : AKT_CODE_RELATION_TWICE;
    akt_diag *diag =
        akt_diags_add(c->diags, code, stmt->name.loc,
                      "the facts of `%s` are given twice in this file", stmt->name.text);
    akt_diag_add_note(c->diags, diag, symbol->last->name.loc, "the other line is here");
    akt_diag_add_help(c->diags, diag, "the later line wins; keep one");
  }
  symbol->last = stmt;
}

static void declare(akt_checker *c, const akt_ast_file *file, const akt_stmt *stmt) {
  akt_symbol_what what;
  if (!symbol_of(stmt->kind_of, &what) || !stmt->name.text)
    return;
  // A kind of this name says how what <thing> finds looks.
  bool is_thing = what == AKT_SYMBOL_KIND && strcmp(stmt->name.text, "thing") == 0;
  if (!is_thing && is_reserved(stmt->name.text)) {
    akt_diags_add(c->diags, AKT_CODE_RESERVED_NAME, stmt->name.loc,
                  "`%s` has a meaning of its own and cannot be the name of %s", stmt->name.text,
                  akt_symbol_noun(what));
    return;
  }
  akt_symbol *known = akt_check_find(c, stmt->name.text);
  if (known) {
    declare_again(c, file, known, stmt, what);
    return;
  }
  akt_map_add(&c->symbol_by_name, akt_span_of(stmt->name.text), c->symbols.count);
  akt_symbol symbol = {.what = what, .stmt = stmt, .last = stmt, .file = file};
  akt_vec_push(c->arena, &c->symbols, symbol);
}

static void declare_forms(akt_checker *c, const akt_ast_file *file, const akt_stmt *stmt) {
  (void)file;
  if (stmt->kind_of != AKT_STMT_FORMS || !stmt->name.text)
    return;
  for (uint32_t i = 0; i < stmt->items.count; i++) {
    const char *form = stmt->items.items[i].text;
    if (strcmp(form, stmt->name.text) == 0)
      continue;
    akt_map_add(&c->lemma_of, akt_span_of(form), c->lemmas.count);
    akt_vec_push(c->arena, &c->lemmas, stmt->name.text);
  }
}

static void count_kinds(akt_checker *c) {
  enum { MOST_KINDS = 64 }; // a set of kinds is one 64-bit word
  uint32_t kinds = 0;
  for (uint32_t i = 0; i < c->symbols.count; i++) {
    if (c->symbols.items[i].what != AKT_SYMBOL_KIND || ++kinds != MOST_KINDS + 1)
      continue;
    akt_diags_add(c->diags, AKT_CODE_TOO_MANY_KINDS, c->symbols.items[i].stmt->name.loc,
                  "this is kind number %d, the limit is %d", MOST_KINDS + 1, MOST_KINDS);
  }
}

static void fill_table(akt_checker *c) {
  akt_check_each(c, declare);
  akt_check_each(c, declare_forms);
  count_kinds(c);
}

// What is wrong is told of every file. What is only doubtful was told of the shipped ones
// when they were made; beside files of the user's own it is looked for again, since two
// files may claim the same name.
static bool is_doubting(const akt_ast_set *set) {
  bool is_doubting = !set->is_trusting || set->is_strict || set->is_check;
  for (uint32_t i = 0; i < set->files.count; i++)
    is_doubting |= !set->files.items[i]->is_shipped;
  return is_doubting;
}

void akt_rules_check(akt_arena *arena, akt_diags *diags, const akt_ast_set *set) {
  akt_checker c = {.arena = arena, .diags = diags, .set = set, .is_doubting = is_doubting(set)};
  akt_map_init(&c.symbol_by_name, arena);
  akt_map_init(&c.entity_by_name, arena);
  akt_map_init(&c.lemma_of, arena);
  fill_table(&c);
  akt_check_names(&c);
  akt_check_entities(&c);
  akt_check_patterns(&c);
  akt_check_without(&c); // before what looks at frames: one taken back counts no more
  if (c.is_doubting)
    akt_check_know_words(&c);
  akt_check_frames(&c);
  if (set->is_check) {
    akt_check_shadows(&c);
    akt_check_nobody(&c);
    akt_check_idle(&c);
  }
  if (set->is_strict)
    akt_diags_make_strict(diags);
}
