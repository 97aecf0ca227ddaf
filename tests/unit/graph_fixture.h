// Graphs for the tests of the graph, the formats and the imports: a small plain
// one, and a nasty one with everything that breaks consumers.
#ifndef AKT_TESTS_GRAPH_FIXTURE_H
#define AKT_TESTS_GRAPH_FIXTURE_H

#include "base/sink.h"
#include "export/export.h"
#include "graph/graph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct fixture {
  akt_guard guard;
  akt_arena arena;
  akt_graph graph;
} fixture;

static inline void fixture_init(fixture *f) {
  akt_guard_init(&f->guard, 0);
  akt_arena_init(&f->arena, &f->guard);
  akt_graph_init(&f->graph, &f->arena);
}

static inline void fixture_free(fixture *f) {
  akt_arena_free(&f->arena);
}

static inline uint32_t fixture_document(akt_graph *graph, const char *id, const char *date) {
  akt_document document = {
      .id = id, .path = id, .date = date, .hash = akt_hash(id, strlen(id)), .char_count = 5000};
  return akt_graph_add_document(graph, &document);
}

static inline uint32_t fixture_node(akt_graph *graph, const char *kind, const char *label) {
  return akt_graph_add_node(graph, akt_node_id(graph->arena, kind, label, NULL), kind, label);
}

static inline void fixture_mention(akt_graph *graph, uint32_t node, uint32_t document,
                                   uint32_t start) {
  akt_mention mention = {document, {start, start + 4, "text"}, "kinds.akt:3"};
  akt_graph_add_mention(graph, node, &mention);
}

static inline akt_evidence fixture_evidence(uint32_t document, uint32_t start,
                                            const char *quote) {
  uint32_t len = (uint32_t)strlen(quote);
  return (akt_evidence){.document = document,
                        .sentence = start / 100,
                        .quote = {start, start + len, quote},
                        .byte_start = start,
                        .subject = {start, start + 1, "s"},
                        .trigger = {start + 1, start + 2, "t"},
                        .object = {start + 2, start + 3, "o"},
                        .rule = "diplomacy.akt:31"};
}

static inline uint32_t fixture_edge(akt_graph *graph, uint32_t source, const char *relation,
                                    uint32_t target, akt_polarity polarity, akt_tone tone,
                                    akt_evidence evidence) {
  akt_edge_key key = {.source = source,
                      .target = target,
                      .relation = relation,
                      .polarity = polarity,
                      .plover = "CONSULT"};
  return akt_graph_add_edge(graph, &key, relation, tone, false, &evidence);
}

/// India blamed Pakistan; India did not criticise Pakistan; Rubio urged India.
static inline void fixture_small(akt_graph *graph) {
  uint32_t doc = fixture_document(graph, "a.txt", "2025-05-01");
  uint32_t india = fixture_node(graph, "country", "India");
  uint32_t pakistan = fixture_node(graph, "country", "Pakistan");
  uint32_t rubio = fixture_node(graph, "official", "Marco Rubio");
  fixture_mention(graph, india, doc, 10);
  fixture_mention(graph, pakistan, doc, 40);
  fixture_mention(graph, rubio, doc, 90);
  fixture_edge(graph, india, "blamed", pakistan, AKT_AFFIRMED, AKT_HOSTILE,
               fixture_evidence(doc, 10, "India has blamed Pakistan"));
  fixture_edge(graph, india, "criticised", pakistan, AKT_NEGATED, AKT_HOSTILE,
               fixture_evidence(doc, 60, "India has not criticised Pakistan"));
  fixture_edge(graph, rubio, "urged", india, AKT_AFFIRMED, AKT_NEUTRAL,
               fixture_evidence(doc, 90, "Rubio urged India"));
}

static const char *const fixture_nasty_labels[] = {
    "\"<>&\\ trailing \\",
    "\xE0\xA4\xAD\xE0\xA4\xBE\xE0\xA4\xB0\xE0\xA4\xA4", // Devanagari
    "\xE4\xB8\xAD\xE5\x9B\xBD",                         // CJK
    "\xD9\x85\xD8\xB5\xD8\xB1",                         // Arabic
    "\xF0\x9F\x9A\x80 rocket",                          // emoji
    "Cafe\xCC\x81 de Flore",                            // combining mark
    "</script><b>&amp;&#60;",
    "end",
    "-.",
    "line one\nline two\ttab",
    "'; MATCH (n) DELETE n //",
    "]]> --> ${x} `y` %z {a|b} #h;",
};

/// Parallel edges, a self loop, a negated twin, many scripts, a node alone.
static inline void fixture_nasty(akt_graph *graph) {
  uint32_t doc = fixture_document(graph, "dir/a \"q\" & <b>.txt", "2025-05-01");
  uint32_t other = fixture_document(graph, "b.txt", NULL);
  uint32_t count = sizeof fixture_nasty_labels / sizeof *fixture_nasty_labels;
  uint32_t nodes[sizeof fixture_nasty_labels / sizeof *fixture_nasty_labels];
  for (uint32_t i = 0; i < count; i++) {
    nodes[i] = fixture_node(graph, i % 2 ? "country" : "group", fixture_nasty_labels[i]);
    fixture_mention(graph, nodes[i], i % 3 ? doc : other, i * 10);
    akt_graph_add_alias(graph, nodes[i], i % 2 ? "alias; with | marks" : "a,b");
  }
  fixture_node(graph, "event", "Lonely");
  for (uint32_t i = 0; i + 1 < count; i++)
    fixture_edge(graph, nodes[i], "said-about", nodes[i + 1], AKT_AFFIRMED, AKT_NEUTRAL,
                 fixture_evidence(doc, i * 50, fixture_nasty_labels[i]));
  fixture_edge(graph, nodes[0], "blamed", nodes[1], AKT_AFFIRMED, AKT_HOSTILE,
               fixture_evidence(doc, 700, "blamed"));
  fixture_edge(graph, nodes[0], "blamed", nodes[1], AKT_NEGATED, AKT_HOSTILE,
               fixture_evidence(other, 700, "did not blame"));
  fixture_edge(graph, nodes[2], "attacked", nodes[2], AKT_AFFIRMED, AKT_HOSTILE,
               fixture_evidence(doc, 900, "attacked itself"));
  akt_evidence noted = fixture_evidence(doc, 950, "urged \"them\" to <go>\nhome");
  akt_note notes[] = {{"what", "to <go> & \"stay\""}};
  noted.notes.items = notes;
  noted.notes.count = 1;
  noted.attribution = "a spokesman";
  noted.date_text = "on Tuesday";
  noted.date = "2025-04-29";
  fixture_edge(graph, nodes[3], "urged", nodes[4], AKT_AFFIRMED, AKT_COOPERATIVE, noted);
  graph->nodes.items[nodes[4]].role = "Minister of \"X\" & <Y>";
  graph->nodes.items[nodes[4]].affiliation = graph->nodes.items[nodes[1]].id;
  graph->nodes.items[nodes[1]].is_listed = true;
  akt_kind_look kind = {"country", "actor", "box", "0072B2", "00598C", "FFFFFF"};
  akt_vec_push(graph->arena, &graph->kinds, kind);
  akt_vec_push(graph->arena, &graph->rules, ((akt_rule_file){"rules/default.akt", 77}));
  akt_vec_push(graph->arena, &graph->warnings, "a \"warning\"");
}

static inline const char *fixture_write_graph(akt_arena *arena, const akt_graph *graph,
                                              const char *format, const char *part) {
  akt_buf out;
  akt_buf_init(&out, arena);
  akt_sink sink = akt_sink_to_buf(&out);
  const akt_exporter *exporter = akt_exporter_find(format);
  assert_non_null(exporter);
  akt_export request = {.graph = graph, .arena = arena, .sink = &sink, .part = part};
  akt_export_result result = exporter->write(&request);
  if (result != AKT_EXPORTED)
    fail_msg("%s: %s", format, request.why ? request.why : "?");
  assert_false(sink.is_failed);
  return akt_buf_text(&out);
}

static inline const char *fixture_write_part(fixture *f, const char *format, const char *part) {
  return fixture_write_graph(&f->arena, &f->graph, format, part);
}

/// The graph in a format, as text in the fixture's arena.
#define fixture_write(f, format) fixture_write_part((f), (format), NULL)

// Two graphs that start out the same.
static inline void fixture_pair(fixture *a, fixture *b) {
  fixture_init(a);
  fixture_init(b);
  fixture_small(&a->graph);
  fixture_small(&b->graph);
}

#endif
