// What the library gives to editors: messages, fixes, names, forms and explanations as
// records with places.
#include "aktant.h"
#include "rule_fixture.h"

#include <stdlib.h>
#include <unistd.h>

typedef struct world {
  char path[64];
  aktant_messages *messages;
  aktant_rules *rules; // NULL where the text has errors
} world;

static const char head[] = "rules 1\n"
                           "use english\n"
                           "kind country box\n"
                           "class actor = country\n"
                           "entity country Peru\n"
                           "entity country Chile\n"
                           "  also Republic of Chile\n";

static world load(const char *text) {
  world w = {.rules = NULL};
  snprintf(w.path, sizeof w.path, "/tmp/akt-editors-%ld.akt", (long)getpid());
  char whole[4096];
  snprintf(whole, sizeof whole, "%s%s", head, text);
  write_file(w.path, whole);
  const char *paths[] = {w.path};
  aktant_rules_options options = {.paths = paths,
                                  .path_count = 1,
                                  .shipped_dir = AKT_SOURCE_DIR "/rules",
                                  .without_defaults = true};
  assert_int_equal(aktant_messages_new(&w.messages), AKTANT_OK);
  aktant_status status = aktant_rules_load(&options, w.messages, &w.rules);
  assert_true(status == AKTANT_OK || status == AKTANT_HAS_ERRORS);
  return w;
}

static void leave(world *w) {
  aktant_rules_free(w->rules);
  aktant_messages_free(w->messages);
  unlink(w->path);
}

// What was given, a line each.
typedef struct report {
  char text[4096];
  uint32_t count;
  uint32_t most; // after which no more is wanted
} report;

__attribute__((format(printf, 2, 3))) static bool add(report *r, const char *format, ...) {
  va_list args;
  size_t len = strlen(r->text);
  va_start(args, format);
  vsnprintf(r->text + len, sizeof r->text - len, format, args);
  va_end(args);
  r->count++;
  return !r->most || r->count < r->most;
}

// ---- messages

static bool add_message(void *user, const aktant_message *m) {
  const char *note = m->note_count ? m->notes[0].text : "-";
  return add(user, "%s %u:%u %zu %s|%s|%s|%d\n", m->code, m->place.line, m->place.column,
             m->place.end - m->place.start, m->is_error ? "error" : "warning", note,
             m->fix ? m->fix : "-", m->is_guess);
}

static void messages_are_records_with_places_notes_and_fixes(void **state) {
  (void)state;
  world w = load("relation a\n frame <acter> praise <actor>\nforms speak = spoke\n"
                 "relation b\n frame <actor> spoke to <actor>\n");
  report r = {.text = ""};
  assert_int_equal(aktant_messages_each(w.messages, add_message, &r), AKTANT_OK);
  assert_string_equal(r.text, "E0201 9:9 5 error|did you mean `actor`?|actor|1\n"
                              "W0312 12:16 5 warning|write `speak`, or `\"spoke\"` for this "
                              "form alone|speak|0\n");
  leave(&w);
}

static void messages_end_when_no_more_are_wanted(void **state) {
  (void)state;
  world w = load("kynd a\nkynd b\nkynd c\n");
  report r = {.text = "", .most = 2};
  assert_int_equal(aktant_messages_each(w.messages, add_message, &r), AKTANT_OK);
  assert_int_equal(r.count, 2);
  leave(&w);
}

// ---- fixes

static bool add_fixes(void *user, const char *path, const char *text, size_t len,
                      const aktant_fix *fixes, size_t count) {
  assert_non_null(path);
  assert_int_equal(strlen(text), len);
  for (size_t i = 0; i < count; i++)
    add(user, "%u:%u %s %s\n", fixes[i].place.line, fixes[i].place.column, fixes[i].before,
        fixes[i].after);
  add(user, "%s", strstr(text, "relation a"));
  return true;
}

static void what_is_certain_is_mended_and_guesses_only_when_asked(void **state) {
  (void)state;
  world w = load("forms speak = spoke\nrelation a\n frame <acter> spoke to <actor>\n");
  report safe = {.text = ""}, all = {.text = ""};
  size_t count;
  assert_int_equal(aktant_messages_fix(w.messages, false, add_fixes, &safe, &count), AKTANT_OK);
  assert_int_equal(count, 1);
  assert_string_equal(safe.text, "10:16 spoke speak\n"
                                 "relation a\n frame <acter> speak to <actor>\n");
  assert_int_equal(aktant_messages_fix(w.messages, true, add_fixes, &all, &count), AKTANT_OK);
  assert_int_equal(count, 2);
  assert_non_null(strstr(all.text, "frame <actor> speak to <actor>"));
  leave(&w);
}

// ---- names

static bool add_symbol(void *user, const aktant_symbol *s) {
  return add(user, "%u:%u %s %s %s\n", s->place.line, s->place.column,
             s->is_declaration ? "declares" : "uses", s->what, s->name);
}

static const char rules_text[] = "words praise-word = praise\n"
                                 "relation praised\n"
                                 "  above thanked\n"
                                 "  frame <actor> heap <praise-word> on <actor>\n"
                                 "  test \"Peru heaped praise on Chile.\"\n"
                                 "    Peru --praised--> Chile\n"
                                 "relation thanked\n"
                                 "govern (plan) to <praised> as planned\n";

static void declarations_come_before_uses(void **state) {
  (void)state;
  world w = load(rules_text);
  assert_non_null(w.rules);
  report r = {.text = ""};
  assert_int_equal(aktant_rules_symbols(w.rules, "praised", add_symbol, &r), AKTANT_OK);
  assert_string_equal(r.text, "9:10 declares relation praised\n"
                              "13:12 uses relation praised\n"
                              "15:19 uses relation praised\n");
  report t = {.text = ""};
  assert_int_equal(aktant_rules_symbols(w.rules, "thanked", add_symbol, &t), AKTANT_OK);
  assert_string_equal(t.text, "14:10 declares relation thanked\n10:9 uses relation thanked\n");
  report words = {.text = ""};
  assert_int_equal(aktant_rules_symbols(w.rules, "praise-word", add_symbol, &words), AKTANT_OK);
  assert_string_equal(words.text, "8:7 declares words praise-word\n"
                                  "11:23 uses words praise-word\n");
  leave(&w);
}

static void entities_are_found_whatever_their_capitals(void **state) {
  (void)state;
  world w = load(rules_text);
  report r = {.text = ""};
  assert_int_equal(aktant_rules_symbols(w.rules, "chile", add_symbol, &r), AKTANT_OK);
  assert_string_equal(r.text, "6:16 declares entity Chile\n13:23 uses entity Chile\n");
  report none = {.text = ""};
  assert_int_equal(aktant_rules_symbols(w.rules, "Praised", add_symbol, &none), AKTANT_OK);
  assert_int_equal(none.count, 0);
  leave(&w);
}

static void the_name_at_a_byte_is_found(void **state) {
  (void)state;
  world w = load(rules_text);
  aktant_symbol symbol;
  size_t byte = strlen(head) + (size_t)(strstr(rules_text, "<actor>") - rules_text) + 2;
  assert_int_equal(aktant_rules_symbol_at(w.rules, w.path, byte, &symbol), AKTANT_OK);
  assert_string_equal(symbol.name, "actor");
  assert_string_equal(symbol.what, "class");
  assert_false(symbol.is_declaration);
  assert_int_equal(symbol.place.end - symbol.place.start, 5);
  assert_int_equal(aktant_rules_symbol_at(w.rules, w.path, 0, &symbol), AKTANT_NOT_FOUND);
  assert_int_equal(aktant_rules_symbol_at(w.rules, "other.akt", byte, &symbol),
                   AKTANT_NOT_FOUND);
  leave(&w);
}

// ---- forms

static bool add_form(void *user, const aktant_form *f) {
  return add(user, "%s:%s ", f->text, f->is_known ? f->lemma : "?");
}

static void forms_are_those_of_the_rules_or_of_english(void **state) {
  (void)state;
  world w = load("forms overtake = overtook, overtaken\n");
  report known = {.text = ""}, other = {.text = ""}, none = {.text = ""};
  assert_int_equal(aktant_rules_forms(w.rules, "overtook", add_form, &known), AKTANT_OK);
  assert_string_equal(known.text, "overtake:overtake overtakes:overtake overtook:overtake "
                                  "overtaken:overtake overtaking:overtake ");
  assert_int_equal(aktant_rules_forms(w.rules, "outfox", add_form, &other), AKTANT_OK);
  assert_string_equal(other.text, "outfox:? outfoxes:? outfoxed:? outfoxed:? outfoxing:? ");
  assert_int_equal(aktant_rules_forms(w.rules, "R2D2", add_form, &none), AKTANT_NOT_FOUND);
  leave(&w);
}

// ---- explanations

static bool add_bytes(void *user, const char *bytes, size_t len) {
  return add(user, "%.*s", (int)len, bytes);
}

static void an_explanation_has_the_places_of_its_pieces(void **state) {
  (void)state;
  world w = load(rules_text);
  const char text[] = "Caf\xC3\xA9. Peru heaped praise on Chile.";
  aktant_document document = {.id = "x", .text = text, .text_len = strlen(text)};
  report r = {.text = ""};
  assert_int_equal(
      aktant_why(w.rules, &document, "Peru", "Chile", false, "json", w.messages, add_bytes, &r),
      AKTANT_OK);
  assert_non_null(strstr(r.text, "\"mention\":{\"start\":6,\"end\":10,\"text\":\"Peru\"}"));
  assert_non_null(strstr(r.text, "{\"start\":11,\"end\":24,\"text\":\"heaped praise\"}"));
  assert_int_equal(aktant_messages_warnings(w.messages), 0);
  leave(&w);
}

static void what_was_switched_off_is_told_of_every_look_inside(void **state) {
  (void)state;
  world w = load("find country = m{(?:\\w+ ?)+[!?]}\n");
  size_t before = aktant_messages_warnings(w.messages);
  const char text[] =
      "Peru praised Chile for all that the many and patient people of that long "
      "and narrow land had done on their own for years and years.";
  aktant_document document = {.id = "x", .text = text, .text_len = strlen(text)};
  report r = {.text = ""};
  assert_int_equal(aktant_dump(w.rules, &document, "entities", w.messages, add_bytes, &r),
                   AKTANT_OK);
  assert_int_equal(aktant_messages_warnings(w.messages), before + 1);
  assert_int_equal(
      aktant_why(w.rules, &document, "Peru", "Chile", true, "text", w.messages, add_bytes, &r),
      AKTANT_OK);
  assert_int_equal(aktant_messages_warnings(w.messages), before + 2);
  leave(&w);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(messages_are_records_with_places_notes_and_fixes),
      AKT_TEST(messages_end_when_no_more_are_wanted),
      AKT_TEST(what_is_certain_is_mended_and_guesses_only_when_asked),
      AKT_TEST(declarations_come_before_uses),
      AKT_TEST(entities_are_found_whatever_their_capitals),
      AKT_TEST(the_name_at_a_byte_is_found),
      AKT_TEST(forms_are_those_of_the_rules_or_of_english),
      AKT_TEST(an_explanation_has_the_places_of_its_pieces),
      AKT_TEST(what_was_switched_off_is_told_of_every_look_inside),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
