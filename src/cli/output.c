// Choosing formats and writing files. A file appears whole or not at all; what
// stood there before stays until then.
#include "cli/output.h"

#include "cli/commands.h"
#include "cli/drawing.h"

#include <errno.h>
#include <sys/stat.h>

enum { LARGEST_PICTURE = 64 << 20 };

// Length of the longest extension of the format that the path has; 0: none.
static size_t fitting_extension(const aktant_format *format, const char *path) {
  akt_span name = akt_span_of(path);
  size_t best = 0;
  for (const char *e = format->extensions; *e;) {
    size_t len = strcspn(e, ",");
    bool fits = name.len > len + 1 && name.ptr[name.len - len - 1] == '.';
    for (size_t i = 0; i < len && fits; i++)
      fits = akt_to_lower(name.ptr[name.len - len + i]) == e[i];
    if (fits && len > best)
      best = len;
    e += len + (e[len] == ',');
  }
  return best;
}

static const char *extension_of(const char *path) {
  const char *slash = strrchr(path, '/');
  const char *dot = strrchr(slash ? slash : path, '.');
  return dot && dot[1] ? dot + 1 : "";
}

static void list_formats(akt_app *app) {
  size_t count;
  const aktant_format *formats = aktant_formats(&count);
  akt_buf names;
  akt_buf_init(&names, app->arena);
  for (size_t i = 0; i < count; i++) {
    if (formats[i].can_write)
      akt_buf_printf(&names, "%s%s", names.len ? ", " : "", formats[i].name);
  }
  akt_help(app, "formats: %s", akt_buf_text(&names));
}

const aktant_format *akt_format_named(akt_app *app, const char *name) {
  size_t count;
  const aktant_format *formats = aktant_formats(&count);
  const char **names = akt_arena_alloc(app->arena, count * sizeof *names);
  for (size_t i = 0; i < count; i++) {
    if (strcmp(formats[i].name, name) == 0)
      return &formats[i];
    names[i] = formats[i].name;
  }
  akt_error(app, "unknown format `%s`", name);
  const char *near = akt_nearest(name, names, count);
  if (near)
    akt_help(app, "did you mean `%s`?", near);
  list_formats(app);
  return NULL;
}

// The longest extension wins: x.cytoscape.json is more than x.json.
static const aktant_format *format_for(akt_app *app, const char *path) {
  size_t count, best_len = 0;
  const aktant_format *formats = aktant_formats(&count), *best = NULL;
  for (size_t i = 0; i < count; i++) {
    size_t len = formats[i].can_write ? fitting_extension(&formats[i], path) : 0;
    if (len > best_len) {
      best = &formats[i];
      best_len = len;
    }
  }
  if (best)
    return best;
  const char *extension = extension_of(path);
  if (*extension)
    akt_error(app, "%s: no format has the extension `.%s`", path, extension);
  else
    akt_error(app, "%s: a name without extension says no format", path);
  akt_help(app, "name the format with -T");
  list_formats(app);
  return NULL;
}

static void tell_failure(akt_app *app, const char *path, int error) {
  // The reader at the other end of a pipe has seen enough: no fault of anybody's.
  if (error != EPIPE)
    akt_error(app, "%s: %s", strcmp(path, "-") == 0 ? "standard output" : path,
              strerror(error));
}

// `aktant build a.txt -o a.txt -T json` would leave nothing of the article. A graph
// may well be written over itself.
static bool is_article(const akt_app *app, const char *path) {
  struct stat output, input;
  if (app->command->run != akt_cmd_build || stat(path, &output) || !S_ISREG(output.st_mode))
    return false;
  for (uint32_t i = 0; i < app->args.operands.count; i++) {
    if (stat(app->args.operands.items[i], &input) == 0 && input.st_ino == output.st_ino &&
        input.st_dev == output.st_dev)
      return true;
  }
  return false;
}

static int add_file(akt_app *app, akt_target target, akt_targets *targets) {
  if (is_article(app, target.path)) {
    akt_error(app, "%s: this is an article to be read, and would be overwritten", target.path);
    return AKT_EXIT_USAGE;
  }
  int error = akt_output_open(app->arena, target.path, &target.output);
  if (error) {
    tell_failure(app, target.path, error);
    return AKT_EXIT_OUTPUT;
  }
  akt_vec_push(app->arena, targets, target);
  return AKT_EXIT_DONE;
}

// X.csv is written as X.nodes.csv and X.edges.csv.
static int add_parts(akt_app *app, const char *path, const aktant_format *format,
                     akt_targets *targets) {
  if (strcmp(path, "-") == 0) {
    akt_error(app, "`%s` is written to several files: name them with -o", format->name);
    return AKT_EXIT_USAGE;
  }
  const char *extension = extension_of(path);
  int stem = (int)(strlen(path) - strlen(extension) - (*extension != '\0'));
  int status = AKT_EXIT_DONE;
  for (size_t i = 0; format->parts[i] && status == AKT_EXIT_DONE; i++) {
    const char *part = format->parts[i];
    const char *name = akt_arena_printf(app->arena, "%.*s.%s%s%s", stem, path, part,
                                        *extension ? "." : "", extension);
    status = add_file(app, (akt_target){name, format, part, NULL}, targets);
  }
  return status;
}

static int add_target(akt_app *app, const char *path, const aktant_format *format,
                      akt_targets *targets) {
  if (!format)
    return AKT_EXIT_USAGE;
  if (format->parts)
    return add_parts(app, path, format, targets);
  return add_file(app, (akt_target){path, format, NULL, NULL}, targets);
}

int akt_targets_open(akt_app *app, akt_targets *out) {
  const char *name = akt_value(app, AKT_OPT_FORMAT);
  const aktant_format *named = name ? akt_format_named(app, name) : NULL;
  if (name && !named)
    return AKT_EXIT_USAGE;
  if (named && !named->can_write) {
    akt_error(app, "the format `%s` can only be read", name);
    list_formats(app);
    return AKT_EXIT_USAGE;
  }
  const aktant_format *json = named ? named : akt_format_named(app, "json");
  const akt_arg_list *paths = &app->args.options[AKT_OPT_OUTPUT];
  if (!paths->count)
    return add_target(app, "-", json, out);
  for (uint32_t i = 0; i < paths->count; i++) {
    const char *path = paths->items[i];
    bool is_stdout = strcmp(path, "-") == 0;
    const aktant_format *format = named ? named : is_stdout ? json : format_for(app, path);
    int status = add_target(app, path, format, out);
    if (status != AKT_EXIT_DONE)
      return status;
  }
  return AKT_EXIT_DONE;
}

bool akt_write_output(void *user, const char *bytes, size_t len) {
  akt_output_write(user, bytes, len);
  return true; // an error stays with the output, commit tells it
}

int akt_exit_of(akt_app *app, aktant_status status, int otherwise) {
  switch (status) {
  case AKTANT_OK:
    return AKT_EXIT_DONE;
  case AKTANT_LIMIT:
    return AKT_EXIT_LIMIT;
  case AKTANT_NO_MEMORY:
    akt_error(app, "out of memory");
    return AKT_EXIT_LIMIT;
  case AKTANT_HAS_ERRORS:
  case AKTANT_NOT_FOUND:
  case AKTANT_IO:
    break;
  }
  return otherwise;
}

static int commit(akt_app *app, const char *path, akt_output *output, int status) {
  if (status != AKT_EXIT_DONE && status != AKT_EXIT_FINDINGS) {
    akt_output_discard(output);
    return status;
  }
  int error = akt_output_commit(output);
  if (!error)
    return status;
  tell_failure(app, path, error);
  return AKT_EXIT_OUTPUT;
}

// The picture failed, the graph did not: keep it beside.
static void save_dot(akt_app *app, const char *path, const akt_buf *dot) {
  if (strcmp(path, "-") == 0)
    return;
  const char *beside = akt_arena_printf(app->arena, "%s.dot", path);
  akt_output *output;
  int error = akt_output_open(app->arena, beside, &output);
  if (!error) {
    akt_output_write(output, dot->ptr, dot->len);
    error = akt_output_commit(output);
  }
  if (error)
    tell_failure(app, beside, error);
  else
    akt_help(app, "the drawing instructions are in %s, for `dot` and the like", beside);
}

static int write_graph(akt_app *app, const aktant_graph *graph, const akt_target *target,
                       const aktant_write_options *options, const char *format) {
  aktant_messages *messages = akt_app_messages(app);
  aktant_status got =
      aktant_graph_write(graph, format, options, messages, akt_write_output, target->output);
  akt_show(app, messages);
  return akt_exit_of(app, got, AKT_EXIT_OUTPUT);
}

// The story page is made around the SVG that the layout program has drawn.
static int write_picture(akt_app *app, const aktant_graph *graph, const akt_target *target,
                         const aktant_write_options *options, const akt_drawing *drawing) {
  bool is_story = strcmp(target->format->name, "html") == 0;
  akt_span bytes = akt_drawing_bytes(drawing, is_story ? "svg" : target->format->name);
  if (drawing->status != AKT_EXIT_DONE) {
    if (drawing->dot.len)
      save_dot(app, target->path, &drawing->dot);
    return drawing->status;
  }
  if (is_story) {
    aktant_write_options story = *options;
    story.svg = bytes.ptr;
    story.svg_len = bytes.len;
    return write_graph(app, graph, target, &story, "html");
  }
  akt_output_write(target->output, bytes.ptr, bytes.len);
  return AKT_EXIT_DONE;
}

// The picture named with --like; NULL without it. False, and told: unreadable.
static bool read_like(akt_app *app, const char **out) {
  const char *path = akt_value(app, AKT_OPT_LIKE);
  akt_span bytes;
  *out = NULL;
  if (!path)
    return true;
  int error = akt_io_read(app->arena, path, LARGEST_PICTURE, &bytes);
  if (error) {
    tell_failure(app, path, error);
    return false;
  }
  *out = akt_arena_copy(app->arena, bytes.ptr, bytes.len);
  return true;
}

static int write_target(akt_app *app, const aktant_graph *graph, const akt_target *target,
                        const aktant_write_options *options, const akt_drawings *drawings) {
  if (target->format->is_picture)
    return write_picture(app, graph, target, options, akt_drawings_for(drawings, target));
  aktant_write_options own = *options;
  const char *name = target->format->name;
  akt_span svg = akt_drawing_bytes(&drawings->own, "svg");
  if (!svg.ptr)
    svg = akt_drawing_bytes(&drawings->light, "svg");
  if (strcmp(name, "json") == 0) {
    own.svg = svg.ptr;
    own.svg_len = svg.len;
  }
  if (target->part)
    name = akt_arena_printf(app->arena, "%s:%s", name, target->part);
  return write_graph(app, graph, target, &own, name);
}

int akt_targets_write_changes(akt_app *app, const aktant_graph *before,
                              const aktant_graph *graph, const akt_targets *targets) {
  akt_progress_clear(app);
  aktant_write_options options = {.theme = akt_value(app, AKT_OPT_THEME),
                                  .before = before,
                                  .direction = akt_value(app, AKT_OPT_DIRECTION),
                                  .engine = akt_value(app, AKT_OPT_ENGINE),
                                  .is_forced = akt_has(app, AKT_OPT_FORCE)};
  akt_drawings drawings = {.own = {.theme = NULL}};
  bool is_readable = read_like(app, &options.like);
  if (is_readable)
    akt_drawings_make(app, graph, &options, targets, &drawings);
  int status = AKT_EXIT_DONE;
  for (uint32_t i = 0; i < targets->count; i++) {
    const akt_target *target = &targets->items[i];
    int one =
        is_readable ? write_target(app, graph, target, &options, &drawings) : AKT_EXIT_INPUT;
    one = commit(app, target->path, target->output, one);
    status = status == AKT_EXIT_DONE ? one : status;
  }
  return status;
}

int akt_targets_write(akt_app *app, const aktant_graph *graph, const akt_targets *targets) {
  return akt_targets_write_changes(app, NULL, graph, targets);
}

static bool is_picture_of_changes(const aktant_format *format, const char *name,
                                  const char *path) {
  return format->is_picture && strcmp(format->name, "html") != 0 &&
         (name ? strcmp(format->name, name) == 0 : fitting_extension(format, path) > 0);
}

bool akt_targets_are_pictures(akt_app *app) {
  const char *name = akt_value(app, AKT_OPT_FORMAT);
  const akt_arg_list *paths = &app->args.options[AKT_OPT_OUTPUT];
  size_t count;
  const aktant_format *formats = aktant_formats(&count);
  for (uint32_t i = 0; i < paths->count || (name && i == 0); i++) {
    bool is_picture = false;
    for (size_t j = 0; j < count; j++)
      is_picture =
          is_picture || is_picture_of_changes(&formats[j], name, name ? "" : paths->items[i]);
    if (!is_picture)
      return false;
  }
  return paths->count > 0 || name;
}

int akt_text_open(akt_app *app, akt_output **out) {
  const char *path = akt_value(app, AKT_OPT_OUTPUT);
  int error = akt_output_open(app->arena, path ? path : "-", out);
  if (error) {
    tell_failure(app, path ? path : "-", error);
    return AKT_EXIT_OUTPUT;
  }
  return AKT_EXIT_DONE;
}

int akt_text_close(akt_app *app, akt_output *output, int status) {
  const char *path = akt_value(app, AKT_OPT_OUTPUT);
  return commit(app, path ? path : "-", output, status);
}

int akt_print(akt_app *app, const akt_buf *text) {
  akt_output *output;
  int status = akt_text_open(app, &output);
  if (status != AKT_EXIT_DONE)
    return status;
  if (text->len)
    akt_output_write(output, text->ptr, text->len);
  return akt_text_close(app, output, AKT_EXIT_DONE);
}
