// DOT: what we write is read back equal, and foreign DOT does no harm.
#include "graph_fixture.h"

#include "dot/dot.h"
#include "dot/encode.h"

#include <pthread.h>

static const char *write_label(fixture *f, akt_buf *out, const char *label, akt_dot_form form) {
  akt_dot *dot = akt_dot_new(&f->arena, "g");
  akt_dot_item *a = akt_dot_add_node(dot, NULL, "a");
  akt_dot_set_as(a, "label", form, label);
  akt_dot_set(akt_dot_add_edge(dot, a, akt_dot_add_node(dot, NULL, label), label), "note",
              label);
  akt_buf_init(out, &f->arena);
  akt_sink sink = akt_sink_to_buf(out);
  return akt_dot_write(dot, &sink);
}

// Control characters become blanks; all else must come back.
static const char *as_shown(fixture *f, const char *text) {
  char *shown = akt_arena_string(&f->arena, text);
  char *out = shown;
  for (const char *p = text; *p; p++)
    if (*p == '\r')
      continue;
    else
      *out++ = (*p != '\n' && ((unsigned char)*p < 0x20 || *p == 0x7F)) ? ' ' : *p;
  *out = '\0';
  return shown;
}

static void assert_label_survives(fixture *f, const char *label) {
  akt_buf out;
  const char *wrong = write_label(f, &out, label, AKT_DOT_TEXT);
  if (wrong)
    fail_msg("label <%s>: %s", label, wrong);
  akt_dot_reading reading = akt_dot_read(&f->arena, (akt_span){out.ptr, out.len});
  if (!reading.dot)
    fail_msg("label <%s>: %s\n%s", label, reading.error, out.ptr);
  const char *expected = as_shown(f, label);
  akt_dot_item *edge = reading.dot->edges.items[0];
  const char *found = akt_dot_get(reading.dot->nodes.items[0], "label");
  if (*label) {
    assert_string_equal(found, expected);
    assert_string_equal(akt_dot_get(edge, "note"), expected);
  }
  assert_string_equal(edge->id, edge->head->id);
  if (!strpbrk(label, "\t\r")) // of those, only signs come back
    assert_string_equal(edge->id, expected);
}

static void hostile_labels_are_read_back_equal(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  static const char *const pieces[] = {"\\",       "\"", " ",    "\n", "-", ".",   "<",    ">",
                                       "a",        "1",  ";",    "{",  "}", "&",   "&lt;", "%",
                                       "\xC3\xA9", "\t", "node", "/*", "#", "\\N", "|"};
  uint32_t count = sizeof pieces / sizeof *pieces;
  uint64_t seed = 7;
  for (int round = 0; round < 4000; round++) {
    char label[64] = "";
    uint32_t len = (uint32_t)(akt_hash_mix(seed, 1) % 7);
    for (uint32_t i = 0; i <= len; i++) {
      seed = akt_hash_mix(seed, i);
      strcat(label, pieces[seed % count]);
    }
    // Ids equal to "a" make a self loop; that is fine too.
    if (strcmp(as_shown(&f, label), "a") != 0)
      assert_label_survives(&f, label);
    if (round % 200 == 0) {
      fixture_free(&f);
      fixture_init(&f);
    }
  }
  fixture_free(&f);
}

static void nasty_labels_are_read_back_equal(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  for (size_t i = 0; i < sizeof fixture_nasty_labels / sizeof *fixture_nasty_labels; i++)
    assert_label_survives(&f, fixture_nasty_labels[i]);
  static const char *const more[] = {"-",
                                     ".",
                                     "-.",
                                     "..",
                                     "--",
                                     "%1",
                                     "%",
                                     "<TABLE></TABLE>",
                                     "node",
                                     "strict",
                                     "1.",
                                     "-5",
                                     ".5",
                                     "quote \"]; evil [x=\"",
                                     "ends in backslash \\",
                                     "\\",
                                     "\\\\",
                                     "\\\"",
                                     "&",
                                     "&amp;",
                                     "&#38;",
                                     "&bogus;",
                                     "a\\nb",
                                     "\r-",
                                     "-\r.",
                                     "\r%",
                                     "\r<TABLE></TABLE>",
                                     "\r\xEF\xBB\xBFx",
                                     "\xEF\xBB\xBF",
                                     "\xEF\xBB\xBFx"};
  for (size_t i = 0; i < sizeof more / sizeof *more; i++)
    assert_label_survives(&f, more[i]);
  fixture_free(&f);
}

static void a_long_text_is_read_back_and_a_long_word_is_cut(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  akt_buf words;
  akt_buf_init(&words, &f.arena);
  for (int i = 0; i < 20000; i++)
    akt_buf_puts(&words, "word ");
  assert_label_survives(&f, akt_buf_text(&words));
  akt_buf word;
  akt_buf_init(&word, &f.arena);
  for (int i = 0; i < 20000; i++)
    akt_buf_puts(&word, "\xE0\xA4\xAD");
  akt_buf out;
  assert_null(write_label(&f, &out, akt_buf_text(&word), AKT_DOT_TEXT));
  akt_dot_reading reading = akt_dot_read(&f.arena, (akt_span){out.ptr, out.len});
  assert_non_null(reading.dot);
  const char *label = akt_dot_get(reading.dot->nodes.items[0], "label");
  assert_true(strlen(label) > 7000 && strlen(label) < 9000);
  assert_true(akt_span_ends_with(akt_span_of(label), "\xE2\x80\xA6"));
  fixture_free(&f);
}

static void text_equal_to_markup_stays_text(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  const char *markup = "<TABLE BORDER=\"0\"><TR><TD>x</TD></TR></TABLE>";
  akt_dot *dot = akt_dot_new(&f.arena, "g");
  akt_dot_set_as(akt_dot_add_node(dot, NULL, "a"), "label", AKT_DOT_MARKUP, markup);
  akt_dot_set(akt_dot_add_node(dot, NULL, "b"), "label", markup);
  akt_buf out;
  akt_buf_init(&out, &f.arena);
  akt_sink sink = akt_sink_to_buf(&out);
  assert_null(akt_dot_write(dot, &sink));
  akt_dot_reading reading = akt_dot_read(&f.arena, (akt_span){out.ptr, out.len});
  assert_int_equal(reading.dot->nodes.items[0]->attrs.items[0].form, AKT_DOT_MARKUP);
  assert_int_equal(reading.dot->nodes.items[1]->attrs.items[0].form, AKT_DOT_TEXT);
  assert_string_equal(akt_dot_get(reading.dot->nodes.items[1], "label"), markup);
  fixture_free(&f);
}

static void broken_markup_is_refused(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  akt_buf out;
  assert_non_null(write_label(&f, &out, "<b>> <i", AKT_DOT_MARKUP));
  assert_int_equal(out.len, 0);
  // and the next one is well again
  assert_null(write_label(&f, &out, "fine", AKT_DOT_TEXT));
  fixture_free(&f);
}

static void left_lines_end_in_l(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  assert_string_equal(akt_dot_encode(&f.arena, "a\nb", AKT_DOT_LEFT), "a\\lb\\l");
  assert_string_equal(akt_dot_encode(&f.arena, "a\nb", AKT_DOT_TEXT), "a\\nb");
  fixture_free(&f);
}

static void only_safe_addresses_pass(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  static const char *const bad[] = {
      "javascript:alert(1)", "JavaScript:x",   " javascript:x",     "data:text/html,x",
      "//evil.example/x",    "java\tscript:x", "&#106;avascript:x", ""};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    assert_string_equal(akt_dot_encode(&f.arena, bad[i], AKT_DOT_URL), "");
  assert_string_equal(akt_dot_encode(&f.arena, "https://x.org/?a=1&b=\"2\"", AKT_DOT_URL),
                      "https://x.org/?a=1&amp;b=%222%22");
  assert_string_equal(akt_dot_encode(&f.arena, "dir/page#x", AKT_DOT_URL), "dir/page#x");
  assert_string_equal(akt_dot_encode(&f.arena, "-.", AKT_DOT_URL), "%2D.");
  fixture_free(&f);
}

static void two_edges_of_one_key_are_refused(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  akt_dot *dot = akt_dot_new(&f.arena, "g");
  akt_dot_item *a = akt_dot_add_node(dot, NULL, "a");
  akt_dot_add_edge(dot, a, a, "k");
  akt_dot_add_edge(dot, a, a, "k");
  akt_buf out;
  akt_buf_init(&out, &f.arena);
  akt_sink sink = akt_sink_to_buf(&out);
  assert_non_null(akt_dot_write(dot, &sink));
  fixture_free(&f);
}

static akt_dot_reading read(fixture *f, const char *text) {
  return akt_dot_read(&f->arena, akt_span_of(text));
}

static void an_empty_key_is_numbered(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  akt_dot *dot = akt_dot_new(&f.arena, "");
  akt_dot_item *a = akt_dot_add_node(dot, NULL, "");
  akt_dot_add_edge(dot, a, a, "");
  akt_dot_add_edge(dot, a, a, "");
  akt_buf out;
  akt_buf_init(&out, &f.arena);
  akt_sink sink = akt_sink_to_buf(&out);
  assert_null(akt_dot_write(dot, &sink));
  assert_int_equal(read(&f, akt_buf_text(&out)).dot->edges.count, 2);
  fixture_free(&f);
}

static void clusters_keep_an_empty_label(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  akt_dot *dot = akt_dot_new(&f.arena, "g");
  akt_dot_set(akt_dot_root(dot), "label", "Title");
  akt_dot_item *cluster = akt_dot_add_cluster(dot, NULL, "in");
  akt_dot_set(cluster, "label", "");
  akt_dot_item *inner = akt_dot_add_cluster(dot, cluster, "deep");
  akt_dot_set(inner, "color", "red");
  akt_dot_default(dot, AKT_DOT_NODE, "shape", "box");
  akt_dot_set(akt_dot_add_node(dot, inner, "a"), "label", "");
  akt_buf out;
  akt_buf_init(&out, &f.arena);
  akt_sink sink = akt_sink_to_buf(&out);
  assert_null(akt_dot_write(dot, &sink));
  assert_non_null(strstr(out.ptr, "subgraph cluster_in"));
  assert_non_null(strstr(out.ptr, "label=\"\""));
  assert_non_null(strstr(out.ptr, "shape=box"));
  fixture_free(&f);
}

static void broken_dot_is_refused_and_leaves_nothing_behind(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  static const char *const bad[] = {"",
                                    "   ",
                                    "digraph {",
                                    "digraph { a -> }",
                                    "{\"json\":1}",
                                    "digraph a {x} digraph b {y}",
                                    "digraph a {x} trailing garbage",
                                    "digraph { a [label=\"open }",
                                    "digraph { a [label=<b>] ",
                                    "digraph { a [label=<<<<<<b",
                                    "digraph { a /* open",
                                    "digraph { a \"open",
                                    "]i a [label=<<b>x</b>>]; \"]; <<b>>] \"",
                                    "digraph { a [label=<a",
                                    "#",
                                    "\xFF\xFE",
                                    "digraph { a -> b } }",
                                    "graph { a -> b }"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    akt_dot_reading reading = read(&f, bad[i]);
    if (reading.dot)
      fail_msg("read: %s", bad[i]);
    assert_non_null(reading.error);
    akt_dot_reading good = read(&f, "digraph { good -> one }");
    if (!good.dot)
      fail_msg("after <%s>: %s", bad[i], good.error);
    assert_int_equal(good.dot->nodes.count, 2);
  }
  assert_int_equal(read(&f, "digraph {\n a;\n b -> ;\n}").line, 3);
  fixture_free(&f);
}

static void what_cgraph_reads_in_part_is_refused(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  akt_buf chain;
  akt_buf_init(&chain, &f.arena);
  akt_buf_puts(&chain, "digraph { a0");
  for (int i = 1; i < 20000; i++)
    akt_buf_printf(&chain, " -> a%d", i);
  akt_buf_puts(&chain, " }");
  assert_null(read(&f, akt_buf_text(&chain)).dot);
  assert_non_null(read(&f, "digraph { a -> b }").dot);
  fixture_free(&f);
}

static void dangerous_attributes_are_dropped_and_told(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  akt_dot_reading reading =
      read(&f, "digraph { stylesheet=\"x\"; a [image=\"/etc/passwd\", label=ok, "
               "URL=\"javascript:x\", fontname=\"A\\\" onclick=\\\"x\", sides=2000000000]; "
               "b [URL=\"https://x.org/\", colour=red]; a -> b [edgehref=\" javascript:x\"] }");
  assert_non_null(reading.dot);
  assert_int_equal(reading.dropped.count, 6);
  assert_string_equal(akt_dot_get(reading.dot->nodes.items[0], "label"), "ok");
  assert_null(akt_dot_get(reading.dot->nodes.items[0], "image"));
  assert_string_equal(akt_dot_get(reading.dot->nodes.items[1], "colour"), "red");
  fixture_free(&f);
}

// Writes, reads and stumbles over broken text, as every thread of a server might.
static void *work_with_dot(void *arg) {
  uintptr_t failures = 0;
  for (int i = 0; i < 60; i++) {
    fixture f;
    fixture_init(&f);
    akt_buf out;
    const char *label = fixture_nasty_labels[(i + *(int *)arg) % 12];
    if (write_label(&f, &out, label, AKT_DOT_TEXT) ||
        !akt_dot_read(&f.arena, (akt_span){out.ptr, out.len}).dot ||
        akt_dot_read(&f.arena, akt_span_of("digraph { a [label=<<b")).dot)
      failures++;
    fixture_free(&f);
  }
  return (void *)failures;
}

static void threads_may_work_with_dot_at_once(void **state) {
  (void)state;
  pthread_t threads[4];
  int numbers[4] = {0, 3, 6, 9};
  for (int i = 0; i < 4; i++)
    assert_int_equal(pthread_create(&threads[i], NULL, work_with_dot, &numbers[i]), 0);
  for (int i = 0; i < 4; i++) {
    void *failures = NULL;
    pthread_join(threads[i], &failures);
    assert_null(failures);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(hostile_labels_are_read_back_equal),
      cmocka_unit_test(nasty_labels_are_read_back_equal),
      cmocka_unit_test(a_long_text_is_read_back_and_a_long_word_is_cut),
      cmocka_unit_test(text_equal_to_markup_stays_text),
      cmocka_unit_test(broken_markup_is_refused),
      cmocka_unit_test(left_lines_end_in_l),
      cmocka_unit_test(only_safe_addresses_pass),
      cmocka_unit_test(two_edges_of_one_key_are_refused),
      cmocka_unit_test(an_empty_key_is_numbered),
      cmocka_unit_test(clusters_keep_an_empty_label),
      cmocka_unit_test(broken_dot_is_refused_and_leaves_nothing_behind),
      cmocka_unit_test(what_cgraph_reads_in_part_is_refused),
      cmocka_unit_test(dangerous_attributes_are_dropped_and_told),
      cmocka_unit_test(threads_may_work_with_dot_at_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
