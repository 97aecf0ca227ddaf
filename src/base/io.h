// Files and streams: the only place that calls the operating system. Errors are
// errno values; 0 is success.
#ifndef AKT_BASE_IO_H
#define AKT_BASE_IO_H

#include "base/str.h"

/// Reads a whole file ("-": standard input) into the arena, at most
/// `limit_bytes`. Returns 0, an errno value, or EFBIG beyond the limit.
int akt_io_read(akt_arena *arena, const char *path, size_t limit_bytes, akt_span *out);

/// A file or standard input read piece by piece, for corpora that do not fit
/// into memory.
typedef struct akt_stream akt_stream;

int akt_stream_open(akt_arena *arena, const char *path, akt_stream **out);
/// The first bytes that are not read yet, at least `want` (up to 64) unless the
/// end is nearer; they stay unread.
int akt_stream_peek(akt_stream *stream, size_t want, akt_span *out);
/// The next line without its line end, into `arena`; `*has_line` false at the
/// end. A line above `limit_bytes` is read over: EFBIG, and the next call gives
/// the line after it.
int akt_stream_line(akt_stream *stream, akt_arena *arena, size_t limit_bytes, akt_span *out,
                    bool *has_line);
/// All that is left; EFBIG beyond the limit.
int akt_stream_rest(akt_stream *stream, akt_arena *arena, size_t limit_bytes, akt_span *out);
void akt_stream_close(akt_stream *stream);

/// A file being written. A regular file is written beside its place and moved
/// there by akt_output_commit, so a reader sees the old one or the whole new
/// one; pipes, devices and "-" are written straight.
typedef struct akt_output akt_output;

int akt_output_open(akt_arena *arena, const char *path, akt_output **out);
/// Errors stay: later writes do nothing and commit returns the first one.
void akt_output_write(akt_output *output, const char *bytes, size_t len);
int akt_output_commit(akt_output *output);
/// Removes the temporary file; nothing happened. Safe after commit.
void akt_output_discard(akt_output *output);

/// Removes temporary files of unfinished outputs; async-signal-safe.
void akt_output_discard_all(void);

bool akt_io_is_directory(const char *path);
bool akt_io_exists(const char *path);
bool akt_io_is_link(const char *path);
bool akt_io_is_regular(const char *path);
/// Names of the entries (not "." and ".."), sorted by bytes.
int akt_io_list(akt_arena *arena, const char *path, char ***names, uint32_t *count);
/// The absolute path with every symbolic link followed.
int akt_io_resolve(akt_arena *arena, const char *path, char **out);

#endif
