// Which lines of rule files had no say in what was read: tests, or a corpus.
#ifndef AKT_API_TOUCHED_H
#define AKT_API_TOUCHED_H

#include "api/api.h"
#include "extract/plain.h"

typedef struct akt_idle_line {
  akt_loc loc; // of its keyword
  const char *file;
  uint32_t line, column;
  const char *text; // the line in the file, trimmed
} akt_idle_line;
typedef AKT_VEC(akt_idle_line) akt_idle_lines;

/// The frames, governors, `not` and `never` lines whose rule ("my.akt:12") is not
/// in `touched`: of the user's own files, or of all where he has none. `sources` are
/// the rules' own with line tables that may grow; all in the arena.
void akt_api_idle_lines(akt_arena *arena, const aktant_rules *rules, akt_source *sources,
                        const akt_intern *touched, akt_idle_lines *out);

/// The frame that stands in this line, or AKT_NONE.
uint32_t akt_api_frame_of(const akt_plain *plain, const akt_idle_line *line);

/// The relations none of whose lines is in `touched`: `loc` and `text` are of the name.
void akt_api_idle_relations(akt_arena *arena, const aktant_rules *rules, akt_source *sources,
                            const akt_intern *touched, akt_idle_lines *out);

/// Whether there are files that are not shipped, or that were named by hand.
bool akt_api_has_own(const aktant_rules *rules);

/// Makes the rules' files sources of the messages, which hold the rules from now on; those
/// of the load have them. Gives the number of the first. Under the guard of the messages.
uint32_t akt_api_add_sources(aktant_messages *messages, const aktant_rules *rules);

/// Copies of the rules' sources, for looking up lines.
akt_source *akt_api_sources(akt_arena *arena, const aktant_rules *rules);

#endif
