// One render at a time in a process: the library keeps its messages and its
// plugins in globals.
#include "render/render.h"

#include "render/copy.h"
#include "render/forces.h"
#include "render/frame.h"
#include "render/geometry.h"
#include "render/ids.h"

#include <graphviz/gvc.h>

#define PNG_DPI        144.0
#define PNG_MAX_PIXELS 8000.0

struct akt_render {
  akt_arena *arena;
  akt_buf *messages;
  GVC_t *context;
  Agraph_t *graph;
  Agraph_t *original;
  akt_render_wish wish;
};

// The library's message function has no user pointer.
static akt_buf *message_target;

static int keep_message(char *text) {
  if (message_target)
    akt_buf_puts(message_target, text);
  return 0;
}

static const char *read_attribute(Agraph_t *graph, const char *name) {
  char copy[32];
  strncpy(copy, name, sizeof copy - 1);
  copy[sizeof copy - 1] = '\0';
  char *value = agget(graph, copy);
  return value && *value ? value : NULL;
}

akt_render *akt_render_new(akt_arena *arena, akt_span dot, akt_buf *messages) {
  akt_render *render = akt_arena_zalloc(arena, sizeof *render);
  render->arena = arena;
  render->messages = message_target = messages;
  agseterrf(keep_message);
  agseterr(AGWARN);
  render->original = akt_ids_read(arena, dot);
  // A graph read in part is not NULL, but the error is counted.
  if (!render->original || agerrors() > 0)
    return NULL;
  render->context = gvContext();
  render->graph = render->original;
  const char *engine = read_attribute(render->original, "layout");
  const char *tried = read_attribute(render->original, "aktant_try");
  render->wish = (akt_render_wish){
      .engine = akt_arena_string(arena, engine ? engine : "dot"),
      .tries = tried ? akt_arena_string(arena, tried) : NULL,
      .nodes = (uint32_t)agnnodes(render->original),
      .edges = (uint32_t)agnedges(render->original),
  };
  return render;
}

akt_render_wish akt_render_wishes(const akt_render *render) {
  return render->wish;
}

static void set_attribute(Agraph_t *graph, const char *name, const char *value) {
  char copies[2][64];
  strncpy(copies[0], name, sizeof copies[0] - 1);
  strncpy(copies[1], value, sizeof copies[1] - 1);
  copies[0][sizeof copies[0] - 1] = copies[1][sizeof copies[1] - 1] = '\0';
  agattr(graph, AGRAPH, copies[0], copies[1]);
  agset(graph, copies[0], copies[1]);
}

bool akt_render_layout(akt_render *render, const akt_trial *trial) {
  const char *engine = trial->engine ? trial->engine : render->wish.engine;
  char background[] = "_background", empty[] = "";
  bool is_dot = strcmp(engine, "dot") == 0;
  if (trial->order || !is_dot)
    render->graph = akt_copy_shuffled(render->arena, render->original, trial->order);
  Agraph_t *graph = render->graph;
  if (trial->order && is_dot)
    akt_copy_clusters(render->original, graph);
  if (trial->direction)
    set_attribute(graph, "rankdir", trial->direction);
  if (trial->is_rough)
    set_attribute(graph, "splines", "line");
  set_attribute(graph, "layout", engine); // it wins over what gvLayout is told
  if (trial->order && !is_dot)
    set_attribute(graph, "start", akt_arena_printf(render->arena, "%u", trial->order));
  bool is_blocks = strcmp(engine, "blocks") == 0;
  bool is_placed = strcmp(engine, "nop") == 0;
  if (is_placed && !akt_forces_part(render->arena, render->context, graph))
    return false;
  const char *legend = read_attribute(graph, "aktant_legend");
  if (legend)
    agsafeset(graph, background, akt_arena_string(render->arena, legend), empty);
  bool is_done = is_blocks ? akt_forces_layout(render->arena, render->context, render->original,
                                               graph, trial->order, trial->is_rough)
                           : gvLayout(render->context, graph, engine) == 0;
  if (!is_done)
    return false;
  if (!is_dot && !trial->is_rough)
    akt_frame_clusters(render->arena, render->original, graph);
  akt_frame_place_legend(graph);
  return true;
}

void akt_render_geometry(const akt_render *render, akt_geometry *geometry) {
  akt_geometry_read(render->arena, render->graph, geometry);
}

void akt_render_spread(akt_render *render) {
  akt_geometry_spread(render->arena, render->graph);
}

bool akt_render_has_errors(void) {
  return agerrors() > 0;
}

/// Dots an inch for a picture whose longer side stays below the limit.
static double png_resolution(Agraph_t *graph) {
  boxf page = GD_bb(graph);
  double width = page.UR.x - page.LL.x, height = page.UR.y - page.LL.y;
  double longer = (width > height ? width : height) + 72;
  double most = PNG_MAX_PIXELS * 72 / longer;
  return most < PNG_DPI ? most : PNG_DPI;
}

bool akt_render_draw(akt_render *render, const char *format, akt_buf *out) {
  static const char *const devices[][2] = {
      {"svg", "svg"}, {"png", "png:cairo"}, {"pdf", "pdf:cairo"}, {"json0", "json0"}};
  const char *device = NULL;
  for (size_t i = 0; i < sizeof devices / sizeof devices[0]; i++) {
    if (strcmp(devices[i][0], format) == 0)
      device = devices[i][1];
  }
  if (!device)
    return false;
  if (strcmp(format, "png") == 0)
    GD_drawing(render->graph)->dpi = png_resolution(render->graph);
  char *bytes = NULL;
  unsigned length = 0;
  if (gvRenderData(render->context, render->graph, device, &bytes, &length) != 0 || !bytes)
    return false;
  akt_buf_add(out, bytes, length);
  gvFreeRenderData(bytes);
  return true;
}
