// What the rules know: a listing of the files, of one entity, of a verb's forms, of the
// places of a name.
#include "api/forms.h"
#include "api/symbols.h"
#include "text/fold.h"

typedef struct showing {
  const aktant_rules *all;
  const akt_ruleset *rules;
  const char *what;
  const char *name;
  akt_guard guard;
  akt_arena arena;
  akt_buf out;
  aktant_status status;
} showing;

static akt_span fold(showing *s, const char *text) {
  char *folded = akt_arena_alloc(&s->arena, AKT_FOLD_MAX);
  return (akt_span){folded, akt_fold(akt_span_of(text), folded)};
}

enum { COUNTED = 6 };

static const struct {
  const char *title;
  akt_stmt_kind kind;
} columns[COUNTED] = {{"entities", AKT_STMT_ENTITY}, {"words", AKT_STMT_WORDS},
                      {"titles", AKT_STMT_TITLE},    {"relations", AKT_STMT_RELATION},
                      {"frames", AKT_STMT_FRAME},    {"tests", AKT_STMT_TEST}};

static void count_statements(const akt_stmts *statements, uint32_t counts[COUNTED]) {
  for (uint32_t i = 0; i < statements->count; i++) {
    const akt_stmt *statement = statements->items[i];
    for (int c = 0; c < COUNTED; c++)
      counts[c] += statement->kind_of == columns[c].kind;
    count_statements(&statement->children, counts);
  }
}

static void show_files(showing *s) {
  uint32_t totals[COUNTED] = {0};
  akt_buf_printf(&s->out, "%-20s", "file");
  for (int c = 0; c < COUNTED; c++)
    akt_buf_printf(&s->out, " %9s", columns[c].title);
  akt_buf_putc(&s->out, '\n');
  for (uint32_t i = 0; i < s->rules->files.count; i++) {
    const akt_ast_file *file = s->rules->files.items[i];
    uint32_t counts[COUNTED] = {0};
    count_statements(&file->statements, counts);
    akt_buf_printf(&s->out, "%-20s", file->pack);
    for (int c = 0; c < COUNTED; c++) {
      akt_buf_printf(&s->out, " %9u", counts[c]);
      totals[c] += counts[c];
    }
    akt_buf_printf(&s->out, "  %s\n", file->path);
  }
  akt_buf_printf(&s->out, "%-20s", "all");
  for (int c = 0; c < COUNTED; c++)
    akt_buf_printf(&s->out, " %9u", totals[c]);
  akt_buf_putc(&s->out, '\n');
}

static const char *label_of(akt_name_type type) {
  switch (type) {
  case AKT_NAME_ALIAS:
    return "also";
  case AKT_NAME_ADJECTIVE:
    return "adj";
  case AKT_NAME_STANDS_FOR:
    return "stands-for";
  case AKT_NAME_TITLE:
    break;
  }
  return "";
}

static void show_entity(showing *s, uint32_t number) {
  const akt_ruleset *rules = s->rules;
  const akt_entity *entity = &rules->entities.items[number];
  akt_buf_printf(&s->out, "entity %s %s  # %s\n", rules->kinds.items[entity->kind].name,
                 entity->name, entity->rule);
  for (uint32_t i = 0; i < rules->names.count; i++) {
    const akt_name *name = &rules->names.items[i];
    if (name->type == AKT_NAME_TITLE || name->value != number)
      continue;
    akt_buf_printf(&s->out, "  %-10s %s%s%s  # %s\n", label_of((akt_name_type)name->type),
                   name->text, name->is_exact ? " exact" : "",
                   name->is_if_introduced ? " if-introduced" : "", name->rule);
  }
  for (uint32_t i = 0; i < entity->role_count; i++) {
    const akt_role *role = &rules->roles.items[entity->first_role + i];
    akt_buf_printf(&s->out, "  %-10s %s of \"%s\"", "role", role->title,
                   rules->entities.items[role->of].name);
    if (role->from)
      akt_buf_printf(&s->out, " from %s", role->from);
    if (role->to)
      akt_buf_printf(&s->out, " to %s", role->to);
    akt_buf_printf(&s->out, "  # %s\n", role->rule);
  }
}

// "Rubio" of Marco Rubio. The last one shown, or AKT_NONE.
static uint32_t find_by_last_words(showing *s, akt_span wanted) {
  uint32_t last = AKT_NONE;
  for (uint32_t i = 0; wanted.len && i < s->rules->entities.count; i++) {
    akt_span name = fold(s, s->rules->entities.items[i].name);
    bool is_end = name.len > wanted.len && name.ptr[name.len - wanted.len - 1] == ' ' &&
                  memcmp(name.ptr + name.len - wanted.len, wanted.ptr, wanted.len) == 0;
    if (!is_end)
      continue;
    show_entity(s, i);
    last = i;
  }
  return last;
}

// All entities with this name or alias, however it is spelled as to case.
static void find_entities(showing *s) {
  const akt_ruleset *rules = s->rules;
  akt_span wanted = fold(s, s->name);
  uint32_t last = AKT_NONE;
  for (uint32_t i = 0; i < rules->names.count; i++) {
    const akt_name *name = &rules->names.items[i];
    bool is_wanted = name->type != AKT_NAME_TITLE && name->value != last &&
                     akt_span_equal(fold(s, name->text), wanted);
    if (!is_wanted)
      continue;
    show_entity(s, name->value);
    last = name->value;
  }
  if (last == AKT_NONE)
    last = find_by_last_words(s, wanted);
  s->status = last == AKT_NONE ? AKTANT_NOT_FOUND : AKTANT_OK;
}

static bool put_form(void *user, const aktant_form *form) {
  showing *s = user;
  if (!form->is_known && strcmp(form->name, "base") == 0)
    akt_buf_printf(&s->out, "no rule names `%s` yet; where it is regular:\n", form->lemma);
  akt_buf_printf(&s->out, "%-11s %s\n", form->name, form->text);
  return true;
}

static void show_forms(showing *s) {
  s->status =
      akt_api_forms(&s->arena, s->rules, s->name, put_form, s) ? AKTANT_OK : AKTANT_NOT_FOUND;
}

static bool put_symbol(void *user, const aktant_symbol *symbol) {
  showing *s = user;
  const aktant_place *p = &symbol->place;
  akt_buf_printf(&s->out, "%s:%u:%u: %s %s %s\n", p->path, p->line, p->column,
                 symbol->is_declaration ? "declares" : "uses", symbol->what, symbol->name);
  return true;
}

static void show_places(showing *s) {
  akt_api_symbols(&s->arena, s->all, s->name, put_symbol, s);
  s->status = s->out.len ? AKTANT_OK : AKTANT_NOT_FOUND;
}

static void show(void *arg) {
  showing *s = arg;
  akt_buf_init(&s->out, &s->arena);
  if (strcmp(s->what, "list") == 0)
    show_files(s);
  else if (strcmp(s->what, "entity") == 0)
    find_entities(s);
  else if (strcmp(s->what, "forms") == 0)
    show_forms(s);
  else if (strcmp(s->what, "where") == 0)
    show_places(s);
  else
    s->status = AKTANT_NOT_FOUND;
}

aktant_status aktant_rules_show(const aktant_rules *rules, const char *what, const char *name,
                                aktant_write write, void *user) {
  showing s = {.all = rules, .rules = rules->ruleset, .what = what, .name = name ? name : ""};
  akt_guard_init(&s.guard, 0);
  akt_arena_init(&s.arena, &s.guard);
  if (!akt_api_run(&s.guard, NULL, show, &s))
    s.status = AKTANT_NO_MEMORY;
  if (s.status == AKTANT_OK && s.out.len && !write(user, s.out.ptr, s.out.len))
    s.status = AKTANT_IO;
  akt_arena_free(&s.arena);
  return s.status;
}
