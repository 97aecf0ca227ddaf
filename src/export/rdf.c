// RDF: Turtle, N-Triples and JSON-LD. A plain triple (India blamed Pakistan) stands
// only for what is affirmed and asserted: a store must not take "has not blamed", or
// a plan, for a fact. Every edge also is an rdf:Statement with what is known of it.
#include "export/escape.h"
#include "export/formats.h"
#include "export/look.h"
#include "export/record.h"

#define RDF   "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS  "http://www.w3.org/2000/01/rdf-schema#"
#define XSD   "http://www.w3.org/2001/XMLSchema#"
#define THING "urn:aktant:id:"
#define VOCAB "urn:aktant:vocab:"

// One subject after the other; Turtle says it once, N-Triples every time.
typedef struct rdf {
  akt_sink *sink;
  bool is_turtle;
  const char *subject; // id
  bool has_predicate;
} rdf;

static void put_iri(akt_sink *sink, const char *space, const char *name) {
  akt_sink_puts(sink, "<");
  akt_sink_puts(sink, space);
  akt_put_iri_part(sink, name);
  akt_sink_puts(sink, ">");
}

static void start_subject(rdf *out, const char *id) {
  out->subject = id;
  out->has_predicate = false;
  if (out->is_turtle)
    put_iri(out->sink, THING, id);
}

static void end_subject(rdf *out) {
  if (out->is_turtle)
    akt_sink_puts(out->sink, " .\n\n");
}

// `prefix` is the Turtle prefix of `space`.
static void put_predicate(rdf *out, const char *prefix, const char *space, const char *name) {
  if (!out->is_turtle) {
    put_iri(out->sink, THING, out->subject);
    akt_sink_puts(out->sink, " <");
    akt_sink_puts(out->sink, space);
    akt_put_iri_part(out->sink, name);
    akt_sink_puts(out->sink, "> ");
    return;
  }
  akt_sink_puts(out->sink, out->has_predicate ? " ;\n  " : "\n  ");
  out->has_predicate = true;
  // A local name must not begin with a digit or hold a percent sign unescaped.
  bool is_simple = akt_is_alpha(*name);
  for (const char *p = name; *p; p++)
    is_simple &= akt_is_alpha(*p) || akt_is_digit(*p) || *p == '_' || *p == '-';
  if (is_simple) {
    akt_sink_puts(out->sink, prefix);
    akt_sink_puts(out->sink, name);
  } else {
    put_iri(out->sink, space, name);
  }
  akt_sink_puts(out->sink, " ");
}

static void end_object(rdf *out) {
  if (!out->is_turtle)
    akt_sink_puts(out->sink, " .\n");
}

static void put_resource(rdf *out, const char *space, const char *name) {
  put_iri(out->sink, space, name);
  end_object(out);
}

static void put_literal(rdf *out, const char *name, const char *text) {
  if (!text)
    return;
  put_predicate(out, "v:", VOCAB, name);
  akt_sink_puts(out->sink, "\"");
  akt_put_turtle(out->sink, text);
  akt_sink_puts(out->sink, "\"");
  end_object(out);
}

static void put_label(rdf *out, const char *text) {
  put_predicate(out, "rdfs:", RDFS, "label");
  akt_sink_puts(out->sink, "\"");
  akt_put_turtle(out->sink, text);
  akt_sink_puts(out->sink, "\"");
  end_object(out);
}

static void put_count(rdf *out, uint32_t count) {
  put_predicate(out, "v:", VOCAB, "count");
  akt_sink_printf(out->sink, "\"%u\"^^<%sinteger>", count, XSD);
  end_object(out);
}

static void put_node(rdf *out, const akt_node *node) {
  start_subject(out, node->id);
  put_predicate(out, "rdf:", RDF, "type");
  put_resource(out, VOCAB, node->kind);
  put_label(out, node->label);
  put_literal(out, "role", node->role);
  for (uint32_t i = 0; i < node->aliases.count; i++)
    put_literal(out, "alias", node->aliases.items[i]);
  if (node->affiliation) {
    put_predicate(out, "v:", VOCAB, "affiliation");
    put_resource(out, THING, node->affiliation);
  }
  put_count(out, node->mentions.count);
  end_subject(out);
}

static void put_statement(rdf *out, akt_arena *arena, const akt_graph *graph,
                          const akt_edge *edge) {
  start_subject(out, edge->id);
  put_predicate(out, "rdf:", RDF, "type");
  akt_sink_puts(out->sink, "<" RDF "Statement>");
  end_object(out);
  put_predicate(out, "rdf:", RDF, "subject");
  put_resource(out, THING, graph->nodes.items[edge->key.source].id);
  put_predicate(out, "rdf:", RDF, "predicate");
  put_resource(out, VOCAB, edge->key.relation);
  put_predicate(out, "rdf:", RDF, "object");
  put_resource(out, THING, graph->nodes.items[edge->key.target].id);
  put_label(out, akt_look_label(arena, edge));
  put_literal(out, "tone", akt_tone_name(edge->tone));
  put_literal(out, "polarity", akt_polarity_name(edge->key.polarity));
  put_literal(out, "modality", akt_modality_name(edge->key.modality));
  put_literal(out, "plover", edge->key.plover);
  put_literal(out, "cameo", edge->key.cameo);
  put_count(out, edge->evidence.count);
  for (uint32_t i = 0; i < edge->evidence.count; i++) {
    const akt_evidence *evidence = &edge->evidence.items[i];
    put_literal(out, "quote", evidence->quote.text);
    put_literal(out, "document", graph->documents.items[evidence->document].id);
    put_literal(out, "date", evidence->date);
  }
  end_subject(out);
}

static void put_fact(rdf *out, const akt_graph *graph, const akt_edge *edge) {
  if (edge->key.polarity != AKT_AFFIRMED || edge->key.modality != AKT_ASSERTED)
    return;
  start_subject(out, graph->nodes.items[edge->key.source].id);
  put_predicate(out, "v:", VOCAB, edge->key.relation);
  put_resource(out, THING, graph->nodes.items[edge->key.target].id);
  end_subject(out);
}

static akt_export_result write_rdf(akt_export *request, bool is_turtle) {
  const akt_graph *graph = request->graph;
  akt_export local = akt_export_with_scratch(request);
  rdf out = {.sink = request->sink, .is_turtle = is_turtle};
  if (is_turtle)
    akt_sink_puts(out.sink, "@prefix rdf: <" RDF "> .\n@prefix rdfs: <" RDFS "> .\n"
                            "@prefix v: <" VOCAB "> .\n\n");
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    put_node(&out, &graph->nodes.items[i]);
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    put_fact(&out, graph, &graph->edges.items[i]);
    put_statement(&out, local.arena, graph, &graph->edges.items[i]);
    akt_arena_reset(local.arena);
  }
  return AKT_EXPORTED;
}

akt_export_result akt_export_turtle(akt_export *request) {
  return write_rdf(request, true);
}

akt_export_result akt_export_ntriples(akt_export *request) {
  return write_rdf(request, false);
}

// ---------------------------------------------------------------- JSON-LD

static void add_term(akt_json_writer *writer, const char *term, const char *iri,
                     bool is_reference) {
  if (!is_reference) {
    akt_json_add_text(writer, term, iri);
    return;
  }
  akt_json_open_object(writer, term);
  akt_json_add_text(writer, "@id", iri);
  akt_json_add_text(writer, "@type", "@id");
  akt_json_close(writer);
}

static void add_context(akt_json_writer *writer) {
  akt_json_open_object(writer, "@context");
  akt_json_add_text(writer, "@vocab", VOCAB);
  add_term(writer, "id", "@id", false);
  add_term(writer, "label", RDFS "label", false);
  add_term(writer, "source", RDF "subject", true);
  add_term(writer, "target", RDF "object", true);
  add_term(writer, "affiliation", VOCAB "affiliation", true);
  akt_json_close(writer);
}

static const char *thing_iri(const akt_export *request, const char *id) {
  akt_buf out;
  akt_buf_init(&out, request->arena);
  akt_sink sink = akt_sink_to_buf(&out);
  akt_sink_puts(&sink, THING);
  akt_put_iri_part(&sink, id);
  return akt_buf_text(&out);
}

static void add_node(akt_json_writer *writer, const akt_export *request, const akt_node *node) {
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "id", thing_iri(request, node->id));
  akt_json_add_text(writer, "label", node->label);
  akt_json_add_text(writer, "kind", node->kind);
  akt_json_open_array(writer, "alias");
  for (uint32_t i = 0; i < node->aliases.count; i++)
    akt_json_add_text(writer, NULL, node->aliases.items[i]);
  akt_json_close(writer);
  akt_json_add_text_if(writer, "role", node->role);
  if (node->affiliation)
    akt_json_add_text(writer, "affiliation", thing_iri(request, node->affiliation));
  akt_json_add_uint(writer, "count", node->mentions.count);
  akt_json_close(writer);
}

static void add_edge(akt_json_writer *writer, const akt_export *request, const akt_edge *edge) {
  const akt_graph *graph = request->graph;
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "id", thing_iri(request, edge->id));
  akt_json_add_text(writer, "@type", RDF "Statement");
  akt_json_add_text(writer, "source",
                    thing_iri(request, graph->nodes.items[edge->key.source].id));
  akt_json_add_text(writer, "target",
                    thing_iri(request, graph->nodes.items[edge->key.target].id));
  akt_record_label(writer, request->arena, edge);
  akt_record_edge(writer, graph, edge);
  akt_json_close(writer);
}

akt_export_result akt_export_jsonld(akt_export *request) {
  const akt_graph *graph = request->graph;
  akt_export local = akt_export_with_scratch(request);
  akt_json_writer *writer = akt_json_writer_new(request->arena, request->sink);
  akt_json_stream_object(writer, NULL);
  add_context(writer);
  akt_json_stream_array(writer, "@graph");
  for (uint32_t i = 0; i < graph->nodes.count; i++) {
    add_node(writer, &local, &graph->nodes.items[i]);
    akt_arena_reset(local.arena);
  }
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    add_edge(writer, &local, &graph->edges.items[i]);
    akt_arena_reset(local.arena);
  }
  akt_json_close(writer);
  akt_json_close(writer);
  return AKT_EXPORTED;
}
