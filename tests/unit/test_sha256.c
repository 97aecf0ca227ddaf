// SHA-256 with the examples of FIPS 180-4, in base64 as a browser's policy takes it.
#include "arena_fixture.h"

#include "draw/sha256.h"

static void expect(akt_span bytes, const char *base64) {
  assert_string_equal(akt_sha256_base64(&scratch.arena, bytes), base64);
}

static void texts_of_one_block(void **state) {
  (void)state;
  expect(akt_span_of(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  expect(akt_span_of("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

static void a_text_whose_padding_needs_a_second_block(void **state) {
  (void)state;
  expect(akt_span_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
         "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=");
}

static void a_text_of_two_blocks(void **state) {
  (void)state;
  expect(akt_span_of("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
                     "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"),
         "z1sWp3ivg4ADbOWeewSSNwskmxHo8HpRr6xFA3r+6dE=");
}

static void a_million_letters(void **state) {
  (void)state;
  enum { MILLION = 1000000 };
  char *letters = akt_arena_alloc(&scratch.arena, MILLION);
  memset(letters, 'a', MILLION);
  expect((akt_span){letters, MILLION}, "zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA=");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      AKT_TEST(texts_of_one_block),
      AKT_TEST(a_text_whose_padding_needs_a_second_block),
      AKT_TEST(a_text_of_two_blocks),
      AKT_TEST(a_million_letters),
  };
  return cmocka_run_group_tests_name("sha256", tests, NULL, NULL);
}
