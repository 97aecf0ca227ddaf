// Running the `test` lines of rule files, and what they leave untouched. Told as
// text, as JSON (an object a line) or in the Test Anything Protocol.
#include "api/touched.h"
#include "json/json.h"

#include <stdlib.h>

typedef enum test_style { STYLE_TEXT, STYLE_JSON, STYLE_TAP } test_style;

typedef struct testing {
  const aktant_rules *rules;
  test_style style;
  bool is_quiet; // the tests themselves are not told
  akt_sink sink;
  aktant_test_counts counts;
  size_t idle;
  akt_guard guard;
  akt_arena arena; // of one test
  akt_arena kept;  // of the whole run: line tables
  akt_source *sources;
  akt_intern touched;
  bool has_own;         // files of the user
  akt_idle_lines lines; // that no test touches
  akt_plain *plain;     // for sentences that could touch them
  uint32_t number;      // of the test or line
} testing;

static bool style_named(const char *name, test_style *out) {
  static const char *const names[] = {"text", "json", "tap"};
  for (int i = 0; i < 3; i++)
    if (strcmp(name, names[i]) == 0) {
      *out = (test_style)i;
      return true;
    }
  return false;
}

static void begin(void *arg) {
  testing *t = arg;
  t->sources = akt_api_sources(&t->kept, t->rules);
  akt_intern_init(&t->touched, &t->kept);
  for (uint32_t i = 0; i < t->rules->ruleset->files.count; i++)
    t->has_own |= t->rules->ruleset->files.items[i]->is_own;
  if (t->style == STYLE_TAP && !t->is_quiet) {
    akt_sink_puts(&t->sink, "TAP version 13\n");
    akt_sink_printf(&t->sink, "1..%u\n", t->rules->ruleset->tests.count);
  }
}

// What a test came to. A shipped test that the user's own rules turn round is no fault
// of his: overriding what is shipped is what they are for.
typedef enum test_verdict { PASSED, FAILED, CHANGED } test_verdict;

static bool is_own(const testing *t, const akt_stmt *test) {
  const akt_ruleset *set = t->rules->ruleset;
  for (uint32_t i = 0; i < set->files.count; i++)
    if (set->files.items[i]->source == test->loc.source)
      return set->files.items[i]->is_own;
  return false;
}

static test_verdict verdict_of(testing *t, const akt_stmt *test, bool has_passed) {
  bool is = is_own(t, test);
  t->counts.own += is;
  if (has_passed)
    return PASSED;
  return t->has_own && !is && !t->rules->is_strict ? CHANGED : FAILED;
}

typedef struct test_place {
  const char *file;
  uint32_t line, column;
} test_place;

static test_place place_of(testing *t, const akt_stmt *test) {
  test_place place = {.file = "rules"};
  if (test->loc.source < t->rules->source_count) {
    akt_source *source = &t->sources[test->loc.source];
    akt_source_position(&t->kept, source, test->loc.start, &place.line, &place.column);
    place.file = source->name;
  }
  return place;
}

static void put_buf(testing *t, const akt_buf *buf) {
  akt_sink_write(&t->sink, buf->ptr, buf->len);
}

static void put_text(testing *t, const akt_test_result *result, const test_place *place,
                     test_verdict verdict) {
  akt_buf buf;
  akt_buf_init(&buf, &t->arena);
  akt_buf_printf(&buf, "%s:%u:%u: ", place->file, place->line, place->column);
  if (verdict == PASSED)
    return;
  if (verdict == FAILED) {
    akt_buf_puts(&buf, "failed\n");
    akt_test_print(result, &buf);
  } else {
    akt_buf_printf(&buf, "changed by your rules: %s\n", result->text);
    for (uint32_t i = 0; i < result->too_many.count; i++)
      akt_buf_printf(&buf, "  now: %s  [%s]\n", result->too_many.items[i].text,
                     result->too_many.items[i].rule);
    for (uint32_t i = 0; i < result->missing.count; i++)
      akt_buf_printf(&buf, "  not: %s\n", result->missing.items[i].text);
  }
  put_buf(t, &buf);
}

static void add_lines(akt_json_writer *writer, const char *key, const akt_test_lines *lines) {
  akt_json_open_array(writer, key);
  for (uint32_t i = 0; i < lines->count; i++) {
    akt_json_open_object(writer, NULL);
    akt_json_add_text(writer, "edge", lines->items[i].text);
    akt_json_add_text_if(writer, "rule", lines->items[i].rule);
    akt_json_add_text_if(writer, "nearest", lines->items[i].near);
    akt_json_close(writer);
  }
  akt_json_close(writer);
}

static void add_place(akt_json_writer *writer, const char *file, uint32_t line,
                      uint32_t column) {
  akt_json_add_text(writer, "file", file);
  akt_json_add_uint(writer, "line", line);
  akt_json_add_uint(writer, "column", column);
}

static void put_json(testing *t, const akt_test_result *result, const test_place *place,
                     test_verdict verdict) {
  akt_json_writer *writer = akt_json_writer_new(&t->arena, &t->sink);
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "event", "test");
  akt_json_add_bool(writer, "passed", result->has_passed);
  if (verdict == CHANGED)
    akt_json_add_bool(writer, "changed", true);
  add_place(writer, place->file, place->line, place->column);
  akt_json_add_text(writer, "text", result->text);
  add_lines(writer, "came", &result->came);
  add_lines(writer, "missing", &result->missing);
  add_lines(writer, "unexpected", &result->too_many);
  if (result->switched_off.count) {
    akt_json_open_array(writer, "switched_off");
    for (uint32_t i = 0; i < result->switched_off.count; i++)
      akt_json_add_text(writer, NULL, result->switched_off.items[i]);
    akt_json_close(writer);
  }
  akt_json_close(writer);
}

// Lines of a report as TAP comments: whatever is in them, they stay comments.
static void put_tap(testing *t, const akt_test_result *result, const test_place *place,
                    test_verdict verdict) {
  akt_buf buf, report;
  akt_buf_init(&buf, &t->arena);
  akt_buf_init(&report, &t->arena);
  akt_buf_printf(&buf, "%sok %u - %s:%u%s\n", verdict == PASSED ? "" : "not ", t->number + 1,
                 place->file, place->line,
                 verdict == CHANGED ? " # TODO changed by your rules" : "");
  if (!result->has_passed)
    akt_test_print(result, &report);
  bool is_start = true;
  for (size_t i = 0; i < report.len; i++) {
    if (is_start)
      akt_buf_puts(&buf, "# ");
    akt_buf_putc(&buf, report.ptr[i]);
    is_start = report.ptr[i] == '\n';
  }
  put_buf(t, &buf);
}

static void run_one(void *arg) {
  testing *t = arg;
  const akt_stmt *test = t->rules->ruleset->tests.items[t->number];
  akt_test_result result = akt_run_test(&t->arena, t->rules->ruleset, test, &t->touched);
  test_place place = place_of(t, test);
  test_verdict verdict = verdict_of(t, test, result.has_passed);
  t->counts.passed += verdict == PASSED;
  t->counts.failed += verdict == FAILED;
  t->counts.changed += verdict == CHANGED;
  if (t->is_quiet)
    return;
  if (t->style == STYLE_TEXT)
    put_text(t, &result, &place, verdict);
  else if (t->style == STYLE_JSON)
    put_json(t, &result, &place, verdict);
  else if (t->style == STYLE_TAP)
    put_tap(t, &result, &place, verdict);
}

static void summarise(void *arg) {
  testing *t = arg;
  if (t->style == STYLE_TEXT) {
    const aktant_test_counts *n = &t->counts;
    akt_sink_printf(&t->sink, "%zu passed, %zu failed", n->passed, n->failed);
    if (t->has_own && n->own < n->passed + n->failed)
      akt_sink_printf(&t->sink, " (%zu of them in your own files)", n->own);
    akt_sink_puts(&t->sink, "\n");
    if (t->counts.changed)
      akt_sink_printf(&t->sink,
                      "%zu shipped tests come out otherwise with your rules, which go before "
                      "the shipped ones\n",
                      t->counts.changed);
  } else if (t->style == STYLE_JSON) {
    akt_json_writer *writer = akt_json_writer_new(&t->arena, &t->sink);
    akt_json_open_object(writer, NULL);
    akt_json_add_text(writer, "event", "summary");
    akt_json_add_uint(writer, "passed", (uint32_t)t->counts.passed);
    akt_json_add_uint(writer, "failed", (uint32_t)t->counts.failed);
    akt_json_add_uint(writer, "own", (uint32_t)t->counts.own);
    akt_json_add_uint(writer, "changed", (uint32_t)t->counts.changed);
    akt_json_close(writer);
  }
}

// A test that the line would pass, made of the plainest sentence that it could mean.
typedef struct proposal {
  const char *sentence; // NULL: none is known
  akt_test_result result;
} proposal;

static bool comes_from(const akt_test_result *result, const akt_idle_line *line) {
  const char *slash = strrchr(line->file, '/');
  const char *name = slash ? slash + 1 : line->file;
  size_t len = strlen(name);
  for (uint32_t i = 0; i < result->too_many.count; i++) {
    const char *rule = result->too_many.items[i].rule;
    if (strncmp(rule, name, len) == 0 && rule[len] == ':' &&
        strtoul(rule + len + 1, NULL, 10) == line->line)
      return true;
  }
  return false;
}

static proposal propose(testing *t, const akt_idle_line *line) {
  proposal made = {.sentence = NULL};
  uint32_t frame = akt_api_frame_of(t->plain, line);
  uint32_t rounds = frame == AKT_NONE ? 0 : akt_plain_rounds(t->plain, frame);
  for (uint32_t v = 0; v < rounds; v++) {
    const char *sentence = akt_plain_sentence(&t->arena, t->plain, frame, v);
    if (!sentence)
      break;
    akt_stmt test = {.kind_of = AKT_STMT_TEST};
    akt_ast_text text = {.text = sentence};
    akt_vec_push(&t->arena, &test.items, text);
    made.result = akt_run_test(&t->arena, t->rules->ruleset, &test, NULL);
    if (!comes_from(&made.result, line))
      continue;
    made.sentence = sentence;
    break;
  }
  return made;
}

static void put_idle_json(testing *t, const akt_idle_line *line, const proposal *made) {
  akt_json_writer *writer = akt_json_writer_new(&t->arena, &t->sink);
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "event", "untested");
  add_place(writer, line->file, line->line, line->column);
  akt_json_add_text(writer, "text", line->text);
  akt_json_add_text_if(writer, "proposed", made->sentence);
  if (made->sentence)
    add_lines(writer, "edges", &made->result.too_many);
  akt_json_close(writer);
}

static void put_idle_line(void *arg) {
  testing *t = arg;
  const akt_idle_line *line = &t->lines.items[t->number];
  proposal made = propose(t, line);
  if (t->style == STYLE_JSON) {
    put_idle_json(t, line, &made);
    return;
  }
  const char *lead = t->style == STYLE_TAP ? "# " : "";
  akt_buf buf;
  akt_buf_init(&buf, &t->arena);
  akt_buf_printf(&buf, "%s%s:%u:%u: no test touches: %s\n", lead, line->file, line->line,
                 line->column, line->text);
  if (made.sentence)
    akt_buf_printf(&buf, "%s  test  \"%s\"\n", lead, made.sentence);
  for (uint32_t i = 0; made.sentence && i < made.result.too_many.count; i++)
    akt_buf_printf(&buf, "%s    %s\n", lead, made.result.too_many.items[i].text);
  put_buf(t, &buf);
}

static void find_idle(void *arg) {
  testing *t = arg;
  akt_api_idle_lines(&t->kept, t->rules, t->sources, &t->touched, &t->lines);
  t->idle = t->lines.count;
  t->plain = akt_plain_new(&t->kept, t->rules->ruleset);
}

static void end_idle(void *arg) {
  testing *t = arg;
  if (t->style == STYLE_TEXT)
    akt_sink_printf(&t->sink, "%zu rule lines without a test\n", t->idle);
}

static bool each(testing *t, uint32_t count, void (*work)(void *arg)) {
  bool has_run = true;
  for (t->number = 0; has_run && t->number < count; t->number++) {
    has_run = akt_api_run(&t->guard, NULL, work, t);
    akt_arena_reset(&t->arena);
  }
  return has_run;
}

static aktant_status run(testing *t, bool is_of_idle) {
  akt_guard_init(&t->guard, 0);
  akt_arena_init(&t->arena, &t->guard);
  akt_arena_init(&t->kept, &t->guard);
  bool has_run = akt_api_run(&t->guard, NULL, begin, t) &&
                 each(t, t->rules->ruleset->tests.count, run_one);
  if (is_of_idle)
    has_run = has_run && akt_api_run(&t->guard, NULL, find_idle, t) &&
              each(t, t->lines.count, put_idle_line);
  has_run = has_run && akt_api_run(&t->guard, NULL, is_of_idle ? end_idle : summarise, t);
  akt_arena_free(&t->arena);
  akt_arena_free(&t->kept);
  return !has_run ? AKTANT_NO_MEMORY : t->sink.is_failed ? AKTANT_IO : AKTANT_OK;
}

aktant_status aktant_rules_test(const aktant_rules *rules, const char *style,
                                aktant_write write, void *user, aktant_test_counts *counts) {
  testing t = {.rules = rules, .sink = {write, user, false}};
  *counts = (aktant_test_counts){0};
  if (!style_named(style, &t.style))
    return AKTANT_NOT_FOUND;
  aktant_status status = run(&t, false);
  *counts = t.counts;
  return status;
}

aktant_status aktant_rules_untested(const aktant_rules *rules, const char *style,
                                    aktant_write write, void *user, size_t *count) {
  testing t = {.rules = rules, .is_quiet = true, .sink = {write, user, false}};
  *count = 0;
  if (!style_named(style, &t.style))
    return AKTANT_NOT_FOUND;
  aktant_status status = run(&t, true);
  *count = t.idle;
  return status;
}
