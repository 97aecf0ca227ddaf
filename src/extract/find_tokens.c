// `find` patterns over tokens: words, alternatives, optional parts and slots, tried
// with going back. Runs before phrases are read, so a slot takes names, not phrases.
#include "extract/finds.h"

enum { MOST_TRIES = 20000, DEEPEST_WAY = 200 };

/// Where a path goes on; a closing mark (no path) ends a capture.
typedef struct way {
  const akt_find_path *path;
  uint32_t at;
  uint32_t close;
  const struct way *then;
} way;

typedef struct walker {
  akt_reading *r;
  uint32_t start, end; // tokens: where the pattern began, end of the sentence
  uint32_t reach;      // token after the match
  uint32_t tries, depth;
  akt_find_captures captures;
} walker;

static bool fits_word(const akt_reading *r, const akt_find_step *step, uint32_t token) {
  uint32_t word = r->units.items[token].word;
  if (word == AKT_NONE)
    return false;
  return step->exact != AKT_NONE ? word == step->exact
                                 : akt_wordset_has(r->rules, step->words, word);
}

static uint32_t head_kind(const akt_reading *r, uint32_t token) {
  uint32_t word = r->units.items[token].word;
  if (word == AKT_NONE)
    return AKT_NONE;
  const akt_word *w = &r->rules->words.items[word];
  uint32_t head = w->head == AKT_NONE && w->noun != AKT_NONE
                      ? r->rules->words.items[w->noun].head
                      : w->head;
  return head == AKT_NONE ? AKT_NONE : r->rules->heads.items[head].kind;
}

// A guess has no kind of its own; its last word may give it one.
static bool takes_guess(const akt_reading *r, const akt_slot *slot, const akt_atom *a) {
  uint32_t kind = head_kind(r, a->last - 1);
  if (slot->type == AKT_SLOT_ANY)
    return true;
  if (slot->type == AKT_SLOT_NAME)
    return kind == AKT_NONE;
  if (kind != AKT_NONE)
    return slot->kinds >> kind & 1;
  uint32_t person = r->rules->kind_person, group = r->rules->kind_group;
  return (person != AKT_NONE && slot->kinds >> person & 1) ||
         (group != AKT_NONE && slot->kinds >> group & 1);
}

static bool takes_kind(const akt_reading *r, const akt_slot *slot, uint32_t kind) {
  if (slot->type == AKT_SLOT_ANY)
    return true;
  if (slot->type == AKT_SLOT_NAME)
    return akt_kind_is(r->rules, kind, r->rules->kind_person);
  return kind != AKT_NONE && slot->kinds >> kind & 1;
}

// The token after what fills the slot from `token` on; 0: nothing does.
static uint32_t slot_end(const akt_reading *r, const akt_slot *slot, uint32_t token) {
  uint32_t number = r->units.items[token].atom;
  bool is_word = r->text.tokens.items[token].kind == AKT_TOKEN_WORD;
  if (slot->type == AKT_SLOT_ITS)
    return akt_unit_is(r, token, AKT_EN(POSSESSIVE)) ? token + 1 : 0;
  if (slot->type == AKT_SLOT_THING)
    return number != AKT_NONE ? r->atoms.items[number].last : is_word ? token + 1 : 0;
  if (number == AKT_NONE || slot->type == AKT_SLOT_ACTION)
    return 0;
  const akt_atom *a = &r->atoms.items[number];
  if (a->compound)
    return 0;
  switch ((akt_atom_type)a->type) {
  case AKT_ATOM_CAPITALS:
    // A title that nobody listed stands in the same run as the name.
    if (slot->type == AKT_SLOT_NAME ? !r->text.tokens.items[token].is_capital
                                    : a->first != token)
      return 0;
    return takes_guess(r, slot, a) ? a->last : 0;
  case AKT_ATOM_ALIAS:
  case AKT_ATOM_ADJECTIVE:
  case AKT_ATOM_STANDS_FOR:
    if (slot->type == AKT_SLOT_NAME && a->type != AKT_ATOM_ALIAS)
      return 0;
    return a->first == token && takes_kind(r, slot, r->rules->entities.items[a->value].kind)
               ? a->last
               : 0;
  case AKT_ATOM_FOUND:
    return a->first == token && takes_kind(r, slot, a->value) ? a->last : 0;
  case AKT_ATOM_TITLE:
    return 0;
  }
  return 0;
}

static bool follow(walker *w, const way *at, uint32_t token);

static bool take_slot(walker *w, const akt_find_step *step, const way *next, uint32_t token) {
  uint32_t end = slot_end(w->r, &step->slot, token);
  if (!end || end > w->end || w->captures.count == AKT_FIND_CAPTURES)
    return false;
  w->captures.items[w->captures.count++] = (akt_find_capture){step, token, end};
  if (follow(w, next, end))
    return true;
  w->captures.count--;
  return false;
}

static bool take_paths(walker *w, const akt_find_step *step, const way *next, uint32_t token) {
  for (uint32_t i = 0; i < step->paths.count; i++) {
    if (!step->is_role) {
      if (follow(w, &(way){&step->paths.items[i], 0, 0, next}, token))
        return true;
      continue;
    }
    if (w->captures.count == AKT_FIND_CAPTURES)
      return false;
    uint32_t number = w->captures.count++;
    w->captures.items[number] = (akt_find_capture){step, token, token};
    way mark = {NULL, 0, number, next};
    if (follow(w, &(way){&step->paths.items[i], 0, 0, &mark}, token))
      return true;
    w->captures.count = number;
  }
  return step->kind == AKT_FIND_OPTIONAL && follow(w, next, token);
}

// Articles before a name and a possessive after one are never written.
static uint32_t skip_small(const walker *w, const akt_find_step *step, uint32_t token) {
  if (token > w->start && token < w->end &&
      w->r->text.tokens.items[token].kind == AKT_TOKEN_POSSESSIVE)
    token++;
  bool is_article = step->kind == AKT_FIND_SLOT && token > w->start && token + 1 < w->end &&
                    w->r->units.items[token].atom == AKT_NONE &&
                    akt_unit_is(w->r, token, AKT_EN(DETERMINER));
  return is_article ? token + 1 : token;
}

static bool step_on(walker *w, const way *at, uint32_t token) {
  if (!at) {
    w->reach = token;
    return true;
  }
  if (!at->path) {
    w->captures.items[at->close].last = token;
    return follow(w, at->then, token);
  }
  if (at->at == at->path->count)
    return follow(w, at->then, token);
  const akt_find_step *step = &at->path->items[at->at];
  way next = {at->path, at->at + 1, 0, at->then};
  if (step->kind == AKT_FIND_OPTIONAL)
    return take_paths(w, step, &next, token);
  token = skip_small(w, step, token);
  if (token >= w->end)
    return false;
  if (step->kind == AKT_FIND_CHOICE)
    return take_paths(w, step, &next, token);
  if (step->kind == AKT_FIND_SLOT)
    return take_slot(w, step, &next, token);
  return fits_word(w->r, step, token) && follow(w, &next, token + 1);
}

static bool follow(walker *w, const way *at, uint32_t token) {
  if (w->tries >= MOST_TRIES || w->depth >= DEEPEST_WAY)
    return false;
  w->tries++;
  w->depth++;
  bool is_match = step_on(w, at, token);
  w->depth--;
  return is_match;
}

static bool is_tied(const akt_find_capture *c) {
  return c->step->kind == AKT_FIND_SLOT && c->step->relation != AKT_NONE;
}

static bool is_small_word(const akt_reading *r, uint32_t token) {
  return r->text.tokens.items[token].kind == AKT_TOKEN_POSSESSIVE ||
         (r->units.items[token].atom == AKT_NONE &&
          akt_unit_is(r, token, AKT_EN(PREPOSITION) | AKT_EN(DETERMINER)));
}

// The name is what the <Name> slot holds; without one all that the pattern covers,
// but for names at its edges that are tied to it.
static void find_name(const walker *w, akt_finding *f) {
  f->first = w->start;
  f->last = w->reach;
  for (uint32_t i = 0; i < w->captures.count; i++) {
    const akt_find_capture *c = &w->captures.items[i];
    bool is_name = c->step->kind == AKT_FIND_SLOT && c->step->slot.type == AKT_SLOT_NAME &&
                   !is_tied(c) && !c->step->is_role;
    if (is_name) {
      f->first = c->first;
      f->last = c->last;
      return;
    }
    if (is_tied(c) && c->first == f->first)
      f->first = c->last;
  }
  for (uint32_t i = w->captures.count; i-- > 0;)
    if (is_tied(&w->captures.items[i]) && w->captures.items[i].last == f->last)
      f->last = w->captures.items[i].first;
  while (f->first < f->last && is_small_word(w->r, f->first))
    f->first++;
  while (f->first < f->last && is_small_word(w->r, f->last - 1))
    f->last--;
}

void akt_find_walk(akt_reading *r, const akt_sentence *s, uint32_t number, akt_findings *all) {
  const akt_find *find = &r->rules->finds.items[number];
  way start = {&find->steps, 0, 0, NULL};
  walker w = {.r = r, .end = s->last};
  for (w.start = s->first; w.start < s->last; w.start++) {
    w.captures.count = w.tries = w.depth = 0;
    if (!follow(&w, &start, w.start) || w.reach <= w.start)
      continue;
    akt_finding f = {.find = number, .whole_first = w.start, .whole_last = w.reach};
    find_name(&w, &f);
    if (f.first >= f.last)
      continue;
    f.captures = akt_arena_alloc(r->arena, sizeof *f.captures);
    *f.captures = w.captures;
    akt_vec_push(r->arena, all, f);
    w.start = w.reach - 1;
  }
}
