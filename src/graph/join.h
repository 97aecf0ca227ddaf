// Which of two differing facts stays when things are joined. Every choice is by a
// total order over the values alone, so joining is associative, commutative and
// idempotent: the result never depends on what came first. NULL always gives way.
#ifndef AKT_GRAPH_JOIN_H
#define AKT_GRAPH_JOIN_H

#include "graph/graph.h"

/// strcmp with NULL before everything.
int akt_join_order(const char *a, const char *b);

const char *akt_join_least(const char *a, const char *b);
/// The longer text says more; among equals the first by bytes.
const char *akt_join_longest(const char *a, const char *b);

/// Makes `label` the node's label if it is the better one; the other one becomes
/// an alias. A listed label beats one that was only seen.
void akt_join_label(akt_graph *graph, akt_node *node, const char *label, bool is_listed);

/// Fills and joins the facts of a document that do not come from its text.
void akt_join_document(akt_document *into, const akt_document *from);

/// Adds or joins by name.
void akt_join_kind(akt_graph *graph, const akt_kind_look *kind);
void akt_join_rule_file(akt_graph *graph, const char *path, uint64_t hash);
void akt_join_warning(akt_graph *graph, const char *text);

/// Sets a foreign fact by name; a shorter or later text for it gives way.
void akt_join_attr(akt_graph *graph, akt_notes *attrs, const akt_note *attr);

/// Orders of the parts of a finished graph; document numbers must be final.
int akt_piece_order(const akt_piece *a, const akt_piece *b);
int akt_mention_place_order(const akt_mention *a, const akt_mention *b);
int akt_evidence_place_order(const akt_evidence *a, const akt_evidence *b);

/// The headline of the only document, else "Attack in Kashmir: India, Pakistan and
/// China": the event that much is said of, if there is one, and the three nodes with
/// most evidence, that of their people counted in; NULL for a graph without either.
const char *akt_graph_made_title(const akt_graph *graph, akt_arena *arena);

/// Bytes that stand for an edge key in a map; texts of the key are interned.
typedef struct akt_edge_key_bytes {
  char bytes[48];
} akt_edge_key_bytes;
akt_edge_key_bytes akt_edge_key_pack(const akt_edge_key *key);

/// The id without the "~" and hash that tell texts with one id apart.
akt_span akt_document_base_id(const akt_document *document);

#endif
