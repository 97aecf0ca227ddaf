// Tokens, names, list items and options: what every statement is made of.
#include "rule/parse.h"

#include <stdio.h>

static const akt_token *token_at(const akt_parser *parser, uint32_t index) {
  uint32_t last = parser->lexer.tokens.count - 1; // END
  return &parser->lexer.tokens.items[index < last ? index : last];
}

akt_span akt_parse_span(const akt_parser *parser, const akt_token *token) {
  return (akt_span){parser->text.ptr + token->text_start, token->text_end - token->text_start};
}

const akt_token *akt_parse_peek_past(akt_parser *parser) {
  while (token_at(parser, parser->next)->kind == AKT_TOKEN_COMMENT) {
    const akt_token *token = token_at(parser, parser->next++);
    akt_span text = akt_parse_span(parser, token);
    // A leading newline marks a comment that has its line for itself.
    const char *comment = akt_arena_printf(
        parser->arena, "%s%.*s", token->is_own_line ? "\n" : "", (int)text.len, text.ptr);
    akt_vec_push(parser->arena, &parser->inside, comment);
  }
  return token_at(parser, parser->next);
}

const akt_token *akt_parse_peek_after(akt_parser *parser) {
  akt_parse_peek(parser);
  uint32_t index = parser->next + 1;
  while (token_at(parser, index)->kind == AKT_TOKEN_COMMENT)
    index++;
  return token_at(parser, index);
}

const akt_token *akt_parse_take(akt_parser *parser) {
  const akt_token *token = akt_parse_peek(parser);
  if (token->kind != AKT_TOKEN_END)
    parser->next++;
  return token;
}

bool akt_parse_accept(akt_parser *parser, akt_token_kind kind) {
  if (akt_parse_peek(parser)->kind != kind)
    return false;
  akt_parse_take(parser);
  return true;
}

bool akt_parse_is_word(const akt_parser *parser, const akt_token *token, const char *word) {
  return token->kind == AKT_TOKEN_WORD && akt_span_is(akt_parse_span(parser, token), word);
}

bool akt_parse_accept_word(akt_parser *parser, const char *word) {
  if (!akt_parse_is_word(parser, akt_parse_peek(parser), word))
    return false;
  akt_parse_take(parser);
  return true;
}

bool akt_parse_at_end(akt_parser *parser) {
  return akt_parse_peek(parser)->kind == AKT_TOKEN_END;
}

akt_loc akt_parse_loc(const akt_parser *parser, const akt_token *token) {
  return (akt_loc){parser->source, token->start, token->end};
}

akt_loc akt_parse_join(akt_loc first, akt_loc last) {
  return (akt_loc){first.source, first.start, last.end > first.end ? last.end : first.end};
}

akt_diag *akt_parse_error(akt_parser *parser, akt_code code, akt_loc loc, const char *format,
                          ...) {
  if (parser->has_failed)
    return NULL;
  parser->has_failed = true;
  va_list args;
  va_start(args, format);
  char message[512];
  vsnprintf(message, sizeof message, format, args);
  va_end(args);
  return akt_diags_add(parser->diags, code, loc, "%s", message);
}

bool akt_parse_is_foreign_comment(akt_span word) {
  return akt_span_starts_with(word, "//") || akt_span_starts_with(word, "/*") ||
         akt_span_starts_with(word, ";") || akt_span_is(word, "--");
}

void akt_parse_expected_help(akt_parser *parser, const char *what, const char *help) {
  const akt_token *token = akt_parse_peek(parser);
  akt_loc loc = akt_parse_loc(parser, token);
  akt_span text = {parser->text.ptr + token->start, token->end - token->start};
  int shown = text.len > 40 ? 40 : (int)text.len;
  akt_diag *diag = token->kind == AKT_TOKEN_END
                       ? akt_parse_error(parser, AKT_CODE_UNEXPECTED, loc,
                                         "expected %s, but the line ends here", what)
                       : akt_parse_error(parser, AKT_CODE_UNEXPECTED, loc,
                                         "expected %s, found `%.*s`", what, shown, text.ptr);
  if (diag && akt_parse_is_foreign_comment(text))
    akt_diag_add_help(parser->diags, diag, "a comment begins with `#`");
  else if (diag && help)
    akt_diag_add_help(parser->diags, diag, "%s", help);
}

void akt_parse_expected(akt_parser *parser, const char *what) {
  const char *help =
      parser->shape ? akt_arena_printf(parser->arena, "write: %s", parser->shape) : NULL;
  akt_parse_expected_help(parser, what, help);
}

bool akt_parse_equals(akt_parser *parser) {
  if (akt_parse_accept(parser, AKT_TOKEN_EQUALS))
    return true;
  akt_parse_expected(parser, "`=`");
  return false;
}

// Copies source bytes, runs of blanks as one space.
static const char *copy_collapsed(akt_parser *parser, uint32_t start, uint32_t end) {
  char *copy = akt_arena_alloc(parser->arena, end - start + 1);
  size_t len = 0;
  bool has_gap = false;
  for (uint32_t i = start; i < end;) {
    uint32_t blank = akt_lex_blank(parser->text, i);
    if (blank) {
      has_gap = true;
      i += blank;
      continue;
    }
    if (has_gap && len)
      copy[len++] = ' ';
    has_gap = false;
    copy[len++] = parser->text.ptr[i++];
  }
  copy[len] = '\0';
  return copy;
}

akt_ast_text akt_parse_text(akt_parser *parser, const akt_token *first, const akt_token *last) {
  bool is_quoted = first == last && first->kind == AKT_TOKEN_QUOTED;
  uint32_t start = is_quoted ? first->text_start : first->start;
  uint32_t end = is_quoted ? first->text_end : last->end;
  akt_loc loc = akt_parse_join(akt_parse_loc(parser, first), akt_parse_loc(parser, last));
  bool is_one_word = first == last && first->kind == AKT_TOKEN_WORD; // no blank inside
  const char *text = is_one_word
                         ? akt_arena_copy(parser->arena, parser->text.ptr + start, end - start)
                         : copy_collapsed(parser, start, end);
  return (akt_ast_text){.text = text, .loc = loc, .is_quoted = is_quoted};
}

static bool is_name(akt_span text) {
  if (!text.len || !akt_is_lower(text.ptr[0]))
    return false;
  for (size_t i = 1; i < text.len; i++) {
    char c = text.ptr[i];
    if (!akt_is_lower(c) && !akt_is_digit(c) && c != '-')
      return false;
  }
  return true;
}

// What the author may have meant: "Spoke_With" gives "spoke-with".
static const char *likely_name(akt_parser *parser, akt_span text) {
  akt_buf buf;
  akt_buf_init(&buf, parser->arena);
  for (size_t i = 0; i < text.len; i++) {
    char c = akt_to_lower(text.ptr[i]);
    if (akt_is_lower(c) || (akt_is_digit(c) && buf.len))
      akt_buf_putc(&buf, c);
    else if (buf.len && buf.ptr[buf.len - 1] != '-')
      akt_buf_putc(&buf, '-');
  }
  while (buf.len && buf.ptr[buf.len - 1] == '-')
    buf.len--;
  return akt_buf_text(&buf);
}

bool akt_parse_name(akt_parser *parser, const char *what, akt_ast_text *out) {
  const akt_token *token = akt_parse_peek(parser);
  if (token->kind != AKT_TOKEN_WORD) {
    akt_parse_expected(parser, what);
    return false;
  }
  akt_parse_take(parser);
  *out = akt_parse_text(parser, token, token);
  akt_span text = akt_parse_span(parser, token);
  if (is_name(text))
    return true;
  akt_diag *diag = akt_parse_error(parser, AKT_CODE_BAD_NAME, out->loc,
                                   "`%s` cannot be %s: lower-case letters, digits and `-` only",
                                   out->text, what);
  const char *likely = likely_name(parser, text);
  if (diag && *likely) {
    akt_diag_add_help(parser->diags, diag, "write `%s`", likely);
    diag->fix = likely;
  }
  return false;
}

static void tell_special(akt_parser *parser, const akt_token *token) {
  akt_span text = {parser->text.ptr + token->start, token->end - token->start};
  akt_loc loc = akt_parse_loc(parser, token);
  if (token->kind == AKT_TOKEN_QUOTED) {
    akt_diag *diag = akt_parse_error(parser, AKT_CODE_SPECIAL_IN_ITEM, loc,
                                     "a quoted text must be an item by itself");
    if (diag)
      akt_diag_add_help(parser->diags, diag,
                        "put a comma between items, or quote the whole item");
    return;
  }
  akt_diag *diag = akt_parse_error(parser, AKT_CODE_SPECIAL_IN_ITEM, loc,
                                   "`%.*s` has no meaning in a list", (int)text.len, text.ptr);
  if (diag)
    akt_diag_add_help(parser->diags, diag,
                      "separate items with commas, or put the item in quotes if it holds this");
}

bool akt_parse_item(akt_parser *parser, const char *what, akt_ast_text *out) {
  const akt_token *first = akt_parse_peek(parser);
  if (first->kind == AKT_TOKEN_END || first->kind == AKT_TOKEN_COMMA) {
    akt_parse_expected(parser, what);
    return false;
  }
  const akt_token *last = first;
  for (;;) {
    const akt_token *token = akt_parse_peek(parser);
    if (token->kind == AKT_TOKEN_END || token->kind == AKT_TOKEN_COMMA)
      break;
    bool is_plain = token->kind == AKT_TOKEN_WORD || token->kind == AKT_TOKEN_EQUALS ||
                    (token->kind == AKT_TOKEN_QUOTED && token == first);
    if (!is_plain || (first->kind == AKT_TOKEN_QUOTED && token != first)) {
      tell_special(parser, token->kind == AKT_TOKEN_WORD ? first : token);
      return false;
    }
    last = akt_parse_take(parser);
  }
  *out = akt_parse_text(parser, first, last);
  if (*out->text)
    return true;
  akt_parse_error(parser, AKT_CODE_MISSING_ITEMS, out->loc, "this text is empty");
  return false;
}

void akt_parse_give_comments(akt_parser *parser, akt_ast_text *item) {
  akt_parse_peek(parser);
  if (parser->inside.count <= parser->inside_starts || akt_parse_at_end(parser))
    return; // what stands at the end belongs to the statement
  akt_buf buf;
  akt_buf_init(&buf, parser->arena);
  if (item->comment)
    akt_buf_puts(&buf, item->comment);
  for (uint32_t i = parser->inside_starts; i < parser->inside.count; i++)
    akt_buf_puts(&buf, parser->inside.items[i]);
  item->comment = akt_buf_text(&buf);
  parser->inside.count = parser->inside_starts;
}

static bool parse_list(akt_parser *parser, const char *what, bool is_names,
                       akt_ast_texts *out) {
  parser->inside_starts = parser->inside.count;
  do {
    akt_ast_text item = {0};
    if (is_names ? !akt_parse_name(parser, what, &item) : !akt_parse_item(parser, what, &item))
      return false;
    akt_vec_push(parser->arena, out, item);
    bool has_more = akt_parse_accept(parser, AKT_TOKEN_COMMA);
    akt_parse_give_comments(parser, &out->items[out->count - 1]);
    if (!has_more)
      break;
  } while (true);
  if (akt_parse_at_end(parser))
    return true;
  akt_parse_expected(parser, "a comma or the end of the line");
  return false;
}

bool akt_parse_items(akt_parser *parser, const char *what, akt_ast_texts *out) {
  return parse_list(parser, what, false, out);
}

bool akt_parse_names(akt_parser *parser, const char *what, akt_ast_texts *out) {
  return parse_list(parser, what, true, out);
}

static bool is_option_name(akt_span text) {
  for (size_t i = 0; i < text.len; i++) {
    if (!akt_is_alpha(text.ptr[i]) &&
        (!i || (!akt_is_digit(text.ptr[i]) && text.ptr[i] != '-')))
      return false;
  }
  return true;
}

static bool parse_option(akt_parser *parser, akt_ast_option *out) {
  const akt_token *token = akt_parse_peek(parser);
  if (token->kind != AKT_TOKEN_WORD || !is_option_name(akt_parse_span(parser, token))) {
    akt_parse_expected(parser, "an option");
    return false;
  }
  akt_parse_take(parser);
  out->name = akt_parse_text(parser, token, token);
  const akt_token *value = akt_parse_peek(parser);
  if (value->kind == AKT_TOKEN_COMMA || value->kind == AKT_TOKEN_END)
    return true;
  return akt_parse_item(parser, "a value", &out->value);
}

bool akt_parse_options(akt_parser *parser, akt_ast_options *out) {
  while (!akt_parse_at_end(parser)) {
    akt_ast_option option = {0};
    if (!parse_option(parser, &option))
      return false;
    akt_vec_push(parser->arena, out, option);
    if (akt_parse_at_end(parser))
      break;
    if (!akt_parse_accept(parser, AKT_TOKEN_COMMA)) {
      akt_parse_expected_help(parser, "a comma or the end of the line",
                              "each option stands after a comma of its own");
      return false;
    }
    if (akt_parse_at_end(parser)) {
      akt_parse_expected_help(parser, "an option after the comma", "leave the comma out");
      return false;
    }
  }
  return true;
}
