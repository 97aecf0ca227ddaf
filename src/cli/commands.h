// One function a command; each gives the exit status.
#ifndef AKT_CLI_COMMANDS_H
#define AKT_CLI_COMMANDS_H

#include "cli/app.h"

#define COMMAND(id, name, function, operands, summary, examples) int function(akt_app *app);
#include "cli/commands.def"
#undef COMMAND

#endif
