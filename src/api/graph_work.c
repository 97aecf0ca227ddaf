// Reading, cutting, joining and comparing graphs.
#include "api/api.h"
#include "export/changes.h"
#include "graph/diff.h"
#include "graph/merge.h"
#include "graph/view.h"
#include "import/import.h"

// The new graph, unless something went wrong.
static aktant_status deliver(aktant_status status, aktant_graph *made, aktant_graph **out) {
  if (status == AKTANT_OK)
    *out = made;
  else
    aktant_graph_free(made);
  return status;
}

// ---- reading

typedef struct reading {
  const char *path;
  akt_span bytes;
  const char *format;
  aktant_messages *messages;
  aktant_graph *made;
} reading;

static void read_graph(void *arg) {
  reading *r = arg;
  // The messages may point into the text, which is the caller's.
  akt_span text = {akt_arena_copy(&r->messages->arena, r->bytes.ptr, r->bytes.len),
                   r->bytes.len};
  akt_import import = {.graph = &r->made->graph,
                       .arena = &r->made->arena,
                       .diags = &r->messages->diags,
                       .path = r->path,
                       .text = text};
  akt_import_read(&import, r->format);
}

aktant_status aktant_graph_read(const char *path, const char *bytes, size_t len,
                                const char *format, aktant_messages *messages,
                                aktant_graph **out) {
  *out = NULL;
  reading r = {.path = path,
               .bytes = {bytes, len},
               .format = format,
               .messages = messages,
               .made = akt_api_graph_new()};
  if (!r.made)
    return AKTANT_NO_MEMORY;
  uint32_t errors = messages->diags.errors;
  bool has_run = akt_api_run(&messages->guard, &r.made->guard, read_graph, &r);
  return deliver(akt_api_status(has_run, messages, errors), r.made, out);
}

// ---- views

typedef struct viewing {
  const aktant_graph *graph;
  const aktant_view_options *options;
  aktant_messages *messages;
  aktant_graph *made;
  aktant_status status;
} viewing;

static void complain(viewing *v, akt_code code, const char *format, const char *word) {
  akt_diags *diags = &v->messages->diags;
  const char *text = akt_arena_printf(diags->arena, "%s `%s`", format, word);
  akt_diags_add(diags, code, AKT_NOWHERE, "%s", text);
  v->status = AKTANT_NOT_FOUND;
}

static void view_graph(void *arg) {
  viewing *v = arg;
  const aktant_view_options *o = v->options;
  akt_view view = {.focus = o->focus,
                   .hops = o->hops,
                   .kinds = o->kinds,
                   .tones = o->tones,
                   .min_count = o->min_count,
                   .since = o->since,
                   .until = o->until,
                   .is_rolled_up = o->is_rolled_up};
  const char *word = "";
  switch (akt_view_graph(&v->graph->graph, &view, &v->made->graph, &word)) {
  case AKT_VIEWED:
    break;
  case AKT_VIEW_UNKNOWN_FOCUS:
    complain(v, AKT_CODE_VIEW_UNKNOWN, "the graph has no entity", word);
    break;
  case AKT_VIEW_UNKNOWN_KIND:
    complain(v, AKT_CODE_VIEW_UNKNOWN, "the graph has no kind", word);
    break;
  case AKT_VIEW_UNKNOWN_TONE:
    complain(v, AKT_CODE_VIEW_UNKNOWN, "a tone is cooperative, hostile or neutral, not", word);
    break;
  case AKT_VIEW_BAD_DATE:
    complain(v, AKT_CODE_VIEW_UNKNOWN, "a date is written as YYYY-MM-DD, not", word);
    break;
  }
}

aktant_status aktant_graph_view(const aktant_graph *graph, const aktant_view_options *options,
                                aktant_messages *messages, aktant_graph **out) {
  *out = NULL;
  viewing v = {
      .graph = graph, .options = options, .messages = messages, .made = akt_api_graph_new()};
  if (!v.made)
    return AKTANT_NO_MEMORY;
  if (!akt_api_run(&messages->guard, &v.made->guard, view_graph, &v))
    v.status = AKTANT_NO_MEMORY;
  return deliver(v.status, v.made, out);
}

// ---- merging

typedef struct merging {
  const aktant_graph *const *graphs;
  size_t count;
  const akt_ruleset *rules; // or NULL
  aktant_messages *messages;
  aktant_graph *made;
  akt_map entity_by_name;
} merging;

static void list_names(merging *m) {
  akt_map_init(&m->entity_by_name, &m->made->arena);
  for (uint32_t i = 0; m->rules && i < m->rules->names.count; i++) {
    const akt_name *name = &m->rules->names.items[i];
    if (name->type == AKT_NAME_ALIAS)
      akt_map_add(&m->entity_by_name, akt_span_of(name->text), name->value);
  }
}

// A node that goes by a listed name is the listed entity, if it is of its kind.
static akt_same find_same(void *user, const akt_node *node) {
  merging *m = user;
  uint32_t found = akt_map_get(&m->entity_by_name, akt_span_of(node->label));
  for (uint32_t i = 0; found == AKT_NONE && i < node->aliases.count; i++)
    found = akt_map_get(&m->entity_by_name, akt_span_of(node->aliases.items[i]));
  if (found == AKT_NONE)
    return (akt_same){0};
  const akt_entity *entity = &m->rules->entities.items[found];
  const char *kind = m->rules->kinds.items[entity->kind].name;
  if (strcmp(kind, node->kind) != 0)
    return (akt_same){0};
  return (akt_same){akt_node_id(&m->made->arena, kind, entity->name, NULL), kind, entity->name};
}

static void merge_graphs(void *arg) {
  merging *m = arg;
  list_names(m);
  const akt_graph **inputs = akt_arena_alloc(&m->made->arena, m->count * sizeof *inputs);
  for (size_t i = 0; i < m->count; i++)
    inputs[i] = &m->graphs[i]->graph;
  akt_merge merge = {.out = &m->made->graph, .same_as = m->rules ? find_same : NULL, .user = m};
  akt_merge_graphs(&merge, inputs, m->count);
  for (uint32_t i = 0; i < merge.conflicts.count; i++) {
    const akt_kind_conflict *c = &merge.conflicts.items[i];
    akt_diags_add(&m->messages->diags, AKT_CODE_KIND_CONFLICT, AKT_NOWHERE,
                  "`%s` is of kind `%s` in one graph and `%s` in another; `%s` is kept", c->id,
                  c->kept, c->other, c->kept);
  }
}

aktant_status aktant_graph_merge(const aktant_graph *const *graphs, size_t count,
                                 const aktant_rules *same_as, aktant_messages *messages,
                                 aktant_graph **out) {
  *out = NULL;
  merging m = {.graphs = graphs,
               .count = count,
               .rules = same_as ? same_as->ruleset : NULL,
               .messages = messages,
               .made = akt_api_graph_new()};
  if (!m.made)
    return AKTANT_NO_MEMORY;
  uint32_t errors = messages->diags.errors;
  bool has_run = akt_api_run(&messages->guard, &m.made->guard, merge_graphs, &m);
  return deliver(akt_api_status(has_run, messages, errors), m.made, out);
}

// ---- comparing

typedef struct comparing {
  const aktant_graph *before;
  const aktant_graph *after;
  const char *style;
  akt_sink sink;
  size_t changes;
  akt_guard guard;
  akt_arena arena;
  aktant_status status;
} comparing;

static void compare_graphs(void *arg) {
  comparing *c = arg;
  akt_diff diff = akt_diff_graphs(&c->arena, &c->before->graph, &c->after->graph);
  c->changes = (size_t)diff.nodes.count + diff.edges.count;
  if (!akt_changes_write(&diff, c->style, &c->arena, &c->sink))
    c->status = AKTANT_NOT_FOUND;
  else if (c->sink.is_failed)
    c->status = AKTANT_IO;
}

aktant_status aktant_graph_diff(const aktant_graph *before, const aktant_graph *after,
                                const char *style, aktant_write write, void *user,
                                size_t *changes) {
  comparing c = {
      .before = before, .after = after, .style = style, .sink = {write, user, false}};
  akt_guard_init(&c.guard, 0);
  akt_arena_init(&c.arena, &c.guard);
  if (!akt_api_run(&c.guard, NULL, compare_graphs, &c))
    c.status = AKTANT_NO_MEMORY;
  akt_arena_free(&c.arena);
  *changes = c.changes;
  return c.status;
}
