// What stands behind the opaque types of aktant.h, and how work that may run
// out of memory is started. Each object has a guard and an arena of its own, so
// that it can be freed by itself.
#ifndef AKT_API_API_H
#define AKT_API_API_H

#include "aktant.h"
#include "diag/diag.h"
#include "graph/graph.h"
#include "rule/ruleset.h"

#include <stdatomic.h>

struct aktant_messages {
  akt_guard guard;
  akt_arena arena;
  akt_diags diags;
};

struct aktant_rules {
  akt_guard guard;
  akt_arena arena;
  // Messages point into the texts of the rule files: they hold on to the rules.
  atomic_uint holders;
  akt_ruleset *ruleset;
  akt_source *sources; // by akt_loc.source: where a test stands
  uint32_t source_count;
  bool is_strict;
};

struct aktant_graph {
  akt_guard guard;
  akt_arena arena;
  akt_graph graph;
};

/// Runs work that allocates in objects of these guards; `b` may be NULL. False:
/// out of memory. Both guards are ready for the next run in any case.
bool akt_api_run(akt_guard *a, akt_guard *b, void (*work)(void *arg), void *arg);

/// AKTANT_NO_MEMORY unless `has_run`; then by the number of errors before and now.
aktant_status akt_api_status(bool has_run, const aktant_messages *messages,
                             uint32_t errors_before);

aktant_graph *akt_api_graph_new(void); // NULL: no memory

#endif
