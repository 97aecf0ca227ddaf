#include "export/changes.h"

#include "json/json.h"

static const char *const signs[] = {"+", "-", "~"};
static const char *const names[] = {"added", "removed", "changed"};

typedef struct tally {
  uint32_t of[3];
} tally;

static tally count_changes(const akt_diff_item *items, uint32_t count) {
  tally t = {{0}};
  for (uint32_t i = 0; i < count; i++)
    t.of[items[i].change]++;
  return t;
}

static const akt_node *node_of(const akt_diff *diff, const akt_diff_item *item) {
  return item->after != AKT_NONE ? &diff->after->nodes.items[item->after]
                                 : &diff->before->nodes.items[item->before];
}

static const akt_edge *edge_of(const akt_diff *diff, const akt_diff_item *item,
                               const akt_graph **graph) {
  *graph = item->after != AKT_NONE ? diff->after : diff->before;
  return item->after != AKT_NONE ? &diff->after->edges.items[item->after]
                                 : &diff->before->edges.items[item->before];
}

static void write_facts(akt_sink *sink, const akt_diff_item *item) {
  for (uint32_t i = 0; i < item->facts.count; i++) {
    const akt_diff_fact *fact = &item->facts.items[i];
    akt_sink_puts(sink, "    ");
    akt_sink_puts(sink, fact->name);
    akt_sink_puts(sink, ": ");
    akt_sink_puts(sink, fact->before ? fact->before : "(none)");
    akt_sink_puts(sink, " -> ");
    akt_sink_puts(sink, fact->after ? fact->after : "(none)");
    akt_sink_puts(sink, "\n");
  }
}

static void write_node(const akt_diff *diff, const akt_diff_item *item, akt_sink *sink) {
  const akt_node *node = node_of(diff, item);
  akt_sink_puts(sink, signs[item->change]);
  akt_sink_puts(sink, " node ");
  akt_sink_puts(sink, node->label);
  akt_sink_puts(sink, " (");
  akt_sink_puts(sink, node->id);
  akt_sink_puts(sink, ")\n");
  write_facts(sink, item);
}

static void write_edge(const akt_diff *diff, const akt_diff_item *item, akt_sink *sink) {
  const akt_graph *graph = NULL;
  const akt_edge *edge = edge_of(diff, item, &graph);
  akt_sink_puts(sink, signs[item->change]);
  akt_sink_puts(sink, " edge ");
  akt_sink_puts(sink, graph->nodes.items[edge->key.source].label);
  akt_sink_puts(sink, edge->key.polarity == AKT_NEGATED ? " --not " : " --");
  akt_sink_puts(sink, edge->key.relation);
  akt_sink_puts(sink, "--> ");
  akt_sink_puts(sink, graph->nodes.items[edge->key.target].label);
  if (edge->key.modality != AKT_ASSERTED) {
    akt_sink_puts(sink, " [");
    akt_sink_puts(sink, akt_modality_name(edge->key.modality));
    akt_sink_puts(sink, "]");
  }
  akt_sink_puts(sink, "\n");
  if (edge->evidence.count && item->change != AKT_DIFF_CHANGED) {
    akt_sink_puts(sink, "    \"");
    akt_sink_puts(sink,
                  edge->evidence.items[0].quote.text ? edge->evidence.items[0].quote.text : "");
    akt_sink_puts(sink, "\"\n");
  }
  write_facts(sink, item);
}

static void write_text(const akt_diff *diff, akt_sink *sink) {
  for (uint32_t i = 0; i < diff->nodes.count; i++)
    write_node(diff, &diff->nodes.items[i], sink);
  for (uint32_t i = 0; i < diff->edges.count; i++)
    write_edge(diff, &diff->edges.items[i], sink);
  tally nodes = count_changes(diff->nodes.items, diff->nodes.count);
  tally edges = count_changes(diff->edges.items, diff->edges.count);
  akt_sink_printf(sink, "nodes: +%u -%u ~%u, edges: +%u -%u ~%u\n", nodes.of[0], nodes.of[1],
                  nodes.of[2], edges.of[0], edges.of[1], edges.of[2]);
}

static void add_facts(akt_json_writer *writer, const akt_diff_item *item) {
  if (item->change != AKT_DIFF_CHANGED)
    return;
  akt_json_open_object(writer, "facts");
  for (uint32_t i = 0; i < item->facts.count; i++) {
    akt_json_open_object(writer, item->facts.items[i].name);
    akt_json_add_text(writer, "before", item->facts.items[i].before);
    akt_json_add_text(writer, "after", item->facts.items[i].after);
    akt_json_close(writer);
  }
  akt_json_close(writer);
}

static void add_node(akt_json_writer *writer, const akt_diff *diff, const akt_diff_item *item) {
  const akt_node *node = node_of(diff, item);
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "change", names[item->change]);
  akt_json_add_text(writer, "id", node->id);
  akt_json_add_text(writer, "kind", node->kind);
  akt_json_add_text(writer, "label", node->label);
  add_facts(writer, item);
  akt_json_close(writer);
}

static void add_edge(akt_json_writer *writer, const akt_diff *diff, const akt_diff_item *item) {
  const akt_graph *graph = NULL;
  const akt_edge *edge = edge_of(diff, item, &graph);
  akt_json_open_object(writer, NULL);
  akt_json_add_text(writer, "change", names[item->change]);
  akt_json_add_text(writer, "id", edge->id);
  akt_json_add_text(writer, "source", graph->nodes.items[edge->key.source].id);
  akt_json_add_text(writer, "relation", edge->key.relation);
  akt_json_add_text(writer, "target", graph->nodes.items[edge->key.target].id);
  akt_json_add_text(writer, "polarity", akt_polarity_name(edge->key.polarity));
  akt_json_add_text(writer, "modality", akt_modality_name(edge->key.modality));
  add_facts(writer, item);
  akt_json_close(writer);
}

static void add_tally(akt_json_writer *writer, const char *key, tally t) {
  akt_json_open_object(writer, key);
  for (int i = 0; i < 3; i++)
    akt_json_add_uint(writer, names[i], t.of[i]);
  akt_json_close(writer);
}

static void write_json(const akt_diff *diff, akt_arena *arena, akt_sink *sink) {
  akt_json_writer *writer = akt_json_writer_new(arena, sink);
  akt_json_stream_object(writer, NULL);
  akt_json_open_object(writer, "counts");
  add_tally(writer, "nodes", count_changes(diff->nodes.items, diff->nodes.count));
  add_tally(writer, "edges", count_changes(diff->edges.items, diff->edges.count));
  akt_json_close(writer);
  akt_json_stream_array(writer, "nodes");
  for (uint32_t i = 0; i < diff->nodes.count; i++)
    add_node(writer, diff, &diff->nodes.items[i]);
  akt_json_close(writer);
  akt_json_stream_array(writer, "edges");
  for (uint32_t i = 0; i < diff->edges.count; i++)
    add_edge(writer, diff, &diff->edges.items[i]);
  akt_json_close(writer);
  akt_json_close(writer);
}

bool akt_changes_write(const akt_diff *diff, const char *style, akt_arena *arena,
                       akt_sink *sink) {
  if (strcmp(style, "json") == 0)
    write_json(diff, arena, sink);
  else if (strcmp(style, "text") == 0)
    write_text(diff, sink);
  else
    return false;
  return true;
}
