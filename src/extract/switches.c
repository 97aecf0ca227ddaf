// What the line of a frame switches off: `no-relative`, `no-negation`, `no-attribution`.
#include "extract/statements.h"
#include "extract/trace.h"

static void tell_off(akt_clause *c, const akt_match *m, const char *option) {
  akt_trace_miss(c->r, (akt_miss){.frame = m->frame,
                                  .sentence = c->sentence,
                                  .trigger = m->trigger,
                                  .at = m->trigger,
                                  .reason = AKT_MISS_SWITCHED,
                                  .by = AKT_NONE,
                                  .rule = option});
}

static bool has_relative(const akt_clause *c, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; i++)
    if (akt_type_at(c, i) == AKT_CH_RELATIVE)
      return true;
  return false;
}

// "Chile, which Peru praised", "the treaty Peru left": what is done is done to what stands
// before the clause.
static bool is_object_before(akt_clause *c, uint32_t verb) {
  return akt_direct_object(c, verb) == AKT_NONE && akt_relative_object(c, verb) != AKT_NONE;
}

bool akt_is_across_relative(akt_clause *c, const akt_match *m) {
  const akt_frame *frame = &c->r->rules->frames.items[m->frame];
  if (!frame->is_relative_off)
    return false;
  uint32_t from = m->trigger, to = m->reach > m->trigger ? m->reach : m->trigger;
  bool is_across = false;
  if (akt_is_verb(c, m->trigger)) {
    const akt_members *subject = akt_subject(c, m->trigger);
    from = subject->count && subject->items[0] < from ? subject->items[0] : from;
    is_across = is_object_before(c, m->trigger);
  }
  is_across |= has_relative(c, from, to);
  if (is_across)
    tell_off(c, m, "no-relative");
  return is_across;
}

bool akt_is_qualified_away(akt_clause *c, const akt_match *m, const akt_statement *s) {
  const akt_frame *frame = &c->r->rules->frames.items[m->frame];
  const char *option = NULL;
  if (frame->is_negation_off && s->polarity == AKT_NEGATED)
    option = "no-negation";
  else if (frame->is_attribution_off && akt_is_attributed(c, m->trigger))
    option = "no-attribution";
  if (option)
    tell_off(c, m, option);
  return option != NULL;
}
