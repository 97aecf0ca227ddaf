// Applying what diagnostics propose. Only texts are made here; whoever called
// writes the files.
#include "api/api.h"

#include <stdlib.h>

typedef struct fixing {
  const akt_diags *diags;
  bool has_guesses;
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

static void gather(fixing *f, uint32_t source, akt_diag_list *out) {
  const akt_source *s = &f->diags->sources.items[source];
  for (uint32_t i = 0; i < f->diags->items.count; i++) {
    const akt_diag *d = &f->diags->items.items[i];
    if (d->fix && (f->has_guesses || !d->is_guess) && d->loc.source == source &&
        d->loc.start < d->loc.end && d->loc.end <= s->text.len)
      akt_vec_push(&f->arena, out, d);
  }
  if (out->count)
    qsort(out->items, out->count, sizeof *out->items, by_place);
}

static aktant_fix one_fix(fixing *f, akt_source *source, const akt_diag *d) {
  // An item in quotes stays in quotes: the fix is of what they hold.
  bool is_quoted = source->text.ptr[d->loc.start] == '"' && d->fix[0] != '"';
  const char *quote = is_quoted ? "\"" : "";
  aktant_fix fix = {
      .place = {.path = source->name, .start = d->loc.start, .end = d->loc.end},
      .before =
          akt_arena_copy(&f->arena, source->text.ptr + d->loc.start, d->loc.end - d->loc.start),
      .after = akt_arena_printf(&f->arena, "%s%s%s", quote, d->fix, quote),
  };
  akt_source_position(&f->arena, source, d->loc.start, &fix.place.line, &fix.place.column);
  return fix;
}

static void apply(fixing *f, uint32_t source, const akt_diag_list *list) {
  akt_source copy = {.name = f->diags->sources.items[source].name,
                     .text = f->diags->sources.items[source].text};
  AKT_VEC(aktant_fix) fixes = {0};
  akt_buf text;
  akt_buf_init(&text, &f->arena);
  size_t at = 0;
  for (uint32_t i = 0; i < list->count; i++) {
    if (list->items[i]->loc.start < at)
      continue; // of two fixes of one place the first
    aktant_fix fix = one_fix(f, &copy, list->items[i]);
    akt_buf_add(&text, copy.text.ptr + at, fix.place.start - at);
    akt_buf_puts(&text, fix.after);
    at = fix.place.end;
    akt_vec_push(&f->arena, &fixes, fix);
  }
  f->count += fixes.count;
  akt_buf_add(&text, copy.text.ptr + at, copy.text.len - at);
  if (!f->fixed(f->user, copy.name, akt_buf_text(&text), text.len, fixes.items, fixes.count))
    f->is_refused = true;
}

static void fix_all(void *arg) {
  fixing *f = arg;
  for (uint32_t s = 0; s < f->diags->sources.count && !f->is_refused; s++) {
    akt_diag_list list = {0};
    gather(f, s, &list);
    if (list.count)
      apply(f, s, &list);
  }
}

aktant_status aktant_messages_fix(const aktant_messages *messages, bool has_guesses,
                                  aktant_fixed fixed, void *user, size_t *count) {
  fixing f = {
      .diags = &messages->diags, .has_guesses = has_guesses, .fixed = fixed, .user = user};
  akt_guard_init(&f.guard, 0);
  akt_arena_init(&f.arena, &f.guard);
  bool has_run = akt_api_run(&f.guard, NULL, fix_all, &f);
  akt_arena_free(&f.arena);
  *count = f.count;
  return !has_run ? AKTANT_NO_MEMORY : f.is_refused ? AKTANT_IO : AKTANT_OK;
}
