// Rule text to statements: every construct of the language, and every way to
// get it wrong.
#include "rule_fixture.h"

static const akt_stmt *statement(const akt_ast_file *file, uint32_t index) {
  for (uint32_t i = 0; i < file->statements.count; i++) {
    if (file->statements.items[i]->kind_of == AKT_STMT_COMMENT)
      continue;
    if (!index--)
      return file->statements.items[i];
  }
  fail_msg("there are not so many statements");
  return NULL;
}

static const akt_stmt *only(fixture *f, const char *text) {
  const akt_ast_file *file = parse(f, text);
  if (f->diags.errors)
    fail_msg("unexpected errors:\n%s", rendered(f, false));
  return statement(file, 0);
}

static void assert_texts(const akt_ast_texts *texts, const char *const *want, uint32_t count) {
  assert_int_equal(texts->count, count);
  for (uint32_t i = 0; i < count; i++)
    assert_string_equal(texts->items[i].text, want[i]);
}
#define ASSERT_TEXTS(texts, ...)                                                               \
  assert_texts(&(texts), (const char *const[]){__VA_ARGS__},                                   \
               sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static void kinds_have_parents_and_looks(void **state) {
  const akt_stmt *s = only(*state, "kind official is person, box, fill E3F0F9, is actor");
  assert_string_equal(s->name.text, "official");
  ASSERT_TEXTS(s->is, "person", "actor");
  assert_int_equal(s->options.count, 2);
  assert_string_equal(s->options.items[0].name.text, "box");
  assert_null(s->options.items[0].value.text);
  assert_string_equal(s->options.items[1].value.text, "E3F0F9");
}

static void lists_go_on_after_a_comma(void **state) {
  const akt_stmt *s = only(*state, "words talks = talk,  phone   call,\n    \"a, b\",\n  d");
  assert_string_equal(s->name.text, "talks");
  ASSERT_TEXTS(s->items, "talk", "phone call", "a, b", "d");
  assert_true(s->items.items[2].is_quoted);
}

static void titles_heads_and_forms_are_lists_with_a_head(void **state) {
  const akt_stmt *s =
      only(*state, "title official as represents = President, Secretary of State");
  assert_string_equal(s->name.text, "official");
  assert_string_equal(s->as.text, "represents");
  ASSERT_TEXTS(s->items, "President", "Secretary of State");
  s = only(*state, "heads agreement = Treaty, Accord");
  assert_string_equal(s->name.text, "agreement");
  s = only(*state, "forms speak = spoke, spoken");
  ASSERT_TEXTS(s->items, "spoke", "spoken");
}

static void entities_gather_the_lines_below(void **state) {
  const akt_stmt *s =
      only(*state, "entity country United States\n"
                   "  also US exact, \"Washington, D.C.\" if-introduced exact, exact\n"
                   "\n"
                   "  # more\n"
                   "  also America\n"
                   "  adj American, Americans\n"
                   "  stands-for Washington\n");
  assert_string_equal(s->kind.text, "country");
  assert_string_equal(s->name.text, "United States");
  assert_int_equal(s->aliases.count, 4);
  assert_true(s->aliases.items[0].is_exact);
  assert_string_equal(s->aliases.items[1].text.text, "Washington, D.C.");
  assert_true(s->aliases.items[1].is_exact && s->aliases.items[1].is_if_introduced);
  assert_string_equal(s->aliases.items[2].text.text, "exact");
  assert_false(s->aliases.items[2].is_exact);
  assert_int_equal(s->adjectives.count, 2);
  assert_int_equal(s->stands_for.count, 1);
}

static void roles_have_a_title_a_body_and_dates(void **state) {
  const akt_stmt *s =
      only(*state, "entity person Ann Lee\n"
                   "  role Secretary of State of \"Peru\" from 2017-05-14 to 2020-01-01\n"
                   "  role Minister of Defence\n");
  assert_int_equal(s->roles.count, 2);
  assert_string_equal(s->roles.items[0].title.text, "Secretary of State");
  assert_string_equal(s->roles.items[0].of.text, "Peru");
  assert_string_equal(s->roles.items[0].from.text, "2017-05-14");
  assert_string_equal(s->roles.items[0].to.text, "2020-01-01");
  assert_string_equal(s->roles.items[1].title.text, "Minister of Defence");
  assert_null(s->roles.items[1].of.text);
}

static const akt_stmt *child(const akt_stmt *relation, uint32_t index) {
  assert_true(index < relation->children.count);
  return relation->children.items[index];
}

static void frames_are_words_groups_slots_and_options(void **state) {
  const akt_stmt *s =
      only(*state,
           "relation spoke-with, mutual, plover CONSULT, label \"spoke with\"\n"
           "  frame <actor> (speak|get in touch) \"with\" <target:actor> [about <note:thing>] "
           "as \"phoned\", hostile, cameo 04, no-passive\n"
           "  noun <talks> between <actor> and <actor>\n"
           "  match <actor> m{rang(?: up)?} <actor>\n"
           "  not <actor> speak to the press\n"
           "  above said-about, met\n");
  assert_int_equal(s->options.count, 3);
  ASSERT_TEXTS(s->above, "said-about", "met");
  const akt_stmt *frame = child(s, 0);
  assert_int_equal(frame->pattern.count, 5);
  const akt_ast_item *items = frame->pattern.items;
  assert_int_equal(items[0].kind, AKT_ITEM_SLOT);
  assert_null(items[0].name.text);
  assert_int_equal(items[1].kind, AKT_ITEM_GROUP);
  assert_int_equal(items[1].alternatives.items[1].count, 3);
  assert_true(items[2].text.is_quoted);
  assert_string_equal(items[3].name.text, "target");
  assert_string_equal(items[3].type.text, "actor");
  assert_int_equal(items[4].kind, AKT_ITEM_OPTIONAL);
  assert_string_equal(items[4].items.items[1].name.text, "note");
  assert_string_equal(frame->as.text, "phoned");
  assert_int_equal(frame->options.count, 3);
  assert_int_equal(child(s, 2)->pattern.items[1].kind, AKT_ITEM_REGEX);
  assert_string_equal(child(s, 2)->pattern.items[1].text.text, "rang(?: up)?");
  assert_int_equal(child(s, 3)->kind_of, AKT_STMT_NOT);
  assert_ptr_equal(child(s, 3)->parent, s);
}

static void as_is_a_word_except_before_the_label_at_the_end(void **state) {
  const akt_stmt *s = only(*state, "relation called\n"
                                   "  frame <actor> describe <actor> as <thing>\n"
                                   "  frame <actor> brand <actor> as \"terrorist\" group\n");
  assert_null(child(s, 0)->as.text);
  assert_int_equal(child(s, 0)->pattern.count, 5);
  assert_null(child(s, 1)->as.text);
}

static void governors_end_in_an_effect(void **state) {
  const akt_stmt *s =
      only(*state, "govern (refuse|decline) to <cooperative> as negated, plover REJECT");
  assert_int_equal(s->pattern.count, 3);
  assert_string_equal(s->as.text, "negated");
  s = only(*state, "govern not <any> as negated");
  assert_string_equal(s->pattern.items[0].text.text, "not");
}

static void tests_hold_paragraphs_edges_and_nodes(void **state) {
  const akt_stmt *s = only(*state, "relation met\n"
                                   "  test \"One.\" \"Two.\", date 2025-01-02\n"
                                   "    Ann Lee --met--> Bob\n"
                                   "    # between\n"
                                   "    Peru --not planned attacked--> Chile said Ann Lee\n"
                                   "    \"A, B\" --met--> U.S. said by C   # comment\n"
                                   "    node official Ann Lee\n"
                                   "  test \"Nothing here.\" nothing\n");
  const akt_stmt *test = child(s, 0);
  assert_int_equal(test->items.count, 2);
  assert_int_equal(test->options.count, 1);
  assert_int_equal(test->expects.count, 4);
  const akt_ast_expect *e = test->expects.items;
  assert_string_equal(e[0].source.text, "Ann Lee");
  assert_string_equal(e[0].relation.text, "met");
  assert_string_equal(e[0].target.text, "Bob");
  assert_false(e[0].is_negated);
  assert_true(e[1].is_negated);
  assert_string_equal(e[1].modality.text, "planned");
  assert_string_equal(e[1].relation.text, "attacked");
  assert_string_equal(e[1].target.text, "Chile");
  assert_string_equal(e[1].speaker.text, "Ann Lee");
  assert_string_equal(e[2].source.text, "A, B");
  assert_string_equal(e[2].speaker.text, "C");
  assert_true(e[3].is_node);
  assert_string_equal(e[3].source.text, "official");
  assert_string_equal(e[3].target.text, "Ann Lee");
  assert_true(child(s, 1)->is_nothing);
}

static void everything_can_be_taken_back(void **state) {
  fixture *f = *state;
  const akt_ast_file *file = parse(f, "without alias \"Big Apple\", X\n"
                                      "without words talks = call\n"
                                      "without words talks\n"
                                      "without frame met <actor> see <actor>\n"
                                      "without stands-for\n"
                                      "without stands-for Washington\n"
                                      "without govern not <any>\n"
                                      "without find official\n");
  assert_int_equal(f->diags.errors, 0);
  assert_string_equal(statement(file, 0)->name.text, "alias");
  assert_int_equal(statement(file, 0)->items.count, 2);
  assert_string_equal(statement(file, 1)->kind.text, "talks");
  assert_int_equal(statement(file, 1)->items.count, 1);
  assert_int_equal(statement(file, 2)->items.count, 0);
  assert_string_equal(statement(file, 3)->kind.text, "met");
  assert_int_equal(statement(file, 3)->pattern.count, 3);
  assert_int_equal(statement(file, 6)->pattern.count, 2);
  assert_string_equal(statement(file, 7)->kind.text, "official");
}

static void places_are_exact(void **state) {
  const char *text = "\xEF\xBB\xBF"
                     "kind a\n  kind caf\xC3\xA9";
  fixture *f = *state;
  uint32_t source = akt_diags_add_source(&f->diags, "t", akt_span_of(text + 3));
  akt_ast_parse(&f->arena, &f->diags, source, "t", AKT_AST_WHOLE);
  assert_int_equal(f->diags.items.count, 1);
  akt_loc loc = f->diags.items.items[0].loc;
  assert_int_equal(loc.start, 14);
  assert_int_equal(loc.end, 19);
}

// A line, and the code it must give.
static const struct {
  const char *text;
  int code;
} slips[] = {
    {"kidn a", AKT_CODE_UNKNOWN_STATEMENT},
    {"also x", AKT_CODE_MISPLACED},
    {"frame <a> b <a>", AKT_CODE_MISPLACED},
    {"A --x--> B", AKT_CODE_MISPLACED},
    {"entity country X\nframe <a> b <a>", AKT_CODE_MISPLACED},
    {"kind a\nrules 1", AKT_CODE_MISPLACED},
    {"rules 2", AKT_CODE_BAD_VERSION},
    {"entity country \"X", AKT_CODE_UNCLOSED_QUOTE},
    {"find a = m{x", AKT_CODE_UNCLOSED_REGEX},
    {"never a (b|c", AKT_CODE_UNCLOSED_BRACKET},
    {"never a (b|c <d>", AKT_CODE_UNCLOSED_BRACKET},
    {"never a [b", AKT_CODE_UNCLOSED_BRACKET},
    {"never a b]", AKT_CODE_UNCLOSED_BRACKET},
    {"never a )", AKT_CODE_UNCLOSED_BRACKET},
    {"never a | b", AKT_CODE_UNEXPECTED},
    {"never a (b|(c|d))", AKT_CODE_UNEXPECTED},
    {"never a (<b>|c)", AKT_CODE_UNEXPECTED},
    {"words a b", AKT_CODE_UNEXPECTED},
    {"words a =", AKT_CODE_UNEXPECTED},
    {"words a = b,", AKT_CODE_UNEXPECTED},
    {"words a = , b", AKT_CODE_UNEXPECTED},
    {"words a = \"\"", AKT_CODE_MISSING_ITEMS},
    {"words", AKT_CODE_UNEXPECTED},
    {"kind a is", AKT_CODE_UNEXPECTED},
    {"kind a box,", AKT_CODE_UNEXPECTED},
    {"kind a box, = b", AKT_CODE_UNEXPECTED},
    {"kind A", AKT_CODE_BAD_NAME},
    {"class a = b c", AKT_CODE_UNEXPECTED},
    {"words a = b (c)", AKT_CODE_SPECIAL_IN_ITEM},
    {"words a = b \"c\"", AKT_CODE_SPECIAL_IN_ITEM},
    {"words a = \"b\" c", AKT_CODE_SPECIAL_IN_ITEM},
    {"never <a b> c", AKT_CODE_BAD_SLOT},
    {"never <a:> c", AKT_CODE_BAD_SLOT},
    {"never <:a> c", AKT_CODE_BAD_SLOT},
    {"never <> c", AKT_CODE_BAD_SLOT},
    {"never <9> c", AKT_CODE_BAD_SLOT},
    {"never a (b||c)", AKT_CODE_EMPTY_ALTERNATIVE},
    {"never a ()", AKT_CODE_EMPTY_ALTERNATIVE},
    {"never a []", AKT_CODE_MISSING_ITEMS},
    {"never", AKT_CODE_UNEXPECTED},
    {"never a [[[[[[[[[[b]]]]]]]]]]", AKT_CODE_TOO_DEEP},
    {"govern a <any>", AKT_CODE_UNEXPECTED},
    {"govern a <any> as x y", AKT_CODE_UNEXPECTED},
    {"without", AKT_CODE_BAD_WITHOUT},
    {"without aliass x", AKT_CODE_BAD_WITHOUT},
    {"without frame x", AKT_CODE_UNEXPECTED},
    {"entity country A, B", AKT_CODE_UNEXPECTED},
    {"entity person A\nrole", AKT_CODE_BAD_ROLE},
    {"entity person A\nrole King of \"B\" since 2020", AKT_CODE_BAD_ROLE},
    {"relation a\ntest \xE2\x80\x9Cx\xE2\x80\x9D", AKT_CODE_CURLY_QUOTES},
    {"relation a\ntest x", AKT_CODE_UNEXPECTED},
    {"relation a\ntest \"x\" maybe", AKT_CODE_UNEXPECTED},
    {"relation a\ntest \"x\"\n --a--> b", AKT_CODE_BAD_EXPECTATION},
    {"relation a\ntest \"x\"\n c --a-->", AKT_CODE_BAD_EXPECTATION},
    {"relation a\ntest \"x\"\n c --> d", AKT_CODE_BAD_EXPECTATION},
    {"relation a\ntest \"x\"\n c --a-> d", AKT_CODE_BAD_EXPECTATION},
    {"relation a\ntest \"x\"\n c -> d", AKT_CODE_UNKNOWN_STATEMENT},
    {"relation a\ntest \"x\"\n c ----> d", AKT_CODE_BAD_EXPECTATION},
    {"relation a\ntest \"x\"\n c --not--> d", AKT_CODE_BAD_EXPECTATION},
    {"relation a\ntest \"x\"\n c --a b--> d", AKT_CODE_BAD_EXPECTATION},
    {"relation a\ntest \"x\"\n node", AKT_CODE_UNEXPECTED},
    {"relation a\nframe <b> c <b> as \"x\", ", AKT_CODE_UNEXPECTED},
};

static void each_slip_has_its_code_and_costs_one_line(void **state) {
  for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
    void *own = NULL;
    set_up(&own);
    fixture *f = own;
    const char *text = akt_arena_printf(&f->arena, "%s\nkind last\n", slips[i].text);
    akt_ast_file *file = parse(f, text);
    bool is_fine = slips[i].code ? f->diags.errors == 1 && count_code(f, slips[i].code) == 1
                                 : f->diags.errors == 0;
    if (!is_fine)
      fail_msg("%s\n%s", slips[i].text, rendered(f, false));
    const akt_stmt *last = file->statements.items[file->statements.count - 1];
    assert_int_equal(last->kind_of, AKT_STMT_KIND);
    assert_string_equal(last->name.text, "last");
    akt_arena_free(&f->arena);
  }
  (void)state;
}

static void all_errors_of_a_file_are_told(void **state) {
  fixture *f = *state;
  parse(f, "kidn a\nkind B\nwords x\nentity country \"y\n");
  assert_int_equal(f->diags.errors, 4);
}

static void a_lost_head_line_does_not_blame_its_children(void **state) {
  fixture *f = *state;
  parse(f, "relaton met\n  frame <a> meet <a>\n  test \"x\"\n    A --met--> B\n    node a A\n"
           "entty country X\n  also Y\n");
  assert_int_equal(f->diags.errors, 2);
}

static void habits_from_elsewhere_are_understood(void **state) {
  fixture *f = *state;
  parse(f, "include x\nalias y\npattern z\n");
  const char *text = rendered(f, false);
  assert_non_null(strstr(text, "did you mean `use`?"));
  assert_non_null(strstr(text, "did you mean `also`?"));
  assert_non_null(strstr(text, "did you mean `frame`?"));
}

static void wrong_encodings_are_named(void **state) {
  fixture *f = *state;
  parse_bytes(f, "\xFF\xFEk\0i\0n\0", 8);
  parse_bytes(f, "k\0i\0n\0d\0", 8);
  assert_int_equal(count_code(f, AKT_CODE_FILE_UTF16), 2);
  parse_bytes(f, "kind a\0b\nkind c\xF4te\nkind d\n", 26);
  assert_int_equal(count_code(f, AKT_CODE_FILE_NUL), 1);
  assert_int_equal(count_code(f, AKT_CODE_FILE_NOT_UTF8), 1);
  assert_int_equal(f->diags.errors, 4);
  // Only the first few of many are told.
  char bytes[400];
  memset(bytes, 0xFF, sizeof bytes);
  bytes[0] = '#';
  parse_bytes(f, bytes, sizeof bytes);
  assert_true(count_code(f, AKT_CODE_FILE_NOT_UTF8) < 10);
}

static void what_is_no_text_is_not_read_as_rules(void **state) {
  fixture *f = *state;
  char bytes[3000];
  for (size_t i = 0; i < sizeof bytes; i++)
    bytes[i] = i % 3 ? (char)('!' + i % 60) : i % 2 ? '\n' : (char)0x9F;
  parse_bytes(f, bytes, sizeof bytes);
  assert_true(f->diags.errors > 0 && f->diags.errors < 10);
  assert_int_equal(count_code(f, AKT_CODE_UNKNOWN_STATEMENT), 0);
}

static void empty_files_are_a_warning(void **state) {
  fixture *f = *state;
  parse(f, "");
  parse(f, "\n# only a comment\nrules 1\n");
  assert_int_equal(f->diags.errors, 0);
  assert_int_equal(count_code(f, AKT_CODE_FILE_EMPTY), 2);
}

static void windows_line_ends_and_tabs_change_nothing(void **state) {
  const akt_stmt *s = only(*state, "entity\tcountry\tUnited  States\r\n\talso\tUS exact\r\n");
  assert_string_equal(s->name.text, "United States");
  assert_string_equal(s->aliases.items[0].text.text, "US");
  assert_true(s->aliases.items[0].is_exact);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(kinds_have_parents_and_looks),
      AKT_TEST(lists_go_on_after_a_comma),
      AKT_TEST(titles_heads_and_forms_are_lists_with_a_head),
      AKT_TEST(entities_gather_the_lines_below),
      AKT_TEST(roles_have_a_title_a_body_and_dates),
      AKT_TEST(frames_are_words_groups_slots_and_options),
      AKT_TEST(as_is_a_word_except_before_the_label_at_the_end),
      AKT_TEST(governors_end_in_an_effect),
      AKT_TEST(tests_hold_paragraphs_edges_and_nodes),
      AKT_TEST(everything_can_be_taken_back),
      AKT_TEST(places_are_exact),
      AKT_TEST(each_slip_has_its_code_and_costs_one_line),
      AKT_TEST(all_errors_of_a_file_are_told),
      AKT_TEST(a_lost_head_line_does_not_blame_its_children),
      AKT_TEST(habits_from_elsewhere_are_understood),
      AKT_TEST(wrong_encodings_are_named),
      AKT_TEST(what_is_no_text_is_not_read_as_rules),
      AKT_TEST(empty_files_are_a_warning),
      AKT_TEST(windows_line_ends_and_tabs_change_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
