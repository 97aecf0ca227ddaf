// The styled DOT: nodes, pills, lines and clusters of a plan, each with what the
// layout program and the SVG need (engine, ids, classes, tooltips).
#include "draw/changes.h"
#include "draw/label.h"
#include "draw/legend.h"
#include "draw/like.h"
#include "draw/text.h"

#include "dot/dot.h"

#define FONT "Arial" // Liberation Sans has its metrics: text fits wherever it is shown

#define DOT_ENTITIES    40 // more are too wide and too tall in ranks
#define ROUTED_ENTITIES 300

typedef struct drawing {
  akt_plan *plan;
  const akt_theme *theme;
  akt_dot *dot;
  akt_dot_item **items;    // one a node of the graph
  akt_dot_item **clusters; // one a node of the graph: the cluster it is home of
  const char *engine;
} drawing;

static const char *const engine_names[] = {"dot", "sfdp", "neato", "fdp", NULL};
static const char *const direction_names[] = {"TB", "LR", NULL};
static const char *const tone_classes[] = {"neutral", "cooperative", "hostile"};

const char *const *akt_draw_themes(void) {
  return akt_theme_names();
}

const char *const *akt_draw_engines(void) {
  return engine_names;
}

static bool is_one_of(const char *const *names, const char *word) {
  for (; *names; names++) {
    if (strcmp(*names, word) == 0)
      return true;
  }
  return false;
}

static const char *colour(const drawing *to, akt_colour value) {
  return akt_colour_text(to->plan->arena, value);
}

static bool has_pills(const akt_plan *plan) {
  return plan->scale <= AKT_SCALE_SHORT;
}

/// What the layout program tries, to keep the best by measure: directions of dot,
/// and placing by forces with a country and its people as one block, which serves
/// middle-sized and large graphs better.
static const char *tries(const drawing *to) {
  const akt_draw_options *options = to->plan->options;
  // What is forced to be drawn is too much for blocks.
  bool is_huge = to->plan->shown > ROUTED_ENTITIES;
  if (strcmp(to->engine, "dot") != 0)
    return options->engine || is_huge ? to->engine : "blocks";
  if (options->direction)
    return options->direction;
  bool is_open = !options->engine && to->plan->scale == AKT_SCALE_SHORT;
  return is_open ? "TB LR blocks" : "TB LR";
}

static void set_graph(drawing *to) {
  akt_plan *plan = to->plan;
  akt_dot_item *root = akt_dot_root(to->dot);
  const akt_draw_options *options = plan->options;
  akt_dot_set(root, "layout", to->engine);
  akt_dot_set(root, "fontname", FONT);
  akt_dot_set(root, "bgcolor", colour(to, to->theme->paper));
  akt_dot_set(root, "pad", "0.35");
  akt_dot_set(root, "outputorder", "edgesfirst");
  akt_dot_set(root, "labelloc", "t");
  akt_dot_set(root, "labeljust", "l");
  akt_dot_set(root, "tooltip", akt_label_title(plan));
  akt_dot_set(root, "class", akt_arena_printf(plan->arena, "aktant theme-%s", to->theme->name));
  akt_legend legend = akt_legend_make(plan, to->theme);
  akt_dot_set_as(root, "label", AKT_DOT_MARKUP, akt_label_header(plan, to->theme, legend.rows));
  akt_dot_set(root, "aktant_legend", legend.samples);
  // Leading lines around boxes takes minutes when there are very many.
  akt_dot_set(root, "splines", plan->shown <= ROUTED_ENTITIES ? "true" : "line");
  akt_dot_set(root, "rankdir", options->direction ? options->direction : "TB");
  akt_dot_set(root, "newrank", "true");
  akt_dot_set(root, "nodesep", "0.25");
  akt_dot_set(root, "ranksep", "0.32");
  akt_dot_set(root, "remincross", "true");
  akt_dot_set(root, "mclimit", "4");
  akt_dot_set(root, "overlap", "prism");
  akt_dot_set(root, "sep", has_pills(plan) ? "+4" : "+6");
  akt_dot_set(root, "aktant_try", tries(to));
}

static void set_defaults(drawing *to) {
  static const struct {
    akt_dot_what what;
    const char *name, *value;
  } rows[] = {
      {AKT_DOT_NODE, "fontname", FONT},  {AKT_DOT_NODE, "fontsize", "12"},
      {AKT_DOT_NODE, "penwidth", "1.2"}, {AKT_DOT_NODE, "height", "0.3"},
      {AKT_DOT_NODE, "width", "0.3"},    {AKT_DOT_EDGE, "fontname", FONT},
      {AKT_DOT_EDGE, "penwidth", "1.4"}, {AKT_DOT_EDGE, "arrowsize", "0.75"},
      {AKT_DOT_GRAPH, "fontname", FONT},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
    akt_dot_default(to->dot, rows[i].what, rows[i].name, rows[i].value);
}

static uint32_t root_of(uint32_t value) {
  uint32_t root = 0;
  while ((root + 1) * (root + 1) <= value && root < 60000)
    root++;
  return root;
}

static uint32_t points_of(const drawing *to, const akt_node_look *look, uint32_t node) {
  if (has_pills(to->plan))
    return look->is_prominent ? 15 : look->is_unnamed ? 11 : 12;
  const akt_plan_node *known = &to->plan->nodes[node];
  uint32_t points = 8 + root_of(known->acts + known->receives) * 3 / 2;
  return points < 18 ? points : 18;
}

static akt_dot_item *cluster_of(drawing *to, uint32_t home) {
  if (to->clusters[home])
    return to->clusters[home];
  akt_plan *plan = to->plan;
  const char *id = akt_text_id(plan->arena, plan->graph->nodes.items[home].id);
  akt_dot_item *cluster = akt_dot_add_cluster(to->dot, NULL, id);
  akt_dot_set(cluster, "id", akt_arena_printf(plan->arena, "c_%s", id));
  akt_dot_set(cluster, "class", "home");
  akt_dot_set(cluster, "label", "");
  akt_dot_set(cluster, "style", "rounded,filled");
  akt_dot_set(cluster, "fillcolor", colour(to, to->theme->cluster_fill));
  akt_dot_set(cluster, "color", colour(to, to->theme->cluster_line));
  akt_dot_set(cluster, "margin", "10");
  akt_dot_set(cluster, "tooltip", plan->graph->nodes.items[home].label);
  return to->clusters[home] = cluster;
}

static akt_change node_change(const drawing *to, uint32_t index) {
  return to->plan->changes ? to->plan->changes->nodes[index] : AKT_SAME;
}

/// In a drawing of changes, colour says what changed and no longer the tone.
static akt_tone_look look_of(const drawing *to, const akt_group *group) {
  akt_tone_look look = to->theme->tones[group->tone];
  if (!to->plan->changes)
    return look;
  bool is_added = group->change == AKT_ADDED, is_removed = group->change == AKT_REMOVED;
  look.line = is_added ? to->theme->added : is_removed ? to->theme->removed : to->theme->thin;
  look.text = is_added ? to->theme->added : to->theme->muted;
  return look;
}

static const char *change_class(akt_change change) {
  return change == AKT_ADDED ? " added" : change == AKT_REMOVED ? " removed" : "";
}

/// Events and agreements are often named in small letters ("ceasefire"); who is, is
/// one of many: "police", "soldiers".
static bool is_unnamed(const akt_node *node) {
  return !node->is_listed && *node->label >= 'a' && *node->label <= 'z' &&
         strcmp(node->kind, "event") != 0 && strcmp(node->kind, "agreement") != 0;
}

static void add_node(drawing *to, uint32_t index) {
  akt_plan *plan = to->plan;
  const akt_node *node = &plan->graph->nodes.items[index];
  const akt_plan_node *known = &plan->nodes[index];
  akt_node_look look = akt_palette_kind(plan->graph, to->theme, node->kind);
  if (is_unnamed(node))
    look = akt_palette_unnamed(look, to->theme);
  akt_change change = node_change(to, index);
  akt_dot_item *cluster = known->home != AKT_NONE ? cluster_of(to, known->home) : NULL;
  akt_dot_item *item = akt_dot_add_node(to->dot, cluster, node->id);
  to->items[index] = item;
  akt_dot_set(item, "id", akt_text_id(plan->arena, node->id));
  akt_dot_set(item, "class",
              akt_arena_printf(plan->arena, "entity kind-%s%s",
                               akt_text_id(plan->arena, node->kind), change_class(change)));
  akt_dot_set(item, "shape", look.shape);
  akt_dot_set(item, "style",
              change == AKT_REMOVED ? akt_arena_printf(plan->arena, "%s,dashed", look.style)
                                    : look.style);
  akt_dot_set(item, "margin", look.is_prominent && has_pills(plan) ? "0.18,0.08" : look.margin);
  akt_dot_set(item, "fillcolor", colour(to, look.fill));
  akt_dot_set(item, "color", colour(to, look.line));
  if (look.is_unnamed)
    akt_dot_set(item, "penwidth", "0.9");
  if (look.is_prominent && strcmp(to->theme->name, "print") == 0)
    akt_dot_set(item, "penwidth", "2.2");
  if (change != AKT_SAME) {
    akt_dot_set(item, "color",
                colour(to, change == AKT_ADDED ? to->theme->added : to->theme->removed));
    akt_dot_set(item, "penwidth", "2.2");
  }
  akt_dot_set_as(item, "label", AKT_DOT_MARKUP,
                 akt_label_node(plan, &look, index, points_of(to, &look, index)));
  akt_dot_set(item, "tooltip", akt_label_node_tip(plan, index));
}

/// The line between somebody and whom he belongs to. Who mostly acts stands
/// below, next to what he does; who is mostly spoken to stands above.
static void add_affiliation(drawing *to, uint32_t index) {
  const akt_plan_node *known = &to->plan->nodes[index];
  if (!known->is_shown || known->above == AKT_NONE)
    return;
  bool is_above = known->receives > known->acts;
  akt_dot_item *member = to->items[index], *owner = to->items[known->above];
  akt_dot_item *line =
      akt_dot_add_edge(to->dot, is_above ? member : owner, is_above ? owner : member, NULL);
  akt_dot_set(line, "class", "affiliation");
  akt_dot_set(line, "dir", "none");
  akt_dot_set(line, "color", colour(to, to->theme->thin));
  akt_dot_set(line, "penwidth", "1");
  akt_dot_set(line, "weight", "20");
  akt_dot_set(line, "aktant_member", is_above ? "tail" : "head");
  akt_dot_set(line, "tooltip", "belongs to");
}

static const char *line_style(const akt_group *group) {
  if (group->change != AKT_SAME)
    return group->change == AKT_REMOVED ? "dashed" : "solid";
  return group->modality != AKT_ASSERTED  ? "dotted"
         : group->polarity == AKT_NEGATED ? "dashed"
                                          : "solid";
}

static const char *group_class(const drawing *to, const akt_group *group) {
  return akt_arena_printf(to->plan->arena, "statement %s %s %s%s", tone_classes[group->tone],
                          akt_polarity_name(group->polarity),
                          akt_modality_name(group->modality), change_class(group->change));
}

static void style_line(const drawing *to, akt_dot_item *line, const akt_group *group,
                       const char *id, const char *tip) {
  uint32_t extra = group->count > 4 ? 4 : group->count - 1;
  akt_tone_look look = look_of(to, group);
  akt_dot_set(line, "id", id);
  akt_dot_set(line, "class", group_class(to, group));
  akt_dot_set(line, "color", colour(to, look.line));
  akt_dot_set(line, "style", line_style(group));
  akt_dot_setf(line, "penwidth", "%u.%02u", (140 + 35 * extra) / 100, (140 + 35 * extra) % 100);
  akt_dot_set(line, "arrowhead", look.arrow);
  akt_dot_set(line, "tooltip", tip);
}

/// The cluster that all ends of a group stand in, or NULL.
static akt_dot_item *common_cluster(const drawing *to, const akt_group *group) {
  akt_dot_item *cluster = to->items[group->sources.items[0]]->cluster;
  for (uint32_t i = 0; i < group->sources.count; i++) {
    if (to->items[group->sources.items[i]]->cluster != cluster)
      return NULL;
  }
  for (uint32_t i = 0; i < group->targets.count; i++) {
    if (to->items[group->targets.items[i]]->cluster != cluster)
      return NULL;
  }
  return cluster;
}

static akt_dot_item *add_pill(drawing *to, const akt_group *group, const char *tip) {
  static const uint32_t max_rows[] = {4, 2, 0, 0}; // by scale
  akt_tone_look look = look_of(to, group);
  akt_dot_item *pill = akt_dot_add_node(to->dot, common_cluster(to, group), group->name);
  const char *line = line_style(group);
  akt_dot_set(pill, "id", group->name);
  akt_dot_set(pill, "class", group_class(to, group));
  akt_dot_set(pill, "shape", "box");
  akt_dot_set(pill, "style",
              strcmp(line, "solid") == 0
                  ? "rounded,filled"
                  : akt_arena_printf(to->plan->arena, "rounded,filled,%s", line));
  akt_dot_set(pill, "fillcolor", colour(to, to->theme->pill));
  akt_dot_set(pill, "color", colour(to, look.line));
  akt_dot_set(pill, "fontcolor", colour(to, look.text));
  akt_dot_set(pill, "fontsize", "10");
  akt_dot_set(pill, "penwidth", "0.8");
  akt_dot_set(pill, "margin", "0.07,0.03");
  akt_dot_set(pill, "height", "0.22");
  akt_dot_set_as(pill, "label", AKT_DOT_MARKUP,
                 akt_label_group(to->plan, to->theme, group, max_rows[to->plan->scale]));
  akt_dot_set(pill, "tooltip", tip);
  return pill;
}

/// Source - pill - target; the arrow stands at the target, for mutual statements
/// at both ends.
static void add_group_with_pill(drawing *to, const akt_group *group) {
  akt_arena *arena = to->plan->arena;
  const char *tip = akt_label_group_tip(to->plan, group);
  akt_dot_item *pill = add_pill(to, group, tip);
  for (uint32_t i = 0; i < group->sources.count; i++) {
    const char *id = akt_arena_printf(arena, "%s_a%u", group->name, i);
    akt_dot_item *line =
        akt_dot_add_edge(to->dot, to->items[group->sources.items[i]], pill, id);
    style_line(to, line, group, id, tip);
    akt_dot_set(line, "dir", group->is_mutual ? "back" : "none");
    if (group->is_mutual)
      akt_dot_set(line, "arrowtail", to->theme->tones[group->tone].arrow);
  }
  for (uint32_t i = 0; i < group->targets.count; i++) {
    const char *id = akt_arena_printf(arena, "%s_b%u", group->name, i);
    akt_dot_item *line =
        akt_dot_add_edge(to->dot, pill, to->items[group->targets.items[i]], id);
    style_line(to, line, group, id, tip);
  }
}

static void add_group_as_line(drawing *to, const akt_group *group) {
  akt_dot_item *line = akt_dot_add_edge(to->dot, to->items[group->sources.items[0]],
                                        to->items[group->targets.items[0]], group->name);
  style_line(to, line, group, group->name, akt_label_group_tip(to->plan, group));
  if (group->is_mutual) {
    akt_dot_set(line, "dir", "both");
    akt_dot_set(line, "arrowtail", to->theme->tones[group->tone].arrow);
  }
  akt_dot_set(line, "arrowsize", "0.6");
}

static void add_everything(drawing *to) {
  akt_plan *plan = to->plan;
  uint32_t count = plan->graph->nodes.count;
  to->items = akt_arena_zalloc(plan->arena, (count + 1) * sizeof(akt_dot_item *));
  to->clusters = akt_arena_zalloc(plan->arena, (count + 1) * sizeof(akt_dot_item *));
  set_graph(to);
  set_defaults(to);
  for (uint32_t i = 0; i < count; i++) {
    if (plan->nodes[i].is_shown)
      add_node(to, i);
  }
  for (uint32_t i = 0; i < count; i++)
    add_affiliation(to, i);
  for (uint32_t i = 0; i < plan->groups.count; i++) {
    if (has_pills(plan))
      add_group_with_pill(to, &plan->groups.items[i]);
    else
      add_group_as_line(to, &plan->groups.items[i]);
  }
}

static const char *check_words(const akt_draw_options *options, akt_arena *arena) {
  if (!akt_theme_find(options->theme))
    return akt_arena_printf(arena, "no theme `%s`: it is light, dark or print", options->theme);
  if (options->direction && !is_one_of(direction_names, options->direction))
    return akt_arena_printf(arena, "no direction `%s`: it is TB or LR", options->direction);
  if (options->engine && !is_one_of(engine_names, options->engine))
    return akt_arena_printf(arena, "no engine `%s`: it is dot, sfdp, neato or fdp",
                            options->engine);
  return NULL;
}

/// With the places of an older picture nothing is left to search for: the engine
/// only parts what would overlap, and leads the lines.
static bool keep_places(drawing *to) {
  akt_like like = akt_like_read(to->plan->arena, akt_span_of(to->plan->options->like));
  if (!akt_like_apply(&like, to->dot))
    return false;
  akt_dot_set(akt_dot_root(to->dot), "layout", "nop");
  akt_dot_set(akt_dot_root(to->dot), "aktant_try", "nop");
  akt_dot_set(akt_dot_root(to->dot), "overlap_scaling", "0");
  return true;
}

akt_draw_result akt_draw_write(const akt_graph *graph, const akt_draw_options *options,
                               akt_arena *arena, akt_sink *sink, const char **why) {
  *why = "";
  const char *wrong = check_words(options, arena);
  if (wrong) {
    *why = wrong;
    return AKT_DRAW_BAD_WORD;
  }
  akt_plan plan;
  akt_changes changes = {0};
  if (options->before) {
    changes = akt_changes_find(arena, options->before, graph);
    graph = changes.graph;
  }
  if (!akt_plan_make(&plan, graph, options->before ? &changes : NULL, options, arena)) {
    *why = akt_arena_printf(
        arena,
        "%u entities are too many for a picture (at most %u): look at a part with --focus, "
        "--rollup, --kinds or --min-count, write json or gexf, or say --force",
        plan.connected, (unsigned)AKT_DRAW_MAX_ENTITIES);
    return AKT_DRAW_TOO_BIG;
  }
  akt_group_make(&plan);
  drawing to = {.plan = &plan, .theme = akt_theme_find(options->theme)};
  bool is_for_dot = plan.shown <= DOT_ENTITIES || options->direction;
  to.engine = options->engine                  ? options->engine
              : has_pills(&plan) && is_for_dot ? "dot"
                                               : "sfdp";
  to.dot = akt_dot_new(arena, akt_label_title(&plan));
  add_everything(&to);
  if (options->like && !keep_places(&to)) {
    *why = "the older picture has no places for this one: it must be an SVG of ours, or a JSON "
           "graph of ours that was written in one run with its picture";
    return AKT_DRAW_BAD_WORD;
  }
  const char *failure = akt_dot_write(to.dot, sink);
  if (failure || sink->is_failed) {
    *why = failure ? failure : "the picture could not be written";
    return AKT_DRAW_FAILED;
  }
  return AKT_DRAWN;
}
