// Running the `test` lines of rule files.
#include "api/api.h"
#include "extract/extract.h"

typedef struct testing {
  const aktant_rules *rules;
  aktant_write write;
  void *user;
  size_t passed;
  size_t failed;
  akt_guard guard;
  akt_arena arena; // of one test
  akt_arena kept;  // of the whole run: line tables
  akt_source *sources;
  uint32_t number;
  bool is_refused; // the write function said no
} testing;

static void begin(void *arg) {
  testing *t = arg;
  size_t size = (t->rules->source_count + 1u) * sizeof *t->sources;
  t->sources = akt_arena_alloc(&t->kept, size);
  for (uint32_t i = 0; i < t->rules->source_count; i++)
    t->sources[i] = t->rules->sources[i];
}

static void put(testing *t, const char *text) {
  t->is_refused = t->is_refused || !t->write(t->user, text, strlen(text));
}

static void run_one(void *arg) {
  testing *t = arg;
  const akt_stmt *test = t->rules->ruleset->tests.items[t->number];
  akt_test_result result = akt_run_test(&t->arena, t->rules->ruleset, test);
  if (result.has_passed) {
    t->passed++;
    return;
  }
  t->failed++;
  uint32_t line = 0, column = 0;
  const char *name = "rules";
  if (test->loc.source < t->rules->source_count) {
    akt_source *source = &t->sources[test->loc.source];
    akt_source_position(&t->kept, source, test->loc.start, &line, &column);
    name = source->name;
  }
  put(t, akt_arena_printf(&t->arena, "%s:%u:%u: failed\n%s", name, line, column,
                          result.report ? result.report : ""));
}

static void summarise(void *arg) {
  testing *t = arg;
  put(t, akt_arena_printf(&t->arena, "%zu passed, %zu failed\n", t->passed, t->failed));
}

aktant_status aktant_rules_test(const aktant_rules *rules, const char *style,
                                aktant_write write, void *user, size_t *passed,
                                size_t *failed) {
  *passed = *failed = 0;
  if (strcmp(style, "text") != 0)
    return AKTANT_NOT_FOUND;
  testing t = {.rules = rules, .write = write, .user = user};
  akt_guard_init(&t.guard, 0);
  akt_arena_init(&t.arena, &t.guard);
  akt_arena_init(&t.kept, &t.guard);
  bool has_run = akt_api_run(&t.guard, NULL, begin, &t);
  for (; has_run && t.number < rules->ruleset->tests.count; t.number++) {
    has_run = akt_api_run(&t.guard, NULL, run_one, &t);
    akt_arena_reset(&t.arena);
  }
  has_run = has_run && akt_api_run(&t.guard, NULL, summarise, &t);
  akt_arena_free(&t.arena);
  akt_arena_free(&t.kept);
  *passed = t.passed;
  *failed = t.failed;
  return !has_run ? AKTANT_NO_MEMORY : t.is_refused ? AKTANT_IO : AKTANT_OK;
}
