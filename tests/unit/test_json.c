// The JSON floor: strict where cJSON is not, streaming where cJSON is not.
#include "graph_fixture.h"

#include "json/json.h"

#include <stdio.h>

static const akt_json *parse(fixture *f, const char *text, size_t len) {
  akt_json_error error = {0};
  const akt_json *value = akt_json_parse(&f->arena, (akt_span){text, len}, &error);
  assert_true((value == NULL) == (error.message != NULL));
  assert_true(value || error.byte <= len);
  return value;
}

static void strict_json_is_read(void **state) {
  (void)state;
  static const char *const good[] = {"{}",
                                     "[]",
                                     "null",
                                     "true",
                                     "\"\"",
                                     "0",
                                     "-0.5e+10",
                                     " [1 , 2]\n",
                                     "\xEF\xBB\xBF{}",
                                     "{\"a\":{\"b\":[1,{\"c\":null}]}}",
                                     "\"\\ud83d\\ude80\"",
                                     "\"\xF0\x9F\x9A\x80\"",
                                     "{\"a\":1,\"A\":2}",
                                     "\"\\u0001\"",
                                     "[1e99]"};
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    fixture f;
    fixture_init(&f);
    if (!parse(&f, good[i], strlen(good[i])))
      fail_msg("refused: %s", good[i]);
    fixture_free(&f);
  }
}

static void what_cjson_lets_through_is_refused(void **state) {
  (void)state;
  static const char *const bad[] = {"",
                                    "  ",
                                    "{",
                                    "[1] x",
                                    "{}{}",
                                    "[01]",
                                    "[1.]",
                                    "[.5]",
                                    "[+1]",
                                    "[1e999]",
                                    "[1e]",
                                    "[-]",
                                    "nul",
                                    "[1,]",
                                    "{\"a\":1,}",
                                    "{a:1}",
                                    "'a'",
                                    "\"a\tb\"",
                                    "\"\\u0000\"",
                                    "\"\\ud800\"",
                                    "\"\\udc00\"",
                                    "\"\\ud83dx\"",
                                    "\"\\u12\"",
                                    "\"\\x41\"",
                                    "\"a",
                                    "\"\xC0\xAF\"",
                                    "\"\xED\xA0\x80\"",
                                    "\"\xFF\"",
                                    "{\"a\":1,\"a\":2}",
                                    "[{\"b\":1,\"c\":2,\"b\":3}]",
                                    "// c\n{}",
                                    "[NaN]",
                                    "[0x10]",
                                    "[1 2]",
                                    "{\"a\" 1}",
                                    "\x01[]"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    fixture f;
    fixture_init(&f);
    if (parse(&f, bad[i], strlen(bad[i])))
      fail_msg("was read: %s", bad[i]);
    fixture_free(&f);
  }
  fixture f;
  fixture_init(&f);
  assert_null(parse(&f, "[\"a\0b\"]", 7));
  assert_null(parse(&f, "[]\0", 3));
  fixture_free(&f);
}

static void nesting_is_limited_and_quotes_do_not_count(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  char deep[2 * (AKT_JSON_MAX_DEPTH + 1)];
  for (int depth = AKT_JSON_MAX_DEPTH; depth <= AKT_JSON_MAX_DEPTH + 1; depth++) {
    memset(deep, '[', (size_t)depth);
    memset(deep + depth, ']', (size_t)depth);
    const akt_json *value = parse(&f, deep, 2 * (size_t)depth);
    assert_true((value != NULL) == (depth <= AKT_JSON_MAX_DEPTH));
  }
  char quoted[1000];
  memset(quoted, '[', sizeof quoted);
  quoted[0] = quoted[sizeof quoted - 1] = '"';
  assert_non_null(parse(&f, quoted, sizeof quoted));
  fixture_free(&f);
}

static void a_million_brackets_are_refused_without_a_crash(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  size_t len = 1000000;
  char *deep = akt_arena_alloc(&f.arena, len);
  memset(deep, '[', len);
  assert_null(parse(&f, deep, len));
  fixture_free(&f);
}

static void a_duplicate_among_many_keys_is_found(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  akt_buf text;
  akt_buf_init(&text, &f.arena);
  akt_buf_putc(&text, '{');
  for (int i = 0; i < 40000; i++)
    akt_buf_printf(&text, "\"k%d\":%d,", i, i);
  akt_buf_puts(&text, "\"last\":0}");
  assert_non_null(parse(&f, text.ptr, text.len));
  text.len -= strlen("\"last\":0}");
  akt_buf_puts(&text, "\"k17\":0}");
  assert_null(parse(&f, text.ptr, text.len));
  fixture_free(&f);
}

static void numbers_are_whole_or_fall_back(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  const char *text = "[0,7,4294967295,4294967296,-1,1.5,\"7\",1e30]";
  static const uint32_t expected[] = {0, 7, 4294967295u, 99, 99, 99, 99, 99};
  const akt_json *list = parse(&f, text, strlen(text));
  uint32_t i = 0;
  for (const akt_json *v = akt_json_first(list); v; v = akt_json_next(v))
    assert_int_equal(akt_json_uint(v, 99), expected[i++]);
  assert_int_equal(i, 8);
  fixture_free(&f);
}

static void keys_are_told_apart_by_case(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  const char *text = "{\"Id\":\"x\",\"id\":\"y\"}";
  assert_string_equal(akt_json_get_text(parse(&f, text, strlen(text)), "id"), "y");
  fixture_free(&f);
}

static void streamed_and_open_containers_make_one_text(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  akt_buf out;
  akt_buf_init(&out, &f.arena);
  akt_sink sink = akt_sink_to_buf(&out);
  akt_json_writer *w = akt_json_writer_new(&f.arena, &sink);
  akt_json_stream_object(w, NULL);
  akt_json_add_text(w, "a \"key\"", "a \\ text\n");
  akt_json_stream_array(w, "empty");
  akt_json_close(w);
  akt_json_stream_array(w, "list");
  akt_json_open_object(w, NULL);
  akt_json_add_uint(w, "big", 4294967295u);
  akt_json_open_array(w, "in");
  akt_json_add_null(w, NULL);
  akt_json_add_bool(w, NULL, true);
  akt_json_close(w);
  akt_json_add_text_if(w, "absent", NULL);
  akt_json_close(w);
  akt_json_add_int(w, NULL, -9007199254740993);
  akt_json_close(w);
  akt_json_add_decimal(w, "x", -0.0006, 3);
  akt_json_add_decimal(w, "y", 12.3456, 2);
  akt_json_add_decimal(w, "z", 7.5, 0);
  akt_json_close(w);
  assert_string_equal(akt_buf_text(&out),
                      "{\n\"a \\\"key\\\"\":\"a \\\\ text\\n\",\n\"empty\":[],\n\"list\":[\n"
                      "{\"big\":4294967295,\"in\":[null,true]},\n-9007199254740993\n],\n"
                      "\"x\":-0.001,\n\"y\":12.35,\n\"z\":8\n}\n");
  assert_non_null(parse(&f, out.ptr, out.len));
  fixture_free(&f);
}

static void a_large_record_is_printed_whole(void **state) {
  (void)state;
  fixture f;
  fixture_init(&f);
  akt_buf out;
  akt_buf_init(&out, &f.arena);
  akt_sink sink = akt_sink_to_buf(&out);
  akt_json_writer *w = akt_json_writer_new(&f.arena, &sink);
  size_t len = 3000000;
  char *text = akt_arena_alloc(&f.arena, len + 1);
  memset(text, 'x', len);
  text[len] = '\0';
  akt_json_open_array(w, NULL);
  akt_json_add_text(w, NULL, text);
  akt_json_close(w);
  assert_int_equal(out.len, len + 5);
  fixture_free(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(strict_json_is_read),
      cmocka_unit_test(what_cjson_lets_through_is_refused),
      cmocka_unit_test(nesting_is_limited_and_quotes_do_not_count),
      cmocka_unit_test(a_million_brackets_are_refused_without_a_crash),
      cmocka_unit_test(a_duplicate_among_many_keys_is_found),
      cmocka_unit_test(numbers_are_whole_or_fall_back),
      cmocka_unit_test(keys_are_told_apart_by_case),
      cmocka_unit_test(streamed_and_open_containers_make_one_text),
      cmocka_unit_test(a_large_record_is_printed_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
