#include "render/search.h"

#define MAX_JOBS 2

// Ranks are easier to read than a web, and frame a country with its officials:
// placing by forces must be so much better to be taken instead.
#define RANKS_BONUS 1.5

#define THOROUGH_STARTS 6

typedef AKT_VEC(akt_trial) trial_list;

typedef struct trial_work {
  akt_arena *arena;
  akt_span dot;
  const akt_trial *trial;
} trial_work;

static bool try_layout(void *arg, int fd) {
  trial_work *work = arg;
  akt_buf messages;
  akt_buf_init(&messages, work->arena);
  akt_render *render = akt_render_new(work->arena, work->dot, &messages);
  if (!render || !akt_render_layout(render, work->trial))
    return false;
  akt_geometry geometry = {0};
  akt_render_geometry(render, &geometry);
  akt_measure measure = akt_measure_geometry(&geometry);
  return akt_job_write(fd, (const char *)&measure, sizeof measure);
}

/// The trials so far, and the best of them.
typedef struct search {
  akt_arena *arena;
  akt_span dot;
  const akt_job_limits *limits;
  akt_search_result result;
  double best;
} search;

static void note_result(search *self, const akt_trial *trial, akt_job *job) {
  akt_buf answer;
  akt_measure measure;
  akt_buf_init(&answer, self->arena);
  if (akt_job_finish(job, &answer) != AKT_JOB_DONE || answer.len != sizeof measure)
    return;
  memcpy(&measure, answer.ptr, sizeof measure);
  double badness = akt_measure_badness(&measure, trial->is_rough);
  if (self->result.is_found && badness >= self->best)
    return;
  self->result = (akt_search_result){*trial, measure, true};
  self->best = badness;
}

/// Runs the trials, a few at a time; the outcome does not depend on how many.
static void run_trials(search *self, const trial_list *trials) {
  akt_job jobs[MAX_JOBS];
  trial_work works[MAX_JOBS];
  for (uint32_t first = 0; first < trials->count; first += MAX_JOBS) {
    uint32_t started = 0;
    for (; started < MAX_JOBS && first + started < trials->count; started++) {
      works[started] = (trial_work){self->arena, self->dot, &trials->items[first + started]};
      if (!akt_job_start(&jobs[started], self->limits, try_layout, &works[started]))
        break;
    }
    for (uint32_t i = 0; i < started; i++)
      note_result(self, &trials->items[first + i], &jobs[i]);
    if (started == 0)
      return;
  }
}

// Each child loads fonts and plugins for itself. Their parent could do it once, for half the
// time, but pango has a thread of its own then, and a fork without it hangs now and then.
/// How many orders of the nodes are tried: small graphs take no time.
static uint32_t count_orders(const akt_render_wish *wish) {
  uint32_t size = wish->nodes + wish->edges;
  return size <= 90 ? 40 : size <= 180 ? 32 : size <= 300 ? 16 : size <= 600 ? 8 : 2;
}

/// Both directions of `dot` with some orders, then more orders of the better one.
static void try_dot(search *self, const akt_render_wish *wish) {
  static const char *const directions[] = {"TB", "LR"};
  uint32_t orders = count_orders(wish), first = orders < 12 ? orders : 12;
  trial_list trials = {0};
  for (uint32_t order = 0; order < first; order++) {
    for (size_t i = 0; i < sizeof directions / sizeof directions[0]; i++) {
      if (strstr(wish->tries, directions[i]))
        akt_vec_push(self->arena, &trials,
                     (akt_trial){.engine = "dot", .direction = directions[i], .order = order});
    }
  }
  run_trials(self, &trials);
  if (!self->result.is_found)
    return;
  trials.count = 0;
  for (uint32_t order = first; order < orders; order++)
    akt_vec_push(
        self->arena, &trials,
        (akt_trial){.engine = "dot", .direction = self->result.best.direction, .order = order});
  run_trials(self, &trials);
}

/// Different starts of an engine that places by forces. Routing lines around
/// boxes takes most of its time, so straight ones serve for comparison.
static void try_forces(search *self, const akt_render_wish *wish, const char *engine) {
  uint32_t orders = count_orders(wish);
  if (strcmp(engine, "blocks") == 0) { // each start is improved for long
    orders = (orders + 1) / 2;
    orders = orders < THOROUGH_STARTS ? orders : THOROUGH_STARTS;
  }
  trial_list trials = {0};
  for (uint32_t order = 0; order < orders; order++)
    akt_vec_push(self->arena, &trials,
                 (akt_trial){.engine = engine, .order = order, .is_rough = true});
  run_trials(self, &trials);
  self->result.best.is_rough = false;
}

akt_search_result akt_search_best(akt_arena *arena, akt_span dot, const akt_render_wish *wish,
                                  const akt_job_limits *limits) {
  search ranks = {.arena = arena, .dot = dot, .limits = limits}, forces = ranks;
  if (!wish->tries)
    return ranks.result;
  if (strstr(wish->tries, "TB") || strstr(wish->tries, "LR"))
    try_dot(&ranks, wish);
  if (strstr(wish->tries, "sfdp"))
    try_forces(&forces, wish, "sfdp");
  if (strstr(wish->tries, "blocks"))
    try_forces(&forces, wish, "blocks");
  bool is_much_better = forces.result.is_found && forces.best * RANKS_BONUS < ranks.best;
  return ranks.result.is_found && !is_much_better ? ranks.result : forces.result;
}
