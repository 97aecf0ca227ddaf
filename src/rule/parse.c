// From a file's text to its statements: which keyword may stand where, which
// line belongs to which, and what to say when a line begins with none. An error
// costs its line, never the file.
#include "rule/parse.h"

#include "base/utf8.h"
#include "rule/limits.h"

typedef enum level { LEVEL_TOP, LEVEL_ENTITY, LEVEL_RELATION } level;

typedef struct keyword {
  const char *word;
  level level;
  akt_stmt_kind kind; // of a new statement; COMMENT: the line adds to the open one
  akt_parse_fn read;
  const char *shape; // how it is written; NULL: its errors say so themselves
} keyword;

static const keyword keywords[] = {
    {"rules", LEVEL_TOP, AKT_STMT_RULES, akt_parse_rules, "rules 1"},
    {"use", LEVEL_TOP, AKT_STMT_USE, akt_parse_use, "use countries, titles"},
    {"kind", LEVEL_TOP, AKT_STMT_KIND, akt_parse_kind,
     "kind river is place, ellipse, fill DCEBF7"},
    {"class", LEVEL_TOP, AKT_STMT_CLASS, akt_parse_list, "class shore = country, river"},
    {"words", LEVEL_TOP, AKT_STMT_WORDS, akt_parse_list,
     "words praise-word = praise, applause"},
    {"forms", LEVEL_TOP, AKT_STMT_FORMS, akt_parse_forms, "forms speak = spoke, spoken"},
    {"title", LEVEL_TOP, AKT_STMT_TITLE, akt_parse_title,
     "title official as represents = mayor, lord mayor"},
    {"heads", LEVEL_TOP, AKT_STMT_HEADS, akt_parse_list, "heads agreement = Covenant, Charter"},
    {"entity", LEVEL_TOP, AKT_STMT_ENTITY, akt_parse_entity, "entity company Acme Holdings"},
    {"find", LEVEL_TOP, AKT_STMT_FIND, akt_parse_find, "find agreement = m{\\w+ Treaty}"},
    {"relation", LEVEL_TOP, AKT_STMT_RELATION, akt_parse_relation,
     "relation spoke-with, mutual, cooperative"},
    {"govern", LEVEL_TOP, AKT_STMT_GOVERN, akt_parse_govern,
     "govern (refuse|decline) to <any> as negated"},
    {"never", LEVEL_TOP, AKT_STMT_NEVER, akt_parse_phrase, "never <actor> strike a chord"},
    {"without", LEVEL_TOP, AKT_STMT_WITHOUT, akt_parse_without, NULL},
    {"also", LEVEL_ENTITY, AKT_STMT_COMMENT, akt_parse_also,
     "also US exact, Dockers if-introduced"},
    {"adj", LEVEL_ENTITY, AKT_STMT_COMMENT, akt_parse_adj, "adj Ghanaian"},
    {"stands-for", LEVEL_ENTITY, AKT_STMT_COMMENT, akt_parse_stands_for, "stands-for Accra"},
    {"role", LEVEL_ENTITY, AKT_STMT_COMMENT, akt_parse_role, NULL},
    {"frame", LEVEL_RELATION, AKT_STMT_FRAME, akt_parse_frame,
     "frame <actor> (praise|applaud) <actor> as \"label\""},
    {"noun", LEVEL_RELATION, AKT_STMT_NOUN, akt_parse_frame,
     "noun talks between <actor> and <actor>"},
    {"match", LEVEL_RELATION, AKT_STMT_MATCH, akt_parse_frame,
     "match <actor> m{rang(?: up)?} <actor>"},
    {"not", LEVEL_RELATION, AKT_STMT_NOT, akt_parse_phrase, "not <actor> praise weather"},
    {"above", LEVEL_RELATION, AKT_STMT_COMMENT, akt_parse_above, "above praised, thanked"},
    {"test", LEVEL_RELATION, AKT_STMT_TEST, akt_parse_test, "test \"Peru praised Chile.\""},
};
enum { KEYWORD_COUNT = sizeof keywords / sizeof *keywords };

// What people write who know other rule languages.
static const struct {
  const char *word;
  const char *keyword;
} habits[] = {
    {"include", "use"},    {"import", "use"},     {"type", "kind"},
    {"list", "words"},     {"word", "words"},     {"alias", "also"},
    {"aka", "also"},       {"demonym", "adj"},    {"metonym", "stands-for"},
    {"pattern", "frame"},  {"rule", "relation"},  {"regex", "match"},
    {"example", "test"},   {"priority", "above"}, {"person", "entity"},
    {"country", "entity"}, {"exclude", "not"},    {"remove", "without"},
    {"delete", "without"}, {"verb", "forms"},     {"ignore", "never"},
};

// ---- comments

static akt_stmt *new_stmt(akt_parser *parser, akt_stmt_kind kind, akt_loc loc) {
  akt_stmt *stmt = akt_arena_zalloc(parser->arena, sizeof *stmt);
  stmt->kind_of = kind;
  stmt->loc = stmt->keyword = loc;
  return stmt;
}

// Comments before a statement stand in the list that the statement goes to.
static void flush_to_stmts(akt_parser *parser, akt_stmts *stmts) {
  for (uint32_t i = 0; i < parser->waiting.count; i++) {
    akt_stmt *stmt = new_stmt(parser, AKT_STMT_COMMENT, AKT_NOWHERE);
    stmt->trailing_comment = parser->waiting.items[i];
    akt_vec_push(parser->arena, stmts, stmt);
  }
  parser->waiting.count = 0;
}

static void flush_to_rows(akt_parser *parser, akt_stmt *stmt) {
  for (uint32_t i = 0; i < parser->waiting.count; i++) {
    akt_ast_row row = {.kind = AKT_ROW_COMMENT,
                       .child = stmt->children.count,
                       .comment = parser->waiting.items[i]};
    akt_vec_push(parser->arena, &stmt->rows, row);
  }
  parser->waiting.count = 0;
}

// Comments at the end of a line, and those inside it that no list item took.
static const char *join_comments(akt_parser *parser) {
  akt_buf buf;
  akt_buf_init(&buf, parser->arena);
  for (uint32_t i = 0; i < parser->inside.count; i++) {
    const char *comment = parser->inside.items[i];
    if (*comment == '\n')
      comment++;
    if (*comment && buf.len)
      akt_buf_puts(&buf, "  ");
    akt_buf_puts(&buf, comment);
  }
  parser->inside.count = 0;
  return buf.len ? akt_buf_text(&buf) : NULL;
}

// ---- one line

static void extend(akt_stmt *stmt, uint32_t end) {
  if (stmt && stmt->loc.end < end)
    stmt->loc.end = end;
}

static uint32_t line_end(const akt_parser *parser) {
  uint32_t i = parser->lexer.tokens.count - 1;
  while (i && (parser->lexer.tokens.items[i].kind == AKT_TOKEN_END ||
               parser->lexer.tokens.items[i].kind == AKT_TOKEN_COMMENT))
    i--;
  return parser->lexer.tokens.items[i].end;
}

static void skip_line(akt_parser *parser) {
  while (akt_parse_take(parser)->kind != AKT_TOKEN_END)
    continue;
}

// Whether a word of the line holds the arrow of an edge: under a test also a
// broken one, so that the message speaks of edges.
static bool is_edge(const akt_parser *parser) {
  const char *arrow = parser->test ? "--" : "-->";
  const akt_token *tokens = parser->lexer.tokens.items;
  uint32_t last = parser->lexer.tokens.count - 1;
  akt_span line = {parser->text.ptr + tokens[0].start, tokens[last].end - tokens[0].start};
  if (!akt_span_find(line, arrow)) // most lines
    return false;
  for (uint32_t i = 0; i < last; i++)
    if (tokens[i].kind == AKT_TOKEN_WORD &&
        akt_span_find(akt_parse_span(parser, &tokens[i]), arrow))
      return true;
  return false;
}

static void read_expectation(akt_parser *parser) {
  if (!parser->test) {
    if (!parser->is_lost)
      akt_parse_error(parser, AKT_CODE_MISPLACED, akt_parse_loc(parser, akt_parse_peek(parser)),
                      "an edge or `node` line belongs under a `test` line");
    skip_line(parser);
    return;
  }
  flush_to_rows(parser, parser->test);
  uint32_t end = line_end(parser);
  bool is_fine = akt_parse_expectation(parser, parser->test);
  if (!is_fine) {
    parser->test->is_broken = true;
    skip_line(parser);
  }
  const char *comment = join_comments(parser);
  if (is_fine && parser->extent == AKT_AST_WHOLE)
    parser->test->rows.items[parser->test->rows.count - 1].comment = comment;
  extend(parser->test, end);
  extend(parser->open, end);
}

static const char *home_of(level where) {
  return where == LEVEL_ENTITY ? "entity" : "relation";
}

static bool has_home(akt_parser *parser, const keyword *key, akt_loc loc) {
  akt_stmt_kind needed = key->level == LEVEL_ENTITY ? AKT_STMT_ENTITY : AKT_STMT_RELATION;
  if (key->level == LEVEL_TOP || (parser->open && parser->open->kind_of == needed))
    return true;
  if (!parser->is_lost) {
    akt_diag *diag = akt_parse_error(
        parser, AKT_CODE_MISPLACED, loc, "`%s` belongs under %s `%s` line", key->word,
        key->level == LEVEL_ENTITY ? "an" : "a", home_of(key->level));
    if (diag && parser->open)
      akt_diag_add_note(parser->diags, diag, parser->open->keyword,
                        "this line belongs to the `%s` here",
                        parser->open->kind_of == AKT_STMT_ENTITY ? "entity" : "relation");
    else if (diag)
      akt_diag_add_help(parser->diags, diag, "begin with a line `%s`",
                        key->level == LEVEL_ENTITY ? "entity KIND NAME" : "relation NAME");
  }
  skip_line(parser);
  return false;
}

static void read_row(akt_parser *parser, const keyword *key) {
  akt_stmt *stmt = parser->open;
  flush_to_rows(parser, stmt);
  parser->test = NULL;
  uint32_t rows = stmt->rows.count;
  uint32_t end = line_end(parser);
  if (!key->read(parser, stmt)) {
    stmt->is_broken = true;
    skip_line(parser);
  }
  const char *comment = join_comments(parser);
  if (stmt->rows.count > rows)
    stmt->rows.items[stmt->rows.count - 1].comment = comment;
  extend(stmt, end);
}

static void read_statement(akt_parser *parser, const keyword *key, akt_loc loc) {
  akt_stmt *stmt = new_stmt(parser, key->kind, loc);
  if (key->level == LEVEL_TOP) {
    flush_to_stmts(parser, &parser->file->statements);
    akt_vec_push(parser->arena, &parser->file->statements, stmt);
    bool is_opening = key->kind == AKT_STMT_ENTITY || key->kind == AKT_STMT_RELATION;
    parser->open = is_opening ? stmt : NULL;
    parser->test = NULL;
  } else {
    flush_to_stmts(parser, &parser->open->children);
    akt_vec_push(parser->arena, &parser->open->children, stmt);
    stmt->parent = parser->open;
    parser->test = key->kind == AKT_STMT_TEST ? stmt : NULL;
  }
  uint32_t end = line_end(parser);
  stmt->is_broken = parser->lexer.is_open;
  if (!key->read(parser, stmt)) {
    stmt->is_broken = true;
    skip_line(parser);
  }
  stmt->trailing_comment = join_comments(parser);
  extend(stmt, end);
  extend(stmt->parent, end);
}

// The keyword that was probably meant, or NULL.
static const char *likely_keyword(akt_parser *parser, const char *word) {
  for (uint32_t i = 0; i < sizeof habits / sizeof *habits; i++)
    if (strcmp(habits[i].word, word) == 0)
      return habits[i].keyword;
  uint32_t count;
  const char *const *words = akt_lex_keywords(&count);
  return akt_suggest(parser->arena, word, words, count);
}

// Editors make a long dash of two hyphens: `Peru –praised–> Chile`.
static bool has_long_dash(const akt_parser *parser) {
  for (uint32_t i = 0; i < parser->lexer.tokens.count; i++) {
    akt_span text = akt_parse_span(parser, &parser->lexer.tokens.items[i]);
    for (size_t k = 0; k + 2 < text.len; k++)
      if (memcmp(text.ptr + k, "\u2013", 3) == 0 || memcmp(text.ptr + k, "\u2014", 3) == 0)
        return true;
  }
  return false;
}

static const char *help_on_line(const akt_parser *parser, const akt_token *token) {
  if (akt_parse_is_foreign_comment(akt_parse_span(parser, token)))
    return "a comment begins with `#`";
  if (parser->test && has_long_dash(parser))
    return "write two hyphens, as in `A --relation--> B`; some editors make one long dash of "
           "them";
  if (parser->test && akt_parse_is_word(parser, token, "nothing"))
    return "`nothing` stands behind the sentence: test \"Peru is large.\" nothing";
  if (parser->test)
    return "an edge under a test is written `A --relation--> B`";
  if (token->kind == AKT_TOKEN_SLOT)
    return "a pattern under a relation begins with `frame`, `noun` or `match`";
  return "a line goes on on the next one only after a comma, a `|` or an opening bracket";
}

static void tell_unknown(akt_parser *parser, const akt_token *token) {
  akt_span text = akt_parse_span(parser, token);
  bool is_slot = token->kind == AKT_TOKEN_SLOT;
  char *word = akt_arena_copy(parser->arena, text.ptr, text.len > 40 ? 40 : text.len);
  akt_diag *diag =
      akt_parse_error(parser, AKT_CODE_UNKNOWN_STATEMENT, akt_parse_loc(parser, token),
                      "`%s%s%s` is no keyword, and every line begins with one",
                      is_slot ? "<" : "", word, is_slot ? ">" : "");
  parser->is_lost = true;
  if (parser->test)
    parser->test->is_broken = true; // the line may have been an expectation
  if (!diag)
    return;
  const char *likely = is_slot ? NULL : likely_keyword(parser, word);
  if (likely) {
    akt_diag_add_help(parser->diags, diag, "did you mean `%s`?", likely);
    diag->fix = likely;
    diag->is_guess = true;
  } else {
    akt_diag_add_help(parser->diags, diag, "%s", help_on_line(parser, token));
  }
}

static const keyword *keyword_at(const akt_parser *parser, const akt_token *token) {
  if (token->kind != AKT_TOKEN_WORD)
    return NULL;
  char first = parser->text.ptr[token->text_start];
  for (uint32_t i = 0; i < KEYWORD_COUNT; i++)
    if (keywords[i].word[0] == first && akt_parse_is_word(parser, token, keywords[i].word))
      return &keywords[i];
  return NULL;
}

static void read_line(akt_parser *parser) {
  const akt_token *first = &parser->lexer.tokens.items[0];
  parser->next = 0;
  parser->has_failed = false;
  parser->shape = NULL;
  parser->inside.count = parser->inside_starts = 0;
  if (first->kind == AKT_TOKEN_END || first->kind == AKT_TOKEN_COMMENT) {
    if (parser->extent != AKT_AST_WHOLE)
      return;
    akt_span text = akt_parse_span(parser, first);
    const char *comment = text.len ? akt_arena_copy(parser->arena, text.ptr, text.len) : NULL;
    akt_vec_push(parser->arena, &parser->waiting, comment);
    return;
  }
  bool is_node = akt_parse_is_word(parser, first, "node") && (parser->test || parser->is_lost);
  if (is_edge(parser) || is_node) {
    read_expectation(parser);
    return;
  }
  const keyword *key = keyword_at(parser, first);
  if (!key) {
    tell_unknown(parser, first);
    skip_line(parser);
    return;
  }
  akt_loc loc = akt_parse_loc(parser, first);
  akt_parse_take(parser);
  parser->shape = key->shape;
  if (!has_home(parser, key, loc))
    return;
  parser->is_lost = false;
  if (key->kind == AKT_STMT_COMMENT)
    read_row(parser, key);
  else
    read_statement(parser, key, loc);
}

// ---- files

static const char *pack_name(akt_arena *arena, const char *path) {
  const char *slash = strrchr(path, '/');
  akt_span name = akt_span_of(slash ? slash + 1 : path);
  if (akt_span_ends_with(name, ".akt"))
    name.len -= 4;
  return akt_arena_copy(arena, name.ptr, name.len);
}

// Bytes that are no UTF-8 are told and read as a letter, NULs as a space, so the rest
// of the file is still looked at. A file with many of them is no text at all.
static akt_span repair(akt_parser *parser, akt_span text) {
  enum { MOST_TOLD = 5 };
  akt_span fixed = {akt_arena_copy(parser->arena, text.ptr, text.len), text.len};
  char *bytes = (char *)(uintptr_t)fixed.ptr;
  uint32_t told = 0;
  for (size_t at = 0; at < text.len; at++) {
    akt_span rest = {fixed.ptr + at, fixed.len - at};
    const char *nul = memchr(rest.ptr, '\0', rest.len);
    size_t valid = akt_utf8_valid_prefix(rest);
    size_t stop = nul && (size_t)(nul - rest.ptr) < valid ? (size_t)(nul - rest.ptr) : valid;
    at += stop;
    if (at >= text.len)
      break;
    akt_loc loc = {parser->source, (uint32_t)at, (uint32_t)at + 1};
    unsigned char byte = (unsigned char)bytes[at];
    bytes[at] = byte == 0 ? ' ' : 'x';
    if (told++ >= MOST_TOLD)
      continue;
    if (byte == 0) {
      akt_diags_add(parser->diags, AKT_CODE_FILE_NUL, loc, "a NUL byte stands here");
      continue;
    }
    akt_diag *diag = akt_diags_add(parser->diags, AKT_CODE_FILE_NOT_UTF8, loc,
                                   "the byte 0x%02X is not UTF-8", byte);
    akt_diag_add_help(parser->diags, diag, "save the file as UTF-8");
  }
  if (told > MOST_TOLD && told > text.len / 10)
    fixed.len = 0;
  return fixed;
}

static bool looks_like_utf16(akt_span text) {
  if (text.len < 2)
    return false;
  const unsigned char *b = (const unsigned char *)text.ptr;
  return (b[0] == 0xFF && b[1] == 0xFE) || (b[0] == 0xFE && b[1] == 0xFF) ||
         (text.len >= 4 &&
          ((!b[0] && b[1] && !b[2] && b[3]) || (b[0] && !b[1] && b[2] && !b[3])));
}

// Old editors end a line with a carriage return alone: all of the file would be one line,
// and is not worth reading.
static bool check_line_ends(akt_parser *parser) {
  akt_span text = parser->text;
  const char *at = memchr(text.ptr, '\r', text.len);
  while (at && (at + 1 == text.ptr + text.len || at[1] == '\n'))
    at = memchr(at + 1, '\r', (size_t)(text.ptr + text.len - at - 1));
  if (!at)
    return true;
  uint32_t start = (uint32_t)(at - text.ptr);
  akt_diag *diag = akt_diags_add(parser->diags, AKT_CODE_LINE_ENDS,
                                 (akt_loc){parser->source, start, start + 1},
                                 "a carriage return without a line feed stands here");
  akt_diag_add_help(parser->diags, diag, "save the file with the line ends of Unix or Windows");
  return memchr(text.ptr, '\n', text.len) != NULL;
}

static bool has_statements(const akt_ast_file *file) {
  for (uint32_t i = 0; i < file->statements.count; i++) {
    akt_stmt_kind kind = file->statements.items[i]->kind_of;
    if (kind != AKT_STMT_COMMENT && kind != AKT_STMT_RULES)
      return true;
  }
  return false;
}

static void check_order(akt_parser *parser) {
  bool has_others = false;
  for (uint32_t i = 0; i < parser->file->statements.count; i++) {
    const akt_stmt *stmt = parser->file->statements.items[i];
    if (stmt->kind_of == AKT_STMT_RULES && has_others)
      akt_diags_add(parser->diags, AKT_CODE_MISPLACED, stmt->keyword,
                    "`rules` must be the first statement");
    has_others |= stmt->kind_of != AKT_STMT_COMMENT;
  }
}

akt_ast_file *akt_ast_parse(akt_arena *arena, akt_diags *diags, uint32_t source,
                            const char *path, akt_ast_extent extent) {
  akt_ast_file *file = akt_arena_zalloc(arena, sizeof *file);
  *file = (akt_ast_file){
      .source = source, .path = akt_arena_string(arena, path), .pack = pack_name(arena, path)};
  akt_parser parser = {
      .arena = arena, .diags = diags, .source = source, .file = file, .extent = extent};
  parser.text = diags->sources.items[source].text;
  uint32_t errors = diags->errors;
  if (looks_like_utf16(parser.text)) {
    akt_diag *diag = akt_diags_add(diags, AKT_CODE_FILE_UTF16, (akt_loc){source, 0, 1},
                                   "this file looks like UTF-16");
    akt_diag_add_help(diags, diag, "save it as UTF-8");
    return file;
  }
  bool is_clean = akt_utf8_valid_prefix(parser.text) == parser.text.len &&
                  !memchr(parser.text.ptr, '\0', parser.text.len);
  if (!is_clean)
    parser.text = repair(&parser, parser.text);
  if (!check_line_ends(&parser))
    return file;
  akt_lexer_init(&parser.lexer, arena, diags, source, parser.text);
  while (akt_lexer_next(&parser.lexer)) {
    read_line(&parser);
    if (extent == AKT_AST_PROVEN)
      akt_lexer_skip_tests(&parser.lexer);
  }
  flush_to_stmts(&parser, &file->statements);
  check_order(&parser);
  if (!has_statements(file) && errors == diags->errors)
    akt_diags_add(diags, AKT_CODE_FILE_EMPTY, (akt_loc){source, 0, 0},
                  "this file has no rules in it");
  return file;
}
