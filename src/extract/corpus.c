#include "extract/corpus.h"

#include "base/utf8.h"
#include "extract/dates.h"

#include <pthread.h>
#include <stdlib.h>

enum { MOST_THREADS = 256, WINDOW = 4 }; // documents in memory for each thread

// The life of a slot: free -> taken (being read) -> read or failed -> free again.
typedef enum slot_state { SLOT_FREE, SLOT_TAKEN, SLOT_READ, SLOT_FAILED } slot_state;

typedef struct slot {
  slot_state state;
  akt_guard guard;
  akt_arena arena;
  akt_corpus_item item;
  akt_document facts;
  akt_trace trace; // of a reading that is looked at
  akt_reading *reading;
} slot;

typedef struct crew {
  const akt_corpus *corpus;
  akt_graph *graph;
  akt_guard *graph_guard;
  slot *slots; // a ring: document n is in slot n % slot_count
  size_t slot_count;
  pthread_mutex_t lock; // of what follows and of the slots' states
  pthread_cond_t changed;
  size_t taken;   // documents handed out
  size_t emitted; // documents in the graph, or left out
  size_t failed;
  bool is_over;     // no more documents are to be taken
  bool is_emitting; // one thread at a time
  bool is_graph_full;
} crew;

// What a publisher gave as a date ("2025-04-30T12:00:00Z", "30 April 2025") in ISO
// form; NULL for what is none, so that the text is asked instead.
static const char *given_date(akt_arena *arena, const char *text) {
  akt_span date = akt_span_of(text ? text : "");
  if (date.len > 10 && (date.ptr[10] == 'T' || date.ptr[10] == ' ') && date.ptr[4] == '-')
    date.len = 10;
  return akt_date_of_text(arena, date, NULL, false);
}

akt_document akt_document_complete(akt_arena *arena, const akt_corpus_item *item) {
  akt_document facts = item->given;
  if (!facts.id)
    facts.id = facts.path ? facts.path : "text";
  facts.date = given_date(arena, facts.date);
  facts.hash = akt_hash(item->text.ptr, item->text.len);
  facts.char_count = (uint32_t)akt_utf8_count(item->text);
  if (!facts.title || !facts.date)
    akt_document_facts(arena, item->text, &facts.title, &facts.date);
  return facts;
}

typedef struct job {
  crew *crew;
  slot *slot;
} job;

static void read_one(void *arg) {
  job *j = arg;
  slot *s = j->slot;
  const akt_corpus *corpus = j->crew->corpus;
  s->facts = akt_document_complete(&s->arena, &s->item);
  s->trace = (akt_trace){.misses = {0}};
  akt_read_options options = {.without_metonyms = corpus->without_metonyms,
                              .trace = corpus->look ? &s->trace : NULL};
  s->reading = akt_read_text(&s->arena, corpus->rules, s->item.text, &s->facts, &options);
}

static void emit_one(void *arg) {
  job *j = arg;
  slot *s = j->slot;
  const akt_corpus *corpus = j->crew->corpus;
  if (corpus->look)
    corpus->look(corpus->user, s->reading, &s->trace, &s->facts);
  else
    akt_emit(s->reading, &s->facts, j->crew->graph);
}

// Emitting allocates in the graph and in the reading, so it runs under both guards.
typedef struct nested {
  job *job;
  bool has_run;
} nested;

static void emit_under_graph_guard(void *arg) {
  nested *n = arg;
  n->has_run = akt_guard_run(&n->job->slot->guard, emit_one, n->job);
}

// What became of it: whether the document is in the graph.
static bool emit(crew *c, slot *s) {
  job j = {c, s};
  nested n = {&j, false};
  if (!akt_guard_run(c->graph_guard, emit_under_graph_guard, &n)) {
    s->guard.is_active = false; // left through the outer one
    c->is_graph_full = true;
    return false;
  }
  return n.has_run;
}

static void tell_switched_off(const crew *c, const slot *s) {
  for (uint32_t i = 0; c->corpus->switched_off && i < s->reading->switched_off.count; i++)
    c->corpus->switched_off(c->corpus->user, &s->item, s->reading->switched_off.items[i]);
}

// Puts into the graph whatever is next in order and ready. Called with the lock.
static void emit_ready(crew *c) {
  if (c->is_emitting)
    return;
  c->is_emitting = true;
  for (;;) {
    slot *s = &c->slots[c->emitted % c->slot_count];
    if (c->emitted == c->taken || (s->state != SLOT_READ && s->state != SLOT_FAILED))
      break;
    bool is_in = false;
    if (s->state == SLOT_READ && !c->is_graph_full) {
      pthread_mutex_unlock(&c->lock);
      is_in = emit(c, s);
      pthread_mutex_lock(&c->lock);
    }
    c->failed += !is_in;
    c->is_over = c->is_over || c->is_graph_full;
    if (!is_in && !c->is_graph_full && c->corpus->left_out)
      c->corpus->left_out(c->corpus->user, &s->item);
    if (is_in)
      tell_switched_off(c, s);
    if (c->corpus->release)
      c->corpus->release(c->corpus->user, &s->item);
    akt_arena_reset(&s->arena);
    s->state = SLOT_FREE;
    c->emitted++;
    pthread_cond_broadcast(&c->changed);
  }
  c->is_emitting = false;
}

// A slot with a document in it, or NULL when there are no more. Called with the lock.
static slot *take(crew *c) {
  while (!c->is_over && c->taken - c->emitted == c->slot_count)
    pthread_cond_wait(&c->changed, &c->lock);
  slot *s = &c->slots[c->taken % c->slot_count];
  if (c->is_over || !c->corpus->next(c->corpus->user, &s->item)) {
    c->is_over = true;
    pthread_cond_broadcast(&c->changed);
    return NULL;
  }
  c->taken++;
  s->state = SLOT_TAKEN;
  return s;
}

static void *work(void *arg) {
  crew *c = arg;
  pthread_mutex_lock(&c->lock);
  for (slot *s; (s = take(c)) != NULL;) {
    pthread_mutex_unlock(&c->lock);
    job j = {c, s};
    bool has_read = akt_guard_run(&s->guard, read_one, &j);
    pthread_mutex_lock(&c->lock);
    s->state = has_read ? SLOT_READ : SLOT_FAILED;
    emit_ready(c);
  }
  pthread_mutex_unlock(&c->lock);
  return NULL;
}

// The calling thread works too; where no more threads are to be had, it is alone.
static void run_threads(crew *c, unsigned threads) {
  pthread_t others[MOST_THREADS];
  unsigned started = 0;
  while (started + 1 < threads && pthread_create(&others[started], NULL, work, c) == 0)
    started++;
  work(c);
  for (unsigned i = 0; i < started; i++)
    pthread_join(others[i], NULL);
}

akt_corpus_result akt_corpus_read(const akt_corpus *corpus, akt_graph *graph,
                                  akt_guard *graph_guard) {
  unsigned threads = corpus->threads ? corpus->threads : 1;
  threads = threads < MOST_THREADS ? threads : MOST_THREADS;
  crew c = {.corpus = corpus,
            .graph = graph,
            .graph_guard = graph_guard,
            .slot_count = (size_t)threads * WINDOW};
  c.slots = calloc(c.slot_count, sizeof *c.slots);
  if (!c.slots)
    return AKT_CORPUS_NO_MEMORY;
  for (size_t i = 0; i < c.slot_count; i++) {
    akt_guard_init(&c.slots[i].guard, corpus->memory_bytes);
    akt_arena_init(&c.slots[i].arena, &c.slots[i].guard);
  }
  pthread_mutex_init(&c.lock, NULL);
  pthread_cond_init(&c.changed, NULL);
  run_threads(&c, threads);
  pthread_cond_destroy(&c.changed);
  pthread_mutex_destroy(&c.lock);
  for (size_t i = 0; i < c.slot_count; i++)
    akt_arena_free(&c.slots[i].arena);
  free(c.slots);
  bool is_nothing = c.failed && c.failed == c.taken;
  return c.is_graph_full || is_nothing ? AKT_CORPUS_NO_MEMORY : AKT_CORPUS_DONE;
}
