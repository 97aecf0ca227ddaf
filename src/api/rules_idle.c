// Which rule lines a corpus never needs.
#include "api/touched.h"
#include "api/walk.h"

typedef struct idling {
  const aktant_rules *rules;
  aktant_messages *messages;
  akt_guard guard;
  akt_arena arena;
  akt_intern touched;
} idling;

static void begin(void *arg) {
  idling *i = arg;
  akt_intern_init(&i->touched, &i->arena);
}

static void look(void *arg, akt_reading *reading, const akt_trace *trace,
                 const akt_document *facts) {
  idling *i = arg;
  (void)facts;
  akt_add_touched(reading, trace, &i->touched);
}

static void tell(void *arg) {
  idling *i = arg;
  akt_diags *diags = &i->messages->diags;
  akt_idle_lines lines = {0};
  akt_source *sources = akt_api_sources(&i->arena, i->rules);
  // Nobody has a corpus in which each of the many shipped lines occurs.
  bool has_own = akt_api_has_own(i->rules);
  if (has_own)
    akt_api_idle_lines(&i->arena, i->rules, sources, &i->touched, &lines);
  else
    akt_api_idle_relations(&i->arena, i->rules, sources, &i->touched, &lines);
  if (!lines.count)
    return;
  uint32_t first = akt_api_add_sources(i->messages, i->rules);
  for (uint32_t k = 0; k < lines.count; k++) {
    akt_loc loc = lines.items[k].loc;
    loc.source += first;
    if (has_own)
      akt_diags_add(diags, AKT_CODE_RULE_IDLE, loc, "no article of the corpus needs this line");
    else
      akt_diags_add(diags, AKT_CODE_RULE_IDLE, loc,
                    "no article of the corpus has the relation `%s`", lines.items[k].text);
  }
}

aktant_status aktant_rules_idle(const aktant_rules *rules, unsigned threads, aktant_next next,
                                aktant_release release, void *user, aktant_messages *messages,
                                size_t *documents) {
  idling i = {.rules = rules, .messages = messages};
  akt_guard_init(&i.guard, 0);
  akt_arena_init(&i.arena, &i.guard);
  akt_walk walk = {.rules = rules,
                   .threads = threads,
                   .messages = messages,
                   .next = next,
                   .release = release,
                   .user = user,
                   .look = look,
                   .arg = &i,
                   .guard = &i.guard};
  bool has_run = akt_api_run(&i.guard, NULL, begin, &i) && akt_api_walk(&walk, documents) &&
                 akt_api_run(&messages->guard, &i.guard, tell, &i);
  akt_arena_free(&i.arena);
  return has_run ? AKTANT_OK : AKTANT_NO_MEMORY;
}
