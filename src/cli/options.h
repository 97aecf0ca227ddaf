// Commands and options as tables, and what was given of them.
#ifndef AKT_CLI_OPTIONS_H
#define AKT_CLI_OPTIONS_H

#include "base/str.h"
#include "base/vec.h"

typedef struct akt_app akt_app;

typedef enum akt_command_id {
#define COMMAND(id, name, function, operands, summary, examples) AKT_CMD_##id,
#include "cli/commands.def"
#undef COMMAND
  AKT_CMD_COUNT
} akt_command_id;

typedef enum akt_option_id {
#define OPTION(id, letter, name, argument, commands, help) AKT_OPT_##id,
#include "cli/options.def"
#undef OPTION
  AKT_OPT_COUNT
} akt_option_id;

typedef struct akt_command {
  const char *name;
  int (*run)(akt_app *app); // gives the exit status
  const char *operands;
  const char *summary;
  const char *examples; // a line each
} akt_command;

typedef struct akt_option {
  char letter; // or 0
  const char *name;
  const char *argument; // what --help calls it; NULL: a flag
  uint32_t commands;    // bit i: the i-th command has it
  const char *help;
} akt_option;

extern const akt_command akt_commands[AKT_CMD_COUNT];
extern const akt_option akt_options[AKT_OPT_COUNT];

typedef AKT_VEC(const char *) akt_arg_list;

/// What was given: for each option its values in order (flags: ""), and the rest.
typedef struct akt_args {
  akt_arg_list options[AKT_OPT_COUNT];
  akt_arg_list operands;
} akt_args;

const akt_command *akt_command_find(const char *name);
bool akt_option_is_of(const akt_option *option, const akt_command *command);

/// Reads argv (argv[0] is the command's name). False: told, exit status 2.
bool akt_args_parse(akt_app *app, int argc, char **argv);

bool akt_has(const akt_app *app, akt_option_id option);
/// The last value given, or NULL.
const char *akt_value(const akt_app *app, akt_option_id option);
/// A decimal number from `min` to `max`; `fallback` when not given. False: told.
bool akt_number(akt_app *app, akt_option_id option, unsigned min, unsigned max,
                unsigned fallback, unsigned *out);
/// The number of threads that -j gives, or one a processor. False: told.
bool akt_jobs(akt_app *app, unsigned *out);
/// False, and told, unless there are from `min` to `max` operands.
bool akt_operands(akt_app *app, uint32_t min, uint32_t max);

/// Usage texts, made from the tables.
void akt_usage(akt_buf *out);
void akt_usage_of(akt_buf *out, const akt_command *command);

#endif
