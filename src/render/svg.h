// The SVG of the layout library, made safe and portable: only drawing elements
// and attributes from a list pass, so no script, link, event or style can, and
// the tooltip becomes the <title> of its group, as browsers and screen readers
// want it. It knows nothing of Graphviz beyond the shape of that text.
#ifndef AKT_RENDER_SVG_H
#define AKT_RENDER_SVG_H

#include "base/str.h"

/// Appends the cleaned SVG. False when the text is no SVG we understand; then
/// `out` is not to be used.
bool akt_svg_clean(akt_arena *arena, akt_span svg, akt_buf *out);

#endif
