// From a watched reading to what can be told of it.
#include "extract/explain_inside.h"

#include "base/utf8.h"
#include "text/fold.h"

enum { MOST_KNOWN = 20, MOST_ALONE = 3 };

akt_teller akt_teller_new(akt_reading *r, const akt_trace *trace) {
  akt_teller t = {.r = r, .trace = trace};
  t.starts = akt_arena_alloc(r->arena, (r->text.tokens.count + 1u) * sizeof *t.starts);
  uint32_t byte = 0, points = 0;
  for (uint32_t i = 0; i < r->text.tokens.count; i++) {
    for (; byte < r->text.tokens.items[i].start; byte++)
      points += ((unsigned char)r->text.bytes.ptr[byte] & 0xc0) != 0x80;
    t.starts[i] = points;
  }
  return t;
}

akt_piece akt_piece_of(const akt_teller *t, uint32_t first, uint32_t last) {
  if (first >= last || last > t->r->text.tokens.count)
    return (akt_piece){0, 0, NULL};
  akt_span text = akt_range_text(t->r, first, last);
  return (akt_piece){t->starts[first], t->starts[first] + (uint32_t)akt_utf8_count(text),
                     akt_arena_copy(t->r->arena, text.ptr, text.len)};
}

akt_piece akt_piece_of_chunk(const akt_teller *t, uint32_t chunk) {
  if (chunk >= t->r->chunks.count)
    return (akt_piece){0, 0, NULL};
  return akt_piece_of(t, t->r->chunks.items[chunk].first, t->r->chunks.items[chunk].last);
}

akt_piece akt_piece_of_sentence(const akt_teller *t, uint32_t sentence) {
  const akt_sentence *s = &t->r->text.sentences.items[sentence];
  return akt_piece_of(t, s->first, s->last);
}

const char *akt_kind_of_actor(const akt_reading *r, uint32_t actor) {
  uint32_t kind = r->actors.items[actor].kind;
  return kind == AKT_NONE ? "group" : r->rules->kinds.items[kind].name;
}

// ------------------------------------------------------------ who is who

static bool is_called(const akt_actor *actor, akt_span name) {
  char wanted[AKT_FOLD_MAX], seen[AKT_FOLD_MAX];
  size_t len = akt_fold(name, wanted);
  size_t n = akt_fold(akt_span_of(actor->name), seen);
  if (len && n == len && memcmp(seen, wanted, len) == 0)
    return true;
  for (uint32_t i = 0; i < actor->aliases.count; i++) {
    n = akt_fold(akt_span_of(actor->aliases.items[i]), seen);
    if (len && n == len && memcmp(seen, wanted, len) == 0)
      return true;
  }
  return false;
}

// "Sharif" of Shehbaz Sharif: the last words of a name, when only one ends so.
static uint32_t actor_ending_in(const akt_reading *r, akt_span name) {
  char wanted[AKT_FOLD_MAX], seen[AKT_FOLD_MAX];
  size_t len = akt_fold(name, wanted);
  uint32_t only = AKT_NONE;
  for (uint32_t i = 0; len && i < r->actors.count; i++) {
    size_t n = akt_fold(akt_span_of(r->actors.items[i].name), seen);
    bool is_end =
        n > len && seen[n - len - 1] == ' ' && memcmp(seen + n - len, wanted, len) == 0;
    if (!is_end)
      continue;
    if (only != AKT_NONE)
      return AKT_NONE;
    only = i;
  }
  return only;
}

uint32_t akt_actor_named(const akt_reading *r, akt_span name) {
  for (uint32_t i = 0; i < r->actors.count; i++)
    if (is_called(&r->actors.items[i], name))
      return i;
  return actor_ending_in(r, name);
}

static uint32_t distance(uint32_t a, uint32_t b) {
  return a < b ? b - a : a - b;
}

// The pronoun that stood for the mention in this sentence, if it is nearer to the
// trigger than the mention itself.
static akt_piece called(const akt_teller *t, const akt_statement *s, uint32_t mention) {
  const akt_reading *r = t->r;
  const akt_reference *m = &r->mentions.items[mention];
  uint32_t best = AKT_NONE;
  uint32_t nearest =
      m->sentence == s->sentence ? distance(m->first, s->trigger_first) : UINT32_MAX;
  for (uint32_t i = 0; i < t->trace->referred.count; i++) {
    const akt_referred *f = &t->trace->referred.items[i];
    if (f->sentence != s->sentence || f->mention != mention)
      continue;
    uint32_t d = distance(r->chunks.items[f->chunk].first, s->trigger_first);
    if (d < nearest) {
      nearest = d;
      best = f->chunk;
    }
  }
  return best == AKT_NONE ? (akt_piece){0, 0, NULL} : akt_piece_of_chunk(t, best);
}

static void tell_how(const akt_teller *t, const akt_reference *m, akt_told_end *end) {
  if (m->same_as != AKT_NONE) {
    const akt_reference *other = &t->r->mentions.items[m->same_as];
    end->how = "stands beside";
    end->beside = akt_piece_of(t, other->name_first, other->name_last);
  } else if (m->stands_for && m->listed != AKT_NONE) {
    end->how = "stands for it";
  } else if (m->type == AKT_ME_OFFICE) {
    end->how = "holds that office in this text";
  }
}

static akt_told_end end_of(const akt_teller *t, const akt_statement *s, uint32_t mention) {
  akt_told_end end = {.name = NULL};
  if (mention == AKT_NONE || t->r->mentions.items[mention].entity == AKT_NONE)
    return end;
  const akt_reference *m = &t->r->mentions.items[mention];
  const akt_actor *actor = &t->r->actors.items[m->entity];
  end.name = actor->name;
  end.kind = akt_kind_of_actor(t->r, m->entity);
  end.piece = akt_piece_of(t, m->first, m->last);
  end.rule = m->rule;
  end.called = called(t, s, mention);
  akt_tell_overlaps(t, m, &end.overlaps);
  tell_how(t, m, &end);
  return end;
}

// ------------------------------------------------------------ edges

static const char *verb_form(const akt_teller *t, const akt_statement *s) {
  if (s->chunk == AKT_NONE || t->r->chunks.items[s->chunk].type != AKT_CH_VERB)
    return NULL;
  const akt_chunk *v = &t->r->chunks.items[s->chunk];
  if (v->is_passive)
    return "passive";
  switch ((akt_verb_form)v->form) {
  case AKT_VF_PARTICIPLE:
    return "participle";
  case AKT_VF_ING:
    return "-ing form";
  case AKT_VF_INFINITIVE:
    return "infinitive";
  case AKT_VF_FINITE:
  case AKT_VF_PAST:
  case AKT_VF_BASE:
    break;
  }
  return "active";
}

static void add_governs(const akt_teller *t, const akt_statement *s, akt_told_edge *edge) {
  static const char *const effects[] = {"planned",     "negated", "alleged",
                                        "conditional", "silent",  NULL};
  const akt_ruleset *rules = t->r->rules;
  for (uint32_t i = 0; i < t->trace->governed.count; i++) {
    const akt_governed *g = &t->trace->governed.items[i];
    if (g->sentence != s->sentence || g->trigger != s->chunk)
      continue;
    const akt_govern *govern = &rules->governs.items[g->govern];
    bool is_known = false;
    for (uint32_t k = 0; k < edge->governs.count; k++)
      is_known |= edge->governs.items[k].rule == govern->rule;
    if (is_known)
      continue;
    const char *effect = effects[govern->effect];
    akt_told_govern told = {
        .rule = govern->rule,
        .word = g->word == AKT_NONE ? "" : akt_intern_text(&rules->words_text, g->word).ptr,
        .effect = effect ? effect : rules->relations.items[govern->as].name};
    akt_vec_push(t->r->arena, &edge->governs, told);
  }
}

static const char *pattern_of(const akt_ruleset *rules, const akt_statement *s) {
  if (s->frame != AKT_NONE)
    return rules->frames.items[s->frame].text;
  for (uint32_t i = 0; i < rules->matches.count; i++)
    if (rules->matches.items[i].rule == s->rule)
      return rules->matches.items[i].text;
  return NULL;
}

static void add_edge(const akt_teller *t, const akt_statement *s, akt_explanation *e) {
  const akt_ruleset *rules = t->r->rules;
  akt_told_edge edge = {.source = end_of(t, s, s->source),
                        .target = end_of(t, s, s->target),
                        .speaker = end_of(t, s, s->speaker),
                        .relation = rules->relations.items[s->relation].name,
                        .label = s->label,
                        .rule = s->rule,
                        .verb = verb_form(t, s),
                        .polarity = (akt_polarity)s->polarity,
                        .modality = (akt_modality)s->modality,
                        .sentence = s->sentence,
                        .quote = akt_piece_of_sentence(t, s->sentence),
                        .trigger = akt_piece_of(t, s->trigger_first, s->trigger_last)};
  edge.pattern = pattern_of(rules, s);
  akt_tell_skipped(t, s, &edge.skipped);
  add_governs(t, s, &edge);
  for (uint32_t i = 0; i < s->notes.count; i++)
    akt_vec_push(t->r->arena, &edge.notes, s->notes.items[i]);
  for (uint32_t i = 0; i < t->trace->misses.count; i++) {
    const akt_miss *m = &t->trace->misses.items[i];
    if (m->reason == AKT_MISS_BEATEN && m->sentence == s->sentence && m->trigger == s->chunk &&
        m->by == s->frame && s->frame != AKT_NONE)
      akt_vec_push(t->r->arena, &edge.beaten, akt_tell_miss(t, m, AKT_NONE, AKT_NONE));
  }
  akt_vec_push(t->r->arena, &e->edges, edge);
}

static bool occurs(const akt_reading *r, uint32_t actor, uint32_t sentence) {
  for (uint32_t i = 0; i < r->mentions.count; i++)
    if (r->mentions.items[i].entity == actor && r->mentions.items[i].sentence == sentence)
      return true;
  return false;
}

// What the sentence says of one of the two and somebody else.
static void add_others(const akt_teller *t, uint32_t sentence, uint32_t a, uint32_t b,
                       akt_told_sentence *told) {
  const akt_reading *r = t->r;
  for (uint32_t i = 0; i < r->statements.count; i++) {
    const akt_statement *s = &r->statements.items[i];
    uint32_t x = r->mentions.items[s->source].entity, y = r->mentions.items[s->target].entity;
    bool has_one = x == a || x == b || y == a || y == b;
    bool is_theirs = (x == a && y == b) || (x == b && y == a);
    if (s->sentence != sentence || !has_one || is_theirs || x == AKT_NONE || y == AKT_NONE)
      continue;
    akt_told_other other = {.source = r->actors.items[x].name,
                            .relation = r->rules->relations.items[s->relation].name,
                            .target = r->actors.items[y].name,
                            .rule = s->rule};
    akt_vec_push(r->arena, &told->others, other);
  }
}

static void add_shared(const akt_teller *t, uint32_t a, uint32_t b, akt_explanation *e) {
  for (uint32_t s = 0; s < t->r->text.sentences.count; s++) {
    if (!occurs(t->r, a, s) || !occurs(t->r, b, s))
      continue;
    akt_told_sentence told = {.sentence = s, .quote = akt_piece_of_sentence(t, s)};
    akt_tell_nearest(t, s, a, b, &told.misses);
    akt_tell_matches(t, s, a, b, &told.misses);
    akt_tell_strange_verbs(t, s, &told.strange_verbs);
    if (!told.misses.count)
      akt_tell_no_verbs(t, s, &told.no_verbs);
    add_others(t, s, a, b, &told);
    akt_vec_push(t->r->arena, &e->shared, told);
  }
}

static void add_alone(const akt_teller *t, uint32_t actor, akt_told_sentences *out) {
  for (uint32_t s = 0; s < t->r->text.sentences.count && out->count < MOST_ALONE; s++) {
    if (!occurs(t->r, actor, s))
      continue;
    akt_told_sentence told = {.sentence = s, .quote = akt_piece_of_sentence(t, s)};
    akt_vec_push(t->r->arena, out, told);
  }
}

static void explain_pair(const akt_teller *t, uint32_t a, uint32_t b, bool is_why_not,
                         akt_explanation *e) {
  for (uint32_t i = 0; i < t->r->statements.count; i++) {
    const akt_statement *s = &t->r->statements.items[i];
    uint32_t x = t->r->mentions.items[s->source].entity;
    uint32_t y = t->r->mentions.items[s->target].entity;
    if ((x == a && y == b) || (x == b && y == a))
      add_edge(t, s, e);
  }
  if (!is_why_not)
    return;
  add_shared(t, a, b, e);
  if (e->shared.count)
    return;
  add_alone(t, a, &e->alone[0]);
  add_alone(t, b, &e->alone[1]);
}

static void explain_absence(const akt_teller *t, akt_span a, akt_span b, akt_explanation *e) {
  if (!e->a)
    e->absent[0] = akt_tell_absent(t, a);
  if (!e->b)
    e->absent[1] = akt_tell_absent(t, b);
  for (uint32_t i = 0; i < t->r->actors.count && e->known.count < MOST_KNOWN; i++)
    if (!t->r->actors.items[i].is_unnamed)
      akt_vec_push(t->r->arena, &e->known, t->r->actors.items[i].name);
}

akt_explanation *akt_explain_pair(akt_arena *arena, const akt_ruleset *rules, akt_span text,
                                  const akt_document *document, akt_span a, akt_span b,
                                  bool is_why_not) {
  akt_trace trace = {.misses = {0}};
  akt_read_options options = {.trace = &trace};
  akt_reading *r = akt_read_text(arena, rules, text, document, &options);
  akt_explanation *e = akt_arena_zalloc(arena, sizeof *e);
  for (uint32_t i = 0; i < r->switched_off.count; i++)
    akt_vec_push(arena, &e->switched_off, r->switched_off.items[i]);
  uint32_t first = akt_actor_named(r, a), second = akt_actor_named(r, b);
  e->a = first == AKT_NONE ? NULL : r->actors.items[first].name;
  e->b = second == AKT_NONE ? NULL : r->actors.items[second].name;
  akt_teller t = akt_teller_new(r, &trace);
  if (e->a && e->b)
    explain_pair(&t, first, second, is_why_not, e);
  else
    explain_absence(&t, a, b, e);
  return e;
}
