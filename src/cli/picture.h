// Pictures are drawn by aktant-render, a program of its own: layout may crash,
// hang or eat memory, and must not take us with it.
#ifndef AKT_CLI_PICTURE_H
#define AKT_CLI_PICTURE_H

#include "cli/app.h"

enum { AKT_PICTURE_FORMATS = 3 }; // svg, png, pdf

typedef struct akt_picture {
  const char *format;
  akt_span bytes;
} akt_picture;

/// Gives DOT to the helper and takes the pictures, up to AKT_PICTURE_FORMATS of one
/// layout. Gives an exit status: AKT_EXIT_LIMIT when time or memory ran out. Errors told.
int akt_picture_draw(akt_app *app, const akt_buf *dot, akt_picture *pictures, size_t count);

/// Kills a helper that is at work; async-signal-safe.
void akt_picture_abort(void);

#endif
