// PCRE2, the one file that knows it. Every call is bounded: match steps, depth,
// heap and subject length. Anything but "yes" and "no" is told apart, since a
// limit that looks like "no match" hides wrong results.
#define PCRE2_CODE_UNIT_WIDTH 8

#include "regex/pattern.h"

#include <pcre2.h>
#include <stdio.h>

enum {
  MATCH_LIMIT = 100000,
  HEAP_LIMIT_KIB = 20 << 10,
  LONGEST_SUBJECT = 64 << 10,
  LONGEST_PATTERN = 32 << 10,
  FIRST_GROUPS = 16,
};

struct akt_pattern {
  pcre2_code *code;
  unsigned flags; // compiled for these, with JIT
  uint32_t group_count;
  uint32_t name_count;
  const char **names;
  uint32_t *name_groups;
  int first_byte;
};

struct akt_matcher {
  pcre2_match_data *data;
  pcre2_match_context *context;
  uint32_t groups; // room in data
  akt_guard *guard;
};

// ---- compiling

static void release_code(void *object) {
  akt_pattern *pattern = object;
  pcre2_code_free(pattern->code);
}

static void set_error(akt_pattern_error *error, size_t byte_off, const char *message) {
  if (error)
    *error = (akt_pattern_error){byte_off, message};
}

// (*UTF), (*NO_JIT), (*LIMIT_MATCH=...): settings that are ours to make. The
// lower-case ones, such as (*pla:...), are ordinary assertions.
static bool starts_with_verb(akt_span text) {
  return text.len >= 3 && text.ptr[0] == '(' && text.ptr[1] == '*' && akt_is_upper(text.ptr[2]);
}

static const char *explain(akt_arena *arena, int code) {
  PCRE2_UCHAR8 text[256];
  if (pcre2_get_error_message(code, text, sizeof text) < 0)
    return "unknown error";
  const char *more = "";
  if (code == PCRE2_ERROR_BACKSLASH_C_CALLER_DISABLED)
    return "\\C matches half characters and is not allowed";
  if (code == PCRE2_ERROR_PATTERN_TOO_LARGE || code == PCRE2_ERROR_PATTERN_TOO_COMPLICATED)
    more = "; put long lists of words into a words list or an entity";
  return akt_arena_printf(arena, "%s%s", (const char *)text, more);
}

static int note_callout(pcre2_callout_enumerate_block *block, void *user) {
  size_t *at = user;
  *at = block->pattern_position;
  return 1;
}

// PCRE2 may name a place inside a character or beyond the end.
static size_t sane_offset(akt_span text, size_t offset) {
  if (offset > text.len)
    offset = text.len;
  while (offset && offset < text.len && ((unsigned char)text.ptr[offset] & 0xC0) == 0x80)
    offset--;
  return offset;
}

static pcre2_code *compile(akt_arena *arena, akt_span text, unsigned flags,
                           akt_pattern_error *error) {
  uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
  if (flags & AKT_MATCH_ANCHORED)
    options |= PCRE2_ANCHORED;
  if (flags & AKT_MATCH_END_ANCHORED)
    options |= PCRE2_ENDANCHORED;
  int code_error = 0;
  PCRE2_SIZE offset = 0;
  pcre2_code *code =
      pcre2_compile((PCRE2_SPTR)text.ptr, text.len, options, &code_error, &offset, NULL);
  if (!code && code_error == PCRE2_ERROR_NOMEMORY)
    akt_guard_fail(arena->guard);
  if (!code)
    set_error(error, sane_offset(text, offset), explain(arena, code_error));
  return code;
}

static void read_names(akt_arena *arena, akt_pattern *pattern) {
  uint32_t count = 0;
  uint32_t size = 0;
  PCRE2_SPTR table = NULL;
  pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMECOUNT, &count);
  pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
  pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMETABLE, &table);
  pcre2_pattern_info(pattern->code, PCRE2_INFO_CAPTURECOUNT, &pattern->group_count);
  pattern->name_count = count;
  pattern->names = akt_arena_alloc(arena, count * sizeof *pattern->names);
  pattern->name_groups = akt_arena_alloc(arena, count * sizeof *pattern->name_groups);
  for (uint32_t i = 0; i < count; i++, table += size) {
    pattern->name_groups[i] = (uint32_t)table[0] << 8 | table[1];
    pattern->names[i] = akt_arena_string(arena, (const char *)table + 2);
  }
}

// (?i) and its kin anywhere: PCRE2 then names one case of a first letter only,
// and does not say that it did.
static bool may_ignore_case(akt_span text) {
  for (size_t i = 0; i + 2 < text.len; i++) {
    if (text.ptr[i] != '(' || text.ptr[i + 1] != '?')
      continue;
    for (size_t k = i + 2; k < text.len && (akt_is_alpha(text.ptr[k]) || text.ptr[k] == '-' ||
                                            text.ptr[k] == '^');
         k++) {
      if (text.ptr[k] == 'i')
        return true;
    }
  }
  return false;
}

static int find_first_byte(const pcre2_code *code, akt_span text) {
  uint32_t type = 0;
  uint32_t unit = 0;
  pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODETYPE, &type);
  if (type != 1)
    return -1;
  pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODEUNIT, &unit);
  bool is_letter = akt_is_alpha((char)unit) || unit >= 0x80;
  return is_letter && may_ignore_case(text) ? -1 : (int)unit;
}

akt_pattern *akt_pattern_compile_for(akt_arena *arena, akt_span text, unsigned flags,
                                     akt_pattern_error *error) {
  set_error(error, 0, "");
  if (text.len > LONGEST_PATTERN) {
    set_error(error, 0, "the pattern is longer than the limit of 32 KB");
    return NULL;
  }
  if (starts_with_verb(text)) {
    set_error(error, 0, "settings such as (*UTF) or (*NO_JIT) are not allowed");
    return NULL;
  }
  akt_pattern *pattern = akt_arena_zalloc(arena, sizeof *pattern);
  akt_arena_on_free(arena, release_code, pattern);
  pattern->flags = flags;
  pattern->code = compile(arena, text, flags, error);
  if (!pattern->code)
    return NULL;
  size_t callout = SIZE_MAX;
  pcre2_callout_enumerate(pattern->code, note_callout, &callout);
  if (callout != SIZE_MAX) {
    set_error(error, sane_offset(text, callout), "callouts, (?C...), are not allowed");
    return NULL;
  }
  // Without JIT matching is slower and otherwise the same, so a refusal is fine.
  (void)pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
  read_names(arena, pattern);
  pattern->first_byte = find_first_byte(pattern->code, text);
  return pattern;
}

akt_pattern *akt_pattern_compile(akt_arena *arena, akt_span text, akt_pattern_error *error) {
  return akt_pattern_compile_for(arena, text, 0, error);
}

uint32_t akt_pattern_name_count(const akt_pattern *pattern) {
  return pattern->name_count;
}

const char *akt_pattern_name(const akt_pattern *pattern, uint32_t i, uint32_t *group) {
  *group = pattern->name_groups[i];
  return pattern->names[i];
}

int akt_pattern_first_byte(const akt_pattern *pattern) {
  return pattern->first_byte;
}

// ---- matching

static void release_matcher(void *object) {
  akt_matcher *matcher = object;
  pcre2_match_data_free(matcher->data);
  pcre2_match_context_free(matcher->context);
  matcher->data = NULL;
  matcher->context = NULL;
}

static void make_room(akt_matcher *matcher, uint32_t groups) {
  if (matcher->data && groups <= matcher->groups)
    return;
  pcre2_match_data *data = pcre2_match_data_create(groups, NULL);
  if (!data)
    akt_guard_fail(matcher->guard);
  pcre2_match_data_free(matcher->data);
  matcher->data = data;
  matcher->groups = groups;
}

akt_matcher *akt_matcher_new(akt_arena *arena) {
  akt_matcher *matcher = akt_arena_zalloc(arena, sizeof *matcher);
  matcher->guard = arena->guard;
  akt_arena_on_free(arena, release_matcher, matcher);
  make_room(matcher, FIRST_GROUPS);
  matcher->context = pcre2_match_context_create(NULL);
  if (!matcher->context)
    akt_guard_fail(arena->guard);
  pcre2_set_heap_limit(matcher->context, HEAP_LIMIT_KIB);
  akt_matcher_set_limit(matcher, MATCH_LIMIT);
  return matcher;
}

void akt_matcher_set_limit(akt_matcher *matcher, uint32_t match_limit) {
  pcre2_set_match_limit(matcher->context, match_limit);
  pcre2_set_depth_limit(matcher->context, match_limit);
}

static akt_match_result result_of(int rc) {
  if (rc >= 0)
    return AKT_MATCH_YES;
  if (rc == PCRE2_ERROR_NOMATCH)
    return AKT_MATCH_NO;
  if (rc == PCRE2_ERROR_MATCHLIMIT || rc == PCRE2_ERROR_DEPTHLIMIT ||
      rc == PCRE2_ERROR_HEAPLIMIT || rc == PCRE2_ERROR_JIT_STACKLIMIT)
    return AKT_MATCH_LIMIT;
  return AKT_MATCH_ERROR;
}

static void copy_groups(const akt_matcher *matcher, uint32_t count, akt_group *groups,
                        uint32_t capacity) {
  const PCRE2_SIZE *pairs = pcre2_get_ovector_pointer(matcher->data);
  for (uint32_t i = 0; i < capacity; i++) {
    bool is_set = i < count && pairs[2 * i] != PCRE2_UNSET;
    groups[i] =
        is_set ? (akt_group){pairs[2 * i], pairs[2 * i + 1]} : (akt_group){SIZE_MAX, SIZE_MAX};
  }
}

akt_match_result akt_matcher_run(akt_matcher *matcher, const akt_pattern *pattern,
                                 akt_span subject, size_t offset, unsigned flags,
                                 akt_group *groups, uint32_t group_capacity) {
  if (subject.len > LONGEST_SUBJECT)
    return AKT_MATCH_LIMIT;
  if (offset > subject.len)
    return AKT_MATCH_ERROR;
  make_room(matcher, pattern->group_count + 1);
  // Anchoring at match time works, but only without JIT.
  uint32_t options = 0;
  unsigned missing = flags & ~pattern->flags;
  if (missing & AKT_MATCH_ANCHORED)
    options |= PCRE2_ANCHORED;
  if (missing & AKT_MATCH_END_ANCHORED)
    options |= PCRE2_ENDANCHORED;
  PCRE2_SPTR text = (PCRE2_SPTR)(subject.ptr ? subject.ptr : "");
  int rc = pcre2_match(pattern->code, text, subject.len, offset, options, matcher->data,
                       matcher->context);
  // JIT code has a small stack of its own; the interpreter knows no such limit.
  if (rc == PCRE2_ERROR_JIT_STACKLIMIT)
    rc = pcre2_match(pattern->code, text, subject.len, offset, options | PCRE2_NO_JIT,
                     matcher->data, matcher->context);
  if (rc == PCRE2_ERROR_NOMEMORY)
    akt_guard_fail(matcher->guard);
  akt_match_result result = result_of(rc);
  if (result == AKT_MATCH_YES && groups)
    copy_groups(matcher, rc ? (uint32_t)rc : matcher->groups, groups, group_capacity);
  return result;
}

// The version compiled against: asking the library itself would need a buffer
// that outlives the call.
const char *akt_pattern_library_version(void) {
#define TEXT_OF(x)    #x
#define VERSION_OF(x) TEXT_OF(x)
  return VERSION_OF(PCRE2_MAJOR) "." VERSION_OF(PCRE2_MINOR);
}
