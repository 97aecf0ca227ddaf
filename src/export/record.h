// The members that a node, an edge and their evidence have in every JSON format.
// Each format adds its own frame (id, ends, what it calls a label) around them.
#ifndef AKT_EXPORT_RECORD_H
#define AKT_EXPORT_RECORD_H

#include "export/export.h"
#include "json/json.h"

/// kind, aliases, role, affiliation, listed, count, doc_count, mentions.
void akt_record_node(akt_json_writer *writer, const akt_graph *graph, const akt_node *node);

/// label (what to show: "not criticised") and, where that says more than the label
/// alone, wording (the label alone).
void akt_record_label(akt_json_writer *writer, akt_arena *arena, const akt_edge *edge);

/// relation, tone, polarity, modality, mutual, count, doc_count, codes, notes,
/// evidence.
void akt_record_edge(akt_json_writer *writer, const akt_graph *graph, const akt_edge *edge);

/// Only the evidence, as an array: formats of text attributes carry it so.
void akt_record_evidence(akt_json_writer *writer, const char *key, const akt_graph *graph,
                         const akt_edge *edge);
void akt_record_mentions(akt_json_writer *writer, const char *key, const akt_graph *graph,
                         const akt_node *node);

/// What the graph says of itself: schema, title, generator, offset_unit,
/// documents, kinds, rules, counts, warnings; into the container that is open.
/// `is_streamed` when that container is a streamed one.
void akt_record_graph(akt_json_writer *writer, const akt_export *request, bool is_streamed);

/// Writes one node or edge, by its index, as one record.
typedef void (*akt_record_write)(akt_json_writer *writer, const akt_export *request,
                                 uint32_t index);

/// A streamed array of all nodes, or of all edges. What is made on the way in the
/// arena of the request that `write` gets is gone after each one.
void akt_record_nodes(akt_json_writer *writer, const akt_export *request, const char *key,
                      akt_record_write write);
void akt_record_edges(akt_json_writer *writer, const akt_export *request, const char *key,
                      akt_record_write write);

/// A copy of the request whose arena is a scratch one, to be reset after every
/// record: a big graph must not fill the memory with texts made on the way. It is
/// freed with the request's arena.
akt_export akt_export_with_scratch(const akt_export *request);

#endif
