// Statements of a document: verbs, nouns, gaps, roles; each qualified.
#include "extract/statements.h"

static void find_time(const akt_clause *c, const akt_match *m, akt_statement *s) {
  const akt_reading *r = c->r;
  const akt_sentence *sentence = &r->text.sentences.items[c->sentence];
  uint32_t trigger = akt_chunk_at(c, m->trigger)->first;
  uint32_t best = UINT32_MAX;
  for (uint32_t i = 0; i < r->times.count; i++) {
    const akt_time_span *t = &r->times.items[i];
    if (t->first < sentence->first || t->last > sentence->last)
      continue;
    uint32_t distance = t->first > trigger ? t->first - trigger : trigger - t->first;
    if (distance < best) {
      best = distance;
      s->time_first = t->first;
      s->time_last = t->last;
    }
  }
}

// "The ministry's spokesman said it held Iran responsible": nobody speaks against the
// body he speaks for.
static bool is_own_body(const akt_reading *r, const akt_statement *s) {
  uint32_t a = r->mentions.items[s->source].entity, b = r->mentions.items[s->target].entity;
  return s->tone == AKT_HOSTILE && b != AKT_NONE && r->actors.items[a].affiliation == b &&
         akt_kind_is(r->rules, r->actors.items[b].kind, r->rules->kind_group);
}

// "Both denied it": nobody of the two is "it".
static bool is_one_of_doers(const akt_reading *r, const akt_match *match) {
  if (match->sources.count < 2 || match->targets.count != 1)
    return false;
  uint32_t target = r->mentions.items[match->targets.items[0]].entity;
  for (uint32_t i = 0; target != AKT_NONE && i < match->sources.count; i++)
    if (r->mentions.items[match->sources.items[i]].entity == target)
      return true;
  return false;
}

void akt_state(akt_clause *c, const akt_match *match) {
  akt_reading *r = c->r;
  const akt_frame *frame = &r->rules->frames.items[match->frame];
  const akt_chunk *trigger = akt_chunk_at(c, match->trigger);
  akt_statement base = {.frame = match->frame,
                        .relation = frame->relation,
                        .label = frame->label,
                        .rule = frame->rule,
                        .plover = frame->plover,
                        .cameo = frame->cameo,
                        .tone = frame->tone,
                        .sentence = c->sentence,
                        .chunk = match->trigger,
                        .trigger_first = trigger->first,
                        .trigger_last = trigger->last,
                        .speaker = AKT_NONE};
  if (match->noun != AKT_NONE && akt_chunk_at(c, match->noun)->last > base.trigger_last)
    base.trigger_last = akt_chunk_at(c, match->noun)->last;
  if (!akt_qualify(c, match->trigger, &base))
    return;
  if (akt_is_qualified_away(c, match, &base) || is_one_of_doers(r, match))
    return;
  base.rank = akt_clause_rank(c, match->trigger);
  find_time(c, match, &base);
  for (uint32_t n = 0; n < match->notes.count; n++)
    akt_vec_push(r->arena, &base.notes, match->notes.items[n]);
  for (uint32_t i = 0; i < match->sources.count; i++)
    for (uint32_t k = 0; k < match->targets.count; k++) {
      akt_statement s = base;
      s.source = match->sources.items[i];
      s.target = match->targets.items[k];
      uint32_t a = r->mentions.items[s.source].entity, b = r->mentions.items[s.target].entity;
      bool is_thing = r->mentions.items[s.target].type == AKT_ME_THING;
      if (a == AKT_NONE || (b == AKT_NONE && !is_thing) || a == b || is_own_body(r, &s))
        continue;
      akt_vec_push(r->arena, &r->statements, s);
      if (frame->is_mutual && !r->rules->relations.items[frame->relation].is_mutual &&
          !is_thing) {
        s.source = match->targets.items[k];
        s.target = match->sources.items[i];
        akt_vec_push(r->arena, &r->statements, s);
      }
    }
}

// A name, "its", or "the two", "both countries", which may stand for names.
static bool may_be_end(const akt_reading *r, const akt_chunk *k) {
  bool is_pair = akt_unit_is_word(r, k->first, "both") ||
                 (k->has_number && akt_unit_is_word(r, k->first, "the"));
  return k->type == AKT_CH_NP &&
         (k->mention != AKT_NONE || k->is_named || k->possessive || is_pair);
}

static bool is_worth_reading(const akt_reading *r, uint32_t sentence) {
  for (uint32_t i = r->sentence_chunks.items[sentence];
       i < r->sentence_chunks.items[sentence + 1]; i++)
    if (may_be_end(r, &r->chunks.items[i]))
      return true;
  return false;
}

void akt_read_statements(akt_reading *r) {
  for (uint32_t s = 0; s < r->text.sentences.count; s++) {
    if (!is_worth_reading(r, s))
      continue;
    akt_clause c;
    akt_clause_init(&c, r, s);
    bool *used = akt_arena_zalloc(r->arena, c.end - c.begin + 1);
    uint32_t from = r->statements.count;
    akt_match_verbs(&c, used);
    akt_match_stumps(&c, from);
    akt_match_nouns(&c, used);
    akt_match_actions(&c, from);
    akt_match_gaps(&c);
    akt_match_otherwise(&c, from);
  }
  akt_state_finds(r);
  akt_state_roles(r);
}
