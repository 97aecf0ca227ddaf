// `aktant check`: every message on rule files; with --fix what can be mended is
// mended first, with --corpus the lines that no article needs are told too.
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/place.h"

#include <errno.h>

typedef struct mending {
  akt_app *app;
  const char *shipped; // resolved; or NULL
  akt_buf log;
  int status;
} mending;

// The shipped rules are not the user's to change.
static bool is_shipped(const mending *m, const char *path) {
  char *resolved = NULL;
  if (!m->shipped || akt_io_resolve(m->app->arena, path, &resolved) != 0)
    return false;
  size_t len = strlen(m->shipped);
  return strncmp(resolved, m->shipped, len) == 0 && resolved[len] == '/';
}

static void log_fix(mending *m, const aktant_fix *fix) {
  const aktant_place *p = &fix->place;
  if (!m->app->is_json) {
    akt_buf_printf(&m->log, "%s:%u:%u: `%s` becomes `%s`\n", p->path, p->line, p->column,
                   fix->before, fix->after);
    return;
  }
  akt_buf_puts(&m->log, "{\"event\":\"fixed\",\"file\":");
  akt_json_string(&m->log, p->path);
  akt_buf_printf(&m->log, ",\"line\":%u,\"column\":%u,\"before\":", p->line, p->column);
  akt_json_string(&m->log, fix->before);
  akt_buf_puts(&m->log, ",\"after\":");
  akt_json_string(&m->log, fix->after);
  akt_buf_puts(&m->log, "}\n");
}

static bool mend(void *user, const char *path, const char *text, size_t len,
                 const aktant_fix *fixes, size_t count) {
  mending *m = user;
  if (strcmp(path, "-") == 0 || is_shipped(m, path))
    return true;
  akt_output *output;
  int error = akt_output_open(m->app->arena, path, &output);
  if (!error) {
    akt_output_write(output, text, len);
    error = akt_output_commit(output);
  }
  if (error) {
    akt_error(m->app, "%s: %s", path, strerror(error));
    m->status = AKT_EXIT_OUTPUT;
    return false;
  }
  for (size_t i = 0; i < count; i++)
    log_fix(m, &fixes[i]);
  return true;
}

static int fix(akt_app *app, bool has_guesses) {
  mending m = {.app = app, .status = AKT_EXIT_DONE};
  const char *shipped = akt_place_of_rules(app);
  char *resolved = NULL;
  if (shipped && akt_io_resolve(app->arena, shipped, &resolved) == 0)
    m.shipped = resolved;
  akt_buf_init(&m.log, app->arena);
  aktant_messages *messages = akt_app_messages(app);
  aktant_rules *rules;
  const akt_arg_list *operands = &app->args.operands;
  int status = akt_app_rules_quietly(app, AKT_RULES_TO_JUDGE, operands->items, operands->count,
                                     messages, &rules);
  if (status != AKT_EXIT_DONE && status != AKT_EXIT_RULES)
    return status;
  size_t count;
  aktant_status got = aktant_messages_fix(messages, has_guesses, mend, &m, &count);
  int printed = m.log.len ? akt_print(app, &m.log) : AKT_EXIT_DONE;
  if (m.status != AKT_EXIT_DONE)
    return m.status;
  status = akt_exit_of(app, got, AKT_EXIT_OUTPUT);
  return status == AKT_EXIT_DONE ? printed : status;
}

// Shows what was told. With --strict a warning is a finding.
static int show(akt_app *app, aktant_messages *messages, int status) {
  bool is_finding = akt_has(app, AKT_OPT_STRICT) && aktant_messages_warnings(messages);
  if (is_finding)
    aktant_messages_make_strict(messages);
  akt_show(app, messages);
  return status == AKT_EXIT_DONE && is_finding ? AKT_EXIT_FINDINGS : status;
}

static int check_corpus(akt_app *app, const aktant_rules *rules) {
  unsigned threads;
  if (!akt_jobs(app, &threads))
    return AKT_EXIT_USAGE;
  const akt_arg_list *paths = &app->args.options[AKT_OPT_CORPUS];
  akt_inputs *inputs;
  int status = akt_inputs_open(app, paths->items, paths->count, &inputs);
  if (status != AKT_EXIT_DONE)
    return status;
  aktant_messages *messages = akt_app_messages(app);
  size_t documents = 0;
  aktant_status got = aktant_rules_idle(rules, threads, akt_inputs_next, akt_inputs_release,
                                        inputs, messages, &documents);
  akt_progress_clear(app);
  status = akt_exit_of(app, got, AKT_EXIT_INTERNAL);
  if (status == AKT_EXIT_DONE)
    status = akt_inputs_status(inputs);
  return show(app, messages, status);
}

// What the lines say, then what they find: all of it told together.
static int check_rules(akt_app *app, aktant_rules **rules) {
  const akt_arg_list *operands = &app->args.operands;
  aktant_messages *messages = akt_app_messages(app);
  int status = akt_app_rules_quietly(app, AKT_RULES_TO_JUDGE, operands->items, operands->count,
                                     messages, rules);
  if (status == AKT_EXIT_DONE) {
    size_t count;
    status = akt_exit_of(app, aktant_rules_try(*rules, messages, &count), AKT_EXIT_INTERNAL);
  }
  return show(app, messages, status);
}

int akt_cmd_check(akt_app *app) {
  aktant_rules *rules = NULL;
  int status = akt_rules_exist(app);
  bool has_guesses = akt_has(app, AKT_OPT_FIX_GUESSES);
  if (status == AKT_EXIT_DONE && (has_guesses || akt_has(app, AKT_OPT_FIX)))
    status = fix(app, has_guesses);
  if (status != AKT_EXIT_DONE)
    return status;
  status = check_rules(app, &rules);
  if (rules && akt_has(app, AKT_OPT_CORPUS)) {
    int found = check_corpus(app, rules);
    status = found == AKT_EXIT_DONE ? status : found;
  }
  return status == AKT_EXIT_RULES ? AKT_EXIT_FINDINGS : status;
}
