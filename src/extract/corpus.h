// Many documents, many threads, one graph. Each document is read in memory of its
// own by one thread; what was found goes into the graph strictly in input order, so
// the number of threads changes nothing. The commands that explain look at each
// reading instead, in the same order. A bounded window of documents is in memory
// at a time, however long the corpus is.
#ifndef AKT_EXTRACT_CORPUS_H
#define AKT_EXTRACT_CORPUS_H

#include "extract/extract.h"
#include "extract/trace.h"

/// A document on its way through: `given` has no text unless it is to be embedded.
typedef struct akt_corpus_item {
  akt_document given;
  akt_span text; // valid until release
} akt_corpus_item;

typedef struct akt_corpus {
  const akt_ruleset *rules;
  unsigned threads; // 0: one
  bool without_metonyms;
  size_t memory_bytes; // for reading one document; 0: no limit
  /// The next document, or false. Called by one thread at a time.
  bool (*next)(void *user, akt_corpus_item *out);
  /// The document is done with; never at the same time as `next`.
  void (*release)(void *user, const akt_corpus_item *item);
  /// The document was left out: reading it took too much memory. Comes before
  /// its release, in input order.
  void (*left_out)(void *user, const akt_corpus_item *item);
  /// A rule took too many steps on this document and did not run to its end.
  /// Comes before the release, in input order.
  void (*switched_off)(void *user, const akt_corpus_item *item, const char *rule);
  /// Instead of putting it into a graph: called for each reading, which was watched,
  /// in input order. What it allocates is under the guard given to akt_corpus_read.
  void (*look)(void *user, akt_reading *reading, const akt_trace *trace,
               const akt_document *facts);
  void *user;
} akt_corpus;

typedef enum akt_corpus_result {
  AKT_CORPUS_DONE,
  AKT_CORPUS_NO_MEMORY, // for the graph itself, or for any document
} akt_corpus_result;

/// Adds all documents to the graph, which the caller finishes, or looks at all of them
/// (`graph` NULL). The graph's arena must belong to `graph_guard`, which must not be
/// running.
akt_corpus_result akt_corpus_read(const akt_corpus *corpus, akt_graph *graph,
                                  akt_guard *graph_guard);

/// Id, hash, length, and for what is not given what the head of the text shows.
akt_document akt_document_complete(akt_arena *arena, const akt_corpus_item *item);

#endif
