#include "cli/place.h"

#include "base/io.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

static const char *path_of_program(akt_arena *arena, const char *name) {
  char path[PATH_MAX];
#ifdef __APPLE__
  uint32_t size = sizeof path;
  if (_NSGetExecutablePath(path, &size) == 0)
    return akt_arena_string(arena, path);
#else
  ssize_t len = readlink("/proc/self/exe", path, sizeof path - 1);
  if (len > 0)
    return akt_arena_copy(arena, path, (size_t)len);
#endif
  return name;
}

const char *akt_place_of_program(akt_arena *arena, const char *name) {
  char *resolved;
  if (akt_io_resolve(arena, path_of_program(arena, name), &resolved) != 0)
    return NULL;
  char *slash = strrchr(resolved, '/');
  if (slash)
    *slash = '\0';
  return resolved;
}

static const char *find(const akt_app *app, const char *variable, const char *from_bin) {
  const char *given = getenv(variable);
  if (given && *given)
    return given;
  char *resolved;
  if (!app->folder ||
      akt_io_resolve(app->arena, akt_arena_printf(app->arena, "%s/%s", app->folder, from_bin),
                     &resolved) != 0)
    return NULL;
  return resolved;
}

const char *akt_place_of_rules(const akt_app *app) {
  return find(app, "AKTANT_RULES", AKT_RULES_FROM_BIN);
}

const char *akt_place_of_render(const akt_app *app) {
  return find(app, "AKTANT_RENDER", AKT_RENDER_FROM_BIN);
}
