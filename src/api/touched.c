// Rule lines that nothing touched, found by walking the statements again: they
// know their places, compiled rules only their names.
#include "api/touched.h"

#include <stdio.h>

typedef struct search {
  akt_arena *arena;
  const aktant_rules *rules;
  akt_source *sources;
  const akt_intern *touched;
  akt_idle_lines *out;
} search;

akt_source *akt_api_sources(akt_arena *arena, const aktant_rules *rules) {
  akt_source *sources = akt_arena_alloc(arena, (rules->source_count + 1u) * sizeof *sources);
  for (uint32_t i = 0; i < rules->source_count; i++)
    sources[i] = rules->sources[i];
  return sources;
}

static void release_rules(void *object) {
  aktant_rules_free(object);
}

// The messages of the load itself have them, and hold the rules.
static bool has_sources(const akt_diags *diags, const aktant_rules *rules) {
  if (diags->sources.count < rules->source_count)
    return false;
  for (uint32_t i = 0; i < rules->source_count; i++)
    if (diags->sources.items[i].text.ptr != rules->sources[i].text.ptr)
      return false;
  return true;
}

uint32_t akt_api_add_sources(aktant_messages *messages, const aktant_rules *rules) {
  if (has_sources(&messages->diags, rules))
    return 0;
  // The messages point into the rules, so they hold them; the count is the only thing
  // about rules that ever changes.
  aktant_rules *held = (aktant_rules *)(uintptr_t)rules;
  akt_arena_on_free(&messages->arena, release_rules, held);
  atomic_fetch_add(&held->holders, 1);
  uint32_t first = messages->diags.sources.count;
  for (uint32_t i = 0; i < rules->source_count; i++)
    akt_diags_add_source(&messages->diags, rules->sources[i].name, rules->sources[i].text);
  return first;
}

static bool is_rule(const akt_stmt *stmt) {
  bool is_kind = stmt->kind_of == AKT_STMT_FRAME || stmt->kind_of == AKT_STMT_NOUN ||
                 stmt->kind_of == AKT_STMT_MATCH || stmt->kind_of == AKT_STMT_NOT ||
                 stmt->kind_of == AKT_STMT_NEVER || stmt->kind_of == AKT_STMT_GOVERN;
  return is_kind && !stmt->is_broken && !stmt->is_taken_back;
}

static void look_at(search *s, const akt_stmt *stmt) {
  akt_loc loc = stmt->keyword;
  if (!is_rule(stmt) || loc.source >= s->rules->source_count)
    return;
  akt_source *source = &s->sources[loc.source];
  akt_idle_line line = {.loc = loc, .file = source->name};
  akt_source_position(s->arena, source, loc.start, &line.line, &line.column);
  const char *slash = strrchr(source->name, '/');
  const char *name =
      akt_arena_printf(s->arena, "%s:%u", slash ? slash + 1 : source->name, line.line);
  if (akt_intern_find(s->touched, akt_span_of(name)) != AKT_NONE)
    return;
  akt_span text = akt_span_trim(akt_source_line_text(s->arena, source, line.line - 1));
  line.text = akt_arena_copy(s->arena, text.ptr, text.len);
  akt_vec_push(s->arena, s->out, line);
}

static void walk(search *s, const akt_stmts *statements) {
  for (uint32_t i = 0; i < statements->count; i++) {
    look_at(s, statements->items[i]);
    walk(s, &statements->items[i]->children);
  }
}

bool akt_api_has_own(const aktant_rules *rules) {
  for (uint32_t i = 0; i < rules->ruleset->files.count; i++)
    if (!rules->ruleset->files.items[i]->is_shipped)
      return true;
  return false;
}

typedef struct tally {
  const akt_stmt *relation; // the first that declares it
  uint32_t lines;
  uint32_t idle;
} tally;
typedef AKT_VEC(tally) tallies;

static void count_relation(search *s, const akt_stmt *relation, akt_map *by_name,
                           tallies *all) {
  tally here = {.relation = relation};
  uint32_t before = s->out->count;
  for (uint32_t i = 0; i < relation->children.count; i++) {
    const akt_stmt *child = relation->children.items[i];
    bool is_assertion = is_rule(child) && child->kind_of != AKT_STMT_NOT;
    here.lines += is_assertion;
    if (is_assertion)
      look_at(s, child);
  }
  here.idle = s->out->count - before;
  uint32_t at = akt_map_add(by_name, akt_span_of(relation->name.text), all->count);
  if (at == all->count) {
    akt_vec_push(s->arena, all, here);
  } else if (all->items) {
    all->items[at].lines += here.lines;
    all->items[at].idle += here.idle;
  }
}

void akt_api_idle_relations(akt_arena *arena, const aktant_rules *rules, akt_source *sources,
                            const akt_intern *touched, akt_idle_lines *out) {
  const akt_ruleset *set = rules->ruleset;
  akt_idle_lines lines = {0};
  search s = {arena, rules, sources, touched, &lines};
  akt_map by_name;
  tallies all = {0};
  akt_map_init(&by_name, arena);
  for (uint32_t f = 0; f < set->files.count; f++) {
    const akt_stmts *statements = &set->files.items[f]->statements;
    for (uint32_t i = 0; i < statements->count; i++)
      if (statements->items[i]->kind_of == AKT_STMT_RELATION && statements->items[i]->name.text)
        count_relation(&s, statements->items[i], &by_name, &all);
  }
  for (uint32_t i = 0; i < all.count; i++) {
    const tally *t = &all.items[i];
    akt_idle_line line = {.loc = t->relation->name.loc, .text = t->relation->name.text};
    if (t->lines && t->idle == t->lines && line.loc.source < rules->source_count)
      akt_vec_push(arena, out, line);
  }
}

void akt_api_idle_lines(akt_arena *arena, const aktant_rules *rules, akt_source *sources,
                        const akt_intern *touched, akt_idle_lines *out) {
  const akt_ruleset *set = rules->ruleset;
  bool has_own = akt_api_has_own(rules);
  search s = {arena, rules, sources, touched, out};
  for (uint32_t i = 0; i < set->files.count; i++)
    if (!has_own || !set->files.items[i]->is_shipped)
      walk(&s, &set->files.items[i]->statements);
}

uint32_t akt_api_frame_of(const akt_plain *plain, const akt_idle_line *line) {
  const char *slash = strrchr(line->file, '/');
  char name[256];
  snprintf(name, sizeof name, "%s:%u", slash ? slash + 1 : line->file, line->line);
  return akt_plain_frame_of(plain, name);
}
