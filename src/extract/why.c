// `why` and `why-not`: the reading of a text told in words a rule author knows.
// The text is read again, watched; nothing here decides anything.
#include "extract/extract.h"

#include "extract/trace.h"
#include "text/fold.h"

enum { MOST_MISSES = 6, WIDEST_LINE = 400 };

typedef struct teller {
  akt_reading *r;
  akt_trace trace;
  akt_buf *out;
  uint32_t a, b; // actors
} teller;

static void put_range(akt_buf *out, const akt_reading *r, uint32_t first, uint32_t last) {
  akt_span text = akt_range_text(r, first, last);
  for (size_t i = 0; i < text.len; i++)
    akt_buf_putc(out, akt_is_blank(text.ptr[i]) ? ' ' : text.ptr[i]);
}

static bool is_called(const akt_actor *actor, akt_span name) {
  char wanted[AKT_FOLD_MAX], seen[AKT_FOLD_MAX];
  size_t len = akt_fold(name, wanted);
  size_t n = akt_fold(akt_span_of(actor->name), seen);
  if (len && n == len && memcmp(seen, wanted, len) == 0)
    return true;
  for (uint32_t i = 0; i < actor->aliases.count; i++) {
    n = akt_fold(akt_span_of(actor->aliases.items[i]), seen);
    if (len && n == len && memcmp(seen, wanted, len) == 0)
      return true;
  }
  return false;
}

static uint32_t find_actor(const akt_reading *r, akt_span name) {
  for (uint32_t i = 0; i < r->actors.count; i++)
    if (is_called(&r->actors.items[i], name))
      return i;
  return AKT_NONE;
}

static void tell_unknown(teller *t, akt_span name) {
  const akt_reading *r = t->r;
  akt_buf_printf(t->out, "`%.*s` is nobody in this text.\n", (int)name.len, name.ptr);
  akt_buf_puts(t->out, "  The text speaks of:");
  uint32_t shown = 0;
  for (uint32_t i = 0; i < r->actors.count && shown < 20; i++, shown++)
    akt_buf_printf(t->out, "%s %s", shown ? "," : "", r->actors.items[i].name);
  akt_buf_puts(
      t->out,
      "\n  help: if it is named there, add an `entity` line for it, or an `also` name\n");
}

// ------------------------------------------------------------ the sentence with its pieces

typedef struct underline {
  uint32_t first, last; // tokens
  char mark;
} underline;

static uint32_t columns(akt_span text) {
  uint32_t n = 0;
  for (size_t i = 0; i < text.len; i++)
    n += ((unsigned char)text.ptr[i] & 0xc0) != 0x80;
  return n;
}

static void tell_sentence(teller *t, uint32_t sentence, const underline *marks,
                          uint32_t count) {
  const akt_reading *r = t->r;
  const akt_sentence *s = &r->text.sentences.items[sentence];
  akt_span text = akt_range_text(r, s->first, s->last);
  akt_buf_puts(t->out, "    ");
  put_range(t->out, r, s->first, s->last);
  akt_buf_putc(t->out, '\n');
  uint32_t width = columns(text);
  if (width > WIDEST_LINE)
    return;
  char line[WIDEST_LINE + 1];
  memset(line, ' ', width);
  line[width] = '\0';
  for (uint32_t i = 0; i < count; i++) {
    if (marks[i].first >= marks[i].last || marks[i].first < s->first || marks[i].last > s->last)
      continue;
    const char *start = r->text.bytes.ptr + s->start;
    uint32_t from =
        columns((akt_span){start, r->text.tokens.items[marks[i].first].start - s->start});
    uint32_t to =
        columns((akt_span){start, r->text.tokens.items[marks[i].last - 1].end - s->start});
    for (uint32_t k = from; k < to && k < width; k++)
      line[k] = marks[i].mark;
  }
  while (width && line[width - 1] == ' ')
    line[--width] = '\0';
  akt_buf_printf(t->out, "    %s\n", line);
}

// ------------------------------------------------------------ why

static void tell_end(teller *t, const char *what, uint32_t mention) {
  const akt_reading *r = t->r;
  const akt_reference *m = &r->mentions.items[mention];
  if (m->entity == AKT_NONE)
    return;
  const akt_actor *actor = &r->actors.items[m->entity];
  akt_buf_printf(t->out, "    %s: \"", what);
  put_range(t->out, r, m->first, m->last);
  akt_buf_printf(t->out, "\" is %s", actor->name);
  if (m->same_as != AKT_NONE) {
    akt_buf_puts(t->out, ", since it stands beside \"");
    const akt_reference *other = &r->mentions.items[m->same_as];
    put_range(t->out, r, other->name_first, other->name_last);
    akt_buf_putc(t->out, '"');
  } else if (m->stands_for && m->listed != AKT_NONE) {
    akt_buf_puts(t->out, ", which it stands for");
  } else if (m->type == AKT_ME_OFFICE) {
    akt_buf_puts(t->out, ", who holds that office in this text");
  }
  akt_buf_printf(t->out, "%s%s%s\n", m->rule ? " (" : "", m->rule ? m->rule : "",
                 m->rule ? ")" : "");
}

static void tell_statement(teller *t, const akt_statement *s) {
  const akt_reading *r = t->r;
  const akt_reference *source = &r->mentions.items[s->source],
                      *target = &r->mentions.items[s->target];
  akt_buf_printf(
      t->out, "%s --%s%s%s%s--> %s\n", r->actors.items[source->entity].name,
      s->polarity == AKT_NEGATED ? "not " : "",
      s->modality == AKT_ASSERTED ? "" : akt_modality_name((akt_modality)s->modality),
      s->modality == AKT_ASSERTED ? "" : " ", r->rules->relations.items[s->relation].name,
      r->actors.items[target->entity].name);
  akt_buf_printf(t->out, "    rule: %s%s%s\n", s->rule ? s->rule : "?",
                 s->frame == AKT_NONE ? "" : "  ",
                 s->frame == AKT_NONE                    ? ""
                 : r->rules->frames.items[s->frame].text ? r->rules->frames.items[s->frame].text
                                                         : "");
  underline marks[] = {{source->first, source->last, '~'},
                       {target->first, target->last, '~'},
                       {s->trigger_first, s->trigger_last, '^'}};
  tell_sentence(t, s->sentence, marks, 3);
  tell_end(t, "source", s->source);
  tell_end(t, "target", s->target);
  if (s->speaker != AKT_NONE)
    tell_end(t, "says so", s->speaker);
  for (uint32_t i = 0; i < s->notes.count; i++)
    akt_buf_printf(t->out, "    %s: %s\n", s->notes.items[i].name, s->notes.items[i].text);
}

static bool joins(const teller *t, const akt_statement *s) {
  uint32_t x = t->r->mentions.items[s->source].entity,
           y = t->r->mentions.items[s->target].entity;
  return x != AKT_NONE && y != AKT_NONE &&
         ((x == t->a && y == t->b) || (x == t->b && y == t->a));
}

static uint32_t tell_statements(teller *t) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < t->r->statements.count; i++)
    if (joins(t, &t->r->statements.items[i])) {
      if (count)
        akt_buf_putc(t->out, '\n');
      tell_statement(t, &t->r->statements.items[i]);
      count++;
    }
  return count;
}

// ------------------------------------------------------------ why not

static const char *step_name(const akt_reading *r, const akt_frame *frame, uint32_t i,
                             akt_arena *arena) {
  if (i >= frame->steps.count)
    return "its end";
  const akt_step *step = &frame->steps.items[i];
  if (step->kind == AKT_STEP_SLOT)
    return step->slot.type == AKT_SLOT_ACTION ? "`to` and a verb" : "a noun phrase right there";
  if (step->kind == AKT_STEP_INFINITIVE)
    return "`to` and a verb";
  akt_buf buf;
  akt_buf_init(&buf, arena);
  const akt_wordset *set = &r->rules->wordsets.items[step->words];
  for (uint32_t k = 0; k < set->words.count && k < 6; k++) {
    akt_span word = akt_intern_text(&r->rules->words_text, set->words.items[k]);
    akt_buf_printf(&buf, "%s`%.*s`", k ? " or " : "", (int)word.len, word.ptr);
  }
  if (set->words.count > 6)
    akt_buf_puts(&buf, " ...");
  return akt_buf_text(&buf);
}

static void tell_miss(teller *t, const akt_miss *miss) {
  akt_reading *r = t->r;
  const akt_frame *frame =
      miss->frame == AKT_NONE ? NULL : &r->rules->frames.items[miss->frame];
  const akt_chunk *trigger = &r->chunks.items[miss->trigger];
  akt_buf_printf(t->out, "    %s at \"", frame ? frame->rule : "a rule");
  put_range(t->out, r, trigger->first, trigger->last);
  akt_buf_puts(t->out, "\": ");
  switch ((akt_miss_reason)miss->reason) {
  case AKT_MISS_STEP: {
    akt_buf_printf(t->out, "wanted %s, found \"",
                   frame ? step_name(r, frame, miss->step, r->arena) : "?");
    if (miss->at < r->sentence_chunks.items[miss->sentence + 1])
      put_range(t->out, r, r->chunks.items[miss->at].first, r->chunks.items[miss->at].last);
    akt_buf_puts(t->out, "\"\n");
    return;
  }
  case AKT_MISS_NO_SOURCE:
    akt_buf_puts(t->out,
                 "nobody fits as its source: the subject of the verb names no such actor\n");
    return;
  case AKT_MISS_NO_TARGET:
    akt_buf_puts(t->out, "nobody fits as its target\n");
    return;
  case AKT_MISS_PASSIVE:
    akt_buf_puts(t->out, "a passive that does not say by whom\n");
    return;
  case AKT_MISS_BEATEN:
    akt_buf_printf(t->out, "another line reads the same words better: %s\n",
                   miss->by == AKT_NONE ? "?" : r->rules->frames.items[miss->by].rule);
    return;
  case AKT_MISS_SILENCED:
    akt_buf_printf(t->out, "silenced%s%s: what governs it makes it no statement\n",
                   miss->rule ? " by " : "", miss->rule ? miss->rule : "");
    return;
  }
}

static bool occurs(const akt_reading *r, uint32_t actor, uint32_t sentence) {
  for (uint32_t i = 0; i < r->mentions.count; i++)
    if (r->mentions.items[i].entity == actor && r->mentions.items[i].sentence == sentence)
      return true;
  return false;
}

// How near a rule came: later reasons are nearer, and more steps done.
static uint32_t nearness(const akt_miss *m) {
  static const uint8_t weights[] = {0, 30, 30, 25, 20, 40};
  return weights[m->reason] + m->step * 5;
}

static void tell_nearest(teller *t, uint32_t sentence) {
  uint32_t told = 0;
  uint32_t limit = UINT32_MAX;
  while (told < MOST_MISSES) {
    uint32_t best = 0;
    for (uint32_t i = 0; i < t->trace.misses.count; i++) {
      const akt_miss *m = &t->trace.misses.items[i];
      uint32_t n = nearness(m) + 1;
      if (m->sentence == sentence && n < limit && n > best)
        best = n;
    }
    if (!best)
      break;
    for (uint32_t i = 0; i < t->trace.misses.count && told < MOST_MISSES; i++) {
      const akt_miss *m = &t->trace.misses.items[i];
      if (m->sentence == sentence && nearness(m) + 1 == best) {
        tell_miss(t, m);
        told++;
      }
    }
    limit = best;
  }
  if (!told)
    akt_buf_puts(
        t->out,
        "    no rule has a word for what happens here; see `aktant new` for a starter\n");
}

static void tell_why_not(teller *t) {
  akt_reading *r = t->r;
  uint32_t shared = 0;
  for (uint32_t s = 0; s < r->text.sentences.count; s++) {
    if (!occurs(r, t->a, s) || !occurs(r, t->b, s))
      continue;
    shared++;
    akt_buf_puts(t->out, "both occur in:\n");
    tell_sentence(t, s, NULL, 0);
    tell_nearest(t, s);
  }
  if (!shared)
    akt_buf_printf(t->out, "%s and %s never occur in one sentence of this text.\n",
                   r->actors.items[t->a].name, r->actors.items[t->b].name);
}

void akt_explain_pair(akt_arena *arena, const akt_ruleset *rules, akt_span text,
                      const akt_document *document, akt_span a, akt_span b, bool is_why_not,
                      akt_buf *out) {
  teller t = {.out = out};
  akt_read_options options = {.trace = &t.trace};
  t.r = akt_read_text(arena, rules, text, document, &options);
  t.a = find_actor(t.r, a);
  t.b = find_actor(t.r, b);
  if (t.a == AKT_NONE)
    tell_unknown(&t, a);
  if (t.b == AKT_NONE)
    tell_unknown(&t, b);
  if (t.a == AKT_NONE || t.b == AKT_NONE)
    return;
  uint32_t count = tell_statements(&t);
  if (is_why_not && count)
    akt_buf_puts(out, "\nThere is an edge; these rules came near as well:\n");
  if (is_why_not)
    tell_why_not(&t);
  else if (!count)
    akt_buf_printf(out, "There is no edge between %s and %s. Try `aktant why-not`.\n",
                   t.r->actors.items[t.a].name, t.r->actors.items[t.b].name);
}
