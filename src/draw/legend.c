// All cells have fixed sizes, so that the place of each sample is known here:
//
//   table's lower left corner
//   |  foot  |  line 0 of the legend (the last one)  |  line 1  | ...   upwards
//
// A line is a table of its own: gap, sample, gap, name, gap, sample, ...
#include "draw/legend.h"

#include "draw/changes.h"
#include "draw/sample.h"
#include "draw/text.h"

#define LINE_POINTS  1000 // no line of the legend is wider
#define FEW_ENTITIES 12   // their drawing is no wider than
#define SHORT_LINE   620
#define LINE_HEIGHT  22
#define LINE_STEP    24 // with the padding of the head's table
#define FOOT_HEIGHT  12
#define GAP          2
#define NAME_POINTS  10
#define NAME_SPARE   10 // behind a name, and for types that run wider
#define KIND_WIDTH   22
#define STROKE_WIDTH 32

typedef struct item {
  akt_sample sample;
  const char *name;
  uint32_t width;      // of its sample
  uint32_t name_width; // with what is kept free behind it
  uint32_t line;       // from above
  uint32_t x;          // of its sample, from the left of the line
} item;

typedef struct legend {
  const akt_plan *plan;
  const akt_theme *theme;
  AKT_VEC(item) items;
  akt_buf rows;
  akt_buf cells; // of the line being filled
  uint32_t points;
  uint32_t lines;
} legend;

static void end_line(legend *to) {
  if (to->points == 0)
    return;
  akt_buf_printf(&to->rows,
                 "<TR><TD ALIGN=\"LEFT\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" "
                 "CELLPADDING=\"0\" CELLSPACING=\"%d\" FIXEDSIZE=\"TRUE\" ALIGN=\"LEFT\" "
                 "WIDTH=\"%u\" HEIGHT=\"%d\"><TR>%s</TR></TABLE></TD></TR>",
                 GAP, to->points + GAP, LINE_HEIGHT, akt_buf_text(&to->cells));
  akt_buf_init(&to->cells, to->cells.arena);
  to->points = 0;
  to->lines++;
}

static void add_cell(legend *to, uint32_t width, const char *text) {
  akt_buf_printf(&to->cells,
                 "<TD ALIGN=\"LEFT\" FIXEDSIZE=\"TRUE\" WIDTH=\"%u\" HEIGHT=\"%d\">%s</TD>",
                 width, LINE_HEIGHT - 2 * GAP, text);
  to->points += GAP + width;
}

static void add_item(legend *to, uint32_t width, akt_sample sample, const char *name) {
  item one = {.sample = sample, .name = name, .width = width};
  one.name_width = akt_text_points(akt_span_of(name), NAME_POINTS) + NAME_SPARE;
  akt_vec_push(to->plan->arena, &to->items, one);
}

static uint32_t width_of(const item *one) {
  return one->width + one->name_width + 2 * GAP;
}

/// Where a line ends, so that all lines become about equally long.
static uint32_t find_line_points(const legend *to) {
  uint32_t most = to->plan->shown <= FEW_ENTITIES ? SHORT_LINE : LINE_POINTS;
  uint32_t total = 0, widest = 0;
  for (uint32_t i = 0; i < to->items.count; i++) {
    uint32_t width = width_of(&to->items.items[i]);
    total += width;
    widest = width > widest ? width : widest;
  }
  uint32_t lines = total / most + 1, wanted = total / lines + widest / 2;
  return wanted < most ? wanted : most;
}

static void set_items(legend *to) {
  uint32_t most = find_line_points(to);
  for (uint32_t i = 0; i < to->items.count; i++) {
    item *one = &to->items.items[i];
    if (to->points + width_of(one) > most)
      end_line(to);
    one->line = to->lines;
    one->x = to->points + GAP;
    akt_buf cell;
    akt_buf_init(&cell, to->plan->arena);
    akt_buf_printf(&cell, "<FONT POINT-SIZE=\"%d\" COLOR=\"#%06X\">", NAME_POINTS,
                   (unsigned)to->theme->muted);
    akt_text_escape(&cell, akt_span_of(one->name));
    akt_buf_puts(&cell, "</FONT>");
    add_cell(to, one->width, "");
    add_cell(to, one->name_width, akt_buf_text(&cell));
  }
  end_line(to);
}

static void add_kind(legend *to, const char *kind) {
  akt_node_look look = akt_palette_kind(to->plan->graph, to->theme, kind);
  akt_sample sample = {.shape = look.shape,
                       .is_round = strncmp(look.style, "rounded", 7) == 0,
                       .fill = look.fill,
                       .line = look.line};
  add_item(to, KIND_WIDTH, sample, kind);
}

static void add_stroke(legend *to, const char *style, const char *arrow, akt_colour colour,
                       const char *name) {
  akt_sample sample = {
      .stroke = style, .arrow = arrow, .fill = to->theme->paper, .line = colour};
  add_item(to, STROKE_WIDTH, sample, name);
}

static bool is_kind_shown(const akt_plan *plan, const char *kind) {
  for (uint32_t i = 0; i < plan->graph->nodes.count; i++) {
    if (plan->nodes[i].is_shown && strcmp(plan->graph->nodes.items[i].kind, kind) == 0)
      return true;
  }
  return false;
}

/// Well-known kinds in their order, who acts before what happens, then the others
/// as they come.
static void add_kinds(legend *to) {
  const akt_plan *plan = to->plan;
  akt_map seen;
  akt_map_init(&seen, plan->arena);
  for (const char *const *known = akt_palette_kinds(); *known; known++) {
    akt_map_add(&seen, akt_span_of(*known), 1);
    if (is_kind_shown(plan, *known))
      add_kind(to, *known);
  }
  for (uint32_t i = 0; i < plan->graph->nodes.count; i++) {
    const char *kind = plan->graph->nodes.items[i].kind;
    if (!plan->nodes[i].is_shown || akt_map_get(&seen, akt_span_of(kind)) != AKT_NONE)
      continue;
    akt_map_add(&seen, akt_span_of(kind), 1);
    add_kind(to, kind);
  }
}

/// What occurs among what is drawn.
typedef struct occurrence {
  bool has_tone[3];
  bool has_negated;
  bool has_modality[4];
  bool has_change[3];
} occurrence;

static occurrence find_occurrence(const akt_plan *plan) {
  occurrence has = {0};
  for (uint32_t i = 0; i < plan->groups.count; i++) {
    const akt_group *group = &plan->groups.items[i];
    has.has_tone[group->tone] = true;
    has.has_negated = has.has_negated || group->polarity == AKT_NEGATED;
    has.has_modality[group->modality] = true;
    has.has_change[group->change] = true;
  }
  return has;
}

static void add_tones(legend *to, const occurrence *has) {
  static const akt_tone order[] = {AKT_COOPERATIVE, AKT_HOSTILE, AKT_NEUTRAL};
  for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
    const akt_tone_look *look = &to->theme->tones[order[i]];
    if (has->has_tone[order[i]])
      add_stroke(to, "solid", look->arrow, look->line, akt_tone_name(order[i]));
  }
}

static void add_hedges(legend *to, const occurrence *has) {
  static const char *const names[] = {[AKT_ALLEGED] = " / reported",
                                      [AKT_PLANNED] = " / planned",
                                      [AKT_CONDITIONAL] = " / conditional"};
  akt_buf text;
  akt_buf_init(&text, to->plan->arena);
  for (int i = AKT_ALLEGED; i <= AKT_CONDITIONAL; i++)
    akt_buf_puts(&text, has->has_modality[i] ? names[i] : "");
  if (text.len)
    add_stroke(to, "dotted", NULL, to->theme->muted, akt_buf_text(&text) + strlen(" / "));
}

static void add_lines(legend *to) {
  const akt_theme *theme = to->theme;
  occurrence has = find_occurrence(to->plan);
  bool is_of_changes = to->plan->changes != NULL; // there colour says what changed
  if (!is_of_changes)
    add_tones(to, &has);
  if (has.has_negated && !is_of_changes)
    add_stroke(to, "dashed", NULL, theme->muted, "negated");
  if (!is_of_changes)
    add_hedges(to, &has);
  if (has.has_change[AKT_ADDED])
    add_stroke(to, "solid", NULL, theme->added, "added");
  if (has.has_change[AKT_REMOVED])
    add_stroke(to, "dashed", NULL, theme->removed, "removed");
  if (has.has_change[AKT_SAME] && is_of_changes)
    add_stroke(to, "solid", NULL, theme->thin, "unchanged");
}

akt_legend akt_legend_make(const akt_plan *plan, const akt_theme *theme) {
  legend to = {.plan = plan, .theme = theme};
  akt_buf samples;
  akt_buf_init(&to.rows, plan->arena);
  akt_buf_init(&to.cells, plan->arena);
  akt_buf_init(&samples, plan->arena);
  add_kinds(&to);
  add_lines(&to);
  set_items(&to);
  akt_buf_printf(&to.rows, "<TR><TD HEIGHT=\"%d\"></TD></TR>", FOOT_HEIGHT);
  for (uint32_t i = 0; i < to.items.count; i++) {
    const item *one = &to.items.items[i];
    uint32_t y = FOOT_HEIGHT + LINE_STEP * (to.lines - 1 - one->line) + LINE_STEP / 2;
    akt_sample_draw(&samples, &one->sample, one->x + 1, y, one->width);
  }
  return (akt_legend){akt_buf_text(&to.rows), akt_buf_text(&samples)};
}
