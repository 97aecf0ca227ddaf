// How each statement looks: keywords padded to one column under an entity or a
// relation, two blanks of indentation a level, names of neighbouring kinds and
// classes aligned.
#include "base/utf8.h"
#include "rule/print.h"

enum { ENTITY_COLUMN = 11, RELATION_COLUMN = 6, CHILD = 2, EXPECTATION = 4 };

static const char *spell(akt_printer *p, const akt_ast_text *text, const char *after) {
  if (!text->text)
    return after;
  return akt_arena_printf(p->arena, text->is_quoted ? "\"%s\"%s" : "%s%s", text->text, after);
}

static void put(akt_printer *p, const char *text) {
  akt_print_chunk(p, text, false, false);
}

static void put_text(akt_printer *p, const akt_ast_text *text) {
  if (text->text)
    put(p, spell(p, text, ""));
}

// "frame " and so on: the keyword padded so that what follows lines up.
static void put_keyword(akt_printer *p, const char *word, size_t column) {
  size_t len = strlen(word);
  int blanks = len + 1 < column ? (int)(column - len - 1) : 0;
  put(p, akt_arena_printf(p->arena, "%s%*s", word, blanks, ""));
}

static void put_items(akt_printer *p, const akt_ast_texts *items, uint32_t first,
                      uint32_t count) {
  for (uint32_t i = first; i < first + count; i++) {
    const akt_ast_text *item = &items->items[i];
    bool is_last = i + 1 == first + count;
    akt_print_chunk(p, spell(p, item, is_last ? "" : ","), false, !is_last);
    if (item->comment && !is_last)
      akt_print_inner_comment(p, item->comment);
  }
}

static void put_option(akt_printer *p, const akt_ast_option *option, bool is_last) {
  const char *comma = is_last ? "" : ",";
  const char *text = spell(p, &option->name, option->value.text ? " " : comma);
  if (option->value.text)
    text = akt_arena_printf(p->arena, "%s%s", text, spell(p, &option->value, comma));
  akt_print_chunk(p, text, false, !is_last);
}

static void put_options(akt_printer *p, const akt_ast_options *options) {
  for (uint32_t i = 0; i < options->count; i++)
    put_option(p, &options->items[i], i + 1 == options->count);
}

// Options after something: a comma first.
static void put_tail(akt_printer *p, const akt_ast_options *options) {
  if (!options->count)
    return;
  akt_print_chunk(p, ",", true, true);
  put_options(p, options);
}

// ---- patterns

static const char *spell_sequence(akt_printer *p, const akt_ast_items *words,
                                  const char *before, const char *after) {
  akt_buf buf;
  akt_buf_init(&buf, p->arena);
  akt_buf_puts(&buf, before);
  for (uint32_t i = 0; i < words->count; i++)
    akt_buf_printf(&buf, "%s%s", i ? " " : "", spell(p, &words->items[i].text, ""));
  akt_buf_puts(&buf, after);
  return akt_buf_text(&buf);
}

static void put_pattern(akt_printer *p, const akt_ast_items *items, bool is_glued);

static void put_group(akt_printer *p, const akt_ast_item *item, bool is_glued) {
  for (uint32_t i = 0; i < item->alternatives.count; i++) {
    bool is_last = i + 1 == item->alternatives.count;
    const char *text =
        spell_sequence(p, &item->alternatives.items[i], i ? "" : "(", is_last ? ")" : "|");
    akt_print_chunk(p, text, i ? true : is_glued, !is_last);
  }
}

static void put_item(akt_printer *p, const akt_ast_item *item, bool is_glued) {
  switch (item->kind) {
  case AKT_ITEM_WORD:
    akt_print_chunk(p, spell(p, &item->text, ""), is_glued, false);
    break;
  case AKT_ITEM_GROUP:
    put_group(p, item, is_glued);
    break;
  case AKT_ITEM_SLOT: {
    const char *name = spell(p, &item->name, item->name.text ? ":" : "");
    akt_print_chunk(p, akt_arena_printf(p->arena, "<%s%s>", name, spell(p, &item->type, "")),
                    is_glued, false);
    break;
  }
  case AKT_ITEM_OPTIONAL:
    akt_print_chunk(p, "[", is_glued, false);
    put_pattern(p, &item->items, true);
    akt_print_chunk(p, "]", true, false);
    break;
  case AKT_ITEM_REGEX:
    akt_print_chunk(p, akt_arena_printf(p->arena, "m{%s}", item->text.text), is_glued, false);
    break;
  }
}

static void put_pattern(akt_printer *p, const akt_ast_items *items, bool is_glued) {
  for (uint32_t i = 0; i < items->count; i++)
    put_item(p, &items->items[i], is_glued && i == 0);
}

// ---- lines under a statement

static const char *alias_text(akt_printer *p, const akt_ast_alias *alias, bool is_last) {
  return akt_arena_printf(p->arena, "%s%s%s%s", spell(p, &alias->text, ""),
                          alias->is_exact ? " exact" : "",
                          alias->is_if_introduced ? " if-introduced" : "", is_last ? "" : ",");
}

static void put_aliases(akt_printer *p, const akt_stmt *stmt, const akt_ast_row *row) {
  put_keyword(p, "also", ENTITY_COLUMN);
  for (uint32_t i = 0; i < row->count; i++) {
    const akt_ast_alias *alias = &stmt->aliases.items[row->first + i];
    bool is_last = i + 1 == row->count;
    akt_print_chunk(p, alias_text(p, alias, is_last), false, !is_last);
    if (alias->text.comment && !is_last)
      akt_print_inner_comment(p, alias->text.comment);
  }
}

static void put_role(akt_printer *p, const akt_ast_role *role) {
  put_keyword(p, "role", ENTITY_COLUMN);
  put_text(p, &role->title);
  if (role->of.text)
    put(p, akt_arena_printf(p->arena, "of \"%s\"", role->of.text));
  if (role->from.text)
    put(p, akt_arena_printf(p->arena, "from %s", role->from.text));
  if (role->to.text)
    put(p, akt_arena_printf(p->arena, "to %s", role->to.text));
}

static void put_expectation(akt_printer *p, const akt_ast_expect *expect) {
  if (expect->is_node) {
    put(p, "node");
    put_text(p, &expect->source);
    put_text(p, &expect->target);
    return;
  }
  put_text(p, &expect->source);
  const char *modality = spell(p, &expect->modality, expect->modality.text ? " " : "");
  put(p, akt_arena_printf(p->arena, "--%s%s%s-->", expect->is_negated ? "not " : "", modality,
                          expect->relation.text ? expect->relation.text : ""));
  put_text(p, &expect->target);
  if (expect->speaker.text)
    put(p, akt_arena_printf(p->arena, "said %s", spell(p, &expect->speaker, "")));
}

static void put_row(akt_printer *p, const akt_stmt *stmt, const akt_ast_row *row) {
  if (row->kind == AKT_ROW_COMMENT) {
    akt_print_own_line(p, stmt->kind_of == AKT_STMT_TEST ? EXPECTATION : CHILD, row->comment);
    return;
  }
  akt_print_start(p, row->kind == AKT_ROW_EXPECT ? EXPECTATION : CHILD);
  switch (row->kind) {
  case AKT_ROW_COMMENT:
    break;
  case AKT_ROW_ALSO:
    put_aliases(p, stmt, row);
    break;
  case AKT_ROW_ADJ:
    put_keyword(p, "adj", ENTITY_COLUMN);
    put_items(p, &stmt->adjectives, row->first, row->count);
    break;
  case AKT_ROW_STANDS_FOR:
    put_keyword(p, "stands-for", ENTITY_COLUMN);
    put_items(p, &stmt->stands_for, row->first, row->count);
    break;
  case AKT_ROW_ROLE:
    put_role(p, &stmt->roles.items[row->first]);
    break;
  case AKT_ROW_ABOVE:
    put_keyword(p, "above", RELATION_COLUMN);
    put_items(p, &stmt->above, row->first, row->count);
    break;
  case AKT_ROW_EXPECT:
    put_expectation(p, &stmt->expects.items[row->first]);
    break;
  }
  akt_print_end(p, row->comment);
}

// ---- statements

static uint32_t columns_of(const char *text) {
  return (uint32_t)akt_utf8_count(akt_span_of(text));
}

// The widest name among the statements of one sort around this one.
static int name_column(const akt_ast_file *file, uint32_t index) {
  const akt_stmts *all = &file->statements;
  akt_stmt_kind kind = all->items[index]->kind_of;
  uint32_t first = index;
  while (first && all->items[first - 1]->kind_of == kind)
    first--;
  uint32_t widest = 0;
  for (uint32_t i = first; i < all->count && all->items[i]->kind_of == kind; i++) {
    const char *name = all->items[i]->name.text;
    uint32_t width = name ? columns_of(name) : 0;
    widest = width > widest ? width : widest;
  }
  return (int)widest;
}

static const char *padded_name(akt_printer *p, const akt_ast_file *file, uint32_t index) {
  const char *name = file->statements.items[index]->name.text;
  if (!name)
    return "";
  int column = name_column(file, index);
  int blanks = column - (int)columns_of(name);
  return akt_arena_printf(p->arena, "%s%*s", name, blanks > 0 ? blanks : 0, "");
}

static void put_kind(akt_printer *p, const akt_ast_file *file, uint32_t index) {
  const akt_stmt *stmt = file->statements.items[index];
  bool has_more = stmt->is.count || stmt->options.count;
  put(p, "kind");
  put(p, has_more ? akt_arena_printf(p->arena, "%s ", padded_name(p, file, index))
                  : spell(p, &stmt->name, ""));
  for (uint32_t i = 0; i < stmt->is.count; i++) {
    bool is_last = i + 1 == stmt->is.count && !stmt->options.count;
    akt_print_chunk(
        p,
        akt_arena_printf(p->arena, "is %s", spell(p, &stmt->is.items[i], is_last ? "" : ",")),
        false, !is_last);
  }
  put_options(p, &stmt->options);
}

static void put_list(akt_printer *p, const char *keyword, const char *name,
                     const akt_ast_texts *items) {
  put(p, keyword);
  put(p, name);
  put(p, "=");
  put_items(p, items, 0, items->count);
}

static void put_test(akt_printer *p, const akt_stmt *stmt) {
  put_keyword(p, "test", RELATION_COLUMN);
  // Paragraphs need commas only where the line must break between them.
  size_t len = RELATION_COLUMN + CHILD;
  bool has_comments = false;
  for (uint32_t i = 0; i < stmt->items.count; i++) {
    len += akt_utf8_count(akt_span_of(stmt->items.items[i].text)) + 3;
    has_comments |= stmt->items.items[i].comment != NULL;
  }
  if (len > 90 || has_comments) {
    put_items(p, &stmt->items, 0, stmt->items.count);
  } else {
    for (uint32_t i = 0; i < stmt->items.count; i++)
      put_text(p, &stmt->items.items[i]);
  }
  if (stmt->is_nothing)
    put(p, "nothing");
  put_tail(p, &stmt->options);
}

static void put_without(akt_printer *p, const akt_stmt *stmt) {
  put(p, "without");
  put_text(p, &stmt->name);
  put_text(p, &stmt->kind);
  if (stmt->kind.text && stmt->items.count)
    put(p, "=");
  put_items(p, &stmt->items, 0, stmt->items.count);
  put_pattern(p, &stmt->pattern, false);
}

static void put_framed(akt_printer *p, const akt_stmt *stmt, const char *keyword) {
  put_keyword(p, keyword, stmt->parent ? RELATION_COLUMN : 0);
  put_pattern(p, &stmt->pattern, false);
  if (stmt->as.text) {
    put(p, "as");
    put_text(p, &stmt->as);
  }
  put_tail(p, &stmt->options);
}

static void put_child(akt_printer *p, const akt_stmt *stmt) {
  static const struct {
    akt_stmt_kind kind;
    const char *word;
  } words[] = {{AKT_STMT_FRAME, "frame"},
               {AKT_STMT_NOUN, "noun"},
               {AKT_STMT_MATCH, "match"},
               {AKT_STMT_NOT, "not"}};
  if (stmt->kind_of == AKT_STMT_COMMENT) {
    akt_print_own_line(p, CHILD, stmt->trailing_comment);
    return;
  }
  akt_print_start(p, CHILD);
  if (stmt->kind_of == AKT_STMT_TEST)
    put_test(p, stmt);
  for (uint32_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (words[i].kind == stmt->kind_of)
      put_framed(p, stmt, words[i].word);
  }
  akt_print_end(p, stmt->trailing_comment);
  for (uint32_t i = 0; i < stmt->rows.count; i++)
    put_row(p, stmt, &stmt->rows.items[i]);
}

static void put_relation(akt_printer *p, const akt_stmt *stmt) {
  uint32_t row = 0;
  for (uint32_t i = 0; i <= stmt->children.count; i++) {
    while (row < stmt->rows.count && stmt->rows.items[row].child <= i)
      put_row(p, stmt, &stmt->rows.items[row++]);
    if (i < stmt->children.count)
      put_child(p, stmt->children.items[i]);
  }
}

static void put_title(akt_printer *p, const akt_stmt *stmt) {
  const char *as = stmt->as.text ? akt_arena_printf(p->arena, " as %s", stmt->as.text) : "";
  const char *kind = spell(p, &stmt->name, "");
  put_list(p, "title", akt_arena_printf(p->arena, "%s%s", kind, as), &stmt->items);
}

// keyword, kind or name, and what follows.
static void put_named(akt_printer *p, const char *keyword, const akt_stmt *stmt) {
  put(p, keyword);
  put_text(p, &stmt->kind);
  put_text(p, &stmt->name);
  if (stmt->kind_of == AKT_STMT_FIND) {
    put(p, "=");
    put_pattern(p, &stmt->pattern, false);
  }
  put_tail(p, &stmt->options);
}

static void put_use(akt_printer *p, const akt_stmt *stmt) {
  put(p, "use");
  put_items(p, &stmt->items, 0, stmt->items.count);
}

static void put_head(akt_printer *p, const akt_ast_file *file, uint32_t index) {
  const akt_stmt *stmt = file->statements.items[index];
  switch (stmt->kind_of) {
  case AKT_STMT_RULES:
    put_named(p, "rules", stmt);
    break;
  case AKT_STMT_USE:
    put_use(p, stmt);
    break;
  case AKT_STMT_KIND:
    put_kind(p, file, index);
    break;
  case AKT_STMT_CLASS:
    put_list(p, "class", padded_name(p, file, index), &stmt->items);
    break;
  case AKT_STMT_WORDS:
    put_list(p, "words", spell(p, &stmt->name, ""), &stmt->items);
    break;
  case AKT_STMT_HEADS:
    put_list(p, "heads", spell(p, &stmt->name, ""), &stmt->items);
    break;
  case AKT_STMT_FORMS:
    put_list(p, "forms", spell(p, &stmt->name, ""), &stmt->items);
    break;
  case AKT_STMT_TITLE:
    put_title(p, stmt);
    break;
  case AKT_STMT_ENTITY:
    put_named(p, "entity", stmt);
    break;
  case AKT_STMT_FIND:
    put_named(p, "find", stmt);
    break;
  case AKT_STMT_RELATION:
    put_named(p, "relation", stmt);
    break;
  case AKT_STMT_GOVERN:
    put_framed(p, stmt, "govern");
    break;
  case AKT_STMT_NEVER:
    put_framed(p, stmt, "never");
    break;
  case AKT_STMT_WITHOUT:
    put_without(p, stmt);
    break;
  case AKT_STMT_COMMENT:
  case AKT_STMT_FRAME:
  case AKT_STMT_NOUN:
  case AKT_STMT_MATCH:
  case AKT_STMT_NOT:
  case AKT_STMT_TEST:
    break; // these stand under a relation
  }
}

void akt_print_stmt(akt_printer *p, const akt_ast_file *file, uint32_t index) {
  const akt_stmt *stmt = file->statements.items[index];
  if (stmt->kind_of == AKT_STMT_COMMENT) {
    akt_print_own_line(p, 0, stmt->trailing_comment);
    return;
  }
  akt_print_start(p, 0);
  put_head(p, file, index);
  akt_print_end(p, stmt->trailing_comment);
  if (stmt->kind_of == AKT_STMT_RELATION) {
    put_relation(p, stmt);
    return;
  }
  for (uint32_t i = 0; i < stmt->rows.count; i++)
    put_row(p, stmt, &stmt->rows.items[i]);
}
