// Lines under an entity, a relation or a test.
#include "rule/parse.h"

static void add_row(akt_parser *parser, akt_stmt *stmt, akt_ast_row_kind kind, uint32_t first,
                    uint32_t count) {
  if (parser->extent != AKT_AST_WHOLE)
    return;
  akt_ast_row row = {
      .kind = kind, .first = first, .count = count, .child = stmt->children.count};
  akt_vec_push(parser->arena, &stmt->rows, row);
}

// ---- entities

static const char *const flags[] = {"exact", "if-introduced"};

// Words up to the comma, without the flags at their end.
static bool parse_alias(akt_parser *parser, akt_ast_alias *alias) {
  const akt_token *first = akt_parse_peek(parser);
  uint32_t start = parser->next;
  uint32_t end = start;
  while (parser->lexer.tokens.items[end].kind != AKT_TOKEN_COMMA &&
         parser->lexer.tokens.items[end].kind != AKT_TOKEN_END &&
         parser->lexer.tokens.items[end].kind != AKT_TOKEN_COMMENT)
    end++;
  uint32_t name_end = end;
  while (name_end > start + 1) {
    const akt_token *token = &parser->lexer.tokens.items[name_end - 1];
    if (akt_parse_is_word(parser, token, flags[0]))
      alias->is_exact = true;
    else if (akt_parse_is_word(parser, token, flags[1]))
      alias->is_if_introduced = true;
    else
      break;
    name_end--;
  }
  if (name_end == end)
    return akt_parse_item(parser, "a name", &alias->text);
  // Read the name alone by ending the line where it ends.
  akt_token *stop = &parser->lexer.tokens.items[name_end];
  akt_token_kind kept = stop->kind;
  stop->kind = AKT_TOKEN_COMMA;
  bool is_fine = first->kind != AKT_TOKEN_END && akt_parse_item(parser, "a name", &alias->text);
  stop->kind = kept;
  parser->next = end;
  return is_fine;
}

bool akt_parse_also(akt_parser *parser, akt_stmt *entity) {
  uint32_t first = entity->aliases.count;
  parser->inside_starts = parser->inside.count;
  for (;;) {
    akt_ast_alias alias = {0};
    if (!parse_alias(parser, &alias))
      return false;
    akt_vec_push(parser->arena, &entity->aliases, alias);
    bool has_more = akt_parse_accept(parser, AKT_TOKEN_COMMA);
    akt_parse_give_comments(parser, &entity->aliases.items[entity->aliases.count - 1].text);
    if (!has_more)
      break;
  }
  if (!akt_parse_at_end(parser)) {
    akt_parse_expected(parser, "a comma or the end of the line");
    return false;
  }
  add_row(parser, entity, AKT_ROW_ALSO, first, entity->aliases.count - first);
  return true;
}

static bool parse_texts(akt_parser *parser, akt_stmt *stmt, akt_ast_row_kind kind,
                        const char *what, akt_ast_texts *texts) {
  uint32_t first = texts->count;
  bool is_fine = akt_parse_items(parser, what, texts);
  add_row(parser, stmt, kind, first, texts->count - first);
  return is_fine;
}

bool akt_parse_adj(akt_parser *parser, akt_stmt *entity) {
  return parse_texts(parser, entity, AKT_ROW_ADJ, "an adjective or demonym",
                     &entity->adjectives);
}

bool akt_parse_stands_for(akt_parser *parser, akt_stmt *entity) {
  return parse_texts(parser, entity, AKT_ROW_STANDS_FOR, "a name that stands for it",
                     &entity->stands_for);
}

static bool parse_date(akt_parser *parser, const char *word, akt_ast_text *out) {
  if (!akt_parse_accept_word(parser, word))
    return true;
  const akt_token *token = akt_parse_peek(parser);
  if (token->kind != AKT_TOKEN_WORD) {
    akt_parse_expected(parser, "a date, YYYY-MM-DD");
    return false;
  }
  akt_parse_take(parser);
  *out = akt_parse_text(parser, token, token);
  return true;
}

static void tell_curly_quotes(akt_parser *parser, const akt_token *token) {
  enum { QUOTE_BYTES = 3 };
  akt_loc loc = akt_parse_loc(parser, token);
  size_t start = token->text_start + QUOTE_BYTES, end = start;
  while (end < parser->text.len && !strchr("\"\n", parser->text.ptr[end]) &&
         !akt_span_starts_with((akt_span){parser->text.ptr + end, parser->text.len - end},
                               "\xE2\x80\x9D"))
    end++;
  bool is_closed = end < parser->text.len && parser->text.ptr[end] == '\xE2';
  if (is_closed)
    loc.end = loc.start + (uint32_t)(end + QUOTE_BYTES - token->text_start);
  akt_diag *diag = akt_parse_error(parser, AKT_CODE_CURLY_QUOTES, loc,
                                   "the sentence of a test stands in straight quotes");
  if (!diag)
    return;
  akt_diag_add_help(parser->diags, diag, "write `\"` instead of the curly quotes");
  if (is_closed)
    diag->fix = akt_arena_printf(parser->arena, "\"%.*s\"", (int)(end - start),
                                 parser->text.ptr + start);
}

static bool tell_bad_role(akt_parser *parser) {
  akt_diag *diag =
      akt_parse_error(parser, AKT_CODE_BAD_ROLE, akt_parse_loc(parser, akt_parse_peek(parser)),
                      "this role is not readable");
  if (diag)
    akt_diag_add_help(parser->diags, diag,
                      "write: role President of \"France\" from 2017-05-14 to 2027-05-13");
  return false;
}

// The title may hold `of` itself (Secretary of State): the one before a quoted
// name ends it.
bool akt_parse_role(akt_parser *parser, akt_stmt *entity) {
  akt_ast_role role = {.loc = akt_parse_loc(parser, akt_parse_peek(parser))};
  const akt_token *first = akt_parse_peek(parser);
  const akt_token *last = NULL;
  for (;;) {
    const akt_token *token = akt_parse_peek(parser);
    bool is_date =
        akt_parse_is_word(parser, token, "from") || akt_parse_is_word(parser, token, "to");
    bool is_body = akt_parse_is_word(parser, token, "of") &&
                   akt_parse_peek_after(parser)->kind == AKT_TOKEN_QUOTED;
    if (token->kind != AKT_TOKEN_WORD || is_date || is_body)
      break;
    last = akt_parse_take(parser);
  }
  if (!last)
    return tell_bad_role(parser);
  role.title = akt_parse_text(parser, first, last);
  if (akt_parse_accept_word(parser, "of")) {
    const akt_token *body = akt_parse_take(parser);
    role.of = akt_parse_text(parser, body, body);
  }
  if (!parse_date(parser, "from", &role.from) || !parse_date(parser, "to", &role.to))
    return false;
  if (!akt_parse_at_end(parser))
    return tell_bad_role(parser);
  akt_loc end = role.to.text ? role.to.loc : role.from.text ? role.from.loc : role.title.loc;
  role.loc = akt_parse_join(role.loc, role.of.text ? akt_parse_join(role.of.loc, end) : end);
  role.loc.start = role.title.loc.start;
  akt_vec_push(parser->arena, &entity->roles, role);
  add_row(parser, entity, AKT_ROW_ROLE, entity->roles.count - 1, 1);
  return true;
}

// ---- relations

bool akt_parse_above(akt_parser *parser, akt_stmt *relation) {
  uint32_t first = relation->above.count;
  bool is_fine = akt_parse_names(parser, "the name of a relation", &relation->above);
  add_row(parser, relation, AKT_ROW_ABOVE, first, relation->above.count - first);
  return is_fine;
}

// ---- tests

bool akt_parse_test(akt_parser *parser, akt_stmt *stmt) {
  for (;;) {
    const akt_token *token = akt_parse_peek(parser);
    if (token->kind == AKT_TOKEN_QUOTED) {
      akt_parse_take(parser);
      akt_ast_text text = akt_parse_text(parser, token, token);
      akt_vec_push(parser->arena, &stmt->items, text);
      parser->inside_starts = parser->inside.count;
      if (akt_parse_accept(parser, AKT_TOKEN_COMMA))
        akt_parse_give_comments(parser, &stmt->items.items[stmt->items.count - 1]);
      continue;
    }
    if (!stmt->items.count)
      break;
    if (akt_parse_accept_word(parser, "nothing")) {
      stmt->is_nothing = true;
      akt_parse_accept(parser, AKT_TOKEN_COMMA);
      continue;
    }
    if (akt_parse_at_end(parser))
      return true;
    if (akt_parse_is_word(parser, token, "date"))
      return akt_parse_options(parser, &stmt->options);
    break;
  }
  const akt_token *token = akt_parse_peek(parser);
  akt_span text = akt_parse_span(parser, token);
  if (akt_span_starts_with(text, "\xE2\x80\x9C") ||
      akt_span_starts_with(text, "\xE2\x80\x9D")) {
    tell_curly_quotes(parser, token);
    return false;
  }
  if (!stmt->items.count)
    akt_parse_expected(parser, "a sentence in quotes");
  else
    akt_parse_expected_help(parser,
                            "another quoted paragraph, `nothing`, or the end of the line",
                            "`nothing` says that no edge comes; edges stand on lines below");
  return false;
}

static bool tell_bad_expectation(akt_parser *parser, akt_loc loc, const char *why) {
  akt_diag *diag = akt_parse_error(parser, AKT_CODE_BAD_EXPECTATION, loc, "%s", why);
  if (diag)
    akt_diag_add_help(
        parser->diags, diag,
        "write `A --relation--> B`, `A --not relation--> B`, or `node KIND NAME`");
  return false;
}

static akt_ast_text slice(akt_parser *parser, uint32_t start, uint32_t end) {
  akt_span whole = {parser->text.ptr + start, end - start};
  akt_span text = akt_span_trim(whole);
  bool is_quoted = text.len >= 2 && text.ptr[0] == '"' && text.ptr[text.len - 1] == '"';
  uint32_t at = (uint32_t)(text.ptr - parser->text.ptr);
  akt_token token = {.kind = is_quoted ? AKT_TOKEN_QUOTED : AKT_TOKEN_WORD,
                     .start = at,
                     .end = at + (uint32_t)text.len,
                     .text_start = at + is_quoted,
                     .text_end = at + (uint32_t)text.len - is_quoted};
  return akt_parse_text(parser, &token, &token);
}

// Last place of `needle` in [start, end) of the source, or `end`.
static uint32_t find_last(const akt_parser *parser, const char *needle, uint32_t start,
                          uint32_t end) {
  uint32_t len = (uint32_t)strlen(needle);
  for (uint32_t at = end - start >= len ? end - len + 1 : start; at-- > start;) {
    if (memcmp(parser->text.ptr + at, needle, len) == 0)
      return at;
  }
  return end;
}

// between -- and -->: [not] [planned|alleged|conditional] relation
static bool parse_arrow(akt_parser *parser, uint32_t start, uint32_t end,
                        akt_ast_expect *expect) {
  static const char *const modalities[] = {"planned", "alleged", "conditional", "asserted"};
  akt_loc loc = {parser->source, start, end};
  for (uint32_t at = start; at < end;) {
    while (at < end && akt_is_blank(parser->text.ptr[at]))
      at++;
    uint32_t stop = at;
    while (stop < end && !akt_is_blank(parser->text.ptr[stop]))
      stop++;
    if (stop == at)
      break;
    if (expect->relation.text)
      return tell_bad_expectation(parser, loc, "there is more than one relation on this edge");
    akt_ast_text word = slice(parser, at, stop);
    bool is_modality = false;
    for (uint32_t i = 0; i < 4; i++)
      is_modality |= strcmp(word.text, modalities[i]) == 0;
    if (strcmp(word.text, "not") == 0)
      expect->is_negated = true;
    else if (is_modality)
      expect->modality = word;
    else
      expect->relation = word;
    at = stop;
  }
  if (expect->relation.text)
    return true;
  return tell_bad_expectation(parser, loc, "this edge has no relation");
}

static bool parse_node(akt_parser *parser, akt_ast_expect *expect) {
  akt_parse_take(parser);
  expect->is_node = true;
  if (!akt_parse_name(parser, "the name of a kind", &expect->source))
    return false;
  const akt_token *first = akt_parse_peek(parser);
  if (first->kind == AKT_TOKEN_END) {
    akt_parse_expected(parser, "the name of the node");
    return false;
  }
  const akt_token *last = first;
  while (!akt_parse_at_end(parser))
    last = akt_parse_take(parser);
  expect->target = akt_parse_text(parser, first, last);
  return true;
}

static bool parse_edge(akt_parser *parser, akt_ast_expect *expect) {
  uint32_t start = expect->loc.start;
  uint32_t end = expect->loc.end;
  uint32_t head = find_last(parser, "-->", start, end);
  if (head == end)
    return tell_bad_expectation(parser, expect->loc, "this edge has no `-->`");
  uint32_t tail = find_last(parser, "--", start, head);
  if (tail == head)
    return tell_bad_expectation(parser, expect->loc,
                                "this edge has no `--` before its relation");
  if (!parse_arrow(parser, tail + 2, head, expect))
    return false;
  uint32_t said = find_last(parser, " said by ", head, end);
  uint32_t said_len = 9;
  if (said == end) {
    said = find_last(parser, " said ", head, end);
    said_len = 6;
  }
  expect->source = slice(parser, start, tail);
  expect->target = slice(parser, head + 3, said);
  if (said < end)
    expect->speaker = slice(parser, said + said_len, end);
  if (*expect->source.text && *expect->target.text && (said == end || *expect->speaker.text))
    return true;
  return tell_bad_expectation(parser, expect->loc, "this edge has an end without a name");
}

bool akt_parse_expectation(akt_parser *parser, akt_stmt *test) {
  const akt_token *first = akt_parse_peek(parser);
  uint32_t last = parser->lexer.tokens.count - 1;
  while (last && (parser->lexer.tokens.items[last].kind == AKT_TOKEN_END ||
                  parser->lexer.tokens.items[last].kind == AKT_TOKEN_COMMENT))
    last--;
  akt_ast_expect expect = {
      .loc = {parser->source, first->start, parser->lexer.tokens.items[last].end}};
  bool is_fine = akt_parse_is_word(parser, first, "node") ? parse_node(parser, &expect)
                                                          : parse_edge(parser, &expect);
  if (!is_fine)
    return false;
  while (akt_parse_take(parser)->kind != AKT_TOKEN_END) // trailing comment
    continue;
  akt_vec_push(parser->arena, &test->expects, expect);
  add_row(parser, test, AKT_ROW_EXPECT, test->expects.count - 1, 1);
  return true;
}
