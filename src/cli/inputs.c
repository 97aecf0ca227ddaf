// Documents one after another, each with memory of its own that goes when the
// library is done with it; so a corpus needs no more memory than the documents
// that are being read at the moment. The library may ask from any of its
// threads, hence the lock, and hence a guard of our own: leaving through the
// program's guard from another thread would jump onto another stack.
#include "cli/inputs.h"

#include "base/io.h"
#include "cli/inputs_find.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

enum { LARGEST_DOCUMENT = 16 << 20 };

typedef struct item {
  struct item *next;
  akt_guard guard;
  akt_arena arena;
  aktant_messages *messages; // owns the strings of a parsed record
  char *text;                // decoded article
  aktant_document document;
} item;

struct akt_inputs {
  akt_app *app;
  pthread_mutex_t lock;
  akt_guard guard;
  akt_arena arena; // of the current file
  akt_input_files files;
  uint32_t current;
  akt_stream *stream; // the corpus being read, or NULL
  size_t line;
  item *live; // handed out
  item *reading;
  size_t read;
  size_t skipped;
  int status;
  const char *only_id; // --id in a corpus
};

static void free_item(item *it) {
  if (!it)
    return;
  aktant_messages_free(it->messages);
  aktant_text_free(it->text);
  akt_arena_free(&it->arena);
  free(it);
}

static void close_inputs(void *object) {
  akt_inputs *inputs = object;
  while (inputs->live) {
    item *next = inputs->live->next;
    free_item(inputs->live);
    inputs->live = next;
  }
  free_item(inputs->reading);
  akt_arena_free(&inputs->arena);
  pthread_mutex_destroy(&inputs->lock);
}

static bool has_date_form(const char *text) {
  static const char form[] = "0000-00-00";
  for (size_t i = 0; i < sizeof form - 1; i++) {
    bool is_right = form[i] == '0' ? akt_is_digit(text[i]) : text[i] == form[i];
    if (!is_right) // also at the end of a shorter text
      return false;
  }
  return text[sizeof form - 1] == '\0';
}

int akt_inputs_open(akt_app *app, const char *const *paths, uint32_t count, akt_inputs **out) {
  akt_inputs *inputs = akt_arena_zalloc(app->arena, sizeof *inputs);
  *out = inputs;
  const char *date = akt_value(app, AKT_OPT_DATE);
  if (date && !has_date_form(date)) {
    akt_error(app, "`%s` is no date: --date takes YYYY-MM-DD", date);
    return AKT_EXIT_USAGE;
  }
  inputs->app = app;
  akt_guard_init(&inputs->guard, 0);
  akt_arena_init(&inputs->arena, &inputs->guard);
  pthread_mutex_init(&inputs->lock, NULL);
  akt_arena_on_free(app->arena, close_inputs, inputs);
  int status = AKT_EXIT_DONE;
  for (uint32_t i = 0; i < count; i++) {
    int one = akt_input_find(app, paths[i], &inputs->files);
    status = status == AKT_EXIT_DONE ? one : status;
  }
  return status;
}

static void set_status(akt_inputs *inputs, int status) {
  if (inputs->status == AKT_EXIT_DONE || inputs->status == AKT_EXIT_FINDINGS)
    inputs->status = status;
}

// A bad record of a corpus, or a bad file of a folder, is left out and counted.
// A bad file that the user named, and anything with --strict, is an error.
static void leave_out(akt_inputs *inputs, bool is_named, int status) {
  inputs->skipped++;
  bool is_error = is_named || akt_has(inputs->app, AKT_OPT_STRICT);
  set_status(inputs, is_error ? status : AKT_EXIT_FINDINGS);
}

static void tell_unreadable(akt_inputs *inputs, const akt_input_file *file, int error) {
  if (error == EFBIG) {
    akt_error_of(inputs->app, "E0504", file->path, 0, "larger than an article may be (%d MB)",
                 LARGEST_DOCUMENT >> 20);
    leave_out(inputs, file->is_named, AKT_EXIT_LIMIT);
    return;
  }
  akt_error(inputs->app, "%s: %s", file->path, strerror(error));
  leave_out(inputs, file->is_named, AKT_EXIT_INPUT);
}

static item *new_item(akt_inputs *inputs) {
  item *it = calloc(1, sizeof *it);
  if (!it || aktant_messages_new(&it->messages) != AKTANT_OK) {
    free(it);
    akt_guard_fail(&inputs->guard);
  }
  akt_guard_init(&it->guard, 0);
  akt_arena_init(&it->arena, &it->guard);
  return it;
}

static void set_facts(const akt_app *app, aktant_document *document) {
  const struct {
    akt_option_id option;
    const char **field;
  } facts[] = {{AKT_OPT_TITLE, &document->title},
               {AKT_OPT_DATE, &document->date},
               {AKT_OPT_SOURCE, &document->source},
               {AKT_OPT_URL, &document->url},
               {AKT_OPT_ID, &document->id}};
  for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
    if (akt_has(app, facts[i].option))
      *facts[i].field = akt_value(app, facts[i].option);
  }
}

// The bytes of a plain-text article into `reading`.
static bool take_article(akt_inputs *inputs, const akt_input_file *file, akt_span bytes) {
  item *it = inputs->reading;
  size_t len = 0;
  aktant_status got = aktant_text_decode(file->path, bytes.ptr, bytes.len,
                                         akt_value(inputs->app, AKT_OPT_ENCODING), it->messages,
                                         &it->text, &len);
  akt_show(inputs->app, it->messages);
  if (got == AKTANT_NO_MEMORY)
    akt_guard_fail(&inputs->guard);
  if (got != AKTANT_OK) {
    leave_out(inputs, file->is_named, got == AKTANT_LIMIT ? AKT_EXIT_LIMIT : AKT_EXIT_INPUT);
    return false;
  }
  it->document = (aktant_document){.path = file->path, .text = it->text, .text_len = len};
  set_facts(inputs->app, &it->document);
  return true;
}

static bool take_record(akt_inputs *inputs, const akt_input_file *file, akt_span line) {
  item *it = inputs->reading;
  aktant_status got = aktant_document_parse(file->path, inputs->line, line.ptr, line.len,
                                            it->messages, &it->document);
  akt_show(inputs->app, it->messages);
  if (got == AKTANT_NO_MEMORY)
    akt_guard_fail(&inputs->guard);
  if (got != AKTANT_OK) {
    leave_out(inputs, false, AKT_EXIT_INPUT);
    return false;
  }
  const char *only = inputs->only_id;
  return !only || (it->document.id && strcmp(it->document.id, only) == 0);
}

static void close_stream(akt_inputs *inputs) {
  inputs->stream = NULL;
  akt_arena_reset(&inputs->arena);
  inputs->current++;
}

// One record of the open corpus. False: none taken (bad one, or the end).
static bool next_record(akt_inputs *inputs) {
  const akt_input_file *file = &inputs->files.items[inputs->current];
  item *it = inputs->reading;
  akt_span line;
  bool has_line;
  int error = akt_stream_line(inputs->stream, &it->arena, LARGEST_DOCUMENT, &line, &has_line);
  inputs->line++;
  if (error == EFBIG) {
    akt_error_of(inputs->app, "E0504", file->path, inputs->line,
                 "record larger than an article may be (%d MB)", LARGEST_DOCUMENT >> 20);
    leave_out(inputs, false, AKT_EXIT_LIMIT);
    return false;
  }
  if (error)
    tell_unreadable(inputs, file, error);
  if (error || !has_line) {
    close_stream(inputs);
    return false;
  }
  if (inputs->line == 1 && akt_span_starts_with(line, "\xEF\xBB\xBF"))
    line = (akt_span){line.ptr + 3, line.len - 3};
  return akt_span_trim(line).len > 0 && take_record(inputs, file, line);
}

// Standard input is a corpus when it begins with a brace.
static int begin_stream(akt_inputs *inputs, const akt_input_file *file, bool *is_lines) {
  int error = akt_stream_open(&inputs->arena, file->path, &inputs->stream);
  akt_span head = {"", 0};
  if (!error)
    error = akt_stream_peek(inputs->stream, 4, &head);
  if (akt_span_starts_with(head, "\xEF\xBB\xBF"))
    head = (akt_span){head.ptr + 3, head.len - 3};
  bool is_stdin = strcmp(file->path, "-") == 0;
  *is_lines = file->is_lines || (is_stdin && head.len && head.ptr[0] == '{');
  inputs->line = 0;
  return error;
}

static bool begin_file(akt_inputs *inputs) {
  const akt_input_file *file = &inputs->files.items[inputs->current];
  bool is_lines = false;
  akt_span bytes = {"", 0};
  int error = begin_stream(inputs, file, &is_lines);
  if (!error && is_lines)
    return false; // its records come one by one
  if (!error)
    error = akt_stream_rest(inputs->stream, &inputs->reading->arena, LARGEST_DOCUMENT, &bytes);
  akt_stream_close(inputs->stream);
  bool is_taken = false;
  if (error)
    tell_unreadable(inputs, file, error);
  else
    is_taken = take_article(inputs, file, bytes);
  close_stream(inputs);
  return is_taken;
}

static bool may_go_on(const akt_inputs *inputs) {
  return inputs->current < inputs->files.count &&
         (inputs->status == AKT_EXIT_DONE || inputs->status == AKT_EXIT_FINDINGS);
}

static void read_next(void *arg) {
  akt_inputs *inputs = arg;
  bool is_taken = false;
  while (!is_taken && may_go_on(inputs)) {
    free_item(inputs->reading); // what the last, left-out one held
    inputs->reading = NULL;
    inputs->reading = new_item(inputs);
    is_taken = inputs->stream ? next_record(inputs) : begin_file(inputs);
  }
  if (!is_taken) {
    free_item(inputs->reading);
    inputs->reading = NULL;
  }
}

bool akt_inputs_next(void *user, aktant_document *out) {
  akt_inputs *inputs = user;
  pthread_mutex_lock(&inputs->lock);
  if (!akt_guard_run(&inputs->guard, read_next, inputs)) {
    akt_error(inputs->app, "out of memory while reading the input");
    set_status(inputs, AKT_EXIT_LIMIT);
    free_item(inputs->reading);
    inputs->reading = NULL;
  }
  item *it = inputs->reading;
  if (it) {
    inputs->reading = NULL;
    it->next = inputs->live;
    inputs->live = it;
    inputs->read++;
    *out = it->document;
    bool is_corpus = inputs->files.count == 1;
    if (inputs->read > 1 || !is_corpus)
      akt_progress(inputs->app, is_corpus ? inputs->read : inputs->current,
                   is_corpus ? 0 : inputs->files.count);
  }
  pthread_mutex_unlock(&inputs->lock);
  return it != NULL;
}

void akt_inputs_release(void *user, const aktant_document *document) {
  akt_inputs *inputs = user;
  pthread_mutex_lock(&inputs->lock);
  item **link = &inputs->live;
  while (*link && (*link)->document.text != document->text)
    link = &(*link)->next;
  item *found = *link;
  if (found)
    *link = found->next;
  free_item(found);
  pthread_mutex_unlock(&inputs->lock);
}

int akt_inputs_status(const akt_inputs *inputs) {
  if (inputs->status == AKT_EXIT_FINDINGS && inputs->read == 0)
    return AKT_EXIT_INPUT; // nothing is left
  return inputs->status;
}

size_t akt_inputs_read(const akt_inputs *inputs) {
  return inputs->read;
}

int akt_inputs_one(akt_app *app, const char *path, akt_inputs **owner, aktant_document *out) {
  int status = akt_inputs_open(app, &path, 1, owner);
  if (status != AKT_EXIT_DONE)
    return status;
  akt_inputs *inputs = *owner;
  inputs->only_id = akt_value(app, AKT_OPT_ID);
  if (akt_inputs_next(inputs, out))
    return AKT_EXIT_DONE;
  status = akt_inputs_status(inputs);
  if (status == AKT_EXIT_DONE) {
    akt_error(app, "%s: no article%s%s", path, inputs->only_id ? " with the id " : " in it",
              inputs->only_id ? inputs->only_id : "");
    status = AKT_EXIT_INPUT;
  }
  return status;
}
