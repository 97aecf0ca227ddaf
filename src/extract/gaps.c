// `match` lines: a PCRE2 pattern must cover the text between two neighbouring
// mentions from end to end.
#include "extract/budget.h"
#include "extract/statements.h"

enum { LONGEST_GAP = 120, MOST_GROUPS = 16 };

static bool is_candidate(const akt_reference *m) {
  return m->type != AKT_ME_PRONOUN && m->type != AKT_ME_THING && m->entity != AKT_NONE;
}

// The text between two mentions and what the groups of an expression read of it.
typedef struct found {
  akt_span gap;
  akt_group groups[MOST_GROUPS];
} found;

// A named group is a note: (?<what>\w+).
static void add_notes(const akt_reading *r, const akt_match_rule *rule, const found *match,
                      akt_statement *s) {
  for (uint32_t i = 0; i < akt_pattern_name_count(rule->pattern); i++) {
    uint32_t group;
    const char *name = akt_pattern_name(rule->pattern, i, &group);
    if (group >= MOST_GROUPS || match->groups[group].start == SIZE_MAX)
      continue;
    const akt_group *g = &match->groups[group];
    akt_note note = {akt_arena_string(r->arena, name),
                     akt_arena_copy(r->arena, match->gap.ptr + g->start, g->end - g->start)};
    if (*note.text)
      akt_vec_push(r->arena, &s->notes, note);
  }
}

static void add(akt_clause *c, const akt_match_rule *rule, uint32_t before, uint32_t after,
                const found *match) {
  const akt_reading *r = c->r;
  bool is_turned = rule->before.use == AKT_USE_TARGET;
  akt_statement s = {.source = is_turned ? after : before,
                     .target = is_turned ? before : after,
                     .frame = AKT_NONE,
                     .relation = rule->relation,
                     .label = rule->label,
                     .rule = rule->rule,
                     .plover = rule->plover,
                     .cameo = rule->cameo,
                     .tone = rule->tone,
                     .sentence = c->sentence,
                     .chunk = AKT_NONE,
                     .trigger_first = r->mentions.items[before].name_last,
                     .trigger_last = r->mentions.items[after].name_first,
                     .speaker = AKT_NONE};
  if (s.trigger_last < s.trigger_first)
    s.trigger_last = s.trigger_first;
  add_notes(r, rule, match, &s);
  if (r->mentions.items[s.source].entity != r->mentions.items[s.target].entity)
    akt_vec_push(r->arena, &c->r->statements, s);
}

// Fatah's office, NATO's troops: the owner is in the name of what it owns.
static bool is_owned_noun(const akt_reading *r, uint32_t before, uint32_t after) {
  const akt_reference *b = &r->mentions.items[after];
  return b->affiliation == before && !r->text.tokens.items[b->name_first].is_capital;
}

static void try_pair(akt_clause *c, uint32_t before, uint32_t after) {
  akt_reading *r = c->r;
  const akt_reference *a = &r->mentions.items[before], *b = &r->mentions.items[after];
  uint32_t start = r->text.tokens.items[a->name_last - 1].end;
  uint32_t end = r->text.tokens.items[b->name_first].start;
  if (end < start || end - start > LONGEST_GAP || is_owned_noun(r, before, after))
    return;
  found match = {.gap = akt_span_trim((akt_span){r->text.bytes.ptr + start, end - start})};
  for (uint32_t i = 0; i < r->rules->matches.count; i++) {
    const akt_match_rule *rule = &r->rules->matches.items[i];
    if (!akt_slot_takes(r, &rule->before, before) || !akt_slot_takes(r, &rule->after, after))
      continue;
    for (uint32_t g = 0; g < MOST_GROUPS; g++)
      match.groups[g].start = SIZE_MAX;
    if (akt_run_rule_groups(r, rule->rule, rule->pattern, match.gap, 0,
                            AKT_MATCH_ANCHORED | AKT_MATCH_END_ANCHORED, match.groups,
                            MOST_GROUPS) == AKT_MATCH_YES)
      add(c, rule, before, after, &match);
  }
}

void akt_match_gaps(akt_clause *c) {
  akt_reading *r = c->r;
  if (!r->rules->matches.count)
    return;
  AKT_VEC(uint32_t) here = {0};
  for (uint32_t i = 0; i < r->mentions.count; i++)
    if (r->mentions.items[i].sentence == c->sentence && is_candidate(&r->mentions.items[i]))
      akt_vec_push(r->arena, &here, i);
  for (uint32_t a = 0; a < here.count; a++) {
    const akt_reference *m = &r->mentions.items[here.items[a]];
    uint32_t next = AKT_NONE; // the nearest mention that begins after this one's name
    for (uint32_t b = 0; b < here.count; b++) {
      const akt_reference *n = &r->mentions.items[here.items[b]];
      if (n->name_first >= m->name_last &&
          (next == AKT_NONE || n->name_first < r->mentions.items[next].name_first))
        next = here.items[b];
    }
    if (next != AKT_NONE)
      try_pair(c, here.items[a], next);
  }
}
