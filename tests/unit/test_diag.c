// Diagnostics: positions, carets, JSON lines, the nearest name.
#include "rule_fixture.h"

#include "diag/diag.h"

#include <stdio.h>

static const char *render(fixture *f, akt_render_options options) {
  akt_buf out;
  akt_buf_init(&out, &f->arena);
  akt_diags_render(&f->diags, &options, &out);
  return akt_buf_text(&out);
}

static akt_diag *add_at(fixture *f, const char *text, const char *what, akt_code code) {
  uint32_t source = akt_diags_add_source(&f->diags, "a.akt", akt_span_of(text));
  uint32_t start = (uint32_t)(strstr(text, what) - text);
  akt_loc loc = {source, start, start + (uint32_t)strlen(what)};
  return akt_diags_add(&f->diags, code, loc, "unknown name `%s`", what);
}

static void lines_and_columns_count_code_points_from_one(void **state) {
  fixture *f = *state;
  akt_source source = {.name = "x",
                       .text = AKT_SPAN("ab\n\xC3\xA9"
                                        "c\n\nlast")};
  static const uint32_t want[][3] = {{0, 1, 1}, {1, 1, 2}, {2, 1, 3},  {3, 2, 1}, {5, 2, 2},
                                     {7, 3, 1}, {8, 4, 1}, {12, 4, 5}, {99, 4, 5}};
  for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
    uint32_t line;
    uint32_t column;
    akt_source_position(&f->arena, &source, want[i][0], &line, &column);
    assert_int_equal(line, want[i][1]);
    assert_int_equal(column, want[i][2]);
  }
}

static void the_caret_stands_under_what_is_wrong(void **state) {
  fixture *f = *state;
  akt_diag *diag = add_at(f, "kind a\nkind b is whm, box\n", "whm", AKT_CODE_UNKNOWN_KIND);
  akt_diag_add_note(&f->diags, diag, (akt_loc){0, 0, 4}, "kinds begin here");
  akt_diag_add_help(&f->diags, diag, "replace with `whom`");
  assert_string_equal(render(f, (akt_render_options){0}),
                      "a.akt:2:11: error[E0202]: unknown name `whm`\n"
                      "    2 | kind b is whm, box\n"
                      "      |           ^~~\n"
                      "   note: a.akt:1:1: kinds begin here\n"
                      "   help: replace with `whom`\n");
}

static void tabs_are_copied_and_wide_characters_count_twice(void **state) {
  fixture *f = *state;
  add_at(f, "\twords \xE4\xB8\xAD\xC3\xA9 = x\xE4\xB8\xAD\n", "x\xE4\xB8\xAD",
         AKT_CODE_UNKNOWN_WORDS);
  const char *text = render(f, (akt_render_options){0});
  assert_non_null(strstr(text, "a.akt:1:13:"));
  assert_non_null(strstr(text, "      | \t            ^~~\n"));
  assert_null(strstr(text, "^~~~"));
}

static void a_long_line_is_shown_around_the_caret(void **state) {
  fixture *f = *state;
  char *line = akt_arena_zalloc(&f->arena, 50001);
  memset(line, 'a', 50000);
  memcpy(line + 25000, " bad ", 5);
  add_at(f, line, "bad", AKT_CODE_UNKNOWN_KIND);
  const char *text = render(f, (akt_render_options){0});
  assert_true(strlen(text) < 600);
  const char *shown = strstr(text, "bad aaa");
  const char *caret = strstr(text, "^~~");
  assert_non_null(shown);
  assert_non_null(caret);
  const char *shown_line = strstr(text, "    1 | ");
  const char *caret_line = strstr(text, "      | ");
  assert_int_equal(shown - shown_line, caret - caret_line);
}

static void control_characters_never_reach_the_terminal(void **state) {
  fixture *f = *state;
  add_at(f, "kind \x1B[31mred\xE2\x80\xAE\xFF\n", "red", AKT_CODE_UNKNOWN_KIND);
  akt_diags_add(&f->diags, AKT_CODE_UNKNOWN_KIND, AKT_NOWHERE, "evil \x1B[2J\x07 message");
  const char *text = render(f, (akt_render_options){0});
  for (const char *p = text; *p; p++)
    assert_true((unsigned char)*p >= 0x20 || *p == '\n');
  assert_null(strstr(text, "\xE2\x80\xAE"));
  assert_null(strstr(text, "\xFF"));
}

static void a_place_beyond_the_text_does_not_crash(void **state) {
  fixture *f = *state;
  uint32_t source = akt_diags_add_source(&f->diags, "a.akt", AKT_SPAN("ab"));
  akt_diags_add(&f->diags, AKT_CODE_UNKNOWN_KIND, (akt_loc){source, 900, 950}, "x");
  akt_diags_add(&f->diags, AKT_CODE_UNKNOWN_KIND, (akt_loc){source, 2, 1}, "y");
  akt_diags_add(&f->diags, AKT_CODE_UNKNOWN_KIND, (akt_loc){77, 2, 1}, "z");
  assert_non_null(strstr(render(f, (akt_render_options){0}), "error[E0202]: z"));
  assert_non_null(render(f, (akt_render_options){.is_json = true}));
}

static void json_is_one_object_a_line_with_everything_escaped(void **state) {
  fixture *f = *state;
  akt_diag *diag = add_at(f, "kind \"q\\\n", "\"q\\", AKT_CODE_UNKNOWN_KIND);
  diag->fix = "a\tb";
  akt_diag_add_help(&f->diags, diag, "say \"so\"");
  assert_string_equal(
      render(f, (akt_render_options){.is_json = true}),
      "{\"severity\":\"error\",\"code\":\"E0202\",\"file\":\"a.akt\",\"line\":1,\"column\":6,"
      "\"end_line\":1,\"end_column\":9,\"byte_start\":5,\"byte_end\":8,"
      "\"message\":\"unknown name `\\\"q\\\\`\",\"notes\":[{\"kind\":\"help\","
      "\"text\":\"say \\\"so\\\"\"}],\"fix\":\"a\\u0009b\",\"guess\":false}\n");
}

static void messages_come_in_the_order_of_the_text_and_once(void **state) {
  fixture *f = *state;
  uint32_t source = akt_diags_add_source(&f->diags, "a.akt", AKT_SPAN("abcdef"));
  akt_diags_add(&f->diags, AKT_CODE_UNKNOWN_KIND, (akt_loc){source, 4, 5}, "second");
  akt_diags_add(&f->diags, AKT_CODE_UNKNOWN_KIND, (akt_loc){source, 1, 2}, "first");
  akt_diags_add(&f->diags, AKT_CODE_UNKNOWN_KIND, (akt_loc){source, 4, 5}, "second");
  const char *text = render(f, (akt_render_options){0});
  const char *second = strstr(text, "second");
  assert_true(strstr(text, "first") < second);
  assert_null(strstr(second + 1, "second"));
}

static void errors_are_shown_before_warnings_fill_the_limit(void **state) {
  fixture *f = *state;
  uint32_t source = akt_diags_add_source(&f->diags, "a.akt", AKT_SPAN("abcdefghij"));
  for (uint32_t i = 0; i < 8; i++)
    akt_diags_add(&f->diags, AKT_CODE_ALIAS_TWICE, (akt_loc){source, i, i + 1}, "warning %u",
                  i);
  akt_diags_add(&f->diags, AKT_CODE_UNKNOWN_KIND, (akt_loc){source, 9, 10}, "the error");
  const char *text = render(f, (akt_render_options){.limit = 3});
  assert_non_null(strstr(text, "the error"));
  assert_non_null(strstr(text, "warning 1"));
  assert_null(strstr(text, "warning 2"));
  assert_non_null(strstr(text, "6 more not shown\n"));
  assert_null(strstr(render(f, (akt_render_options){.limit = 3, .is_json = true}), "more"));
}

static void colours_come_only_when_asked_for(void **state) {
  fixture *f = *state;
  add_at(f, "kind b\n", "b", AKT_CODE_UNKNOWN_KIND);
  assert_null(strchr(render(f, (akt_render_options){0}), '\033'));
  assert_non_null(strchr(render(f, (akt_render_options){.is_coloured = true}), '\033'));
}

static void strict_makes_errors_of_warnings_and_keeps_their_codes(void **state) {
  fixture *f = *state;
  akt_diags_add(&f->diags, AKT_CODE_ALIAS_TWICE, AKT_NOWHERE, "x");
  assert_int_equal(f->diags.warnings, 1);
  akt_diags_make_strict(&f->diags);
  assert_int_equal(f->diags.warnings, 0);
  assert_int_equal(f->diags.errors, 1);
  assert_string_equal(render(f, (akt_render_options){0}), "error[W0209]: x\n");
}

static void the_nearest_name_is_a_likely_slip_or_none(void **state) {
  fixture *f = *state;
  static const char *const names[] = {"country", "county", "person", "Name", "is", "x"};
  static const char *const rows[][2] = {
      {"contry", "country"},
      {"cuontry", "country"},
      {"COUNTRY", "country"},
      {"persno", "person"},
      {"name", "Name"},
      {"si", "is"},
      {"animal", NULL},
      {"", NULL},
      {"q", NULL},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const char *got = akt_suggest(&f->arena, rows[i][0], names, 6);
    if (!rows[i][1])
      assert_null(got);
    else
      assert_string_equal(got, rows[i][1]);
  }
  char long_name[300];
  memset(long_name, 'a', sizeof long_name - 1);
  long_name[sizeof long_name - 1] = '\0';
  assert_null(akt_suggest(&f->arena, long_name, names, 6));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(lines_and_columns_count_code_points_from_one),
      AKT_TEST(the_caret_stands_under_what_is_wrong),
      AKT_TEST(tabs_are_copied_and_wide_characters_count_twice),
      AKT_TEST(a_long_line_is_shown_around_the_caret),
      AKT_TEST(control_characters_never_reach_the_terminal),
      AKT_TEST(a_place_beyond_the_text_does_not_crash),
      AKT_TEST(json_is_one_object_a_line_with_everything_escaped),
      AKT_TEST(messages_come_in_the_order_of_the_text_and_once),
      AKT_TEST(errors_are_shown_before_warnings_fill_the_limit),
      AKT_TEST(colours_come_only_when_asked_for),
      AKT_TEST(strict_makes_errors_of_warnings_and_keeps_their_codes),
      AKT_TEST(the_nearest_name_is_a_likely_slip_or_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
