// Text as spans (pointer and length, never NUL-terminated by promise) and a
// growing buffer in an arena.
#ifndef AKT_BASE_STR_H
#define AKT_BASE_STR_H

#include "base/arena.h"

#include <string.h>

typedef struct akt_span {
  const char *ptr;
  size_t len;
} akt_span;

#define AKT_SPAN(literal) ((akt_span){(literal), sizeof(literal) - 1})

akt_span akt_span_of(const char *text); // NULL gives the empty span
bool akt_span_equal(akt_span a, akt_span b);
bool akt_span_is(akt_span span, const char *text);
bool akt_span_starts_with(akt_span span, const char *prefix);
bool akt_span_ends_with(akt_span span, const char *suffix);
const char *akt_span_find(akt_span span, const char *part); // the first one, or NULL
akt_span akt_span_trim(akt_span span);                      // ASCII blanks at both ends
int akt_span_compare(akt_span a, akt_span b);               // by bytes

/// 64-bit hash, the same on every machine and run: it enters node and edge ids.
uint64_t akt_hash(const char *bytes, size_t len);
uint64_t akt_hash_mix(uint64_t a, uint64_t b);

typedef struct akt_buf {
  akt_arena *arena;
  char *ptr; // NUL-terminated once something was added
  size_t len;
  size_t capacity;
} akt_buf;

void akt_buf_init(akt_buf *buf, akt_arena *arena);
void akt_buf_add(akt_buf *buf, const char *bytes, size_t len);
void akt_buf_puts(akt_buf *buf, const char *text);
void akt_buf_putc(akt_buf *buf, char c);
void akt_buf_printf(akt_buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/// The text so far, never NULL.
const char *akt_buf_text(akt_buf *buf);

/// Locale-free ASCII tests: article text must read the same everywhere.
static inline bool akt_is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
static inline bool akt_is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
static inline bool akt_is_digit(char c) {
  return c >= '0' && c <= '9';
}
static inline bool akt_is_alpha(char c) {
  return akt_is_upper(c) || akt_is_lower(c);
}
static inline bool akt_is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline char akt_to_lower(char c) {
  return akt_is_upper(c) ? (char)(c + 32) : c;
}

#endif
