// The commands about rule files: fmt, rules, explain.
#include "base/io.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/place.h"

#include <errno.h>

enum { LARGEST_RULES = 64 << 20 };

// Missing files are an error of the command line, not a finding in a file.
int akt_rules_exist(akt_app *app) {
  int status = AKT_EXIT_DONE;
  for (uint32_t i = 0; i < app->args.operands.count; i++) {
    if (!akt_io_exists(app->args.operands.items[i])) {
      akt_error(app, "%s: %s", app->args.operands.items[i], strerror(ENOENT));
      status = AKT_EXIT_RULES;
    }
  }
  return status;
}

static bool write_buffer(void *user, const char *bytes, size_t len) {
  akt_buf_add(user, bytes, len);
  return true;
}

static int rewrite(akt_app *app, const char *path, const akt_buf *text) {
  akt_output *output;
  int error = akt_output_open(app->arena, path, &output);
  if (!error) {
    akt_output_write(output, text->ptr, text->len);
    error = akt_output_commit(output);
  }
  if (error)
    akt_error(app, "%s: %s", path, strerror(error));
  return error ? AKT_EXIT_OUTPUT : AKT_EXIT_DONE;
}

static int format_file(akt_app *app, const char *path) {
  akt_span bytes;
  int error = akt_io_read(app->arena, path, LARGEST_RULES, &bytes);
  if (error) {
    akt_error(app, "%s: %s", path, strerror(error));
    return AKT_EXIT_RULES;
  }
  akt_buf text;
  akt_buf_init(&text, app->arena);
  aktant_messages *messages = akt_app_messages(app);
  aktant_status got =
      aktant_rules_format(path, bytes.ptr, bytes.len, messages, write_buffer, &text);
  akt_show(app, messages);
  if (got != AKTANT_OK)
    return akt_exit_of(app, got, AKT_EXIT_RULES);
  bool is_same = akt_span_equal(bytes, (akt_span){akt_buf_text(&text), text.len});
  if (akt_has(app, AKT_OPT_CHECK_ONLY)) {
    if (!is_same)
      akt_error(app, "%s: not in canonical layout", path);
    return is_same ? AKT_EXIT_DONE : AKT_EXIT_FINDINGS;
  }
  if (akt_has(app, AKT_OPT_WRITE) && strcmp(path, "-") != 0)
    return is_same ? AKT_EXIT_DONE : rewrite(app, path, &text);
  return akt_print(app, &text);
}

int akt_cmd_fmt(akt_app *app) {
  if (!akt_operands(app, 1, UINT32_MAX))
    return AKT_EXIT_USAGE;
  int status = AKT_EXIT_DONE;
  for (uint32_t i = 0; i < app->args.operands.count; i++) {
    int one = format_file(app, app->args.operands.items[i]);
    status = status == AKT_EXIT_DONE ? one : status;
  }
  return status;
}

static int show(akt_app *app, const char *what, const char *name) {
  aktant_rules *rules;
  akt_buf out;
  akt_buf_init(&out, app->arena);
  int status = akt_app_rules(app, AKT_RULES_TO_JUDGE, NULL, 0, &rules);
  if (status != AKT_EXIT_DONE)
    return status;
  aktant_status got = aktant_rules_show(rules, what, name, write_buffer, &out);
  if (got == AKTANT_NOT_FOUND) {
    akt_error(app, "the rules do not know `%s`", name ? name : what);
    return AKT_EXIT_FINDINGS;
  }
  status = akt_exit_of(app, got, AKT_EXIT_INTERNAL);
  return status == AKT_EXIT_DONE ? akt_print(app, &out) : status;
}

static int print_path(akt_app *app) {
  const char *path = akt_place_of_rules(app);
  if (!path) {
    akt_error(app, "the shipped rules were not found");
    return AKT_EXIT_RULES;
  }
  akt_buf out;
  akt_buf_init(&out, app->arena);
  akt_buf_printf(&out, "%s\n", path);
  return akt_print(app, &out);
}

int akt_cmd_rules(akt_app *app) {
  if (!akt_operands(app, 1, 2))
    return AKT_EXIT_USAGE;
  const char *what = app->args.operands.items[0];
  bool has_name = app->args.operands.count == 2;
  const char *name = has_name ? app->args.operands.items[1] : NULL;
  if (!has_name && strcmp(what, "path") == 0)
    return print_path(app);
  if (!has_name && strcmp(what, "list") == 0)
    return show(app, "list", NULL);
  if (has_name && strcmp(what, "show") == 0)
    return show(app, "entity", name);
  if (has_name && strcmp(what, "forms") == 0)
    return show(app, "forms", name);
  if (has_name && strcmp(what, "where") == 0)
    return show(app, "where", name);
  akt_error(app, "`aktant rules` takes %s", app->command->operands);
  return AKT_EXIT_USAGE;
}

int akt_cmd_explain(akt_app *app) {
  if (!akt_operands(app, 1, 1))
    return AKT_EXIT_USAGE;
  const char *page = aktant_explain(app->args.operands.items[0]);
  if (!page) {
    akt_error(app, "there is no code `%s`", app->args.operands.items[0]);
    return AKT_EXIT_USAGE;
  }
  akt_buf out;
  akt_buf_init(&out, app->arena);
  akt_buf_puts(&out, page);
  return akt_print(app, &out);
}
