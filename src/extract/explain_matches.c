// `match` lines of the user's own that did not cover the text between two mentions.
#include "extract/ends.h"
#include "extract/explain_inside.h"

enum { MOST_MATCHES = 3 };

// Whether a rule ("my.akt:12") stands in a file of the user's own; where nothing is
// shipped, all are.
static bool is_own(const akt_ruleset *rules, const char *rule) {
  const char *colon = strrchr(rule, ':');
  for (uint32_t i = 0; colon && i < rules->files.count; i++) {
    const akt_ast_file *file = rules->files.items[i];
    const char *slash = strrchr(file->path, '/');
    const char *name = slash ? slash + 1 : file->path;
    if (!file->is_shipped && strlen(name) == (size_t)(colon - rule) &&
        strncmp(name, rule, strlen(name)) == 0)
      return true;
  }
  return false;
}

static bool has_stated(const akt_reading *r, uint32_t sentence, const char *rule) {
  for (uint32_t i = 0; i < r->statements.count; i++)
    if (r->statements.items[i].sentence == sentence && r->statements.items[i].rule == rule)
      return true;
  return false;
}

static void tell_between(const akt_teller *t, uint32_t before, uint32_t after,
                         akt_told_misses *out) {
  const akt_reading *r = t->r;
  const akt_reference *a = &r->mentions.items[before], *b = &r->mentions.items[after];
  uint32_t told = 0;
  for (uint32_t i = 0; i < r->rules->matches.count && told < MOST_MATCHES; i++) {
    const akt_match_rule *rule = &r->rules->matches.items[i];
    if (!is_own(r->rules, rule->rule) || has_stated(r, a->sentence, rule->rule) ||
        !akt_slot_takes(r, &rule->before, before) || !akt_slot_takes(r, &rule->after, after))
      continue;
    akt_told_miss miss = {.rule = rule->rule,
                          .pattern = rule->text,
                          .relation = r->rules->relations.items[rule->relation].name,
                          .reason = "match",
                          .trigger = akt_piece_of(t, a->name_last, b->name_first)};
    akt_vec_push(r->arena, out, miss);
    told++;
  }
}

// The mention of the other one that comes next after this one.
static uint32_t next_of(const akt_reading *r, uint32_t mention, uint32_t actor) {
  const akt_reference *m = &r->mentions.items[mention];
  uint32_t best = AKT_NONE;
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    const akt_reference *n = &r->mentions.items[i];
    if (n->sentence == m->sentence && n->entity == actor && n->name_first >= m->name_last &&
        (best == AKT_NONE || n->name_first < r->mentions.items[best].name_first))
      best = i;
  }
  return best;
}

void akt_tell_matches(const akt_teller *t, uint32_t sentence, uint32_t a, uint32_t b,
                      akt_told_misses *out) {
  const akt_reading *r = t->r;
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    if (m->sentence != sentence || (m->entity != a && m->entity != b))
      continue;
    uint32_t next = next_of(r, i, m->entity == a ? b : a);
    if (next == AKT_NONE)
      continue;
    tell_between(t, i, next, out);
    return; // the first pair tells enough
  }
}
