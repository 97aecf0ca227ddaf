// PCRE2 behind its door: right results, and every bound told apart from "no".
#include "arena_fixture.h"

#include "regex/pattern.h"

static akt_match_result run(fixture *f, const char *pattern, const char *subject,
                            unsigned flags, akt_group *groups, uint32_t count) {
  akt_pattern_error error;
  akt_pattern *compiled = akt_pattern_compile(&f->arena, akt_span_of(pattern), &error);
  assert_non_null(compiled);
  akt_matcher *matcher = akt_matcher_new(&f->arena);
  return akt_matcher_run(matcher, compiled, akt_span_of(subject), 0, flags, groups, count);
}

static const char *repeated(fixture *f, const char *text, size_t times) {
  akt_buf buf;
  akt_buf_init(&buf, &f->arena);
  while (times--)
    akt_buf_puts(&buf, text);
  return akt_buf_text(&buf);
}

static void groups_are_byte_offsets(void **state) {
  fixture *f = *state;
  akt_group g[3];
  assert_int_equal(run(f, "(\\w+) (x)?", "\xC3\xA9t\xC3\xA9 y", 0, g, 3), AKT_MATCH_YES);
  assert_int_equal(g[0].start, 0);
  assert_int_equal(g[0].end, 6);
  assert_int_equal(g[1].end, 5);
  assert_true(g[2].start == SIZE_MAX);
}

static void letters_of_every_script_are_letters(void **state) {
  assert_int_equal(run(*state, "^\\w+$", "\xD0\x9C\xD0\xB8\xD1\x80", 0, NULL, 0),
                   AKT_MATCH_YES);
  assert_int_equal(run(*state, "(?i)\xC3\x89", "\xC3\xA9", 0, NULL, 0), AKT_MATCH_YES);
}

static void anchors_hold_at_both_ends(void **state) {
  fixture *f = *state;
  assert_int_equal(run(f, "b", "abc", 0, NULL, 0), AKT_MATCH_YES);
  assert_int_equal(run(f, "b", "abc", AKT_MATCH_ANCHORED, NULL, 0), AKT_MATCH_NO);
  assert_int_equal(run(f, "ab", "abc", AKT_MATCH_ANCHORED, NULL, 0), AKT_MATCH_YES);
  unsigned both = AKT_MATCH_ANCHORED | AKT_MATCH_END_ANCHORED;
  assert_int_equal(run(f, "ab", "abc", both, NULL, 0), AKT_MATCH_NO);
  assert_int_equal(run(f, "a|abc", "abc", both, NULL, 0), AKT_MATCH_YES);
  akt_pattern *whole = akt_pattern_compile_for(&f->arena, AKT_SPAN("a|abc"), both, NULL);
  akt_matcher *matcher = akt_matcher_new(&f->arena);
  assert_int_equal(akt_matcher_run(matcher, whole, AKT_SPAN("abc"), 0, both, NULL, 0),
                   AKT_MATCH_YES);
  assert_int_equal(akt_matcher_run(matcher, whole, AKT_SPAN("abcd"), 0, both, NULL, 0),
                   AKT_MATCH_NO);
}

static void errors_point_into_the_pattern(void **state) {
  fixture *f = *state;
  static const struct {
    const char *pattern;
    size_t byte_off;
    const char *part;
  } rows[] = {
      {"([a-z", 5, "missing terminating ]"},
      {"ab)", 2, "unmatched closing"},
      {"ab{2,1}", 6, "out of order"},
      {"\xC3\xA9(", 3, "missing closing"},
      {"\\C", 2, "not allowed"},
      {"(*UTF)a", 0, "not allowed"},
      {"(*NO_JIT)a", 0, "not allowed"},
      {"(*LIMIT_MATCH=9)a", 0, "not allowed"},
      {"abc(?C1)", 8, "not allowed"},
      {"(?C)abc", 4, "not allowed"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    akt_pattern_error error;
    assert_null(akt_pattern_compile(&f->arena, akt_span_of(rows[i].pattern), &error));
    assert_int_equal(error.byte_off, rows[i].byte_off);
    assert_non_null(strstr(error.message, rows[i].part));
  }
}

static void too_long_and_too_deep_patterns_are_refused(void **state) {
  fixture *f = *state;
  akt_pattern_error error;
  assert_null(akt_pattern_compile(&f->arena, akt_span_of(repeated(f, "a", 40000)), &error));
  assert_null(akt_pattern_compile(&f->arena, akt_span_of(repeated(f, "(", 300)), &error));
  assert_null(akt_pattern_compile(&f->arena, AKT_SPAN("(a{0,65535}){0,65535}"), &error));
}

static void assertions_in_words_are_no_settings(void **state) {
  assert_int_equal(run(*state, "(*pla:a)a", "ba", 0, NULL, 0), AKT_MATCH_YES);
}

static void a_runaway_pattern_is_a_limit_not_a_no(void **state) {
  fixture *f = *state;
  const char *text = akt_arena_printf(&f->arena, "%sb", repeated(f, "a", 60));
  assert_int_equal(run(f, "(a+)+$", text, 0, NULL, 0), AKT_MATCH_LIMIT);
}

static void a_match_the_jit_stack_cannot_hold_is_still_found(void **state) {
  fixture *f = *state;
  const char *text = akt_arena_printf(&f->arena, "%sis", repeated(f, "word ", 2000));
  assert_int_equal(run(f, "(?:(\\w+)\\s+)+is", text, 0, NULL, 0), AKT_MATCH_YES);
}

static void long_subjects_are_a_limit(void **state) {
  fixture *f = *state;
  assert_int_equal(run(f, "b", repeated(f, "a", 65536), 0, NULL, 0), AKT_MATCH_NO);
  assert_int_equal(run(f, "b", repeated(f, "a", 65537), 0, NULL, 0), AKT_MATCH_LIMIT);
}

static void invalid_text_is_an_error_not_a_crash(void **state) {
  assert_int_equal(run(*state, "a", "\xFF\xC3", 0, NULL, 0), AKT_MATCH_ERROR);
}

static void an_offset_beyond_the_text_is_an_error(void **state) {
  fixture *f = *state;
  akt_pattern *pattern = akt_pattern_compile(&f->arena, AKT_SPAN("a"), NULL);
  akt_matcher *matcher = akt_matcher_new(&f->arena);
  assert_int_equal(akt_matcher_run(matcher, pattern, AKT_SPAN("a"), 2, 0, NULL, 0),
                   AKT_MATCH_ERROR);
  assert_int_equal(akt_matcher_run(matcher, pattern, (akt_span){NULL, 0}, 0, 0, NULL, 0),
                   AKT_MATCH_NO);
}

static void names_and_first_bytes_are_known(void **state) {
  fixture *f = *state;
  akt_pattern *pattern =
      akt_pattern_compile(&f->arena, AKT_SPAN("Pact of (?<place>\\w+)"), NULL);
  assert_int_equal(akt_pattern_name_count(pattern), 1);
  uint32_t group;
  assert_string_equal(akt_pattern_name(pattern, 0, &group), "place");
  assert_int_equal(group, 1);
  assert_int_equal(akt_pattern_first_byte(pattern), 'P');
  // Either case may begin a match, so no byte is promised.
  pattern = akt_pattern_compile(&f->arena, AKT_SPAN("(?i)Pact"), NULL);
  assert_int_equal(akt_pattern_first_byte(pattern), -1);
  pattern = akt_pattern_compile(&f->arena, AKT_SPAN("(?x-s:(?^i:Pact))"), NULL);
  assert_int_equal(akt_pattern_first_byte(pattern), -1);
  pattern = akt_pattern_compile(&f->arena, AKT_SPAN("Pact|Treaty"), NULL);
  assert_int_equal(akt_pattern_first_byte(pattern), -1);
}

static void more_groups_than_room_leave_the_rest_unset(void **state) {
  fixture *f = *state;
  akt_group g[40];
  assert_int_equal(run(f, repeated(f, "(a)", 30), repeated(f, "a", 30), 0, g, 40),
                   AKT_MATCH_YES);
  assert_int_equal(g[30].start, 29);
  assert_true(g[31].start == SIZE_MAX);
}

static void smells_are_nested_repetition_and_no_fixed_text(void **state) {
  fixture *f = *state;
  static const struct {
    const char *pattern;
    bool has_literal;
    size_t nested;
  } rows[] = {
      {"(a+)+$", true, 0},
      {"(?:\\w+\\s*)+said", true, 0},
      {"x(?:(y+)z)*", true, 1},
      {"(?:\\w+)++ said", true, SIZE_MAX},
      {"phoned|rang(?: up)?", true, SIZE_MAX},
      {"phoned|\\w+", false, SIZE_MAX},
      {"\\p{Lu}\\w+", false, SIZE_MAX},
      {"[a-z+*]+", false, SIZE_MAX},
      {"(?<who>\\w+)", false, SIZE_MAX},
      {"(?:Treaty)?\\w", false, SIZE_MAX},
      {"a{0,3}\\w", false, SIZE_MAX},
      {"a{2}", true, SIZE_MAX},
      {"(ab?)*", false, SIZE_MAX},
      {"", false, SIZE_MAX},
      {"(((", false, SIZE_MAX},
      {")))", false, SIZE_MAX},
      {"[", false, SIZE_MAX},
      {"\\", false, SIZE_MAX},
      {"(?", false, SIZE_MAX},
      {"a{", true, SIZE_MAX},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    akt_pattern_smell smell = akt_pattern_smells(&f->arena, akt_span_of(rows[i].pattern));
    if (smell.has_literal != rows[i].has_literal || smell.nested_byte_off != rows[i].nested)
      fail_msg("%s: literal %d, nested %zu", rows[i].pattern, smell.has_literal,
               smell.nested_byte_off);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(groups_are_byte_offsets),
      AKT_TEST(letters_of_every_script_are_letters),
      AKT_TEST(anchors_hold_at_both_ends),
      AKT_TEST(errors_point_into_the_pattern),
      AKT_TEST(too_long_and_too_deep_patterns_are_refused),
      AKT_TEST(assertions_in_words_are_no_settings),
      AKT_TEST(a_runaway_pattern_is_a_limit_not_a_no),
      AKT_TEST(a_match_the_jit_stack_cannot_hold_is_still_found),
      AKT_TEST(long_subjects_are_a_limit),
      AKT_TEST(invalid_text_is_an_error_not_a_crash),
      AKT_TEST(an_offset_beyond_the_text_is_an_error),
      AKT_TEST(names_and_first_bytes_are_known),
      AKT_TEST(more_groups_than_room_leave_the_rest_unset),
      AKT_TEST(smells_are_nested_repetition_and_no_fixed_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
