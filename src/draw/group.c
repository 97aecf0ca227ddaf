// Statement groups: what has the same ends, tone, polarity and modality is one
// pill with a row for each wording; then pills with the same rows and the same
// end are merged once more ("Trump, Vance -> condemned -> attack").
#include "draw/changes.h"

#include <stdlib.h>

#define NOTE_COLUMNS 40
#define MAX_FAN      5

static bool is_equal(const char *a, const char *b) {
  return a == b || (a && b && strcmp(a, b) == 0);
}

/// What a piece of evidence adds to the edge's label, if it is short.
static const char *find_note(const akt_evidence *evidence) {
  for (uint32_t i = 0; i < evidence->notes.count; i++) {
    const akt_note *note = &evidence->notes.items[i];
    if (strcmp(note->name, "note") == 0 && strlen(note->text) <= NOTE_COLUMNS)
      return note->text;
  }
  return NULL;
}

static void add_row(akt_plan *plan, akt_group *group, const char *label, const char *note) {
  for (uint32_t i = 0; i < group->rows.count; i++) {
    akt_group_row *row = &group->rows.items[i];
    if (is_equal(row->label, label) && is_equal(row->note, note)) {
      row->count++;
      return;
    }
  }
  akt_vec_push(plan->arena, &group->rows, (akt_group_row){label, note, 1});
}

static void add_edge(akt_plan *plan, akt_group *group, uint32_t index) {
  const akt_edge *edge = &plan->graph->edges.items[index];
  const char *label = edge->label ? edge->label : edge->key.relation;
  akt_vec_push(plan->arena, &group->edges, index);
  for (uint32_t i = 0; i < edge->evidence.count; i++)
    add_row(plan, group, label, find_note(&edge->evidence.items[i]));
  if (edge->evidence.count == 0)
    add_row(plan, group, label, NULL);
  group->count += edge->evidence.count ? edge->evidence.count : 1;
  group->is_mutual = group->is_mutual && edge->is_mutual;
}

static bool is_drawn(const akt_plan *plan, uint32_t index) {
  const akt_edge_key *key = &plan->graph->edges.items[index].key;
  return !plan->is_thin[index] && plan->nodes[key->source].is_shown &&
         plan->nodes[key->target].is_shown;
}

static akt_change change_of(const akt_plan *plan, uint32_t index) {
  return plan->changes ? plan->changes->edges[index] : AKT_SAME;
}

static akt_span group_key(const akt_plan *plan, uint32_t index, bool is_reversed) {
  const akt_edge *edge = &plan->graph->edges.items[index];
  uint32_t source = is_reversed ? edge->key.target : edge->key.source;
  uint32_t target = is_reversed ? edge->key.source : edge->key.target;
  return akt_span_of(akt_arena_printf(plan->arena, "%u %u %d %d %d %d", source, target,
                                      (int)edge->tone, (int)edge->key.polarity,
                                      (int)edge->key.modality, (int)change_of(plan, index)));
}

static void add_group(akt_plan *plan, akt_map *found, uint32_t index) {
  const akt_edge *edge = &plan->graph->edges.items[index];
  akt_span key = group_key(plan, index, false);
  uint32_t number = akt_map_get(found, key);
  if (number == AKT_NONE && edge->is_mutual)
    number = akt_map_get(found, group_key(plan, index, true));
  if (number == AKT_NONE) {
    akt_group group = {.tone = edge->tone,
                       .polarity = edge->key.polarity,
                       .modality = edge->key.modality,
                       .change = change_of(plan, index),
                       .is_mutual = true};
    number = plan->groups.count;
    akt_vec_push(plan->arena, &group.sources, edge->key.source);
    akt_vec_push(plan->arena, &group.targets, edge->key.target);
    akt_vec_push(plan->arena, &plan->groups, group);
    akt_map_add(found, key, number);
  }
  add_edge(plan, &plan->groups.items[number], index);
}

static int compare_rows(const void *a, const void *b) {
  const akt_group_row *x = a, *y = b;
  if (x->count != y->count)
    return x->count < y->count ? 1 : -1;
  int order = strcmp(x->label, y->label);
  return order ? order : strcmp(x->note ? x->note : "", y->note ? y->note : "");
}

static bool have_equal_rows(const akt_group *a, const akt_group *b) {
  if (a->tone != b->tone || a->polarity != b->polarity || a->modality != b->modality ||
      a->change != b->change || a->is_mutual != b->is_mutual || a->rows.count != b->rows.count)
    return false;
  for (uint32_t i = 0; i < a->rows.count; i++) {
    if (!is_equal(a->rows.items[i].label, b->rows.items[i].label) ||
        !is_equal(a->rows.items[i].note, b->rows.items[i].note))
      return false;
  }
  return true;
}

/// Adds the edges of `from` to `to`; a row whose counts differ loses its count.
static void absorb(akt_plan *plan, akt_group *to, const akt_group *from) {
  for (uint32_t i = 0; i < to->rows.count; i++) {
    if (to->rows.items[i].count != from->rows.items[i].count)
      to->rows.items[i].count = 1;
  }
  for (uint32_t i = 0; i < from->edges.count; i++)
    akt_vec_push(plan->arena, &to->edges, from->edges.items[i]);
  to->count = to->count > from->count ? to->count : from->count;
}

static bool can_share(const akt_group *a, const akt_group *b, bool is_fan_in) {
  const akt_index_list *same_a = is_fan_in ? &a->targets : &a->sources;
  const akt_index_list *same_b = is_fan_in ? &b->targets : &b->sources;
  const akt_index_list *open_a = is_fan_in ? &a->sources : &a->targets;
  return same_a->count == 1 && same_b->count == 1 && same_a->items[0] == same_b->items[0] &&
         open_a->count < MAX_FAN && a->sources.items[0] != a->targets.items[0] &&
         have_equal_rows(a, b);
}

/// One pill for several sources of the same words (fan in), or for several
/// targets (fan out). Never both: it would no longer say who did it to whom.
static void merge_fans(akt_plan *plan, bool is_fan_in) {
  akt_group_list kept = {0};
  for (uint32_t i = 0; i < plan->groups.count; i++) {
    akt_group *group = &plan->groups.items[i];
    uint32_t into = AKT_NONE;
    // "A, B met C" with arrows at all ends would not say whether A met B.
    bool is_single = group->sources.count == 1 && group->targets.count == 1 &&
                     !group->is_mutual && group->sources.items[0] != group->targets.items[0];
    for (uint32_t j = 0; is_single && j < kept.count && into == AKT_NONE; j++) {
      if (can_share(&kept.items[j], group, is_fan_in))
        into = j;
    }
    if (into == AKT_NONE) {
      akt_vec_push(plan->arena, &kept, *group);
      continue;
    }
    akt_group *to = &kept.items[into];
    if (is_fan_in)
      akt_vec_push(plan->arena, &to->sources, group->sources.items[0]);
    else
      akt_vec_push(plan->arena, &to->targets, group->targets.items[0]);
    absorb(plan, to, group);
  }
  plan->groups = kept;
}

/// Affiliation lines and second lines say statements too.
static void count_thin_ones(akt_plan *plan) {
  for (uint32_t i = 0; i < plan->graph->edges.count; i++) {
    const akt_edge *edge = &plan->graph->edges.items[i];
    const akt_plan_node *target = &plan->nodes[edge->key.target];
    if (plan->is_thin[i] && plan->nodes[edge->key.source].is_shown &&
        (target->is_shown || target->is_written))
      plan->statements += edge->evidence.count ? edge->evidence.count : 1;
  }
}

void akt_group_make(akt_plan *plan) {
  akt_map found;
  akt_map_init(&found, plan->arena);
  // Directed statements first: mutual ones then join whichever direction is there.
  for (int pass = 0; pass < 2; pass++) {
    for (uint32_t i = 0; i < plan->graph->edges.count; i++) {
      if (is_drawn(plan, i) && plan->graph->edges.items[i].is_mutual == (pass == 1))
        add_group(plan, &found, i);
    }
  }
  for (uint32_t i = 0; i < plan->groups.count; i++) {
    akt_group *group = &plan->groups.items[i];
    qsort(group->rows.items, group->rows.count, sizeof *group->rows.items, compare_rows);
    plan->statements += group->count;
  }
  count_thin_ones(plan);
  if (plan->scale <= AKT_SCALE_SHORT) {
    merge_fans(plan, true);
    merge_fans(plan, false);
  }
  for (uint32_t i = 0; i < plan->groups.count; i++) {
    akt_group *group = &plan->groups.items[i];
    const char *id = plan->graph->edges.items[group->edges.items[0]].id;
    group->name = id && strncmp(id, "e_", 2) == 0
                      ? akt_arena_printf(plan->arena, "s_%s", id + 2)
                      : akt_arena_printf(plan->arena, "s_%u", i);
  }
}
