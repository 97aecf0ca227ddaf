// What the parse_*.c files share. Private to the parser: everybody else sees
// rule/ast.h.
#ifndef AKT_RULE_PARSE_H
#define AKT_RULE_PARSE_H

#include "rule/ast.h"
#include "rule/lex.h"

typedef AKT_VEC(const char *) akt_comments; // NULL: a blank line

typedef struct akt_parser {
  akt_arena *arena;
  akt_diags *diags;
  uint32_t source;
  akt_span text;
  akt_ast_file *file;
  akt_ast_extent extent;
  akt_lexer lexer;
  uint32_t next;          // index of the next token
  akt_stmt *open;         // the entity or relation that lines below belong to
  akt_stmt *test;         // the test that edge lines belong to
  akt_ast_items pieces;   // of the patterns being read, the innermost last
  akt_comments waiting;   // comment lines that belong to what comes next
  akt_comments inside;    // comments met inside the statement being read
  uint32_t inside_starts; // those from here on belong to the current list item
  const char *shape;      // how the line that is read is written, for help
  bool has_failed;        // an error was told about this line; no second one
  bool is_lost;           // a head line was not understood: its children are not told
} akt_parser;

// ---- tokens (parse_base.c)

const akt_token *akt_parse_peek_past(akt_parser *parser); // the comments that stand here
/// The next token that is no comment; comments before it are kept.
static inline const akt_token *akt_parse_peek(akt_parser *parser) {
  const akt_token *token = &parser->lexer.tokens.items[parser->next];
  return token->kind == AKT_TOKEN_COMMENT ? akt_parse_peek_past(parser) : token;
}
const akt_token *akt_parse_peek_after(akt_parser *parser);
const akt_token *akt_parse_take(akt_parser *parser);
bool akt_parse_accept(akt_parser *parser, akt_token_kind kind);
bool akt_parse_accept_word(akt_parser *parser, const char *word);
bool akt_parse_at_end(akt_parser *parser);
akt_span akt_parse_span(const akt_parser *parser, const akt_token *token);
bool akt_parse_is_word(const akt_parser *parser, const akt_token *token, const char *word);
akt_loc akt_parse_loc(const akt_parser *parser, const akt_token *token);
/// From the first to the last token's bytes.
akt_loc akt_parse_join(akt_loc first, akt_loc last);

/// Tells one error a line; NULL when one was told already.
akt_diag *akt_parse_error(akt_parser *parser, akt_code code, akt_loc loc, const char *format,
                          ...) __attribute__((format(printf, 4, 5)));
/// "expected WHAT, found ...", and how such a line is written.
void akt_parse_expected(akt_parser *parser, const char *what);
/// The same with a help line of its own; NULL: none.
void akt_parse_expected_help(akt_parser *parser, const char *what, const char *help);
/// Whether a word is a comment in other languages: //, --, ;.
bool akt_parse_is_foreign_comment(akt_span word);

// ---- small pieces (parse_base.c)

/// A name in the shared name space: [a-z][a-z0-9-]*.
bool akt_parse_name(akt_parser *parser, const char *what, akt_ast_text *out);
/// A run of words or one quoted text, up to a comma or the end.
bool akt_parse_item(akt_parser *parser, const char *what, akt_ast_text *out);
/// Items, separated by commas, to the end of the line.
bool akt_parse_items(akt_parser *parser, const char *what, akt_ast_texts *out);
bool akt_parse_names(akt_parser *parser, const char *what, akt_ast_texts *out);
/// name [value], separated by commas, to the end of the line.
bool akt_parse_options(akt_parser *parser, akt_ast_options *out);
bool akt_parse_equals(akt_parser *parser);
akt_ast_text akt_parse_text(akt_parser *parser, const akt_token *first, const akt_token *last);
/// Moves comments met since the last item to that item.
void akt_parse_give_comments(akt_parser *parser, akt_ast_text *item);

// ---- patterns (parse_pattern.c)

/// Items up to a comma or the end, and `as X` when `as_is` says what X may be.
typedef enum akt_parse_as { AKT_AS_NOTHING, AKT_AS_QUOTED, AKT_AS_WORD } akt_parse_as;
bool akt_parse_pattern(akt_parser *parser, akt_stmt *stmt, akt_parse_as as);

// ---- statements

typedef bool (*akt_parse_fn)(akt_parser *parser, akt_stmt *stmt);
bool akt_parse_rules(akt_parser *parser, akt_stmt *stmt);
bool akt_parse_use(akt_parser *parser, akt_stmt *stmt);
bool akt_parse_kind(akt_parser *parser, akt_stmt *stmt);
bool akt_parse_list(akt_parser *parser, akt_stmt *stmt); // class, words, heads
bool akt_parse_forms(akt_parser *parser, akt_stmt *stmt);
bool akt_parse_title(akt_parser *parser, akt_stmt *stmt);
bool akt_parse_entity(akt_parser *parser, akt_stmt *stmt);
bool akt_parse_find(akt_parser *parser, akt_stmt *stmt);
bool akt_parse_relation(akt_parser *parser, akt_stmt *stmt);
bool akt_parse_frame(akt_parser *parser, akt_stmt *stmt);  // frame, noun, match
bool akt_parse_phrase(akt_parser *parser, akt_stmt *stmt); // not, never
bool akt_parse_govern(akt_parser *parser, akt_stmt *stmt);
bool akt_parse_without(akt_parser *parser, akt_stmt *stmt);
bool akt_parse_test(akt_parser *parser, akt_stmt *stmt);

// Lines under an entity, a relation or a test: they add to `stmt`.
bool akt_parse_also(akt_parser *parser, akt_stmt *entity);
bool akt_parse_adj(akt_parser *parser, akt_stmt *entity);
bool akt_parse_stands_for(akt_parser *parser, akt_stmt *entity);
bool akt_parse_role(akt_parser *parser, akt_stmt *entity);
bool akt_parse_above(akt_parser *parser, akt_stmt *relation);
/// An edge or `node` line. `first` and `last` are the line's first and last token.
bool akt_parse_expectation(akt_parser *parser, akt_stmt *test);

#endif
