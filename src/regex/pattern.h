// PCRE2 behind a small door: compile, match anchored or search, with limits on
// every call. The only file pair that knows pcre2.h. Patterns are compiled with
// UTF and UCP; \C and leading (*VERB)s are refused. A compiled pattern may be shared by
// threads; a matcher (match data, JIT stack, limits) belongs to one.
#ifndef AKT_REGEX_PATTERN_H
#define AKT_REGEX_PATTERN_H

#include "base/str.h"

typedef struct akt_pattern akt_pattern;
typedef struct akt_matcher akt_matcher;

typedef struct akt_pattern_error {
  size_t byte_off; // into the pattern
  const char *message;
} akt_pattern_error;

/// NULL on error. The pattern is released with the arena.
akt_pattern *akt_pattern_compile(akt_arena *arena, akt_span text, akt_pattern_error *error);

/// The same for patterns that are always run with `flags` (AKT_MATCH_...): JIT
/// code exists only for the flags a pattern was compiled with.
akt_pattern *akt_pattern_compile_for(akt_arena *arena, akt_span text, unsigned flags,
                                     akt_pattern_error *error);

uint32_t akt_pattern_name_count(const akt_pattern *pattern);
/// Name and number of the i-th named group.
const char *akt_pattern_name(const akt_pattern *pattern, uint32_t i, uint32_t *group);
/// A literal byte every match must start with, or -1; for first-byte filters.
int akt_pattern_first_byte(const akt_pattern *pattern);

akt_matcher *akt_matcher_new(akt_arena *arena);

typedef enum akt_match_result {
  AKT_MATCH_NO,
  AKT_MATCH_YES,
  AKT_MATCH_LIMIT, // a match, depth or heap limit was hit: not the same as NO
  AKT_MATCH_ERROR,
} akt_match_result;

typedef struct akt_group {
  size_t start;
  size_t end; // start == SIZE_MAX: the group took no part
} akt_group;

enum { AKT_MATCH_ANCHORED = 1, AKT_MATCH_END_ANCHORED = 2 };

/// Matches from `offset` of valid UTF-8; `groups` gets up to `group_capacity`
/// entries, the first being the whole match. Subjects above 64 KB are a LIMIT.
akt_match_result akt_matcher_run(akt_matcher *matcher, const akt_pattern *pattern,
                                 akt_span subject, size_t offset, unsigned flags,
                                 akt_group *groups, uint32_t group_capacity);

/// Match steps are bounded per call; the default is 100,000.
void akt_matcher_set_limit(akt_matcher *matcher, uint32_t match_limit);

/// What is suspicious about a pattern without being wrong.
typedef struct akt_pattern_smell {
  bool has_literal;       // some character every match must hold
  size_t nested_byte_off; // a repetition inside a repetition; SIZE_MAX: none
} akt_pattern_smell;
akt_pattern_smell akt_pattern_smells(akt_arena *arena, akt_span text);

/// PCRE2's version text, for `--version`.
const char *akt_pattern_library_version(void);

#endif
