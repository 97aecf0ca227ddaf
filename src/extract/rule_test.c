// Runs the `test` lines of rule files: all the edges written there, and only those.
#include "extract/extract.h"

typedef struct edge_line {
  const char *text; // as in a rule file
  const char *rule;
  bool is_matched;
} edge_line;
typedef AKT_VEC(edge_line) edge_lines;

static const char *text_of(akt_arena *arena, const akt_stmt *test) {
  akt_buf buf;
  akt_buf_init(&buf, arena);
  for (uint32_t i = 0; i < test->items.count; i++)
    akt_buf_printf(&buf, "%s%s", i ? "\n\n" : "", test->items.items[i].text);
  return akt_buf_text(&buf);
}

static const char *line_of(akt_arena *arena, const char *source, bool is_negated,
                           const char *modality, const char *relation, const char *target) {
  return akt_arena_printf(arena, "%s --%s%s%s%s--> %s", source, is_negated ? "not " : "",
                          modality ? modality : "", modality ? " " : "", relation, target);
}

static const char *label_of(const akt_graph *graph, uint32_t node) {
  return graph->nodes.items[node].label;
}

static bool has_speaker(const akt_edge *edge, const char *speaker) {
  for (uint32_t i = 0; i < edge->evidence.count; i++) {
    const char *said = edge->evidence.items[i].attribution;
    if (said && strcmp(said, speaker) == 0)
      return true;
  }
  return false;
}

static const char *edge_line_of(akt_arena *arena, const akt_graph *graph, const akt_edge *e,
                                bool is_turned) {
  uint32_t source = is_turned ? e->key.target : e->key.source;
  uint32_t target = is_turned ? e->key.source : e->key.target;
  const char *modality =
      e->key.modality == AKT_ASSERTED ? NULL : akt_modality_name(e->key.modality);
  return line_of(arena, label_of(graph, source), e->key.polarity == AKT_NEGATED, modality,
                 e->key.relation, label_of(graph, target));
}

static bool expect_edge(akt_arena *arena, const akt_graph *graph, const akt_ast_expect *want,
                        bool *used) {
  const char *line = line_of(arena, want->source.text, want->is_negated, want->modality.text,
                             want->relation.text, want->target.text);
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    const akt_edge *e = &graph->edges.items[i];
    bool fits = strcmp(edge_line_of(arena, graph, e, false), line) == 0 ||
                (e->is_mutual && strcmp(edge_line_of(arena, graph, e, true), line) == 0);
    if (fits && (!want->speaker.text || has_speaker(e, want->speaker.text))) {
      used[i] = true;
      return true;
    }
  }
  return false;
}

static bool expect_node(const akt_graph *graph, const akt_ast_expect *want) {
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    if (strcmp(graph->nodes.items[i].kind, want->source.text) == 0 &&
        strcmp(graph->nodes.items[i].label, want->target.text) == 0)
      return true;
  return false;
}

static void report_expected(akt_arena *arena, const akt_graph *graph, const akt_stmt *test,
                            bool *used, akt_buf *out) {
  for (uint32_t i = 0; i < test->expects.count; i++) {
    const akt_ast_expect *want = &test->expects.items[i];
    if (want->is_node) {
      if (!expect_node(graph, want))
        akt_buf_printf(out, "  missing: node %s %s\n", want->source.text, want->target.text);
    } else if (!expect_edge(arena, graph, want, used)) {
      akt_buf_printf(out, "  missing: %s%s%s\n",
                     line_of(arena, want->source.text, want->is_negated, want->modality.text,
                             want->relation.text, want->target.text),
                     want->speaker.text ? " said " : "",
                     want->speaker.text ? want->speaker.text : "");
    }
  }
}

static bool is_only_nodes(const akt_stmt *test) {
  for (uint32_t i = 0; i < test->expects.count; i++)
    if (!test->expects.items[i].is_node)
      return false;
  return test->expects.count > 0;
}

static void report_unexpected(akt_arena *arena, const akt_graph *graph, const bool *used,
                              akt_buf *out) {
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    const akt_edge *e = &graph->edges.items[i];
    if (!used[i])
      akt_buf_printf(out, "  came too: %s  [%s]\n", edge_line_of(arena, graph, e, false),
                     e->evidence.count && e->evidence.items[0].rule ? e->evidence.items[0].rule
                                                                    : "");
  }
}

akt_test_result akt_run_test(akt_arena *arena, const akt_ruleset *rules, const akt_stmt *test) {
  const char *text = text_of(arena, test);
  akt_document document = {.id = "test", .path = "test"};
  akt_reading *r = akt_read_text(arena, rules, akt_span_of(text), &document, NULL);
  akt_graph *graph = akt_arena_zalloc(arena, sizeof *graph);
  akt_graph_init(graph, arena);
  akt_emit(r, &document, graph);
  akt_graph_finish(graph);
  bool *used = akt_arena_zalloc(arena, graph->edges.count + 1);
  akt_buf out;
  akt_buf_init(&out, arena);
  report_expected(arena, graph, test, used, &out);
  if (!is_only_nodes(test))
    report_unexpected(arena, graph, used, &out);
  akt_test_result result = {.test = test, .has_passed = out.len == 0};
  if (out.len)
    result.report = akt_arena_printf(arena, "  %s\n%s", text, akt_buf_text(&out));
  return result;
}
