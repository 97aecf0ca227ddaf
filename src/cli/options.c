// The tables, and reading a command line by them.
#include "cli/options.h"

#include "cli/app.h"
#include "cli/commands.h"

#include <getopt.h>

const akt_command akt_commands[AKT_CMD_COUNT] = {
#define COMMAND(id, name, function, operands, summary, examples)                               \
  {name, function, operands, summary, examples},
#include "cli/commands.def"
#undef COMMAND
};

#define IN(id)       (1u << AKT_CMD_##id)
#define IN_GRAPH_IN  (IN(CONVERT) | IN(MERGE) | IN(VIEW) | IN(DIFF))
#define IN_GRAPH_OUT (IN(BUILD) | IN(CONVERT) | IN(MERGE) | IN(VIEW))
#define IN_TEXT_OUT  (IN(DIFF) | IN(WHY) | IN(WHY_NOT) | IN(GAPS) | IN(TEST))
#define IN_VIEW      (IN(BUILD) | IN(VIEW))
#define IN_DOCUMENT  (IN(BUILD) | IN(DUMP) | IN(WHY) | IN(WHY_NOT))
#define IN_RULES                                                                               \
  (IN(BUILD) | IN(MERGE) | IN(DUMP) | IN(WHY) | IN(WHY_NOT) | IN(GAPS) | IN(CHECK) |           \
   IN(TEST) | IN(RULES))
#define IN_ALL ((1u << AKT_CMD_COUNT) - 1)

const akt_option akt_options[AKT_OPT_COUNT] = {
#define OPTION(id, letter, name, argument, commands, help)                                     \
  {letter, name, argument, commands, help},
#include "cli/options.def"
#undef OPTION
};

const akt_command *akt_command_find(const char *name) {
  for (int i = 0; i < AKT_CMD_COUNT; i++) {
    if (strcmp(akt_commands[i].name, name) == 0)
      return &akt_commands[i];
  }
  return NULL;
}

bool akt_option_is_of(const akt_option *option, const akt_command *command) {
  return (option->commands >> (command - akt_commands)) & 1u;
}

static bool belongs(const akt_app *app, int option) {
  return akt_option_is_of(&akt_options[option], app->command);
}

enum { FIRST_LONG = 256 }; // getopt's value for a long option: its id above this

static void make_getopt_tables(const akt_app *app, akt_buf *letters, struct option *longs) {
  int count = 0;
  akt_buf_putc(letters, ':'); // tell a missing argument from an unknown option
  for (int i = 0; i < AKT_OPT_COUNT; i++) {
    const akt_option *option = &akt_options[i];
    if (!belongs(app, i))
      continue;
    longs[count++] = (struct option){
        option->name, option->argument ? required_argument : no_argument, NULL, FIRST_LONG + i};
    if (option->letter) {
      akt_buf_putc(letters, option->letter);
      if (option->argument)
        akt_buf_putc(letters, ':');
    }
  }
  longs[count] = (struct option){0};
}

static void tell_unknown(akt_app *app, const char *word) {
  const char *names[AKT_OPT_COUNT];
  size_t count = 0;
  for (int i = 0; i < AKT_OPT_COUNT; i++) {
    if (belongs(app, i))
      names[count++] = akt_options[i].name;
  }
  akt_error(app, "unknown option `%s` of `%s`", word, app->command->name);
  const char *near = NULL;
  if (strncmp(word, "--", 2) == 0)
    near = akt_nearest(word + 2, names, count);
  if (near)
    akt_help(app, "did you mean `--%s`?", near);
  else
    akt_help(app, "`aktant %s --help` lists them", app->command->name);
}

static int option_of(const akt_app *app, int got) {
  if (got >= FIRST_LONG)
    return got - FIRST_LONG;
  for (int i = 0; i < AKT_OPT_COUNT; i++) {
    if (belongs(app, i) && akt_options[i].letter == got)
      return i;
  }
  return -1;
}

bool akt_args_parse(akt_app *app, int argc, char **argv) {
  akt_buf letters;
  akt_buf_init(&letters, app->arena);
  struct option longs[AKT_OPT_COUNT + 1];
  make_getopt_tables(app, &letters, longs);
  opterr = 0;
  for (;;) {
    const char *word = optind < argc ? argv[optind] : "";
    int got = getopt_long(argc, argv, akt_buf_text(&letters), longs, NULL);
    if (got == -1)
      break;
    if (got == ':') {
      int without = option_of(app, optopt);
      akt_error(app, "option `--%s` needs a value", akt_options[without].name);
      return false;
    }
    int option = option_of(app, got);
    if (option < 0) {
      char letter[3] = {'-', (char)optopt, '\0'};
      bool is_letter = optopt > 0 && optopt < FIRST_LONG && strncmp(word, "--", 2) != 0;
      tell_unknown(app, is_letter ? letter : argv[optind - 1]);
      return false;
    }
    akt_vec_push(app->arena, &app->args.options[option], optarg ? optarg : "");
  }
  for (; optind < argc; optind++)
    akt_vec_push(app->arena, &app->args.operands, argv[optind]);
  return true;
}

bool akt_has(const akt_app *app, akt_option_id option) {
  return app->args.options[option].count > 0;
}

const char *akt_value(const akt_app *app, akt_option_id option) {
  const akt_arg_list *list = &app->args.options[option];
  return list->count ? list->items[list->count - 1] : NULL;
}

bool akt_number(akt_app *app, akt_option_id option, unsigned min, unsigned max,
                unsigned fallback, unsigned *out) {
  const char *text = akt_value(app, option);
  *out = fallback;
  if (!text)
    return true;
  uint64_t number = 0;
  bool is_number = text[0] != '\0' && strlen(text) <= 10;
  for (const char *c = text; *c && is_number; c++) {
    is_number = akt_is_digit(*c);
    number = number * 10 + (uint64_t)(*c - '0');
  }
  if (!is_number || number < min || number > max) {
    akt_error(app, "`--%s` takes a number from %u to %u, not `%s`", akt_options[option].name,
              min, max, text);
    return false;
  }
  *out = (unsigned)number;
  return true;
}

bool akt_jobs(akt_app *app, unsigned *out) {
  return akt_number(app, AKT_OPT_JOBS, 1, 256, akt_app_threads(), out);
}

bool akt_operands(akt_app *app, uint32_t min, uint32_t max) {
  uint32_t count = app->args.operands.count;
  if (count >= min && count <= max)
    return true;
  if (count < min)
    akt_error(app, "`aktant %s` needs %s", app->command->name, app->command->operands);
  else if (max == 0)
    akt_error(app, "`aktant %s` takes no operands", app->command->name);
  else
    akt_error(app, "`%s` is one operand too many", app->args.operands.items[max]);
  akt_help(app, "usage: aktant %s [OPTION...] %s", app->command->name, app->command->operands);
  return false;
}
