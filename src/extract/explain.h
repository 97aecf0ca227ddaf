// What a watched reading tells of its edges and of those it did not make, as
// records: the text form, the JSON form, failed tests and editors all print
// these. Nothing here decides anything, and nothing here prints.
#ifndef AKT_EXTRACT_EXPLAIN_H
#define AKT_EXTRACT_EXPLAIN_H

#include "extract/extract.h"
#include "extract/trace.h"

typedef AKT_VEC(akt_piece) akt_told_pieces;

/// Another reading that the words of a name had.
typedef struct akt_told_overlap {
  akt_piece piece;
  const char *name; // of the entity
  const char *rule;
  const char *why; // "shorter", "later": why it lost
} akt_told_overlap;
typedef AKT_VEC(akt_told_overlap) akt_told_overlaps;

/// One end of an edge, or who says so.
typedef struct akt_told_end {
  const char *name; // of the node; NULL: nobody
  const char *kind;
  akt_piece piece;  // what names it
  const char *how;  // why that is this one; NULL: it is its name
  akt_piece beside; // of `how`: the words it stands beside; text NULL: none
  akt_piece called; // the pronoun that stood in its place; text NULL: none
  const char *rule; // the line that lists it, or NULL
  akt_told_overlaps overlaps;
} akt_told_end;

typedef struct akt_told_govern {
  const char *rule;
  const char *word; // "plan"
  const char *effect;
} akt_told_govern;

/// An end that is not of the kind that the rule asks for there.
typedef struct akt_told_misfit {
  const char *name; // NULL: none
  const char *kind; // as it was read
  const char *end;  // "source", "target"
  bool is_listed;   // a rule says so, the reader did not guess
} akt_told_misfit;

/// A rule that came near: how far, and what stood where it stopped.
typedef struct akt_told_miss {
  const char *rule;
  const char *pattern; // or NULL
  const char *relation;
  const char *reason; // one of reason_names, or "match"
  akt_piece trigger;  // of "match": the text between the two
  const char *wanted; // of "element": the first element that failed
  akt_piece found; // of "element": what stood there, text NULL: the end; of "source": who acts
  const char *by;  // rule that beat or silenced it, option that switched it off; or NULL
  const char *above; // of "beaten": the relation of the rule that beat it, if another one
  akt_told_misfit misfit;
} akt_told_miss;
typedef AKT_VEC(akt_told_miss) akt_told_misses;

typedef struct akt_told_edge {
  akt_told_end source, target, speaker;
  const char *relation;
  const char *label;
  const char *rule;
  const char *pattern; // or NULL
  const char *verb;    // form of the trigger: "active", "passive", ...; NULL: no verb
  akt_polarity polarity;
  akt_modality modality;
  uint32_t sentence;
  akt_piece quote;
  akt_piece trigger;
  akt_told_pieces skipped; // words in between that no piece accounts for
  AKT_VEC(akt_told_govern) governs;
  AKT_VEC(akt_note) notes;
  akt_told_misses beaten; // rules that read the same words and lost
} akt_told_edge;

/// An edge in short: what was said of one of two instead of both.
typedef struct akt_told_other {
  const char *source, *relation, *target;
  const char *rule;
} akt_told_other;

typedef struct akt_told_sentence {
  uint32_t sentence;
  akt_piece quote;
  akt_told_misses misses;        // nearest first
  akt_told_pieces strange_verbs; // that no rule starts with
  akt_told_pieces no_verbs; // that start a rule, and were read as nouns; without misses only
  AKT_VEC(akt_told_other) others; // edges of one of the two with somebody else
} akt_told_sentence;
typedef AKT_VEC(akt_told_sentence) akt_told_sentences;

/// Where a name stands in the text that names nobody there.
typedef struct akt_told_place {
  uint32_t sentence;
  akt_piece quote, piece;
  const char
      *why; // "longer", "part", "other", "lower-case", "if-introduced", "exact", "no name"
  const char *as;   // the longer or shorter name, or whose name it is; or NULL
  const char *rule; // that says so, or NULL
} akt_told_place;

/// Somebody asked for who is nobody in this text.
typedef struct akt_told_absent {
  const char *asked; // NULL: found
  const char *known; // the entity that the rules know by this name, or NULL
  const char *rule;
  const char *nearest; // who is there under a name much like it, or NULL
  AKT_VEC(akt_told_place) places;
} akt_told_absent;

typedef struct akt_explanation {
  const char *a, *b;                  // the nodes asked for; NULL: nobody in this text
  akt_told_absent absent[2];          // of those
  AKT_VEC(const char *) known;        // who is, when one of them is not
  AKT_VEC(const char *) switched_off; // rules that took too many steps
  AKT_VEC(akt_told_edge) edges;
  akt_told_sentences shared;   // where both occur; of `why-not` only
  akt_told_sentences alone[2]; // where each does, when never both; without misses
} akt_explanation;

/// Reads the text again, watched.
akt_explanation *akt_explain_pair(akt_arena *arena, const akt_ruleset *rules, akt_span text,
                                  const akt_document *document, akt_span a, akt_span b,
                                  bool is_why_not);

/// The explanation as text for people.
void akt_explanation_print(const akt_explanation *e, bool is_why_not, akt_buf *out);
/// "at "word": wanted X, found "Y"", without a line end.
void akt_told_miss_print(const akt_told_miss *miss, akt_buf *out);

/// "here it names X (rule)", without a line end.
void akt_told_place_print(const akt_told_place *place, akt_buf *out);

/// The miss nearest to an edge of this relation (AKT_NONE: of any) from `a` to `b`,
/// actors or AKT_NONE, in the whole text. False: no rule came near.
bool akt_nearest_miss(akt_reading *r, const akt_trace *trace, uint32_t relation, uint32_t a,
                      uint32_t b, akt_told_miss *out);
/// A word that would start a frame of this relation, but that was read as a noun here;
/// NULL: none.
const char *akt_verb_read_as_noun(akt_reading *r, uint32_t relation);

/// The actor with this name or alias, or AKT_NONE.
uint32_t akt_actor_named(const akt_reading *r, akt_span name);

#endif
