// The ends of statements. A phrase whose head is no actor lends its possessor,
// a name inside it, or its complement, two steps deep and no further.
#include "extract/ends.h"

#include "extract/phrase.h"
#include "extract/trace.h"

void akt_add_end(akt_ends *ends, uint32_t mention) {
  for (uint32_t i = 0; i < ends->count; i++)
    if (ends->items[i] == mention)
      return;
  if (ends->count < AKT_MOST_MEMBERS)
    ends->items[ends->count++] = mention;
}

static uint32_t kind_of(const akt_reading *r, uint32_t mention) {
  const akt_reference *m = &r->mentions.items[mention];
  return m->entity != AKT_NONE ? r->actors.items[m->entity].kind : m->kind;
}

bool akt_slot_takes(const akt_reading *r, const akt_slot *slot, uint32_t mention) {
  if (mention == AKT_NONE || r->mentions.items[mention].entity == AKT_NONE)
    return false;
  if (slot->type != AKT_SLOT_KINDS && slot->type != AKT_SLOT_NAME)
    return true;
  uint32_t kind = kind_of(r, mention);
  if (slot->type == AKT_SLOT_NAME)
    return akt_kind_is(r->rules, kind, r->rules->kind_person);
  return kind == AKT_NONE || (slot->kinds >> kind & 1) != 0;
}

// Whose deed a phrase is stands after "of", "by", "from": a bomb in Peru is no deed
// of Peru's. What is done to the phrase may concern what stands after any.
static bool is_descent_preposition(const akt_clause *c, uint32_t i, bool is_source) {
  return akt_type_at(c, i) == AKT_CH_PREPOSITION &&
         (akt_chunk_in(c, i, AKT_SET_DOER_PREPOSITION) ||
          (!is_source && akt_chunk_in(c, i, AKT_SET_CONCERN_PREPOSITION)));
}

// A relation word after its owner denotes another person: Macron's wife.
static bool is_relative_noun(const akt_clause *c, uint32_t np) {
  const akt_chunk *k = akt_chunk_at(c, np);
  return akt_unit_is(c->r, k->head, AKT_EN(HOLD_TITLE)) ||
         (k->head_noun != AKT_NONE &&
          (c->r->rules->words.items[k->head_noun].classes & AKT_EN(HOLD_TITLE)));
}

// A name of which nothing is known is what the frame asks for: captured Masisi.
static bool settles_kind(akt_reading *r, const akt_slot *slot, uint32_t mention) {
  uint32_t actor = mention == AKT_NONE ? AKT_NONE : r->mentions.items[mention].entity;
  const uint32_t kinds[] = {r->rules->kind_place, r->rules->kind_person};
  if (actor == AKT_NONE || !r->actors.items[actor].is_guessed || slot->type != AKT_SLOT_KINDS)
    return false;
  for (int i = 0; i < 2; i++)
    if (kinds[i] != AKT_NONE && (slot->kinds >> kinds[i] & 1)) {
      r->actors.items[actor].kind = kinds[i];
      r->actors.items[actor].is_guessed = false;
      return true;
    }
  return false;
}

static bool take(akt_clause *c, const akt_slot *slot, uint32_t mention, akt_ends *ends) {
  if (!akt_slot_takes(c->r, slot, mention) && !settles_kind(c->r, slot, mention))
    return false;
  akt_add_end(ends, mention);
  return true;
}

// What somebody in the text is called by another word: he, its, the two leaders.
static void take_referred(akt_clause *c, uint32_t np, const akt_slot *slot,
                          const akt_ends *found, akt_ends *ends) {
  for (uint32_t i = 0; i < found->count; i++)
    if (take(c, slot, found->items[i], ends))
      akt_trace_referred(
          c->r,
          (akt_referred){.sentence = c->sentence, .chunk = np, .mention = found->items[i]});
}

// "the killing of A by B": A did nothing that could be condemned; B may have.
static bool is_wrong_done(const akt_clause *c, uint32_t np) {
  return akt_np_in(c, np, AKT_SET_WRONG) && akt_chunk_word(c, np + 1, "of") &&
         akt_is_np(c, np + 2);
}

// A summit in Harare is held there; nobody holds Harare.
static bool is_deed_named(const akt_clause *c, uint32_t np) {
  uint32_t m = akt_chunk_at(c, np)->mention;
  return m != AKT_NONE && c->r->mentions.items[m].type == AKT_ME_HEADED &&
         c->r->mentions.items[m].entity != AKT_NONE && !akt_mention_is_actor(c->r, m);
}

static bool take_complement(akt_clause *c, uint32_t np, const akt_slot *slot, bool is_source,
                            akt_ends *ends) {
  if (!is_source && akt_unit_is_word(c->r, akt_chunk_at(c, np)->first, "no"))
    return false; // criticised no part of B's plan
  if (akt_unit_is_word(c->r, akt_chunk_at(c, np)->head, "those"))
    return false; // those with ties to B: whoever they are, not B
  if (!is_source && is_wrong_done(c, np)) {
    uint32_t by = np + 3; // of dozens of protesters by
    while (akt_chunk_word(c, by, "of") && akt_is_np(c, by + 1))
      by += 2;
    return akt_chunk_word(c, by, "by") && akt_is_np(c, by + 1) &&
           take(c, slot, akt_chunk_at(c, by + 1)->mention, ends);
  }
  uint32_t at = np;
  for (int hop = 0; hop < 2; hop++) {
    uint32_t next = at + 2;
    // "the government to court": people are not what stands after "to".
    bool is_somebody = akt_chunk_at(c, at)->is_actor && !akt_chunk_word(c, at + 1, "of") &&
                       !akt_chunk_word(c, at + 1, "from");
    bool is_where = akt_chunk_word(c, at + 1, "in") && is_deed_named(c, at);
    if (!is_somebody && !is_where && is_descent_preposition(c, at + 1, is_source) &&
        akt_is_np(c, next)) {
      const akt_chunk *inner = akt_chunk_at(c, next);
      if (inner->pronoun)
        return false;
      if (take(c, slot, inner->mention, ends) || take(c, slot, inner->owner, ends) ||
          (!inner->is_actor && take(c, slot, inner->modifier, ends)))
        return true;
      at = next;
      continue;
    }
    bool is_load = !is_source && akt_is_verb(c, at + 1) && !akt_is_finite(c, at + 1) &&
                   akt_unit_is_word(c->r, akt_chunk_at(c, at + 1)->first, "carrying");
    if (is_load && akt_is_np(c, at + 2)) { // a bus carrying pilgrims
      const akt_chunk *load = akt_chunk_at(c, at + 2);
      return take(c, slot, load->mention, ends) || take(c, slot, load->modifier, ends);
    }
    uint32_t by = akt_type_at(c, at + 2) == AKT_CH_PARTICLE ? at + 3 : at + 2; // put forward by
    bool is_by = akt_is_verb(c, at + 1) && !akt_is_finite(c, at + 1) &&
                 akt_chunk_word(c, by, "by") && akt_is_np(c, by + 1);
    return is_by && take(c, slot, akt_chunk_at(c, by + 1)->mention, ends);
  }
  return false;
}

// "claimed responsibility for it": the event or agreement spoken of last.
static bool take_event_before(akt_clause *c, uint32_t np, uint32_t back, const akt_slot *slot,
                              akt_ends *ends) {
  const akt_reading *r = c->r;
  uint32_t best = AKT_NONE;
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    bool is_before = m->sentence + back >= c->sentence && m->sentence <= c->sentence &&
                     m->first < akt_chunk_at(c, np)->first;
    if (is_before && m->type == AKT_ME_HEADED && !akt_mention_is_actor(r, i) &&
        akt_slot_takes(r, slot, i) && !akt_kind_is(r->rules, m->kind, r->rules->kind_place))
      best = i;
  }
  return best != AKT_NONE && take(c, slot, best, ends);
}

// An Afghan blast, a Chilean earthquake: the name only tells where.
static bool is_happening(const akt_clause *c, uint32_t np) {
  bool is_blaze = akt_unit_is_word(c->r, akt_chunk_at(c, np)->head, "fire") &&
                  akt_unit_is(c->r, akt_chunk_at(c, np)->first, AKT_EN(DETERMINER));
  return is_blaze ||
         akt_np_in(c, np, AKT_SET_HAPPENING); // "a Greek fire"; but "by Israeli fire"
}

// "Israeli strikes" did it, "Mexican cuisine" did nothing: only a deed or a body
// acts for the name before it.
static bool is_deed(const akt_clause *c, uint32_t np) {
  const akt_chunk *k = akt_chunk_at(c, np);
  if (is_happening(c, np))
    return false;
  if (akt_np_in(c, np, AKT_SET_HARDWARE)) // Chilean helicopters
    return true;
  if (k->head_noun == AKT_NONE)
    return false;
  const akt_word *w = &c->r->rules->words.items[k->head_noun];
  return k->mention != AKT_NONE || w->head != AKT_NONE ||
         c->r->rules->noun_triggers.items[k->head_noun].count > 0 ||
         (w->classes & (AKT_EN(NOUN_OR_VERB) | AKT_EN(BODY_NOUN) | AKT_EN(GOVERNMENT_NOUN) |
                        AKT_EN(PEOPLE_NOUN) | AKT_EN(CONTENT_NOUN)));
}

// The names of a list after "of" or "from", from its `first` on.
static void take_list(akt_clause *c, uint32_t np, uint32_t first, const akt_slot *slot,
                      akt_ends *ends) {
  akt_members list = akt_list_right(c, np);
  bool is_followed =
      list.count == 1 && akt_type_at(c, np + 1) == AKT_CH_CONJUNCTION && akt_is_np(c, np + 2);
  for (uint32_t i = first; i < list.count; i++)
    take(c, slot, akt_chunk_at(c, list.items[i])->mention, ends);
  if (is_followed) // a verb follows the last one
    take(c, slot, akt_chunk_at(c, np + 2)->mention, ends);
}

// "the prime ministers of A and B", "the armies of A and B": both countries act.
static void take_other_holders(akt_clause *c, uint32_t np, const akt_slot *slot,
                               akt_ends *ends) {
  const akt_reference *m = &c->r->mentions.items[akt_chunk_at(c, np)->mention];
  bool are_holders = m->type == AKT_ME_OFFICE && m->is_plural;
  bool are_bodies = m->type == AKT_ME_BODY &&
                    akt_span_ends_with(akt_unit_text(c->r, akt_chunk_at(c, np)->head), "s");
  if ((are_holders || are_bodies) && akt_chunk_word(c, np + 1, "of") && akt_is_np(c, np + 2))
    take_list(c, np + 2, 1, slot, ends);
}

// "officials from A and B": the countries, not some officials; "rebels from the M23": it.
static bool take_home(akt_clause *c, uint32_t np, const akt_slot *slot, akt_ends *ends) {
  const akt_chunk *k = akt_chunk_at(c, np);
  bool is_from = akt_chunk_word(c, np + 1, "from") && akt_is_np(c, np + 2);
  uint32_t home = is_from ? akt_chunk_at(c, np + 2)->mention : AKT_NONE;
  if (home == AKT_NONE || k->mention == AKT_NONE)
    return false;
  bool is_of_group =
      akt_kind_is(c->r->rules, c->r->mentions.items[home].kind, c->r->rules->kind_group);
  if (!is_of_group && !akt_unit_is(c->r, k->head, AKT_EN(GOVERNMENT_NOUN)))
    return false;
  const akt_reference *m = &c->r->mentions.items[k->mention];
  bool is_home = m->type == AKT_ME_GENERIC && m->affiliation == AKT_NONE && home != AKT_NONE &&
                 c->r->mentions.items[home].type == AKT_ME_LISTED &&
                 akt_slot_takes(c->r, slot, home);
  if (is_home)
    take_list(c, np + 2, 0, slot, ends);
  return is_home;
}

static bool is_own_thing(const akt_clause *c, uint32_t np) {
  const akt_chunk *k = akt_chunk_at(c, np);
  bool is_office =
      k->mention != AKT_NONE && c->r->mentions.items[k->mention].type == AKT_ME_OFFICE;
  bool is_called = k->mention != AKT_NONE && // his party, Green Dawn
                   (c->r->mentions.items[k->mention].same_as != AKT_NONE ||
                    c->r->mentions.items[k->mention].chunk != np);
  return k->possessive && !k->is_named && !is_relative_noun(c, np) && !is_office && !is_called;
}

// "denies responsibility", "claimed involvement", "denied any role": of the event at
// issue. "Attacked positions" is about nothing that was spoken of.
static bool is_share(const akt_clause *c, uint32_t np) {
  const akt_chunk *k = akt_chunk_at(c, np);
  bool is_bare = akt_unit_is_word(c->r, k->first, "any") || k->last - k->first == 1;
  return is_bare && akt_np_in(c, np, AKT_SET_SHARE) &&
         akt_type_at(c, np + 1) != AKT_CH_PREPOSITION && !k->is_named;
}

// "its creditors", "his opponents" are others, which "its troops" are not.
static bool are_others_people(const akt_clause *c, uint32_t np) {
  const akt_chunk *k = akt_chunk_at(c, np);
  return k->mention != AKT_NONE && c->r->mentions.items[k->mention].type == AKT_ME_GENERIC &&
         c->r->mentions.items[k->mention].is_plural && !akt_np_in(c, np, AKT_SET_OWN_PEOPLE);
}

// "said her government rejected": whoever she speaks for does.
static void take_government(akt_clause *c, uint32_t np, akt_ends *found) {
  akt_reading *r = c->r;
  uint32_t head = akt_chunk_at(c, np)->head;
  if (found->count != 1 || !akt_is_person(r, &r->mentions.items[found->items[0]]) ||
      !(akt_unit_is(r, head, AKT_EN(GOVERNMENT_NOUN)) || akt_unit_is_word(r, head, "country") ||
        akt_unit_is_word(r, head, "nation")))
    return;
  uint32_t of = r->mentions.items[found->items[0]].affiliation;
  uint32_t actor = of == AKT_NONE
                       ? r->actors.items[r->mentions.items[found->items[0]].entity].affiliation
                       : r->mentions.items[of].entity;
  if (actor == AKT_NONE ||
      !akt_kind_is(r->rules, r->actors.items[actor].kind, r->rules->kind_country))
    return;
  for (uint32_t i = 0; i < r->mentions.count; i++)
    if (r->mentions.items[i].entity == actor) {
      found->items[0] = i;
      return;
    }
}

// "its troops": whose they are, but no target of whoever owns them.
static void take_own_thing(akt_clause *c, uint32_t np, const akt_slot *slot, bool is_source,
                           akt_ends *ends) {
  const akt_chunk *k = akt_chunk_at(c, np);
  // "its militants attacked": it did, though whoever hits them has not hit all of it.
  bool is_arm = is_source && akt_np_in(c, np, AKT_SET_ARM);
  if (are_others_people(c, np) && !is_arm) {
    take(c, slot, k->mention, ends);
    return;
  }
  // "A and B struck its plants": those are not theirs.
  bool is_of_other = k->possessive == AKT_PRO_THING && np > c->begin &&
                     akt_is_verb(c, np - 1) && akt_subject(c, np - 1)->count > 1;
  if ((!is_source && !is_of_other) || slot->is_coref_off)
    return;
  akt_ends found = {.count = 0};
  akt_antecedents(c, np, k->possessive, &found);
  if (is_source)
    take_government(c, np, &found);
  take_referred(c, np, slot, &found, ends);
}

// "A, whose fighters hold B", "X, whose country attacked B": A does, X's country does.
static bool take_whose(akt_clause *c, uint32_t np, const akt_slot *slot, akt_ends *ends) {
  const akt_chunk *k = akt_chunk_at(c, np);
  if (!akt_np_in(c, np, AKT_SET_WHOSE) || k->is_named)
    return false;
  uint32_t before = akt_whose(c->r, c->begin, np);
  uint32_t m = before != AKT_NONE ? akt_chunk_at(c, before)->mention : AKT_NONE;
  if (m == AKT_NONE || c->r->mentions.items[m].entity == AKT_NONE)
    return false;
  akt_ends found = {.count = 0};
  akt_add_end(&found, m);
  take_government(c, np, &found);
  if (!akt_is_person(
          c->r, &c->r->mentions.items[found.items[0]])) // a country that is not said: nobody
    take_referred(c, np, slot, &found, ends);
  return true;
}

// "The winner (of the vote), X, thanked B", "B jailed the winner, X.": the phrase is X,
// whatever the noun.
static uint32_t named_beside(const akt_clause *c, uint32_t np, bool is_source) {
  const akt_chunk *k = akt_chunk_at(c, np);
  uint32_t comma = akt_chunk_word(c, np + 1, "of") && akt_is_np(c, np + 2) ? np + 3 : np + 1;
  bool is_open = k->mention == AKT_NONE && !k->pronoun && !k->has_number &&
                 akt_unit_is(c->r, k->first, AKT_EN(DETERMINER)) &&
                 akt_type_at(c, comma) == AKT_CH_COMMA && akt_is_np(c, comma + 1);
  uint8_t after = akt_type_at(c, comma + 2);
  bool is_closed =
      is_source ? after == AKT_CH_COMMA && akt_is_verb(c, comma + 3) : after == AKT_CH_END;
  uint32_t m = is_open && is_closed ? akt_chunk_at(c, comma + 1)->mention : AKT_NONE;
  return m != AKT_NONE && akt_is_person(c->r, &c->r->mentions.items[m]) ? m : AKT_NONE;
}

// The rules in use may name no country at all.
static bool takes_countries(const akt_ruleset *rules, const akt_slot *slot) {
  return rules->kind_country == AKT_NONE || (slot->kinds >> rules->kind_country & 1);
}

// "rejected the charge", "denounced the move": whoever made it.
static bool take_doer_before(akt_clause *c, uint32_t np, const akt_slot *slot, akt_ends *ends) {
  bool is_of_people = // dismissed the claim: nobody lost his post
      slot->type == AKT_SLOT_KINDS && !takes_countries(c->r->rules, slot);
  uint32_t meant = is_of_people ? AKT_NONE : akt_accuser_before(c, np);
  if (meant == AKT_NONE)
    meant = akt_doer_before(c, np);
  return meant != AKT_NONE && take(c, slot, meant, ends);
}

void akt_realise(akt_clause *c, uint32_t np, const akt_slot *slot, bool is_source,
                 akt_ends *ends) {
  akt_chunk *k = akt_chunk_at(c, np);
  uint32_t named = named_beside(c, np, is_source);
  if (named != AKT_NONE && take(c, slot, named, ends))
    return;
  if (k->pronoun && slot->is_coref_off)
    return;
  if (k->pronoun) {
    akt_ends found = {.count = 0};
    if (!is_source && k->pronoun == AKT_PRO_THING && take_event_before(c, np, 1, slot, ends))
      return;
    akt_antecedents(c, np, k->pronoun, &found);
    take_referred(c, np, slot, &found, ends);
    return;
  }
  bool is_open = is_source && k->mention != AKT_NONE && // any agreement: none that is there
                 akt_unit_is_word(c->r, k->first, "any") &&
                 c->r->mentions.items[k->mention].type == AKT_ME_HEADED;
  if (is_open)
    return;
  bool may_be_pair = k->mention == AKT_NONE || // the two countries
                     c->r->mentions.items[k->mention].type == AKT_ME_GENERIC ||
                     c->r->mentions.items[k->mention].type == AKT_ME_OFFICE;
  if (may_be_pair && !slot->is_coref_off) {
    akt_ends pair = {.count = 0};
    akt_pair_antecedents(c, np, &pair);
    take_referred(c, np, slot, &pair, ends);
    if (pair.count)
      return;
  }
  if (is_source && take_whose(c, np, slot, ends))
    return;
  if (!is_source && take_doer_before(c, np, slot, ends))
    return;
  if (is_own_thing(c, np)) {
    take_own_thing(c, np, slot, is_source, ends);
    return;
  }
  if (take_home(c, np, slot, ends))
    return;
  if (take(c, slot, k->mention, ends)) {
    take_other_holders(c, np, slot, ends);
    return;
  }
  if (is_relative_noun(c, np) && k->mention == AKT_NONE)
    return;
  if (is_source && k->mention != AKT_NONE &&
      akt_is_person(c->r, &c->r->mentions.items[k->mention]))
    return; // "Minister X of Kuwait" is himself or nobody
  bool has_modifier = !is_source || is_deed(c, np);
  if (take(c, slot, k->owner, ends) || (has_modifier && take(c, slot, k->modifier, ends)) ||
      take_complement(c, np, slot, is_source, ends))
    return;
  if (!is_source && is_share(c, np) && take_event_before(c, np, 3, slot, ends))
    return;
  bool is_any = akt_unit_is_word(c->r, k->first, "any");
  if (slot->type == AKT_SLOT_THING && !is_any)
    akt_add_end(ends, akt_thing_mention(c->r, c->sentence, np));
}

static bool ends_clause(const akt_clause *c, uint32_t i) {
  uint8_t t = akt_type_at(c, i);
  return t == AKT_CH_DASH || t == AKT_CH_SUBORDINATOR || t == AKT_CH_COMPLEMENT ||
         t == AKT_CH_RELATIVE || t == AKT_CH_END || akt_is_finite(c, i);
}

uint32_t akt_next_named(akt_clause *c, uint32_t from, const akt_slot *slot,
                        const akt_ends *besides) {
  for (uint32_t i = from; i < c->end && !ends_clause(c, i); i++) {
    const akt_chunk *k = akt_chunk_at(c, i);
    bool is_aim = akt_is_verb(c, i) && akt_chunk_at(c, i)->form == AKT_VF_INFINITIVE;
    if (is_aim || akt_chunk_word(c, i, "according") || akt_chunk_word(c, i, "as"))
      return AKT_NONE; // what it is for, and what else went on
    bool is_subject = k->type == AKT_CH_NP && i > from && akt_is_verb(c, i + 1) &&
                      akt_is_finite(c, i + 1) && akt_type_at(c, i - 1) == AKT_CH_CONJUNCTION;
    if (is_subject)
      return AKT_NONE; // "to raise wages, and Codelco will talk"
    if (k->type == AKT_CH_NP && akt_unit_is_word(c->r, k->first, "no"))
      return AKT_NONE; // freed up no money for B
    if (k->type == AKT_CH_NP && k->pronoun)
      return AKT_NONE; // "barred her from leaving Turkey": it is her
    bool is_speaker = akt_is_verb(c, i + 1) && akt_is_finite(c, i + 1) &&
                      (akt_verb_classes(c, i + 1) & AKT_EN(REPORTING));
    bool is_where = i > from + 1 && akt_chunk_word(c, i - 1, "in") && // tortured a man in Iran
                    (akt_is_np(c, from) || akt_is_np(c, from - 1));
    if (k->type != AKT_CH_NP || k->possessive || is_speaker || is_where)
      continue;
    uint32_t choices[] = {k->mention, is_relative_noun(c, i) ? AKT_NONE : k->owner};
    for (int n = 0; n < 2; n++) {
      uint32_t m = choices[n];
      if (!akt_slot_takes(c->r, slot, m) ||
          c->r->actors.items[c->r->mentions.items[m].entity].type == AKT_ME_GENERIC)
        continue;
      bool is_taken = false;
      for (uint32_t b = 0; b < besides->count; b++)
        is_taken |=
            c->r->mentions.items[besides->items[b]].entity == c->r->mentions.items[m].entity;
      if (!is_taken)
        return m;
    }
  }
  return AKT_NONE;
}
