// What is drawn and how it is grouped, and that the DOT of it can be written.
#include "arena_fixture.h"

#include "draw/plan.h"

static akt_graph graph;
static uint32_t position;

static void start(void) {
  akt_graph_init(&graph, &scratch.arena);
  position = 0;
}

static void node(const char *kind, const char *id, const char *affiliation) {
  uint32_t index = akt_graph_add_node(&graph, id, kind, id);
  graph.nodes.items[index].affiliation = affiliation;
}

static uint32_t find(const char *id) {
  return akt_map_get(&graph.node_by_id, akt_span_of(id));
}

typedef struct statement {
  const char *source, *label, *target;
  akt_tone tone;
  akt_polarity polarity;
  bool is_mutual;
  const char *note;
  const char *date;
} statement;

static void say(statement s) {
  position += 10;
  akt_edge_key key = {.source = find(s.source),
                      .target = find(s.target),
                      .relation = s.label,
                      .polarity = s.polarity};
  akt_evidence evidence = {.quote = {position, position + 9, "a quote"},
                           .subject = {position, position + 1, "s"},
                           .trigger = {position + 1, position + 2, "t"},
                           .object = {position + 2, position + 3, "o"},
                           .rule = "x.akt:1",
                           .date = s.date};
  akt_note note = {"note", s.note};
  if (s.note)
    akt_vec_push(&scratch.arena, &evidence.notes, note);
  akt_graph_add_edge(&graph, &key, s.label, s.tone, s.is_mutual, &evidence);
}

#define SAY(from, words, to, ...)                                                              \
  say((statement){.source = from, .label = words, .target = to, __VA_ARGS__})

static akt_plan plan_it(void) {
  static const akt_draw_options options = {0};
  akt_plan plan;
  akt_graph_finish(&graph);
  assert_true(akt_plan_make(&plan, &graph, NULL, &options, &scratch.arena));
  akt_group_make(&plan);
  return plan;
}

static void four_countries(void) {
  node("country", "a", NULL);
  node("country", "b", NULL);
  node("country", "c", NULL);
  node("country", "d", NULL);
}

static void parallel_statements_share_a_pill(void **state) {
  (void)state;
  four_countries();
  SAY("a", "blamed", "b", .tone = AKT_HOSTILE);
  SAY("a", "blamed", "b", .tone = AKT_HOSTILE);
  SAY("a", "sanctioned", "b", .tone = AKT_HOSTILE);
  akt_plan plan = plan_it();
  assert_int_equal(plan.groups.count, 1);
  assert_int_equal(plan.groups.items[0].rows.count, 2);
  assert_string_equal(plan.groups.items[0].rows.items[0].label, "blamed");
  assert_int_equal(plan.groups.items[0].rows.items[0].count, 2);
  assert_int_equal(plan.statements, 3);
}

static void what_was_not_done_has_its_own_pill(void **state) {
  (void)state;
  four_countries();
  SAY("a", "blamed", "b", .tone = AKT_HOSTILE);
  SAY("a", "criticised", "b", .tone = AKT_HOSTILE, .polarity = AKT_NEGATED);
  SAY("a", "met", "b", .tone = AKT_COOPERATIVE);
  SAY("b", "blamed", "a", .tone = AKT_HOSTILE);
  assert_int_equal(plan_it().groups.count, 4);
}

static void several_sources_of_the_same_words_share_a_pill(void **state) {
  (void)state;
  four_countries();
  SAY("a", "condemned", "c", .tone = AKT_HOSTILE);
  SAY("b", "condemned", "c", .tone = AKT_HOSTILE);
  SAY("d", "sanctioned", "c", .tone = AKT_HOSTILE);
  akt_plan plan = plan_it();
  assert_int_equal(plan.groups.count, 2);
  assert_int_equal(plan.groups.items[0].sources.count, 2);
  assert_int_equal(plan.groups.items[0].targets.count, 1);
}

static void a_pill_never_has_several_sources_and_several_targets(void **state) {
  (void)state;
  four_countries();
  SAY("a", "condemned", "c", .tone = AKT_HOSTILE);
  SAY("b", "condemned", "c", .tone = AKT_HOSTILE);
  SAY("a", "condemned", "d", .tone = AKT_HOSTILE);
  SAY("b", "condemned", "d", .tone = AKT_HOSTILE);
  akt_plan plan = plan_it();
  for (uint32_t i = 0; i < plan.groups.count; i++)
    assert_true(plan.groups.items[i].sources.count == 1 ||
                plan.groups.items[i].targets.count == 1);
}

static void mutual_statements_are_not_merged_across_people(void **state) {
  (void)state;
  four_countries();
  SAY("a", "met", "b", .tone = AKT_COOPERATIVE, .is_mutual = true);
  SAY("a", "met", "c", .tone = AKT_COOPERATIVE, .is_mutual = true);
  assert_int_equal(plan_it().groups.count, 2);
}

static void different_notes_are_different_rows(void **state) {
  (void)state;
  four_countries();
  SAY("a", "urged", "b", .note = "to leave");
  SAY("a", "urged", "b", .note = "to stay");
  SAY("a", "urged", "b", .note = "to stay");
  akt_plan plan = plan_it();
  assert_int_equal(plan.groups.count, 1);
  assert_int_equal(plan.groups.items[0].rows.count, 2);
  assert_string_equal(plan.groups.items[0].rows.items[0].note, "to stay");
}

static void officials_stand_beside_their_country(void **state) {
  (void)state;
  four_countries();
  node("group", "army", "a");
  node("official", "general", "army");
  SAY("general", "represents", "a", .tone = AKT_NEUTRAL);
  SAY("general", "attacked", "b", .tone = AKT_HOSTILE);
  akt_plan plan = plan_it();
  uint32_t general = find("general");
  assert_int_equal(plan.groups.count, 1);
  assert_true(plan.nodes[find("a")].is_shown);
  assert_false(plan.nodes[find("army")].is_shown);
  assert_int_equal(plan.nodes[general].home, find("a"));
  assert_int_equal(plan.nodes[general].above, find("a"));
}

static void affiliations_in_a_circle_do_no_harm(void **state) {
  (void)state;
  node("group", "a", "b");
  node("group", "b", "a");
  node("group", "c", "c");
  SAY("a", "met", "b", .tone = AKT_NEUTRAL);
  SAY("b", "met", "c", .tone = AKT_NEUTRAL);
  akt_plan plan = plan_it();
  assert_int_equal(plan.shown, 3);
}

static void entities_without_statements_are_left_out(void **state) {
  (void)state;
  four_countries();
  SAY("a", "met", "b", .tone = AKT_NEUTRAL);
  akt_plan plan = plan_it();
  assert_int_equal(plan.shown, 2);
  assert_int_equal(plan.connected, 2);
}

static void a_graph_without_statements_still_shows_its_entities(void **state) {
  (void)state;
  four_countries();
  assert_int_equal(plan_it().shown, 4);
}

static void an_attack(void) {
  four_countries();
  node("event", "attack on bay", NULL);
  node("place", "bay", NULL);
  node("place", "Zed", NULL);
  SAY("attack on bay", "located-in", "bay", .tone = AKT_NEUTRAL);
  SAY("attack on bay", "located-in", "Zed", .tone = AKT_NEUTRAL);
  SAY("a", "condemned", "attack on bay", .date = "2025-04-29");
}

static void a_place_of_an_event_is_written_in_it(void **state) {
  (void)state;
  an_attack();
  SAY("attack on bay", "killed", "c", .date = "2025-04-22");
  akt_plan plan = plan_it();
  assert_false(plan.nodes[find("Zed")].is_shown);
  assert_string_equal(plan.nodes[find("attack on bay")].fact, "22 Apr 2025 \xC2\xB7 Zed");
  assert_int_equal(plan.groups.count, 2);
  assert_int_equal(plan.statements, 4);
  assert_int_equal(plan.written, 2);
}

static void a_place_that_is_spoken_of_keeps_its_box(void **state) {
  (void)state;
  an_attack();
  SAY("c", "captured", "Zed", .tone = AKT_HOSTILE);
  akt_plan plan = plan_it();
  assert_true(plan.nodes[find("Zed")].is_shown);
  assert_null(plan.nodes[find("attack on bay")].fact);
}

static void different_dates_of_an_event_are_no_date(void **state) {
  (void)state;
  an_attack();
  SAY("attack on bay", "killed", "c", .date = "2025-04-22");
  SAY("attack on bay", "killed", "d", .date = "2025-04-23");
  akt_plan plan = plan_it();
  assert_string_equal(plan.nodes[find("attack on bay")].fact, "Zed");
}

/// So many statements of each of two events: which one is it all about?
static const char *focal_of(uint32_t of_attack, uint32_t of_summit) {
  static const char *const actors[] = {"a", "b", "c", "d"};
  akt_graph_init(&graph, &scratch.arena);
  four_countries();
  node("event", "attack", NULL);
  node("event", "summit", NULL);
  for (uint32_t i = 0; i < of_attack; i++)
    SAY(actors[i], "condemned", "attack", .tone = AKT_HOSTILE);
  for (uint32_t i = 0; i < of_summit; i++)
    SAY(actors[i], "attended", "summit", .tone = AKT_NEUTRAL);
  akt_plan plan = plan_it();
  return plan.focal == AKT_NONE ? "none" : graph.nodes.items[plan.focal].id;
}

static void the_event_it_is_all_about_is_found(void **state) {
  (void)state;
  assert_string_equal(focal_of(2, 0), "none");
  assert_string_equal(focal_of(3, 1), "attack");
  assert_string_equal(focal_of(3, 3), "none");
  assert_string_equal(focal_of(3, 4), "summit");
}

static void make_ring(uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    node("country", akt_arena_printf(&scratch.arena, "n%u", i), NULL);
  for (uint32_t i = 0; i < count; i++)
    SAY(akt_arena_printf(&scratch.arena, "n%u", i), "met",
        akt_arena_printf(&scratch.arena, "n%u", (i + 1) % count), .tone = AKT_NEUTRAL);
}

static void the_class_of_drawing_follows_the_size(void **state) {
  (void)state;
  static const struct {
    uint32_t entities;
    akt_draw_scale scale;
    uint32_t shown;
  } cases[] = {{25, AKT_SCALE_FULL, 25},       {26, AKT_SCALE_SHORT, 26},
               {60, AKT_SCALE_SHORT, 60},      {61, AKT_SCALE_PLAIN, 61},
               {150, AKT_SCALE_PLAIN, 150},    {151, AKT_SCALE_STRONGEST, 150},
               {500, AKT_SCALE_STRONGEST, 150}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    akt_graph_init(&graph, &scratch.arena);
    make_ring(cases[i].entities);
    akt_plan plan = plan_it();
    assert_int_equal(plan.scale, cases[i].scale);
    assert_int_equal(plan.shown, cases[i].shown);
  }
}

static akt_draw_result draw(const akt_draw_options *options, akt_buf *out, const char **why) {
  akt_buf_init(out, &scratch.arena);
  akt_sink sink = akt_sink_to_buf(out);
  return akt_draw_write(&graph, options, &scratch.arena, &sink, why);
}

static void too_many_entities_are_refused_unless_forced(void **state) {
  (void)state;
  akt_draw_options options = {0};
  akt_buf out;
  const char *why = NULL;
  make_ring(501);
  akt_graph_finish(&graph);
  assert_int_equal(draw(&options, &out, &why), AKT_DRAW_TOO_BIG);
  assert_non_null(strstr(why, "501"));
  options.is_forced = true;
  assert_int_equal(draw(&options, &out, &why), AKT_DRAWN);
  assert_non_null(strstr(akt_buf_text(&out), "sfdp"));
}

static void unknown_words_are_named(void **state) {
  (void)state;
  static const akt_draw_options wrong[] = {
      {.theme = "pink"}, {.direction = "UP"}, {.engine = "circo"}};
  static const char *const words[] = {"pink", "UP", "circo"};
  akt_buf out;
  const char *why = NULL;
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(draw(&wrong[i], &out, &why), AKT_DRAW_BAD_WORD);
    assert_non_null(strstr(why, words[i]));
  }
}

static void an_empty_graph_gives_a_picture_that_says_so(void **state) {
  (void)state;
  akt_draw_options options = {0};
  akt_buf out;
  const char *why = NULL;
  akt_graph_finish(&graph);
  assert_int_equal(draw(&options, &out, &why), AKT_DRAWN);
  assert_non_null(strstr(akt_buf_text(&out), "0 entities"));
}

static void the_same_graph_gives_the_same_bytes(void **state) {
  (void)state;
  akt_draw_options options = {.theme = "dark"};
  akt_buf first, second;
  const char *why = NULL;
  make_ring(30);
  akt_graph_finish(&graph);
  assert_int_equal(draw(&options, &first, &why), AKT_DRAWN);
  assert_int_equal(draw(&options, &second, &why), AKT_DRAWN);
  assert_string_equal(akt_buf_text(&first), akt_buf_text(&second));
}

static void the_drawing_says_not_where_it_was_not(void **state) {
  (void)state;
  akt_draw_options options = {0};
  akt_buf out;
  const char *why = NULL;
  four_countries();
  SAY("a", "criticised", "b", .tone = AKT_HOSTILE, .polarity = AKT_NEGATED);
  akt_graph_finish(&graph);
  assert_int_equal(draw(&options, &out, &why), AKT_DRAWN);
  assert_non_null(strstr(akt_buf_text(&out), "<I>not</I></B>&#160;criticised"));
  assert_non_null(strstr(akt_buf_text(&out), "dashed"));
  assert_non_null(strstr(akt_buf_text(&out), "negated"));
}

static void who_has_no_name_is_drawn_thinner(void **state) {
  (void)state;
  akt_draw_options options = {0};
  akt_buf out;
  const char *why = NULL;
  node("group", "Police Union", NULL);
  node("group", "police", NULL);
  SAY("Police Union", "praised", "police", .tone = AKT_COOPERATIVE);
  akt_graph_finish(&graph);
  assert_int_equal(draw(&options, &out, &why), AKT_DRAWN);
  const char *first = strstr(akt_buf_text(&out), "penwidth=0.9");
  assert_non_null(first);
  assert_null(strstr(first + 1, "penwidth=0.9"));
}

int main(void) {
  prepare = start;
  const struct CMUnitTest tests[] = {
      AKT_TEST(parallel_statements_share_a_pill),
      AKT_TEST(what_was_not_done_has_its_own_pill),
      AKT_TEST(several_sources_of_the_same_words_share_a_pill),
      AKT_TEST(a_pill_never_has_several_sources_and_several_targets),
      AKT_TEST(mutual_statements_are_not_merged_across_people),
      AKT_TEST(different_notes_are_different_rows),
      AKT_TEST(officials_stand_beside_their_country),
      AKT_TEST(affiliations_in_a_circle_do_no_harm),
      AKT_TEST(entities_without_statements_are_left_out),
      AKT_TEST(a_graph_without_statements_still_shows_its_entities),
      AKT_TEST(a_place_of_an_event_is_written_in_it),
      AKT_TEST(a_place_that_is_spoken_of_keeps_its_box),
      AKT_TEST(different_dates_of_an_event_are_no_date),
      AKT_TEST(the_event_it_is_all_about_is_found),
      AKT_TEST(the_class_of_drawing_follows_the_size),
      AKT_TEST(too_many_entities_are_refused_unless_forced),
      AKT_TEST(unknown_words_are_named),
      AKT_TEST(an_empty_graph_gives_a_picture_that_says_so),
      AKT_TEST(the_same_graph_gives_the_same_bytes),
      AKT_TEST(the_drawing_says_not_where_it_was_not),
      AKT_TEST(who_has_no_name_is_drawn_thinner),
  };
  return cmocka_run_group_tests_name("draw plan", tests, NULL, NULL);
}
