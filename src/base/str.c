#include "base/str.h"

#include <stdio.h>

akt_span akt_span_of(const char *text) {
  return text ? (akt_span){text, strlen(text)} : (akt_span){"", 0};
}

bool akt_span_equal(akt_span a, akt_span b) {
  return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool akt_span_is(akt_span span, const char *text) {
  return akt_span_equal(span, akt_span_of(text));
}

bool akt_span_starts_with(akt_span span, const char *prefix) {
  size_t len = strlen(prefix);
  return span.len >= len && memcmp(span.ptr, prefix, len) == 0;
}

bool akt_span_ends_with(akt_span span, const char *suffix) {
  size_t len = strlen(suffix);
  return span.len >= len && memcmp(span.ptr + span.len - len, suffix, len) == 0;
}

const char *akt_span_find(akt_span span, const char *part) {
  size_t len = strlen(part);
  const char *end = span.ptr + span.len;
  for (const char *p = span.ptr; p < end; p++) {
    p = memchr(p, part[0], (size_t)(end - p));
    if (!p || (size_t)(end - p) < len)
      return NULL;
    if (memcmp(p, part, len) == 0)
      return p;
  }
  return NULL;
}

akt_span akt_span_trim(akt_span span) {
  while (span.len && akt_is_blank(span.ptr[0])) {
    span.ptr++;
    span.len--;
  }
  while (span.len && akt_is_blank(span.ptr[span.len - 1]))
    span.len--;
  return span;
}

int akt_span_compare(akt_span a, akt_span b) {
  size_t shorter = a.len < b.len ? a.len : b.len;
  int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;
  if (order)
    return order;
  return a.len < b.len ? -1 : a.len > b.len;
}

// FNV-1a with a final mix: words are short, so byte-wise is fast enough, and
// the result does not depend on byte order or on how the word is aligned.
uint64_t akt_hash(const char *bytes, size_t len) {
  uint64_t h = 0xcbf29ce484222325u;
  for (size_t i = 0; i < len; i++)
    h = (h ^ (unsigned char)bytes[i]) * 0x100000001b3u;
  return akt_hash_mix(h, len);
}

uint64_t akt_hash_mix(uint64_t a, uint64_t b) {
  uint64_t h = a ^ (b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2));
  h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9u;
  h = (h ^ (h >> 27)) * 0x94d049bb133111ebu;
  return h ^ (h >> 31);
}

void akt_buf_init(akt_buf *buf, akt_arena *arena) {
  *buf = (akt_buf){.arena = arena};
}

static void reserve(akt_buf *buf, size_t more) {
  size_t need = buf->len + more + 1;
  if (need <= buf->capacity)
    return;
  size_t capacity = buf->capacity ? buf->capacity : 64;
  while (capacity < need)
    capacity *= 2;
  buf->ptr = akt_arena_grow(buf->arena, buf->ptr, buf->capacity, capacity);
  buf->capacity = capacity;
}

void akt_buf_add(akt_buf *buf, const char *bytes, size_t len) {
  reserve(buf, len);
  if (len)
    memcpy(buf->ptr + buf->len, bytes, len);
  buf->len += len;
  buf->ptr[buf->len] = '\0';
}

void akt_buf_puts(akt_buf *buf, const char *text) {
  akt_buf_add(buf, text, strlen(text));
}

void akt_buf_putc(akt_buf *buf, char c) {
  akt_buf_add(buf, &c, 1);
}

void akt_buf_printf(akt_buf *buf, const char *format, ...) {
  va_list args;
  va_start(args, format);
  va_list again;
  va_copy(again, args);
  int len = vsnprintf(NULL, 0, format, args);
  va_end(args);
  if (len > 0) {
    reserve(buf, (size_t)len);
    vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, again);
    buf->len += (size_t)len;
  }
  va_end(again);
}

const char *akt_buf_text(akt_buf *buf) {
  reserve(buf, 0);
  buf->ptr[buf->len] = '\0';
  return buf->ptr;
}
