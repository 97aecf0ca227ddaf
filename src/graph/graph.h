// The graph: typed nodes and merged, labelled edges, each with the evidence it
// rests on. The program's own compact store; DOT, JSON and every other format
// are made from it. It knows nothing of rules or of English. Strings are valid
// UTF-8, NUL-terminated, and live as long as the graph; NULL means absent.
#ifndef AKT_GRAPH_GRAPH_H
#define AKT_GRAPH_GRAPH_H

#include "base/map.h"
#include "base/vec.h"

typedef enum akt_tone { AKT_NEUTRAL, AKT_COOPERATIVE, AKT_HOSTILE } akt_tone;
typedef enum akt_polarity { AKT_AFFIRMED, AKT_NEGATED } akt_polarity;
typedef enum akt_modality {
  AKT_ASSERTED,
  AKT_ALLEGED,
  AKT_PLANNED,
  AKT_CONDITIONAL
} akt_modality;

const char *akt_tone_name(akt_tone tone);
const char *akt_polarity_name(akt_polarity polarity);
const char *akt_modality_name(akt_modality modality);

/// How a kind looks and what it is a kind of; from the rule files.
typedef struct akt_kind_look {
  const char *name;
  const char *parent; // "person" for official; NULL
  const char *shape;  // box, hexagon, octagon, note, ellipse, square, house, ...
  const char *fill;   // "0072B2"
  const char *line;
  const char *text;
} akt_kind_look;

typedef struct akt_document {
  const char *id;
  const char *path;
  const char *title;
  const char *date; // ISO, or NULL
  const char *source;
  const char *url;
  const char *text; // only when the text is to be embedded
  uint64_t hash;    // of the text
  uint32_t char_count;
} akt_document;

/// Code points [start, end) of a document, and their text.
typedef struct akt_piece {
  uint32_t start;
  uint32_t end;
  const char *text;
} akt_piece;

typedef struct akt_mention {
  uint32_t document;
  akt_piece piece;
  const char *rule; // "countries.akt:12"
} akt_mention;

typedef struct akt_note {
  const char *name;
  const char *text;
} akt_note;

typedef AKT_VEC(akt_note) akt_notes;

typedef struct akt_node {
  const char *id; // country_india
  const char *kind;
  const char *label;
  const char *role;              // for display: Prime Minister
  const char *affiliation;       // id of a node of this graph
  AKT_VEC(const char *) aliases; // other wordings seen or listed, sorted, unique
  AKT_VEC(akt_mention) mentions;
  akt_notes attrs; // facts of other tools' graphs, by name
  uint32_t doc_count;
  bool is_listed; // a rule file names it
} akt_node;

typedef struct akt_evidence {
  uint32_t document;
  uint32_t sentence;   // number in the document, from 0
  akt_piece quote;     // the clause or sentence
  uint32_t byte_start; // of the quote
  akt_piece subject;
  akt_piece trigger;
  akt_piece object;
  const char *rule;        // "diplomacy.akt:31"
  const char *attribution; // who says so
  const char *date_text;   // as written
  const char *date;        // ISO
  akt_notes notes;
} akt_evidence;

/// What makes two statements one edge.
typedef struct akt_edge_key {
  uint32_t source; // node indexes
  uint32_t target;
  const char *relation;
  akt_polarity polarity;
  akt_modality modality;
  const char *plover; // event codes, or NULL
  const char *cameo;
} akt_edge_key;

typedef struct akt_edge {
  akt_edge_key key;
  const char *id;    // e_ + 16 hex; made by akt_graph_finish
  const char *label; // readable: "closed airspace to"
  akt_tone tone;
  bool is_mutual; // no direction: spoke-with
  AKT_VEC(akt_evidence) evidence;
  akt_notes attrs; // facts of other tools' graphs, by name
  uint32_t doc_count;
} akt_edge;

typedef struct akt_rule_file {
  const char *path;
  uint64_t hash;
} akt_rule_file;

/// Where an entity or a group of statements stood in the picture of the graph.
typedef struct akt_position {
  const char *id; // in the SVG
  int32_t x, y;   // points, y upwards
} akt_position;

typedef AKT_VEC(akt_position) akt_position_list;

typedef struct akt_graph {
  akt_arena *arena;
  const char *title;
  const char *part; // of a larger graph: which, in words for the reader of a picture; or NULL
  akt_position_list positions; // empty: none were kept
  AKT_VEC(akt_document) documents;
  AKT_VEC(akt_kind_look) kinds;
  AKT_VEC(akt_rule_file) rules;
  AKT_VEC(akt_node) nodes;
  AKT_VEC(akt_edge) edges;
  AKT_VEC(const char *) warnings;
  akt_map document_by_key; // id and hash of the text
  akt_map node_by_id;
  akt_map edge_by_key;
  akt_intern strings;
} akt_graph;

void akt_graph_init(akt_graph *graph, akt_arena *arena);

/// The graph's own copy of a text, shared by equal texts. NULL for NULL.
const char *akt_graph_string(akt_graph *graph, akt_span text);
const char *akt_graph_cstring(akt_graph *graph, const char *text);

/// kind + "_" + ASCII slug of the label; letters that have no ASCII form make
/// it "x" + 8 hex of the label's hash. A scope (a document id) keeps nodes of
/// different documents apart: bare surnames, "the rebels".
const char *akt_node_id(akt_arena *arena, const char *kind, const char *label,
                        const char *scope);

/// Finds or makes the document with this id and text. Two different texts with
/// one id are two documents: akt_graph_finish then adds "~" and 8 hex of its text's
/// hash to the id of each.
uint32_t akt_graph_add_document(akt_graph *graph, const akt_document *document);
/// Finds or makes the node with this id.
uint32_t akt_graph_add_node(akt_graph *graph, const char *id, const char *kind,
                            const char *label);
void akt_graph_add_alias(akt_graph *graph, uint32_t node, const char *alias);
void akt_graph_add_mention(akt_graph *graph, uint32_t node, const akt_mention *mention);
/// Finds or makes the edge and appends the evidence (unless the same document and
/// spans are there already). Gives the edge's index.
uint32_t akt_graph_add_edge(akt_graph *graph, const akt_edge_key *key, const char *label,
                            akt_tone tone, bool is_mutual, const akt_evidence *evidence);

/// Sorts nodes by id, edges by source, relation, target and id, aliases and
/// evidence; counts; makes ids and, if there is none, a title from the three
/// most connected nodes. Call once, after the last add; repeating it is harmless.
void akt_graph_finish(akt_graph *graph);

/// First broken invariant as a text, or NULL: dangling ends, duplicate ids,
/// unsorted parts, spans outside their document. For tests and after import.
const char *akt_graph_check(const akt_graph *graph, akt_arena *arena);

#endif
