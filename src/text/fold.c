#include "text/fold.h"

#include <stdlib.h>
#include <utf8proc.h>

static size_t drop_final_stop(const char *out, size_t len) {
  return len > 1 && out[len - 1] == '.' ? len - 1 : len;
}

static size_t fold_unicode(akt_span word, char out[AKT_FOLD_MAX]) {
  const utf8proc_option_t options =
      UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_COMPAT;
  utf8proc_int32_t points[AKT_FOLD_MAX * 2];
  utf8proc_ssize_t count =
      utf8proc_decompose((const utf8proc_uint8_t *)word.ptr, (utf8proc_ssize_t)word.len, points,
                         AKT_FOLD_MAX * 2, options);
  if (count <= 0 || count > AKT_FOLD_MAX * 2)
    return 0;
  size_t len = 0;
  for (utf8proc_ssize_t i = 0; i < count; i++) {
    utf8proc_int32_t point = points[i];
    if (point == 0x2019 || point == 0x2018 || point == 0x02bc)
      point = '\'';
    if (point == 0x2010 || point == 0x2011)
      point = '-';
    if (len + 4 > AKT_FOLD_MAX)
      return 0;
    len += (size_t)utf8proc_encode_char(point, (utf8proc_uint8_t *)out + len);
  }
  return drop_final_stop(out, len);
}

size_t akt_fold(akt_span word, char out[AKT_FOLD_MAX]) {
  if (word.len > AKT_FOLD_MAX)
    return 0;
  for (size_t i = 0; i < word.len; i++) {
    if ((unsigned char)word.ptr[i] >= 0x80)
      return fold_unicode(word, out);
    out[i] = akt_to_lower(word.ptr[i]);
  }
  return drop_final_stop(out, word.len);
}

akt_span akt_fold_words(akt_arena *arena, akt_span name) {
  akt_buf buf;
  akt_buf_init(&buf, arena);
  uint32_t count = 0;
  for (size_t at = 0; at < name.len && count < AKT_FOLD_WORDS;) {
    const char *blank = memchr(name.ptr + at, ' ', name.len - at);
    size_t end = blank ? (size_t)(blank - name.ptr) : name.len;
    akt_span word = {name.ptr + at, end - at};
    at = end + 1;
    if (!word.len)
      continue;
    char folded[AKT_FOLD_MAX];
    size_t len = akt_fold(word, folded);
    if (count++)
      akt_buf_putc(&buf, ' ');
    akt_buf_add(&buf, folded, len);
  }
  return (akt_span){akt_buf_text(&buf), buf.len};
}

bool akt_same_word(const char *a, const char *b) {
  char x[AKT_FOLD_MAX], y[AKT_FOLD_MAX];
  size_t m = akt_fold(akt_span_of(a), x), n = akt_fold(akt_span_of(b), y);
  return m && m == n && memcmp(x, y, m) == 0;
}
