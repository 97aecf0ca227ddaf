// Frames whose trigger is a verb: of all that fit a verb group the one that
// says most wins; then the earlier line.
#include "extract/statements.h"
#include "extract/trace.h"

#include "extract/phrase.h"

akt_slot akt_subject_slot(const akt_frame *frame) {
  if (frame->has_source_before)
    return frame->subject;
  return (akt_slot){.type = AKT_SLOT_ANY,
                    .use = AKT_USE_SOURCE,
                    .is_coref_off = frame->is_coref_off,
                    .words = AKT_NONE};
}

// Particles of the trigger: right after the verb, or after its object (called the deal off).
static bool take_particles(const akt_clause *c, uint32_t verb, const akt_trigger *trigger,
                           uint32_t *at, double *score) {
  *at = verb + 1;
  for (int i = 0; i < 2 && trigger->particles[i] != AKT_NONE; i++) {
    uint32_t wanted = trigger->particles[i];
    uint8_t t = akt_type_at(c, *at);
    bool is_here = (t == AKT_CH_PARTICLE || t == AKT_CH_PREPOSITION || t == AKT_CH_NP) &&
                   akt_chunk_at(c, *at)->word == wanted;
    if (!is_here &&
        akt_is_np(c, *at)) { // an adjective or noun of the trigger inside the phrase: gun down
      const akt_chunk *np = akt_chunk_at(c, *at);
      is_here = np->first + 1 == np->last && c->r->units.items[np->first].word == wanted;
    }
    if (is_here) {
      (*at)++;
      *score += 2;
      continue;
    }
    if (akt_is_np(c, *at) && c->r->units.items[akt_chunk_at(c, *at)->first].word == wanted) {
      *score += 2; // set free Peru's soldiers: one phrase to the reader
      continue;
    }
    bool is_after_object = i == 0 && akt_is_np(c, *at) &&
                           akt_type_at(c, *at + 1) == AKT_CH_PARTICLE &&
                           akt_chunk_at(c, *at + 1)->word == wanted;
    if (!is_after_object)
      return false;
    *score += 2;
  }
  return true;
}

static void realise_list(akt_clause *c, const akt_members *list, const akt_slot *slot,
                         bool is_source, akt_ends *ends) {
  for (uint32_t i = 0; i < list->count; i++)
    akt_realise(c, list->items[i], slot, is_source, ends);
}

static bool is_mutual(const akt_clause *c, const akt_frame *frame) {
  return frame->relation != AKT_NONE &&
         (frame->is_mutual || c->r->rules->relations.items[frame->relation].is_mutual);
}

// The noun of the frame in the subject: "sanctions", "tonnes of grain".
static uint32_t find_undergoer(const akt_clause *c, const akt_members *undergoer,
                               uint32_t words) {
  for (uint32_t i = 0; i < undergoer->count; i++)
    for (uint32_t np = undergoer->items[i]; akt_is_np(c, np); np += 2) {
      if (akt_wordset_has(c->r->rules, words, akt_chunk_at(c, np)->head_noun))
        return np;
      if (!akt_chunk_word(c, np + 1, "of"))
        break;
    }
  return AKT_NONE;
}

static bool start_passive(akt_clause *c, const akt_step *first, akt_match *m) {
  const akt_members *undergoer = akt_subject(c, m->trigger);
  if (!undergoer->count)
    return false;
  if (first->kind == AKT_STEP_SLOT && first->slot.use == AKT_USE_TARGET &&
      first->slot.type != AKT_SLOT_ACTION) {
    uint32_t claimant = akt_claimant(c, m->trigger - 1); // an allegation rejected by B
    akt_members one = {{claimant}, 1};
    realise_list(c, claimant == AKT_NONE ? undergoer : &one, &first->slot, false, &m->targets);
    m->score += 1;
    return true;
  }
  if (first->kind == AKT_STEP_SLOT && first->slot.use == AKT_USE_NOTE &&
      first->slot.type == AKT_SLOT_THING)
    return true; // the hostages were handed over to B
  if (first->kind != AKT_STEP_NOUN)
    return false;
  m->noun = find_undergoer(c, undergoer, first->words);
  m->score += 4;
  return m->noun != AKT_NONE;
}

// "sent to rebels backed by Iran": whoever backs them did not send it.
static uint32_t agent_of(const akt_clause *c, uint32_t verb, const char *preposition) {
  uint32_t np = akt_object_of(c, verb + 1, preposition);
  return np == AKT_NONE || akt_is_of_other_verb(c, verb, np) ? AKT_NONE : np;
}

// X was condemned by A; sanctions imposed on X by A, sanctions on X were lifted by A;
// X was given aid by A; a truce was signed by A and B, was reached between A and B.
static bool match_passive(akt_clause *c, const akt_frame *frame, uint32_t at, akt_match *m) {
  if (frame->is_passive_off || !frame->steps.count)
    return false;
  uint32_t agent = agent_of(c, m->trigger, "by");
  if (agent == AKT_NONE && is_mutual(c, frame))
    agent = agent_of(c, m->trigger, "between");
  if (agent == AKT_NONE) {
    akt_trace_miss(c->r, (akt_miss){.frame = m->frame,
                                    .sentence = c->sentence,
                                    .trigger = m->trigger,
                                    .at = at,
                                    .reason = AKT_MISS_PASSIVE,
                                    .by = AKT_NONE});
    return false;
  }
  if (!start_passive(c, &frame->steps.items[0], m))
    return false;
  akt_slot source = akt_subject_slot(frame);
  akt_members agents = akt_list_right(c, agent);
  akt_ends sources = {.count = 0};
  realise_list(c, &agents, &source, true, &sources);
  m->is_target_open = is_mutual(c, frame) && sources.count > 1;
  akt_match before = *m;
  bool fits = akt_match_steps(c, frame, 1, at, m);
  bool is_own = m->targets.count == 1 && sources.count == 1 &&
                m->targets.items[0] == sources.items[0]; // Peru's demands were met by A
  if (!fits || (is_own && m->noun != AKT_NONE)) {
    *m = before;
    if (m->noun == AKT_NONE || !akt_match_steps(c, frame, 1, m->noun + 1, m))
      return false;
  }
  for (uint32_t i = 0; i < sources.count; i++)
    akt_add_end(&m->sources, sources.items[i]);
  return true;
}

// "Peru met Chile and praised it": the subject stands before another verb.
static bool is_shared(const akt_clause *c, const akt_members *subject, uint32_t verb) {
  for (uint32_t i = subject->count ? subject->items[0] : verb; i < verb; i++)
    if (akt_is_verb(c, i) && akt_is_finite(c, i))
      return true;
  return false;
}

static bool match_active(akt_clause *c, const akt_frame *frame, uint32_t at, akt_match *m) {
  akt_slot slot = akt_subject_slot(frame);
  akt_ends subjects = {.count = 0};
  const akt_members *subject = akt_subject(c, m->trigger);
  if (!frame->is_shared_off || !is_shared(c, subject, m->trigger))
    realise_list(c, subject, &slot, true, &subjects);
  m->is_target_open = is_mutual(c, frame) && subjects.count > 1;
  if (at == m->trigger + 1 && !m->is_target_open)
    at = akt_past_twin(c, m->trigger, frame);
  if (!akt_match_steps(c, frame, 0, at, m))
    return false;
  if (!akt_is_bare_naming(c, frame, m))
    return false;
  akt_ends *ends = slot.use == AKT_USE_TARGET ? &m->targets : &m->sources;
  for (uint32_t i = 0; i < subjects.count; i++)
    akt_add_end(ends, subjects.items[i]);
  return true;
}

static const akt_slot *target_slot(const akt_frame *frame) {
  for (uint32_t i = 0; i < frame->steps.count; i++)
    if (frame->steps.items[i].kind == AKT_STEP_SLOT &&
        frame->steps.items[i].slot.use == AKT_USE_TARGET)
      return &frame->steps.items[i].slot;
  return NULL;
}

// "A and B agreed to", "A and B held talks": the first with the others. "A and B
// accused each other": each of them the others.
static void share_mutual(akt_clause *c, const akt_frame *frame, akt_match *m) {
  if (m->is_reciprocal && !is_mutual(c, frame))
    m->targets = m->sources;
  if (m->targets.count || m->sources.count < 2 || !is_mutual(c, frame))
    return;
  for (uint32_t i = 1; i < m->sources.count; i++)
    akt_add_end(&m->targets, m->sources.items[i]);
  m->sources.count = 1;
}

// "Ukraine said Russia had attacked its bases": what B does to what is A's, it does to A.
static bool take_owner_outside(akt_clause *c, const akt_frame *frame, akt_match *m) {
  const akt_slot *slot = target_slot(frame);
  bool is_open = m->own_target != AKT_NONE && frame->tone == AKT_HOSTILE && slot &&
                 m->sources.count && m->targets.count <= 1;
  uint32_t owner = is_open ? akt_owner_outside(c, m->trigger, m->own_target) : AKT_NONE;
  if (owner == AKT_NONE || !akt_slot_takes(c->r, slot, owner))
    return false;
  m->targets.count = 0;
  akt_add_end(&m->targets, owner);
  return true;
}

static void fall_back(akt_clause *c, const akt_frame *frame, akt_match *m) {
  const akt_slot *slot = target_slot(frame);
  if (take_owner_outside(c, frame, m))
    return;
  bool is_led_away = akt_chunk_word(c, m->trigger + 1, "to"); // fled to the Emirates
  uint32_t object = m->trigger + 1;
  bool is_own = akt_is_np(c, object) && akt_chunk_at(c, object)->possessive &&
                akt_chunk_at(c, object)->is_actor; // accused its neighbour of arming B
  if (m->targets.count || !slot || !m->sources.count || slot->type != AKT_SLOT_KINDS ||
      is_led_away || is_own || m->own_target != AKT_NONE)
    return;
  // "promised Washington's support for": whose support it is, is no target.
  bool is_it = akt_is_np(c, object) && akt_chunk_at(c, object)->pronoun;
  uint32_t from = is_it                  ? object
                  : m->noun != AKT_NONE  ? m->noun + 1
                  : m->noted != AKT_NONE ? m->reach
                                         : object;
  uint32_t found = akt_next_named(c, from, slot, &m->sources);
  if (found != AKT_NONE)
    akt_add_end(&m->targets, found);
}

// "A must go," B said: what is said stands before the verb of saying.
static bool is_said_before(const akt_clause *c, const akt_frame *frame, uint32_t verb) {
  if (!frame->steps.count || !frame->steps.items[0].is_optional || verb < c->begin + 4)
    return false;
  uint32_t that = akt_ruleset_word(c->r->rules, AKT_SPAN("that"));
  bool is_content = frame->steps.items[0].kind != AKT_STEP_SLOT &&
                    akt_wordset_has(c->r->rules, frame->steps.items[0].words, that);
  return is_content && akt_is_finite(c, verb) && akt_is_np(c, verb - 1) &&
         akt_type_at(c, verb - 2) == AKT_CH_COMMA && akt_is_np(c, c->begin) &&
         !akt_is_np(c, verb + 1);
}

static bool try_frame(akt_clause *c, uint32_t verb, const akt_trigger *trigger, akt_match *m) {
  const akt_frame *frame = &c->r->rules->frames.items[trigger->frame];
  if (frame->shape != AKT_FRAME_VERB)
    return false;
  *m = (akt_match){.frame = trigger->frame,
                   .trigger = verb,
                   .own_target = AKT_NONE,
                   .noun = AKT_NONE,
                   .noted = AKT_NONE,
                   .action = AKT_NONE};
  uint32_t at;
  if (!take_particles(c, verb, trigger, &at, &m->score))
    return false;
  bool is_found;
  if (is_said_before(c, frame, verb))
    is_found = match_active(c, frame, c->begin, m);
  else if (frame->is_passive_only) // "X was expelled from A"; with "by B" it is B's deed
    is_found = akt_is_passive(c, verb) && akt_object_of(c, verb + 1, "by") == AKT_NONE &&
               match_active(c, frame, at, m);
  else if (akt_is_passive(c, verb))
    is_found = match_passive(c, frame, at, m);
  else
    is_found = match_active(c, frame, at, m);
  return is_found && !akt_is_across_relative(c, m);
}

// Which frames of a verb are looked at: those that look for their target in an
// action, and only those; all others; of these the mutual ones.
typedef enum which_frames {
  AKT_FRAMES_PLAIN,
  AKT_FRAMES_OF_ACTIONS,
  AKT_FRAMES_MUTUAL,
  AKT_FRAMES_COMPLETE
} which_frames;

static bool is_wanted(const akt_clause *c, const akt_frame *frame, which_frames which) {
  if (frame->is_otherwise || frame->is_target_in_action != (which == AKT_FRAMES_OF_ACTIONS))
    return false;
  return which != AKT_FRAMES_MUTUAL || is_mutual(c, frame);
}

static bool best_match(akt_clause *c, uint32_t verb, which_frames which, akt_match *best) {
  const akt_chunk *v = akt_chunk_at(c, verb);
  uint32_t lemma = v->main != AKT_NONE ? c->r->units.items[v->main].lemma
                   : v->has_be         ? akt_ruleset_word(c->r->rules, AKT_SPAN("be"))
                   : c->r->units.items[v->first].class == AKT_CL_HAVE
                       ? akt_ruleset_word(c->r->rules, AKT_SPAN("have"))
                       : AKT_NONE;
  if (lemma == AKT_NONE)
    return false;
  const akt_triggers *triggers = &c->r->rules->verb_triggers.items[lemma];
  bool is_found = false;
  for (uint32_t i = 0; i < triggers->count; i++) {
    akt_match m;
    if (!is_wanted(c, &c->r->rules->frames.items[triggers->items[i].frame], which) ||
        !try_frame(c, verb, &triggers->items[i], &m))
      continue;
    if (which == AKT_FRAMES_COMPLETE && !(m.sources.count && m.targets.count))
      continue;
    if (is_found && !akt_beats(c, &m, best)) {
      akt_note_beaten(c, &m, best->frame);
      continue;
    }
    if (is_found)
      akt_note_beaten(c, best, m.frame);
    *best = m;
    is_found = true;
  }
  return is_found;
}

static void note_empty(akt_clause *c, const akt_match *m) {
  uint8_t reason = m->sources.count ? AKT_MISS_NO_TARGET : AKT_MISS_NO_SOURCE;
  bool is_active = reason == AKT_MISS_NO_SOURCE && !akt_is_passive(c, m->trigger);
  const akt_members *subject = is_active ? akt_subject(c, m->trigger) : NULL;
  akt_trace_miss(c->r,
                 (akt_miss){.frame = m->frame,
                            .sentence = c->sentence,
                            .trigger = m->trigger,
                            .at = m->reach,
                            .subject = subject && subject->count ? subject->items[0] : AKT_NONE,
                            .reason = reason,
                            .by = AKT_NONE});
}

static bool is_of_phrase(const akt_clause *c, uint32_t np) {
  return akt_chunk_word(c, np + 1, "of") && akt_is_np(c, np + 2);
}

// "A and B agreed that C must": beside what they say of C they agree with each other.
static void state_mutual(akt_clause *c, uint32_t verb, const akt_match *said) {
  akt_match m;
  if (is_mutual(c, &c->r->rules->frames.items[said->frame]) || said->sources.count < 2 ||
      !best_match(c, verb, AKT_FRAMES_MUTUAL, &m))
    return;
  const akt_frame *frame = &c->r->rules->frames.items[m.frame];
  if (m.targets.count || frame->role != AKT_FRAME_ASSERTS)
    return;
  share_mutual(c, frame, &m);
  if (m.targets.count)
    akt_state(c, &m);
}

// "evacuated 15 fighters from the camp": what says most names nobody, what says less
// does.
static void state_complete(akt_clause *c, uint32_t verb) {
  akt_match m;
  if (best_match(c, verb, AKT_FRAMES_COMPLETE, &m) &&
      c->r->rules->frames.items[m.frame].role == AKT_FRAME_ASSERTS)
    akt_state(c, &m);
}

void akt_match_verbs(akt_clause *c, bool *used) {
  for (uint32_t i = c->begin; i < c->end; i++) {
    akt_match m;
    if (!akt_is_verb(c, i) || !best_match(c, i, AKT_FRAMES_PLAIN, &m))
      continue;
    const akt_frame *frame = &c->r->rules->frames.items[m.frame];
    if (m.noun != AKT_NONE)
      used[m.noun - c->begin] = true;
    for (uint32_t k = m.noted; k != AKT_NONE; k = is_of_phrase(c, k) ? k + 2 : AKT_NONE)
      used[k - c->begin] = true; // handed over the last of its weapons to
    if (frame->role != AKT_FRAME_ASSERTS) {
      akt_trace_miss(c->r, (akt_miss){.frame = m.frame,
                                      .sentence = c->sentence,
                                      .trigger = i,
                                      .at = m.reach,
                                      .reason = AKT_MISS_SILENCED,
                                      .by = AKT_NONE,
                                      .rule = frame->rule});
      continue;
    }
    share_mutual(c, frame, &m);
    fall_back(c, frame, &m);
    if (m.sources.count && m.targets.count) {
      akt_state(c, &m);
      state_mutual(c, i, &m);
    } else {
      note_empty(c, &m);
      state_complete(c, i);
    }
  }
}

static bool has_statement(const akt_reading *r, uint32_t first, uint32_t from_chunk,
                          uint32_t to_chunk) {
  for (uint32_t i = first; i < r->statements.count; i++)
    if (r->statements.items[i].chunk >= from_chunk && r->statements.items[i].chunk <= to_chunk)
      return true;
  return false;
}

static uint32_t end_of_action(const akt_clause *c, uint32_t action) {
  uint32_t end = action;
  while (end + 1 < c->end && !akt_is_finite(c, end + 1) &&
         akt_type_at(c, end + 1) != AKT_CH_END &&
         akt_type_at(c, end + 1) != AKT_CH_SUBORDINATOR)
    end++;
  return end;
}

static bool is_unnamed(const akt_clause *c, uint32_t mention) {
  const akt_reference *m = &c->r->mentions.items[mention];
  return m->type == AKT_ME_GENERIC && m->affiliation == AKT_NONE;
}

void akt_match_actions(akt_clause *c, uint32_t first_statement) {
  for (uint32_t i = c->begin; i < c->end; i++) {
    akt_match m;
    if (!akt_is_verb(c, i) || !best_match(c, i, AKT_FRAMES_OF_ACTIONS, &m))
      continue;
    const akt_frame *frame = &c->r->rules->frames.items[m.frame];
    if (m.action == AKT_NONE || frame->role != AKT_FRAME_ASSERTS ||
        has_statement(c->r, first_statement, i, end_of_action(c, m.action)))
      continue;
    akt_slot any = {.type = AKT_SLOT_KINDS,
                    .use = AKT_USE_TARGET,
                    .is_coref_off = frame->is_coref_off,
                    .kinds = UINT64_MAX,
                    .words = AKT_NONE};
    uint32_t object = akt_direct_object(c, m.action);
    if (object != AKT_NONE)
      akt_realise(c, object, &any, false, &m.targets);
    bool is_vague = m.targets.count == 1 && is_unnamed(c, m.targets.items[0]);
    if ((!m.targets.count || is_vague) && m.sources.count) {
      uint32_t found = akt_next_named(c, m.action + 1, &any, &m.sources);
      if (found != AKT_NONE)
        m.targets.count = 0; // refused to send troops to help B
      if (found != AKT_NONE)
        akt_add_end(&m.targets, found);
    }
    if (m.sources.count && m.targets.count)
      akt_state(c, &m);
  }
}
