// Text as it stands in a picture: broken into lines, shortened, and escaped for
// the inside of an HTML-like label. Nothing from an article ever becomes markup.
#ifndef AKT_DRAW_TEXT_H
#define AKT_DRAW_TEXT_H

#include "base/str.h"
#include "base/vec.h"

typedef AKT_VEC(akt_span) akt_text_lines;

/// Breaks at blanks into lines of at most `width` columns; a word longer than a
/// line is cut. At most `max_lines`: the last one then ends in an ellipsis.
void akt_text_wrap(akt_arena *arena, const char *text, uint32_t width, uint32_t max_lines,
                   akt_text_lines *lines);

/// The text on one line, blanks collapsed, at most `width` columns, an ellipsis
/// where it was cut.
const char *akt_text_shorten(akt_arena *arena, const char *text, uint32_t width);

uint32_t akt_text_columns(akt_span text);

/// Width in points when set in Arial or a type of its metrics, a little generous.
uint32_t akt_text_points(akt_span text, uint32_t size);

/// Appends the text with markup characters as entities. Control characters and
/// those that turn the direction of writing are left out.
void akt_text_escape(akt_buf *out, akt_span text);
/// The same for HTML, where a backslash is only a backslash.
void akt_text_escape_plain(akt_buf *out, akt_span text);

/// "30 Apr 2025" from "2025-04-30"; other texts come back as they are.
const char *akt_text_date(akt_arena *arena, const char *iso);

/// Letters, digits, '-' and '_' of the text, others as '_': for SVG ids.
const char *akt_text_id(akt_arena *arena, const char *text);

#endif
