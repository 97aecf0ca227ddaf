// Rule text that may be anything: parse, check, print, tell. Printing what was
// parsed without errors and parsing it again must give the same text.
#include "rule/load.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct job {
  akt_arena arena;
  akt_span text;
} job;

static akt_ast_file *parse_as(job *self, akt_diags *diags, akt_span text,
                              akt_ast_extent extent) {
  uint32_t source = akt_diags_add_source(diags, "fuzz.akt", text);
  return akt_ast_parse(&self->arena, diags, source, "fuzz.akt", extent);
}

static akt_ast_file *parse(job *self, akt_diags *diags, akt_span text) {
  return parse_as(self, diags, text, AKT_AST_WHOLE);
}

// What is kept for rules that are only loaded, or trusted as well.
static void parse_less(job *self) {
  akt_diags diags;
  akt_diags_init(&diags, &self->arena);
  (void)parse_as(self, &diags, self->text, AKT_AST_BARE);
  (void)parse_as(self, &diags, self->text, AKT_AST_PROVEN);
}

static void check_printing(job *self, const akt_ast_file *file) {
  akt_buf once;
  akt_buf_init(&once, &self->arena);
  akt_ast_print(file, &once);
  akt_diags diags;
  akt_diags_init(&diags, &self->arena);
  akt_ast_file *again = parse(self, &diags, akt_span_of(akt_buf_text(&once)));
  akt_buf twice;
  akt_buf_init(&twice, &self->arena);
  akt_ast_print(again, &twice);
  // A long word may push a line over the limit of the lexer.
  for (uint32_t i = 0; i < diags.items.count; i++) {
    if (diags.items.items[i].code == AKT_CODE_LINE_TOO_LONG)
      return;
  }
  if (diags.errors || strcmp(akt_buf_text(&once), akt_buf_text(&twice)) != 0)
    abort();
}

static void work(void *arg) {
  job *self = arg;
  akt_diags diags;
  akt_diags_init(&diags, &self->arena);
  akt_ast_file *file = parse(self, &diags, self->text);
  bool is_fine = !diags.errors;
  akt_buf out;
  akt_buf_init(&out, &self->arena);
  akt_ast_print(file, &out);
  if (is_fine)
    check_printing(self, file);
  parse_less(self);
  akt_ast_set set = {.is_check = true};
  akt_vec_push(&self->arena, &set.files, file);
  akt_rules_check(&self->arena, &diags, &set);
  akt_render_options options = {.is_json = self->text.len & 1};
  akt_diags_render(&diags, &options, &out);
}

// The first byte chooses at which allocation memory runs out.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (!size)
    return 0;
  akt_guard guard;
  akt_guard_init(&guard, (size_t)256 << 20);
  guard.fail_after = data[0] < 32 ? data[0] : 0;
  job self = {.text = {(const char *)data + 1, size - 1}};
  akt_arena_init(&self.arena, &guard);
  (void)akt_guard_run(&guard, work, &self);
  akt_arena_free(&self.arena);
  return 0;
}
