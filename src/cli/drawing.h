// The pictures that the outputs of one command need: laid out once, drawn in every
// format that is asked for.
#ifndef AKT_CLI_DRAWING_H
#define AKT_CLI_DRAWING_H

#include "cli/output.h"
#include "cli/picture.h"

/// One graph in one theme.
typedef struct akt_drawing {
  const char *theme; // NULL: light
  int status;        // of making it; errors told
  akt_buf dot;       // what it was to be drawn from, also when that failed
  akt_picture pictures[AKT_PICTURE_FORMATS];
  size_t count; // 0: nothing was asked for
} akt_drawing;

typedef struct akt_drawings {
  akt_drawing own;   // in the theme that the user wants
  akt_drawing light; // for story pages, which change the theme themselves
} akt_drawings;

/// Draws what the targets need of the graph.
void akt_drawings_make(akt_app *app, const aktant_graph *graph,
                       const aktant_write_options *options, const akt_targets *targets,
                       akt_drawings *out);

/// The drawing that a picture or story page is made from.
const akt_drawing *akt_drawings_for(const akt_drawings *drawings, const akt_target *target);
/// The bytes in a format ("svg"); empty when it was not made.
akt_span akt_drawing_bytes(const akt_drawing *drawing, const char *format);

#endif
