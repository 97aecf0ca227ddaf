// The legend: only those kinds, tones and line styles that occur, each with a sample
// of its real shape, line and arrowhead. The names are rows of the head's table; the
// samples, which a table cannot hold, are drawn under them by the layout program.
#ifndef AKT_DRAW_LEGEND_H
#define AKT_DRAW_LEGEND_H

#include "draw/palette.h"
#include "draw/plan.h"

typedef struct akt_legend {
  const char *rows;    // "<TR>...</TR>", the last ones of the head's table
  const char *samples; // in the xdot language, from the table's lower left corner
} akt_legend;

akt_legend akt_legend_make(const akt_plan *plan, const akt_theme *theme);

#endif
