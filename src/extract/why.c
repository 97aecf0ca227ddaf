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

// ------------------------------------------------------------ who is not there

void akt_told_place_print(const akt_told_place *p, akt_buf *out) {
  if (strcmp(p->why, "longer") == 0)
    akt_buf_printf(out, "here it is part of the longer name \"%s\"", p->as);
  else if (strcmp(p->why, "part") == 0)
    akt_buf_printf(out, "only a part of it was read as a name, as %s", p->as);
  else if (strcmp(p->why, "other") == 0)
    akt_buf_printf(out, "here it names %s", p->as);
  else if (strcmp(p->why, "if-introduced") == 0)
    akt_buf_printf(out, "it names %s only in a text that has the full name as well", p->as);
  else if (strcmp(p->why, "exact") == 0)
    akt_buf_printf(out, "it is a name only when it is written `%s`", p->as);
  else if (strcmp(p->why, "lower-case") == 0)
    akt_buf_puts(out, "in small letters it is no name by itself");
  else
    akt_buf_puts(out, "nothing says that this is a name");
  if (p->rule)
    akt_buf_printf(out, " (%s)", p->rule);
}

static void tell_place(const akt_told_place *p, akt_buf *out) {
  const underline mark[] = {{p->piece, '~'}};
  tell_sentence(&p->quote, mark, 1, out);
  akt_buf_puts(out, "    ");
  akt_told_place_print(p, out);
  akt_buf_putc(out, '\n');
}

static void help_absent(const akt_told_absent *absent, akt_buf *out) {
  const char *why = absent->places.count ? absent->places.items[0].why : "";
  const char *as = absent->places.count ? absent->places.items[0].as : NULL;
  akt_buf_puts(out, "  help: ");
  if (absent->nearest)
    akt_buf_printf(out, "did you mean `%s`?\n", absent->nearest);
  else if (!*why && absent->known)
    akt_buf_printf(out, "`aktant rules show \"%s\"` lists the names by which it is found\n",
                   absent->known);
  else if (!*why)
    akt_buf_puts(out, "ask for a name as it stands in the text\n");
  else if (strcmp(why, "longer") == 0 || strcmp(why, "other") == 0)
    akt_buf_printf(out, "ask for `%s`; if it is somebody else, give it an `entity` line\n", as);
  else if (strcmp(why, "if-introduced") == 0)
    akt_buf_puts(out,
                 "an `also` line of your own without `if-introduced` lets it stand alone\n");
  else if (strcmp(why, "exact") == 0)
    akt_buf_puts(out, "an `also` line of your own without `exact` takes any spelling\n");
  else
    akt_buf_printf(out, "a line `entity KIND %s` makes it a name, written as it stands there\n",
                   absent->places.items[0].piece.text);
}

static void tell_absent(const akt_explanation *e, const akt_told_absent *absent, akt_buf *out) {
  if (!absent->asked)
    return;
  akt_buf_printf(out, "`%s` is nobody in this text.\n", absent->asked);
  for (uint32_t i = 0; i < absent->places.count; i++)
    tell_place(&absent->places.items[i], out);
  if (!absent->places.count && absent->known)
    akt_buf_printf(out, "  The rules know %s (%s), but the text has none of its names.\n",
                   absent->known, absent->rule);
  else if (!absent->places.count)
    akt_buf_puts(out, "  The text never has this name.\n");
  akt_buf_puts(out, e->known.count ? "  It speaks of:" : "  It speaks of nobody.");
  for (uint32_t i = 0; i < e->known.count; i++)
    akt_buf_printf(out, "%s %s", i ? "," : "", e->known.items[i]);
  akt_buf_putc(out, '\n');
  help_absent(absent, out);
}

// ------------------------------------------------------------ why

static void tell_overlaps(const akt_told_end *end, akt_buf *out) {
  for (uint32_t i = 0; i < end->overlaps.count; i++) {
    const akt_told_overlap *o = &end->overlaps.items[i];
    akt_buf_puts(out, "      and not \"");
    put_text(out, o->piece.text);
    akt_buf_printf(out, "\" as %s (%s), which is %s\n", o->name, o->rule,
                   strcmp(o->why, "shorter") == 0 ? "shorter" : "claimed later");
  }
}

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
  tell_overlaps(end, out);
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
  for (uint32_t i = 0; i < edge->skipped.count; i++) {
    akt_buf_puts(out, i ? ", \"" : "    skipped: \"");
    put_text(out, edge->skipped.items[i].text);
    akt_buf_puts(out, i + 1 < edge->skipped.count ? "\"" : "\"\n");
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

static void tell_beaten(const akt_told_miss *miss, akt_buf *out) {
  akt_buf_printf(out, "another line is preferred here: %s", miss->by ? miss->by : "?");
  if (miss->above)
    akt_buf_printf(out, ", of `%s`; a line `above %s` under `%s` would prefer this one",
                   miss->above, miss->above, miss->relation);
}

static const char *article(const char *noun) {
  return strchr("aeiou", noun[0]) ? "an" : "a";
}

// An end of the wrong kind is why it stopped, whatever the reader came to then.
static void tell_misfit(const akt_told_miss *miss, akt_buf *out) {
  const akt_told_misfit *m = &miss->misfit;
  akt_buf_printf(out, "%s %s %s %s, which cannot be its %s", m->name,
                 m->is_listed ? "is" : "was read as", article(m->kind), m->kind, m->end);
  if (m->is_listed)
    return;
  const char *last = strrchr(m->name, ' ');
  akt_buf_printf(out, "; a line `entity KIND %s`", m->name);
  if (last)
    akt_buf_printf(out, ", or `heads KIND =%s` for all of that sort,", last);
  akt_buf_puts(out, " says what it is");
}

static void tell_reason(const akt_told_miss *miss, akt_buf *out) {
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
    tell_beaten(miss, out);
    return;
  default:
    break;
  }
  if (strcmp(miss->reason, "source") == 0 && miss->found.text) {
    akt_buf_puts(out, "nobody fits as its source; who acts here is \"");
    put_text(out, miss->found.text);
    akt_buf_putc(out, '"');
  } else if (strcmp(miss->reason, "source") == 0) {
    akt_buf_puts(out, "nobody fits as its source");
  } else if (strcmp(miss->reason, "switched") == 0) {
    akt_buf_printf(out, "switched off by `%s` on the line", miss->by);
  } else {
    akt_buf_printf(out, "silenced%s%s: what governs it makes it no statement",
                   miss->by ? " by " : "", miss->by ? miss->by : "");
  }
}

void akt_told_miss_print(const akt_told_miss *miss, akt_buf *out) {
  if (strcmp(miss->reason, "match") == 0) {
    akt_buf_puts(out, "between the two stands \"");
    put_text(out, miss->trigger.text);
    akt_buf_puts(out, "\", and the expression must cover all of that");
    return;
  }
  akt_buf_puts(out, "at \"");
  put_text(out, miss->trigger.text);
  akt_buf_puts(out, "\": ");
  if (miss->misfit.name)
    tell_misfit(miss, out);
  else
    tell_reason(miss, out);
}

static void tell_strange(const akt_told_sentence *s, akt_buf *out) {
  akt_buf_puts(out, s->misses.count || s->no_verbs.count ? "    no rule begins with"
                                                         : "    no rule has a word for what "
                                                           "happens here; none begins with");
  for (uint32_t i = 0; i < s->strange_verbs.count; i++)
    akt_buf_printf(out, "%s \"%s\"", i ? "," : "", s->strange_verbs.items[i].text);
  akt_buf_putc(out, '\n');
}

static void tell_no_verbs(const akt_told_sentence *s, akt_buf *out) {
  akt_buf_puts(out, "    no rule came near;");
  for (uint32_t i = 0; i < s->no_verbs.count; i++)
    akt_buf_printf(out, "%s \"%s\"", i ? "," : "", s->no_verbs.items[i].text);
  akt_buf_puts(out, " starts one as a verb, but was read as none here\n");
}

static void tell_shared(const akt_told_sentence *s, akt_buf *out) {
  akt_buf_puts(out, "both occur in:\n");
  tell_sentence(&s->quote, NULL, 0, out);
  for (uint32_t k = 0; k < s->others.count; k++)
    akt_buf_printf(out, "    it says: %s --%s--> %s  [%s]\n", s->others.items[k].source,
                   s->others.items[k].relation, s->others.items[k].target,
                   s->others.items[k].rule ? s->others.items[k].rule : "?");
  for (uint32_t k = 0; k < s->misses.count; k++) {
    akt_buf_printf(out, "    %s", s->misses.items[k].rule);
    put_pattern(s->misses.items[k].pattern, out);
    akt_buf_puts(out, "\n      ");
    akt_told_miss_print(&s->misses.items[k], out);
    akt_buf_putc(out, '\n');
  }
  if (s->no_verbs.count)
    tell_no_verbs(s, out);
  if (s->strange_verbs.count)
    tell_strange(s, out);
  else if (!s->misses.count && !s->no_verbs.count)
    akt_buf_puts(out, "    no rule has a word for what happens here; see `aktant new` for a "
                      "starter\n");
}

static void tell_alone(const char *name, const akt_told_sentences *where, akt_buf *out) {
  akt_buf_printf(out, "%s is in:\n", name);
  for (uint32_t i = 0; i < where->count; i++)
    tell_sentence(&where->items[i].quote, NULL, 0, out);
}

static void tell_why_not(const akt_explanation *e, akt_buf *out) {
  for (uint32_t i = 0; i < e->shared.count; i++)
    tell_shared(&e->shared.items[i], out);
  if (e->shared.count)
    return;
  akt_buf_printf(out, "%s and %s never occur in one sentence of this text.\n", e->a, e->b);
  tell_alone(e->a, &e->alone[0], out);
  tell_alone(e->b, &e->alone[1], out);
}

void akt_explanation_print(const akt_explanation *e, bool is_why_not, akt_buf *out) {
  tell_absent(e, &e->absent[0], out);
  tell_absent(e, &e->absent[1], out);
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
