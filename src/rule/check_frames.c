// Frames: two ends, and a word that starts them.
#include "rule/check.h"

// ---- one spelling

// Not by a format: frames are spelled again and again.
static void spell_word(const akt_ast_text *text, akt_buf *out) {
  akt_buf_puts(out, text->is_quoted ? "\"" : "");
  akt_buf_puts(out, text->text);
  akt_buf_puts(out, text->is_quoted ? "\"" : "");
}

static void spell_words(const akt_ast_items *words, akt_buf *out) {
  for (uint32_t i = 0; i < words->count; i++) {
    const akt_ast_text *text = &words->items[i].text;
    akt_buf_puts(out, i ? " " : "");
    spell_word(text, out);
  }
}

void akt_check_spell(const akt_ast_items *items, akt_buf *out) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    akt_buf_puts(out, i ? " " : "");
    switch (item->kind) {
    case AKT_ITEM_WORD:
      spell_word(&item->text, out);
      break;
    case AKT_ITEM_GROUP:
      akt_buf_putc(out, '(');
      for (uint32_t k = 0; k < item->alternatives.count; k++) {
        akt_buf_puts(out, k ? "|" : "");
        spell_words(&item->alternatives.items[k], out);
      }
      akt_buf_putc(out, ')');
      break;
    case AKT_ITEM_SLOT:
      akt_buf_putc(out, '<');
      if (item->name.text) {
        akt_buf_puts(out, item->name.text);
        akt_buf_putc(out, ':');
      }
      akt_buf_puts(out, item->type.text);
      akt_buf_putc(out, '>');
      break;
    case AKT_ITEM_OPTIONAL:
      akt_buf_putc(out, '[');
      akt_check_spell(&item->items, out);
      akt_buf_putc(out, ']');
      break;
    case AKT_ITEM_REGEX:
      akt_buf_printf(out, "m{%s}", item->text.text);
      break;
    }
  }
}

// ---- ends

static bool is_named(const akt_ast_item *item, const char *name) {
  return item->name.text && strcmp(item->name.text, name) == 0;
}

// An action is an end whatever its name: the target may stand inside it, as in
// `agree to <note:action>` (agreed to help France).
static bool can_be_end(const akt_checker *c, const akt_ast_item *item) {
  if (is_named(item, "source") || is_named(item, "target") ||
      strcmp(item->type.text, "action") == 0)
    return true;
  if (item->name.text || strcmp(item->type.text, "its") == 0)
    return false;
  const akt_symbol *symbol = akt_check_find(c, item->type.text);
  return !symbol || symbol->what != AKT_SYMBOL_WORDS;
}

static uint32_t count_ends(const akt_checker *c, const akt_ast_items *items) {
  uint32_t ends = 0;
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    if (item->kind == AKT_ITEM_SLOT)
      ends += can_be_end(c, item);
    else if (item->kind == AKT_ITEM_OPTIONAL)
      ends += count_ends(c, &item->items);
  }
  return ends;
}

// A kind or class that stands there as a bare word: `frame actor bribe actor`, or in
// round brackets.
static const char *bare_type(const akt_checker *c, const akt_ast_items *items) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    if (item->kind == AKT_ITEM_GROUP && item->alternatives.count == 1)
      item = &item->alternatives.items[0].items[0];
    const akt_symbol *symbol =
        item->kind == AKT_ITEM_WORD ? akt_check_find(c, item->text.text) : NULL;
    if (symbol && (symbol->what == AKT_SYMBOL_KIND || symbol->what == AKT_SYMBOL_CLASS))
      return item->text.text;
  }
  return NULL;
}

// Somebody by his name, where a slot is needed: `frame Peru bribe <actor>`.
static const akt_checked_entity *bare_entity(const akt_checker *c, const akt_ast_items *items) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    uint32_t entity = item->kind == AKT_ITEM_WORD
                          ? akt_map_get(&c->entity_by_name, akt_span_of(item->text.text))
                          : AKT_NONE;
    if (entity != AKT_NONE)
      return &c->entities.items[entity];
  }
  return NULL;
}

// A slot whose name makes a note of it: `frame <A:actor> bribe <B:actor>`.
static const akt_ast_item *note_slot(const akt_ast_items *items) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    if (item->kind == AKT_ITEM_SLOT && item->name.text && !is_named(item, "source") &&
        !is_named(item, "target"))
      return item;
  }
  return NULL;
}

static void check_ends(akt_checker *c, const akt_stmt *stmt) {
  uint32_t ends = count_ends(c, &stmt->pattern);
  if (ends >= 2)
    return;
  akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_FRAME_WITHOUT_ENDS, stmt->keyword,
                                 "this %s has %s, and an edge needs two",
                                 stmt->kind_of == AKT_STMT_NOUN ? "noun frame" : "frame",
                                 ends ? "one end" : "no ends");
  const char *bare = bare_type(c, &stmt->pattern);
  const akt_checked_entity *somebody = bare_entity(c, &stmt->pattern);
  const akt_ast_item *note = note_slot(&stmt->pattern);
  if (somebody && somebody->stmt->kind.text)
    akt_diag_add_help(c->diags, diag, "`%s` is looked for as a word; write <%s> for any %s",
                      somebody->stmt->name.text, somebody->stmt->kind.text,
                      somebody->stmt->kind.text);
  else if (bare)
    akt_diag_add_help(c->diags, diag, "write <%s> for somebody of that sort", bare);
  else if (note)
    akt_diag_add_help(c->diags, diag,
                      "the name in <%s:%s> makes it a note; write <%s>, or <source:%s> and "
                      "<target:%s>",
                      note->name.text, note->type.text, note->type.text, note->type.text,
                      note->type.text);
  else
    akt_diag_add_help(c->diags, diag,
                      "an end is a slot of a kind or class, such as <actor> or <target:thing>; "
                      "notes, words lists and <its> are none");
}

// ---- the word that starts a frame

static const akt_ast_item *trigger_of(const akt_ast_items *items) {
  for (uint32_t i = 0; i < items->count && i < 2; i++) {
    if (items->items[i].kind == AKT_ITEM_WORD || items->items[i].kind == AKT_ITEM_GROUP)
      return &items->items[i];
  }
  return NULL;
}

static bool is_words_slot(const akt_checker *c, const akt_ast_item *item) {
  const akt_symbol *symbol =
      item->kind == AKT_ITEM_SLOT ? akt_check_find(c, item->type.text) : NULL;
  return symbol && symbol->what == AKT_SYMBOL_WORDS;
}

static void check_trigger(akt_checker *c, const akt_stmt *stmt) {
  bool is_noun = stmt->kind_of == AKT_STMT_NOUN;
  for (uint32_t i = 0; i < stmt->pattern.count && i < 2; i++) {
    const akt_ast_item *item = &stmt->pattern.items[i];
    if (item->kind == AKT_ITEM_WORD || item->kind == AKT_ITEM_GROUP ||
        item->kind == AKT_ITEM_REGEX || // told: it cannot stand there at all
        (is_noun && is_words_slot(c, item)))
      return;
  }
  akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_FRAME_WITHOUT_VERB, stmt->keyword,
                                 "no word of this pattern can start it");
  akt_diag_add_help(c->diags, diag,
                    is_noun ? "write a noun or a words list first, or after the first slot"
                            : "write the verb first, or directly after the first slot");
}

// ---- all lines

static void check_relation(akt_checker *c, const akt_stmt *relation) {
  for (uint32_t i = 0; i < relation->children.count; i++) {
    const akt_stmt *stmt = relation->children.items[i];
    bool is_frame = stmt->kind_of == AKT_STMT_FRAME || stmt->kind_of == AKT_STMT_NOUN;
    if (stmt->is_broken || stmt->is_taken_back || (!is_frame && stmt->kind_of != AKT_STMT_NOT))
      continue;
    if (is_frame)
      check_ends(c, stmt);
    check_trigger(c, stmt);
    if (!c->is_doubting)
      continue;
    akt_check_habits(c, stmt);
    if (stmt->kind_of != AKT_STMT_NOUN) // "bombing" is a noun of its own
      akt_check_forms(c, &stmt->pattern, trigger_of(&stmt->pattern));
  }
}

void akt_check_frames(akt_checker *c) {
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    const akt_stmts *stmts = &c->set->files.items[f]->statements;
    for (uint32_t i = 0; i < stmts->count; i++) {
      const akt_stmt *stmt = stmts->items[i];
      if (stmt->kind_of == AKT_STMT_RELATION && stmt->name.text) {
        check_relation(c, stmt);
      } else if (stmt->kind_of == AKT_STMT_NEVER && !stmt->is_broken) {
        check_trigger(c, stmt);
        if (!c->is_doubting)
          continue;
        akt_check_habits(c, stmt);
        akt_check_forms(c, &stmt->pattern, trigger_of(&stmt->pattern));
      }
    }
  }
}
