// Applying what diagnostics propose. Only texts are made here; whoever called
// writes the files.
#include "api/api.h"

#include <stdlib.h>

typedef struct fixing {
  const akt_diags *diags;
  aktant_fixed fixed;
  void *user;
  size_t count;
  bool is_refused;
  akt_guard guard;
  akt_arena arena;
} fixing;

static int by_place(const void *a, const void *b) {
  const akt_diag *x = *(const akt_diag *const *)a, *y = *(const akt_diag *const *)b;
  if (x->loc.start != y->loc.start)
    return x->loc.start < y->loc.start ? -1 : 1;
  return x->loc.end < y->loc.end ? -1 : x->loc.end > y->loc.end;
}

typedef AKT_VEC(const akt_diag *) diag_list;

static void gather(fixing *f, uint32_t source, diag_list *out) {
  const akt_source *s = &f->diags->sources.items[source];
  for (uint32_t i = 0; i < f->diags->items.count; i++) {
    const akt_diag *d = &f->diags->items.items[i];
    if (d->fix && d->loc.source == source && d->loc.start < d->loc.end &&
        d->loc.end <= s->text.len)
      akt_vec_push(&f->arena, out, d);
  }
  if (out->count)
    qsort(out->items, out->count, sizeof *out->items, by_place);
}

static void apply(fixing *f, uint32_t source, const diag_list *list) {
  akt_source copy = {.name = f->diags->sources.items[source].name,
                     .text = f->diags->sources.items[source].text};
  akt_buf text, log;
  akt_buf_init(&text, &f->arena);
  akt_buf_init(&log, &f->arena);
  uint32_t at = 0;
  for (uint32_t i = 0; i < list->count; i++) {
    const akt_diag *d = list->items[i];
    if (d->loc.start < at)
      continue; // of two fixes of one place the first
    uint32_t line, column;
    akt_source_position(&f->arena, &copy, d->loc.start, &line, &column);
    bool is_quoted = copy.text.ptr[d->loc.start] == '"' && d->fix[0] != '"';
    const char *quote = is_quoted ? "\"" : "";
    akt_buf_add(&text, copy.text.ptr + at, d->loc.start - at);
    akt_buf_printf(&text, "%s%s%s", quote, d->fix, quote);
    akt_buf_printf(&log, "%s:%u:%u: `%.*s` becomes `%s%s%s`\n", copy.name, line, column,
                   (int)(d->loc.end - d->loc.start), copy.text.ptr + d->loc.start, quote,
                   d->fix, quote);
    at = d->loc.end;
    f->count++;
  }
  akt_buf_add(&text, copy.text.ptr + at, copy.text.len - at);
  if (!f->fixed(f->user, copy.name, akt_buf_text(&text), text.len, akt_buf_text(&log)))
    f->is_refused = true;
}

static void fix_all(void *arg) {
  fixing *f = arg;
  for (uint32_t s = 0; s < f->diags->sources.count && !f->is_refused; s++) {
    diag_list list = {0};
    gather(f, s, &list);
    if (list.count)
      apply(f, s, &list);
  }
}

aktant_status aktant_messages_fix(const aktant_messages *messages, aktant_fixed fixed,
                                  void *user, size_t *count) {
  fixing f = {.diags = &messages->diags, .fixed = fixed, .user = user};
  akt_guard_init(&f.guard, 0);
  akt_arena_init(&f.arena, &f.guard);
  bool has_run = akt_api_run(&f.guard, NULL, fix_all, &f);
  akt_arena_free(&f.arena);
  *count = f.count;
  return !has_run ? AKTANT_NO_MEMORY : f.is_refused ? AKTANT_IO : AKTANT_OK;
}
