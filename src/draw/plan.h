// What of a graph is drawn and how: which entities, which of them stand beside
// whom, how statements are merged into groups, and which class of drawing the
// size asks for. Pure decisions; the writing of DOT comes after.
#ifndef AKT_DRAW_PLAN_H
#define AKT_DRAW_PLAN_H

#include "draw/draw.h"

/// By the number of entities shown.
typedef enum akt_draw_scale {
  AKT_SCALE_FULL,      // up to 25: every label, up to four rows
  AKT_SCALE_SHORT,     // 26 to 60: two rows a pill
  AKT_SCALE_PLAIN,     // 61 to 150: no edge text
  AKT_SCALE_STRONGEST, // 151 to 500: the entities with most statements
} akt_draw_scale;

typedef enum akt_change { AKT_SAME, AKT_ADDED, AKT_REMOVED } akt_change;

typedef struct akt_group_row {
  const char *label;
  const char *note; // NULL, or what the statement adds: "to de-escalate"
  uint32_t count;
} akt_group_row;

typedef AKT_VEC(uint32_t) akt_index_list;

/// Parallel statements drawn as one pill (or one line without text).
typedef struct akt_group {
  akt_index_list sources; // nodes
  akt_index_list targets;
  akt_index_list edges;
  AKT_VEC(akt_group_row) rows;
  akt_tone tone;
  akt_polarity polarity;
  akt_modality modality;
  akt_change change;
  bool is_mutual;
  uint32_t count; // pieces of evidence
  const char *name;
} akt_group;

typedef AKT_VEC(akt_group) akt_group_list;

/// What is known of one node of the graph.
typedef struct akt_plan_node {
  bool is_shown;
  uint32_t home;     // the node whose cluster it stands in, or AKT_NONE
  uint32_t above;    // the node its affiliation line leads to, or AKT_NONE
  uint32_t acts;     // statements it makes
  uint32_t receives; // statements it gets
  const char *fact;  // of an event: "22 Apr 2025 · Kashmir"; NULL
  bool is_written;   // a place that stands in the second line of its events only
} akt_plan_node;

typedef struct akt_plan {
  akt_arena *arena;
  const akt_graph *graph;
  const akt_draw_options *options;
  akt_draw_scale scale;
  akt_plan_node *nodes;              // one a node of the graph
  bool *is_thin;                     // one an edge: said by an affiliation line or a fact
  const struct akt_changes *changes; // NULL when no changes are drawn
  akt_group_list groups;             // shown ones
  uint32_t shown;                    // entities with a box
  uint32_t written;                  // entities in the second line of another
  uint32_t connected;                // entities with a statement
  uint32_t focal;                    // the event it is all about, or AKT_NONE
  uint32_t statements;               // pieces of evidence behind all that is drawn
  uint32_t all_statements;
} akt_plan;

/// More than this many connected entities are refused.
#define AKT_DRAW_MAX_ENTITIES 500
/// So many are kept of a graph that is too big to show whole.
#define AKT_DRAW_KEPT_ENTITIES 150

/// False when the graph has too many entities for a picture. `changes` may be NULL;
/// else it is about `graph`.
bool akt_plan_make(akt_plan *plan, const akt_graph *graph, const struct akt_changes *changes,
                   const akt_draw_options *options, akt_arena *arena);

/// Makes plan->groups from the statements between shown nodes.
void akt_group_make(akt_plan *plan);

#endif
