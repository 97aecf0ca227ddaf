// The only file that includes gvc.h. One render at a time in a process: the
// library keeps its messages and its plugins in globals.
#include "render/render.h"

#include "render/ids.h"
#include "render/order.h"
#include "render/spread.h"

#include "base/map.h"

#include <graphviz/gvc.h>
#include <graphviz/xdot.h>

#define PNG_DPI        144.0
#define PNG_MAX_PIXELS 8000.0
#define FRAME_MARGIN   10

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

static void copy_declarations(Agraph_t *from, Agraph_t *to) {
  static const int kinds[] = {AGRAPH, AGNODE, AGEDGE};
  for (size_t i = 0; i < 3; i++) {
    for (Agsym_t *symbol = agnxtattr(from, kinds[i], NULL); symbol;
         symbol = agnxtattr(from, kinds[i], symbol)) {
      char *value =
          aghtmlstr(symbol->defval) ? agstrdup_html(to, symbol->defval) : symbol->defval;
      agattr(to, kinds[i], symbol->name, value);
    }
  }
}

typedef AKT_VEC(Agnode_t *) node_list;
typedef AKT_VEC(Agedge_t *) edge_list;

#define SHUFFLE(list, state, type)                                                             \
  for (uint32_t i = (list)->count; i > 1; i--) {                                               \
    uint32_t j = akt_order_random(state) % i;                                                  \
    type swap = (list)->items[i - 1];                                                          \
    (list)->items[i - 1] = (list)->items[j];                                                   \
    (list)->items[j] = swap;                                                                   \
  }

/// Copies attributes into another graph. HTML-like values are put into its pool of
/// strings first: copying would make them plain ones.
static void copy_attributes(void *from, void *to) {
  Agraph_t *source = agraphof(from), *target = agroot(agraphof(to));
  for (Agsym_t *symbol = agnxtattr(agroot(source), AGTYPE(from), NULL); symbol;
       symbol = agnxtattr(agroot(source), AGTYPE(from), symbol)) {
    char *value = agxget(from, symbol);
    if (value && aghtmlstr(value))
      agstrdup_html(target, value);
  }
  agcopyattr(from, to);
}

static void copy_clusters(Agraph_t *from, Agraph_t *to) {
  for (Agraph_t *part = agfstsubg(from); part; part = agnxtsubg(part)) {
    Agraph_t *copy = agsubg(to, agnameof(part), 1);
    for (Agnode_t *node = agfstnode(part); node; node = agnxtnode(part, node))
      agsubnode(copy, agnode(to, agnameof(node), 0), 1);
    copy_attributes(part, copy);
    copy_clusters(part, copy);
  }
}

/// Entities and pills seen as parts: see order.h.
typedef struct part_map {
  akt_render *render;
  akt_map numbers; // name of a node to its part; pills have none
  akt_arc_list arcs;
  uint32_t count;
  uint32_t *rank;
} part_map;

static bool has_class(void *item, const char *word) {
  char name[] = "class";
  const char *value = agget(item, name);
  return value && strncmp(value, word, strlen(word)) == 0;
}

static bool is_pill(Agnode_t *node) {
  return has_class(node, "statement");
}

static uint32_t part_of(const part_map *map, Agnode_t *node) {
  return akt_map_get(&map->numbers, akt_span_of(agnameof(node)));
}

static void number_parts(part_map *map, Agraph_t *graph) {
  for (Agraph_t *part = agfstsubg(graph); part; part = agnxtsubg(part)) {
    for (Agnode_t *node = agfstnode(part); node; node = agnxtnode(part, node)) {
      if (!is_pill(node))
        akt_map_add(&map->numbers, akt_span_of(agnameof(node)), map->count);
    }
    map->count++;
  }
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
    if (!is_pill(node) && part_of(map, node) == AKT_NONE)
      akt_map_add(&map->numbers, akt_span_of(agnameof(node)), map->count++);
  }
}

/// Calls for each line at a node: `edge` and the node at its `other` end.
#define EACH_LINE(graph, node, edge, other)                                                    \
  for (Agedge_t *edge = agfstedge((graph), (node)); edge;                                      \
       edge = agnxtedge((graph), edge, (node)))                                                \
    for (Agnode_t *other = agtail(edge) == (node) ? aghead(edge) : agtail(edge); other;        \
         other = NULL)

/// Where a node stands in the order: an entity at its part's rank, a pill
/// between its ends.
static double place_of(const part_map *map, Agraph_t *graph, Agnode_t *node) {
  if (!is_pill(node))
    return map->rank[part_of(map, node)];
  double sum = 0;
  uint32_t count = 0;
  EACH_LINE(graph, node, edge, end) {
    if (!is_pill(end)) {
      sum += map->rank[part_of(map, end)];
      count++;
    }
  }
  return count ? sum / count + 0.25 : 0; // never just where an end stands
}

/// Whether all ends of a pill belong to one part.
static bool is_within_part(const part_map *map, Agraph_t *graph, Agnode_t *pill) {
  uint32_t part = AKT_NONE;
  EACH_LINE(graph, pill, edge, end) {
    uint32_t other = part_of(map, end);
    if (part != AKT_NONE && other != part)
      return false;
    part = other;
  }
  return true;
}

static void add_arcs(part_map *map, Agraph_t *graph) {
  for (Agnode_t *pill = agfstnode(graph); pill; pill = agnxtnode(graph, pill)) {
    if (!is_pill(pill))
      continue;
    for (Agedge_t *in = agfstin(graph, pill); in; in = agnxtin(graph, in)) {
      for (Agedge_t *out = agfstout(graph, pill); out; out = agnxtout(graph, out)) {
        akt_arc arc = {part_of(map, agtail(in)), part_of(map, aghead(out))};
        if (arc.from != AKT_NONE && arc.to != AKT_NONE && arc.from != arc.to)
          akt_vec_push(map->render->arena, &map->arcs, arc);
      }
    }
  }
}

/// Where the pills of an entity stand, on average; its own place without any.
static double partners_place(const part_map *map, Agraph_t *graph, Agnode_t *node) {
  double sum = 0;
  uint32_t count = 0;
  EACH_LINE(graph, node, edge, pill) {
    if (is_pill(pill)) {
      sum += place_of(map, graph, pill);
      count++;
    }
  }
  return count ? sum / count : place_of(map, graph, node);
}

/// Whether the line must be turned so that it leads from the earlier part on.
static bool is_against(const part_map *map, Agraph_t *graph, Agedge_t *edge) {
  Agnode_t *tail = agtail(edge), *head = aghead(edge);
  if (has_class(edge, "affiliation")) {
    char name[] = "aktant_member";
    const char *end = agget(edge, name);
    bool is_tail = end && strcmp(end, "tail") == 0;
    Agnode_t *member = is_tail ? tail : head;
    bool is_above = partners_place(map, graph, member) < place_of(map, graph, member);
    return is_above != is_tail;
  }
  Agnode_t *pill = is_pill(tail) ? tail : head;
  return is_pill(pill) && !is_within_part(map, graph, pill) &&
         place_of(map, graph, tail) > place_of(map, graph, head);
}

static void swap_attributes(Agedge_t *edge, const char *a, const char *b) {
  char names[2][16];
  strncpy(names[0], a, sizeof names[0] - 1);
  strncpy(names[1], b, sizeof names[1] - 1);
  names[0][15] = names[1][15] = '\0';
  char normal[] = "normal";
  char *first = agget(edge, names[0]), *second = agget(edge, names[1]);
  first = first && *first ? first : normal;
  second = second && *second ? second : normal;
  first = agstrdup(agroot(agraphof(edge)), first);
  agsafeset(edge, names[0], second, normal);
  agsafeset(edge, names[1], first, normal);
}

/// A line that was turned shows its arrow where it did before.
static void turn_arrow(Agedge_t *edge) {
  char name[] = "dir", back[] = "back", forward[] = "forward";
  const char *shown = agget(edge, name);
  bool is_forward = !shown || !*shown || strcmp(shown, forward) == 0;
  if (is_forward)
    agsafeset(edge, name, back, forward);
  else if (strcmp(shown, back) == 0)
    agsafeset(edge, name, forward, forward);
  swap_attributes(edge, "arrowhead", "arrowtail");
}

static void copy_edge(const part_map *map, Agraph_t *from, Agedge_t *edge, Agraph_t *to) {
  bool is_turned = map->rank && is_against(map, from, edge);
  Agnode_t *tail = agnode(to, agnameof(agtail(edge)), 0);
  Agnode_t *head = agnode(to, agnameof(aghead(edge)), 0);
  Agedge_t *copy =
      agedge(to, is_turned ? head : tail, is_turned ? tail : head, agnameof(edge), 1);
  copy_attributes(edge, copy);
  if (is_turned)
    turn_arrow(copy);
}

static part_map make_parts(akt_render *render, uint32_t order) {
  part_map map = {.render = render};
  // Every third order keeps the lines' own direction: who acts stands above.
  if (order % 3 == 0)
    return map;
  akt_map_init(&map.numbers, render->arena);
  number_parts(&map, render->original);
  add_arcs(&map, render->original);
  map.rank = akt_arena_zalloc(render->arena, (map.count + 1) * sizeof *map.rank);
  akt_order_parts(render->arena, map.count, &map.arcs, order - order / 3 - 1, map.rank);
  return map;
}

/// The same graph with nodes and edges in another order: the layout of `dot`
/// starts from that order, so each one is another try at fewer crossings.
static Agraph_t *copy_shuffled(akt_render *render, uint32_t order) {
  Agraph_t *from = render->original;
  Agraph_t *to = akt_ids_open_like(render->arena, from);
  node_list nodes = {0};
  edge_list edges = {0};
  for (Agnode_t *node = agfstnode(from); node; node = agnxtnode(from, node)) {
    akt_vec_push(render->arena, &nodes, node);
    for (Agedge_t *edge = agfstout(from, node); edge; edge = agnxtout(from, edge))
      akt_vec_push(render->arena, &edges, edge);
  }
  part_map map = make_parts(render, order);
  uint64_t state = order;
  if (order) {
    SHUFFLE(&nodes, &state, Agnode_t *)
    SHUFFLE(&edges, &state, Agedge_t *)
  }
  copy_declarations(from, to);
  copy_attributes(from, to);
  for (uint32_t i = 0; i < nodes.count; i++)
    copy_attributes(nodes.items[i], agnode(to, agnameof(nodes.items[i]), 1));
  for (uint32_t i = 0; i < edges.count; i++)
    copy_edge(&map, from, edges.items[i], to);
  return to;
}

static void set_attribute(Agraph_t *graph, const char *name, const char *value) {
  char copies[2][64];
  strncpy(copies[0], name, sizeof copies[0] - 1);
  strncpy(copies[1], value, sizeof copies[1] - 1);
  copies[0][sizeof copies[0] - 1] = copies[1][sizeof copies[1] - 1] = '\0';
  agattr(graph, AGRAPH, copies[0], copies[1]);
  agset(graph, copies[0], copies[1]);
}

static akt_box box_of(Agnode_t *node) {
  pointf at = ND_coord(node);
  double w = ND_width(node) * 36, h = ND_height(node) * 36;
  return (akt_box){{at.x - w, at.y - h}, {at.x + w, at.y + h}, NULL, 0};
}

static void widen(boxf *box, const akt_box *by) {
  box->LL.x = by->low.x < box->LL.x ? by->low.x : box->LL.x;
  box->LL.y = by->low.y < box->LL.y ? by->low.y : box->LL.y;
  box->UR.x = by->high.x > box->UR.x ? by->high.x : box->UR.x;
  box->UR.y = by->high.y > box->UR.y ? by->high.y : box->UR.y;
}

/// The frame around the nodes of a part. False when it would hold or cut another
/// node: it would then say that this one belongs to it.
static bool find_frame(Agraph_t *graph, Agraph_t *part, boxf *frame) {
  Agnode_t *first = agfstnode(part);
  if (!first)
    return false;
  akt_box start = box_of(first);
  *frame = (boxf){{start.low.x, start.low.y}, {start.high.x, start.high.y}};
  for (Agnode_t *node = first; node; node = agnxtnode(part, node)) {
    akt_box box = box_of(node);
    widen(frame, &box);
  }
  frame->LL.x -= FRAME_MARGIN;
  frame->LL.y -= FRAME_MARGIN;
  frame->UR.x += FRAME_MARGIN;
  frame->UR.y += FRAME_MARGIN;
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
    akt_box box = box_of(node);
    if (!agsubnode(part, node, 0) && box.low.x < frame->UR.x && box.high.x > frame->LL.x &&
        box.low.y < frame->UR.y && box.high.y > frame->LL.y)
      return false;
  }
  return true;
}

/// Engines other than dot know no clusters. Where one came out clean by itself,
/// it is framed afterwards.
static void frame_clusters(akt_render *render) {
  Agraph_t *graph = render->graph;
  copy_clusters(render->original, graph);
  int count = 0;
  for (Agraph_t *part = agfstsubg(graph); part; part = agnxtsubg(part))
    count++;
  Agraph_t **framed = akt_arena_zalloc(render->arena, (size_t)(count + 1) * sizeof(Agraph_t *));
  int kept = 0;
  char record[] = "Agraphinfo_t";
  for (Agraph_t *part = agfstsubg(graph); part; part = agnxtsubg(part)) {
    boxf frame;
    if (!find_frame(graph, part, &frame))
      continue;
    agbindrec(part, record, sizeof(Agraphinfo_t), 1);
    GD_bb(part) = frame;
    framed[++kept] = part; // counted from 1 in the library
    widen(&GD_bb(graph),
          &(akt_box){{frame.LL.x, frame.LL.y}, {frame.UR.x, frame.UR.y}, NULL, 0});
  }
  GD_n_cluster(graph) = kept;
  GD_clust(graph) = framed;
}

/// The samples of the legend count from the lower left corner of the head, which
/// only the layout has placed.
static void place_legend(Agraph_t *graph) {
  const xdot *drawing = GD_drawing(graph)->xdots;
  const textlabel_t *head = GD_label(graph);
  if (!drawing || !head)
    return;
  double x = head->pos.x - head->dimen.x / 2, y = head->pos.y - head->dimen.y / 2;
  for (int i = 0; i < drawing->cnt; i++) {
    // Each operation is the first field of a larger one, of `sz` bytes.
    xdot_op *one = (xdot_op *)((char *)drawing->ops + (ptrdiff_t)i * drawing->sz);
    bool has_points = one->kind >= xd_filled_polygon && one->kind <= xd_polyline;
    for (int j = 0; has_points && j < one->u.polygon.cnt; j++) {
      one->u.polygon.pts[j].x += x;
      one->u.polygon.pts[j].y += y;
    }
    if (one->kind == xd_filled_ellipse) {
      one->u.ellipse.x += x;
      one->u.ellipse.y += y;
    }
  }
}

bool akt_render_layout(akt_render *render, const akt_trial *trial) {
  const char *engine = trial->engine ? trial->engine : render->wish.engine;
  char background[] = "_background", empty[] = "";
  bool is_dot = strcmp(engine, "dot") == 0;
  if (trial->order || !is_dot)
    render->graph = copy_shuffled(render, trial->order);
  Agraph_t *graph = render->graph;
  if (trial->order && is_dot)
    copy_clusters(render->original, graph);
  if (trial->direction)
    set_attribute(graph, "rankdir", trial->direction);
  if (trial->is_rough)
    set_attribute(graph, "splines", "line");
  set_attribute(graph, "layout", engine); // it wins over what gvLayout is told
  if (trial->order && !is_dot)
    set_attribute(graph, "start", akt_arena_printf(render->arena, "%u", trial->order));
  const char *legend = read_attribute(graph, "aktant_legend");
  if (legend)
    agsafeset(graph, background, akt_arena_string(render->arena, legend), empty);
  if (gvLayout(render->context, graph, engine) != 0)
    return false;
  if (!is_dot && !trial->is_rough)
    frame_clusters(render);
  place_legend(graph);
  return true;
}

/// The library's points are ours, so that what moves these moves those.
_Static_assert(sizeof(pointf) == sizeof(akt_point), "points of the layout library");

/// A line of one curve. Its `count` is 0 when it has none, or several.
static akt_curve read_curve(Agedge_t *edge) {
  akt_curve curve = {.is_fixed = has_class(edge, "affiliation")};
  const splines *lines = ED_spl(edge);
  if (!lines || lines->size != 1)
    return curve;
  bezier *only = &lines->list[0];
  curve.points = (akt_point *)only->list;
  curve.count = (uint32_t)only->size;
  curve.tips[0] = only->sflag ? (akt_point *)&only->sp : NULL;
  curve.tips[1] = only->eflag ? (akt_point *)&only->ep : NULL;
  return curve;
}

/// The corners of a node that is no upright rectangle.
static void read_outline(akt_arena *arena, Agnode_t *node, akt_box *box) {
  const polygon_t *shape = ND_shape_info(node);
  if (!ND_shape(node)->polygon || !shape || shape->sides < 5 || !shape->vertices)
    return;
  akt_point *corners = akt_arena_alloc(arena, (size_t)shape->sides * sizeof *corners);
  for (int i = 0; i < shape->sides; i++) {
    corners[i] = (akt_point){ND_coord(node).x + shape->vertices[i].x,
                             ND_coord(node).y + shape->vertices[i].y};
  }
  box->outline = corners;
  box->corners = (uint32_t)shape->sides;
}

bool akt_render_has_errors(void) {
  return agerrors() > 0;
}

static akt_curve_list read_curves(const akt_render *render, const akt_map *numbers) {
  Agraph_t *graph = render->graph;
  akt_curve_list curves = {0};
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
    for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge)) {
      akt_curve curve = read_curve(edge);
      curve.boxes[0] = akt_map_get(numbers, akt_span_of(agnameof(agtail(edge))));
      curve.boxes[1] = akt_map_get(numbers, akt_span_of(agnameof(aghead(edge))));
      akt_vec_push(render->arena, &curves, curve);
    }
  }
  return curves;
}

/// Boxes and page; `numbers` gets the box of each node.
static void read_boxes(const akt_render *render, akt_geometry *geometry, akt_map *numbers) {
  Agraph_t *graph = render->graph;
  akt_map_init(numbers, render->arena);
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
    akt_box box = box_of(node);
    akt_map_add(numbers, akt_span_of(agnameof(node)), geometry->boxes.count);
    read_outline(render->arena, node, &box);
    akt_vec_push(render->arena, &geometry->boxes, box);
  }
  boxf page = GD_bb(graph);
  geometry->page = (akt_box){{page.LL.x, page.LL.y}, {page.UR.x, page.UR.y}, NULL, 0};
}

void akt_render_geometry(const akt_render *render, akt_geometry *geometry) {
  akt_map numbers;
  read_boxes(render, geometry, &numbers);
  akt_curve_list curves = read_curves(render, &numbers);
  for (uint32_t i = 0; i < curves.count; i++) {
    akt_path path = akt_measure_path(render->arena, &curves.items[i]);
    akt_vec_push(render->arena, &geometry->paths, path);
  }
}

void akt_render_spread(akt_render *render) {
  akt_map numbers;
  akt_geometry geometry = {0};
  read_boxes(render, &geometry, &numbers);
  akt_curve_list curves = read_curves(render, &numbers);
  bool *is_wanted = akt_arena_zalloc(render->arena, geometry.boxes.count + 1);
  for (Agnode_t *node = agfstnode(render->graph); node; node = agnxtnode(render->graph, node))
    is_wanted[akt_map_get(&numbers, akt_span_of(agnameof(node)))] = !is_pill(node);
  akt_spread_ends(render->arena, &geometry, is_wanted, &curves);
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
