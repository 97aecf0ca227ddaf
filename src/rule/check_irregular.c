// Verbs of the user's frames that are probably irregular: outbid goes like bid. Without
// a `forms` line they are inflected as regular ones, and "has outbid" is never found.
#include "rule/check.h"
#include "rule/ruleset.h"

#define COUNT_OF(array) (uint32_t)(sizeof(array) / sizeof *(array))

typedef struct known_forms {
  akt_checker *c;
  akt_map by_verb; // index in stmts
  AKT_VEC(const akt_stmt *) stmts;
} known_forms;

static void collect(known_forms *self) {
  akt_checker *c = self->c;
  akt_map_init(&self->by_verb, c->arena);
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    const akt_stmts *stmts = &c->set->files.items[f]->statements;
    for (uint32_t i = 0; i < stmts->count; i++) {
      const akt_stmt *stmt = stmts->items[i];
      if (stmt->kind_of != AKT_STMT_FORMS || !stmt->name.text || !stmt->items.count)
        continue;
      akt_map_add(&self->by_verb, akt_span_of(stmt->name.text), self->stmts.count);
      akt_vec_push(c->arena, &self->stmts, stmt);
    }
  }
}

static const akt_stmt *forms_of(const known_forms *self, const char *verb) {
  uint32_t index = akt_map_get(&self->by_verb, akt_span_of(verb));
  return index == AKT_NONE ? NULL : self->stmts.items[index];
}

// The irregular verb that this one is made of, as its `forms` line; NULL: none.
static const akt_stmt *root_of(const known_forms *self, const char *verb, size_t *prefix) {
  static const char *const prefixes[] = {"out", "over", "under", "mis", "fore", "re", "up"};
  for (uint32_t i = 0; i < COUNT_OF(prefixes); i++) {
    *prefix = strlen(prefixes[i]);
    if (strncmp(verb, prefixes[i], *prefix) != 0 || !verb[*prefix])
      continue;
    const akt_stmt *root = forms_of(self, verb + *prefix);
    if (root && strcmp(verb, "relay") != 0)
      return root;
  }
  return NULL;
}

static void check_verb(known_forms *self, const akt_ast_text *word) {
  akt_checker *c = self->c;
  size_t prefix;
  if (word->is_quoted || forms_of(self, word->text))
    return;
  const akt_stmt *root = root_of(self, word->text, &prefix);
  if (!root)
    return;
  akt_buf forms;
  akt_buf_init(&forms, c->arena);
  for (uint32_t i = 0; i < root->items.count; i++)
    akt_buf_printf(&forms, "%s%.*s%s", i ? ", " : "", (int)prefix, word->text,
                   root->items.items[i].text);
  akt_verb_forms regular = akt_inflect_verb(c->arena, word->text);
  const char *past =
      akt_arena_printf(c->arena, "%.*s%s", (int)prefix, word->text, root->items.items[0].text);
  if (strcmp(past, regular.past) == 0)
    return; // rearm: the root is listed, and regular
  akt_diag *diag =
      akt_diags_add(c->diags, AKT_CODE_VERB_IRREGULAR, word->loc,
                    "`%s` probably goes like `%s`, but is inflected as a regular verb: `%s`",
                    word->text, root->name.text, regular.past);
  akt_diag_add_help(c->diags, diag, "add a line: forms %s = %s", word->text,
                    akt_buf_text(&forms));
}

static void check_frame(known_forms *self, const akt_stmt *frame) {
  for (uint32_t i = 0; i < frame->pattern.count && i < 2; i++) {
    const akt_ast_item *item = &frame->pattern.items[i];
    if (item->kind == AKT_ITEM_WORD)
      check_verb(self, &item->text);
    for (uint32_t k = 0; k < item->alternatives.count; k++)
      check_verb(self, &item->alternatives.items[k].items[0].text);
  }
}

void akt_check_irregular(akt_checker *c) {
  known_forms self = {.c = c};
  collect(&self);
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    const akt_ast_file *file = c->set->files.items[f];
    for (uint32_t i = 0; !file->is_shipped && i < file->statements.count; i++) {
      const akt_stmt *relation = file->statements.items[i];
      for (uint32_t k = 0; k < relation->children.count; k++)
        if (relation->children.items[k]->kind_of == AKT_STMT_FRAME &&
            !relation->children.items[k]->is_broken)
          check_frame(&self, relation->children.items[k]);
    }
  }
}
