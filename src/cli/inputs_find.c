// From named inputs to files. A folder gives its *.txt, *.jsonl and *.ndjson,
// folders within it too, in the order of their bytes: the same on every system.
#include "cli/inputs_find.h"

#include "base/io.h"

#include <errno.h>

enum { DEEPEST = 64 };

static bool has_extension(const char *path, const char *extension) {
  akt_span span = akt_span_of(path);
  size_t len = strlen(extension);
  if (span.len <= len)
    return false;
  const char *end = span.ptr + span.len - len;
  for (size_t i = 0; i < len; i++) {
    if (akt_to_lower(end[i]) != extension[i])
      return false;
  }
  return true;
}

static bool is_lines(const char *path) {
  return has_extension(path, ".jsonl") || has_extension(path, ".ndjson");
}

static int walk(akt_app *app, const char *folder, int depth, akt_input_files *files) {
  char **names;
  uint32_t count;
  int error = depth > DEEPEST ? ELOOP : akt_io_list(app->arena, folder, &names, &count);
  if (error) {
    akt_error(app, "%s: %s", folder, strerror(error));
    return AKT_EXIT_INPUT;
  }
  const char *slash = akt_span_ends_with(akt_span_of(folder), "/") ? "" : "/";
  int status = AKT_EXIT_DONE;
  for (uint32_t i = 0; i < count && status == AKT_EXIT_DONE; i++) {
    if (names[i][0] == '.')
      continue;
    const char *path = akt_arena_printf(app->arena, "%s%s%s", folder, slash, names[i]);
    if (akt_io_is_directory(path)) {
      // A linked folder could lead back here.
      if (!akt_io_is_link(path))
        status = walk(app, path, depth + 1, files);
    } else if (is_lines(path) || has_extension(path, ".txt")) {
      akt_vec_push(app->arena, files, (akt_input_file){path, is_lines(path), false});
    }
  }
  return status;
}

int akt_input_find(akt_app *app, const char *path, akt_input_files *files) {
  if (strcmp(path, "-") == 0) {
    for (uint32_t i = 0; i < files->count; i++) {
      if (strcmp(files->items[i].path, "-") == 0) {
        akt_error(app, "standard input is named twice");
        return AKT_EXIT_USAGE;
      }
    }
    akt_vec_push(app->arena, files, (akt_input_file){path, false, true});
    return AKT_EXIT_DONE;
  }
  if (akt_io_is_directory(path)) {
    uint32_t before = files->count;
    int status = walk(app, path, 0, files);
    if (status == AKT_EXIT_DONE && files->count == before) {
      akt_error(app, "%s: no articles in this folder", path);
      akt_help(app, "articles are files that end in .txt, .jsonl or .ndjson");
      return AKT_EXIT_INPUT;
    }
    return status;
  }
  // Read as an article it would be a long one about nobody.
  if (has_extension(path, ".akt") && akt_io_exists(path)) {
    akt_error(app, "%s: a rule file is no article", path);
    akt_help(app, "rules are given with -r: `-r %s`", path);
    return AKT_EXIT_USAGE;
  }
  // Opened for a moment: what is missing or unreadable is told before hours of work.
  akt_stream *stream;
  int error = akt_io_exists(path) ? 0 : ENOENT;
  if (!error && akt_io_is_regular(path)) {
    error = akt_stream_open(app->arena, path, &stream);
    akt_stream_close(stream);
  }
  if (error) {
    akt_error(app, "%s: %s", path, strerror(error));
    return AKT_EXIT_INPUT;
  }
  akt_vec_push(app->arena, files, (akt_input_file){path, is_lines(path), true});
  return AKT_EXIT_DONE;
}
