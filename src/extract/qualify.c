// What stands above a verb changes what is said: will meet, refused to meet,
// has not met, accused of meeting, if they meet, "A said B met C". The rules name the governors
// and their effect; this file finds them and who speaks.
#include "extract/governor.h"
#include "extract/statements.h"
#include "extract/trace.h"

enum { CHAIN_DEPTH = 6 };

typedef struct chain {
  akt_clause *c;
  akt_statement *s;
  uint32_t inner;             // chunk of the verb or noun that is qualified
  uint32_t word;              // that a governor was last looked for by
  uint32_t top;               // verb of the same subject that governs them all
  uint32_t highest;           // verb that was looked at above it, an object between or not
  uint32_t negated_by;        // word
  const char *plover, *cameo; // of the deed itself
  const char *silenced_by;
  bool is_silent;
} chain;

static bool govern_fits(const akt_govern *g, const akt_statement *s) {
  if (!(g->tones >> s->tone & 1))
    return false;
  return g->relation == AKT_NONE || g->relation == s->relation;
}

static void set_modality(akt_statement *s, akt_modality modality) {
  if (s->modality == AKT_ASSERTED)
    s->modality = (uint8_t)modality;
}

static uint32_t number_of(const chain *x, const akt_govern *g) {
  return (uint32_t)(g - x->c->r->rules->governs.items);
}

// "refused to stop bombing", "will never stop its war": it goes on. What is not ruled
// out or not denied is left open.
static void undo_negation(chain *x, uint32_t word) {
  x->is_silent = !akt_word_in(x->c->r, word, AKT_SET_STOPPING);
  x->s->polarity = AKT_AFFIRMED;
  x->s->plover = x->plover;
  x->s->cameo = x->cameo;
}

static void apply(chain *x, const akt_govern *g, bool is_negated) {
  akt_statement *s = x->s;
  akt_trace_governed(x->c->r, (akt_governed){.sentence = x->c->sentence,
                                             .trigger = x->inner,
                                             .govern = number_of(x, g),
                                             .word = x->word});
  switch ((akt_effect)g->effect) {
  case AKT_EFFECT_PLANNED:
    set_modality(s, AKT_PLANNED);
    if (is_negated)
      s->polarity = AKT_NEGATED;
    break;
  case AKT_EFFECT_NEGATED:
    if (is_negated != (s->polarity == AKT_NEGATED)) {
      undo_negation(x, is_negated ? x->word : x->negated_by);
      return;
    }
    s->polarity = AKT_NEGATED;
    x->negated_by = x->word;
    break;
  case AKT_EFFECT_ALLEGED:
    set_modality(s, AKT_ALLEGED);
    break;
  case AKT_EFFECT_CONDITIONAL:
    set_modality(s, AKT_CONDITIONAL);
    break;
  case AKT_EFFECT_SILENT:
    x->is_silent = true;
    x->silenced_by = g->rule;
    break;
  case AKT_EFFECT_RELATION:
    s->relation = g->as;
    s->label = x->c->r->rules->relations.items[g->as].label;
    s->tone = x->c->r->rules->relations.items[g->as].tone;
    s->plover = x->c->r->rules->relations.items[g->as].plover;
    break;
  }
  if (g->plover)
    s->plover = g->plover;
  if (g->cameo)
    s->cameo = g->cameo;
}

static const akt_govern *find_govern(chain *x, uint32_t word, uint32_t connector) {
  x->word = word;
  const akt_ruleset *rules = x->c->r->rules;
  for (uint32_t i = 0; i < rules->governs.count; i++) {
    const akt_govern *g = &rules->governs.items[i];
    if (g->connector == connector && akt_wordset_has(rules, g->words, word) &&
        govern_fits(g, x->s))
      return g;
  }
  return NULL;
}

static uint32_t word_number(const akt_clause *c, const char *word) {
  return akt_ruleset_word(c->r->rules, akt_span_of(word));
}

static uint32_t negation_word(const akt_clause *c) {
  return word_number(c, "not");
}

static void apply_word(chain *x, uint32_t word) {
  const akt_govern *g = find_govern(x, word, AKT_NONE);
  if (g)
    apply(x, g, false);
}

// "Reportedly, A bombed B": what stands before the first phrase is of the whole sentence.
static bool opens_with_hedge(const akt_clause *c) {
  const akt_reading *r = c->r;
  uint32_t end = c->begin < c->end ? akt_chunk_at(c, c->begin)->first : 0;
  for (uint32_t t = r->text.sentences.items[c->sentence].first; t < end; t++)
    if (r->units.items[t].is_hedge)
      return true;
  return false;
}

// "has not armed or trained B": the negation before counts for both.
static bool is_under_negation(const akt_clause *c, uint32_t verb) {
  uint8_t form = akt_chunk_at(c, verb)->form;
  if (verb < c->begin + 2 || !akt_chunk_word(c, verb - 1, "or") || form == AKT_VF_FINITE)
    return false;
  for (uint32_t k = verb - 1; k-- > c->begin;) {
    uint8_t type = akt_type_at(c, k);
    if (type == AKT_CH_VERB)
      return akt_chunk_at(c, k)->is_negated;
    if (type != AKT_CH_NP && type != AKT_CH_PREPOSITION)
      return false;
  }
  return false;
}

// Modal and negation of one verb group; the negation may have been told already.
static void apply_group(chain *x, uint32_t verb, bool is_negation_told) {
  const akt_chunk *v = akt_chunk_at(x->c, verb);
  if (v->modal != AKT_NONE)
    apply_word(x, v->modal);
  bool is_nor = verb > x->c->begin && akt_chunk_word(x->c, verb - 1, "nor");
  if (!is_negation_told && (v->is_negated || is_nor || is_under_negation(x->c, verb))) {
    const akt_govern *g = find_govern(x, negation_word(x->c), AKT_NONE);
    if (g)
      apply(x, g, false);
    if (g && g->effect == AKT_EFFECT_RELATION) // will not end it until: a refusal, and made now
      x->s->modality = x->s->modality == AKT_PLANNED ? AKT_ASSERTED : x->s->modality;
    else if (!g || g->effect != AKT_EFFECT_NEGATED)
      x->s->polarity = x->s->polarity == AKT_NEGATED && !g ? AKT_AFFIRMED : AKT_NEGATED;
  }
  if (v->is_hedged || opens_with_hedge(x->c))
    set_modality(x->s, AKT_ALLEGED);
}

static void apply_auxiliaries(chain *x, uint32_t verb) {
  apply_group(x, verb, false);
}

// A plan to attack, an agreement to release: the noun governs.
static bool apply_noun(chain *x, uint32_t np) {
  uint32_t noun = akt_chunk_at(x->c, np)->head_noun;
  const akt_govern *g = noun == AKT_NONE ? NULL : find_govern(x, noun, word_number(x->c, "to"));
  if (g)
    apply(x, g, false);
  return g != NULL;
}

// A plan to attack, a pledge by A to help.
static bool apply_noun_before(chain *x, uint32_t verb) {
  const akt_clause *c = x->c;
  bool is_by = verb > c->begin + 2 && akt_chunk_word(c, verb - 2, "by");
  uint32_t noun = is_by ? verb - 3 : verb - 1;
  return verb > c->begin && akt_is_np(c, noun) && apply_noun(x, noun);
}

// Announced plans to, expressed its readiness to: the verb only says what the noun means.
static bool is_saying_of_noun(const akt_clause *c, uint32_t governor, uint32_t np) {
  if (akt_chunk_at(c, np)->owner != AKT_NONE) // welcomed Iran's decision to
    return false;
  return akt_verb_in(c, governor, AKT_SET_SUPPORTING) ||
         (akt_verb_lemma(c, governor) != word_number(c, "deny") &&
          (akt_verb_classes(c, governor) & AKT_EN(REPORTING)));
}

// Auxiliaries that govern by themselves: has yet to recognise, is to send.
static bool apply_auxiliary_to(chain *x, uint32_t governor, uint32_t verb) {
  const akt_clause *c = x->c;
  const akt_chunk *k = akt_chunk_at(c, governor);
  if (k->main != AKT_NONE)
    return false;
  for (uint32_t t = k->last; t < akt_chunk_at(c, verb)->first; t++)
    if (akt_unit_is_word(c->r, t, "yet")) {
      apply_word(x, negation_word(c));
      x->s->polarity = AKT_NEGATED;
      return true;
    }
  bool is_to = k->has_be && governor + 1 == verb && !k->is_negated &&
               akt_chunk_at(c, verb)->form == AKT_VF_INFINITIVE;
  if (is_to)
    apply_word(x, word_number(c, "will"));
  return is_to;
}

// The verb left of the infinitive, over its object and phrases; AKT_NONE for "jets to bomb".
static uint32_t governor_over_phrases(const akt_clause *c, uint32_t i) {
  uint32_t k = i;
  while (k > c->begin + 1 && akt_is_np(c, k - 1) && !akt_np_in(c, k - 1, AKT_SET_MERE_NOUN)) {
    k = akt_list_left(c, k - 1).items[0];
    bool is_phrase = akt_type_at(c, k - 1) == AKT_CH_PREPOSITION;
    k -= is_phrase ? 1 : 0;
    while (k > c->begin && akt_type_at(c, k - 1) == AKT_CH_PARTICLE)
      k--;
    if (k > c->begin && akt_is_verb(c, k - 1))
      return k - 1;
  }
  return k == i && k > c->begin && akt_is_verb(c, k - 1) ? k - 1 : AKT_NONE;
}

// "marched in Gaza to protest", "sent doctors to help": the verb whose purpose is stated,
// and reached by it.
static uint32_t manifest_governor(const akt_clause *c, uint32_t i) {
  uint32_t governor = governor_over_phrases(c, i);
  if (governor == AKT_NONE || akt_verb_in(c, i, AKT_SET_MANIFEST))
    return governor;
  bool is_help = akt_verb_in(c, i, AKT_SET_HELPING) && akt_verb_in(c, governor, AKT_SET_GIVING);
  return is_help ? governor : AKT_NONE;
}

// Verbs above an infinitive, from the inside out.
static void apply_chain(chain *x, uint32_t verb) {
  akt_clause *c = x->c;
  for (int depth = 0; depth < CHAIN_DEPTH && !x->is_silent; depth++) {
    akt_verb_form form = (akt_verb_form)akt_chunk_at(c, verb)->form;
    uint32_t other = akt_modal_before(c, verb);
    if (other != AKT_NONE) {
      apply_auxiliaries(x, other);
      return;
    }
    other = akt_earlier_infinitive(c, verb);
    if (other != AKT_NONE && (form == AKT_VF_INFINITIVE || form == AKT_VF_BASE)) {
      verb = x->top = other; // "to stop and release": governed together
      continue;
    }
    if (form != AKT_VF_INFINITIVE && form != AKT_VF_BASE && form != AKT_VF_ING)
      return;
    bool has_object;
    uint32_t governor = akt_governor_of(c, verb, &has_object);
    uint32_t manifest = form == AKT_VF_INFINITIVE ? manifest_governor(c, verb) : AKT_NONE;
    has_object |= governor == AKT_NONE;
    governor = governor == AKT_NONE ? manifest : governor;
    if (governor == AKT_NONE) {
      if (akt_is_headline_infinitive(c, verb)) {
        apply_word(x, word_number(c, "will"));
        return;
      }
      bool is_noun = apply_noun_before(x, verb);
      x->is_silent |= form == AKT_VF_INFINITIVE && !is_noun; // what somebody does something for
      return;
    }
    uint64_t classes = akt_verb_classes(c, governor);
    if (apply_auxiliary_to(x, governor, verb))
      return;
    const akt_govern *g =
        has_object ? NULL : find_govern(x, akt_verb_lemma(c, governor), word_number(c, "to"));
    if (!g && !has_object && form == AKT_VF_ING)
      g = find_govern(x, akt_verb_lemma(c, governor), AKT_NONE);
    bool is_noun =
        has_object && is_saying_of_noun(c, governor, verb - 1) && apply_noun(x, verb - 1);
    if (g) {
      apply(x, g, akt_chunk_at(c, governor)->is_negated);
    } else if (is_noun || (has_object && akt_is_first_to(c, governor, verb - 1))) {
      // what follows is what the noun is of, and was done
    } else if (has_object && (classes & AKT_EN(CAUSE)) &&
               akt_chunk_at(c, governor)->form != AKT_VF_INFINITIVE &&
               akt_chunk_at(c, governor)->modal == AKT_NONE) {
      // prompted Minsk to expel: it did
    } else if (has_object && manifest == AKT_NONE &&
               (classes & (AKT_EN(CONTROL) | AKT_EN(PERMIT)))) {
      x->is_silent = true; // what somebody is urged to do: the urging is the statement
    } else if (!(classes & AKT_EN(TRANSPARENT)) && manifest == AKT_NONE &&
               form == AKT_VF_INFINITIVE) {
      x->is_silent = true; // sent jets to bomb B: whether they did is not said
    }
    apply_group(x, governor, g && g->effect == AKT_EFFECT_NEGATED);
    verb = x->highest = governor;
    if (!has_object)
      x->top = verb;
  }
}

// accused of V-ing, condemned for V-ing: somebody says so; barred from: no.
static void apply_gerund(chain *x, uint32_t gerund) {
  akt_clause *c = x->c;
  uint32_t verb = akt_first_gerund(c, gerund);
  if (akt_chunk_at(c, verb)->form != AKT_VF_ING || verb <= c->begin ||
      akt_type_at(c, verb - 1) != AKT_CH_PREPOSITION)
    return;
  uint32_t p = verb - 1;
  const akt_govern *g = akt_chunk_word(c, p, "to") && p > c->begin && akt_is_verb(c, p - 1)
                            ? find_govern(x, akt_verb_lemma(c, p - 1), word_number(c, "to"))
                            : NULL;
  if (g) { // committed to V-ing
    apply(x, g, akt_chunk_at(c, p - 1)->is_negated);
    apply_auxiliaries(x, p - 1);
    return;
  }
  uint32_t np = p > c->begin ? p - 1 : p;
  bool is_saying = akt_chunk_word(c, p, "to") && np > c->begin && akt_is_np(c, np) &&
                   akt_is_verb(c, np - 1) &&
                   (akt_chunk_at(c, np)->owner != AKT_NONE || is_saying_of_noun(c, np - 1, np));
  if (is_saying && apply_noun(x, np)) { // reiterated its commitment to V-ing
    apply_auxiliaries(x, np - 1);
    return;
  }
  bool is_charge =
      akt_chunk_word(c, p, "of") || akt_chunk_word(c, p, "for") || akt_chunk_word(c, p, "over");
  bool is_of_thing = p > c->begin && akt_is_np(c, p - 1) && !akt_chunk_at(c, p - 1)->is_actor &&
                     !akt_chunk_at(c, p - 1)->pronoun &&
                     akt_chunk_at(c, p - 1)->owner == AKT_NONE;
  if (is_charge && is_of_thing)
    x->is_silent = true; // the consequences of abandoning, the issue of giving
  else if (is_charge && !akt_is_taken_as_done(c, p))
    set_modality(x->s, AKT_ALLEGED);
  else if (akt_chunk_in(c, p, AKT_SET_OPEN_PREPOSITION))
    x->is_silent = true;
}

static void apply_condition(chain *x, uint32_t chunk) {
  akt_clause *c = x->c;
  for (uint32_t k = chunk; k > c->begin; k--) {
    uint8_t t = akt_type_at(c, k - 1);
    if (t == AKT_CH_SUBORDINATOR) {
      bool is_condition = akt_unit_is(c->r, akt_chunk_at(c, k - 1)->first, AKT_EN(CONDITION)) ||
                          akt_chunk_word(c, k - 1, "whether");
      uint32_t main = akt_finite_before(c, k - 1);
      bool is_open = main == AKT_NONE || akt_chunk_at(c, main)->modal != AKT_NONE;
      bool is_past_until = akt_chunk_word(c, k - 1, "until") && akt_is_verb(c, chunk) &&
                           akt_chunk_at(c, chunk)->form == AKT_VF_PAST &&
                           !is_open; // it happened
      if (is_condition && !is_past_until)
        set_modality(x->s, AKT_CONDITIONAL);
      return;
    }
    if (t == AKT_CH_COMMA || akt_is_finite(c, k - 1))
      return;
  }
}

// A nominal under a governing verb: "called for sanctions on", "plans strikes on".
static void apply_verb_above(chain *x) {
  akt_clause *c = x->c;
  for (uint32_t k = x->inner; k > c->begin; k--) {
    uint8_t t = akt_type_at(c, k - 1);
    if (akt_chunk_in(c, k - 1, AKT_SET_CIRCUMSTANCE))
      return; // in protest at attacks: told by the way
    if (t == AKT_CH_NP || t == AKT_CH_PREPOSITION || t == AKT_CH_PARTICLE)
      continue;
    if (t != AKT_CH_VERB)
      return;
    const akt_govern *g = find_govern(x, akt_verb_lemma(c, k - 1), word_number(c, "to"));
    if (!g)
      g = find_govern(x, akt_verb_lemma(c, k - 1), AKT_NONE); // halted attacks on
    uint64_t classes = akt_verb_classes(c, k - 1);
    if (g)
      apply(x, g, akt_chunk_at(c, k - 1)->is_negated);
    else if ((classes & AKT_EN(CONTROL)) && !(classes & AKT_EN(REPORTING)))
      set_modality(x->s, AKT_PLANNED);
    else if (akt_chunk_at(c, k - 1)->is_negated)
      x->is_silent = true;
    return;
  }
}

// "talks between A and B were suspended": what is done to the deed.
static void apply_passive(chain *x) {
  akt_clause *c = x->c;
  uint32_t verb = x->inner + 1;
  while (verb < c->end && !akt_is_finite(c, verb))
    verb++;
  if (verb >= c->end || !akt_is_verb(c, verb) || !akt_chunk_at(c, verb)->is_passive ||
      akt_chunk_at(c, verb)->is_negated)
    return;
  const akt_members *subject = akt_subject(c, verb);
  bool is_subject = subject->count == 1 && subject->items[0] == x->inner;
  bool is_off = akt_chunk_word(c, verb + 1, "off"); // put off, called off
  uint32_t word = is_off ? word_number(c, "cancel") : akt_verb_lemma(c, verb);
  const akt_govern *g = is_subject ? find_govern(x, word, AKT_NONE) : NULL;
  if (!g)
    return;
  apply(x, g, false);
  apply_auxiliaries(x, verb);
}

// "a meeting between A and B is planned, is due": as "planned to" and "due to" are read.
// What "was expected" may have come as well.
static void apply_plan(chain *x) {
  akt_clause *c = x->c;
  uint32_t verb = x->inner + 1;
  while (verb < c->end && !akt_is_finite(c, verb))
    verb++;
  const akt_chunk *v = verb < c->end && akt_is_verb(c, verb) ? akt_chunk_at(c, verb) : NULL;
  if (!v || !v->has_be || v->is_negated)
    return;
  const akt_chunk *next = akt_is_np(c, verb + 1) ? akt_chunk_at(c, verb + 1) : NULL;
  uint32_t said = v->main != AKT_NONE                     ? v->main
                  : next && next->last - next->first == 1 ? next->first
                                                          : AKT_NONE;
  const akt_members *subject = akt_subject(c, verb);
  bool is_subject = subject->count && subject->items[0] == x->inner;
  bool is_past =
      akt_unit_is_word(c->r, v->first, "was") || akt_unit_is_word(c->r, v->first, "were");
  if (said == AKT_NONE || !is_subject || (is_past && akt_unit_is_word(c->r, said, "expected")))
    return;
  uint32_t word = c->r->units.items[said].word, to = word_number(c, "to");
  uint32_t lemma = word == AKT_NONE ? AKT_NONE : c->r->rules->words.items[word].verb[0].lemma;
  const akt_govern *g = lemma == AKT_NONE ? NULL : find_govern(x, lemma, to);
  if (!g && word != AKT_NONE)
    g = find_govern(x, word, to);
  if (g && g->effect == AKT_EFFECT_PLANNED)
    apply(x, g, false);
}

static bool has_no_subject(akt_clause *c, uint32_t verb) {
  const akt_members *s = akt_subject(c, verb);
  return s->count && akt_unit_in(c->r, akt_chunk_at(c, s->items[0])->first, AKT_SET_NOBODY);
}

static bool is_bare(const akt_clause *c, uint32_t chunk) {
  const akt_chunk *v = akt_chunk_at(c, chunk);
  return akt_is_verb(c, chunk) && v->main != AKT_NONE && v->first == v->main &&
         (c->r->units.items[v->main].forms & AKT_FORM_BASE) &&
         !(c->r->units.items[v->main].forms & (AKT_FORM_PAST | AKT_FORM_S));
}

// "demanded that Turkey withdraw", "its demand that": the bare form is what should
// be, not what is.
static bool is_mandated(const akt_clause *c, uint32_t that, uint32_t governor, uint32_t chunk) {
  uint32_t noun = akt_is_np(c, that - 1) ? akt_chunk_at(c, that - 1)->head_noun : AKT_NONE;
  bool is_demand =
      noun != AKT_NONE && (c->r->rules->words.items[noun].classes & AKT_EN(MANDATE));
  return is_bare(c, chunk) && (is_demand || (akt_verb_classes(c, governor) & AKT_EN(MANDATE)));
}

// "demanded Turkey withdraw"
static bool is_mandated_barely(akt_clause *c, uint32_t chunk) {
  if (!is_bare(c, chunk))
    return false;
  const akt_members *subject = akt_subject(c, chunk);
  uint32_t first = subject->count ? subject->items[0] : c->begin;
  return first > c->begin && akt_is_verb(c, first - 1) &&
         (akt_verb_classes(c, first - 1) & AKT_EN(MANDATE));
}

// "denied that it had deported": the verb whose content this is governs as well.
static void apply_content(chain *x, uint32_t chunk) {
  akt_clause *c = x->c;
  x->is_silent |= is_mandated_barely(c, chunk);
  for (uint32_t k = chunk; k > c->begin; k--) {
    if (akt_type_at(c, k - 1) == AKT_CH_COMMA || akt_type_at(c, k - 1) == AKT_CH_SUBORDINATOR)
      return;
    if (akt_type_at(c, k - 1) != AKT_CH_COMPLEMENT)
      continue;
    for (uint32_t v = k - 1; v > c->begin; v--) {
      if (!akt_is_verb(c, v - 1))
        continue;
      const akt_govern *g = find_govern(x, akt_verb_lemma(c, v - 1), word_number(c, "that"));
      if (is_mandated(c, k - 1, v - 1, chunk))
        x->is_silent = true; // rejected a demand that it withdraw
      else if (g)
        apply(x, g, akt_chunk_at(c, v - 1)->is_negated);
      else if (akt_chunk_at(c, v - 1)->is_negated)
        x->is_silent = true; // did not say that
      return;
    }
  }
}

bool akt_qualify(akt_clause *c, uint32_t chunk, akt_statement *statement) {
  chain x = {.c = c,
             .s = statement,
             .inner = chunk,
             .word = AKT_NONE,
             .top = chunk,
             .highest = chunk,
             .negated_by = AKT_NONE,
             .plover = statement->plover,
             .cameo = statement->cameo};
  if (akt_is_question(c))
    return false;
  const akt_frame *frame =
      statement->frame == AKT_NONE ? NULL : &c->r->rules->frames.items[statement->frame];
  if (!akt_is_verb(c, chunk) && frame && frame->shape == AKT_FRAME_COPULA)
    return true; // "X, an ally of Y,": said by the way, whatever the verb does
  if (akt_is_verb(c, chunk)) {
    x.is_silent = akt_is_counterfactual(c, chunk);
    apply_auxiliaries(&x, chunk);
    apply_gerund(&x, chunk);
    apply_chain(&x, chunk);
    if (x.highest != chunk && akt_chunk_word(c, x.highest - 1, "of"))
      apply_gerund(&x, x.highest); // accused of using its troops to attack
    if (has_no_subject(c, chunk))
      return false; // "no state has condemned"
  } else {
    if (akt_unit_is_word(c->r, akt_chunk_at(c, chunk)->first, "no"))
      statement->polarity = AKT_NEGATED;
    apply_verb_above(&x);
    apply_passive(&x);
    apply_plan(&x);
  }
  apply_content(&x, x.top);
  apply_condition(&x, chunk);
  if (statement->polarity == AKT_NEGATED && statement->modality == AKT_PLANNED)
    statement->modality = AKT_ASSERTED; // will not visit: what is said is the refusal
  statement->speaker = akt_find_speaker(c, chunk);
  if (x.is_silent)
    akt_trace_miss(c->r, (akt_miss){.frame = statement->frame,
                                    .sentence = c->sentence,
                                    .trigger = chunk,
                                    .at = chunk,
                                    .reason = AKT_MISS_SILENCED,
                                    .by = AKT_NONE,
                                    .rule = x.silenced_by});
  return !x.is_silent;
}
