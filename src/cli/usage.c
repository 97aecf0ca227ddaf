// Usage texts, printed from the tables of options.h.
#include "cli/options.h"

enum { NAME_COLUMN = 30, HELP_WIDTH = 64 };

void akt_usage(akt_buf *out) {
  akt_buf_puts(out, "aktant: from article text to a picture of who did what to whom\n\n"
                    "usage: aktant COMMAND [OPTION...] [OPERAND...]\n\n");
  for (int i = 0; i < AKT_CMD_COUNT; i++)
    akt_buf_printf(out, "  %-12s %s\n", akt_commands[i].name, akt_commands[i].summary);
  akt_buf_puts(out, "\n"
                    "`aktant COMMAND --help` shows the options and examples of a command,\n"
                    "`aktant --version` the versions of the program and its libraries.\n\n"
                    "examples:\n");
  akt_buf_puts(out, "  aktant build article.txt -o story.svg\n"
                    "  aktant why article.txt India Pakistan\n");
}

// Breaks a help text at blanks, continuing under its column.
static void put_wrapped(akt_buf *out, const char *text) {
  size_t left = strlen(text);
  while (left > HELP_WIDTH) {
    size_t cut = HELP_WIDTH;
    while (cut > 1 && text[cut] != ' ')
      cut--;
    akt_buf_add(out, text, cut);
    akt_buf_printf(out, "\n%*s", NAME_COLUMN, "");
    text += cut + 1;
    left -= cut + 1;
  }
  akt_buf_puts(out, text);
  akt_buf_putc(out, '\n');
}

static void put_option(akt_buf *out, const akt_option *option) {
  char letter[5] = "    ";
  if (option->letter)
    memcpy(letter, (char[]){'-', option->letter, ',', ' ', '\0'}, sizeof letter);
  size_t start = out->len;
  akt_buf_printf(out, "  %s--%s%s%s", letter, option->name, option->argument ? " " : "",
                 option->argument ? option->argument : "");
  size_t used = out->len - start;
  if (used + 2 > NAME_COLUMN)
    akt_buf_printf(out, "\n%*s", NAME_COLUMN, "");
  else
    akt_buf_printf(out, "%*s", (int)(NAME_COLUMN - used), "");
  put_wrapped(out, option->help);
}

void akt_usage_of(akt_buf *out, const akt_command *command) {
  akt_buf_printf(out, "aktant %s: %s\n\nusage: aktant %s [OPTION...] %s\n\n", command->name,
                 command->summary, command->name, command->operands);
  for (int i = 0; i < AKT_OPT_COUNT; i++) {
    if (akt_option_is_of(&akt_options[i], command))
      put_option(out, &akt_options[i]);
  }
  akt_buf_puts(out, "\nexamples:\n");
  for (const char *line = command->examples; *line;) {
    size_t len = strcspn(line, "\n");
    akt_buf_printf(out, "  %.*s\n", (int)len, line);
    line += len + (line[len] == '\n');
  }
}
