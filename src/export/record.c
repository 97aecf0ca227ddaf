#include "export/record.h"

#include "export/look.h"

#include <stdio.h>

static void add_hash(akt_json_writer *writer, const akt_export *request, const char *key,
                     uint64_t hash) {
  if (hash)
    akt_json_add_text(writer, key,
                      akt_arena_printf(request->arena, "%016llx", (unsigned long long)hash));
}

static void add_piece(akt_json_writer *writer, const char *key, const akt_piece *piece) {
  if (piece->start == piece->end && !piece->text) {
    akt_json_add_null(writer, key);
    return;
  }
  akt_json_open_object(writer, key);
  akt_json_add_uint(writer, "start", piece->start);
  akt_json_add_uint(writer, "end", piece->end);
  akt_json_add_text(writer, "text", piece->text);
  akt_json_close(writer);
}

static void add_notes(akt_json_writer *writer, const akt_note *notes, uint32_t count) {
  akt_json_open_array(writer, "notes");
  for (uint32_t i = 0; i < count; i++) {
    akt_json_open_object(writer, NULL);
    akt_json_add_text(writer, "name", notes[i].name);
    akt_json_add_text(writer, "text", notes[i].text);
    akt_json_close(writer);
  }
  akt_json_close(writer);
}

static void add_evidence(akt_json_writer *writer, const akt_graph *graph,
                         const akt_evidence *evidence) {
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "doc", graph->documents.items[evidence->document].id);
  akt_json_add_uint(writer, "sentence", evidence->sentence);
  akt_json_add_text(writer, "quote", evidence->quote.text);
  akt_json_add_uint(writer, "start", evidence->quote.start);
  akt_json_add_uint(writer, "end", evidence->quote.end);
  akt_json_add_uint(writer, "byte_start", evidence->byte_start);
  add_piece(writer, "subject", &evidence->subject);
  add_piece(writer, "trigger", &evidence->trigger);
  add_piece(writer, "object", &evidence->object);
  akt_json_add_text(writer, "rule", evidence->rule);
  akt_json_add_text(writer, "attribution", evidence->attribution);
  if (evidence->date_text || evidence->date) {
    akt_json_open_object(writer, "date");
    akt_json_add_text(writer, "text", evidence->date_text);
    akt_json_add_text(writer, "iso", evidence->date);
    akt_json_close(writer);
  } else {
    akt_json_add_null(writer, "date");
  }
  if (evidence->notes.count)
    add_notes(writer, evidence->notes.items, evidence->notes.count);
  akt_json_close(writer);
}

void akt_record_evidence(akt_json_writer *writer, const char *key, const akt_graph *graph,
                         const akt_edge *edge) {
  akt_json_open_array(writer, key);
  for (uint32_t i = 0; i < edge->evidence.count; i++)
    add_evidence(writer, graph, &edge->evidence.items[i]);
  akt_json_close(writer);
}

void akt_record_mentions(akt_json_writer *writer, const char *key, const akt_graph *graph,
                         const akt_node *node) {
  akt_json_open_array(writer, key);
  for (uint32_t i = 0; i < node->mentions.count; i++) {
    const akt_mention *mention = &node->mentions.items[i];
    akt_json_open_object(writer, NULL);
    akt_json_add_text(writer, "doc", graph->documents.items[mention->document].id);
    akt_json_add_uint(writer, "start", mention->piece.start);
    akt_json_add_uint(writer, "end", mention->piece.end);
    akt_json_add_text(writer, "text", mention->piece.text);
    akt_json_add_text(writer, "rule", mention->rule);
    akt_json_close(writer);
  }
  akt_json_close(writer);
}

static void add_attrs(akt_json_writer *writer, const akt_notes *attrs) {
  if (!attrs->count)
    return;
  akt_json_open_object(writer, "attrs");
  for (uint32_t i = 0; i < attrs->count; i++)
    akt_json_add_text(writer, attrs->items[i].name, attrs->items[i].text);
  akt_json_close(writer);
}

void akt_record_node(akt_json_writer *writer, const akt_graph *graph, const akt_node *node) {
  akt_json_add_text(writer, "kind", node->kind);
  akt_json_open_array(writer, "aliases");
  for (uint32_t i = 0; i < node->aliases.count; i++)
    akt_json_add_text(writer, NULL, node->aliases.items[i]);
  akt_json_close(writer);
  akt_json_add_text(writer, "role", node->role);
  akt_json_add_text(writer, "affiliation", node->affiliation);
  if (node->is_listed)
    akt_json_add_bool(writer, "listed", true);
  add_attrs(writer, &node->attrs);
  akt_json_add_uint(writer, "count", node->mentions.count);
  akt_json_add_uint(writer, "doc_count", node->doc_count);
  akt_record_mentions(writer, "mentions", graph, node);
}

// The notes of all the evidence, each once, in order of first appearance. Few an
// edge; a much-told edge shows the first ones, its evidence has them all.
static void add_edge_notes(akt_json_writer *writer, const akt_edge *edge) {
  enum { MOST = 32 };
  akt_note notes[MOST];
  uint32_t count = 0;
  for (uint32_t i = 0; i < edge->evidence.count; i++) {
    const akt_evidence *evidence = &edge->evidence.items[i];
    for (uint32_t k = 0; k < evidence->notes.count; k++) {
      const akt_note *note = &evidence->notes.items[k];
      bool is_known = count == MOST;
      for (uint32_t n = 0; n < count && !is_known; n++)
        is_known = notes[n].name == note->name && notes[n].text == note->text;
      if (!is_known)
        notes[count++] = *note;
    }
  }
  add_notes(writer, notes, count);
}

void akt_record_label(akt_json_writer *writer, akt_arena *arena, const akt_edge *edge) {
  akt_json_add_text(writer, "label", akt_look_label(arena, edge));
  akt_json_add_text_if(writer, "wording", akt_look_wording(edge));
}

void akt_record_edge(akt_json_writer *writer, const akt_graph *graph, const akt_edge *edge) {
  akt_json_add_text(writer, "relation", edge->key.relation);
  akt_json_add_text(writer, "tone", akt_tone_name(edge->tone));
  akt_json_add_text(writer, "polarity", akt_polarity_name(edge->key.polarity));
  akt_json_add_text(writer, "modality", akt_modality_name(edge->key.modality));
  akt_json_add_bool(writer, "mutual", edge->is_mutual);
  akt_json_add_uint(writer, "count", edge->evidence.count);
  akt_json_add_uint(writer, "doc_count", edge->doc_count);
  akt_json_open_object(writer, "codes");
  akt_json_add_text_if(writer, "plover", edge->key.plover);
  akt_json_add_text_if(writer, "cameo", edge->key.cameo);
  akt_json_close(writer);
  add_edge_notes(writer, edge);
  add_attrs(writer, &edge->attrs);
  akt_record_evidence(writer, "evidence", graph, edge);
}

static void start_list(akt_json_writer *writer, const char *key, bool is_streamed) {
  if (is_streamed)
    akt_json_stream_array(writer, key);
  else
    akt_json_open_array(writer, key);
}

static void add_documents(akt_json_writer *writer, const akt_export *request,
                          bool is_streamed) {
  const akt_graph *graph = request->graph;
  start_list(writer, "documents", is_streamed);
  for (uint32_t i = 0; i < graph->documents.count; i++) {
    const akt_document *document = &graph->documents.items[i];
    akt_json_open_object(writer, NULL);
    akt_json_add_text(writer, "id", document->id);
    akt_json_add_text(writer, "path", document->path);
    akt_json_add_text(writer, "title", document->title);
    akt_json_add_text(writer, "date", document->date);
    akt_json_add_text_if(writer, "source", document->source);
    akt_json_add_text_if(writer, "url", document->url);
    add_hash(writer, request, "hash", document->hash);
    akt_json_add_uint(writer, "chars", document->char_count);
    akt_json_add_text_if(writer, "text", document->text);
    akt_json_close(writer);
  }
  akt_json_close(writer);
}

static void add_kinds(akt_json_writer *writer, const akt_graph *graph, bool is_streamed) {
  start_list(writer, "kinds", is_streamed);
  for (uint32_t i = 0; i < graph->kinds.count; i++) {
    const akt_kind_look *kind = &graph->kinds.items[i];
    akt_json_open_object(writer, NULL);
    akt_json_add_text(writer, "name", kind->name);
    akt_json_add_text_if(writer, "parent", kind->parent);
    akt_json_add_text_if(writer, "shape", kind->shape);
    akt_json_add_text_if(writer, "fill", kind->fill);
    akt_json_add_text_if(writer, "line", kind->line);
    akt_json_add_text_if(writer, "text", kind->text);
    akt_json_close(writer);
  }
  akt_json_close(writer);
}

static void add_counts(akt_json_writer *writer, const akt_graph *graph) {
  uint32_t evidence = 0;
  for (uint32_t i = 0; i < graph->edges.count; i++)
    evidence += graph->edges.items[i].evidence.count;
  akt_json_open_object(writer, "counts");
  akt_json_add_uint(writer, "documents", graph->documents.count);
  akt_json_add_uint(writer, "nodes", graph->nodes.count);
  akt_json_add_uint(writer, "edges", graph->edges.count);
  akt_json_add_uint(writer, "evidence", evidence);
  akt_json_close(writer);
}

void akt_record_graph(akt_json_writer *writer, const akt_export *request, bool is_streamed) {
  const akt_graph *graph = request->graph;
  akt_json_add_text(writer, "schema", "aktant-graph/1");
  akt_json_add_text(writer, "title", graph->title);
  akt_json_add_text(writer, "generator", request->generator ? request->generator : "aktant");
  akt_json_add_text(writer, "offset_unit", "codepoint");
  add_documents(writer, request, is_streamed);
  add_kinds(writer, graph, is_streamed);
  start_list(writer, "rules", is_streamed);
  for (uint32_t i = 0; i < graph->rules.count; i++) {
    akt_json_open_object(writer, NULL);
    akt_json_add_text(writer, "file", graph->rules.items[i].path);
    add_hash(writer, request, "hash", graph->rules.items[i].hash);
    akt_json_close(writer);
  }
  akt_json_close(writer);
  add_counts(writer, graph);
  start_list(writer, "warnings", is_streamed);
  for (uint32_t i = 0; i < graph->warnings.count; i++)
    akt_json_add_text(writer, NULL, graph->warnings.items[i]);
  akt_json_close(writer);
}

static void release_arena(void *object) {
  akt_arena_free(object);
}

akt_export akt_export_with_scratch(const akt_export *request) {
  akt_export copy = *request;
  copy.arena = akt_arena_alloc(request->arena, sizeof *copy.arena);
  akt_arena_init(copy.arena, request->arena->guard);
  akt_arena_on_free(request->arena, release_arena, copy.arena);
  return copy;
}

static void write_each(akt_json_writer *writer, const akt_export *request, const char *key,
                       uint32_t count, akt_record_write write) {
  akt_export local = akt_export_with_scratch(request);
  akt_json_stream_array(writer, key);
  for (uint32_t i = 0; i < count; i++) {
    write(writer, &local, i);
    akt_arena_reset(local.arena);
  }
  akt_json_close(writer);
}

void akt_record_nodes(akt_json_writer *writer, const akt_export *request, const char *key,
                      akt_record_write write) {
  write_each(writer, request, key, request->graph->nodes.count, write);
}

void akt_record_edges(akt_json_writer *writer, const akt_export *request, const char *key,
                      akt_record_write write) {
  write_each(writer, request, key, request->graph->edges.count, write);
}
