// The layout library, wrapped: reads DOT, lays it out in one of several ways,
// gives the geometry, and draws. Everything that calls it runs in a process of
// its own: the library is not safe in threads, may call exit, and may crash.
#ifndef AKT_RENDER_RENDER_H
#define AKT_RENDER_RENDER_H

#include "base/str.h"
#include "render/measure.h"

/// One way of laying out the same graph.
typedef struct akt_trial {
  const char *engine;    // NULL: as the graph says
  const char *direction; // TB, LR; NULL: as the graph says
  uint32_t order;        // 0: nodes as written; else the number of a shuffle
  bool is_rough;         // straight lines: quick, to compare positions only
} akt_trial;

typedef struct akt_render akt_render;

/// What a graph asks for; read before any layout.
typedef struct akt_render_wish {
  const char *engine; // the layout attribute
  const char *tries;  // "TB LR sfdp": directions of dot, other engines; NULL: none
  uint32_t nodes, edges;
} akt_render_wish;

/// Reads the DOT. NULL when it cannot be read; `messages` says why. Messages of
/// the library, errors and warnings, are added there from now on.
akt_render *akt_render_new(akt_arena *arena, akt_span dot, akt_buf *messages);
akt_render_wish akt_render_wishes(const akt_render *render);
bool akt_render_layout(akt_render *render, const akt_trial *trial);
/// Whether the library told an error, which its results often do not show: a
/// broken label, say, is replaced by the name of the node. Warnings do not count.
bool akt_render_has_errors(void);
/// Leads lines apart that reach an entity side by side.
void akt_render_spread(akt_render *render);
void akt_render_geometry(const akt_render *render, akt_geometry *geometry);

/// Draws as "svg", "png", "pdf" or "json0" and appends the bytes.
bool akt_render_draw(akt_render *render, const char *format, akt_buf *out);

#endif
