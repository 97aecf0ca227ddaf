// Frames tried on the plainest sentence that they could mean: those that no test
// touches and that are not found even there were written for nothing.
#include "api/touched.h"
#include "api/walk.h"

// A line that was not found.
typedef struct unseen {
  const akt_idle_line *line;
  const char *sentence;
  const char *winner; // rule that was found instead, or NULL
} unseen;

typedef struct trying {
  const aktant_rules *rules;
  aktant_messages *messages;
  uint32_t number; // of the test, then of the line
  akt_guard guard;
  akt_arena arena; // of one test or sentence
  akt_arena kept;  // of the whole run
  akt_intern touched;
  akt_idle_lines lines;
  akt_plain *plain;
  AKT_VEC(unseen) unseen;
  size_t told;
  uint64_t work;
} trying;

// Frames that are looked at, and sentences that weigh as many: about ten seconds. Only rule
// sets of many thousands of lines without a test come so far.
static const uint64_t MOST_WORK = 40000000;
enum { SENTENCE_WORK = 500 };

static void begin(void *arg) {
  trying *t = arg;
  akt_intern_init(&t->touched, &t->kept);
}

static void run_test(void *arg) {
  trying *t = arg;
  (void)akt_run_test(&t->arena, t->rules->ruleset, t->rules->ruleset->tests.items[t->number],
                     &t->touched);
}

static void find_lines(void *arg) {
  trying *t = arg;
  akt_source *sources = akt_api_sources(&t->kept, t->rules);
  akt_api_idle_lines(&t->kept, t->rules, sources, &t->touched, &t->lines);
  t->plain = akt_plain_new(&t->kept, t->rules->ruleset);
}

// Whether the frame is found in a sentence; `*winner` gets the rule that was instead.
static bool is_found(trying *t, uint32_t frame, const char *sentence, const char **winner) {
  akt_document document = {.id = "plain"};
  akt_read_options options = {.trace = NULL};
  akt_reading *r =
      akt_read_text(&t->arena, t->rules->ruleset, akt_span_of(sentence), &document, &options);
  for (uint32_t i = 0; i < r->statements.count; i++) {
    const akt_statement *s = &r->statements.items[i];
    if (s->frame == frame)
      return true;
    if (s->frame != AKT_NONE && !*winner)
      *winner = s->rule;
  }
  return false;
}

static const char *keep(trying *t, const char *text) {
  return text ? akt_arena_string(&t->kept, text) : NULL;
}

static void try_line(void *arg) {
  trying *t = arg;
  const akt_idle_line *line = &t->lines.items[t->number];
  uint32_t frame = t->work > MOST_WORK ? AKT_NONE : akt_api_frame_of(t->plain, line);
  uint32_t rounds = frame == AKT_NONE ? 0 : akt_plain_rounds(t->plain, frame);
  const char *first = NULL, *winner = NULL;
  for (uint32_t v = 0; v < rounds; v++) {
    t->work += SENTENCE_WORK + akt_plain_rivals(t->plain, frame);
    const char *sentence = akt_plain_sentence(&t->arena, t->plain, frame, v);
    if (!sentence || is_found(t, frame, sentence, &winner))
      return;
    first = first ? first : sentence;
  }
  if (!first)
    return;
  unseen made = {line, keep(t, first), keep(t, winner)};
  akt_vec_push(&t->kept, &t->unseen, made);
}

// What is wrong with the pattern was told with the line: that is why it is not found.
static bool is_told(akt_diags *diags, akt_loc loc) {
  enum { FIRST_OF_PATTERNS = 300, LAST_OF_PATTERNS = 399 };
  uint32_t line = AKT_NONE;
  for (uint32_t i = 0; i < diags->items.count; i++) {
    const akt_diag *diag = &diags->items.items[i];
    bool is_of_pattern = (int)diag->code >= FIRST_OF_PATTERNS &&
                         (int)diag->code <= LAST_OF_PATTERNS &&
                         diag->code != AKT_CODE_FRAME_UNSEEN;
    if (!is_of_pattern || diag->loc.source != loc.source || diag->loc.start < loc.start)
      continue;
    akt_source *source = &diags->sources.items[loc.source];
    line = line == AKT_NONE ? akt_source_line(diags->arena, source, loc.start) : line;
    if (akt_source_line(diags->arena, source, diag->loc.start) == line)
      return true;
  }
  return false;
}

static void tell(void *arg) {
  trying *t = arg;
  akt_diags *diags = &t->messages->diags;
  uint32_t base = t->unseen.count ? akt_api_add_sources(t->messages, t->rules) : 0;
  for (uint32_t i = 0; i < t->unseen.count; i++) {
    const unseen *u = &t->unseen.items[i];
    akt_loc loc = u->line->loc;
    loc.source += base;
    if (is_told(diags, loc))
      continue;
    t->told++;
    akt_diag *diag = akt_diags_add(diags, AKT_CODE_FRAME_UNSEEN, loc,
                                   "no test touches this line, and even in \"%s\" it is not "
                                   "found",
                                   u->sentence);
    if (u->winner)
      akt_diag_add_help(diags, diag, "%s is preferred there; an `above` line can turn that",
                        u->winner);
    else
      akt_diag_add_help(diags, diag,
                        "add a `test` line with a sentence that it should read: when the test "
                        "fails, it says which element stops it");
  }
}

static bool each(trying *t, uint32_t count, void (*work)(void *arg)) {
  bool has_run = true;
  for (t->number = 0; has_run && t->number < count; t->number++) {
    has_run = akt_api_run(&t->guard, NULL, work, t);
    akt_arena_reset(&t->arena);
  }
  return has_run;
}

aktant_status aktant_rules_try(const aktant_rules *rules, aktant_messages *messages,
                               size_t *count) {
  trying t = {.rules = rules, .messages = messages};
  akt_guard_init(&t.guard, 0);
  akt_arena_init(&t.arena, &t.guard);
  akt_arena_init(&t.kept, &t.guard);
  bool has_run = akt_api_run(&t.guard, NULL, begin, &t) &&
                 each(&t, rules->ruleset->tests.count, run_test) &&
                 akt_api_run(&t.guard, NULL, find_lines, &t) &&
                 each(&t, t.lines.count, try_line) &&
                 akt_api_run(&messages->guard, &t.guard, tell, &t);
  *count = t.told;
  akt_arena_free(&t.arena);
  akt_arena_free(&t.kept);
  return has_run ? AKTANT_OK : AKTANT_NO_MEMORY;
}
