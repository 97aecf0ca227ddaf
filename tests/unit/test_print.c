// The formatter: one text for the same statements, nothing lost.
#include "rule_fixture.h"

static const char *printed(fixture *f, const char *text) {
  akt_ast_file *file = parse(f, text);
  if (f->diags.errors)
    fail_msg("unexpected errors:\n%s\n%s", rendered(f, false), text);
  akt_buf out;
  akt_buf_init(&out, &f->arena);
  akt_ast_print(file, &out);
  return akt_buf_text(&out);
}

static void assert_prints(void **state, const char *text, const char *want) {
  assert_string_equal(printed(*state, text), want);
  assert_string_equal(printed(*state, want), want);
}

static void layout_is_canonical(void **state) {
  assert_prints(state,
                "entity   country \"United States\"\n"
                "also US   exact ,America\n"
                "     adj American\n"
                "stands-for Washington\n"
                "role President of \"Peru\" from 2017-05-14\n",
                "entity country \"United States\"\n"
                "  also       US exact, America\n"
                "  adj        American\n"
                "  stands-for Washington\n"
                "  role       President of \"Peru\" from 2017-05-14\n");
  assert_prints(state,
                "relation met,mutual , label \"met\"\n"
                "frame <a> ( meet|run  into ) <target:b>[ in <note:c> ]as \"met\",hostile\n"
                "noun <t> of <a>\n"
                "not <a> meet a deadline\n"
                "above talked,seen\n"
                "test \"A.\"   \"B.\" nothing , date 2020-01-01\n"
                "test \"C.\"\n"
                "A   --not   planned met-->  B  said by   C\n"
                "node   person  A\n",
                "relation met, mutual, label \"met\"\n"
                "  frame <a> (meet|run into) <target:b> [in <note:c>] as \"met\", hostile\n"
                "  noun  <t> of <a>\n"
                "  not   <a> meet a deadline\n"
                "  above talked, seen\n"
                "  test  \"A.\" \"B.\" nothing, date 2020-01-01\n"
                "  test  \"C.\"\n"
                "    A --not planned met--> B said C\n"
                "    node person A\n");
}

static void every_other_statement_keeps_its_words(void **state) {
  static const char text[] = "rules 1\n"
                             "use kinds, countries\n"
                             "title official as represents = President, Prime Minister\n"
                             "title person = critic\n"
                             "heads group = Ministry, Army\n"
                             "forms speak = spoke, spoken\n"
                             "find pact = m{\\p{Lu}\\w+ Pact}\n"
                             "find official = [<represents:country>] <role:title> <Name>\n"
                             "govern (refuse|fail) to <any> as negated, plover REJECT\n"
                             "never <a> strike a \"chord\"\n"
                             "without alias \"Big Apple\", X\n"
                             "without words talks = call\n"
                             "without frame met <a> see <a>\n"
                             "without stands-for\n"
                             "without find official\n";
  assert_prints(state, text, text);
}

static void kinds_and_classes_line_up(void **state) {
  assert_prints(state,
                "kind a box, fill 000000\n"
                "kind longer is a, is b, house\n"
                "kind bare\n"
                "\n"
                "kind b box\n"
                "class one = a\n"
                "class eleven = b\n",
                "kind a       box, fill 000000\n"
                "kind longer  is a, is b, house\n"
                "kind bare\n"
                "\n"
                "kind b  box\n"
                "class one    = a\n"
                "class eleven = b\n");
}

static void comments_and_blank_lines_stay(void **state) {
  assert_prints(state,
                "\n\n# head\n\n\n"
                "kind a # one\n"
                "kind bcd   # two\n"
                "entity a X  # three\n"
                "# inside\n"
                "\n"
                "also Y # four\n"
                "# before the next\n"
                "relation met\n"
                "# frames\n"
                "frame <a> meet <a>#too\n"
                "# above\n"
                "above x # five\n"
                "test \"A\"\n"
                "# edges\n"
                "A --met--> B # six\n"
                "\n\n# end\n\n",
                "# head\n\n"
                "kind a      # one\n"
                "kind bcd    # two\n"
                "entity a X  # three\n"
                "  # inside\n"
                "\n"
                "  also       Y  # four\n"
                "# before the next\n"
                "relation met\n"
                "  # frames\n"
                "  frame <a> meet <a>  #too\n"
                "  # above\n"
                "  above x  # five\n"
                "  test  \"A\"\n"
                "    # edges\n"
                "    A --met--> B  # six\n"
                "\n"
                "# end\n");
}

static void comments_inside_a_list_stay_with_their_item(void **state) {
  assert_prints(state,
                "words a = b, # first\n"
                "\n"
                "# own\n"
                "c,\n"
                "d # last\n",
                "words a = b,  # first\n"
                "\n"
                "    # own\n"
                "    c, d  # last\n");
}

static void long_lines_break_after_commas_and_bars(void **state) {
  const char *text = printed(
      *state, "words animal = aaaaaaaaaa, bbbbbbbbbb, cccccccccc, dddddddddd, eeeeeeeeee, "
              "ffffffffff, gggggggggg, hhhhhhhhhh, use\n"
              "never <actor> (aaaaaaaaaa|bbbbbbbbbb|cccccccccc|dddddddddd|eeeeeeeeee|"
              "ffffffffff|gggggggggg|hhhhhhhhhh|find) <actor>\n");
  for (const char *line = text; *line;) {
    const char *end = strchr(line, '\n');
    assert_true(end - line <= 108);
    line = end + 1;
  }
  assert_string_equal(printed(*state, text), text);
  assert_null(strstr(text, "\n    use"));
  assert_null(strstr(text, "\n    find"));
}

static void tests_of_many_paragraphs_break_between_them(void **state) {
  const char *long_one =
      "This sentence is long enough to fill the better part of a line of text.";
  fixture *f = *state;
  const char *text =
      printed(f, akt_arena_printf(&f->arena, "relation a\n test \"%s\" \"%s\"\n  A --a--> B\n",
                                  long_one, long_one));
  assert_non_null(strstr(text, ".\",\n      \"This"));
  assert_string_equal(printed(f, text), text);
}

static void shipped_packs_print_to_a_fixed_point(void **state) {
  fixture *f = *state;
  char **names;
  uint32_t count;
  const char *folder = AKT_SOURCE_DIR "/rules";
  assert_int_equal(akt_io_list(&f->arena, folder, &names, &count), 0);
  uint32_t tried = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (!akt_span_ends_with(akt_span_of(names[i]), ".akt"))
      continue;
    akt_arena keep;
    akt_arena_init(&keep, &f->guard);
    akt_span text;
    assert_int_equal(
        akt_io_read(&keep, akt_arena_printf(&keep, "%s/%s", folder, names[i]), 1 << 28, &text),
        0);
    akt_diags_init(&f->diags, &f->arena);
    const char *once = printed(f, text.ptr);
    const char *twice = printed(f, once);
    if (strcmp(once, twice) != 0)
      fail_msg("%s is not stable", names[i]);
    akt_arena_free(&keep);
    tried++;
  }
  assert_true(tried > 3);
}

// Same statements: compared without places.
static void spell_items(const akt_ast_texts *items, akt_buf *out) {
  for (uint32_t i = 0; i < items->count; i++)
    akt_buf_printf(out, "%s%d,", items->items[i].text, items->items[i].is_quoted);
}

static void spell(const akt_stmts *stmts, akt_buf *out) {
  for (uint32_t i = 0; i < stmts->count; i++) {
    const akt_stmt *s = stmts->items[i];
    if (s->kind_of == AKT_STMT_COMMENT)
      continue;
    akt_buf_printf(out, "%d %s %s %s;", (int)s->kind_of, s->name.text ? s->name.text : "-",
                   s->kind.text ? s->kind.text : "-", s->as.text ? s->as.text : "-");
    spell_items(&s->items, out);
    spell_items(&s->adjectives, out);
    spell_items(&s->stands_for, out);
    spell_items(&s->above, out);
    spell_items(&s->is, out);
    for (uint32_t k = 0; k < s->aliases.count; k++)
      akt_buf_printf(out, "%s%d%d,", s->aliases.items[k].text.text,
                     s->aliases.items[k].is_exact, s->aliases.items[k].is_if_introduced);
    for (uint32_t k = 0; k < s->options.count; k++)
      akt_buf_printf(out, "%s=%s,", s->options.items[k].name.text,
                     s->options.items[k].value.text ? s->options.items[k].value.text : "-");
    akt_buf_printf(out, "%u %u %u %d\n", s->pattern.count, s->expects.count, s->roles.count,
                   s->is_nothing);
    spell(&s->children, out);
  }
}

static void printing_changes_no_statement(void **state) {
  fixture *f = *state;
  char **names;
  uint32_t count;
  const char *folder = AKT_SOURCE_DIR "/rules";
  assert_int_equal(akt_io_list(&f->arena, folder, &names, &count), 0);
  for (uint32_t i = 0; i < count; i++) {
    if (!akt_span_ends_with(akt_span_of(names[i]), ".akt"))
      continue;
    akt_span text;
    assert_int_equal(akt_io_read(&f->arena,
                                 akt_arena_printf(&f->arena, "%s/%s", folder, names[i]),
                                 1 << 28, &text),
                     0);
    akt_ast_file *before = parse(f, text.ptr);
    akt_buf out, a, b;
    akt_buf_init(&out, &f->arena);
    akt_buf_init(&a, &f->arena);
    akt_buf_init(&b, &f->arena);
    akt_ast_print(before, &out);
    akt_ast_file *after = parse(f, akt_buf_text(&out));
    spell(&before->statements, &a);
    spell(&after->statements, &b);
    if (strcmp(akt_buf_text(&a), akt_buf_text(&b)) != 0)
      fail_msg("%s changes when printed", names[i]);
  }
}

static void a_broken_file_prints_without_harm(void **state) {
  fixture *f = *state;
  akt_ast_file *file = parse(f, "kind\nclass a\nentity\nrelation\nframe <a\nfind x\ngovern a\n"
                                "without\ntitle\nwords x = (\nrelation a\nabove\nnot\nmatch\n"
                                "test\n --> \nuse ,\nrules\nforms\nheads a =\nnever\n");
  akt_buf out;
  akt_buf_init(&out, &f->arena);
  akt_ast_print(file, &out);
  assert_true(f->diags.errors > 10);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(layout_is_canonical),
      AKT_TEST(every_other_statement_keeps_its_words),
      AKT_TEST(kinds_and_classes_line_up),
      AKT_TEST(comments_and_blank_lines_stay),
      AKT_TEST(comments_inside_a_list_stay_with_their_item),
      AKT_TEST(long_lines_break_after_commas_and_bars),
      AKT_TEST(tests_of_many_paragraphs_break_between_them),
      AKT_TEST(shipped_packs_print_to_a_fixed_point),
      AKT_TEST(printing_changes_no_statement),
      AKT_TEST(a_broken_file_prints_without_harm),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
