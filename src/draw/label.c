#include "draw/label.h"

#include "draw/text.h"

#define NODE_COLUMNS   22
#define SECOND_COLUMNS 30
#define ROW_COLUMNS    32
#define QUOTE_COLUMNS  160
#define TIP_QUOTES     12

#define TABLE_START "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\">"

static void open_font(akt_buf *out, akt_colour colour, uint32_t points) {
  akt_buf_puts(out, "<FONT");
  if (points)
    akt_buf_printf(out, " POINT-SIZE=\"%u\"", points);
  akt_buf_printf(out, " COLOR=\"#%06X\">", (unsigned)colour);
}

/// The role of a person where there is room, the date and place of an event always:
/// the place may stand nowhere else.
static const char *second_line(const akt_plan *plan, uint32_t node) {
  const char *role = plan->graph->nodes.items[node].role;
  bool has_room = plan->scale <= AKT_SCALE_SHORT;
  return role && *role && has_room ? role : plan->nodes[node].fact;
}

const char *akt_label_node(const akt_plan *plan, const akt_node_look *look, uint32_t node,
                           uint32_t points) {
  const akt_node *entity = &plan->graph->nodes.items[node];
  akt_buf out;
  akt_buf_init(&out, plan->arena);
  akt_buf_puts(&out, TABLE_START);
  akt_text_lines lines = {0};
  akt_text_wrap(plan->arena, entity->label, NODE_COLUMNS, 3, &lines);
  bool is_focal = plan->focal == node;
  for (uint32_t i = 0; i < lines.count; i++) {
    akt_buf_puts(&out, "<TR><TD>");
    open_font(&out, look->text, points);
    akt_buf_puts(&out, is_focal ? "<B>" : "");
    akt_text_escape(&out, lines.items[i]);
    akt_buf_puts(&out, is_focal ? "</B></FONT></TD></TR>" : "</FONT></TD></TR>");
  }
  const char *second = second_line(plan, node);
  if (second) {
    akt_buf_puts(&out, "<TR><TD>");
    open_font(&out, look->role, 9);
    akt_text_escape(&out, akt_span_of(akt_text_shorten(plan->arena, second, SECOND_COLUMNS)));
    akt_buf_puts(&out, "</FONT></TD></TR>");
  }
  akt_buf_puts(&out, "</TABLE>");
  return akt_buf_text(&out);
}

/// What stands before a wording that is not plainly asserted. The blanks do not
/// break: SVG drops a plain one at the start of a text.
static void add_hedge(akt_buf *out, const akt_group *group) {
  static const char *const words[] = {[AKT_ASSERTED] = "",
                                      [AKT_ALLEGED] = "<I>reportedly</I>&#160;",
                                      [AKT_PLANNED] = "<I>planned</I>&#160;",
                                      [AKT_CONDITIONAL] = "<I>if</I>&#160;"};
  akt_buf_puts(out, words[group->modality]);
  if (group->polarity == AKT_NEGATED)
    akt_buf_puts(out, "<B><I>not</I></B>&#160;");
}

static uint32_t hedge_columns(const akt_group *group) {
  static const uint32_t columns[] = {
      [AKT_ASSERTED] = 0, [AKT_ALLEGED] = 11, [AKT_PLANNED] = 8, [AKT_CONDITIONAL] = 3};
  return columns[group->modality] + (group->polarity == AKT_NEGATED ? 5 : 0);
}

static bool starts_as_infinitive(const char *note) {
  return strncmp(note, "to ", 3) == 0;
}

static const char *row_words(const akt_plan *plan, const akt_group_row *row) {
  if (!row->note)
    return row->label;
  return akt_arena_printf(plan->arena, starts_as_infinitive(row->note) ? "%s %s" : "%s (%s)",
                          row->label, row->note);
}

static void add_row(const akt_plan *plan, const akt_theme *theme, const akt_group *group,
                    const akt_group_row *row, akt_buf *out) {
  akt_text_lines lines = {0};
  uint32_t used = hedge_columns(group);
  akt_text_wrap(plan->arena, row_words(plan, row),
                used < ROW_COLUMNS / 3 ? ROW_COLUMNS - used : ROW_COLUMNS * 2 / 3, 2, &lines);
  for (uint32_t i = 0; i < lines.count; i++) {
    akt_buf_puts(out, "<TR><TD ALIGN=\"LEFT\">");
    if (i == 0)
      add_hedge(out, group);
    else if (group->rows.count > 1) // so that it is not taken for a row of its own
      akt_buf_puts(out, "&#160;&#160;");
    akt_text_escape(out, lines.items[i]);
    if (i + 1 == lines.count && row->count > 1) {
      akt_buf_putc(out, ' ');
      open_font(out, theme->muted, 0);
      akt_buf_printf(out, "\xC3\x97%u</FONT>", row->count);
    }
    akt_buf_puts(out, "</TD></TR>");
  }
}

const char *akt_label_group(const akt_plan *plan, const akt_theme *theme,
                            const akt_group *group, uint32_t max_rows) {
  akt_buf out;
  akt_buf_init(&out, plan->arena);
  akt_buf_puts(&out, "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" "
                     "CELLSPACING=\"1\">");
  // "+1 more" would take the room of the row it hides.
  uint32_t rows = group->rows.count <= max_rows + 1 ? group->rows.count : max_rows;
  for (uint32_t i = 0; i < rows; i++)
    add_row(plan, theme, group, &group->rows.items[i], &out);
  if (rows < group->rows.count) {
    akt_buf_puts(&out, "<TR><TD ALIGN=\"LEFT\">");
    open_font(&out, theme->muted, 0);
    akt_buf_printf(&out, "+%u more</FONT></TD></TR>", group->rows.count - rows);
  }
  akt_buf_puts(&out, "</TABLE>");
  return akt_buf_text(&out);
}

const char *akt_label_title(const akt_plan *plan) {
  const char *title = plan->graph->title;
  return title && *title ? title : "Who did what to whom";
}

const char *akt_label_node_tip(const akt_plan *plan, uint32_t node) {
  const akt_node *entity = &plan->graph->nodes.items[node];
  akt_buf out;
  akt_buf_init(&out, plan->arena);
  akt_buf_puts(&out, akt_text_shorten(plan->arena, entity->label, QUOTE_COLUMNS));
  if (entity->role && *entity->role)
    akt_buf_printf(&out, " \xE2\x80\x94 %s",
                   akt_text_shorten(plan->arena, entity->role, QUOTE_COLUMNS));
  if (plan->nodes[node].fact)
    akt_buf_printf(&out, "\n%s", plan->nodes[node].fact);
  akt_buf_printf(&out, "\n%s", entity->kind);
  if (entity->mentions.count)
    akt_buf_printf(&out, ", mentioned %u time%s", entity->mentions.count,
                   entity->mentions.count == 1 ? "" : "s");
  return akt_buf_text(&out);
}

static void add_tip_line(const akt_plan *plan, const akt_edge *edge,
                         const akt_evidence *evidence, akt_buf *out) {
  if (out->len)
    akt_buf_putc(out, '\n');
  if (edge->key.polarity == AKT_NEGATED)
    akt_buf_puts(out, "not ");
  akt_buf_puts(out, edge->label ? edge->label : edge->key.relation);
  if (!evidence || !evidence->quote.text)
    return;
  akt_buf_printf(out, ": \xE2\x80\x9C%s\xE2\x80\x9D",
                 akt_text_shorten(plan->arena, evidence->quote.text, QUOTE_COLUMNS));
  if (evidence->attribution)
    akt_buf_printf(out, " (said %s)", evidence->attribution);
}

const char *akt_label_group_tip(const akt_plan *plan, const akt_group *group) {
  akt_buf out;
  akt_buf_init(&out, plan->arena);
  uint32_t quotes = 0, left_out = 0;
  for (uint32_t i = 0; i < group->edges.count; i++) {
    const akt_edge *edge = &plan->graph->edges.items[group->edges.items[i]];
    if (edge->evidence.count == 0)
      add_tip_line(plan, edge, NULL, &out);
    for (uint32_t j = 0; j < edge->evidence.count; j++) {
      if (quotes++ < TIP_QUOTES)
        add_tip_line(plan, edge, &edge->evidence.items[j], &out);
      else
        left_out++;
    }
  }
  if (left_out)
    akt_buf_printf(&out, "\n\xE2\x80\xA6 and %u more", left_out);
  return akt_buf_text(&out);
}
