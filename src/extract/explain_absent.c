// Why somebody asked for is nobody in a text: the name is not there, or it stands
// there and was read as part of another, or as no name at all.
#include "extract/explain_inside.h"

#include "text/fold.h"

enum { MOST_PLACES = 3, LONGEST_NAME = 16 };

typedef struct search {
  const akt_teller *t;
  char folded[AKT_FOLD_MAX];
  size_t folded_len;
  akt_told_absent *out;
} search;

static bool is_folded(const search *s, akt_span text) {
  char seen[AKT_FOLD_MAX];
  size_t len = akt_fold(text, seen);
  for (size_t i = 0; i < len; i++)
    seen[i] = akt_is_blank(seen[i]) ? ' ' : seen[i];
  return len && len == s->folded_len && memcmp(seen, s->folded, len) == 0;
}

// ------------------------------------------------------------ what the rules know

static const akt_name *listed_name(const search *s) {
  const akt_ruleset *rules = s->t->r->rules;
  const akt_name *found = NULL;
  for (uint32_t i = 0; i < rules->names.count; i++) {
    const akt_name *name = &rules->names.items[i];
    if (name->type == AKT_NAME_TITLE || !is_folded(s, akt_span_of(name->text)))
      continue;
    if (!found || name->type < found->type)
      found = name;
  }
  return found;
}

// ------------------------------------------------------------ what stands in the text

static const akt_atom *atom_at(const akt_reading *r, uint32_t first, uint32_t last) {
  for (uint32_t i = 0; i < r->atoms.count; i++) {
    const akt_atom *a = &r->atoms.items[i];
    if (a->first < last && first < a->last)
      return a;
  }
  return NULL;
}

// The narrowest mention over these tokens that is somebody.
static const akt_reference *mention_at(const akt_reading *r, uint32_t first, uint32_t last) {
  const akt_reference *best = NULL;
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    if (m->entity == AKT_NONE || m->first >= last || first >= m->last)
      continue;
    if (!best || m->last - m->first < best->last - best->first)
      best = m;
  }
  return best;
}

static bool is_lower(const akt_reading *r, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (r->text.tokens.items[i].is_capital)
      return false;
  return true;
}

static const char *copy_of(const akt_reading *r, uint32_t first, uint32_t last) {
  akt_span text = akt_range_text(r, first, last);
  return akt_arena_copy(r->arena, text.ptr, text.len);
}

static void judge(const search *s, const akt_name *listed, uint32_t first, uint32_t last,
                  akt_told_place *place) {
  const akt_reading *r = s->t->r;
  const akt_atom *atom = atom_at(r, first, last);
  const akt_reference *mention = mention_at(r, first, last);
  bool is_wider = atom && (atom->first < first || atom->last > last);
  if (listed) {
    place->as = r->rules->entities.items[listed->value].name;
    place->rule = listed->rule;
  }
  if (is_wider) {
    place->why = "longer";
    place->as = copy_of(r, atom->first, atom->last);
    place->rule = atom->rule;
  } else if (mention && !(listed && listed->is_if_introduced)) {
    bool is_part = mention->name_first > first || mention->name_last < last;
    place->why = is_part ? "part" : "other";
    place->as = r->actors.items[mention->entity].name;
    place->rule = mention->rule;
  } else if (listed && listed->is_if_introduced) {
    place->why = "if-introduced";
  } else if (listed && listed->is_exact) {
    place->why = "exact";
    place->as = listed->text;
  } else if (is_lower(r, first, last)) {
    place->why = "lower-case";
  } else {
    place->why = "no name";
  }
}

static void find_places(const search *s, const akt_name *listed) {
  const akt_reading *r = s->t->r;
  for (uint32_t n = 0; n < r->text.sentences.count; n++) {
    const akt_sentence *sentence = &r->text.sentences.items[n];
    for (uint32_t i = sentence->first; i < sentence->last; i++)
      for (uint32_t k = i + 1; k <= sentence->last && k - i <= LONGEST_NAME; k++) {
        if (!is_folded(s, akt_range_text(r, i, k)))
          continue;
        akt_told_place place = {.sentence = n,
                                .quote = akt_piece_of_sentence(s->t, n),
                                .piece = akt_piece_of(s->t, i, k)};
        judge(s, listed, i, k, &place);
        akt_vec_push(r->arena, &s->out->places, place);
        if (s->out->places.count == MOST_PLACES)
          return;
        i = k - 1;
        break;
      }
  }
}

// ------------------------------------------------------------ a slip of the pen

static const char *nearest(const search *s) {
  const akt_reading *r = s->t->r;
  AKT_VEC(const char *) names = {0};
  for (uint32_t i = 0; i < r->actors.count; i++) {
    akt_vec_push(r->arena, &names, r->actors.items[i].name);
    for (uint32_t k = 0; k < r->actors.items[i].aliases.count; k++)
      akt_vec_push(r->arena, &names, r->actors.items[i].aliases.items[k]);
  }
  return akt_suggest(r->arena, s->out->asked, names.items, names.count);
}

// Another of its names stands there, but does not count: "Mensah" without Ama Mensah.
static void find_other_names(search *s, const akt_name *listed) {
  const akt_ruleset *rules = s->t->r->rules;
  for (uint32_t i = 0; i < rules->names.count && !s->out->places.count; i++) {
    const akt_name *name = &rules->names.items[i];
    if (name->type == AKT_NAME_TITLE || name->value != listed->value)
      continue;
    s->folded_len = akt_fold(akt_span_of(name->text), s->folded);
    if (s->folded_len)
      find_places(s, name);
  }
}

akt_told_absent akt_tell_absent(const akt_teller *t, akt_span name) {
  akt_told_absent absent = {.asked = akt_arena_copy(t->r->arena, name.ptr, name.len)};
  search s = {.t = t, .out = &absent};
  s.folded_len = akt_fold(name, s.folded);
  if (!s.folded_len)
    return absent;
  const akt_name *listed = listed_name(&s);
  if (listed) {
    absent.known = t->r->rules->entities.items[listed->value].name;
    absent.rule = listed->rule;
  }
  find_places(&s, listed);
  if (!absent.places.count && listed)
    find_other_names(&s, listed);
  if (!absent.places.count && !listed)
    absent.nearest = nearest(&s);
  return absent;
}
