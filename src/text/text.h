// A text cut into paragraphs, sentences and tokens. Offsets are bytes into the
// text, which is valid UTF-8. This floor knows punctuation and line breaks; the
// one piece of English it needs, abbreviations, is handed to it.
#ifndef AKT_TEXT_TEXT_H
#define AKT_TEXT_TEXT_H

#include "base/map.h"
#include "base/vec.h"

typedef enum akt_token_kind {
  AKT_TOKEN_WORD,
  AKT_TOKEN_NUMBER,
  AKT_TOKEN_POSSESSIVE, // 's or a bare apostrophe after a plural
  AKT_TOKEN_COMMA,
  AKT_TOKEN_STOP, // . ! ? and the ellipsis
  AKT_TOKEN_QUOTE,
  AKT_TOKEN_OPEN, // ( [
  AKT_TOKEN_CLOSE,
  AKT_TOKEN_DASH,  // free-standing dash, and --
  AKT_TOKEN_COLON, // : ;
  AKT_TOKEN_OTHER,
} akt_token_kind;

typedef struct akt_token {
  uint32_t start;
  uint32_t end;
  uint8_t kind;
  bool is_capital;  // begins with an upper-case letter
  bool is_all_caps; // has two upper-case letters or more and no lower-case one
  bool has_space;   // white space before it
} akt_token;

typedef struct akt_sentence {
  uint32_t first; // tokens [first, last)
  uint32_t last;
  uint32_t start; // bytes
  uint32_t end;
  uint32_t paragraph;
  bool is_headline; // most of its longer words are capitalised, or no full stop in title place
  bool is_in_quote; // starts inside a quotation opened in an earlier sentence
} akt_sentence;

typedef struct akt_text {
  akt_span bytes;
  AKT_VEC(akt_token) tokens;
  AKT_VEC(akt_sentence) sentences;
  uint32_t paragraph_count;
} akt_text;

/// What the cutter must be told about the language: folded words, as keys.
typedef struct akt_text_hints {
  const akt_map *abbreviations; // "mr", "gen": a full stop after them ends nothing
} akt_text_hints;

void akt_text_cut(akt_arena *arena, akt_span bytes, const akt_text_hints *hints, akt_text *out);

/// Cuts one phrase into tokens, as akt_text_cut does: for names and rule words. `out` is
/// empty or an earlier phrase's, whose memory is used again.
void akt_text_tokenise(akt_arena *arena, akt_span bytes, akt_text *out);

akt_span akt_token_text(const akt_text *text, uint32_t token);

#endif
