// `aktant fmt`: from statements back to text, always the same text for the same
// statements. This file fills lines; print_stmt.c knows the statements.
#include "rule/print.h"

#include "base/utf8.h"
#include "rule/lex.h"

enum { LINE_WIDTH = 96, CONTINUATION = 4, ALIGN_UP_TO = 60 };

static uint32_t width_of(const char *text) {
  akt_span span = akt_span_of(text);
  uint32_t width = 0;
  for (size_t i = 0, size; i < span.len; i += size) {
    int columns = akt_utf8_width(akt_utf8_decode(span, i, &size));
    width += columns > 0 ? (uint32_t)columns : 0;
  }
  return width;
}

static void put_blanks(akt_buf *buf, uint32_t count) {
  while (count--)
    akt_buf_putc(buf, ' ');
}

static void begin_line(akt_printer *p, uint32_t indent) {
  akt_buf_init(&p->line, p->arena);
  put_blanks(&p->line, indent);
  p->width = indent;
  p->is_empty = true;
  p->may_break = false;
}

static void push_line(akt_printer *p, const char *comment) {
  akt_print_line line = {akt_buf_text(&p->line), comment};
  akt_vec_push(p->arena, &p->lines, line);
}

void akt_print_start(akt_printer *p, uint32_t indent) {
  p->indent = indent;
  akt_buf_init(&p->run, p->arena);
  begin_line(p, indent);
}

// Whether a line may begin with this text without being read as a statement or
// a comment.
static bool can_begin_line(const char *text) {
  size_t len = strcspn(text, " ,|)");
  return text[0] != '#' && !akt_lex_is_keyword((akt_span){text, len});
}

static void place_run(akt_printer *p, bool may_break_after) {
  if (!p->run.len)
    return;
  const char *text = akt_buf_text(&p->run);
  uint32_t width = width_of(text);
  bool has_gap = !p->is_run_glued && !p->is_empty;
  if (p->may_break && p->width + has_gap + width > LINE_WIDTH && can_begin_line(text)) {
    push_line(p, NULL);
    begin_line(p, p->indent + CONTINUATION);
    has_gap = false;
  }
  if (has_gap)
    akt_buf_putc(&p->line, ' ');
  akt_buf_puts(&p->line, text);
  p->width += has_gap + width;
  p->is_empty = false;
  p->may_break = may_break_after;
  akt_buf_init(&p->run, p->arena);
}

void akt_print_chunk(akt_printer *p, const char *text, bool is_glued, bool may_break_after) {
  if (!p->run.len)
    p->is_run_glued = is_glued;
  else if (!is_glued)
    akt_buf_putc(&p->run, ' ');
  akt_buf_puts(&p->run, text);
  if (may_break_after)
    place_run(p, true);
}

static void end_line(akt_printer *p, const char *comment) {
  place_run(p, false);
  push_line(p, comment);
}

// "# beside\n# own line\n" and so on: what stands before the first newline ends
// the line, the rest are lines of their own.
void akt_print_inner_comment(akt_printer *p, const char *comment) {
  size_t len = strcspn(comment, "\n");
  end_line(p, len ? akt_arena_copy(p->arena, comment, len) : NULL);
  for (comment += len; *comment == '\n'; comment += len) {
    comment++;
    len = strcspn(comment, "\n");
    akt_print_own_line(p, p->indent + CONTINUATION,
                       len ? akt_arena_copy(p->arena, comment, len) : NULL);
  }
  begin_line(p, p->indent + CONTINUATION);
}

void akt_print_end(akt_printer *p, const char *trailing_comment) {
  end_line(p, trailing_comment);
}

void akt_print_own_line(akt_printer *p, uint32_t indent, const char *comment) {
  akt_print_line line = {NULL, NULL};
  if (comment) {
    akt_buf code;
    akt_buf_init(&code, p->arena);
    put_blanks(&code, indent);
    akt_buf_puts(&code, comment);
    line.code = akt_buf_text(&code);
  }
  akt_vec_push(p->arena, &p->lines, line);
}

// ---- putting lines together

static bool joins(const akt_print_line *line) {
  return line->code && line->comment && width_of(line->code) <= ALIGN_UP_TO;
}

// Column for the comments of the run of lines that begins at `first`.
static uint32_t comment_column(const akt_printer *p, uint32_t first) {
  uint32_t column = 0;
  for (uint32_t i = first; i < p->lines.count && joins(&p->lines.items[i]); i++) {
    uint32_t width = width_of(p->lines.items[i].code);
    column = width > column ? width : column;
  }
  return column;
}

static uint32_t last_code_line(const akt_printer *p) {
  uint32_t count = p->lines.count;
  while (count && !p->lines.items[count - 1].code)
    count--;
  return count;
}

void akt_print_finish(const akt_printer *p, akt_buf *out) {
  uint32_t count = last_code_line(p);
  bool was_blank = true; // none at the start
  uint32_t column = 0;
  bool is_in_run = false;
  for (uint32_t i = 0; i < count; i++) {
    const akt_print_line *line = &p->lines.items[i];
    if (!line->code) {
      if (!was_blank)
        akt_buf_putc(out, '\n');
      was_blank = true;
      is_in_run = false;
      continue;
    }
    was_blank = false;
    if (!joins(line))
      is_in_run = false;
    else if (!is_in_run) {
      column = comment_column(p, i);
      is_in_run = true;
    }
    akt_buf_puts(out, line->code);
    if (line->comment) {
      uint32_t width = width_of(line->code);
      put_blanks(out, 2 + (is_in_run && column > width ? column - width : 0));
      akt_buf_puts(out, line->comment);
    }
    akt_buf_putc(out, '\n');
  }
}

void akt_ast_print(const akt_ast_file *file, akt_buf *out) {
  akt_printer p = {.arena = out->arena};
  for (uint32_t i = 0; i < file->statements.count; i++)
    akt_print_stmt(&p, file, i);
  akt_print_finish(&p, out);
}
