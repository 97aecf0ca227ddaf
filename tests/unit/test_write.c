// Writing through the public API: what cannot be written is told, not left out.
#include "aktant.h"
#include "test.h"

static bool append(void *user, const char *bytes, size_t len) {
  strncat(user, bytes, len);
  return true;
}

static void a_story_page_without_its_picture_is_refused(void **state) {
  (void)state;
  static const char dot[] = "digraph { a -> b; }";
  aktant_messages *messages;
  aktant_graph *graph;
  assert_int_equal(aktant_messages_new(&messages), AKTANT_OK);
  assert_int_equal(aktant_graph_read("g.dot", dot, sizeof dot - 1, NULL, messages, &graph),
                   AKTANT_OK);
  char page[64] = "", told[1024] = "";
  assert_int_equal(aktant_graph_write(graph, "html", NULL, messages, append, page),
                   AKTANT_HAS_ERRORS);
  assert_string_equal(page, "");
  aktant_message_style style = {0};
  assert_int_equal(aktant_messages_write(messages, &style, append, told), AKTANT_OK);
  assert_string_equal(told,
                      "error[E0804]: the story page needs the picture of the graph as SVG\n");
  aktant_graph_free(graph);
  aktant_messages_free(messages);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_story_page_without_its_picture_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
