// Spans, buffers, hashes and vectors.
#include "arena_fixture.h"

#include "base/str.h"
#include "base/vec.h"

static void spans_compare_by_bytes_and_length(void **state) {
  (void)state;
  assert_true(akt_span_equal(AKT_SPAN("ab"), AKT_SPAN("ab")));
  assert_false(akt_span_equal(AKT_SPAN("ab"), AKT_SPAN("abc")));
  assert_true(akt_span_equal((akt_span){NULL, 0}, AKT_SPAN("")));
  assert_true(akt_span_compare(AKT_SPAN("a"), AKT_SPAN("ab")) < 0);
  assert_true(akt_span_compare(AKT_SPAN("b"), AKT_SPAN("ab")) > 0);
  assert_true(akt_span_compare(AKT_SPAN("\xC3"), AKT_SPAN("z")) > 0);
  assert_int_equal(akt_span_compare(AKT_SPAN("a\0b"), AKT_SPAN("a\0b")), 0);
}

static void prefixes_longer_than_the_span_do_not_match(void **state) {
  (void)state;
  assert_true(akt_span_starts_with(AKT_SPAN("India"), "In"));
  assert_false(akt_span_starts_with(AKT_SPAN("In"), "India"));
  assert_true(akt_span_ends_with(AKT_SPAN("a.txt"), ".txt"));
  assert_false(akt_span_ends_with(AKT_SPAN("xt"), ".txt"));
}

static void trimming_takes_blanks_at_both_ends_only(void **state) {
  (void)state;
  assert_true(akt_span_is(akt_span_trim(AKT_SPAN("\t a b\r\n")), "a b"));
  assert_int_equal(akt_span_trim(AKT_SPAN(" \n ")).len, 0);
}

static void hashes_are_the_same_on_every_machine(void **state) {
  (void)state;
  // These numbers are in edge ids of published graphs: they may never change.
  assert_true(akt_hash("", 0) == akt_hash("anything", 0));
  assert_true(akt_hash("a", 1) != akt_hash("b", 1));
  assert_true(akt_hash("india", 5) == 0xa12a330286e2e60eu);
}

static void fill_buffer(void *arg) {
  fixture *f = arg;
  akt_buf buf;
  akt_buf_init(&buf, &f->arena);
  assert_string_equal(akt_buf_text(&buf), "");
  for (int i = 0; i < 1000; i++)
    akt_buf_printf(&buf, "%d,", i);
  akt_buf_putc(&buf, '\0');
  akt_buf_puts(&buf, "end");
  assert_int_equal(buf.len, 10 * 2 + 90 * 3 + 900 * 4 + 4);
  assert_memory_equal(buf.ptr, "0,1,2,", 6);
  assert_string_equal(buf.ptr + buf.len - 3, "end");
}

static void a_buffer_grows_and_stays_terminated(void **state) {
  fixture *f = *state;
  assert_true(akt_guard_run(&f->guard, fill_buffer, f));
}

static void fill_vectors(void *arg) {
  fixture *f = arg;
  AKT_VEC(uint32_t) numbers = {0};
  AKT_VEC(char) letters = {0};
  for (uint32_t i = 0; i < 10000; i++) {
    akt_vec_push(&f->arena, &numbers, i * 3);
    akt_vec_push(&f->arena, &letters, (char)('a' + i % 26));
  }
  for (uint32_t i = 0; i < 10000; i++) {
    assert_int_equal(numbers.items[i], i * 3);
    assert_int_equal(letters.items[i], 'a' + i % 26);
  }
}

static void vectors_keep_their_items_while_they_grow(void **state) {
  fixture *f = *state;
  assert_true(akt_guard_run(&f->guard, fill_vectors, f));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(spans_compare_by_bytes_and_length),
      AKT_TEST(prefixes_longer_than_the_span_do_not_match),
      AKT_TEST(trimming_takes_blanks_at_both_ends_only),
      AKT_TEST(hashes_are_the_same_on_every_machine),
      AKT_TEST(a_buffer_grows_and_stays_terminated),
      AKT_TEST(vectors_keep_their_items_while_they_grow),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
