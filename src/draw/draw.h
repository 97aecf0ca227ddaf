// From a graph to the picture of it, as styled DOT: entities as shapes, parallel
// statements merged into small labelled "pills" between them, officials beside
// their country, a title, a subtitle that says what was left out, a legend of
// what occurs. It decides by size how much is shown. It does not lay out: the
// DOT goes to the aktant-render program, which finds the engine in `layout`.
#ifndef AKT_DRAW_DRAW_H
#define AKT_DRAW_DRAW_H

#include "base/sink.h"
#include "graph/graph.h"

typedef struct akt_draw_options {
  const char *theme;       // light, dark, print; NULL: light
  const char *direction;   // TB, LR; NULL: the better one of both
  const char *engine;      // dot, sfdp, neato, fdp; NULL: chosen by size
  bool is_forced;          // draw even what is refused for size
  const akt_graph *before; // draw the changes since this graph; NULL: none
  const char *like;        // an older SVG or JSON of ours, whose places are kept; NULL: none
} akt_draw_options;

typedef enum akt_draw_result {
  AKT_DRAWN,
  AKT_DRAW_TOO_BIG,  // more entities than a picture can show
  AKT_DRAW_BAD_WORD, // an unknown theme, direction or engine
  AKT_DRAW_FAILED,   // the sink refused, or DOT could not be written
} akt_draw_result;

/// Writes the styled DOT of the graph. On anything but AKT_DRAWN nothing useful
/// was written and `*why` (never NULL) says what to do, as one sentence. Memory
/// comes from `arena`, so do the messages.
akt_draw_result akt_draw_write(const akt_graph *graph, const akt_draw_options *options,
                               akt_arena *arena, akt_sink *sink, const char **why);

/// NULL-terminated lists of the words the options take, for help and errors.
const char *const *akt_draw_themes(void);
const char *const *akt_draw_engines(void);

#endif
