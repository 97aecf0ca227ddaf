// Where the reading of a name had a choice: shorter names inside it, and other claims
// to the same words. The longest won, then the earlier line.
#include "extract/explain_inside.h"

enum { MOST_OVERLAPS = 3 };

static bool is_other(const akt_reading *r, const akt_name *name, uint32_t listed) {
  return name->type != AKT_NAME_TITLE && name->value != listed &&
         !(name->is_if_introduced || name->is_exact) &&
         !(r->without_metonyms && name->type == AKT_NAME_STANDS_FOR);
}

static bool is_told(const akt_told_overlaps *out, const char *name) {
  for (uint32_t i = 0; i < out->count; i++)
    if (strcmp(out->items[i].name, name) == 0)
      return true;
  return false;
}

// All names that end at a node, for the tokens [first, last).
static void add_names(const akt_teller *t, uint32_t node, uint32_t first, uint32_t last,
                      const akt_reference *m, akt_told_overlaps *out) {
  const akt_ruleset *rules = t->r->rules;
  bool is_whole = first <= m->name_first && last >= m->name_last;
  for (uint32_t n = rules->trie_names.items[node]; n != AKT_NONE;
       n = rules->names.items[n].next) {
    const akt_name *name = &rules->names.items[n];
    if (!is_other(t->r, name, m->listed) || out->count >= MOST_OVERLAPS)
      continue;
    const char *entity = rules->entities.items[name->value].name;
    akt_told_overlap told = {.piece = akt_piece_of(t, first, last),
                             .name = entity,
                             .rule = name->rule,
                             .why = is_whole ? "later" : "shorter"};
    if (!is_told(out, entity))
      akt_vec_push(t->r->arena, out, told);
  }
}

void akt_tell_overlaps(const akt_teller *t, const akt_reference *m, akt_told_overlaps *out) {
  const akt_reading *r = t->r;
  for (uint32_t i = m->name_first; i < m->name_last; i++) {
    uint32_t word = r->units.items[i].word;
    uint32_t node = word == AKT_NONE ? AKT_NONE : r->rules->words.items[word].names;
    if (!r->text.tokens.items[i].is_capital)
      continue;
    for (uint32_t k = i + 1; node != AKT_NONE && k <= m->name_last; k++) {
      add_names(t, node, i, k, m, out);
      uint32_t next = k < m->name_last ? r->units.items[k].word : AKT_NONE;
      node = next == AKT_NONE ? AKT_NONE : akt_ruleset_step(r->rules, node, next);
    }
  }
}
