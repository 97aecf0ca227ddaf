// From a watched reading to what can be told of it.
#include "extract/explain.h"

#include "base/utf8.h"
#include "text/fold.h"

enum { MOST_MISSES = 6, MOST_KNOWN = 20, MOST_WORDS = 6 };

typedef struct teller {
  akt_reading *r;
  const akt_trace *trace;
  uint32_t *starts; // code points before each token
} teller;

static teller new_teller(akt_reading *r, const akt_trace *trace) {
  teller t = {.r = r, .trace = trace};
  t.starts = akt_arena_alloc(r->arena, (r->text.tokens.count + 1u) * sizeof *t.starts);
  uint32_t byte = 0, points = 0;
  for (uint32_t i = 0; i < r->text.tokens.count; i++) {
    for (; byte < r->text.tokens.items[i].start; byte++)
      points += ((unsigned char)r->text.bytes.ptr[byte] & 0xc0) != 0x80;
    t.starts[i] = points;
  }
  return t;
}

static akt_piece piece_of(const teller *t, uint32_t first, uint32_t last) {
  if (first >= last || last > t->r->text.tokens.count)
    return (akt_piece){0, 0, NULL};
  akt_span text = akt_range_text(t->r, first, last);
  return (akt_piece){t->starts[first], t->starts[first] + (uint32_t)akt_utf8_count(text),
                     akt_arena_copy(t->r->arena, text.ptr, text.len)};
}

static akt_piece piece_of_chunk(const teller *t, uint32_t chunk) {
  if (chunk >= t->r->chunks.count)
    return (akt_piece){0, 0, NULL};
  return piece_of(t, t->r->chunks.items[chunk].first, t->r->chunks.items[chunk].last);
}

static akt_piece piece_of_sentence(const teller *t, uint32_t sentence) {
  const akt_sentence *s = &t->r->text.sentences.items[sentence];
  return piece_of(t, s->first, s->last);
}

// ------------------------------------------------------------ who is who

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

// "Sharif" of Shehbaz Sharif: the last words of a name, when only one ends so.
static uint32_t actor_ending_in(const akt_reading *r, akt_span name) {
  char wanted[AKT_FOLD_MAX], seen[AKT_FOLD_MAX];
  size_t len = akt_fold(name, wanted);
  uint32_t only = AKT_NONE;
  for (uint32_t i = 0; len && i < r->actors.count; i++) {
    size_t n = akt_fold(akt_span_of(r->actors.items[i].name), seen);
    bool is_end =
        n > len && seen[n - len - 1] == ' ' && memcmp(seen + n - len, wanted, len) == 0;
    if (!is_end)
      continue;
    if (only != AKT_NONE)
      return AKT_NONE;
    only = i;
  }
  return only;
}

uint32_t akt_actor_named(const akt_reading *r, akt_span name) {
  for (uint32_t i = 0; i < r->actors.count; i++)
    if (is_called(&r->actors.items[i], name))
      return i;
  return actor_ending_in(r, name);
}

static uint32_t distance(uint32_t a, uint32_t b) {
  return a < b ? b - a : a - b;
}

// The pronoun that stood for the mention in this sentence, if it is nearer to the
// trigger than the mention itself.
static akt_piece called(const teller *t, const akt_statement *s, uint32_t mention) {
  const akt_reading *r = t->r;
  const akt_reference *m = &r->mentions.items[mention];
  uint32_t best = AKT_NONE;
  uint32_t nearest =
      m->sentence == s->sentence ? distance(m->first, s->trigger_first) : UINT32_MAX;
  for (uint32_t i = 0; i < t->trace->referred.count; i++) {
    const akt_referred *f = &t->trace->referred.items[i];
    if (f->sentence != s->sentence || f->mention != mention)
      continue;
    uint32_t d = distance(r->chunks.items[f->chunk].first, s->trigger_first);
    if (d < nearest) {
      nearest = d;
      best = f->chunk;
    }
  }
  return best == AKT_NONE ? (akt_piece){0, 0, NULL} : piece_of_chunk(t, best);
}

static void tell_how(const teller *t, const akt_reference *m, akt_told_end *end) {
  if (m->same_as != AKT_NONE) {
    const akt_reference *other = &t->r->mentions.items[m->same_as];
    end->how = "stands beside";
    end->beside = piece_of(t, other->name_first, other->name_last);
  } else if (m->stands_for && m->listed != AKT_NONE) {
    end->how = "stands for it";
  } else if (m->type == AKT_ME_OFFICE) {
    end->how = "holds that office in this text";
  }
}

static akt_told_end end_of(const teller *t, const akt_statement *s, uint32_t mention) {
  akt_told_end end = {.name = NULL};
  if (mention == AKT_NONE || t->r->mentions.items[mention].entity == AKT_NONE)
    return end;
  const akt_reference *m = &t->r->mentions.items[mention];
  const akt_actor *actor = &t->r->actors.items[m->entity];
  end.name = actor->name;
  end.kind = actor->kind == AKT_NONE ? "group" : t->r->rules->kinds.items[actor->kind].name;
  end.piece = piece_of(t, m->first, m->last);
  end.rule = m->rule;
  end.called = called(t, s, mention);
  tell_how(t, m, &end);
  return end;
}

// ------------------------------------------------------------ misses

static const char *words_of(const teller *t, uint32_t set) {
  const akt_ruleset *rules = t->r->rules;
  const akt_wordset *words = &rules->wordsets.items[set];
  akt_buf buf;
  akt_buf_init(&buf, t->r->arena);
  for (uint32_t k = 0; k < words->words.count && k < MOST_WORDS; k++) {
    akt_span word = akt_intern_text(&rules->words_text, words->words.items[k]);
    akt_buf_printf(&buf, "%s`%.*s`", k ? " or " : "", (int)word.len, word.ptr);
  }
  if (words->words.count > MOST_WORDS)
    akt_buf_puts(&buf, " ...");
  return akt_buf_text(&buf);
}

static const char *step_name(const teller *t, const akt_frame *frame, uint32_t i) {
  if (!frame || i >= frame->steps.count)
    return "its end";
  const akt_step *step = &frame->steps.items[i];
  bool is_action = step->kind == AKT_STEP_INFINITIVE ||
                   (step->kind == AKT_STEP_SLOT && step->slot.type == AKT_SLOT_ACTION);
  if (is_action)
    return "`to` and a verb";
  return step->kind == AKT_STEP_SLOT ? "a noun phrase right there" : words_of(t, step->words);
}

static const char *const reason_names[] = {"element", "source", "target",
                                           "passive", "beaten", "silenced"};

static akt_told_miss tell_miss(const teller *t, const akt_miss *miss) {
  const akt_reading *r = t->r;
  const akt_frame *frame =
      miss->frame == AKT_NONE ? NULL : &r->rules->frames.items[miss->frame];
  akt_told_miss told = {.rule = frame ? frame->rule : "a rule",
                        .pattern = frame ? frame->text : NULL,
                        .reason = reason_names[miss->reason],
                        .trigger = piece_of_chunk(t, miss->trigger),
                        .by = miss->rule};
  if (frame && frame->relation != AKT_NONE)
    told.relation = r->rules->relations.items[frame->relation].name;
  if (miss->reason == AKT_MISS_BEATEN && miss->by != AKT_NONE)
    told.by = r->rules->frames.items[miss->by].rule;
  if (miss->reason != AKT_MISS_STEP)
    return told;
  told.wanted = step_name(t, frame, miss->step);
  if (miss->at < r->sentence_chunks.items[miss->sentence + 1])
    told.found = piece_of_chunk(t, miss->at);
  return told;
}

// A `not` or `never` line that did not apply is no rule that came near.
static bool is_telling(const akt_reading *r, const akt_miss *m) {
  return m->frame == AKT_NONE || m->reason == AKT_MISS_SILENCED ||
         r->rules->frames.items[m->frame].role == AKT_FRAME_ASSERTS;
}

// How near a rule came: later reasons are nearer, and more steps done.
static uint32_t nearness(const akt_miss *m) {
  static const uint8_t weights[] = {0, 30, 30, 25, 20, 40};
  return weights[m->reason] + m->step * 5;
}

static void add_nearest(const teller *t, uint32_t sentence, akt_told_misses *out) {
  uint32_t limit = UINT32_MAX;
  while (out->count < MOST_MISSES) {
    uint32_t best = 0;
    for (uint32_t i = 0; i < t->trace->misses.count; i++) {
      const akt_miss *m = &t->trace->misses.items[i];
      uint32_t n = nearness(m) + 1;
      if (m->sentence == sentence && is_telling(t->r, m) && n < limit && n > best)
        best = n;
    }
    if (!best)
      return;
    for (uint32_t i = 0; i < t->trace->misses.count && out->count < MOST_MISSES; i++) {
      const akt_miss *m = &t->trace->misses.items[i];
      if (m->sentence == sentence && is_telling(t->r, m) && nearness(m) + 1 == best)
        akt_vec_push(t->r->arena, out, tell_miss(t, m));
    }
    limit = best;
  }
}

bool akt_nearest_miss(akt_reading *r, const akt_trace *trace, uint32_t relation,
                      akt_told_miss *out) {
  enum { SAME_RELATION = 1000 };
  const akt_miss *best = NULL;
  uint32_t most = 0;
  for (uint32_t i = 0; i < trace->misses.count; i++) {
    const akt_miss *m = &trace->misses.items[i];
    bool is_same = m->frame != AKT_NONE && relation != AKT_NONE &&
                   r->rules->frames.items[m->frame].relation == relation;
    uint32_t n = nearness(m) + 1 + (is_same ? SAME_RELATION : 0);
    if (n > most && is_telling(r, m)) {
      most = n;
      best = m;
    }
  }
  if (!best)
    return false;
  teller t = new_teller(r, trace);
  *out = tell_miss(&t, best);
  return true;
}

// ------------------------------------------------------------ edges

static const char *verb_form(const teller *t, const akt_statement *s) {
  if (s->chunk == AKT_NONE || t->r->chunks.items[s->chunk].type != AKT_CH_VERB)
    return NULL;
  const akt_chunk *v = &t->r->chunks.items[s->chunk];
  if (v->is_passive)
    return "passive";
  switch ((akt_verb_form)v->form) {
  case AKT_VF_PARTICIPLE:
    return "participle";
  case AKT_VF_ING:
    return "-ing form";
  case AKT_VF_INFINITIVE:
    return "infinitive";
  case AKT_VF_FINITE:
  case AKT_VF_PAST:
  case AKT_VF_BASE:
    break;
  }
  return "active";
}

static void add_governs(const teller *t, const akt_statement *s, akt_told_edge *edge) {
  static const char *const effects[] = {"planned",     "negated", "alleged",
                                        "conditional", "silent",  NULL};
  const akt_ruleset *rules = t->r->rules;
  for (uint32_t i = 0; i < t->trace->governed.count; i++) {
    const akt_governed *g = &t->trace->governed.items[i];
    if (g->sentence != s->sentence || g->trigger != s->chunk)
      continue;
    const akt_govern *govern = &rules->governs.items[g->govern];
    bool is_known = false;
    for (uint32_t k = 0; k < edge->governs.count; k++)
      is_known |= edge->governs.items[k].rule == govern->rule;
    if (is_known)
      continue;
    const char *effect = effects[govern->effect];
    akt_told_govern told = {
        .rule = govern->rule,
        .word = g->word == AKT_NONE ? "" : akt_intern_text(&rules->words_text, g->word).ptr,
        .effect = effect ? effect : rules->relations.items[govern->as].name};
    akt_vec_push(t->r->arena, &edge->governs, told);
  }
}

static void add_edge(const teller *t, const akt_statement *s, akt_explanation *e) {
  const akt_ruleset *rules = t->r->rules;
  akt_told_edge edge = {.source = end_of(t, s, s->source),
                        .target = end_of(t, s, s->target),
                        .speaker = end_of(t, s, s->speaker),
                        .relation = rules->relations.items[s->relation].name,
                        .label = s->label,
                        .rule = s->rule,
                        .verb = verb_form(t, s),
                        .polarity = (akt_polarity)s->polarity,
                        .modality = (akt_modality)s->modality,
                        .sentence = s->sentence,
                        .quote = piece_of_sentence(t, s->sentence),
                        .trigger = piece_of(t, s->trigger_first, s->trigger_last)};
  if (s->frame != AKT_NONE)
    edge.pattern = rules->frames.items[s->frame].text;
  add_governs(t, s, &edge);
  for (uint32_t i = 0; i < s->notes.count; i++)
    akt_vec_push(t->r->arena, &edge.notes, s->notes.items[i]);
  for (uint32_t i = 0; i < t->trace->misses.count; i++) {
    const akt_miss *m = &t->trace->misses.items[i];
    if (m->reason == AKT_MISS_BEATEN && m->sentence == s->sentence && m->trigger == s->chunk &&
        m->by == s->frame && s->frame != AKT_NONE)
      akt_vec_push(t->r->arena, &edge.beaten, tell_miss(t, m));
  }
  akt_vec_push(t->r->arena, &e->edges, edge);
}

static bool occurs(const akt_reading *r, uint32_t actor, uint32_t sentence) {
  for (uint32_t i = 0; i < r->mentions.count; i++)
    if (r->mentions.items[i].entity == actor && r->mentions.items[i].sentence == sentence)
      return true;
  return false;
}

static void add_shared(const teller *t, uint32_t a, uint32_t b, akt_explanation *e) {
  for (uint32_t s = 0; s < t->r->text.sentences.count; s++) {
    if (!occurs(t->r, a, s) || !occurs(t->r, b, s))
      continue;
    akt_told_sentence told = {.sentence = s, .quote = piece_of_sentence(t, s)};
    add_nearest(t, s, &told.misses);
    akt_vec_push(t->r->arena, &e->shared, told);
  }
}

static void explain_pair(const teller *t, uint32_t a, uint32_t b, bool is_why_not,
                         akt_explanation *e) {
  for (uint32_t i = 0; i < t->r->statements.count; i++) {
    const akt_statement *s = &t->r->statements.items[i];
    uint32_t x = t->r->mentions.items[s->source].entity;
    uint32_t y = t->r->mentions.items[s->target].entity;
    if ((x == a && y == b) || (x == b && y == a))
      add_edge(t, s, e);
  }
  if (is_why_not)
    add_shared(t, a, b, e);
}

akt_explanation *akt_explain_pair(akt_arena *arena, const akt_ruleset *rules, akt_span text,
                                  const akt_document *document, akt_span a, akt_span b,
                                  bool is_why_not) {
  akt_trace trace = {.misses = {0}};
  akt_read_options options = {.trace = &trace};
  akt_reading *r = akt_read_text(arena, rules, text, document, &options);
  akt_explanation *e = akt_arena_zalloc(arena, sizeof *e);
  uint32_t first = akt_actor_named(r, a), second = akt_actor_named(r, b);
  e->a = first == AKT_NONE ? NULL : r->actors.items[first].name;
  e->b = second == AKT_NONE ? NULL : r->actors.items[second].name;
  if (e->a && e->b) {
    teller t = new_teller(r, &trace);
    explain_pair(&t, first, second, is_why_not, e);
    return e;
  }
  for (uint32_t i = 0; i < r->actors.count && i < MOST_KNOWN; i++)
    akt_vec_push(arena, &e->known, r->actors.items[i].name);
  return e;
}
