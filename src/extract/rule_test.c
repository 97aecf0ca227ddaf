// Runs the `test` lines of rule files: all the edges written there, and only those.
#include "extract/explain_inside.h"

typedef struct test_run {
  akt_arena *arena;
  akt_reading *r;
  const akt_trace *trace;
  akt_graph *graph;
} test_run;

static const char *date_of(const akt_stmt *test) {
  for (uint32_t i = 0; i < test->options.count; i++)
    if (strcmp(test->options.items[i].name.text, "date") == 0)
      return test->options.items[i].value.text;
  return NULL;
}

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

// `said nobody`: the text says so itself.
static bool has_speaker(const akt_edge *edge, const char *speaker) {
  bool is_nobody = strcmp(speaker, "nobody") == 0;
  for (uint32_t i = 0; i < edge->evidence.count; i++) {
    const char *said = edge->evidence.items[i].attribution;
    if (said ? strcmp(said, speaker) == 0 : is_nobody)
      return true;
  }
  return false;
}

static const char *speaker_of(const akt_edge *edge) {
  for (uint32_t i = 0; i < edge->evidence.count; i++)
    if (edge->evidence.items[i].attribution)
      return edge->evidence.items[i].attribution;
  return NULL;
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

static const char *why_nobody(const test_run *run, const char *name) {
  akt_teller t = akt_teller_new(run->r, run->trace);
  akt_told_absent absent = akt_tell_absent(&t, akt_span_of(name));
  akt_buf buf;
  akt_buf_init(&buf, run->arena);
  akt_buf_printf(&buf, "`%s` is nobody in this text", name);
  if (absent.places.count) {
    akt_buf_puts(&buf, ": ");
    akt_told_place_print(&absent.places.items[0], &buf);
  } else if (absent.nearest) {
    akt_buf_printf(&buf, "; did you mean `%s`?", absent.nearest);
  }
  return akt_buf_text(&buf);
}

// It came, but not as expected: the other way round, denied, planned, said by nobody.
static const char *came_otherwise(const test_run *run, const akt_ast_expect *want) {
  for (uint32_t i = 0; i < run->graph->edges.count; i++) {
    const akt_edge *e = &run->graph->edges.items[i];
    const char *source = label_of(run->graph, e->key.source);
    const char *target = label_of(run->graph, e->key.target);
    if (strcmp(e->key.relation, want->relation.text) != 0)
      continue;
    if (strcmp(source, want->target.text) == 0 && strcmp(target, want->source.text) == 0)
      return "it came the other way round; the first slot of a pattern is the source";
    if (strcmp(source, want->source.text) == 0 && strcmp(target, want->target.text) == 0)
      return "it came, but qualified in another way";
  }
  return NULL;
}

// Why an edge did not come: an end that is nobody here, or the rule that came nearest.
static const char *why_missing(const test_run *run, const akt_ast_expect *want) {
  const akt_reading *r = run->r;
  const char *ends[] = {want->source.text, want->target.text};
  uint32_t actors[2];
  for (int i = 0; i < 2; i++) {
    actors[i] = akt_actor_named(r, akt_span_of(ends[i]));
    if (actors[i] == AKT_NONE)
      return why_nobody(run, ends[i]);
    if (strcmp(r->actors.items[actors[i]].name, ends[i]) != 0)
      return akt_arena_printf(run->arena, "`%s` is called `%s` here", ends[i],
                              r->actors.items[actors[i]].name);
  }
  const char *otherwise = came_otherwise(run, want);
  if (otherwise)
    return otherwise;
  akt_told_miss miss;
  uint32_t relation =
      akt_map_get(&r->rules->relation_by_name, akt_span_of(want->relation.text));
  bool is_near = akt_nearest_miss(run->r, run->trace, relation, actors[0], actors[1], &miss);
  bool is_own = is_near && miss.relation && strcmp(miss.relation, want->relation.text) == 0;
  const char *noun = is_own ? NULL : akt_verb_read_as_noun(run->r, relation);
  if (noun)
    return akt_arena_printf(run->arena,
                            "\"%s\" was not read as a verb here; see `aktant rules forms %s`",
                            noun, noun);
  if (!is_near)
    return r->statements.count ? NULL : "no rule has a word for what happens here";
  akt_buf buf;
  akt_buf_init(&buf, run->arena);
  akt_buf_printf(&buf, "%s ", miss.rule);
  akt_told_miss_print(&miss, &buf);
  return akt_buf_text(&buf);
}

static void find_missing(const test_run *run, bool *used, akt_test_result *result) {
  akt_arena *arena = run->arena;
  for (uint32_t i = 0; i < result->test->expects.count; i++) {
    const akt_ast_expect *want = &result->test->expects.items[i];
    akt_test_line line = {.text = NULL};
    if (want->is_node) {
      if (!expect_node(run->graph, want))
        line.text = akt_arena_printf(arena, "node %s %s", want->source.text, want->target.text);
    } else if (!expect_edge(arena, run->graph, want, used)) {
      line.text = akt_arena_printf(
          arena, "%s%s%s",
          line_of(arena, want->source.text, want->is_negated, want->modality.text,
                  want->relation.text, want->target.text),
          want->speaker.text ? " said " : "", want->speaker.text ? want->speaker.text : "");
      line.near = why_missing(run, want);
    }
    if (line.text)
      akt_vec_push(arena, &result->missing, line);
  }
}

static bool is_only_nodes(const akt_stmt *test) {
  for (uint32_t i = 0; i < test->expects.count; i++)
    if (!test->expects.items[i].is_node)
      return false;
  return test->expects.count > 0;
}

static void sort_came(const test_run *run, const bool *used, akt_test_result *result) {
  bool is_open = is_only_nodes(result->test);
  for (uint32_t i = 0; i < run->graph->edges.count; i++) {
    const akt_edge *e = &run->graph->edges.items[i];
    const char *rule = e->evidence.count ? e->evidence.items[0].rule : NULL;
    const char *text = edge_line_of(run->arena, run->graph, e, false);
    const char *speaker = speaker_of(e);
    if (speaker)
      text = akt_arena_printf(run->arena, "%s said %s", text, speaker);
    akt_test_line line = {.text = text, .rule = rule ? rule : ""};
    if (used[i])
      akt_vec_push(run->arena, &result->came, line);
    else if (!is_open)
      akt_vec_push(run->arena, &result->too_many, line);
  }
}

static void touch(akt_intern *touched, const char *rule) {
  if (rule)
    akt_intern_add(touched, akt_span_of(rule));
}

void akt_add_touched(const akt_reading *r, const akt_trace *trace, akt_intern *touched) {
  for (uint32_t i = 0; i < r->statements.count; i++)
    touch(touched, r->statements.items[i].rule);
  for (uint32_t i = 0; i < trace->governed.count; i++)
    touch(touched, r->rules->governs.items[trace->governed.items[i].govern].rule);
  for (uint32_t i = 0; i < trace->misses.count; i++)
    if (trace->misses.items[i].reason == AKT_MISS_SILENCED)
      touch(touched, trace->misses.items[i].rule);
}

akt_test_result akt_run_test(akt_arena *arena, const akt_ruleset *rules, const akt_stmt *test,
                             akt_intern *touched) {
  akt_test_result result = {.test = test, .text = text_of(arena, test)};
  akt_document document = {.id = "test", .path = "test", .date = date_of(test)};
  akt_trace trace = {.misses = {0}};
  akt_read_options options = {.trace = &trace};
  akt_graph *graph = akt_arena_zalloc(arena, sizeof *graph);
  test_run run = {.arena = arena, .graph = graph, .trace = &trace};
  run.r = akt_read_text(arena, rules, akt_span_of(result.text), &document, &options);
  akt_graph_init(graph, arena);
  akt_emit(run.r, &document, graph);
  akt_graph_finish(graph);
  bool *used = akt_arena_zalloc(arena, graph->edges.count + 1);
  for (uint32_t i = 0; i < run.r->switched_off.count; i++)
    akt_vec_push(arena, &result.switched_off, run.r->switched_off.items[i]);
  find_missing(&run, used, &result);
  sort_came(&run, used, &result);
  if (touched)
    akt_add_touched(run.r, &trace, touched);
  result.has_passed = !result.missing.count && !result.too_many.count;
  return result;
}

void akt_test_print(const akt_test_result *result, akt_buf *out) {
  akt_buf_printf(out, "  %s\n", result->text);
  for (uint32_t i = 0; i < result->missing.count; i++) {
    const akt_test_line *line = &result->missing.items[i];
    akt_buf_printf(out, "  missing: %s\n", line->text);
    if (line->near)
      akt_buf_printf(out, "    nearest: %s\n", line->near);
  }
  for (uint32_t i = 0; i < result->too_many.count; i++)
    akt_buf_printf(out, "  came too: %s  [%s]\n", result->too_many.items[i].text,
                   result->too_many.items[i].rule);
  for (uint32_t i = 0; i < result->switched_off.count; i++)
    akt_buf_printf(out, "  switched off: %s takes too many steps on this text\n",
                   result->switched_off.items[i]);
  for (uint32_t i = 0; i < result->came.count; i++)
    akt_buf_printf(out, "  as expected: %s  [%s]\n", result->came.items[i].text,
                   result->came.items[i].rule);
}
