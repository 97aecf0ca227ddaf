// Rule texts from strings and files, for the tests of the rule front end.
#ifndef AKT_TESTS_RULE_FIXTURE_H
#define AKT_TESTS_RULE_FIXTURE_H

#include "base/io.h"
#include "rule/load.h"
#include "test.h"

#include <stdio.h>

typedef struct fixture {
  akt_guard guard;
  akt_arena arena;
  akt_diags diags;
  akt_ast_set set;
} fixture;

static int set_up(void **state) {
  static fixture f;
  memset(&f, 0, sizeof f);
  akt_guard_init(&f.guard, 0);
  akt_arena_init(&f.arena, &f.guard);
  akt_diags_init(&f.diags, &f.arena);
  *state = &f;
  return 0;
}

static int tear_down(void **state) {
  fixture *f = *state;
  akt_arena_free(&f->arena);
  return 0;
}

/// Parses bytes; `len` may count NULs.
static inline akt_ast_file *parse_bytes(fixture *f, const char *bytes, size_t len) {
  uint32_t source = akt_diags_add_source(&f->diags, "test.akt", (akt_span){bytes, len});
  akt_ast_file *file = akt_ast_parse(&f->arena, &f->diags, source, "test.akt", AKT_AST_WHOLE);
  akt_vec_push(&f->arena, &f->set.files, file);
  return file;
}

static inline akt_ast_file *parse(fixture *f, const char *text) {
  return parse_bytes(f, text, strlen(text));
}

static inline uint32_t count_code(const fixture *f, int code) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < f->diags.items.count; i++)
    count += (int)f->diags.items.items[i].code == code;
  return count;
}

static inline const char *rendered(fixture *f, bool is_json) {
  akt_buf out;
  akt_buf_init(&out, &f->arena);
  akt_render_options options = {.is_json = is_json};
  akt_diags_render(&f->diags, &options, &out);
  return akt_buf_text(&out);
}

/// Without akt_output: a test of a thousand files must not wait for the disk.
static inline void write_file(const char *path, const char *text) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
  assert_int_equal(fclose(file), 0);
}

#endif
