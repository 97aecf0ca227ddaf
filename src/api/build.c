// Building a graph of many documents with many threads. Each thread takes a
// document, reads it in memory of its own, and waits for its turn to put what it
// found into the one graph: in input order, so the number of threads changes
// nothing. No more documents are in memory than there are threads.
#include "api/api.h"
#include "api/facts.h"
#include "extract/extract.h"

#include <pthread.h>
#include <stdlib.h>

enum { MOST_THREADS = 256 };

typedef struct building {
  const aktant_rules *rules;
  const aktant_build_options *options;
  aktant_next next;
  aktant_release release;
  void *user;
  aktant_graph *graph;
  pthread_mutex_t lock; // of everything below, and of `next`, `release` and the graph
  pthread_cond_t turn;
  size_t taken;   // documents handed out
  size_t emitted; // documents in the graph
  bool is_over;   // no more documents, or no more memory
  bool has_failed;
} building;

// What one thread needs, from document to document.
typedef struct worker {
  building *b;
  akt_guard guard;
  akt_arena arena;
  aktant_document document;
  akt_document facts;
  akt_reading *reading;
  size_t number;
} worker;

static void read_document(void *arg) {
  worker *w = arg;
  akt_span text = {w->document.text, w->document.text_len};
  w->facts =
      akt_api_facts(&w->arena, w->b->rules->ruleset, &w->document, w->b->options->has_text);
  akt_read_options options = {.without_metonyms = w->b->options->without_metonyms};
  w->reading = akt_read_text(&w->arena, w->b->rules->ruleset, text, &w->facts, &options);
}

static void emit_document(void *arg) {
  worker *w = arg;
  akt_emit(w->reading, &w->facts, &w->b->graph->graph);
}

static bool take(worker *w) {
  building *b = w->b;
  pthread_mutex_lock(&b->lock);
  bool is_taken = !b->is_over && b->next(b->user, &w->document);
  if (is_taken)
    w->number = b->taken++;
  else
    b->is_over = true;
  pthread_mutex_unlock(&b->lock);
  return is_taken;
}

static void hand_in(worker *w, bool has_read) {
  building *b = w->b;
  pthread_mutex_lock(&b->lock);
  while (b->emitted != w->number)
    pthread_cond_wait(&b->turn, &b->lock);
  if (has_read && !b->has_failed)
    has_read = akt_api_run(&b->graph->guard, &w->guard, emit_document, w);
  if (!has_read) {
    b->has_failed = true;
    b->is_over = true;
  }
  if (b->release)
    b->release(b->user, &w->document);
  b->emitted++;
  pthread_cond_broadcast(&b->turn);
  pthread_mutex_unlock(&b->lock);
}

static void *work(void *arg) {
  worker w = {.b = arg};
  akt_guard_init(&w.guard, 0);
  akt_arena_init(&w.arena, &w.guard);
  while (take(&w)) {
    hand_in(&w, akt_api_run(&w.guard, NULL, read_document, &w));
    akt_arena_reset(&w.arena);
  }
  akt_arena_free(&w.arena);
  return NULL;
}

static void begin_graph(void *arg) {
  building *b = arg;
  akt_emit_rules(b->rules->ruleset, &b->graph->graph);
}

static void finish_graph(void *arg) {
  building *b = arg;
  akt_graph_finish(&b->graph->graph);
}

// The calling thread works too; where no more threads are to be had, it is alone.
static void run_threads(building *b) {
  pthread_t threads[MOST_THREADS];
  unsigned wanted = b->options->threads ? b->options->threads : 1;
  if (wanted > MOST_THREADS)
    wanted = MOST_THREADS;
  unsigned started = 0;
  while (started + 1 < wanted && pthread_create(&threads[started], NULL, work, b) == 0)
    started++;
  work(b);
  for (unsigned i = 0; i < started; i++)
    pthread_join(threads[i], NULL);
}

aktant_status aktant_build(const aktant_rules *rules, const aktant_build_options *options,
                           aktant_next next, aktant_release release, void *user,
                           aktant_messages *messages, aktant_graph **out) {
  (void)messages;
  static const aktant_build_options defaults = {0};
  *out = NULL;
  building b = {.rules = rules,
                .options = options ? options : &defaults,
                .next = next,
                .release = release,
                .user = user,
                .graph = akt_api_graph_new()};
  if (!b.graph)
    return AKTANT_NO_MEMORY;
  pthread_mutex_init(&b.lock, NULL);
  pthread_cond_init(&b.turn, NULL);
  b.has_failed = !akt_api_run(&b.graph->guard, NULL, begin_graph, &b);
  if (!b.has_failed)
    run_threads(&b);
  if (!b.has_failed)
    b.has_failed = !akt_api_run(&b.graph->guard, NULL, finish_graph, &b);
  pthread_cond_destroy(&b.turn);
  pthread_mutex_destroy(&b.lock);
  if (b.has_failed)
    aktant_graph_free(b.graph);
  else
    *out = b.graph;
  return b.has_failed ? AKTANT_NO_MEMORY : AKTANT_OK;
}
