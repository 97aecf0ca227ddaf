// Characters to tokens. Words keep their inner hyphens, apostrophes and dots
// (Lashkar-e-Taiba, O'Brien, U.S.); 's, n't and the like are cut off.
#include "text/token.h"

#include "base/utf8.h"

#include <utf8proc.h>

typedef struct cursor {
  akt_span bytes;
  size_t at;
} cursor;

static bool is_letter(uint32_t point) {
  if (point < 0x80)
    return akt_is_alpha((char)point);
  utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
  return category <= UTF8PROC_CATEGORY_LO || category == UTF8PROC_CATEGORY_MN ||
         category == UTF8PROC_CATEGORY_MC;
}

static bool is_upper(uint32_t point) {
  if (point < 0x80)
    return akt_is_upper((char)point);
  utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

static bool is_apostrophe(uint32_t point) {
  return point == '\'' || point == 0x2019 || point == 0x2018 || point == 0x02bc;
}

static uint32_t peek(const cursor *c, size_t at, size_t *size) {
  *size = 0;
  if (at >= c->bytes.len)
    return 0;
  unsigned char byte = (unsigned char)c->bytes.ptr[at];
  if (byte >= 0x80)
    return akt_utf8_decode(c->bytes, at, size);
  *size = 1; // most of a text
  return byte;
}

static bool is_word_point(uint32_t point) {
  return is_letter(point) || (point < 0x80 && akt_is_digit((char)point));
}

static bool is_letter_at(const cursor *c, size_t at) {
  size_t size;
  uint32_t point = peek(c, at, &size);
  return size && is_word_point(point);
}

// "U.S.", "H.R.", and the "S." of a name: single letters each with a stop.
static size_t end_of_initials(const cursor *c, size_t at) {
  size_t end = at;
  for (;;) {
    size_t size;
    uint32_t point = peek(c, end, &size);
    if (!size || !is_upper(point) || end + size >= c->bytes.len ||
        c->bytes.ptr[end + size] != '.')
      break;
    end += size + 1;
  }
  if (end == at)
    return at;
  size_t size;
  uint32_t point = peek(c, end, &size);
  if (!size || !is_letter(point))
    return end;
  // "U.S" without the last stop; "J.Smith" is two words.
  size_t next;
  uint32_t after = peek(c, end + size, &next);
  if (is_upper(point) && !(next && is_word_point(after)) && end - at >= 2)
    return end + size;
  return end;
}

static size_t end_of_number(const cursor *c, size_t at) {
  size_t end = at;
  const char *p = c->bytes.ptr;
  while (end < c->bytes.len) {
    if (akt_is_digit(p[end]))
      end++;
    else if ((p[end] == ',' || p[end] == '.' || p[end] == ':') && end + 1 < c->bytes.len &&
             akt_is_digit(p[end + 1]))
      end++;
    else
      break;
  }
  return end;
}

static bool is_joiner(const cursor *c, size_t at, size_t *size) {
  uint32_t point = peek(c, at, size);
  if (!*size)
    return false;
  bool joins = point == '-' || point == '&' || point == '/' || point == '_' ||
               point == 0x2010 || point == 0x2011 || point == '.' || is_apostrophe(point);
  if (!joins || !is_letter_at(c, at + *size))
    return false;
  if (point == '.') // "example.com", but not "end.Next"
    return akt_is_lower(c->bytes.ptr[at + 1]) && at > 0 && akt_is_lower(c->bytes.ptr[at - 1]);
  return true;
}

// Whether the last letters can hold an apostrophe: it, or a byte beyond ASCII.
static bool may_have_clitic(const cursor *c, size_t start, size_t end) {
  enum { LONGEST = 5 };
  for (size_t i = end; i > start && i + LONGEST > end; i--) {
    char byte = c->bytes.ptr[i - 1];
    if (byte == '\'' || (unsigned char)byte >= 0x80)
      return true;
  }
  return false;
}

// Length of 's, n't, 'll, 're, 've, 'd, 'm at the end of the word, with its
// apostrophe; 0 when there is none to cut.
static size_t clitic_length(const cursor *c, size_t start, size_t end) {
  static const char *const tails[] = {"s", "S", "ll", "re", "ve", "d", "m"};
  if (!may_have_clitic(c, start, end))
    return 0;
  for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
    size_t len = strlen(tails[i]);
    if (end - start <= len + 1 || memcmp(c->bytes.ptr + end - len, tails[i], len) != 0)
      continue;
    for (size_t width = 1; width <= 3 && end - len - width > start; width += 2) {
      size_t size;
      uint32_t point = peek(c, end - len - width, &size);
      if (size == width && is_apostrophe(point))
        return len + width;
    }
  }
  if (end - start > 3 && memcmp(c->bytes.ptr + end - 3, "n't", 3) == 0)
    return 3;
  if (end - start > 5 && memcmp(c->bytes.ptr + end - 5, "n\xe2\x80\x99t", 5) == 0)
    return 5;
  return 0;
}

// U.S.-led, U.S.-China talks: one word; but two in "U.S.-South Korea".
static bool is_compound(const cursor *c, size_t initials) {
  const char *p = c->bytes.ptr;
  size_t end = initials + 1;
  if (end >= c->bytes.len || p[initials] != '-' || !is_letter_at(c, end))
    return false;
  if (akt_is_lower(p[end]))
    return true;
  while (end < c->bytes.len && (akt_is_lower(p[end]) || akt_is_upper(p[end])))
    end++;
  return end + 1 < c->bytes.len && p[end] == ' ' && akt_is_lower(p[end + 1]);
}

static size_t end_of_word(const cursor *c, size_t at) {
  size_t initials = end_of_initials(c, at);
  if (initials > at && !is_compound(c, initials))
    return initials;
  size_t end = initials;
  for (;;) {
    size_t size;
    uint32_t point = peek(c, end, &size);
    if (size && is_word_point(point))
      end += size;
    else if (end > at && is_joiner(c, end, &size))
      end += size;
    else
      return end;
  }
}

static void note_case(const cursor *c, akt_token *token) {
  const char *p = c->bytes.ptr;
  size_t at = token->start, size;
  while (at < token->end && (p[at] == '@' || p[at] == '#'))
    at++;
  token->is_capital = at < token->end && is_upper(peek(c, at, &size));
  uint32_t upper = 0, lower = 0;
  for (; at < token->end; at += size) {
    uint32_t point = peek(c, at, &size);
    bool is_up = is_upper(point);
    upper += is_up;
    lower += !is_up && is_letter(point);
  }
  token->is_all_caps = upper >= 2 && lower == 0;
}

static akt_token_kind punctuation_kind(uint32_t point) {
  switch (point) {
  case ',':
    return AKT_TOKEN_COMMA;
  case '.':
  case '!':
  case '?':
  case 0x2026:
    return AKT_TOKEN_STOP;
  case '"':
  case '\'':
  case 0x2018:
  case 0x2019:
  case 0x201c:
  case 0x201d:
  case 0x00ab:
  case 0x00bb:
  case '`':
    return AKT_TOKEN_QUOTE;
  case '(':
  case '[':
    return AKT_TOKEN_OPEN;
  case ')':
  case ']':
    return AKT_TOKEN_CLOSE;
  case '-':
  case 0x2013:
  case 0x2014:
  case 0x2015:
    return AKT_TOKEN_DASH;
  case ':':
  case ';':
    return AKT_TOKEN_COLON;
  default:
    return AKT_TOKEN_OTHER;
  }
}

static void push(akt_arena *arena, const cursor *c, akt_text *out, size_t start, size_t end,
                 akt_token_kind kind, bool has_space) {
  akt_token token = {.start = (uint32_t)start,
                     .end = (uint32_t)end,
                     .kind = (uint8_t)kind,
                     .has_space = has_space};
  if (kind == AKT_TOKEN_WORD)
    note_case(c, &token);
  akt_vec_push(arena, &out->tokens, token);
}

static size_t push_word(akt_arena *arena, const cursor *c, akt_text *out, size_t at,
                        bool has_space) {
  size_t start = at;
  if (c->bytes.ptr[at] == '@' || c->bytes.ptr[at] == '#')
    at++;
  size_t end = end_of_word(c, at);
  size_t clitic = clitic_length(c, start, end);
  push(arena, c, out, start, end - clitic, AKT_TOKEN_WORD, has_space);
  if (!clitic)
    return end;
  char last = c->bytes.ptr[end - 1];
  bool is_possessive = last == 's' || last == 'S';
  push(arena, c, out, end - clitic, end, is_possessive ? AKT_TOKEN_POSSESSIVE : AKT_TOKEN_WORD,
       false);
  return end;
}

// The apostrophe of "ministers' talks": after a word in s, before a blank.
static bool is_plural_possessive(const cursor *c, const akt_text *out, size_t at, size_t size) {
  if (!out->tokens.count || at == 0)
    return false;
  const akt_token *last = &out->tokens.items[out->tokens.count - 1];
  bool ends_in_s =
      last->kind == AKT_TOKEN_WORD && last->end == at && c->bytes.ptr[at - 1] == 's';
  return ends_in_s && at + size < c->bytes.len && c->bytes.ptr[at + size] == ' ';
}

static size_t push_mark(akt_arena *arena, const cursor *c, akt_text *out, size_t at,
                        uint32_t point, size_t size, bool has_space) {
  size_t end = at + size;
  akt_token_kind kind = punctuation_kind(point);
  if (kind == AKT_TOKEN_DASH || kind == AKT_TOKEN_STOP)
    while (end < c->bytes.len && c->bytes.ptr[end] == c->bytes.ptr[at] && size == 1)
      end++;
  if (is_apostrophe(point) && is_plural_possessive(c, out, at, size))
    kind = AKT_TOKEN_POSSESSIVE;
  push(arena, c, out, at, end, kind, has_space);
  return end;
}

void akt_tokens_add(akt_arena *arena, akt_text *out, size_t start, size_t end) {
  cursor c = {{out->bytes.ptr, end}, start};
  bool has_space = false;
  while (c.at < end) {
    size_t size;
    uint32_t point = peek(&c, c.at, &size);
    if (point <= ' ' || point == 0xa0 || point == 0x2028 || point == 0xfeff ||
        (point >= 0x2000 && point <= 0x200b)) {
      has_space = true;
      c.at += size;
      continue;
    }
    bool is_tag = (point == '@' || point == '#') && is_letter_at(&c, c.at + 1);
    if (point < 0x80 && akt_is_digit((char)point)) {
      size_t stop = end_of_number(&c, c.at);
      size_t word = end_of_word(&c, c.at); // 26th, 27-member, 50m
      bool is_number = word <= stop;
      stop = is_number ? stop : word;
      push(arena, &c, out, c.at, stop, is_number ? AKT_TOKEN_NUMBER : AKT_TOKEN_WORD,
           has_space);
      c.at = stop;
    } else if (is_tag || is_letter(point)) {
      c.at = push_word(arena, &c, out, c.at, has_space);
    } else {
      c.at = push_mark(arena, &c, out, c.at, point, size, has_space);
    }
    has_space = false;
  }
}

void akt_text_tokenise(akt_arena *arena, akt_span bytes, akt_text *out) {
  out->bytes = bytes;
  out->tokens.count = 0;
  akt_tokens_add(arena, out, 0, bytes.len);
}

akt_span akt_token_text(const akt_text *text, uint32_t token) {
  const akt_token *t = &text->tokens.items[token];
  return (akt_span){text->bytes.ptr + t->start, t->end - t->start};
}
