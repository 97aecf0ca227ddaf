#include "dot/encode.h"

#include "base/utf8.h"

// cgraph reads at most 16384 bytes without an escape or a line break, and breaks
// lines only before a letter that follows a blank or mark. Longer runs are cut.
enum { MAX_RUN = 8000 };

static bool is_name_byte(char c) {
  return akt_is_alpha(c) || akt_is_digit(c) || c == '_' || (unsigned char)c >= 0x80;
}

// "&name;" and "&#38;" are replaced by what they stand for, even in plain labels.
static bool starts_entity(const char *text) {
  const char *p = text + 1;
  if (*p == '#')
    p++;
  const char *start = p;
  while (akt_is_alpha(*p) || akt_is_digit(*p))
    p++;
  return p > start && *p == ';';
}

// cgraph takes these for numbers and writes them without quotes.
static bool looks_like_number(const char *text) {
  return *text && text[strspn(text, "-.")] == '\0';
}

// U+FEFF: at the start of an unquoted name the lexer reads over it.
static bool starts_with_mark(const char *text) {
  return strncmp(text, "\xEF\xBB\xBF", 3) == 0;
}

static bool needs_encoding(const char *text) {
  size_t run = 0;
  for (const char *p = text; *p; p++) {
    if ((unsigned char)*p < 0x20 || *p == 0x7F || *p == '\\' || *p == '&' || *p == '<')
      return true;
    run = is_name_byte(*p) ? run + 1 : 0;
    if (run > MAX_RUN / 2)
      return true;
  }
  return text[0] == '%' || starts_with_mark(text) || looks_like_number(text) ||
         strlen(text) > MAX_RUN;
}

static void add_entity(akt_buf *out, char c) {
  akt_buf_printf(out, "&#%d;", c);
}

// One character other than a line end.
static void add_char(akt_buf *out, const char *p, bool is_first) {
  if (*p == '\\')
    akt_buf_puts(out, "\\\\");
  else if (*p == '&' && starts_entity(p))
    akt_buf_puts(out, "&amp;");
  else if ((unsigned char)*p < 0x20 || *p == 0x7F)
    akt_buf_putc(out, ' ');
  else if (is_first && (*p == '<' || *p == '%'))
    // '<': a text equal to some markup would become that markup, since cgraph keeps
    // both in one table. '%': cgraph's mark for things without a name.
    add_entity(out, *p);
  else
    akt_buf_putc(out, *p);
}

// Carriage returns go first: what stands behind one may be what needs care.
static const char *without_returns(akt_arena *arena, const char *text) {
  if (!strchr(text, '\r'))
    return text;
  akt_buf out;
  akt_buf_init(&out, arena);
  for (; *text; text++)
    if (*text != '\r')
      akt_buf_putc(&out, *text);
  return akt_buf_text(&out);
}

static const char *encode_text(akt_arena *arena, const char *text, akt_dot_form form) {
  text = without_returns(arena, text);
  akt_buf out;
  akt_buf_init(&out, arena);
  size_t run = 0;
  bool was_name = false;
  const char *p = text;
  if (looks_like_number(text)) {
    add_entity(&out, *p++);
  } else if (starts_with_mark(text)) {
    akt_buf_puts(&out, "&#65279;");
    p += 3;
  }
  for (; *p && run < MAX_RUN; p++) {
    bool is_name = is_name_byte(*p);
    run = is_name && !was_name ? 0 : run + 1;
    was_name = is_name;
    if (*p == '\n')
      akt_buf_puts(&out, form == AKT_DOT_LEFT ? "\\l" : "\\n");
    else
      add_char(&out, p, p == text);
  }
  if (*p) { // cut, at a character's start
    while (((unsigned char)*p & 0xC0) == 0x80) {
      p--;
      out.len--;
    }
    akt_buf_puts(&out, "\xE2\x80\xA6");
  }
  if (form == AKT_DOT_LEFT && p > text && p[-1] != '\n')
    akt_buf_puts(&out, "\\l");
  return akt_buf_text(&out);
}

const char *akt_dot_encode_id(akt_arena *arena, const char *id) {
  akt_buf out;
  akt_buf_init(&out, arena);
  if (!needs_encoding(id))
    return id;
  for (const char *p = id; *p; p++) {
    bool is_control = ((unsigned char)*p < 0x20 && *p != '\n') || *p == 0x7F;
    char sign[4];
    if (is_control)
      akt_buf_add(&out, sign,
                  akt_utf8_encode(*p == 0x7F ? 0x2421 : 0x2400u + (uint32_t)*p, sign));
    else
      akt_buf_putc(&out, *p);
  }
  return encode_text(arena, akt_buf_text(&out), AKT_DOT_TEXT);
}

static const char *encode_url(akt_arena *arena, const char *url) {
  if (!akt_dot_is_safe_url(url))
    return "";
  akt_buf out;
  akt_buf_init(&out, arena);
  for (const char *p = url; *p; p++) {
    // Graphviz writes addresses into SVG as they are, so they must be XML already.
    if (*p == '&')
      akt_buf_puts(&out, "&amp;");
    else if ((p == url && looks_like_number(url)) || (unsigned char)*p <= ' ' ||
             strchr("\"'<>\\`{}|^", *p) || *p == 0x7F || (unsigned char)*p >= 0x80)
      akt_buf_printf(&out, "%%%02X", (unsigned char)*p);
    else
      akt_buf_putc(&out, *p);
  }
  if (out.len > MAX_RUN)
    return "";
  return akt_buf_text(&out);
}

const char *akt_dot_encode(akt_arena *arena, const char *text, akt_dot_form form) {
  switch (form) {
  case AKT_DOT_TEXT:
    return needs_encoding(text) ? encode_text(arena, text, form) : text;
  case AKT_DOT_LEFT:
    return encode_text(arena, text, form);
  case AKT_DOT_URL:
    return encode_url(arena, text);
  case AKT_DOT_MARKUP:
    break;
  }
  return text;
}

typedef struct entity {
  const char *name;
  const char *text;
} entity;

static const entity entities[] = {
    {"amp", "&"},
    {"lt", "<"},
    {"gt", ">"},
    {"quot", "\""},
    {"apos", "'"},
    {"nbsp", " "},
    {"eacute", "\xC3\xA9"},
    {"hellip", "\xE2\x80\xA6"},
};

// At '&'; gives the bytes used, or 0 when it is no entity we know.
static size_t decode_entity(const char *text, akt_buf *out) {
  if (!starts_entity(text))
    return 0;
  size_t len = strcspn(text, ";");
  if (text[1] != '#') {
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
      if (strlen(entities[i].name) == len - 1 &&
          strncmp(entities[i].name, text + 1, len - 1) == 0) {
        akt_buf_puts(out, entities[i].text);
        return len + 1;
      }
    return 0;
  }
  bool is_hex = text[2] == 'x' || text[2] == 'X';
  uint32_t value = 0;
  for (size_t i = is_hex ? 3 : 2; i < len; i++) {
    char c = akt_to_lower(text[i]);
    bool is_digit = akt_is_digit(c);
    if (!is_digit && !(is_hex && c >= 'a' && c <= 'f'))
      return 0;
    value = value * (is_hex ? 16 : 10) + (uint32_t)(is_digit ? c - '0' : c - 'a' + 10);
    if (value > 0x10FFFF)
      return 0;
  }
  if (value == 0 || (value >= 0xD800 && value <= 0xDFFF))
    return 0;
  char bytes[4];
  akt_buf_add(out, bytes, akt_utf8_encode(value, bytes));
  return len + 1;
}

const char *akt_dot_decode(akt_arena *arena, const char *stored, const char *name) {
  akt_buf out;
  akt_buf_init(&out, arena);
  for (const char *p = stored; *p; p++) {
    size_t used = *p == '&' ? decode_entity(p, &out) : 0;
    if (used) {
      p += used - 1;
    } else if (*p != '\\' || !p[1]) {
      akt_buf_putc(&out, *p);
    } else {
      p++;
      if (*p == 'n' || *p == 'r' || *p == 'l')
        akt_buf_putc(&out, '\n');
      else if (*p == 'N' && name)
        akt_buf_puts(&out, name);
      else
        akt_buf_putc(&out, *p);
    }
  }
  return akt_buf_text(&out);
}

static bool starts_with_scheme(const char *url, const char *scheme) {
  for (; *scheme; scheme++, url++)
    if (akt_to_lower(*url) != *scheme)
      return false;
  return true;
}

bool akt_dot_is_safe_url(const char *url) {
  if (starts_with_scheme(url, "http://") || starts_with_scheme(url, "https://") ||
      starts_with_scheme(url, "mailto:"))
    return true;
  // Relative: nothing before the first '/', '?' or '#' that could be a scheme, and
  // no blanks or controls, which browsers drop before they look for one.
  for (const char *p = url; *p; p++) {
    if ((unsigned char)*p <= ' ' || *p == ':' || *p == '&')
      return false;
    if (*p == '/' || *p == '?' || *p == '#')
      return !(p == url && url[1] == '/');
  }
  return *url != '\0';
}

static bool is_name_in(const char *name, const char *const *list, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const char *a = name;
    const char *b = list[i];
    while (*a && akt_to_lower(*a) == *b) {
      a++;
      b++;
    }
    if (!*a && !*b)
      return true;
  }
  return false;
}

bool akt_dot_is_dangerous(const char *name, const char *value) {
  static const char *const never[] = {"image",    "imagepath",   "shapefile", "stylesheet",
                                      "fontpath", "_background", "layers",    "postaction"};
  static const char *const urls[] = {"url",      "href",     "edgeurl", "edgehref",
                                     "headurl",  "headhref", "tailurl", "tailhref",
                                     "labelurl", "labelhref"};
  static const char *const fonts[] = {"fontname", "fontnames", "labelfontname"};
  static const char *const amounts[] = {"sides", "peripheries"};
  if (is_name_in(name, never, sizeof never / sizeof *never))
    return true;
  if (is_name_in(name, urls, sizeof urls / sizeof *urls))
    return !akt_dot_is_safe_url(value);
  if (is_name_in(name, fonts, sizeof fonts / sizeof *fonts)) {
    for (const char *p = value; *p; p++)
      if (!akt_is_alpha(*p) && !akt_is_digit(*p) && !strchr(" ,._-", *p))
        return true;
    return false;
  }
  if (is_name_in(name, amounts, sizeof amounts / sizeof *amounts))
    return strlen(value) > 2;
  return false;
}
