// Shadowed frames: which are told, where the caret stands, and which are left alone since
// they are taken after all.
#include "rule_fixture.h"

static const char prelude[] = "kind country\n"
                              "kind person\n"
                              "kind official is person\n"
                              "kind event\n"
                              "class actor = country, person\n"
                              "class named = country, person, event\n"
                              "words talks = talk, call\n"
                              "words english-preposition = with, to, on, for, between, of\n"
                              "words english-particle = out, up, down\n"
                              "words english-determiner = a, the\n";

typedef struct row {
  const char *text;
  uint32_t line;    // of the shadowed one, 0: none is
  const char *part; // of what is told
} row;

static void run_rows(const row *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    void *own = NULL;
    set_up(&own);
    fixture *f = own;
    f->set.is_check = true;
    parse(f, prelude);
    parse(f, rows[i].text);
    akt_rules_check(&f->arena, &f->diags, &f->set);
    uint32_t found = 0, line = 0;
    for (uint32_t k = 0; k < f->diags.items.count; k++) {
      const akt_diag *diag = &f->diags.items.items[k];
      if (diag->code != AKT_CODE_FRAME_SHADOWED)
        continue;
      found++;
      line = akt_source_line(&f->arena, &f->diags.sources.items[1], diag->loc.start) + 1;
    }
    const char *shown = rendered(f, false);
    bool is_fine = rows[i].line ? found == 1 && line == rows[i].line : found == 0;
    if (!is_fine || (rows[i].part && !strstr(shown, rows[i].part)))
      fail_msg("%s\ngives\n%s", rows[i].text, shown);
    akt_arena_free(&f->arena);
  }
}
#define RUN(rows) run_rows(rows, sizeof(rows) / sizeof *(rows))

static void the_same_frame_twice(void **state) {
  (void)state;
  static const row rows[] = {
      {"relation a\n frame <actor> meet <actor>\n frame <actor> meet <actor>", 3,
       "note: test.akt:2:2: the other one is here, and it wins"},
      {"relation a\n frame <actor> (see|meet) <actor>\n frame <actor> meet <actor>", 3, NULL},
      {"relation a\n frame <actor> meet <actor>\n frame <actor> (see|meet) <actor>", 2,
       "adds nothing"},
      {"relation a\n frame <actor> see <actor>\n frame <actor> meet <actor>\n"
       " frame <actor> (see|meet) <actor>\n",
       4, NULL},
      {"relation a\n frame <actor> pull out of <actor>\n frame <actor> (pull out) of <actor>",
       3, NULL},
      {"relation a\n noun <talks> between <actor> and <actor>\n noun talk between <actor> and "
       "<actor>",
       0, NULL},
      {"relation a\n noun <actor> <talks> with <actor>\n noun <actor> <talks> with <actor>", 3,
       "noun frame"},
      {"relation a\n match <actor> m{rang} <actor>\n match <actor> m{rang} <actor>", 3,
       "this match line already"},
      {"relation a\n match <actor> m{rang} <actor>\nrelation b\n match <actor> m{rang} <actor>",
       0, NULL},
  };
  RUN(rows);
}

static void slots_for_fewer_kinds(void **state) {
  (void)state;
  static const row rows[] = {
      {"relation a\n frame <actor> zap <actor>\n frame <country> zap <country>", 3,
       "write it before the other one"},
      {"relation a\n frame <country> zap <country>\n frame <actor> zap <actor>", 0, NULL},
      {"relation a\n frame <person> zap <person>\n frame <official> zap <person>", 3, NULL},
      {"relation a\n frame <official> zap <person>\n frame <person> zap <person>", 0, NULL},
      {"relation a\n frame <actor> zap <thing>\n frame <actor> zap <actor>", 3, NULL},
      {"relation a\n frame <actor> zap <any>\n frame <actor> zap <thing>", 0, NULL},
      {"relation a\n frame <actor> zap <country>\n frame <country> zap <actor>", 0, NULL},
      {"relation a\n frame <actor> zap <actor>\nrelation b\n frame <country> zap <country>", 4,
       "a line `above a` in this relation lets this one win"},
      {"relation a\n frame <actor> zap <actor>\n frame <target:actor> zap <source:actor>", 0,
       NULL},
      {"relation a\n frame <actor> zap <actor>\n frame <actor> zap <country> on <note:thing>",
       0, NULL},
      {"relation a\n frame <actor> make <talks> with <actor>\n"
       " frame <actor> make a <talks> with <country>",
       3, NULL},
      {"relation a\n frame <actor> order (arrest|detention) of <actor>\n"
       " frame <actor> order detention of <actor>",
       0, NULL}, // ordered the arrest and detention of Peru
      {"relation a\n frame <actor> zap (with|to) <actor>\n frame <actor> zap to <actor>", 0,
       NULL}, // Peru zapped with gusto to Chile
      {"relation a\n frame <actor> zap (with|to) <actor>\n frame <actor> zap (to|with) "
       "<country>",
       3, NULL},
      {"relation a\n frame <actor> zap (with|to) <note:action>\n"
       " frame <actor> zap to <note:action>",
       0, NULL},
      {"relation a\n frame <target:actor> win <talks> from <source:actor>\n"
       " frame <target:actor> win <talks> from <source:country>",
       0, NULL},
      {"relation a\n noun <talks> (between|of) <actor>\n noun <talks> of <actor>", 0, NULL},
  };
  RUN(rows);
}

static void what_may_be_missing(void **state) {
  (void)state;
  static const row rows[] = {
      {"relation a\n frame <actor> zap [down] on <actor>\n frame <actor> zap on <actor>", 3,
       NULL},
      {"relation a\n frame <actor> zap [down] on <actor>\n frame <actor> zap down on <actor>",
       3, NULL},
      {"relation a\n frame <actor> zap on <actor>\n frame <actor> zap [down] on <actor>", 2,
       "adds nothing"},
      {"relation a\n frame <actor> zap on <actor> as \"x\"\n frame <actor> zap [down] on "
       "<actor>",
       0, NULL},
      {"relation a\n frame <actor> zap on <actor>\n frame <actor> zap down on <actor>", 0,
       NULL},
      {"relation a\n frame <actor> zap <actor> [on <note:thing>]\n frame <actor> zap <actor>",
       3, NULL},
      {"relation a\n frame <actor> zap <actor>\n frame <actor> zap <actor> [on <note:thing>]",
       2, "adds nothing"},
      // In the passive what stands first undergoes it: "Peru was zapped by Chile".
      {"relation a\n frame <actor> zap [hard] <actor>\n frame <actor> zap <actor>", 0, NULL},
      {"relation a\n frame <actor> zap [hard] <actor>\n frame <actor> zap <actor>, no-passive",
       3, NULL},
      // A phrase may stand anywhere, and leaves no place for what follows.
      {"relation a\n frame <actor> zap [for <note:thing>] on <actor>\n frame <actor> zap on "
       "<actor>",
       0, NULL},
  };
  RUN(rows);
}

static void options_that_read_less(void **state) {
  (void)state;
  static const row rows[] = {
      {"relation a\n frame <actor> zap <actor>, no-passive\n frame <country> zap <country>", 0,
       NULL},
      {"relation a\n frame <actor> zap <actor>\n frame <country> zap <country>, no-passive", 3,
       NULL},
      {"relation a\n frame <actor> zap <actor>, no-relative\n frame <country> zap <country>", 0,
       NULL},
      {"relation a\n frame <actor> zap <actor>, no-list\n frame <actor> zap <actor>", 0, NULL},
      {"relation a\n frame <actor> zap <actor>, otherwise\n frame <actor> zap <actor>", 0,
       NULL},
      {"relation a\n frame <actor> zap <actor>\n frame <country> zap <country>, mutual", 0,
       NULL},
      {"relation a, mutual\n frame <actor> zap <actor>\nrelation b\n frame <country> zap "
       "<country>",
       4, NULL},
  };
  RUN(rows);
}

static void relations_above_others(void **state) {
  (void)state;
  static const row rows[] = {
      {"relation a\n frame <actor> zap <actor>\nrelation b\n above a\n frame <country> zap "
       "<country>",
       0, NULL},
      {"relation a\n frame <country> zap <country>\nrelation b\n above a\n frame <actor> zap "
       "<actor>",
       2, "its relation stands above"},
      {"relation a\n frame <actor> zap <actor>\nrelation b\n above a\n frame <actor> zap "
       "<actor>",
       2, "take this one out, or the `above a` there"},
      {"relation c\n frame <actor> meet <actor>\nrelation a\n frame <actor> zap <actor>\n"
       "relation b\n above c\n frame <country> zap <country>",
       7, NULL},
      // Where c has taken the place of x, b may beat it, which a has not.
      {"relation x\n frame <actor> zap <person>\nrelation c\n above x\n frame <person> zap "
       "<event>\nrelation a\n frame <actor> zap <actor>\nrelation b\n frame <country> zap "
       "<country>",
       0, NULL},
  };
  RUN(rows);
}

static void lines_that_forbid(void **state) {
  (void)state;
  static const row rows[] = {
      {"relation a\n frame <actor> zap <actor>\n not <country> zap <country>", 3,
       "this line forbids nothing"},
      {"relation a\n not <country> zap <country>\n frame <actor> zap <actor>", 0, NULL},
      {"relation a\n frame <actor> zap <actor>\nnever <actor> zap <country>", 3,
       "this line forbids nothing"},
      {"relation a\n frame <actor> zap <actor>\n not <actor> zap <country> with <thing>", 0,
       NULL},
      {"never <actor> zap <actor>\nrelation a\n frame <actor> zap <actor>", 0, NULL},
  };
  RUN(rows);
}

static void lines_that_are_taken_back(void **state) {
  (void)state;
  static const row rows[] = {
      {"relation a\n frame <actor> zap <actor>\nwithout frame a <actor> zap <actor>\n"
       "relation a\n frame <country> zap <country>",
       0, NULL},
      {"relation a\n frame <actor> zap <actor>\nwithout relation a\nrelation b\n"
       " frame <country> zap <country>",
       0, NULL},
  };
  RUN(rows);
}

// Shipped lines stand first, the user's own go first.
static const char *told_of_packs(fixture *f, const char *shipped, const char *own) {
  f->set.is_check = true;
  parse(f, prelude)->is_shipped = true;
  parse(f, shipped)->is_shipped = true;
  parse(f, own)->is_own = true;
  akt_rules_check(&f->arena, &f->diags, &f->set);
  return rendered(f, false);
}

static void own_lines_and_shipped_ones(void **state) {
  (void)state;
  static const struct {
    const char *shipped, *own, *part; // part NULL: nothing is told
  } rows[] = {
      {"relation a\n frame <country> zap <country>", "relation b\n frame <actor> zap <actor>",
       "without frame a <country> zap <country>"},
      {"relation a\n frame <country> zap <country>",
       "without frame a <country> zap <country>\nrelation b\n frame <actor> zap <actor>", NULL},
      {"relation a\n frame <actor> zap <actor>", "relation b\n frame <country> zap <country>",
       NULL},
      {"relation a\n frame <actor> (zap|zip) <actor>", "relation b\n frame <actor> zap <actor>",
       NULL},
      {"relation a\n frame <actor> zap <actor>", "relation a\n frame <actor> zap <actor>",
       "this frame adds nothing: a shipped line of `a`"},
      {"relation a\n frame <actor> zap <actor>",
       "relation a\n frame <actor> zap <actor> as \"zapped hard\"", "your own line is here"},
      {"relation a\nrelation c\n above a\n frame <actor> zap <actor>",
       "relation a\n frame <country> zap <country>", "its relation stands above"},
      {"relation a\n frame <actor> zap <actor>\n frame <actor> zap <actor>", "relation b\n",
       NULL},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    void *own = NULL;
    set_up(&own);
    fixture *f = own;
    const char *shown = told_of_packs(f, rows[i].shipped, rows[i].own);
    uint32_t count = count_code(f, AKT_CODE_FRAME_SHADOWED);
    if (count != (rows[i].part != NULL) || (rows[i].part && !strstr(shown, rows[i].part)))
      fail_msg("%s\nand\n%s\ngive\n%s", rows[i].shipped, rows[i].own, shown);
    akt_arena_free(&f->arena);
  }
}

// Memory stands for work: every frame is compared with those that share a word with it.
static size_t cost_of(uint32_t frames) {
  void *own = NULL;
  set_up(&own);
  fixture *f = own;
  f->set.is_check = true;
  akt_buf text;
  akt_buf_init(&text, &f->arena);
  akt_buf_puts(&text, "kind person\nrelation r\n");
  for (uint32_t i = 0; i < frames; i++)
    akt_buf_printf(&text, "  frame <person> give noun%u to <person>\n", i);
  parse(f, akt_buf_text(&text));
  size_t before = f->guard.used_bytes;
  akt_rules_check(&f->arena, &f->diags, &f->set);
  assert_int_equal(count_code(f, AKT_CODE_FRAME_SHADOWED), 0);
  size_t cost = f->guard.used_bytes - before;
  akt_arena_free(&f->arena);
  return cost;
}

static void the_work_grows_with_the_number_of_frames(void **state) {
  (void)state;
  size_t few = cost_of(5000), many = cost_of(50000);
  assert_true(many < 14 * few);
}

static void a_line_of_optional_words_does_not_run_away(void **state) {
  fixture *f = *state;
  f->set.is_check = true;
  akt_buf text;
  akt_buf_init(&text, &f->arena);
  akt_buf_puts(&text, "kind person\nrelation r\n  frame <person> zap to");
  for (int i = 0; i < 2000; i++)
    akt_buf_puts(&text, " [x]");
  akt_buf_puts(&text, " <person>\n  frame <person> zap to");
  for (int i = 0; i < 1000; i++)
    akt_buf_puts(&text, " x");
  akt_buf_puts(&text, " y <person>\n");
  parse(f, akt_buf_text(&text));
  akt_rules_check(&f->arena, &f->diags, &f->set);
  assert_int_equal(count_code(f, AKT_CODE_FRAME_SHADOWED), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_same_frame_twice),
      cmocka_unit_test(slots_for_fewer_kinds),
      cmocka_unit_test(what_may_be_missing),
      cmocka_unit_test(options_that_read_less),
      cmocka_unit_test(relations_above_others),
      cmocka_unit_test(lines_that_forbid),
      cmocka_unit_test(lines_that_are_taken_back),
      cmocka_unit_test(own_lines_and_shipped_ones),
      cmocka_unit_test(the_work_grows_with_the_number_of_frames),
      cmocka_unit_test_setup_teardown(a_line_of_optional_words_does_not_run_away, set_up,
                                      tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
