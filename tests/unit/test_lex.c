// Tokens of rule lines: quotes, comments, brackets, and which lines go on.
#include "rule/lex.h"
#include "rule_fixture.h"

static const char letters[] = {
    [AKT_TOKEN_END] = '.',         [AKT_TOKEN_WORD] = 'w',         [AKT_TOKEN_QUOTED] = 'q',
    [AKT_TOKEN_REGEX] = 'm',       [AKT_TOKEN_SLOT] = 's',         [AKT_TOKEN_COMMA] = ',',
    [AKT_TOKEN_OPEN] = '(',        [AKT_TOKEN_CLOSE] = ')',        [AKT_TOKEN_BAR] = '|',
    [AKT_TOKEN_OPEN_SQUARE] = '[', [AKT_TOKEN_CLOSE_SQUARE] = ']', [AKT_TOKEN_EQUALS] = '=',
    [AKT_TOKEN_COMMENT] = '#'};

// All lines as letters: "w,w." and so on, lines separated by blanks.
static const char *shape(fixture *f, const char *text) {
  akt_span span = akt_span_of(text);
  uint32_t source = akt_diags_add_source(&f->diags, "t", span);
  akt_lexer lexer;
  akt_lexer_init(&lexer, &f->arena, &f->diags, source, span);
  akt_buf out;
  akt_buf_init(&out, &f->arena);
  while (akt_lexer_next(&lexer)) {
    akt_buf_puts(&out, out.len ? " " : "");
    for (uint32_t i = 0; i < lexer.tokens.count; i++)
      akt_buf_putc(&out, letters[lexer.tokens.items[i].kind]);
  }
  return akt_buf_text(&out);
}

static const char *first_token(fixture *f, const char *text) {
  akt_span span = akt_span_of(text);
  uint32_t source = akt_diags_add_source(&f->diags, "t", span);
  akt_lexer lexer;
  akt_lexer_init(&lexer, &f->arena, &f->diags, source, span);
  assert_true(akt_lexer_next(&lexer));
  const akt_token *token = &lexer.tokens.items[0];
  return akt_arena_copy(&f->arena, text + token->text_start,
                        token->text_end - token->text_start);
}

static void lines_become_tokens(void **state) {
  static const char *const rows[][2] = {
      {"", ""},
      {"\n", "."},
      {"a b\nc", "ww. w."},
      {"a = b, c", "w=w,w."},
      {"a=b", "w=w."},
      {"a = b = c", "w=www."},
      {"frame <a> (b|c d) [e <n:f>]", "ws(w|ww)[ws]."},
      {"x \"a, b\" c", "wqw."},
      {"match <a> m{a, (b|c)} <a>", "wsms."},
      {"am{b}", "w."},
      {"A --x--> B", "www."},
      {"it's U.S. @SecRubio AT&T 50%", "wwwww."},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_string_equal(shape(*state, rows[i][0]), rows[i][1]);
}

static void comments_begin_anywhere_but_inside_a_word(void **state) {
  fixture *f = *state;
  assert_string_equal(shape(f, "# a \"b\n  # c\nd#e f # g"), "#. #. ww#.");
  assert_string_equal(shape(f, "\"a # b\" m{c # d}"), "qm.");
  assert_string_equal(shape(f, "<a>#b"), "s#.");
  assert_int_equal(f->diags.errors, 0);
}

static void regexes_end_at_the_balancing_brace(void **state) {
  fixture *f = *state;
  assert_string_equal(first_token(f, "m{a{2,3}\\}[x]} b}"), "a{2,3}\\}[x]");
  assert_string_equal(first_token(f, "m{} b"), "");
  assert_int_equal(f->diags.errors, 0);
  first_token(f, "m{a{2} b");
  assert_int_equal(count_code(f, AKT_CODE_UNCLOSED_REGEX), 1);
}

static void quotes_end_on_their_line(void **state) {
  fixture *f = *state;
  assert_string_equal(shape(f, "\"a\nb\""), "q. wq.");
  assert_int_equal(count_code(f, AKT_CODE_UNCLOSED_QUOTE), 2);
}

static void a_comma_bar_or_open_bracket_reads_on(void **state) {
  fixture *f = *state;
  assert_string_equal(shape(f, "a b,\n c\nd"), "ww,w. w.");
  assert_string_equal(shape(f, "a (b|\n c)"), "w(w|w).");
  assert_string_equal(shape(f, "a (\n b) ["), "w(w)[.");
  assert_string_equal(shape(f, "a,  # x\n\n  # y\n b"), "w,###w.");
  assert_string_equal(shape(f, "a,\r\n b\r\n"), "w,w.");
}

static void a_keyword_always_begins_a_statement(void **state) {
  fixture *f = *state;
  assert_string_equal(shape(f, "words a = b,\nwords c = d"), "ww=w,. ww=w.");
  assert_string_equal(shape(f, "words a = b,\n\"use\" c"), "ww=w,qw.");
  assert_string_equal(shape(f, "words a = b,\nuser c"), "ww=w,ww.");
}

static void a_comma_at_the_end_of_the_file_reads_no_further(void **state) {
  assert_string_equal(shape(*state, "a,"), "w,.");
  assert_string_equal(shape(*state, "a,\n\n# x\n"), "w,. . #.");
}

static void no_break_spaces_are_blanks(void **state) {
  assert_string_equal(shape(*state, "a\xC2\xA0"
                                    "b\xE2\x80\xAF"
                                    "c"),
                      "www.");
}

static void a_line_beyond_the_limit_is_told_and_left_out(void **state) {
  fixture *f = *state;
  size_t size = 1 << 20;
  char *text = akt_arena_zalloc(&f->arena, size + 8);
  memset(text, 'a', size);
  memcpy(text + size, "\nkind b", 7);
  assert_string_equal(shape(f, text), ". ww.");
  assert_int_equal(count_code(f, AKT_CODE_LINE_TOO_LONG), 1);
}

static void many_blank_lines_inside_a_list_cost_no_more_than_their_number(void **state) {
  fixture *f = *state;
  enum { LINES = 200000 };
  char *text = akt_arena_zalloc(&f->arena, LINES + 8);
  memset(text, '\n', LINES);
  text[0] = 'a';
  text[1] = ',';
  text[LINES] = 'b';
  const char *got = shape(f, text);
  assert_int_equal(strlen(got), LINES - 3 + 4); // each blank line once, "w," and "w."
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(lines_become_tokens),
      AKT_TEST(comments_begin_anywhere_but_inside_a_word),
      AKT_TEST(regexes_end_at_the_balancing_brace),
      AKT_TEST(quotes_end_on_their_line),
      AKT_TEST(a_comma_bar_or_open_bracket_reads_on),
      AKT_TEST(a_keyword_always_begins_a_statement),
      AKT_TEST(a_comma_at_the_end_of_the_file_reads_no_further),
      AKT_TEST(no_break_spaces_are_blanks),
      AKT_TEST(a_line_beyond_the_limit_is_told_and_left_out),
      AKT_TEST(many_blank_lines_inside_a_list_cost_no_more_than_their_number),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
