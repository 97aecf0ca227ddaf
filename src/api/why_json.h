// An explanation as one JSON object.
#ifndef AKT_API_WHY_JSON_H
#define AKT_API_WHY_JSON_H

#include "extract/explain.h"

/// `a` and `b` are the names that were asked for.
void akt_explanation_json(akt_arena *arena, const akt_explanation *e, akt_span a, akt_span b,
                          akt_buf *out);

#endif
