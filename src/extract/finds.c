// `find` lines: names that nobody listed. Regular expressions are searched within
// sentences, patterns over tokens in find_tokens.c. What is found wins over the guess that
// capitals make, and over listed names that are only a part of it. Slots tie the
// name to other names once everybody is known.
#include "extract/finds.h"

#include "extract/actors.h"
#include "extract/budget.h"
#include "extract/names.h"
#include "extract/phrase.h"
#include "extract/statements.h"

#include <stdlib.h>

// ------------------------------------------------------------ placing

// The longest first, then the earlier line, then the earlier place.
static int by_merit(const void *x, const void *y) {
  const akt_finding *a = x, *b = y;
  uint32_t a_len = a->last - a->first, b_len = b->last - b->first;
  if (a_len != b_len)
    return a_len > b_len ? -1 : 1;
  if (a->find != b->find)
    return a->find < b->find ? -1 : 1;
  return a->first < b->first ? -1 : a->first > b->first;
}

static bool is_guess(const akt_reading *r, uint32_t token) {
  uint32_t atom = r->units.items[token].atom;
  return atom == AKT_NONE || r->atoms.items[atom].type == AKT_ATOM_CAPITALS;
}

// Listed names stand, except those that are only a part of what was found.
static bool has_room(const akt_reading *r, const akt_finding *f) {
  for (uint32_t i = f->first; i < f->last; i++) {
    if (is_guess(r, i))
      continue;
    const akt_atom *a = &r->atoms.items[r->units.items[i].atom];
    bool is_part =
        a->first >= f->first && a->last <= f->last && a->last - a->first < f->last - f->first;
    if (!is_part)
      return false;
  }
  return true;
}

static void clear(akt_reading *r, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; i++)
    r->units.items[i].atom = AKT_NONE;
}

// What is left of a guess: begins and ends with a capital, or is nothing.
static void keep_rest(akt_reading *r, akt_atom rest) {
  const akt_token *tokens = r->text.tokens.items;
  while (rest.first < rest.last && !tokens[rest.first].is_capital)
    rest.first++;
  while (rest.first < rest.last && !tokens[rest.last - 1].is_capital)
    rest.last--;
  if (rest.first < rest.last)
    akt_add_atom(r, rest);
}

// Takes the tokens away from the names they belong to.
static void release(akt_reading *r, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; i++) {
    uint32_t number = r->units.items[i].atom;
    if (number == AKT_NONE)
      continue;
    akt_atom old = r->atoms.items[number];
    r->atoms.items[number].first = r->atoms.items[number].last; // empty
    clear(r, old.first, old.last);
    if (old.type != AKT_ATOM_CAPITALS)
      continue;
    akt_atom left = old, right = old;
    left.last = i;
    right.first = to;
    if (old.first < i)
      keep_rest(r, left);
    if (old.last > to)
      keep_rest(r, right);
  }
}

static bool is_captured(const akt_finding *f, uint32_t token) {
  for (uint32_t i = 0; f->captures && i < f->captures->count; i++) {
    const akt_find_capture *c = &f->captures->items[i];
    if (c->step->kind == AKT_FIND_SLOT && token >= c->first && token < c->last)
      return true;
  }
  return false;
}

// Words of the pattern that a guess had taken for a name: Harbour Master Ana Diaz.
static void release_words(akt_reading *r, const akt_finding *f) {
  for (uint32_t i = f->whole_first; i < f->whole_last; i++)
    if ((i < f->first || i >= f->last) && is_guess(r, i) && !is_captured(f, i))
      release(r, i, i + 1);
}

static void note_ties(akt_reading *r, const akt_finding *f) {
  for (uint32_t i = 0; f->captures && i < f->captures->count; i++) {
    const akt_find_capture *c = &f->captures->items[i];
    if (!c->step->is_role && c->step->relation == AKT_NONE)
      continue;
    uint32_t atom = r->units.items[c->first].atom;
    const akt_atom *a = atom == AKT_NONE ? NULL : &r->atoms.items[atom];
    bool is_listed_name = a && a->first < a->last &&
                          (a->type == AKT_ATOM_ALIAS || a->type == AKT_ATOM_ADJECTIVE ||
                           a->type == AKT_ATOM_STANDS_FOR);
    akt_vec_push(r->arena, &r->ties,
                 (akt_tie){.listed = is_listed_name ? a->value : AKT_NONE,
                           .name = f->first,
                           .find = f->find,
                           .first = c->first,
                           .last = c->last,
                           .relation = c->step->is_role ? AKT_NONE : c->step->relation});
  }
}

// The name is a listed one: only its ties are new.
static bool is_listed(const akt_reading *r, const akt_finding *f) {
  uint32_t atom = r->units.items[f->first].atom;
  return atom != AKT_NONE && r->atoms.items[atom].type == AKT_ATOM_ALIAS &&
         r->atoms.items[atom].first == f->first && r->atoms.items[atom].last == f->last;
}

static void place(akt_reading *r, akt_findings *all) {
  if (all->count)
    qsort(all->items, all->count, sizeof *all->items, by_merit);
  for (uint32_t i = 0; i < all->count; i++) {
    const akt_finding *f = &all->items[i];
    if (f->captures && is_listed(r, f)) {
      release_words(r, f);
      note_ties(r, f);
      continue;
    }
    if (!has_room(r, f))
      continue;
    const akt_find *find = &r->rules->finds.items[f->find];
    note_ties(r, f); // while the names inside are still there
    release_words(r, f);
    release(r, f->first, f->last);
    akt_add_atom(r, (akt_atom){.first = f->first,
                               .last = f->last,
                               .type = AKT_ATOM_FOUND,
                               .value = find->kind,
                               .name = AKT_NONE,
                               .rule = find->rule});
  }
}

// ------------------------------------------------------------ regular expressions

// The first token at or after a byte; `hint` is one at or before it.
static uint32_t token_from(const akt_reading *r, const akt_sentence *s, uint32_t hint,
                           size_t byte) {
  while (hint < s->last && r->text.tokens.items[hint].end <= byte)
    hint++;
  return hint;
}

// A match that begins or ends inside a word found something else.
static bool is_whole(const akt_reading *r, uint32_t first, uint32_t last, size_t start,
                     size_t end) {
  const akt_token *tokens = r->text.tokens.items;
  return first < last && tokens[first].start >= start && tokens[last - 1].end <= end;
}

static bool may_start(const akt_find *find, akt_span text) {
  int byte = akt_pattern_first_byte(find->regex);
  return text.len && (byte < 0 || memchr(text.ptr, byte, text.len));
}

static void search(akt_reading *r, const akt_sentence *s, uint32_t number, akt_findings *all) {
  const akt_find *find = &r->rules->finds.items[number];
  akt_span text = {r->text.bytes.ptr + s->start, s->end - s->start};
  if (!may_start(find, text))
    return;
  size_t offset = 0;
  for (uint32_t at = s->first; at < s->last;) {
    akt_group whole[1];
    if (akt_run_rule(r, find->rule, find->regex, text, offset, 0, whole) != AKT_MATCH_YES)
      return;
    size_t start = s->start + whole[0].start, end = s->start + whole[0].end;
    uint32_t first = token_from(r, s, at, start);
    uint32_t last = first;
    while (last < s->last && r->text.tokens.items[last].start < end)
      last++;
    bool is_found = end > start && is_whole(r, first, last, start, end);
    if (is_found)
      akt_vec_push(r->arena, all, (akt_finding){number, first, last, first, last, NULL});
    at = is_found ? last : first + 1;
    if (at >= s->last)
      return;
    offset = r->text.tokens.items[at].start - s->start;
  }
}

// ------------------------------------------------------------ stages

void akt_read_finds(akt_reading *r) {
  uint32_t count = r->rules->finds.count;
  if (!count)
    return;
  akt_findings all = {0};
  for (uint32_t i = 0; i < r->text.sentences.count; i++) {
    const akt_sentence *s = &r->text.sentences.items[i];
    for (int is_token_pass = 0; is_token_pass < 2; is_token_pass++) {
      all.count = 0;
      for (uint32_t f = 0; f < count; f++) {
        bool is_regex = r->rules->finds.items[f].regex != NULL;
        if (is_regex == (is_token_pass == 1))
          continue;
        if (!is_regex)
          akt_find_walk(r, s, f, &all);
        else
          search(r, s, f, &all);
      }
      place(r, &all);
    }
  }
}

// Mentions by the first token of their names.
static uint32_t *index_mentions(akt_reading *r) {
  uint32_t *by_token = akt_arena_alloc(r->arena, (r->units.count + 1) * sizeof *by_token);
  for (uint32_t i = 0; i < r->units.count; i++)
    by_token[i] = AKT_NONE;
  for (uint32_t i = r->mentions.count; i-- > 0;) {
    const akt_reference *m = &r->mentions.items[i];
    if (m->entity != AKT_NONE && m->name_first < r->units.count)
      by_token[m->name_first] = i;
  }
  return by_token;
}

// The rule knows better what it is than a guess elsewhere in the text.
static void set_kinds(akt_reading *r, const uint32_t *by_token) {
  for (uint32_t i = 0; i < r->atoms.count; i++) {
    const akt_atom *a = &r->atoms.items[i];
    if (a->type != AKT_ATOM_FOUND || a->first == a->last || by_token[a->first] == AKT_NONE)
      continue;
    akt_actor *actor = &r->actors.items[r->mentions.items[by_token[a->first]].entity];
    if (actor->listed == AKT_NONE && !akt_kind_is(r->rules, actor->kind, a->value))
      actor->kind = a->value;
  }
}

// The mention of the other name; one is made where the found name covers it.
static uint32_t other_end(akt_reading *r, const akt_tie *tie, const uint32_t *by_token,
                          uint32_t source) {
  uint32_t known = by_token[tie->first];
  bool is_inside = tie->listed != AKT_NONE && known == AKT_NONE;
  if (!is_inside)
    return known;
  akt_reference m = akt_new_mention(r->mentions.items[source].sentence,
                                    r->mentions.items[source].chunk, tie->first, tie->last);
  m.type = AKT_ME_LISTED;
  m.listed = tie->listed;
  m.kind = r->rules->entities.items[tie->listed].kind;
  m.entity = akt_resolve_listed(r, &m);
  return akt_add_mention(r, m);
}

static void state_tie(akt_reading *r, const akt_tie *tie, uint32_t source, uint32_t target) {
  const akt_reference *m = &r->mentions.items[source];
  if (target == AKT_NONE || r->mentions.items[target].entity == m->entity)
    return;
  const akt_relation *relation = &r->rules->relations.items[tie->relation];
  akt_statement s = {.source = source,
                     .target = target,
                     .frame = AKT_NONE,
                     .relation = tie->relation,
                     .label = relation->label,
                     .rule = r->rules->finds.items[tie->find].rule,
                     .plover = relation->plover,
                     .cameo = relation->cameo,
                     .tone = relation->tone,
                     .sentence = m->sentence,
                     .chunk = m->chunk,
                     .trigger_first = m->name_first,
                     .trigger_last = m->name_last,
                     .speaker = AKT_NONE};
  akt_vec_push(r->arena, &r->statements, s);
}

void akt_state_finds(akt_reading *r) {
  if (!r->rules->finds.count)
    return;
  uint32_t *by_token = index_mentions(r);
  set_kinds(r, by_token);
  for (uint32_t i = 0; i < r->ties.count; i++) {
    const akt_tie *tie = &r->ties.items[i];
    uint32_t source = by_token[tie->name];
    if (source == AKT_NONE)
      continue;
    akt_actor *actor = &r->actors.items[r->mentions.items[source].entity];
    if (tie->relation != AKT_NONE) {
      state_tie(r, tie, source, other_end(r, tie, by_token, source));
    } else if (!actor->role || actor->listed == AKT_NONE) { // the rule knows it in full
      akt_span role = akt_range_text(r, tie->first, tie->last);
      actor->role = akt_arena_copy(r->arena, role.ptr, role.len);
    }
  }
}
