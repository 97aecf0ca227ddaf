// How many objects a verb has: "Kenya arms and trains the rebels" has one for two verbs, "A
// called B a liar" two for one.
#include "extract/statements.h"

// "has armed and trained", "to arm and train": the second has no auxiliary of its own.
static bool is_twin(const akt_clause *c, uint32_t verb, uint32_t twin) {
  const akt_chunk *a = akt_chunk_at(c, verb);
  const akt_chunk *b = akt_chunk_at(c, twin);
  bool is_bare = b->modal == AKT_NONE && !b->is_negated && !b->has_be && b->main != AKT_NONE;
  bool is_past = (a->form == AKT_VF_PAST || a->form == AKT_VF_PARTICIPLE) &&
                 (b->form == AKT_VF_PAST || b->form == AKT_VF_PARTICIPLE);
  bool has_auxiliary = a->form == AKT_VF_FINITE && b->form != AKT_VF_INFINITIVE;
  bool is_base = a->form == AKT_VF_INFINITIVE && b->form == AKT_VF_BASE;
  return is_bare && a->main != AKT_NONE && !a->is_passive &&
         (a->form == b->form || is_past || has_auxiliary || is_base);
}

uint32_t akt_past_twin(const akt_clause *c, uint32_t verb, const akt_frame *frame) {
  uint32_t at = verb + 1;
  uint32_t twin = verb + 2;
  const akt_step *first = frame->steps.count ? &frame->steps.items[0] : NULL;
  bool is_direct = first && first->kind == AKT_STEP_SLOT && first->slot.use == AKT_USE_TARGET &&
                   first->slot.type != AKT_SLOT_ACTION;
  bool has_two = akt_type_at(c, at) == AKT_CH_CONJUNCTION && akt_is_verb(c, twin) &&
                 akt_is_np(c, twin + 1) && !akt_is_verb(c, twin + 2);
  if (!is_direct || !has_two || !is_twin(c, verb, twin) ||
      akt_verb_in(c, verb, AKT_SET_STANDS_ALONE))
    return at;
  return twin + 1;
}

// "called B, C and D": names and no more, with nothing but the next clause after them.
bool akt_is_bare_naming(const akt_clause *c, const akt_frame *frame, const akt_match *m) {
  const akt_step *last =
      frame->steps.count ? &frame->steps.items[frame->steps.count - 1] : NULL;
  bool is_bare = last && frame->steps.count == 1 && last->kind == AKT_STEP_SLOT &&
                 last->slot.use == AKT_USE_TARGET;
  if (!is_bare || !akt_verb_in(c, m->trigger, AKT_SET_LABELLING))
    return true;
  uint32_t next = m->reach;
  uint8_t type = akt_type_at(c, next);
  bool is_over = type == AKT_CH_END || type == AKT_CH_COMMA || type == AKT_CH_SUBORDINATOR ||
                 type == AKT_CH_RELATIVE ||
                 (type == AKT_CH_CONJUNCTION && akt_is_verb(c, next + 1));
  for (uint32_t i = m->trigger + 1; i < next; i++) {
    const akt_chunk *k = akt_chunk_at(c, i);
    bool is_name = k->type == AKT_CH_NP && k->mention != AKT_NONE &&
                   c->r->mentions.items[k->mention].name_last == k->last;
    bool is_between = k->type == AKT_CH_COMMA || k->type == AKT_CH_CONJUNCTION;
    if (!is_name && !is_between)
      return false;
  }
  return is_over;
}
