// Rules and texts in, graph out: the door of this floor.
#ifndef AKT_EXTRACT_EXTRACT_H
#define AKT_EXTRACT_EXTRACT_H

#include "extract/reading.h"

typedef struct akt_read_options {
  bool without_metonyms;
  struct akt_trace *trace; // NULL: nobody watches
} akt_read_options;

/// Reads one text. `text` is valid UTF-8 and must outlive the reading, which
/// lives in the arena. `document->date` (ISO, may be NULL) picks dated roles.
akt_reading *akt_read_text(akt_arena *arena, const akt_ruleset *rules, akt_span text,
                           const akt_document *document, const akt_read_options *options);

/// Adds what was read to a graph, as evidence of this document. Call
/// akt_graph_finish when all documents are in.
void akt_emit(const akt_reading *reading, const akt_document *document, akt_graph *graph);

/// Kinds with their looks and the names of the rule files.
void akt_emit_rules(const akt_ruleset *rules, akt_graph *graph);

/// Headline and date as the head of the text shows them; NULL where it does not.
void akt_document_facts(akt_arena *arena, akt_span text, const char **title, const char **date);

/// Prints a stage: sentences, tokens, chunks, mentions, entities, relations. False: no such
/// stage.
bool akt_dump_reading(const akt_reading *reading, const char *stage, akt_buf *out);
extern const char *const akt_dump_stages[]; // NULL at the end

/// An edge that a test misses or did not want.
typedef struct akt_test_line {
  const char *text; // as in a rule file
  const char *rule; // that made it; NULL: missing
  const char *near; // missing: the nearest rule and its first failing element
} akt_test_line;
typedef AKT_VEC(akt_test_line) akt_test_lines;

/// One test of a rule file.
typedef struct akt_test_result {
  const akt_stmt *test;
  bool has_passed;
  const char *text;                   // that was read
  akt_test_lines missing;             // expected, but did not come
  akt_test_lines too_many;            // came, but not expected
  akt_test_lines came;                // came as expected
  AKT_VEC(const char *) switched_off; // rules that took too many steps on the text
} akt_test_result;

/// Adds the rules that had a say to `touched`, which may be NULL.
akt_test_result akt_run_test(akt_arena *arena, const akt_ruleset *rules, const akt_stmt *test,
                             akt_intern *touched);
/// A failed test as text, lines indented.
void akt_test_print(const akt_test_result *result, akt_buf *out);

/// Adds the rules that had a say in a watched reading: of edges, governors, `not`
/// and `never` lines.
struct akt_trace;
void akt_add_touched(const akt_reading *reading, const struct akt_trace *trace,
                     akt_intern *touched);

#endif
