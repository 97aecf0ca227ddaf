// Frames: two ends, a word that starts them, and none twice.
#include "rule/check.h"

// ---- one spelling

// Not by a format: every frame is spelled once for each of its first words.
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

// A kind or class that stands there as a bare word: `frame actor bribe actor`.
static const char *bare_type(const akt_checker *c, const akt_ast_items *items) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    const akt_symbol *symbol =
        item->kind == AKT_ITEM_WORD ? akt_check_find(c, item->text.text) : NULL;
    if (symbol && (symbol->what == AKT_SYMBOL_KIND || symbol->what == AKT_SYMBOL_CLASS))
      return item->text.text;
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
  const akt_ast_item *note = note_slot(&stmt->pattern);
  if (bare)
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
        (is_noun && is_words_slot(c, item)))
      return;
  }
  akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_FRAME_WITHOUT_VERB, stmt->keyword,
                                 "no word of this pattern can start it");
  akt_diag_add_help(c->diags, diag,
                    is_noun ? "write a noun or a words list first, or after the first slot"
                            : "write the verb first, or directly after the first slot");
}

// ---- twice

typedef struct seen_frame {
  akt_loc loc;
  const akt_stmt *relation;
  bool is_own;
} seen_frame;

typedef struct seen_frames {
  akt_map by_key;
  akt_map rests; // all of a pattern but its trigger, by number: many frames differ there alone
  uint32_t rest_count;
  AKT_VEC(seen_frame) frames;
  akt_map above; // "winner\nloser"
  bool is_own;   // the file that is read
} seen_frames;

static uint32_t number_of_rest(akt_checker *c, seen_frames *seen, const akt_stmt *stmt,
                               const akt_ast_item *trigger) {
  akt_buf rest;
  akt_buf_init(&rest, c->arena);
  akt_buf_putc(&rest, (char)('0' + (int)stmt->kind_of));
  for (uint32_t i = 0; i < stmt->pattern.count; i++) {
    const akt_ast_item *item = &stmt->pattern.items[i];
    akt_ast_items one = {(akt_ast_item *)(uintptr_t)item, 1, 1};
    akt_buf_putc(&rest, ' ');
    if (item == trigger)
      akt_buf_putc(&rest, '*');
    else
      akt_check_spell(&one, &rest);
  }
  uint32_t number = akt_map_add(&seen->rests, (akt_span){rest.ptr, rest.len}, seen->rest_count);
  seen->rest_count += number == seen->rest_count;
  return number;
}

// One key for each alternative of the trigger, so that `(blame|fault) <actor>`
// covers `blame <actor>`.
static void spell_key(const akt_ast_item *trigger, uint32_t alternative, uint32_t rest,
                      akt_buf *key) {
  akt_ast_items one = {(akt_ast_item *)(uintptr_t)trigger, 1, 1};
  if (trigger && trigger->kind == AKT_ITEM_GROUP)
    one = trigger->alternatives.items[alternative];
  if (trigger)
    akt_check_spell(&one, key);
  akt_buf_add(key, (const char *)&rest, sizeof rest);
}

static akt_span pair_key(akt_checker *c, const char *winner, const char *loser) {
  return akt_span_of(akt_arena_printf(c->arena, "%s\n%s", winner, loser));
}

static void note_above(akt_checker *c, akt_map *above, const akt_stmt *relation) {
  for (uint32_t i = 0; i < relation->above.count; i++)
    akt_map_add(above, pair_key(c, relation->name.text, relation->above.items[i].text), 1);
}

// Which frame is taken is said by `above`, or because one is the user's own.
static bool is_settled(akt_checker *c, const seen_frames *seen, const seen_frame *first,
                       const akt_stmt *relation) {
  const char *a = first->relation->name.text, *b = relation->name.text;
  return first->is_own != seen->is_own ||
         akt_map_get(&seen->above, pair_key(c, a, b)) != AKT_NONE ||
         akt_map_get(&seen->above, pair_key(c, b, a)) != AKT_NONE;
}

static void tell_twice(akt_checker *c, const seen_frames *seen, const akt_stmt *stmt,
                       const seen_frame *first) {
  if (first->loc.source == stmt->keyword.source && first->loc.start == stmt->keyword.start)
    return; // two alternatives of one group
  const char *other = first->relation->name.text;
  const char *what = stmt->kind_of == AKT_STMT_NOUN ? "noun frame" : "frame";
  if (strcmp(other, stmt->parent->name.text) == 0) {
    akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_FRAME_SHADOWED, stmt->keyword,
                                   "this relation has this %s already", what);
    akt_diag_add_note(c->diags, diag, first->loc, "the other one is here, and it wins");
    return;
  }
  if (is_settled(c, seen, first, stmt->parent))
    return;
  akt_diag *diag = akt_diags_add(
      c->diags, AKT_CODE_FRAME_SHADOWED, stmt->keyword,
      "the relation `%s` has this %s already, and a verb or noun says one thing", other, what);
  akt_diag_add_note(c->diags, diag, first->loc, "the other one is here, and it wins");
  akt_diag_add_help(c->diags, diag, "a line `above %s` in this relation lets this one win",
                    other);
}

static void check_twice(akt_checker *c, seen_frames *seen, const akt_stmt *stmt) {
  const akt_ast_item *trigger = trigger_of(&stmt->pattern);
  uint32_t count = trigger && trigger->kind == AKT_ITEM_GROUP ? trigger->alternatives.count : 1;
  uint32_t known = 0, rest = number_of_rest(c, seen, stmt, trigger);
  seen_frame first = {.loc = AKT_NOWHERE};
  for (uint32_t i = 0; i < count; i++) {
    akt_buf key;
    akt_buf_init(&key, c->arena);
    spell_key(trigger, i, rest, &key);
    uint32_t next = seen->frames.count;
    uint32_t index = akt_map_add(&seen->by_key, (akt_span){key.ptr, key.len}, next);
    if (index == next) {
      seen_frame made = {stmt->keyword, stmt->parent, seen->is_own};
      akt_vec_push(c->arena, &seen->frames, made);
      continue;
    }
    known++;
    if (seen->frames.items)
      first = seen->frames.items[index];
  }
  if (known == count && first.relation)
    tell_twice(c, seen, stmt, &first);
}

static void check_relation(akt_checker *c, seen_frames *seen, const akt_stmt *relation) {
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
    if (is_frame)
      check_twice(c, seen, stmt);
    akt_check_habits(c, stmt);
    if (stmt->kind_of != AKT_STMT_NOUN) // "bombing" is a noun of its own
      akt_check_forms(c, &stmt->pattern, trigger_of(&stmt->pattern));
  }
}

void akt_check_frames(akt_checker *c) {
  seen_frames seen = {0};
  akt_map_init(&seen.by_key, c->arena);
  akt_map_init(&seen.rests, c->arena);
  akt_map_init(&seen.above, c->arena);
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    const akt_stmts *stmts = &c->set->files.items[f]->statements;
    for (uint32_t i = 0; i < stmts->count; i++)
      if (stmts->items[i]->kind_of == AKT_STMT_RELATION && stmts->items[i]->name.text)
        note_above(c, &seen.above, stmts->items[i]);
  }
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    const akt_stmts *stmts = &c->set->files.items[f]->statements;
    seen.is_own = c->set->files.items[f]->is_own;
    for (uint32_t i = 0; i < stmts->count; i++) {
      const akt_stmt *stmt = stmts->items[i];
      if (stmt->kind_of == AKT_STMT_RELATION && stmt->name.text) {
        check_relation(c, &seen, stmt);
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
