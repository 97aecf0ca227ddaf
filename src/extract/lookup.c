// Tokens to word numbers: the one pass over every word of the text.
#include "extract/reading.h"

#include "text/fold.h"

bool akt_unit_is_word(const akt_reading *r, uint32_t token, const char *folded) {
  uint32_t word = r->units.items[token].word;
  if (word != AKT_NONE)
    return akt_span_is(akt_intern_text(&r->rules->words_text, word), folded);
  akt_span text = akt_unit_text(r, token);
  size_t len = strlen(folded);
  if (text.len != len)
    return false;
  for (size_t i = 0; i < len; i++)
    if (akt_to_lower(text.ptr[i]) != folded[i])
      return false;
  return true;
}

// A word seen capitalised in mid-sentence is likely a name when it opens one.
static void note_capital(akt_reading *r, uint32_t token, akt_span folded) {
  const akt_token *t = &r->text.tokens.items[token];
  if (!t->is_capital)
    return;
  char *copy = akt_arena_copy(r->arena, folded.ptr, folded.len);
  akt_map_add(&r->capital_words, (akt_span){copy, folded.len}, token);
}

void akt_read_units(akt_reading *r) {
  uint32_t count = r->text.tokens.count;
  r->units.items = akt_arena_zalloc(r->arena, (count + 1) * sizeof *r->units.items);
  r->units.count = r->units.capacity = count;
  akt_map_init(&r->capital_words, r->arena);
  for (uint32_t s = 0; s < r->text.sentences.count; s++) {
    const akt_sentence *sentence = &r->text.sentences.items[s];
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
      akt_unit *unit = &r->units.items[i];
      char folded[AKT_FOLD_MAX];
      size_t len = akt_fold(akt_unit_text(r, i), folded);
      unit->word = len ? akt_ruleset_word(r->rules, (akt_span){folded, len}) : AKT_NONE;
      unit->atom = unit->lemma = AKT_NONE;
      unit->is_hedge = akt_unit_is(r, i, AKT_EN(HEDGE));
      if (i > sentence->first && !sentence->is_headline && len)
        note_capital(r, i, (akt_span){folded, len});
    }
  }
}
