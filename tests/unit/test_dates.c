// What date a time expression names, and where none is certain.
#include "arena_fixture.h"

#include "extract/dates.h"

typedef struct row {
  const char *text;
  const char *today; // 2025-04-30 is a Wednesday
  const char *date;  // NULL: none is certain
  bool is_ahead;
} row;

static void check_rows(fixture *f, const row *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const char *date =
        akt_date_of_text(&f->arena, akt_span_of(rows[i].text), rows[i].today, rows[i].is_ahead);
    const char *want = rows[i].date ? rows[i].date : "none";
    if (strcmp(date ? date : "none", want) != 0)
      fail_msg("%s (%s): %s, not %s", rows[i].text, rows[i].today ? rows[i].today : "no date",
               date ? date : "none", want);
  }
}
#define CHECK(state, rows) check_rows(*(state), rows, sizeof rows / sizeof *rows)

#define TODAY "2025-04-30"

static void absolute_dates_need_no_document_date(void **state) {
  static const row rows[] = {
      {"April 22, 2025", NULL, "2025-04-22", false},
      {"on 22 April 2025", NULL, "2025-04-22", false},
      {"Sept. 11, 2001", NULL, "2001-09-11", false},
      {"on the 3rd of March 1999", NULL, "1999-03-03", false},
      {"2024-02-29", NULL, "2024-02-29", false},
      {"in 2019", NULL, "2019", false},
      {"in late 2019", NULL, "2019", false},
      {"in April 2025", NULL, "2025-04", false},
      {"on Tuesday, April 22, 2025", NULL, "2025-04-22", false},
      {"on Friday, April 22, 2025", NULL, NULL, false}, // it was a Tuesday
      {"February 29, 2023", NULL, NULL, false},
      {"April 31, 2025", NULL, NULL, false},
      {"February 29, 1900", NULL, NULL, false},
      {"February 29, 2000", NULL, "2000-02-29", false},
  };
  CHECK(state, rows);
}

static void days_count_from_the_document(void **state) {
  static const row rows[] = {
      {"today", TODAY, "2025-04-30", false},
      {"yesterday", TODAY, "2025-04-29", false},
      {"tomorrow", TODAY, "2025-05-01", false},
      {"yesterday", "2024-03-01", "2024-02-29", false},
      {"yesterday", "2025-01-01", "2024-12-31", false},
      {"last night", TODAY, "2025-04-29", false},
      {"this morning", TODAY, "2025-04-30", false},
      {"three days ago", TODAY, "2025-04-27", false},
      {"10 days ago", TODAY, "2025-04-20", false},
      {"a day ago", TODAY, "2025-04-29", false},
      {"yesterday", NULL, NULL, false},
      {"yesterday", "2025", NULL, false},
      {"yesterday", "0001-01-01", NULL, false},
      {"tomorrow", "9999-12-31", NULL, false},
      {"yesterday", "2025-04-30T10:00:00Z", "2025-04-29", false},
  };
  CHECK(state, rows);
}

static void a_weekday_is_the_last_one_unless_it_is_to_come(void **state) {
  static const row rows[] = {
      {"on Monday", TODAY, "2025-04-28", false},
      {"Wednesday", TODAY, "2025-04-30", false},
      {"on Thursday", TODAY, "2025-04-24", false},
      {"late on Tuesday", TODAY, "2025-04-29", false},
      {"on Monday morning", TODAY, "2025-04-28", false},
      {"on Friday", TODAY, "2025-05-02", true},
      {"on Wednesday", TODAY, "2025-04-30", true},
      {"next Friday", TODAY, "2025-05-02", false},
      {"last Wednesday", TODAY, "2025-04-23", false},
      {"Monday last week", TODAY, "2025-04-21", false},
      {"Friday of next week", TODAY, "2025-05-09", false},
      {"Friday this week", TODAY, "2025-05-02", false},
      {"on Monday", NULL, NULL, false},
  };
  CHECK(state, rows);
}

static void a_day_without_a_year_is_near_the_document(void **state) {
  static const row rows[] = {
      {"April 22", TODAY, "2025-04-22", false},
      {"on 22 April", TODAY, "2025-04-22", false},
      {"May 3", TODAY, "2025-05-03", false},
      {"October 7", TODAY, "2024-10-07", false},
      {"October 7", TODAY, "2025-10-07", true},
      {"December 25", "2025-01-05", "2024-12-25", false},
      {"January 3", "2024-12-30", "2025-01-03", false},
      {"in April", TODAY, "2025-04", false},
      {"in November", TODAY, "2024-11", false},
      {"in April", TODAY, "2025-04", true},
      {"in March", TODAY, "2026-03", true},
      {"last April", TODAY, "2024-04", false},
      {"Tuesday, April 22", TODAY, "2025-04-22", false},
      {"April 22", NULL, NULL, false},
  };
  CHECK(state, rows);
}

static void months_and_years_are_as_precise_as_they_are_said(void **state) {
  static const row rows[] = {
      {"last month", "2025-01-15", "2024-12", false},
      {"next month", "2025-12-15", "2026-01", false},
      {"earlier this month", TODAY, "2025-04", false},
      {"last year", TODAY, "2024", false},
      {"later this year", TODAY, "2025", false},
      {"last week", TODAY, NULL, false},
      {"this week", TODAY, NULL, false},
      {"two weeks ago", TODAY, NULL, false},
      {"two years ago", TODAY, NULL, false},
  };
  CHECK(state, rows);
}

static void what_is_not_certain_is_left_open(void **state) {
  static const row rows[] = {
      {"by Friday", TODAY, NULL, true},
      {"since 2014", TODAY, NULL, false},
      {"until April 22", TODAY, NULL, false},
      {"within days", TODAY, NULL, false},
      {"several days ago", TODAY, NULL, false},
      {"nearly three days ago", TODAY, NULL, false},
      {"the day before", TODAY, NULL, false},
      {"the same day", TODAY, NULL, false},
      {"for three days", TODAY, NULL, false},
      {"the 1990s", TODAY, NULL, false},
      {"2019, 2020", TODAY, NULL, false},
      {"Monday, Tuesday", TODAY, NULL, false},
      {"now", TODAY, NULL, false},
      {"", TODAY, NULL, false},
      {"0000", TODAY, NULL, false},
      {"99", TODAY, NULL, false},
  };
  CHECK(state, rows);
}

// The calendar itself, day by day over four centuries.
static void yesterday_of_tomorrow_is_today(void **state) {
  fixture *f = *state;
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  char before[16] = "1899-12-31";
  for (int year = 1900; year < 2300; year++)
    for (int month = 1; month <= 12; month++) {
      bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
      for (int day = 1; day <= days[month - 1] + (month == 2 && is_leap); day++) {
        const char *now = akt_arena_printf(&f->arena, "%04d-%02d-%02d", year, month, day);
        assert_string_equal(akt_date_of_text(&f->arena, AKT_SPAN("yesterday"), now, false),
                            before);
        assert_string_equal(akt_date_of_text(&f->arena, AKT_SPAN("tomorrow"), before, false),
                            now);
        memcpy(before, now, 11);
        if (day == 1)
          akt_arena_reset(&f->arena);
      }
    }
}

static void months_are_known_by_their_names_and_abbreviations(void **state) {
  (void)state;
  assert_int_equal(akt_month_number(AKT_SPAN("January")), 1);
  assert_int_equal(akt_month_number(AKT_SPAN("Sept")), 9);
  assert_int_equal(akt_month_number(AKT_SPAN("dec")), 12);
  assert_int_equal(akt_month_number(AKT_SPAN("MAY")), 5);
  assert_int_equal(akt_month_number(AKT_SPAN("Ma")), 0);
  assert_int_equal(akt_month_number(AKT_SPAN("Mayor")), 0);
  assert_int_equal(akt_month_number(AKT_SPAN("")), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(absolute_dates_need_no_document_date),
      AKT_TEST(days_count_from_the_document),
      AKT_TEST(a_weekday_is_the_last_one_unless_it_is_to_come),
      AKT_TEST(a_day_without_a_year_is_near_the_document),
      AKT_TEST(months_and_years_are_as_precise_as_they_are_said),
      AKT_TEST(what_is_not_certain_is_left_open),
      AKT_TEST(yesterday_of_tomorrow_is_today),
      AKT_TEST(months_are_known_by_their_names_and_abbreviations),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
