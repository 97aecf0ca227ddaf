#include "graph/view.h"

#include "graph/join.h"

// What of the graph is kept, decided in steps and copied at the end.
typedef struct viewer {
  const akt_graph *graph;
  const akt_view *view;
  akt_graph *out;
  akt_arena *arena; // of `out`
  uint32_t *home;   // the node a node is folded into; itself when it is not
  bool *is_kept;    // nodes
  bool *is_edge_kept;
  uint32_t *distance; // from the focus, AKT_NONE: out of reach
  bool *had_edges;
  const char *word;
} viewer;

static bool is_list_item(const char *list, const char *word) {
  size_t len = strlen(word);
  for (const char *next = list; *next;) {
    akt_span item = {next, strcspn(next, ",")};
    next += item.len + (next[item.len] == ',');
    item = akt_span_trim(item);
    if (item.len == len && memcmp(item.ptr, word, len) == 0)
      return true;
  }
  return false;
}

static const akt_kind_look *find_kind(const akt_graph *graph, akt_span name) {
  for (uint32_t i = 0; i < graph->kinds.count; i++)
    if (akt_span_is(name, graph->kinds.items[i].name))
      return &graph->kinds.items[i];
  return NULL;
}

static bool is_kind_used(const akt_graph *graph, akt_span name) {
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    if (akt_span_is(name, graph->nodes.items[i].kind))
      return true;
  for (uint32_t i = 0; i < graph->kinds.count; i++)
    if (graph->kinds.items[i].parent && akt_span_is(name, graph->kinds.items[i].parent))
      return true;
  return false;
}

static bool is_tone(akt_span name) {
  return akt_span_is(name, "neutral") || akt_span_is(name, "cooperative") ||
         akt_span_is(name, "hostile");
}

// The first item of a list that is nothing known.
static const char *find_unknown(viewer *v, const char *list, bool is_kinds) {
  for (const char *next = list ? list : ""; *next;) {
    akt_span item = {next, strcspn(next, ",")};
    next += item.len + (next[item.len] == ',');
    item = akt_span_trim(item);
    bool is_known =
        is_kinds ? find_kind(v->graph, item) || is_kind_used(v->graph, item) : is_tone(item);
    if (!is_known)
      return akt_arena_copy(v->arena, item.ptr, item.len);
  }
  return NULL;
}

static bool is_wanted_kind(const viewer *v, const char *kind) {
  // Bounded: a graph file may list kinds that are each other's parents.
  for (int i = 0; kind && i < 64; i++) {
    if (is_list_item(v->view->kinds, kind))
      return true;
    const akt_kind_look *look = find_kind(v->graph, akt_span_of(kind));
    kind = look ? look->parent : NULL;
  }
  return false;
}

static bool is_equal_folded(const char *a, const char *b) {
  while (*a && akt_to_lower(*a) == akt_to_lower(*b)) {
    a++;
    b++;
  }
  return *a == *b;
}

// By id first, then by label, then by alias.
static uint32_t find_focus(const akt_graph *graph, const char *focus) {
  uint32_t by_id = akt_map_get(&graph->node_by_id, akt_span_of(focus));
  if (by_id != AKT_NONE)
    return by_id;
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    if (is_equal_folded(graph->nodes.items[i].label, focus))
      return i;
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    for (uint32_t k = 0; k < graph->nodes.items[i].aliases.count; k++)
      if (is_equal_folded(graph->nodes.items[i].aliases.items[k], focus))
        return i;
  return AKT_NONE;
}

static void fold(viewer *v) {
  const akt_graph *graph = v->graph;
  for (uint32_t i = 0; i < graph->nodes.count; i++) {
    v->home[i] = i;
    // Bounded, since affiliations may lead in a circle.
    for (int step = 0; v->view->is_rolled_up && step < 16; step++) {
      const char *up = graph->nodes.items[v->home[i]].affiliation;
      uint32_t next = up ? akt_map_get(&graph->node_by_id, akt_span_of(up)) : AKT_NONE;
      if (next == AKT_NONE)
        break;
      v->home[i] = next;
    }
  }
  // A circle: everyone in it stays.
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    if (v->home[v->home[i]] != v->home[i])
      v->home[i] = i;
}

static bool is_date(const char *text) {
  if (strlen(text) != 10)
    return false;
  for (int i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !akt_is_digit(text[i]))
      return false;
  return true;
}

// Dates of less than a day ("2025-04") compare by what they have.
static bool is_in_time(const viewer *v, const akt_evidence *evidence) {
  const akt_view *view = v->view;
  if (!view->since && !view->until)
    return true;
  const char *date = evidence->date;
  if (!date)
    date = v->graph->documents.items[evidence->document].date;
  if (!date)
    return false;
  size_t len = strlen(date) < 10 ? strlen(date) : 10;
  return (!view->since || strncmp(date, view->since, len) >= 0) &&
         (!view->until || strncmp(date, view->until, len) <= 0);
}

static bool is_edge_wanted(const viewer *v, const akt_edge *edge) {
  uint32_t source = v->home[edge->key.source];
  uint32_t target = v->home[edge->key.target];
  bool is_folded_loop = source == target && edge->key.source != edge->key.target;
  if (is_folded_loop || !v->is_kept[source] || !v->is_kept[target])
    return false;
  if (v->view->tones && !is_list_item(v->view->tones, akt_tone_name(edge->tone)))
    return false;
  uint32_t count = 0;
  for (uint32_t i = 0; i < edge->evidence.count; i++)
    count += is_in_time(v, &edge->evidence.items[i]);
  bool has_time = v->view->since || v->view->until;
  return count >= v->view->min_count && (!has_time || count > 0);
}

static void choose(viewer *v) {
  const akt_graph *graph = v->graph;
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    v->is_kept[i] =
        v->home[i] == i && (!v->view->kinds || is_wanted_kind(v, graph->nodes.items[i].kind));
  for (uint32_t i = 0; i < graph->edges.count; i++)
    v->is_edge_kept[i] = is_edge_wanted(v, &graph->edges.items[i]);
}

static void walk_from(viewer *v, uint32_t focus, uint32_t hops) {
  const akt_graph *graph = v->graph;
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    v->distance[i] = AKT_NONE;
  v->distance[focus] = 0;
  bool has_grown = true;
  for (uint32_t hop = 0; hop < hops && has_grown; hop++) {
    has_grown = false;
    for (uint32_t i = 0; i < graph->edges.count; i++) {
      if (!v->is_edge_kept[i])
        continue;
      uint32_t ends[2] = {v->home[graph->edges.items[i].key.source],
                          v->home[graph->edges.items[i].key.target]};
      for (int k = 0; k < 2; k++)
        if (v->distance[ends[k]] == hop && v->distance[ends[1 - k]] == AKT_NONE) {
          v->distance[ends[1 - k]] = hop + 1;
          has_grown = true;
        }
    }
  }
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    v->is_kept[i] &= v->distance[i] != AKT_NONE;
  for (uint32_t i = 0; i < graph->edges.count; i++)
    v->is_edge_kept[i] &= v->distance[v->home[graph->edges.items[i].key.source]] != AKT_NONE &&
                          v->distance[v->home[graph->edges.items[i].key.target]] != AKT_NONE;
}

// A node that lost all its edges to the restrictions goes too; one that never had
// any stays, unless there is a focus.
static void drop_lonely(viewer *v, uint32_t focus) {
  const akt_graph *graph = v->graph;
  bool *has_edges = akt_arena_zalloc(v->arena, graph->nodes.count + 1);
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    const akt_edge_key *key = &graph->edges.items[i].key;
    v->had_edges[v->home[key->source]] = v->had_edges[v->home[key->target]] = true;
    if (v->is_edge_kept[i])
      has_edges[v->home[key->source]] = has_edges[v->home[key->target]] = true;
  }
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    if (v->had_edges[i] && !has_edges[i] && i != focus)
      v->is_kept[i] = false;
}

static uint32_t copy_document(viewer *v, uint32_t *number, uint32_t document) {
  if (number[document] == AKT_NONE)
    number[document] = akt_graph_add_document(v->out, &v->graph->documents.items[document]);
  return number[document];
}

static void copy_node(viewer *v, uint32_t *documents, uint32_t index, uint32_t home) {
  const akt_node *node = &v->graph->nodes.items[index];
  const akt_node *shown = &v->graph->nodes.items[home];
  uint32_t number = akt_graph_add_node(v->out, shown->id, shown->kind, shown->label);
  akt_node *into = &v->out->nodes.items[number];
  if (index == home) {
    into->is_listed = node->is_listed;
    into->role = akt_graph_cstring(v->out, node->role);
    into->affiliation = akt_graph_cstring(v->out, node->affiliation);
    for (uint32_t i = 0; i < node->aliases.count; i++)
      akt_graph_add_alias(v->out, number, node->aliases.items[i]);
    for (uint32_t i = 0; i < node->attrs.count; i++)
      akt_join_attr(v->out, &into->attrs, &node->attrs.items[i]);
  }
  for (uint32_t i = 0; i < node->mentions.count; i++) {
    akt_mention mention = node->mentions.items[i];
    mention.document = copy_document(v, documents, mention.document);
    akt_graph_add_mention(v->out, number, &mention);
  }
}

static uint32_t node_in_out(const viewer *v, uint32_t index) {
  const char *id = v->graph->nodes.items[v->home[index]].id;
  return akt_map_get(&v->out->node_by_id, akt_span_of(id));
}

static void copy_edge(viewer *v, uint32_t *documents, const akt_edge *edge) {
  akt_edge_key key = edge->key;
  key.source = node_in_out(v, key.source);
  key.target = node_in_out(v, key.target);
  uint32_t number =
      akt_graph_add_edge(v->out, &key, edge->label, edge->tone, edge->is_mutual, NULL);
  for (uint32_t i = 0; i < edge->attrs.count; i++)
    akt_join_attr(v->out, &v->out->edges.items[number].attrs, &edge->attrs.items[i]);
  for (uint32_t i = 0; i < edge->evidence.count; i++) {
    if (!is_in_time(v, &edge->evidence.items[i]))
      continue;
    akt_evidence evidence = edge->evidence.items[i];
    evidence.document = copy_document(v, documents, evidence.document);
    akt_graph_add_edge(v->out, &key, edge->label, edge->tone, edge->is_mutual, &evidence);
  }
}

static void copy(viewer *v) {
  const akt_graph *graph = v->graph;
  akt_graph *out = v->out;
  for (uint32_t i = 0; i < graph->kinds.count; i++)
    akt_join_kind(out, &graph->kinds.items[i]);
  for (uint32_t i = 0; i < graph->rules.count; i++)
    akt_join_rule_file(out, graph->rules.items[i].path, graph->rules.items[i].hash);
  for (uint32_t i = 0; i < graph->warnings.count; i++)
    akt_join_warning(out, graph->warnings.items[i]);
  uint32_t *documents =
      akt_arena_alloc(v->arena, (graph->documents.count + 1) * sizeof *documents);
  for (uint32_t i = 0; i < graph->documents.count; i++)
    documents[i] = AKT_NONE;
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    if (v->is_kept[v->home[i]])
      copy_node(v, documents, i, v->home[i]);
  for (uint32_t i = 0; i < graph->edges.count; i++)
    if (v->is_edge_kept[i])
      copy_edge(v, documents, &graph->edges.items[i]);
  // A title made from the whole graph's nodes would speak of what is not shown.
  const char *made = akt_graph_made_title(graph, v->arena);
  if (graph->title && (!made || strcmp(made, graph->title) != 0))
    out->title = akt_graph_cstring(out, graph->title);
  akt_graph_finish(out);
}

static void say(akt_buf *out, const char *before, const char *value, const char *after) {
  akt_buf_printf(out, "%s%s%s%s", out->len ? ", " : "", before, value, after);
}

// For the head of the picture: what is left out is never left out in silence.
static const char *describe(const viewer *v, const char *focus) {
  const akt_view *view = v->view;
  akt_buf out;
  akt_buf_init(&out, v->arena);
  if (focus) {
    uint32_t hops = view->hops ? view->hops : 1;
    say(&out, "around ", focus, "");
    akt_buf_printf(&out, " (%u %s)", hops, hops == 1 ? "step" : "steps");
  }
  if (view->kinds)
    say(&out, "of the kinds ", view->kinds, "");
  if (view->tones)
    say(&out, "", view->tones, " statements");
  if (view->min_count)
    say(&out, "statements told ", akt_arena_printf(v->arena, "%u", view->min_count),
        " times or more");
  if (view->since)
    say(&out, "since ", view->since, "");
  if (view->until)
    say(&out, "until ", view->until, "");
  if (view->is_rolled_up)
    say(&out, "", "officials and bodies counted as their country", "");
  return out.len ? akt_graph_cstring(v->out, akt_buf_text(&out)) : NULL;
}

static akt_view_result check_words(viewer *v) {
  const akt_view *view = v->view;
  if ((v->word = find_unknown(v, view->kinds, true)))
    return AKT_VIEW_UNKNOWN_KIND;
  if ((v->word = find_unknown(v, view->tones, false)))
    return AKT_VIEW_UNKNOWN_TONE;
  if ((v->word = view->since) && !is_date(view->since))
    return AKT_VIEW_BAD_DATE;
  if ((v->word = view->until) && !is_date(view->until))
    return AKT_VIEW_BAD_DATE;
  return AKT_VIEWED;
}

akt_view_result akt_view_graph(const akt_graph *graph, const akt_view *view, akt_graph *out,
                               const char **word) {
  akt_arena *arena = out->arena;
  size_t nodes = graph->nodes.count + 1;
  viewer v = {.graph = graph,
              .view = view,
              .out = out,
              .arena = arena,
              .home = akt_arena_alloc(arena, nodes * sizeof *v.home),
              .is_kept = akt_arena_zalloc(arena, nodes),
              .is_edge_kept = akt_arena_zalloc(arena, graph->edges.count + 1),
              .distance = akt_arena_alloc(arena, nodes * sizeof *v.distance),
              .had_edges = akt_arena_zalloc(arena, nodes)};
  akt_view_result result = check_words(&v);
  *word = v.word;
  if (result != AKT_VIEWED)
    return result;
  uint32_t focus = view->focus ? find_focus(graph, view->focus) : AKT_NONE;
  if (view->focus && focus == AKT_NONE) {
    *word = view->focus;
    return AKT_VIEW_UNKNOWN_FOCUS;
  }
  fold(&v);
  choose(&v);
  if (focus != AKT_NONE) {
    focus = v.home[focus];
    v.is_kept[focus] = true; // even of another kind
    for (uint32_t i = 0; i < graph->edges.count; i++)
      v.is_edge_kept[i] = is_edge_wanted(&v, &graph->edges.items[i]);
    walk_from(&v, focus, view->hops ? view->hops : 1);
  }
  drop_lonely(&v, focus);
  copy(&v);
  out->part = describe(&v, focus == AKT_NONE ? NULL : graph->nodes.items[focus].label);
  return AKT_VIEWED;
}
