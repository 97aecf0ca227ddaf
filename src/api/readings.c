// Looking into the reading of one text: dump, why, why-not.
#include "api/item.h"
#include "api/why_json.h"
#include "export/export.h"
#include "extract/explain.h"

typedef struct looking {
  const akt_ruleset *rules;
  const aktant_document *document;
  const char *stage;
  const char *a; // of why
  const char *b;
  bool is_why_not;
  bool is_json;
  aktant_messages *messages;
  const char *const *switched_off; // rules, in the arena
  uint32_t switched_off_count;
  akt_guard guard;
  akt_arena arena;
  akt_buf out;
  aktant_status status;
} looking;

static const char *const stages[] = {"sentences", "tokens",    "chunks", "mentions",
                                     "entities",  "relations", "graph"};

const char *const *aktant_dump_stages(size_t *count) {
  *count = sizeof stages / sizeof *stages;
  return stages;
}

static void dump_graph(looking *l, const akt_reading *reading, const akt_document *facts) {
  akt_graph graph;
  akt_graph_init(&graph, &l->arena);
  akt_emit_rules(l->rules, &graph);
  akt_emit(reading, facts, &graph);
  akt_graph_finish(&graph);
  akt_sink sink = akt_sink_to_buf(&l->out);
  akt_export request = {
      .graph = &graph, .arena = &l->arena, .sink = &sink, .generator = "aktant " AKT_VERSION};
  akt_exporter_find("json")->write(&request);
}

static void dump(void *arg) {
  looking *l = arg;
  akt_buf_init(&l->out, &l->arena);
  akt_corpus_item item = akt_api_item(l->document, false);
  akt_document facts = akt_document_complete(&l->arena, &item);
  akt_read_options options = {0};
  akt_reading *reading = akt_read_text(&l->arena, l->rules, item.text, &facts, &options);
  l->switched_off = reading->switched_off.items;
  l->switched_off_count = reading->switched_off.count;
  if (strcmp(l->stage, "graph") == 0)
    dump_graph(l, reading, &facts);
  else if (!akt_dump_reading(reading, l->stage, &l->out))
    l->status = AKTANT_NOT_FOUND;
}

static void explain(void *arg) {
  looking *l = arg;
  akt_buf_init(&l->out, &l->arena);
  akt_corpus_item item = akt_api_item(l->document, false);
  akt_document facts = akt_document_complete(&l->arena, &item);
  akt_span a = akt_span_of(l->a), b = akt_span_of(l->b);
  akt_explanation *e =
      akt_explain_pair(&l->arena, l->rules, item.text, &facts, a, b, l->is_why_not);
  l->switched_off = e->switched_off.items;
  l->switched_off_count = e->switched_off.count;
  if (l->is_json)
    akt_explanation_json(&l->arena, e, a, b, &l->out);
  else
    akt_explanation_print(e, l->is_why_not, &l->out);
}

static aktant_status look(looking *l, void (*work)(void *arg), aktant_write write, void *user) {
  akt_guard_init(&l->guard, 0);
  akt_arena_init(&l->arena, &l->guard);
  if (!akt_api_run(&l->guard, NULL, work, l))
    l->status = AKTANT_NO_MEMORY;
  akt_document given = {.id = l->document->id, .path = l->document->path};
  for (uint32_t i = 0; l->status == AKTANT_OK && i < l->switched_off_count; i++)
    akt_api_tell_switched_off(l->messages, &given, l->switched_off[i]);
  if (l->status == AKTANT_OK && l->out.len && !write(user, l->out.ptr, l->out.len))
    l->status = AKTANT_IO;
  akt_arena_free(&l->arena);
  return l->status;
}

aktant_status aktant_dump(const aktant_rules *rules, const aktant_document *document,
                          const char *stage, aktant_messages *messages, aktant_write write,
                          void *user) {
  looking l = {
      .rules = rules->ruleset, .document = document, .stage = stage, .messages = messages};
  return look(&l, dump, write, user);
}

aktant_status aktant_why(const aktant_rules *rules, const aktant_document *document,
                         const char *a, const char *b, bool is_why_not, const char *style,
                         aktant_messages *messages, aktant_write write, void *user) {
  looking l = {.rules = rules->ruleset,
               .document = document,
               .messages = messages,
               .a = a,
               .b = b,
               .is_why_not = is_why_not,
               .is_json = strcmp(style, "json") == 0};
  if (!l.is_json && strcmp(style, "text") != 0)
    return AKTANT_NOT_FOUND;
  return look(&l, explain, write, user);
}
