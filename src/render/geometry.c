#include "render/geometry.h"

#include "render/copy.h"
#include "render/spread.h"

#include "base/map.h"

#include <graphviz/gvc.h>

akt_box akt_geometry_box(Agnode_t *node) {
  pointf at = ND_coord(node);
  double w = ND_width(node) * 36, h = ND_height(node) * 36;
  return (akt_box){{at.x - w, at.y - h}, {at.x + w, at.y + h}, NULL, 0};
}

/// The library's points are ours, so that what moves these moves those.
_Static_assert(sizeof(pointf) == sizeof(akt_point), "points of the layout library");

/// A line of one curve. Its `count` is 0 when it has none, or several.
static akt_curve read_curve(Agedge_t *edge) {
  akt_curve curve = {.is_fixed = akt_copy_has_class(edge, "affiliation")};
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

static akt_curve_list read_curves(akt_arena *arena, Agraph_t *graph, const akt_map *numbers) {
  akt_curve_list curves = {0};
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
    for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge)) {
      akt_curve curve = read_curve(edge);
      curve.boxes[0] = akt_map_get(numbers, akt_span_of(agnameof(agtail(edge))));
      curve.boxes[1] = akt_map_get(numbers, akt_span_of(agnameof(aghead(edge))));
      akt_vec_push(arena, &curves, curve);
    }
  }
  return curves;
}

/// Boxes and page; `numbers` gets the box of each node.
static void read_boxes(akt_arena *arena, Agraph_t *graph, akt_geometry *geometry,
                       akt_map *numbers) {
  akt_map_init(numbers, arena);
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
    akt_box box = akt_geometry_box(node);
    akt_map_add(numbers, akt_span_of(agnameof(node)), geometry->boxes.count);
    read_outline(arena, node, &box);
    akt_vec_push(arena, &geometry->boxes, box);
  }
  for (int i = 1; i <= GD_n_cluster(graph); i++) {
    boxf frame = GD_bb(GD_clust(graph)[i]);
    akt_box box = {{frame.LL.x, frame.LL.y}, {frame.UR.x, frame.UR.y}, NULL, 0};
    akt_vec_push(arena, &geometry->frames, box);
  }
  boxf page = GD_bb(graph);
  geometry->page = (akt_box){{page.LL.x, page.LL.y}, {page.UR.x, page.UR.y}, NULL, 0};
}

/// Of a line that is not led yet: the part between its boxes, straight.
static akt_path straight_path(akt_arena *arena, const akt_geometry *geometry,
                              const akt_curve *curve) {
  enum { STEPS = 24 };
  akt_path path = {.tail = curve->boxes[0], .head = curve->boxes[1]};
  const akt_box *from = &geometry->boxes.items[path.tail];
  const akt_box *to = &geometry->boxes.items[path.head];
  akt_point a = {(from->low.x + from->high.x) / 2, (from->low.y + from->high.y) / 2};
  akt_point b = {(to->low.x + to->high.x) / 2, (to->low.y + to->high.y) / 2};
  for (int i = 0; i <= STEPS; i++) {
    double t = (double)i / STEPS;
    akt_point p = {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
    if (!akt_measure_is_inside(p, from, 0) && !akt_measure_is_inside(p, to, 0))
      akt_vec_push(arena, &path.points, p);
  }
  return path;
}

void akt_geometry_read(akt_arena *arena, Agraph_t *graph, akt_geometry *geometry) {
  akt_map numbers;
  read_boxes(arena, graph, geometry, &numbers);
  akt_curve_list curves = read_curves(arena, graph, &numbers);
  for (uint32_t i = 0; i < curves.count; i++) {
    akt_curve *curve = &curves.items[i];
    akt_path path =
        curve->count ? akt_measure_path(arena, curve) : straight_path(arena, geometry, curve);
    akt_vec_push(arena, &geometry->paths, path);
  }
}

void akt_geometry_spread(akt_arena *arena, Agraph_t *graph) {
  akt_map numbers;
  akt_geometry geometry = {0};
  read_boxes(arena, graph, &geometry, &numbers);
  akt_curve_list curves = read_curves(arena, graph, &numbers);
  bool *is_wanted = akt_arena_zalloc(arena, geometry.boxes.count + 1);
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
    is_wanted[akt_map_get(&numbers, akt_span_of(agnameof(node)))] = !akt_copy_is_pill(node);
  akt_spread_ends(arena, &geometry, is_wanted, &curves);
}
