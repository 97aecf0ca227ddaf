// Not wired yet: parts of the API whose floors are still being laid.
#include "api/api.h"

aktant_status aktant_rules_test(const aktant_rules *rules, const char *style,
                                aktant_write write, void *user, size_t *passed,
                                size_t *failed) {
  (void)rules, (void)style, (void)write, (void)user, *passed = *failed = 0;
  return AKTANT_NOT_FOUND;
}

aktant_status aktant_build(const aktant_rules *rules, const aktant_build_options *options,
                           aktant_next next, aktant_release release, void *user,
                           aktant_messages *messages, aktant_graph **out) {
  (void)rules, (void)options, (void)next, (void)release, (void)user, (void)messages;
  *out = NULL;
  return AKTANT_NOT_FOUND;
}

aktant_status aktant_graph_view(const aktant_graph *graph, const aktant_view_options *options,
                                aktant_messages *messages, aktant_graph **out) {
  (void)graph, (void)options, (void)messages, *out = NULL;
  return AKTANT_NOT_FOUND;
}

aktant_status aktant_graph_read(const char *path, const char *bytes, size_t len,
                                const char *format, aktant_messages *messages,
                                aktant_graph **out) {
  (void)path, (void)bytes, (void)len, (void)format, (void)messages, *out = NULL;
  return AKTANT_NOT_FOUND;
}

aktant_status aktant_graph_merge(const aktant_graph *const *graphs, size_t count,
                                 const aktant_rules *same_as, aktant_messages *messages,
                                 aktant_graph **out) {
  (void)graphs, (void)count, (void)same_as, (void)messages, *out = NULL;
  return AKTANT_NOT_FOUND;
}

aktant_status aktant_graph_diff(const aktant_graph *before, const aktant_graph *after,
                                const char *style, aktant_write write, void *user,
                                size_t *changes) {
  (void)before, (void)after, (void)style, (void)write, (void)user, *changes = 0;
  return AKTANT_NOT_FOUND;
}

aktant_status aktant_dump(const aktant_rules *rules, const aktant_document *document,
                          const char *stage, aktant_write write, void *user) {
  (void)rules, (void)document, (void)stage, (void)write, (void)user;
  return AKTANT_NOT_FOUND;
}

const char *const *aktant_dump_stages(size_t *count) {
  static const char *const stages[] = {"sentences", "tokens",    "mentions",
                                       "entities",  "relations", "graph"};
  *count = sizeof stages / sizeof *stages;
  return stages;
}

aktant_status aktant_why(const aktant_rules *rules, const aktant_document *document,
                         const char *a, const char *b, bool is_why_not, const char *style,
                         aktant_write write, void *user) {
  (void)rules, (void)document, (void)a, (void)b, (void)is_why_not, (void)style;
  (void)write, (void)user;
  return AKTANT_NOT_FOUND;
}
