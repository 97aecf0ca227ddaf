// Pronouns and pairs. A pronoun is the subject of the nearest clause before it
// that fits in kind and gender: first in its own sentence, then in the two
// before. When two candidates are as good, there is none.
#include "extract/ends.h"

#include "extract/phrase.h"

enum { SENTENCES_BACK = 2, PAIR_SENTENCES_BACK = 4 };

bool akt_pronoun_fits(const akt_reading *r, uint32_t mention, uint8_t pronoun) {
  if (mention == AKT_NONE)
    return false;
  const akt_reference *m = &r->mentions.items[mention];
  if (m->entity == AKT_NONE || m->type == AKT_ME_PRONOUN)
    return false;
  const akt_actor *a = &r->actors.items[m->entity];
  bool is_person = akt_kind_is(r->rules, a->kind, r->rules->kind_person);
  bool is_body = akt_kind_is(r->rules, a->kind, r->rules->kind_country) ||
                 akt_kind_is(r->rules, a->kind, r->rules->kind_group);
  switch ((akt_person_pronoun)pronoun) {
  case AKT_PRO_MALE:
  case AKT_PRO_FEMALE:
    return is_person && !m->is_plural && (!a->gender || a->gender == pronoun);
  case AKT_PRO_THING:
    return is_body && !(m->is_plural && a->type == AKT_ME_GENERIC);
  case AKT_PRO_PLURAL:
    // The Taliban said they, police said they; but Peru said it.
    return (m->is_plural && (is_body || is_person)) || a->kind == r->rules->kind_group;
  case AKT_PRO_NONE:
  case AKT_PRO_OTHER:
    break;
  }
  return false;
}

// The mention a subject phrase gives, its owner when the head is no actor.
static uint32_t subject_mention(const akt_reading *r, const akt_chunk *np, uint8_t pronoun) {
  if (akt_pronoun_fits(r, np->mention, pronoun))
    return np->mention;
  return np->mention == AKT_NONE && akt_pronoun_fits(r, np->owner, pronoun) ? np->owner
                                                                            : AKT_NONE;
}

// "A ministry's spokesman said it would": the body for which somebody speaks.
static uint32_t spoken_for(const akt_reading *r, const akt_chunk *np, uint8_t pronoun) {
  bool is_body = pronoun == AKT_PRO_THING || pronoun == AKT_PRO_PLURAL;
  uint32_t of = np->mention == AKT_NONE || !is_body
                    ? AKT_NONE
                    : r->mentions.items[np->mention].affiliation;
  return akt_pronoun_fits(r, of, AKT_PRO_THING) ? of : AKT_NONE;
}

static void look_back(akt_clause *c, uint32_t np, uint8_t pronoun, akt_ends *ends);

// An earlier "he" is who he is. Many verbs lead to the same one; it is asked once a search,
// or twenty of them would ask each other a million times.
static void ask_earlier(akt_clause *c, uint32_t np, uint8_t pronoun, akt_ends *ends) {
  akt_chunk *k = akt_chunk_at(c, np);
  uint32_t had = ends->count;
  if (k->barren_in == c->r->searches)
    return;
  look_back(c, np, pronoun, ends);
  if (ends->count == had)
    k->barren_in = c->r->searches;
}

static bool take_subject(akt_clause *c, uint32_t verb, uint32_t before, uint8_t pronoun,
                         akt_ends *ends) {
  const akt_members *s = akt_subject(c, verb);
  bool is_list = s->count > 1 && pronoun == AKT_PRO_PLURAL;
  if (s->count > 1 && pronoun == AKT_PRO_THING)
    return false; // Peru and Chile are they
  for (uint32_t i = 0; i < s->count; i++) {
    uint32_t np = s->items[i];
    if (np >= before)
      continue;
    const akt_chunk *k = akt_chunk_at(c, np);
    if (is_list) {
      if (k->mention != AKT_NONE && c->r->mentions.items[k->mention].entity != AKT_NONE)
        akt_add_end(ends, k->mention);
    } else if (k->pronoun == pronoun && pronoun != AKT_PRO_PLURAL) {
      ask_earlier(c, np, pronoun, ends);
    } else {
      uint32_t m = subject_mention(c->r, k, pronoun);
      if (m == AKT_NONE && (akt_verb_classes(c, verb) & AKT_EN(REPORTING)))
        m = spoken_for(c->r, k, pronoun);
      if (m != AKT_NONE)
        akt_add_end(ends, m);
    }
  }
  return ends->count > 0;
}

static bool is_object_place(const akt_clause *c, uint32_t np) {
  bool is_subject = akt_is_verb(c, np + 1) && akt_is_finite(c, np + 1); // said it will
  if (!akt_chunk_at(c, np)->pronoun || np <= c->begin || is_subject)
    return false;
  uint8_t t = akt_type_at(c, np - 1);
  return t == AKT_CH_VERB || t == AKT_CH_PREPOSITION || t == AKT_CH_PARTICLE;
}

// "will defend itself": the object is the subject again, and nobody else.
static bool is_reflexive(const akt_clause *c, uint32_t np) {
  static const char *const words[] = {"himself", "herself", "itself", "themselves"};
  bool is_one = false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    is_one |= akt_chunk_word(c, np, words[i]);
  return is_one && is_object_place(c, np);
}

// "A rejected the claim that B had won, saying he": who says so is he.
static uint32_t saying_before(const akt_clause *c, uint32_t np) {
  uint32_t verb = akt_type_at(c, np - 1) == AKT_CH_COMPLEMENT ? np - 2 : np - 1;
  bool is_saying = np >= c->begin + 2 && akt_is_verb(c, verb) && akt_is_verb(c, np + 1) &&
                   akt_chunk_at(c, verb)->form == AKT_VF_ING &&
                   (akt_verb_classes(c, verb) & AKT_EN(REPORTING));
  return is_saying ? verb : AKT_NONE;
}

static bool in_own_sentence(akt_clause *c, uint32_t np, uint8_t pronoun, akt_ends *ends) {
  bool is_person = pronoun == AKT_PRO_MALE || pronoun == AKT_PRO_FEMALE;
  uint32_t saying = is_person ? saying_before(c, np) : AKT_NONE;
  if (saying != AKT_NONE && take_subject(c, saying, np, pronoun, ends))
    return true;
  uint32_t verb = np;
  bool is_object = is_object_place(c, np);
  uint32_t doer = AKT_NONE;
  for (int guard = 0; guard < 8; guard++) {
    verb = akt_finite_before(c, verb);
    if (verb == AKT_NONE)
      return false;
    const akt_members *subject = akt_subject(c, verb);
    uint32_t first = subject->count ? subject->items[0] : AKT_NONE;
    if (guard == 0 && is_object) {
      doer = first;
      if (first != AKT_NONE && akt_chunk_at(c, first)->possessive == pronoun)
        return false; // "A said his government would expel him": nor is it A here
      continue;       // "A released him": him is not A
    }
    if (doer != AKT_NONE && first == doer)
      continue; // "A blamed B and called on him": A did both
    if (take_subject(c, verb, np, pronoun, ends))
      return true;
  }
  return false;
}

// "A, which B recognised, said": B is named by the way.
static bool is_in_relative(akt_clause *c, uint32_t verb) {
  const akt_members *s = akt_subject(c, verb);
  bool has_own = s->count && s->items[0] < verb && s->items[0] > c->begin;
  uint32_t before = has_own ? s->items[0] - 1 : verb - 1;
  return verb > c->begin && akt_type_at(c, before) == AKT_CH_RELATIVE;
}

// ""My client is a victim," said Peru's lawyer, Ana Diaz." She is who was quoted.
static bool is_quoted_speaker(akt_clause *c, uint8_t pronoun, akt_ends *ends) {
  const akt_sentence *s = &c->r->text.sentences.items[c->sentence];
  if (c->r->text.tokens.items[s->first].kind != AKT_TOKEN_QUOTE)
    return false;
  uint32_t speaker = akt_closing_speaker(c, c->begin);
  if (!akt_pronoun_fits(c->r, speaker, pronoun))
    return false;
  akt_add_end(ends, speaker);
  return true;
}

// Of a whole earlier sentence: its first subject that fits, else its only candidate.
static bool in_sentence(akt_clause *c, uint8_t pronoun, akt_ends *ends) {
  if (is_quoted_speaker(c, pronoun, ends))
    return true;
  for (int relative = 0; relative < 2; relative++) // main clauses before relative ones
    for (uint32_t v = c->begin; v < c->end; v++)
      if (akt_is_finite(c, v) && is_in_relative(c, v) == (relative == 1) &&
          take_subject(c, v, c->end, pronoun, ends))
        return true;
  uint32_t only = AKT_NONE;
  for (uint32_t i = c->begin; i < c->end; i++) {
    const akt_chunk *k = akt_chunk_at(c, i);
    if (k->type != AKT_CH_NP || !akt_pronoun_fits(c->r, k->mention, pronoun))
      continue;
    if (only != AKT_NONE &&
        c->r->mentions.items[only].entity != c->r->mentions.items[k->mention].entity)
      return false;
    only = k->mention;
  }
  if (only != AKT_NONE)
    akt_add_end(ends, only);
  return only != AKT_NONE;
}

// Who was called "she" once is no "him" later.
static void note_gender(akt_reading *r, uint8_t pronoun, const akt_ends *ends) {
  bool is_person = pronoun == AKT_PRO_MALE || pronoun == AKT_PRO_FEMALE;
  if (!is_person || ends->count != 1)
    return;
  akt_actor *actor = &r->actors.items[r->mentions.items[ends->items[0]].entity];
  if (!actor->gender)
    actor->gender = pronoun;
}

// Across sentences "they" is only the subject of the sentence right before.
static void in_sentence_before(akt_clause *c, uint8_t pronoun, akt_ends *ends) {
  if (!c->sentence)
    return;
  akt_clause earlier;
  akt_clause_init(&earlier, c->r, c->sentence - 1);
  for (uint32_t v = earlier.begin; v < earlier.end; v++)
    if (akt_is_finite(&earlier, v)) {
      take_subject(&earlier, v, earlier.end, pronoun, ends);
      return;
    }
}

static bool is_subject(akt_clause *c, uint32_t np, uint32_t before) {
  for (uint32_t v = akt_finite_before(c, before); v != AKT_NONE; v = akt_finite_before(c, v)) {
    const akt_members *s = akt_subject(c, v);
    for (uint32_t i = 0; i < s->count; i++)
      if (s->items[i] == np)
        return true;
  }
  return false;
}

// Who does it, in his own words or in an apposition: he is not "him".
static bool is_doer(akt_clause *c, uint32_t np, uint32_t mention) {
  uint32_t verb = akt_finite_before(c, np);
  const akt_members *s = verb == AKT_NONE ? NULL : akt_subject(c, verb);
  for (uint32_t i = 0; s && i < s->count; i++) {
    uint32_t m = akt_chunk_at(c, s->items[i])->mention;
    if (m != AKT_NONE && c->r->mentions.items[m].entity == c->r->mentions.items[mention].entity)
      return true;
  }
  return false;
}

// "The military led by A overthrew him": he is not A.
static bool is_agent(const akt_clause *c, uint32_t np) {
  return np > c->begin + 1 && akt_chunk_word(c, np - 1, "by") && akt_is_verb(c, np - 2) &&
         !akt_is_finite(c, np - 2);
}

// "met B and promised him a loan": no subject fits, so the object before it.
static bool object_before(akt_clause *c, uint32_t np, uint32_t from, uint8_t pronoun,
                          akt_ends *ends) {
  for (uint32_t i = np; i-- > from;)
    if (akt_is_np(c, i) && !is_agent(c, i) &&
        akt_pronoun_fits(c->r, akt_chunk_at(c, i)->mention, pronoun) &&
        !(pronoun != AKT_PRO_THING &&
          (is_subject(c, i, np) || is_doer(c, np, akt_chunk_at(c, i)->mention)))) {
      akt_add_end(ends, akt_chunk_at(c, i)->mention);
      return true;
    }
  return false;
}

// No verb yet: "After a call with Macron, he", "Peru's aid to Chad and its talks":
// whoever comes first, as a phrase or as its owner.
static bool in_front(akt_clause *c, uint32_t np, uint8_t pronoun, akt_ends *ends) {
  for (uint32_t i = c->begin; i < np; i++) {
    const akt_chunk *k = akt_chunk_at(c, i);
    uint32_t found = k->type != AKT_CH_NP                          ? AKT_NONE
                     : akt_pronoun_fits(c->r, k->owner, pronoun)   ? k->owner
                     : akt_pronoun_fits(c->r, k->mention, pronoun) ? k->mention
                                                                   : AKT_NONE;
    if (found != AKT_NONE) {
      akt_add_end(ends, found);
      return true;
    }
  }
  return false;
}

// "A met the winner and promised him a loan": whoever he met, and nobody before.
static bool follows_deed(akt_clause *c, uint32_t np) {
  uint32_t verb = akt_finite_before(c, np);
  uint32_t other = verb == AKT_NONE ? AKT_NONE : akt_finite_before(c, verb);
  if (other == AKT_NONE || akt_type_at(c, verb - 1) != AKT_CH_CONJUNCTION)
    return false;
  const akt_members *one = akt_subject(c, verb), *two = akt_subject(c, other);
  return one->count && two->count && one->items[0] == two->items[0] &&
         akt_direct_object(c, other) != AKT_NONE;
}

static void look_back(akt_clause *c, uint32_t np, uint8_t pronoun, akt_ends *ends) {
  if (pronoun == AKT_PRO_OTHER && (akt_chunk_word(c, np, "we") || akt_chunk_word(c, np, "i"))) {
    uint32_t speaker = akt_closing_speaker(c, np);
    if (speaker != AKT_NONE && c->r->mentions.items[speaker].entity != AKT_NONE)
      akt_add_end(ends, speaker);
    return;
  }
  if (pronoun == AKT_PRO_OTHER && akt_chunk_word(c, np, "both"))
    akt_pair_antecedents(c, np, ends);
  if (pronoun == AKT_PRO_NONE || pronoun == AKT_PRO_OTHER || is_reflexive(c, np))
    return;
  bool is_person = pronoun == AKT_PRO_MALE || pronoun == AKT_PRO_FEMALE;
  if (akt_is_of_object(c, np, pronoun, ends)) {
    note_gender(c->r, pronoun, ends);
    return;
  }
  if (in_own_sentence(c, np, pronoun, ends)) {
    note_gender(c->r, pronoun, ends);
    return;
  }
  if (is_person && is_object_place(c, np) &&
      (object_before(c, np, c->begin, pronoun, ends) || follows_deed(c, np)))
    return;
  // "cut ties with B, accusing it of": who accuses is who cut them, and "it" the other.
  uint32_t main = akt_finite_before(c, np);
  bool is_of_participle = pronoun == AKT_PRO_THING && is_object_place(c, np) &&
                          akt_is_verb(c, np - 1) &&
                          akt_chunk_at(c, np - 1)->form == AKT_VF_ING && main != AKT_NONE &&
                          main + 1 < np && !akt_chunk_at(c, main)->is_passive;
  if (is_of_participle && object_before(c, np, main + 1, pronoun, ends))
    return;
  if (akt_finite_before(c, np) == AKT_NONE && in_front(c, np, pronoun, ends))
    return;
  if (pronoun == AKT_PRO_PLURAL) {
    in_sentence_before(c, pronoun, ends);
    return;
  }
  const akt_sentence *own = &c->r->text.sentences.items[c->sentence];
  for (uint32_t back = 1; back <= SENTENCES_BACK && back <= c->sentence; back++) {
    const akt_sentence *s = &c->r->text.sentences.items[c->sentence - back];
    if (own->paragraph - s->paragraph > 1)
      return;
    akt_clause earlier;
    akt_clause_init(&earlier, c->r, c->sentence - back);
    if (in_sentence(&earlier, pronoun, ends)) {
      note_gender(c->r, pronoun, ends);
      return;
    }
  }
}

void akt_antecedents(akt_clause *c, uint32_t np, uint8_t pronoun, akt_ends *ends) {
  c->r->searches++;
  look_back(c, np, pronoun, ends);
}

// ------------------------------------------------------------ pairs

static bool is_the_two(const akt_clause *c, uint32_t np) {
  const akt_chunk *k = akt_chunk_at(c, np);
  return akt_unit_is_word(c->r, k->first, "the") && k->head == k->first + 1 &&
         akt_unit_is_word(c->r, k->head, "two");
}

static bool is_pair_phrase(const akt_clause *c, uint32_t np, bool *are_people) {
  const akt_chunk *k = akt_chunk_at(c, np);
  if (k->pronoun || is_the_two(c, np))
    return k->pronoun ? akt_chunk_word(c, np, "both") : true; // countries before people
  bool is_definite = akt_unit_is_word(c->r, k->first, "the") ||
                     akt_unit_is_word(c->r, k->first, "these") ||
                     akt_unit_is_word(c->r, k->first, "those");
  bool is_two = false;
  for (uint32_t i = k->first; i < k->head; i++)
    is_two |=
        (is_definite && akt_unit_is_word(c->r, i, "two")) || akt_unit_is_word(c->r, i, "both");
  if (!is_two || k->is_named || k->head_noun == AKT_NONE)
    return false;
  *are_people = akt_word_in(c->r, k->head_noun, AKT_SET_PAIR_OF_PEOPLE);
  return *are_people || akt_word_in(c->r, k->head_noun, AKT_SET_PAIR_OF_BODIES);
}

static bool is_candidate(const akt_reading *r, const akt_reference *m, bool are_people) {
  if (m->entity == AKT_NONE || m->type == AKT_ME_PRONOUN || m->type == AKT_ME_GENERIC ||
      m->type == AKT_ME_THING)
    return false;
  uint32_t kind = r->actors.items[m->entity].kind;
  return are_people ? akt_kind_is(r->rules, kind, r->rules->kind_person)
                    : akt_kind_is(r->rules, kind, r->rules->kind_country);
}

// The two that the whole text is about, when it clearly is about two.
static void most_spoken_of(akt_clause *c, uint32_t np, bool are_people, uint32_t without,
                           akt_ends *ends) {
  akt_reading *r = c->r;
  uint32_t top[3] = {AKT_NONE, AKT_NONE, AKT_NONE}, counts[3] = {0, 0, 0};
  for (uint32_t i = 0; i < r->actors.count; i++) {
    const akt_actor *a = &r->actors.items[i];
    bool fits = are_people ? akt_kind_is(r->rules, a->kind, r->rules->kind_person) &&
                                 a->type != AKT_ME_GENERIC
                           : akt_kind_is(r->rules, a->kind, r->rules->kind_country);
    uint32_t actor = i, count = fits && i != without ? a->mention_count : 0;
    for (int k = 0; k < 3; k++)
      if (count > counts[k]) {
        uint32_t other = top[k], fewer = counts[k];
        top[k] = actor;
        counts[k] = count;
        actor = other;
        count = fewer;
      }
  }
  if (counts[1] < 3 || counts[2] * 2 > counts[1])
    return;
  for (int k = 0; k < 2; k++)
    for (uint32_t i = 0; i < r->mentions.count; i++)
      if (r->mentions.items[i].entity == top[k] &&
          r->mentions.items[i].first < akt_chunk_at(c, np)->first) {
        akt_add_end(ends, i);
        break;
      }
  if (ends->count != 2)
    ends->count = 0;
}

// "between A and B, but both": the nearest two joined by "and" before it.
static bool take_joined_pair(const akt_clause *c, uint32_t np, bool are_people,
                             akt_ends *ends) {
  bool is_pronoun = akt_chunk_at(c, np)->pronoun; // "both": countries or people
  for (uint32_t i = np; i-- > c->begin;) {
    akt_members list = akt_is_np(c, i) ? akt_list_left(c, i) : (akt_members){.count = 0};
    for (int people = 0; people < 2 && list.count == 2; people++) {
      if ((people == 1) != are_people && !is_pronoun)
        continue;
      for (uint32_t k = 0; k < 2; k++) {
        uint32_t m = akt_chunk_at(c, list.items[k])->mention;
        if (m != AKT_NONE && is_candidate(c->r, &c->r->mentions.items[m], people == 1))
          akt_add_end(ends, m);
      }
      if (ends->count == 2)
        return true;
      ends->count = 0;
    }
  }
  return false;
}

// "Qatar's minister appealed to both neighbours": whoever does it to the two, or his
// country, is none of them.
static uint32_t outsider(akt_clause *c, uint32_t np) {
  bool is_after_verb = np > c->begin && akt_is_verb(c, np - 1);
  bool is_addressed = np > c->begin + 1 && akt_is_verb(c, np - 2) &&
                      (akt_chunk_word(c, np - 1, "to") || akt_chunk_word(c, np - 1, "on"));
  uint32_t verb = is_after_verb ? np - 1 : is_addressed ? np - 2 : AKT_NONE;
  bool is_content = verb != AKT_NONE && akt_is_finite(c, np + 1); // said both countries agreed
  if (verb == AKT_NONE || is_content)
    return AKT_NONE;
  const akt_members *subject = akt_subject(c, verb);
  uint32_t m = subject->count == 1 ? akt_chunk_at(c, subject->items[0])->mention : AKT_NONE;
  uint32_t actor = m == AKT_NONE ? AKT_NONE : c->r->mentions.items[m].entity;
  if (actor == AKT_NONE)
    return AKT_NONE;
  const akt_actor *a = &c->r->actors.items[actor];
  if (!akt_kind_is(c->r->rules, a->kind, c->r->rules->kind_person))
    return actor;
  uint32_t of = c->r->mentions.items[m].affiliation;
  return of != AKT_NONE ? c->r->mentions.items[of].entity : a->affiliation;
}

// "talks in Qatar": a place of what goes on, no side to it.
static bool is_scene(const akt_reading *r, const akt_reference *m) {
  return m->first > 0 &&
         (akt_unit_is_word(r, m->first - 1, "in") || akt_unit_is_word(r, m->first - 1, "at") ||
          akt_unit_is_word(r, m->first - 1, "near"));
}

// Who of such actors the sentence names before the phrase: 3 stands for more.
static uint32_t named_in(const akt_clause *c, uint32_t np, uint32_t sentence, bool are_people,
                         uint32_t without, akt_ends *found) {
  const akt_reading *r = c->r;
  found->count = 0;
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    if (m->sentence != sentence || !is_candidate(r, m, are_people) || m->entity == without ||
        is_scene(r, m) || (sentence == c->sentence && m->first >= akt_chunk_at(c, np)->first))
      continue;
    bool is_known = false;
    for (uint32_t k = 0; k < found->count; k++)
      is_known |= r->mentions.items[found->items[k]].entity == m->entity;
    if (is_known)
      continue;
    if (found->count == 2)
      return 3;
    akt_add_end(found, i);
  }
  return found->count;
}

// "Negotiators from Peru and the rebels": the two sides are these, whatever else is named.
// False where the sentence joins no such two.
static bool take_mixed_pair(akt_clause *c, uint32_t sentence, akt_ends *ends) {
  akt_reading *r = c->r;
  akt_clause earlier;
  akt_clause_init(&earlier, r, sentence);
  for (uint32_t i = earlier.end; i-- > earlier.begin;) {
    akt_members list =
        akt_is_np(&earlier, i) ? akt_list_left(&earlier, i) : (akt_members){{0}, 0};
    uint32_t bodies = 0, countries = 0;
    for (uint32_t k = 0; list.count == 2 && k < 2; k++) {
      uint32_t m = akt_chunk_at(&earlier, list.items[k])->mention;
      uint32_t actor = m == AKT_NONE ? AKT_NONE : r->mentions.items[m].entity;
      if (actor == AKT_NONE)
        continue;
      countries += akt_kind_is(r->rules, r->actors.items[actor].kind, r->rules->kind_country);
      bodies += akt_kind_is(r->rules, r->actors.items[actor].kind, r->rules->kind_group);
    }
    if (!bodies || bodies + countries != 2)
      continue;
    for (uint32_t k = 0; k < 2; k++)
      akt_add_end(ends, akt_chunk_at(&earlier, list.items[k])->mention);
    return true;
  }
  return false;
}

// The two of the last sentence that names exactly two such actors.
void akt_pair_antecedents(akt_clause *c, uint32_t np, akt_ends *ends) {
  bool are_people = false;
  if (!is_pair_phrase(c, np, &are_people))
    return;
  uint32_t noun = akt_chunk_at(c, np)->head_noun; // sides may be people too
  bool is_side = is_the_two(c, np) ||
                 (noun != AKT_NONE &&
                  akt_span_is(akt_intern_text(&c->r->rules->words_text, noun), "side"));
  if (take_joined_pair(c, np, are_people, ends) ||
      (is_side && take_joined_pair(c, np, true, ends)))
    return;
  akt_ends found;
  uint32_t without = outsider(c, np);
  uint32_t first_sentence =
      c->sentence > PAIR_SENTENCES_BACK ? c->sentence - PAIR_SENTENCES_BACK : 0;
  for (uint32_t s = c->sentence + 1; s-- > first_sentence;) {
    if (is_side && s < c->sentence && take_mixed_pair(c, s, ends))
      return;
    uint32_t count = named_in(c, np, s, are_people, without, &found);
    if (is_the_two(c, np) && count < 2)
      count = named_in(c, np, s, true, without, &found);
    if (count > 2)
      break;
    if (count == 2) {
      *ends = found;
      return;
    }
  }
  most_spoken_of(c, np, are_people, without, ends);
}
