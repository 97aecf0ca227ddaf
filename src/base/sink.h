// Where output goes: a function that takes bytes. Failure is sticky, so writers
// need not look after every call; the one who made the sink asks `is_failed` at
// the end. It knows nothing of files.
#ifndef AKT_BASE_SINK_H
#define AKT_BASE_SINK_H

#include "base/str.h"

typedef struct akt_sink {
  bool (*write)(void *user, const char *bytes, size_t len);
  void *user;
  bool is_failed;
} akt_sink;

void akt_sink_write(akt_sink *sink, const char *bytes, size_t len);
void akt_sink_puts(akt_sink *sink, const char *text);
/// For numbers and names of ours, below 512 bytes: a longer text counts as a
/// failure, it is never cut in silence. Article text goes through the others.
void akt_sink_printf(akt_sink *sink, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/// A sink that adds to a buffer.
akt_sink akt_sink_to_buf(akt_buf *buf);

/// A sink that gathers small pieces before they reach another one. Flush it
/// before you ask the target whether it failed.
typedef struct akt_sink_gather {
  akt_sink sink; // write to this one
  akt_sink *target;
  size_t len;
  size_t capacity;
  char *bytes;
} akt_sink_gather;

void akt_sink_gather_init(akt_sink_gather *gather, akt_arena *arena, akt_sink *target);
/// Passes on what is left; false when the target refused something.
bool akt_sink_gather_flush(akt_sink_gather *gather);

#endif
