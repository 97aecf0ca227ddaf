// Lays a graph out in several ways and says which is best by measure. The ways
// and their number depend on the graph alone, never on the clock, so the same
// graph always gives the same picture.
#ifndef AKT_RENDER_SEARCH_H
#define AKT_RENDER_SEARCH_H

#include "render/job.h"
#include "render/render.h"

typedef struct akt_search_result {
  akt_trial best;
  akt_measure measure;
  bool is_found; // false: no way worked
} akt_search_result;

akt_search_result akt_search_best(akt_arena *arena, akt_span dot, const akt_render_wish *wish,
                                  const akt_job_limits *limits);

#endif
