// The helper at the other end of three pipes: DOT in, pictures and messages out,
// all pumped by one poll so that neither side waits for the other for ever, with
// a clock beside it.
#include "cli/picture.h"

#include "cli/place.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { DEFAULT_SECONDS = 30, DEFAULT_MB = 2048, LARGEST_MESSAGE = 16384, CHUNK = 65536 };

// A signal handler can reach nothing but a global.
static volatile sig_atomic_t helper_pid;

void akt_picture_abort(void) {
  if (helper_pid > 0)
    kill((pid_t)helper_pid, SIGKILL);
}

typedef struct helper {
  pid_t pid;
  int to;     // its standard input
  int from;   // its standard output
  int errors; // its standard error
  const akt_buf *dot;
  size_t sent;
  akt_buf answer;
  akt_buf messages;
  bool is_late;
} helper;

static void close_end(int *fd) {
  if (*fd >= 0)
    close(*fd);
  *fd = -1;
}

// The helper gets what fonts and messages need and nothing else. SERVER_NAME
// keeps Graphviz from opening files that a graph names.
static char **make_environment(akt_arena *arena) {
  static const char *const kept[] = {"PATH",
                                     "HOME",
                                     "TMPDIR",
                                     "FONTCONFIG_FILE",
                                     "FONTCONFIG_PATH",
                                     "XDG_CACHE_HOME",
                                     "XDG_CONFIG_HOME",
                                     "XDG_DATA_HOME",
                                     "ASAN_OPTIONS",
                                     "LSAN_OPTIONS",
                                     "UBSAN_OPTIONS"};
  enum { KEPT = sizeof kept / sizeof *kept };
  char **environment = akt_arena_alloc(arena, (KEPT + 3) * sizeof *environment);
  size_t count = 0;
  for (size_t i = 0; i < KEPT; i++) {
    const char *value = getenv(kept[i]);
    if (value)
      environment[count++] = akt_arena_printf(arena, "%s=%s", kept[i], value);
  }
  environment[count++] = akt_arena_string(arena, "SERVER_NAME=aktant");
  environment[count++] = akt_arena_string(arena, "LC_ALL=C.UTF-8");
  environment[count] = NULL;
  return environment;
}

static int make_pipes(int pipes[3][2]) {
  for (int i = 0; i < 3; i++) {
    if (pipe(pipes[i]) != 0) {
      int error = errno;
      while (i-- > 0) {
        close(pipes[i][0]);
        close(pipes[i][1]);
      }
      return error;
    }
    fcntl(pipes[i][0], F_SETFD, FD_CLOEXEC);
    fcntl(pipes[i][1], F_SETFD, FD_CLOEXEC);
  }
  return 0;
}

static int start(akt_app *app, helper *h, char **argv) {
  int pipes[3][2]; // standard input, output, error
  int error = make_pipes(pipes);
  if (error)
    return error;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipes[0][0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, pipes[1][1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, pipes[2][1], STDERR_FILENO);
  error = posix_spawn(&h->pid, argv[0], &actions, NULL, argv, make_environment(app->arena));
  posix_spawn_file_actions_destroy(&actions);
  close(pipes[0][0]);
  close(pipes[1][1]);
  close(pipes[2][1]);
  h->to = pipes[0][1];
  h->from = pipes[1][0];
  h->errors = pipes[2][0];
  if (error) {
    close_end(&h->to);
    close_end(&h->from);
    close_end(&h->errors);
    return error;
  }
  helper_pid = (sig_atomic_t)h->pid;
  fcntl(h->to, F_SETFL, O_NONBLOCK); // a full pipe must not stop us from reading
  return 0;
}

static int64_t now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void send_some(helper *h) {
  ssize_t sent = write(h->to, h->dot->ptr + h->sent, h->dot->len - h->sent);
  if (sent > 0)
    h->sent += (size_t)sent;
  bool is_over = sent < 0 && errno != EAGAIN && errno != EINTR;
  if (is_over || h->sent == h->dot->len)
    close_end(&h->to);
}

static void take_some(int *fd, akt_buf *into, size_t limit) {
  char bytes[CHUNK];
  ssize_t got = read(*fd, bytes, sizeof bytes);
  if (got > 0 && into->len < limit)
    akt_buf_add(into, bytes, (size_t)got);
  if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN))
    close_end(fd);
}

// Until the helper has closed both its outputs, or the time is over.
static void pump(helper *h, int64_t deadline_ms) {
  while (h->from >= 0 || h->errors >= 0) {
    int64_t left = deadline_ms - now_ms();
    if (left <= 0) {
      h->is_late = true;
      return;
    }
    struct pollfd polled[3] = {
        {h->to, POLLOUT, 0}, {h->from, POLLIN, 0}, {h->errors, POLLIN, 0}};
    if (poll(polled, 3, left > 1000 ? 1000 : (int)left) <= 0)
      continue;
    if (h->to >= 0 && polled[0].revents)
      send_some(h);
    if (h->from >= 0 && polled[1].revents)
      take_some(&h->from, &h->answer, SIZE_MAX);
    if (h->errors >= 0 && polled[2].revents)
      take_some(&h->errors, &h->messages, LARGEST_MESSAGE);
  }
}

static int reap(helper *h) {
  if (h->is_late)
    kill(h->pid, SIGKILL);
  close_end(&h->to);
  close_end(&h->from);
  close_end(&h->errors);
  int state = 0;
  while (waitpid(h->pid, &state, 0) < 0 && errno == EINTR)
    continue;
  helper_pid = 0;
  return state;
}

static void tell_messages(akt_app *app, helper *h) {
  const char *line = akt_buf_text(&h->messages);
  enum { SHOWN = 5 };
  for (int i = 0; *line && i < SHOWN; i++) {
    size_t len = strcspn(line, "\n");
    if (len)
      akt_help(app, "%.*s", (int)len, line);
    line += len + (line[len] == '\n');
  }
}

static int judge(akt_app *app, helper *h, int state, unsigned seconds, unsigned megabytes) {
  if (h->is_late) {
    akt_error(app, "drawing took longer than %u s", seconds);
    akt_help(app, "draw less (--focus, --min-count, --rollup), try --engine sfdp, or allow "
                  "more with --time-limit");
    return AKT_EXIT_LIMIT;
  }
  if (WIFEXITED(state) && WEXITSTATUS(state) == 0 && h->answer.len)
    return AKT_EXIT_DONE;
  if (WIFEXITED(state) && WEXITSTATUS(state) == AKT_EXIT_LIMIT) {
    akt_error(app, "drawing needs more than its %u MB of memory", megabytes);
    tell_messages(app, h);
    akt_help(app, "draw less (--focus, --min-count, --rollup), or allow more with "
                  "--memory-limit");
    return AKT_EXIT_LIMIT;
  }
  if (WIFSIGNALED(state))
    akt_error(app, "the layout program was ended by signal %d", WTERMSIG(state));
  else
    akt_error(app, "the layout program failed");
  tell_messages(app, h);
  return AKT_EXIT_OUTPUT;
}

// Several pictures come each behind a line with format and length: "svg 12345".
static bool split_answer(akt_app *app, const akt_buf *answer, akt_picture *pictures,
                         size_t count) {
  size_t at = 0;
  for (size_t i = 0; i < count; i++) {
    size_t len = answer->len, room = answer->len - at;
    if (count > 1) {
      const char *head = answer->ptr + at;
      const char *end = room ? memchr(head, '\n', room) : NULL;
      size_t name = strlen(pictures[i].format);
      if (!end || (size_t)(end - head) <= name + 1 || head[name] != ' ' ||
          memcmp(head, pictures[i].format, name) != 0)
        return false;
      len = (size_t)strtoull(akt_arena_copy(app->arena, head, (size_t)(end - head)) + name + 1,
                             NULL, 10);
      at += (size_t)(end - head) + 1;
    }
    if (len == 0 || len > answer->len - at)
      return false;
    pictures[i].bytes = (akt_span){answer->ptr + at, len};
    at += len;
  }
  return at == answer->len;
}

// A NULL-terminated list of arguments for the helper.
static char **make_arguments(akt_app *app, const char *program, const akt_picture *pictures,
                             size_t count, unsigned seconds, unsigned megabytes) {
  enum { OTHERS = 6 };
  char **argv = akt_arena_alloc(app->arena, (count + OTHERS) * sizeof *argv);
  size_t at = 0;
  argv[at++] = akt_arena_string(app->arena, program);
  for (size_t i = 0; i < count; i++)
    argv[at++] = akt_arena_printf(app->arena, "-T%s", pictures[i].format);
  // The helper limits itself too; our clock is for the case that it cannot.
  argv[at++] = akt_arena_string(app->arena, "--timeout");
  argv[at++] = akt_arena_printf(app->arena, "%u", seconds);
  argv[at++] = akt_arena_string(app->arena, "--memory");
  argv[at++] = akt_arena_printf(app->arena, "%u", megabytes);
  argv[at] = NULL;
  return argv;
}

int akt_picture_draw(akt_app *app, const akt_buf *dot, akt_picture *pictures, size_t count) {
  unsigned seconds, megabytes;
  if (!akt_number(app, AKT_OPT_TIME_LIMIT, 1, 86400, DEFAULT_SECONDS, &seconds) ||
      !akt_number(app, AKT_OPT_MEMORY_LIMIT, 16, 1 << 20, DEFAULT_MB, &megabytes))
    return AKT_EXIT_USAGE;
  const char *program = akt_place_of_render(app);
  if (!program) {
    akt_error(app, "the layout program aktant-render was not found");
    akt_help(app, "set AKTANT_RENDER to its place");
    return AKT_EXIT_OUTPUT;
  }
  helper h = {.dot = dot};
  akt_buf_init(&h.messages, app->arena);
  akt_buf_init(&h.answer, app->arena);
  int error = start(app, &h, make_arguments(app, program, pictures, count, seconds, megabytes));
  if (error) {
    akt_error(app, "%s: %s", program, strerror(error));
    return AKT_EXIT_OUTPUT;
  }
  pump(&h, now_ms() + (int64_t)seconds * 1000);
  int status = judge(app, &h, reap(&h), seconds, megabytes);
  if (status == AKT_EXIT_DONE && !split_answer(app, &h.answer, pictures, count)) {
    akt_error(app, "the layout program answered something else than the pictures");
    status = AKT_EXIT_OUTPUT;
  }
  return status;
}
