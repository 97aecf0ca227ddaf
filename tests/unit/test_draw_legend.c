// The legend lists what occurs, in its order, and draws a sample of each.
#include "arena_fixture.h"

#include "draw/legend.h"

static akt_graph graph;

static void start(void) {
  akt_graph_init(&graph, &scratch.arena);
}

static void say(const char *kind, akt_tone tone, akt_modality modality) {
  uint32_t from = akt_graph_add_node(&graph, "place_x", "place", "X");
  uint32_t to = akt_graph_add_node(&graph, kind, kind, kind);
  akt_edge_key key = {
      .source = from, .target = to, .relation = "said-of", .modality = modality};
  akt_evidence evidence = {.rule = "x.akt:1"};
  akt_graph_add_edge(&graph, &key, "said of", tone, false, &evidence);
}

static akt_legend legend(void) {
  static const akt_draw_options options = {0};
  akt_plan plan;
  akt_graph_finish(&graph);
  assert_true(akt_plan_make(&plan, &graph, NULL, &options, &scratch.arena));
  akt_group_make(&plan);
  return akt_legend_make(&plan, akt_theme_find(NULL));
}

static void actors_come_before_what_happens(void **state) {
  (void)state;
  say("event", AKT_NEUTRAL, AKT_ASSERTED);
  say("country", AKT_NEUTRAL, AKT_ASSERTED);
  const char *rows = legend().rows;
  const char *country = strstr(rows, ">country<"), *event = strstr(rows, ">event<");
  const char *place = strstr(rows, ">place<");
  assert_true(country && event && place && country < event && event < place);
}

static void only_what_occurs_is_listed(void **state) {
  (void)state;
  say("country", AKT_HOSTILE, AKT_PLANNED);
  const char *rows = legend().rows;
  assert_non_null(strstr(rows, ">hostile<"));
  assert_non_null(strstr(rows, ">planned<"));
  assert_null(strstr(rows, "neutral"));
  assert_null(strstr(rows, "negated"));
  assert_null(strstr(rows, "reported"));
}

static uint32_t count_of(const char *text, const char *word) {
  uint32_t count = 0;
  for (const char *at = strstr(text, word); at; at = strstr(at + 1, word))
    count++;
  return count;
}

static void each_name_has_a_sample(void **state) {
  (void)state;
  say("event", AKT_NEUTRAL, AKT_ASSERTED);
  akt_legend made = legend();
  // Octagon and square, a line and its open arrowhead.
  assert_int_equal(count_of(made.samples, "P 8 "), 1);
  assert_int_equal(count_of(made.samples, "P 4 "), 1);
  assert_int_equal(count_of(made.samples, "L 2 "), 1);
  assert_int_equal(count_of(made.samples, "P 3 "), 1);
  assert_int_equal(count_of(made.rows, "</FONT>"), 3);
}

static void a_long_legend_has_several_lines(void **state) {
  (void)state;
  for (uint32_t i = 0; i < 20; i++)
    say(akt_arena_printf(&scratch.arena, "a kind with a long name %u", i), AKT_NEUTRAL,
        AKT_ASSERTED);
  assert_true(count_of(legend().rows, "FIXEDSIZE=\"TRUE\" ALIGN=\"LEFT\"") > 2);
}

int main(void) {
  prepare = start;
  const struct CMUnitTest tests[] = {
      AKT_TEST(actors_come_before_what_happens),
      AKT_TEST(only_what_occurs_is_listed),
      AKT_TEST(each_name_has_a_sample),
      AKT_TEST(a_long_legend_has_several_lines),
  };
  return cmocka_run_group_tests_name("draw legend", tests, NULL, NULL);
}
