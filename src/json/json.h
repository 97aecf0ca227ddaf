// JSON through cJSON, made strict on the way in and streaming on the way out. In:
// bytes must be one value of valid UTF-8 JSON, without duplicate keys, "\u0000",
// lone surrogates, or nesting beyond a limit, all of which cJSON lets through or
// turns into something else. Out: containers are either streamed, so a big file
// costs no memory, or gathered into one cJSON record that is printed when closed.
// It knows nothing of graphs.
#ifndef AKT_JSON_JSON_H
#define AKT_JSON_JSON_H

#include "base/sink.h"

// ---- reading

/// A value inside a parsed text; lives as long as the arena.
typedef struct cJSON akt_json;

typedef enum akt_json_type {
  AKT_JSON_NULL,
  AKT_JSON_BOOL,
  AKT_JSON_NUMBER,
  AKT_JSON_TEXT,
  AKT_JSON_ARRAY,
  AKT_JSON_OBJECT
} akt_json_type;

typedef struct akt_json_error {
  size_t byte; // where in the text
  const char *message;
} akt_json_error;

enum { AKT_JSON_MAX_DEPTH = 200 };

/// NULL when the text is no strict JSON; then `error` says why and where. A UTF-8
/// byte order mark is read over.
const akt_json *akt_json_parse(akt_arena *arena, akt_span text, akt_json_error *error);

akt_json_type akt_json_type_of(const akt_json *value); // of NULL: AKT_JSON_NULL
bool akt_json_is(const akt_json *value, akt_json_type type);
/// Member of an object; NULL when absent or `object` is none. Linear: for records.
const akt_json *akt_json_get(const akt_json *object, const char *key);
/// Text of a string, else NULL.
const char *akt_json_text(const akt_json *value);
const char *akt_json_get_text(const akt_json *object, const char *key);
/// A whole number from 0 to UINT32_MAX; `fallback` for anything else.
uint32_t akt_json_uint(const akt_json *value, uint32_t fallback);
uint32_t akt_json_get_uint(const akt_json *object, const char *key, uint32_t fallback);
bool akt_json_get_bool(const akt_json *object, const char *key);
double akt_json_number(const akt_json *value); // 0 when it is none
bool akt_json_is_true(const akt_json *value);

/// Members and items in order: for (v = akt_json_first(a); v; v = akt_json_next(v)).
const akt_json *akt_json_first(const akt_json *container);
const akt_json *akt_json_next(const akt_json *value);
const char *akt_json_key(const akt_json *member);
uint32_t akt_json_count(const akt_json *container);

/// The value as compact JSON text in the arena.
const char *akt_json_print(akt_arena *arena, const akt_json *value);

// ---- writing

typedef struct akt_json_writer akt_json_writer;

akt_json_writer *akt_json_writer_new(akt_arena *arena, akt_sink *sink);

/// Containers. `key` is NULL inside an array and at the top. A streamed container
/// may hold any number of values; an open one is a record in memory and may only
/// hold open ones. Each streamed array's items and each streamed object's members
/// stand on a line of their own.
void akt_json_stream_object(akt_json_writer *writer, const char *key);
void akt_json_stream_array(akt_json_writer *writer, const char *key);
void akt_json_open_object(akt_json_writer *writer, const char *key);
void akt_json_open_array(akt_json_writer *writer, const char *key);
/// Ends the innermost container. After the outermost one a line end is written.
void akt_json_close(akt_json_writer *writer);

/// Keys are borrowed until their record is closed; so are texts, which must be
/// valid UTF-8. A NULL text gives null.
void akt_json_add_text(akt_json_writer *writer, const char *key, const char *text);
/// Nothing when `text` is NULL.
void akt_json_add_text_if(akt_json_writer *writer, const char *key, const char *text);
void akt_json_add_uint(akt_json_writer *writer, const char *key, uint32_t number);
void akt_json_add_int(akt_json_writer *writer, const char *key, int64_t number);
/// A decimal number with `decimals` (0 to 6) places; no locale, no exponent.
void akt_json_add_decimal(akt_json_writer *writer, const char *key, double number,
                          int decimals);
void akt_json_add_bool(akt_json_writer *writer, const char *key, bool is_true);
void akt_json_add_null(akt_json_writer *writer, const char *key);
/// A copy of a value that was read.
void akt_json_add_value(akt_json_writer *writer, const char *key, const akt_json *value);

#endif
