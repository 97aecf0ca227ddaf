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

void akt_check_idle(akt_checker *c) {
  akt_check_each(c, check_repeats);
  akt_check_irregular(c);
  for (uint32_t i = 0; i < c->symbols.count; i++) {
    const akt_symbol *symbol = &c->symbols.items[i];
    const akt_ast_text *name = &symbol->stmt->name;
    if (symbol->file->is_shipped || symbol->stmt->is_broken)
      continue;
    if (symbol->what == AKT_SYMBOL_RELATION) {
      if (symbol->has_frames && !symbol->has_test) {
        akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_NO_TEST, name->loc,
                                       "the relation `%s` has no test", name->text);
        akt_diag_add_help(c->diags, diag,
                          "add a `test` line with a sentence, and the edge it gives below");
      }
      continue;
    }
    bool is_thing = symbol->what == AKT_SYMBOL_KIND && strcmp(name->text, "thing") == 0;
    if (symbol->is_used || is_thing) // the looks of what <thing> finds
      continue;
    akt_code code = symbol->what == AKT_SYMBOL_KIND    ? AKT_CODE_UNUSED_KIND
                    : symbol->what == AKT_SYMBOL_CLASS ? AKT_CODE_UNUSED_CLASS
                                                       : AKT_CODE_UNUSED_WORDS;
    akt_diags_add(c->diags, code, name->loc, "nothing uses %s `%s`",
                  symbol->what == AKT_SYMBOL_KIND    ? "the kind"
                  : symbol->what == AKT_SYMBOL_CLASS ? "the class"
                                                     : "the words list",
                  name->text);
  }
}
