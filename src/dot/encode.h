// How a text is stored in cgraph so that Graphviz shows it as it is, and so that
// what cgraph writes can be read back unchanged. cgraph itself does not see to
// that: a value that ends in a backslash, or is "-.", comes out unreadable.
#ifndef AKT_DOT_ENCODE_H
#define AKT_DOT_ENCODE_H

#include "dot/dot.h"

/// The stored form; `text` itself when nothing needs encoding.
const char *akt_dot_encode(akt_arena *arena, const char *text, akt_dot_form form);

/// The stored form of a name or key. Control characters become the signs that
/// stand for them (U+2400 and on), so that different names stay different.
const char *akt_dot_encode_id(akt_arena *arena, const char *id);

/// The text that Graphviz would show for a stored value. `name` replaces "\N".
const char *akt_dot_decode(akt_arena *arena, const char *stored, const char *name);

/// True for http, https, mailto and relative addresses.
bool akt_dot_is_safe_url(const char *url);

/// True for an attribute that can open files, run code or break out of its place
/// in an SVG, with this value.
bool akt_dot_is_dangerous(const char *name, const char *value);

#endif
