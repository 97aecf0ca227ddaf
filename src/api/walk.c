// The watched way through a corpus: one thread, for the commands that explain.
#include "api/walk.h"

#include "api/item.h"

typedef struct step {
  const akt_walk *walk;
  akt_arena arena;
  aktant_document document;
} step;

static void read_one(void *arg) {
  step *s = arg;
  const akt_ruleset *rules = s->walk->rules->ruleset;
  akt_corpus_item item = akt_api_item(&s->document, false);
  akt_document facts = akt_document_complete(&s->arena, rules, &item);
  akt_trace trace = {.misses = {0}};
  akt_read_options options = {.trace = &trace};
  akt_reading *reading = akt_read_text(&s->arena, rules, item.text, &facts, &options);
  s->walk->look(s->walk->arg, reading, &trace, &facts);
}

bool akt_api_walk(const akt_walk *walk, size_t *count) {
  step s = {.walk = walk};
  bool has_run = true;
  akt_arena_init(&s.arena, walk->guard);
  *count = 0;
  while (has_run && walk->next(walk->user, &s.document)) {
    has_run = akt_api_run(walk->guard, NULL, read_one, &s);
    if (walk->release)
      walk->release(walk->user, &s.document);
    akt_arena_reset(&s.arena);
    *count += has_run;
  }
  akt_arena_free(&s.arena);
  return has_run;
}
