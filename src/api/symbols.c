// A walk over the statements of all files that gives every name in them: for editors
// (go to the declaration, find all uses) and for `aktant rules where`.
#include "api/symbols.h"

#include "api/touched.h"
#include "text/fold.h"

typedef struct walk {
  akt_arena *arena;
  const aktant_rules *rules;
  akt_source *sources;
  akt_map what_by_name; // index in whats
  AKT_VEC(const char *) whats;
  bool is_counting;  // first pass: what each declared name is
  bool declarations; // second and third: which of the two are given
  const char *name;  // NULL: all
  aktant_symbol_found found;
  void *user;
  bool is_over;
} walk;

static bool is_name_of_somebody(const char *what) {
  return strcmp(what, "entity") == 0 || strcmp(what, "name") == 0;
}

static bool is_asked(const walk *w, const char *name, const char *what) {
  if (!w->name || strcmp(w->name, name) == 0)
    return true;
  return is_name_of_somebody(what) && akt_same_word(w->name, name);
}

static void give(walk *w, const akt_ast_text *text, const char *what, bool is_declaration) {
  if (w->is_over || is_declaration != w->declarations || !is_asked(w, text->text, what) ||
      text->loc.source >= w->rules->source_count)
    return;
  akt_source *source = &w->sources[text->loc.source];
  aktant_symbol symbol = {
      .name = text->text,
      .what = what,
      .is_declaration = is_declaration,
      .place = {.path = source->name, .start = text->loc.start, .end = text->loc.end}};
  akt_source_position(w->arena, source, text->loc.start, &symbol.place.line,
                      &symbol.place.column);
  w->is_over = !w->found(w->user, &symbol);
}

static void declare(walk *w, const akt_ast_text *text, const char *what) {
  if (!text->text)
    return;
  if (!w->is_counting) {
    give(w, text, what, true);
    return;
  }
  uint32_t index = akt_map_add(&w->what_by_name, akt_span_of(text->text), w->whats.count);
  if (index == w->whats.count)
    akt_vec_push(w->arena, &w->whats, what);
}

// `what` NULL: whatever is declared under this name; built-in ones are no symbols.
static void use(walk *w, const akt_ast_text *text, const char *what) {
  if (!text->text || w->is_counting)
    return;
  if (!what) {
    uint32_t index = akt_map_get(&w->what_by_name, akt_span_of(text->text));
    if (index == AKT_NONE)
      return;
    what = w->whats.items[index];
  }
  give(w, text, what, false);
}

static void use_all(walk *w, const akt_ast_texts *texts, const char *what) {
  for (uint32_t i = 0; i < texts->count; i++)
    use(w, &texts->items[i], what);
}

static void look_at_pattern(walk *w, const akt_ast_items *items, bool is_find) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    if (item->kind == AKT_ITEM_SLOT)
      use(w, &item->type, NULL);
    if (item->kind == AKT_ITEM_SLOT && is_find)
      use(w, &item->name, NULL);
    look_at_pattern(w, &item->items, is_find);
  }
}

static void look_at_entity(walk *w, const akt_stmt *s) {
  use(w, &s->kind, "kind");
  declare(w, &s->name, "entity");
  for (uint32_t i = 0; i < s->aliases.count; i++)
    declare(w, &s->aliases.items[i].text, "name");
  for (uint32_t i = 0; i < s->adjectives.count; i++)
    declare(w, &s->adjectives.items[i], "name");
  for (uint32_t i = 0; i < s->stands_for.count; i++)
    declare(w, &s->stands_for.items[i], "name");
  for (uint32_t i = 0; i < s->roles.count; i++)
    use(w, &s->roles.items[i].of, "entity");
}

static void look_at_test(walk *w, const akt_stmt *s) {
  for (uint32_t i = 0; i < s->expects.count; i++) {
    const akt_ast_expect *e = &s->expects.items[i];
    use(w, &e->source, e->is_node ? "kind" : "entity");
    use(w, &e->relation, "relation");
    use(w, &e->target, "entity");
    use(w, &e->speaker, "entity");
  }
}

static void look_at_without(walk *w, const akt_stmt *s) {
  bool is_name =
      s->name.text && (strcmp(s->name.text, "alias") == 0 || strcmp(s->name.text, "adj") == 0 ||
                       strcmp(s->name.text, "stands-for") == 0);
  bool is_entity = s->name.text &&
                   (strcmp(s->name.text, "entity") == 0 || strcmp(s->name.text, "role") == 0);
  use(w, &s->kind, NULL);
  use_all(w, &s->items, is_name ? "name" : is_entity ? "entity" : NULL);
  look_at_pattern(w, &s->pattern, false);
}

static void look_at(walk *w, const akt_stmt *s) {
  switch (s->kind_of) {
  case AKT_STMT_USE:
    use_all(w, &s->items, "pack");
    break;
  case AKT_STMT_KIND:
    declare(w, &s->name, "kind");
    use_all(w, &s->is, "kind");
    break;
  case AKT_STMT_CLASS:
    declare(w, &s->name, "class");
    use_all(w, &s->items, NULL);
    break;
  case AKT_STMT_WORDS:
    declare(w, &s->name, "words");
    break;
  case AKT_STMT_TITLE:
  case AKT_STMT_HEADS:
    use(w, &s->name, "kind");
    use(w, &s->as, "relation");
    break;
  case AKT_STMT_ENTITY:
    look_at_entity(w, s);
    break;
  case AKT_STMT_FIND:
    use(w, &s->kind, "kind");
    look_at_pattern(w, &s->pattern, true);
    break;
  case AKT_STMT_RELATION:
    declare(w, &s->name, "relation");
    use_all(w, &s->above, "relation");
    break;
  case AKT_STMT_GOVERN:
    look_at_pattern(w, &s->pattern, false);
    use(w, &s->as, NULL);
    break;
  case AKT_STMT_FRAME:
  case AKT_STMT_NOUN:
  case AKT_STMT_MATCH:
  case AKT_STMT_NOT:
  case AKT_STMT_NEVER:
    look_at_pattern(w, &s->pattern, false);
    break;
  case AKT_STMT_TEST:
    look_at_test(w, s);
    break;
  case AKT_STMT_WITHOUT:
    look_at_without(w, s);
    break;
  case AKT_STMT_COMMENT:
  case AKT_STMT_RULES:
  case AKT_STMT_FORMS:
    break;
  }
}

static void walk_statements(walk *w, const akt_stmts *statements) {
  for (uint32_t i = 0; i < statements->count && !w->is_over; i++) {
    look_at(w, statements->items[i]);
    walk_statements(w, &statements->items[i]->children);
  }
}

static void walk_files(walk *w) {
  const akt_ruleset *set = w->rules->ruleset;
  for (uint32_t i = 0; i < set->files.count; i++)
    walk_statements(w, &set->files.items[i]->statements);
}

void akt_api_symbols(akt_arena *arena, const aktant_rules *rules, const char *name,
                     aktant_symbol_found found, void *user) {
  walk w = {.arena = arena,
            .rules = rules,
            .sources = akt_api_sources(arena, rules),
            .name = name,
            .found = found,
            .user = user,
            .is_counting = true};
  akt_map_init(&w.what_by_name, arena);
  walk_files(&w);
  w.is_counting = false;
  w.declarations = true;
  walk_files(&w);
  w.declarations = false;
  walk_files(&w);
}

// ------------------------------------------------------------ the API

typedef struct asking {
  const aktant_rules *rules;
  const char *name;
  aktant_symbol_found found;
  void *user;
  akt_guard guard;
  akt_arena arena;
} asking;

static void ask(void *arg) {
  asking *a = arg;
  akt_api_symbols(&a->arena, a->rules, a->name, a->found, a->user);
}

aktant_status aktant_rules_symbols(const aktant_rules *rules, const char *name,
                                   aktant_symbol_found found, void *user) {
  asking a = {.rules = rules, .name = name, .found = found, .user = user};
  akt_guard_init(&a.guard, 0);
  akt_arena_init(&a.arena, &a.guard);
  bool has_run = akt_api_run(&a.guard, NULL, ask, &a);
  akt_arena_free(&a.arena);
  return has_run ? AKTANT_OK : AKTANT_NO_MEMORY;
}

typedef struct pointing {
  const char *path;
  size_t byte;
  aktant_symbol *out;
  bool is_found;
} pointing;

static bool is_pointed_at(void *user, const aktant_symbol *symbol) {
  pointing *p = user;
  p->is_found = strcmp(symbol->place.path, p->path) == 0 && symbol->place.start <= p->byte &&
                p->byte < symbol->place.end;
  if (p->is_found)
    *p->out = *symbol;
  return !p->is_found;
}

aktant_status aktant_rules_symbol_at(const aktant_rules *rules, const char *path, size_t byte,
                                     aktant_symbol *out) {
  pointing p = {.path = path, .byte = byte, .out = out};
  aktant_status status = aktant_rules_symbols(rules, NULL, is_pointed_at, &p);
  return status != AKTANT_OK ? status : p.is_found ? AKTANT_OK : AKTANT_NOT_FOUND;
}
