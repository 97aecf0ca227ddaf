// The program: finds the command, gives it memory, and sees to it that nothing
// half-done is left behind, whatever ends the run.
#include "base/io.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/picture.h"
#include "cli/place.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct run {
  int argc;
  char **argv;
  akt_app app;
  int status;
} run;

static void on_signal(int number) {
  akt_picture_abort();
  akt_output_discard_all();
  _exit(128 + number);
}

static void watch_signals(void) {
  static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
  for (size_t i = 0; i < sizeof ending / sizeof *ending; i++) {
    struct sigaction old, action = {.sa_handler = on_signal};
    sigfillset(&action.sa_mask);
    // What is ignored from outside (nohup, a background job) stays ignored.
    if (sigaction(ending[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
      sigaction(ending[i], &action, NULL);
  }
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigemptyset(&ignore.sa_mask);
  sigaction(SIGPIPE, &ignore, NULL); // a write says so itself
  sigaction(SIGXFSZ, &ignore, NULL);
}

// A file that we open must never become one of the three standard ones.
static void hold_standard_files(void) {
  int fd;
  do {
    fd = open("/dev/null", O_RDWR);
  } while (fd >= 0 && fd <= STDERR_FILENO);
  if (fd > STDERR_FILENO)
    close(fd);
}

static bool choose_colour(akt_app *app) {
  const char *when = akt_value(app, AKT_OPT_COLOR);
  const char *no_colour = getenv("NO_COLOR");
  const char *terminal = getenv("TERM");
  if (!when || strcmp(when, "auto") == 0) {
    app->is_coloured = isatty(STDERR_FILENO) && !(no_colour && *no_colour) && terminal &&
                       strcmp(terminal, "dumb") != 0;
    return true;
  }
  app->is_coloured = strcmp(when, "always") == 0;
  if (app->is_coloured || strcmp(when, "never") == 0)
    return true;
  akt_error(app, "`--color` takes auto, always or never, not `%s`", when);
  return false;
}

static int run_command(run *r, const akt_command *command) {
  akt_app *app = &r->app;
  app->command = command;
  if (!akt_args_parse(app, r->argc - 1, r->argv + 1))
    return AKT_EXIT_USAGE;
  app->is_json = akt_has(app, AKT_OPT_JSON);
  app->is_quiet = akt_has(app, AKT_OPT_QUIET);
  if (!choose_colour(app))
    return AKT_EXIT_USAGE;
  if (akt_has(app, AKT_OPT_HELP)) {
    app->args.options[AKT_OPT_OUTPUT].count = 0; // help goes to standard output
    akt_buf out;
    akt_buf_init(&out, app->arena);
    akt_usage_of(&out, command);
    return akt_print(app, &out);
  }
  return command->run(app);
}

static int unknown_command(akt_app *app, const char *name) {
  const char *names[AKT_CMD_COUNT];
  for (int i = 0; i < AKT_CMD_COUNT; i++)
    names[i] = akt_commands[i].name;
  akt_error(app, "unknown command `%s`", name);
  const char *near = akt_nearest(name, names, AKT_CMD_COUNT);
  if (near)
    akt_help(app, "did you mean `aktant %s`?", near);
  else if (akt_io_exists(name))
    akt_help(app, "did you mean `aktant build %s -o story.svg`?", name);
  else
    akt_help(app, "`aktant --help` lists the commands");
  return AKT_EXIT_USAGE;
}

static int run_program(run *r) {
  akt_app *app = &r->app;
  const char *name = r->argc > 1 ? r->argv[1] : NULL;
  akt_buf out;
  akt_buf_init(&out, app->arena);
  if (!name) {
    akt_usage(&out);
    fputs(akt_buf_text(&out), stderr);
    return AKT_EXIT_USAGE;
  }
  bool is_help = strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 ||
                 (strcmp(name, "help") == 0 && r->argc == 2);
  if (is_help) {
    akt_usage(&out);
    return akt_print(app, &out);
  }
  if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) {
    akt_buf_printf(&out, "aktant %s\n%s", aktant_version(), aktant_library_versions());
    return akt_print(app, &out);
  }
  if (strcmp(name, "help") == 0) {
    const akt_command *about = akt_command_find(r->argv[2]);
    if (!about)
      return unknown_command(app, r->argv[2]);
    akt_usage_of(&out, about);
    return akt_print(app, &out);
  }
  const akt_command *command = akt_command_find(name);
  return command ? run_command(r, command) : unknown_command(app, name);
}

static void run_guarded(void *arg) {
  run *r = arg;
  r->app.folder = akt_place_of_program(r->app.arena, r->argv[0]);
  r->status = run_program(r);
}

int main(int argc, char **argv) {
  hold_standard_files();
  watch_signals();
  akt_guard guard;
  akt_arena arena;
  akt_guard_init(&guard, 0);
  akt_arena_init(&arena, &guard);
  run r = {.argc = argc, .argv = argv, .app = {.arena = &arena}};
  if (!akt_guard_run(&guard, run_guarded, &r)) {
    akt_picture_abort();
    akt_error(&r.app, "out of memory");
    r.status = AKT_EXIT_LIMIT;
  }
  akt_progress_clear(&r.app);
  akt_arena_free(&arena);
  return r.status;
}
