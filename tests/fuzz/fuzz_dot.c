// Any bytes as DOT: read in full or refused, and what is read can be written again
// (dot.c compares what it wrote itself). The same bytes as a label must survive.
#include "base/utf8.h"
#include "dot/dot.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void write_again(akt_arena *arena, akt_dot *dot) {
  akt_buf out;
  akt_buf_init(&out, arena);
  akt_sink sink = akt_sink_to_buf(&out);
  const char *wrong = akt_dot_write(dot, &sink);
  // Foreign markup may be unwritable, and foreign keys may repeat; ours never.
  if (!wrong && !akt_dot_read(arena, (akt_span){out.ptr, out.len}).dot)
    abort();
}

static void write_as_label(akt_arena *arena, akt_span text) {
  if (memchr(text.ptr, '\0', text.len) || akt_utf8_valid_prefix(text) < text.len)
    return;
  const char *label = akt_arena_copy(arena, text.ptr, text.len);
  akt_dot *dot = akt_dot_new(arena, "g");
  akt_dot_item *node = akt_dot_add_node(dot, NULL, "a");
  akt_dot_set(node, "label", label);
  akt_dot_set_as(node, "tooltip", AKT_DOT_LEFT, label);
  akt_dot_set_as(node, "URL", AKT_DOT_URL, label);
  akt_dot_set(akt_dot_add_edge(dot, node, akt_dot_add_node(dot, NULL, label), label), "x",
              label);
  akt_buf out;
  akt_buf_init(&out, arena);
  akt_sink sink = akt_sink_to_buf(&out);
  if (akt_dot_write(dot, &sink))
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  akt_guard guard;
  akt_arena arena;
  akt_guard_init(&guard, 0);
  akt_arena_init(&arena, &guard);
  akt_span text = {(const char *)data, size};
  akt_dot_reading reading = akt_dot_read(&arena, text);
  if ((reading.dot == NULL) != (reading.error != NULL))
    abort();
  if (reading.dot)
    write_again(&arena, reading.dot);
  write_as_label(&arena, text);
  akt_arena_free(&arena);
  return 0;
}
