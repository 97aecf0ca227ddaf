// The SVG cleaner: what it keeps, what it drops, what it refuses.
#include "arena_fixture.h"

#include "render/svg.h"

static akt_buf out;

static bool clean(const char *svg) {
  akt_buf_init(&out, &scratch.arena);
  return akt_svg_clean(&scratch.arena, akt_span_of(svg), &out);
}

/// What comes of something inside an svg element.
static const char *cleaned(const char *inner) {
  static const char start[] = "<svg role=\"img\">";
  assert_true(clean(akt_arena_printf(&scratch.arena, "<svg>%s</svg>", inner)));
  const char *text = strstr(akt_buf_text(&out), start);
  assert_non_null(text);
  text += sizeof start - 1;
  const char *end = strstr(text, "</svg>");
  assert_non_null(end);
  return akt_arena_copy(&scratch.arena, text, (size_t)(end - text));
}

static void drawing_elements_stay(void **state) {
  (void)state;
  assert_string_equal(cleaned("<polygon fill=\"#fff\" points=\"0,0 1,1\"/>"),
                      "<polygon fill=\"#fff\" points=\"0,0 1,1\"/>");
  assert_string_equal(cleaned("<path d=\"M0,0C1,1 2,2 3,3\"/>"),
                      "<path d=\"M0,0C1,1 2,2 3,3\"/>");
}

static void comments_and_declarations_go(void **state) {
  (void)state;
  assert_true(clean("<?xml version=\"1.0\"?><!DOCTYPE svg [x]><!-- a --><svg></svg>"));
  assert_null(strstr(akt_buf_text(&out), "DOCTYPE"));
  assert_null(strstr(akt_buf_text(&out), "--"));
}

static void events_links_and_styles_go(void **state) {
  (void)state;
  assert_string_equal(cleaned("<path onclick=\"x()\" style=\"a\" href=\"b\" d=\"M0,0\"/>"),
                      "<path d=\"M0,0\"/>");
}

static void other_elements_are_refused(void **state) {
  (void)state;
  static const char *const bad[] = {"script", "foreignObject", "image",
                                    "use",    "style",         "animate"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    assert_false(
        clean(akt_arena_printf(&scratch.arena, "<svg><%s></%s></svg>", bad[i], bad[i])));
}

static void the_tooltip_becomes_the_title_of_its_group(void **state) {
  (void)state;
  const char *text = cleaned("<g><g id=\"n\" class=\"node\"><title>name</title><g id=\"a_n\">"
                             "<a xlink:title=\"a quote\"><path d=\"M0,0\"/></a></g></g></g>");
  assert_string_equal(text, "<g><g id=\"n\" class=\"node\"><title>a quote</title>\n"
                            "<path d=\"M0,0\"/></g></g>");
}

static void without_a_tooltip_the_name_of_a_group_goes(void **state) {
  (void)state;
  assert_string_equal(cleaned("<g><g><title>name</title><path d=\"M0,0\"/></g></g>"),
                      "<g><g><path d=\"M0,0\"/></g></g>");
}

static void a_link_leads_nowhere(void **state) {
  (void)state;
  assert_string_equal(cleaned("<a xlink:href=\"http://x\"><path d=\"M0,0\"/></a>"),
                      "<path d=\"M0,0\"/>");
}

static void type_is_named_with_types_of_its_metrics(void **state) {
  (void)state;
  assert_non_null(strstr(cleaned("<text font-family=\"Evil\" y=\"1\">a</text>"),
                         "font-family=\"Arial,'Liberation Sans',"));
}

static void unknown_entities_are_text(void **state) {
  (void)state;
  assert_non_null(
      strstr(cleaned("<text y=\"1\">a &amp; &foo; &#0;</text>"), "a &amp; &amp;foo; &amp;#0;"));
}

static void what_looks_like_code_is_disguised(void **state) {
  (void)state;
  const char *text = cleaned("<text y=\"1\">JavaScript:x onload=1</text>");
  assert_null(strstr(text, "JavaScript:"));
  assert_null(strstr(text, "onload="));
}

static void pieces_of_one_line_become_one_text(void **state) {
  (void)state;
  const char *text =
      cleaned("<g class=\"node a\"><text y=\"5\">spoke with </text>\n"
              "<text y=\"5\" fill=\"#111\">2</text>\n<text y=\"9\">b</text></g>");
  assert_non_null(strstr(text, "spoke with <tspan"));
  assert_non_null(strstr(text, "</tspan></text>\n<text y=\"9\">b</text>"));
}

static void names_of_the_legend_stay_apart(void **state) {
  (void)state;
  assert_string_equal(cleaned("<g><g class=\"node a\"><path d=\"M0,0\"/></g>"
                              "<text y=\"5\">a</text><text y=\"5\">b</text></g>"),
                      "<g><g class=\"node a\"><path d=\"M0,0\"/></g>"
                      "<text y=\"5\">a</text><text y=\"5\">b</text></g>");
}

static void broken_input_is_refused(void **state) {
  (void)state;
  static const char *const bad[] = {"",
                                    "<g></g>",
                                    "<svg>",
                                    "<svg></svg></svg>",
                                    "<svg><path d=M0/></svg>",
                                    "<svg><path d=\"M0",
                                    "<svg><!-- ",
                                    "<svg><title>x</svg>",
                                    "<svg>< ></svg>"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    assert_false(clean(bad[i]));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(drawing_elements_stay),
      AKT_TEST(comments_and_declarations_go),
      AKT_TEST(events_links_and_styles_go),
      AKT_TEST(other_elements_are_refused),
      AKT_TEST(the_tooltip_becomes_the_title_of_its_group),
      AKT_TEST(without_a_tooltip_the_name_of_a_group_goes),
      AKT_TEST(a_link_leads_nowhere),
      AKT_TEST(type_is_named_with_types_of_its_metrics),
      AKT_TEST(unknown_entities_are_text),
      AKT_TEST(what_looks_like_code_is_disguised),
      AKT_TEST(pieces_of_one_line_become_one_text),
      AKT_TEST(names_of_the_legend_stay_apart),
      AKT_TEST(broken_input_is_refused),
  };
  return cmocka_run_group_tests_name("render svg", tests, NULL, NULL);
}
