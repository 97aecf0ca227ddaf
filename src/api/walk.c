// The watched way through a corpus, for the commands that explain.
#include "api/walk.h"

#include "api/item.h"

typedef struct walking {
  const akt_walk *walk;
  size_t *count;
} walking;

static bool next_item(void *user, akt_corpus_item *out) {
  walking *w = user;
  aktant_document document;
  if (!w->walk->next(w->walk->user, &document))
    return false;
  *out = akt_api_item(&document, false);
  return true;
}

static void release_item(void *user, const akt_corpus_item *item) {
  walking *w = user;
  aktant_document document = akt_api_document(item);
  if (w->walk->release)
    w->walk->release(w->walk->user, &document);
}

static void left_out(void *user, const akt_corpus_item *item) {
  walking *w = user;
  akt_api_tell_left_out(w->walk->messages, &item->given);
}

static void switched_off(void *user, const akt_corpus_item *item, const char *rule) {
  walking *w = user;
  akt_api_tell_switched_off(w->walk->messages, &item->given, rule);
}

static void look(void *user, akt_reading *reading, const akt_trace *trace,
                 const akt_document *facts) {
  walking *w = user;
  w->walk->look(w->walk->arg, reading, trace, facts);
  ++*w->count;
}

bool akt_api_walk(const akt_walk *walk, size_t *count) {
  walking w = {walk, count};
  akt_corpus corpus = {.rules = walk->rules->ruleset,
                       .threads = walk->threads,
                       .memory_bytes = AKT_API_DOCUMENT_MEMORY,
                       .next = next_item,
                       .release = release_item,
                       .left_out = left_out,
                       .switched_off = switched_off,
                       .look = look,
                       .user = &w};
  *count = 0;
  return akt_corpus_read(&corpus, NULL, walk->guard) == AKT_CORPUS_DONE;
}
