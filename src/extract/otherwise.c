// "The attack was near a market, X said": a named speaker, a thing he speaks of, and
// nothing else that any rule reads in the sentence. The slot of such a frame may be
// filled from anywhere in it.
#include "extract/statements.h"

static bool is_named_person(const akt_reading *r, uint32_t mention) {
  if (mention == AKT_NONE || r->mentions.items[mention].entity == AKT_NONE)
    return false;
  uint8_t type = r->mentions.items[mention].type;
  return type == AKT_ME_LISTED || type == AKT_ME_PERSON;
}

static bool take_topic(akt_clause *c, const akt_slot *slot, uint32_t speaker, akt_ends *ends) {
  const akt_reading *r = c->r;
  for (uint32_t i = c->begin; i < c->end; i++) {
    uint32_t m = akt_is_np(c, i) ? akt_chunk_at(c, i)->mention : AKT_NONE;
    if (akt_slot_takes(r, slot, m) &&
        !r->actors.items[r->mentions.items[m].entity].is_unnamed &&
        r->mentions.items[m].entity != r->mentions.items[speaker].entity) {
      akt_add_end(ends, m);
      return true;
    }
  }
  return false;
}

static bool try_otherwise(akt_clause *c, uint32_t verb, uint32_t number, akt_match *m) {
  const akt_frame *frame = &c->r->rules->frames.items[number];
  if (!frame->is_otherwise || !frame->steps.count ||
      frame->steps.items[0].kind != AKT_STEP_SLOT)
    return false;
  *m = (akt_match){.frame = number,
                   .trigger = verb,
                   .own_target = AKT_NONE,
                   .noun = AKT_NONE,
                   .action = AKT_NONE,
                   .reach = verb + 1};
  const akt_members *subject = akt_subject(c, verb);
  akt_slot slot = akt_subject_slot(frame);
  if (subject->count == 1)
    akt_realise(c, subject->items[0], &slot, true, &m->sources);
  return m->sources.count == 1 && is_named_person(c->r, m->sources.items[0]) &&
         take_topic(c, &frame->steps.items[0].slot, m->sources.items[0], &m->targets) &&
         !akt_is_across_relative(c, m);
}

void akt_match_otherwise(akt_clause *c, uint32_t first_statement) {
  if (c->r->statements.count > first_statement)
    return;
  for (uint32_t i = c->begin; i < c->end; i++) {
    if (!akt_is_finite(c, i) || akt_chunk_at(c, i)->is_passive ||
        akt_chunk_at(c, i)->is_negated)
      continue;
    uint32_t lemma = akt_verb_lemma(c, i);
    if (lemma == AKT_NONE)
      continue;
    const akt_triggers *triggers = &c->r->rules->verb_triggers.items[lemma];
    akt_match m;
    for (uint32_t t = 0; t < triggers->count; t++)
      if (try_otherwise(c, i, triggers->items[t].frame, &m)) {
        akt_state(c, &m);
        return;
      }
  }
}
