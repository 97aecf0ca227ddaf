// Widths are counted in columns, not points: labels only need to be about as
// wide as others, and the layout program measures the real type.
#include "draw/text.h"

#include "base/utf8.h"

#define ELLIPSIS "\xE2\x80\xA6"

uint32_t akt_text_columns(akt_span text) {
  uint32_t columns = 0;
  size_t size = 0;
  for (size_t i = 0; i < text.len; i += size) {
    int width = akt_utf8_width(akt_utf8_decode(text, i, &size));
    columns += width > 0 ? (uint32_t)width : 0;
  }
  return columns;
}

// Advance widths of Arial from the blank to '~', in hundredths of the type size.
static const unsigned char advances[95] = {
    28, 28, 36, 56, 56, 89, 67, 20, 34, 34, 39, 59, 28, 34,  28, 28, 56, 56, 56,
    56, 56, 56, 56, 56, 56, 56, 28, 28, 59, 59, 59, 56, 102, 67, 67, 73, 73, 67,
    61, 78, 73, 28, 50, 67, 56, 84, 73, 78, 67, 78, 73, 67,  61, 73, 67, 95, 67,
    67, 61, 28, 28, 28, 47, 56, 34, 56, 56, 50, 56, 56, 28,  56, 56, 23, 23, 50,
    23, 84, 56, 56, 56, 56, 34, 50, 28, 56, 50, 73, 50, 50,  50, 34, 26, 34, 59};

uint32_t akt_text_points(akt_span text, uint32_t size) {
  uint32_t hundredths = 0;
  size_t bytes = 0;
  for (size_t i = 0; i < text.len; i += bytes) {
    uint32_t c = akt_utf8_decode(text, i, &bytes);
    int columns = akt_utf8_width(c);
    if (c >= ' ' && c <= '~')
      hundredths += advances[c - ' '];
    else
      hundredths += columns > 1 ? 105 : columns > 0 ? 75 : 0;
  }
  return (hundredths * size + 99) / 100;
}

/// Bytes of the longest start of the text that is at most `width` columns wide.
static size_t fit(akt_span text, uint32_t width) {
  uint32_t columns = 0;
  size_t size = 0;
  for (size_t i = 0; i < text.len; i += size) {
    int wide = akt_utf8_width(akt_utf8_decode(text, i, &size));
    columns += wide > 0 ? (uint32_t)wide : 0;
    if (columns > width)
      return i;
  }
  return text.len;
}

/// The text with each run of blanks as one space, none at the ends.
static akt_span collapse(akt_arena *arena, const char *text) {
  akt_buf buf;
  akt_buf_init(&buf, arena);
  for (const char *p = text; *p; p++) {
    if (!akt_is_blank(*p))
      akt_buf_putc(&buf, *p);
    else if (buf.len && buf.ptr[buf.len - 1] != ' ')
      akt_buf_putc(&buf, ' ');
  }
  return akt_span_trim((akt_span){akt_buf_text(&buf), buf.len});
}

static akt_span with_ellipsis(akt_arena *arena, akt_span text, uint32_t width) {
  size_t len = fit(text, width > 1 ? width - 1 : 1);
  // Between two words, unless that would lose half of it.
  for (size_t i = len; i > len / 2 && len < text.len && text.ptr[len] != ' '; i--) {
    if (text.ptr[i] == ' ') {
      len = i;
      break;
    }
  }
  akt_span kept = akt_span_trim((akt_span){text.ptr, len});
  akt_buf buf;
  akt_buf_init(&buf, arena);
  akt_buf_add(&buf, kept.ptr, kept.len);
  akt_buf_puts(&buf, ELLIPSIS);
  return (akt_span){akt_buf_text(&buf), buf.len};
}

const char *akt_text_shorten(akt_arena *arena, const char *text, uint32_t width) {
  akt_span flat = collapse(arena, text);
  if (akt_text_columns(flat) > width)
    flat = with_ellipsis(arena, flat, width);
  return akt_arena_copy(arena, flat.ptr, flat.len);
}

/// Where the first line of the text ends: at the last blank that fits, or
/// inside a word that is longer than a line.
static size_t line_end(akt_span text, uint32_t width) {
  size_t fits = fit(text, width);
  if (fits == text.len)
    return fits;
  size_t end = fits;
  while (end > 0 && text.ptr[end] != ' ')
    end--;
  if (end > 0)
    return end;
  size_t word = 0;
  while (word < text.len && text.ptr[word] != ' ')
    word++;
  // A word a little too long is better whole than in two pieces.
  if (akt_text_columns((akt_span){text.ptr, word}) <= width + width / 3)
    return word;
  size_t size = 0;
  akt_utf8_decode(text, 0, &size);
  return fits ? fits : size;
}

/// A narrower width that needs no more lines: "aaa bbb ccc / d" looks worse
/// than "aaa bbb / ccc d".
static uint32_t even_width(akt_span text, uint32_t width) {
  uint32_t total = akt_text_columns(text);
  uint32_t lines = (total + width - 1) / width;
  if (lines < 2)
    return width;
  uint32_t even = total / lines + 4;
  return even < width ? even : width;
}

void akt_text_wrap(akt_arena *arena, const char *text, uint32_t width, uint32_t max_lines,
                   akt_text_lines *lines) {
  akt_span rest = collapse(arena, text);
  width = even_width(rest, width);
  do {
    size_t end = line_end(rest, width);
    akt_span line = {rest.ptr, end};
    if (end < rest.len && lines->count + 1 == max_lines) {
      akt_vec_push(arena, lines, with_ellipsis(arena, rest, width));
      return;
    }
    akt_vec_push(arena, lines, line);
    rest = akt_span_trim((akt_span){rest.ptr + end, rest.len - end});
  } while (rest.len);
}

static bool is_unsafe(uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
         (c & 0xFFFE) == 0xFFFE;
}

// Graphviz expands \N, \G and others in labels too; a piece of text that ends in
// the backslash has nothing to expand.
#define LABEL_BACKSLASH "<FONT FACE=\"Arial\">&#92;</FONT>"

static void escape(akt_buf *out, akt_span text, const char *backslash) {
  size_t size = 0;
  for (size_t i = 0; i < text.len; i += size) {
    uint32_t c = akt_utf8_decode(text, i, &size);
    if (c == '&')
      akt_buf_puts(out, "&amp;");
    else if (c == '<')
      akt_buf_puts(out, "&lt;");
    else if (c == '>')
      akt_buf_puts(out, "&gt;");
    else if (c == '"')
      akt_buf_puts(out, "&quot;");
    else if (c == '\\')
      akt_buf_puts(out, backslash);
    else if (!is_unsafe(c))
      akt_buf_add(out, text.ptr + i, size);
  }
}

void akt_text_escape(akt_buf *out, akt_span text) {
  escape(out, text, LABEL_BACKSLASH);
}

void akt_text_escape_plain(akt_buf *out, akt_span text) {
  escape(out, text, "\\");
}

const char *akt_text_date(akt_arena *arena, const char *iso) {
  static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  static const char shape[] = "dddd-dd-dd";
  for (size_t i = 0; i < sizeof shape - 1; i++) {
    bool fits = shape[i] == '-' ? iso[i] == '-' : akt_is_digit(iso[i]);
    if (!fits)
      return iso;
  }
  int month = (iso[5] - '0') * 10 + (iso[6] - '0');
  int day = (iso[8] - '0') * 10 + (iso[9] - '0');
  if (month < 1 || month > 12)
    return iso;
  return akt_arena_printf(arena, "%d %s %.4s", day, months[month - 1], iso);
}

const char *akt_text_id(akt_arena *arena, const char *text) {
  char *id = akt_arena_string(arena, text);
  for (char *p = id; *p; p++) {
    if (!akt_is_alpha(*p) && !akt_is_digit(*p) && *p != '-')
      *p = '_';
  }
  return id;
}
