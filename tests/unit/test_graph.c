// The graph store: ids, joining of what is the same, one order, invariants.
#include "graph_fixture.h"

#include "graph/join.h"

static void assert_node_id(const char *kind, const char *label, const char *expected) {
  fixture f;
  fixture_init(&f);
  assert_string_equal(akt_node_id(&f.arena, kind, label, NULL), expected);
  fixture_free(&f);
}

static void node_ids_are_kind_and_slug(void **state) {
  (void)state;
  assert_node_id("country", "India", "country_india");
  assert_node_id("official", "S. Jaishankar", "official_s_jaishankar");
  assert_node_id("country", "C\xC3\xB4te d'Ivoire", "country_cote_divoire");
  assert_node_id("country", "Co\xCC\x82te d\xE2\x80\x99Ivoire", "country_cote_divoire");
  assert_node_id("place",
                 "\xC5\x81\xC3\xB3"
                 "d\xC5\xBA",
                 "place_lodz");
  assert_node_id("armed-group", "The Resistance Front (TRF)",
                 "armed_group_the_resistance_front_trf");
}

static void names_without_ascii_form_get_a_hash(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  const char *id = akt_node_id(&f.arena, "country", fixture_nasty_labels[2], NULL);
  assert_int_equal(strlen(id), strlen("country_x") + 8);
  assert_true(strncmp(id, "country_x", 9) == 0);
  assert_string_not_equal(id, akt_node_id(&f.arena, "country", "\xE4\xB8\xAD", NULL));
  fixture_free(&f);
}

static void every_id_is_safe_and_short(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  char longest[400];
  memset(longest, 'a', sizeof longest - 1);
  longest[sizeof longest - 1] = '\0';
  const char *labels[] = {"", "---", longest, "\xF0\x9F\x9A\x80", "a\\b\"c", "..", "%", "\n"};
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
    const char *id = akt_node_id(&f.arena, "k", labels[i], NULL);
    assert_int_equal(strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_"), strlen(id));
    assert_true(strlen(id) > 2 && strlen(id) <= 2 + 80);
  }
  fixture_free(&f);
}

static void a_scope_keeps_documents_apart(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  assert_string_not_equal(akt_node_id(&f.arena, "group", "rebels", "a.txt"),
                          akt_node_id(&f.arena, "group", "rebels", "b.txt"));
  fixture_free(&f);
}

static void the_same_statement_twice_is_one_edge_with_two_pieces(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  fixture_small(&f.graph);
  uint32_t india = fixture_node(&f.graph, "country", "India");
  uint32_t pakistan = fixture_node(&f.graph, "country", "Pakistan");
  fixture_edge(&f.graph, india, "blamed", pakistan, AKT_AFFIRMED, AKT_HOSTILE,
               fixture_evidence(0, 10, "India has blamed Pakistan"));
  fixture_edge(&f.graph, india, "blamed", pakistan, AKT_AFFIRMED, AKT_HOSTILE,
               fixture_evidence(0, 500, "It blamed Pakistan again"));
  akt_graph_finish(&f.graph);
  assert_int_equal(f.graph.nodes.count, 3);
  assert_int_equal(f.graph.edges.count, 3);
  assert_int_equal(f.graph.edges.items[0].evidence.count, 2);
  assert_null(akt_graph_check(&f.graph, &f.arena));
  fixture_free(&f);
}

static void negated_never_joins_affirmed(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  uint32_t doc = fixture_document(&f.graph, "a.txt", NULL);
  uint32_t a = fixture_node(&f.graph, "country", "A");
  uint32_t b = fixture_node(&f.graph, "country", "B");
  fixture_edge(&f.graph, a, "criticised", b, AKT_AFFIRMED, AKT_HOSTILE,
               fixture_evidence(doc, 0, "x"));
  fixture_edge(&f.graph, a, "criticised", b, AKT_NEGATED, AKT_HOSTILE,
               fixture_evidence(doc, 0, "x"));
  akt_graph_finish(&f.graph);
  assert_int_equal(f.graph.edges.count, 2);
  assert_string_not_equal(f.graph.edges.items[0].id, f.graph.edges.items[1].id);
  fixture_free(&f);
}

static void finishing_twice_changes_nothing(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  fixture_nasty(&f.graph);
  akt_graph_finish(&f.graph);
  const char *once = fixture_write(&f, "json");
  akt_graph_finish(&f.graph);
  assert_string_equal(once, fixture_write(&f, "json"));
  assert_null(akt_graph_check(&f.graph, &f.arena));
  fixture_free(&f);
}

static void the_order_of_adding_does_not_matter(void **state) {
  (void)state;
  fixture f;
  fixture g;
  fixture_init(&f);
  fixture_init(&g);
  uint32_t doc_f = fixture_document(&f.graph, "a.txt", NULL);
  fixture_document(&f.graph, "b.txt", NULL);
  fixture_document(&g.graph, "b.txt", NULL);
  uint32_t doc_g = fixture_document(&g.graph, "a.txt", NULL);
  const char *names[] = {"C", "A", "D", "B"};
  uint32_t nf[4];
  uint32_t ng[4];
  for (int i = 0; i < 4; i++) {
    nf[i] = fixture_node(&f.graph, "country", names[i]);
    ng[3 - i] = fixture_node(&g.graph, "country", names[3 - i]);
  }
  for (uint32_t i = 0; i < 12; i++) {
    uint32_t k = 11 - i;
    fixture_edge(&f.graph, nf[i % 4], "met", nf[(i + 1) % 4], AKT_AFFIRMED, AKT_NEUTRAL,
                 fixture_evidence(doc_f, i * 10, "met"));
    fixture_edge(&g.graph, ng[k % 4], "met", ng[(k + 1) % 4], AKT_AFFIRMED, AKT_NEUTRAL,
                 fixture_evidence(doc_g, k * 10, "met"));
  }
  akt_graph_finish(&f.graph);
  akt_graph_finish(&g.graph);
  assert_string_equal(fixture_write(&f, "json"), fixture_write(&g, "json"));
  fixture_free(&f);
  fixture_free(&g);
}

static void a_title_is_made_of_the_most_connected(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  fixture_small(&f.graph);
  akt_graph_finish(&f.graph);
  assert_string_equal(f.graph.title, "India, Pakistan and Marco Rubio");
  fixture_free(&f);
}

static void the_title_names_the_event_it_is_all_about_and_countries(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  uint32_t doc = fixture_document(&f.graph, "a.txt", NULL);
  uint32_t event = fixture_node(&f.graph, "event", "attack in Kashmir");
  static const char *const labels[] = {"India", "Pakistan", "China", "Peru"};
  for (uint32_t i = 0; i < 4; i++) {
    uint32_t country = fixture_node(&f.graph, "country", labels[i]);
    uint32_t person = fixture_node(&f.graph, "official", akt_arena_printf(&f.arena, "P%u", i));
    f.graph.nodes.items[person].affiliation = f.graph.nodes.items[country].id;
    for (uint32_t k = i; k < 4; k++) // most of the first one
      fixture_edge(&f.graph, person, "condemned", event, AKT_AFFIRMED, AKT_HOSTILE,
                   fixture_evidence(doc, 100 * i + 20 * k, "condemned"));
  }
  akt_graph_finish(&f.graph);
  assert_string_equal(f.graph.title, "Attack in Kashmir: India, Pakistan and China");
  fixture_free(&f);
}

static void a_headline_is_the_title_of_its_document_alone(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  akt_document one = {.id = "x", .title = "Peru sues Chile", .hash = 1, .char_count = 10};
  akt_document two = {.id = "y", .hash = 2, .char_count = 20};
  akt_graph_add_document(&f.graph, &one);
  assert_string_equal(akt_graph_made_title(&f.graph, &f.arena), "Peru sues Chile");
  akt_graph_add_document(&f.graph, &two);
  assert_null(akt_graph_made_title(&f.graph, &f.arena));
  fixture_free(&f);
}

static void two_texts_with_one_id_stay_two_documents(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  akt_document one = {.id = "x", .hash = 0x1111111100000000u, .char_count = 10};
  akt_document two = {.id = "x", .hash = 0x2222222200000000u, .char_count = 20};
  assert_int_equal(akt_graph_add_document(&f.graph, &one), 0);
  assert_int_equal(akt_graph_add_document(&f.graph, &two), 1);
  assert_int_equal(akt_graph_add_document(&f.graph, &one), 0);
  akt_graph_finish(&f.graph);
  assert_string_equal(f.graph.documents.items[0].id, "x~11111111");
  assert_string_equal(f.graph.documents.items[1].id, "x~22222222");
  fixture_free(&f);
}

static void an_empty_graph_is_a_graph(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  akt_graph_finish(&f.graph);
  assert_null(f.graph.title);
  assert_null(akt_graph_check(&f.graph, &f.arena));
  fixture_free(&f);
}

static void an_affiliation_to_nobody_is_dropped(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  fixture_small(&f.graph);
  f.graph.nodes.items[0].affiliation = "country_nowhere";
  f.graph.nodes.items[2].affiliation = "country_india";
  akt_graph_finish(&f.graph);
  assert_null(f.graph.nodes.items[0].affiliation);
  assert_string_equal(f.graph.nodes.items[2].affiliation, "country_india");
  fixture_free(&f);
}

static void check_finds_what_is_broken(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  fixture_small(&f.graph);
  akt_graph_finish(&f.graph);
  assert_null(akt_graph_check(&f.graph, &f.arena));
  f.graph.edges.items[0].evidence.items[0].quote.end = 999999;
  assert_non_null(akt_graph_check(&f.graph, &f.arena));
  akt_graph_finish(&f.graph);
  f.graph.edges.items[0].evidence.items[0].quote.end = 20;
  assert_null(akt_graph_check(&f.graph, &f.arena));
  f.graph.edges.items[0].key.target = 77;
  assert_non_null(akt_graph_check(&f.graph, &f.arena));
  fixture_free(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(node_ids_are_kind_and_slug),
      cmocka_unit_test(names_without_ascii_form_get_a_hash),
      cmocka_unit_test(every_id_is_safe_and_short),
      cmocka_unit_test(a_scope_keeps_documents_apart),
      cmocka_unit_test(the_same_statement_twice_is_one_edge_with_two_pieces),
      cmocka_unit_test(negated_never_joins_affirmed),
      cmocka_unit_test(finishing_twice_changes_nothing),
      cmocka_unit_test(the_order_of_adding_does_not_matter),
      cmocka_unit_test(a_title_is_made_of_the_most_connected),
      cmocka_unit_test(the_title_names_the_event_it_is_all_about_and_countries),
      cmocka_unit_test(a_headline_is_the_title_of_its_document_alone),
      cmocka_unit_test(two_texts_with_one_id_stay_two_documents),
      cmocka_unit_test(an_empty_graph_is_a_graph),
      cmocka_unit_test(an_affiliation_to_nobody_is_dropped),
      cmocka_unit_test(check_finds_what_is_broken),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
