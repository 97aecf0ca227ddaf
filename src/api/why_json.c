// `why --json`: field names are a contract, spans are code points of the text.
#include "api/why_json.h"

#include "json/json.h"

static void add_piece(akt_json_writer *w, const char *key, const akt_piece *piece) {
  if (!piece->text)
    return;
  akt_json_open_object(w, key);
  akt_json_add_uint(w, "start", piece->start);
  akt_json_add_uint(w, "end", piece->end);
  akt_json_add_text(w, "text", piece->text);
  akt_json_close(w);
}

static void add_end(akt_json_writer *w, const char *key, const akt_told_end *end) {
  if (!end->name)
    return;
  akt_json_open_object(w, key);
  akt_json_add_text(w, "name", end->name);
  akt_json_add_text_if(w, "kind", end->kind);
  add_piece(w, "mention", &end->piece);
  add_piece(w, "pronoun", &end->called);
  akt_json_add_text_if(w, "because", end->how);
  add_piece(w, "beside", &end->beside);
  akt_json_add_text_if(w, "rule", end->rule);
  if (end->overlaps.count) {
    akt_json_open_array(w, "instead_of");
    for (uint32_t i = 0; i < end->overlaps.count; i++) {
      const akt_told_overlap *o = &end->overlaps.items[i];
      akt_json_open_object(w, NULL);
      add_piece(w, "piece", &o->piece);
      akt_json_add_text(w, "name", o->name);
      akt_json_add_text(w, "rule", o->rule);
      akt_json_add_text(w, "because", o->why);
      akt_json_close(w);
    }
    akt_json_close(w);
  }
  akt_json_close(w);
}

static void add_misfit(akt_json_writer *w, const akt_told_misfit *misfit) {
  if (!misfit->name)
    return;
  akt_json_open_object(w, "misfit");
  akt_json_add_text(w, "name", misfit->name);
  akt_json_add_text(w, "kind", misfit->kind);
  akt_json_add_text(w, "end", misfit->end);
  akt_json_add_bool(w, "listed", misfit->is_listed);
  akt_json_close(w);
}

static void add_pieces(akt_json_writer *w, const char *key, const akt_told_pieces *pieces) {
  akt_json_open_array(w, key);
  for (uint32_t i = 0; i < pieces->count; i++)
    add_piece(w, NULL, &pieces->items[i]);
  akt_json_close(w);
}

static void add_misses(akt_json_writer *w, const char *key, const akt_told_misses *misses) {
  akt_json_open_array(w, key);
  for (uint32_t i = 0; i < misses->count; i++) {
    const akt_told_miss *m = &misses->items[i];
    akt_json_open_object(w, NULL);
    akt_json_add_text(w, "rule", m->rule);
    akt_json_add_text_if(w, "pattern", m->pattern);
    akt_json_add_text_if(w, "relation", m->relation);
    akt_json_add_text(w, "reason", m->reason);
    add_piece(w, "trigger", &m->trigger);
    akt_json_add_text_if(w, "wanted", m->wanted);
    add_piece(w, "found", &m->found);
    akt_json_add_text_if(w, "by", m->by);
    akt_json_add_text_if(w, "above", m->above);
    add_misfit(w, &m->misfit);
    akt_json_close(w);
  }
  akt_json_close(w);
}

static void add_governs(akt_json_writer *w, const akt_told_edge *edge) {
  akt_json_open_array(w, "governors");
  for (uint32_t i = 0; i < edge->governs.count; i++) {
    akt_json_open_object(w, NULL);
    akt_json_add_text(w, "rule", edge->governs.items[i].rule);
    akt_json_add_text(w, "word", edge->governs.items[i].word);
    akt_json_add_text(w, "effect", edge->governs.items[i].effect);
    akt_json_close(w);
  }
  akt_json_close(w);
}

static void add_edge(akt_json_writer *w, const akt_told_edge *edge) {
  akt_json_open_object(w, NULL);
  akt_json_add_text(w, "relation", edge->relation);
  akt_json_add_text_if(w, "label", edge->label);
  akt_json_add_text(w, "polarity", akt_polarity_name(edge->polarity));
  akt_json_add_text(w, "modality", akt_modality_name(edge->modality));
  akt_json_add_text_if(w, "rule", edge->rule);
  akt_json_add_text_if(w, "pattern", edge->pattern);
  akt_json_add_text_if(w, "verb", edge->verb);
  akt_json_add_uint(w, "sentence", edge->sentence);
  add_piece(w, "quote", &edge->quote);
  add_piece(w, "trigger", &edge->trigger);
  add_end(w, "source", &edge->source);
  add_end(w, "target", &edge->target);
  add_end(w, "speaker", &edge->speaker);
  add_pieces(w, "skipped", &edge->skipped);
  add_governs(w, edge);
  akt_json_open_array(w, "notes");
  for (uint32_t i = 0; i < edge->notes.count; i++) {
    akt_json_open_object(w, NULL);
    akt_json_add_text(w, "name", edge->notes.items[i].name);
    akt_json_add_text(w, "text", edge->notes.items[i].text);
    akt_json_close(w);
  }
  akt_json_close(w);
  add_misses(w, "preferred_to", &edge->beaten);
  akt_json_close(w);
}

static const char *copy(akt_arena *arena, akt_span text) {
  return akt_arena_copy(arena, text.ptr, text.len);
}

static void add_asked(akt_json_writer *w, const char *key, const char *asked,
                      const char *node) {
  akt_json_open_object(w, key);
  akt_json_add_text(w, "asked", asked);
  akt_json_add_text(w, "node", node);
  akt_json_close(w);
}

static void add_absent(akt_json_writer *w, const akt_told_absent *absent) {
  if (!absent->asked)
    return;
  akt_json_open_object(w, NULL);
  akt_json_add_text(w, "asked", absent->asked);
  akt_json_add_text_if(w, "known_as", absent->known);
  akt_json_add_text_if(w, "rule", absent->rule);
  akt_json_add_text_if(w, "nearest", absent->nearest);
  akt_json_open_array(w, "places");
  for (uint32_t i = 0; i < absent->places.count; i++) {
    const akt_told_place *p = &absent->places.items[i];
    akt_json_open_object(w, NULL);
    akt_json_add_uint(w, "sentence", p->sentence);
    add_piece(w, "quote", &p->quote);
    add_piece(w, "piece", &p->piece);
    akt_json_add_text(w, "because", p->why);
    akt_json_add_text_if(w, "as", p->as);
    akt_json_add_text_if(w, "rule", p->rule);
    akt_json_close(w);
  }
  akt_json_close(w);
  akt_json_close(w);
}

static void add_absence(akt_json_writer *w, const akt_explanation *e) {
  akt_json_open_array(w, "absent");
  add_absent(w, &e->absent[0]);
  add_absent(w, &e->absent[1]);
  akt_json_close(w);
  akt_json_open_array(w, "known");
  for (uint32_t i = 0; i < e->known.count; i++)
    akt_json_add_text(w, NULL, e->known.items[i]);
  akt_json_close(w);
}

static void add_shared(akt_json_writer *w, const akt_told_sentence *s) {
  akt_json_open_object(w, NULL);
  akt_json_add_uint(w, "sentence", s->sentence);
  add_piece(w, "quote", &s->quote);
  add_misses(w, "misses", &s->misses);
  add_pieces(w, "strange_verbs", &s->strange_verbs);
  if (s->no_verbs.count)
    add_pieces(w, "no_verbs", &s->no_verbs);
  akt_json_open_array(w, "instead");
  for (uint32_t i = 0; i < s->others.count; i++) {
    akt_json_open_object(w, NULL);
    akt_json_add_text(w, "source", s->others.items[i].source);
    akt_json_add_text(w, "relation", s->others.items[i].relation);
    akt_json_add_text(w, "target", s->others.items[i].target);
    akt_json_add_text_if(w, "rule", s->others.items[i].rule);
    akt_json_close(w);
  }
  akt_json_close(w);
  akt_json_close(w);
}

static void add_alone(akt_json_writer *w, const char *key, const akt_told_sentences *where) {
  if (!where->count)
    return;
  akt_json_open_array(w, key);
  for (uint32_t i = 0; i < where->count; i++) {
    akt_json_open_object(w, NULL);
    akt_json_add_uint(w, "sentence", where->items[i].sentence);
    add_piece(w, "quote", &where->items[i].quote);
    akt_json_close(w);
  }
  akt_json_close(w);
}

void akt_explanation_json(akt_arena *arena, const akt_explanation *e, akt_span a, akt_span b,
                          akt_buf *out) {
  akt_sink sink = akt_sink_to_buf(out);
  akt_json_writer *w = akt_json_writer_new(arena, &sink);
  akt_json_open_object(w, NULL);
  add_asked(w, "from", copy(arena, a), e->a);
  add_asked(w, "to", copy(arena, b), e->b);
  if (!e->a || !e->b)
    add_absence(w, e);
  akt_json_open_array(w, "edges");
  for (uint32_t i = 0; i < e->edges.count; i++)
    add_edge(w, &e->edges.items[i]);
  akt_json_close(w);
  akt_json_open_array(w, "shared_sentences");
  for (uint32_t i = 0; i < e->shared.count; i++)
    add_shared(w, &e->shared.items[i]);
  akt_json_close(w);
  add_alone(w, "from_sentences", &e->alone[0]);
  add_alone(w, "to_sentences", &e->alone[1]);
  akt_json_close(w);
}
