#include "render/frame.h"

#include "render/copy.h"
#include "render/geometry.h"

#include <graphviz/gvc.h>
#include <graphviz/xdot.h>

#define FRAME_MARGIN 10

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
  akt_box start = akt_geometry_box(first);
  *frame = (boxf){{start.low.x, start.low.y}, {start.high.x, start.high.y}};
  for (Agnode_t *node = first; node; node = agnxtnode(part, node)) {
    akt_box box = akt_geometry_box(node);
    widen(frame, &box);
  }
  frame->LL.x -= FRAME_MARGIN;
  frame->LL.y -= FRAME_MARGIN;
  frame->UR.x += FRAME_MARGIN;
  frame->UR.y += FRAME_MARGIN;
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
    akt_box box = akt_geometry_box(node);
    if (!agsubnode(part, node, 0) && box.low.x < frame->UR.x && box.high.x > frame->LL.x &&
        box.low.y < frame->UR.y && box.high.y > frame->LL.y)
      return false;
  }
  return true;
}

void akt_frame_clusters(akt_arena *arena, Agraph_t *original, Agraph_t *graph) {
  akt_copy_clusters(original, graph);
  int count = 0;
  for (Agraph_t *part = agfstsubg(graph); part; part = agnxtsubg(part))
    count++;
  Agraph_t **framed = akt_arena_zalloc(arena, (size_t)(count + 1) * sizeof(Agraph_t *));
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

void akt_frame_place_legend(Agraph_t *graph) {
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
