// JSON-lines records: one line, one document.
#include "api/api.h"
#include "base/utf8.h"
#include "json/json.h"

typedef struct record {
  const char *path;
  size_t line_number;
  akt_span line;
  aktant_messages *messages;
  aktant_document *out;
} record;

static akt_diag *complain(record *r, akt_code code, size_t column, const char *text) {
  akt_diags *diags = &r->messages->diags;
  const char *place =
      column
          ? akt_arena_printf(&r->messages->arena, "%s:%zu:%zu", r->path, r->line_number, column)
          : akt_arena_printf(&r->messages->arena, "%s:%zu", r->path, r->line_number);
  uint32_t source = akt_diags_add_source(diags, place, (akt_span){"", 0});
  return akt_diags_add(diags, code, (akt_loc){source, 0, 0}, "%s", text);
}

// A text field; NULL where it is absent or null. Numbers are taken for what they
// look like: many corpora number their articles.
static const char *read_field(record *r, const akt_json *object, const char *name) {
  const akt_json *value = akt_json_get(object, name);
  switch (akt_json_type_of(value)) {
  case AKT_JSON_TEXT:
    return akt_json_text(value);
  case AKT_JSON_NUMBER:
    return akt_json_print(&r->messages->arena, value);
  case AKT_JSON_NULL:
    return NULL;
  case AKT_JSON_BOOL:
  case AKT_JSON_ARRAY:
  case AKT_JSON_OBJECT:
    break;
  }
  complain(r, AKT_CODE_BAD_RECORD, 0,
           akt_arena_printf(&r->messages->arena, "the field `%s` is no text", name));
  return NULL;
}

// The line ends of a text, as aktant_text_decode makes them.
static akt_span unify_lines(akt_arena *arena, const char *text) {
  akt_span from = akt_span_of(text);
  if (akt_span_starts_with(from, "\xEF\xBB\xBF"))
    from = (akt_span){from.ptr + 3, from.len - 3};
  char *copy = akt_arena_alloc(arena, from.len + 1);
  size_t len = 0;
  for (size_t i = 0; i < from.len; i++) {
    bool is_cr = from.ptr[i] == '\r';
    if (is_cr && i + 1 < from.len && from.ptr[i + 1] == '\n')
      continue;
    copy[len++] = is_cr ? '\n' : from.ptr[i];
  }
  copy[len] = '\0';
  return (akt_span){copy, len};
}

// "2025-04-30T12:00:00Z" is a date too; the hour tells nothing here.
static const char *read_date(record *r, const akt_json *object) {
  const char *date = read_field(r, object, "date");
  bool has_time = date && strlen(date) > 10 && (date[10] == 'T' || date[10] == ' ');
  return has_time ? akt_arena_copy(&r->messages->arena, date, 10) : date;
}

static void read_record(void *arg) {
  record *r = arg;
  akt_json_error error = {0};
  const akt_json *object = akt_json_parse(&r->messages->arena, r->line, &error);
  if (!object) {
    size_t at = error.byte < r->line.len ? error.byte : r->line.len;
    size_t valid = akt_utf8_valid_prefix((akt_span){r->line.ptr, at});
    size_t column = akt_utf8_count((akt_span){r->line.ptr, valid}) + 1;
    complain(r, AKT_CODE_BAD_RECORD, column, error.message);
    return;
  }
  if (!akt_json_is(object, AKT_JSON_OBJECT)) {
    complain(r, AKT_CODE_BAD_RECORD, 0, "the record is no JSON object");
    return;
  }
  const akt_json *text = akt_json_get(object, "text");
  if (!akt_json_is(text, AKT_JSON_TEXT)) {
    complain(r, AKT_CODE_RECORD_WITHOUT_TEXT, 0, "the record has no field `text` with a text");
    return;
  }
  akt_span unified = unify_lines(&r->messages->arena, akt_json_text(text));
  *r->out = (aktant_document){
      .id = read_field(r, object, "id"),
      .path = r->path,
      .title = read_field(r, object, "title"),
      .date = read_date(r, object),
      .source = read_field(r, object, "source"),
      .url = read_field(r, object, "url"),
      .text = unified.ptr,
      .text_len = unified.len,
  };
}

aktant_status aktant_document_parse(const char *path, size_t line_number, const char *line,
                                    size_t len, aktant_messages *messages,
                                    aktant_document *out) {
  record r = {path, line_number, {line, len}, messages, out};
  *out = (aktant_document){0};
  uint32_t errors = messages->diags.errors;
  bool has_run = akt_api_run(&messages->guard, NULL, read_record, &r);
  return akt_api_status(has_run, messages, errors);
}
