#include "base/sink.h"

#include <stdio.h>

enum { GATHER_BYTES = 64 * 1024 };

void akt_sink_write(akt_sink *sink, const char *bytes, size_t len) {
  if (sink->is_failed || len == 0)
    return;
  if (!sink->write(sink->user, bytes, len))
    sink->is_failed = true;
}

void akt_sink_puts(akt_sink *sink, const char *text) {
  akt_sink_write(sink, text, strlen(text));
}

void akt_sink_printf(akt_sink *sink, const char *format, ...) {
  char text[512];
  va_list args;
  va_start(args, format);
  int len = vsnprintf(text, sizeof text, format, args);
  va_end(args);
  if (len < 0 || (size_t)len >= sizeof text)
    sink->is_failed = true;
  else
    akt_sink_write(sink, text, (size_t)len);
}

static bool add_to_buf(void *user, const char *bytes, size_t len) {
  akt_buf_add(user, bytes, len);
  return true;
}

akt_sink akt_sink_to_buf(akt_buf *buf) {
  return (akt_sink){.write = add_to_buf, .user = buf};
}

static bool gather_write(void *user, const char *bytes, size_t len) {
  akt_sink_gather *gather = user;
  if (len > gather->capacity - gather->len) {
    akt_sink_write(gather->target, gather->bytes, gather->len);
    gather->len = 0;
  }
  if (len >= gather->capacity) {
    akt_sink_write(gather->target, bytes, len);
  } else {
    memcpy(gather->bytes + gather->len, bytes, len);
    gather->len += len;
  }
  return !gather->target->is_failed;
}

void akt_sink_gather_init(akt_sink_gather *gather, akt_arena *arena, akt_sink *target) {
  *gather = (akt_sink_gather){
      .sink = {.write = gather_write, .user = gather},
      .target = target,
      .capacity = GATHER_BYTES,
      .bytes = akt_arena_alloc(arena, GATHER_BYTES),
  };
}

bool akt_sink_gather_flush(akt_sink_gather *gather) {
  akt_sink_write(gather->target, gather->bytes, gather->len);
  gather->len = 0;
  return !gather->target->is_failed && !gather->sink.is_failed;
}
