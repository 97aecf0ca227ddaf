// The forms of verbs and nouns, as the rules see them.
#include "arena_fixture.h"

#include "rule/ruleset.h"

// "praises praised praised praising"
static const char *forms_of(fixture *f, const char *lemma) {
  akt_verb_forms v = akt_inflect_verb(&f->arena, lemma);
  return akt_arena_printf(&f->arena, "%s %s %s %s", v.s, v.past, v.participle, v.ing);
}

typedef struct row {
  const char *lemma;
  const char *want;
} row;

static void check_verbs(fixture *f, const row *rows, size_t count) {
  for (size_t i = 0; i < count; i++)
    assert_string_equal(forms_of(f, rows[i].lemma), rows[i].want);
}
#define CHECK(state, rows) check_verbs(*(state), rows, sizeof rows / sizeof *rows)

static void plain_verbs_take_plain_endings(void **state) {
  static const row rows[] = {
      {"attack", "attacks attacked attacked attacking"},
      {"enjoy", "enjoys enjoyed enjoyed enjoying"},
      {"veto", "vetoes vetoed vetoed vetoing"},
      {"radio", "radios radioed radioed radioing"},
  };
  CHECK(state, rows);
}

static void hissing_verbs_take_es(void **state) {
  static const row rows[] = {
      {"press", "presses pressed pressed pressing"},
      {"push", "pushes pushed pushed pushing"},
      {"reach", "reaches reached reached reaching"},
      {"tax", "taxes taxed taxed taxing"},
  };
  CHECK(state, rows);
}

static void a_final_e_is_dropped_and_y_becomes_i(void **state) {
  static const row rows[] = {
      {"praise", "praises praised praised praising"},
      {"agree", "agrees agreed agreed agreeing"},
      {"eye", "eyes eyed eyed eyeing"},
      {"deny", "denies denied denied denying"},
      {"tie", "ties tied tied tying"},
  };
  CHECK(state, rows);
}

static void a_stressed_last_consonant_is_doubled(void **state) {
  static const row rows[] = {
      {"stop", "stops stopped stopped stopping"},
      {"permit", "permits permitted permitted permitting"},
      {"transfer", "transfers transferred transferred transferring"},
      {"visit", "visits visited visited visiting"},
      {"recruit", "recruits recruited recruited recruiting"},
      {"help", "helps helped helped helping"},
      {"fix", "fixes fixed fixed fixing"},
      {"vow", "vows vowed vowed vowing"},
      {"raid", "raids raided raided raiding"},
      {"outwit", "outwits outwitted outwitted outwitting"},
      {"rebut", "rebuts rebutted rebutted rebutting"},
      {"deter", "deters deterred deterred deterring"},
      {"bolster", "bolsters bolstered bolstered bolstering"},
      {"shatter", "shatters shattered shattered shattering"},
      {"headquarter", "headquarters headquartered headquartered headquartering"},
      {"squat", "squats squatted squatted squatting"},
      {"mimic", "mimics mimicked mimicked mimicking"},
  };
  CHECK(state, rows);
}

static void plurals_follow_the_spelling(void **state) {
  fixture *f = *state;
  static const row rows[] = {
      {"envoy", "envoys"},    {"country", "countries"},
      {"church", "churches"}, {"bus", "buses"},
      {"gunman", "gunmen"},   {"german", "germans"},
      {"human", "humans"},    {"spokeswoman", "spokeswomen"},
      {"hero", "heroes"},     {"cameo", "cameos"},
      {"man", "men"},         {"embargo", "embargoes"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_string_equal(akt_inflect_plural(&f->arena, rows[i].lemma), rows[i].want);
}

static void no_word_is_too_short(void **state) {
  fixture *f = *state;
  static const char *const words[] = {"", "a", "b", "e", "y", "be", "ie", "ye"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    akt_verb_forms v = akt_inflect_verb(&f->arena, words[i]);
    assert_non_null(v.s);
    assert_non_null(v.past);
    assert_non_null(v.ing);
    assert_non_null(akt_inflect_plural(&f->arena, words[i]));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(plain_verbs_take_plain_endings),
      AKT_TEST(hissing_verbs_take_es),
      AKT_TEST(a_final_e_is_dropped_and_y_becomes_i),
      AKT_TEST(a_stressed_last_consonant_is_doubled),
      AKT_TEST(plurals_follow_the_spelling),
      AKT_TEST(no_word_is_too_short),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
