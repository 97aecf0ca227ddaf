// Patterns: words, (a|b c) groups, <name:type> slots, [ optional ] parts and
// m{regular expressions}. What may stand where in which statement is the
// checker's business.
#include "rule/limits.h"
#include "rule/parse.h"

static bool parse_sequence(akt_parser *parser, akt_ast_items *out, uint32_t depth,
                           akt_parse_as as);

static bool is_type_name(akt_span text) {
  if (!text.len || !akt_is_alpha(text.ptr[0]))
    return false;
  for (size_t i = 1; i < text.len; i++) {
    char c = text.ptr[i];
    if (!akt_is_alpha(c) && !akt_is_digit(c) && c != '-')
      return false;
  }
  return true;
}

static akt_ast_text part_of(akt_parser *parser, akt_span text) {
  uint32_t start = (uint32_t)(text.ptr - parser->text.ptr);
  return (akt_ast_text){.text = akt_arena_copy(parser->arena, text.ptr, text.len),
                        .loc = {parser->source, start, start + (uint32_t)text.len}};
}

static bool parse_slot(akt_parser *parser, akt_ast_item *item) {
  const akt_token *token = akt_parse_take(parser);
  akt_span text = akt_parse_span(parser, token);
  item->kind = AKT_ITEM_SLOT;
  item->loc = akt_parse_loc(parser, token);
  const char *colon = memchr(text.ptr, ':', text.len);
  akt_span type = text;
  if (colon) {
    akt_span name = {text.ptr, (size_t)(colon - text.ptr)};
    type = (akt_span){colon + 1, text.len - name.len - 1};
    item->name = part_of(parser, name);
    if (!is_type_name(name)) {
      akt_parse_error(parser, AKT_CODE_BAD_SLOT, item->loc,
                      "a slot is written `<type>` or `<name:type>`");
      return false;
    }
  }
  item->type = part_of(parser, type);
  if (is_type_name(type))
    return true;
  akt_parse_error(parser, AKT_CODE_BAD_SLOT, item->loc,
                  "a slot is written `<type>` or `<name:type>`");
  return false;
}

static bool parse_word(akt_parser *parser, akt_ast_item *item) {
  const akt_token *token = akt_parse_take(parser);
  item->kind = AKT_ITEM_WORD;
  item->loc = akt_parse_loc(parser, token);
  item->text = akt_parse_text(parser, token, token);
  if (!*item->text.text) {
    akt_parse_error(parser, AKT_CODE_MISSING_ITEMS, item->loc, "this text is empty");
    return false;
  }
  if (token->kind == AKT_TOKEN_WORD && item->text.text[0] == '<') {
    akt_diag *diag = akt_parse_error(parser, AKT_CODE_BAD_SLOT, item->loc,
                                     "this `<` opens a slot that is not closed");
    if (diag)
      akt_diag_add_help(parser->diags, diag, "a slot is written `<type>` or `<name:type>`");
    return false;
  }
  return true;
}

static bool tell_unclosed(akt_parser *parser, const akt_token *open, const char *closing) {
  akt_diag *diag = akt_parse_error(parser, AKT_CODE_UNCLOSED_BRACKET,
                                   akt_parse_loc(parser, open), "this bracket is not closed");
  if (diag)
    akt_diag_add_help(parser->diags, diag, "close it with `%s`", closing);
  return false;
}

static bool tell_empty_alternative(akt_parser *parser, const akt_token *open) {
  akt_diag *diag =
      akt_parse_error(parser, AKT_CODE_EMPTY_ALTERNATIVE, akt_parse_loc(parser, open),
                      "an alternative in this group is empty");
  if (diag)
    akt_diag_add_help(parser->diags, diag, "write `[ ... ]` around what may be missing");
  return false;
}

// Whether a `)` follows before another group begins.
static bool is_closed_later(const akt_parser *parser) {
  for (uint32_t i = parser->next; i < parser->lexer.tokens.count; i++) {
    akt_token_kind kind = parser->lexer.tokens.items[i].kind;
    if (kind == AKT_TOKEN_CLOSE)
      return true;
    if (kind == AKT_TOKEN_OPEN)
      return false;
  }
  return false;
}

// (a|b c|d): words only, so that every alternative can be looked up.
static bool parse_group(akt_parser *parser, akt_ast_item *item) {
  const akt_token *open = akt_parse_take(parser);
  item->kind = AKT_ITEM_GROUP;
  item->loc = akt_parse_loc(parser, open);
  akt_ast_items words = {0};
  for (;;) {
    const akt_token *token = akt_parse_peek(parser);
    if (token->kind == AKT_TOKEN_END || token->kind == AKT_TOKEN_CLOSE_SQUARE)
      return tell_unclosed(parser, open, ")");
    if (token->kind == AKT_TOKEN_BAR || token->kind == AKT_TOKEN_CLOSE) {
      akt_parse_take(parser);
      if (!words.count)
        return tell_empty_alternative(parser, open);
      akt_vec_push(parser->arena, &item->alternatives, words);
      words = (akt_ast_items){0};
      if (token->kind == AKT_TOKEN_CLOSE) {
        item->loc = akt_parse_join(item->loc, akt_parse_loc(parser, token));
        return true;
      }
      continue;
    }
    if (token->kind != AKT_TOKEN_WORD && token->kind != AKT_TOKEN_QUOTED) {
      if (token->kind != AKT_TOKEN_OPEN && !is_closed_later(parser))
        return tell_unclosed(parser, open, ")");
      akt_parse_expected_help(parser, "a word, `|` or `)`: a group holds words only",
                              token->kind == AKT_TOKEN_COMMA
                                  ? "alternatives are separated by `|`: (speak|talk)"
                                  : NULL);
      return false;
    }
    akt_ast_item word = {0};
    if (!parse_word(parser, &word))
      return false;
    akt_vec_push(parser->arena, &words, word);
  }
}

static bool parse_optional(akt_parser *parser, akt_ast_item *item, uint32_t depth) {
  const akt_token *open = akt_parse_take(parser);
  item->kind = AKT_ITEM_OPTIONAL;
  item->loc = akt_parse_loc(parser, open);
  if (depth >= AKT_LIMIT_NESTING) {
    akt_parse_error(parser, AKT_CODE_TOO_DEEP, item->loc,
                    "brackets are nested more than %d deep", AKT_LIMIT_NESTING);
    return false;
  }
  if (!parse_sequence(parser, &item->items, depth + 1, AKT_AS_NOTHING))
    return false;
  const akt_token *close = akt_parse_peek(parser);
  if (!akt_parse_accept(parser, AKT_TOKEN_CLOSE_SQUARE))
    return tell_unclosed(parser, open, "]");
  item->loc = akt_parse_join(item->loc, akt_parse_loc(parser, close));
  if (item->items.count)
    return true;
  akt_parse_error(parser, AKT_CODE_MISSING_ITEMS, item->loc,
                  "there is nothing between `[` and `]`");
  return false;
}

static bool parse_one(akt_parser *parser, akt_ast_item *item, uint32_t depth) {
  const akt_token *token = akt_parse_peek(parser);
  switch (token->kind) {
  case AKT_TOKEN_WORD:
  case AKT_TOKEN_QUOTED:
  case AKT_TOKEN_EQUALS:
    return parse_word(parser, item);
  case AKT_TOKEN_REGEX:
    akt_parse_take(parser);
    item->kind = AKT_ITEM_REGEX;
    item->loc = akt_parse_loc(parser, token);
    item->text = part_of(parser, akt_parse_span(parser, token));
    return true;
  case AKT_TOKEN_SLOT:
    return parse_slot(parser, item);
  case AKT_TOKEN_OPEN:
    return parse_group(parser, item);
  case AKT_TOKEN_OPEN_SQUARE:
    return parse_optional(parser, item, depth);
  case AKT_TOKEN_BAR: {
    akt_diag *diag = akt_parse_error(parser, AKT_CODE_UNEXPECTED, akt_parse_loc(parser, token),
                                     "`|` stands outside a group");
    if (diag)
      akt_diag_add_help(parser->diags, diag,
                        "put the alternatives in brackets: `(speak|talk)`");
    return false;
  }
  case AKT_TOKEN_CLOSE:
  case AKT_TOKEN_CLOSE_SQUARE:
    akt_parse_error(parser, AKT_CODE_UNCLOSED_BRACKET, akt_parse_loc(parser, token),
                    "this bracket was never opened");
    return false;
  case AKT_TOKEN_COMMA:
  case AKT_TOKEN_COMMENT:
  case AKT_TOKEN_END:
    break;
  }
  return false;
}

// `as "label"` or `as effect`, at the end of the pattern only: elsewhere `as`
// is a word like any other (describe X as Y).
static bool is_as(akt_parser *parser, akt_parse_as as) {
  const akt_token *token = akt_parse_peek(parser);
  if (as == AKT_AS_NOTHING || !akt_parse_is_word(parser, token, "as"))
    return false;
  const akt_token *value = akt_parse_peek_after(parser);
  if (value->kind != (as == AKT_AS_QUOTED ? AKT_TOKEN_QUOTED : AKT_TOKEN_WORD))
    return false;
  const akt_token *after = value + 1;
  while (after->kind == AKT_TOKEN_COMMENT)
    after++;
  return after->kind == AKT_TOKEN_COMMA || after->kind == AKT_TOKEN_END;
}

// The pieces from `first` on, as many as there are: a vector that grew would leave
// its smaller selves behind.
static akt_ast_items take_pieces(akt_parser *parser, uint32_t first) {
  uint32_t count = parser->pieces.count - first;
  akt_ast_items taken = {NULL, count, count};
  parser->pieces.count = first;
  if (!count)
    return taken;
  taken.items = akt_arena_alloc(parser->arena, count * sizeof *taken.items);
  memcpy(taken.items, parser->pieces.items + first, count * sizeof *taken.items);
  return taken;
}

static bool parse_pieces(akt_parser *parser, uint32_t depth, akt_parse_as as) {
  for (;;) {
    const akt_token *token = akt_parse_peek(parser);
    bool is_end = token->kind == AKT_TOKEN_END || token->kind == AKT_TOKEN_COMMA ||
                  (depth && token->kind == AKT_TOKEN_CLOSE_SQUARE);
    if (is_end || is_as(parser, as))
      return true;
    akt_ast_item item = {0};
    if (!parse_one(parser, &item, depth))
      return false;
    akt_vec_push(parser->arena, &parser->pieces, item);
  }
}

static bool parse_sequence(akt_parser *parser, akt_ast_items *out, uint32_t depth,
                           akt_parse_as as) {
  uint32_t first = parser->pieces.count;
  bool is_fine = parse_pieces(parser, depth, as);
  *out = take_pieces(parser, first);
  return is_fine;
}

bool akt_parse_pattern(akt_parser *parser, akt_stmt *stmt, akt_parse_as as) {
  if (!parse_sequence(parser, &stmt->pattern, 0, as))
    return false;
  if (!stmt->pattern.count) {
    akt_parse_expected(parser, "a pattern");
    return false;
  }
  if (as != AKT_AS_NOTHING && akt_parse_accept_word(parser, "as")) {
    const akt_token *value = akt_parse_take(parser);
    stmt->as = akt_parse_text(parser, value, value);
  }
  return true;
}
