// A verb or a noun says one thing: which of two frames that it starts is taken.
#include "extract/statements.h"
#include "extract/trace.h"

// A frame with both ends beats one that says the same but leaves an end open.
static const double COMPLETE_BONUS = 0.6;

void akt_note_beaten(akt_clause *c, const akt_match *loser, uint32_t winner) {
  akt_trace_miss(c->r, (akt_miss){.frame = loser->frame,
                                  .sentence = c->sentence,
                                  .trigger = loser->trigger,
                                  .at = loser->reach,
                                  .reason = AKT_MISS_BEATEN,
                                  .by = winner});
}

static bool is_above(const akt_clause *c, uint32_t winner, uint32_t loser) {
  if (winner == AKT_NONE || loser == AKT_NONE)
    return false;
  const akt_relation *r = &c->r->rules->relations.items[winner];
  for (uint32_t i = 0; i < r->above.count; i++)
    if (r->above.items[i] == loser)
      return true;
  return false;
}

bool akt_beats(const akt_clause *c, const akt_match *a, const akt_match *b) {
  uint32_t ra = c->r->rules->frames.items[a->frame].relation;
  uint32_t rb = c->r->rules->frames.items[b->frame].relation;
  if (is_above(c, ra, rb))
    return true;
  if (is_above(c, rb, ra))
    return false;
  double bonus_a = a->sources.count && a->targets.count ? COMPLETE_BONUS : 0;
  double bonus_b = b->sources.count && b->targets.count ? COMPLETE_BONUS : 0;
  return a->score + bonus_a > b->score + bonus_b;
}
