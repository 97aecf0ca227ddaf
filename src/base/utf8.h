// UTF-8: validation, code points, display width. Offsets inside the program
// are bytes; code points are counted only where a person or a file needs them.
#ifndef AKT_BASE_UTF8_H
#define AKT_BASE_UTF8_H

#include "base/str.h"

/// Byte offset of the first byte that is no valid UTF-8 (overlong forms and
/// surrogates are invalid), or `text.len` when all is well.
size_t akt_utf8_valid_prefix(akt_span text);

/// Code point at `byte` of valid text; stores its length in bytes (1 to 4).
uint32_t akt_utf8_decode(akt_span text, size_t byte, size_t *size);

/// Writes the code point's bytes (at most 4) and gives their number.
size_t akt_utf8_encode(uint32_t code_point, char out[4]);

/// Number of code points in valid text.
size_t akt_utf8_count(akt_span text);

/// Columns on a terminal: 2 for wide East Asian and emoji, 0 for combining marks.
int akt_utf8_width(uint32_t code_point);

#endif
