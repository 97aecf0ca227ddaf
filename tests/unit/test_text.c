// Texts cut into sentences and tokens, and words folded to one spelling.
#include "test.h"
#include "text/fold.h"
#include "text/text.h"

typedef struct fixture {
  akt_guard guard;
  akt_arena arena;
  akt_map abbreviations;
} fixture;

static int set_up(void **state) {
  static fixture f;
  akt_guard_init(&f.guard, 0);
  akt_arena_init(&f.arena, &f.guard);
  akt_map_init(&f.abbreviations, &f.arena);
  static const char *const words[] = {"mr", "gen", "dr", "sept"};
  for (uint32_t i = 0; i < sizeof words / sizeof *words; i++)
    akt_map_add(&f.abbreviations, akt_span_of(words[i]), i);
  *state = &f;
  return 0;
}

static int tear_down(void **state) {
  fixture *f = *state;
  akt_arena_free(&f->arena);
  return 0;
}

static akt_text cut(fixture *f, akt_span bytes) {
  akt_text_hints hints = {.abbreviations = &f->abbreviations};
  akt_text text;
  akt_text_cut(&f->arena, bytes, &hints, &text);
  return text;
}

// "0:First one. 0:Second one. 1:New paragraph."
static const char *sentences_of(fixture *f, const char *text) {
  akt_text out = cut(f, akt_span_of(text));
  akt_buf buf;
  akt_buf_init(&buf, &f->arena);
  for (uint32_t i = 0; i < out.sentences.count; i++) {
    const akt_sentence *s = &out.sentences.items[i];
    akt_buf_printf(&buf, "%s%u:%.*s", i ? " " : "", s->paragraph, (int)(s->end - s->start),
                   text + s->start);
  }
  return akt_buf_text(&buf);
}

// One letter a kind before each token: "wIran p's".
static const char *tokens_of(fixture *f, const char *text) {
  static const char letters[] = "wnp,.q()-:o";
  akt_text out = {0};
  akt_text_tokenise(&f->arena, akt_span_of(text), &out);
  akt_buf buf;
  akt_buf_init(&buf, &f->arena);
  for (uint32_t i = 0; i < out.tokens.count; i++) {
    akt_span token = akt_token_text(&out, i);
    akt_buf_printf(&buf, "%s%c%.*s", i ? " " : "", letters[out.tokens.items[i].kind],
                   (int)token.len, token.ptr);
  }
  return akt_buf_text(&buf);
}

typedef struct row {
  const char *text;
  const char *want;
} row;

static void check_rows(fixture *f, const char *(*made)(fixture *, const char *),
                       const row *rows, size_t count) {
  for (size_t i = 0; i < count; i++)
    assert_string_equal(made(f, rows[i].text), rows[i].want);
}
#define CHECK(state, made, rows) check_rows(*(state), made, rows, sizeof rows / sizeof *rows)

// ---- sentences

static void full_stops_end_sentences(void **state) {
  static const row rows[] = {
      {"Peru met Chile. Kenya left.", "0:Peru met Chile. 0:Kenya left."},
      {"Who left? Nobody! Peru stayed.", "0:Who left? 0:Nobody! 0:Peru stayed."},
      {"It rose 2.5 per cent. Then it fell.", "0:It rose 2.5 per cent. 0:Then it fell."},
      {"Peru waited \xe2\x80\xa6 Kenya did not.",
       "0:Peru waited \xe2\x80\xa6 0:Kenya did not."},
      {"See example.com for more. Kenya left.", "0:See example.com for more. 0:Kenya left."},
      {"", ""},
      {" \n \n", ""},
  };
  CHECK(state, sentences_of, rows);
}

static void abbreviations_and_initials_end_none(void **state) {
  static const row rows[] = {
      {"Mr. Diaz met Gen. Rojas.", "0:Mr. Diaz met Gen. Rojas."},
      {"S. Rojas met J. K. Diaz.", "0:S. Rojas met J. K. Diaz."},
      {"The U.S. Senate voted.", "0:The U.S. Senate voted."},
      {"He left the U.S. The envoy stayed.", "0:He left the U.S. 0:The envoy stayed."},
      {"It was founded by Acme Co. in Lima.", "0:It was founded by Acme Co. in Lima."},
      {"On Sept. 4 Kenya left.", "0:On Sept. 4 Kenya left."},
  };
  CHECK(state, sentences_of, rows);
}

static void quotation_marks_stay_with_their_sentence(void **state) {
  static const row rows[] = {
      {"\xe2\x80\x9cWe will go.\xe2\x80\x9d Kenya left.",
       "0:\xe2\x80\x9cWe will go.\xe2\x80\x9d 0:Kenya left."},
      {"\"We will go.\" Kenya left.", "0:\"We will go.\" 0:Kenya left."},
      {"Kenya left (it said so.) Peru stayed.", "0:Kenya left (it said so.) 0:Peru stayed."},
  };
  CHECK(state, sentences_of, rows);
  fixture *f = *state;
  akt_text text = cut(f, AKT_SPAN("\xe2\x80\x9cWe go. We stay.\xe2\x80\x9d Kenya left."));
  assert_int_equal(text.sentences.count, 3);
  assert_false(text.sentences.items[0].is_in_quote);
  assert_true(text.sentences.items[1].is_in_quote);
  assert_false(text.sentences.items[2].is_in_quote);
}

static void blank_lines_end_paragraphs_whatever_ends_the_lines(void **state) {
  static const row rows[] = {
      {"Peru Meets Chile\n\nKenya left.", "0:Peru Meets Chile 1:Kenya left."},
      {"Peru Meets Chile\r\n\r\nKenya left.\r\n", "0:Peru Meets Chile 1:Kenya left."},
      {"Short line\nNext line.", "0:Short line 1:Next line."},
      {"The envoys of both countries met for three hours in the old harbour\n"
       "and left. Kenya stayed.",
       "0:The envoys of both countries met for three hours in the old harbour\n"
       "and left. 0:Kenya stayed."},
  };
  CHECK(state, sentences_of, rows);
}

static void a_line_of_capitals_is_a_headline(void **state) {
  akt_text text = cut(*state, AKT_SPAN("Harbour Union Warns Peru Over Tolls\n\nKenya left."));
  assert_int_equal(text.sentences.count, 2);
  assert_true(text.sentences.items[0].is_headline);
  assert_false(text.sentences.items[1].is_headline);
}

static void endless_sentences_are_cut(void **state) {
  fixture *f = *state;
  akt_buf buf;
  akt_buf_init(&buf, &f->arena);
  for (int i = 0; i < 5000; i++)
    akt_buf_puts(&buf, "word ");
  akt_text text = cut(f, (akt_span){buf.ptr, buf.len});
  assert_int_equal(text.tokens.count, 5000);
  assert_true(text.sentences.count >= 5000 / 700);
  uint32_t next = 0; // no token is lost or read twice
  for (uint32_t i = 0; i < text.sentences.count; i++) {
    assert_int_equal(text.sentences.items[i].first, next);
    next = text.sentences.items[i].last;
  }
  assert_int_equal(next, 5000);
}

// ---- tokens

static void clitics_are_tokens_of_their_own(void **state) {
  static const row rows[] = {
      {"Iran's", "wIran p's"},
      {"Iran\xe2\x80\x99s", "wIran p\xe2\x80\x99s"},
      {"didn't", "wdid wn't"},
      {"didn\xe2\x80\x99t", "wdid wn\xe2\x80\x99t"},
      {"they'll", "wthey w'll"},
      {"ministers' talks", "wministers p' wtalks"},
      {"'ministers'", "q' wministers q'"},
      {"O'Brien", "wO'Brien"},
  };
  CHECK(state, tokens_of, rows);
}

static void words_keep_their_inner_marks(void **state) {
  static const row rows[] = {
      {"Lashkar-e-Taiba", "wLashkar-e-Taiba"},
      {"U.S.", "wU.S."},
      {"U.S.-led", "wU.S.-led"},
      {"U.S.-China talks", "wU.S.-China wtalks"},
      {"U.S.-South Korea", "wU.S. -- wSouth wKorea"},
      {"J.Smith", "wJ. wSmith"},
      {"Zürich, São", "wZürich ,, wSão"},
      {"@amamensah #lima", "w@amamensah w#lima"},
      {"end.Next", "wend .. wNext"},
  };
  CHECK(state, tokens_of, rows);
}

static void numbers_and_marks_have_their_kinds(void **state) {
  static const row rows[] = {
      {"1,200.5 and 26th", "n1,200.5 wand w26th"}, {"27-member", "w27-member"},
      {"10:30 (sharp)", "n10:30 (( wsharp ))"},    {"a -- b - c", "wa --- wb -- wc"},
      {"wait... now?!", "wwait .... wnow .? .!"},  {"so: 5%", "wso :: n5 o%"},
  };
  CHECK(state, tokens_of, rows);
}

static void tokens_know_their_capitals_and_blanks(void **state) {
  fixture *f = *state;
  akt_text text = {0};
  akt_text_tokenise(&f->arena, AKT_SPAN("NATO met\xc2\xa0\xc3\x89ric's dog"), &text);
  assert_int_equal(text.tokens.count, 5);
  assert_true(text.tokens.items[0].is_all_caps);
  assert_false(text.tokens.items[1].is_capital);
  assert_true(text.tokens.items[2].is_capital);
  assert_false(text.tokens.items[2].is_all_caps);
  assert_true(text.tokens.items[2].has_space);
  assert_false(text.tokens.items[3].has_space);
}

// Any bytes that are valid UTF-8: tokens lie in the text, in order.
static void tokens_never_overlap(void **state) {
  fixture *f = *state;
  static const char *const parts[] = {
      "a", "'", "s", ".",    "-",  " ", "\n", "\"", "\xc3\xa9", "1", "\xe2\x80\x99",
      ",", "@", "(", "U.S.", "n't"};
  uint32_t seed = 1;
  for (int round = 0; round < 2000; round++) {
    akt_buf buf;
    akt_buf_init(&buf, &f->arena);
    for (int i = 0; i < 30; i++) {
      seed = seed * 1664525u + 1013904223u;
      const char *part = parts[(seed >> 16) % (sizeof parts / sizeof *parts)];
      akt_buf_puts(&buf, part);
    }
    akt_text text = cut(f, (akt_span){akt_buf_text(&buf), buf.len});
    uint32_t at = 0;
    for (uint32_t i = 0; i < text.tokens.count; i++) {
      const akt_token *t = &text.tokens.items[i];
      assert_true(t->start >= at && t->end > t->start && t->end <= buf.len);
      at = t->end;
    }
    akt_arena_reset(&f->arena);
    akt_map_init(&f->abbreviations, &f->arena);
  }
}

// ---- folding

static void spellings_of_a_word_fold_to_one(void **state) {
  (void)state;
  assert_true(akt_same_word("U.S.", "u.s"));
  assert_true(akt_same_word("S\xc3\xa3o", "sao"));
  assert_true(akt_same_word("O\xe2\x80\x99"
                            "Brien",
                            "o'brien"));
  assert_true(akt_same_word("Stra\xc3\x9f"
                            "e",
                            "STRASSE"));
  assert_true(akt_same_word("co\xe2\x80\x91op", "co-op"));
  assert_false(akt_same_word("Peru", "Perus"));
  assert_false(akt_same_word("", ""));
}

static void a_word_beyond_the_limit_folds_to_nothing(void **state) {
  (void)state;
  char word[AKT_FOLD_MAX + 2], out[AKT_FOLD_MAX];
  memset(word, 'A', sizeof word);
  assert_int_equal(akt_fold((akt_span){word, AKT_FOLD_MAX}, out), AKT_FOLD_MAX);
  assert_int_equal(out[AKT_FOLD_MAX - 1], 'a');
  assert_int_equal(akt_fold((akt_span){word, AKT_FOLD_MAX + 1}, out), 0);
  for (size_t i = 0; i + 1 < sizeof word; i += 2)
    memcpy(word + i, "\xc3\xa9", 2);
  size_t len = akt_fold((akt_span){word, AKT_FOLD_MAX}, out);
  assert_true(len <= AKT_FOLD_MAX);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(full_stops_end_sentences),
      AKT_TEST(abbreviations_and_initials_end_none),
      AKT_TEST(quotation_marks_stay_with_their_sentence),
      AKT_TEST(blank_lines_end_paragraphs_whatever_ends_the_lines),
      AKT_TEST(a_line_of_capitals_is_a_headline),
      AKT_TEST(endless_sentences_are_cut),
      AKT_TEST(clitics_are_tokens_of_their_own),
      AKT_TEST(words_keep_their_inner_marks),
      AKT_TEST(numbers_and_marks_have_their_kinds),
      AKT_TEST(tokens_know_their_capitals_and_blanks),
      AKT_TEST(tokens_never_overlap),
      AKT_TEST(spellings_of_a_word_fold_to_one),
      AKT_TEST(a_word_beyond_the_limit_folds_to_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
