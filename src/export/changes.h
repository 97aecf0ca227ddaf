// The difference of two graphs, for people ("text") and programs ("json").
#ifndef AKT_EXPORT_CHANGES_H
#define AKT_EXPORT_CHANGES_H

#include "base/sink.h"
#include "graph/diff.h"

/// False when there is no such style.
bool akt_changes_write(const akt_diff *diff, const char *style, akt_arena *arena,
                       akt_sink *sink);

#endif
