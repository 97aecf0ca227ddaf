// How long, how much memory, and beside what: runs the program on one article, and
// next to it pcre2grep with one pattern over the same text and dot on the same DOT.
// Ratios beside them travel between machines, seconds do not.
//
//   bench PROGRAM ARTICLE [--check]
//
// What is promised is JSON in 50 ms, a picture in 1 s, 64 MB. Where the machine is
// slower or busy that is told. With --check the exit status is 1 when a run failed or
// took more memory: memory is the same everywhere, time is not.
#define _DEFAULT_SOURCE // wait4
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

typedef struct row {
  const char *name;
  const char *argv[8];
  int runs;
  double best_ms;
  double median_ms;
  double processor_ms; // the least that a run needed
  long largest_kb;
  bool is_missing; // the program is not installed
} row;

static double now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double ms_of(struct timeval time) {
  return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static int compare_numbers(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

// One run, output thrown away. False: it could not be started or failed.
static bool run_once(row *r, double *ms) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  double start = now_ms();
  pid_t pid;
  char *arguments[8];
  memcpy(arguments, r->argv, sizeof arguments);
  int error = posix_spawnp(&pid, arguments[0], &actions, NULL, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error)
    return false;
  int state;
  struct rusage used;
  while (wait4(pid, &state, 0, &used) < 0 && errno == EINTR)
    continue;
  *ms = now_ms() - start;
  double processor = ms_of(used.ru_utime) + ms_of(used.ru_stime);
  if (r->processor_ms == 0 || processor < r->processor_ms)
    r->processor_ms = processor;
#ifdef __APPLE__
  long kb = used.ru_maxrss / 1024;
#else
  long kb = used.ru_maxrss;
#endif
  if (kb > r->largest_kb)
    r->largest_kb = kb;
  return WIFEXITED(state) && WEXITSTATUS(state) != 127;
}

static void measure(row *r) {
  enum { MOST = 100 };
  double times[MOST];
  double warm_up;
  if (!run_once(r, &warm_up)) {
    r->is_missing = true;
    return;
  }
  int count = 0;
  while (count < r->runs && count < MOST && run_once(r, &times[count]))
    count++;
  qsort(times, (size_t)count, sizeof *times, compare_numbers);
  r->best_ms = count ? times[0] : warm_up;
  r->median_ms = count ? times[count / 2] : warm_up;
}

static void print_row(const row *r, const row *beside) {
  if (r->is_missing) {
    printf("%-28s not there\n", r->name);
    return;
  }
  printf("%-28s %9.1f %9.1f %9.1f %9.1f", r->name, r->best_ms, r->median_ms, r->processor_ms,
         (double)r->largest_kb / 1024);
  if (beside && !beside->is_missing && beside->median_ms > 0)
    printf("   %6.2f x %s", r->median_ms / beside->median_ms, beside->name);
  putchar('\n');
}

static bool keeps(const row *r, double ms, long kb) {
  // A busy machine lengthens the time, it does not add to the work.
  double least = r->processor_ms < r->best_ms ? r->processor_ms : r->best_ms;
  if (!r->is_missing && least > ms)
    printf("slow here: %s is promised in %.0f ms\n", r->name, ms);
  bool is_kept = !r->is_missing && r->largest_kb <= kb;
  if (!is_kept)
    printf("broken: %s is promised in %ld MB\n", r->name, kb / 1024);
  return is_kept;
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: bench PROGRAM ARTICLE [--check]\n");
    return 2;
  }
  static const char pattern[] =
      "\\p{Lu}\\w+ (?:\\p{Lu}\\w+ )?(?:accused|blamed|urged|met|condemned) \\p{Lu}\\w+";
  char svg[] = "/tmp/aktant-bench-XXXXXX";
  char dot[] = "/tmp/aktant-bench-XXXXXX";
  int files[2] = {mkstemp(svg), mkstemp(dot)};
  if (files[0] < 0 || files[1] < 0)
    return 7;
  row rows[] = {
      {.name = "pcre2grep, one pattern",
       .argv = {"pcre2grep", "-u", "-o", pattern, argv[2]},
       .runs = 15},
      {.name = "aktant, JSON", .argv = {argv[1], "build", argv[2], "-T", "json"}, .runs = 15},
      {.name = "aktant, DOT for drawing",
       .argv = {argv[1], "build", argv[2], "-T", "dot-styled", "-o", dot},
       .runs = 15},
      {.name = "dot -Tsvg, the same DOT", .argv = {"dot", "-Tsvg", dot}, .runs = 3},
      {.name = "aktant, picture (SVG)",
       .argv = {argv[1], "build", argv[2], "-T", "svg", "-o", svg},
       .runs = 3},
  };
  printf("%-28s %9s %9s %9s %9s\n", "", "best ms", "median ms", "processor", "MB");
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    measure(&rows[i]);
    print_row(&rows[i], i == 1 || i == 2 ? &rows[0] : i == 4 ? &rows[3] : NULL);
  }
  unlink(svg);
  unlink(dot);
  bool is_checked = argc > 3 && strcmp(argv[3], "--check") == 0;
  bool is_kept = keeps(&rows[1], 50, 64 << 10);
  is_kept = keeps(&rows[4], 1000, 64 << 10) && is_kept;
  return is_checked && !is_kept;
}
