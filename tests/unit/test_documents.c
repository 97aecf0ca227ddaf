// From bytes to text and from JSON lines to documents, through the public API.
#include "api/api.h"
#include "test.h"

#include <stdio.h>

static int set_up(void **state) {
  aktant_messages *messages;
  assert_int_equal(aktant_messages_new(&messages), AKTANT_OK);
  *state = messages;
  return 0;
}

static int tear_down(void **state) {
  aktant_messages_free(*state);
  return 0;
}

static void expect_text(aktant_messages *messages, const char *bytes, size_t len,
                        const char *encoding, const char *want) {
  char *text;
  size_t text_len;
  assert_int_equal(
      aktant_text_decode("a.txt", bytes, len, encoding, messages, &text, &text_len), AKTANT_OK);
  assert_string_equal(text, want);
  assert_int_equal(text_len, strlen(want));
  aktant_text_free(text);
}

static void expect_refusal(aktant_messages *messages, const char *bytes, size_t len,
                           const char *encoding) {
  char *text;
  size_t text_len;
  size_t before = aktant_messages_errors(messages);
  assert_int_equal(
      aktant_text_decode("a.txt", bytes, len, encoding, messages, &text, &text_len),
      AKTANT_HAS_ERRORS);
  assert_null(text);
  assert_int_equal(aktant_messages_errors(messages), before + 1);
}

static void line_ends_become_lf_and_the_mark_goes(void **state) {
  expect_text(*state,
              "\xEF\xBB\xBF"
              "a\r\nb\rc\n",
              10, NULL, "a\nb\nc\n");
  expect_text(*state, "a\r\r\n", 4, NULL, "a\n\n");
  expect_text(*state, "\r", 1, NULL, "\n");
}

static void utf16_is_read_with_a_mark_only(void **state) {
  expect_text(*state,
              "\xFF\xFE"
              "A\0\xE9\0",
              6, NULL, "A\xC3\xA9");
  expect_text(*state, "\xFE\xFF\0A\0\xE9", 6, NULL, "A\xC3\xA9");
  expect_text(*state, "\xFF\xFE=\xD8\0\xDE", 6, NULL, "\xF0\x9F\x98\x80");
  expect_refusal(*state, "A\0B\0C\0D\0", 8, NULL);
  expect_refusal(*state,
                 "\xFF\xFE"
                 "A",
                 3, NULL);                             // half a unit
  expect_refusal(*state, "\xFF\xFE\x3D\xD8", 4, NULL); // half a pair
}

static void other_encodings_are_read_when_named(void **state) {
  expect_text(*state, "caf\xE9 \x96", 6, "windows-1252", "caf\xC3\xA9 \xE2\x80\x93");
  expect_refusal(*state, "caf\xE9", 4, NULL);
  expect_refusal(*state, "caf\xE9", 4, "no-such-encoding");
}

static void what_is_no_utf8_is_refused(void **state) {
  expect_refusal(*state, "\xC0\xAF", 2, NULL);         // overlong
  expect_refusal(*state, "\xED\xA0\x80", 3, NULL);     // surrogate
  expect_refusal(*state, "\xF4\x90\x80\x80", 4, NULL); // above U+10FFFF
  expect_refusal(*state, "abc\xC3", 4, NULL);          // cut off
  expect_refusal(*state, "\x80", 1, NULL);
}

static void what_is_no_text_is_refused(void **state) {
  expect_refusal(*state, "\x89PNG\r\n\x1A\n", 8, NULL);
  expect_refusal(*state, "\x1F\x8B\x08", 3, NULL);
  expect_refusal(*state, "text\0text", 9, NULL);
  expect_refusal(*state, "%PDF-1.7", 8, NULL);
}

static void an_empty_text_is_a_warning(void **state) {
  expect_text(*state, "", 0, NULL, "");
  expect_text(*state, " \n", 2, NULL, " \n");
  assert_int_equal(aktant_messages_warnings(*state), 2);
}

static bool keep(void *user, const char *bytes, size_t len) {
  char *all = user;
  strncat(all, bytes, len);
  return true;
}

static void the_message_shows_the_place(void **state) {
  char all[4096] = "";
  expect_refusal(*state, "one\ncaf\xE9 two\n", 13, NULL);
  aktant_message_style style = {0};
  assert_int_equal(aktant_messages_write(*state, &style, keep, all), AKTANT_OK);
  assert_non_null(strstr(all, "a.txt:2:4: error[E0501]: byte 7 (0xE9)"));
  assert_non_null(strstr(all, "--encoding"));
}

static aktant_status parse(aktant_messages *messages, const char *line,
                           aktant_document *document) {
  return aktant_document_parse("feed.jsonl", 3, line, strlen(line), messages, document);
}

static void a_record_gives_its_fields(void **state) {
  aktant_document d;
  assert_int_equal(parse(*state,
                         "{\"id\": 17, \"title\": \"T\", \"date\": \"2025-04-30T10:00:00Z\","
                         "\"source\": null, \"url\": \"u\", \"text\": \"a\\r\\nb\", \"x\": []}",
                         &d),
                   AKTANT_OK);
  assert_string_equal(d.id, "17");
  assert_string_equal(d.title, "T");
  assert_string_equal(d.date, "2025-04-30");
  assert_null(d.source);
  assert_string_equal(d.url, "u");
  assert_string_equal(d.text, "a\nb");
  assert_int_equal(d.text_len, 3);
  assert_string_equal(d.path, "feed.jsonl");
}

static void a_record_that_is_none_is_told_with_its_line(void **state) {
  static const char *const lines[] = {
      "",
      "{",
      "[1]",
      "\"text\"",
      "{\"text\":7}",
      "{\"title\":\"no text\"}",
      "{\"text\":\"a\"} {\"text\":\"b\"}",
      "{\"text\":\"a\",\"text\":\"b\"}",
      "{\"text\":\"a\\u0000b\"}",
      "{\"text\":\"\\ud800\"}",
      "{\"text\":\"caf\xE9\"}",
      "{\"text\":\"a\",\"id\":[1]}",
  };
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    aktant_document d;
    assert_int_equal(parse(*state, lines[i], &d), AKTANT_HAS_ERRORS);
  }
  char all[16384] = "";
  aktant_message_style style = {0};
  assert_int_equal(aktant_messages_write(*state, &style, keep, all), AKTANT_OK);
  assert_non_null(strstr(all, "feed.jsonl:3:2: error[E0505]"));
}

static void running_out_of_memory_is_a_status(void **state) {
  aktant_messages *messages = *state;
  size_t n = 1;
  aktant_status status = AKTANT_NO_MEMORY;
  for (; status == AKTANT_NO_MEMORY && n < 1000; n++) {
    aktant_document d;
    messages->guard.requests = 0;
    messages->guard.fail_after = n;
    status = parse(messages, "{\"text\":\"India blamed Pakistan.\"}", &d);
  }
  assert_int_equal(status, AKTANT_OK);
  messages->guard.fail_after = 0;
}

static void messages_come_as_json_too(void **state) {
  char all[4096] = "";
  expect_refusal(*state, "caf\xE9", 4, NULL);
  aktant_message_style style = {.is_json = true};
  assert_int_equal(aktant_messages_write(*state, &style, keep, all), AKTANT_OK);
  assert_memory_equal(all, "{\"severity\":\"error\",\"code\":\"E0501\"", 34);
}

static void a_text_beyond_the_limit_is_refused_unread(void **state) {
  char *text;
  size_t text_len;
  assert_int_equal(
      aktant_text_decode("a.txt", "short", (size_t)2 << 30, NULL, *state, &text, &text_len),
      AKTANT_LIMIT);
  assert_null(text);
  char all[4096] = "";
  aktant_message_style style = {0};
  assert_int_equal(aktant_messages_write(*state, &style, keep, all), AKTANT_OK);
  assert_string_equal(all,
                      "a.txt: error[E0504]: an article of more than 1024 MB is not read\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(a_text_beyond_the_limit_is_refused_unread),
      AKT_TEST(line_ends_become_lf_and_the_mark_goes),
      AKT_TEST(utf16_is_read_with_a_mark_only),
      AKT_TEST(other_encodings_are_read_when_named),
      AKT_TEST(what_is_no_utf8_is_refused),
      AKT_TEST(what_is_no_text_is_refused),
      AKT_TEST(an_empty_text_is_a_warning),
      AKT_TEST(the_message_shows_the_place),
      AKT_TEST(a_record_gives_its_fields),
      AKT_TEST(a_record_that_is_none_is_told_with_its_line),
      AKT_TEST(running_out_of_memory_is_a_status),
      AKT_TEST(messages_come_as_json_too),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
