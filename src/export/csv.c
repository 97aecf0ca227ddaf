// Tables: nodes and edges with the headers that neo4j-admin reads, and events, one
// row a statement, as analysts of event data load them.
#include "export/escape.h"
#include "export/formats.h"
#include "export/look.h"
#include "export/record.h"

static void put_field(akt_sink *sink, const char *text) {
  akt_put_csv(sink, text);
  akt_sink_puts(sink, ",");
}

static void put_number(akt_sink *sink, uint32_t number) {
  akt_sink_printf(sink, "%u,", number);
}

// ';' parts the items of a list, so it cannot stand inside one.
static void put_aliases(akt_export *request, const akt_node *node) {
  akt_buf list;
  akt_buf_init(&list, request->arena);
  for (uint32_t i = 0; i < node->aliases.count; i++) {
    akt_buf_puts(&list, i ? ";" : "");
    for (const char *p = node->aliases.items[i]; *p; p++)
      akt_buf_putc(&list, *p == ';' ? ',' : *p);
  }
  put_field(request->sink, akt_buf_text(&list));
}

static void put_label(akt_sink *sink, const char *kind) {
  bool is_start = true;
  for (const char *p = kind; *p; p++) {
    if (!akt_is_alpha(*p) && !akt_is_digit(*p) && (unsigned char)*p < 0x80) {
      is_start = true;
      continue;
    }
    char c = is_start && akt_is_lower(*p) ? (char)(*p - 32) : *p;
    akt_sink_write(sink, &c, 1);
    is_start = false;
  }
  akt_sink_puts(sink, "\n");
}

static void put_nodes(akt_export *request) {
  akt_sink *sink = request->sink;
  akt_sink_puts(sink, "id:ID,label,kind,role,affiliation,count:int,doc_count:int,"
                      "aliases:string[],:LABEL\n");
  for (uint32_t i = 0; i < request->graph->nodes.count; i++) {
    const akt_node *node = &request->graph->nodes.items[i];
    put_field(sink, node->id);
    put_field(sink, node->label);
    put_field(sink, node->kind);
    put_field(sink, node->role);
    put_field(sink, node->affiliation);
    put_number(sink, node->mentions.count);
    put_number(sink, node->doc_count);
    put_aliases(request, node);
    put_label(sink, node->kind);
    akt_arena_reset(request->arena);
  }
}

static void put_edges(akt_export *request) {
  const akt_graph *graph = request->graph;
  akt_sink *sink = request->sink;
  akt_sink_puts(sink, ":START_ID,:END_ID,:TYPE,id,relation,label,tone,polarity,modality,"
                      "mutual:boolean,count:int,doc_count:int,plover,cameo,document,quote\n");
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    const akt_edge *edge = &graph->edges.items[i];
    const akt_evidence *first = edge->evidence.count ? &edge->evidence.items[0] : NULL;
    put_field(sink, graph->nodes.items[edge->key.source].id);
    put_field(sink, graph->nodes.items[edge->key.target].id);
    akt_sink_puts(sink, akt_look_type(request->arena, edge));
    akt_sink_puts(sink, ",");
    put_field(sink, edge->id);
    put_field(sink, edge->key.relation);
    put_field(sink, akt_look_label(request->arena, edge));
    put_field(sink, akt_tone_name(edge->tone));
    put_field(sink, akt_polarity_name(edge->key.polarity));
    put_field(sink, akt_modality_name(edge->key.modality));
    put_field(sink, edge->is_mutual ? "true" : "false");
    put_number(sink, edge->evidence.count);
    put_number(sink, edge->doc_count);
    put_field(sink, edge->key.plover);
    put_field(sink, edge->key.cameo);
    put_field(sink, first ? graph->documents.items[first->document].id : NULL);
    akt_put_csv(sink, first ? first->quote.text : NULL);
    akt_sink_puts(sink, "\n");
    akt_arena_reset(request->arena);
  }
}

akt_export_result akt_export_csv(akt_export *request) {
  akt_export local = akt_export_with_scratch(request);
  if (!request->part || strcmp(request->part, "nodes") == 0) {
    put_nodes(&local);
  } else if (strcmp(request->part, "edges") == 0) {
    put_edges(&local);
  } else {
    request->why = "csv has the parts nodes and edges";
    return AKT_EXPORT_FAILED;
  }
  return AKT_EXPORTED;
}

static void put_event(akt_export *request, const akt_edge *edge, uint32_t index) {
  const akt_graph *graph = request->graph;
  const akt_node *source = &graph->nodes.items[edge->key.source];
  const akt_node *target = &graph->nodes.items[edge->key.target];
  const akt_evidence *evidence = &edge->evidence.items[index];
  const akt_document *document = &graph->documents.items[evidence->document];
  akt_sink *sink = request->sink;
  akt_sink_printf(sink, "%s.%u,", edge->id, index + 1);
  put_field(sink, evidence->date ? evidence->date : document->date);
  put_field(sink, source->label);
  put_field(sink, source->kind);
  put_field(sink, edge->key.relation);
  put_field(sink, target->label);
  put_field(sink, target->kind);
  put_field(sink, edge->key.plover);
  put_field(sink, edge->key.cameo);
  put_field(sink, akt_tone_name(edge->tone));
  put_field(sink, akt_polarity_name(edge->key.polarity));
  put_field(sink, akt_modality_name(edge->key.modality));
  put_field(sink, evidence->attribution);
  put_field(sink, document->id);
  put_number(sink, evidence->sentence);
  put_number(sink, evidence->quote.start);
  put_number(sink, evidence->quote.end);
  put_field(sink, evidence->quote.text);
  put_field(sink, evidence->rule);
  put_field(sink, source->id);
  akt_put_csv(sink, target->id);
  akt_sink_puts(sink, "\n");
}

akt_export_result akt_export_events(akt_export *request) {
  const akt_graph *graph = request->graph;
  akt_sink_puts(request->sink,
                "event,date,source,source_kind,relation,target,target_kind,plover,cameo,tone,"
                "polarity,modality,attribution,document,sentence,start,end,quote,rule,"
                "source_id,target_id\n");
  for (uint32_t i = 0; i < graph->edges.count; i++)
    for (uint32_t k = 0; k < graph->edges.items[i].evidence.count; k++)
      put_event(request, &graph->edges.items[i], k);
  return AKT_EXPORTED;
}
