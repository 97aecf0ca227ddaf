// Reading and writing files: errors are told, and nobody sees half a file.
#define _XOPEN_SOURCE 700

#include "base/io.h"
#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct fixture {
  akt_guard guard;
  akt_arena arena;
  char folder[64];
} fixture;

static int set_up(void **state) {
  static fixture f;
  memset(&f, 0, sizeof f);
  akt_guard_init(&f.guard, 0);
  akt_arena_init(&f.arena, &f.guard);
  strcpy(f.folder, "/tmp/akt-io-XXXXXX");
  *state = &f;
  return mkdtemp(f.folder) ? 0 : -1;
}

static const char *in_folder(fixture *f, const char *name) {
  return akt_arena_printf(&f->arena, "%s/%s", f->folder, name);
}

static int tear_down(void **state) {
  fixture *f = *state;
  char **names;
  uint32_t count;
  akt_io_list(&f->arena, f->folder, &names, &count);
  for (uint32_t i = 0; i < count; i++) {
    const char *path = in_folder(f, names[i]);
    if (unlink(path) != 0)
      rmdir(path);
  }
  rmdir(f->folder);
  akt_arena_free(&f->arena);
  return 0;
}

static uint32_t count_files(fixture *f) {
  char **names;
  uint32_t count;
  assert_int_equal(akt_io_list(&f->arena, f->folder, &names, &count), 0);
  return count;
}

static void put(fixture *f, const char *path, const char *text) {
  akt_output *output;
  assert_int_equal(akt_output_open(&f->arena, path, &output), 0);
  akt_output_write(output, text, strlen(text));
  assert_int_equal(akt_output_commit(output), 0);
}

static void assert_holds(fixture *f, const char *path, const char *text) {
  akt_span got;
  assert_int_equal(akt_io_read(&f->arena, path, 1 << 20, &got), 0);
  assert_int_equal(got.len, strlen(text));
  assert_memory_equal(got.ptr, text, got.len);
}

static void what_is_written_is_read_back(void **state) {
  fixture *f = *state;
  put(f, in_folder(f, "a"), "hello");
  assert_holds(f, in_folder(f, "a"), "hello");
  put(f, in_folder(f, "a"), "");
  assert_holds(f, in_folder(f, "a"), "");
}

static void large_files_keep_every_byte(void **state) {
  fixture *f = *state;
  enum { SIZE = 300001 };
  char *bytes = akt_arena_alloc(&f->arena, SIZE);
  for (int i = 0; i < SIZE; i++)
    bytes[i] = (char)(i * 7 + i / 256);
  akt_output *output;
  assert_int_equal(akt_output_open(&f->arena, in_folder(f, "a"), &output), 0);
  for (int at = 0, step = 1; at < SIZE; at += step, step = step * 2 % 70001 + 1)
    akt_output_write(output, bytes + at, (size_t)(step < SIZE - at ? step : SIZE - at));
  assert_int_equal(akt_output_commit(output), 0);
  akt_span got;
  assert_int_equal(akt_io_read(&f->arena, in_folder(f, "a"), SIZE, &got), 0);
  assert_int_equal(got.len, SIZE);
  assert_memory_equal(got.ptr, bytes, SIZE);
}

static void a_file_beyond_the_limit_is_refused(void **state) {
  fixture *f = *state;
  put(f, in_folder(f, "a"), "12345");
  akt_span got;
  assert_int_equal(akt_io_read(&f->arena, in_folder(f, "a"), 4, &got), EFBIG);
  assert_int_equal(got.len, 0);
  assert_int_equal(akt_io_read(&f->arena, in_folder(f, "a"), 5, &got), 0);
  // A device has no size to look at first.
  assert_int_equal(akt_io_read(&f->arena, "/dev/zero", 100000, &got), EFBIG);
}

static void missing_files_and_folders_are_errors(void **state) {
  fixture *f = *state;
  akt_span got;
  assert_int_equal(akt_io_read(&f->arena, in_folder(f, "no"), 9, &got), ENOENT);
  assert_int_equal(akt_io_read(&f->arena, f->folder, 9, &got), EISDIR);
  akt_output *output;
  assert_int_equal(akt_output_open(&f->arena, f->folder, &output), EISDIR);
  assert_int_equal(akt_output_open(&f->arena, in_folder(f, "no/x"), &output), ENOENT);
}

static void nothing_changes_before_commit(void **state) {
  fixture *f = *state;
  put(f, in_folder(f, "a"), "old");
  akt_output *output;
  assert_int_equal(akt_output_open(&f->arena, in_folder(f, "a"), &output), 0);
  akt_output_write(output, "new", 3);
  assert_holds(f, in_folder(f, "a"), "old");
  assert_int_equal(count_files(f), 2);
  akt_output_discard(output);
  assert_holds(f, in_folder(f, "a"), "old");
  assert_int_equal(count_files(f), 1);
  akt_output_discard(output); // twice is fine
}

static void an_output_nobody_finished_leaves_nothing_behind(void **state) {
  fixture *f = *state;
  akt_arena arena;
  akt_arena_init(&arena, &f->guard);
  akt_output *output;
  assert_int_equal(akt_output_open(&arena, in_folder(f, "a"), &output), 0);
  akt_output_write(output, "x", 1);
  akt_arena_free(&arena);
  assert_int_equal(count_files(f), 0);
}

static void discard_all_removes_temporary_files_only(void **state) {
  fixture *f = *state;
  put(f, in_folder(f, "a"), "old");
  akt_output *output;
  assert_int_equal(akt_output_open(&f->arena, in_folder(f, "a"), &output), 0);
  akt_output_discard_all();
  assert_int_equal(count_files(f), 1);
  assert_holds(f, in_folder(f, "a"), "old");
}

static void links_keep_being_links(void **state) {
  fixture *f = *state;
  put(f, in_folder(f, "real"), "old");
  assert_int_equal(symlink("real", in_folder(f, "link")), 0);
  put(f, in_folder(f, "link"), "new");
  assert_holds(f, in_folder(f, "real"), "new");
  struct stat info;
  assert_int_equal(lstat(in_folder(f, "link"), &info), 0);
  assert_true(S_ISLNK(info.st_mode));
  // A link to what is not there yet makes the file it points to.
  assert_int_equal(symlink("later", in_folder(f, "dangling")), 0);
  put(f, in_folder(f, "dangling"), "made");
  assert_holds(f, in_folder(f, "later"), "made");
  assert_int_equal(symlink("loop", in_folder(f, "loop")), 0);
  akt_output *output;
  assert_int_equal(akt_output_open(&f->arena, in_folder(f, "loop"), &output), ELOOP);
}

static void the_mode_of_a_replaced_file_stays(void **state) {
  fixture *f = *state;
  put(f, in_folder(f, "a"), "old");
  assert_int_equal(chmod(in_folder(f, "a"), 0640), 0);
  put(f, in_folder(f, "a"), "new");
  struct stat info;
  assert_int_equal(stat(in_folder(f, "a"), &info), 0);
  assert_int_equal(info.st_mode & 07777, 0640);
}

static void a_full_device_is_an_error(void **state) {
  fixture *f = *state;
  if (!akt_io_exists("/dev/full"))
    skip();
  akt_output *output;
  assert_int_equal(akt_output_open(&f->arena, "/dev/full", &output), 0);
  akt_output_write(output, "x", 1);
  assert_int_equal(akt_output_commit(output), ENOSPC);
  assert_int_equal(akt_output_commit(output), ENOSPC);
}

static void names_come_sorted_by_bytes(void **state) {
  fixture *f = *state;
  static const char *const names[] = {"b", "B", "a", "\xC3\xA9", "10", "9"};
  for (size_t i = 0; i < 6; i++)
    put(f, in_folder(f, names[i]), "");
  char **got;
  uint32_t count;
  assert_int_equal(akt_io_list(&f->arena, f->folder, &got, &count), 0);
  static const char *const sorted[] = {"10", "9", "B", "a", "b", "\xC3\xA9"};
  assert_int_equal(count, 6);
  for (size_t i = 0; i < 6; i++)
    assert_string_equal(got[i], sorted[i]);
  assert_int_equal(akt_io_list(&f->arena, in_folder(f, "no"), &got, &count), ENOENT);
  assert_int_equal(count, 0);
}

typedef struct job {
  fixture *f;
  akt_arena arena;
} job;

static void read_and_write(void *arg) {
  job *j = arg;
  akt_span text;
  akt_io_read(&j->arena, in_folder(j->f, "a"), 1 << 20, &text);
  char **names;
  uint32_t count;
  akt_io_list(&j->arena, j->f->folder, &names, &count);
  akt_output *output;
  akt_output_open(&j->arena, in_folder(j->f, "b"), &output);
  akt_output_write(output, text.ptr, text.len);
  akt_arena_alloc(&j->arena, 5 << 20);
  akt_output_commit(output);
}

static int lowest_free_descriptor(void) {
  int fd = open("/dev/null", O_RDONLY);
  close(fd);
  return fd;
}

static void running_out_of_memory_closes_files_and_removes_temporaries(void **state) {
  fixture *f = *state;
  char *text = akt_arena_zalloc(&f->arena, 100001);
  memset(text, 'x', 100000);
  put(f, in_folder(f, "a"), text);
  int free_before = lowest_free_descriptor();
  bool is_done = false;
  for (size_t n = 1; n < 50 && !is_done; n++) {
    akt_guard guard;
    akt_guard_init(&guard, 0);
    guard.fail_after = n;
    job j = {.f = f};
    akt_arena_init(&j.arena, &guard);
    is_done = akt_guard_run(&guard, read_and_write, &j);
    akt_arena_free(&j.arena);
    assert_int_equal(lowest_free_descriptor(), free_before);
    assert_int_equal(count_files(f), is_done ? 2 : 1);
  }
  assert_true(is_done);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(what_is_written_is_read_back),
      AKT_TEST(large_files_keep_every_byte),
      AKT_TEST(a_file_beyond_the_limit_is_refused),
      AKT_TEST(missing_files_and_folders_are_errors),
      AKT_TEST(nothing_changes_before_commit),
      AKT_TEST(an_output_nobody_finished_leaves_nothing_behind),
      AKT_TEST(discard_all_removes_temporary_files_only),
      AKT_TEST(links_keep_being_links),
      AKT_TEST(the_mode_of_a_replaced_file_stays),
      AKT_TEST(a_full_device_is_an_error),
      AKT_TEST(names_come_sorted_by_bytes),
      AKT_TEST(running_out_of_memory_closes_files_and_removes_temporaries),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
