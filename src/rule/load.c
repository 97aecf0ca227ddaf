// Finds and reads rule files: those the user named, the folders' files, and what
// they `use`. Each file is read once; a used file takes effect before the one
// that uses it. No path may lead out of the folder a file was found in.
#include "rule/load.h"

#include "base/io.h"
#include "base/map.h"
#include "rule/limits.h"

#include <errno.h>

typedef struct folder {
  const char *path;     // as given, for messages
  const char *resolved; // every link followed
} folder;

// A file is "open" while what it uses is being read: meeting an open one again
// is a cycle.
typedef struct loaded {
  const char *resolved;
  akt_ast_file *file; // NULL: it could not be read
  bool is_open;
  akt_loc used_at; // the `use` that brought it first
} loaded;

typedef struct loader {
  akt_arena *arena;
  akt_diags *diags;
  akt_ast_set *out;
  akt_map by_path; // resolved path to index in files
  AKT_VEC(loaded) files;
  AKT_VEC(uint32_t) chain; // open files, outermost first
  AKT_VEC(folder) folders; // -r folders, then the shipped one
  akt_map by_folder;       // path to index in resolved
  AKT_VEC(const char *) resolved;
  const char *shipped; // resolved, or NULL
} loader;

static uint32_t load_file(loader *self, const char *path, const char *resolved,
                          akt_loc used_at);

// ---- reading one file

static uint32_t add_bare_source(loader *self, const char *path) {
  return akt_diags_add_source(self->diags, path, (akt_span){"", 0});
}

static void tell_unreadable(loader *self, const char *path, int error, akt_loc used_at) {
  bool is_used = used_at.source != AKT_NO_SOURCE;
  akt_loc loc = is_used ? used_at : (akt_loc){add_bare_source(self, path), 0, 0};
  if (error == EISDIR) {
    akt_diags_add(self->diags, AKT_CODE_FILE_IS_FOLDER, loc, "`%s` is a folder, not a file",
                  path);
  } else if (error == EFBIG) {
    akt_diags_add(self->diags, AKT_CODE_FILE_TOO_BIG, loc,
                  "`%s` is larger than the limit of %d MB", path, AKT_LIMIT_FILE_BYTES >> 20);
  } else {
    akt_diags_add(self->diags, AKT_CODE_FILE_UNREADABLE, loc, "`%s` cannot be read: %s", path,
                  strerror(error));
  }
}

static akt_span without_bom(akt_span text) {
  if (akt_span_starts_with(text, "\xEF\xBB\xBF"))
    return (akt_span){text.ptr + 3, text.len - 3};
  return text;
}

// ---- use

static const char *folder_of(akt_arena *arena, const char *path) {
  const char *slash = strrchr(path, '/');
  if (!slash)
    return ".";
  return slash == path ? "/" : akt_arena_copy(arena, path, (size_t)(slash - path));
}

static bool is_inside(const char *path, const char *folder_path) {
  size_t len = strlen(folder_path);
  if (strcmp(folder_path, "/") == 0)
    return true;
  return strncmp(path, folder_path, len) == 0 && path[len] == '/';
}

// Why a name given to `use` cannot be a path below a rule folder, or NULL.
static const char *outside_reason(const char *name) {
  if (name[0] == '/')
    return "a pack is named, not given by an absolute path";
  if (name[0] == '~' || strchr(name, '\\'))
    return "a pack is named by letters, digits, `-` and `/`";
  for (const char *p = name; *p;) {
    size_t len = strcspn(p, "/");
    if (len == 2 && p[0] == '.' && p[1] == '.')
      return "`..` would leave the rule folder";
    p += len + (p[len] == '/');
  }
  return NULL;
}

typedef enum found { FOUND_NO, FOUND_YES, FOUND_OUTSIDE } found;

// The folder with every link followed, or NULL; each is looked at once, since its path is
// walked link by link.
static const char *resolve_folder(loader *self, const char *path) {
  uint32_t next = self->resolved.count;
  uint32_t known = akt_map_add(&self->by_folder, akt_span_of(path), next);
  if (known == next) {
    char *resolved = NULL;
    bool is_there = akt_io_resolve(self->arena, path, &resolved) == 0;
    akt_vec_push(self->arena, &self->resolved, is_there ? (const char *)resolved : NULL);
  }
  return self->resolved.items[known];
}

static found look_in(loader *self, const char *folder_path, const char *name, char **path,
                     char **resolved) {
  bool has_suffix = akt_span_ends_with(akt_span_of(name), ".akt");
  const char *file = has_suffix ? name : akt_arena_printf(self->arena, "%s.akt", name);
  *path = akt_arena_printf(self->arena, "%s/%s", folder_path, file);
  if (strcmp(folder_path, ".") == 0)
    *path += 2; // keep the paths of messages short
  const char *root = akt_io_exists(*path) ? resolve_folder(self, folder_path) : NULL;
  if (!root)
    return FOUND_NO;
  if (!strchr(file, '/') && !akt_io_is_link(*path)) {
    *resolved = akt_arena_printf(self->arena, "%s/%s", strcmp(root, "/") ? root : "", file);
    return FOUND_YES;
  }
  if (akt_io_resolve(self->arena, *path, resolved) != 0)
    return FOUND_NO;
  return is_inside(*resolved, root) ? FOUND_YES : FOUND_OUTSIDE;
}

static found find_pack(loader *self, const char *from, const char *name, char **path,
                       char **resolved) {
  found result = look_in(self, folder_of(self->arena, from), name, path, resolved);
  for (uint32_t i = 0; result == FOUND_NO && i < self->folders.count; i++)
    result = look_in(self, self->folders.items[i].path, name, path, resolved);
  return result;
}

// The packs that could have been meant: every .akt file of the same places.
static const char *nearest_pack(loader *self, const char *from, const char *name) {
  AKT_VEC(const char *) names = {0};
  for (uint32_t i = 0; i <= self->folders.count; i++) {
    const char *place = i ? self->folders.items[i - 1].path : folder_of(self->arena, from);
    char **entries;
    uint32_t count;
    if (akt_io_list(self->arena, place, &entries, &count) != 0)
      continue;
    for (uint32_t k = 0; k < count; k++) {
      akt_span entry = akt_span_of(entries[k]);
      if (akt_span_ends_with(entry, ".akt"))
        akt_vec_push(self->arena, &names,
                     (const char *)akt_arena_copy(self->arena, entry.ptr, entry.len - 4));
    }
  }
  const char *nearest = akt_suggest(self->arena, name, names.items, names.count);
  size_t len = strlen(name);
  for (uint32_t i = 0; !nearest && len > 3 && i < names.count; i++)
    if (strncmp(names.items[i], name, len - 1) == 0) // country: countries
      nearest = names.items[i];
  return nearest;
}

static void tell_unknown_pack(loader *self, const char *from, const akt_ast_text *name) {
  akt_diag *diag = akt_diags_add(self->diags, AKT_CODE_USE_UNKNOWN, name->loc,
                                 "there is no pack `%s`", name->text);
  const char *nearest = nearest_pack(self, from, name->text);
  if (nearest) {
    akt_diag_add_help(self->diags, diag, "did you mean `%s`?", nearest);
    diag->fix = nearest;
    diag->is_guess = true;
    return;
  }
  akt_diag_add_help(self->diags, diag,
                    "packs are looked for beside this file, then in the rule folders given "
                    "with -r, then among the shipped ones");
}

static void tell_cycle(loader *self, const akt_ast_text *name, uint32_t index) {
  akt_diag *diag = akt_diags_add(self->diags, AKT_CODE_USE_CYCLE, name->loc,
                                 "`%s` is used in a circle", name->text);
  akt_buf chain;
  akt_buf_init(&chain, self->arena);
  bool is_in = false;
  for (uint32_t i = 0; i < self->chain.count; i++) {
    is_in |= self->chain.items[i] == index;
    if (is_in)
      akt_buf_printf(&chain, "%s uses ", self->files.items[self->chain.items[i]].file->pack);
  }
  akt_buf_puts(&chain, self->files.items[index].file->pack);
  akt_diag_add_help(self->diags, diag, "%s: take one of these `use` lines out",
                    akt_buf_text(&chain));
}

static void use_one(loader *self, const akt_ast_file *file, const akt_ast_text *name) {
  const char *why = outside_reason(name->text);
  if (why) {
    akt_diag *diag = akt_diags_add(self->diags, AKT_CODE_USE_OUTSIDE, name->loc,
                                   "this path leads out of the rule folders");
    akt_diag_add_help(self->diags, diag, "%s", why);
    return;
  }
  char *path;
  char *resolved = NULL;
  found result = find_pack(self, file->path, name->text, &path, &resolved);
  if (result == FOUND_NO) {
    tell_unknown_pack(self, file->path, name);
    return;
  }
  if (result == FOUND_OUTSIDE) {
    akt_diags_add(self->diags, AKT_CODE_USE_OUTSIDE, name->loc,
                  "`%s` is a link that leads out of its folder", name->text);
    return;
  }
  uint32_t known = akt_map_get(&self->by_path, akt_span_of(resolved));
  if (known != AKT_NONE) {
    if (self->files.items[known].is_open)
      tell_cycle(self, name, known);
    return;
  }
  if (self->chain.count >= AKT_LIMIT_USE_DEPTH) {
    akt_diags_add(self->diags, AKT_CODE_USE_TOO_DEEP, name->loc,
                  "`use` is nested more than %d deep", AKT_LIMIT_USE_DEPTH);
    return;
  }
  load_file(self, path, resolved, name->loc);
}

static void use_all(loader *self, const akt_ast_file *file) {
  for (uint32_t i = 0; i < file->statements.count; i++) {
    const akt_stmt *stmt = file->statements.items[i];
    if (stmt->kind_of != AKT_STMT_USE)
      continue;
    for (uint32_t k = 0; k < stmt->items.count; k++)
      use_one(self, file, &stmt->items.items[k]);
  }
}

static uint32_t load_file(loader *self, const char *path, const char *resolved,
                          akt_loc used_at) {
  uint32_t index = self->files.count;
  loaded entry = {.resolved = resolved, .used_at = used_at, .is_open = true};
  akt_vec_push(self->arena, &self->files, entry);
  akt_map_add(&self->by_path, akt_span_of(resolved), index);
  akt_span text;
  int error = akt_io_read(self->arena, path, AKT_LIMIT_FILE_BYTES, &text);
  if (error) {
    tell_unreadable(self, path, error, used_at);
    self->files.items[index].is_open = false;
    return index;
  }
  uint32_t source = akt_diags_add_source(self->diags, path, without_bom(text));
  bool is_shipped = self->shipped && is_inside(resolved, self->shipped);
  akt_ast_extent extent = is_shipped && self->out->is_trusting ? AKT_AST_PROVEN : AKT_AST_BARE;
  akt_ast_file *file = akt_ast_parse(self->arena, self->diags, source, path, extent);
  self->files.items[index].file = file;
  file->is_shipped = is_shipped;
  file->is_own = self->shipped && !is_shipped;
  akt_vec_push(self->arena, &self->chain, index);
  use_all(self, file);
  self->chain.count--;
  self->files.items[index].is_open = false;
  akt_vec_push(self->arena, &self->out->files, file);
  return index;
}

// ---- what the user named

static void load_path(loader *self, const char *path, bool is_users) {
  char *resolved = NULL;
  int error = akt_io_resolve(self->arena, path, &resolved);
  if (error) {
    tell_unreadable(self, path, error, AKT_NOWHERE);
    return;
  }
  uint32_t index = akt_map_get(&self->by_path, akt_span_of(resolved));
  if (index == AKT_NONE)
    index = load_file(self, path, resolved, AKT_NOWHERE);
  if (is_users && self->files.items[index].file)
    self->files.items[index].file->is_shipped = false; // named by hand: looked at in full
}

static void load_folder(loader *self, const char *path) {
  char **names;
  uint32_t count;
  int error = akt_io_list(self->arena, path, &names, &count);
  if (error) {
    tell_unreadable(self, path, error, AKT_NOWHERE);
    return;
  }
  uint32_t loaded_count = 0;
  for (uint32_t i = 0; i < count; i++) {
    // A leading dot marks an editor's or a half-written file.
    if (names[i][0] == '.' || !akt_span_ends_with(akt_span_of(names[i]), ".akt"))
      continue;
    size_t len = strlen(path);
    const char *between = len && path[len - 1] == '/' ? "" : "/";
    load_path(self, akt_arena_printf(self->arena, "%s%s%s", path, between, names[i]), true);
    loaded_count++;
  }
  if (!loaded_count)
    akt_diags_add(self->diags, AKT_CODE_FOLDER_EMPTY,
                  (akt_loc){add_bare_source(self, path), 0, 0},
                  "there is no `.akt` file in this folder");
}

static void add_folder(loader *self, const char *path) {
  char *resolved = NULL;
  if (akt_io_resolve(self->arena, path, &resolved) == 0)
    akt_vec_push(self->arena, &self->folders, (folder){path, resolved});
}

bool akt_rules_load_files(akt_arena *arena, akt_diags *diags, const akt_load_options *options,
                          akt_ast_set *out) {
  loader self = {.arena = arena, .diags = diags, .out = out};
  *out = (akt_ast_set){.is_strict = options->is_strict,
                       .is_check = options->is_check,
                       .is_trusting = options->is_trusting};
  akt_map_init(&self.by_path, arena);
  akt_map_init(&self.by_folder, arena);
  for (uint32_t i = 0; i < options->path_count; i++) {
    if (akt_io_is_directory(options->paths[i]))
      add_folder(&self, options->paths[i]);
  }
  if (options->shipped_dir) {
    add_folder(&self, options->shipped_dir);
    char *shipped;
    self.shipped = akt_io_resolve(arena, options->shipped_dir, &shipped) == 0 ? shipped : NULL;
  }
  if (options->has_defaults && options->shipped_dir)
    load_path(&self, akt_arena_printf(arena, "%s/default.akt", options->shipped_dir), false);
  for (uint32_t i = 0; i < options->path_count; i++) {
    if (akt_io_is_directory(options->paths[i]))
      load_folder(&self, options->paths[i]);
    else
      load_path(&self, options->paths[i], true);
  }
  return out->files.count > 0;
}
