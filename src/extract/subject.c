// The subject of a verb group: a walk to the left over chunks, skipping
// prepositional phrases, appositions, relative clauses and insertions. Source of
// the method: shallow clause reading in the tradition of finite-state cascades
// (Abney 1996); the rules here were found by measuring.
#include "extract/subject.h"

static const akt_members *find(akt_clause *c, uint32_t i, int depth);
static akt_members walk_left(akt_clause *c, uint32_t i, int depth);

akt_members akt_subject_of(akt_clause *c, uint32_t verb, int depth) {
  return verb == AKT_NONE ? akt_nobody() : *find(c, verb, depth + 1);
}

bool akt_is_participle(const akt_clause *c, int64_t i) {
  return akt_left_type(c, i) == AKT_CH_VERB && !akt_is_finite(c, (uint32_t)i) &&
         (akt_form_at(c, (uint32_t)i) == AKT_VF_ING ||
          akt_form_at(c, (uint32_t)i) == AKT_VF_PAST ||
          akt_form_at(c, (uint32_t)i) == AKT_VF_PARTICIPLE);
}

// In "the claim that B had won": what is only the content of a noun.
static bool is_content_of_noun(const akt_clause *c, uint32_t verb) {
  int64_t np = (int64_t)verb - 1;
  return akt_left_type(c, np) == AKT_CH_NP && akt_left_type(c, np - 1) == AKT_CH_COMPLEMENT &&
         akt_left_type(c, np - 2) == AKT_CH_NP;
}

// Nearest finite verb to the left that stands in no relative clause.
uint32_t akt_main_before(const akt_clause *c, uint32_t i) {
  for (uint32_t k = i; k > c->begin; k--)
    if (akt_is_finite(c, k - 1) && akt_left_type(c, (int64_t)k - 2) != AKT_CH_RELATIVE &&
        !is_content_of_noun(c, k - 1))
      return k - 1;
  return AKT_NONE;
}

static uint32_t verb_before(const akt_clause *c, uint32_t i, akt_verb_form wanted,
                            akt_verb_form or_this) {
  for (uint32_t k = i; k > c->begin; k--)
    if (akt_is_verb(c, k - 1) &&
        (akt_form_at(c, k - 1) == wanted || akt_form_at(c, k - 1) == or_this))
      return k - 1;
  return AKT_NONE;
}

uint32_t akt_any_verb_before(const akt_clause *c, uint32_t i) {
  for (uint32_t k = i; k > c->begin; k--)
    if (akt_is_verb(c, k - 1))
      return k - 1;
  return AKT_NONE;
}

// No other verb in its clause, before it or after it.
static bool is_only_verb(const akt_clause *c, uint32_t i) {
  if (akt_any_verb_before(c, i) != AKT_NONE)
    return false;
  for (uint32_t k = i + 1; k < c->end; k++) {
    uint8_t t = akt_type_at(c, k);
    if (t == AKT_CH_COMMA || t == AKT_CH_SUBORDINATOR || t == AKT_CH_DASH)
      return true;
    if (akt_is_finite(c, k))
      return false;
  }
  return true;
}

// ------------------------------------------------------------ forms without a walk

// "sent money to help", "sent troops to help": whoever sent them helps. "sent X to help": X
// does.
static bool is_sent(const akt_clause *c, uint32_t verb, uint32_t np) {
  return !akt_chunk_at(c, np)->is_named && akt_chunk_at(c, np)->modifier == AKT_NONE &&
         akt_verb_in(c, verb, AKT_SET_GIVING);
}

static akt_members of_infinitive(akt_clause *c, uint32_t i, int depth) {
  int64_t k = (int64_t)i - 1;
  if (akt_left_type(c, k) == AKT_CH_VERB)
    return akt_subject_of(c, (uint32_t)k, depth);
  if (akt_left_type(c, k) == AKT_CH_PARTICLE && akt_left_type(c, k - 1) == AKT_CH_VERB)
    return akt_subject_of(c, (uint32_t)k - 1, depth);
  if (akt_left_type(c, k) == AKT_CH_NP) {
    uint32_t np = (uint32_t)k;
    uint64_t controls = AKT_EN(CONTROL) | AKT_EN(PERMIT) | AKT_EN(CAUSE);
    akt_members list = akt_list_left(c, np);
    int64_t before = (int64_t)list.items[0] - 1;
    bool is_governed = akt_left_type(c, before) == AKT_CH_VERB &&
                       (akt_verb_classes(c, (uint32_t)before) & controls);
    if (is_governed && is_sent(c, (uint32_t)before, np))
      return akt_subject_of(c, (uint32_t)before, depth);
    if (is_governed)
      return list; // urged A and B to
    bool is_for = akt_left_type(c, before) == AKT_CH_PREPOSITION &&
                  (akt_chunk_word(c, (uint32_t)before, "for") ||
                   akt_chunk_word(c, (uint32_t)before, "on"));
    bool is_by =
        akt_chunk_word(c, (uint32_t)before, "by") && akt_left_type(c, before - 1) == AKT_CH_NP;
    if ((is_for || is_by) && akt_chunk_at(c, np)->is_actor)
      return list; // called on A to, a need for A to, a pledge by A to
    bool is_its = akt_chunk_at(c, np)->possessive &&
                  akt_left_type(c, before) == AKT_CH_PREPOSITION &&
                  akt_left_type(c, before - 1) == AKT_CH_NP &&
                  akt_chunk_at(c, (uint32_t)before - 1)->is_actor;
    if (is_its) // pressured B over its failure to
      return akt_one((uint32_t)before - 1);
    if (akt_chunk_at(c, np)->owner != AKT_NONE || akt_chunk_at(c, np)->modifier != AKT_NONE)
      return akt_one(np); // A's decision to, a US plan to
  }
  if (akt_left_type(c, k) == AKT_CH_CONJUNCTION) {
    uint32_t other = verb_before(c, (uint32_t)k, AKT_VF_INFINITIVE, AKT_VF_INFINITIVE);
    if (other != AKT_NONE)
      return akt_subject_of(c, other, depth);
  }
  uint32_t verb = akt_any_verb_before(c, i);
  if (verb == AKT_NONE && is_only_verb(c, i))
    return walk_left(c, i, depth);
  return akt_subject_of(c, verb, depth);
}

// ------------------------------------------------------------ the walk

typedef enum step { GO_ON, DONE } step;

typedef struct walk {
  akt_clause *c;
  uint32_t verb;
  int depth;
  int64_t at;
  akt_members found;
} walk;

static step stop_with(walk *w, akt_members found) {
  w->found = found;
  return DONE;
}

static step go_to(walk *w, int64_t chunk) {
  w->at = chunk;
  return GO_ON;
}

// The noun phrase stands in a prepositional phrase: the head is further left.
static step in_phrase(walk *w, akt_members list, int64_t preposition) {
  akt_clause *c = w->c;
  int64_t before = preposition - 1;
  uint8_t t = akt_left_type(c, before);
  if (t == AKT_CH_NP)
    return go_to(w, before);
  if (t == AKT_CH_VERB) {
    uint32_t v = (uint32_t)before;
    if ((akt_verb_classes(c, v) & AKT_EN(REPORTING)) && akt_is_finite(c, v))
      return stop_with(w, list);
    if (akt_is_participle(c, before) && akt_left_type(c, before - 1) == AKT_CH_NP)
      return go_to(w, before - 1);
    if (akt_form_at(c, v) == AKT_VF_INFINITIVE) {
      int64_t m = before - 1;
      while (m >= (int64_t)c->begin && akt_left_type(c, m) != AKT_CH_NP)
        m--;
      return go_to(w, m);
    }
    return stop_with(w, akt_chunk_word(c, (uint32_t)preposition, "of") ? list : akt_nobody());
  }
  if (t == AKT_CH_COMMA)
    return go_to(w, before);
  if (before < (int64_t)c->begin || t == AKT_CH_END || t == AKT_CH_SUBORDINATOR ||
      t == AKT_CH_COMPLEMENT || t == AKT_CH_RELATIVE)
    return stop_with(w, akt_nobody());
  return go_to(w, before);
}

static step after_verb(walk *w, akt_members list, int64_t verb) {
  akt_clause *c = w->c;
  if (akt_is_participle(c, verb) && akt_left_type(c, verb - 1) == AKT_CH_NP)
    return go_to(w, verb - 1); // the group controlling B VERB
  if (akt_form_at(c, (uint32_t)verb) == AKT_VF_INFINITIVE) {
    int64_t m = verb - 1;
    while (akt_left_type(c, m) == AKT_CH_VERB &&
           akt_form_at(c, (uint32_t)m) == AKT_VF_INFINITIVE)
      m--;
    return akt_left_type(c, m) == AKT_CH_NP ? go_to(w, m) : stop_with(w, list);
  }
  if (akt_left_type(c, verb - 1) == AKT_CH_RELATIVE) { // A, which backs B, VERB
    int64_t m = verb - 2;
    while (akt_left_type(c, m) == AKT_CH_COMMA || akt_left_type(c, m) == AKT_CH_PREPOSITION)
      m--;
    return go_to(w, m);
  }
  return stop_with(w, list);
}

static bool has_finite_over_phrases(const akt_clause *c, int64_t i) {
  while (akt_left_type(c, i) == AKT_CH_PREPOSITION || akt_left_type(c, i) == AKT_CH_NP ||
         akt_left_type(c, i) == AKT_CH_PARTICLE)
    i--;
  return akt_left_type(c, i) == AKT_CH_VERB && akt_is_finite(c, (uint32_t)i) &&
         !(akt_verb_classes(c, (uint32_t)i) & AKT_EN(REPORTING));
}

static step at_phrase(walk *w) {
  akt_members list = akt_list_left(w->c, (uint32_t)w->at);
  int64_t before = (int64_t)list.items[0] - 1;
  uint8_t t = akt_left_type(w->c, before);
  bool is_new = list.count == 2 && list.items[1] == list.items[0] + 3; // "to A, and B denied"
  if (t == AKT_CH_PREPOSITION && list.count > 1 &&
      (is_new || has_finite_over_phrases(w->c, before)))
    return stop_with(w, akt_one(list.items[list.count - 1])); // ... at the airport and C seized
  if (t == AKT_CH_PREPOSITION)
    return in_phrase(w, list, before);
  if (t == AKT_CH_VERB && is_new && !akt_is_participle(w->c, before))
    return stop_with(w, akt_one(list.items[1])); // to annul A, and B fired
  if (t == AKT_CH_VERB) {
    // "A seized B and C seized D": the object B is no subject. But "A said B and C".
    bool is_said =
        akt_is_finite(w->c, (uint32_t)before) &&
        akt_left_type(w->c, before - 1) != AKT_CH_COMMA && // not "..., said B, and C"
        (akt_verb_classes(w->c, (uint32_t)before) & AKT_EN(REPORTING));
    bool is_object = list.count > 1 && !is_said;
    if (is_object && akt_left_type(w->c, list.items[list.count - 1] - 2) == AKT_CH_COMMA)
      return stop_with(w, akt_one(list.items[list.count - 1])); // to annul it, and police fired
    return after_verb(w, is_object ? akt_one(list.items[list.count - 1]) : list, before);
  }
  // "X, a proxy of Y VERB": an apposition that nobody closed.
  bool is_opening =
      akt_left_type(w->c, w->c->begin) == AKT_CH_VERB && // Stating that ..., a court
      akt_form_at(w->c, w->c->begin) == AKT_VF_ING;
  bool is_apposition = t == AKT_CH_COMMA && akt_left_type(w->c, before - 1) == AKT_CH_NP &&
                       list.count == 1 && !is_opening &&
                       akt_chunk_at(w->c, list.items[0])->is_indefinite;
  return is_apposition ? go_to(w, before - 1) : stop_with(w, list);
}

static bool is_skippable(const akt_clause *c, int64_t from, int64_t to, bool has_finite) {
  uint8_t t = akt_left_type(c, from);
  if (t == AKT_CH_RELATIVE || t == AKT_CH_PREPOSITION || t == AKT_CH_SUBORDINATOR)
    return true;
  if (t == AKT_CH_VERB)
    return !akt_is_finite(c, (uint32_t)from);
  return t == AKT_CH_NP && !has_finite && to >= from;
}

// NP, insertion, VERB: skip the insertion, or share the subject of its verb.
static step at_comma(walk *w) {
  akt_clause *c = w->c;
  int64_t opening = w->at - 1;
  while (opening >= (int64_t)c->begin && akt_left_type(c, opening) != AKT_CH_COMMA &&
         akt_left_type(c, opening) != AKT_CH_DASH)
    opening--;
  bool is_pair =
      akt_left_type(c, opening) == AKT_CH_COMMA ||
      (akt_left_type(c, opening) == AKT_CH_DASH && akt_left_type(c, w->at) == AKT_CH_DASH);
  if (opening < (int64_t)c->begin || !is_pair) {
    uint32_t shared = akt_finite_before(c, w->verb);
    if (shared != AKT_NONE)
      return stop_with(w, akt_subject_of(c, shared, w->depth));
    return akt_left_type(c, w->at - 1) == AKT_CH_NP ? go_to(w, w->at - 1)
                                                    : stop_with(w, akt_nobody());
  }
  uint32_t last_finite = AKT_NONE;
  for (int64_t k = opening + 1; k < w->at; k++)
    if (akt_is_finite(c, (uint32_t)k))
      last_finite = (uint32_t)k;
  if (opening + 1 == w->at)
    return go_to(w, opening);
  if (is_skippable(c, opening + 1, w->at - 1, last_finite != AKT_NONE))
    return go_to(w, opening - 1);
  bool is_insertion = last_finite != AKT_NONE && opening + 2 == (int64_t)last_finite &&
                      w->at == (int64_t)last_finite + 1 &&
                      akt_left_type(c, opening + 1) == AKT_CH_NP &&
                      (akt_verb_classes(c, last_finite) & AKT_EN(REPORTING)) &&
                      akt_left_type(c, opening - 1) == AKT_CH_NP;
  if (last_finite == AKT_NONE || is_insertion) // "A, B said, had fired"
    return go_to(w, opening - 1);
  return stop_with(w, akt_subject_of(c, last_finite, w->depth));
}

// "A said B had fled, and urged C": what is said ends at the comma, since to urge, to
// blame, to thank is what speakers do. The verb of saying, or AKT_NONE.
static uint32_t speech_over(akt_clause *c, uint32_t shared, uint32_t verb, int64_t comma) {
  if (!akt_verb_in(c, verb, AKT_SET_SPEECH_ACT) || akt_left_type(c, comma) != AKT_CH_COMMA ||
      !akt_chunk_at(c, shared)->has_auxiliary || akt_chunk_at(c, verb)->has_auxiliary)
    return AKT_NONE;
  const akt_members *inner = akt_subject(c, shared);
  if (!inner->count)
    return AKT_NONE;
  int64_t said = (int64_t)inner->items[0] - 1;
  if (akt_left_type(c, said) == AKT_CH_COMPLEMENT)
    said--;
  bool is_said = akt_left_type(c, said) == AKT_CH_VERB && akt_is_finite(c, (uint32_t)said) &&
                 (akt_verb_classes(c, (uint32_t)said) & AKT_EN(REPORTING));
  return is_said ? (uint32_t)said : AKT_NONE;
}

static step at_conjunction(walk *w) {
  uint32_t shared = akt_finite_before(w->c, (uint32_t)w->at);
  uint32_t said = shared == AKT_NONE ? AKT_NONE : speech_over(w->c, shared, w->verb, w->at - 1);
  if (said != AKT_NONE)
    shared = said;
  if (shared != AKT_NONE)
    return stop_with(w, akt_subject_of(w->c, shared, w->depth));
  return akt_left_type(w->c, w->at - 1) == AKT_CH_NP ? go_to(w, w->at - 1)
                                                     : stop_with(w, akt_nobody());
}

// "the president of Bolivia, who": a person, not the country beside him.
static int64_t person_before(const akt_clause *c, int64_t np) {
  for (int64_t k = np; akt_left_type(c, k) == AKT_CH_NP; k -= 2) {
    if (akt_np_is_person(c, (uint32_t)k))
      return k;
    if (akt_left_type(c, k - 1) != AKT_CH_PREPOSITION)
      break;
  }
  return np;
}

static step at_relative(walk *w) {
  akt_clause *c = w->c;
  int64_t k = w->at - 1;
  while (akt_left_type(c, k) == AKT_CH_COMMA || akt_left_type(c, k) == AKT_CH_PREPOSITION)
    k--;
  if (akt_left_type(c, k) != AKT_CH_NP)
    return stop_with(w, akt_nobody());
  if (akt_chunk_word(c, (uint32_t)w->at, "who")) {
    int64_t person = person_before(c, k);
    if (person != k)
      return stop_with(w, akt_one((uint32_t)person));
  }
  bool is_of = akt_left_type(c, k - 1) == AKT_CH_PREPOSITION &&
               akt_left_type(c, k - 2) == AKT_CH_NP && akt_chunk_word(c, (uint32_t)k - 1, "of");
  if (is_of && akt_chunk_word(c, (uint32_t)w->at, "that") && akt_np_is_person(c, (uint32_t)k))
    return stop_with(w, akt_nobody()); // the shrine of A that: nothing that A did
  if (!akt_chunk_at(c, (uint32_t)k)->is_actor && is_of &&
      akt_chunk_at(c, (uint32_t)k - 2)->is_actor)
    return stop_with(w, akt_one((uint32_t)k - 2)); // a group of the kind that
  return stop_with(w, akt_list_left(c, (uint32_t)k));
}

static step at_subordinator(walk *w) {
  akt_clause *c = w->c;
  uint32_t i = (uint32_t)w->at;
  bool shares = akt_chunk_word(c, i, "but") || akt_chunk_word(c, i, "as");
  uint32_t verb = shares ? akt_finite_before(c, i) : AKT_NONE;
  return stop_with(w, akt_subject_of(c, verb, w->depth));
}

static step at_verb(walk *w) {
  akt_clause *c = w->c;
  uint32_t i = (uint32_t)w->at;
  if (akt_is_finite(c, i) || akt_form_at(c, i) == AKT_VF_INFINITIVE ||
      akt_form_at(c, i) == AKT_VF_BASE)
    return stop_with(w, akt_subject_of(c, i, w->depth));
  return akt_left_type(c, w->at - 1) == AKT_CH_NP ? go_to(w, w->at - 1)
                                                  : stop_with(w, akt_nobody());
}

static step take_step(walk *w) {
  switch ((akt_chunk_type)akt_left_type(w->c, w->at)) {
  case AKT_CH_PARTICLE:
    return go_to(w, w->at - 1);
  case AKT_CH_NP:
    return at_phrase(w);
  case AKT_CH_COMMA:
  case AKT_CH_DASH:
    return at_comma(w);
  case AKT_CH_CONJUNCTION:
    return at_conjunction(w);
  case AKT_CH_RELATIVE:
    return at_relative(w);
  case AKT_CH_SUBORDINATOR:
  case AKT_CH_COMPLEMENT:
    return at_subordinator(w);
  case AKT_CH_VERB:
    return at_verb(w);
  case AKT_CH_PREPOSITION:
    return stop_with(w, akt_subject_of(w->c, akt_finite_before(w->c, w->verb), w->depth));
  case AKT_CH_END:
    return stop_with(w, akt_nobody());
  }
  return DONE;
}

static akt_members walk_left(akt_clause *c, uint32_t i, int depth) {
  walk w = {.c = c, .verb = i, .depth = depth, .at = (int64_t)i - 1, .found = akt_nobody()};
  for (int guard = 0; guard < 40 && w.at >= (int64_t)c->begin; guard++)
    if (take_step(&w) == DONE)
      return w.found;
  return akt_nobody();
}

static akt_members of_base(akt_clause *c, uint32_t i, int depth) {
  int64_t k = (int64_t)i - 1;
  if (akt_left_type(c, k) == AKT_CH_VERB)
    return akt_subject_of(c, (uint32_t)k, depth);
  if (akt_left_type(c, k) == AKT_CH_CONJUNCTION) {
    uint32_t other = verb_before(c, (uint32_t)k, AKT_VF_INFINITIVE, AKT_VF_BASE);
    if (other == AKT_NONE)
      other = akt_finite_before(c, (uint32_t)k);
    if (other != AKT_NONE)
      return akt_subject_of(c, other, depth);
  }
  return walk_left(c, i, depth);
}

static akt_members by_form(akt_clause *c, uint32_t i, int depth) {
  if (akt_is_finite(c, i) && akt_form_at(c, i) != AKT_VF_BASE)
    return walk_left(c, i, depth);
  switch ((akt_verb_form)akt_form_at(c, i)) {
  case AKT_VF_INFINITIVE:
    return of_infinitive(c, i, depth);
  case AKT_VF_ING:
    return akt_subject_of_ing(c, i, depth);
  case AKT_VF_PAST:
  case AKT_VF_PARTICIPLE:
    return akt_subject_of_participle(c, i, depth);
  case AKT_VF_BASE:
    return of_base(c, i, depth);
  case AKT_VF_FINITE:
    break;
  }
  return walk_left(c, i, depth);
}

static void add_list(akt_members *subject, akt_members more) {
  for (uint32_t i = 0; i < more.count && subject->count < AKT_MOST_MEMBERS; i++)
    subject->items[subject->count++] = more.items[i];
}

// Of "along with B" and "together with B" from chunk `k` on: B, or AKT_NONE.
static uint32_t company(const akt_clause *c, uint32_t k) {
  uint32_t with = akt_chunk_word(c, k, "along") ? k + 1 : k;
  if (!akt_chunk_word(c, with, "with") || !akt_is_np(c, with + 1))
    return AKT_NONE;
  uint32_t first = akt_chunk_at(c, with)->first; // "together" is an adverb, and no chunk
  bool is_together = first > 0 && akt_unit_is_word(c->r, first - 1, "together");
  return with > k || is_together ? with + 1 : AKT_NONE;
}

// "Denmark, along with Norway and Finland, has": they do it together.
static void add_companions(const akt_clause *c, akt_members *subject) {
  uint32_t k = subject->items[subject->count - 1] + 1;
  if (akt_type_at(c, k) == AKT_CH_COMMA)
    k++;
  bool is_added = akt_type_at(c, k) == AKT_CH_CONJUNCTION && akt_chunk_word(c, k, "as") &&
                  akt_is_np(c, k + 1); // Denmark, as well as Norway, has
  uint32_t other = is_added ? k + 1 : company(c, k);
  if (other != AKT_NONE)
    add_list(subject, akt_list_right(c, other));
}

static bool is_country(const akt_clause *c, uint32_t np) {
  uint32_t m = akt_chunk_at(c, np)->mention;
  return m != AKT_NONE &&
         akt_kind_is(c->r->rules, c->r->mentions.items[m].kind, c->r->rules->kind_country);
}

// "A left the bloc, together with B and C.": countries that end the sentence do as A.
static void add_followers(const akt_clause *c, uint32_t verb, akt_members *subject) {
  for (uint32_t k = verb + 1; k + 2 < c->end && !akt_is_finite(c, k); k++) {
    uint32_t other = akt_type_at(c, k) == AKT_CH_COMMA ? company(c, k + 1) : AKT_NONE;
    if (other == AKT_NONE)
      continue;
    akt_members more = akt_list_right(c, other);
    bool are_countries = is_country(c, subject->items[0]) &&
                         akt_type_at(c, more.items[more.count - 1] + 1) == AKT_CH_END;
    for (uint32_t i = 0; i < more.count; i++)
      are_countries = are_countries && is_country(c, more.items[i]);
    if (are_countries)
      add_list(subject, more);
    return;
  }
}

// "A condemned the coup, as did B and C": they did the same.
static void add_echo(const akt_clause *c, uint32_t verb, akt_members *subject) {
  for (uint32_t k = verb + 1; k + 2 < c->end; k++) {
    bool is_echo = akt_chunk_word(c, k, "as") && akt_is_verb(c, k + 1) &&
                   akt_chunk_at(c, k + 1)->main == AKT_NONE && akt_is_np(c, k + 2);
    if (is_echo)
      add_list(subject, akt_list_right(c, k + 2));
    if (is_echo || akt_is_finite(c, k))
      return;
  }
}

static const akt_members *find(akt_clause *c, uint32_t i, int depth) {
  akt_members *known = &c->subjects[i - c->begin];
  if (known->count != UINT32_MAX)
    return known;
  known->count = 0; // a ring of shared subjects ends here
  if (depth <= AKT_WALK_DEPTH) {
    akt_members found = by_form(c, i, depth);
    bool is_own = found.count && found.items[found.count - 1] < i && akt_is_finite(c, i);
    if (is_own && depth == 0) {
      add_companions(c, &found);
      add_followers(c, i, &found);
      add_echo(c, i, &found);
    }
    *known = found;
  }
  return known;
}

const akt_members *akt_subject(akt_clause *c, uint32_t i) {
  return find(c, i, 0);
}

bool akt_is_headline_infinitive(akt_clause *c, uint32_t i) {
  if (akt_form_at(c, i) != AKT_VF_INFINITIVE || !is_only_verb(c, i))
    return false;
  const akt_members *subject = akt_subject(c, i);
  return subject->count && subject->items[0] == c->begin &&
         akt_chunk_at(c, subject->items[0])->is_actor;
}

// ------------------------------------------------------------ rank

static uint8_t rank_to_boundary(const akt_clause *c, uint32_t i) {
  uint8_t rank = 0;
  if (akt_is_verb(c, i)) {
    if (akt_form_at(c, i) == AKT_VF_ING)
      rank = 1;
    else if ((akt_form_at(c, i) == AKT_VF_PAST || akt_form_at(c, i) == AKT_VF_PARTICIPLE) &&
             !akt_is_finite(c, i))
      rank = 2;
  }
  for (uint32_t k = i; k + 1 > c->begin; k--) {
    uint8_t t = akt_type_at(c, k);
    if (t == AKT_CH_RELATIVE)
      return 2;
    if (t == AKT_CH_SUBORDINATOR && !akt_chunk_word(c, k, "but") &&
        !akt_chunk_word(c, k, "while") && !akt_chunk_word(c, k, "so"))
      return 2;
    if (k < i && (t == AKT_CH_COMMA || akt_is_finite(c, k)))
      break;
    if (k == c->begin)
      break;
  }
  return rank;
}

uint8_t akt_clause_rank(akt_clause *c, uint32_t i) {
  int64_t k = (int64_t)i - 1;
  if (akt_left_type(c, k) == AKT_CH_CONJUNCTION && akt_is_finite(c, i)) {
    uint32_t other = akt_finite_before(c, i);
    if (other != AKT_NONE && other < i)
      return akt_clause_rank(c, other);
  }
  if (akt_is_verb(c, i) && akt_form_at(c, i) == AKT_VF_ING && akt_left_type(c, k) == AKT_CH_NP)
    return 2;
  return rank_to_boundary(c, i);
}
