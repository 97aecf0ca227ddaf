// Pictures are drawn by aktant-render, a program of its own: layout may crash,
// hang or eat memory, and must not take us with it.
#ifndef AKT_CLI_PICTURE_H
#define AKT_CLI_PICTURE_H

#include "cli/app.h"

/// Gives DOT to the helper and takes the picture in the format (svg, png, pdf).
/// Gives an exit status: AKT_EXIT_LIMIT when time or memory ran out. Errors told.
int akt_picture_draw(akt_app *app, const char *format, const akt_buf *dot, akt_buf *picture);

/// Kills a helper that is at work; async-signal-safe.
void akt_picture_abort(void);

#endif
