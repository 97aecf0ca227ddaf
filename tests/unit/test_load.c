// Finding and reading rule files: `use`, folders, and every way out of them.
#define _XOPEN_SOURCE 700

#include "rule_fixture.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];

static int make_folder(void **state) {
  set_up(state);
  strcpy(folder, "/tmp/akt-load-XXXXXX");
  return mkdtemp(folder) ? 0 : -1;
}

static void remove_folder(fixture *f, const char *path) {
  char **names;
  uint32_t count;
  akt_io_list(&f->arena, path, &names, &count);
  for (uint32_t i = 0; i < count; i++) {
    const char *entry = akt_arena_printf(&f->arena, "%s/%s", path, names[i]);
    struct stat info;
    if (lstat(entry, &info) == 0 && S_ISDIR(info.st_mode))
      remove_folder(f, entry);
    else
      unlink(entry);
  }
  rmdir(path);
}

static int clean_up(void **state) {
  remove_folder(*state, folder);
  return tear_down(state);
}

static const char *at(fixture *f, const char *name) {
  return akt_arena_printf(&f->arena, "%s/%s", folder, name);
}

static void put(fixture *f, const char *name, const char *text) {
  write_file(at(f, name), text);
}

static bool load(fixture *f, const char *name) {
  const char *path = *name ? at(f, name) : folder;
  akt_load_options options = {.paths = &path, .path_count = 1};
  return akt_rules_load_files(&f->arena, &f->diags, &options, &f->set);
}

static const char *order(fixture *f) {
  akt_buf out;
  akt_buf_init(&out, &f->arena);
  for (uint32_t i = 0; i < f->set.files.count; i++)
    akt_buf_printf(&out, "%s ", f->set.files.items[i]->pack);
  return akt_buf_text(&out);
}

static void used_files_come_first_and_once(void **state) {
  fixture *f = *state;
  put(f, "a.akt", "use b, c.akt\nkind a\n");
  put(f, "b.akt", "use c\nkind b\n");
  put(f, "c.akt", "kind c\n");
  assert_true(load(f, "a.akt"));
  assert_int_equal(f->diags.items.count, 0);
  assert_string_equal(order(f), "c b a ");
}

static void a_folder_gives_its_akt_files_in_order(void **state) {
  fixture *f = *state;
  put(f, "b.akt", "kind b\n");
  put(f, "a.akt", "use b\nkind a\n");
  put(f, ".hidden.akt", "nonsense\n");
  put(f, "notes.txt", "nonsense\n");
  assert_true(load(f, ""));
  assert_int_equal(f->diags.items.count, 0);
  assert_string_equal(order(f), "b a ");
}

static void packs_are_looked_for_beside_then_in_folders_then_shipped(void **state) {
  fixture *f = *state;
  mkdir(at(f, "mine"), 0755);
  mkdir(at(f, "shipped"), 0755);
  put(f, "a.akt", "use x, y, z\n");
  put(f, "x.akt", "kind beside\n");
  put(f, "mine/x.akt", "kind mine\n");
  put(f, "mine/y.akt", "kind mine-y\n");
  put(f, "shipped/y.akt", "kind shipped\n");
  put(f, "shipped/z.akt", "kind shipped-z\n");
  put(f, "shipped/default.akt", "kind default\n");
  const char *paths[] = {at(f, "a.akt"), at(f, "mine")};
  akt_load_options options = {
      .paths = paths, .path_count = 2, .shipped_dir = at(f, "shipped"), .has_defaults = true};
  assert_true(akt_rules_load_files(&f->arena, &f->diags, &options, &f->set));
  assert_int_equal(f->diags.errors, 0);
  assert_string_equal(order(f), "default x y z a x ");
  assert_true(f->set.files.items[0]->is_shipped);
  assert_string_equal(f->set.files.items[1]->path, at(f, "x.akt"));
  assert_string_equal(f->set.files.items[2]->path, at(f, "mine/y.akt"));
  assert_false(f->set.files.items[2]->is_shipped);
  assert_true(f->set.files.items[3]->is_shipped);
}

static void a_circle_is_told_with_its_chain(void **state) {
  fixture *f = *state;
  put(f, "a.akt", "use b\nkind a\n");
  put(f, "b.akt", "use c\nkind b\n");
  put(f, "c.akt", "use b\nkind c\n");
  load(f, "a.akt");
  assert_int_equal(count_code(f, AKT_CODE_USE_CYCLE), 1);
  assert_non_null(strstr(rendered(f, false), "b uses c uses b"));
  assert_int_equal(f->set.files.count, 3);
}

static void a_file_that_uses_itself_is_a_circle(void **state) {
  fixture *f = *state;
  put(f, "a.akt", "use a\nkind a\n");
  load(f, "a.akt");
  assert_int_equal(count_code(f, AKT_CODE_USE_CYCLE), 1);
}

static void an_unknown_pack_names_the_nearest(void **state) {
  fixture *f = *state;
  put(f, "a.akt", "use contries\nkind a\n");
  put(f, "countries.akt", "kind b\n");
  load(f, "a.akt");
  assert_int_equal(count_code(f, AKT_CODE_USE_UNKNOWN), 1);
  assert_non_null(strstr(rendered(f, false), "did you mean `countries`?"));
}

static void no_path_leads_out_of_the_folder(void **state) {
  fixture *f = *state;
  mkdir(at(f, "in"), 0755);
  put(f, "secret.akt", "kind secret\n");
  put(f, "in/a.akt",
      "use ../secret, /etc/passwd, ~/x, x/../../secret, link, sub/b, ..\nkind a\n");
  assert_int_equal(symlink("../secret.akt", at(f, "in/link.akt")), 0);
  mkdir(at(f, "in/sub"), 0755);
  put(f, "in/sub/b.akt", "kind b\n");
  load(f, "in/a.akt");
  assert_int_equal(count_code(f, AKT_CODE_USE_OUTSIDE), 6);
  assert_int_equal(f->diags.errors, 6);
  assert_string_equal(order(f), "b a ");
  assert_null(strstr(rendered(f, false), "kind secret"));
}

static void a_link_inside_the_folder_is_fine(void **state) {
  fixture *f = *state;
  put(f, "real.akt", "kind a\n");
  assert_int_equal(symlink("real.akt", at(f, "link.akt")), 0);
  put(f, "a.akt", "use link, real\nkind b\n");
  load(f, "a.akt");
  assert_int_equal(f->diags.items.count, 0);
  assert_int_equal(f->set.files.count, 2);
}

static void what_cannot_be_read_is_told(void **state) {
  fixture *f = *state;
  assert_false(load(f, "no.akt"));
  assert_int_equal(count_code(f, AKT_CODE_FILE_UNREADABLE), 1);
  mkdir(at(f, "empty"), 0755);
  assert_false(load(f, "empty"));
  assert_int_equal(count_code(f, AKT_CODE_FOLDER_EMPTY), 1);
  mkdir(at(f, "d.akt"), 0755);
  put(f, "a.akt", "use d\nkind a\n");
  load(f, "a.akt");
  assert_int_equal(count_code(f, AKT_CODE_FILE_IS_FOLDER), 1);
  const char *text = rendered(f, false);
  assert_non_null(strstr(text, "no.akt: error[E0001]"));
}

static void deep_nesting_ends_in_a_limit(void **state) {
  fixture *f = *state;
  for (int i = 0; i < 1000; i++)
    put(f, akt_arena_printf(&f->arena, "p%d.akt", i),
        akt_arena_printf(&f->arena, "use p%d\nkind k%d\n", i + 1, i));
  put(f, "p1000.akt", "kind last\n");
  load(f, "p0.akt");
  assert_int_equal(count_code(f, AKT_CODE_USE_TOO_DEEP), 1);
  assert_int_equal(f->diags.errors, 1);
}

static void a_byte_order_mark_does_not_move_the_columns(void **state) {
  fixture *f = *state;
  put(f, "a.akt", "\xEF\xBB\xBFkidn a\r\nkind B\r\n");
  load(f, "a.akt");
  const char *text = rendered(f, false);
  assert_non_null(strstr(text, "a.akt:1:1: error[E0101]"));
  assert_non_null(strstr(text, "a.akt:2:6: error[E0107]"));
}

static void ten_megabytes_in_a_line_are_a_limit(void **state) {
  fixture *f = *state;
  size_t size = 10 << 20;
  char *text = akt_arena_zalloc(&f->arena, size + 1);
  memset(text, 'a', size);
  put(f, "a.akt", text);
  load(f, "a.akt");
  assert_int_equal(count_code(f, AKT_CODE_LINE_TOO_LONG), 1);
  assert_true(strlen(rendered(f, false)) < 1000);
}

// Shipped packs that are trusted, and the same read in full.
static akt_ast_set shipped(fixture *f, const char *shipped_dir, bool is_trusting) {
  akt_load_options options = {
      .shipped_dir = shipped_dir, .has_defaults = true, .is_trusting = is_trusting};
  akt_ast_set set;
  akt_rules_load_files(&f->arena, &f->diags, &options, &set);
  return set;
}

static void count_statements(const akt_stmts *stmts, uint32_t *tests, uint32_t *others) {
  for (uint32_t i = 0; i < stmts->count; i++) {
    *(stmts->items[i]->kind_of == AKT_STMT_TEST ? tests : others) += 1;
    count_statements(&stmts->items[i]->children, tests, others);
  }
}

static void a_trusted_pack_says_the_same_without_its_tests(void **state) {
  fixture *f = *state;
  akt_ast_set full = shipped(f, AKT_SOURCE_DIR "/rules", false);
  akt_ast_set trusted = shipped(f, AKT_SOURCE_DIR "/rules", true);
  assert_int_equal(f->diags.items.count, 0);
  assert_int_equal(full.files.count, trusted.files.count);
  for (uint32_t i = 0; i < full.files.count; i++) {
    uint32_t tests = 0, others = 0, trusted_tests = 0, trusted_others = 0;
    count_statements(&full.files.items[i]->statements, &tests, &others);
    count_statements(&trusted.files.items[i]->statements, &trusted_tests, &trusted_others);
    assert_string_equal(full.files.items[i]->pack, trusted.files.items[i]->pack);
    assert_int_equal(others, trusted_others);
    assert_int_equal(trusted_tests, 0);
  }
}

static void a_trusted_test_ends_where_a_rule_begins(void **state) {
  fixture *f = *state;
  put(f, "default.akt",
      "relation met\n"
      "  test \"A met B.\",\n"
      "       \"B met A.\"\n"
      "    A --met--> B  # as written\n"
      "\n"
      "    role --met--> title\n"
      "  frame <any> meet <any>  # A --> B\n"
      "  test \"nothing\"\n"
      "    nonsense\n"
      "  frame <any> see <any> as \"-->\"\n"
      "  test \"A saw B.\"\n"
      "kind last\n");
  akt_ast_set set = shipped(f, folder, true);
  assert_int_equal(f->diags.items.count, 0);
  uint32_t tests = 0, others = 0;
  count_statements(&set.files.items[0]->statements, &tests, &others);
  assert_int_equal(tests, 0);
  assert_int_equal(others, 4);
}

static void files_of_the_user_are_read_in_full_whomever_one_trusts(void **state) {
  fixture *f = *state;
  put(f, "a.akt", "relation met\n  test \"A met B.\"\n    nonsense\n");
  const char *path = at(f, "a.akt");
  akt_load_options options = {.paths = &path, .path_count = 1, .is_trusting = true};
  akt_rules_load_files(&f->arena, &f->diags, &options, &f->set);
  assert_int_equal(f->diags.errors, 1);
}

int main(void) {
#define LOAD_TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, clean_up)
  const struct CMUnitTest tests[] = {
      LOAD_TEST(used_files_come_first_and_once),
      LOAD_TEST(a_folder_gives_its_akt_files_in_order),
      LOAD_TEST(packs_are_looked_for_beside_then_in_folders_then_shipped),
      LOAD_TEST(a_circle_is_told_with_its_chain),
      LOAD_TEST(a_file_that_uses_itself_is_a_circle),
      LOAD_TEST(an_unknown_pack_names_the_nearest),
      LOAD_TEST(no_path_leads_out_of_the_folder),
      LOAD_TEST(a_link_inside_the_folder_is_fine),
      LOAD_TEST(what_cannot_be_read_is_told),
      LOAD_TEST(deep_nesting_ends_in_a_limit),
      LOAD_TEST(a_byte_order_mark_does_not_move_the_columns),
      LOAD_TEST(ten_megabytes_in_a_line_are_a_limit),
      LOAD_TEST(a_trusted_pack_says_the_same_without_its_tests),
      LOAD_TEST(a_trusted_test_ends_where_a_rule_begins),
      LOAD_TEST(files_of_the_user_are_read_in_full_whomever_one_trusts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
