// Merge is associative, commutative and idempotent, by bytes; diff sees changes;
// views keep what was asked for.
#include "graph_fixture.h"

#include "graph/diff.h"
#include "graph/merge.h"
#include "graph/view.h"

typedef struct three {
  fixture f[3];
} three;

// Three graphs that overlap in nodes, edges, documents, titles and facts.
static void make_three(three *t) {
  static const char *const roles[] = {"Minister", "Foreign Minister", NULL};
  static const char *const titles[] = {"One title", "Another title", NULL};
  for (uint32_t i = 0; i < 3; i++) {
    fixture_init(&t->f[i]);
    akt_graph *graph = &t->f[i].graph;
    if (i != 1)
      fixture_small(graph);
    if (i > 0)
      fixture_nasty(graph);
    uint32_t doc = fixture_document(graph, i == 2 ? "a.txt" : "c.txt", NULL);
    uint32_t a = akt_graph_add_node(graph, "country_india", "country", i ? "India" : "Bharat");
    uint32_t b = akt_graph_add_node(graph, "country_x", i ? "country" : "area", "X");
    graph->nodes.items[a].is_listed = i == 1;
    graph->nodes.items[b].role = roles[i];
    for (uint32_t k = 0; k < 4; k++)
      fixture_edge(graph, a, "met", b, AKT_AFFIRMED, (akt_tone)i,
                   fixture_evidence(doc, k * (i + 1) * 10, "met"));
    // One place, another rule.
    akt_evidence evidence = fixture_evidence(doc, 0, "met");
    evidence.rule = i ? "a.akt:1" : "b.akt:2";
    fixture_edge(graph, a, "met", b, AKT_AFFIRMED, AKT_NEUTRAL, evidence);
    akt_document shared = {.id = "shared", .hash = (uint64_t)(i + 1) << 32};
    akt_graph_add_document(graph, &shared);
    graph->title = titles[i];
    akt_graph_finish(graph);
    assert_null(akt_graph_check(graph, &t->f[i].arena));
  }
}

static void free_three(three *t) {
  for (int i = 0; i < 3; i++)
    fixture_free(&t->f[i]);
}

static void merge_two(fixture *out, const akt_graph *a, const akt_graph *b) {
  fixture_init(out);
  const akt_graph *graphs[] = {a, b};
  akt_merge merge = {.out = &out->graph};
  akt_merge_graphs(&merge, graphs, 2);
  assert_null(akt_graph_check(&out->graph, &out->arena));
}

static void merge_is_commutative(void **state) {
  (void)state;
  three t;
  make_three(&t);
  for (int a = 0; a < 3; a++)
    for (int b = 0; b < 3; b++) {
      fixture ab;
      fixture ba;
      merge_two(&ab, &t.f[a].graph, &t.f[b].graph);
      merge_two(&ba, &t.f[b].graph, &t.f[a].graph);
      assert_string_equal(fixture_write(&ab, "json"), fixture_write(&ba, "json"));
      fixture_free(&ab);
      fixture_free(&ba);
    }
  free_three(&t);
}

static void merge_is_associative(void **state) {
  (void)state;
  three t;
  make_three(&t);
  static const int orders[][3] = {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}, {0, 2, 1}};
  for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
    const akt_graph *a = &t.f[orders[i][0]].graph;
    const akt_graph *b = &t.f[orders[i][1]].graph;
    const akt_graph *c = &t.f[orders[i][2]].graph;
    fixture ab;
    fixture bc;
    fixture left;
    fixture right;
    fixture all;
    merge_two(&ab, a, b);
    merge_two(&left, &ab.graph, c);
    merge_two(&bc, b, c);
    merge_two(&right, a, &bc.graph);
    fixture_init(&all);
    const akt_graph *graphs[] = {a, b, c};
    akt_merge merge = {.out = &all.graph};
    akt_merge_graphs(&merge, graphs, 3);
    assert_string_equal(fixture_write(&left, "json"), fixture_write(&right, "json"));
    assert_string_equal(fixture_write(&left, "json"), fixture_write(&all, "json"));
    fixture *used[] = {&ab, &bc, &left, &right, &all};
    for (size_t k = 0; k < sizeof used / sizeof *used; k++)
      fixture_free(used[k]);
  }
  free_three(&t);
}

static void merge_is_idempotent(void **state) {
  (void)state;
  three t;
  make_three(&t);
  for (int i = 0; i < 3; i++) {
    fixture twice;
    merge_two(&twice, &t.f[i].graph, &t.f[i].graph);
    assert_string_equal(fixture_write(&twice, "json"), fixture_write(&t.f[i], "json"));
    fixture_free(&twice);
  }
  fixture ab;
  fixture aba;
  merge_two(&ab, &t.f[0].graph, &t.f[1].graph);
  merge_two(&aba, &ab.graph, &t.f[0].graph);
  assert_string_equal(fixture_write(&ab, "json"), fixture_write(&aba, "json"));
  fixture_free(&ab);
  fixture_free(&aba);
  free_three(&t);
}

static void conflicting_kinds_are_told(void **state) {
  (void)state;
  three t;
  make_three(&t);
  fixture out;
  fixture_init(&out);
  const akt_graph *graphs[] = {&t.f[0].graph, &t.f[1].graph};
  akt_merge merge = {.out = &out.graph};
  akt_merge_graphs(&merge, graphs, 2);
  assert_int_equal(merge.conflicts.count, 1);
  assert_string_equal(merge.conflicts.items[0].id, "country_x");
  assert_string_equal(merge.conflicts.items[0].kept, "area");
  assert_string_equal(merge.conflicts.items[0].other, "country");
  fixture_free(&out);
  free_three(&t);
}

static akt_same same_as_rubio(void *user, const akt_node *node) {
  (void)user;
  if (strcmp(node->label, "Rubio") == 0)
    return (akt_same){"official_marco_rubio", "official", "Marco Rubio"};
  return (akt_same){0};
}

static void a_rule_file_can_say_what_is_one(void **state) {
  (void)state;
  fixture a;
  fixture b;
  fixture out;
  fixture_init(&a);
  fixture_init(&b);
  fixture_init(&out);
  fixture_small(&a.graph);
  uint32_t doc = fixture_document(&b.graph, "b.txt", NULL);
  uint32_t rubio = fixture_node(&b.graph, "person", "Rubio");
  uint32_t aide = fixture_node(&b.graph, "person", "Aide");
  b.graph.nodes.items[aide].affiliation = b.graph.nodes.items[rubio].id;
  fixture_edge(&b.graph, rubio, "met", aide, AKT_AFFIRMED, AKT_NEUTRAL,
               fixture_evidence(doc, 1, "met"));
  akt_graph_finish(&a.graph);
  akt_graph_finish(&b.graph);
  const akt_graph *graphs[] = {&a.graph, &b.graph};
  akt_merge merge = {.out = &out.graph, .same_as = same_as_rubio};
  akt_merge_graphs(&merge, graphs, 2);
  assert_int_equal(out.graph.nodes.count, 4);
  uint32_t joined = akt_map_get(&out.graph.node_by_id, AKT_SPAN("official_marco_rubio"));
  assert_true(joined != AKT_NONE);
  assert_string_equal(out.graph.nodes.items[joined].label, "Marco Rubio");
  assert_string_equal(out.graph.nodes.items[joined].aliases.items[0], "Rubio");
  uint32_t with_aide = akt_map_get(&out.graph.node_by_id, AKT_SPAN("person_aide"));
  assert_string_equal(out.graph.nodes.items[with_aide].affiliation, "official_marco_rubio");
  fixture_free(&a);
  fixture_free(&b);
  fixture_free(&out);
}

static void equal_graphs_have_no_difference(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  fixture_nasty(&f.graph);
  akt_graph_finish(&f.graph);
  akt_diff diff = akt_diff_graphs(&f.arena, &f.graph, &f.graph);
  assert_int_equal(diff.nodes.count, 0);
  assert_int_equal(diff.edges.count, 0);
  fixture_free(&f);
}

static void differences_are_added_removed_and_changed(void **state) {
  (void)state;
  fixture a;
  fixture b;
  fixture_pair(&a, &b);
  uint32_t old = fixture_node(&a.graph, "event", "Old");
  fixture_edge(&a.graph, 0, "caused", old, AKT_AFFIRMED, AKT_NEUTRAL,
               fixture_evidence(0, 300, "old"));
  fixture_node(&b.graph, "event", "New");
  b.graph.nodes.items[2].role = "Secretary of State";
  fixture_edge(&b.graph, 0, "blamed", 1, AKT_AFFIRMED, AKT_HOSTILE,
               fixture_evidence(0, 400, "blamed again"));
  akt_graph_finish(&a.graph);
  akt_graph_finish(&b.graph);
  akt_diff diff = akt_diff_graphs(&a.arena, &a.graph, &b.graph);
  assert_int_equal(diff.nodes.count, 3);
  assert_int_equal(diff.nodes.items[0].change, AKT_DIFF_ADDED);
  assert_int_equal(diff.nodes.items[1].change, AKT_DIFF_REMOVED);
  assert_int_equal(diff.nodes.items[2].change, AKT_DIFF_CHANGED);
  assert_string_equal(diff.nodes.items[2].facts.items[0].name, "role");
  assert_int_equal(diff.edges.count, 2);
  assert_int_equal(diff.edges.items[1].change, AKT_DIFF_REMOVED);
  assert_int_equal(diff.edges.items[0].change, AKT_DIFF_CHANGED);
  assert_string_equal(diff.edges.items[0].facts.items[0].name, "evidence");
  fixture_free(&a);
  fixture_free(&b);
}

static akt_view_result view(const fixture *f, fixture *out, const akt_view *options) {
  const char *word = NULL;
  fixture_init(out);
  akt_view_result result = akt_view_graph(&f->graph, options, &out->graph, &word);
  if (result == AKT_VIEWED)
    assert_null(akt_graph_check(&out->graph, &out->arena));
  return result;
}

static void a_focus_keeps_its_neighbours(void **state) {
  (void)state;
  fixture f;
  fixture out;
  fixture_init(&f);
  fixture_small(&f.graph);
  akt_graph_finish(&f.graph);
  assert_int_equal(view(&f, &out, &(akt_view){.focus = "marco rubio"}), AKT_VIEWED);
  assert_int_equal(out.graph.nodes.count, 2);
  assert_int_equal(out.graph.edges.count, 1);
  fixture_free(&out);
  assert_int_equal(view(&f, &out, &(akt_view){.focus = "official_marco_rubio", .hops = 2}),
                   AKT_VIEWED);
  assert_int_equal(out.graph.nodes.count, 3);
  assert_int_equal(out.graph.edges.count, 3);
  assert_string_equal(out.graph.part, "around Marco Rubio (2 steps)");
  fixture_free(&out);
  assert_int_equal(view(&f, &out, &(akt_view){.focus = "Nobody"}), AKT_VIEW_UNKNOWN_FOCUS);
  fixture_free(&out);
  fixture_free(&f);
}

static void kinds_tones_and_dates_restrict(void **state) {
  (void)state;
  fixture f;
  fixture out;
  fixture_init(&f);
  fixture_small(&f.graph);
  akt_graph_finish(&f.graph);
  assert_int_equal(view(&f, &out, &(akt_view){.kinds = "country"}), AKT_VIEWED);
  assert_int_equal(out.graph.nodes.count, 2);
  assert_int_equal(out.graph.edges.count, 2);
  fixture_free(&out);
  assert_int_equal(view(&f, &out, &(akt_view){.tones = "neutral, cooperative"}), AKT_VIEWED);
  assert_int_equal(out.graph.edges.count, 1);
  assert_int_equal(out.graph.nodes.count, 2);
  fixture_free(&out);
  assert_int_equal(view(&f, &out, &(akt_view){.since = "2025-05-02"}), AKT_VIEWED);
  assert_int_equal(out.graph.edges.count, 0);
  fixture_free(&out);
  assert_int_equal(view(&f, &out, &(akt_view){.until = "2025-05-01"}), AKT_VIEWED);
  assert_int_equal(out.graph.edges.count, 3);
  fixture_free(&out);
  assert_int_equal(view(&f, &out, &(akt_view){.min_count = 2}), AKT_VIEWED);
  assert_int_equal(out.graph.edges.count, 0);
  fixture_free(&out);
  assert_int_equal(view(&f, &out, &(akt_view){.kinds = "cuontry"}), AKT_VIEW_UNKNOWN_KIND);
  fixture_free(&out);
  assert_int_equal(view(&f, &out, &(akt_view){.tones = "angry"}), AKT_VIEW_UNKNOWN_TONE);
  fixture_free(&out);
  assert_int_equal(view(&f, &out, &(akt_view){.since = "May"}), AKT_VIEW_BAD_DATE);
  fixture_free(&out);
  fixture_free(&f);
}

static void rolling_up_folds_officials_into_their_country(void **state) {
  (void)state;
  fixture f;
  fixture out;
  fixture_init(&f);
  fixture_small(&f.graph);
  uint32_t us = fixture_node(&f.graph, "country", "United States");
  uint32_t rubio = fixture_node(&f.graph, "official", "Marco Rubio");
  f.graph.nodes.items[rubio].affiliation = f.graph.nodes.items[us].id;
  fixture_edge(&f.graph, rubio, "represents", us, AKT_AFFIRMED, AKT_NEUTRAL,
               fixture_evidence(0, 200, "Secretary of State"));
  akt_graph_finish(&f.graph);
  assert_int_equal(view(&f, &out, &(akt_view){.is_rolled_up = true}), AKT_VIEWED);
  assert_int_equal(out.graph.nodes.count, 3);
  assert_int_equal(out.graph.edges.count, 3);
  uint32_t folded = akt_map_get(&out.graph.node_by_id, AKT_SPAN("country_united_states"));
  assert_int_equal(out.graph.nodes.items[folded].mentions.count, 1);
  bool has_urged = false;
  for (uint32_t i = 0; i < out.graph.edges.count; i++)
    has_urged |= out.graph.edges.items[i].key.source == folded &&
                 strcmp(out.graph.edges.items[i].key.relation, "urged") == 0;
  assert_true(has_urged);
  fixture_free(&out);
  fixture_free(&f);
}

static void affiliations_in_a_circle_end(void **state) {
  (void)state;
  fixture f;
  fixture out;
  fixture_init(&f);
  fixture_small(&f.graph);
  f.graph.nodes.items[0].affiliation = f.graph.nodes.items[1].id;
  f.graph.nodes.items[1].affiliation = f.graph.nodes.items[0].id;
  akt_graph_finish(&f.graph);
  assert_int_equal(view(&f, &out, &(akt_view){.is_rolled_up = true}), AKT_VIEWED);
  assert_true(out.graph.nodes.count >= 2);
  fixture_free(&out);
  fixture_free(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(merge_is_commutative),
      cmocka_unit_test(merge_is_associative),
      cmocka_unit_test(merge_is_idempotent),
      cmocka_unit_test(conflicting_kinds_are_told),
      cmocka_unit_test(a_rule_file_can_say_what_is_one),
      cmocka_unit_test(equal_graphs_have_no_difference),
      cmocka_unit_test(differences_are_added_removed_and_changed),
      cmocka_unit_test(a_focus_keeps_its_neighbours),
      cmocka_unit_test(kinds_tones_and_dates_restrict),
      cmocka_unit_test(rolling_up_folds_officials_into_their_country),
      cmocka_unit_test(affiliations_in_a_circle_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
