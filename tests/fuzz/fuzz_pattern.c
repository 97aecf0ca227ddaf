// Regular expressions and subjects that may be anything, valid UTF-8 or not.
#include "regex/pattern.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct job {
  akt_arena arena;
  akt_span pattern;
  akt_span subject;
  unsigned flags;
} job;

static void work(void *arg) {
  job *self = arg;
  akt_pattern_error error;
  akt_pattern_smell smell = akt_pattern_smells(&self->arena, self->pattern);
  if (smell.nested_byte_off != SIZE_MAX && smell.nested_byte_off > self->pattern.len)
    abort();
  akt_pattern *pattern =
      akt_pattern_compile_for(&self->arena, self->pattern, self->flags & 3, &error);
  if (!pattern) {
    if (error.byte_off > self->pattern.len || !error.message[0])
      abort();
    return;
  }
  akt_matcher *matcher = akt_matcher_new(&self->arena);
  akt_matcher_set_limit(matcher, 2000);
  akt_group groups[4];
  akt_match_result result =
      akt_matcher_run(matcher, pattern, self->subject, 0, self->flags >> 2 & 3, groups, 4);
  if (result == AKT_MATCH_YES && groups[0].end > self->subject.len)
    abort();
}

// First byte: flags; then the pattern up to a newline; the rest is the subject.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size < 2 || size > 4096)
    return 0;
  const char *bytes = (const char *)data + 1;
  const char *newline = memchr(bytes, '\n', size - 1);
  size_t len = newline ? (size_t)(newline - bytes) : size - 1;
  akt_guard guard;
  akt_guard_init(&guard, (size_t)256 << 20);
  job self = {.pattern = {bytes, len}, .flags = data[0]};
  if (newline)
    self.subject = (akt_span){newline + 1, size - 2 - len};
  akt_arena_init(&self.arena, &guard);
  (void)akt_guard_run(&guard, work, &self);
  akt_arena_free(&self.arena);
  return 0;
}
