// Rules that came near an edge: how far, what stood where they stopped, and what a
// rule author can do about it.
#include "extract/explain_inside.h"

enum { MOST_MISSES = 6, MOST_WORDS = 6 };

static const char *words_of(const akt_teller *t, uint32_t set) {
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

static const char *step_name(const akt_teller *t, const akt_frame *frame, uint32_t i) {
  if (!frame || i >= frame->steps.count)
    return "its end";
  const akt_step *step = &frame->steps.items[i];
  bool is_action = step->kind == AKT_STEP_INFINITIVE ||
                   (step->kind == AKT_STEP_SLOT && step->slot.type == AKT_SLOT_ACTION);
  if (is_action)
    return "`to` and a verb";
  return step->kind == AKT_STEP_SLOT ? "a noun phrase right there" : words_of(t, step->words);
}

// ------------------------------------------------------------ ends of the wrong kind

static const akt_slot *slot_of(const akt_frame *frame, akt_slot_use use) {
  if (frame->has_source_before && frame->subject.use == use)
    return &frame->subject;
  for (uint32_t i = 0; i < frame->steps.count; i++) {
    const akt_step *step = &frame->steps.items[i];
    if (step->kind == AKT_STEP_SLOT && step->slot.use == use)
      return &step->slot;
  }
  return NULL;
}

static bool is_misfit(const akt_reading *r, const akt_slot *slot, uint32_t actor) {
  uint32_t kind = r->actors.items[actor].kind;
  if (!slot || kind == AKT_NONE)
    return false;
  return slot->type == AKT_SLOT_KINDS  ? !(slot->kinds >> kind & 1)
         : slot->type == AKT_SLOT_NAME ? !akt_kind_is(r->rules, kind, r->rules->kind_person)
                                       : false;
}

static bool find_misfit(const akt_teller *t, const akt_frame *frame, akt_slot_use use,
                        uint32_t actor, akt_told_misfit *out) {
  if (actor == AKT_NONE || !is_misfit(t->r, slot_of(frame, use), actor))
    return false;
  *out = (akt_told_misfit){.name = t->r->actors.items[actor].name,
                           .kind = akt_kind_of_actor(t->r, actor),
                           .end = use == AKT_USE_SOURCE ? "source" : "target",
                           .is_listed = t->r->actors.items[actor].listed != AKT_NONE};
  return true;
}

static void tell_misfit(const akt_teller *t, const akt_frame *frame, uint32_t a, uint32_t b,
                        akt_told_miss *told) {
  if (!find_misfit(t, frame, AKT_USE_SOURCE, a, &told->misfit))
    find_misfit(t, frame, AKT_USE_TARGET, b, &told->misfit);
}

// ------------------------------------------------------------ how near

static const char *const reason_names[] = {"element", "source",   "target",  "passive",
                                           "beaten",  "silenced", "switched"};

static void tell_winner(const akt_reading *r, const akt_frame *winner, const akt_frame *loser,
                        akt_told_miss *told) {
  told->by = winner->rule;
  if (winner->relation != AKT_NONE && winner->relation != loser->relation)
    told->above = r->rules->relations.items[winner->relation].name;
}

akt_told_miss akt_tell_miss(const akt_teller *t, const akt_miss *miss, uint32_t a, uint32_t b) {
  const akt_reading *r = t->r;
  const akt_frame *frame =
      miss->frame == AKT_NONE ? NULL : &r->rules->frames.items[miss->frame];
  akt_told_miss told = {.rule = frame ? frame->rule : "a rule",
                        .pattern = frame ? frame->text : NULL,
                        .reason = reason_names[miss->reason],
                        .trigger = akt_piece_of_chunk(t, miss->trigger),
                        .by = miss->rule};
  if (frame && frame->relation != AKT_NONE) {
    told.relation = r->rules->relations.items[frame->relation].name;
    if (miss->reason != AKT_MISS_STEP && miss->reason != AKT_MISS_SILENCED)
      tell_misfit(t, frame, a, b, &told);
  }
  if (frame && miss->reason == AKT_MISS_BEATEN && miss->by != AKT_NONE)
    tell_winner(r, &r->rules->frames.items[miss->by], frame, &told);
  if (miss->reason == AKT_MISS_NO_SOURCE && miss->subject != AKT_NONE)
    told.found = akt_piece_of_chunk(t, miss->subject);
  if (miss->reason != AKT_MISS_STEP)
    return told;
  told.wanted = step_name(t, frame, miss->step);
  if (miss->at < r->sentence_chunks.items[miss->sentence + 1])
    told.found = akt_piece_of_chunk(t, miss->at);
  return told;
}

// A `not` or `never` line that did not apply is no rule that came near.
static bool is_telling(const akt_reading *r, const akt_miss *m) {
  return m->frame == AKT_NONE || m->reason == AKT_MISS_SILENCED ||
         r->rules->frames.items[m->frame].role == AKT_FRAME_ASSERTS;
}

// How near a rule came: later reasons are nearer, and more steps done.
static uint32_t nearness(const akt_miss *m) {
  static const uint8_t weights[] = {0, 30, 30, 25, 20, 40, 40};
  return weights[m->reason] + m->step * 5;
}

void akt_tell_nearest(const akt_teller *t, uint32_t sentence, uint32_t a, uint32_t b,
                      akt_told_misses *out) {
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
        akt_vec_push(t->r->arena, out, akt_tell_miss(t, m, a, b));
    }
    limit = best;
  }
}

bool akt_nearest_miss(akt_reading *r, const akt_trace *trace, uint32_t relation, uint32_t a,
                      uint32_t b, akt_told_miss *out) {
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
  akt_teller t = akt_teller_new(r, trace);
  *out = akt_tell_miss(&t, best, a, b);
  return true;
}

// ------------------------------------------------------------ words that no rule has

static bool is_governor(const akt_ruleset *rules, uint32_t lemma) {
  for (uint32_t i = 0; i < rules->governs.count; i++)
    if (akt_wordset_has(rules, rules->governs.items[i].words, lemma))
      return true;
  return false;
}

// Verbs that the grammar reads by itself make no edges and are no gap in the rules.
static bool is_strange(const akt_reading *r, uint32_t token) {
  uint32_t lemma = r->units.items[token].lemma;
  if (lemma == AKT_NONE)
    return true;
  const uint64_t grammar = AKT_EN(REPORTING) | AKT_EN(COPULA) | AKT_EN(TRANSPARENT);
  return !r->rules->verb_triggers.items[lemma].count &&
         !(r->rules->words.items[lemma].classes & grammar) && !is_governor(r->rules, lemma);
}

void akt_tell_strange_verbs(const akt_teller *t, uint32_t sentence, akt_told_pieces *out) {
  const akt_reading *r = t->r;
  for (uint32_t i = r->sentence_chunks.items[sentence];
       i < r->sentence_chunks.items[sentence + 1]; i++) {
    const akt_chunk *k = &r->chunks.items[i];
    if (k->type == AKT_CH_VERB && k->main != AKT_NONE && is_strange(r, k->main))
      akt_vec_push(r->arena, out, akt_piece_of(t, k->main, k->main + 1));
  }
}

static bool starts_frame(const akt_ruleset *rules, uint32_t word) {
  for (int k = 0; word != AKT_NONE && k < AKT_READINGS; k++) {
    uint32_t lemma = rules->words.items[word].verb[k].lemma;
    if (lemma != AKT_NONE && rules->verb_triggers.items[lemma].count)
      return true;
  }
  return false;
}

void akt_tell_no_verbs(const akt_teller *t, uint32_t sentence, akt_told_pieces *out) {
  const akt_reading *r = t->r;
  const akt_sentence *s = &r->text.sentences.items[sentence];
  for (uint32_t i = s->first; i < s->last; i++) {
    uint8_t class = r->units.items[i].class;
    bool is_candidate = class == AKT_CL_NOUN || class == AKT_CL_ADJECTIVE || class == AKT_CL_DO;
    if (is_candidate && starts_frame(r->rules, r->units.items[i].word))
      akt_vec_push(r->arena, out, akt_piece_of(t, i, i + 1));
  }
}

const char *akt_verb_read_as_noun(akt_reading *r, uint32_t relation) {
  const akt_ruleset *rules = r->rules;
  for (uint32_t i = 0; relation != AKT_NONE && i < r->text.tokens.count; i++) {
    uint32_t word = r->units.items[i].word;
    uint8_t class = r->units.items[i].class;
    if (word == AKT_NONE || class == AKT_CL_VERB || class == AKT_CL_NAME)
      continue;
    for (int k = 0; k < AKT_READINGS; k++) {
      uint32_t lemma = rules->words.items[word].verb[k].lemma;
      if (lemma == AKT_NONE)
        continue;
      const akt_triggers *triggers = &rules->verb_triggers.items[lemma];
      for (uint32_t f = 0; f < triggers->count; f++)
        if (rules->frames.items[triggers->items[f].frame].relation == relation) {
          akt_span text = akt_unit_text(r, i);
          return akt_arena_copy(r->arena, text.ptr, text.len);
        }
    }
  }
  return NULL;
}
