// All formats: found by name and path, the same bytes every time, refused when too
// big, and neither lost memory nor half-told failure when memory or the sink ends.
#include "graph_fixture.h"

#include "export/changes.h"
#include "export/escape.h"
#include "import/import.h"

#include <stdio.h>

static void assert_path(const char *path, const char *format) {
  const akt_exporter *found = akt_exporter_for_path(path);
  if (!format)
    assert_null(found);
  else
    assert_string_equal(found->name, format);
}

static void formats_are_found_by_the_longest_extension(void **state) {
  (void)state;
  assert_path("a.json", "json");
  assert_path("a.cytoscape.json", "cytoscape");
  assert_path("A.D3.JSON", "d3");
  assert_path("dir.d3.json/a.json", "json");
  assert_path("a.events.csv", "events");
  assert_path("a.csv", "csv");
  assert_path("a.gv", "dot");
  assert_path("a.ttl", "turtle");
  assert_path("a.txt", NULL);
  assert_path("json", NULL);
  assert_path(".json", "json");
  assert_null(akt_exporter_find("JSON"));
  assert_null(akt_exporter_find(""));
}

static void no_two_formats_share_a_name_or_extension(void **state) {
  (void)state;
  size_t count;
  const akt_exporter *all = akt_exporters(&count);
  for (size_t i = 0; i < count; i++) {
    assert_ptr_equal(akt_exporter_find(all[i].name), &all[i]);
    char path[80] = "x.";
    strncat(path, all[i].extensions, strcspn(all[i].extensions, ","));
    if (all[i].extensions[0])
      assert_ptr_equal(akt_exporter_for_path(path), &all[i]);
  }
}

static void every_format_gives_the_same_bytes_twice(void **state) {
  (void)state;
  size_t count;
  const akt_exporter *all = akt_exporters(&count);
  fixture f;
  fixture g;
  fixture_init(&f);
  fixture_init(&g);
  fixture_nasty(&f.graph);
  fixture_nasty(&g.graph);
  akt_graph_finish(&f.graph);
  akt_graph_finish(&g.graph);
  for (size_t i = 0; i < count; i++)
    assert_string_equal(fixture_write(&f, all[i].name), fixture_write(&g, all[i].name));
  fixture_free(&f);
  fixture_free(&g);
}

static void a_graph_of_nothing_can_be_written(void **state) {
  (void)state;
  size_t count;
  const akt_exporter *all = akt_exporters(&count);
  fixture f;
  fixture_init(&f);
  akt_graph_finish(&f.graph);
  for (size_t i = 0; i < count; i++)
    fixture_write(&f, all[i].name);
  fixture_free(&f);
}

static void make_edges(akt_graph *graph, uint32_t edges) {
  uint32_t doc = fixture_document(graph, "a.txt", NULL);
  uint32_t nodes[64];
  char label[32];
  for (uint32_t i = 0; i < 64; i++) {
    snprintf(label, sizeof label, "Node %u", i);
    nodes[i] = fixture_node(graph, "country", label);
  }
  for (uint32_t i = 0; i < edges; i++) {
    snprintf(label, sizeof label, "rel-%u", i / 4096);
    fixture_edge(graph, nodes[i % 64], label, nodes[i / 64 % 64], AKT_AFFIRMED, AKT_NEUTRAL,
                 fixture_evidence(doc, i % 4000, "quote"));
  }
  akt_graph_finish(graph);
  assert_int_equal(graph->edges.count, edges);
}

static akt_export_result try_write(fixture *f, const char *format, bool is_forced,
                                   const char **why) {
  akt_buf out;
  akt_buf_init(&out, &f->arena);
  akt_sink sink = akt_sink_to_buf(&out);
  akt_export request = {
      .graph = &f->graph, .arena = &f->arena, .sink = &sink, .is_forced = is_forced};
  akt_export_result result = akt_exporter_find(format)->write(&request);
  *why = request.why;
  assert_true((result == AKT_EXPORTED) == (out.len > 0));
  return result;
}

static void too_big_a_graph_is_refused_with_advice(void **state) {
  (void)state;
  fixture f;
  const char *why = NULL;
  fixture_init(&f);
  make_edges(&f.graph, 400);
  assert_int_equal(try_write(&f, "mermaid", false, &why), AKT_EXPORTED);
  fixture_free(&f);
  fixture_init(&f);
  make_edges(&f.graph, 401);
  assert_int_equal(try_write(&f, "mermaid", false, &why), AKT_EXPORT_TOO_BIG);
  assert_non_null(strstr(why, "aktant view"));
  assert_int_equal(try_write(&f, "mermaid", true, &why), AKT_EXPORTED);
  fixture_free(&f);
  fixture_init(&f);
  make_edges(&f.graph, 100001);
  assert_int_equal(try_write(&f, "dot", false, &why), AKT_EXPORT_TOO_BIG);
  assert_non_null(strstr(why, "aktant view"));
  fixture_free(&f);
}

static bool count_bytes(void *user, const char *bytes, size_t len) {
  (void)bytes;
  *(size_t *)user += len;
  return true;
}

static void record_formats_need_no_memory_that_grows(void **state) {
  (void)state;
  static const char *const formats[] = {"json",    "cytoscape",  "d3",     "jgf", "graphology",
                                        "vis",     "graphml",    "gexf",   "csv", "events",
                                        "echarts", "cypher",     "turtle", "nt",  "jsonld",
                                        "canvas",  "force-graph"};
  fixture f;
  fixture_init(&f);
  make_edges(&f.graph, 20000);
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
    akt_guard guard;
    akt_arena arena;
    akt_guard_init(&guard, 0);
    akt_arena_init(&arena, &guard);
    size_t total = 0;
    akt_sink sink = {.write = count_bytes, .user = &total};
    akt_export request = {
        .graph = &f.graph, .arena = &arena, .sink = &sink, .part = NULL, .generator = "t"};
    assert_int_equal(akt_exporter_find(formats[i])->write(&request), AKT_EXPORTED);
    if (guard.used_bytes > 64 * 1024)
      fail_msg("%s: %zu bytes for %zu", formats[i], guard.used_bytes, total);
    akt_arena_free(&arena);
  }
  fixture_free(&f);
}

typedef struct shrinking_sink {
  size_t room;
} shrinking_sink;

static bool write_while_room(void *user, const char *bytes, size_t len) {
  shrinking_sink *s = user;
  (void)bytes;
  if (len > s->room)
    return false;
  s->room -= len;
  return true;
}

static void a_full_sink_is_remembered(void **state) {
  (void)state;
  size_t count;
  const akt_exporter *all = akt_exporters(&count);
  fixture f;
  fixture_init(&f);
  fixture_nasty(&f.graph);
  akt_graph_finish(&f.graph);
  for (size_t i = 0; i < count; i++)
    for (size_t room = 0; room < 900; room += 300) {
      shrinking_sink target = {room};
      akt_sink sink = {.write = write_while_room, .user = &target};
      akt_export request = {.graph = &f.graph, .arena = &f.arena, .sink = &sink};
      all[i].write(&request);
      if (!sink.is_failed)
        fail_msg("%s wrote into nothing", all[i].name);
    }
  fixture_free(&f);
}

// One writing and reading of one format, with the n-th block of memory refused.
typedef struct attempt {
  const akt_graph *graph;
  const akt_exporter *exporter;
  akt_guard guard;
  akt_arena arena;
  akt_graph back;
} attempt;

static void run_attempt(void *arg) {
  attempt *a = arg;
  akt_buf out;
  akt_buf_init(&out, &a->arena);
  akt_sink sink = akt_sink_to_buf(&out);
  akt_export request = {.graph = a->graph, .arena = &a->arena, .sink = &sink};
  assert_int_equal(a->exporter->write(&request), AKT_EXPORTED);
  for (const char *const *name = akt_import_formats(); *name; name++) {
    if (strcmp(*name, a->exporter->name) != 0)
      continue;
    akt_diags diags;
    akt_graph_init(&a->back, &a->arena);
    akt_diags_init(&diags, &a->arena);
    akt_import import = {&a->back, &a->arena, &diags, "t", {out.ptr, out.len}};
    assert_true(akt_import_read(&import, *name));
  }
}

static void running_out_of_memory_anywhere_leaks_nothing(void **state) {
  (void)state;
  size_t count;
  const akt_exporter *all = akt_exporters(&count);
  fixture f;
  fixture_init(&f);
  fixture_nasty(&f.graph);
  akt_graph_finish(&f.graph);
  for (size_t i = 0; i < count; i++) {
    bool is_done = false;
    for (size_t n = 1; !is_done && n < 400; n++) {
      attempt a = {.graph = &f.graph, .exporter = &all[i]};
      akt_guard_init(&a.guard, 0);
      a.guard.fail_after = n;
      akt_arena_init(&a.arena, &a.guard);
      is_done = akt_guard_run(&a.guard, run_attempt, &a);
      akt_arena_free(&a.arena);
    }
    assert_true(is_done);
  }
  fixture_free(&f);
}

static const char *escape(fixture *f, void (*put)(akt_sink *sink, const char *text),
                          const char *text) {
  akt_buf out;
  akt_buf_init(&out, &f->arena);
  akt_sink sink = akt_sink_to_buf(&out);
  put(&sink, text);
  return akt_buf_text(&out);
}

static void texts_are_escaped_as_each_format_wants(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  assert_string_equal(escape(&f, akt_put_xml, "<a&\"'>\n\x01\x7F"),
                      "&lt;a&amp;&quot;&#39;&gt;&#10; \x7F");
  assert_string_equal(escape(&f, akt_put_xml, "a\xEF\xBF\xBE|\xEF\xBF\xBF|\xEF\xBF\xBD"),
                      "a?|?|\xEF\xBF\xBD");
  assert_string_equal(escape(&f, akt_put_csv, "plain"), "plain");
  assert_string_equal(escape(&f, akt_put_csv, "a,\"b\"\n"), "\"a,\"\"b\"\"\n\"");
  assert_string_equal(escape(&f, akt_put_csv, NULL), "");
  assert_string_equal(escape(&f, akt_put_cypher, "it's a \\\n"), "it\\'s a \\\\\\n");
  assert_string_equal(escape(&f, akt_put_turtle, "a \"b\" \\\n\x02"), "a \\\"b\\\" \\\\\\n ");
  assert_string_equal(escape(&f, akt_put_iri_part, "a b>\xC3\xA9"), "a%20b%3E%C3%A9");
  assert_string_equal(escape(&f, akt_put_type_name, "spoke-with"), "SPOKE_WITH");
  assert_string_equal(escape(&f, akt_put_type_name, "3 x"), "R_3_X");
  assert_string_equal(escape(&f, akt_put_mermaid, "\"#<`"), "#quot;#35;#lt;#96;");
  fixture_free(&f);
}

static void a_difference_is_written_for_people_and_programs(void **state) {
  (void)state;
  fixture a;
  fixture b;
  fixture_pair(&a, &b);
  b.graph.nodes.items[2].role = "Secretary";
  fixture_edge(&b.graph, 1, "answered", 0, AKT_NEGATED, AKT_NEUTRAL,
               fixture_evidence(0, 300, "It has not answered"));
  akt_graph_finish(&a.graph);
  akt_graph_finish(&b.graph);
  akt_diff diff = akt_diff_graphs(&a.arena, &a.graph, &b.graph);
  akt_buf out;
  akt_buf_init(&out, &a.arena);
  akt_sink sink = akt_sink_to_buf(&out);
  assert_true(akt_changes_write(&diff, "text", &a.arena, &sink));
  assert_string_equal(akt_buf_text(&out), "~ node Marco Rubio (official_marco_rubio)\n"
                                          "    role: (none) -> Secretary\n"
                                          "+ edge Pakistan --not answered--> India\n"
                                          "    \"It has not answered\"\n"
                                          "nodes: +0 -0 ~1, edges: +1 -0 ~0\n");
  out.len = 0;
  assert_true(akt_changes_write(&diff, "json", &a.arena, &sink));
  assert_non_null(strstr(akt_buf_text(&out), "{\"change\":\"added\",\"id\":\"e_"));
  assert_false(akt_changes_write(&diff, "yaml", &a.arena, &sink));
  fixture_free(&a);
  fixture_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(formats_are_found_by_the_longest_extension),
      cmocka_unit_test(no_two_formats_share_a_name_or_extension),
      cmocka_unit_test(every_format_gives_the_same_bytes_twice),
      cmocka_unit_test(a_graph_of_nothing_can_be_written),
      cmocka_unit_test(too_big_a_graph_is_refused_with_advice),
      cmocka_unit_test(record_formats_need_no_memory_that_grows),
      cmocka_unit_test(a_full_sink_is_remembered),
      cmocka_unit_test(running_out_of_memory_anywhere_leaks_nothing),
      cmocka_unit_test(texts_are_escaped_as_each_format_wants),
      cmocka_unit_test(a_difference_is_written_for_people_and_programs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
