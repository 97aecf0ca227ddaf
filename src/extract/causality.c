// "Norway criticised Rwanda over its attack": whose deed is the reason is whom the verb is
// done to, not its subject. Where the words leave it open ("met B after its attack", "told B
// that its attack"), nobody is meant. The idea is implicit causality (Garvey and Caramazza
// 1974): verbs of judging point at their object.
#include "extract/ends.h"

typedef enum causal_link { LINK_NONE, LINK_REASON, LINK_OPEN } causal_link;

static const struct {
  const char *word;
  causal_link link;
} links[] = {
    {"over", LINK_REASON},    {"for", LINK_REASON},   {"due", LINK_REASON},
    {"because", LINK_REASON}, {"despite", LINK_OPEN}, {"after", LINK_OPEN},
    {"following", LINK_OPEN}, {"before", LINK_OPEN},  {"since", LINK_OPEN},
};

static causal_link link_of(const akt_clause *c, uint32_t chunk) {
  if (akt_type_at(c, chunk) == AKT_CH_COMPLEMENT)
    return LINK_OPEN; // told B that its
  for (size_t i = 0; i < sizeof links / sizeof *links; i++)
    if (akt_chunk_word(c, chunk, links[i].word))
      return links[i].link;
  return LINK_NONE;
}

// The chunk that ties the pronoun's phrase to what stands before: over, due (to), that.
static uint32_t tie_before(const akt_clause *c, uint32_t np) {
  uint32_t p = np - 1;
  bool is_of = akt_chunk_word(c, p, "of") || akt_chunk_word(c, p, "to");
  bool is_compound =
      is_of && (akt_chunk_word(c, p - 1, "due") || akt_chunk_word(c, p - 1, "because"));
  return is_compound ? p - 1 : p;
}

static bool is_apology(const akt_clause *c, uint32_t np) {
  uint32_t verb = akt_finite_before(c, np);
  return verb != AKT_NONE &&
         (akt_chunk_word(c, verb, "apologised") || akt_chunk_word(c, verb, "apologized"));
}

static bool is_object(const akt_clause *c, uint32_t np) {
  uint8_t before = akt_type_at(c, np - 1);
  return before == AKT_CH_VERB || akt_chunk_word(c, np - 1, "on") ||
         akt_chunk_word(c, np - 1, "against") || akt_chunk_word(c, np - 1, "to");
}

// A surname that no rule and no title explains may be anybody's.
static bool is_unsure(const akt_reading *r, uint32_t mention) {
  uint32_t actor = mention == AKT_NONE ? AKT_NONE : r->mentions.items[mention].entity;
  return actor != AKT_NONE &&
         (r->actors.items[actor].kind == AKT_NONE || r->actors.items[actor].is_guessed);
}

// "warned B that it would": who warns announces.
static bool is_announced(const akt_clause *c, uint32_t np) {
  uint32_t verb = np + 1;
  uint32_t modal = akt_is_verb(c, verb) ? akt_chunk_at(c, verb)->modal : AKT_NONE;
  return akt_chunk_at(c, np)->pronoun && modal != AKT_NONE &&
         (modal == akt_ruleset_word(c->r->rules, AKT_SPAN("would")) ||
          modal == akt_ruleset_word(c->r->rules, AKT_SPAN("will")));
}

bool akt_is_of_object(akt_clause *c, uint32_t np, uint8_t pronoun, akt_ends *ends) {
  bool is_possessive = !akt_chunk_at(c, np)->pronoun && akt_chunk_at(c, np)->possessive;
  bool is_subject = akt_chunk_at(c, np)->pronoun && akt_is_verb(c, np + 1);
  if (np < c->begin + 3 || !(is_possessive || is_subject) || is_apology(c, np) ||
      is_announced(c, np))
    return false;
  uint32_t tie = tie_before(c, np);
  causal_link link = link_of(c, tie);
  if (link == LINK_NONE || !akt_is_np(c, tie - 1) || !is_object(c, tie - 1))
    return false;
  const akt_chunk *object = akt_chunk_at(c, tie - 1);
  uint32_t owner = akt_pronoun_fits(c->r, object->owner, pronoun) ? object->owner : AKT_NONE;
  uint32_t meant = akt_pronoun_fits(c->r, object->mention, pronoun) ? object->mention : owner;
  bool is_unknown = meant == AKT_NONE && object->is_named && is_unsure(c->r, object->mention);
  if (meant != AKT_NONE && link == LINK_REASON && is_possessive)
    akt_add_end(ends, meant);
  return meant != AKT_NONE || is_unknown;
}

static uint32_t only_actor(akt_clause *c, uint32_t verb, uint32_t *mention) {
  const akt_members *subject = akt_subject(c, verb);
  uint32_t np = subject->count == 1 ? subject->items[0] : AKT_NONE;
  *mention = np == AKT_NONE ? AKT_NONE : akt_chunk_at(c, np)->mention;
  return *mention == AKT_NONE ? AKT_NONE : c->r->mentions.items[*mention].entity;
}

uint32_t akt_owner_outside(akt_clause *c, uint32_t verb, uint32_t np) {
  const akt_reading *r = c->r;
  uint32_t doer = AKT_NONE, speaker;
  uint32_t second = akt_chunk_at(c, np)->first + 1;
  uint32_t actor = second < r->units.count && akt_unit_is_word(r, second, "own")
                       ? AKT_NONE // attacked its own soldiers
                       : only_actor(c, verb, &doer);
  uint32_t saying = akt_finite_before(c, verb);
  if (actor == AKT_NONE || saying == AKT_NONE || akt_chunk_at(c, saying)->is_passive ||
      !(akt_verb_classes(c, saying) & AKT_EN(REPORTING)))
    return AKT_NONE;
  uint32_t other = only_actor(c, saying, &speaker);
  bool is_inside =
      speaker != AKT_NONE && r->mentions.items[doer].first > r->mentions.items[speaker].last;
  if (other == AKT_NONE || !is_inside || other == actor ||
      r->actors.items[actor].affiliation == other)
    return AKT_NONE;
  uint8_t pronoun = akt_chunk_at(c, np)->possessive;
  if (akt_pronoun_fits(r, speaker, pronoun))
    return speaker;
  uint32_t body = r->mentions.items[speaker].affiliation; // its minister said
  return akt_pronoun_fits(r, body, pronoun) ? body : AKT_NONE;
}
