#include "export/escape.h"

// Writes runs of plain bytes in one piece; `special` says what stands for the bytes
// at a place, of which there are `left`, or NULL when they stand for themselves. It
// may take more than one.
static void put_escaped(akt_sink *sink, const char *text, size_t len,
                        const char *(*special)(const char *at, size_t left, size_t *used)) {
  size_t start = 0;
  for (size_t i = 0; i < len;) {
    size_t used = 1;
    const char *other = special(text + i, len - i, &used);
    if (other) {
      akt_sink_write(sink, text + start, i - start);
      akt_sink_puts(sink, other);
      start = i + used;
    }
    i += used;
  }
  akt_sink_write(sink, text + start, len - start);
}

static const char *xml_special(const char *at, size_t left, size_t *used) {
  switch (*at) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  case '\'':
    return "&#39;";
  case '\n':
    return "&#10;";
  case '\t':
    return "&#9;";
  case '\r':
    return "&#13;";
  default:
    break;
  }
  // U+FFFE and U+FFFF, which XML forbids.
  if (left >= 3 && memcmp(at, "\xEF\xBF", 2) == 0 && (unsigned char)at[2] >= 0xBE) {
    *used = 3;
    return "?";
  }
  return (unsigned char)*at < 0x20 ? " " : NULL;
}

void akt_put_xml(akt_sink *sink, const char *text) {
  if (text)
    put_escaped(sink, text, strlen(text), xml_special);
}

static const char *json_in_xml_special(const char *at, size_t left, size_t *used) {
  if (*at == '"') // in content, and JSON is full of them
    return NULL;
  return *at == '\n' ? "" : xml_special(at, left, used);
}

static bool write_xml(void *user, const char *bytes, size_t len) {
  put_escaped(user, bytes, len, json_in_xml_special);
  return !((akt_sink *)user)->is_failed;
}

akt_sink akt_xml_sink(akt_sink *target) {
  return (akt_sink){.write = write_xml, .user = target};
}

static const char *csv_special(const char *at, size_t left, size_t *used) {
  (void)left, (void)used;
  return *at == '"' ? "\"\"" : NULL;
}

void akt_put_csv(akt_sink *sink, const char *text) {
  if (!text || !*text)
    return;
  bool is_plain = text[strcspn(text, "\",\r\n;\t")] == '\0' && *text != ' ' && *text != '\'';
  if (is_plain) {
    akt_sink_puts(sink, text);
    return;
  }
  akt_sink_puts(sink, "\"");
  put_escaped(sink, text, strlen(text), csv_special);
  akt_sink_puts(sink, "\"");
}

// What a backslash stands before in Cypher, Turtle and many other languages.
static const char *backslashed(char c) {
  switch (c) {
  case '\\':
    return "\\\\";
  case '\n':
    return "\\n";
  case '\r':
    return "\\r";
  case '\t':
    return "\\t";
  default:
    return NULL;
  }
}

static const char *cypher_special(const char *at, size_t left, size_t *used) {
  (void)left, (void)used;
  return *at == '\'' ? "\\'" : backslashed(*at);
}

void akt_put_cypher(akt_sink *sink, const char *text) {
  if (text)
    put_escaped(sink, text, strlen(text), cypher_special);
}

static const char *turtle_special(const char *at, size_t left, size_t *used) {
  (void)left, (void)used;
  if (*at == '"')
    return "\\\"";
  const char *escaped = backslashed(*at);
  bool is_control = (unsigned char)*at < 0x20 || *at == 0x7F;
  return !escaped && is_control ? " " : escaped;
}

void akt_put_turtle(akt_sink *sink, const char *text) {
  if (text)
    put_escaped(sink, text, strlen(text), turtle_special);
}

void akt_put_iri_part(akt_sink *sink, const char *text) {
  for (const char *p = text; *p; p++) {
    if (akt_is_alpha(*p) || akt_is_digit(*p) || *p == '_' || *p == '-')
      akt_sink_write(sink, p, 1);
    else
      akt_sink_printf(sink, "%%%02X", (unsigned char)*p);
  }
}

// Mermaid knows entities with '#' for '&', and reads "`" at a text's start as
// markdown.
static const char *mermaid_special(const char *at, size_t left, size_t *used) {
  (void)left, (void)used;
  switch (*at) {
  case '"':
    return "#quot;";
  case '#':
    return "#35;";
  case '&':
    return "#amp;";
  case '<':
    return "#lt;";
  case '>':
    return "#gt;";
  case '`':
    return "#96;";
  case '\\':
    return "#92;";
  case '\n':
    return "<br>";
  case '\t':
    return "#9;";
  default:
    return (unsigned char)*at < 0x20 ? " " : NULL;
  }
}

void akt_put_mermaid(akt_sink *sink, const char *text) {
  if (text)
    put_escaped(sink, text, strlen(text), mermaid_special);
}

void akt_put_type_name(akt_sink *sink, const char *text) {
  for (const char *p = text; *p; p++)
    if ((unsigned char)*p >= 0x80) {
      akt_sink_printf(sink, "X%08X", (unsigned)(akt_hash(text, strlen(text)) >> 32));
      return;
    }
  if (!akt_is_alpha(*text))
    akt_sink_puts(sink, "R_");
  for (const char *p = text; *p; p++) {
    char c = akt_is_lower(*p) ? (char)(*p - 32) : *p;
    c = akt_is_alpha(c) || akt_is_digit(c) ? c : '_';
    akt_sink_write(sink, &c, 1);
  }
}
