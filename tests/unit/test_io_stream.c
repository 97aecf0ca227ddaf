// Reading piece by piece: lines across window borders, limits, odd line ends.
#include "base/io.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { WINDOW = 1 << 16 }; // of io_stream.c: the borders lie at its multiples

typedef struct fixture {
  akt_guard guard;
  akt_arena arena;
  char path[64];
} fixture;

static int set_up(void **state) {
  static fixture f;
  akt_guard_init(&f.guard, 0);
  akt_arena_init(&f.arena, &f.guard);
  strcpy(f.path, "/tmp/aktant-stream-XXXXXX");
  int fd = mkstemp(f.path);
  assert_true(fd >= 0);
  close(fd);
  *state = &f;
  return 0;
}

static int tear_down(void **state) {
  fixture *f = *state;
  akt_arena_free(&f->arena);
  unlink(f->path);
  return 0;
}

static void write_file(const fixture *f, const char *bytes, size_t len) {
  FILE *file = fopen(f->path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, len, file), len);
  assert_int_equal(fclose(file), 0);
}

static akt_stream *open_stream(fixture *f) {
  akt_stream *stream;
  assert_int_equal(akt_stream_open(&f->arena, f->path, &stream), 0);
  return stream;
}

static void expect_line(fixture *f, akt_stream *stream, const char *want, size_t len) {
  akt_span line;
  bool has_line;
  assert_int_equal(akt_stream_line(stream, &f->arena, SIZE_MAX, &line, &has_line), 0);
  assert_true(has_line);
  assert_int_equal(line.len, len);
  assert_memory_equal(line.ptr, want, len);
}

static void expect_end(fixture *f, akt_stream *stream) {
  akt_span line;
  bool has_line;
  assert_int_equal(akt_stream_line(stream, &f->arena, SIZE_MAX, &line, &has_line), 0);
  assert_false(has_line);
}

static void read_line_ends(void *arg) {
  fixture *f = arg;
  write_file(f, "one\r\n\ntwo\0x\nlast", 16);
  akt_stream *stream = open_stream(f);
  expect_line(f, stream, "one", 3);
  expect_line(f, stream, "", 0);
  expect_line(f, stream, "two\0x", 5);
  expect_line(f, stream, "last", 4);
  expect_end(f, stream);
  write_file(f, "", 0);
  expect_end(f, open_stream(f));
}

static void lines_end_at_lf_and_at_the_end_of_the_file(void **state) {
  fixture *f = *state;
  assert_true(akt_guard_run(&f->guard, read_line_ends, f));
}

static void read_across(void *arg) {
  fixture *f = arg;
  for (size_t first = WINDOW - 2; first <= WINDOW + 2; first++) {
    size_t len = first + 1 + 5;
    char *bytes = akt_arena_alloc(&f->arena, len);
    memset(bytes, 'a', len);
    bytes[first] = '\n';
    write_file(f, bytes, len);
    akt_stream *stream = open_stream(f);
    expect_line(f, stream, bytes, first);
    expect_line(f, stream, "aaaaa", 5);
    expect_end(f, stream);
  }
}

static void lines_around_the_window_border_are_whole(void **state) {
  fixture *f = *state;
  assert_true(akt_guard_run(&f->guard, read_across, f));
}

static void read_over_long(void *arg) {
  fixture *f = arg;
  size_t len = 3 * WINDOW;
  char *bytes = akt_arena_alloc(&f->arena, len + 6);
  memset(bytes, 'x', len);
  memcpy(bytes + len, "\nshort", 6);
  write_file(f, bytes, len + 6);
  akt_stream *stream = open_stream(f);
  akt_span line;
  bool has_line;
  int error = akt_stream_line(stream, &f->arena, 100, &line, &has_line);
  assert_true(error != 0 && has_line);
  expect_line(f, stream, "short", 5);
  expect_end(f, stream);
}

static void a_line_above_the_limit_is_read_over(void **state) {
  fixture *f = *state;
  assert_true(akt_guard_run(&f->guard, read_over_long, f));
}

static void read_limits(void *arg) {
  fixture *f = arg;
  write_file(f, "12345\n", 6);
  akt_span line;
  bool has_line;
  assert_int_equal(akt_stream_line(open_stream(f), &f->arena, 5, &line, &has_line), 0);
  assert_int_equal(line.len, 5);
  assert_int_not_equal(akt_stream_line(open_stream(f), &f->arena, 4, &line, &has_line), 0);
  assert_int_equal(akt_stream_rest(open_stream(f), &f->arena, 6, &line), 0);
  assert_int_equal(line.len, 6);
  assert_int_not_equal(akt_stream_rest(open_stream(f), &f->arena, 5, &line), 0);
}

static void the_limit_itself_is_allowed(void **state) {
  fixture *f = *state;
  assert_true(akt_guard_run(&f->guard, read_limits, f));
}

static void peek_and_read(void *arg) {
  fixture *f = arg;
  write_file(f, "{\"a\":1}\nrest", 12);
  akt_stream *stream = open_stream(f);
  akt_span head;
  assert_int_equal(akt_stream_peek(stream, 4, &head), 0);
  assert_true(head.len >= 4 && head.ptr[0] == '{');
  expect_line(f, stream, "{\"a\":1}", 7);
  akt_span rest;
  assert_int_equal(akt_stream_rest(stream, &f->arena, 100, &rest), 0);
  assert_true(akt_span_is(rest, "rest"));
}

static void peeked_bytes_stay_unread(void **state) {
  fixture *f = *state;
  assert_true(akt_guard_run(&f->guard, peek_and_read, f));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(lines_end_at_lf_and_at_the_end_of_the_file),
      AKT_TEST(lines_around_the_window_border_are_whole),
      AKT_TEST(a_line_above_the_limit_is_read_over),
      AKT_TEST(the_limit_itself_is_allowed),
      AKT_TEST(peeked_bytes_stay_unread),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
