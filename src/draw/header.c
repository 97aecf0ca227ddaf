// The head of a picture, one HTML-like graph label, so that it never disturbs
// the layout: title, subtitle with counts, what was left out, and a legend of
// only those kinds, tones and line styles that occur.
#include "draw/changes.h"
#include "draw/label.h"
#include "draw/text.h"

#define TITLE_COLUMNS  64
#define CAVEAT_COLUMNS 110
#define LEGEND_POINTS  1000

/// What occurs among what is drawn.
typedef struct occurrence {
  bool has_tone[3];
  bool has_negated;
  bool has_alleged;
  bool has_planned;
  bool has_conditional;
  bool has_same;
  bool has_added;
  bool has_removed;
} occurrence;

static occurrence find_occurrence(const akt_plan *plan) {
  occurrence has = {0};
  for (uint32_t i = 0; i < plan->groups.count; i++) {
    const akt_group *group = &plan->groups.items[i];
    has.has_tone[group->tone] = true;
    has.has_negated = has.has_negated || group->polarity == AKT_NEGATED;
    has.has_alleged = has.has_alleged || group->modality == AKT_ALLEGED;
    has.has_planned = has.has_planned || group->modality == AKT_PLANNED;
    has.has_conditional = has.has_conditional || group->modality == AKT_CONDITIONAL;
    has.has_same = has.has_same || group->change == AKT_SAME;
    has.has_added = has.has_added || group->change == AKT_ADDED;
    has.has_removed = has.has_removed || group->change == AKT_REMOVED;
  }
  return has;
}

static void add_text_row(akt_buf *out, akt_colour colour, uint32_t points, bool is_bold,
                         akt_span text) {
  akt_buf_printf(out, "<TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"%u\" COLOR=\"#%06X\">%s",
                 points, (unsigned)colour, is_bold ? "<B>" : "");
  akt_text_escape(out, text);
  akt_buf_printf(out, "%s</FONT></TD></TR>", is_bold ? "</B>" : "");
}

static const char *plural(akt_arena *arena, uint32_t count, const char *one, const char *many) {
  return akt_arena_printf(arena, "%u %s", count, count == 1 ? one : many);
}

/// " · 30 Apr 2025 – 1 May 2025", or nothing when no document has a date.
static const char *date_range(const akt_plan *plan) {
  const char *first = NULL, *last = NULL;
  for (uint32_t i = 0; i < plan->graph->documents.count; i++) {
    const char *date = plan->graph->documents.items[i].date;
    if (!date || !*date)
      continue;
    if (!first || strcmp(date, first) < 0)
      first = date;
    if (!last || strcmp(date, last) > 0)
      last = date;
  }
  if (!first)
    return "";
  const char *from = akt_text_date(plan->arena, first);
  if (strcmp(first, last) == 0)
    return akt_arena_printf(plan->arena, " \xC2\xB7 %s", from);
  return akt_arena_printf(plan->arena, " \xC2\xB7 %s \xE2\x80\x93 %s", from,
                          akt_text_date(plan->arena, last));
}

static const char *subtitle(const akt_plan *plan) {
  const akt_graph *graph = plan->graph;
  akt_arena *arena = plan->arena;
  const char *documents =
      graph->documents.count
          ? akt_arena_printf(arena, "%s%s \xC2\xB7 ",
                             plural(arena, graph->documents.count, "article", "articles"),
                             date_range(plan))
          : "";
  if (plan->changes)
    return akt_arena_printf(arena, "Changes: %u added, %u removed \xC2\xB7 %s",
                            plan->changes->added, plan->changes->removed,
                            plural(arena, plan->shown, "entity", "entities"));
  uint32_t told = plan->statements, all = plan->all_statements;
  const char *of_all = told < all ? akt_arena_printf(arena, "%u of ", told) : "";
  return akt_arena_printf(arena, "%s%s \xC2\xB7 %s%s", documents,
                          plural(arena, plan->shown + plan->written, "entity", "entities"),
                          of_all, plural(arena, all, "statement", "statements"));
}

/// What the drawing leaves out or does not say in words: it never does so in
/// silence. Empty when there is nothing to tell.
static const char *caveat(const akt_plan *plan) {
  akt_buf out;
  akt_buf_init(&out, plan->arena);
  uint32_t total = plan->graph->nodes.count, seen = plan->shown + plan->written;
  if (plan->connected == 0 && total)
    akt_buf_puts(&out, "No statement joins two entities. ");
  if (plan->scale == AKT_SCALE_STRONGEST)
    akt_buf_printf(&out, "Showing the %u entities with most statements, of %u. ", plan->shown,
                   plan->connected);
  else if (total > seen)
    akt_buf_printf(&out, "Not shown: %s without a statement of %s own. ",
                   plural(plan->arena, total - seen, "entity", "entities"),
                   total - seen == 1 ? "its" : "their");
  if (plan->scale >= AKT_SCALE_PLAIN)
    akt_buf_puts(&out, "Lines carry no words at this size: their width is the number of "
                       "statements, their colour the tone.");
  return akt_buf_text(&out);
}

/// Legend items, in lines. Each line is a table of fixed size: a table that may
/// grow would be spread over the width of the title.
typedef struct legend {
  akt_buf *out;
  const akt_theme *theme;
  akt_buf line; // cells of the line being filled
  uint32_t points;
} legend;

static void end_line(legend *to) {
  if (to->points == 0)
    return;
  akt_buf_printf(to->out,
                 "<TR><TD ALIGN=\"LEFT\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" "
                 "CELLPADDING=\"2\" CELLSPACING=\"2\" FIXEDSIZE=\"TRUE\" ALIGN=\"LEFT\" "
                 "WIDTH=\"%u\" HEIGHT=\"22\"><TR>%s</TR></TABLE></TD></TR>",
                 to->points + 4, akt_buf_text(&to->line));
  akt_buf_init(&to->line, to->line.arena);
  to->points = 0;
}

/// One item: its sample (a cell of so many points) and its name.
static void add_item(legend *to, const char *cell, uint32_t cell_points, const char *name) {
  akt_span text = akt_span_of(name);
  uint32_t wanted = cell_points + akt_text_points(text, 10) + 20; // spacing and padding
  if (to->points + wanted > LEGEND_POINTS)
    end_line(to);
  to->points += wanted;
  akt_buf_printf(&to->line, "%s<TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"10\" COLOR=\"#%06X\">",
                 cell, (unsigned)to->theme->muted);
  akt_text_escape(&to->line, text);
  akt_buf_puts(&to->line, "&#160;&#160;</FONT></TD>");
}

static void add_kind(legend *to, const akt_plan *plan, const char *kind) {
  akt_node_look look = akt_palette_kind(plan->graph, to->theme, kind);
  const char *cell = akt_arena_printf(
      plan->arena,
      "<TD BGCOLOR=\"#%06X\" COLOR=\"#%06X\" BORDER=\"1\"%s WIDTH=\"16\" HEIGHT=\"12\" "
      "FIXEDSIZE=\"TRUE\"></TD>",
      (unsigned)look.fill, (unsigned)look.line,
      strncmp(look.style, "rounded", 7) == 0 || strcmp(look.shape, "ellipse") == 0
          ? " STYLE=\"ROUNDED\""
          : "");
  add_item(to, cell, 16, kind);
}

static void add_sample(legend *to, const akt_plan *plan, const char *glyphs, akt_colour colour,
                       const char *name) {
  const char *cell = akt_arena_printf(
      plan->arena, "<TD><FONT POINT-SIZE=\"11\" COLOR=\"#%06X\">%s</FONT></TD>",
      (unsigned)colour, glyphs);
  add_item(to, cell, akt_text_points(akt_span_of(glyphs), 11) + 4, name);
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
static void add_kinds(legend *to, const akt_plan *plan) {
  akt_map seen;
  akt_map_init(&seen, plan->arena);
  for (const char *const *known = akt_palette_kinds(); *known; known++) {
    akt_map_add(&seen, akt_span_of(*known), 1);
    if (is_kind_shown(plan, *known))
      add_kind(to, plan, *known);
  }
  for (uint32_t i = 0; i < plan->graph->nodes.count; i++) {
    const char *kind = plan->graph->nodes.items[i].kind;
    if (!plan->nodes[i].is_shown || akt_map_get(&seen, akt_span_of(kind)) != AKT_NONE)
      continue;
    akt_map_add(&seen, akt_span_of(kind), 1);
    add_kind(to, plan, kind);
  }
}

static void add_lines(legend *to, const akt_plan *plan) {
  static const akt_tone order[] = {AKT_COOPERATIVE, AKT_HOSTILE, AKT_NEUTRAL};
  static const char *const names[] = {"neutral", "cooperative", "hostile"};
  const akt_theme *theme = to->theme;
  occurrence has = find_occurrence(plan);
  for (int i = 0; i < 3; i++) {
    akt_tone tone = order[i];
    if (has.has_tone[tone] && !plan->changes)
      add_sample(to, plan,
                 tone == AKT_NEUTRAL ? "\xE2\x94\x80\xE2\x94\x80\xE2\x96\xB7"
                                     : "\xE2\x94\x80\xE2\x94\x80\xE2\x96\xBA",
                 theme->tones[tone].line, names[tone]);
  }
  if (has.has_negated)
    add_sample(to, plan, "\xE2\x80\x93 \xE2\x80\x93 \xE2\x80\x93", theme->muted, "negated");
  static const char dots[] = "\xC2\xB7\xC2\xB7\xC2\xB7\xC2\xB7\xC2\xB7\xC2\xB7";
  akt_buf hedged;
  akt_buf_init(&hedged, plan->arena);
  if (has.has_alleged)
    akt_buf_puts(&hedged, " / reported");
  if (has.has_planned)
    akt_buf_puts(&hedged, " / planned");
  if (has.has_conditional)
    akt_buf_puts(&hedged, " / conditional");
  if (hedged.len)
    add_sample(to, plan, dots, theme->muted, hedged.ptr + 3);
  if (has.has_added)
    add_sample(to, plan, "\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80", theme->added, "added");
  if (has.has_removed)
    add_sample(to, plan, "\xE2\x80\x93 \xE2\x80\x93 \xE2\x80\x93", theme->removed, "removed");
  if (has.has_same && plan->changes)
    add_sample(to, plan, "\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80", theme->thin, "unchanged");
}

const char *akt_label_header(const akt_plan *plan, const akt_theme *theme) {
  akt_buf out;
  akt_buf_init(&out, plan->arena);
  akt_buf_puts(&out, "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"1\" "
                     "CELLSPACING=\"0\">");
  akt_text_lines lines = {0};
  akt_text_wrap(plan->arena, akt_label_title(plan), TITLE_COLUMNS, 2, &lines);
  for (uint32_t i = 0; i < lines.count; i++)
    add_text_row(&out, theme->title, 22, true, lines.items[i]);
  add_text_row(&out, theme->muted, 11, false, akt_span_of(subtitle(plan)));
  const char *told = caveat(plan);
  lines.count = 0;
  akt_text_wrap(plan->arena, told, CAVEAT_COLUMNS, 3, &lines);
  for (uint32_t i = 0; *told && i < lines.count; i++)
    add_text_row(&out, theme->muted, 10, false, lines.items[i]);
  legend to = {.out = &out, .theme = theme};
  akt_buf_init(&to.line, plan->arena);
  add_kinds(&to, plan);
  add_lines(&to, plan);
  end_line(&to);
  akt_buf_puts(&out, "<TR><TD HEIGHT=\"10\"></TD></TR></TABLE>");
  return akt_buf_text(&out);
}
