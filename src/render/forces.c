#include "render/forces.h"

#include "render/block.h"
#include "render/copy.h"
#include "render/geometry.h"
#include "render/scene.h"

#include "base/map.h"

#include <graphviz/gvc.h>

#include <math.h>

#define BLOCK_MARGIN 12.0 // a little more than a frame's
#define HEAD_GAP     20.0
#define LINE_GAP     30.0 // between a box and a pill
#define CLEARING     14.0

typedef struct member_list {
  AKT_VEC(akt_member *) of;
} member_list;

typedef struct forces {
  akt_arena *arena;
  Agraph_t *graph;
  akt_map numbers; // name of a node to its index below
  AKT_VEC(Agnode_t *) nodes;
  akt_member *members; // one a node
  member_list *parts;  // one a part of the scene
  akt_scene scene;     // its boxes are the nodes
} forces;

static void set(void *item, const char *name, const char *value) {
  char names[24], values[64], empty[] = "";
  snprintf(names, sizeof names, "%s", name);
  snprintf(values, sizeof values, "%s", value);
  agsafeset(item, names, values, empty);
}

static void set_position(const forces *to, Agnode_t *node, akt_point at) {
  // Whole points: a decimal point would depend on the locale.
  set(node, "pos", akt_arena_printf(to->arena, "%ld,%ld", lround(at.x), lround(at.y)));
}

/// Runs the engine that takes positions as they are, without leading lines.
static bool run_without_lines(akt_arena *arena, GVC_t *context, Agraph_t *graph) {
  char name[] = "splines";
  const char *lines = akt_arena_string(arena, agget(graph, name));
  set(graph, name, "none");
  bool is_done = gvLayout(context, graph, "nop") == 0;
  set(graph, name, lines);
  return is_done;
}

/// The library measures boxes only while it lays out: all of them on one spot.
static bool measure(forces *to, GVC_t *context) {
  for (uint32_t i = 0; i < to->nodes.count; i++)
    set_position(to, to->nodes.items[i], (akt_point){0, 0});
  set(to->graph, "layout", "nop");
  set(to->graph, "overlap", "true");
  bool is_done = run_without_lines(to->arena, context, to->graph);
  for (uint32_t i = 0; is_done && i < to->nodes.count; i++) {
    akt_box box = akt_geometry_box(to->nodes.items[i]);
    to->members[i].width = box.high.x - box.low.x;
    to->members[i].height = box.high.y - box.low.y;
  }
  return is_done;
}

static uint32_t number_of(const forces *to, Agnode_t *node) {
  return akt_map_get(&to->numbers, akt_span_of(agnameof(node)));
}

static void list_nodes(forces *to) {
  akt_map_init(&to->numbers, to->arena);
  for (Agnode_t *node = agfstnode(to->graph); node; node = agnxtnode(to->graph, node)) {
    akt_map_add(&to->numbers, akt_span_of(agnameof(node)), to->nodes.count);
    akt_vec_push(to->arena, &to->nodes, node);
    akt_vec_push(to->arena, &to->scene.boxes, (akt_scene_box){.part = AKT_NONE});
  }
  size_t count = to->nodes.count + 1;
  to->members = akt_arena_zalloc(to->arena, count * sizeof *to->members);
  to->parts = akt_arena_zalloc(to->arena, count * sizeof *to->parts);
}

/// Who belongs to nobody is the home of its block. Lines of the copy may be turned.
static void find_homes(forces *to, Agraph_t *original) {
  char name[] = "aktant_member";
  for (uint32_t i = 0; i < to->nodes.count; i++)
    to->members[i].is_home = true;
  for (Agnode_t *node = agfstnode(original); node; node = agnxtnode(original, node)) {
    for (Agedge_t *edge = agfstout(original, node); edge; edge = agnxtout(original, edge)) {
      if (!akt_copy_has_class(edge, "affiliation"))
        continue;
      const char *end = agget(edge, name);
      bool is_tail = end && strcmp(end, "tail") == 0;
      to->members[number_of(to, is_tail ? agtail(edge) : aghead(edge))].is_home = false;
    }
  }
}

static void add_to_part(forces *to, uint32_t node, uint32_t part) {
  akt_vec_push(to->arena, &to->parts[part].of, &to->members[node]);
  to->scene.boxes.items[node].part = part;
}

static void close_part(forces *to, uint32_t part) {
  member_list *list = &to->parts[part];
  akt_point size = {list->of.items[0]->width, list->of.items[0]->height};
  if (list->of.count > 1) {
    size = akt_block_arrange(list->of.items, list->of.count);
    size.x += 2 * BLOCK_MARGIN;
    size.y += 2 * BLOCK_MARGIN;
  }
  akt_scene_part made = {.half_width = size.x / 2, .half_height = size.y / 2};
  akt_vec_push(to->arena, &to->scene.parts, made);
}

static void make_parts(forces *to, Agraph_t *original) {
  for (Agraph_t *cluster = agfstsubg(original); cluster; cluster = agnxtsubg(cluster)) {
    uint32_t part = to->scene.parts.count;
    for (Agnode_t *node = agfstnode(cluster); node; node = agnxtnode(cluster, node)) {
      if (!akt_copy_is_pill(node))
        add_to_part(to, number_of(to, node), part);
    }
    if (to->parts[part].of.count)
      close_part(to, part);
  }
  for (uint32_t i = 0; i < to->nodes.count; i++) {
    if (to->scene.boxes.items[i].part != AKT_NONE)
      continue;
    add_to_part(to, i, to->scene.parts.count);
    close_part(to, to->scene.parts.count);
  }
}

static void make_lines(forces *to) {
  for (uint32_t i = 0; i < to->nodes.count; i++) {
    for (Agedge_t *edge = agfstout(to->graph, to->nodes.items[i]); edge;
         edge = agnxtout(to->graph, edge)) {
      akt_scene_line line = {{i, number_of(to, aghead(edge))},
                             akt_copy_has_class(edge, "affiliation")};
      if (line.ends[0] != line.ends[1])
        akt_vec_push(to->arena, &to->scene.lines, line);
    }
  }
}

/// Where what each box is joined to lies, on average, seen from its part.
static void find_pulls(forces *to) {
  const akt_scene *scene = &to->scene;
  uint32_t *counts = akt_arena_zalloc(to->arena, (to->nodes.count + 1) * sizeof *counts);
  for (uint32_t i = 0; i < to->nodes.count; i++)
    to->members[i].pull = (akt_point){0, 0};
  for (uint32_t i = 0; i < scene->lines.count; i++) {
    const uint32_t *ends = scene->lines.items[i].ends;
    for (int side = 0; side < 2 && !scene->lines.items[i].is_thin; side++) {
      akt_point own = scene->parts.items[scene->boxes.items[ends[side]].part].at;
      akt_point other = akt_scene_place(scene, ends[1 - side]);
      akt_point *pull = &to->members[ends[side]].pull;
      uint32_t count = ++counts[ends[side]];
      pull->x += (other.x - own.x - pull->x) / count;
      pull->y += (other.y - own.y - pull->y) / count;
    }
  }
}

/// Arranges each block for what its members are joined to now.
static void arrange_blocks(forces *to) {
  find_pulls(to);
  for (uint32_t i = 0; i < to->scene.parts.count; i++) {
    if (to->parts[i].of.count > 1)
      akt_block_arrange(to->parts[i].of.items, to->parts[i].of.count);
  }
  for (uint32_t i = 0; i < to->nodes.count; i++) {
    akt_scene_box *box = &to->scene.boxes.items[i];
    box->offset = to->members[i].at;
    box->half_width = to->members[i].width / 2;
    box->half_height = to->members[i].height / 2;
  }
}

static void place(forces *to, uint32_t start) {
  akt_scene_relax(to->arena, &to->scene, start);
  arrange_blocks(to);
  akt_scene_improve(to->arena, &to->scene, start);
  akt_scene_pack(to->arena, &to->scene);
}

/// Without running the library again: boxes, page, and room for the head.
static void set_coordinates(forces *to) {
  boxf page = {{INFINITY, INFINITY}, {-INFINITY, -INFINITY}};
  for (uint32_t i = 0; i < to->nodes.count; i++) {
    const akt_scene_box *box = &to->scene.boxes.items[i];
    akt_point at = akt_scene_place(&to->scene, i);
    ND_coord(to->nodes.items[i]) = (pointf){at.x, at.y};
    page.LL.x = fmin(page.LL.x, at.x - box->half_width);
    page.LL.y = fmin(page.LL.y, at.y - box->half_height);
    page.UR.x = fmax(page.UR.x, at.x + box->half_width);
    page.UR.y = fmax(page.UR.y, at.y + box->half_height);
  }
  if (GD_label(to->graph)) {
    page.UR.y += GD_label(to->graph)->dimen.y + HEAD_GAP;
    page.UR.x = fmax(page.UR.x, page.LL.x + GD_label(to->graph)->dimen.x);
  }
  GD_bb(to->graph) = page;
}

bool akt_forces_layout(akt_arena *arena, GVC_t *context, Agraph_t *original, Agraph_t *graph,
                       uint32_t start, bool is_rough) {
  forces to = {.arena = arena,
               .graph = graph,
               .scene = {.gap = LINE_GAP, .clearing = CLEARING, .margin = BLOCK_MARGIN - 1}};
  list_nodes(&to);
  if (!measure(&to, context))
    return false;
  find_homes(&to, original);
  make_parts(&to, original);
  make_lines(&to);
  place(&to, start);
  if (is_rough) {
    set_coordinates(&to);
    return true;
  }
  gvFreeLayout(context, graph);
  for (uint32_t i = 0; i < to.nodes.count; i++)
    set_position(&to, to.nodes.items[i], akt_scene_place(&to.scene, i));
  return gvLayout(context, graph, "nop") == 0;
}

bool akt_forces_part(akt_arena *arena, GVC_t *context, Agraph_t *graph) {
  forces to = {.arena = arena, .graph = graph};
  set(graph, "notranslate", "true"); // the whole page stays where it was
  if (!run_without_lines(arena, context, graph))
    return false;
  list_nodes(&to);
  for (uint32_t i = 0; i < to.nodes.count; i++) {
    pointf at = ND_coord(to.nodes.items[i]);
    to.scene.boxes.items[i].offset = (akt_point){at.x, at.y};
  }
  gvFreeLayout(context, graph);
  for (uint32_t i = 0; i < to.nodes.count; i++)
    set_position(&to, to.nodes.items[i], to.scene.boxes.items[i].offset);
  set(graph, "overlap", "true");
  return true;
}
