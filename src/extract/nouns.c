// Statements without a verb of their own: "talks between A and B", "A's attack on
// B", "A is an ally of B", "A, an ally of B,", "B's ally A".
#include "extract/phrase.h"
#include "extract/statements.h"

// "In a call with X, Y said", "Y said after talks with X": whoever the clause
// is about took part. Only for mutual deeds: a victim is no party to an attack.
static bool take_occasion(akt_clause *c, const akt_frame *frame, uint32_t np, akt_ends *ends) {
  bool is_phrase = np > c->begin && akt_type_at(c, np - 1) == AKT_CH_PREPOSITION &&
                   akt_chunk_in(c, np - 1, AKT_SET_OCCASION);
  if (!is_phrase || !c->r->rules->relations.items[frame->relation].is_mutual)
    return false;
  uint32_t verb = akt_finite_before(c, np);
  for (uint32_t v = np; v < c->end && verb == AKT_NONE; v++)
    if (akt_is_finite(c, v))
      verb = v;
  if (verb == AKT_NONE)
    return false;
  akt_slot slot = akt_subject_slot(frame);
  const akt_members *subject = akt_subject(c, verb);
  for (uint32_t i = 0; i < subject->count; i++)
    if (subject->items[i] != np)
      akt_realise(c, subject->items[i], &slot, true, ends);
  return ends->count > 0;
}

// Who stands before it: what is a unit of B belongs to B, so B is the source.
static akt_ends *ends_for(akt_match *m, const akt_slot *slot) {
  return slot->use == AKT_USE_TARGET ? &m->targets : &m->sources;
}

// "a White House meeting with X", "a Geneva meeting": where they met, not who.
static bool is_venue(const akt_clause *c, const akt_frame *frame, uint32_t modifier) {
  uint32_t atom = c->r->units.items[c->r->mentions.items[modifier].name_first].atom;
  return c->r->rules->relations.items[frame->relation].is_mutual && atom != AKT_NONE &&
         c->r->atoms.items[atom].type == AKT_ATOM_STANDS_FOR;
}

static bool take_owner(akt_clause *c, const akt_frame *frame, uint32_t np, akt_match *m) {
  akt_slot slot = akt_subject_slot(frame);
  const akt_chunk *k = akt_chunk_at(c, np);
  akt_ends *ends = ends_for(m, &slot);
  if (akt_slot_takes(c->r, &slot, k->owner))
    akt_add_end(ends, k->owner);
  else if (akt_slot_takes(c->r, &slot, k->modifier) && !is_venue(c, frame, k->modifier))
    akt_add_end(ends, k->modifier);
  else if (k->possessive && !slot.is_coref_off)
    akt_antecedents(c, np, k->possessive, ends);
  if (ends->count)
    return true;
  uint32_t agent = akt_object_of(c, np + 1, "by");
  if (agent == AKT_NONE || agent > np + 6 || akt_is_of_other_verb(c, np, agent))
    return take_occasion(c, frame, np, ends);
  akt_members list = akt_list_right(c, agent);
  for (uint32_t i = 0; i < list.count; i++)
    akt_realise(c, list.items[i], &slot, true, ends);
  return ends->count > 0;
}

// After "between" the list must close, even where a verb follows.
static akt_members members_between(const akt_clause *c, uint32_t np) {
  akt_members list = {{np}, 1};
  for (uint32_t at = np + 1; list.count < AKT_MOST_MEMBERS;) {
    bool is_comma = akt_type_at(c, at) == AKT_CH_COMMA,
         is_and = akt_type_at(c, at) == AKT_CH_CONJUNCTION;
    if (is_comma && akt_type_at(c, at + 1) == AKT_CH_CONJUNCTION)
      at++;
    if (!(is_comma || is_and) || !akt_is_np(c, at + 1))
      break;
    list.items[list.count++] = at + 1;
    at += 2;
    if (is_and)
      break;
  }
  return list;
}

// US-Iran talks: the two names of a pair before the noun.
static bool match_pair(akt_clause *c, const akt_slot *slot, uint32_t np, akt_match *m) {
  akt_reading *r = c->r;
  akt_ends both = {.count = 0};
  const akt_chunk *k = akt_chunk_at(c, np);
  for (uint32_t t = k->first; t < k->last; t++) {
    uint32_t atom = r->units.items[t].atom;
    if (atom == AKT_NONE || !r->atoms.items[atom].is_pair)
      continue;
    for (uint32_t i = 0; i < r->mentions.count; i++)
      if (r->mentions.items[i].name_first == t && r->mentions.items[i].name_last == t + 1 &&
          akt_slot_takes(r, slot, i))
        akt_add_end(&both, i);
  }
  if (both.count != 2)
    return false;
  akt_add_end(&m->sources, both.items[0]);
  akt_add_end(&m->targets, both.items[1]);
  m->reach = np + 1;
  return true;
}

// between A and B: the first is the source, the others targets.
static bool match_between(akt_clause *c, const akt_frame *frame, uint32_t np, akt_match *m) {
  uint32_t between = np + 1;
  bool is_active = akt_is_verb(c, between) && akt_is_finite(c, between) &&
                   !akt_chunk_at(c, between)->is_passive;
  if (is_active) // fighting broke out between
    for (between++; akt_type_at(c, between) == AKT_CH_PARTICLE;)
      between++;
  const akt_slot *slot = NULL;
  for (uint32_t i = 0; i < frame->steps.count && !slot; i++)
    if (frame->steps.items[i].kind == AKT_STEP_SLOT)
      slot = &frame->steps.items[i].slot;
  if (!slot)
    return false;
  if (!akt_chunk_word(c, between, "between") || !akt_is_np(c, between + 1))
    return match_pair(c, slot, np, m);
  akt_members list = members_between(c, between + 1);
  akt_ends all = {.count = 0};
  for (uint32_t i = 0; i < list.count; i++)
    akt_realise(c, list.items[i], slot, true, &all);
  if (all.count < 2)
    return false;
  m->sources.count = m->targets.count = 0;
  akt_add_end(&m->sources, all.items[0]);
  for (uint32_t i = 1; i < all.count; i++)
    akt_add_end(&m->targets, all.items[i]);
  m->reach = list.items[list.count - 1] + 1;
  return true;
}

static bool is_between_frame(const akt_clause *c, const akt_frame *frame) {
  uint32_t between = akt_ruleset_word(c->r->rules, AKT_SPAN("between"));
  return frame->steps.count && !frame->has_source_before && // A's mediation between B and C
         frame->steps.items[0].kind == AKT_STEP_PREPOSITION &&
         akt_wordset_has(c->r->rules, frame->steps.items[0].words, between);
}

static bool match_noun(akt_clause *c, const akt_frame *frame, uint32_t np, akt_match *m) {
  if (is_between_frame(c, frame))
    return match_between(c, frame, np, m);
  m->noun = np; // prepositions may follow at a distance
  if (!akt_match_steps(c, frame, 0, np + 1, m))
    return false;
  return !frame->has_source_before || take_owner(c, frame, np, m);
}

// ------------------------------------------------------------ copulas

// The verb be (become, remain) before the predicate, or AKT_NONE.
static uint32_t copula_before(const akt_clause *c, uint32_t np) {
  if (np <= c->begin || !akt_is_verb(c, np - 1))
    return AKT_NONE;
  const akt_chunk *v = akt_chunk_at(c, np - 1);
  if (v->main == AKT_NONE)
    return v->has_be ? np - 1 : AKT_NONE;
  return (akt_verb_classes(c, np - 1) & AKT_EN(COPULA)) && !v->is_passive ? np - 1 : AKT_NONE;
}

static bool take_subject(akt_clause *c, const akt_frame *frame, uint32_t verb, akt_match *m) {
  akt_slot slot = akt_subject_slot(frame);
  const akt_members *subject = akt_subject(c, verb);
  akt_ends *ends = ends_for(m, &slot);
  for (uint32_t i = 0; i < subject->count; i++)
    akt_realise(c, subject->items[i], &slot, slot.use == AKT_USE_SOURCE, ends);
  return ends->count > 0;
}

// A named body that its own noun ends, with an owner: his Green Dawn party.
static bool takes_itself(const akt_clause *c, const akt_slot *slot, uint32_t np) {
  const akt_chunk *k = akt_chunk_at(c, np);
  if (!k->is_named || k->owner == k->mention || !akt_slot_takes(c->r, slot, k->mention))
    return false;
  uint8_t type = c->r->mentions.items[k->mention].type;
  return type == AKT_ME_LISTED || type == AKT_ME_NAME || type == AKT_ME_HEADED;
}

// X, an ally of Y — or — an ally of Y, X
static bool take_apposed(akt_clause *c, const akt_frame *frame, uint32_t np, akt_match *m) {
  akt_slot slot = akt_subject_slot(frame);
  akt_ends *ends = ends_for(m, &slot);
  uint32_t before = np;
  if (before >= c->begin + 2 && akt_type_at(c, before - 1) == AKT_CH_COMMA) {
    uint32_t k = before - 2;
    while (k > c->begin + 1 && akt_is_np(c, k) && akt_chunk_word(c, k - 1, "of") &&
           akt_is_np(c, k - 2) && !akt_slot_takes(c->r, &slot, akt_chunk_at(c, k)->mention))
      k -= 2;
    if (akt_is_np(c, k) && akt_slot_takes(c->r, &slot, akt_chunk_at(c, k)->mention) &&
        c->r->mentions.items[akt_chunk_at(c, k)->mention].type != AKT_ME_GENERIC)
      akt_add_end(ends, akt_chunk_at(c, k)->mention);
  }
  if (!ends->count && akt_type_at(c, m->reach) == AKT_CH_COMMA && akt_is_np(c, m->reach + 1)) {
    uint32_t mention = akt_chunk_at(c, m->reach + 1)->mention;
    if (akt_slot_takes(c->r, &slot, mention) &&
        c->r->mentions.items[mention].type != AKT_ME_GENERIC)
      akt_add_end(ends, mention);
  }
  if (!ends->count && takes_itself(c, &slot, np))
    akt_add_end(ends, akt_chunk_at(c, np)->mention);
  return ends->count > 0;
}

// B, whose party
static void take_whose(akt_clause *c, const akt_slot *slot, uint32_t np, akt_ends *ends) {
  uint32_t before = akt_whose(c->r, c->begin, np);
  if (before != AKT_NONE)
    akt_realise(c, before, slot, true, ends);
}

// The other end: "of Y" by the frame's own steps, or the owner: Y's ally.
static bool take_other(akt_clause *c, const akt_frame *frame, uint32_t np, akt_match *m) {
  const akt_slot *slot = NULL;
  for (uint32_t i = 1; i < frame->steps.count && !slot; i++)
    if (frame->steps.items[i].kind == AKT_STEP_SLOT &&
        frame->steps.items[i].slot.use != AKT_USE_NOTE)
      slot = &frame->steps.items[i].slot;
  if (!slot)
    return false;
  akt_ends *ends = slot->use == AKT_USE_SOURCE ? &m->sources : &m->targets;
  const akt_chunk *k = akt_chunk_at(c, np);
  m->noun = np;
  m->reach = np + 1;
  if (akt_slot_takes(c->r, slot, k->owner))
    akt_add_end(ends, k->owner);
  else if (akt_slot_takes(c->r, slot, k->modifier))
    akt_add_end(ends, k->modifier);
  else if (k->possessive && slot->use == AKT_USE_SOURCE && !slot->is_coref_off)
    akt_antecedents(c, np, k->possessive, ends); // offices have their own reading: roles.c
  else
    take_whose(c, slot, np, ends);
  if (ends->count)
    return true;
  akt_match tried = *m;
  if (!akt_match_steps(c, frame, 1, np + 1, &tried))
    return false;
  *m = tried;
  return ends->count > 0;
}

static bool match_copula(akt_clause *c, const akt_frame *frame, uint32_t np, akt_match *m) {
  uint32_t verb = copula_before(c, np);
  if (!take_other(c, frame, np, m))
    return false;
  if (verb != AKT_NONE) {
    m->trigger = verb;
    return take_subject(c, frame, verb, m);
  }
  return take_apposed(c, frame, np, m);
}

// B's ally A: owner, noun of the frame, name, in one phrase.
static void match_inside(akt_clause *c, uint32_t np) {
  akt_reading *r = c->r;
  const akt_chunk *k = akt_chunk_at(c, np);
  if (k->mention == AKT_NONE || !k->is_named)
    return;
  const akt_reference *m = &r->mentions.items[k->mention];
  if (m->name_first <= k->first || m->type == AKT_ME_GENERIC || m->type == AKT_ME_BODY)
    return;
  uint32_t word = r->units.items[m->name_first - 1].word;
  uint32_t noun = word == AKT_NONE ? AKT_NONE : r->rules->words.items[word].noun;
  uint32_t other = k->owner != AKT_NONE ? k->owner : k->modifier;
  if (noun == AKT_NONE || other == AKT_NONE ||
      r->units.items[m->name_first - 1].atom != AKT_NONE)
    return;
  const akt_triggers *triggers = &r->rules->noun_triggers.items[noun];
  akt_match best;
  bool is_found = false;
  for (uint32_t i = 0; i < triggers->count; i++) {
    const akt_frame *frame = &r->rules->frames.items[triggers->items[i].frame];
    if (frame->shape != AKT_FRAME_COPULA || frame->role != AKT_FRAME_ASSERTS)
      continue;
    akt_slot subject = akt_subject_slot(frame);
    const akt_slot *slot = NULL;
    for (uint32_t s = 1; s < frame->steps.count && !slot; s++)
      if (frame->steps.items[s].kind == AKT_STEP_SLOT)
        slot = &frame->steps.items[s].slot;
    if (!slot || !akt_slot_takes(r, &subject, k->mention) || !akt_slot_takes(r, slot, other))
      continue;
    akt_match match = {
        .frame = triggers->items[i].frame, .trigger = np, .noun = np, .reach = np + 1};
    akt_add_end(ends_for(&match, &subject), k->mention);
    akt_add_end(subject.use == AKT_USE_TARGET ? &match.sources : &match.targets, other);
    if (is_found && !akt_beats(c, &match, &best))
      continue;
    best = match;
    is_found = true;
  }
  if (is_found)
    akt_state(c, &best);
}

static bool try_noun(akt_clause *c, uint32_t np, const akt_trigger *trigger, akt_match *m) {
  const akt_frame *frame = &c->r->rules->frames.items[trigger->frame];
  *m = (akt_match){.frame = trigger->frame,
                   .trigger = np,
                   .own_target = AKT_NONE,
                   .noun = AKT_NONE,
                   .action = AKT_NONE,
                   .reach = np + 1};
  bool is_copula = frame->shape == AKT_FRAME_COPULA;
  if (frame->shape == AKT_FRAME_VERB)
    return false;
  bool matches = is_copula ? match_copula(c, frame, np, m) : match_noun(c, frame, np, m);
  return matches && m->sources.count && m->targets.count && !akt_is_across_relative(c, m);
}

void akt_match_nouns(akt_clause *c, bool *used) {
  for (uint32_t i = c->begin; i < c->end; i++) {
    if (!akt_is_np(c, i) || akt_chunk_at(c, i)->head_noun == AKT_NONE)
      continue;
    match_inside(c, i);
    if (used[i - c->begin])
      continue;
    const akt_triggers *triggers =
        &c->r->rules->noun_triggers.items[akt_chunk_at(c, i)->head_noun];
    akt_match best, m;
    bool is_found = false;
    for (uint32_t t = 0; t < triggers->count; t++) {
      if (!try_noun(c, i, &triggers->items[t], &m))
        continue;
      bool is_taken = !is_found || akt_beats(c, &m, &best);
      if (is_found)
        akt_note_beaten(c, is_taken ? &best : &m, is_taken ? m.frame : best.frame);
      if (is_taken)
        best = m;
      is_found = true;
    }
    if (!is_found || c->r->rules->frames.items[best.frame].role != AKT_FRAME_ASSERTS)
      continue;
    if (best.noun != AKT_NONE)
      used[best.noun - c->begin] = true; // "the suspension of aid to": no aid
    akt_state(c, &best);
  }
}
