// The line filler of the formatter. A statement is a row of chunks; lines may
// only break where the lexer reads on: after a comma or a bar, and never before
// a word that would begin a statement of its own.
#ifndef AKT_RULE_PRINT_H
#define AKT_RULE_PRINT_H

#include "rule/ast.h"

typedef struct akt_print_line {
  const char *code;    // NULL: a blank line
  const char *comment; // after the code, or alone when the code is empty
} akt_print_line;

typedef struct akt_printer {
  akt_arena *arena;
  AKT_VEC(akt_print_line) lines;
  akt_buf line;    // being filled
  uint32_t indent; // of the statement
  uint32_t width;  // columns used in `line`
  bool is_empty;   // nothing but indentation in `line`
  bool may_break;  // the line ends in a comma or a bar so far
  akt_buf run;     // chunks that must stay in one line
  bool is_run_glued;
} akt_printer;

void akt_print_start(akt_printer *p, uint32_t indent);
/// Adds text; `glue` puts it directly after what stands there, else one space.
void akt_print_chunk(akt_printer *p, const char *text, bool is_glued, bool may_break_after);
/// Comments inside a list: after this chunk the line ends.
void akt_print_inner_comment(akt_printer *p, const char *comment);
void akt_print_end(akt_printer *p, const char *trailing_comment);

void akt_print_own_line(akt_printer *p, uint32_t indent, const char *comment); // NULL: blank
/// Puts the lines together: comments of neighbouring lines aligned, blank lines
/// single, none at either end.
void akt_print_finish(const akt_printer *p, akt_buf *out);

void akt_print_stmt(akt_printer *p, const akt_ast_file *file, uint32_t index);

#endif
