// What date a time expression names. Only words that are understood count: one
// unknown word, and nothing is certain ("the day before", "by Friday").
#include "extract/dates.h"

#include "text/text.h"

static const char *const months[] = {"january",   "february", "march",    "april",
                                     "may",       "june",     "july",     "august",
                                     "september", "october",  "november", "december"};
static const char *const weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};
static const char *const numbers[] = {"one", "two",   "three", "four", "five",
                                      "six", "seven", "eight", "nine", "ten"};
// Words that leave the day, month or year as it is.
static const char *const fillers[] = {
    "on",   "in",      "at",     "of",        "the",  "during",    "early",
    "late", "earlier", "mid",    "later",     "end",  "beginning", "morning",
    "noon", "evening", "midday", "afternoon", "this", "local",     "time"};

enum { LATEST_YEAR = 9999, DAYS_AHEAD = 31, MOST_DAYS_AGO = 3660 };

typedef struct date {
  int year, month, day; // month, day 0: not known
} date;

typedef enum shift { SHIFT_NONE, SHIFT_LAST, SHIFT_NEXT } shift;
typedef enum span_unit { UNIT_NONE, UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR } span_unit;

/// What stands in an expression.
typedef struct words {
  int year, month, day;
  int weekday; // 1 Monday to 7, or 0
  int offset;  // days from the document's date, with has_offset
  int count;   // of units ago
  bool has_offset, is_ago, has_this, is_night, is_unclear;
  shift shift;
  span_unit unit;
} words;

// ------------------------------------------------------------ calendar

static bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

// Days since 0001-01-01, a Monday, which is day 0.
static int32_t day_number(date d) {
  int32_t y = d.year - 1;
  int32_t days = y * 365 + y / 4 - y / 100 + y / 400;
  for (int m = 1; m < d.month; m++)
    days += days_in_month(d.year, m);
  return days + d.day - 1;
}

static int weekday_of(int32_t number) {
  return number % 7 + 1;
}

static bool date_of_number(int32_t number, date *out) {
  if (number < 0 || number > day_number((date){LATEST_YEAR, 12, 31}))
    return false;
  int year = number / 366 + 1; // never too late; then forward
  while (year < LATEST_YEAR && day_number((date){year + 1, 1, 1}) <= number)
    year++;
  int32_t rest = number - day_number((date){year, 1, 1});
  int month = 1;
  while (rest >= days_in_month(year, month))
    rest -= days_in_month(year, month++);
  *out = (date){year, month, rest + 1};
  return true;
}

static bool is_valid(date d) {
  return d.year >= 1 && d.year <= LATEST_YEAR && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
         d.day <= days_in_month(d.year, d.month);
}

static int digits_of(const char *text, int count) {
  int n = 0;
  for (int i = 0; i < count; i++) {
    if (!akt_is_digit(text[i]))
      return -1;
    n = n * 10 + (text[i] - '0');
  }
  return n;
}

static bool read_iso(akt_span text, date *out) {
  if (text.len < 10 || text.ptr[4] != '-' || text.ptr[7] != '-')
    return false;
  *out = (date){digits_of(text.ptr, 4), digits_of(text.ptr + 5, 2), digits_of(text.ptr + 8, 2)};
  return is_valid(*out);
}

// ------------------------------------------------------------ words

static bool same(akt_span word, const char *lower) {
  size_t len = strlen(lower);
  if (word.len != len)
    return false;
  for (size_t i = 0; i < len; i++)
    if (akt_to_lower(word.ptr[i]) != lower[i])
      return false;
  return true;
}

static int index_in(akt_span word, const char *const *list, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (same(word, list[i]))
      return (int)i + 1;
  return 0;
}
#define INDEX_IN(word, list) index_in(word, list, sizeof list / sizeof *list)

uint32_t akt_month_number(akt_span word) {
  for (uint32_t m = 0; m < 12; m++) {
    bool is_short = word.len == 3 || (word.len == 4 && word.ptr[3] != '.');
    size_t len = is_short && word.len < strlen(months[m]) ? word.len : strlen(months[m]);
    bool fits = word.len == len;
    for (size_t i = 0; fits && i < len; i++)
      fits = akt_to_lower(word.ptr[i]) == months[m][i];
    if (fits)
      return m + 1;
  }
  return 0;
}

static span_unit unit_of(akt_span word) {
  static const char *const units[] = {"day", "week", "month", "year"};
  if (word.len > 1 && akt_to_lower(word.ptr[word.len - 1]) == 's')
    word.len--;
  return (span_unit)INDEX_IN(word, units);
}

// 22, 22nd; 0: no number of one or two digits.
static int small_number(akt_span word) {
  static const char *const ends[] = {"st", "nd", "rd", "th"};
  size_t digits = 0;
  while (digits < word.len && akt_is_digit(word.ptr[digits]))
    digits++;
  if (digits < 1 || digits > 2)
    return 0;
  akt_span rest = {word.ptr + digits, word.len - digits};
  return rest.len == 0 || INDEX_IN(rest, ends) ? digits_of(word.ptr, (int)digits) : 0;
}

static void set(int *field, int value, words *w) {
  w->is_unclear |= *field && *field != value; // two of them: a range, or a slip
  *field = value;
}

static bool take_calendar(words *w, akt_span word) {
  int month = (int)akt_month_number(word), weekday = INDEX_IN(word, weekdays);
  int year = word.len == 4 ? digits_of(word.ptr, 4) : -1;
  int number = small_number(word);
  date iso;
  if (read_iso(word, &iso) && word.len == 10) {
    w->year = iso.year;
    w->month = iso.month;
    w->day = iso.day;
  } else if (weekday) {
    set(&w->weekday, weekday, w);
  } else if (month) {
    set(&w->month, month, w);
  } else if (year > 0) {
    set(&w->year, year, w);
  } else if (number) {
    set(&w->day, number, w);
  } else {
    return false;
  }
  return true;
}

static bool take_offset(words *w, akt_span word) {
  if (same(word, "today") || same(word, "tonight"))
    w->offset = 0;
  else if (same(word, "yesterday"))
    w->offset = -1;
  else if (same(word, "tomorrow"))
    w->offset = 1;
  else
    return false;
  w->is_unclear |= w->has_offset;
  w->has_offset = true;
  return true;
}

static void take_word(words *w, akt_span word) {
  if (take_calendar(w, word) || take_offset(w, word))
    return;
  int number = same(word, "a") ? 1 : INDEX_IN(word, numbers);
  span_unit unit = unit_of(word);
  if (number)
    w->count = number;
  else if (unit && w->unit)
    w->is_unclear = true;
  else if (unit)
    w->unit = unit;
  else if (same(word, "ago"))
    w->is_ago = true;
  else if (same(word, "night"))
    w->is_night = true;
  else if (same(word, "last") || same(word, "next"))
    w->shift = same(word, "last") ? SHIFT_LAST : SHIFT_NEXT;
  else if (!INDEX_IN(word, fillers))
    w->is_unclear = true;
  w->has_this |= same(word, "this");
}

static words read_words(akt_arena *arena, akt_span text) {
  words w = {0};
  date iso;
  text = akt_span_trim(text);
  if (text.len == 10 && read_iso(text, &iso)) {
    w.year = iso.year;
    w.month = iso.month;
    w.day = iso.day;
    return w;
  }
  akt_text cut = {0};
  akt_text_tokenise(arena, text, &cut);
  for (uint32_t i = 0; i < cut.tokens.count; i++) {
    uint8_t kind = cut.tokens.items[i].kind;
    akt_span word = akt_token_text(&cut, i);
    if (word.len > 1 && word.ptr[word.len - 1] == '.')
      word.len--; // Sept.
    if (kind == AKT_TOKEN_WORD || kind == AKT_TOKEN_NUMBER)
      take_word(&w, word);
    else
      w.is_unclear |= kind != AKT_TOKEN_COMMA && kind != AKT_TOKEN_STOP;
  }
  return w;
}

// ------------------------------------------------------------ what they say

// "22 April" without a year: the last one, or one that is close at hand; the next
// one for what is still to come.
static bool near_year(words *w, date today, bool is_ahead) {
  int32_t now = day_number(today);
  for (int step = 0; step < 3; step++) {
    date d = {is_ahead ? today.year + step - 1 : today.year + 1 - step, w->month,
              w->day ? w->day : 1};
    if (!is_valid(d))
      continue;
    int32_t number = day_number(d);
    if (!w->day && d.year == today.year && d.month == today.month)
      number = now;
    if (is_ahead ? number >= now : number <= now + DAYS_AHEAD) {
      w->year = d.year;
      return true;
    }
  }
  return false;
}

static bool date_of_weekday(const words *w, date today, bool is_ahead, date *out) {
  int32_t now = day_number(today);
  int32_t distance = w->weekday - weekday_of(now); // within this week
  bool is_week = w->unit == UNIT_WEEK;
  if (is_week && w->shift != SHIFT_NONE)
    distance += w->shift == SHIFT_LAST ? -7 : 7;
  else if (!is_week && w->shift == SHIFT_NEXT)
    distance += distance > 0 ? 0 : 7;
  else if (!is_week && w->shift == SHIFT_LAST)
    distance -= distance < 0 ? 0 : 7;
  else if (!is_week && is_ahead)
    distance += distance < 0 ? 7 : 0;
  else if (!is_week)
    distance -= distance > 0 ? 7 : 0;
  return date_of_number(now + distance, out);
}

static bool date_from_today(const words *w, date today, bool is_ahead, date *out) {
  if (w->has_offset)
    return date_of_number(day_number(today) + w->offset, out);
  if (w->weekday)
    return !w->is_ago && date_of_weekday(w, today, is_ahead, out);
  if (w->is_night && w->shift == SHIFT_LAST && !w->unit)
    return date_of_number(day_number(today) - 1, out);
  if (w->is_ago) {
    int count = w->count ? w->count : w->day;
    return w->unit == UNIT_DAY && count && count < MOST_DAYS_AGO && !w->shift &&
           date_of_number(day_number(today) - count, out);
  }
  int step = w->shift == SHIFT_LAST ? -1 : w->shift == SHIFT_NEXT ? 1 : 0;
  if (w->count || (!step && !w->has_this))
    return false;
  if (w->unit == UNIT_YEAR)
    *out = (date){today.year + step, 0, 0};
  else if (w->unit == UNIT_MONTH)
    *out = (date){today.year + (today.month + step == 13) - (today.month + step == 0),
                  (today.month + step + 11) % 12 + 1, 0};
  else if (!w->unit && w->has_this)
    *out = today; // this morning
  else
    return false; // a week is no day
  return out->year >= 1 && out->year <= LATEST_YEAR;
}

static bool agrees(const words *w, date d) {
  return !w->weekday || !d.day || weekday_of(day_number(d)) == w->weekday;
}

static bool resolve(words *w, const date *today, bool is_ahead, date *out) {
  bool is_calendar = w->year || w->month;
  if (w->is_unclear)
    return false;
  if (!is_calendar) {
    bool has_stray_day = w->day && !w->is_ago; // "10 on Monday" is a clock
    return today && !has_stray_day && date_from_today(w, *today, is_ahead, out);
  }
  if (w->is_ago || w->has_offset || w->unit || w->count || (w->day && !w->month))
    return false;
  if (w->shift) { // last April
    bool is_plain = w->month && !w->year && !w->day && !w->weekday && today;
    if (!is_plain)
      return false;
    int year = today->year;
    if (w->shift == SHIFT_LAST)
      year -= w->month >= today->month;
    else
      year += w->month <= today->month;
    w->year = year;
  }
  if (!w->year && (!today || !near_year(w, *today, is_ahead)))
    return false;
  *out = (date){w->year, w->month, w->day};
  date whole = {w->year, w->month ? w->month : 1, w->day ? w->day : 1};
  return is_valid(whole) && agrees(w, *out);
}

const char *akt_date_of_text(akt_arena *arena, akt_span text, const char *document_date,
                             bool is_ahead) {
  words w = read_words(arena, text);
  date today, d;
  bool has_today = document_date && read_iso(akt_span_of(document_date), &today);
  if (!resolve(&w, has_today ? &today : NULL, is_ahead, &d))
    return NULL;
  if (!d.month)
    return akt_arena_printf(arena, "%04d", d.year);
  if (!d.day)
    return akt_arena_printf(arena, "%04d-%02d", d.year, d.month);
  return akt_arena_printf(arena, "%04d-%02d-%02d", d.year, d.month, d.day);
}
