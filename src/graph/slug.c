// Node ids: safe in CSS, DOT, Mermaid, XML, Cypher and file names, the same on
// every machine, and the same whether the name was composed or decomposed.
#include "base/utf8.h"
#include "graph/graph.h"

#include <utf8proc.h>

enum { MAX_SLUG = 80, HASH_DIGITS = 8 };

typedef struct bare_letter {
  uint32_t code_point;
  const char *ascii;
} bare_letter;

// Latin letters that Unicode does not take apart.
static const bare_letter bare_letters[] = {
    {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"},
    {0x0111, "d"},  {0x0127, "h"},  {0x0131, "i"}, {0x0142, "l"}, {0x0153, "oe"},
    {0x0167, "t"},  {0x0259, "e"},  {0x0257, "d"}, {0x0253, "b"}, {0x0199, "k"},
};

static const char *find_bare_letter(uint32_t code_point) {
  for (size_t i = 0; i < sizeof bare_letters / sizeof *bare_letters; i++)
    if (bare_letters[i].code_point == code_point)
      return bare_letters[i].ascii;
  return NULL;
}

static bool is_letter(uint32_t code_point) {
  utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME) ||
         category == UTF8PROC_CATEGORY_ND;
}

static void add_separator(akt_buf *slug) {
  if (slug->len && slug->ptr[slug->len - 1] != '_')
    akt_buf_putc(slug, '_');
}

// Adds one folded code point; false when it is a letter without an ASCII form.
static bool add_code_point(akt_buf *slug, uint32_t c) {
  if (c < 0x80 && (akt_is_alpha((char)c) || akt_is_digit((char)c))) {
    akt_buf_putc(slug, akt_to_lower((char)c));
    return true;
  }
  const char *ascii = find_bare_letter(c);
  if (ascii)
    akt_buf_puts(slug, ascii);
  else if (is_letter(c))
    return false;
  else if (c != 0x2019 && c != '\'' && c != '.')
    add_separator(slug);
  return true;
}

static uint64_t hash_code_points(const utf8proc_int32_t *points, utf8proc_ssize_t count) {
  uint64_t hash = 0;
  for (utf8proc_ssize_t i = 0; i < count; i++)
    hash = akt_hash_mix(hash, (uint64_t)points[i]);
  return hash;
}

// Compatibility decomposition, case folded, marks kept apart: é gives e + mark.
static utf8proc_ssize_t fold(akt_arena *arena, akt_span text, utf8proc_int32_t **points) {
  utf8proc_ssize_t room = (utf8proc_ssize_t)text.len * 2 + 32;
  utf8proc_option_t options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD;
  for (;;) {
    *points = akt_arena_alloc(arena, (size_t)room * sizeof **points);
    utf8proc_ssize_t count = utf8proc_decompose(
        (const utf8proc_uint8_t *)text.ptr, (utf8proc_ssize_t)text.len, *points, room, options);
    if (count <= room)
      return count < 0 ? 0 : count;
    room = count;
  }
}

static void add_slug(akt_buf *out, akt_arena *arena, const char *text) {
  utf8proc_int32_t *points = NULL;
  utf8proc_ssize_t count = fold(arena, akt_span_of(text), &points);
  akt_buf slug;
  akt_buf_init(&slug, arena);
  bool is_ascii = true;
  for (utf8proc_ssize_t i = 0; is_ascii && i < count; i++) {
    uint32_t c = (uint32_t)points[i];
    // An accent on an ASCII letter goes; one on anything else is a letter's part.
    bool is_accent = c >= 0x0300 && c <= 0x036F;
    is_ascii = is_accent || add_code_point(&slug, c);
  }
  while (slug.len && slug.ptr[slug.len - 1] == '_')
    slug.len--;
  unsigned hash = (unsigned)(hash_code_points(points, count) >> 32);
  if (!is_ascii || slug.len == 0)
    akt_buf_printf(out, "x%08x", hash);
  else if (slug.len <= MAX_SLUG)
    akt_buf_add(out, slug.ptr, slug.len);
  else {
    akt_buf_add(out, slug.ptr, MAX_SLUG - HASH_DIGITS - 1);
    akt_buf_printf(out, "_%08x", hash);
  }
}

const char *akt_node_id(akt_arena *arena, const char *kind, const char *label,
                        const char *scope) {
  akt_buf id;
  akt_buf_init(&id, arena);
  add_slug(&id, arena, kind && *kind ? kind : "thing");
  akt_buf_putc(&id, '_');
  add_slug(&id, arena, label ? label : "");
  if (scope)
    akt_buf_printf(&id, "_%08x", (unsigned)(akt_hash(scope, strlen(scope)) >> 32));
  return akt_buf_text(&id);
}
