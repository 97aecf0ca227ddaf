// Rule text to tokens, one statement line at a time. A line goes on on the next
// one when it ends in a comma, a bar or an opening bracket, unless the next line
// begins with a statement keyword: so a comma too many cannot swallow a rule.
#ifndef AKT_RULE_LEX_H
#define AKT_RULE_LEX_H

#include "diag/diag.h"

typedef enum akt_token_kind {
  AKT_TOKEN_END,
  AKT_TOKEN_WORD,
  AKT_TOKEN_QUOTED, // "…", text without the quotes
  AKT_TOKEN_REGEX,  // m{…}, text without m{ and }
  AKT_TOKEN_SLOT,   // <…>, text without < and >
  AKT_TOKEN_COMMA,
  AKT_TOKEN_OPEN,
  AKT_TOKEN_CLOSE,
  AKT_TOKEN_BAR,
  AKT_TOKEN_OPEN_SQUARE,
  AKT_TOKEN_CLOSE_SQUARE,
  AKT_TOKEN_EQUALS,  // the first `=` of a line
  AKT_TOKEN_COMMENT, // with its '#'; empty: a blank line inside a long statement
} akt_token_kind;

typedef struct akt_token {
  akt_token_kind kind;
  bool is_own_line;    // COMMENT: nothing else on its line
  uint32_t start, end; // bytes of the source
  uint32_t text_start, text_end;
} akt_token;

typedef struct akt_lexer {
  akt_arena *arena;
  akt_diags *diags;
  uint32_t source;
  akt_span text;
  uint32_t at; // start of the next physical line
  AKT_VEC(akt_token) tokens;
  uint32_t head;   // tokens of the line so far, comments left out
  bool has_equals; // one of them is EQUALS
  bool is_open;    // a quote or a regular expression of the line has no end: it was told
} akt_lexer;

/// `text` must be valid UTF-8 without NUL; offsets are into it.
void akt_lexer_init(akt_lexer *lexer, akt_arena *arena, akt_diags *diags, uint32_t source,
                    akt_span text);

/// Reads the next statement line into `tokens`, ended by END. A blank line is END
/// alone. False at the end of the file.
bool akt_lexer_next(akt_lexer *lexer);

/// Passes over the tests that begin at the next line, up to a line that is no part of one.
void akt_lexer_skip_tests(akt_lexer *lexer);

/// Length in bytes of the blank at `at`, 0 when there is none. No-break spaces
/// are blanks: they come with text pasted from web pages.
uint32_t akt_lex_wide_blank(akt_span text, uint32_t at); // of those beyond ASCII
static inline uint32_t akt_lex_blank(akt_span text, uint32_t at) {
  if (at >= text.len)
    return 0;
  unsigned char first = (unsigned char)text.ptr[at];
  return first < 0x80 ? akt_is_blank((char)first) : akt_lex_wide_blank(text, at);
}

/// The statement keywords, for messages and suggestions.
const char *const *akt_lex_keywords(uint32_t *count);
bool akt_lex_is_keyword(akt_span word);

#endif
