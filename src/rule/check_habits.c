// What people write in frames who think of sentences instead of patterns: passives,
// `or`, whole phrases, three ends. It can be read, but does not mean what they meant.
#include "rule/check.h"

static bool is_word(const akt_ast_item *item, const char *word) {
  return item->kind == AKT_ITEM_WORD && strcmp(item->text.text, word) == 0;
}

// ---- `or` and `/` where `|` is meant

static void tell_or(akt_checker *c, const akt_ast_item *item) {
  akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_FRAME_NEVER, item->loc,
                                 "`%s` is looked for as a word of the text", item->text.text);
  akt_diag_add_help(c->diags, diag, "alternatives are separated by `|`: (speak|talk)");
}

static void check_or(akt_checker *c, const akt_ast_items *words) {
  for (uint32_t i = 0; i < words->count; i++) {
    const akt_ast_item *item = &words->items[i];
    const char *text = item->text.text;
    bool is_or = i && i + 1 < words->count && is_word(item, "or");
    if (!item->text.is_quoted && (is_or || strchr(text, '/')))
      tell_or(c, item);
  }
}

// `<actor> eat/drink <actor>`
static void check_slashes(akt_checker *c, const akt_ast_items *items) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    if (item->kind == AKT_ITEM_WORD && !item->text.is_quoted && strchr(item->text.text, '/'))
      tell_or(c, item);
    check_slashes(c, &item->items);
  }
}

// ---- phrases that are compared by their last word

static void tell_phrase(akt_checker *c, akt_loc loc, const char *last) {
  akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_PHRASE_BY_LAST, loc,
                                 "only the last word of this phrase is looked for, so any `%s` "
                                 "will do",
                                 last);
  akt_diag_add_help(c->diags, diag,
                    "write `%s` alone, or a `match` line where the whole phrase must be there",
                    last);
}

// "out of", "ahead of": the last word of such a preposition is the one to look for.
static bool is_preposition(const char *word) {
  static const char *const words[] = {"of",  "to", "from", "with", "on",
                                      "for", "by", "in",   "as"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strcmp(words[i], word) == 0)
      return true;
  return false;
}

static void check_alternatives(akt_checker *c, const akt_ast_item *group, bool is_verb) {
  for (uint32_t i = 0; i < group->alternatives.count; i++) {
    const akt_ast_items *words = &group->alternatives.items[i];
    check_or(c, words);
    if (is_verb || words->count < 2)
      continue;
    const akt_ast_item *last = &words->items[words->count - 1];
    if (is_preposition(last->text.text))
      continue;
    akt_loc loc = words->items[0].loc;
    loc.end = last->loc.end;
    tell_phrase(c, loc, last->text.text);
  }
}

// A words list whose items are phrases, used in a frame. Told at the items, once.
static void check_list(akt_checker *c, const akt_ast_item *slot) {
  akt_symbol *symbol = akt_check_find(c, slot->type.text);
  if (!symbol || symbol->what != AKT_SYMBOL_WORDS || symbol->has_told_phrases)
    return;
  symbol->has_told_phrases = true;
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    const akt_stmts *stmts = &c->set->files.items[f]->statements;
    for (uint32_t i = 0; i < stmts->count; i++) {
      const akt_stmt *stmt = stmts->items[i];
      if (stmt->kind_of != AKT_STMT_WORDS || !stmt->name.text ||
          strcmp(stmt->name.text, slot->type.text) != 0)
        continue;
      for (uint32_t k = 0; k < stmt->items.count; k++) {
        const char *blank = strrchr(stmt->items.items[k].text, ' ');
        if (blank)
          tell_phrase(c, stmt->items.items[k].loc, blank + 1);
      }
    }
  }
}

static void check_phrases(akt_checker *c, const akt_ast_items *items, bool is_verb_frame) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    if (item->kind == AKT_ITEM_GROUP) {
      check_alternatives(c, item, is_verb_frame);
      is_verb_frame = false; // the first group or word is the verb
    } else if (item->kind == AKT_ITEM_WORD) {
      is_verb_frame = false;
    } else if (item->kind == AKT_ITEM_SLOT) {
      check_list(c, item);
    } else if (item->kind == AKT_ITEM_OPTIONAL) {
      check_phrases(c, &item->items, false);
    }
  }
}

// ---- passives

// `<actor> be bribed by <actor>`: the first is the source, though the second bribed.
static void check_passive(akt_checker *c, const akt_stmt *stmt) {
  const akt_ast_items *items = &stmt->pattern;
  if (items->count && items->items[0].kind == AKT_ITEM_SLOT && items->items[0].name.text)
    return; // whoever names the ends knows
  for (uint32_t i = 0; i + 2 < items->count && i < 2; i++) {
    const akt_ast_item *word = &items->items[i + 1];
    if (!is_word(&items->items[i], "be") || word->kind != AKT_ITEM_WORD ||
        !is_word(&items->items[i + 2], "by") ||
        !akt_span_ends_with(akt_span_of(word->text.text), "ed"))
      continue;
    akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_PASSIVE, items->items[i].loc,
                                   "in this passive the source is who suffers it");
    akt_diag_add_help(c->diags, diag,
                      "write the frame in the active, who acts first; the passive comes by "
                      "itself");
  }
}

// ---- words that start nothing

// `<actor> and <actor> be friends`: what starts a frame is a verb.
static void check_start(akt_checker *c, const akt_stmt *stmt) {
  static const char *const words[] = {
      "and",   "or",  "but",   "with", "to",    "of",   "in",     "on",   "by",    "for",
      "from",  "at",  "the",   "a",    "an",    "not",  "who",    "that", "which", "will",
      "would", "can", "could", "may",  "might", "must", "should", "'s"};
  for (uint32_t i = 0; i < stmt->pattern.count && i < 2; i++) {
    const akt_ast_item *item = &stmt->pattern.items[i];
    if (item->kind != AKT_ITEM_WORD)
      continue;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
      if (item->text.is_quoted || strcmp(item->text.text, words[k]) != 0)
        continue;
      akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_FRAME_NEVER, item->loc,
                                     "`%s` starts this frame, and is no verb", words[k]);
      akt_diag_add_help(c->diags, diag,
                        "write the verb directly after the first slot; lists, modals and "
                        "negation come by themselves");
    }
    return;
  }
}

// ---- ends

typedef struct ends {
  AKT_VEC(const akt_ast_item *) unnamed;
  uint32_t named;
} ends;

static bool is_named(const akt_ast_item *item, const char *name) {
  return item->name.text && strcmp(item->name.text, name) == 0;
}

static void count_ends(akt_checker *c, const akt_ast_items *items, ends *out) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    count_ends(c, &item->items, out);
    if (item->kind != AKT_ITEM_SLOT)
      continue;
    const akt_symbol *symbol = akt_check_find(c, item->type.text);
    bool is_no_end = strcmp(item->type.text, "its") == 0 ||
                     strcmp(item->type.text, "action") == 0 ||
                     (symbol && symbol->what == AKT_SYMBOL_WORDS);
    if (is_no_end)
      continue;
    if (is_named(item, "source") || is_named(item, "target"))
      out->named++;
    else if (!item->name.text)
      akt_vec_push(c->arena, &out->unnamed, item);
  }
}

static void check_third(akt_checker *c, const akt_stmt *stmt) {
  ends found = {.named = 0};
  count_ends(c, &stmt->pattern, &found);
  for (uint32_t i = 0; i < found.unnamed.count; i++) {
    if (i + found.named < 2)
      continue;
    const akt_ast_item *item = found.unnamed.items[i];
    akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_THIRD_END, item->loc,
                                   "an edge has two ends, and this would be a third");
    akt_diag_add_help(c->diags, diag,
                      "give it a name, and what stands there becomes a note: <note:%s>",
                      item->type.text);
  }
}

// `endorsement of A by B`: B endorses.
static void check_by(akt_checker *c, const akt_stmt *stmt) {
  const akt_ast_items *items = &stmt->pattern;
  bool has_of = false;
  for (uint32_t i = 0; i + 1 < items->count; i++) {
    const akt_ast_item *slot = &items->items[i + 1];
    bool is_unnamed = slot->kind == AKT_ITEM_SLOT && !slot->name.text;
    if (is_word(&items->items[i], "by") && is_unnamed && has_of) {
      akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_BY_IS_TARGET, slot->loc,
                                     "after `by` stands who acts, and here it is the target");
      akt_diag_add_help(c->diags, diag, "write <source:%s>, and <target:...> before it",
                        slot->type.text);
    }
    has_of |= is_unnamed;
  }
}

void akt_check_habits(akt_checker *c, const akt_stmt *stmt) {
  bool is_noun = stmt->kind_of == AKT_STMT_NOUN;
  check_slashes(c, &stmt->pattern);
  check_phrases(c, &stmt->pattern, !is_noun);
  if (stmt->kind_of == AKT_STMT_NOT || stmt->kind_of == AKT_STMT_NEVER)
    return; // these have no ends
  if (!is_noun) {
    check_passive(c, stmt);
    check_start(c, stmt);
  }
  check_third(c, stmt);
  if (is_noun)
    check_by(c, stmt);
}
