// Speaking to the user: errors, warnings, progress, and the nearest name to a
// slip of the pen.
#include "cli/app.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

void akt_progress_clear(akt_app *app) {
  if (app->has_progress)
    fputs("\r\033[K", stderr);
  app->has_progress = false;
}

void akt_progress(akt_app *app, size_t done, size_t total) {
  enum { BAR = 30 };
  if (app->is_quiet || app->is_json || !isatty(STDERR_FILENO))
    return;
  if (total) {
    int filled = (int)(done * BAR / total);
    fprintf(stderr, "\r\033[K[%.*s%*s] %zu of %zu", filled, "##############################",
            BAR - filled, "", done, total);
  } else {
    fprintf(stderr, "\r\033[K%zu articles", done);
  }
  app->has_progress = true;
}

// One byte of a JSON string.
static const char *escaped(char byte, char out[8]) {
  unsigned char c = (unsigned char)byte;
  if (c < 0x20)
    snprintf(out, 8, "\\u%04x", c);
  else
    snprintf(out, 8, "%s%c", c == '"' || c == '\\' ? "\\" : "", c);
  return out;
}

void akt_json_string(akt_buf *out, const char *text) {
  char one[8];
  akt_buf_putc(out, '"');
  for (; *text; text++)
    akt_buf_puts(out, escaped(*text, one));
  akt_buf_putc(out, '"');
}

// Without memory: the message may be that there is none.
static void put_json_string(const char *text) {
  char one[8];
  putc('"', stderr);
  for (; *text; text++)
    fputs(escaped(*text, one), stderr);
  putc('"', stderr);
}

__attribute__((format(printf, 4, 0))) static void
say(akt_app *app, const char *severity, const char *colour, const char *format, va_list args) {
  char text[4096];
  vsnprintf(text, sizeof text, format, args);
  akt_progress_clear(app);
  if (app->is_json) {
    fprintf(stderr, "{\"severity\":\"%s\",\"message\":", severity);
    put_json_string(text);
    fputs("}\n", stderr);
  } else if (app->is_coloured) {
    fprintf(stderr, "aktant: \033[1;%sm%s:\033[0m %s\n", colour, severity, text);
  } else {
    fprintf(stderr, "aktant: %s: %s\n", severity, text);
  }
}

void akt_error(akt_app *app, const char *format, ...) {
  va_list args;
  va_start(args, format);
  say(app, "error", "31", format, args);
  va_end(args);
}

void akt_error_of(akt_app *app, const char *code, const char *path, size_t line,
                  const char *format, ...) {
  char text[1024], place[24] = "";
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof text, format, args);
  va_end(args);
  akt_progress_clear(app);
  if (app->is_json) {
    fprintf(stderr, "{\"severity\":\"error\",\"code\":\"%s\",\"file\":", code);
    put_json_string(path);
    if (line)
      fprintf(stderr, ",\"line\":%zu", line);
    fputs(",\"message\":", stderr);
    put_json_string(text);
    fputs(",\"notes\":[]}\n", stderr);
    return;
  }
  if (line)
    snprintf(place, sizeof place, ":%zu", line);
  const char *on = app->is_coloured ? "\033[1;31m" : "";
  const char *off = app->is_coloured ? "\033[0m" : "";
  fprintf(stderr, "%s%s: %serror[%s]%s: %s\n", path, place, on, code, off, text);
}

void akt_warning(akt_app *app, const char *format, ...) {
  if (app->is_quiet)
    return;
  va_list args;
  va_start(args, format);
  say(app, "warning", "35", format, args);
  va_end(args);
}

void akt_help(akt_app *app, const char *format, ...) {
  if (app->is_json)
    return;
  va_list args;
  va_start(args, format);
  fputs("  help: ", stderr);
  vfprintf(stderr, format, args);
  putc('\n', stderr);
  va_end(args);
}

static bool write_to_stderr(void *user, const char *bytes, size_t len) {
  (void)user;
  return fwrite(bytes, 1, len, stderr) == len;
}

void akt_show(akt_app *app, const aktant_messages *messages) {
  enum { SHOWN = 50 };
  if (!aktant_messages_errors(messages) &&
      (app->is_quiet || !aktant_messages_warnings(messages)))
    return;
  akt_progress_clear(app);
  aktant_message_style style = {app->is_coloured, app->is_json, app->is_json ? 0 : SHOWN};
  // A closed standard error must not change what the program does.
  (void)aktant_messages_write(messages, &style, write_to_stderr, NULL);
}

void akt_app_no_memory(const akt_app *app) {
  akt_guard_fail(app->arena->guard);
}

static void free_messages(void *object) {
  aktant_messages_free(object);
}

aktant_messages *akt_app_messages(akt_app *app) {
  aktant_messages *messages = NULL;
  if (aktant_messages_new(&messages) != AKTANT_OK)
    akt_app_no_memory(app);
  akt_arena_on_free(app->arena, free_messages, messages);
  return messages;
}

// Edit distance with a limit on the lengths: names of options and commands.
static unsigned distance(const char *a, const char *b) {
  enum { LONGEST = 32 };
  unsigned row[LONGEST + 1];
  size_t len_a = strlen(a), len_b = strlen(b);
  if (len_a > LONGEST || len_b > LONGEST)
    return LONGEST;
  for (size_t j = 0; j <= len_b; j++)
    row[j] = (unsigned)j;
  for (size_t i = 1; i <= len_a; i++) {
    unsigned diagonal = row[0];
    row[0] = (unsigned)i;
    for (size_t j = 1; j <= len_b; j++) {
      unsigned above = row[j];
      unsigned best = diagonal + (a[i - 1] != b[j - 1]);
      best = above + 1 < best ? above + 1 : best;
      best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
      diagonal = above;
      row[j] = best;
    }
  }
  return row[len_b];
}

const char *akt_nearest(const char *name, const char *const *names, size_t count) {
  size_t len = strlen(name);
  unsigned best = len <= 3 ? 2 : 3; // at this distance and above, no likely slip
  const char *nearest = NULL;
  for (size_t i = 0; i < count; i++) {
    unsigned d = distance(name, names[i]);
    bool is_prefix = len >= 3 && strncmp(name, names[i], len) == 0;
    d = is_prefix && d > 1 ? 1 : d;
    if (d < best) {
      best = d;
      nearest = names[i];
    }
  }
  return nearest;
}
