// Slots that nobody can fill: a kind or class of which no line makes anybody.
#include "rule/check.h"

#include "rule/compile.h"

typedef struct peopled {
  akt_checker *c;
  akt_compiler *kinds;
  uint64_t bits; // kinds of which there may be somebody
} peopled;

static void note_kind(peopled *self, const char *name) {
  uint32_t kind =
      name ? akt_map_get(&self->kinds->rules->kind_by_name, akt_span_of(name)) : AKT_NONE;
  if (kind != AKT_NONE)
    self->bits |= 1ull << kind;
}

static void note_makers(peopled *self) {
  // Names that nobody listed are read as one of these.
  static const char *const guessed[] = {"person", "group", "place", "event", "country"};
  for (size_t i = 0; i < sizeof guessed / sizeof *guessed; i++)
    note_kind(self, guessed[i]);
  const akt_ast_set *set = self->c->set;
  for (uint32_t f = 0; f < set->files.count; f++)
    for (uint32_t i = 0; i < set->files.items[f]->statements.count; i++) {
      const akt_stmt *stmt = set->files.items[f]->statements.items[i];
      if (stmt->kind_of == AKT_STMT_ENTITY || stmt->kind_of == AKT_STMT_FIND)
        note_kind(self, stmt->kind.text);
      else if (stmt->kind_of == AKT_STMT_TITLE || stmt->kind_of == AKT_STMT_HEADS)
        note_kind(self, stmt->name.text);
    }
}

static bool is_named(const akt_ast_item *item, const char *name) {
  return strcmp(item->name.text, name) == 0;
}

// An end for somebody: a note keeps whatever stands there.
static bool is_for_somebody(const akt_ast_item *item, const akt_symbol *symbol) {
  bool is_end = !item->name.text || is_named(item, "source") || is_named(item, "target");
  bool is_who = symbol->what == AKT_SYMBOL_KIND || symbol->what == AKT_SYMBOL_CLASS;
  return is_end && is_who && strcmp(item->type.text, "thing") != 0;
}

// False when one was told: one a line is enough.
static bool check_slots(peopled *self, const akt_ast_items *items) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    if (!check_slots(self, &item->items))
      return false;
    const akt_symbol *symbol =
        item->kind == AKT_ITEM_SLOT ? akt_check_find(self->c, item->type.text) : NULL;
    if (!symbol || !is_for_somebody(item, symbol) ||
        (akt_compile_kind_bits(self->kinds, item->type.text) & self->bits) != 0)
      continue;
    akt_diag *diag =
        akt_diags_add(self->c->diags, AKT_CODE_FRAME_NEVER, item->loc,
                      "nobody can stand here: no line makes anybody a `%s`", item->type.text);
    akt_diag_add_note(self->c->diags, diag, symbol->stmt->name.loc, "it is declared here");
    akt_diag_add_help(self->c->diags, diag,
                      "an `entity`, `title`, `heads` or `find` line says who or what is one");
    return false;
  }
  return true;
}

void akt_check_nobody(akt_checker *c) {
  peopled self = {.c = c, .kinds = akt_compile_kinds_alone(c->arena, c->diags, c->set)};
  note_makers(&self);
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    const akt_ast_file *file = c->set->files.items[f];
    for (uint32_t i = 0; !file->is_shipped && i < file->statements.count; i++) {
      const akt_stmt *relation = file->statements.items[i];
      for (uint32_t k = 0; k < relation->children.count; k++) {
        const akt_stmt *stmt = relation->children.items[k];
        bool is_frame = stmt->kind_of == AKT_STMT_FRAME || stmt->kind_of == AKT_STMT_NOUN ||
                        stmt->kind_of == AKT_STMT_MATCH;
        if (is_frame && !stmt->is_broken && !stmt->is_taken_back)
          (void)check_slots(&self, &stmt->pattern);
      }
    }
  }
}
