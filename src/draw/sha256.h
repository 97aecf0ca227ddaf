// SHA-256, for the Content-Security-Policy of the story page: a browser runs only
// the script and the styles whose hash the page names.
#ifndef AKT_DRAW_SHA256_H
#define AKT_DRAW_SHA256_H

#include "base/str.h"

/// The hash in base64, as a policy wants it, in the arena.
const char *akt_sha256_base64(akt_arena *arena, akt_span bytes);

#endif
