// The head of a picture, one HTML-like graph label, so that it never disturbs
// the layout: title, subtitle with counts, what was left out, and the legend.
#include "draw/changes.h"
#include "draw/label.h"
#include "draw/text.h"

#define TITLE_COLUMNS  64
#define CAVEAT_COLUMNS 110

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
  if (plan->graph->part)
    akt_buf_printf(&out, "A part of the graph: %s. ", plan->graph->part);
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

const char *akt_label_header(const akt_plan *plan, const akt_theme *theme,
                             const char *legend_rows) {
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
  akt_buf_puts(&out, legend_rows);
  akt_buf_puts(&out, "</TABLE>");
  return akt_buf_text(&out);
}
