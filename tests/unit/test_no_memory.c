// The n-th allocation fails, for n = 1, 2, 3 ... until the whole way from rules to
// JSON goes through: each time a status comes out, nothing leaks, nothing dies.
// Linked with --wrap, so that the allocations of the library come through here.
#include "aktant.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);

static size_t allocations; // since the count was set to 0
static size_t fail_at;     // 0: never

void *__wrap_malloc(size_t size) {
  return ++allocations == fail_at ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
  return ++allocations == fail_at ? NULL : __real_calloc(count, size);
}

static int set_up(void **state) {
  (void)state;
  allocations = fail_at = 0;
  return 0;
}

static int tear_down(void **state) {
  return set_up(state);
}

typedef struct one_text {
  size_t given;
  size_t released;
} one_text;

static bool next_text(void *user, aktant_document *out) {
  static const char text[] = "India blamed Pakistan. Nepal urged India.";
  one_text *source = user;
  if (source->given)
    return false;
  source->given++;
  *out = (aktant_document){.path = "a.txt", .text = text, .text_len = sizeof text - 1};
  return true;
}

static void release_text(void *user, const aktant_document *document) {
  assert_non_null(document->text);
  ((one_text *)user)->released++;
}

static bool count_bytes(void *user, const char *bytes, size_t len) {
  (void)bytes;
  *(size_t *)user += len;
  return true;
}

static aktant_status write_graph(const aktant_graph *graph, aktant_messages *messages) {
  size_t json = 0, dot = 0;
  aktant_status status = aktant_graph_write(graph, "json", NULL, messages, count_bytes, &json);
  if (status == AKTANT_OK)
    status = aktant_graph_write(graph, "dot-styled", NULL, messages, count_bytes, &dot);
  if (status == AKTANT_OK)
    assert_true(json > 100 && dot > 100);
  return status;
}

static aktant_status build(const aktant_rules *rules, aktant_messages *messages) {
  one_text source = {0};
  aktant_graph *graph;
  aktant_status status =
      aktant_build(rules, NULL, next_text, release_text, &source, messages, &graph);
  assert_int_equal(source.given, source.released);
  assert_true((status == AKTANT_OK) == (graph != NULL));
  if (status == AKTANT_OK)
    status = write_graph(graph, messages);
  aktant_graph_free(graph);
  return status;
}

static size_t left_out; // times that a document was told to be

static bool see_left_out(void *user, const aktant_message *message) {
  (void)user;
  if (strcmp(message->code, "W0702") == 0) {
    assert_string_equal(message->text, "a.txt: left out, reading it takes too much memory");
    left_out++;
  }
  return true;
}

static bool see_message(void *user, const aktant_message *message) {
  *(size_t *)user += strlen(message->text);
  return true;
}

static bool see_symbol(void *user, const aktant_symbol *symbol) {
  *(size_t *)user += strlen(symbol->name);
  return true;
}

static bool see_form(void *user, const aktant_form *form) {
  *(size_t *)user += strlen(form->text);
  return true;
}

static aktant_status explain(const aktant_rules *rules, aktant_messages *messages) {
  static const char text[] = "India blamed Pakistan. Nepal urged India.";
  aktant_document document = {.path = "a.txt", .text = text, .text_len = sizeof text - 1};
  size_t bytes = 0;
  aktant_status status = aktant_why(rules, &document, "India", "Pakistan", true, "json",
                                    messages, count_bytes, &bytes);
  if (status == AKTANT_OK)
    status = aktant_why(rules, &document, "Nepal", "Bhutan", true, "text", messages,
                        count_bytes, &bytes);
  if (status == AKTANT_OK)
    status = aktant_dump(rules, &document, "mentions", messages, count_bytes, &bytes);
  return status;
}

// What explains rules and texts.
static aktant_status look_inside(const aktant_rules *rules, aktant_messages *messages) {
  size_t seen = 0, count;
  aktant_test_counts counts;
  one_text first = {0}, second = {0};
  aktant_status status = aktant_rules_symbols(rules, NULL, see_symbol, &seen);
  if (status == AKTANT_OK)
    status = aktant_rules_forms(rules, "overtake", see_form, &seen);
  if (status == AKTANT_OK)
    status = aktant_rules_test(rules, "json", count_bytes, &seen, &counts);
  if (status == AKTANT_OK)
    status = aktant_rules_try(rules, messages, &count);
  if (status == AKTANT_OK)
    status = aktant_rules_idle(rules, 1, next_text, release_text, &first, messages, &count);
  if (status == AKTANT_OK)
    status = aktant_gaps(rules, NULL, next_text, release_text, &second, messages, count_bytes,
                         &seen, &count);
  if (status == AKTANT_OK)
    status = explain(rules, messages);
  if (status == AKTANT_OK)
    status = aktant_messages_each(messages, see_message, &seen);
  assert_int_equal(first.given, first.released);
  assert_int_equal(second.given, second.released);
  return status;
}

static aktant_status go_the_whole_way(void) {
  static const char *const paths[] = {AKT_SOURCE_DIR "/tests/data/mini.akt"};
  aktant_rules_options options = {.paths = paths, .path_count = 1, .without_defaults = true};
  aktant_messages *messages;
  aktant_status status = aktant_messages_new(&messages);
  if (status != AKTANT_OK)
    return status;
  aktant_rules *rules;
  status = aktant_rules_load(&options, messages, &rules);
  assert_true((status == AKTANT_OK) == (rules != NULL));
  if (status == AKTANT_OK)
    status = build(rules, messages);
  if (status == AKTANT_OK)
    status = look_inside(rules, messages);
  size_t made = allocations;
  fail_at = 0; // what comes now only looks at what was told
  assert_int_equal(aktant_messages_each(messages, see_left_out, NULL), AKTANT_OK);
  allocations = made;
  aktant_rules_free(rules);
  aktant_messages_free(messages);
  return status;
}

static void whichever_allocation_fails_a_status_comes_out(void **state) {
  (void)state;
  assert_int_equal(go_the_whole_way(), AKTANT_OK);
  size_t all = allocations;
  assert_true(all > 10);
  for (size_t n = 1; n <= all; n++) {
    allocations = 0;
    fail_at = n;
    aktant_status status = go_the_whole_way();
    if (status != AKTANT_NO_MEMORY)
      print_message("allocation %zu of %zu: status %d\n", n, all, (int)status);
    assert_int_equal(status, AKTANT_NO_MEMORY);
  }
  assert_true(left_out > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(whichever_allocation_fails_a_status_comes_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
