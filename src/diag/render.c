// How diagnostics look: text for people (file:line:col, the line, a caret), or
// JSON lines for programs. What users wrote is shown with control characters
// replaced, so that a hostile file cannot steer a terminal.
#include "base/utf8.h"
#include "diag/diag.h"

#include <stdlib.h>

enum { WINDOW_BEFORE = 60, WINDOW_AFTER = 100 };

static const char *const severity_names[] = {
    [AKT_ERROR] = "error", [AKT_WARNING] = "warning", [AKT_NOTE] = "note"};
static const char *const colours[] = {
    [AKT_ERROR] = "\033[1;31m", [AKT_WARNING] = "\033[1;35m", [AKT_NOTE] = "\033[1;36m"};
#define COLOUR_CARET "\033[1;32m"
#define COLOUR_BOLD  "\033[1m"
#define COLOUR_OFF   "\033[0m"

// One step through text that may be anything: a code point, or U+FFFD for a
// byte that is none. Control characters become U+FFFD too, except the tab.
static uint32_t next_shown(akt_span text, size_t at, size_t *size) {
  size_t most = text.len - at < 4 ? text.len - at : 4;
  unsigned char lead = (unsigned char)text.ptr[at];
  *size = 1;
  if (lead < 0x80)
    return (lead < 0x20 && lead != '\t') || lead == 0x7F ? 0xFFFD : lead;
  size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (need > most || akt_utf8_valid_prefix((akt_span){text.ptr + at, need}) < need)
    return 0xFFFD;
  uint32_t code_point = akt_utf8_decode(text, at, size);
  bool is_control = code_point < 0xA0 || (code_point >= 0x202A && code_point <= 0x202E) ||
                    (code_point >= 0x2066 && code_point <= 0x2069);
  return is_control ? 0xFFFD : code_point;
}

static void put_code_point(akt_buf *out, uint32_t code_point) {
  char bytes[4];
  akt_buf_add(out, bytes, akt_utf8_encode(code_point, bytes));
}

static void put_clean(akt_buf *out, const char *text) {
  akt_span span = akt_span_of(text);
  for (size_t i = 0, size; i < span.len; i += size)
    put_code_point(out, next_shown(span, i, &size));
}

// Steps back at most `count` code points from `from`, not before 0.
static size_t step_back(akt_span text, size_t from, size_t count) {
  while (from && count--) {
    from--;
    while (from && ((unsigned char)text.ptr[from] & 0xC0) == 0x80)
      from--;
  }
  return from;
}

typedef struct excerpt {
  akt_span line;
  size_t from, to;   // what of the line is shown
  size_t start, end; // what of it is underlined
  uint32_t number;   // 1-based line
} excerpt;

static excerpt cut_excerpt(akt_arena *arena, akt_source *source, akt_loc loc) {
  uint32_t index = akt_source_line(arena, source, loc.start);
  excerpt cut = {.line = akt_source_line_text(arena, source, index), .number = index + 1};
  size_t line_start = (size_t)(cut.line.ptr - source->text.ptr);
  cut.start = loc.start > line_start ? loc.start - line_start : 0;
  if (cut.start > cut.line.len)
    cut.start = cut.line.len;
  cut.end = loc.end > line_start ? loc.end - line_start : 0;
  if (cut.end > cut.line.len)
    cut.end = cut.line.len;
  if (cut.end < cut.start)
    cut.end = cut.start;
  cut.from = step_back(cut.line, cut.start, WINDOW_BEFORE);
  if (step_back(cut.line, cut.from, 20) == 0)
    cut.from = 0;
  cut.to = cut.from;
  for (size_t shown = 0, size; cut.to < cut.line.len && shown < WINDOW_BEFORE + WINDOW_AFTER;
       shown++, cut.to += size)
    next_shown(cut.line, cut.to, &size);
  return cut;
}

static void put_repeated(akt_buf *out, char c, int count) {
  for (int i = 0; i < count; i++)
    akt_buf_putc(out, c);
}

static void put_line(akt_buf *out, const excerpt *cut) {
  akt_buf_printf(out, "%5u | ", cut->number);
  if (cut->from)
    akt_buf_puts(out, "... ");
  for (size_t i = cut->from, size; i < cut->to; i += size)
    put_code_point(out, next_shown(cut->line, i, &size));
  akt_buf_puts(out, cut->to < cut->line.len ? " ...\n" : "\n");
}

// Tabs are copied, so the caret stands right whatever the tab width is.
static void put_caret(akt_buf *out, const excerpt *cut, bool is_coloured) {
  akt_buf_puts(out, "      | ");
  if (cut->from)
    akt_buf_puts(out, "    ");
  for (size_t i = cut->from, size; i < cut->start; i += size) {
    uint32_t code_point = next_shown(cut->line, i, &size);
    if (code_point == '\t')
      akt_buf_putc(out, '\t');
    else
      put_repeated(out, ' ', akt_utf8_width(code_point));
  }
  if (is_coloured)
    akt_buf_puts(out, COLOUR_CARET);
  size_t end = cut->end < cut->to ? cut->end : cut->to;
  char mark = '^';
  for (size_t i = cut->start, size; i < end; i += size) {
    uint32_t code_point = next_shown(cut->line, i, &size);
    int width = code_point == '\t' ? 1 : akt_utf8_width(code_point);
    if (width > 0) {
      akt_buf_putc(out, mark);
      put_repeated(out, '~', width - 1);
      mark = '~';
    }
  }
  if (mark == '^')
    akt_buf_putc(out, '^');
  akt_buf_puts(out, is_coloured ? COLOUR_OFF "\n" : "\n");
}

static bool has_place(const akt_diags *diags, akt_loc loc) {
  return loc.source < diags->sources.count;
}

static void put_place(akt_diags *diags, akt_loc loc, akt_buf *out) {
  if (!has_place(diags, loc))
    return;
  akt_source *source = &diags->sources.items[loc.source];
  uint32_t line;
  uint32_t column;
  akt_source_position(diags->arena, source, loc.start, &line, &column);
  put_clean(out, source->name);
  if (source->text.len || loc.start)
    akt_buf_printf(out, ":%u:%u", line, column);
  akt_buf_puts(out, ": ");
}

static void put_notes(akt_diags *diags, const akt_diag *diag, akt_buf *out) {
  for (uint32_t i = 0; i < diag->notes.count; i++) {
    const akt_diag_note *note = &diag->notes.items[i];
    if (has_place(diags, note->loc)) {
      akt_buf_puts(out, "   note: ");
      put_place(diags, note->loc, out);
    } else {
      akt_buf_puts(out, "   help: ");
    }
    put_clean(out, note->text);
    akt_buf_putc(out, '\n');
  }
}

static void put_text(akt_diags *diags, const akt_diag *diag, bool is_coloured, akt_buf *out) {
  char code[8];
  akt_code_format(diag->code, code);
  if (is_coloured)
    akt_buf_puts(out, COLOUR_BOLD);
  put_place(diags, diag->loc, out);
  if (is_coloured)
    akt_buf_puts(out, colours[diag->severity]);
  akt_buf_printf(out, "%s[%s]: ", severity_names[diag->severity], code);
  if (is_coloured)
    akt_buf_puts(out, COLOUR_OFF);
  put_clean(out, diag->message);
  akt_buf_putc(out, '\n');
  if (has_place(diags, diag->loc) && diags->sources.items[diag->loc.source].text.len) {
    excerpt cut = cut_excerpt(diags->arena, &diags->sources.items[diag->loc.source], diag->loc);
    put_line(out, &cut);
    put_caret(out, &cut, is_coloured);
  }
  put_notes(diags, diag, out);
}

// ---- JSON lines

static void put_json_string(akt_buf *out, const char *text) {
  akt_span span = akt_span_of(text);
  akt_buf_putc(out, '"');
  for (size_t i = 0, size; i < span.len; i += size) {
    unsigned char lead = (unsigned char)span.ptr[i];
    size = 1;
    if (lead == '"' || lead == '\\') {
      akt_buf_putc(out, '\\');
      akt_buf_putc(out, (char)lead);
    } else if (lead < 0x20 || lead == 0x7F) {
      akt_buf_printf(out, "\\u%04x", lead);
    } else {
      put_code_point(out, next_shown(span, i, &size));
    }
  }
  akt_buf_putc(out, '"');
}

static void put_json_place(akt_diags *diags, akt_loc loc, akt_buf *out) {
  if (!has_place(diags, loc))
    return;
  akt_source *source = &diags->sources.items[loc.source];
  uint32_t line;
  uint32_t column;
  akt_buf_puts(out, ",\"file\":");
  put_json_string(out, source->name);
  akt_source_position(diags->arena, source, loc.start, &line, &column);
  akt_buf_printf(out, ",\"line\":%u,\"column\":%u", line, column);
  akt_source_position(diags->arena, source, loc.end, &line, &column);
  akt_buf_printf(out, ",\"end_line\":%u,\"end_column\":%u", line, column);
  akt_buf_printf(out, ",\"byte_start\":%u,\"byte_end\":%u", loc.start, loc.end);
}

static void put_json(akt_diags *diags, const akt_diag *diag, akt_buf *out) {
  char code[8];
  akt_code_format(diag->code, code);
  akt_buf_printf(out, "{\"severity\":\"%s\",\"code\":\"%s\"", severity_names[diag->severity],
                 code);
  put_json_place(diags, diag->loc, out);
  akt_buf_puts(out, ",\"message\":");
  put_json_string(out, diag->message);
  akt_buf_puts(out, ",\"notes\":[");
  for (uint32_t i = 0; i < diag->notes.count; i++) {
    const akt_diag_note *note = &diag->notes.items[i];
    akt_buf_puts(out, i ? ",{\"kind\":" : "{\"kind\":");
    akt_buf_puts(out, has_place(diags, note->loc) ? "\"note\"" : "\"help\"");
    put_json_place(diags, note->loc, out);
    akt_buf_puts(out, ",\"text\":");
    put_json_string(out, note->text);
    akt_buf_putc(out, '}');
  }
  akt_buf_putc(out, ']');
  if (diag->fix) {
    akt_buf_puts(out, ",\"fix\":");
    put_json_string(out, diag->fix);
    akt_buf_printf(out, ",\"guess\":%s", diag->is_guess ? "true" : "false");
  }
  akt_buf_puts(out, "}\n");
}

// ---- order and choice

typedef struct ranked {
  akt_loc loc;
  uint32_t index;
} ranked;

static int compare_numbers(uint32_t a, uint32_t b) {
  return a < b ? -1 : a > b;
}

static int compare_places(const void *a, const void *b) {
  const ranked *x = a;
  const ranked *y = b;
  int order = compare_numbers(x->loc.source, y->loc.source);
  if (!order)
    order = compare_numbers(x->loc.start, y->loc.start);
  return order ? order : compare_numbers(x->index, y->index);
}

static bool is_same(const akt_diag *a, const akt_diag *b) {
  return a->code == b->code && a->loc.source == b->loc.source && a->loc.start == b->loc.start &&
         strcmp(a->message, b->message) == 0;
}

// Where not everything is shown, errors must not drown in warnings.
static uint32_t count_shown(const akt_diags *diags, akt_severity severity, uint32_t limit,
                            uint32_t taken) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < diags->items.count; i++)
    count += (diags->items.items[i].severity == AKT_ERROR) == (severity == AKT_ERROR);
  return count < limit - taken ? count : limit - taken;
}

akt_diag_list akt_diags_sorted(akt_diags *diags) {
  akt_diag_list list = {0};
  uint32_t count = diags->items.count;
  if (!count)
    return list;
  ranked *order = akt_arena_alloc(diags->arena, count * sizeof *order);
  for (uint32_t i = 0; i < count; i++)
    order[i] = (ranked){diags->items.items[i].loc, i};
  qsort(order, count, sizeof *order, compare_places);
  for (uint32_t i = 0; i < count; i++) {
    const akt_diag *diag = &diags->items.items[order[i].index];
    if (!list.count || !is_same(list.items[list.count - 1], diag))
      akt_vec_push(diags->arena, &list, diag);
  }
  return list;
}

void akt_diags_render(akt_diags *diags, const akt_render_options *options, akt_buf *out) {
  akt_diag_list list = akt_diags_sorted(diags);
  uint32_t limit = options->limit && !options->is_json ? options->limit : UINT32_MAX;
  uint32_t errors = count_shown(diags, AKT_ERROR, limit, 0);
  uint32_t others = count_shown(diags, AKT_WARNING, limit, errors);
  uint32_t hidden = 0;
  for (uint32_t i = 0; i < list.count; i++) {
    const akt_diag *diag = list.items[i];
    uint32_t *left = diag->severity == AKT_ERROR ? &errors : &others;
    if (!*left) {
      hidden++;
      continue;
    }
    --*left;
    if (options->is_json)
      put_json(diags, diag, out);
    else
      put_text(diags, diag, options->is_coloured, out);
  }
  if (hidden)
    akt_buf_printf(out, "%u more not shown\n", hidden);
}
