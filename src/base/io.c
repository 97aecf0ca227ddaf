// Reading files, and listing folders; io_output.c has the writing side. Every
// descriptor is close-on-exec and belongs to an arena until it is closed,
// because an allocation may leave through the guard at any time.
#define _XOPEN_SOURCE 700 // realpath is not in plain POSIX for every C library

#include "base/io.h"

#include "base/vec.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void close_descriptor(void *object) {
  int *fd = object;
  if (*fd > STDERR_FILENO)
    close(*fd);
  *fd = -1;
}

static int open_for_reading(akt_arena *arena, const char *path, int **out) {
  int *fd = akt_arena_alloc(arena, sizeof *fd);
  *fd = -1;
  *out = fd;
  if (strcmp(path, "-") == 0) {
    *fd = STDIN_FILENO;
    return 0;
  }
  akt_arena_on_free(arena, close_descriptor, fd);
  do {
    *fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  } while (*fd < 0 && errno == EINTR);
  return *fd < 0 ? errno : 0;
}

// Reads until the end of file or one byte beyond the limit.
static int read_all(akt_arena *arena, int fd, size_t expected, size_t limit, akt_span *out) {
  size_t capacity = expected + 1;
  char *bytes = akt_arena_alloc(arena, capacity);
  size_t len = 0;
  for (;;) {
    if (len == capacity - 1) {
      // A file of the size it said ends here; only a longer one grows.
      char probe;
      ssize_t more = read(fd, &probe, 1);
      if (more < 0 && errno == EINTR)
        continue;
      if (more < 0)
        return errno;
      if (more == 0)
        break;
      if (len >= limit)
        return EFBIG;
      size_t larger = capacity < 32768 ? 65536 : capacity * 2;
      bytes = akt_arena_grow(arena, bytes, capacity, larger);
      capacity = larger;
      bytes[len++] = probe;
      continue;
    }
    ssize_t got = read(fd, bytes + len, capacity - 1 - len);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return errno;
    if (got == 0)
      break;
    len += (size_t)got;
    if (len > limit)
      return EFBIG;
  }
  bytes[len] = '\0';
  *out = (akt_span){bytes, len};
  return 0;
}

int akt_io_read(akt_arena *arena, const char *path, size_t limit_bytes, akt_span *out) {
  *out = (akt_span){"", 0};
  int *fd;
  int error = open_for_reading(arena, path, &fd);
  struct stat info;
  if (!error && fstat(*fd, &info) != 0)
    error = errno;
  if (!error && S_ISDIR(info.st_mode))
    error = EISDIR;
  size_t expected = 0;
  if (!error && S_ISREG(info.st_mode) && info.st_size > 0) {
    if ((uint64_t)info.st_size > limit_bytes)
      error = EFBIG;
    expected = (size_t)info.st_size;
  }
  if (!error)
    error = read_all(arena, *fd, expected, limit_bytes, out);
  close_descriptor(fd);
  return error;
}

bool akt_io_is_directory(const char *path) {
  struct stat info;
  return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool akt_io_exists(const char *path) {
  struct stat info;
  return stat(path, &info) == 0;
}

bool akt_io_is_regular(const char *path) {
  struct stat info;
  return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

bool akt_io_is_link(const char *path) {
  struct stat info;
  return lstat(path, &info) == 0 && S_ISLNK(info.st_mode);
}

static void close_folder(void *object) {
  DIR **dir = object;
  if (*dir)
    closedir(*dir);
  *dir = NULL;
}

static int compare_names(const void *a, const void *b) {
  // Names in a folder differ, so this order is total.
  return strcmp(*(char *const *)a, *(char *const *)b);
}

int akt_io_list(akt_arena *arena, const char *path, char ***names, uint32_t *count) {
  *names = NULL;
  *count = 0;
  DIR **dir = akt_arena_alloc(arena, sizeof *dir);
  *dir = NULL;
  akt_arena_on_free(arena, close_folder, dir);
  *dir = opendir(path);
  if (!*dir)
    return errno;
  AKT_VEC(char *) found = {0};
  int error = 0;
  for (;;) {
    errno = 0;
    const struct dirent *entry = readdir(*dir);
    if (!entry) {
      error = errno;
      break;
    }
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
      akt_vec_push(arena, &found, akt_arena_string(arena, entry->d_name));
  }
  close_folder(dir);
  if (found.count)
    qsort(found.items, found.count, sizeof *found.items, compare_names);
  *names = found.items;
  *count = found.count;
  return error;
}

static void free_path(void *object) {
  char **path = object;
  free(*path);
}

int akt_io_resolve(akt_arena *arena, const char *path, char **out) {
  // realpath's memory is the C library's: the arena frees it.
  char **resolved = akt_arena_zalloc(arena, sizeof *resolved);
  akt_arena_on_free(arena, free_path, resolved);
  *resolved = realpath(path, NULL);
  *out = *resolved;
  return *resolved ? 0 : errno;
}
