// The lexer. It knows quotes, regular expressions, brackets and comments, and
// nothing of what statements mean.
#include "rule/lex.h"

#include "rule/limits.h"

static const char *const keywords[] = {
    "rules",  "use",   "kind", "class", "words",  "forms",      "title",    "heads",
    "entity", "also",  "adj",  "role",  "find",   "frame",      "noun",     "match",
    "not",    "above", "test", "never", "govern", "stands-for", "relation", "without",
};

const char *const *akt_lex_keywords(uint32_t *count) {
  *count = (uint32_t)(sizeof keywords / sizeof *keywords);
  return keywords;
}

bool akt_lex_is_keyword(akt_span word) {
  for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
    if (word.len && word.ptr[0] == keywords[i][0] && akt_span_is(word, keywords[i]))
      return true;
  }
  return false;
}

void akt_lexer_init(akt_lexer *lexer, akt_arena *arena, akt_diags *diags, uint32_t source,
                    akt_span text) {
  *lexer = (akt_lexer){.arena = arena, .diags = diags, .source = source, .text = text, .at = 0};
}

uint32_t akt_lex_wide_blank(akt_span text, uint32_t at) {
  const unsigned char *bytes = (const unsigned char *)text.ptr + at;
  size_t left = text.len - at;
  if (left >= 2 && bytes[0] == 0xC2 && bytes[1] == 0xA0)
    return 2; // U+00A0
  if (left >= 3 && bytes[0] == 0xE2 && bytes[1] == 0x80 &&
      (bytes[2] == 0x87 || bytes[2] == 0xAF))
    return 3; // U+2007, U+202F
  return 0;
}

static akt_loc place(const akt_lexer *lexer, uint32_t start, uint32_t end) {
  return (akt_loc){lexer->source, start, end};
}

static void push(akt_lexer *lexer, akt_token_kind kind, uint32_t start, uint32_t end,
                 uint32_t text_start, uint32_t text_end) {
  akt_token token = {kind, false, start, end, text_start, text_end};
  akt_vec_push(lexer->arena, &lexer->tokens, token);
  lexer->head += kind != AKT_TOKEN_COMMENT;
  lexer->has_equals |= kind == AKT_TOKEN_EQUALS;
}

static uint32_t read_quoted(akt_lexer *lexer, uint32_t at, uint32_t end) {
  const char *from = lexer->text.ptr + at + 1;
  const char *close = memchr(from, '"', end - at - 1);
  if (!close) {
    akt_diag *diag = akt_diags_add(lexer->diags, AKT_CODE_UNCLOSED_QUOTE,
                                   place(lexer, at, at + 1), "this quoted text has no end");
    akt_diag_add_help(lexer->diags, diag, "close it with `\"` on the same line");
    push(lexer, AKT_TOKEN_QUOTED, at, end, at + 1, end);
    lexer->is_open = true;
    return end;
  }
  uint32_t stop = (uint32_t)(close - lexer->text.ptr);
  push(lexer, AKT_TOKEN_QUOTED, at, stop + 1, at + 1, stop);
  return stop + 1;
}

// m{...}: up to the brace that balances the first; a backslash hides what
// follows it, so \{ and \} do not count.
static uint32_t read_regex(akt_lexer *lexer, uint32_t at, uint32_t end) {
  uint32_t depth = 0;
  for (uint32_t i = at + 1; i < end; i++) {
    char c = lexer->text.ptr[i];
    if (c == '\\') {
      i++;
    } else if (c == '{') {
      depth++;
    } else if (c == '}' && --depth == 0) {
      push(lexer, AKT_TOKEN_REGEX, at, i + 1, at + 2, i);
      return i + 1;
    }
  }
  akt_diag *diag =
      akt_diags_add(lexer->diags, AKT_CODE_UNCLOSED_REGEX, place(lexer, at, at + 2),
                    "this regular expression has no closing `}`");
  akt_diag_add_help(lexer->diags, diag,
                    "braces inside are counted; write a lone one as `\\{` or `\\}`");
  push(lexer, AKT_TOKEN_REGEX, at, end, at + 2, end);
  lexer->is_open = true;
  return end;
}

// <...> without blanks inside; 0 when this is no slot.
static uint32_t slot_end(const akt_lexer *lexer, uint32_t at, uint32_t end) {
  for (uint32_t i = at + 1; i < end; i++) {
    char c = lexer->text.ptr[i];
    if (c == '>')
      return i + 1;
    if (c == '<' || c == ',' || c == '|' || c == '(' || c == '[' ||
        akt_lex_blank(lexer->text, i))
      return 0;
  }
  return 0;
}

static akt_token_kind single_kind(char c) {
  switch (c) {
  case ',':
    return AKT_TOKEN_COMMA;
  case '(':
    return AKT_TOKEN_OPEN;
  case ')':
    return AKT_TOKEN_CLOSE;
  case '|':
    return AKT_TOKEN_BAR;
  case '[':
    return AKT_TOKEN_OPEN_SQUARE;
  case ']':
    return AKT_TOKEN_CLOSE_SQUARE;
  default:
    return AKT_TOKEN_END;
  }
}

// What most words are made of: these bytes end none, whatever follows.
static bool is_plain(char c) {
  return akt_is_alpha(c) || akt_is_digit(c) || c == '-' || c == '.' || c == '\'';
}

static uint32_t read_word(akt_lexer *lexer, uint32_t at, uint32_t end, bool has_equals) {
  uint32_t i = at;
  while (i < end) {
    char c = lexer->text.ptr[i];
    if (is_plain(c)) {
      i++;
      continue;
    }
    if (single_kind(c) != AKT_TOKEN_END || c == '"' || akt_lex_blank(lexer->text, i))
      break;
    if ((c == '=' && !has_equals) || (c == '<' && i > at && slot_end(lexer, i, end)))
      break;
    i++;
  }
  push(lexer, AKT_TOKEN_WORD, at, i, at, i);
  return i;
}

static void read_comment(akt_lexer *lexer, uint32_t at, uint32_t end, bool is_own_line) {
  while (end > at && akt_is_blank(lexer->text.ptr[end - 1]))
    end--;
  push(lexer, AKT_TOKEN_COMMENT, at, end, at, end);
  lexer->tokens.items[lexer->tokens.count - 1].is_own_line = is_own_line;
}

// Whether an `=` here would separate nothing any more: there was one, or the
// line's head (title KIND as RELATION) is over.
static bool has_equals_token(const akt_lexer *lexer) {
  enum { LONGEST_HEAD = 4 };
  return lexer->has_equals || lexer->head > LONGEST_HEAD;
}

static void read_tokens(akt_lexer *lexer, uint32_t at, uint32_t end) {
  bool is_start = true;
  while (at < end) {
    uint32_t blank = akt_lex_blank(lexer->text, at);
    char c = lexer->text.ptr[at];
    if (blank) {
      at += blank;
      continue;
    }
    if (c == '#') { // inside a word it is a character like any other
      read_comment(lexer, at, end, is_start);
      return;
    }
    is_start = false;
    if (c == '"') {
      at = read_quoted(lexer, at, end);
    } else if (c == 'm' && at + 1 < end && lexer->text.ptr[at + 1] == '{') {
      at = read_regex(lexer, at, end);
    } else if (single_kind(c) != AKT_TOKEN_END) {
      push(lexer, single_kind(c), at, at + 1, at, at + 1);
      at++;
    } else if (c == '=' && !has_equals_token(lexer)) {
      push(lexer, AKT_TOKEN_EQUALS, at, at + 1, at, at + 1);
      at++;
    } else if (c == '<' && slot_end(lexer, at, end)) {
      uint32_t stop = slot_end(lexer, at, end);
      push(lexer, AKT_TOKEN_SLOT, at, stop, at + 1, stop - 1);
      at = stop;
    } else {
      at = read_word(lexer, at, end, has_equals_token(lexer));
    }
  }
}

static uint32_t line_end(const akt_lexer *lexer, uint32_t at) {
  const char *newline = memchr(lexer->text.ptr + at, '\n', lexer->text.len - at);
  return newline ? (uint32_t)(newline - lexer->text.ptr) : (uint32_t)lexer->text.len;
}

// One physical line; a too long one is told and left out.
static void read_line(akt_lexer *lexer) {
  uint32_t start = lexer->at;
  uint32_t end = line_end(lexer, start);
  lexer->at = end < lexer->text.len ? end + 1 : end;
  if (end - start > AKT_LIMIT_LINE_BYTES) {
    akt_diag *diag = akt_diags_add(
        lexer->diags, AKT_CODE_LINE_TOO_LONG, place(lexer, start, start + 1),
        "this line has %u bytes, the limit is %d", end - start, AKT_LIMIT_LINE_BYTES);
    akt_diag_add_help(lexer->diags, diag, "break a long list after a comma");
    return;
  }
  read_tokens(lexer, start, end);
}

static bool wants_more(const akt_lexer *lexer) {
  for (uint32_t i = lexer->tokens.count; i-- > 0;) {
    akt_token_kind kind = lexer->tokens.items[i].kind;
    if (kind == AKT_TOKEN_COMMENT)
      continue;
    return kind == AKT_TOKEN_COMMA || kind == AKT_TOKEN_BAR || kind == AKT_TOKEN_OPEN ||
           kind == AKT_TOKEN_OPEN_SQUARE;
  }
  return false;
}

typedef enum line_start {
  LINE_NONE,
  LINE_BLANK,
  LINE_COMMENT,
  LINE_KEYWORD,
  LINE_OTHER
} line_start;

static akt_span first_word(const akt_lexer *lexer, uint32_t at, uint32_t end) {
  uint32_t stop = at;
  while (stop < end && !akt_lex_blank(lexer->text, stop) && lexer->text.ptr[stop] != ',')
    stop++;
  return (akt_span){lexer->text.ptr + at, stop - at};
}

static uint32_t skip_blanks(const akt_lexer *lexer, uint32_t at, uint32_t end) {
  uint32_t blank;
  while (at < end && (blank = akt_lex_blank(lexer->text, at)))
    at += blank;
  return at;
}

static line_start look_at_line(const akt_lexer *lexer, uint32_t at) {
  if (at >= lexer->text.len)
    return LINE_NONE;
  uint32_t end = line_end(lexer, at);
  at = skip_blanks(lexer, at, end);
  if (at >= end)
    return LINE_BLANK;
  if (lexer->text.ptr[at] == '#')
    return LINE_COMMENT;
  return akt_lex_is_keyword(first_word(lexer, at, end)) ? LINE_KEYWORD : LINE_OTHER;
}

// Whether the statement really goes on after blank and comment lines: the start
// of the line that continues it, or 0.
static uint32_t find_continuation(const akt_lexer *lexer) {
  for (uint32_t at = lexer->at;;) {
    line_start start = look_at_line(lexer, at);
    if (start == LINE_NONE || start == LINE_KEYWORD)
      return 0;
    if (start == LINE_OTHER)
      return at;
    uint32_t end = line_end(lexer, at);
    at = end < lexer->text.len ? end + 1 : end;
  }
}

static void read_continuation(akt_lexer *lexer) {
  uint32_t before = lexer->tokens.count;
  uint32_t at = lexer->at;
  read_line(lexer);
  if (lexer->tokens.count > before)
    return;
  push(lexer, AKT_TOKEN_COMMENT, at, at, at, at); // a blank line
  lexer->tokens.items[before].is_own_line = true;
}

bool akt_lexer_next(akt_lexer *lexer) {
  lexer->tokens.count = lexer->head = 0;
  lexer->has_equals = lexer->is_open = false;
  if (lexer->at >= lexer->text.len)
    return false;
  uint32_t start = lexer->at;
  read_line(lexer);
  while (wants_more(lexer)) {
    uint32_t next = find_continuation(lexer);
    if (!next)
      break;
    while (lexer->at <= next)
      read_continuation(lexer);
  }
  uint32_t count = lexer->tokens.count;
  uint32_t end = count ? lexer->tokens.items[count - 1].end : start;
  push(lexer, AKT_TOKEN_END, end, end, end, end);
  return true;
}

// An arrow in a comment or a label makes no edge.
static bool is_edge_line(const akt_lexer *lexer, uint32_t at, uint32_t end) {
  uint32_t stop = at;
  while (stop < end && lexer->text.ptr[stop] != '#' && lexer->text.ptr[stop] != '"')
    stop++;
  return akt_span_find((akt_span){lexer->text.ptr + at, stop - at}, "-->") != NULL;
}

// Up to a keyword; but an edge may begin with any word.
static bool is_of_test(const akt_lexer *lexer, uint32_t at, uint32_t end, bool is_in_test) {
  if (at == end || !akt_is_lower(lexer->text.ptr[at]))
    return is_in_test;
  akt_span word = first_word(lexer, at, end);
  if (akt_span_is(word, "test"))
    return true;
  return is_in_test && (!akt_lex_is_keyword(word) || is_edge_line(lexer, at, end));
}

void akt_lexer_skip_tests(akt_lexer *lexer) {
  bool is_in_test = false;
  while (lexer->at < lexer->text.len) {
    uint32_t end = line_end(lexer, lexer->at);
    uint32_t at = skip_blanks(lexer, lexer->at, end);
    if (!is_of_test(lexer, at, end, is_in_test))
      return;
    is_in_test = true;
    lexer->at = end < lexer->text.len ? end + 1 : end;
  }
}
