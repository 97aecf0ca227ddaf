// `aktant new`: a rule pack to begin with. It never touches what is there.
#include "base/io.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/starter.h"

#include <errno.h>

static const char *base_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

// Packs are named by `use`, so they are spelt as names are.
static bool is_pack_name(const char *name) {
  if (!akt_is_lower(*name))
    return false;
  for (; *name; name++)
    if (!akt_is_lower(*name) && !akt_is_digit(*name) && *name != '-')
      return false;
  return true;
}

static void fill_in(akt_buf *out, const char *pack) {
  for (const char *p = akt_starter; *p;) {
    if (strncmp(p, "PACK", 4) == 0) {
      akt_buf_puts(out, pack);
      p += 4;
    } else {
      akt_buf_putc(out, *p++);
    }
  }
}

static int write_pack(akt_app *app, const char *path, const char *pack) {
  akt_buf text;
  akt_buf_init(&text, app->arena);
  fill_in(&text, pack);
  akt_output *output;
  int error = akt_output_open(app->arena, path, &output);
  if (!error) {
    akt_output_write(output, text.ptr, text.len);
    error = akt_output_commit(output);
  }
  if (error) {
    akt_error(app, "%s: %s", path, strerror(error));
    return AKT_EXIT_OUTPUT;
  }
  akt_buf told;
  akt_buf_init(&told, app->arena);
  akt_buf_printf(&told, "%s: made; try `aktant test %s`\n", path, path);
  return app->is_quiet ? AKT_EXIT_DONE : akt_print(app, &told);
}

int akt_cmd_new(akt_app *app) {
  if (!akt_operands(app, 1, 1))
    return AKT_EXIT_USAGE;
  akt_span given = akt_span_of(app->args.operands.items[0]);
  if (akt_span_ends_with(given, ".akt"))
    given.len -= 4;
  const char *stem = akt_arena_copy(app->arena, given.ptr, given.len);
  const char *pack = base_name(stem);
  if (!is_pack_name(pack)) {
    akt_error(app, "`%s` cannot be the name of a pack", pack);
    akt_help(app, "lower-case letters, digits and `-`, beginning with a letter");
    return AKT_EXIT_USAGE;
  }
  const char *path = akt_arena_printf(app->arena, "%s.akt", stem);
  if (akt_io_exists(path) || akt_io_is_link(path)) {
    akt_error(app, "%s: %s", path, strerror(EEXIST));
    return AKT_EXIT_OUTPUT;
  }
  return write_pack(app, path, pack);
}
