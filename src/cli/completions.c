// `aktant completions`: scripts for three shells, printed from the same tables as
// the usage texts, so that they cannot fall behind.
#include "cli/commands.h"
#include "cli/output.h"

static void put_bash(akt_buf *out) {
  akt_buf_puts(out, "# bash completion for aktant, made by `aktant completions bash`\n"
                    "_aktant() {\n"
                    "  local word=${COMP_WORDS[COMP_CWORD]} options=\n"
                    "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                    "    COMPREPLY=($(compgen -W '");
  for (int c = 0; c < AKT_CMD_COUNT; c++)
    akt_buf_printf(out, "%s%s", c ? " " : "", akt_commands[c].name);
  akt_buf_puts(out, " --help --version' -- \"$word\"))\n"
                    "    return\n"
                    "  fi\n"
                    "  case ${COMP_WORDS[1]} in\n");
  for (int c = 0; c < AKT_CMD_COUNT; c++) {
    akt_buf_printf(out, "    %s) options='", akt_commands[c].name);
    const char *gap = "";
    for (int i = 0; i < AKT_OPT_COUNT; i++) {
      if (!akt_option_is_of(&akt_options[i], &akt_commands[c]))
        continue;
      akt_buf_printf(out, "%s--%s", gap, akt_options[i].name);
      gap = " ";
    }
    akt_buf_puts(out, "' ;;\n");
  }
  akt_buf_puts(out, "  esac\n"
                    "  case $word in\n"
                    "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
                    "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
                    "  esac\n"
                    "}\n"
                    "complete -o filenames -F _aktant aktant\n");
}

// In a zsh or fish description: the quote would end it, the others mean more.
static void put_description(akt_buf *out, const char *text) {
  for (; *text; text++) {
    if (*text == '\'')
      akt_buf_puts(out, "");
    else if (*text == '[' || *text == ']' || *text == ':')
      akt_buf_puts(out, *text == ':' ? " -" : "");
    else
      akt_buf_putc(out, *text);
  }
}

static void put_zsh(akt_buf *out) {
  akt_buf_puts(out, "#compdef aktant\n"
                    "# zsh completion for aktant, made by `aktant completions zsh`\n"
                    "if (( CURRENT == 2 )); then\n"
                    "  local -a commands=(\n");
  for (int c = 0; c < AKT_CMD_COUNT; c++) {
    akt_buf_printf(out, "    '%s:", akt_commands[c].name);
    put_description(out, akt_commands[c].summary);
    akt_buf_puts(out, "'\n");
  }
  akt_buf_puts(out, "  )\n"
                    "  _describe command commands\n"
                    "  return\n"
                    "fi\n"
                    "case ${words[2]} in\n");
  for (int c = 0; c < AKT_CMD_COUNT; c++) {
    akt_buf_printf(out, "  %s) _arguments \\\n", akt_commands[c].name);
    for (int i = 0; i < AKT_OPT_COUNT; i++) {
      const akt_option *option = &akt_options[i];
      if (!akt_option_is_of(option, &akt_commands[c]))
        continue;
      akt_buf_printf(out, "    '--%s%s[", option->name, option->argument ? "=" : "");
      put_description(out, option->help);
      akt_buf_printf(out, "]%s' \\\n", option->argument ? ":value:_files" : "");
    }
    akt_buf_puts(out, "    '*:file:_files' ;;\n");
  }
  akt_buf_puts(out, "esac\n");
}

static void put_fish(akt_buf *out) {
  akt_buf_puts(out, "# fish completion for aktant, made by `aktant completions fish`\n");
  for (int c = 0; c < AKT_CMD_COUNT; c++) {
    akt_buf_printf(out, "complete -c aktant -n __fish_use_subcommand -a %s -d '",
                   akt_commands[c].name);
    put_description(out, akt_commands[c].summary);
    akt_buf_puts(out, "'\n");
  }
  for (int i = 0; i < AKT_OPT_COUNT; i++) {
    const akt_option *option = &akt_options[i];
    akt_buf_puts(out, "complete -c aktant -n '__fish_seen_subcommand_from");
    for (int c = 0; c < AKT_CMD_COUNT; c++) {
      if (akt_option_is_of(option, &akt_commands[c]))
        akt_buf_printf(out, " %s", akt_commands[c].name);
    }
    akt_buf_printf(out, "' -l %s", option->name);
    if (option->letter)
      akt_buf_printf(out, " -s %c", option->letter);
    akt_buf_printf(out, "%s -d '", option->argument ? " -r" : "");
    put_description(out, option->help);
    akt_buf_puts(out, "'\n");
  }
}

int akt_cmd_completions(akt_app *app) {
  if (!akt_operands(app, 1, 1))
    return AKT_EXIT_USAGE;
  const char *shell = app->args.operands.items[0];
  akt_buf out;
  akt_buf_init(&out, app->arena);
  if (strcmp(shell, "bash") == 0) {
    put_bash(&out);
  } else if (strcmp(shell, "zsh") == 0) {
    put_zsh(&out);
  } else if (strcmp(shell, "fish") == 0) {
    put_fish(&out);
  } else {
    akt_error(app, "no completions for `%s`", shell);
    akt_help(app, "bash, zsh and fish are known");
    return AKT_EXIT_USAGE;
  }
  return akt_print(app, &out);
}
