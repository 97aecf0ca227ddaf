// Text in pictures: line breaking, shortening, escaping.
#include "arena_fixture.h"

#include "draw/palette.h"
#include "draw/text.h"

static const char *wrapped(const char *text, uint32_t width, uint32_t max_lines) {
  akt_text_lines lines = {0};
  akt_text_wrap(&scratch.arena, text, width, max_lines, &lines);
  akt_buf out;
  akt_buf_init(&out, &scratch.arena);
  for (uint32_t i = 0; i < lines.count; i++) {
    akt_buf_puts(&out, i ? "|" : "");
    akt_buf_add(&out, lines.items[i].ptr, lines.items[i].len);
  }
  return akt_buf_text(&out);
}

static void lines_break_at_blanks(void **state) {
  (void)state;
  assert_string_equal(wrapped("India", 22, 3), "India");
  assert_string_equal(wrapped("Organization of American States", 22, 3),
                      "Organization of|American States");
  assert_string_equal(wrapped("", 22, 3), "");
  assert_string_equal(wrapped("  a \n b  ", 22, 3), "a b");
}

static void lines_are_about_equally_long(void **state) {
  (void)state;
  assert_string_equal(wrapped("aaaa bbbb cccc dddd eeee f", 24, 3),
                      "aaaa bbbb cccc|dddd eeee f");
}

static void a_word_longer_than_a_line_is_cut(void **state) {
  (void)state;
  assert_string_equal(wrapped("abcdefghijklmnopqrstuvwxyz", 10, 9),
                      "abcdefghij|klmnopqrst|uvwxyz");
  assert_string_equal(wrapped("abcdefghijkl x", 10, 9), "abcdefghijkl|x");
}

static void the_last_line_tells_that_more_was_there(void **state) {
  (void)state;
  assert_string_equal(wrapped("one two three four five six", 9, 2),
                      "one two|three\xE2\x80\xA6");
}

static void wide_letters_count_twice(void **state) {
  (void)state;
  assert_int_equal(akt_text_columns(akt_span_of("\xE4\xB8\xAD\xE5\x9B\xBD")), 4);
  assert_string_equal(
      akt_text_shorten(&scratch.arena, "\xE4\xB8\xAD\xE5\x9B\xBD\xE4\xB8\xAD", 5),
      "\xE4\xB8\xAD\xE5\x9B\xBD\xE2\x80\xA6");
}

static const char *escaped(const char *text) {
  akt_buf out;
  akt_buf_init(&out, &scratch.arena);
  akt_text_escape(&out, akt_span_of(text));
  return akt_buf_text(&out);
}

static void no_text_becomes_markup(void **state) {
  (void)state;
  assert_string_equal(escaped("<b>&\"x\""), "&lt;b&gt;&amp;&quot;x&quot;");
  assert_string_equal(escaped("a\x01\x7F\xE2\x80\xAE z"), "a z");
  assert_null(strstr(escaped("\\N"), "\\"));
}

static void dates_are_written_for_people(void **state) {
  (void)state;
  assert_string_equal(akt_text_date(&scratch.arena, "2025-04-30"), "30 Apr 2025");
  assert_string_equal(akt_text_date(&scratch.arena, "2025-13-01"), "2025-13-01");
  assert_string_equal(akt_text_date(&scratch.arena, "2025"), "2025");
  assert_string_equal(akt_text_date(&scratch.arena, ""), "");
}

static void ids_hold_only_safe_letters(void **state) {
  (void)state;
  assert_string_equal(akt_text_id(&scratch.arena, "a\" onload=\"x"), "a__onload__x");
}

static void contrast_is_measured_as_people_see_it(void **state) {
  (void)state;
  assert_in_range(akt_colour_contrast(0x000000, 0xFFFFFF), 2080, 2110);
  assert_in_range(akt_colour_contrast(0xFFFFFF, 0x0072B2), 500, 540);
  assert_int_equal(akt_colour_contrast(0x123456, 0x123456), 100);
}

static void unreadable_colours_of_a_rule_file_are_mended(void **state) {
  (void)state;
  static const char *const themes[] = {"light", "dark", "print"};
  static const akt_kind_look looks[] = {{"a", NULL, "box", "FFFFFF", "FFFFFF", "FFFFFF"},
                                        {"b", NULL, "box", "000000", "000000", "000000"},
                                        {"c", NULL, "box", "808080", "808080", "808080"},
                                        {"d", NULL, "nonsense", "zz", NULL, "F"}};
  akt_graph graph;
  akt_graph_init(&graph, &scratch.arena);
  for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
    akt_vec_push(&scratch.arena, &graph.kinds, looks[i]);
  for (size_t t = 0; t < 3; t++) {
    const akt_theme *theme = akt_theme_find(themes[t]);
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
      akt_node_look look = akt_palette_kind(&graph, theme, looks[i].name);
      assert_true(akt_colour_contrast(look.text, look.fill) >= 450);
      assert_true(akt_colour_contrast(look.role, look.fill) >= 450);
      look = akt_palette_unnamed(look, theme);
      assert_true(akt_colour_contrast(look.text, look.fill) >= 450);
      assert_true(look.is_unnamed != look.is_prominent);
    }
    for (int tone = 0; tone < 3; tone++)
      assert_true(akt_colour_contrast(theme->tones[tone].text, theme->pill) >= 450);
    assert_true(akt_colour_contrast(theme->muted, theme->paper) >= 450);
  }
}

static void a_kind_looks_like_its_parent_where_it_lists_nothing(void **state) {
  (void)state;
  akt_graph graph;
  akt_graph_init(&graph, &scratch.arena);
  akt_kind_look group = {"group", NULL, "hexagon", "F7E3EE", "B0548A", "1B2A3A"};
  akt_kind_look militia = {"militia", "group", NULL, "112233", NULL, NULL};
  akt_vec_push(&scratch.arena, &graph.kinds, group);
  akt_vec_push(&scratch.arena, &graph.kinds, militia);
  akt_node_look look = akt_palette_kind(&graph, akt_theme_find(NULL), "militia");
  assert_string_equal(look.shape, "hexagon");
  assert_int_equal(look.fill, 0x112233);
  assert_int_equal(look.line, 0xB0548A);
}

static void kinds_may_be_each_others_parents(void **state) {
  (void)state;
  akt_graph graph;
  akt_graph_init(&graph, &scratch.arena);
  akt_vec_push(&scratch.arena, &graph.kinds, ((akt_kind_look){.name = "a", .parent = "b"}));
  akt_vec_push(&scratch.arena, &graph.kinds, ((akt_kind_look){.name = "b", .parent = "a"}));
  assert_non_null(akt_palette_kind(&graph, akt_theme_find(NULL), "a").shape);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(lines_break_at_blanks),
      AKT_TEST(lines_are_about_equally_long),
      AKT_TEST(a_word_longer_than_a_line_is_cut),
      AKT_TEST(the_last_line_tells_that_more_was_there),
      AKT_TEST(wide_letters_count_twice),
      AKT_TEST(no_text_becomes_markup),
      AKT_TEST(dates_are_written_for_people),
      AKT_TEST(ids_hold_only_safe_letters),
      AKT_TEST(contrast_is_measured_as_people_see_it),
      AKT_TEST(unreadable_colours_of_a_rule_file_are_mended),
      AKT_TEST(a_kind_looks_like_its_parent_where_it_lists_nothing),
      AKT_TEST(kinds_may_be_each_others_parents),
  };
  return cmocka_run_group_tests_name("draw text", tests, NULL, NULL);
}
