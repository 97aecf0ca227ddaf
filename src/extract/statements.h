// Inside the reader: how statements are made.
#ifndef AKT_EXTRACT_STATEMENTS_H
#define AKT_EXTRACT_STATEMENTS_H

#include "extract/ends.h"

/// How a frame met the text.
typedef struct akt_match {
  uint32_t frame;
  uint32_t trigger; // chunk
  double score;
  akt_ends sources, targets;
  uint32_t noun;       // chunk of the noun that the frame names, or AKT_NONE
  uint32_t noted;      // chunk of the phrase that a note keeps, or AKT_NONE
  uint32_t action;     // chunk of the verb that fills an action slot, or AKT_NONE
  bool is_target_open; // a mutual deed of several subjects needs no other end
  bool is_reciprocal;  // "each other" stands for the target
  uint32_t own_target; // chunk of "its bases" in its place, or AKT_NONE
  uint32_t reach;      // chunk after the last one that was used
  AKT_VEC(akt_note) notes;
} akt_match;

/// Whether `a` is taken rather than `b`, which starts at the same word: `above`, then both
/// ends found, then more words read. Equal: false, so the earlier one stays.
bool akt_beats(const akt_clause *c, const akt_match *a, const akt_match *b);
void akt_note_beaten(akt_clause *c, const akt_match *loser, uint32_t winner);

/// Matches of verb frames; marks noun chunks they used in `used` (by chunk - begin).
void akt_match_verbs(akt_clause *c, bool *used);
/// A frame that names only an action ("agreed to release C"): its target is the
/// object of the action, unless that verb makes a statement of its own. Called
/// when the verbs of the sentence are done.
void akt_match_actions(akt_clause *c, uint32_t first_statement);

/// Frames marked `otherwise`, where the sentence has said nothing else.
void akt_match_otherwise(akt_clause *c, uint32_t first_statement);
/// "... but A does not" (ellipsis.c): of the statements from number `from` on.
void akt_match_stumps(akt_clause *c, uint32_t from);

/// Noun frames, copulas and appositions.
void akt_match_nouns(akt_clause *c, bool *used);
/// `match` lines: PCRE2 between neighbours.
void akt_match_gaps(akt_clause *c);
/// Offices and dated roles.
void akt_state_roles(akt_reading *r);
/// What `find` lines tie to the names they found.
void akt_state_finds(akt_reading *r);

/// Qualifies (governors, modality, negation, speaker) and adds one statement per
/// pair of ends.
void akt_state(akt_clause *c, const akt_match *match);

/// What governors, modals and negation make of the verb group or noun at `chunk`.
/// False: it is no statement at all.
bool akt_qualify(akt_clause *c, uint32_t chunk, akt_statement *statement);

/// Whether "who", "which" or "that" stands between what the frame starts with and what
/// it took, where `no-relative` on its line forbids that.
bool akt_is_across_relative(akt_clause *c, const akt_match *m);

/// Whether the statement is denied, or somebody's word only, where `no-negation` or
/// `no-attribution` on the line of its frame says that this is no edge.
bool akt_is_qualified_away(akt_clause *c, const akt_match *m, const akt_statement *s);

/// Whether the sentence says that somebody says what chunk `chunk` says, even where nobody
/// can tell who.
bool akt_is_attributed(akt_clause *c, uint32_t chunk);

/// Mention of who says what chunk `chunk` says, or AKT_NONE.
uint32_t akt_find_speaker(akt_clause *c, uint32_t chunk);

/// Where the steps of `frame` start, right after verb group `verb`; where it shares its object
/// with the next ("arms and trains B"), before that object.
uint32_t akt_past_twin(const akt_clause *c, uint32_t verb, const akt_frame *frame);

/// Whether `m` may be a deed to the last object it read: "called B a liar" names B.
bool akt_is_bare_naming(const akt_clause *c, const akt_frame *frame, const akt_match *m);

/// The subject slot of a frame, or one that takes any actor.
akt_slot akt_subject_slot(const akt_frame *frame);

/// Steps of a frame from chunk `at` on; fills targets, notes, noun and reach.
bool akt_match_steps(akt_clause *c, const akt_frame *frame, uint32_t first_step, uint32_t at,
                     akt_match *m);

#endif
