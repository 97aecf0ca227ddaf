// Records of what is wrong with what the user wrote, and the arithmetic from
// byte offsets to lines and columns. Knows nothing of how they are printed.
#include "diag/diag.h"

#include <stdio.h>

enum { LONGEST_NAME = 64 };

void akt_diags_init(akt_diags *diags, akt_arena *arena) {
  *diags = (akt_diags){.arena = arena};
}

uint32_t akt_diags_add_source(akt_diags *diags, const char *name, akt_span text) {
  akt_source source = {.name = akt_arena_string(diags->arena, name), .text = text};
  akt_vec_push(diags->arena, &diags->sources, source);
  return diags->sources.count - 1;
}

akt_severity akt_code_severity(akt_code code) {
  switch (code) {
#define AKT_CODE(id, name, severity, title)                                                    \
  case AKT_CODE_##name:                                                                        \
    return severity;
#include "diag/codes.def"
#undef AKT_CODE
  }
  return AKT_ERROR;
}

const char *akt_code_title(akt_code code) {
  switch (code) {
#define AKT_CODE(id, name, severity, title)                                                    \
  case AKT_CODE_##name:                                                                        \
    return title;
#include "diag/codes.def"
#undef AKT_CODE
  }
  return "";
}

void akt_code_format(akt_code code, char out[8]) {
  static const char letters[] = {[AKT_ERROR] = 'E', [AKT_WARNING] = 'W', [AKT_NOTE] = 'N'};
  snprintf(out, 8, "%c%04u", letters[akt_code_severity(code)], (unsigned)code % 10000u);
}

__attribute__((format(printf, 2, 0))) static const char *
format_text(akt_arena *arena, const char *format, va_list args) {
  va_list again;
  va_copy(again, args);
  int len = vsnprintf(NULL, 0, format, args);
  char *text = akt_arena_alloc(arena, len < 0 ? 1 : (size_t)len + 1);
  text[0] = '\0';
  if (len > 0)
    vsnprintf(text, (size_t)len + 1, format, again);
  va_end(again);
  return text;
}

akt_diag *akt_diags_add(akt_diags *diags, akt_code code, akt_loc loc, const char *format, ...) {
  va_list args;
  va_start(args, format);
  akt_diag diag = {.code = code, .severity = akt_code_severity(code), .loc = loc};
  diag.message = format_text(diags->arena, format, args);
  va_end(args);
  akt_vec_push(diags->arena, &diags->items, diag);
  diags->errors += diag.severity == AKT_ERROR;
  diags->warnings += diag.severity == AKT_WARNING;
  return &diags->items.items[diags->items.count - 1];
}

void akt_diag_add_note(akt_diags *diags, akt_diag *diag, akt_loc loc, const char *format, ...) {
  va_list args;
  va_start(args, format);
  akt_diag_note note = {loc, format_text(diags->arena, format, args)};
  va_end(args);
  akt_vec_push(diags->arena, &diag->notes, note);
}

void akt_diag_add_help(akt_diags *diags, akt_diag *diag, const char *format, ...) {
  va_list args;
  va_start(args, format);
  akt_diag_note note = {AKT_NOWHERE, format_text(diags->arena, format, args)};
  va_end(args);
  akt_vec_push(diags->arena, &diag->notes, note);
}

void akt_diags_make_strict(akt_diags *diags) {
  for (uint32_t i = 0; i < diags->items.count; i++) {
    if (diags->items.items[i].severity == AKT_WARNING)
      diags->items.items[i].severity = AKT_ERROR;
  }
  diags->errors += diags->warnings;
  diags->warnings = 0;
}

// ---- positions

static void find_lines(akt_arena *arena, akt_source *source) {
  akt_vec_push(arena, &source->line_starts, 0u);
  const char *text = source->text.ptr;
  const char *end = text + source->text.len;
  for (const char *p = text; p < end;) {
    const char *newline = memchr(p, '\n', (size_t)(end - p));
    if (!newline)
      break;
    p = newline + 1;
    akt_vec_push(arena, &source->line_starts, (uint32_t)(p - text));
  }
}

uint32_t akt_source_line(akt_arena *arena, akt_source *source, uint32_t byte) {
  if (!source->line_starts.count)
    find_lines(arena, source);
  uint32_t low = 0;
  uint32_t high = source->line_starts.count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (source->line_starts.items[middle] <= byte)
      low = middle;
    else
      high = middle;
  }
  return low;
}

akt_span akt_source_line_text(akt_arena *arena, akt_source *source, uint32_t line) {
  if (!source->line_starts.count)
    find_lines(arena, source);
  uint32_t start = source->line_starts.items[line];
  size_t end = line + 1 < source->line_starts.count ? source->line_starts.items[line + 1] - 1u
                                                    : source->text.len;
  akt_span text = {source->text.ptr + start, end - start};
  while (text.len && text.ptr[text.len - 1] == '\r')
    text.len--;
  return text;
}

void akt_source_position(akt_arena *arena, akt_source *source, uint32_t byte, uint32_t *line,
                         uint32_t *column) {
  if (byte > source->text.len)
    byte = (uint32_t)source->text.len;
  uint32_t index = akt_source_line(arena, source, byte);
  uint32_t start = source->line_starts.items[index];
  uint32_t count = 0;
  for (uint32_t i = start; i < byte; i++)
    count += ((unsigned char)source->text.ptr[i] & 0xC0) != 0x80;
  *line = index + 1;
  *column = count + 1;
}

// ---- the nearest name

// Edit distance with swaps of neighbours, case ignored; gives up beyond `most`.
static uint32_t distance(const char *a, uint32_t a_len, const char *b, uint32_t b_len,
                         uint32_t most) {
  uint32_t rows[3][LONGEST_NAME + 1];
  for (uint32_t j = 0; j <= b_len; j++)
    rows[0][j] = j;
  for (uint32_t i = 1; i <= a_len; i++) {
    uint32_t *now = rows[i % 3];
    const uint32_t *before = rows[(i + 2) % 3];
    const uint32_t *earlier = rows[(i + 1) % 3];
    uint32_t least = now[0] = i;
    for (uint32_t j = 1; j <= b_len; j++) {
      char x = akt_to_lower(a[i - 1]);
      char y = akt_to_lower(b[j - 1]);
      uint32_t best = before[j - 1] + (x != y);
      if (before[j] + 1 < best)
        best = before[j] + 1;
      if (now[j - 1] + 1 < best)
        best = now[j - 1] + 1;
      if (i > 1 && j > 1 && x == akt_to_lower(b[j - 2]) && y == akt_to_lower(a[i - 2]) &&
          earlier[j - 2] + 1 < best)
        best = earlier[j - 2] + 1;
      now[j] = best;
      if (best < least)
        least = best;
    }
    if (least > most)
      return most + 1;
  }
  return rows[a_len % 3][b_len];
}

const char *akt_suggest(akt_arena *arena, const char *name, const char *const *candidates,
                        uint32_t count) {
  (void)arena;
  size_t len = strlen(name);
  if (!len || len > LONGEST_NAME)
    return NULL;
  uint32_t name_len = (uint32_t)len;
  // One slip in three letters: more is another word.
  uint32_t nearest = (name_len + 1) / 3 + 1;
  const char *best = NULL;
  for (uint32_t i = 0; i < count && nearest; i++) {
    size_t size = strlen(candidates[i]);
    size_t apart = size > len ? size - len : len - size;
    if (!size || size > LONGEST_NAME || apart >= nearest)
      continue;
    uint32_t d = distance(name, name_len, candidates[i], (uint32_t)size, nearest - 1);
    if (d < nearest) {
      nearest = d;
      best = candidates[i];
    }
  }
  return best;
}
