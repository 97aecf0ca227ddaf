// Messages to the user about what the user wrote: a rule, an article, a file.
// A diagnostic is a record; how it is printed (text with a caret, JSON lines, a
// language server) is decided elsewhere. Recording one never stops the work:
// all errors of a run are told together.
#ifndef AKT_DIAG_DIAG_H
#define AKT_DIAG_DIAG_H

#include "base/str.h"
#include "base/vec.h"

/// A text that diagnostics point into. `name` is shown as given.
typedef struct akt_source {
  const char *name;
  akt_span text;
  AKT_VEC(uint32_t) line_starts; // made on first use
} akt_source;

/// Bytes [start, end) of a source; `source` is an index into akt_diags.sources
/// or AKT_NO_SOURCE.
typedef struct akt_loc {
  uint32_t source;
  uint32_t start;
  uint32_t end;
} akt_loc;

#define AKT_NO_SOURCE UINT32_MAX
#define AKT_NOWHERE   ((akt_loc){AKT_NO_SOURCE, 0, 0})

typedef enum akt_severity { AKT_ERROR, AKT_WARNING, AKT_NOTE } akt_severity;

/// Stable numbers, printed as E0107 or W0203; the table is diag/codes.def.
typedef enum akt_code {
#define AKT_CODE(id, name, severity, title) AKT_CODE_##name = id,
#include "diag/codes.def"
#undef AKT_CODE
} akt_code;

typedef struct akt_diag_note {
  akt_loc loc; // AKT_NOWHERE for a `help:` line
  const char *text;
} akt_diag_note;

typedef struct akt_diag {
  akt_code code;
  akt_severity severity;
  akt_loc loc;
  const char *message;
  AKT_VEC(akt_diag_note) notes;
  const char *fix; // replacement for `loc`, or NULL
  bool is_guess;   // of the fix: the nearest name, which may be another one's
} akt_diag;

typedef struct akt_diags {
  akt_arena *arena;
  AKT_VEC(akt_source) sources;
  AKT_VEC(akt_diag) items;
  uint32_t errors;
  uint32_t warnings;
} akt_diags;

void akt_diags_init(akt_diags *diags, akt_arena *arena);
/// Gives the number to use in akt_loc. `name` is copied, `text` borrowed.
uint32_t akt_diags_add_source(akt_diags *diags, const char *name, akt_span text);

/// Records a diagnostic; severity comes from the code's table row. The result
/// is valid until the next call, for adding notes and a fix.
akt_diag *akt_diags_add(akt_diags *diags, akt_code code, akt_loc loc, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void akt_diag_add_note(akt_diags *diags, akt_diag *diag, akt_loc loc, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void akt_diag_add_help(akt_diags *diags, akt_diag *diag, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/// Facts of the code table: severity, one-line title, and "E0107".
akt_severity akt_code_severity(akt_code code);
const char *akt_code_title(akt_code code);
void akt_code_format(akt_code code, char out[8]);

/// The page of a code such as "E0107" (case and the letter do not matter); NULL
/// when there is no such code. Static text.
const char *akt_explain(const char *code);

/// All pages, for listing and testing them.
typedef struct akt_page {
  int code;
  const char *wrong;
  const char *right;
  const char *text;
} akt_page;
const akt_page *akt_pages(uint32_t *count);

/// Warnings become errors (`--strict`); codes keep their letter.
void akt_diags_make_strict(akt_diags *diags);

/// 0-based line of a byte offset, and that line's bytes without its end.
uint32_t akt_source_line(akt_arena *arena, akt_source *source, uint32_t byte);
akt_span akt_source_line_text(akt_arena *arena, akt_source *source, uint32_t line);

/// 1-based line and column (code points) of a byte offset.
void akt_source_position(akt_arena *arena, akt_source *source, uint32_t byte, uint32_t *line,
                         uint32_t *column);

/// As they are told: by file and place, the same one once. The list lives in the arena.
typedef AKT_VEC(const akt_diag *) akt_diag_list;
akt_diag_list akt_diags_sorted(akt_diags *diags);

typedef struct akt_render_options {
  bool is_coloured;
  bool is_json;   // one JSON object a line
  uint32_t limit; // text only: at most so many, then a count; 0: all
} akt_render_options;
void akt_diags_render(akt_diags *diags, const akt_render_options *options, akt_buf *out);

/// The candidate nearest to `name` by edit distance, or NULL when none is near
/// enough to be a likely slip.
const char *akt_suggest(akt_arena *arena, const char *name, const char *const *candidates,
                        uint32_t count);

#endif
