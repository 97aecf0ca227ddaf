// Where the program stands, and where its parts are: seen from its own folder,
// because the build folder and an installation have the same shape.
#ifndef AKT_CLI_PLACE_H
#define AKT_CLI_PLACE_H

#include "cli/app.h"

/// The folder the program was started from; `name` is argv[0].
const char *akt_place_of_program(akt_arena *arena, const char *name);
/// The shipped rules: $AKTANT_RULES, else beside the program; NULL: not found.
const char *akt_place_of_rules(const akt_app *app);
/// The layout helper: $AKTANT_RENDER, else beside the program; NULL: not found.
const char *akt_place_of_render(const akt_app *app);

#endif
