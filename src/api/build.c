// Building a graph: the documents of the caller, as the extract floor wants them.
#include "api/item.h"

// Beyond this a text is no article any more.
#define DOCUMENT_MEMORY ((size_t)2 << 30)

typedef struct building {
  const aktant_rules *rules;
  const aktant_build_options *options;
  aktant_next next;
  aktant_release release;
  void *user;
  aktant_messages *messages;
  aktant_graph *graph;
  akt_corpus_item told; // of which a message is being made
  const char *rule;     // that was switched off for it
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
  if (!b->release)
    return;
  aktant_document document = {.id = item->given.id,
                              .path = item->given.path,
                              .title = item->given.title,
                              .date = item->given.date,
                              .source = item->given.source,
                              .url = item->given.url,
                              .text = item->text.ptr,
                              .text_len = item->text.len};
  b->release(b->user, &document);
}

static const char *name_of(const akt_document *given) {
  return given->id ? given->id : given->path ? given->path : "a text";
}

static void tell_left_out(void *arg) {
  building *b = arg;
  akt_diags_add(&b->messages->diags, AKT_CODE_DOCUMENT_LEFT_OUT, AKT_NOWHERE,
                "%s: left out, reading it takes too much memory", name_of(&b->told.given));
}

static void tell_switched_off(void *arg) {
  building *b = arg;
  akt_diags *diags = &b->messages->diags;
  akt_diag *diag = akt_diags_add(diags, AKT_CODE_RULE_SWITCHED_OFF, AKT_NOWHERE,
                                 "%s: its expression takes too many steps on %s", b->rule,
                                 name_of(&b->told.given));
  akt_diag_add_help(diags, diag, "the rule is switched off for this document");
}

// Without memory even for the message the status at the end has to do.
static void left_out(void *user, const akt_corpus_item *item) {
  building *b = user;
  b->told = *item;
  (void)akt_api_run(&b->messages->guard, NULL, tell_left_out, b);
}

static void switched_off(void *user, const akt_corpus_item *item, const char *rule) {
  building *b = user;
  b->told = *item;
  b->rule = rule;
  (void)akt_api_run(&b->messages->guard, NULL, tell_switched_off, b);
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
                       .memory_bytes = DOCUMENT_MEMORY,
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
