// What was done or said before, spoken of again by a noun: "rejected the charge",
// "denounced the move". Its target is who made the charge, who made the move.
#include "extract/ends.h"

// "the charge", "those claims": a definite noun of the set and no more, right after its verb.
static bool is_bare(const akt_clause *c, uint32_t np, akt_english_set set) {
  const akt_reading *r = c->r;
  const akt_chunk *k = akt_chunk_at(c, np);
  bool is_definite =
      akt_unit_is_word(r, k->first, "the") || akt_unit_is_word(r, k->first, "those") ||
      akt_unit_is_word(r, k->first, "these") || akt_unit_is_word(r, k->first, "this");
  return is_definite && !k->is_named && k->mention == AKT_NONE && np > c->begin &&
         akt_word_in(r, k->head_noun, set) && akt_is_verb(c, np - 1) &&
         akt_type_at(c, np + 1) != AKT_CH_PREPOSITION &&
         akt_type_at(c, np + 1) != AKT_CH_COMPLEMENT &&
         akt_type_at(c, np + 1) != AKT_CH_RELATIVE;
}

// The actor of the only subject of the verb before, or AKT_NONE.
static uint32_t subject_actor(akt_clause *c, uint32_t verb) {
  const akt_members *subject = akt_subject(c, verb);
  uint32_t m = subject->count == 1 ? akt_chunk_at(c, subject->items[0])->mention : AKT_NONE;
  return m == AKT_NONE ? AKT_NONE : c->r->mentions.items[m].entity;
}

// Whoever the sentence says to have said something last, if that is one: a mention.
static uint32_t last_speaker(akt_reading *r, uint32_t sentence) {
  akt_clause c;
  akt_clause_init(&c, r, sentence);
  for (uint32_t i = c.end; i-- > c.begin;) {
    bool is_saying = akt_is_verb(&c, i) && akt_is_finite(&c, i) &&
                     (akt_verb_classes(&c, i) & AKT_EN(REPORTING));
    const akt_members *subject = is_saying ? akt_subject(&c, i) : NULL;
    if (!subject || subject->count != 1)
      continue;
    akt_slot any = {.type = AKT_SLOT_ANY, .use = AKT_USE_SOURCE, .words = AKT_NONE};
    akt_ends ends = {.count = 0};
    akt_realise(&c, subject->items[0], &any, true, &ends);
    return ends.count == 1 ? ends.items[0] : AKT_NONE;
  }
  return AKT_NONE;
}

// "A said B was bankrupt. C dismissed the claim": a claim is of who spoke just before.
static uint32_t speaker_before(akt_clause *c, uint32_t denier) {
  akt_reading *r = c->r;
  if (!c->sentence)
    return AKT_NONE;
  uint32_t said = last_speaker(r, c->sentence - 1);
  uint32_t speaker = said == AKT_NONE ? AKT_NONE : r->mentions.items[said].entity;
  if (speaker == AKT_NONE || speaker == denier)
    return AKT_NONE;
  uint32_t side = r->actors.items[speaker].affiliation;
  bool is_same =
      side != AKT_NONE && (side == denier || side == r->actors.items[denier].affiliation);
  return is_same || r->actors.items[denier].affiliation == speaker ? AKT_NONE : said;
}

uint32_t akt_accuser_before(akt_clause *c, uint32_t np) {
  akt_reading *r = c->r;
  uint32_t denier = is_bare(c, np, AKT_SET_CHARGE) ? subject_actor(c, np - 1) : AKT_NONE;
  if (denier == AKT_NONE)
    return AKT_NONE;
  uint32_t body = r->actors.items[denier].affiliation;
  for (uint32_t i = r->statements.count; i-- > 0;) {
    const akt_statement *s = &r->statements.items[i];
    if (s->sentence + 2 < c->sentence)
      break;
    uint32_t accused = r->mentions.items[s->target].entity;
    bool is_charge =
        s->plover && strcmp(s->plover, "ACCUSE") == 0 && s->polarity == AKT_AFFIRMED;
    bool is_of_denier = accused != AKT_NONE && (accused == denier || accused == body);
    uint32_t accuser = r->mentions.items[s->source].entity;
    if (is_charge && is_of_denier && accuser != denier && accuser != body)
      return s->source;
  }
  return speaker_before(c, denier);
}

// The first statement of the sentence, which its main clause makes.
static const akt_statement *main_statement(const akt_reading *r, uint32_t sentence) {
  for (uint32_t i = 0; i < r->statements.count; i++) {
    const akt_statement *s = &r->statements.items[i];
    if (s->sentence == sentence && s->rank == 0 && s->polarity == AKT_AFFIRMED &&
        s->modality != AKT_CONDITIONAL)
      return s;
  }
  return NULL;
}

uint32_t akt_doer_before(akt_clause *c, uint32_t np) {
  const akt_reading *r = c->r;
  if (!c->sentence || !is_bare(c, np, AKT_SET_MOVE))
    return AKT_NONE;
  const akt_sentence *own = &r->text.sentences.items[c->sentence];
  const akt_statement *s = main_statement(r, c->sentence - 1);
  if (!s || own->paragraph - r->text.sentences.items[c->sentence - 1].paragraph > 1)
    return AKT_NONE;
  uint32_t doer = r->mentions.items[s->source].entity;
  uint32_t judge = subject_actor(c, np - 1);
  bool is_other = doer != AKT_NONE && judge != AKT_NONE && doer != judge &&
                  r->actors.items[doer].affiliation != judge &&
                  r->actors.items[judge].affiliation != doer;
  return is_other ? s->source : AKT_NONE;
}
