// The checker: what it tells, where the caret stands, and what it leaves alone.
#include "rule_fixture.h"

static const char prelude[] = "kind country\n"
                              "kind person\n"
                              "kind official is person\n"
                              "class actor = country, person\n"
                              "words talks = talk, call\n"
                              "relation represents\n"
                              "entity country Peru\n";

static void check(fixture *f, const char *text) {
  parse(f, akt_arena_printf(&f->arena, "%s%s", prelude, text));
  akt_rules_check(&f->arena, &f->diags, &f->set);
}

static void reset(void **own, fixture **f) {
  set_up(own);
  *f = *own;
}

typedef struct row {
  const char *text;
  int code; // 0: no message at all
  const char *part;
} row;

static void run_rows(const row *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    void *own = NULL;
    fixture *f;
    reset(&own, &f);
    check(f, rows[i].text);
    bool is_fine = rows[i].code ? f->diags.items.count == 1 && count_code(f, rows[i].code) == 1
                                : f->diags.items.count == 0;
    const char *shown = rendered(f, false);
    if (!is_fine || (rows[i].part && !strstr(shown, rows[i].part)))
      fail_msg("%s\ngives\n%s", rows[i].text, shown);
    akt_arena_free(&f->arena);
  }
}
#define RUN(rows) run_rows(rows, sizeof(rows) / sizeof *(rows))

static void names_are_resolved_with_the_nearest_known_one(void **state) {
  (void)state;
  static const row rows[] = {
      {"never <acter> meet <actor>", AKT_CODE_UNKNOWN_TYPE, "did you mean `actor`?"},
      {"never <names> meet <actor>", AKT_CODE_UNKNOWN_TYPE, "did you mean `Name`?"},
      {"never <represents> meet <actor>", AKT_CODE_UNKNOWN_TYPE, "is a relation, not"},
      {"govern a <hostle> as planned", AKT_CODE_UNKNOWN_TYPE, "did you mean `hostile`?"},
      {"govern a <actor> as planned", AKT_CODE_UNKNOWN_TYPE, "is a class, not"},
      {"govern a <represents> as planned", 0, NULL},
      {"govern a <any> as represents", 0, NULL},
      {"govern a <any> as plannd", AKT_CODE_UNKNOWN_EFFECT, "did you mean `planned`?"},
      {"never <hostile> meet <actor>", AKT_CODE_SLOT_MISPLACED, "tones stand in `govern`"},
      {"class b = contry", AKT_CODE_UNKNOWN_KIND, "did you mean `country`?"},
      {"class b = talks", AKT_CODE_UNKNOWN_KIND, "declared here"},
      {"kind b is actor", AKT_CODE_UNKNOWN_KIND, "is a class, not a kind"},
      {"title persn = x", AKT_CODE_UNKNOWN_KIND, "did you mean `person`?"},
      {"title person as represent = x", AKT_CODE_UNKNOWN_RELATION,
       "did you mean `represents`?"},
      {"heads persons = x", AKT_CODE_UNKNOWN_KIND, "did you mean `person`?"},
      {"entity contry X", AKT_CODE_UNKNOWN_KIND, "did you mean `country`?"},
      {"find offical = m{abc}", AKT_CODE_UNKNOWN_KIND, "did you mean `official`?"},
      {"find official = <represent:country> <Name>", AKT_CODE_UNKNOWN_RELATION, "`represents`"},
      {"find official = <role:talks> <Name>", 0, NULL},
      {"relation a\n above represent", AKT_CODE_UNKNOWN_RELATION, "did you mean `represents`?"},
      {"relation a\n test \"x\"\n  B --represent--> C", AKT_CODE_UNKNOWN_RELATION, NULL},
      {"relation a\n test \"x\"\n  node persn C", AKT_CODE_UNKNOWN_KIND, NULL},
      {"entity person X\n role King of \"Perru\"", AKT_CODE_UNKNOWN_ENTITY,
       "did you mean `Peru`?"},
      {"without words talk = x", AKT_CODE_UNKNOWN_WORDS, "did you mean `talks`?"},
      {"without relation represent", AKT_CODE_UNKNOWN_RELATION, "`represents`"},
      {"without frame represent <actor> x <actor>", AKT_CODE_UNKNOWN_RELATION, "`represents`"},
  };
  RUN(rows);
}

static void one_name_space_for_everything(void **state) {
  (void)state;
  static const row rows[] = {
      {"kind talks", AKT_CODE_NAME_CLASH, "is a words list already, so it cannot be a kind"},
      {"words actor = x", AKT_CODE_NAME_CLASH, "is a class already"},
      {"relation country", AKT_CODE_NAME_CLASH, "the other one is here"},
      {"kind any", AKT_CODE_RESERVED_NAME, NULL},
      {"kind thing box", 0, NULL},
      {"class thing = country", AKT_CODE_RESERVED_NAME, NULL},
      {"relation planned", AKT_CODE_RESERVED_NAME, NULL},
      {"words talks = more", 0, NULL},
      {"class actor = official", 0, NULL},
      {"relation represents\n frame <actor> stand for <actor>", 0, NULL},
      {"kind ship box\nkind ship house", AKT_CODE_KIND_TWICE, "the later line wins"},
      {"relation a, hostile\nrelation a, neutral", AKT_CODE_RELATION_TWICE, NULL},
      {"words english-foo = x", AKT_CODE_UNREAD_LIST, NULL},
      {"words english-preposition = despite", 0, NULL},
  };
  RUN(rows);
}

static void circles_are_told(void **state) {
  (void)state;
  static const row rows[] = {
      {"class a = b\nclass b = c\nclass c = a", AKT_CODE_KIND_CYCLE, NULL},
      {"kind a is a", AKT_CODE_KIND_CYCLE, NULL},
      {"relation a\n above b\nrelation b\n above a", AKT_CODE_ABOVE_CYCLE, NULL},
      {"class a = b, c\nclass b = c\nclass c = country", 0, NULL},
  };
  RUN(rows);
}

static void options_have_known_names_and_values(void **state) {
  (void)state;
  static const row rows[] = {
      {"kind a trapezium, fill 0072b2, line 000000, text FFFFFF", 0, NULL},
      {"kind a triangel", AKT_CODE_UNKNOWN_SHAPE, NULL},
      {"kind a box, house", AKT_CODE_OPTION_TWICE, NULL},
      {"kind a box, shade red", AKT_CODE_UNKNOWN_OPTION, "one of fill, line, text"},
      {"kind a fill #0072B2", AKT_CODE_UNEXPECTED, "without `#`"},
      {"kind a fill 0072B", AKT_CODE_BAD_COLOUR, NULL},
      {"kind a fill red", AKT_CODE_BAD_COLOUR, NULL},
      {"relation a, mutual, cooperative, plover AID, cameo 073, label \"x\"", 0, NULL},
      {"relation a, mutal", AKT_CODE_UNKNOWN_OPTION, "did you mean `mutual`?"},
      {"relation a, hostile, neutral", AKT_CODE_OPTION_TWICE, NULL},
      {"relation a, plover HELP", AKT_CODE_BAD_PLOVER, NULL},
      {"relation a, plover", AKT_CODE_UNEXPECTED, "needs a value"},
      {"relation a, mutual yes", AKT_CODE_UNEXPECTED, "takes no value"},
      {"relation a, cameo 12345", AKT_CODE_BAD_CAMEO, NULL},
      {"relation a\n frame <actor> b <actor>, no-pasive", AKT_CODE_UNKNOWN_OPTION, NULL},
      {"relation a\n test \"x\" nothing, date 2024-02-29", 0, NULL},
      {"relation a\n test \"x\" nothing, date 2023-02-29", AKT_CODE_BAD_DATE, NULL},
  };
  RUN(rows);
}

static void habits_that_mean_something_else_are_told(void **state) {
  (void)state;
  static const row rows[] = {
      {"relation a\n frame actor meet actor", AKT_CODE_FRAME_WITHOUT_ENDS, "write <actor>"},
      {"relation a\n frame <x:actor> meet <y:actor>", AKT_CODE_FRAME_WITHOUT_ENDS,
       "makes it a note"},
      {"relation a\n frame <actor> be met by <actor>", 0, NULL},
      {"relation a\n frame <actor> be greeted by <actor>", AKT_CODE_PASSIVE, "in the active"},
      {"relation a\n frame <target:actor> be greeted by <source:actor>", 0, NULL},
      {"relation a\n frame <actor> and <actor> be friends", AKT_CODE_FRAME_NEVER, "is no verb"},
      {"relation a\n frame <actor> will meet <actor>", AKT_CODE_FRAME_NEVER, "is no verb"},
      {"relation a\n frame <actor> (meet or see) <actor>", AKT_CODE_FRAME_NEVER,
       "separated by `|`"},
      {"relation a\n frame <actor> (meet/see) <actor>", AKT_CODE_FRAME_NEVER, NULL},
      {"relation a\n frame <actor> (carry out|make) raid on <actor>", 0, NULL},
      {"relation a\n frame <actor> give (warm welcome|praise) to <actor>",
       AKT_CODE_PHRASE_BY_LAST, "write `welcome` alone"},
      {"relation a\n frame <actor> operate (from|out of) <actor>", 0, NULL},
      {"relation a\n not <actor> give (warm welcome|praise) to <actor>",
       AKT_CODE_PHRASE_BY_LAST, "write `welcome` alone"},
      {"govern (rule out|refuse) to <any> as negated", AKT_CODE_PHRASE_BY_LAST,
       "any `rule` will do"},
      {"words w = warm welcome\nrelation a\n frame <actor> give <w> to <actor>\n frame "
       "<actor> get <w> from <actor>",
       AKT_CODE_PHRASE_BY_LAST, NULL},
      {"words w = warm welcome\nfind person = <w> of <Name>", 0, NULL},
      {"relation a\n frame <actor> send <person> to <actor>", AKT_CODE_THIRD_END, "<note:"},
      {"relation a\n frame <actor> send <person> to <target:actor>", AKT_CODE_THIRD_END, NULL},
      {"relation a\n noun praise of <actor> by <actor>", AKT_CODE_BY_IS_TARGET,
       "write <source:actor>"},
      {"relation a\n noun praise of <target:actor> by <source:actor>", 0, NULL},
      {"never <source> meet <actor>", AKT_CODE_UNKNOWN_TYPE, "<source:actor>"},
      {"never <money> meet <actor>", AKT_CODE_UNKNOWN_TYPE, "declare it"},
      {"govern a <any> as dubious", AKT_CODE_UNKNOWN_EFFECT, "there are planned"},
      {"relation a, negative", AKT_CODE_UNKNOWN_OPTION, "did you mean `hostile`?"},
      {"relation a, coop", AKT_CODE_UNKNOWN_OPTION, "did you mean `cooperative`?"},
      {"without alias Xanadu", AKT_CODE_WITHOUT_NOTHING, "write it exactly"},
      {"without entity Perru", AKT_CODE_WITHOUT_NOTHING, "did you mean `Peru`?"},
      {"relation a\n frame <actor> (greet|welcome) <actor>\nwithout frame a <actor> welcome "
       "<actor>",
       AKT_CODE_WITHOUT_NOTHING, "one with a word of it is here"},
  };
  RUN(rows);
}

static void entities_add_up_and_do_not_clash(void **state) {
  (void)state;
  static const row rows[] = {
      {"entity country Peru\n also Pir\xC3\xBA", 0, NULL},
      {"entity person Peru", AKT_CODE_ENTITY_TWO_KINDS, "the other one is here"},
      {"entity person X\nentity official X", 0, NULL},
      {"entity person Ann\n also peru", AKT_CODE_ALIAS_TWICE, "`peru` already means `Peru`"},
      {"entity person Ann\n also PERU exact", 0, NULL},
      {"entity person Ann\n also Peru exact", AKT_CODE_ALIAS_TWICE, "already means `Peru`"},
      {"entity person A\n also XY exact\nentity person B\n also XY", AKT_CODE_ALIAS_TWICE,
       "`XY` already means `A`"},
      {"entity person Ann\n stands-for peru", AKT_CODE_ALIAS_TWICE, "already means `Peru`"},
      {"without entity Peru\nentity person Ann\n also peru", 0, NULL},
      {"entity person A\n also X if-introduced\nentity person B\n also X if-introduced", 0,
       NULL},
      {"entity person A\n also X\nentity person A\n also X", 0, NULL},
      {"entity person A\n role King of \"Peru\" from 2020-01-01 to 2019-12-31",
       AKT_CODE_DATE_ORDER, NULL},
      {"entity person A\n role King of \"Peru\" from 2020-1-1", AKT_CODE_BAD_DATE, NULL},
      {"entity person A\n role King", AKT_CODE_ROLE_WITHOUT_BODY, NULL},
  };
  RUN(rows);
}

static void frames_need_two_ends_and_a_verb(void **state) {
  (void)state;
  static const row rows[] = {
      {"relation a\n frame <actor> meet <actor>", 0, NULL},
      {"relation a\n frame <target:actor> please <source:thing>", 0, NULL},
      {"relation a\n frame <actor> close <source:its> door to <actor>", 0, NULL},
      {"relation a\n frame <actor> agree to <note:action>", 0, NULL},
      {"relation a\n frame <actor> meet <note:actor>", AKT_CODE_FRAME_WITHOUT_ENDS, "one end"},
      {"relation a\n frame <talks> follow <actor>", AKT_CODE_FRAME_WITHOUT_ENDS, NULL},
      {"relation a\n noun <talks> between <actor> and <actor>", 0, NULL},
      {"relation a\n noun <actor> <actor> talks", AKT_CODE_FRAME_WITHOUT_VERB, NULL},
      {"relation a\n frame <actor> <actor> meet", AKT_CODE_FRAME_WITHOUT_VERB, NULL},
      {"relation a\n not <actor> speak up", 0, NULL},
      {"relation a\n frame <x:actor> meet <x:actor> <actor> <actor>", AKT_CODE_SLOT_TWICE,
       NULL},
      {"relation a\n frame <actor> is ally of <actor>", AKT_CODE_WORD_INFLECTED, "write `be`"},
      {"forms meet = met\nrelation a\n frame <actor> (see|met) <actor>",
       AKT_CODE_WORD_INFLECTED, "write `meet`, or `\"met\"`"},
      {"forms meet = met\nrelation a\n frame <actor> \"met\" <actor>", 0, NULL},
      {"forms find = found\nrelation a\n frame <actor> found <thing>", 0, NULL},
      {"relation a\n frame <actor> outbids <actor>", AKT_CODE_WORD_INFLECTED,
       "looks inflected"},
      {"relation a\n frame <actor> bribed <actor>", AKT_CODE_WORD_INFLECTED, "write `bribe`"},
      {"relation a\n frame <actor> has bribed <actor>", AKT_CODE_WORD_INFLECTED,
       "leave it out"},
      {"words english-verb = praise\nrelation a\n frame <actor> praised <actor>",
       AKT_CODE_WORD_INFLECTED, "`praised` is a form of `praise`"},
      {"words english-verb = plan\nrelation a\n frame <actor> planning <actor>",
       AKT_CODE_WORD_INFLECTED, "write `plan`"},
      {"words english-verb = deny\nrelation a\n frame <actor> denies <actor>",
       AKT_CODE_WORD_INFLECTED, "write `deny`"},
      {"words english-verb = deny\nrelation a\n frame <actor> denied <actor>",
       AKT_CODE_WORD_INFLECTED, "write `deny`"},
      {"relation a\n frame <actor> (need|bring|string|focus|discuss|press|feed|shred) <actor>",
       0, NULL},
      {"relation a\n noun <actor> bombing of <actor>", 0, NULL},
      {"relation a\n frame <actor> \"sat down\" with <actor>", AKT_CODE_FRAME_NEVER, NULL},
      {"govern a as planned", AKT_CODE_FRAME_WITHOUT_ENDS, NULL},
      {"govern <any> a as planned", AKT_CODE_FRAME_WITHOUT_ENDS, NULL},
  };
  RUN(rows);
}

static void regexes_are_compiled_where_they_may_stand(void **state) {
  (void)state;
  static const row rows[] = {
      {"relation a\n match <actor> m{phoned|rang(?: up)?} <actor>", 0, NULL},
      {"relation a\n match <actor> m{phoned}", AKT_CODE_MATCH_SHAPE, NULL},
      {"relation a\n frame <actor> m{phoned} <actor>", AKT_CODE_REGEX_MISPLACED, NULL},
      {"find person = m{(*UTF)abc}", AKT_CODE_BAD_REGEX, "not allowed"},
      {"find person = m{abc\\C}", AKT_CODE_BAD_REGEX, "not allowed"},
      {"find person = m{x(?:a+)+}", AKT_CODE_REGEX_NESTED, "steps that it may"},
      {"find person = m{\\w+}", AKT_CODE_REGEX_WITHOUT_LITERAL, "on 2,000 letters of"},
      // Measured, not read off the pattern: there is no nesting to see.
      {"find person = m{(?:a|a)*(?:a|a)*(?:a|a)*b}", AKT_CODE_REGEX_NESTED, "on `a` again"},
      {"find person = m{(?:a|ab)(?:c|bcd)d*}", 0, NULL},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    // A frame with a regular expression has no verb either.
    if (rows[i].code != AKT_CODE_REGEX_MISPLACED)
      run_rows(&rows[i], 1);
  }
  void *own = NULL;
  fixture *f;
  reset(&own, &f);
  check(f, rows[2].text);
  assert_int_equal(count_code(f, AKT_CODE_REGEX_MISPLACED), 1);
  akt_arena_free(&f->arena);
}

static void the_caret_of_a_regex_error_is_inside_the_regex(void **state) {
  fixture *f = *state;
  check(f, "\tfind person = m{(\xC3\xA9\xC3\xA9)([a-z}");
  const char *text = rendered(f, false);
  // The class is never closed: PCRE2 points to the end of the pattern.
  assert_non_null(strstr(text, "\tfind person = m{(\xC3\xA9\xC3\xA9)([a-z}\n"
                               "      | \t                         ^\n"));
}

static void without_must_take_something_back(void **state) {
  (void)state;
  static const row rows[] = {
      {"without alias Peruu", AKT_CODE_WITHOUT_NOTHING, NULL},
      {"without entity Peru", 0, NULL},
      {"without entity Per", AKT_CODE_WITHOUT_NOTHING, NULL},
      {"without words talks = call", 0, NULL},
      {"without words talks = cal", AKT_CODE_WITHOUT_NOTHING, NULL},
      {"without words talks", 0, NULL},
      {"relation a\n frame <actor> meet <actor>\nwithout frame a <actor>  meet <actor>", 0,
       NULL},
      {"relation a\n frame <actor> meet <actor>\nwithout frame a <actor> see <actor>",
       AKT_CODE_WITHOUT_NOTHING, NULL},
      {"title person = x\nwithout title x", 0, NULL},
      {"heads person = x\nwithout heads person = x", 0, NULL},
      {"govern a <any> as planned\nwithout govern a <any>", 0, NULL},
      {"never <actor> a <actor>\nwithout never <actor> a <actor>", 0, NULL},
      {"find person = m{abc}\nwithout find person", 0, NULL},
      {"without find person", AKT_CODE_WITHOUT_NOTHING, NULL},
      {"without stands-for", 0, NULL},
      {"forms meet = met\nwithout forms meet", 0, NULL},
  };
  RUN(rows);
}

static void patterns_taken_back_are_marked_unless_written_anew(void **state) {
  fixture *f = *state;
  const akt_ast_file *file = parse(
      f, "kind a\nrelation r\n frame <a> meet <a>\n frame <a> see <a>\n noun <a> meet <a>\n"
         "never <a> x <a>\nfind a = m{abc}\n"
         "without frame r <a> meet <a>\nwithout never <a> x <a>\nwithout find a\n"
         "relation r\n frame <a> meet <a>, hostile\nfind a = m{xyz}\n");
  akt_rules_check(&f->arena, &f->diags, &f->set);
  assert_int_equal(f->diags.items.count, 0);
  const akt_stmts *all = &file->statements;
  const akt_stmts *first = &all->items[1]->children;
  assert_true(first->items[0]->is_taken_back);
  assert_false(first->items[1]->is_taken_back);
  assert_false(first->items[2]->is_taken_back);
  assert_true(all->items[2]->is_taken_back);
  assert_true(all->items[3]->is_taken_back);
  assert_false(all->items[7]->children.items[0]->is_taken_back);
  assert_false(all->items[8]->is_taken_back);
}

static void what_is_idle_is_told_by_check_and_of_the_users_files(void **state) {
  (void)state;
  for (int pass = 0; pass < 3; pass++) {
    void *own = NULL;
    fixture *f;
    reset(&own, &f);
    f->set.is_check = pass > 0;
    akt_ast_file *file = parse(f, "kind a\nkind b\nclass c = a\nwords d = x, x\nrelation e\n"
                                  " frame <a> do <a>\nentity a Peru\n");
    file->is_shipped = pass == 2;
    akt_rules_check(&f->arena, &f->diags, &f->set);
    assert_int_equal(f->diags.items.count, pass == 1 ? 5 : 0);
    if (pass == 1) {
      assert_int_equal(count_code(f, AKT_CODE_UNUSED_KIND), 1);
      assert_int_equal(count_code(f, AKT_CODE_UNUSED_CLASS), 1);
      assert_int_equal(count_code(f, AKT_CODE_UNUSED_WORDS), 1);
      assert_int_equal(count_code(f, AKT_CODE_ITEM_TWICE), 1);
      assert_int_equal(count_code(f, AKT_CODE_NO_TEST), 1);
    }
    akt_arena_free(&f->arena);
  }
}

static void strict_makes_warnings_errors(void **state) {
  fixture *f = *state;
  f->set.is_strict = true;
  check(f, "without alias Nobody");
  assert_int_equal(f->diags.errors, 1);
  assert_int_equal(f->diags.warnings, 0);
}

static void a_later_file_may_change_the_looks_of_a_kind(void **state) {
  fixture *f = *state;
  parse(f, "kind ship box, fill 000000\nentity ship X\n");
  parse(f, "kind ship house, fill FFFFFF\n");
  akt_rules_check(&f->arena, &f->diags, &f->set);
  assert_int_equal(f->diags.items.count, 0);
}

static void sixty_four_kinds_are_fine_and_one_more_is_not(void **state) {
  fixture *f = *state;
  akt_buf text;
  akt_buf_init(&text, &f->arena);
  for (int i = 0; i < 64; i++)
    akt_buf_printf(&text, "kind k%d\n", i);
  parse(f, akt_buf_text(&text));
  akt_rules_check(&f->arena, &f->diags, &f->set);
  assert_int_equal(f->diags.errors, 0);
  parse(f, "kind one-more\n");
  akt_rules_check(&f->arena, &f->diags, &f->set);
  assert_int_equal(count_code(f, AKT_CODE_TOO_MANY_KINDS), 1);
}

static void thousands_of_errors_are_told_without_looking_up_each_name(void **state) {
  fixture *f = *state;
  akt_buf text;
  akt_buf_init(&text, &f->arena);
  for (int i = 0; i < 5000; i++)
    akt_buf_printf(&text, "words w%d = x\nentity kindd%d Name %d\n", i, i, i);
  parse(f, akt_buf_text(&text));
  akt_rules_check(&f->arena, &f->diags, &f->set);
  assert_int_equal(count_code(f, AKT_CODE_UNKNOWN_KIND), 5000);
}

// Memory stands for work here: a clock would make the test fail on a busy day.
static size_t cost_of(uint32_t frames) {
  void *own = NULL;
  set_up(&own);
  fixture *f = own;
  akt_buf text;
  akt_buf_init(&text, &f->arena);
  akt_buf_puts(&text, "kind person\n");
  for (uint32_t i = 0; i < frames; i++)
    akt_buf_printf(&text,
                   "relation r%u\n  frame <person> verb%u (with|to) <person>\n"
                   "entity person First%u Last%u\n  also Dr Last%u\n",
                   i, i, i, i, i);
  size_t before = f->guard.used_bytes;
  parse(f, akt_buf_text(&text));
  akt_rules_check(&f->arena, &f->diags, &f->set);
  assert_int_equal(f->diags.items.count, 0);
  size_t cost = f->guard.used_bytes - before;
  akt_arena_free(&f->arena);
  return cost;
}

static void cost_grows_in_step_with_the_number_of_rules(void **state) {
  (void)state;
  size_t small = cost_of(4000);
  size_t large = cost_of(16000);
  assert_true(large < small * 5);
}

static void shipped_packs_leave_nothing_to_tell(void **state) {
  fixture *f = *state;
  akt_load_options options = {.shipped_dir = AKT_SOURCE_DIR "/rules", .has_defaults = true};
  akt_rules_load_files(&f->arena, &f->diags, &options, &f->set);
  akt_rules_check(&f->arena, &f->diags, &f->set);
  if (f->diags.items.count) // this is why they may be trusted
    fail_msg("%s", rendered(f, false));
}

static const char *const doubtful = "kind country\nentity country Peru\nalso Pe\n"
                                    "entity country Penang\nalso Pe\n";

static void trust_leaves_doubts_of_shipped_packs_alone(void **state) {
  fixture *f = *state;
  parse(f, doubtful);
  f->set.files.items[0]->is_shipped = true;
  f->set.is_trusting = true;
  akt_rules_check(&f->arena, &f->diags, &f->set);
  assert_int_equal(f->diags.items.count, 0);
  parse(f, "kind river\n"); // a file of the user's own beside them
  akt_rules_check(&f->arena, &f->diags, &f->set);
  assert_int_equal(count_code(f, AKT_CODE_ALIAS_TWICE), 1);
}

static void trust_does_not_hide_errors(void **state) {
  fixture *f = *state;
  parse(f, "kind actor\nrelation met\nframe <actor> meet\nframe <actor> <actor>\n");
  f->set.files.items[0]->is_shipped = true;
  f->set.is_trusting = true;
  akt_rules_check(&f->arena, &f->diags, &f->set);
  assert_int_equal(count_code(f, AKT_CODE_FRAME_WITHOUT_ENDS), 1);
  assert_int_equal(count_code(f, AKT_CODE_FRAME_WITHOUT_VERB), 1);
}

static void a_broken_file_is_checked_without_harm(void **state) {
  fixture *f = *state;
  parse(f, "kind\nclass a\nentity\nrelation\nframe <a\nfind x\ngovern a\nwithout\ntitle\n"
           "words x = (\nrelation a\nabove\nnot\nmatch\ntest\n --> \nuse ,\nrules\nforms\n"
           "heads a =\nnever\nrole\nentity a b\nrole\nalso\nwithout frame a\nfind a =\n");
  akt_rules_check(&f->arena, &f->diags, &f->set);
  assert_true(f->diags.errors > 10);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(names_are_resolved_with_the_nearest_known_one),
      AKT_TEST(one_name_space_for_everything),
      AKT_TEST(circles_are_told),
      AKT_TEST(options_have_known_names_and_values),
      AKT_TEST(habits_that_mean_something_else_are_told),
      AKT_TEST(entities_add_up_and_do_not_clash),
      AKT_TEST(frames_need_two_ends_and_a_verb),
      AKT_TEST(regexes_are_compiled_where_they_may_stand),
      AKT_TEST(the_caret_of_a_regex_error_is_inside_the_regex),
      AKT_TEST(without_must_take_something_back),
      AKT_TEST(patterns_taken_back_are_marked_unless_written_anew),
      AKT_TEST(what_is_idle_is_told_by_check_and_of_the_users_files),
      AKT_TEST(strict_makes_warnings_errors),
      AKT_TEST(a_later_file_may_change_the_looks_of_a_kind),
      AKT_TEST(sixty_four_kinds_are_fine_and_one_more_is_not),
      AKT_TEST(thousands_of_errors_are_told_without_looking_up_each_name),
      AKT_TEST(cost_grows_in_step_with_the_number_of_rules),
      AKT_TEST(shipped_packs_leave_nothing_to_tell),
      AKT_TEST(trust_leaves_doubts_of_shipped_packs_alone),
      AKT_TEST(trust_does_not_hide_errors),
      AKT_TEST(a_broken_file_is_checked_without_harm),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
