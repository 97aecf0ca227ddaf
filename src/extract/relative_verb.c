// "The M23, which Rwanda backs, seized Goma": a relative clause has a verb, and where
// none came before, its last word is it, however good a noun that makes.
#include "extract/verb_or_noun.h"

#define CLASS(name) (1u << AKT_CL_##name)

static const uint32_t of_phrase = CLASS(NAME) | CLASS(NOUN) | CLASS(ADJECTIVE) |
                                  CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(NUMBER) |
                                  CLASS(ADVERB) | CLASS(TIME) | CLASS(BRACKET);
// Before a gerund: which Rwanda is accused of backing, denies backing.
static const uint32_t of_governor =
    CLASS(VERB) | CLASS(BE) | CLASS(HAVE) | CLASS(MODAL) | CLASS(NEGATION) | CLASS(PREPOSITION);

static bool may_precede(const akt_reading *r, uint32_t i, bool is_ing) {
  uint32_t class = 1u << r->units.items[i].class;
  bool is_saying = (class & CLASS(VERB)) && (akt_lemma_classes(r, i) & AKT_EN(REPORTING));
  return (class & of_phrase) || (is_ing && (class & of_governor)) || // which Kenya says
         is_saying;                                                  // Rwanda backs
}

bool akt_closes_relative(const akt_reading *r, const akt_context *c, bool is_ing) {
  bool is_last = c->token + 1 >= c->last ||
                 (r->text.tokens.items[c->token + 1].kind != AKT_TOKEN_WORD &&
                  r->text.tokens.items[c->token + 1].kind != AKT_TOKEN_POSSESSIVE &&
                  r->text.tokens.items[c->token + 1].kind != AKT_TOKEN_DASH);
  for (uint32_t i = c->token; is_last && i > c->first; i--) {
    if (r->units.items[i - 1].class == AKT_CL_RELATIVE)
      return i < c->token && !akt_unit_is_word(r, i - 1, "who"); // who did it comes first there
    if (!may_precede(r, i - 1, is_ing))
      return false;
  }
  return false;
}
