// Any text to tokens: in order, inside the text, and to its end, whatever is in it.
#include "base/utf8.h"
#include "rule/lex.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool is_true) {
  if (!is_true)
    abort();
}

// A token lies behind the one before it, and its text inside it.
static void check_line(const akt_lexer *lexer, uint32_t *end) {
  uint32_t last = lexer->tokens.count - 1;
  require(lexer->tokens.count && lexer->tokens.items[last].kind == AKT_TOKEN_END);
  for (uint32_t i = 0; i < lexer->tokens.count; i++) {
    const akt_token *token = &lexer->tokens.items[i];
    require(token->start >= *end && token->end >= token->start);
    require(token->end <= lexer->text.len);
    require(token->text_start >= token->start && token->text_end <= token->end &&
            token->text_start <= token->text_end);
    require(i == last || token->kind != AKT_TOKEN_END);
    *end = token->end;
  }
}

typedef struct job {
  akt_arena arena;
  akt_span text;
} job;

static void work(void *arg) {
  job *self = arg;
  akt_diags diags;
  akt_lexer lexer;
  akt_diags_init(&diags, &self->arena);
  uint32_t source = akt_diags_add_source(&diags, "fuzz.akt", self->text);
  akt_lexer_init(&lexer, &self->arena, &diags, source, self->text);
  uint32_t end = 0;
  for (uint32_t at = 0; akt_lexer_next(&lexer); at = lexer.at) {
    require(lexer.at > at); // a line is at least its line end
    check_line(&lexer, &end);
  }
  for (uint32_t i = 0; i < diags.items.count; i++)
    require(diags.items.items[i].loc.end <= self->text.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  akt_span text = {(const char *)data, size};
  // The parser mends what is no UTF-8 before the lexer sees it.
  if (akt_utf8_valid_prefix(text) < size || memchr(text.ptr, '\0', size))
    return 0;
  akt_guard guard;
  akt_guard_init(&guard, (size_t)256 << 20);
  job self = {.text = text};
  akt_arena_init(&self.arena, &guard);
  (void)akt_guard_run(&guard, work, &self);
  akt_arena_free(&self.arena);
  return 0;
}
