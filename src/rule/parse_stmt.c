// Statements that stand by themselves. The keyword is read; each function reads
// the rest of its line into the statement.
#include "rule/parse.h"

bool akt_parse_rules(akt_parser *parser, akt_stmt *stmt) {
  const akt_token *token = akt_parse_peek(parser);
  if (token->kind != AKT_TOKEN_WORD) {
    akt_parse_expected(parser, "the version of the rule language, `1`");
    return false;
  }
  akt_parse_take(parser);
  stmt->name = akt_parse_text(parser, token, token);
  if (strcmp(stmt->name.text, "1") == 0)
    return true;
  akt_diag *diag = akt_parse_error(
      parser, AKT_CODE_BAD_VERSION, stmt->name.loc,
      "this program reads version 1 of the rule language, not `%s`", stmt->name.text);
  if (diag)
    akt_diag_add_help(parser->diags, diag, "write `rules 1`, or use a newer aktant");
  return false;
}

bool akt_parse_use(akt_parser *parser, akt_stmt *stmt) {
  return akt_parse_items(parser, "the name of a pack", &stmt->items);
}

bool akt_parse_kind(akt_parser *parser, akt_stmt *stmt) {
  if (!akt_parse_name(parser, "the name of a kind", &stmt->name))
    return false;
  akt_parse_accept(parser, AKT_TOKEN_COMMA);
  akt_ast_options options = {0};
  bool is_fine = akt_parse_options(parser, &options);
  for (uint32_t i = 0; i < options.count; i++) {
    akt_ast_option *option = &options.items[i];
    if (strcmp(option->name.text, "is") != 0) {
      akt_vec_push(parser->arena, &stmt->options, *option);
    } else if (option->value.text) {
      akt_vec_push(parser->arena, &stmt->is, option->value);
    } else {
      akt_parse_error(parser, AKT_CODE_UNEXPECTED, option->name.loc,
                      "expected the name of a kind after `is`");
      is_fine = false;
    }
  }
  return is_fine;
}

bool akt_parse_list(akt_parser *parser, akt_stmt *stmt) {
  bool is_heads = stmt->kind_of == AKT_STMT_HEADS;
  bool is_class = stmt->kind_of == AKT_STMT_CLASS;
  const char *what = is_heads   ? "the name of a kind"
                     : is_class ? "the name of a class"
                                : "the name of a words list";
  if (!akt_parse_name(parser, what, &stmt->name) || !akt_parse_equals(parser))
    return false;
  if (is_class)
    return akt_parse_names(parser, "the name of a kind or class", &stmt->items);
  return akt_parse_items(parser, "a word or phrase", &stmt->items);
}

bool akt_parse_forms(akt_parser *parser, akt_stmt *stmt) {
  const akt_token *token = akt_parse_peek(parser);
  if (token->kind != AKT_TOKEN_WORD) {
    akt_parse_expected(parser, "the base form of a word");
    return false;
  }
  akt_parse_take(parser);
  stmt->name = akt_parse_text(parser, token, token);
  return akt_parse_equals(parser) && akt_parse_items(parser, "an inflected form", &stmt->items);
}

bool akt_parse_title(akt_parser *parser, akt_stmt *stmt) {
  if (!akt_parse_name(parser, "the name of a kind", &stmt->name))
    return false;
  if (akt_parse_accept_word(parser, "as") &&
      !akt_parse_name(parser, "the name of a relation", &stmt->as))
    return false;
  return akt_parse_equals(parser) && akt_parse_items(parser, "a title", &stmt->items);
}

bool akt_parse_entity(akt_parser *parser, akt_stmt *stmt) {
  const akt_token *kind = akt_parse_peek(parser);
  if (kind->kind == AKT_TOKEN_WORD && akt_parse_peek_after(parser)->kind == AKT_TOKEN_END) {
    akt_parse_take(parser);
    akt_parse_expected(parser, "a kind, and then the name of the entity");
    return false;
  }
  if (!akt_parse_name(parser, "the name of a kind", &stmt->kind) ||
      !akt_parse_item(parser, "the name of the entity", &stmt->name))
    return false;
  if (akt_parse_at_end(parser))
    return true;
  akt_diag *diag = akt_parse_error(parser, AKT_CODE_UNEXPECTED,
                                   akt_parse_loc(parser, akt_parse_peek(parser)),
                                   "an entity has one name here");
  if (diag)
    akt_diag_add_help(
        parser->diags, diag,
        "put other names on an `also` line below; quote a name that holds a comma: "
        "entity %s \"%s, ...\"",
        stmt->kind.text, stmt->name.text);
  return false;
}

bool akt_parse_find(akt_parser *parser, akt_stmt *stmt) {
  return akt_parse_name(parser, "the name of a kind", &stmt->kind) &&
         akt_parse_equals(parser) && akt_parse_pattern(parser, stmt, AKT_AS_NOTHING);
}

// Options after a pattern: a comma first, then name [value].
static bool parse_tail(akt_parser *parser, akt_stmt *stmt) {
  if (akt_parse_at_end(parser))
    return true;
  if (!akt_parse_accept(parser, AKT_TOKEN_COMMA)) {
    akt_parse_expected_help(parser, "a comma or the end of the line",
                            "each option stands after a comma of its own");
    return false;
  }
  if (akt_parse_at_end(parser)) {
    akt_parse_expected_help(parser, "an option after the comma", "leave the comma out");
    return false;
  }
  return akt_parse_options(parser, &stmt->options);
}

bool akt_parse_relation(akt_parser *parser, akt_stmt *stmt) {
  return akt_parse_name(parser, "the name of a relation", &stmt->name) &&
         parse_tail(parser, stmt);
}

bool akt_parse_frame(akt_parser *parser, akt_stmt *stmt) {
  return akt_parse_pattern(parser, stmt, AKT_AS_QUOTED) && parse_tail(parser, stmt);
}

bool akt_parse_phrase(akt_parser *parser, akt_stmt *stmt) {
  if (!akt_parse_pattern(parser, stmt, AKT_AS_NOTHING))
    return false;
  if (akt_parse_at_end(parser))
    return true;
  akt_parse_expected(parser, "the end of the line");
  return false;
}

bool akt_parse_govern(akt_parser *parser, akt_stmt *stmt) {
  if (!akt_parse_pattern(parser, stmt, AKT_AS_WORD))
    return false;
  if (!stmt->as.text) {
    akt_diag *diag = akt_parse_error(parser, AKT_CODE_UNEXPECTED,
                                     akt_parse_loc(parser, akt_parse_peek(parser)),
                                     "expected `as` and an effect");
    if (diag)
      akt_diag_add_help(parser->diags, diag,
                        "end the pattern with `as planned`, `as negated`, `as alleged`, "
                        "`as conditional`, `as silent` or `as` and a relation");
    return false;
  }
  return parse_tail(parser, stmt);
}

typedef enum without_shape {
  TAKE_ITEMS,
  TAKE_ITEMS_OR_ALL,
  TAKE_FROM_LIST,
  TAKE_PATTERN_OF,
  TAKE_PATTERN,
  TAKE_NAME,
} without_shape;

static const struct {
  const char *what;
  without_shape shape;
} withouts[] = {
    {"alias", TAKE_ITEMS},      {"adj", TAKE_ITEMS},
    {"entity", TAKE_ITEMS},     {"title", TAKE_ITEMS},
    {"forms", TAKE_ITEMS},      {"role", TAKE_ITEMS},
    {"relation", TAKE_ITEMS},   {"kind", TAKE_ITEMS},
    {"class", TAKE_ITEMS},      {"stands-for", TAKE_ITEMS_OR_ALL},
    {"words", TAKE_FROM_LIST},  {"heads", TAKE_FROM_LIST},
    {"frame", TAKE_PATTERN_OF}, {"noun", TAKE_PATTERN_OF},
    {"match", TAKE_PATTERN_OF}, {"not", TAKE_PATTERN_OF},
    {"govern", TAKE_PATTERN},   {"never", TAKE_PATTERN},
    {"find", TAKE_NAME},
};
enum { WITHOUT_COUNT = sizeof withouts / sizeof *withouts };

static bool tell_bad_without(akt_parser *parser, const akt_token *token) {
  const char *names[WITHOUT_COUNT];
  for (uint32_t i = 0; i < WITHOUT_COUNT; i++)
    names[i] = withouts[i].what;
  akt_ast_text text = akt_parse_text(parser, token, token);
  akt_diag *diag = akt_parse_error(parser, AKT_CODE_BAD_WITHOUT, akt_parse_loc(parser, token),
                                   "`without` must say what is taken back");
  if (!diag)
    return false;
  const char *nearest = akt_suggest(parser->arena, text.text, names, WITHOUT_COUNT);
  if (nearest)
    akt_diag_add_help(parser->diags, diag, "did you mean `without %s`?", nearest);
  else if (token->kind == AKT_TOKEN_WORD)
    akt_diag_add_help(parser->diags, diag,
                      "say first what it is: `without relation %s`, `without alias %s`, "
                      "`without frame RELATION PATTERN` and so on",
                      text.text, text.text);
  else
    akt_diag_add_help(
        parser->diags, diag,
        "one of alias, adj, entity, role, stands-for, title, heads, words, forms, "
        "find, relation, frame, noun, match, not, govern, never, kind, class");
  return false;
}

static bool parse_without(akt_parser *parser, akt_stmt *stmt, without_shape shape) {
  switch (shape) {
  case TAKE_ITEMS:
    return akt_parse_items(parser, "what to take back", &stmt->items);
  case TAKE_ITEMS_OR_ALL:
    return akt_parse_at_end(parser) ||
           akt_parse_items(parser, "what to take back", &stmt->items);
  case TAKE_FROM_LIST:
    if (!akt_parse_name(parser, "a name", &stmt->kind))
      return false;
    return akt_parse_at_end(parser) ||
           (akt_parse_equals(parser) &&
            akt_parse_items(parser, "what to take back", &stmt->items));
  case TAKE_PATTERN_OF:
    return akt_parse_name(parser, "the name of a relation", &stmt->kind) &&
           akt_parse_phrase(parser, stmt);
  case TAKE_PATTERN:
    return akt_parse_phrase(parser, stmt);
  case TAKE_NAME:
    if (!akt_parse_name(parser, "the name of a kind", &stmt->kind))
      return false;
    if (akt_parse_at_end(parser))
      return true;
    akt_parse_expected(parser, "the end of the line");
    return false;
  }
  return false;
}

bool akt_parse_without(akt_parser *parser, akt_stmt *stmt) {
  const akt_token *token = akt_parse_peek(parser);
  for (uint32_t i = 0; i < WITHOUT_COUNT; i++) {
    if (!akt_parse_is_word(parser, token, withouts[i].what))
      continue;
    akt_parse_take(parser);
    stmt->name = akt_parse_text(parser, token, token);
    return parse_without(parser, stmt, withouts[i].shape);
  }
  return tell_bad_without(parser, token);
}
