// From checked rule files to a rule set: the order of the steps, kinds and
// classes.
#include "rule/compile.h"

#include "text/fold.h"

// By hand: thousands of lines are named before the first article is read.
static const char *name_of_line(akt_arena *arena, const char *path, uint32_t line) {
  const char *slash = strrchr(path, '/');
  akt_span name = akt_span_of(slash ? slash + 1 : path);
  char digits[12];
  size_t count = 0;
  do
    digits[sizeof digits - ++count] = (char)('0' + line % 10);
  while (line /= 10);
  char *text = akt_arena_alloc(arena, name.len + count + 2);
  memcpy(text, name.ptr, name.len);
  text[name.len] = ':';
  memcpy(text + name.len + 1, digits + sizeof digits - count, count);
  text[name.len + 1 + count] = '\0';
  return text;
}

const char *akt_compile_rule_name(akt_compiler *c, akt_loc loc) {
  if (loc.source == AKT_NO_SOURCE)
    return "";
  akt_rule_line *known = &c->line;
  if (known->name && known->source == loc.source && loc.start >= known->start &&
      loc.start < known->end)
    return known->name;
  akt_source *source = &c->diags->sources.items[loc.source];
  uint32_t line = akt_source_line(c->diags->arena, source, loc.start);
  akt_span text = akt_source_line_text(c->diags->arena, source, line);
  uint32_t start = (uint32_t)(text.ptr - source->text.ptr);
  *known = (akt_rule_line){.source = loc.source,
                           .start = start,
                           .end = start + (uint32_t)text.len,
                           .name = name_of_line(c->arena, source->name, line + 1)};
  return known->name;
}

static const char *option(const akt_stmt *s, const char *name) {
  for (uint32_t i = 0; i < s->options.count; i++)
    if (s->options.items[i].name.text && strcmp(s->options.items[i].name.text, name) == 0)
      return s->options.items[i].value.text;
  return NULL;
}

// A bare option word that is no flag of ours is the shape: `kind country box, ...`.
static const char *shape_of(const akt_stmt *s) {
  for (uint32_t i = 0; i < s->options.count; i++)
    if (s->options.items[i].name.text && !s->options.items[i].value.text)
      return s->options.items[i].name.text;
  return NULL;
}

static void add_kind(akt_compiler *c, const akt_stmt *s) {
  akt_ruleset *rules = c->rules;
  uint32_t known = akt_map_get(&rules->kind_by_name, akt_span_of(s->name.text));
  if (known == AKT_NONE && rules->kinds.count == 64)
    return; // the checker told it
  if (known == AKT_NONE) {
    known = rules->kinds.count;
    akt_vec_push(
        c->arena, &rules->kinds,
        (akt_kind){.name = s->name.text, .parent = AKT_NONE, .ancestors = 1ull << known});
    akt_map_set(&rules->kind_by_name, akt_span_of(s->name.text), known);
  }
  akt_kind *kind = &rules->kinds.items[known];
  const char *shape = shape_of(s);
  kind->shape = shape ? shape : kind->shape;
  kind->fill = option(s, "fill") ? option(s, "fill") : kind->fill;
  kind->line = option(s, "line") ? option(s, "line") : kind->line;
  kind->text = option(s, "text") ? option(s, "text") : kind->text;
}

// Whether the kinds above it are more than before.
static bool link_kind(akt_compiler *c, const akt_stmt *s) {
  akt_ruleset *rules = c->rules;
  uint32_t known = akt_map_get(&rules->kind_by_name, akt_span_of(s->name.text));
  if (known == AKT_NONE)
    return false;
  akt_kind *kind = &rules->kinds.items[known];
  uint64_t before = kind->ancestors;
  for (uint32_t i = 0; i < s->is.count; i++) {
    uint32_t parent = akt_map_get(&rules->kind_by_name, akt_span_of(s->is.items[i].text));
    if (parent == AKT_NONE || parent == known)
      continue;
    kind->ancestors |= rules->kinds.items[parent].ancestors;
    if (kind->parent == AKT_NONE)
      kind->parent = parent;
  }
  return kind->ancestors != before;
}

uint64_t akt_compile_kind_bits(akt_compiler *c, const char *name) {
  const akt_ruleset *rules = c->rules;
  uint32_t class = akt_map_get(&c->class_by_name, akt_span_of(name));
  if (class != AKT_NONE)
    return c->class_kinds.items[class];
  uint32_t kind = akt_map_get(&rules->kind_by_name, akt_span_of(name));
  if (kind == AKT_NONE)
    return 0;
  uint64_t bits = 0;
  for (uint32_t i = 0; i < rules->kinds.count; i++)
    if (akt_kind_is(rules, i, kind))
      bits |= 1ull << i;
  return bits;
}

// A class that is taken back stays, with nobody in it: slots that name it take nobody.
static bool add_class(akt_compiler *c, const akt_stmt *s) {
  uint64_t bits = 0;
  bool is_off = akt_compile_is_without(c, s, "class", NULL, s->name.text);
  for (uint32_t i = 0; i < s->items.count && !is_off; i++)
    bits |= akt_compile_kind_bits(c, s->items.items[i].text);
  uint32_t known = akt_map_get(&c->class_by_name, akt_span_of(s->name.text));
  if (known != AKT_NONE) {
    uint64_t before = c->class_kinds.items[known];
    c->class_kinds.items[known] |= bits;
    return c->class_kinds.items[known] != before;
  }
  akt_map_set(&c->class_by_name, akt_span_of(s->name.text), c->class_kinds.count);
  akt_vec_push(c->arena, &c->class_kinds, bits);
  return true;
}

static void each_statement(akt_compiler *c, akt_stmt_kind kind,
                           void (*work)(akt_compiler *c, const akt_stmt *s)) {
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    c->file = c->set->files.items[f];
    const akt_stmts *statements = &c->file->statements;
    for (uint32_t i = 0; i < statements->count; i++)
      if (statements->items[i]->kind_of == kind && statements->items[i]->name.text)
        work(c, statements->items[i]);
  }
}

// A kind or class may name one that stands further down, or that a later file adds to: all
// lines are gone through until no line changes anything.
static void settle(akt_compiler *c, akt_stmt_kind kind,
                   bool (*work)(akt_compiler *c, const akt_stmt *s)) {
  bool has_changed = true;
  while (has_changed) {
    has_changed = false;
    for (uint32_t f = 0; f < c->set->files.count; f++) {
      c->file = c->set->files.items[f];
      const akt_stmts *statements = &c->file->statements;
      for (uint32_t i = 0; i < statements->count; i++)
        if (statements->items[i]->kind_of == kind && statements->items[i]->name.text)
          has_changed |= work(c, statements->items[i]);
    }
  }
}

static uint32_t kind_named(const akt_ruleset *rules, const char *name) {
  return akt_map_get(&rules->kind_by_name, akt_span_of(name));
}

static void compile_kinds(akt_compiler *c) {
  each_statement(c, AKT_STMT_KIND, add_kind);
  settle(c, AKT_STMT_KIND, link_kind);
  settle(c, AKT_STMT_CLASS, add_class);
  akt_ruleset *rules = c->rules;
  rules->kind_person = kind_named(rules, "person");
  rules->kind_group = kind_named(rules, "group");
  rules->kind_place = kind_named(rules, "place");
  rules->kind_country = kind_named(rules, "country");
  rules->kind_event = kind_named(rules, "event");
}

static void collect_tests(akt_compiler *c, const akt_stmts *statements) {
  for (uint32_t i = 0; i < statements->count; i++) {
    const akt_stmt *s = statements->items[i];
    if (s->kind_of == AKT_STMT_TEST)
      akt_vec_push(c->arena, &c->rules->tests, s);
    collect_tests(c, &s->children);
  }
}

static akt_ruleset *new_ruleset(akt_arena *arena) {
  akt_ruleset *rules = akt_arena_zalloc(arena, sizeof *rules);
  rules->arena = arena;
  akt_intern_init(&rules->words_text, arena);
  akt_map_init(&rules->edges, arena);
  akt_map_init(&rules->abbreviations, arena);
  akt_map_init(&rules->relation_by_name, arena);
  akt_map_init(&rules->kind_by_name, arena);
  akt_map_init(&rules->entity_by_name, arena);
  return rules;
}

akt_compiler *akt_compile_kinds_alone(akt_arena *arena, akt_diags *diags,
                                      const akt_ast_set *set) {
  akt_compiler *c = akt_arena_zalloc(arena, sizeof *c);
  *c = (akt_compiler){.arena = arena, .diags = diags, .set = set, .rules = new_ruleset(arena)};
  akt_map_init(&c->class_by_name, arena);
  akt_compile_collect_withouts(c);
  compile_kinds(c);
  return c;
}

static void count_statement(const akt_stmt *s, akt_compile_sizes *sizes) {
  if (s->kind_of == AKT_STMT_ENTITY) {
    sizes->entities++;
    sizes->names += 1 + s->aliases.count + s->adjectives.count + s->stands_for.count;
  } else if (s->kind_of == AKT_STMT_TITLE) {
    sizes->names += 2 * s->items.count; // and the plural
  } else if (s->kind_of == AKT_STMT_RELATION) {
    for (uint32_t i = 0; i < s->children.count; i++)
      sizes->frames += s->children.items[i]->kind_of != AKT_STMT_TEST;
  }
}

// Tables as large as they will be: each time a table grows, it leaves its smaller self
// behind.
static akt_compile_sizes count_statements(const akt_ast_set *set) {
  akt_compile_sizes sizes = {0};
  for (uint32_t f = 0; f < set->files.count; f++)
    for (uint32_t i = 0; i < set->files.items[f]->statements.count; i++)
      count_statement(set->files.items[f]->statements.items[i], &sizes);
  return sizes;
}

akt_ruleset *akt_ruleset_compile(akt_arena *arena, akt_diags *diags, const akt_ast_set *set) {
  akt_compiler c = {.arena = arena, .diags = diags, .set = set, .rules = new_ruleset(arena)};
  akt_map_init(&c.set_by_name, arena);
  akt_map_init(&c.class_by_name, arena);
  akt_map_init(&c.irregular, arena);
  akt_compile_collect_withouts(&c);
  akt_compile_sizes sizes = count_statements(set);
  akt_compile_name_room(&c, &sizes);
  compile_kinds(&c);
  akt_compile_words(&c);
  akt_compile_relations(&c);
  akt_compile_names(&c);
  akt_compile_frame_room(&c, &sizes);
  akt_compile_frames(&c);
  akt_compile_singulars(&c);
  for (uint32_t f = 0; f < set->files.count; f++) {
    akt_vec_push(arena, &c.rules->files, set->files.items[f]);
    collect_tests(&c, &set->files.items[f]->statements);
  }
  return c.rules;
}
