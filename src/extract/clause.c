// Small questions about chunks, coordination, finiteness.
#include "extract/clause.h"

void akt_clause_init(akt_clause *c, akt_reading *r, uint32_t sentence) {
  c->r = r;
  c->sentence = sentence;
  c->begin = r->sentence_chunks.items[sentence];
  c->end = r->sentence_chunks.items[sentence + 1];
  uint32_t count = c->end - c->begin;
  c->subjects = akt_arena_alloc(r->arena, (count + 1) * sizeof *c->subjects);
  for (uint32_t i = 0; i < count; i++)
    c->subjects[i].count = UINT32_MAX;
}

uint8_t akt_type_at(const akt_clause *c, uint32_t i) {
  return i >= c->begin && i < c->end ? c->r->chunks.items[i].type : (uint8_t)AKT_CH_END;
}

bool akt_is_np(const akt_clause *c, uint32_t i) {
  return akt_type_at(c, i) == AKT_CH_NP;
}

bool akt_is_verb(const akt_clause *c, uint32_t i) {
  return akt_type_at(c, i) == AKT_CH_VERB;
}

bool akt_chunk_word(const akt_clause *c, uint32_t i, const char *word) {
  return i >= c->begin && i < c->end && akt_unit_is_word(c->r, akt_chunk_at(c, i)->first, word);
}

bool akt_chunk_in(const akt_clause *c, uint32_t i, akt_english_set set) {
  return i >= c->begin && i < c->end && akt_unit_in(c->r, akt_chunk_at(c, i)->first, set);
}

bool akt_verb_in(const akt_clause *c, uint32_t verb, akt_english_set set) {
  uint32_t main = akt_chunk_at(c, verb)->main;
  return main != AKT_NONE && akt_word_in(c->r, c->r->units.items[main].lemma, set);
}

bool akt_np_in(const akt_clause *c, uint32_t np, akt_english_set set) {
  return akt_unit_in(c->r, akt_chunk_at(c, np)->head, set);
}

uint32_t akt_verb_lemma(const akt_clause *c, uint32_t verb) {
  const akt_chunk *v = akt_chunk_at(c, verb);
  return v->main == AKT_NONE ? AKT_NONE : c->r->units.items[v->main].lemma;
}

bool akt_is_passive(const akt_clause *c, uint32_t verb) {
  const akt_chunk *v = akt_chunk_at(c, verb);
  bool is_reduced =
      (v->form == AKT_VF_PAST || v->form == AKT_VF_PARTICIPLE) && !akt_is_finite(c, verb);
  return v->is_passive || is_reduced;
}

bool akt_np_is_person(const akt_clause *c, uint32_t np) {
  uint32_t m = akt_is_np(c, np) ? akt_chunk_at(c, np)->mention : AKT_NONE;
  return m != AKT_NONE &&
         akt_kind_is(c->r->rules, c->r->mentions.items[m].kind, c->r->rules->kind_person);
}

uint64_t akt_verb_classes(const akt_clause *c, uint32_t i) {
  const akt_chunk *v = akt_chunk_at(c, i);
  if (v->main == AKT_NONE)
    return 0;
  return akt_lemma_classes(c->r, v->main) |
         (akt_unit_classes(c->r, v->main) & AKT_EN(PREDICATE));
}

static bool is_form(const akt_clause *c, uint32_t i, akt_verb_form form) {
  return akt_is_verb(c, i) && akt_chunk_at(c, i)->form == form;
}

// "... the suspect arrested in Paris was released": the first -ed is reduced.
static bool has_finite_after_phrases(const akt_clause *c, uint32_t i) {
  if (akt_is_np(c, i + 1) || akt_type_at(c, i + 1) == AKT_CH_PARTICLE)
    return false;
  uint32_t j = i + 1;
  while (akt_type_at(c, j) == AKT_CH_PREPOSITION || akt_is_np(c, j))
    j++;
  if (!akt_is_verb(c, j) || j == i + 1)
    return false;
  if (is_form(c, j, AKT_VF_FINITE))
    return true;
  if (akt_chunk_word(c, j + 1, "by")) // surrendered to rebels led by
    return false;
  return is_form(c, j, AKT_VF_PAST) && akt_type_at(c, i + 1) == AKT_CH_PREPOSITION;
}

// Only noun phrases, prepositions and particles between a verb and `i`.
static bool is_governed_by_verb(const akt_clause *c, uint32_t i) {
  for (uint32_t k = i; k > c->begin; k--) {
    uint8_t type = akt_type_at(c, k - 1);
    if (type == AKT_CH_VERB)
      return !is_form(c, k - 1, AKT_VF_ING);
    if (type != AKT_CH_NP && type != AKT_CH_PREPOSITION && type != AKT_CH_PARTICLE)
      return false;
  }
  return false;
}

// stand by, abide by: a frame of the verb asks for the preposition itself.
static bool has_own_by(const akt_clause *c, uint32_t i) {
  const akt_ruleset *rules = c->r->rules;
  uint32_t lemma = akt_verb_lemma(c, i);
  if (lemma == AKT_NONE)
    return false;
  uint32_t by = akt_ruleset_word(rules, AKT_SPAN("by"));
  const akt_triggers *triggers = &rules->verb_triggers.items[lemma];
  for (uint32_t t = 0; t < triggers->count; t++) {
    const akt_frame *frame = &rules->frames.items[triggers->items[t].frame];
    if (frame->steps.count && frame->steps.items[0].kind == AKT_STEP_PREPOSITION &&
        akt_wordset_has(rules, frame->steps.items[0].words, by))
      return true;
  }
  return false;
}

// "A, which borders B, VERBED with C": all verbs before are of a relative clause that
// the comma closes, and none comes after; the sentence would have no verb.
static bool is_needed(const akt_clause *c, uint32_t i) {
  uint32_t opening = AKT_NONE;
  for (uint32_t k = c->begin; k + 1 < i; k++) {
    bool opens = akt_type_at(c, k) == AKT_CH_RELATIVE && k > c->begin + 1 &&
                 akt_type_at(c, k - 1) == AKT_CH_COMMA && akt_is_np(c, k - 2);
    if (opens && opening == AKT_NONE)
      opening = k;
    uint8_t t = akt_type_at(c, k);
    bool is_other = t == AKT_CH_SUBORDINATOR || t == AKT_CH_COMPLEMENT || t == AKT_CH_END ||
                    (t == AKT_CH_COMMA && opening != AKT_NONE);
    if (is_other || (opening == AKT_NONE && akt_is_verb(c, k)))
      return false;
  }
  for (uint32_t k = i + 1; k < c->end && opening != AKT_NONE; k++)
    if (akt_type_at(c, k) == AKT_CH_COMMA && k + 1 < c->end && akt_is_verb(c, k + 1))
      return false;
  return opening != AKT_NONE;
}

static bool is_reduced(const akt_clause *c, uint32_t i) {
  uint32_t main = akt_chunk_at(c, i)->main;
  if (main != AKT_NONE && !(c->r->units.items[main].forms & AKT_FORM_PARTICIPLE))
    return false; // spoke, took: never participles
  bool preposition_follows = akt_type_at(c, i + 1) == AKT_CH_PREPOSITION;
  if (preposition_follows && akt_chunk_word(c, i + 1, "by") && !has_own_by(c, i))
    return true;
  if (i > c->begin && akt_is_np(c, i - 1)) {
    if (has_finite_after_phrases(c, i))
      return true;
    uint8_t before = i > c->begin + 1 ? akt_type_at(c, i - 2) : (uint8_t)AKT_CH_END;
    bool is_object = before == AKT_CH_PREPOSITION || before == AKT_CH_VERB;
    bool is_content = before == AKT_CH_VERB && (akt_verb_classes(c, i - 2) & AKT_EN(REPORTING));
    return preposition_follows && is_object && !is_content && is_governed_by_verb(c, i - 1);
  }
  if (i > c->begin + 1 && akt_type_at(c, i - 1) == AKT_CH_COMMA && akt_is_np(c, i - 2) &&
      preposition_follows) {
    bool has_verb_before = akt_finite_before(c, i - 1) != AKT_NONE && !is_needed(c, i);
    return has_verb_before && akt_chunk_in(c, i + 1, AKT_SET_PARTICIPLE_PREPOSITION);
  }
  return false;
}

static bool is_let(const akt_clause *c, uint32_t i) {
  uint32_t main = akt_is_verb(c, i) ? akt_chunk_at(c, i)->main : AKT_NONE;
  return main != AKT_NONE &&
         c->r->units.items[main].lemma == akt_ruleset_word(c->r->rules, AKT_SPAN("let"));
}

bool akt_is_finite(const akt_clause *c, uint32_t i) {
  if (!akt_is_verb(c, i))
    return false;
  switch ((akt_verb_form)akt_chunk_at(c, i)->form) {
  case AKT_VF_FINITE:
    return true;
  case AKT_VF_BASE: // "let Israel use": no clause of its own
    return i == c->begin || !(akt_type_at(c, i - 1) == AKT_CH_PREPOSITION ||
                              (i > c->begin + 1 && akt_is_np(c, i - 1) && is_let(c, i - 2)));
  case AKT_VF_PAST:
    return !is_reduced(c, i);
  case AKT_VF_PARTICIPLE:
  case AKT_VF_ING:
  case AKT_VF_INFINITIVE:
    return false;
  }
  return false;
}

uint32_t akt_finite_before(const akt_clause *c, uint32_t i) {
  for (uint32_t k = i; k > c->begin; k--)
    if (akt_is_finite(c, k - 1))
      return k - 1;
  return AKT_NONE;
}

// ------------------------------------------------------------ coordination

static void push_front(akt_members *m, uint32_t chunk) {
  if (m->count == AKT_MOST_MEMBERS)
    return;
  for (uint32_t i = m->count; i > 0; i--)
    m->items[i] = m->items[i - 1];
  m->items[0] = chunk;
  m->count++;
}

static void push_back(akt_members *m, uint32_t chunk) {
  if (m->count < AKT_MOST_MEMBERS)
    m->items[m->count++] = chunk;
}

static bool is_conjunction(const akt_clause *c, uint32_t i) {
  return akt_type_at(c, i) == AKT_CH_CONJUNCTION;
}

static bool is_comma(const akt_clause *c, uint32_t i) {
  return akt_type_at(c, i) == AKT_CH_COMMA;
}

// "Minister X of Peru": the member of a list that ends in `np` is X.
static uint32_t member_ending_in(const akt_clause *c, uint32_t np) {
  bool is_of = np >= c->begin + 2 && akt_type_at(c, np - 1) == AKT_CH_PREPOSITION &&
               akt_chunk_word(c, np - 1, "of") && akt_np_is_person(c, np - 2);
  return is_of ? np - 2 : np;
}

// "A, a partner of B, and C": the member before the apposition, or AKT_NONE.
static uint32_t before_apposition(const akt_clause *c, uint32_t np) {
  while (np >= c->begin + 2 && akt_type_at(c, np - 1) == AKT_CH_PREPOSITION &&
         akt_is_np(c, np - 2))
    np -= 2;
  bool is_apposed = np >= c->begin + 2 && akt_chunk_at(c, np)->is_indefinite &&
                    is_comma(c, np - 1) && akt_is_np(c, np - 2) &&
                    akt_chunk_at(c, np - 2)->is_actor && akt_chunk_at(c, np - 2)->is_named;
  return is_apposed ? np - 2 : AKT_NONE;
}

// "Pakistan, India to resume talks": the comma of a headline is an "and".
static bool is_headline_pair(const akt_clause *c, uint32_t i) {
  bool is_headline = c->end > c->begin && akt_type_at(c, c->end - 1) != AKT_CH_END;
  return is_headline && i == c->begin + 2 && is_comma(c, i - 1) && akt_is_verb(c, i + 1) &&
         akt_is_np(c, c->begin) && akt_chunk_at(c, c->begin)->is_actor &&
         akt_chunk_at(c, i)->is_actor && !akt_chunk_at(c, i)->is_indefinite;
}

akt_members akt_list_left(const akt_clause *c, uint32_t i) {
  akt_members list = {{i}, 1};
  uint32_t j = i;
  if (is_headline_pair(c, i)) {
    push_front(&list, c->begin);
    return list;
  }
  if (j >= c->begin + 2 && is_conjunction(c, j - 1) && akt_is_np(c, j - 2))
    j -= 2;
  else if (j >= c->begin + 3 && is_conjunction(c, j - 1) && is_comma(c, j - 2) &&
           akt_is_np(c, j - 3)) {
    if (j >= c->begin + 4 && akt_is_np(c, j - 4))
      return list; // "took tourists hostage, and B": what they were taken for
    uint32_t apposed = before_apposition(c, j - 3);
    j = apposed == AKT_NONE ? j - 3 : apposed;
  } else {
    return list;
  }
  push_front(&list, j);
  while (j >= c->begin + 2) {
    if (is_conjunction(c, j - 1) && akt_is_np(c, j - 2)) {
      push_front(&list, j -= 2);
      continue;
    }
    uint8_t beyond = j >= c->begin + 3 ? akt_type_at(c, j - 3) : (uint8_t)AKT_CH_END;
    const akt_chunk *np = akt_is_np(c, j - 2) ? akt_chunk_at(c, j - 2) : NULL;
    uint32_t person = np && is_comma(c, j - 1) ? member_ending_in(c, j - 2) : j - 2;
    if (person != j - 2) {
      push_front(&list, j = person);
      continue;
    }
    bool is_member = is_comma(c, j - 1) && np && beyond != AKT_CH_PREPOSITION &&
                     beyond != AKT_CH_CONJUNCTION && beyond != AKT_CH_VERB &&
                     (np->is_actor || np->is_named) && !np->is_indefinite;
    if (!is_member)
      break;
    push_front(&list, j -= 2);
  }
  return list;
}

// Whether the comma after `j` goes on a list: a later "and NP" closes it.
static bool comma_continues_list(const akt_clause *c, uint32_t j) {
  uint32_t k = j + 2;
  for (int n = 0; n < 10 && akt_is_np(c, k); n++) {
    if (is_conjunction(c, k + 1) && is_comma(c, k + 2))
      return true; // settled when the list gets there
    if (is_conjunction(c, k + 1) && akt_is_np(c, k + 2))
      return !(akt_is_verb(c, k + 3) && akt_is_finite(c, k + 3));
    if (is_comma(c, k + 1) && is_conjunction(c, k + 2) && akt_is_np(c, k + 3))
      return !akt_is_verb(c, k + 4);
    if (!is_comma(c, k + 1))
      return false;
    k += 2;
  }
  return false;
}

// "... and a computer in Norway hosted": the phrase has a verb of its own.
static bool opens_clause(const akt_clause *c, uint32_t np) {
  uint32_t k = np + 1;
  while (akt_type_at(c, k) == AKT_CH_PREPOSITION && akt_is_np(c, k + 1))
    k += 2;
  return akt_is_verb(c, k) && akt_is_finite(c, k);
}

// "A truce brokered by A and B failed": where no clause came before, "and" opens none.
static bool is_first_clause(const akt_clause *c, uint32_t i) {
  for (uint32_t k = i; k > c->begin; k--) {
    uint8_t t = akt_type_at(c, k - 1);
    if (t == AKT_CH_COMMA || t == AKT_CH_DASH || akt_is_finite(c, k - 1))
      return false;
    if (t == AKT_CH_SUBORDINATOR || t == AKT_CH_COMPLEMENT || t == AKT_CH_RELATIVE)
      return t != AKT_CH_RELATIVE;
  }
  return true;
}

// leaders (of the EU), including X and Y: the examples belong to the list. But talks "with A
// on issues including X" are not with X.
static uint32_t after_including(const akt_clause *c, uint32_t j) {
  uint32_t k = j + 1;
  bool is_of_other = false;
  while (akt_type_at(c, k) == AKT_CH_PREPOSITION && akt_is_np(c, k + 1) &&
         !akt_chunk_word(c, k, "including")) {
    is_of_other |= !akt_chunk_word(c, k, "of");
    k += 2;
  }
  if (is_comma(c, k))
    k++;
  else if (is_of_other)
    return AKT_NONE;
  bool is_marked = akt_type_at(c, k) == AKT_CH_PREPOSITION && akt_chunk_word(c, k, "including");
  return is_marked && akt_is_np(c, k + 1) && akt_chunk_at(c, k + 1)->is_actor ? k + 1
                                                                              : AKT_NONE;
}

// "..., the Houthis and, for the first time, the Guards": what an insertion parts.
static uint32_t after_insertion(const akt_clause *c, uint32_t j) {
  bool is_parted = is_conjunction(c, j + 1) && is_comma(c, j + 2) &&
                   akt_type_at(c, j + 3) == AKT_CH_PREPOSITION && akt_is_np(c, j + 4) &&
                   is_comma(c, j + 5) && akt_is_np(c, j + 6) && !opens_clause(c, j + 6);
  return is_parted ? j + 6 : AKT_NONE;
}

akt_members akt_list_right(const akt_clause *c, uint32_t i) {
  akt_members list = {{i}, 1};
  uint32_t j = i;
  while (list.count < AKT_MOST_MEMBERS) {
    bool has_place = akt_np_is_person(c, j) && akt_chunk_word(c, j + 1, "of") &&
                     akt_is_np(c, j + 2) && (is_comma(c, j + 3) || is_conjunction(c, j + 3));
    if (has_place)
      j += 2; // Minister X of Peru and ...
    uint32_t parted = after_insertion(c, j);
    if (parted != AKT_NONE) {
      push_back(&list, j = parted);
      continue;
    }
    uint32_t example = after_including(c, j);
    if (example != AKT_NONE) {
      push_back(&list, j = example);
      continue;
    }
    if (is_conjunction(c, j + 1) && akt_is_np(c, j + 2)) {
      if (opens_clause(c, j + 2) && !is_first_clause(c, i))
        break;
      push_back(&list, j += 2);
      continue;
    }
    if (is_comma(c, j + 1) && akt_is_np(c, j + 2) && comma_continues_list(c, j) &&
        !akt_chunk_at(c, j + 2)->is_indefinite) {
      push_back(&list, j += 2);
      continue;
    }
    bool adds = is_comma(c, j + 1) && akt_chunk_word(c, j + 2, "as"); // A, as well as B
    bool closes = is_comma(c, j + 1) && is_conjunction(c, j + 2) && akt_is_np(c, j + 3) &&
                  (list.count > 1 || adds) && !akt_is_verb(c, j + 4) && !opens_clause(c, j + 3);
    if (!closes)
      break;
    push_back(&list, j += 3);
  }
  return list;
}

bool akt_is_counterfactual(const akt_clause *c, uint32_t verb) {
  const akt_chunk *v = akt_chunk_at(c, verb);
  static const char *const modals[] = {"would", "could", "should"};
  bool is_unreal = false;
  for (size_t i = 0; v->modal != AKT_NONE && i < sizeof modals / sizeof *modals; i++)
    is_unreal |= v->modal == akt_ruleset_word(c->r->rules, akt_span_of(modals[i]));
  for (uint32_t t = v->first; is_unreal && t < v->last; t++)
    if (akt_unit_is_word(c->r, t, "have") && t != v->main)
      return true;
  const akt_chunk *opening = akt_chunk_at(c, c->begin);
  bool is_inverted =
      opening->type == AKT_CH_VERB && opening->main == AKT_NONE &&
      (akt_chunk_word(c, c->begin, "had") || akt_chunk_word(c, c->begin, "were") ||
       akt_chunk_word(c, c->begin, "should"));
  for (uint32_t k = c->begin; is_inverted && k < verb; k++)
    is_inverted = akt_type_at(c, k) != AKT_CH_COMMA;
  return is_inverted && verb > c->begin;
}

bool akt_is_question(const akt_clause *c) {
  const akt_sentence *s = &c->r->text.sentences.items[c->sentence];
  for (uint32_t i = s->last; i > s->first; i--) {
    akt_span text = akt_unit_text(c->r, i - 1);
    if (akt_span_is(text, "?"))
      return true;
    if (c->r->text.tokens.items[i - 1].kind != AKT_TOKEN_QUOTE)
      return false;
  }
  return false;
}
