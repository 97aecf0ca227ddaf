// DOT through cgraph, both ways. A drawing or a data file is described neutrally
// (graph, clusters, nodes, edges, attributes) and written in one go; foreign DOT
// is read into the same description. This is the only place that knows how a
// string must be encoded so that Graphviz shows it as it is and reads it back
// unchanged, and the only one that calls cgraph, under one lock, since cgraph
// keeps its errors in global variables. It knows nothing of our graph.
#ifndef AKT_DOT_DOT_H
#define AKT_DOT_DOT_H

#include "base/sink.h"
#include "base/vec.h"

/// What a value is. Control characters in texts become blanks; texts must be
/// valid UTF-8.
typedef enum akt_dot_form {
  AKT_DOT_TEXT,   // shown as it is; line breaks as centred lines
  AKT_DOT_LEFT,   // the same with left-aligned lines, each ended by "\l"
  AKT_DOT_URL,    // http, https, mailto or relative; any other is left out
  AKT_DOT_MARKUP, // an HTML-like label that we built ourselves from escaped text
} akt_dot_form;

typedef enum akt_dot_what { AKT_DOT_GRAPH, AKT_DOT_NODE, AKT_DOT_EDGE } akt_dot_what;

typedef struct akt_dot_attr {
  const char *name;  // letters, digits, _
  const char *value; // as given; after reading: decoded
  akt_dot_form form;
  const char *stored; // encoded, while writing
} akt_dot_attr;

typedef struct akt_dot akt_dot;

/// The graph itself, a cluster, a node or an edge.
typedef struct akt_dot_item {
  akt_dot *dot;
  akt_dot_what what;
  const char *id;               // name; key of an edge
  struct akt_dot_item *cluster; // of a node or cluster; NULL: the graph itself
  struct akt_dot_item *tail;    // of an edge
  struct akt_dot_item *head;
  AKT_VEC(akt_dot_attr) attrs;
  const char *stored_id; // encoded, while writing
  void *object;          // cgraph's, while writing
} akt_dot_item;

typedef AKT_VEC(akt_dot_item *) akt_dot_items;

struct akt_dot {
  akt_arena *arena;
  akt_dot_item root;                 // its attributes are the graph's
  AKT_VEC(akt_dot_attr) defaults[3]; // by akt_dot_what
  akt_dot_items clusters;
  akt_dot_items nodes;
  akt_dot_items edges;
  struct akt_dot_index *index;
  bool is_undirected; // only after reading
};

/// Names, ids and values are borrowed: they must live until the graph is written.
akt_dot *akt_dot_new(akt_arena *arena, const char *name);
/// Where attributes of the whole graph are set.
akt_dot_item *akt_dot_root(akt_dot *dot);
/// A cluster inside another one or (NULL) the graph. `name` without "cluster_".
akt_dot_item *akt_dot_add_cluster(akt_dot *dot, akt_dot_item *parent, const char *name);
/// Finds or makes the node; the cluster counts when it is made.
akt_dot_item *akt_dot_add_node(akt_dot *dot, akt_dot_item *cluster, const char *id);
/// Makes an edge. `key` tells parallel edges apart; NULL: numbered by us.
akt_dot_item *akt_dot_add_edge(akt_dot *dot, akt_dot_item *tail, akt_dot_item *head,
                               const char *key);

/// `node [name=value]` and so on. With what == AKT_DOT_GRAPH: a graph attribute.
void akt_dot_default(akt_dot *dot, akt_dot_what what, const char *name, const char *value);

/// Sets an attribute; a later value replaces an earlier one. NULL: does nothing.
void akt_dot_set(akt_dot_item *item, const char *name, const char *value); // AKT_DOT_TEXT
void akt_dot_set_as(akt_dot_item *item, const char *name, akt_dot_form form, const char *value);
void akt_dot_setf(akt_dot_item *item, const char *name, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/// The value, or NULL.
const char *akt_dot_get(const akt_dot_item *item, const char *name);

/// Writes the DOT, after reading it back and comparing. NULL: done (or the sink
/// failed, which it remembers); else what is wrong, in the arena.
const char *akt_dot_write(akt_dot *dot, akt_sink *sink);

/// What was refused while reading: an attribute that could run code, open a file
/// or reach the network.
typedef struct akt_dot_dropped {
  const char *name;
  const char *where; // node or edge it stood on, or "graph"
} akt_dot_dropped;

typedef struct akt_dot_reading {
  akt_dot *dot;      // NULL when the text is no DOT we can read in full
  const char *error; // then: why
  uint32_t line;     // 1-based, 0 when not known
  AKT_VEC(akt_dot_dropped) dropped;
} akt_dot_reading;

/// Reads one graph. A text that cgraph reads only in part is an error.
akt_dot_reading akt_dot_read(akt_arena *arena, akt_span text);

#endif
