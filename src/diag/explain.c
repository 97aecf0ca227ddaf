// `aktant explain CODE`: a page for each code, with a wrong and a right example.
// The examples about rules are run by the tests.
#include "diag/diag.h"

#define AKT_PAGE(id, code, title, meaning, wrong, right)                                       \
  {id, wrong, right,                                                                           \
   code ": " title "\n\n" meaning "\n\nWrong:\n\n" wrong "\nRight:\n\n" right},

static const akt_page pages[] = {
#include "diag/pages/files.def"
#include "diag/pages/names.def"
#include "diag/pages/other.def"
#include "diag/pages/patterns.def"
#include "diag/pages/syntax.def"
};

const akt_page *akt_pages(uint32_t *count) {
  *count = (uint32_t)(sizeof pages / sizeof *pages);
  return pages;
}

const char *akt_explain(const char *code) {
  if (!code)
    return NULL;
  if (akt_is_alpha(*code))
    code++;
  size_t len = strlen(code);
  uint32_t number = 0;
  if (!len || len > 4)
    return NULL;
  for (size_t i = 0; i < len; i++) {
    if (!akt_is_digit(code[i]))
      return NULL;
    number = number * 10 + (uint32_t)(code[i] - '0');
  }
  for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
    if ((uint32_t)pages[i].code == number)
      return pages[i].text;
  }
  return NULL;
}
