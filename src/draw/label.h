// The HTML-like labels and the tooltips of a picture, made from escaped text.
// Every label is a <TABLE>: no text of an article can be equal to one, so the
// string pool of cgraph cannot turn such a text into markup.
#ifndef AKT_DRAW_LABEL_H
#define AKT_DRAW_LABEL_H

#include "draw/palette.h"
#include "draw/plan.h"

/// Name and second line of a node. `points`: size of the type.
const char *akt_label_node(const akt_plan *plan, const akt_node_look *look, uint32_t node,
                           uint32_t points);

/// Rows of a pill: at most `max_rows`, then "+3 more".
const char *akt_label_group(const akt_plan *plan, const akt_theme *theme,
                            const akt_group *group, uint32_t max_rows);

/// Title, subtitle, what was left out, and the rows of the legend.
const char *akt_label_header(const akt_plan *plan, const akt_theme *theme,
                             const char *legend_rows);

/// Plain texts with '\n' between lines.
const char *akt_label_title(const akt_plan *plan);
const char *akt_label_node_tip(const akt_plan *plan, uint32_t node);
const char *akt_label_group_tip(const akt_plan *plan, const akt_group *group);

#endif
