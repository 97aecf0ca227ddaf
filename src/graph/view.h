// A part of a graph as a graph of its own: around a node, of some kinds or tones,
// with enough evidence, of a time; or with officials and bodies folded into their
// country.
#ifndef AKT_GRAPH_VIEW_H
#define AKT_GRAPH_VIEW_H

#include "graph/graph.h"

/// NULL and 0 mean "no restriction". Lists are comma-separated.
typedef struct akt_view {
  const char *focus; // a node's id, label or alias; case of letters does not matter
  uint32_t hops;     // 0 with a focus: 1
  const char *kinds; // a kind stands for the kinds below it too
  const char *tones;
  uint32_t min_count; // pieces of evidence an edge must have
  const char *since;  // ISO dates; evidence without a date is left out then
  const char *until;
  bool is_rolled_up;
} akt_view;

typedef enum akt_view_result {
  AKT_VIEWED,
  AKT_VIEW_UNKNOWN_FOCUS,
  AKT_VIEW_UNKNOWN_KIND,
  AKT_VIEW_UNKNOWN_TONE,
  AKT_VIEW_BAD_DATE,
} akt_view_result;

/// Fills `out` (initialised, empty) and finishes it. On anything but AKT_VIEWED
/// `*word` is the word of the options that is wrong.
akt_view_result akt_view_graph(const akt_graph *graph, const akt_view *view, akt_graph *out,
                               const char **word);

#endif
