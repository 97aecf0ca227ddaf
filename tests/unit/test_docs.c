// The language, first-rule and reading pages: their `akt` blocks, put together,
// load without a message, and every test in them passes.
#include "aktant.h"
#include "rule_fixture.h"

#include <stdio.h>
#include <unistd.h>

// All ```akt blocks of a page, other lines left empty so that lines count as there.
static const char *blocks_of(fixture *f, const char *page, uint32_t *tests) {
  akt_span text;
  const char *path = akt_arena_printf(&f->arena, "%s/docs/%s", AKT_SOURCE_DIR, page);
  assert_int_equal(akt_io_read(&f->arena, path, 1 << 20, &text), 0);
  akt_buf out;
  akt_buf_init(&out, &f->arena);
  bool is_inside = false;
  for (const char *line = text.ptr; *line;) {
    size_t len = strcspn(line, "\n");
    akt_span span = {line, len};
    if (akt_span_starts_with(akt_span_trim(span), "```")) {
      is_inside = akt_span_is(akt_span_trim(span), "```akt");
    } else if (is_inside) {
      akt_buf_add(&out, line, len);
      *tests += akt_span_starts_with(akt_span_trim(span), "test ");
    }
    akt_buf_putc(&out, '\n');
    line += len + (line[len] == '\n');
  }
  return akt_buf_text(&out);
}

static bool gather(void *user, const char *bytes, size_t len) {
  akt_buf_add(user, bytes, len);
  return true;
}

static void assert_page_works(fixture *f, const char *page, bool has_defaults) {
  uint32_t tests = 0;
  const char *text = blocks_of(f, page, &tests);
  assert_true(tests > 0);
  const char *path =
      akt_arena_printf(&f->arena, "/tmp/akt-docs-%ld-%s.akt", (long)getpid(), page);
  write_file(path, text);
  aktant_rules_options options = {.paths = &path,
                                  .path_count = 1,
                                  .shipped_dir = AKT_SOURCE_DIR "/rules",
                                  .without_defaults = !has_defaults};
  aktant_messages *messages;
  assert_int_equal(aktant_messages_new(&messages), AKTANT_OK);
  aktant_rules *rules = NULL;
  akt_buf report;
  akt_buf_init(&report, &f->arena);
  aktant_status status = aktant_rules_load(&options, messages, &rules);
  aktant_message_style style = {0};
  if (aktant_messages_write(messages, &style, gather, &report) != AKTANT_OK)
    fail();
  if (status != AKTANT_OK || strstr(akt_buf_text(&report), path))
    fail_msg("%s\n%s", page, akt_buf_text(&report));
  aktant_test_counts counts;
  akt_buf_init(&report, &f->arena);
  assert_int_equal(aktant_rules_test(rules, "text", gather, &report, &counts), AKTANT_OK);
  if (strstr(akt_buf_text(&report), path))
    fail_msg("%s", akt_buf_text(&report));
  assert_true(counts.passed >= tests);
  aktant_rules_free(rules);
  aktant_messages_free(messages);
  unlink(path);
}

static void the_language_page_is_true(void **state) {
  assert_page_works(*state, "language.md", false);
}

static void the_first_rule_page_is_true(void **state) {
  assert_page_works(*state, "first-rule.md", true);
}

static void the_reading_page_is_true(void **state) {
  assert_page_works(*state, "reading.md", true);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(the_language_page_is_true),
      AKT_TEST(the_first_rule_page_is_true),
      AKT_TEST(the_reading_page_is_true),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
