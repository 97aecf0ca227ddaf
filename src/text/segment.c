// Paragraphs and sentences. A full stop ends a sentence unless it belongs to an
// abbreviation, an initial, or the next word goes on in lower case; a blank line
// always ends one, a line break does where the line looks finished.
#include "text/text.h"

#include "text/fold.h"
#include "text/token.h"

enum {
  SHORT_LINE = 60, // bytes: a shorter line is a headline or an item, not wrapped text
  LONGEST_SENTENCE =
      600, // tokens: longer ones are cut, so that no stage is ever quadratic in a document
};

typedef struct cutter {
  akt_arena *arena;
  akt_text *text;
  const akt_text_hints *hints;
  bool is_quote_open;
} cutter;

static bool is_abbreviation(const cutter *c, uint32_t token) {
  char folded[AKT_FOLD_MAX];
  size_t len = akt_fold(akt_token_text(c->text, token), folded);
  return c->hints && c->hints->abbreviations &&
         akt_map_get(c->hints->abbreviations, (akt_span){folded, len}) != AKT_NONE;
}

static const akt_token *token_at(const cutter *c, uint32_t i) {
  return &c->text->tokens.items[i];
}

// Whether what follows a stop looks like a new sentence.
static bool starts_sentence(const cutter *c, uint32_t i, uint32_t end) {
  while (i < end &&
         (token_at(c, i)->kind == AKT_TOKEN_QUOTE || token_at(c, i)->kind == AKT_TOKEN_OPEN ||
          token_at(c, i)->kind == AKT_TOKEN_CLOSE))
    i++;
  if (i >= end)
    return true;
  const akt_token *t = token_at(c, i);
  return t->is_capital || t->kind == AKT_TOKEN_NUMBER || t->kind == AKT_TOKEN_DASH ||
         c->text->bytes.ptr[t->start] == '@' || c->text->bytes.ptr[t->start] == '#';
}

// A word that carries its own stop ("U.S.") ends a sentence only before a word
// that is no part of a name; without a lexicon: before a short function word.
static bool ends_after_initials(const cutter *c, uint32_t i, uint32_t end) {
  if (i + 1 >= end)
    return true;
  akt_span next = akt_token_text(c->text, i + 1);
  static const char *const openers[] = {"The", "It",   "He",   "She",  "In",  "A",   "An",
                                        "But", "They", "This", "That", "And", "Its", "His"};
  for (size_t k = 0; k < sizeof openers / sizeof *openers; k++)
    if (akt_span_is(next, openers[k]))
      return true;
  return false;
}

static bool ends_sentence(const cutter *c, uint32_t i, uint32_t first, uint32_t end) {
  const akt_token *t = token_at(c, i);
  if (t->kind == AKT_TOKEN_WORD) {
    bool has_own_stop = c->text->bytes.ptr[t->end - 1] == '.' && t->end - t->start > 2;
    return has_own_stop && ends_after_initials(c, i, end);
  }
  if (t->kind != AKT_TOKEN_STOP)
    return false;
  bool is_full_stop = c->text->bytes.ptr[t->start] == '.' && t->end - t->start == 1;
  if (is_full_stop && i > first && !t->has_space && is_abbreviation(c, i - 1))
    return false;
  bool is_glued = i + 1 < end && !token_at(c, i + 1)->has_space &&
                  token_at(c, i + 1)->kind == AKT_TOKEN_WORD && is_full_stop;
  return !is_glued && starts_sentence(c, i + 1, end);
}

static bool looks_like_headline(const cutter *c, uint32_t first, uint32_t last) {
  uint32_t words = 0, capitals = 0;
  for (uint32_t i = first; i < last; i++) {
    const akt_token *t = token_at(c, i);
    if (t->kind == AKT_TOKEN_STOP && i + 1 == last && c->text->bytes.ptr[t->start] == '.')
      return false;
    if (t->kind != AKT_TOKEN_WORD || t->end - t->start < 4)
      continue;
    words++;
    capitals += t->is_capital;
  }
  return words >= 3 && capitals * 10 >= words * 8;
}

static void add_sentence(cutter *c, uint32_t first, uint32_t last) {
  if (first >= last)
    return;
  akt_sentence sentence = {
      .first = first,
      .last = last,
      .start = token_at(c, first)->start,
      .end = token_at(c, last - 1)->end,
      .paragraph = c->text->paragraph_count,
      .is_headline = looks_like_headline(c, first, last),
      .is_in_quote = c->is_quote_open,
  };
  akt_vec_push(c->arena, &c->text->sentences, sentence);
  for (uint32_t i = first; i < last; i++) {
    const akt_token *t = token_at(c, i);
    if (t->kind != AKT_TOKEN_QUOTE)
      continue;
    akt_span mark = akt_token_text(c->text, i);
    if (akt_span_is(mark, "\xe2\x80\x9c"))
      c->is_quote_open = true;
    else if (akt_span_is(mark, "\xe2\x80\x9d"))
      c->is_quote_open = false;
    else if (akt_span_is(mark, "\""))
      c->is_quote_open = !c->is_quote_open;
  }
}

static void cut_sentences(cutter *c, uint32_t first) {
  uint32_t end = c->text->tokens.count;
  uint32_t start = first;
  for (uint32_t i = first; i < end; i++) {
    bool is_too_long = i - start >= LONGEST_SENTENCE;
    if (!is_too_long && !ends_sentence(c, i, start, end))
      continue;
    uint32_t stop = i + 1;
    while (stop < end && !token_at(c, stop)->has_space &&
           (token_at(c, stop)->kind == AKT_TOKEN_QUOTE ||
            token_at(c, stop)->kind == AKT_TOKEN_CLOSE))
      stop++;
    add_sentence(c, start, stop);
    start = stop;
    i = stop - 1;
  }
  add_sentence(c, start, end);
}

static void cut_paragraph(cutter *c, size_t start, size_t end) {
  uint32_t first = c->text->tokens.count;
  akt_tokens_add(c->arena, c->text, start, end);
  if (c->text->tokens.count == first)
    return;
  cut_sentences(c, first);
  c->text->paragraph_count++;
}

static bool is_blank_range(akt_span bytes, size_t start, size_t end) {
  return akt_span_trim((akt_span){bytes.ptr + start, end - start}).len == 0;
}

static bool looks_finished(akt_span line) {
  line = akt_span_trim(line);
  if (line.len < SHORT_LINE)
    return true;
  static const char *const ends[] = {".",           "!", "?", ":", "\"", ")", "\xe2\x80\x9d",
                                     "\xe2\x80\xa6"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (akt_span_ends_with(line, ends[i]))
      return true;
  return false;
}

void akt_text_cut(akt_arena *arena, akt_span bytes, const akt_text_hints *hints,
                  akt_text *out) {
  *out = (akt_text){.bytes = bytes};
  cutter c = {.arena = arena, .text = out, .hints = hints};
  size_t start = 0, line = 0;
  for (size_t i = 0; i <= bytes.len; i++) {
    if (i < bytes.len && bytes.ptr[i] != '\n')
      continue;
    bool is_blank = is_blank_range(bytes, line, i);
    if (is_blank || looks_finished((akt_span){bytes.ptr + line, i - line}) || i == bytes.len) {
      cut_paragraph(&c, start, i);
      start = i;
    }
    if (is_blank)
      c.is_quote_open = false;
    line = i + 1;
  }
}
