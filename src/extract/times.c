// Time expressions. They are taken out before verbs are decided, since the noun
// left of a verb must be its own: "India on Monday suspended ...".
#include "extract/reading.h"

static bool is_year(akt_span text) {
  if (text.len < 4 || text.len > 5 ||
      !(akt_span_starts_with(text, "19") || akt_span_starts_with(text, "20")))
    return false;
  return akt_is_digit(text.ptr[2]) && akt_is_digit(text.ptr[3]) &&
         (text.len == 4 || text.ptr[4] == 's');
}

// 30, 1st, 26th
static bool is_day_number(akt_span text) {
  size_t digits = 0;
  while (digits < text.len && akt_is_digit(text.ptr[digits]))
    digits++;
  if (digits < 1 || digits > 2)
    return false;
  akt_span rest = {text.ptr + digits, text.len - digits};
  return rest.len == 0 || akt_span_is(rest, "st") || akt_span_is(rest, "nd") ||
         akt_span_is(rest, "rd") || akt_span_is(rest, "th");
}

static bool is_calendar(const akt_reading *r, uint32_t i) {
  if (!r->text.tokens.items[i].is_capital)
    return false;
  if (akt_unit_is(r, i, AKT_EN(WEEKDAY)))
    return true;
  if (!akt_unit_is(r, i, AKT_EN(MONTH)))
    return false;
  if (!akt_unit_is_word(r, i, "may") && !akt_unit_is_word(r, i, "march"))
    return true;
  // May and March are months beside a number or after "in", "since".
  bool number_after = i + 1 < r->text.tokens.count &&
                      akt_is_digit(r->text.bytes.ptr[r->text.tokens.items[i + 1].start]);
  bool number_before =
      i > 0 && akt_is_digit(r->text.bytes.ptr[r->text.tokens.items[i - 1].start]);
  bool cue_before = i > 0 && akt_unit_in(r, i - 1, AKT_SET_MONTH_CUE);
  return number_after || number_before || cue_before;
}

typedef struct run {
  uint32_t start, core, end; // with its preposition; first time word; one past the last
  bool has_calendar, has_unit, has_modifier, has_year, has_word;
} run;

// Takes one token into the run; false when it is no part of a time expression.
static bool take(const akt_reading *r, run *t, uint32_t i) {
  akt_span text = akt_unit_text(r, i);
  uint64_t classes = akt_unit_classes(r, i);
  bool is_atom = r->units.items[i].atom != AKT_NONE;
  if (is_calendar(r, i)) {
    t->has_calendar = true;
  } else if (is_atom) {
    return false;
  } else if (is_year(text)) {
    t->has_year = true;
  } else if (classes & AKT_EN(TIME_UNIT)) {
    t->has_unit = true;
  } else if (classes & AKT_EN(TIME_WORD)) {
    t->has_word = true;
  } else if (akt_unit_is_word(r, i, "ago") ||
             (classes & (AKT_EN(TIME_ADJECTIVE) | AKT_EN(NUMBER))) || is_day_number(text)) {
    t->has_modifier = true;
  } else if (text.len == 1 && text.ptr[0] == ',') {
    return i > t->core; // April 22, 2025
  } else {
    return akt_unit_in(r, i, AKT_SET_TIME_FILLER);
  }
  return true;
}

static bool is_time_core(const akt_reading *r, uint32_t i) {
  akt_span text = akt_unit_text(r, i);
  if (is_calendar(r, i))
    return true;
  if (r->units.items[i].atom != AKT_NONE)
    return false;
  return is_year(text) || akt_unit_is(r, i, AKT_EN(TIME_UNIT) | AKT_EN(TIME_WORD)) ||
         akt_unit_is_word(r, i, "ago") ||
         (is_day_number(text) && i > 0 && akt_unit_is(r, i - 1, AKT_EN(MONTH)));
}

// Cuts words that cannot end a time expression: "on Monday the" -> "on Monday".
static void trim(const akt_reading *r, run *t) {
  while (t->end > t->core && !is_time_core(r, t->end - 1))
    t->end--;
}

static bool is_accepted(const akt_reading *r, const run *t, uint32_t sentence_end) {
  if (t->end <= t->core)
    return false;
  bool has_preposition = t->start < t->core;
  bool is_article_first = akt_unit_is_word(r, t->core, "the") ||
                          akt_unit_is_word(r, t->core, "a") ||
                          akt_unit_is_word(r, t->core, "of");
  uint32_t next = t->end;
  if (next < sentence_end && r->text.tokens.items[next].kind == AKT_TOKEN_POSSESSIVE)
    return false; // Monday's attack: a modifier of the noun
  if (t->has_calendar || t->has_word)
    return has_preposition || !is_article_first;
  if (t->has_year && t->end - t->core <= 2)
    return has_preposition;
  bool is_modified = t->has_modifier || akt_unit_is_word(r, t->core, "this") ||
                     akt_unit_is_word(r, t->core, "that");
  bool is_dated = akt_unit_is_word(r, t->end - 1, "ago") || is_modified;
  if (!t->has_unit || !is_dated)
    return false;
  if (next < sentence_end && akt_unit_is_word(r, next, "of"))
    return false;
  // "the past year" alone is a noun phrase, "two-year term" a modifier.
  bool noun_follows =
      next < sentence_end && !akt_span_ends_with(akt_unit_text(r, next), "ly") &&
      r->text.tokens.items[next].kind == AKT_TOKEN_WORD &&
      !r->text.tokens.items[next].is_capital && r->units.items[next].word == AKT_NONE;
  return (has_preposition || !is_article_first) && !(noun_follows && !has_preposition);
}

static uint32_t read_time(akt_reading *r, const akt_sentence *s, uint32_t i) {
  run t = {.start = i, .core = i};
  if (akt_unit_is(r, i, AKT_EN(TIME_PREPOSITION)) && i + 1 < s->last)
    t.core = i + 1;
  t.end = t.core;
  run seen = t;
  while (t.end < s->last && t.end - t.start < 12 && take(r, &t, t.end))
    t.end++;
  uint32_t reach = t.end;
  trim(r, &t);
  if (t.end < reach) { // read again what is left, so that flags fit it
    uint32_t end = t.end;
    t = seen;
    for (t.end = t.core; t.end < end; t.end++)
      take(r, &t, t.end);
  }
  if (!is_accepted(r, &t, s->last))
    return i + 1;
  for (uint32_t k = t.start; k < t.end; k++)
    r->units.items[k].class = AKT_CL_TIME;
  akt_vec_push(r->arena, &r->times, (akt_time_span){t.start, t.end});
  return t.end;
}

void akt_read_times(akt_reading *r) {
  for (uint32_t s = 0; s < r->text.sentences.count; s++) {
    const akt_sentence *sentence = &r->text.sentences.items[s];
    for (uint32_t i = sentence->first; i < sentence->last;)
      i = read_time(r, sentence, i);
  }
}
