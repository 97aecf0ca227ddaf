// What is left out because it was just said: "Ghana recognises Kosovo, but Serbia and
// Russia do not" says of Serbia and Russia that they do not recognise it.
#include "extract/statements.h"

// An auxiliary with "not" and nothing after it: do not, has not, did not.
static bool is_stump(const akt_clause *c, uint32_t i) {
  if (!akt_is_verb(c, i))
    return false;
  const akt_chunk *v = akt_chunk_at(c, i);
  uint8_t class = c->r->units.items[v->first].class;
  uint8_t next = i + 1 < c->end ? akt_type_at(c, i + 1) : (uint8_t)AKT_CH_END;
  return v->main == AKT_NONE && v->is_negated &&
         (class == AKT_CL_DO || class == AKT_CL_HAVE || class == AKT_CL_MODAL) &&
         (next == AKT_CH_END || next == AKT_CH_COMMA || next == AKT_CH_DASH);
}

// The chunk that parts the stump from what it takes up: but, while, and. AKT_NONE where
// a relative pronoun or nothing stands between.
static uint32_t parting(const akt_clause *c, uint32_t subject) {
  for (uint32_t i = subject; i > c->begin; i--) {
    uint8_t t = akt_type_at(c, i - 1);
    if (t == AKT_CH_SUBORDINATOR || t == AKT_CH_CONJUNCTION)
      return i - 1;
    if (t != AKT_CH_COMMA)
      return AKT_NONE;
  }
  return AKT_NONE;
}

// The last verb before `end` that says something of this sentence.
static uint32_t said_before(const akt_reading *r, uint32_t from, uint32_t end) {
  uint32_t last = AKT_NONE;
  for (uint32_t i = from; i < r->statements.count; i++) {
    const akt_statement *s = &r->statements.items[i];
    if (s->frame != AKT_NONE && s->chunk < end && (last == AKT_NONE || s->chunk > last))
      last = s->chunk;
  }
  return last;
}

static void take_up(akt_clause *c, uint32_t stump, uint32_t from) {
  akt_reading *r = c->r;
  const akt_members *subject = akt_subject(c, stump);
  uint32_t parted = subject->count ? parting(c, subject->items[0]) : AKT_NONE;
  uint32_t said = parted == AKT_NONE ? AKT_NONE : said_before(r, from, parted);
  if (said == AKT_NONE || !akt_is_verb(c, said))
    return;
  for (uint32_t i = from, count = r->statements.count; i < count; i++) {
    const akt_statement *s = &r->statements.items[i];
    const akt_frame *frame = &r->rules->frames.items[s->frame];
    if (s->chunk != said || s->polarity != AKT_AFFIRMED || s->modality != AKT_ASSERTED ||
        frame->is_negation_off)
      continue;
    akt_statement taken = *s;
    akt_slot slot = akt_subject_slot(frame);
    akt_ends ends = {.count = 0};
    for (uint32_t k = 0; k < subject->count; k++)
      akt_realise(c, subject->items[k], &slot, true, &ends);
    taken.polarity = AKT_NEGATED;
    taken.chunk = stump;
    for (uint32_t k = 0; k < ends.count; k++) {
      taken.source = ends.items[k];
      uint32_t a = r->mentions.items[taken.source].entity;
      if (a != AKT_NONE && a != r->mentions.items[taken.target].entity &&
          slot.use != AKT_USE_TARGET)
        akt_vec_push(r->arena, &r->statements, taken);
    }
    return;
  }
}

void akt_match_stumps(akt_clause *c, uint32_t from) {
  for (uint32_t i = c->begin; i < c->end; i++)
    if (is_stump(c, i))
      take_up(c, i, from);
}
