// The pages of `aktant explain`: one for each code, and their examples are true.
#include "rule_fixture.h"

#include <stdio.h>

// What the examples may take for granted.
static const char prelude[] = "kind country\n"
                              "kind person\n"
                              "class actor = country, person\n"
                              "words talks = talk, call\n"
                              "relation represents\n";

static const int codes[] = {
#define AKT_CODE(id, name, severity, title) id,
#include "diag/codes.def"
#undef AKT_CODE
};
enum { CODE_COUNT = sizeof codes / sizeof *codes };

static const akt_page *page_of(int code) {
  uint32_t count;
  const akt_page *pages = akt_pages(&count);
  for (uint32_t i = 0; i < count; i++) {
    if (pages[i].code == code)
      return &pages[i];
  }
  return NULL;
}

static void every_code_has_a_page_that_begins_with_its_title(void **state) {
  (void)state;
  for (int i = 0; i < CODE_COUNT; i++) {
    char code[8];
    akt_code_format((akt_code)codes[i], code);
    const char *text = akt_explain(code);
    if (!text)
      fail_msg("no page for %s", code);
    char head[200];
    snprintf(head, sizeof head, "%s: %s\n", code, akt_code_title((akt_code)codes[i]));
    if (strncmp(text, head, strlen(head)) != 0)
      fail_msg("the page of %s does not begin with %s", code, head);
  }
}

static void there_are_as_many_pages_as_codes(void **state) {
  (void)state;
  uint32_t count;
  akt_pages(&count);
  assert_int_equal(count, CODE_COUNT);
}

static void a_code_is_found_with_or_without_its_letter(void **state) {
  (void)state;
  assert_non_null(akt_explain("E0107"));
  assert_ptr_equal(akt_explain("E0107"), akt_explain("107"));
  assert_ptr_equal(akt_explain("e107"), akt_explain("0107"));
  assert_null(akt_explain("E9999"));
  assert_null(akt_explain("E01x7"));
  assert_null(akt_explain(""));
  assert_null(akt_explain(NULL));
}

// Examples of files, articles and graphs are commands, not rules; 317 reads sentences.
static bool is_about_rules(int code) {
  return (code >= 100 && code < 500 && code != 226 && code != 317) || code == 7;
}

static uint32_t count_in(fixture *f, const char *example, int code) {
  void *state = f;
  set_up(&state);
  fixture *fresh = state;
  fresh->set.is_check = true;
  bool is_alone = code == 110 || code == 7; // `rules` is first; nothing but a comment
  char text[4096];
  snprintf(text, sizeof text, "%s%s", is_alone ? "" : prelude, example);
  parse(fresh, text);
  akt_rules_check(&fresh->arena, &fresh->diags, &fresh->set);
  uint32_t start = is_alone ? 0 : (uint32_t)sizeof prelude - 1;
  uint32_t found = 0;
  for (uint32_t i = 0; i < fresh->diags.items.count; i++) {
    const akt_diag *diag = &fresh->diags.items.items[i];
    found += (int)diag->code == code && diag->loc.start >= start;
  }
  akt_arena_free(&fresh->arena);
  return found;
}

static void wrong_examples_give_their_code_and_right_ones_do_not(void **state) {
  uint32_t tried = 0;
  for (int i = 0; i < CODE_COUNT; i++) {
    if (!is_about_rules(codes[i]))
      continue;
    const akt_page *page = page_of(codes[i]);
    assert_non_null(page);
    if (!count_in(*state, page->wrong, codes[i]))
      fail_msg("the wrong example of %d does not give it", codes[i]);
    if (count_in(*state, page->right, codes[i]))
      fail_msg("the right example of %d gives it", codes[i]);
    tried++;
  }
  assert_true(tried > 50);
}

static void right_examples_have_no_errors_at_all(void **state) {
  (void)state;
  for (int i = 0; i < CODE_COUNT; i++) {
    if (!is_about_rules(codes[i]))
      continue;
    void *own = NULL;
    set_up(&own);
    fixture *f = own;
    char text[4096];
    snprintf(text, sizeof text, "%s%s", codes[i] == 110 || codes[i] == 7 ? "" : prelude,
             page_of(codes[i])->right);
    parse(f, text);
    akt_rules_check(&f->arena, &f->diags, &f->set);
    if (f->diags.errors)
      fail_msg("the right example of %d has errors:\n%s", codes[i], rendered(f, false));
    akt_arena_free(&f->arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(every_code_has_a_page_that_begins_with_its_title),
      AKT_TEST(there_are_as_many_pages_as_codes),
      AKT_TEST(a_code_is_found_with_or_without_its_letter),
      AKT_TEST(wrong_examples_give_their_code_and_right_ones_do_not),
      AKT_TEST(right_examples_have_no_errors_at_all),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
