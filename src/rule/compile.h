// Inside the rule floor: the parts of the compiler. The lexicon half makes
// words, names, kinds; the frame half makes what they trigger.
#ifndef AKT_RULE_COMPILE_H
#define AKT_RULE_COMPILE_H

#include "rule/ruleset.h"
#include "text/text.h"

/// The names of a line share one text.
typedef struct akt_rule_line {
  uint32_t source;
  uint32_t start, end; // bytes
  const char *name;    // NULL: none yet
} akt_rule_line;

typedef struct akt_takings akt_takings; // compile_without.c

typedef struct akt_compiler {
  akt_arena *arena;
  akt_diags *diags;
  akt_ruleset *rules;
  const akt_ast_set *set;
  akt_map set_by_name;   // words lists
  akt_map class_by_name; // value: index into class_kinds
  AKT_VEC(uint64_t) class_kinds;
  akt_map irregular; // folded lemma -> index into forms
  AKT_VEC(akt_verb_forms) forms;
  akt_takings *takings;     // the `without` lines
  const akt_ast_file *file; // being compiled
  akt_text cut;             // the name being entered
  akt_rule_line line;       // the one named last
  akt_map crowd_names;      // of nodes that many claim: the claims,
  akt_map crowd_tails;      // and the last of each node
} akt_compiler;

/// "countries.akt:12" for messages and provenance.
const char *akt_compile_rule_name(akt_compiler *c, akt_loc loc);

/// Number of a rule word, folding and making it if need be.
uint32_t akt_compile_word(akt_compiler *c, akt_span text);
/// Makes the word a verb: all its forms become known.
void akt_compile_verb(akt_compiler *c, uint32_t lemma);
/// Makes the word a noun, with its plural.
void akt_compile_noun(akt_compiler *c, uint32_t lemma);

/// Once all words are known: sets and noun triggers also hold the singulars of
/// plurals that rule authors wrote (talks, troops).
void akt_compile_singulars(akt_compiler *c);

/// How many names, entities and so on the statements will make.
typedef struct akt_compile_sizes {
  uint32_t names, entities, frames;
} akt_compile_sizes;
void akt_compile_name_room(akt_compiler *c, const akt_compile_sizes *sizes);
void akt_compile_frame_room(akt_compiler *c, const akt_compile_sizes *sizes);

/// Statement by statement, in this order.
void akt_compile_words(akt_compiler *c);
void akt_compile_names(akt_compiler *c);
void akt_compile_relations(akt_compiler *c); // names only, before titles refer to them
void akt_compile_frames(akt_compiler *c);
void akt_compile_govern(akt_compiler *c, const akt_stmt *s);
void akt_compile_find(akt_compiler *c, const akt_stmt *s);

/// What a slot of a pattern takes; a note until somebody gives it another use.
akt_slot akt_compile_slot(akt_compiler *c, const akt_ast_item *item);

/// A compiler that has come as far as the kinds and classes; for the checker.
akt_compiler *akt_compile_kinds_alone(akt_arena *arena, akt_diags *diags,
                                      const akt_ast_set *set);

/// Bits of the kinds that a kind or class name stands for; 0 if unknown.
uint64_t akt_compile_kind_bits(akt_compiler *c, const char *name);

/// Reads the `without` lines of all files, before anything is asked of them.
void akt_compile_collect_withouts(akt_compiler *c);

/// Whether a `without` after this statement takes its item back.
bool akt_compile_is_without(const akt_compiler *c, const akt_stmt *stmt, const char *what,
                            const char *name, const char *item);

#endif
