// Files being written. A regular file is written under a temporary name in the
// same folder and renamed at commit, so nobody ever sees half a file. Anything
// else (pipe, device, standard output) is written straight.
// The table of temporary names is the one mutable thing here that is not an
// arena's: a signal handler can reach nothing else.
#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER_SIZE = 1 << 16, PENDING = 32, MAX_LINKS = 40, MAX_TRIES = 1000 };

struct akt_output {
  int fd;
  int error;
  bool is_finished;
  int slot;     // in `pending`, or -1
  char *target; // the file that appears at commit
  char *temp;   // NULL: written straight
  char *buffer;
  size_t used;
};

static _Atomic(char *) pending[PENDING];

static int remember(char *temp) {
  for (int i = 0; i < PENDING; i++) {
    char *empty = NULL;
    if (atomic_compare_exchange_strong(&pending[i], &empty, temp))
      return i;
  }
  return -1; // an interrupt would leave this one behind; nothing else suffers
}

static void forget(akt_output *output) {
  if (output->slot >= 0)
    atomic_store(&pending[output->slot], NULL);
  output->slot = -1;
}

void akt_output_discard_all(void) {
  for (int i = 0; i < PENDING; i++) {
    const char *temp = atomic_exchange(&pending[i], NULL);
    if (temp)
      unlink(temp);
  }
}

static void close_output(akt_output *output) {
  if (output->fd > STDERR_FILENO && close(output->fd) != 0 && !output->error)
    output->error = errno;
  output->fd = -1;
}

void akt_output_discard(akt_output *output) {
  if (output->is_finished)
    return;
  output->is_finished = true;
  close_output(output);
  if (output->temp)
    unlink(output->temp);
  forget(output);
}

static void discard_object(void *object) {
  akt_output_discard(object);
}

// Follows symbolic links by hand, since the last one may point to a file that
// is not there yet.
static int follow_links(const char *path, char out[PATH_MAX]) {
  size_t len = strlen(path);
  if (len >= PATH_MAX)
    return ENAMETOOLONG;
  memcpy(out, path, len + 1);
  for (int i = 0; i < MAX_LINKS; i++) {
    char link[PATH_MAX];
    ssize_t got = readlink(out, link, sizeof link - 1);
    if (got < 0)
      return errno == EINVAL || errno == ENOENT ? 0 : errno; // no link: done
    link[got] = '\0';
    const char *slash = strrchr(out, '/');
    size_t keep = link[0] != '/' && slash ? (size_t)(slash - out) + 1 : 0;
    if (keep + (size_t)got >= PATH_MAX)
      return ENAMETOOLONG;
    memcpy(out + keep, link, (size_t)got + 1);
  }
  return ELOOP;
}

static int open_straight(akt_output *output, const char *path) {
  do {
    output->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  } while (output->fd < 0 && errno == EINTR);
  return output->fd < 0 ? errno : 0;
}

static int open_temporary(akt_arena *arena, akt_output *output, const struct stat *old) {
  const char *slash = strrchr(output->target, '/');
  int folder_len = slash ? (int)(slash - output->target) + 1 : 0;
  const char *name = output->target + folder_len;
  // The name may already be as long as a name can be: 200 bytes are enough to
  // tell whose temporary file it is.
  for (unsigned n = 0; n < MAX_TRIES; n++) {
    char *temp = akt_arena_printf(arena, "%.*s.%.200s.%ld-%u.tmp", folder_len, output->target,
                                  name, (long)getpid(), n);
    int slot = remember(temp);
    int fd = open(temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOCTTY, 0666);
    if (fd >= 0) {
      output->fd = fd;
      output->temp = temp;
      output->slot = slot;
      // Keep owner and mode of the file that is replaced. Not being allowed to
      // give a file away is no error.
      if (old && fchown(fd, old->st_uid, old->st_gid) == 0)
        return fchmod(fd, old->st_mode & 07777) == 0 ? 0 : errno;
      if (old)
        (void)fchmod(fd, old->st_mode & 0777);
      return 0;
    }
    int error = errno;
    if (slot >= 0)
      atomic_store(&pending[slot], NULL);
    if (error != EEXIST && error != EINTR)
      return error;
  }
  return EEXIST;
}

int akt_output_open(akt_arena *arena, const char *path, akt_output **out) {
  akt_output *output = akt_arena_zalloc(arena, sizeof *output);
  output->fd = -1;
  output->slot = -1;
  output->buffer = akt_arena_alloc(arena, BUFFER_SIZE);
  *out = output;
  // A file behind /dev/stdout may be one that the shell appends to: never to be replaced.
  if (strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0) {
    output->fd = STDOUT_FILENO;
    return 0;
  }
  akt_arena_on_free(arena, discard_object, output);
  char target[PATH_MAX];
  struct stat info;
  bool is_there = stat(path, &info) == 0;
  int error = is_there && S_ISDIR(info.st_mode) ? EISDIR : 0;
  if (!error && is_there && !S_ISREG(info.st_mode)) {
    error = open_straight(output, path); // /dev/fd/3 of a pipe links to no path
  } else if (!error) {
    error = follow_links(path, target);
    if (!error && is_there && access(target, W_OK) != 0)
      error = errno; // renaming over a protected file would get round the protection
    if (!error) {
      output->target = akt_arena_string(arena, target);
      error = open_temporary(arena, output, is_there ? &info : NULL);
    }
  }
  output->error = error;
  return error;
}

static void write_bytes(akt_output *output, const char *bytes, size_t len) {
  while (len && !output->error) {
    ssize_t written = write(output->fd, bytes, len);
    if (written < 0) {
      if (errno != EINTR)
        output->error = errno;
      continue;
    }
    bytes += written;
    len -= (size_t)written;
  }
}

void akt_output_write(akt_output *output, const char *bytes, size_t len) {
  if (output->error || output->is_finished)
    return;
  if (len > BUFFER_SIZE - output->used) {
    write_bytes(output, output->buffer, output->used);
    output->used = 0;
  }
  if (len >= BUFFER_SIZE) {
    write_bytes(output, bytes, len);
    return;
  }
  if (len)
    memcpy(output->buffer + output->used, bytes, len);
  output->used += len;
}

// The rename itself must reach the disk too. Some file systems cannot sync a
// folder; that is no reason to report failure.
static void sync_folder(const char *target) {
  char folder[PATH_MAX];
  const char *slash = strrchr(target, '/');
  size_t len = slash ? (size_t)(slash - target) + 1 : 0;
  if (len)
    memcpy(folder, target, len);
  else
    folder[len++] = '.';
  folder[len] = '\0';
  int fd = open(folder, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return;
  (void)fsync(fd);
  close(fd);
}

int akt_output_commit(akt_output *output) {
  if (output->is_finished)
    return output->error;
  write_bytes(output, output->buffer, output->used);
  output->used = 0;
  if (output->temp && !output->error && fsync(output->fd) != 0)
    output->error = errno;
  close_output(output);
  if (output->temp && !output->error && rename(output->temp, output->target) != 0)
    output->error = errno;
  if (output->error) {
    akt_output_discard(output);
    return output->error;
  }
  output->is_finished = true;
  forget(output);
  if (output->temp)
    sync_folder(output->target);
  return 0;
}
