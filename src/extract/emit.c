// From a reading to the graph: one node an actor, one edge a statement, with
// code-point spans.
#include "extract/dates.h"
#include "extract/extract.h"

#include "base/utf8.h"

typedef struct emitter {
  const akt_reading *r;
  akt_graph *graph;
  uint32_t document;
  const char *scope; // document id
  uint32_t *nodes;   // by actor; AKT_NONE: not in the graph
  uint32_t *starts;  // code points before each token
} emitter;

// ------------------------------------------------------------ positions

static void count_points(emitter *e) {
  const akt_text *text = &e->r->text;
  e->starts = akt_arena_alloc(e->r->arena, (text->tokens.count + 1) * sizeof *e->starts);
  uint32_t byte = 0, points = 0;
  for (uint32_t i = 0; i < text->tokens.count; i++) {
    for (; byte < text->tokens.items[i].start; byte++)
      points += ((unsigned char)text->bytes.ptr[byte] & 0xc0) != 0x80;
    e->starts[i] = points;
  }
}

static akt_piece piece_of(const emitter *e, uint32_t first, uint32_t last) {
  if (first >= last)
    return (akt_piece){0, 0, NULL};
  akt_span text = akt_range_text(e->r, first, last);
  uint32_t start = e->starts[first];
  return (akt_piece){start, start + (uint32_t)akt_utf8_count(text),
                     akt_arena_copy(e->r->arena, text.ptr, text.len)};
}

// ------------------------------------------------------------ nodes

static uint32_t node_of(emitter *e, uint32_t actor) {
  if (e->nodes[actor] != AKT_NONE)
    return e->nodes[actor];
  const akt_reading *r = e->r;
  const akt_actor *a = &r->actors.items[actor];
  const char *kind = a->kind == AKT_NONE ? "group" : r->rules->kinds.items[a->kind].name;
  const char *id = akt_node_id(r->arena, kind, a->name, a->is_document_bound ? e->scope : NULL);
  uint32_t node = akt_graph_add_node(e->graph, id, kind, a->name);
  e->nodes[actor] = node;
  for (uint32_t i = 0; i < a->aliases.count; i++)
    akt_graph_add_alias(e->graph, node, a->aliases.items[i]);
  if (a->listed != AKT_NONE)
    e->graph->nodes.items[node].is_listed = true;
  if (a->role)
    e->graph->nodes.items[node].role = akt_graph_cstring(e->graph, a->role);
  if (a->affiliation != AKT_NONE) {
    const akt_actor *of = &r->actors.items[a->affiliation];
    const char *of_kind = of->kind == AKT_NONE ? "group" : r->rules->kinds.items[of->kind].name;
    const char *of_id =
        akt_node_id(r->arena, of_kind, of->name, of->is_document_bound ? e->scope : NULL);
    e->graph->nodes.items[node].affiliation = akt_graph_cstring(e->graph, of_id);
  }
  return node;
}

// A target that names nothing ("the proposal") is a thing of this document.
static uint32_t thing_node(emitter *e, uint32_t mention) {
  const akt_reading *r = e->r;
  const akt_reference *m = &r->mentions.items[mention];
  akt_span text = akt_range_text(r, m->first, m->last);
  const char *label = akt_arena_copy(r->arena, text.ptr, text.len > 100 ? 100 : text.len);
  size_t valid = akt_utf8_valid_prefix(akt_span_of(label));
  label = akt_arena_copy(r->arena, label, valid);
  return akt_graph_add_node(e->graph, akt_node_id(r->arena, "thing", label, e->scope), "thing",
                            label);
}

static uint32_t end_node(emitter *e, uint32_t mention) {
  uint32_t actor = e->r->mentions.items[mention].entity;
  return actor == AKT_NONE ? thing_node(e, mention) : node_of(e, actor);
}

static bool is_found(const akt_reading *r, const akt_reference *m) {
  uint32_t atom =
      m->name_first < r->units.count ? r->units.items[m->name_first].atom : AKT_NONE;
  return atom != AKT_NONE && r->atoms.items[atom].type == AKT_ATOM_FOUND;
}

// Who is named belongs to the graph even where nothing is said of him: named
// people, countries, groups, places; not "the rebels".
static void add_named(emitter *e) {
  const akt_reading *r = e->r;
  for (uint32_t i = 0; i < r->actors.count; i++) {
    const akt_actor *a = &r->actors.items[i];
    bool is_named = a->type == AKT_ME_LISTED || a->type == AKT_ME_PERSON ||
                    a->type == AKT_ME_BODY || a->type == AKT_ME_HEADED ||
                    (a->type == AKT_ME_NAME && (strchr(a->name, ' ') || a->mention_count > 1));
    if (is_named && a->mention_count && !a->is_unnamed)
      node_of(e, i);
  }
  for (uint32_t i = 0; i < r->mentions.count; i++) // whatever a `find` found
    if (r->mentions.items[i].entity != AKT_NONE && is_found(r, &r->mentions.items[i]))
      node_of(e, r->mentions.items[i].entity);
}

static void add_mentions(emitter *e) {
  const akt_reading *r = e->r;
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    if (m->entity == AKT_NONE || e->nodes[m->entity] == AKT_NONE)
      continue;
    akt_mention mention = {
        .document = e->document, .piece = piece_of(e, m->first, m->last), .rule = m->rule};
    akt_graph_add_mention(e->graph, e->nodes[m->entity], &mention);
  }
}

// ------------------------------------------------------------ edges

static akt_evidence evidence_of(emitter *e, const akt_statement *s) {
  const akt_reading *r = e->r;
  const akt_sentence *sentence = &r->text.sentences.items[s->sentence];
  const akt_reference *source = &r->mentions.items[s->source],
                      *target = &r->mentions.items[s->target];
  akt_evidence evidence = {.document = e->document,
                           .sentence = s->sentence,
                           .quote = piece_of(e, sentence->first, sentence->last),
                           .byte_start = sentence->start,
                           .subject = piece_of(e, source->first, source->last),
                           .trigger = piece_of(e, s->trigger_first, s->trigger_last),
                           .object = piece_of(e, target->first, target->last),
                           .rule = s->rule};
  if (s->speaker != AKT_NONE) {
    const akt_reference *speaker = &r->mentions.items[s->speaker];
    evidence.attribution = speaker->entity != AKT_NONE
                               ? r->actors.items[speaker->entity].name
                               : piece_of(e, speaker->first, speaker->last).text;
  }
  if (s->time_first < s->time_last) {
    evidence.date_text = piece_of(e, s->time_first, s->time_last).text;
    evidence.date = akt_date_of_text(r->arena, akt_span_of(evidence.date_text),
                                     r->document_date, s->modality == AKT_PLANNED);
  }
  for (uint32_t i = 0; i < s->notes.count; i++)
    akt_vec_push(r->arena, &evidence.notes, s->notes.items[i]);
  return evidence;
}

static void add_statement(emitter *e, const akt_statement *s) {
  uint32_t source = end_node(e, s->source), target = end_node(e, s->target);
  if (source == AKT_NONE || target == AKT_NONE || source == target)
    return;
  const akt_relation *relation = &e->r->rules->relations.items[s->relation];
  akt_edge_key key = {.source = source,
                      .target = target,
                      .relation = relation->name,
                      .plover = s->plover,
                      .cameo = s->cameo,
                      .polarity = (akt_polarity)s->polarity,
                      .modality = (akt_modality)s->modality};
  akt_evidence evidence = evidence_of(e, s);
  akt_graph_add_edge(e->graph, &key, s->label, (akt_tone)s->tone, relation->is_mutual,
                     &evidence);
}

void akt_emit(const akt_reading *reading, const akt_document *document, akt_graph *graph) {
  emitter e = {.r = reading, .graph = graph, .scope = document->id};
  e.document = akt_graph_add_document(graph, document);
  e.nodes = akt_arena_alloc(reading->arena, (reading->actors.count + 1) * sizeof *e.nodes);
  for (uint32_t i = 0; i < reading->actors.count; i++)
    e.nodes[i] = AKT_NONE;
  count_points(&e);
  for (uint32_t i = 0; i < reading->statements.count; i++)
    add_statement(&e, &reading->statements.items[i]);
  add_named(&e);
  add_mentions(&e);
}

void akt_emit_rules(const akt_ruleset *rules, akt_graph *graph) {
  for (uint32_t i = 0; i < rules->kinds.count; i++) {
    const akt_kind *k = &rules->kinds.items[i];
    akt_kind_look look = {
        .name = akt_graph_cstring(graph, k->name),
        .parent = k->parent == AKT_NONE
                      ? NULL
                      : akt_graph_cstring(graph, rules->kinds.items[k->parent].name),
        .shape = akt_graph_cstring(graph, k->shape),
        .fill = akt_graph_cstring(graph, k->fill),
        .line = akt_graph_cstring(graph, k->line),
        .text = akt_graph_cstring(graph, k->text)};
    akt_vec_push(graph->arena, &graph->kinds, look);
  }
  for (uint32_t i = 0; i < rules->files.count; i++) {
    // Where the file lies differs from machine to machine; the graph must not.
    akt_buf name;
    akt_buf_init(&name, graph->arena);
    akt_buf_printf(&name, "%s.akt", rules->files.items[i]->pack);
    akt_rule_file file = {.path = akt_graph_cstring(graph, akt_buf_text(&name))};
    akt_vec_push(graph->arena, &graph->rules, file);
  }
}
