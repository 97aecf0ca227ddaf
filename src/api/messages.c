// Messages, versions, and running work under guards.
#include "api/api.h"
#include "regex/pattern.h"

#include <stdlib.h>

typedef struct nested_run {
  akt_guard *guard;
  void (*work)(void *arg);
  void *arg;
  bool has_run;
} nested_run;

static void run_inner(void *arg) {
  nested_run *inner = arg;
  inner->has_run = akt_guard_run(inner->guard, inner->work, inner->arg);
}

bool akt_api_run(akt_guard *a, akt_guard *b, void (*work)(void *arg), void *arg) {
  if (!b)
    return akt_guard_run(a, work, arg);
  nested_run inner = {b, work, arg, false};
  bool has_run = akt_guard_run(a, run_inner, &inner);
  // Leaving through `a` jumped over the end of `b`'s run.
  b->is_active = false;
  return has_run && inner.has_run;
}

aktant_status akt_api_status(bool has_run, const aktant_messages *messages,
                             uint32_t errors_before) {
  if (!has_run)
    return AKTANT_NO_MEMORY;
  return messages->diags.errors > errors_before ? AKTANT_HAS_ERRORS : AKTANT_OK;
}

const char *aktant_version(void) {
  return AKT_VERSION;
}

const char *aktant_library_versions(void) {
  return AKT_LIBRARIES;
}

static void init_messages(void *arg) {
  aktant_messages *messages = arg;
  akt_diags_init(&messages->diags, &messages->arena);
}

aktant_status aktant_messages_new(aktant_messages **out) {
  aktant_messages *messages = calloc(1, sizeof *messages);
  *out = messages;
  if (!messages)
    return AKTANT_NO_MEMORY;
  akt_guard_init(&messages->guard, 0);
  akt_arena_init(&messages->arena, &messages->guard);
  if (akt_api_run(&messages->guard, NULL, init_messages, messages))
    return AKTANT_OK;
  aktant_messages_free(messages);
  *out = NULL;
  return AKTANT_NO_MEMORY;
}

void aktant_messages_free(aktant_messages *messages) {
  if (!messages)
    return;
  akt_arena_free(&messages->arena);
  free(messages);
}

size_t aktant_messages_errors(const aktant_messages *messages) {
  return messages->diags.errors;
}

size_t aktant_messages_warnings(const aktant_messages *messages) {
  return messages->diags.warnings;
}

void aktant_messages_make_strict(aktant_messages *messages) {
  akt_diags_make_strict(&messages->diags);
}

typedef struct rendering {
  akt_guard guard;
  akt_arena arena;
  akt_diags diags; // a copy whose arena is ours: printing leaves the messages alone
  akt_render_options options;
  akt_buf text;
} rendering;

// Line tables are made on first use: in copies, as the messages are const.
static akt_source *copy_sources(akt_arena *arena, const akt_diags *diags) {
  akt_source *sources = akt_arena_alloc(arena, (diags->sources.count + 1u) * sizeof *sources);
  for (uint32_t i = 0; i < diags->sources.count; i++) {
    sources[i] = diags->sources.items[i];
    memset(&sources[i].line_starts, 0, sizeof sources[i].line_starts);
  }
  return sources;
}

static void render(void *arg) {
  rendering *r = arg;
  akt_buf_init(&r->text, &r->arena);
  r->diags.sources.items = copy_sources(&r->arena, &r->diags);
  akt_diags_render(&r->diags, &r->options, &r->text);
}

aktant_status aktant_messages_write(const aktant_messages *messages,
                                    const aktant_message_style *style, aktant_write write,
                                    void *user) {
  rendering r = {.diags = messages->diags,
                 .options = {style->is_coloured, style->is_json, style->limit}};
  akt_guard_init(&r.guard, 0);
  akt_arena_init(&r.arena, &r.guard);
  r.diags.arena = &r.arena;
  aktant_status status = AKTANT_NO_MEMORY;
  if (akt_api_run(&r.guard, NULL, render, &r))
    status = !r.text.len || write(user, r.text.ptr, r.text.len) ? AKTANT_OK : AKTANT_IO;
  akt_arena_free(&r.arena);
  return status;
}

// ------------------------------------------------------------ as records

typedef struct giving {
  const akt_diags *diags;
  akt_source *sources; // with line tables of our own
  aktant_message_found found;
  void *user;
  akt_guard guard;
  akt_arena arena;
} giving;

static aktant_place place_of(giving *g, akt_loc loc) {
  if (loc.source >= g->diags->sources.count)
    return (aktant_place){.path = NULL};
  akt_source *source = &g->sources[loc.source];
  aktant_place place = {.path = source->name, .start = loc.start, .end = loc.end};
  akt_source_position(&g->arena, source, loc.start, &place.line, &place.column);
  return place;
}

static bool give_one(giving *g, const akt_diag *diag) {
  char code[8];
  akt_code_format(diag->code, code);
  aktant_note *notes = akt_arena_alloc(&g->arena, (diag->notes.count + 1u) * sizeof *notes);
  for (uint32_t i = 0; i < diag->notes.count; i++)
    notes[i] = (aktant_note){.text = diag->notes.items[i].text,
                             .place = place_of(g, diag->notes.items[i].loc)};
  aktant_message message = {.code = code,
                            .is_error = diag->severity == AKT_ERROR,
                            .text = diag->message,
                            .place = place_of(g, diag->loc),
                            .notes = notes,
                            .note_count = diag->notes.count,
                            .fix = diag->fix,
                            .is_guess = diag->is_guess};
  return g->found(g->user, &message);
}

static void give_all(void *arg) {
  giving *g = arg;
  g->sources = copy_sources(&g->arena, g->diags);
  akt_diags copy = *g->diags;
  copy.arena = &g->arena;
  copy.sources.items = g->sources;
  akt_diag_list list = akt_diags_sorted(&copy);
  for (uint32_t i = 0; i < list.count && give_one(g, list.items[i]); i++)
    continue;
}

aktant_status aktant_messages_each(const aktant_messages *messages, aktant_message_found found,
                                   void *user) {
  giving g = {.diags = &messages->diags, .found = found, .user = user};
  akt_guard_init(&g.guard, 0);
  akt_arena_init(&g.arena, &g.guard);
  bool has_run = akt_api_run(&g.guard, NULL, give_all, &g);
  akt_arena_free(&g.arena);
  return has_run ? AKTANT_OK : AKTANT_NO_MEMORY;
}

const char *aktant_explain(const char *code) {
  return akt_explain(code);
}
