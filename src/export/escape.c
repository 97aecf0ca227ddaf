#include "export/escape.h"

// Writes runs of plain bytes in one piece; `special` says what stands for a byte,
// or NULL when it stands for itself.
static void put_escaped(akt_sink *sink, const char *text, size_t len,
                        const char *(*special)(const char *at)) {
  size_t start = 0;
  for (size_t i = 0; i < len; i++) {
    const char *other = special(text + i);
    if (!other)
      continue;
    akt_sink_write(sink, text + start, i - start);
    akt_sink_puts(sink, other);
    start = i + 1;
  }
  akt_sink_write(sink, text + start, len - start);
}

static const char *xml_special(const char *at) {
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
  // U+FFFE and U+FFFF: the last byte of each three decides.
  if ((unsigned char)*at >= 0xBE && (unsigned char)at[0] == 0xEF &&
      (unsigned char)at[1] == 0xBF && (unsigned char)at[2] >= 0xBE)
    return "?";
  return (unsigned char)*at < 0x20 ? " " : NULL;
}

// What is left of U+FFFE after its first byte became "?".
static bool is_noncharacter_tail(const char *text, size_t i) {
  return (i >= 1 && (unsigned char)text[i - 1] == 0xEF && (unsigned char)text[i] == 0xBF &&
          (unsigned char)text[i + 1] >= 0xBE) ||
         (i >= 2 && (unsigned char)text[i - 2] == 0xEF && (unsigned char)text[i - 1] == 0xBF &&
          (unsigned char)text[i] >= 0xBE);
}

void akt_put_xml(akt_sink *sink, const char *text) {
  if (!text)
    return;
  size_t len = strlen(text);
  if (!strstr(text, "\xEF\xBF\xBE") && !strstr(text, "\xEF\xBF\xBF")) {
    put_escaped(sink, text, len, xml_special);
    return;
  }
  for (size_t i = 0; i < len; i++)
    if (!is_noncharacter_tail(text, i))
      put_escaped(sink, text + i, 1, xml_special);
}

static const char *json_in_xml_special(const char *at) {
  return *at == '\n' ? "" : xml_special(at);
}

static bool write_xml(void *user, const char *bytes, size_t len) {
  put_escaped(user, bytes, len, json_in_xml_special);
  return !((akt_sink *)user)->is_failed;
}

akt_sink akt_xml_sink(akt_sink *target) {
  return (akt_sink){.write = write_xml, .user = target};
}

static const char *csv_special(const char *at) {
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

static const char *cypher_special(const char *at) {
  switch (*at) {
  case '\\':
    return "\\\\";
  case '\'':
    return "\\'";
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

void akt_put_cypher(akt_sink *sink, const char *text) {
  if (text)
    put_escaped(sink, text, strlen(text), cypher_special);
}

static const char *turtle_special(const char *at) {
  switch (*at) {
  case '\\':
    return "\\\\";
  case '"':
    return "\\\"";
  case '\n':
    return "\\n";
  case '\r':
    return "\\r";
  case '\t':
    return "\\t";
  default:
    return (unsigned char)*at < 0x20 || *at == 0x7F ? " " : NULL;
  }
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
static const char *mermaid_special(const char *at) {
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
