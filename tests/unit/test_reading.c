// From texts to statements: subjects, lists, passives, governors, pronouns,
// appositions, names that `find` lines found. On rules of our own over the shipped
// word lists, so that a change of the shipped relations breaks nothing here.
#include "extract/extract.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char rules_text[] =
    "use english, kinds, countries, roles, titles\n"
    "relation warned\n"
    "  frame <actor> warn <actor>\n"
    "relation hit, hostile\n"
    "  frame <actor> attack <actor>\n"
    "  noun <actor> attack on <actor>\n"
    "relation joined, mutual\n"
    "  frame <actor> meet <actor>\n"
    "  noun talks between <actor> and <actor>\n"
    "relation neighbour-of\n"
    "  frame <actor> be neighbour of <actor>\n"
    "govern (plan|agree) to <any> as planned\n"
    "govern not <any> as negated\n"
    "govern (refuse|decline) to <any> as negated\n"
    "govern (deny) <any> as negated\n"
    "govern (will|shall) <any> as planned\n"
    "relation flagged-by\n"
    "kind ship is group, box, fill E6EEF5, line 33577A, text 14222E\n"
    "words shore-office = harbour commissioner, pilot\n"
    "find official = [<represents:country>] <role:shore-office> <Name>\n"
    "find ship = m{\\bMV \\p{Lu}\\w+} \n"
    "find ship = (barge|trawler) of <flagged-by:country> [and ruin]\n"
    "find group = m{(?:a+)+b}\n";

typedef struct world {
  akt_guard guard;
  akt_arena arena; // rules
  akt_arena work;  // one text
  akt_ruleset *rules;
} world;

static void write_rules(const char *path) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(rules_text, 1, sizeof rules_text - 1, file), sizeof rules_text - 1);
  assert_int_equal(fclose(file), 0);
}

static int open_world(void **state) {
  static world w;
  akt_guard_init(&w.guard, 0);
  akt_arena_init(&w.arena, &w.guard);
  akt_arena_init(&w.work, &w.guard);
  const char *path = akt_arena_printf(&w.arena, "/tmp/akt-reading-%ld.akt", (long)getpid());
  write_rules(path);
  akt_diags diags;
  akt_diags_init(&diags, &w.arena);
  akt_load_options options = {
      .paths = &path, .path_count = 1, .shipped_dir = AKT_SOURCE_DIR "/rules"};
  akt_ast_set set = {0};
  bool is_loaded = akt_rules_load_files(&w.arena, &diags, &options, &set);
  unlink(path);
  if (!is_loaded)
    return -1;
  akt_rules_check(&w.arena, &diags, &set);
  if (diags.errors) {
    akt_buf out;
    akt_buf_init(&out, &w.arena);
    akt_render_options how = {.limit = 10};
    akt_diags_render(&diags, &how, &out);
    print_error("%s", akt_buf_text(&out));
    return -1;
  }
  w.rules = akt_ruleset_compile(&w.arena, &diags, &set);
  *state = &w;
  return 0;
}

static int close_world(void **state) {
  world *w = *state;
  akt_arena_free(&w->work);
  akt_arena_free(&w->arena);
  return 0;
}

static akt_reading *read_dated(world *w, const char *text, const char *date) {
  akt_arena_reset(&w->work);
  akt_document document = {.id = "t", .date = date};
  return akt_read_text(&w->work, w->rules, akt_span_of(text), &document, NULL);
}

static const char *dump(world *w, const akt_reading *r, const char *stage) {
  akt_buf out;
  akt_buf_init(&out, &w->work);
  assert_true(akt_dump_reading(r, stage, &out));
  return akt_buf_text(&out);
}

static int by_text(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

// The edges of a text without sentence and rule, sorted, each once: "A --hit--> B; C --hit-->
// D".
static const char *edges_of(world *w, const char *text) {
  char *lines = akt_arena_string(&w->work, dump(w, read_dated(w, text, NULL), "relations"));
  char *items[64];
  size_t count = 0;
  for (char *line = lines; *line && count < 64;) {
    char *end = strchr(line, '\n'), *tab = strchr(line, '\t');
    items[count++] = tab + 1;
    *strchr(tab + 1, '\t') = '\0';
    line = end + 1;
  }
  if (count)
    qsort(items, count, sizeof *items, by_text);
  akt_buf out;
  akt_buf_init(&out, &w->work);
  for (size_t i = 0; i < count; i++)
    if (i == 0 || strcmp(items[i], items[i - 1]) != 0) // stated twice is one edge
      akt_buf_printf(&out, "%s%s", i ? "; " : "", items[i]);
  return akt_buf_text(&out);
}

typedef struct row {
  const char *text;
  const char *edges;
} row;

static void check_rows(world *w, const row *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const char *edges = edges_of(w, rows[i].text);
    if (strcmp(edges, rows[i].edges) != 0)
      fail_msg("%s\n  came:   %s\n  wanted: %s", rows[i].text, edges, rows[i].edges);
  }
}
#define CHECK(state, rows) check_rows(*(state), rows, sizeof rows / sizeof *rows)

static void subjects_are_found_to_the_left(void **state) {
  static const row rows[] = {
      {"Peru warned Chile.", "Peru --warned--> Chile"},
      {"Peru on Monday warned Chile.", "Peru --warned--> Chile"},
      {"Peru, after a long day, warned Chile.", "Peru --warned--> Chile"},
      {"Peru, which met Kenya, attacked Chile.", "Peru --hit--> Chile; Peru --joined--> Kenya"},
      {"Peru met Kenya and warned Chile.", "Peru --joined--> Kenya; Peru --warned--> Chile"},
      {"Peru met Kenya, warning Chile.", "Peru --joined--> Kenya; Peru --warned--> Chile"},
      {"Peru wants to warn Chile.", "Peru --warned--> Chile"},
      {"Nobody warned Chile.", ""},
      {"Chile is warned.", ""},
  };
  CHECK(state, rows);
}

static void lists_make_an_edge_each(void **state) {
  static const row rows[] = {
      {"Peru and Kenya warned Chile.", "Kenya --warned--> Chile; Peru --warned--> Chile"},
      {"Peru warned Chile, Kenya and Ghana.",
       "Peru --warned--> Chile; Peru --warned--> Ghana; Peru --warned--> Kenya"},
      {"Peru as well as Kenya warned Chile.",
       "Kenya --warned--> Chile; Peru --warned--> Chile"},
      {"Peru warned Peru.", ""},
  };
  CHECK(state, rows);
}

static void passives_turn_round(void **state) {
  static const row rows[] = {
      {"Chile was warned by Peru.", "Peru --warned--> Chile"},
      {"Chile has been attacked by Peru and Kenya.",
       "Kenya --hit--> Chile; Peru --hit--> Chile"},
      {"Chile, attacked by Peru, met Kenya.", "Chile --joined--> Kenya; Peru --hit--> Chile"},
      {"Chile was attacked.", ""},
  };
  CHECK(state, rows);
}

static void governors_change_what_is_said(void **state) {
  static const row rows[] = {
      {"Peru has not warned Chile.", "Peru --not warned--> Chile"},
      {"Peru will attack Chile.", "Peru --planned hit--> Chile"},
      {"Peru plans to attack Chile.", "Peru --planned hit--> Chile"},
      {"Peru refused to meet Chile.", "Peru --not joined--> Chile"},
      {"If Peru attacks Chile, nobody wins.", "Peru --conditional hit--> Chile"},
      {"Kenya said Peru attacked Chile.", "Peru --hit--> Chile said Kenya"},
      {"Peru attacked Chile, Kenya said.", "Peru --hit--> Chile said Kenya"},
      {"Peru attacked Chile, said Kenya.", "Peru --hit--> Chile said Kenya"},
      {"Peru, which met Kenya, warned Chile.",
       "Peru --joined--> Kenya; Peru --warned--> Chile"},
  };
  CHECK(state, rows);
}

static void pronouns_stand_for_who_fits(void **state) {
  static const row rows[] = {
      {"Peru met Kenya. It warned Chile.", "Peru --joined--> Kenya; Peru --warned--> Chile"},
      {"Ms Ana Diaz met Kenya. She warned Chile.",
       "Ana Diaz --joined--> Kenya; Ana Diaz --warned--> Chile"},
      {"She warned Chile.", ""},
      {"Mr Ola Rojas met Ms Ana Diaz. She warned Chile.",
       "Ana Diaz --warned--> Chile; Ola Rojas --joined--> Ana Diaz"},
  };
  CHECK(state, rows);
}

static void appositions_say_who_somebody_is(void **state) {
  static const row rows[] = {
      {"Ana Diaz, Peru's foreign minister, warned Chile.",
       "Ana Diaz --represents--> Peru; Ana Diaz --warned--> Chile"},
      {"Ana Diaz, the foreign minister of Peru, warned Chile.",
       "Ana Diaz --represents--> Peru; Ana Diaz --warned--> Chile"},
      {"Peruvian Foreign Minister Ana Diaz warned Chile.",
       "Ana Diaz --represents--> Peru; Ana Diaz --warned--> Chile"},
      {"Kenya, a neighbour of Peru, warned Chile.",
       "Kenya --neighbour-of--> Peru; Kenya --warned--> Chile"},
      {"Kenya is a neighbour of Peru.", "Kenya --neighbour-of--> Peru"},
  };
  CHECK(state, rows);
}

static void nouns_are_deeds_too(void **state) {
  static const row rows[] = {
      {"Peru's attack on Chile shocked nobody.", "Peru --hit--> Chile"},
      {"Talks between Peru and Chile ended.", "Peru --joined--> Chile"},
  };
  CHECK(state, rows);
}

static void a_person_is_one_under_all_names(void **state) {
  world *w = *state;
  akt_reading *r = read_dated(w,
                              "Foreign Minister Ana Diaz of Peru met Kenya. Ms Diaz warned "
                              "Chile. Diaz left.",
                              NULL);
  const char *entities = dump(w, r, "entities");
  assert_non_null(strstr(entities, "official\tAna Diaz\t3"));
  assert_null(strstr(entities, "\tDiaz\t"));
}

// ---- finds

static void finds_tie_their_slots(void **state) {
  static const row rows[] = {
      {"Peru's harbour commissioner Ana Diaz warned Chile.",
       "Ana Diaz --represents--> Peru; Ana Diaz --warned--> Chile"},
      {"Harbour Commissioner Ana Diaz warned Chile.", "Ana Diaz --warned--> Chile"},
      {"The MV Corvina warned Chile.", "MV Corvina --warned--> Chile"},
      {"The barge of Peru warned Chile.",
       "barge --flagged-by--> Peru; barge --warned--> Chile"},
  };
  CHECK(state, rows);
  world *w = *state;
  akt_reading *r = read_dated(w, "Peru's harbour commissioner Ana Diaz warned Chile.", NULL);
  assert_non_null(
      strstr(dump(w, r, "entities"), "official\tAna Diaz\t1\tharbour commissioner"));
}

static void a_find_that_runs_away_is_off_for_the_document(void **state) {
  world *w = *state;
  akt_buf text;
  akt_buf_init(&text, &w->arena);
  for (int i = 0; i < 2000; i++)
    akt_buf_puts(&text, "aaaaaaaaaaaaaaaaaaaaaaaa ");
  akt_buf_puts(&text, ". Peru warned Chile.");
  assert_non_null(strstr(edges_of(w, akt_buf_text(&text)), "Peru --warned--> Chile"));
}

static void found_names_are_nodes_even_when_nothing_is_said_of_them(void **state) {
  world *w = *state;
  akt_document document = {.id = "t"};
  akt_reading *r = read_dated(w, "Nobody saw the MV Corvina.", NULL);
  akt_graph graph;
  akt_graph_init(&graph, &w->work);
  akt_emit(r, &document, &graph);
  assert_int_equal(graph.nodes.count, 1);
  assert_string_equal(graph.nodes.items[0].label, "MV Corvina");
  assert_string_equal(graph.nodes.items[0].kind, "ship");
}

static void evidence_carries_its_date(void **state) {
  world *w = *state;
  akt_document document = {.id = "t", .date = "2025-04-30"};
  akt_reading *r = read_dated(w, "Peru warned Chile on Monday.", "2025-04-30");
  akt_graph graph;
  akt_graph_init(&graph, &w->work);
  akt_emit(r, &document, &graph);
  assert_int_equal(graph.edges.count, 1);
  const akt_evidence *e = &graph.edges.items[0].evidence.items[0];
  assert_string_equal(e->date_text, "on Monday");
  assert_string_equal(e->date, "2025-04-28");
}

// ---- stages

static void every_stage_prints_even_of_nothing(void **state) {
  world *w = *state;
  static const char *const texts[] = {"", " ", ".", "\xe2\x80\x9d", "(((((", "Peru's", "'s"};
  for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
    akt_reading *r = read_dated(w, texts[t], NULL);
    for (uint32_t i = 0; akt_dump_stages[i]; i++)
      (void)dump(w, r, akt_dump_stages[i]);
    assert_int_equal(r->statements.count, 0);
  }
  akt_buf out;
  akt_buf_init(&out, &w->work);
  assert_false(akt_dump_reading(read_dated(w, "Peru.", NULL), "nonsense", &out));
}

static void chunks_print_as_phrases(void **state) {
  world *w = *state;
  akt_reading *r = read_dated(w, "Chile was not attacked by Peru.", NULL);
  assert_string_equal(
      dump(w, r, "chunks"),
      "0\tNP[Chile *] V[was not attacked passive negated] P[by] NP[Peru *] END[.] \n");
}

// "Troops" in a list of words as they stand is no "troop".
static void words_as_they_stand_take_no_singular(void **state) {
  world *w = *state;
  const akt_ruleset *rules = w->rules;
  uint32_t plural = akt_ruleset_word(rules, AKT_SPAN("troops"));
  uint32_t singular = akt_ruleset_word(rules, AKT_SPAN("troop"));
  uint32_t set = rules->english_sets[AKT_SET_OWN_PEOPLE];
  assert_int_equal(rules->words.items[plural].noun, singular);
  assert_true(akt_wordset_has(rules, set, plural));
  assert_false(akt_wordset_has(rules, set, singular));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(subjects_are_found_to_the_left),
      cmocka_unit_test(lists_make_an_edge_each),
      cmocka_unit_test(passives_turn_round),
      cmocka_unit_test(governors_change_what_is_said),
      cmocka_unit_test(pronouns_stand_for_who_fits),
      cmocka_unit_test(appositions_say_who_somebody_is),
      cmocka_unit_test(nouns_are_deeds_too),
      cmocka_unit_test(a_person_is_one_under_all_names),
      cmocka_unit_test(finds_tie_their_slots),
      cmocka_unit_test(a_find_that_runs_away_is_off_for_the_document),
      cmocka_unit_test(found_names_are_nodes_even_when_nothing_is_said_of_them),
      cmocka_unit_test(evidence_carries_its_date),
      cmocka_unit_test(every_stage_prints_even_of_nothing),
      cmocka_unit_test(chunks_print_as_phrases),
      cmocka_unit_test(words_as_they_stand_take_no_singular),
  };
  return cmocka_run_group_tests(tests, open_world, close_world);
}
