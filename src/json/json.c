#include "json/json.h"

#include "base/map.h"
#include "base/utf8.h"

#include <assert.h>
#include <cJSON.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

// ---------------------------------------------------------------- strict reading

// cJSON decides structure; this scan refuses what it would let through or change:
// bad UTF-8, raw control characters, "\u0000", lone surrogates, numbers such as
// 01 or 1e999, deep nesting.
typedef struct scanner {
  akt_span text;
  size_t at;
  uint32_t depth;
  const char *message;
} scanner;

static bool fail_scan(scanner *s, const char *message) {
  s->message = message;
  return false;
}

static bool read_hex4(scanner *s, uint32_t *value) {
  if (s->text.len - s->at < 4)
    return fail_scan(s, "an escape that is cut off");
  *value = 0;
  for (int i = 0; i < 4; i++) {
    char c = s->text.ptr[s->at + (size_t)i];
    uint32_t digit;
    if (akt_is_digit(c))
      digit = (uint32_t)(c - '0');
    else if (akt_to_lower(c) >= 'a' && akt_to_lower(c) <= 'f')
      digit = (uint32_t)(akt_to_lower(c) - 'a' + 10);
    else
      return fail_scan(s, "an escape that is no \\uXXXX");
    *value = *value * 16 + digit;
  }
  s->at += 4;
  return true;
}

// After "\u".
static bool scan_unicode_escape(scanner *s) {
  uint32_t unit;
  if (!read_hex4(s, &unit))
    return false;
  if (unit == 0)
    return fail_scan(s, "\\u0000 inside a string");
  if (unit >= 0xDC00 && unit <= 0xDFFF)
    return fail_scan(s, "half of a surrogate pair");
  if (unit < 0xD800 || unit > 0xDBFF)
    return true;
  uint32_t low;
  if (s->text.len - s->at < 2 || s->text.ptr[s->at] != '\\' || s->text.ptr[s->at + 1] != 'u')
    return fail_scan(s, "half of a surrogate pair");
  s->at += 2;
  if (!read_hex4(s, &low))
    return false;
  if (low < 0xDC00 || low > 0xDFFF)
    return fail_scan(s, "half of a surrogate pair");
  return true;
}

// After the opening quote.
static bool scan_string(scanner *s) {
  while (s->at < s->text.len) {
    unsigned char c = (unsigned char)s->text.ptr[s->at++];
    if (c == '"')
      return true;
    if (c < 0x20) {
      s->at--;
      return fail_scan(s, "a control character inside a string");
    }
    if (c != '\\')
      continue;
    if (s->at == s->text.len)
      break;
    char escape = s->text.ptr[s->at++];
    if (escape == 'u') {
      if (!scan_unicode_escape(s))
        return false;
    } else if (!strchr("\"\\/bfnrt", escape) || !escape) {
      return fail_scan(s, "an unknown escape");
    }
  }
  return fail_scan(s, "a string without its closing quote");
}

static size_t scan_digits(scanner *s) {
  size_t start = s->at;
  while (s->at < s->text.len && akt_is_digit(s->text.ptr[s->at]))
    s->at++;
  return s->at - start;
}

static bool take(scanner *s, const char *any_of) {
  if (s->at >= s->text.len || !s->text.ptr[s->at] || !strchr(any_of, s->text.ptr[s->at]))
    return false;
  s->at++;
  return true;
}

// At the first character of a number.
static bool scan_number(scanner *s) {
  size_t start = s->at;
  take(s, "-");
  bool has_zero = s->at < s->text.len && s->text.ptr[s->at] == '0';
  size_t whole = scan_digits(s);
  if (whole == 0 || (has_zero && whole > 1))
    return fail_scan(s, "a number that is none");
  if (take(s, ".") && scan_digits(s) == 0)
    return fail_scan(s, "a number that is none");
  if (take(s, "eE")) {
    take(s, "+-");
    size_t digits = scan_digits(s);
    if (digits == 0)
      return fail_scan(s, "a number that is none");
    if (digits > 2)
      return fail_scan(s, "a number that is too large");
  }
  if (s->at - start > 60)
    return fail_scan(s, "a number that is too long");
  return true;
}

static bool scan_text(scanner *s) {
  while (s->at < s->text.len) {
    char c = s->text.ptr[s->at];
    if (c == '"') {
      s->at++;
      if (!scan_string(s))
        return false;
    } else if (c == '-' || akt_is_digit(c)) {
      if (!scan_number(s))
        return false;
    } else {
      if (c == '{' || c == '[') {
        if (++s->depth > AKT_JSON_MAX_DEPTH)
          return fail_scan(s, "nested too deep");
      } else if ((c == '}' || c == ']') && s->depth) {
        s->depth--;
      } else if ((unsigned char)c <= ' ' && !strchr("\t\n\r ", c)) {
        return fail_scan(s, "a control character");
      } else if (c == '\0') {
        return fail_scan(s, "a NUL byte");
      }
      s->at++;
    }
  }
  return true;
}

static void release_tree(void *object) {
  cJSON_Delete(object);
}

// Few members are compared with each other, many go through a map.
static const char *find_duplicate(akt_arena *arena, const cJSON *object) {
  uint32_t count = 0;
  const cJSON *member;
  cJSON_ArrayForEach(member, object) count++;
  if (count > 16) {
    akt_map seen;
    akt_map_init(&seen, arena);
    uint32_t number = 0;
    cJSON_ArrayForEach(member, object) {
      if (akt_map_add(&seen, akt_span_of(member->string), number) != number)
        return member->string;
      number++;
    }
    return NULL;
  }
  for (const cJSON *a = object->child; a; a = a->next)
    for (const cJSON *b = a->next; b; b = b->next)
      if (strcmp(a->string, b->string) == 0)
        return a->string;
  return NULL;
}

// Depth is bounded by AKT_JSON_MAX_DEPTH.
static const char *find_duplicate_below(akt_arena *arena, const cJSON *value) {
  const char *duplicate = cJSON_IsObject(value) ? find_duplicate(arena, value) : NULL;
  for (const cJSON *child = value->child; child && !duplicate; child = child->next)
    duplicate = find_duplicate_below(arena, child);
  return duplicate;
}

const akt_json *akt_json_parse(akt_arena *arena, akt_span text, akt_json_error *error) {
  if (akt_span_starts_with(text, "\xEF\xBB\xBF")) {
    text.ptr += 3;
    text.len -= 3;
  }
  size_t valid = akt_utf8_valid_prefix(text);
  if (valid < text.len) {
    *error = (akt_json_error){valid, "bytes that are no UTF-8"};
    return NULL;
  }
  scanner s = {.text = text};
  if (!scan_text(&s)) {
    *error = (akt_json_error){s.at, s.message};
    return NULL;
  }
  // cJSON wants a NUL after the text when it is to check that nothing follows.
  const char *copy = akt_arena_copy(arena, text.ptr, text.len);
  const char *end = NULL;
  cJSON *tree = cJSON_ParseWithLengthOpts(copy, text.len + 1, &end, true);
  if (!tree) {
    size_t at = end && end >= copy ? (size_t)(end - copy) : 0;
    *error = (akt_json_error){at < text.len ? at : text.len,
                              text.len ? "no JSON from here on" : "an empty text"};
    return NULL;
  }
  akt_arena_on_free(arena, release_tree, tree);
  const char *duplicate = find_duplicate_below(arena, tree);
  if (duplicate) {
    *error = (akt_json_error){
        0, akt_arena_printf(arena, "the key `%s` twice in one object", duplicate)};
    return NULL;
  }
  return tree;
}

// ---------------------------------------------------------------- looking

akt_json_type akt_json_type_of(const akt_json *value) {
  if (cJSON_IsBool(value))
    return AKT_JSON_BOOL;
  if (cJSON_IsNumber(value))
    return AKT_JSON_NUMBER;
  if (cJSON_IsString(value))
    return AKT_JSON_TEXT;
  if (cJSON_IsArray(value))
    return AKT_JSON_ARRAY;
  return cJSON_IsObject(value) ? AKT_JSON_OBJECT : AKT_JSON_NULL;
}

bool akt_json_is(const akt_json *value, akt_json_type type) {
  return value && akt_json_type_of(value) == type;
}

const akt_json *akt_json_get(const akt_json *object, const char *key) {
  return cJSON_IsObject(object) ? cJSON_GetObjectItemCaseSensitive(object, key) : NULL;
}

const char *akt_json_text(const akt_json *value) {
  return cJSON_IsString(value) ? value->valuestring : NULL;
}

const char *akt_json_get_text(const akt_json *object, const char *key) {
  return akt_json_text(akt_json_get(object, key));
}

uint32_t akt_json_uint(const akt_json *value, uint32_t fallback) {
  if (!cJSON_IsNumber(value) || !(value->valuedouble >= 0) ||
      !(value->valuedouble <= (double)UINT32_MAX))
    return fallback;
  uint32_t whole = (uint32_t)value->valuedouble;
  return (double)whole < value->valuedouble ? fallback : whole;
}

uint32_t akt_json_get_uint(const akt_json *object, const char *key, uint32_t fallback) {
  return akt_json_uint(akt_json_get(object, key), fallback);
}

bool akt_json_get_bool(const akt_json *object, const char *key) {
  return cJSON_IsTrue(akt_json_get(object, key));
}

bool akt_json_is_true(const akt_json *value) {
  return cJSON_IsTrue(value);
}

double akt_json_number(const akt_json *value) {
  return cJSON_IsNumber(value) ? value->valuedouble : 0;
}

const akt_json *akt_json_first(const akt_json *container) {
  return cJSON_IsObject(container) || cJSON_IsArray(container) ? container->child : NULL;
}

const akt_json *akt_json_next(const akt_json *value) {
  return value->next;
}

const char *akt_json_key(const akt_json *member) {
  return member->string;
}

uint32_t akt_json_count(const akt_json *container) {
  uint32_t count = 0;
  for (const akt_json *v = akt_json_first(container); v; v = v->next)
    count++;
  return count;
}

const char *akt_json_print(akt_arena *arena, const akt_json *value) {
  for (size_t room = 256; room < INT_MAX / 2; room *= 2) {
    char *text = akt_arena_alloc(arena, room);
    // cJSON only reads it; its interface lacks the const.
    if (cJSON_PrintPreallocated((cJSON *)(uintptr_t)value, text, (int)room, false))
      return text;
  }
  akt_guard_fail(arena->guard);
}

// ---------------------------------------------------------------- writing

typedef struct level {
  bool is_streamed;
  bool is_object;
  bool has_items;
  cJSON *container; // of an open one
} level;

// Our formats nest a handful of containers; what is copied from a file is one value.
enum { MOST_LEVELS = 16 };

struct akt_json_writer {
  akt_arena *arena;
  akt_sink *sink;
  cJSON *record; // outermost open container
  cJSON *key;
  char *text; // for printing, kept between records
  size_t room;
  level levels[MOST_LEVELS];
  uint32_t depth;
};

static void release_writer(void *object) {
  akt_json_writer *writer = object;
  cJSON_Delete(writer->record);
  cJSON_Delete(writer->key);
  free(writer->text);
}

akt_json_writer *akt_json_writer_new(akt_arena *arena, akt_sink *sink) {
  akt_json_writer *writer = akt_arena_zalloc(arena, sizeof *writer);
  writer->arena = arena;
  writer->sink = sink;
  akt_arena_on_free(arena, release_writer, writer);
  return writer;
}

static level *innermost(akt_json_writer *writer) {
  return writer->depth ? &writer->levels[writer->depth - 1] : NULL;
}

static cJSON *require(akt_json_writer *writer, cJSON *made) {
  if (!made)
    akt_guard_fail(writer->arena->guard);
  return made;
}

static void print_tree(akt_json_writer *writer, cJSON *tree) {
  while (!writer->text ||
         !cJSON_PrintPreallocated(tree, writer->text, (int)writer->room, false)) {
    size_t room = writer->room ? writer->room * 2 : 4096;
    char *text = room < INT_MAX / 2 ? realloc(writer->text, room) : NULL;
    if (!text)
      akt_guard_fail(writer->arena->guard);
    writer->text = text;
    writer->room = room;
  }
  akt_sink_puts(writer->sink, writer->text);
}

// What stands before a value in a streamed container: comma, line end, key. Keys
// are names of ours; only ids as keys need escaping, and those go through cJSON.
static void start_value(akt_json_writer *writer, const char *key) {
  level *parent = innermost(writer);
  if (!parent)
    return;
  akt_sink_puts(writer->sink, parent->has_items ? ",\n" : "\n");
  parent->has_items = true;
  if (!parent->is_object)
    return;
  writer->key = require(writer, cJSON_CreateStringReference(key));
  print_tree(writer, writer->key);
  cJSON_Delete(writer->key);
  writer->key = NULL;
  akt_sink_puts(writer->sink, ":");
}

// Takes ownership of `value` and puts it where the writer is.
static void put(akt_json_writer *writer, const char *key, cJSON *value) {
  require(writer, value);
  level *parent = innermost(writer);
  if (parent && !parent->is_streamed) {
    bool is_put = parent->is_object ? cJSON_AddItemToObjectCS(parent->container, key, value)
                                    : cJSON_AddItemToArray(parent->container, value);
    if (is_put)
      return;
    cJSON_Delete(value);
    akt_guard_fail(writer->arena->guard);
  }
  writer->record = value; // owned, should the sink leave through the guard
  start_value(writer, key);
  print_tree(writer, value);
  writer->record = NULL;
  cJSON_Delete(value);
}

static void enter(akt_json_writer *writer, level inner) {
  assert(writer->depth < MOST_LEVELS);
  writer->levels[writer->depth++] = inner;
}

static void stream(akt_json_writer *writer, const char *key, bool is_object) {
  start_value(writer, key);
  akt_sink_puts(writer->sink, is_object ? "{" : "[");
  enter(writer, (level){.is_streamed = true, .is_object = is_object});
}

void akt_json_stream_object(akt_json_writer *writer, const char *key) {
  stream(writer, key, true);
}

void akt_json_stream_array(akt_json_writer *writer, const char *key) {
  stream(writer, key, false);
}

static void open_container(akt_json_writer *writer, const char *key, bool is_object) {
  const level *parent = innermost(writer);
  bool is_outermost = !parent || parent->is_streamed;
  if (is_outermost)
    start_value(writer, key);
  cJSON *made = require(writer, is_object ? cJSON_CreateObject() : cJSON_CreateArray());
  if (is_outermost)
    writer->record = made;
  else
    put(writer, key, made);
  enter(writer, (level){.is_object = is_object, .container = made});
}

void akt_json_open_object(akt_json_writer *writer, const char *key) {
  open_container(writer, key, true);
}

void akt_json_open_array(akt_json_writer *writer, const char *key) {
  open_container(writer, key, false);
}

void akt_json_close(akt_json_writer *writer) {
  level closed = writer->levels[--writer->depth];
  level *parent = innermost(writer);
  if (closed.is_streamed) {
    if (closed.has_items)
      akt_sink_puts(writer->sink, "\n");
    akt_sink_puts(writer->sink, closed.is_object ? "}" : "]");
  } else if (!parent || parent->is_streamed) {
    print_tree(writer, writer->record);
    cJSON_Delete(writer->record);
    writer->record = NULL;
  }
  if (!parent)
    akt_sink_puts(writer->sink, "\n");
}

void akt_json_add_text(akt_json_writer *writer, const char *key, const char *text) {
  put(writer, key, text ? cJSON_CreateStringReference(text) : cJSON_CreateNull());
}

void akt_json_add_text_if(akt_json_writer *writer, const char *key, const char *text) {
  if (text)
    akt_json_add_text(writer, key, text);
}

void akt_json_add_uint(akt_json_writer *writer, const char *key, uint32_t number) {
  akt_json_add_int(writer, key, number);
}

// cJSON prints numbers above INT_MAX as floating point; as raw text they stay whole.
void akt_json_add_int(akt_json_writer *writer, const char *key, int64_t number) {
  char text[32];
  if (number >= INT_MIN && number <= INT_MAX) {
    put(writer, key, cJSON_CreateNumber((double)number));
    return;
  }
  snprintf(text, sizeof text, "%lld", (long long)number);
  put(writer, key, cJSON_CreateRaw(text));
}

void akt_json_add_decimal(akt_json_writer *writer, const char *key, double number,
                          int decimals) {
  // Whole numbers only reach printf, so the locale's decimal point never does.
  int64_t scale = 1;
  for (int i = 0; i < decimals; i++)
    scale *= 10;
  bool is_negative = number < 0;
  double magnitude = is_negative ? -number : number;
  if (!(magnitude < 1e9))
    magnitude = 0; // also for what is no number
  int64_t scaled = (int64_t)(magnitude * (double)scale + 0.5);
  char text[64];
  const char *sign = is_negative && scaled ? "-" : "";
  int len = snprintf(text, sizeof text, "%s%lld", sign, (long long)(scaled / scale));
  if (decimals > 0) {
    text[len++] = '.';
    for (int64_t digit = scale / 10; digit > 0; digit /= 10)
      text[len++] = (char)('0' + scaled / digit % 10);
    text[len] = '\0';
  }
  put(writer, key, cJSON_CreateRaw(text));
}

void akt_json_add_bool(akt_json_writer *writer, const char *key, bool is_true) {
  put(writer, key, cJSON_CreateBool(is_true));
}

void akt_json_add_null(akt_json_writer *writer, const char *key) {
  put(writer, key, cJSON_CreateNull());
}

void akt_json_add_value(akt_json_writer *writer, const char *key, const akt_json *value) {
  put(writer, key, value ? cJSON_Duplicate(value, true) : cJSON_CreateNull());
}
