// The elements of a frame after its trigger, one after the other over the chunks.
#include "extract/actors.h"
#include "extract/statements.h"
#include "extract/trace.h"

enum { MOST_PHRASES = 10, LONGEST_NOTE = 160 };

// "signed the treaty" says more of two signatories than "signed a deal (with ...)".
static const double OPEN_TARGET_COST = 3;

static bool heads_phrase(const akt_clause *c, uint32_t np, uint32_t words) {
  const akt_chunk *k = akt_chunk_at(c, np);
  return akt_wordset_has(c->r->rules, words, k->head_noun) ||
         akt_wordset_has(c->r->rules, words, k->word);
}

static bool has_noun(const akt_clause *c, uint32_t np, uint32_t words) {
  const akt_ruleset *rules = c->r->rules;
  const akt_chunk *k = akt_chunk_at(c, np);
  if (heads_phrase(c, np, words))
    return true;
  if (c->r->units.items[k->head].class == AKT_CL_NAME)
    return false; // Ambassador Tang Weimin is himself, no ambassador
  // food supplies, rounds of rockets: one of the last three words.
  uint32_t seen = 0;
  for (uint32_t i = k->head + 1; i > k->first && seen < 3; i--) {
    uint32_t word = c->r->units.items[i - 1].word;
    uint8_t class = c->r->units.items[i - 1].class;
    if (class != AKT_CL_NOUN && class != AKT_CL_ADJECTIVE)
      continue;
    seen++;
    if (word != AKT_NONE && class == AKT_CL_NOUN &&
        (akt_wordset_has(rules, words, word) ||
         akt_wordset_has(rules, words, rules->words.items[word].noun)))
      return true;
  }
  return false;
}

static bool is_comma_or_and(const akt_clause *c, uint32_t i) {
  uint8_t t = akt_type_at(c, i);
  return t == AKT_CH_COMMA || t == AKT_CH_CONJUNCTION;
}

// From `at`: the noun phrase whose head is one of the words, lists and of-chains skipped.
static uint32_t find_noun(const akt_clause *c, uint32_t at, uint32_t words) {
  while (akt_type_at(c, at) == AKT_CH_PARTICLE)
    at++;
  bool is_preposition = akt_type_at(c, at) == AKT_CH_PREPOSITION && akt_is_np(c, at + 1);
  if (is_preposition && has_noun(c, at + 1, words))
    return at + 1; // come to the aid of
  for (uint32_t n = 0; n < MOST_PHRASES; n++) {
    if (!akt_is_np(c, at)) {
      bool is_participle = n == 0 && akt_is_verb(c, at) && !akt_is_finite(c, at) &&
                           akt_is_np(c, at + 1) &&
                           akt_chunk_at(c, at)->form != AKT_VF_INFINITIVE;
      if (!is_participle)
        return AKT_NONE;
      at++;
      continue;
    }
    if (has_noun(c, at, words))
      return at;
    if (is_comma_or_and(c, at + 1) && akt_is_np(c, at + 2))
      at += 2;
    else if (is_comma_or_and(c, at + 1) && is_comma_or_and(c, at + 2) && akt_is_np(c, at + 3))
      at += 3;
    else if (akt_chunk_word(c, at + 1, "of") && akt_is_np(c, at + 2))
      at += 2;
    else
      return AKT_NONE;
  }
  return AKT_NONE;
}

// From the chunk to the end of its clause, as text.
static akt_note note_from(const akt_clause *c, const akt_slot *slot, uint32_t first_token,
                          uint32_t from) {
  uint32_t last = from;
  for (uint32_t i = from; i < c->end; i++) {
    uint8_t t = akt_type_at(c, i);
    bool ends = t == AKT_CH_END || t == AKT_CH_DASH || t == AKT_CH_SUBORDINATOR ||
                t == AKT_CH_RELATIVE || (t == AKT_CH_COMMA && i > from) ||
                (i > from && akt_is_finite(c, i));
    if (ends)
      break;
    last = i;
  }
  akt_span text = akt_range_text(c->r, first_token, akt_chunk_at(c, last)->last);
  if (text.len > LONGEST_NOTE) {
    text.len = LONGEST_NOTE;
    while (text.len && ((unsigned char)text.ptr[text.len] & 0xc0) == 0x80)
      text.len--;
  }
  return (akt_note){slot->name ? slot->name : "note",
                    akt_arena_copy(c->r->arena, text.ptr, text.len)};
}

typedef struct stepper {
  akt_clause *c;
  const akt_frame *frame;
  akt_match *m;
  uint32_t at;
} stepper;

static bool is_passing(const akt_clause *c, uint32_t i) {
  uint8_t t = akt_type_at(c, i);
  return t == AKT_CH_PREPOSITION || t == AKT_CH_NP || t == AKT_CH_PARTICLE;
}

// to + verb, right here or after a prepositional phrase.
static bool find_action(stepper *s, const akt_slot *slot) {
  akt_clause *c = s->c;
  uint32_t i = s->at;
  for (int n = 0; n < 6 && i < c->end && is_passing(c, i); n++)
    i++;
  if (akt_type_at(c, i) == AKT_CH_COMMA)
    i++;
  if (!akt_is_verb(c, i) || akt_chunk_at(c, i)->form != AKT_VF_INFINITIVE)
    return false;
  akt_vec_push(c->r->arena, &s->m->notes, note_from(c, slot, akt_chunk_at(c, i)->first, i));
  while (akt_is_verb(c, i + 1) && akt_chunk_at(c, i + 1)->form == AKT_VF_INFINITIVE &&
         (akt_verb_classes(c, i) & AKT_EN(TRANSPARENT)))
    i++; // to try to prevent
  s->m->action = i;
  s->at = i + 1;
  s->m->score += 1;
  return true;
}

// of/from/for + gerund
static bool find_gerund(stepper *s, uint32_t words, const akt_slot *slot) {
  akt_clause *c = s->c;
  for (uint32_t i = s->at, n = 0; n < 6 && i + 1 < c->end && is_passing(c, i); i++, n++) {
    if (akt_type_at(c, i) != AKT_CH_PREPOSITION ||
        !akt_wordset_has(c->r->rules, words, akt_chunk_at(c, i)->word))
      continue;
    if (!akt_is_verb(c, i + 1) || akt_chunk_at(c, i + 1)->form != AKT_VF_ING)
      continue;
    akt_vec_push(c->r->arena, &s->m->notes,
                 note_from(c, slot, akt_chunk_at(c, i + 1)->first, i + 1));
    s->at = i + 2;
    s->m->score += 1;
    return true;
  }
  return false;
}

// "demanded that A and B resume talks": all that are the subject of the clause.
static akt_members list_from(akt_clause *c, uint32_t np) {
  for (uint32_t v = np + 1; akt_type_at(c, np - 1) == AKT_CH_COMPLEMENT && v < c->end; v++)
    if (akt_is_verb(c, v)) {
      const akt_members *subject = akt_subject(c, v);
      if (subject->count && subject->items[0] == np)
        return *subject;
      break;
    }
  return akt_list_right(c, np);
}

// "the five countries - A, B and C - until Sunday": the list between the dashes.
static bool list_in_dashes(const akt_clause *c, uint32_t np, akt_members *list, uint32_t *end) {
  const akt_chunk *k = akt_chunk_at(c, np);
  uint32_t dash = np + 1;
  while (dash < np + 4 && (akt_is_np(c, dash) || akt_type_at(c, dash) == AKT_CH_PREPOSITION))
    dash++; // the five countries still party to the deal -
  bool is_open = k->type == AKT_CH_NP && k->has_number && !k->is_named &&
                 akt_type_at(c, dash) == AKT_CH_DASH && akt_is_np(c, dash + 1);
  if (!is_open)
    return false;
  *list = akt_list_right(c, dash + 1);
  uint32_t last = list->items[list->count - 1];
  for (uint32_t i = 0; i < list->count; i++)
    if (!akt_chunk_at(c, list->items[i])->is_named)
      return false;
  bool is_closed = akt_type_at(c, last + 1) == AKT_CH_DASH;
  *end = is_closed ? last + 2 : last + 1;
  return list->count > 1 && (is_closed || akt_type_at(c, last + 1) == AKT_CH_END);
}

// After "each other", "one another": AKT_NONE where neither stands.
static uint32_t after_reciprocal(const akt_clause *c, uint32_t np) {
  const akt_chunk *k = akt_chunk_at(c, np);
  uint32_t next = k->first + 1;
  if (next >= c->r->units.count)
    return AKT_NONE;
  bool is_there =
      (akt_unit_is_word(c->r, k->first, "each") && akt_unit_is_word(c->r, next, "other")) ||
      (akt_unit_is_word(c->r, k->first, "one") && akt_unit_is_word(c->r, next, "another"));
  bool is_owner = next + 1 < c->r->units.count && // each other's enemies
                  c->r->units.items[next + 1].class == AKT_CL_POSSESSIVE;
  return !is_there || is_owner ? AKT_NONE : next < k->last ? np + 1 : np + 2;
}

// "its bases", "two of its officers": the phrase with the pronoun, or AKT_NONE.
static uint32_t own_phrase(const akt_clause *c, uint32_t np) {
  if (akt_chunk_at(c, np)->possessive)
    return np;
  bool is_some = akt_chunk_word(c, np + 1, "of") && akt_is_np(c, np + 2) &&
                 akt_chunk_at(c, np)->has_number && akt_chunk_at(c, np + 2)->possessive;
  return is_some ? np + 2 : AKT_NONE;
}

static void take_ends(stepper *s, const akt_slot *slot, uint32_t np) {
  uint32_t after = after_reciprocal(s->c, np);
  if (after != AKT_NONE && slot->use == AKT_USE_TARGET) {
    s->m->is_reciprocal = true;
    s->at = after;
    return;
  }
  akt_members list = {{np}, 1};
  uint32_t end = AKT_NONE;
  if (!s->frame->is_list_off && !list_in_dashes(s->c, np, &list, &end))
    list = list_from(s->c, np);
  akt_ends *ends = slot->use == AKT_USE_SOURCE ? &s->m->sources : &s->m->targets;
  bool is_copula = s->frame->shape == AKT_FRAME_COPULA; // an ally of A and a neighbour of B
  for (uint32_t i = 0; i < list.count; i++)
    if (!is_copula || i == 0 || !akt_chunk_at(s->c, list.items[i])->is_indefinite)
      akt_realise(s->c, list.items[i], slot, slot->use == AKT_USE_SOURCE, ends);
  bool is_named_next = akt_type_at(s->c, np + 1) == AKT_CH_COMMA; // its ex-president, X
  if (slot->use == AKT_USE_TARGET && !is_named_next)
    s->m->own_target = own_phrase(s->c, np);
  s->at = end == AKT_NONE ? list.items[list.count - 1] + 1 : end;
}

static bool fill(stepper *s, const akt_slot *slot, uint32_t np) {
  if (slot->use == AKT_USE_NOTE) {
    akt_span text =
        akt_range_text(s->c->r, akt_chunk_at(s->c, np)->first, akt_chunk_at(s->c, np)->last);
    akt_note note = {slot->name ? slot->name : "note",
                     akt_arena_copy(s->c->r->arena, text.ptr, text.len)};
    akt_vec_push(s->c->r->arena, &s->m->notes, note);
    s->m->noted = np;
    s->at = np + 1;
    return true;
  }
  take_ends(s, slot, np);
  return true;
}

static bool direct_slot(stepper *s, const akt_slot *slot) {
  uint32_t i = s->at;
  while (akt_type_at(s->c, i) == AKT_CH_PARTICLE)
    i++;
  if (slot->type == AKT_SLOT_ACTION)
    return find_action(s, slot);
  i = akt_past_free_relative(s->c, i);
  bool is_shifted = slot->use == AKT_USE_NOTE && akt_type_at(s->c, i) == AKT_CH_PREPOSITION &&
                    akt_is_np(s->c, i + 1) && akt_is_np(s->c, i + 2);
  if (is_shifted) { // handed over to Congo | some 30 deserters
    fill(s, slot, i + 2);
    s->at = i;
    return true;
  }
  if (!akt_is_np(s->c, i)) {
    bool is_helping = akt_is_verb(s->c, i) && akt_chunk_at(s->c, i)->form == AKT_VF_INFINITIVE;
    i = is_helping ? AKT_NONE : akt_relative_object(s->c, s->m->trigger);
    if (i == AKT_NONE || slot->use == AKT_USE_NOTE)
      return false; // a deal with B that A helped to mediate
    akt_realise(s->c, i, slot, slot->use == AKT_USE_SOURCE,
                slot->use == AKT_USE_SOURCE ? &s->m->sources : &s->m->targets);
    s->m->score += 1;
    return true;
  }
  s->m->score += slot->use == AKT_USE_NOTE ? 0.2 : 1;
  return fill(s, slot, i);
}

// "Trump threatened to pull US funding": what is of the subject's own country comes from no
// other.
static bool is_of_own_state(const stepper *s, uint32_t owner) {
  const akt_reading *r = s->c->r;
  const akt_members *subject = akt_subject(s->c, s->m->trigger);
  uint32_t np = subject->count == 1 ? subject->items[0] : AKT_NONE;
  uint32_t m = np == AKT_NONE ? AKT_NONE : akt_chunk_at(s->c, np)->mention;
  uint32_t actor = m == AKT_NONE ? AKT_NONE : r->mentions.items[m].entity;
  uint32_t state = r->mentions.items[owner].entity;
  return actor != AKT_NONE && state != AKT_NONE &&
         (r->actors.items[actor].affiliation == state ||
          akt_listed_for(r, &r->actors.items[actor], state));
}

// "sought Indian support" for "sought support from India".
static bool owner_slot(stepper *s, const akt_step *preposition, const akt_slot *slot) {
  if (s->m->noun == AKT_NONE || slot->use == AKT_USE_NOTE || s->frame->shape != AKT_FRAME_VERB)
    return false;
  const akt_ruleset *rules = s->c->r->rules;
  bool is_origin =
      akt_wordset_has(rules, preposition->words, akt_ruleset_word(rules, AKT_SPAN("from"))) ||
      akt_wordset_has(rules, preposition->words, akt_ruleset_word(rules, AKT_SPAN("of")));
  if (!is_origin)
    return false; // "voiced Indian support for" is India's own
  const akt_chunk *k = akt_chunk_at(s->c, s->m->noun);
  uint32_t owner = akt_slot_takes(s->c->r, slot, k->owner) ? k->owner : k->modifier;
  if (!akt_slot_takes(s->c->r, slot, owner) || is_of_own_state(s, owner))
    return false;
  akt_add_end(slot->use == AKT_USE_SOURCE ? &s->m->sources : &s->m->targets, owner);
  s->m->score += 1;
  return true;
}

// Of "to A and to B" the second phrase; a name may stand beside the first: "to his
// counterpart, A, and to B".
static uint32_t repeated_phrase(const akt_clause *c, uint32_t at, uint32_t words) {
  uint32_t k = at;
  bool has_name = akt_type_at(c, at) == AKT_CH_COMMA && akt_is_np(c, at + 1) &&
                  akt_chunk_at(c, at + 1)->is_actor && is_comma_or_and(c, at + 2);
  if (has_name)
    at = k = at + 2;
  while (is_comma_or_and(c, k))
    k++;
  bool is_repeated = k > at && akt_type_at(c, k) == AKT_CH_PREPOSITION && akt_is_np(c, k + 1) &&
                     akt_wordset_has(c->r->rules, words, akt_chunk_at(c, k)->word);
  return is_repeated ? k + 1 : AKT_NONE;
}

// "until B frees", "unless B pays": the subject of the clause that the word opens.
static uint32_t opened_subject(const akt_clause *c, uint32_t from, uint32_t words) {
  for (uint32_t i = from; i + 2 < c->end && akt_type_at(c, i) != AKT_CH_END; i++)
    if (akt_type_at(c, i) == AKT_CH_SUBORDINATOR &&
        akt_wordset_has(c->r->rules, words, akt_chunk_at(c, i)->word))
      return akt_is_np(c, i + 1) && !akt_chunk_at(c, i + 1)->pronoun ? i + 1 : AKT_NONE;
  return AKT_NONE;
}

static bool prepositional_slot(stepper *s, const akt_step *preposition, const akt_slot *slot) {
  if (slot->type == AKT_SLOT_ACTION)
    return find_gerund(s, preposition->words, slot);
  uint32_t np = akt_prepositional_object(s->c, s->at, preposition->words);
  if (np == AKT_NONE)
    np = opened_subject(s->c, s->at, preposition->words);
  uint32_t from = s->m->noun == AKT_NONE ? s->m->trigger : s->m->noun;
  bool is_other = np != AKT_NONE && akt_chunk_word(s->c, np - 1, "by") &&
                  akt_is_of_other_verb(s->c, from, np);
  if (np == AKT_NONE || is_other)
    return owner_slot(s, preposition, slot);
  // After a bare verb only its own phrases may come between: spoke by phone with.
  bool is_bare = s->m->noun == AKT_NONE && s->m->targets.count == 0 && s->m->sources.count == 0;
  if (is_bare && akt_is_np(s->c, s->at))
    return false;
  s->m->score += slot->use == AKT_USE_NOTE ? 0.2 : is_bare ? 1.1 : 2;
  if (np <= s->at + 1)
    s->m->score += 0.5;
  uint32_t known = s->m->sources.count + s->m->targets.count;
  fill(s, slot, np);
  if (known == s->m->sources.count + s->m->targets.count)
    owner_slot(s, preposition, slot); // accepted an Australian offer of help
  bool is_open = slot->use != AKT_USE_NOTE && s->at == np + 1 &&
                 akt_chunk_word(s->c, np - 1, "between") &&
                 akt_type_at(s->c, s->at) == AKT_CH_CONJUNCTION && akt_is_np(s->c, s->at + 1);
  if (is_open) // between A and B, even where a verb follows
    take_ends(s, slot, s->at + 1);
  while (slot->use != AKT_USE_NOTE && !s->frame->is_list_off) { // to A, to B and to C
    uint32_t next = repeated_phrase(s->c, s->at, preposition->words);
    if (next == AKT_NONE)
      break;
    take_ends(s, slot, next);
  }
  return true;
}

// The adjective at the end of the phrase before: found B guilty, held B responsible.
static bool ends_with_word(const akt_clause *c, uint32_t np, uint32_t words) {
  const akt_chunk *k = akt_chunk_at(c, np);
  return akt_is_np(c, np) && k->last - 1 > k->head &&
         akt_wordset_has(c->r->rules, words, c->r->units.items[k->last - 1].word);
}

// Token of the chunk that is one of the words, or AKT_NONE.
static uint32_t word_in(const akt_clause *c, uint32_t chunk, uint32_t words) {
  const akt_chunk *k = akt_chunk_at(c, chunk);
  for (uint32_t t = k->first; t < k->last; t++)
    if (akt_wordset_has(c->r->rules, words, c->r->units.items[t].word))
      return t;
  return AKT_NONE;
}

static bool is_list(const akt_clause *c, uint32_t words) { // of nouns
  return c->r->rules->wordsets.items[words].name != NULL;
}

// With `is_open` another word of the phrase is still to come: "scathing" attack.
static bool word_near(stepper *s, uint32_t words, bool is_open) {
  if (s->at > s->c->begin && ends_with_word(s->c, s->at - 1, words)) {
    s->m->score += 3;
    return true;
  }
  for (uint32_t i = s->at; i < s->at + 4 && i < s->c->end; i++) {
    const akt_chunk *k = akt_chunk_at(s->c, i);
    if (is_list(s->c, words) && k->type == AKT_CH_VERB && k->form == AKT_VF_INFINITIVE)
      return false; // "sent troops to help": no help was sent
    uint32_t t = word_in(s->c, i, words);
    if (t == AKT_NONE)
      continue;
    s->at = is_open && t + 1 < k->last ? i : i + 1;
    s->m->score += 3;
    return true;
  }
  return false;
}

// "announced they will extend the curfew": what the next verb has is its own. "A team of
// doctors, equipment and drugs": what stands after a comma is a further object.
static bool is_of_next_verb(const stepper *s, uint32_t words) {
  for (uint32_t i = s->at; i < s->at + 4 && i < s->c->end; i++) {
    if (word_in(s->c, i, words) != AKT_NONE)
      return false;
    if (akt_type_at(s->c, i) == AKT_CH_COMMA ||
        (akt_is_verb(s->c, i) && akt_is_finite(s->c, i)))
      return true;
  }
  return false;
}

static bool noun_step(stepper *s, uint32_t words) {
  bool is_of_target = is_list(s->c, words) && s->m->targets.count > 0 &&
                      akt_type_at(s->c, s->at) == AKT_CH_PREPOSITION;
  if (is_of_target)
    return false; // "sent a team | of experts": no team got experts
  uint32_t np = find_noun(s->c, s->at, words);
  if (np == AKT_NONE) // held guilty, find responsible: predicates are verbs to the reader
    return !is_of_next_verb(s, words) && word_near(s, words, false);
  s->m->noun = np;
  s->m->score += heads_phrase(s->c, np, words) ? 4 : 3.5; // police trainers: no police
  s->at = np + 1;
  return true;
}

// A known name or a person: Leopard tanks are given to nobody called Leopard.
static bool is_receiver(const akt_reading *r, uint32_t mention) {
  const akt_reference *m = &r->mentions.items[mention];
  uint32_t atom = r->units.items[m->name_first].atom;
  bool is_adjective = atom != AKT_NONE && r->atoms.items[atom].type == AKT_ATOM_ADJECTIVE &&
                      !akt_unit_is(r, m->name_last, AKT_EN(GOVERNMENT_NOUN));
  return !is_adjective && (m->type == AKT_ME_LISTED || m->type == AKT_ME_PERSON);
}

// "offered Iran direct talks", "offered Nauru patrol boats": two objects that were
// read as one phrase; the second is the noun of the frame, or a note.
static bool double_object(stepper *s, const akt_slot *slot, const akt_step *next) {
  if (slot->use == AKT_USE_NOTE || !akt_is_np(s->c, s->at))
    return false;
  const akt_chunk *k = akt_chunk_at(s->c, s->at);
  bool is_noun = next->kind == AKT_STEP_NOUN && heads_phrase(s->c, s->at, next->words);
  bool is_note = next->kind == AKT_STEP_SLOT && next->slot.use == AKT_USE_NOTE &&
                 next->slot.type == AKT_SLOT_THING && k->mention == AKT_NONE;
  bool is_split = (is_noun || is_note) && k->owner == AKT_NONE &&
                  akt_slot_takes(s->c->r, slot, k->modifier) &&
                  is_receiver(s->c->r, k->modifier);
  if (!is_split)
    return false;
  akt_add_end(slot->use == AKT_USE_SOURCE ? &s->m->sources : &s->m->targets, k->modifier);
  s->m->score += 1;
  return is_noun ? noun_step(s, next->words) : fill(s, &next->slot, s->at);
}

static bool may_be_in_phrase(const akt_step *next) {
  return next && (next->kind == AKT_STEP_NOUN || next->kind == AKT_STEP_WORD);
}

static bool take_step(stepper *s, uint32_t *i) {
  const akt_step *step = &s->frame->steps.items[*i];
  const akt_step *next = *i + 1 < s->frame->steps.count ? &s->frame->steps.items[*i + 1] : NULL;
  switch ((akt_step_kind)step->kind) {
  case AKT_STEP_SLOT:
    if (next && double_object(s, &step->slot, next)) {
      (*i)++;
      return true;
    }
    return direct_slot(s, &step->slot);
  case AKT_STEP_PREPOSITION:
    if (!next || next->kind != AKT_STEP_SLOT)
      return word_near(s, step->words, may_be_in_phrase(next));
    (*i)++;
    return prepositional_slot(s, step, &next->slot);
  case AKT_STEP_NOUN:
    return noun_step(s, step->words);
  case AKT_STEP_WORD:
    return word_near(s, step->words, may_be_in_phrase(next));
  case AKT_STEP_INFINITIVE:
    if (!next || next->kind != AKT_STEP_SLOT)
      return false;
    (*i)++;
    return find_action(s, &next->slot);
  }
  return false;
}

// "the Ganges Treaty", "a military agreement", but not "a deal".
static bool is_named_thing(const akt_clause *c, uint32_t np) {
  const akt_chunk *k = akt_chunk_at(c, np);
  bool has_entity =
      k->mention != AKT_NONE && c->r->mentions.items[k->mention].entity != AKT_NONE;
  bool is_known = // "the memorandum" of an earlier sentence
      has_entity && !c->r->actors.items[c->r->mentions.items[k->mention].entity].is_unnamed;
  return has_entity && (is_known || k->last - k->first > 2);
}

static bool is_target_step(const akt_frame *frame, uint32_t i) {
  const akt_step *step = &frame->steps.items[i];
  if (step->kind == AKT_STEP_PREPOSITION && i + 1 < frame->steps.count)
    step++;
  return step->kind == AKT_STEP_SLOT && step->slot.use == AKT_USE_TARGET;
}

bool akt_match_steps(akt_clause *c, const akt_frame *frame, uint32_t first_step, uint32_t at,
                     akt_match *m) {
  stepper s = {.c = c, .frame = frame, .m = m, .at = at};
  for (uint32_t i = first_step; i < frame->steps.count; i++) {
    uint32_t step = i;
    if (take_step(&s, &i) || frame->steps.items[step].is_optional)
      continue;
    if (m->is_target_open && is_target_step(frame, step)) {
      if (m->noun != AKT_NONE && is_named_thing(c, m->noun))
        m->score -= OPEN_TARGET_COST;
      continue;
    }
    akt_trace_miss(c->r, (akt_miss){.frame = m->frame,
                                    .sentence = c->sentence,
                                    .trigger = m->trigger,
                                    .step = step,
                                    .at = s.at,
                                    .reason = AKT_MISS_STEP,
                                    .by = AKT_NONE});
    return false;
  }
  m->reach = s.at;
  return true;
}
