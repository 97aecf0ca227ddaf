// Reading a file piece by piece: a window of fixed size over it, from which
// lines are cut. Memory is the window and the line, whatever the file's size.
#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WINDOW = 1 << 16 };

struct akt_stream {
  int fd;
  bool is_at_end;
  size_t first; // bytes [first, last) of the window are not read yet
  size_t last;
  char window[WINDOW];
};

void akt_stream_close(akt_stream *stream) {
  if (stream->fd > STDERR_FILENO)
    close(stream->fd);
  stream->fd = -1;
  stream->is_at_end = true;
  stream->first = stream->last = 0;
}

static void close_object(void *object) {
  akt_stream_close(object);
}

int akt_stream_open(akt_arena *arena, const char *path, akt_stream **out) {
  akt_stream *stream = akt_arena_alloc(arena, sizeof *stream);
  stream->fd = -1;
  stream->is_at_end = false;
  stream->first = stream->last = 0;
  *out = stream;
  if (strcmp(path, "-") == 0) {
    stream->fd = STDIN_FILENO;
    return 0;
  }
  akt_arena_on_free(arena, close_object, stream);
  do {
    stream->fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  } while (stream->fd < 0 && errno == EINTR);
  if (stream->fd < 0)
    return errno;
  struct stat info;
  if (fstat(stream->fd, &info) == 0 && S_ISDIR(info.st_mode))
    return EISDIR;
  return 0;
}

// Adds what one read gives to the window, which must not be full.
static int fill(akt_stream *stream) {
  if (stream->first == stream->last)
    stream->first = stream->last = 0;
  if (stream->last == WINDOW) {
    memmove(stream->window, stream->window + stream->first, stream->last - stream->first);
    stream->last -= stream->first;
    stream->first = 0;
  }
  ssize_t got;
  do {
    got = read(stream->fd, stream->window + stream->last, WINDOW - stream->last);
  } while (got < 0 && errno == EINTR);
  if (got < 0)
    return errno;
  stream->is_at_end = got == 0;
  stream->last += (size_t)got;
  return 0;
}

int akt_stream_peek(akt_stream *stream, size_t want, akt_span *out) {
  int error = 0;
  while (!error && !stream->is_at_end && stream->last - stream->first < want)
    error = fill(stream);
  *out = (akt_span){stream->window + stream->first, stream->last - stream->first};
  return error;
}

int akt_stream_line(akt_stream *stream, akt_arena *arena, size_t limit_bytes, akt_span *out,
                    bool *has_line) {
  akt_buf line;
  akt_buf_init(&line, arena);
  bool is_too_long = false;
  *has_line = false;
  *out = (akt_span){"", 0};
  for (;;) {
    const char *start = stream->window + stream->first;
    size_t have = stream->last - stream->first;
    const char *end = have ? memchr(start, '\n', have) : NULL;
    size_t take = end ? (size_t)(end - start) : have;
    is_too_long = is_too_long || take > limit_bytes - line.len;
    if (!is_too_long)
      akt_buf_add(&line, start, take);
    stream->first += take + (end != NULL);
    *has_line = *has_line || take || end;
    if (end || (stream->is_at_end && stream->first == stream->last))
      break;
    int error = fill(stream);
    if (error)
      return error;
  }
  if (is_too_long)
    return EFBIG;
  if (line.len && line.ptr[line.len - 1] == '\r')
    line.ptr[--line.len] = '\0';
  *out = (akt_span){akt_buf_text(&line), line.len};
  return 0;
}

int akt_stream_rest(akt_stream *stream, akt_arena *arena, size_t limit_bytes, akt_span *out) {
  akt_buf all;
  akt_buf_init(&all, arena);
  *out = (akt_span){"", 0};
  for (;;) {
    size_t have = stream->last - stream->first;
    if (have > limit_bytes - all.len)
      return EFBIG;
    akt_buf_add(&all, stream->window + stream->first, have);
    stream->first = stream->last;
    if (stream->is_at_end)
      break;
    int error = fill(stream);
    if (error)
      return error;
  }
  *out = (akt_span){akt_buf_text(&all), all.len};
  return 0;
}
