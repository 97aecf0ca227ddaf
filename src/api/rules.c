// Rule sets: load, check, compile; and what can be asked of them.
#include "api/api.h"

#include <stdlib.h>

typedef struct loading {
  const aktant_rules_options *options;
  aktant_messages *messages;
  aktant_rules *rules;
} loading;

static void release_rules(void *object) {
  aktant_rules_free(object);
}

// The rules' own copy: the messages may be gone when a test is run.
static void keep_sources(aktant_rules *rules, const akt_diags *diags) {
  rules->sources =
      akt_arena_alloc(&rules->arena, (diags->sources.count + 1u) * sizeof *rules->sources);
  rules->source_count = diags->sources.count;
  for (uint32_t i = 0; i < diags->sources.count; i++) {
    const akt_source *source = &diags->sources.items[i];
    rules->sources[i] = (akt_source){.name = akt_arena_string(&rules->arena, source->name),
                                     .text = source->text};
  }
}

static void load(void *arg) {
  loading *l = arg;
  akt_diags *diags = &l->messages->diags;
  // Before anything points into the rules: from here on the messages hold them.
  akt_arena_on_free(&l->messages->arena, release_rules, l->rules);
  atomic_fetch_add(&l->rules->holders, 1);
  akt_load_options options = {
      .paths = l->options->paths,
      .path_count = (uint32_t)l->options->path_count,
      .shipped_dir = l->options->shipped_dir,
      .has_defaults = !l->options->without_defaults,
      .is_strict = l->options->is_strict,
      .is_check = l->options->is_check,
      .is_trusting = l->options->is_trusting,
  };
  uint32_t errors = diags->errors;
  akt_ast_set *set = akt_arena_zalloc(&l->rules->arena, sizeof *set);
  akt_rules_load_files(&l->rules->arena, diags, &options, set);
  akt_rules_check(&l->rules->arena, diags, set);
  if (diags->errors == errors)
    l->rules->ruleset = akt_ruleset_compile(&l->rules->arena, diags, set);
  keep_sources(l->rules, diags);
  if (options.is_strict)
    akt_diags_make_strict(diags);
}

aktant_status aktant_rules_load(const aktant_rules_options *options, aktant_messages *messages,
                                aktant_rules **out) {
  aktant_rules *rules = calloc(1, sizeof *rules);
  *out = NULL;
  if (!rules)
    return AKTANT_NO_MEMORY;
  akt_guard_init(&rules->guard, 0);
  akt_arena_init(&rules->arena, &rules->guard);
  atomic_init(&rules->holders, 1);
  rules->is_strict = options->is_strict;
  loading l = {options, messages, rules};
  uint32_t errors = messages->diags.errors;
  bool has_run = akt_api_run(&messages->guard, &rules->guard, load, &l);
  aktant_status status = akt_api_status(has_run, messages, errors);
  if (status == AKTANT_OK)
    *out = rules;
  else
    aktant_rules_free(rules);
  return status;
}

void aktant_rules_free(aktant_rules *rules) {
  if (!rules || atomic_fetch_sub(&rules->holders, 1) != 1)
    return;
  akt_arena_free(&rules->arena);
  free(rules);
}

typedef struct formatting {
  const char *path;
  akt_span text;
  aktant_messages *messages;
  akt_guard guard;
  akt_arena arena;
  akt_buf out;
} formatting;

static void format_text(void *arg) {
  formatting *f = arg;
  akt_diags *diags = &f->messages->diags;
  // The messages outlive the caller's text.
  char *copy = akt_arena_copy(&f->messages->arena, f->text.ptr, f->text.len);
  uint32_t source = akt_diags_add_source(diags, f->path, (akt_span){copy, f->text.len});
  akt_buf_init(&f->out, &f->arena);
  akt_ast_print(akt_ast_parse(&f->arena, diags, source, f->path, AKT_AST_WHOLE), &f->out);
}

aktant_status aktant_rules_format(const char *path, const char *text, size_t len,
                                  aktant_messages *messages, aktant_write write, void *user) {
  formatting f = {.path = path, .text = {text, len}, .messages = messages};
  akt_guard_init(&f.guard, 0);
  akt_arena_init(&f.arena, &f.guard);
  uint32_t errors = messages->diags.errors;
  bool has_run = akt_api_run(&messages->guard, &f.guard, format_text, &f);
  aktant_status status = akt_api_status(has_run, messages, errors);
  if (status == AKTANT_OK && f.out.len && !write(user, f.out.ptr, f.out.len))
    status = AKTANT_IO;
  akt_arena_free(&f.arena);
  return status;
}
