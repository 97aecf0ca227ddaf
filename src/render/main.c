// aktant-render: DOT on standard input, a picture on standard output; several, when
// several formats are asked for, each behind a line "svg 12345" of its length. It is the
// only program that lays out, under limits of time and memory, and it never
// trusts its input: no file, no environment of the layout library's is read.
//
// Exit: 0 done, 2 usage, 5 the picture could not be made, 6 a limit was hit.
#include "base/io.h"
#include "render/search.h"
#include "render/svg.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define EXIT_USAGE  2
#define EXIT_RENDER 5
#define EXIT_LIMIT  6
#define MAX_INPUT   ((size_t)64 << 20)

// With less than this the library cannot even load its parts.
#define LEAST_MEGABYTES 64

static const char *const known_formats[] = {"svg", "png", "pdf", "json0"};
#define FORMATS (sizeof known_formats / sizeof known_formats[0])

typedef struct program {
  akt_arena arena;
  const char *formats[FORMATS];
  size_t format_count;
  akt_job_limits limits;
  bool is_verbose;
  bool is_quick; // no search: the first way
  int status;
} program;

static const char usage[] =
    "usage: aktant-render -T svg|png|pdf|json0... [--timeout SECONDS] [--memory MB]\n"
    "                     [--quick] [--verbose] < graph.dot > picture\n";

static uint32_t read_number(const char *text) {
  uint32_t number = 0;
  for (; *text; text++) {
    if (!akt_is_digit(*text) || number > 100000)
      return 0;
    number = number * 10 + (uint32_t)(*text - '0');
  }
  return number;
}

static bool add_format(program *self, const char *name) {
  for (size_t i = 0; i < FORMATS && self->format_count < FORMATS; i++) {
    if (strcmp(known_formats[i], name) == 0) {
      self->formats[self->format_count++] = known_formats[i];
      return true;
    }
  }
  return false;
}

static bool read_option(program *self, char **argv, int *at) {
  const char *name = argv[*at];
  if (strcmp(name, "--verbose") == 0)
    return self->is_verbose = true;
  if (strcmp(name, "--quick") == 0)
    return self->is_quick = true;
  if (strncmp(name, "-T", 2) == 0 && name[2])
    return add_format(self, name + 2);
  const char *value = argv[*at + 1];
  if (!value)
    return false;
  ++*at;
  if (strcmp(name, "-T") == 0)
    return add_format(self, value);
  if (strcmp(name, "--timeout") == 0)
    self->limits.seconds = read_number(value);
  else if (strcmp(name, "--memory") == 0)
    self->limits.megabytes = read_number(value);
  else
    return false;
  return true;
}

static bool read_options(program *self, char **argv) {
  for (int i = 1; argv[i]; i++) {
    if (!read_option(self, argv, &i))
      return false;
  }
  return self->format_count > 0 && self->limits.seconds > 0 && self->limits.megabytes > 0;
}

typedef struct final_work {
  program *self;
  akt_span dot;
  akt_trial trial;
} final_work;

/// The measure, then each picture behind its length.
static bool send_pictures(const final_work *work, const akt_measure *measure,
                          const akt_buf *pictures, int fd) {
  bool is_sent =
      akt_job_write(fd, "p", 1) && akt_job_write(fd, (const char *)measure, sizeof *measure);
  for (size_t i = 0; is_sent && i < work->self->format_count; i++)
    is_sent = akt_job_write(fd, (const char *)&pictures[i].len, sizeof pictures[i].len) &&
              akt_job_write(fd, pictures[i].ptr, pictures[i].len);
  return is_sent;
}

/// First byte of the answer: 'p' the measure and the pictures follow, 'e' a message.
static bool draw_final(void *arg, int fd) {
  final_work *work = arg;
  akt_arena *arena = &work->self->arena;
  akt_buf messages, pictures[FORMATS];
  akt_buf_init(&messages, arena);
  akt_render *render = akt_render_new(arena, work->dot, &messages);
  bool is_done = render && akt_render_layout(render, &work->trial);
  if (is_done)
    akt_render_spread(render);
  for (size_t i = 0; is_done && i < work->self->format_count; i++) {
    akt_buf_init(&pictures[i], arena);
    is_done = akt_render_draw(render, work->self->formats[i], &pictures[i]);
  }
  is_done = is_done && !akt_render_has_errors();
  if (!is_done && (messages.len == 0 || akt_job_is_out_of_memory()))
    return false;
  if (!is_done)
    return akt_job_write(fd, "e", 1) &&
           akt_job_write(fd, akt_buf_text(&messages), messages.len);
  akt_measure measure = {0};
  if (work->self->is_verbose) {
    akt_geometry geometry = {0};
    akt_render_geometry(render, &geometry);
    measure = akt_measure_geometry(&geometry);
  }
  return send_pictures(work, &measure, pictures, fd);
}

static void fail(program *self, int status, const char *text, size_t len) {
  fprintf(stderr, "aktant-render: %.*s\n", (int)(len < 2000 ? len : 2000), text);
  self->status = status;
}

#define FAIL(self, status, text) fail((self), (status), (text), strlen(text))

static void print_measure(const akt_trial *trial, const akt_measure *m) {
  fprintf(stderr,
          "%s %s, order %u: overlaps %u, through %u, crossings %u, merged %.0f, length %.0f, "
          "page %.0fx%.0f, badness %.1f\n",
          trial->engine ? trial->engine : "engine as given",
          trial->direction ? trial->direction : "", trial->order, m->overlaps, m->through,
          m->crossings, m->merged, m->length, m->width, m->height,
          akt_measure_badness(m, false));
}

/// Reading the wishes runs in a child too: reading can crash like anything else.
static bool read_wishes(void *arg, int fd) {
  final_work *work = arg;
  akt_buf messages;
  akt_buf_init(&messages, &work->self->arena);
  akt_render *render = akt_render_new(&work->self->arena, work->dot, &messages);
  if (!render && messages.len == 0)
    akt_buf_puts(&messages, "the input holds no graph");
  if (!render)
    return akt_job_write(fd, "e", 1) &&
           akt_job_write(fd, akt_buf_text(&messages), messages.len);
  akt_render_wish wish = akt_render_wishes(render);
  const char *text = akt_arena_printf(&work->self->arena, "p%u %u %s %s", wish.nodes,
                                      wish.edges, wish.engine, wish.tries ? wish.tries : "");
  return akt_job_write(fd, text, strlen(text));
}

static bool run_job(program *self, bool (*work)(void *, int), final_work *arg,
                    akt_buf *answer) {
  akt_job job;
  akt_buf_init(answer, &self->arena);
  if (!akt_job_start(&job, &self->limits, work, arg)) {
    FAIL(self, EXIT_RENDER, "no process for the layout can be made");
    return false;
  }
  akt_job_end end = akt_job_finish(&job, answer);
  bool is_failed = end != AKT_JOB_DONE || answer->len == 0 || answer->ptr[0] != 'p';
  if (end == AKT_JOB_LIMIT || (is_failed && self->limits.megabytes < LEAST_MEGABYTES))
    FAIL(self, EXIT_LIMIT, "the layout took too long or too much memory");
  else if (end == AKT_JOB_CRASHED || answer->len == 0)
    FAIL(self, EXIT_RENDER, "the layout library failed");
  else if (answer->ptr[0] != 'p')
    fail(self, EXIT_RENDER, answer->ptr + 1, answer->len - 1);
  return self->status == 0;
}

static akt_render_wish parse_wishes(program *self, const akt_buf *answer) {
  akt_render_wish wish = {0};
  char *text = akt_arena_copy(&self->arena, answer->ptr + 1, answer->len - 1);
  char *next = text;
  wish.nodes = (uint32_t)strtoul(next, &next, 10);
  wish.edges = (uint32_t)strtoul(next, &next, 10);
  char *engine = *next == ' ' ? next + 1 : next;
  char *space = strchr(engine, ' ');
  if (space)
    *space = '\0';
  wish.engine = engine;
  wish.tries = space && space[1] ? space + 1 : NULL;
  return wish;
}

static void write_picture(program *self, const char *format, akt_span bytes) {
  akt_buf clean;
  akt_buf_init(&clean, &self->arena);
  if (strcmp(format, "svg") == 0) {
    if (!akt_svg_clean(&self->arena, bytes, &clean)) {
      FAIL(self, EXIT_RENDER, "the layout library wrote an SVG that cannot be made safe");
      return;
    }
    bytes = (akt_span){clean.ptr, clean.len};
  }
  const char *head = akt_arena_printf(&self->arena, "%s %zu\n", format, bytes.len);
  bool is_written = self->format_count == 1 || akt_job_write(1, head, strlen(head));
  if (!is_written || !akt_job_write(1, bytes.ptr, bytes.len))
    FAIL(self, EXIT_RENDER, "the picture could not be written");
}

static void write_pictures(program *self, const akt_buf *answer) {
  size_t at = 1 + sizeof(akt_measure);
  for (size_t i = 0; i < self->format_count && self->status == 0; i++) {
    size_t len = 0;
    if (at + sizeof len <= answer->len)
      memcpy(&len, answer->ptr + at, sizeof len);
    at += sizeof len;
    if (at > answer->len || len > answer->len - at) {
      FAIL(self, EXIT_RENDER, "the layout library failed");
      return;
    }
    write_picture(self, self->formats[i], (akt_span){answer->ptr + at, len});
    at += len;
  }
}

static void run(void *arg) {
  program *self = arg;
  final_work work = {.self = self};
  akt_buf answer;
  int error = akt_io_read(&self->arena, "-", MAX_INPUT, &work.dot);
  if (error) {
    fail(self, EXIT_RENDER, strerror(error), strlen(strerror(error)));
    return;
  }
  akt_job_set_alarm(self->limits.seconds);
  if (!run_job(self, read_wishes, &work, &answer))
    return;
  akt_render_wish wish = parse_wishes(self, &answer);
  if (!self->is_quick) {
    akt_search_result found = akt_search_best(&self->arena, work.dot, &wish, &self->limits);
    work.trial = found.best;
  }
  akt_measure measure;
  if (!run_job(self, draw_final, &work, &answer))
    return;
  memcpy(&measure, answer.ptr + 1, sizeof measure);
  if (self->is_verbose)
    print_measure(&work.trial, &measure);
  write_pictures(self, &answer);
}

int main(int argc, char **argv) {
  (void)argc;
  program self = {.limits = {.seconds = 60, .megabytes = 2048}};
  if (!read_options(&self, argv)) {
    fputs(usage, stderr);
    return EXIT_USAGE;
  }
  // Images and other files named in a graph stay closed; plugins come from the
  // system's own list.
  setenv("SERVER_NAME", "aktant", 1);
  unsetenv("GV_FILE_PATH");
  unsetenv("GVBINDIR");
  akt_guard guard;
  akt_guard_init(&guard, 0);
  akt_arena_init(&self.arena, &guard);
  if (!akt_guard_run(&guard, run, &self))
    FAIL(&self, EXIT_LIMIT, "not enough memory");
  akt_arena_free(&self.arena);
  return self.status;
}
