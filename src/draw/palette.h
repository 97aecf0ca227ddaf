// Colours: what each theme looks like, and how a kind or a tone looks in it. All
// text keeps a contrast of 4.5 or more to what it stands on, whatever colours a
// rule file lists. It knows nothing of nodes, edges or DOT.
#ifndef AKT_DRAW_PALETTE_H
#define AKT_DRAW_PALETTE_H

#include "graph/graph.h"

/// 0xRRGGBB.
typedef uint32_t akt_colour;

typedef struct akt_tone_look {
  akt_colour line;
  akt_colour text;
  const char *arrow; // arrowhead, so that tone does not rest on colour alone
} akt_tone_look;

typedef struct akt_theme {
  const char *name;
  akt_colour paper;
  akt_colour title;
  akt_colour text;
  akt_colour muted; // second lines, subtitle, counts
  akt_colour pill;
  akt_colour cluster_fill;
  akt_colour cluster_line;
  akt_colour thin; // affiliation lines
  akt_colour added;
  akt_colour removed;
  akt_tone_look tones[3]; // by akt_tone
} akt_theme;

/// How the nodes of one kind are drawn in one theme.
typedef struct akt_node_look {
  const char *shape;  // Graphviz name
  const char *style;  // "rounded,filled"
  const char *margin; // inches
  akt_colour fill;
  akt_colour line;
  akt_colour text;
  akt_colour role;   // second line
  bool is_prominent; // dark fill: larger type
  bool is_unnamed;   // smaller type, thinner line
} akt_node_look;

/// NULL when there is no such theme; "light" for NULL.
const akt_theme *akt_theme_find(const char *name);
const char *const *akt_theme_names(void);

/// From the graph's table of kinds, else by the kind's parents, else a default.
akt_node_look akt_palette_kind(const akt_graph *graph, const akt_theme *theme,
                               const char *kind);

/// The look of what has no name of its own ("police", "people"): paler and smaller than
/// what has one.
akt_node_look akt_palette_unnamed(akt_node_look look, const akt_theme *theme);

/// The well-known kinds in the order that a legend lists them; NULL ends it.
const char *const *akt_palette_kinds(void);

/// WCAG contrast ratio times 100: 2100 for black on white.
uint32_t akt_colour_contrast(akt_colour a, akt_colour b);

/// "#0072B2" in the arena.
const char *akt_colour_text(akt_arena *arena, akt_colour colour);

#endif
