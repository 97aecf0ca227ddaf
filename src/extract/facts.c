// What the head of a plain text says of the document: a short first line
// without a full stop is the headline, a line that is only a date dates it.
#include "extract/dates.h"
#include "extract/extract.h"

enum { LONGEST_TITLE = 140, DATE_LINES = 6 };

static uint32_t number_of(akt_span word) {
  uint32_t n = 0;
  for (size_t i = 0; i < word.len && i < 6; i++) {
    if (!akt_is_digit(word.ptr[i]))
      return i ? n : 0;
    n = n * 10 + (uint32_t)(word.ptr[i] - '0');
  }
  return n;
}

// "30 April 2025", "April 30, 2025", "2025-04-30" with little else on the line.
static const char *date_in_line(akt_arena *arena, akt_span line) {
  if (line.len < 8 || line.len > 60)
    return NULL;
  akt_text cut = {0};
  akt_text_tokenise(arena, line, &cut);
  uint32_t day = 0, month = 0, year = 0, other = 0;
  for (uint32_t i = 0; i < cut.tokens.count; i++) {
    akt_span word = akt_token_text(&cut, i);
    uint32_t m = akt_month_number(word), n = number_of(word);
    if (m)
      month = m;
    else if (n >= 1900 && n < 2100)
      year = n;
    else if (n >= 1 && n <= 31 && !day)
      day = n;
    else
      other += cut.tokens.items[i].kind == AKT_TOKEN_WORD;
  }
  if (!month && line.len >= 10 && line.ptr[4] == '-' && line.ptr[7] == '-') {
    year = number_of((akt_span){line.ptr, 4});
    month = number_of((akt_span){line.ptr + 5, 2});
    day = number_of((akt_span){line.ptr + 8, 2});
  }
  if (!year || !month || month > 12 || !day || other > 4)
    return NULL;
  return akt_arena_printf(arena, "%04u-%02u-%02u", year, month, day);
}

// "Image copyright Getty Images Image caption ...": copied along with a page's text.
static bool is_picture_credit(akt_span line) {
  static const char *const starts[] = {
      "Image copyright", "Image caption", "Image source", "Media caption",
      "Photo:",          "Photograph:",   "File photo",   "Getty Images"};
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
    if (line.len >= strlen(starts[i]) && memcmp(line.ptr, starts[i], strlen(starts[i])) == 0)
      return true;
  return false;
}

static bool looks_like_title(akt_span line) {
  if (line.len < 8 || line.len > LONGEST_TITLE || is_picture_credit(line))
    return false;
  char last = line.ptr[line.len - 1];
  return last != '.' && last != ':' && last != ',' && last != ';' &&
         !akt_span_ends_with(line, "\xe2\x80\x9d") && last != '"';
}

void akt_document_facts(akt_arena *arena, akt_span text, const char **title,
                        const char **date) {
  size_t start = 0;
  uint32_t lines = 0;
  for (size_t i = 0; i <= text.len && lines < DATE_LINES; i++) {
    if (i < text.len && text.ptr[i] != '\n')
      continue;
    akt_span line = akt_span_trim((akt_span){text.ptr + start, i - start});
    start = i + 1;
    if (!line.len)
      continue;
    lines++;
    if (!*date)
      *date = date_in_line(arena, line);
    bool has_more = i < text.len;
    if (!*title && lines == 1 && has_more && looks_like_title(line) && !*date)
      *title = akt_arena_copy(arena, line.ptr, line.len);
  }
}
