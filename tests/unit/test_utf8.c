// UTF-8: what is valid, and how wide it is.
#include "base/utf8.h"
#include "test.h"

static int set_up(void **state) {
  *state = NULL;
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  return 0;
}

static void valid_text_is_valid_to_its_end(void **state) {
  (void)state;
  akt_span text = AKT_SPAN("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xEF\xBF\xBF\xF4\x8F\xBF\xBF");
  assert_int_equal(akt_utf8_valid_prefix(text), text.len);
  assert_int_equal(akt_utf8_valid_prefix(AKT_SPAN("")), 0);
  assert_int_equal(akt_utf8_valid_prefix(AKT_SPAN("a\0b")), 3);
}

static void overlong_forms_surrogates_and_cut_tails_are_invalid(void **state) {
  (void)state;
  static const struct {
    const char *bytes;
    size_t valid;
  } rows[] = {
      {"x\xC0\xAF", 1},
      {"\xC1\xBF", 0},
      {"\xE0\x80\xAF", 0},
      {"\xE0\x9F\xBF", 0},
      {"\xED\xA0\x80", 0},
      {"\xED\xBF\xBF", 0},
      {"\xF0\x80\x80\xAF", 0},
      {"\xF0\x8F\xBF\xBF", 0},
      {"\xF4\x90\x80\x80", 0},
      {"\xF5\x80\x80\x80", 0},
      {"ab\xE2\x82", 2},
      {"ab\xC3", 2},
      {"\x80", 0},
      {"\xFF", 0},
      {"\xE2\x28\xA1", 0},
      {"\xF0\x9F\x98", 0},
      {"\xF0\x9F\x28\x80", 0},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_int_equal(akt_utf8_valid_prefix(akt_span_of(rows[i].bytes)), rows[i].valid);
}

static void every_code_point_comes_back_from_its_bytes(void **state) {
  (void)state;
  for (uint32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61) {
    if (c >= 0xD800 && c <= 0xDFFF)
      continue;
    char bytes[4];
    size_t len = akt_utf8_encode(c, bytes);
    akt_span text = {bytes, len};
    size_t size;
    assert_int_equal(akt_utf8_valid_prefix(text), len);
    assert_int_equal(akt_utf8_decode(text, 0, &size), c);
    assert_int_equal(size, len);
  }
}

static void what_is_no_code_point_is_written_as_replacement(void **state) {
  (void)state;
  char bytes[4];
  assert_int_equal(akt_utf8_encode(0xD800, bytes), 3);
  assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
  assert_int_equal(akt_utf8_encode(0x110000, bytes), 3);
  assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
}

static void decoding_a_cut_character_stays_inside_the_text(void **state) {
  (void)state;
  char *heap = test_malloc(2);
  heap[0] = 'a';
  heap[1] = (char)0xF0;
  size_t size;
  assert_int_equal(akt_utf8_decode((akt_span){heap, 2}, 1, &size), 0xFFFD);
  assert_int_equal(size, 1);
  test_free(heap);
}

static void code_points_are_counted_not_bytes(void **state) {
  (void)state;
  assert_int_equal(akt_utf8_count(AKT_SPAN("na\xC3\xAFve \xF0\x9F\x98\x80")), 7);
  assert_int_equal(akt_utf8_count(AKT_SPAN("")), 0);
}

static void widths_are_terminal_columns(void **state) {
  (void)state;
  assert_int_equal(akt_utf8_width('a'), 1);
  assert_int_equal(akt_utf8_width(0xE9), 1);
  assert_int_equal(akt_utf8_width(0x4E2D), 2);  // a Chinese character
  assert_int_equal(akt_utf8_width(0x1F600), 2); // an emoji
  assert_int_equal(akt_utf8_width(0x0301), 0);  // a combining accent
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(valid_text_is_valid_to_its_end),
      AKT_TEST(overlong_forms_surrogates_and_cut_tails_are_invalid),
      AKT_TEST(every_code_point_comes_back_from_its_bytes),
      AKT_TEST(what_is_no_code_point_is_written_as_replacement),
      AKT_TEST(decoding_a_cut_character_stays_inside_the_text),
      AKT_TEST(code_points_are_counted_not_bytes),
      AKT_TEST(widths_are_terminal_columns),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
