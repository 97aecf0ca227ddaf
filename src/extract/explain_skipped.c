// The words of a sentence that stand between the pieces of a statement and that no
// piece accounts for: what the reader stepped over.
#include "extract/explain_inside.h"

typedef struct gaps {
  const akt_teller *t;
  uint32_t first, last; // tokens from the first piece to the last
  bool *is_read;        // by token - first
} gaps;

static void mark(gaps *g, uint32_t first, uint32_t last) {
  for (uint32_t i = first < g->first ? g->first : first; i < last && i < g->last; i++)
    g->is_read[i - g->first] = true;
}

static void mark_mention(gaps *g, uint32_t mention) {
  if (mention == AKT_NONE)
    return;
  const akt_reference *m = &g->t->r->mentions.items[mention];
  mark(g, m->first, m->last);
}

// A pronoun that was taken for an end, and a word that governs the verb.
static void mark_traced(gaps *g, const akt_statement *s) {
  const akt_reading *r = g->t->r;
  const akt_trace *trace = g->t->trace;
  for (uint32_t i = 0; i < trace->referred.count; i++) {
    const akt_referred *f = &trace->referred.items[i];
    const akt_chunk *k = &r->chunks.items[f->chunk];
    if (f->sentence == s->sentence && (f->mention == s->source || f->mention == s->target))
      mark(g, k->first, k->last);
  }
  for (uint32_t i = 0; i < trace->governed.count; i++) {
    const akt_governed *f = &trace->governed.items[i];
    for (uint32_t k = g->first; f->sentence == s->sentence && k < g->last; k++)
      if (r->units.items[k].word == f->word || r->units.items[k].lemma == f->word)
        mark(g, k, k + 1);
  }
}

// Words that the frame names: prepositions, nouns.
static void mark_words(gaps *g, const akt_frame *frame) {
  const akt_reading *r = g->t->r;
  for (uint32_t i = 0; i < frame->steps.count; i++) {
    uint32_t set = frame->steps.items[i].words;
    for (uint32_t k = g->first; set != AKT_NONE && k < g->last; k++)
      if (akt_wordset_has(r->rules, set, r->units.items[k].word))
        mark(g, k, k + 1);
  }
}

static void mark_notes(gaps *g, const akt_statement *s) {
  for (uint32_t n = 0; n < s->notes.count; n++) {
    akt_span note = akt_span_of(s->notes.items[n].text);
    for (uint32_t i = g->first; i < g->last; i++)
      for (uint32_t k = i + 1; k <= g->last; k++)
        if (akt_span_equal(akt_range_text(g->t->r, i, k), note))
          mark(g, i, k);
  }
}

static bool is_word(const akt_reading *r, uint32_t token) {
  uint8_t class = r->units.items[token].class;
  return class != AKT_CL_COMMA && class != AKT_CL_END && class != AKT_CL_DASH &&
         class != AKT_CL_QUOTE && class != AKT_CL_POSSESSIVE;
}

static void tell_runs(gaps *g, akt_told_pieces *out) {
  const akt_reading *r = g->t->r;
  for (uint32_t i = g->first; i < g->last; i++) {
    if (g->is_read[i - g->first] || !is_word(r, i))
      continue;
    uint32_t end = i + 1;
    for (uint32_t k = i; k < g->last && !g->is_read[k - g->first]; k++)
      end = is_word(r, k) ? k + 1 : end;
    akt_vec_push(r->arena, out, akt_piece_of(g->t, i, end));
    i = end - 1;
  }
}

static void widen(gaps *g, const akt_statement *s, uint32_t mention) {
  const akt_reference *m = &g->t->r->mentions.items[mention];
  if (m->sentence != s->sentence)
    return;
  g->first = m->first < g->first ? m->first : g->first;
  g->last = m->last > g->last ? m->last : g->last;
}

void akt_tell_skipped(const akt_teller *t, const akt_statement *s, akt_told_pieces *out) {
  gaps g = {.t = t, .first = s->trigger_first, .last = s->trigger_last};
  widen(&g, s, s->source);
  widen(&g, s, s->target);
  if (g.first >= g.last || s->frame == AKT_NONE)
    return;
  g.is_read = akt_arena_zalloc(t->r->arena, g.last - g.first);
  mark(&g, s->trigger_first, s->trigger_last);
  mark_mention(&g, s->source);
  mark_mention(&g, s->target);
  mark_traced(&g, s);
  mark_words(&g, &t->r->rules->frames.items[s->frame]);
  mark_notes(&g, s);
  tell_runs(&g, out);
}
