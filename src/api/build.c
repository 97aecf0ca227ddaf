// Building a graph: the documents of the caller, as the extract floor wants them.
#include "api/item.h"

typedef struct building {
  const aktant_rules *rules;
  const aktant_build_options *options;
  aktant_next next;
  aktant_release release;
  void *user;
  aktant_messages *messages;
  aktant_graph *graph;
} building;

static bool next_item(void *user, akt_corpus_item *out) {
  building *b = user;
  aktant_document document;
  if (!b->next(b->user, &document))
    return false;
  *out = akt_api_item(&document, b->options->has_text);
  return true;
}

static void release_item(void *user, const akt_corpus_item *item) {
  building *b = user;
  aktant_document document = akt_api_document(item);
  if (b->release)
    b->release(b->user, &document);
}

static void left_out(void *user, const akt_corpus_item *item) {
  building *b = user;
  akt_api_tell_left_out(b->messages, &item->given);
}

static void switched_off(void *user, const akt_corpus_item *item, const char *rule) {
  building *b = user;
  akt_api_tell_switched_off(b->messages, &item->given, rule);
}

static void begin_graph(void *arg) {
  building *b = arg;
  akt_emit_rules(b->rules->ruleset, &b->graph->graph);
}

static void finish_graph(void *arg) {
  building *b = arg;
  akt_graph_finish(&b->graph->graph);
}

static bool build(building *b) {
  akt_corpus corpus = {.rules = b->rules->ruleset,
                       .threads = b->options->threads,
                       .without_metonyms = b->options->without_metonyms,
                       .memory_bytes = AKT_API_DOCUMENT_MEMORY,
                       .next = next_item,
                       .release = release_item,
                       .left_out = left_out,
                       .switched_off = switched_off,
                       .user = b};
  akt_guard *guard = &b->graph->guard;
  return akt_api_run(guard, NULL, begin_graph, b) &&
         akt_corpus_read(&corpus, &b->graph->graph, guard) == AKT_CORPUS_DONE &&
         akt_api_run(guard, NULL, finish_graph, b);
}

aktant_status aktant_build(const aktant_rules *rules, const aktant_build_options *options,
                           aktant_next next, aktant_release release, void *user,
                           aktant_messages *messages, aktant_graph **out) {
  static const aktant_build_options defaults = {0};
  *out = NULL;
  building b = {.rules = rules,
                .options = options ? options : &defaults,
                .next = next,
                .release = release,
                .user = user,
                .messages = messages,
                .graph = akt_api_graph_new()};
  if (!b.graph)
    return AKTANT_NO_MEMORY;
  if (!build(&b)) {
    aktant_graph_free(b.graph);
    return AKTANT_NO_MEMORY;
  }
  *out = b.graph;
  return AKTANT_OK;
}
