// What is not wrong but probably not meant: names nobody uses, relations that no
// test touches. Only of the files that were named.
#include "rule/check.h"

static void check_repeats(akt_checker *c, const akt_ast_file *file, const akt_stmt *stmt) {
  bool is_list = stmt->kind_of == AKT_STMT_CLASS || stmt->kind_of == AKT_STMT_WORDS ||
                 stmt->kind_of == AKT_STMT_TITLE || stmt->kind_of == AKT_STMT_HEADS;
  if (!is_list || file->is_shipped)
    return;
  akt_map seen;
  akt_map_init(&seen, c->arena);
  for (uint32_t i = 0; i < stmt->items.count; i++) {
    const akt_ast_text *item = &stmt->items.items[i];
    uint32_t first = akt_map_add(&seen, akt_span_of(item->text), i);
    if (first == i || item->is_quoted != stmt->items.items[first].is_quoted)
      continue;
    akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_ITEM_TWICE, item->loc,
                                   "`%s` stands twice in this list", item->text);
    akt_diag_add_note(c->diags, diag, stmt->items.items[first].loc, "here");
  }
}

static bool is_name_char(char ch) {
  return akt_is_lower(ch) || akt_is_digit(ch) || ch == '-';
}

// Who can tell whether a line that could not be read uses a name that stands in it?
static void spare_names_of(akt_checker *c, akt_span line) {
  bool is_of_test = false;
  for (size_t i = 0; i + 1 < line.len; i++)
    is_of_test |= line.ptr[i] == '-' && line.ptr[i + 1] == '-';
  for (size_t i = 0; i < line.len;) {
    size_t start = i;
    while (i < line.len && is_name_char(line.ptr[i]))
      i++;
    uint32_t index =
        i > start ? akt_map_get(&c->symbol_by_name, (akt_span){line.ptr + start, i - start})
                  : AKT_NONE;
    if (index != AKT_NONE) {
      akt_symbol *symbol = &c->symbols.items[index];
      akt_loc name = symbol->stmt->name.loc;
      bool is_declared_here =
          line.ptr + start == c->diags->sources.items[name.source].text.ptr + name.start;
      symbol->is_used |= !is_declared_here;
      symbol->has_own_test |= is_of_test;
    }
    i += i == start;
  }
}

static void spare_unread(akt_checker *c) {
  enum { MOST_LINES = 1000 };
  akt_diags *diags = c->diags;
  for (uint32_t i = 0; i < diags->items.count && i < MOST_LINES; i++) {
    const akt_diag *diag = &diags->items.items[i];
    if (diag->severity != AKT_ERROR || diag->loc.source == AKT_NO_SOURCE)
      continue;
    akt_source *source = &diags->sources.items[diag->loc.source];
    uint32_t line = akt_source_line(c->arena, source, diag->loc.start);
    spare_names_of(c, akt_source_line_text(c->arena, source, line));
  }
}

// Frames that a file of the user's adds to a relation, and no test of his for it.
static void check_tested(akt_checker *c, const akt_ast_file *file, const akt_stmt *stmt) {
  bool is_relation = stmt->kind_of == AKT_STMT_RELATION && stmt->name.text && !stmt->is_broken;
  if (!is_relation || file->is_shipped || !akt_check_has_frames(stmt))
    return;
  akt_symbol *symbol = akt_check_find(c, stmt->name.text);
  if (!symbol || symbol->what != AKT_SYMBOL_RELATION || symbol->has_own_test)
    return;
  symbol->has_own_test = true; // told
  akt_diag *diag =
      symbol->file->is_shipped
          ? akt_diags_add(c->diags, AKT_CODE_NO_TEST, stmt->name.loc,
                          "what is added to the relation `%s` has no test", stmt->name.text)
          : akt_diags_add(c->diags, AKT_CODE_NO_TEST, stmt->name.loc,
                          "the relation `%s` has no test", stmt->name.text);
  akt_diag_add_help(c->diags, diag,
                    "add a `test` line with a sentence, and the edge it gives below");
}

void akt_check_idle(akt_checker *c) {
  spare_unread(c);
  akt_check_each(c, check_tested);
  akt_check_each(c, check_repeats);
  akt_check_irregular(c);
  for (uint32_t i = 0; i < c->symbols.count; i++) {
    const akt_symbol *symbol = &c->symbols.items[i];
    const akt_ast_text *name = &symbol->stmt->name;
    if (symbol->file->is_shipped || symbol->stmt->is_broken ||
        symbol->what == AKT_SYMBOL_RELATION)
      continue;
    bool is_thing = symbol->what == AKT_SYMBOL_KIND && strcmp(name->text, "thing") == 0;
    if (symbol->is_used || is_thing) // the looks of what <thing> finds
      continue;
    akt_code code = symbol->what == AKT_SYMBOL_KIND    ? AKT_CODE_UNUSED_KIND
                    : symbol->what == AKT_SYMBOL_CLASS ? AKT_CODE_UNUSED_CLASS
                                                       : AKT_CODE_UNUSED_WORDS;
    akt_diag *diag = akt_diags_add(c->diags, code, name->loc, "nothing uses %s `%s`",
                                   symbol->what == AKT_SYMBOL_KIND    ? "the kind"
                                   : symbol->what == AKT_SYMBOL_CLASS ? "the class"
                                                                      : "the words list",
                                   name->text);
    akt_diag_add_help(c->diags, diag,
                      "take it out, or check it together with the files that use it");
  }
}
