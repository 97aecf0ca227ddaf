#include "draw/event.h"

#include "draw/text.h"

#define MAX_PARENTS      16
#define FOCAL_STATEMENTS 3 // fewer make no event the heart of the matter

static bool is_kind_of(const akt_graph *graph, const char *kind, const char *wanted) {
  for (int i = 0; kind && i < MAX_PARENTS; i++) {
    if (strcmp(kind, wanted) == 0)
      return true;
    const char *parent = NULL;
    for (uint32_t k = 0; k < graph->kinds.count && !parent; k++) {
      if (strcmp(graph->kinds.items[k].name, kind) == 0)
        parent = graph->kinds.items[k].parent;
    }
    kind = parent;
  }
  return false;
}

static bool is_node_a(const akt_plan *plan, uint32_t node, const char *kind) {
  return is_kind_of(plan->graph, plan->graph->nodes.items[node].kind, kind);
}

static bool is_fact(const akt_edge *edge) {
  return edge->key.polarity == AKT_AFFIRMED && edge->key.modality == AKT_ASSERTED;
}

static bool is_location(const akt_plan *plan, const akt_edge *edge) {
  return strcmp(edge->key.relation, "located-in") == 0 && is_fact(edge) &&
         is_node_a(plan, edge->key.source, "event");
}

/// Whether the statement is of the same day as its event or agreement: what an
/// attack does, it does when it happens; it may be condemned a week later.
static bool is_of_its_day(const akt_edge *edge, uint32_t node) {
  static const char *const making[] = {"signed", "attacked"};
  if (!is_fact(edge))
    return false;
  if (edge->key.source == node)
    return true;
  for (size_t i = 0; edge->key.target == node && i < sizeof making / sizeof *making; i++) {
    if (strcmp(edge->key.relation, making[i]) == 0)
      return true;
  }
  return false;
}

/// The date that all statements of the node's day agree on, or NULL.
static const char *find_date(const akt_graph *graph, uint32_t node) {
  const char *date = NULL;
  for (uint32_t i = 0; i < graph->nodes.items[node].attrs.count; i++) {
    const akt_note *fact = &graph->nodes.items[node].attrs.items[i];
    if (strcmp(fact->name, "date") == 0)
      return fact->text;
  }
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    const akt_edge *edge = &graph->edges.items[i];
    for (uint32_t j = 0; is_of_its_day(edge, node) && j < edge->evidence.count; j++) {
      const char *other = edge->evidence.items[j].date;
      if (date && other && strcmp(date, other) != 0)
        return NULL;
      date = other ? other : date;
    }
  }
  return date;
}

/// Marks the places of which nothing is said but that events were there, where
/// those events have something else to be drawn for.
static void mark_written_places(akt_plan *plan) {
  const akt_graph *graph = plan->graph;
  bool *has_more = akt_arena_zalloc(plan->arena, graph->nodes.count + 1);
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    const akt_edge *edge = &graph->edges.items[i];
    if (!plan->is_thin[i] && !is_location(plan, edge))
      has_more[edge->key.source] = has_more[edge->key.target] = true;
  }
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    const akt_edge_key *key = &graph->edges.items[i].key;
    if (!is_location(plan, &graph->edges.items[i]) || !is_node_a(plan, key->target, "place"))
      continue;
    bool is_written = has_more[key->source] && !has_more[key->target];
    plan->nodes[key->target].is_written = is_written;
    has_more[key->target] = has_more[key->target] || !is_written;
  }
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    const akt_edge *edge = &graph->edges.items[i];
    if (is_location(plan, edge) && plan->nodes[edge->key.target].is_written)
      plan->is_thin[i] = true;
  }
}

static void add_fact(akt_buf *out, const char *text) {
  akt_buf_printf(out, "%s%s", out->len ? " \xC2\xB7 " : "", text);
}

static void write_fact(akt_plan *plan, uint32_t node) {
  const akt_graph *graph = plan->graph;
  akt_buf out;
  akt_buf_init(&out, plan->arena);
  const char *date = find_date(graph, node);
  if (date)
    add_fact(&out, akt_text_date(plan->arena, date));
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    const akt_edge_key *key = &graph->edges.items[i].key;
    if (key->source != node || !plan->is_thin[i] || !plan->nodes[key->target].is_written)
      continue;
    const char *place = graph->nodes.items[key->target].label;
    if (!strstr(graph->nodes.items[node].label, place)) // "Pahalgam attack"
      add_fact(&out, place);
  }
  if (out.len)
    plan->nodes[node].fact = akt_buf_text(&out);
}

void akt_event_read(akt_plan *plan) {
  if (!plan->changes) // there each statement shows what became of it
    mark_written_places(plan);
  for (uint32_t i = 0; i < plan->graph->nodes.count; i++) {
    if (is_node_a(plan, i, "event") || is_node_a(plan, i, "agreement"))
      write_fact(plan, i);
  }
}

uint32_t akt_event_focal(const akt_plan *plan) {
  uint32_t best = AKT_NONE, most = FOCAL_STATEMENTS - 1, second = 0;
  for (uint32_t i = 0; i < plan->graph->nodes.count; i++) {
    uint32_t count = plan->nodes[i].acts + plan->nodes[i].receives;
    if (!plan->nodes[i].is_shown || !is_node_a(plan, i, "event"))
      continue;
    if (count > most) {
      second = best == AKT_NONE ? 0 : most;
      most = count;
      best = i;
    } else if (count > second) {
      second = count;
    }
  }
  return second < most ? best : AKT_NONE;
}
