// Inside the text floor: adds the tokens of a byte range.
#ifndef AKT_TEXT_TOKEN_H
#define AKT_TEXT_TOKEN_H

#include "text/text.h"

void akt_tokens_add(akt_arena *arena, akt_text *out, size_t start, size_t end);

#endif
