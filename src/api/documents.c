// From the bytes of a file to text, and from a JSON line to a document.
#include "api/api.h"
#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

enum { LARGEST_EXCERPT = 1 << 20, LARGEST_TEXT = 1 << 30 }; // offsets are 32 bits

typedef struct decoding {
  const char *path;
  akt_span bytes;
  const char *encoding; // NULL: UTF-8, or UTF-16 with a BOM
  aktant_messages *messages;
  akt_guard guard; // of what is made on the way
  akt_arena arena;
  akt_span text;
} decoding;

static akt_loc nowhere_in(decoding *d) {
  return (akt_loc){akt_diags_add_source(&d->messages->diags, d->path, (akt_span){"", 0}), 0, 0};
}

// The text up to the end of the line with the bad byte, so that the caret can
// stand under it. The bytes are the caller's: a copy.
static akt_loc place_of(decoding *d, akt_span bytes, size_t at) {
  if (at > LARGEST_EXCERPT)
    return nowhere_in(d);
  size_t end = at;
  while (end < bytes.len && end - at < 80 && bytes.ptr[end] != '\n')
    end++;
  char *copy = akt_arena_copy(&d->messages->arena, bytes.ptr, end);
  uint32_t source = akt_diags_add_source(&d->messages->diags, d->path, (akt_span){copy, end});
  return (akt_loc){source, (uint32_t)at, (uint32_t)at + 1};
}

// What a file that is no text most likely is, by its first bytes; or NULL.
static const char *guess_type(akt_span bytes) {
  static const struct {
    const char *magic;
    const char *name;
  } types[] = {{"\x89PNG", "a PNG picture"},
               {"\xFF\xD8\xFF", "a JPEG picture"},
               {"GIF8", "a GIF picture"},
               {"\x1F\x8B", "compressed with gzip"},
               {"BZh", "compressed with bzip2"},
               {"\xFD"
                "7zXZ",
                "compressed with xz"},
               {"(\xB5\x2F\xFD", "compressed with zstd"},
               {"PK\x03\x04", "a ZIP archive or office document"},
               {"%PDF", "a PDF document"},
               {"\x7F"
                "ELF",
                "a program"},
               {"SQLite format 3", "an SQLite database"}};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    if (akt_span_starts_with(bytes, types[i].magic))
      return types[i].name;
  }
  return NULL;
}

// UTF-16 text without a BOM: every other byte is NUL where the text is English.
static bool is_like_utf16(akt_span bytes) {
  size_t seen = bytes.len < 256 ? bytes.len & ~(size_t)1 : 256;
  size_t even = 0, odd = 0;
  for (size_t i = 0; i < seen; i += 2) {
    even += bytes.ptr[i] == '\0';
    odd += bytes.ptr[i + 1] == '\0';
  }
  return seen >= 4 && (even * 4 > seen || odd * 4 > seen) && (even == 0 || odd == 0);
}

static void tell_binary(decoding *d, akt_span text, const char *type) {
  akt_diags *diags = &d->messages->diags;
  if (type) {
    akt_diags_add(diags, AKT_CODE_TEXT_BINARY, nowhere_in(d), "this is %s, not text", type);
    return;
  }
  if (is_like_utf16(text)) {
    akt_diag *diag = akt_diags_add(diags, AKT_CODE_TEXT_ENCODING, nowhere_in(d),
                                   "this looks like UTF-16 without a byte order mark");
    akt_diag_add_help(diags, diag, "name it: --encoding utf-16le or utf-16be");
    return;
  }
  size_t at = (size_t)((const char *)memchr(text.ptr, '\0', text.len) - text.ptr);
  akt_diags_add(diags, AKT_CODE_TEXT_BINARY, place_of(d, text, at),
                "a NUL byte at byte %zu: this is no text", at);
}

static void tell_invalid(decoding *d, akt_span text, size_t at) {
  akt_diags *diags = &d->messages->diags;
  akt_diag *diag = akt_diags_add(diags, AKT_CODE_TEXT_ENCODING, place_of(d, text, at),
                                 "byte %zu (0x%02X) is no valid UTF-8", at,
                                 (unsigned)(unsigned char)text.ptr[at]);
  akt_diag_add_help(diags, diag,
                    "if the text is in another encoding, name it with "
                    "--encoding, for example windows-1252");
}

static void close_converter(void *object) {
  iconv_close(*(iconv_t *)object);
}

// Converts `d->bytes` from `from`. False: told.
static bool convert(decoding *d, const char *from, akt_span bytes, akt_span *out) {
  akt_diags *diags = &d->messages->diags;
  iconv_t *converter = akt_arena_alloc(&d->arena, sizeof *converter);
  *converter = iconv_open("UTF-8", from);
  if (*converter == (iconv_t)-1) {
    akt_diags_add(diags, AKT_CODE_TEXT_ENCODING, nowhere_in(d), "unknown encoding `%s`", from);
    return false;
  }
  akt_arena_on_free(&d->arena, close_converter, converter);
  // No encoding makes more than four bytes of one, so one buffer is enough.
  size_t room = bytes.len * 4 + 16, left_out = room, left_in = bytes.len;
  char *made = akt_arena_alloc(&d->arena, room);
  char *to = made;
  char *next = akt_arena_copy(&d->arena, bytes.ptr, bytes.len); // iconv wants it writable
  const char *start = next;
  if (iconv(*converter, &next, &left_in, &to, &left_out) == (size_t)-1) {
    akt_diags_add(diags, AKT_CODE_TEXT_ENCODING, nowhere_in(d), "byte %zu is no valid %s",
                  (size_t)(next - start), from);
    return false;
  }
  *out = (akt_span){made, room - left_out};
  return true;
}

// CR LF and lone CR become LF, into memory that the caller will free.
static char *copy_lines(akt_span text, size_t *out_len) {
  char *copy = malloc(text.len + 1);
  if (!copy)
    return NULL;
  size_t len = 0;
  for (size_t i = 0; i < text.len; i++) {
    char c = text.ptr[i];
    if (c == '\r') {
      if (i + 1 < text.len && text.ptr[i + 1] == '\n')
        continue;
      c = '\n';
    }
    copy[len++] = c;
  }
  copy[len] = '\0';
  *out_len = len;
  return copy;
}

static const char *encoding_of(const decoding *d, akt_span *bytes) {
  if (akt_span_starts_with(*bytes, "\xFF\xFE")) {
    *bytes = (akt_span){bytes->ptr + 2, bytes->len - 2};
    return "UTF-16LE";
  }
  if (akt_span_starts_with(*bytes, "\xFE\xFF")) {
    *bytes = (akt_span){bytes->ptr + 2, bytes->len - 2};
    return "UTF-16BE";
  }
  return d->encoding;
}

static void decode(void *arg) {
  decoding *d = arg;
  akt_span text = d->bytes;
  if (text.len > LARGEST_TEXT) {
    akt_diags_add(&d->messages->diags, AKT_CODE_TEXT_TOO_BIG, nowhere_in(d),
                  "an article of more than %d MB is not read", LARGEST_TEXT >> 20);
    return;
  }
  const char *type = guess_type(text);
  const char *from = type ? NULL : encoding_of(d, &text);
  if (type) {
    tell_binary(d, text, type);
    return;
  }
  if (from && !convert(d, from, text, &text))
    return;
  if (akt_span_starts_with(text, "\xEF\xBB\xBF"))
    text = (akt_span){text.ptr + 3, text.len - 3};
  if (text.len && memchr(text.ptr, '\0', text.len)) {
    tell_binary(d, text, NULL);
    return;
  }
  size_t valid = akt_utf8_valid_prefix(text);
  if (valid < text.len) {
    tell_invalid(d, text, valid);
    return;
  }
  if (!akt_span_trim(text).len)
    akt_diags_add(&d->messages->diags, AKT_CODE_TEXT_EMPTY, nowhere_in(d), "nothing in it");
  d->text = text;
}

aktant_status aktant_text_decode(const char *path, const char *bytes, size_t len,
                                 const char *encoding, aktant_messages *messages, char **out,
                                 size_t *out_len) {
  decoding d = {
      .path = path, .bytes = {bytes, len}, .encoding = encoding, .messages = messages};
  akt_guard_init(&d.guard, 0);
  akt_arena_init(&d.arena, &d.guard);
  *out = NULL;
  *out_len = 0;
  uint32_t errors = messages->diags.errors;
  bool has_run = akt_api_run(&messages->guard, &d.guard, decode, &d);
  aktant_status status = akt_api_status(has_run, messages, errors);
  if (status == AKTANT_HAS_ERRORS && len > LARGEST_TEXT)
    status = AKTANT_LIMIT;
  if (status == AKTANT_OK) {
    *out = copy_lines(d.text, out_len);
    status = *out ? AKTANT_OK : AKTANT_NO_MEMORY;
  }
  akt_arena_free(&d.arena);
  return status;
}

void aktant_text_free(char *text) {
  free(text);
}
