// The story page: one HTML file that holds the picture, every statement with its
// quotes, the articles if they are in the graph, and the means to move, ask and
// filter; no network, and a policy under which nothing but its own script runs.
#ifndef AKT_DRAW_STORY_H
#define AKT_DRAW_STORY_H

#include "draw/draw.h"

/// Writes the page. `svg` is the picture that was drawn of the same graph with the
/// same options in the light theme. False, and `*why` says it: the graph is too
/// big, or `svg` is none.
bool akt_story_write(const akt_graph *graph, const akt_draw_options *options, akt_span svg,
                     akt_arena *arena, akt_sink *sink, const char **why);

#endif
