#include "render/search.h"

#define MAX_JOBS 2

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

/// How many orders of the nodes are tried: small graphs take no time.
static uint32_t count_orders(const akt_render_wish *wish) {
  uint32_t size = wish->nodes + wish->edges;
  return size <= 60 ? 24 : size <= 120 ? 16 : size <= 240 ? 8 : size <= 480 ? 3 : 1;
}

static void add_trials(akt_arena *arena, const akt_render_wish *wish, trial_list *trials) {
  static const char *const directions[] = {"TB", "LR"};
  uint32_t orders = count_orders(wish);
  for (uint32_t order = 0; order < orders; order++) {
    for (size_t i = 0; i < sizeof directions / sizeof directions[0]; i++) {
      if (strstr(wish->directions, directions[i]))
        akt_vec_push(arena, trials, (akt_trial){directions[i], order, 100});
    }
  }
}

akt_search_result akt_search_best(akt_arena *arena, akt_span dot, const akt_render_wish *wish,
                                  const akt_job_limits *limits) {
  akt_search_result result = {0};
  trial_list trials = {0};
  if (!wish->directions || strcmp(wish->engine, "dot") != 0)
    return result;
  add_trials(arena, wish, &trials);
  double best = 0;
  akt_job jobs[MAX_JOBS];
  trial_work works[MAX_JOBS];
  for (uint32_t first = 0; first < trials.count; first += MAX_JOBS) {
    uint32_t started = 0;
    for (; started < MAX_JOBS && first + started < trials.count; started++) {
      works[started] = (trial_work){arena, dot, &trials.items[first + started]};
      if (!akt_job_start(&jobs[started], limits, try_layout, &works[started]))
        break;
    }
    for (uint32_t i = 0; i < started; i++) {
      akt_buf answer;
      akt_measure measure;
      akt_buf_init(&answer, arena);
      if (akt_job_finish(&jobs[i], &answer) != AKT_JOB_DONE || answer.len != sizeof measure)
        continue;
      memcpy(&measure, answer.ptr, sizeof measure);
      double badness = akt_measure_badness(&measure);
      if (!result.is_found || badness < best) {
        result = (akt_search_result){trials.items[first + i], measure, true};
        best = badness;
      }
    }
    if (started == 0)
      break;
  }
  return result;
}
