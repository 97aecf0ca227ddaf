// Rule lines that nothing touched, found by walking the statements again: they
// know their places, compiled rules only their names.
#include "api/touched.h"

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

uint32_t akt_api_add_sources(aktant_messages *messages, const aktant_rules *rules) {
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

void akt_api_idle_lines(akt_arena *arena, const aktant_rules *rules, akt_source *sources,
                        const akt_intern *touched, akt_idle_lines *out) {
  const akt_ruleset *set = rules->ruleset;
  bool has_own = false;
  for (uint32_t i = 0; i < set->files.count; i++)
    has_own |= !set->files.items[i]->is_shipped;
  search s = {arena, rules, sources, touched, out};
  for (uint32_t i = 0; i < set->files.count; i++)
    if (!has_own || !set->files.items[i]->is_shipped)
      walk(&s, &set->files.items[i]->statements);
}
