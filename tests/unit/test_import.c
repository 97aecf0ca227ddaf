// Reading graphs: what we wrote comes back, foreign dialects are understood, and
// broken files are refused with a message.
#include "graph_fixture.h"

#include "import/import.h"

static bool read_as(fixture *f, akt_diags *diags, const char *text, const char *format) {
  fixture_init(f);
  akt_diags_init(diags, &f->arena);
  akt_import import = {.graph = &f->graph,
                       .arena = &f->arena,
                       .diags = diags,
                       .path = "test",
                       .text = akt_span_of(text)};
  return akt_import_read(&import, format);
}

// The text read back and written as native JSON.
static void assert_round_trip(const char *format, void (*fill)(akt_graph *)) {
  fixture f;
  fixture back;
  akt_diags diags;
  fixture_init(&f);
  if (fill)
    fill(&f.graph);
  akt_graph_finish(&f.graph);
  const char *text = fixture_write(&f, format);
  if (!read_as(&back, &diags, text, NULL))
    fail_msg("%s: %s", format, diags.items.items[0].message);
  if (diags.warnings)
    fail_msg("%s warns: %s", format, diags.items.items[0].message);
  assert_string_equal(fixture_write(&f, "json"), fixture_write(&back, "json"));
  fixture_free(&f);
  fixture_free(&back);
}

static const char *const lossless[] = {"json", "cytoscape",  "d3",
                                       "jgf",  "graphology", "graphml"};

static void lossless_formats_come_back_equal(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof lossless / sizeof *lossless; i++) {
    assert_round_trip(lossless[i], fixture_small);
    assert_round_trip(lossless[i], fixture_nasty);
    assert_round_trip(lossless[i], NULL);
  }
}

static void dot_brings_back_nodes_edges_and_first_quotes(void **state) {
  (void)state;
  fixture f;
  fixture back;
  akt_diags diags;
  fixture_init(&f);
  fixture_nasty(&f.graph);
  akt_graph_finish(&f.graph);
  assert_true(read_as(&back, &diags, fixture_write(&f, "dot"), NULL));
  assert_int_equal(back.graph.nodes.count, f.graph.nodes.count);
  assert_int_equal(back.graph.edges.count, f.graph.edges.count);
  for (uint32_t i = 0; i < f.graph.edges.count; i++) {
    assert_string_equal(back.graph.edges.items[i].id, f.graph.edges.items[i].id);
    assert_int_equal(back.graph.edges.items[i].evidence.count, 1);
  }
  fixture_free(&f);
  fixture_free(&back);
}

static void read_good(fixture *f, const char *text, const char *format, uint32_t nodes,
                      uint32_t edges, uint32_t warnings) {
  akt_diags diags;
  if (!read_as(f, &diags, text, format))
    fail_msg("%s\n%s", diags.items.items[0].message, text);
  if (f->graph.nodes.count != nodes || f->graph.edges.count != edges ||
      diags.warnings != warnings)
    fail_msg("%u nodes, %u edges, %u warnings of %s", f->graph.nodes.count,
             f->graph.edges.count, diags.warnings, text);
}

static void foreign_dialects_are_recognised(void **state) {
  (void)state;
  static const char *const texts[] = {
      "{\"elements\":{\"nodes\":[{\"data\":{\"id\":\"a\"}},{\"data\":{\"id\":\"b\"}}],"
      "\"edges\":[{\"data\":{\"id\":\"e\",\"source\":\"a\",\"target\":\"b\"}}]}}",
      "[{\"data\":{\"id\":\"e\",\"source\":\"a\",\"target\":\"b\"}},"
      "{\"data\":{\"id\":\"a\"}},{\"data\":{\"id\":\"b\"}}]",
      "{\"nodes\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"links\":[{\"source\":\"a\",\"target\":"
      "\"b\"}]}",
      "{\"nodes\":[{\"id\":1},{\"id\":2}],\"edges\":[{\"from\":1,\"to\":2}]}",
      "{\"nodes\":[{\"key\":\"a\"},{\"key\":\"b\",\"attributes\":{\"label\":\"B\"}}],"
      "\"edges\":[{\"source\":\"a\",\"target\":\"b\"}]}",
      "{\"graph\":{\"nodes\":{\"a\":{},\"b\":{\"label\":\"B\"}},"
      "\"edges\":[{\"source\":\"a\",\"target\":\"b\",\"relation\":\"r\"}]}}",
      "{\"graphs\":[{\"nodes\":[{\"id\":\"a\"},{\"id\":\"b\"}],"
      "\"edges\":[{\"source\":\"a\",\"target\":\"b\"}]}]}",
      "<?xml version=\"1.0\"?><graphml><graph edgedefault=\"directed\"><node id=\"a\"/>"
      "<node id=\"b\"/><edge source=\"a\" target=\"b\"/></graph></graphml>",
      "digraph { a -> b }",
      "/* comment */ strict graph { a -- b }",
      "\xEF\xBB\xBF digraph { a -> b }",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    fixture f;
    read_good(&f, texts[i], NULL, 2, 1, 0);
    fixture_free(&f);
  }
}

static void foreign_facts_are_kept(void **state) {
  (void)state;
  fixture f;
  read_good(&f,
            "digraph { a [label=<<b>Bold</b> &amp; more>, colour=red, weight=3];"
            " a -> b [label=\"pays\", since=2001] }",
            NULL, 2, 1, 0);
  akt_node *a = &f.graph.nodes.items[0];
  assert_string_equal(a->label, "Bold  & more");
  assert_int_equal(a->attrs.count, 2);
  assert_string_equal(a->attrs.items[0].name, "colour");
  assert_string_equal(f.graph.edges.items[0].key.relation, "pays");
  assert_string_equal(f.graph.edges.items[0].attrs.items[0].text, "2001");
  const char *json = fixture_write(&f, "json");
  assert_non_null(strstr(json, "\"attrs\":{\"colour\":\"red\",\"weight\":\"3\"}"));
  fixture_free(&f);
}

static void dangling_edges_are_left_out_and_told(void **state) {
  (void)state;
  fixture f;
  read_good(&f,
            "{\"nodes\":[{\"id\":\"a\"}],\"links\":[{\"source\":\"a\",\"target\":\"b\"},"
            "{\"source\":\"a\",\"target\":\"a\"},{\"source\":\"a\"}]}",
            NULL, 1, 1, 2);
  fixture_free(&f);
}

static void dangerous_attributes_are_told(void **state) {
  (void)state;
  fixture f;
  read_good(&f, "digraph { a [image=\"/etc/passwd\"]; a -> b [URL=\"javascript:x\"] }", NULL, 2,
            1, 2);
  assert_int_equal(f.graph.nodes.items[0].attrs.count, 0);
  fixture_free(&f);
}

static void broken_files_are_refused(void **state) {
  (void)state;
  static const char *const texts[] = {
      "",
      "   \n",
      "{",
      "{}",
      "[1,2",
      "{\"a\":1}",
      "{\"nodes\":3}",
      "{\"nodes\":[]} x",
      "{\"nodes\":[{\"id\":\"a\\u0000b\"}],\"links\":[]}",
      "{\"nodes\":[],\"nodes\":[],\"links\":[]}",
      "{\"graph\":{\"schema\":\"aktant-graph/2\"},\"nodes\":[],\"edges\":[]}",
      "{\"graph\":{\"schema\":\"aktant-graph/1\"},\"nodes\":[{\"id\":\"a\"}],\"edges\":[]}",
      ("{\"graph\":{\"schema\":\"aktant-graph/1\"},\"nodes\":[],"
       "\"edges\":[{\"source\":\"a\",\"target\":\"b\",\"relation\":\"r\"}]}"),
      "<graphml>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      "<!DOCTYPE x [<!ENTITY a \"b\">]><graphml><graph/></graphml>",
      "digraph {",
      "digraph a {x} digraph b {y}",
      "plain words",
      "\x89PNG\r\n",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    fixture f;
    akt_diags diags;
    if (read_as(&f, &diags, texts[i], NULL))
      fail_msg("was read: %s", texts[i]);
    assert_int_equal(diags.errors, 1);
    fixture_free(&f);
  }
}

static void an_unknown_format_name_is_an_error(void **state) {
  (void)state;
  fixture f;
  akt_diags diags;
  assert_false(read_as(&f, &diags, "digraph {}", "gexf"));
  assert_int_equal(diags.errors, 1);
  fixture_free(&f);
}

static void a_graph_beyond_the_limit_is_refused_unread(void **state) {
  (void)state;
  fixture f;
  akt_diags diags;
  akt_buf out;
  fixture_init(&f);
  akt_diags_init(&diags, &f.arena);
  akt_import import = {.graph = &f.graph,
                       .arena = &f.arena,
                       .diags = &diags,
                       .path = "big.json",
                       .text = {"short", UINT32_MAX}};
  assert_false(akt_import_read(&import, NULL));
  akt_buf_init(&out, &f.arena);
  akt_diags_render(&diags, &(akt_render_options){0}, &out);
  assert_string_equal(akt_buf_text(&out), "big.json: error[E0603]: larger than 4 GB\n");
  fixture_free(&f);
}

static void a_dangling_affiliation_or_span_is_survived(void **state) {
  (void)state;
  fixture f;
  akt_diags diags;
#define MENTION(end)                                                                           \
  "{\"directed\":true,\"multigraph\":true,\"graph\":{\"schema\":\"aktant-graph/1\","           \
  "\"documents\":[{\"id\":\"d\",\"chars\":10}]},\"nodes\":[{\"id\":\"a\",\"kind\":\"k\","      \
  "\"label\":\"A\",\"affiliation\":\"nobody\",\"mentions\":[{\"doc\":\"d\",\"start\":1,"       \
  "\"end\":" end "}]}],\"edges\":[]}"
  assert_true(read_as(&f, &diags, MENTION("5"), NULL));
  assert_null(f.graph.nodes.items[0].affiliation);
  fixture_free(&f);
  assert_false(read_as(&f, &diags, MENTION("5000000"), NULL));
  assert_int_equal(diags.errors, 1);
  fixture_free(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lossless_formats_come_back_equal),
      cmocka_unit_test(dot_brings_back_nodes_edges_and_first_quotes),
      cmocka_unit_test(foreign_dialects_are_recognised),
      cmocka_unit_test(foreign_facts_are_kept),
      cmocka_unit_test(dangling_edges_are_left_out_and_told),
      cmocka_unit_test(dangerous_attributes_are_told),
      cmocka_unit_test(broken_files_are_refused),
      cmocka_unit_test(an_unknown_format_name_is_an_error),
      cmocka_unit_test(a_graph_beyond_the_limit_is_refused_unread),
      cmocka_unit_test(a_dangling_affiliation_or_span_is_survived),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
