// The program around one run: what was asked for, where to allocate, how to
// speak to the user. Every command gets one. This floor sees include/aktant.h
// and base, nothing else: the program is the proof that the API is enough.
#ifndef AKT_CLI_APP_H
#define AKT_CLI_APP_H

#include "aktant.h"
#include "base/str.h"
#include "base/vec.h"
#include "cli/options.h"

/// Exit statuses: part of what we promise, see aktant(1).
enum {
  AKT_EXIT_DONE = 0,
  AKT_EXIT_FINDINGS =
      1, // a test or check failed, records skipped, nothing found with --require
  AKT_EXIT_USAGE = 2,
  AKT_EXIT_RULES = 3,
  AKT_EXIT_INPUT = 4,
  AKT_EXIT_OUTPUT = 5,
  AKT_EXIT_LIMIT = 6, // time, memory or size
  AKT_EXIT_INTERNAL = 7,
};

typedef struct akt_app {
  akt_arena *arena;
  const char *folder; // of the program itself, or NULL
  const akt_command *command;
  akt_args args;
  bool is_json;
  bool is_coloured;
  bool is_quiet;
  bool has_progress; // a progress line stands on the terminal
} akt_app;

/// `aktant: error: text` on standard error, or a JSON object.
void akt_error(akt_app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));
/// The same with a code and a file, as the library's messages. Line 0: the whole file.
void akt_error_of(akt_app *app, const char *code, const char *path, size_t line,
                  const char *format, ...) __attribute__((format(printf, 5, 6)));
/// Nothing with --quiet.
void akt_warning(akt_app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));
/// `  help: text` after an error.
void akt_help(akt_app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));

/// Appends a JSON string, quotes included.
void akt_json_string(akt_buf *out, const char *text);

/// Shows the library's messages; with --quiet only when there are errors.
void akt_show(akt_app *app, const aktant_messages *messages);

/// A line that is overwritten; only on a terminal. `total` 0: not known.
void akt_progress(akt_app *app, size_t done, size_t total);
void akt_progress_clear(akt_app *app);

/// A new messages object that goes with the arena.
aktant_messages *akt_app_messages(akt_app *app);
/// Leaves the run as out of memory does.
_Noreturn void akt_app_no_memory(const akt_app *app);

/// The one among `count` names that was probably meant, or NULL.
const char *akt_nearest(const char *name, const char *const *names, size_t count);

/// Whether the operands, rule files, are there; missing ones told. Gives an exit status.
int akt_rules_exist(akt_app *app);

/// What the rules are loaded for: only to read texts by them, or also to show, check and
/// test them, the shipped ones included.
typedef enum akt_rules_use { AKT_RULES_TO_READ, AKT_RULES_TO_JUDGE } akt_rules_use;

/// Loads the rules that -r and its companions ask for, and `extra` operands.
/// Gives an exit status; messages have been shown.
int akt_app_rules(akt_app *app, akt_rules_use use, const char *const *extra, size_t extra_count,
                  aktant_rules **out);
/// The same, but the messages are given, not shown.
int akt_app_rules_quietly(akt_app *app, akt_rules_use use, const char *const *extra,
                          size_t extra_count, aktant_messages *messages, aktant_rules **out);

/// One a processor.
unsigned akt_app_threads(void);

#endif
