// How a line is taken apart, and whether one says everything that another says: the parts
// of two lines are laid side by side.
#include "rule/cover.h"

#include "rule/ruleset.h"

#include <stdio.h>

// ---- what is known of words

static akt_span listed_key(akt_cover_world *w, const char *list, const char *word) {
  return akt_span_of(akt_arena_printf(w->c->arena, "%s\n%s", list, word));
}

static void note_words(akt_cover_world *w, const akt_stmt *stmt) {
  for (uint32_t i = 0; i < stmt->items.count; i++) {
    const char *word = stmt->items.items[i].text;
    if (!akt_compile_is_without(w->kinds, stmt, "words", stmt->name.text, word))
      akt_map_add(&w->listed, listed_key(w, stmt->name.text, word), 1);
  }
}

static bool has_option(const akt_stmt *stmt, const char *name) {
  for (uint32_t i = 0; i < stmt->options.count; i++)
    if (stmt->options.items[i].name.text && strcmp(stmt->options.items[i].name.text, name) == 0)
      return true;
  return false;
}

void akt_cover_world_init(akt_cover_world *w, akt_checker *c) {
  *w = (akt_cover_world){.c = c, .kinds = akt_compile_kinds_alone(c->arena, c->diags, c->set)};
  akt_map_init(&w->listed, c->arena);
  akt_map_init(&w->mutual_relations, c->arena);
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    const akt_stmts *stmts = &c->set->files.items[f]->statements;
    for (uint32_t i = 0; i < stmts->count; i++) {
      const akt_stmt *stmt = stmts->items[i];
      bool is_english = stmt->kind_of == AKT_STMT_WORDS && stmt->name.text &&
                        strncmp(stmt->name.text, "english-", strlen("english-")) == 0;
      if (is_english)
        note_words(w, stmt);
      else if (stmt->kind_of == AKT_STMT_RELATION && stmt->name.text &&
               has_option(stmt, "mutual"))
        akt_map_add(&w->mutual_relations, akt_span_of(stmt->name.text), 1);
    }
  }
}

// Without a copy of the key: a look-up for each word of each frame.
static bool is_listed(const akt_cover_world *w, const char *list, const char *word) {
  char key[256];
  int len = snprintf(key, sizeof key, "%s\n%s", list, word);
  return len > 0 && (size_t)len < sizeof key &&
         akt_map_get(&w->listed, (akt_span){key, (size_t)len}) != AKT_NONE;
}

static bool is_words_list(const akt_cover_world *w, const akt_ast_item *item) {
  const akt_symbol *symbol =
      item->kind == AKT_ITEM_SLOT ? akt_check_find(w->c, item->type.text) : NULL;
  return symbol && symbol->what == AKT_SYMBOL_WORDS;
}

static bool is_type(const akt_ast_item *item, const char *type) {
  return item->kind == AKT_ITEM_SLOT && strcmp(item->type.text, type) == 0;
}

static bool is_word(const akt_ast_item *item, const char *word) {
  return item->kind == AKT_ITEM_WORD && strcmp(item->text.text, word) == 0;
}

// Words, not a slot for somebody or something.
static bool is_literal_part(const akt_cover_world *w, const akt_cover_part *part) {
  return part->item->kind != AKT_ITEM_SLOT || is_words_list(w, part->item);
}

// ---- taking a line apart

typedef struct taking {
  akt_cover_world *w;
  akt_cover_frame *out;
  bool has_source, has_target;
  bool is_odd; // something that no frame has
} taking;

static bool names_end(const akt_ast_items *items, const char *end) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    bool is_it = item->kind == AKT_ITEM_SLOT && item->name.text &&
                 strcmp(item->name.text, end) == 0 && !is_type(item, "its");
    if (is_it || names_end(&item->items, end))
      return true;
  }
  return false;
}

static uint8_t use_of(taking *t, const akt_ast_item *item) {
  const char *name = item->name.text;
  bool may_be_end = !is_type(item, "its") && !is_type(item, "action");
  uint8_t use = AKT_USE_NOTE;
  if (name && strcmp(name, "source") == 0)
    use = AKT_USE_SOURCE;
  else if (name && strcmp(name, "target") == 0)
    use = AKT_USE_TARGET;
  else if (!name && may_be_end && !t->has_source)
    use = AKT_USE_SOURCE;
  else if (!name && may_be_end && !t->has_target)
    use = AKT_USE_TARGET;
  t->has_source |= use == AKT_USE_SOURCE;
  t->has_target |= use == AKT_USE_TARGET;
  return use;
}

static akt_cover_part part_of(taking *t, const akt_ast_item *item, bool is_optional) {
  akt_cover_part part = {.item = item, .is_optional = is_optional};
  if (item->kind != AKT_ITEM_SLOT || is_words_list(t->w, item))
    return part;
  part.use = use_of(t, item);
  part.kinds = akt_compile_kind_bits(t->w->kinds, item->type.text);
  return part;
}

static void take_items(taking *t, const akt_ast_items *items, uint32_t from, bool is_optional) {
  for (uint32_t i = from; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    bool is_article = item->kind == AKT_ITEM_WORD && !item->text.is_quoted &&
                      is_listed(t->w, "english-determiner", item->text.text);
    if (is_article)
      continue; // the reader steps over them
    if (item->kind == AKT_ITEM_OPTIONAL)
      take_items(t, &item->items, 0, true);
    else if (item->kind == AKT_ITEM_REGEX)
      t->is_odd = true;
    else
      akt_vec_push(t->w->c->arena, &t->out->parts, part_of(t, item, is_optional));
  }
}

static bool is_trigger(const akt_cover_world *w, const akt_stmt *stmt,
                       const akt_ast_item *item) {
  return item->kind == AKT_ITEM_WORD || item->kind == AKT_ITEM_GROUP ||
         (stmt->kind_of == AKT_STMT_NOUN && is_words_list(w, item));
}

// "pull out of" and "(pull out) of" are one verb: words right after it that belong to it.
static uint32_t count_particles(const akt_cover_world *w, const akt_cover_frame *f) {
  enum { MOST_PARTICLES = 2 };
  bool has_none = f->stmt->kind_of == AKT_STMT_NOUN || is_word(f->trigger, "be");
  uint32_t count = 0;
  while (!has_none && count < MOST_PARTICLES && count < f->parts.count) {
    const akt_cover_part *part = &f->parts.items[count];
    const akt_cover_part *next = count + 1 < f->parts.count ? &f->parts.items[count + 1] : NULL;
    const char *word = part->item->kind == AKT_ITEM_WORD ? part->item->text.text : "";
    bool is_tie =
        next && next->item->kind == AKT_ITEM_SLOT && is_listed(w, "english-preposition", word);
    if (part->is_optional || is_tie || !is_listed(w, "english-particle", word))
      break;
    count++;
  }
  return count;
}

bool akt_cover_read(akt_cover_world *w, const akt_ast_file *file, const akt_stmt *stmt,
                    akt_cover_frame *out) {
  *out = (akt_cover_frame){.stmt = stmt, .file = file};
  const akt_ast_items *items = &stmt->pattern;
  uint32_t at = 0;
  while (at < items->count && at < 2 && !is_trigger(w, stmt, &items->items[at]))
    at++;
  if (at >= items->count || at >= 2)
    return false;
  taking t = {.w = w,
              .out = out,
              .has_source = names_end(items, "source"),
              .has_target = names_end(items, "target")};
  out->trigger = &items->items[at];
  out->has_before = at == 1;
  if (at == 1 && items->items[0].kind != AKT_ITEM_SLOT)
    return false;
  if (at == 1)
    out->before = part_of(&t, &items->items[0], false);
  take_items(&t, items, at + 1, false);
  out->particles = count_particles(w, out);
  const char *relation = stmt->parent ? stmt->parent->name.text : NULL;
  out->is_mutual =
      has_option(stmt, "mutual") ||
      (relation && akt_map_get(&w->mutual_relations, akt_span_of(relation)) != AKT_NONE);
  for (uint32_t i = 0; i < out->parts.count && !t.has_target; i++)
    out->is_target_in_action |= is_type(out->parts.items[i].item, "action");
  return !t.is_odd;
}

// ---- words

static bool is_same_words(const akt_ast_items *a, const akt_ast_items *b) {
  if (a->count != b->count)
    return false;
  for (uint32_t i = 0; i < a->count; i++)
    if (a->items[i].text.is_quoted != b->items[i].text.is_quoted ||
        strcmp(a->items[i].text.text, b->items[i].text.text) != 0)
      return false;
  return true;
}

// A word as a group of one.
static akt_ast_items alternative(const akt_ast_item *item, uint32_t i) {
  if (item->kind == AKT_ITEM_GROUP)
    return item->alternatives.items[i];
  return (akt_ast_items){(akt_ast_item *)(uintptr_t)item, 1, 1};
}

static uint32_t alternatives(const akt_ast_item *item) {
  return item->kind == AKT_ITEM_GROUP ? item->alternatives.count : 1;
}

static bool has_words(const akt_ast_item *item, const akt_ast_items *words) {
  for (uint32_t i = 0; i < alternatives(item); i++) {
    akt_ast_items one = alternative(item, i);
    if (is_same_words(&one, words))
      return true;
  }
  return false;
}

typedef struct sorts {
  bool has_preposition, has_other, has_quoted;
} sorts;

// Prepositions, nouns and quoted words are looked for each in their own way.
static sorts sorts_of(const akt_cover_world *w, const akt_ast_item *item) {
  sorts s = {.has_other = item->kind == AKT_ITEM_SLOT};
  for (uint32_t i = 0; item->kind != AKT_ITEM_SLOT && i < alternatives(item); i++) {
    akt_ast_items words = alternative(item, i);
    bool is_preposition =
        words.count && is_listed(w, "english-preposition", words.items[0].text.text);
    s.has_preposition |= is_preposition;
    s.has_other |= !is_preposition;
    for (uint32_t k = 0; k < words.count; k++)
      s.has_quoted |= words.items[k].text.is_quoted;
  }
  return s;
}

static bool is_same_item(const akt_ast_item *a, const akt_ast_item *b) {
  if (a->kind == AKT_ITEM_SLOT || b->kind == AKT_ITEM_SLOT)
    return a->kind == b->kind && strcmp(a->type.text, b->type.text) == 0;
  if (alternatives(a) != alternatives(b))
    return false;
  for (uint32_t i = 0; i < alternatives(a); i++) {
    akt_ast_items x = alternative(a, i), y = alternative(b, i);
    if (!is_same_words(&x, &y))
      return false;
  }
  return true;
}

static bool has_word(const akt_ast_item *item, const char *word) {
  for (uint32_t i = 0; item->kind != AKT_ITEM_SLOT && i < alternatives(item); i++) {
    akt_ast_items words = alternative(item, i);
    for (uint32_t k = 0; k < words.count; k++)
      if (strcmp(words.items[k].text.text, word) == 0)
        return true;
  }
  return false;
}

static bool has_all_words(const akt_ast_item *a, const akt_ast_item *b) {
  for (uint32_t i = 0; i < alternatives(b); i++) {
    akt_ast_items words = alternative(b, i);
    if (!has_words(a, &words))
      return false;
  }
  return true;
}

// Whether words of `a` are found wherever some of `b` are, and the same ones: of a word more
// another place could be found. Of "the arrest and detention of Peru" `detention of` reads
// what `(arrest|detention) of` misses.
static bool words_cover(const akt_cover_world *w, const akt_ast_item *a,
                        const akt_ast_item *b) {
  if (is_same_item(a, b))
    return true;
  if (a->kind == AKT_ITEM_SLOT || b->kind == AKT_ITEM_SLOT)
    return false;
  sorts x = sorts_of(w, a), y = sorts_of(w, b);
  return !x.has_quoted && !y.has_quoted && has_all_words(a, b) && has_all_words(b, a);
}

// ---- slots

static bool slot_covers(const akt_cover_world *w, const akt_cover_part *a,
                        const akt_cover_part *b) {
  const akt_ast_item *x = a->item, *y = b->item;
  if (a->use != b->use)
    return false;
  if (strcmp(x->type.text, y->type.text) == 0)
    return true;
  bool is_odd = is_type(x, "action") || is_type(y, "action") || is_type(x, "its") ||
                is_type(y, "its") || is_type(x, "Name");
  if (is_odd)
    return false;
  if (is_type(x, "thing"))
    return true;
  if (a->use == AKT_USE_NOTE)
    return false; // whatever stands there, but in passives
  if (is_type(x, "any"))
    return !is_type(y, "thing");
  uint64_t wanted = is_type(y, "Name") ? akt_compile_kind_bits(w->kinds, "person") : b->kinds;
  return wanted && (wanted & ~a->kinds) == 0;
}

static bool part_covers(const akt_cover_world *w, const akt_cover_part *a,
                        const akt_cover_part *b) {
  bool is_literal = is_literal_part(w, a);
  if (is_literal != is_literal_part(w, b) || (b->is_optional && !a->is_optional))
    return false;
  return is_literal ? words_cover(w, a->item, b->item) : slot_covers(w, a, b);
}

// ---- whole lines

typedef struct pair {
  const akt_cover_world *w;
  const akt_cover_frame *a, *b;
  uint32_t tries; // a line of a thousand optional words must not run away
} pair;

enum { MOST_TRIES = 500 };

static const akt_cover_part *at(const akt_cover_frame *f, uint32_t i) {
  return i < f->parts.count ? &f->parts.items[i] : NULL;
}

static bool is_slot(const akt_cover_part *part) {
  return part && part->item->kind == AKT_ITEM_SLOT;
}

// Parts that are alike and yet may be found in different places.
static bool is_delicate(const pair *p, uint32_t i, const akt_cover_part *b) {
  const akt_cover_part *a = at(p->a, i), *next = at(p->a, i + 1);
  bool is_parted = is_slot(next) && a->is_optional && !next->is_optional;
  if (is_parted && !b->is_optional)
    return true; // [with] <actor>: a word, then a slot right there
  if (!is_slot(a) || is_same_item(a->item, b->item) || a->use == AKT_USE_NOTE)
    return false;
  // Where nobody fits after "from" or "of", the owner of the noun is taken, and counts more.
  const akt_cover_part *before = i > p->a->particles + 1 ? at(p->a, i - 1) : NULL;
  return before && (has_word(before->item, "from") || has_word(before->item, "of"));
}

// What may be missing in `a` and is not in `b`: a word that is looked for near the verb and
// leaves the place of what follows as it was. A phrase would not: it may stand anywhere.
static bool may_skip(const pair *p, uint32_t i, uint32_t k) {
  const akt_cover_part *part = at(p->a, i), *next = at(p->a, i + 1);
  bool is_word_alone =
      part->is_optional && is_literal_part(p->w, part) && !(next && next->is_optional);
  bool is_first = i == p->a->particles;
  if (!is_word_alone || (!is_first && !is_literal_part(p->w, at(p->a, i - 1))))
    return false;
  if (!is_first)
    return true;
  // The first element finds who undergoes it in the passive, and "that" turns the sentence.
  const akt_cover_part *first = at(p->b, k);
  sorts s = first ? sorts_of(p->w, first->item) : (sorts){.has_other = true};
  bool has_no_passive = !s.has_other || has_option(p->b->stmt, "no-passive");
  return has_no_passive && !has_word(part->item, "that") && !is_word(p->a->trigger, "be") &&
         p->a->stmt->kind_of != AKT_STMT_NOUN;
}

static bool parts_cover(pair *p, uint32_t i, uint32_t k) {
  const akt_cover_part *a = at(p->a, i), *b = at(p->b, k);
  if (++p->tries > MOST_TRIES)
    return false;
  if (!b) { // what is left must be free to be missing
    for (; a && a->is_optional; a = at(p->a, i))
      i++;
    return !a;
  }
  if (!a)
    return false;
  if (part_covers(p->w, a, b) && !is_delicate(p, i, b) && parts_cover(p, i + 1, k + 1))
    return true;
  return may_skip(p, i, k) && parts_cover(p, i + 1, k);
}

// An option that lets a frame read less must stand on the line that is covered, too.
static bool options_cover(const akt_cover_frame *a, const akt_cover_frame *b) {
  static const char *const narrowing[] = {"no-passive",  "no-list", "no-coref", "no-shared",
                                          "no-relative", "passive", "otherwise"};
  static const char *const deciding[] = {"passive", "otherwise"};
  for (size_t i = 0; i < sizeof narrowing / sizeof *narrowing; i++)
    if (has_option(a->stmt, narrowing[i]) && !has_option(b->stmt, narrowing[i]))
      return false;
  for (size_t i = 0; i < sizeof deciding / sizeof *deciding; i++)
    if (has_option(b->stmt, deciding[i]) && !has_option(a->stmt, deciding[i]))
      return false;
  return a->is_mutual || !b->is_mutual;
}

bool akt_covers(const akt_cover_world *w, const akt_cover_frame *a, const akt_cover_frame *b,
                uint32_t from) {
  pair p = {.w = w, .a = a, .b = b};
  if (a->has_before != b->has_before || a->is_target_in_action != b->is_target_in_action ||
      !options_cover(a, b))
    return false;
  if (a->has_before && !part_covers(w, &a->before, &b->before))
    return false;
  return parts_cover(&p, a->particles, from);
}

// ---- the same

static const char *value_of(const akt_stmt *stmt, const char *name) {
  for (uint32_t i = 0; i < stmt->options.count; i++) {
    const akt_ast_option *option = &stmt->options.items[i];
    if (option->name.text && strcmp(option->name.text, name) == 0)
      return option->value.text ? option->value.text : "";
  }
  return NULL;
}

static bool has_all_options(const akt_stmt *a, const akt_stmt *b) {
  for (uint32_t i = 0; i < a->options.count; i++) {
    const akt_ast_option *option = &a->options.items[i];
    const char *other = option->name.text ? value_of(b, option->name.text) : "";
    const char *own = option->value.text ? option->value.text : "";
    if (!other || strcmp(own, other) != 0)
      return false;
  }
  return true;
}

static bool is_same_text(const char *a, const char *b) {
  return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool has_slots_of(const akt_cover_frame *a, const akt_cover_frame *b) {
  for (uint32_t i = 0; i < b->parts.count; i++) {
    const akt_ast_item *slot = b->parts.items[i].item;
    bool is_found = slot->kind != AKT_ITEM_SLOT;
    for (uint32_t k = 0; !is_found && k < a->parts.count; k++) {
      const akt_ast_item *other = a->parts.items[k].item;
      is_found = other->kind == AKT_ITEM_SLOT &&
                 strcmp(slot->type.text, other->type.text) == 0 &&
                 is_same_text(slot->name.text, other->name.text);
    }
    if (!is_found)
      return false;
  }
  return true;
}

bool akt_cover_says_same(const akt_cover_frame *a, const akt_cover_frame *b) {
  bool is_same_before = !a->has_before || is_same_item(a->before.item, b->before.item);
  return is_same_text(a->stmt->as.text, b->stmt->as.text) &&
         has_all_options(a->stmt, b->stmt) && has_all_options(b->stmt, a->stmt) &&
         is_same_before && has_slots_of(a, b);
}

bool akt_cover_is_same(const akt_cover_frame *a, const akt_cover_frame *b) {
  if (a->parts.count != b->parts.count || a->has_before != b->has_before ||
      (a->has_before && !is_same_item(a->before.item, b->before.item)))
    return false;
  for (uint32_t i = 0; i < a->parts.count; i++)
    if (!is_same_item(a->parts.items[i].item, b->parts.items[i].item) ||
        a->parts.items[i].is_optional != b->parts.items[i].is_optional)
      return false;
  return true;
}
