// `why` and `why-not`: an explanation told in words a rule author knows.
#include "extract/explain.h"

#include "base/utf8.h"

enum { WIDEST_LINE = 400, WIDEST_PATTERN = 100 };

static void put_text(akt_buf *out, const char *text) {
  for (; text && *text; text++)
    akt_buf_putc(out, akt_is_blank(*text) ? ' ' : *text);
}

// A pattern, cut where it is long: the file has it whole.
static void put_pattern(const char *pattern, akt_buf *out) {
  size_t len = pattern ? strlen(pattern) : 0;
  if (!len)
    return;
  bool is_long = len > WIDEST_PATTERN;
  if (is_long)
    len = akt_utf8_valid_prefix((akt_span){pattern, WIDEST_PATTERN});
  akt_buf_printf(out, "  %.*s%s", (int)len, pattern, is_long ? " ..." : "");
}

static void tell_unknown(const akt_explanation *e, akt_span name, akt_buf *out) {
  akt_buf_printf(out, "`%.*s` is nobody in this text.\n", (int)name.len, name.ptr);
  akt_buf_puts(out, "  The text speaks of:");
  for (uint32_t i = 0; i < e->known.count; i++)
    akt_buf_printf(out, "%s %s", i ? "," : "", e->known.items[i]);
  akt_buf_puts(
      out, "\n  help: if it is named there, add an `entity` line for it, or an `also` name\n");
}

// ------------------------------------------------------------ the sentence with its pieces

typedef struct underline {
  akt_piece piece;
  char mark;
} underline;

static void tell_sentence(const akt_piece *quote, const underline *marks, uint32_t count,
                          akt_buf *out) {
  akt_buf_puts(out, "    ");
  put_text(out, quote->text);
  akt_buf_putc(out, '\n');
  uint32_t width = quote->end - quote->start;
  if (!count || width > WIDEST_LINE)
    return;
  char line[WIDEST_LINE + 1];
  memset(line, ' ', width);
  line[width] = '\0';
  for (uint32_t i = 0; i < count; i++) {
    const akt_piece *p = &marks[i].piece;
    if (!p->text || p->start < quote->start || p->end > quote->end)
      continue;
    for (uint32_t k = p->start; k < p->end; k++)
      line[k - quote->start] = marks[i].mark;
  }
  while (width && line[width - 1] == ' ')
    line[--width] = '\0';
  akt_buf_printf(out, "    %s\n", line);
}

// ------------------------------------------------------------ why

static void tell_end(const char *what, const akt_told_end *end, akt_buf *out) {
  if (!end->name)
    return;
  akt_buf_printf(out, "    %s: \"", what);
  put_text(out, end->called.text ? end->called.text : end->piece.text);
  if (end->called.text) {
    akt_buf_puts(out, "\" is \"");
    put_text(out, end->piece.text);
    akt_buf_puts(out, "\", the nearest before it that fits; that");
  } else {
    akt_buf_putc(out, '"');
  }
  akt_buf_printf(out, " is %s", end->name);
  if (end->beside.text) {
    akt_buf_puts(out, ", since it stands beside \"");
    put_text(out, end->beside.text);
    akt_buf_putc(out, '"');
  } else if (end->how) {
    akt_buf_printf(out, ", %s",
                   strcmp(end->how, "stands for it") == 0
                       ? "which it stands for"
                       : "who holds that office in this text");
  }
  akt_buf_printf(out, "%s%s%s\n", end->rule ? " (" : "", end->rule ? end->rule : "",
                 end->rule ? ")" : "");
}

static void tell_edge(const akt_told_edge *edge, akt_buf *out) {
  bool is_asserted = edge->modality == AKT_ASSERTED;
  akt_buf_printf(out, "%s --%s%s%s%s--> %s\n", edge->source.name,
                 edge->polarity == AKT_NEGATED ? "not " : "",
                 is_asserted ? "" : akt_modality_name(edge->modality), is_asserted ? "" : " ",
                 edge->relation, edge->target.name);
  akt_buf_printf(out, "    rule: %s", edge->rule ? edge->rule : "?");
  put_pattern(edge->pattern, out);
  akt_buf_putc(out, '\n');
  const akt_told_end *s = &edge->source, *t = &edge->target;
  underline marks[] = {{s->called.text ? s->called : s->piece, '~'},
                       {t->called.text ? t->called : t->piece, '~'},
                       {edge->trigger, '^'}};
  tell_sentence(&edge->quote, marks, 3, out);
  tell_end("source", s, out);
  tell_end("target", t, out);
  tell_end("says so", &edge->speaker, out);
  if (edge->verb && strcmp(edge->verb, "active") != 0)
    akt_buf_printf(out, "    verb: %s\n", edge->verb);
  for (uint32_t i = 0; i < edge->governs.count; i++) {
    const akt_told_govern *g = &edge->governs.items[i];
    akt_buf_printf(out, "    governed by: `%s` makes it %s (%s)\n", g->word, g->effect,
                   g->rule);
  }
  for (uint32_t i = 0; i < edge->notes.count; i++)
    akt_buf_printf(out, "    %s: %s\n", edge->notes.items[i].name, edge->notes.items[i].text);
  for (uint32_t i = 0; i < edge->beaten.count; i++) {
    akt_buf_printf(out, "    preferred to: %s", edge->beaten.items[i].rule);
    put_pattern(edge->beaten.items[i].pattern, out);
    akt_buf_putc(out, '\n');
  }
}

// ------------------------------------------------------------ why not

static void tell_step(const akt_told_miss *miss, akt_buf *out) {
  akt_buf_printf(out, "wanted %s, found ", miss->wanted);
  if (!miss->found.text) {
    akt_buf_puts(out, "the end of the sentence");
    return;
  }
  akt_buf_putc(out, '"');
  put_text(out, miss->found.text);
  akt_buf_putc(out, '"');
}

void akt_told_miss_print(const akt_told_miss *miss, akt_buf *out) {
  akt_buf_printf(out, "%s at \"", miss->rule);
  put_text(out, miss->trigger.text);
  akt_buf_puts(out, "\": ");
  switch (miss->reason[0]) {
  case 'e':
    tell_step(miss, out);
    return;
  case 't':
    akt_buf_puts(out, "nobody fits as its target");
    return;
  case 'p':
    akt_buf_puts(out, "a passive that does not say by whom");
    return;
  case 'b':
    akt_buf_printf(out, "another line reads the same words better: %s",
                   miss->by ? miss->by : "?");
    return;
  default:
    break;
  }
  if (strcmp(miss->reason, "source") == 0)
    akt_buf_puts(out, "nobody fits as its source: the subject of the verb names no such actor");
  else
    akt_buf_printf(out, "silenced%s%s: what governs it makes it no statement",
                   miss->by ? " by " : "", miss->by ? miss->by : "");
}

static void tell_why_not(const akt_explanation *e, akt_buf *out) {
  for (uint32_t i = 0; i < e->shared.count; i++) {
    const akt_told_sentence *s = &e->shared.items[i];
    akt_buf_puts(out, "both occur in:\n");
    tell_sentence(&s->quote, NULL, 0, out);
    for (uint32_t k = 0; k < s->misses.count; k++) {
      akt_buf_puts(out, "    ");
      akt_told_miss_print(&s->misses.items[k], out);
      akt_buf_putc(out, '\n');
    }
    if (!s->misses.count)
      akt_buf_puts(
          out,
          "    no rule has a word for what happens here; see `aktant new` for a starter\n");
  }
  if (!e->shared.count)
    akt_buf_printf(out, "%s and %s never occur in one sentence of this text.\n", e->a, e->b);
}

void akt_explanation_print(const akt_explanation *e, akt_span a, akt_span b, bool is_why_not,
                           akt_buf *out) {
  if (!e->a)
    tell_unknown(e, a, out);
  if (!e->b)
    tell_unknown(e, b, out);
  if (!e->a || !e->b)
    return;
  for (uint32_t i = 0; i < e->edges.count; i++) {
    if (i)
      akt_buf_putc(out, '\n');
    tell_edge(&e->edges.items[i], out);
  }
  if (is_why_not && e->edges.count)
    akt_buf_puts(out, "\nThere is an edge; these rules came near as well:\n");
  if (is_why_not)
    tell_why_not(e, out);
  else if (!e->edges.count)
    akt_buf_printf(out, "There is no edge between %s and %s. Try `aktant why-not`.\n", e->a,
                   e->b);
}
