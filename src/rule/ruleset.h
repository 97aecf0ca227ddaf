// Rules made ready for reading texts: every word that any rule names has a
// number, names lie in a trie over these numbers, frames hang on the lemma that
// triggers them. Immutable once compiled, so threads share it.
#ifndef AKT_RULE_RULESET_H
#define AKT_RULE_RULESET_H

#include "base/map.h"
#include "base/vec.h"
#include "regex/pattern.h"
#include "rule/load.h"

/// Bits of akt_word.classes: membership in the lists of english.def.
typedef enum akt_english {
#define AKT_ENGLISH(constant, list, holds) AKT_EN_##constant,
#include "rule/english.def"
  AKT_EN_COUNT
} akt_english;
_Static_assert(AKT_EN_COUNT <= 64, "word classes are bits of one 64-bit word");

/// Places of akt_ruleset.english_sets.
typedef enum akt_english_set {
#define AKT_ENGLISH_SET(constant, list, part, holds) AKT_SET_##constant,
#include "rule/english.def"
  AKT_SET_COUNT
} akt_english_set;

#define AKT_EN(constant) (1ull << AKT_EN_##constant)

/// Which forms of a verb a word can be.
enum {
  AKT_FORM_BASE = 1,
  AKT_FORM_S = 2,
  AKT_FORM_PAST = 4,
  AKT_FORM_PARTICIPLE = 8,
  AKT_FORM_ING = 16,
};

typedef struct akt_verb_reading {
  uint32_t lemma; // word number of the base form
  uint8_t forms;
} akt_verb_reading;

enum { AKT_READINGS = 3 };

/// A folded word that the rules know.
typedef struct akt_word {
  uint64_t classes;
  akt_verb_reading verb[AKT_READINGS]; // unused: lemma AKT_NONE
  uint32_t noun;   // word number of the singular, itself if it is one; or AKT_NONE
  uint32_t names;  // trie node of names that begin with this word, or AKT_NONE
  uint32_t head;   // akt_head that this noun is, or AKT_NONE
  bool is_surname; // of somebody listed with an office
} akt_word;

typedef enum akt_name_type {
  AKT_NAME_ALIAS,      // a name of the entity
  AKT_NAME_ADJECTIVE,  // Pakistani
  AKT_NAME_STANDS_FOR, // Islamabad
  AKT_NAME_TITLE,      // prime minister
} akt_name_type;

/// One way to end a name at a trie node.
typedef struct akt_name {
  uint32_t next; // another name with the same words, or AKT_NONE
  uint8_t type;
  bool is_exact;
  bool is_if_introduced;
  bool is_plural;    // adjectives: Pakistanis
  uint32_t capitals; // bit i: the i-th word must be capitalised
  uint32_t value;    // entity or title
  const char *text;  // as the rule file has it
  const char *rule;  // "countries.akt:12"
} akt_name;

typedef struct akt_kind {
  const char *name;
  uint32_t parent;    // AKT_NONE
  uint64_t ancestors; // bits, itself included
  const char *shape, *fill, *line, *text;
} akt_kind;

typedef struct akt_role {
  uint32_t entity; // who
  uint32_t of;     // entity
  const char *title;
  akt_span folded_title; // for comparing: akt_fold_words
  akt_span folded_name;  // the entity's
  const char *from;      // ISO or NULL
  const char *to;
  const char *rule;
} akt_role;

typedef struct akt_entity {
  uint32_t kind;
  const char *name;
  const char *rule;
  uint32_t first_role; // roles [first_role, first_role + role_count)
  uint32_t role_count;
  AKT_VEC(const char *) aliases;
} akt_entity;

typedef struct akt_title {
  uint32_t kind;
  uint32_t relation; // represents, leads, member-of
  uint32_t of_body;  // the same with a group: a second line of the title, or `relation`
  const char *text;
  uint32_t head; // word number of its last noun: "minister"
  const char *rule;
} akt_title;

typedef struct akt_head {
  uint32_t kind;
  uint32_t group;       // heads of one statement are near in meaning: attack, blast, bombing
  bool is_capital_only; // "Front" makes a group only inside a capitalised name
  const char *text;
  const char *rule;
} akt_head;

typedef struct akt_wordset {
  const char *name;        // of the words list, or NULL for a group
  bool is_verbatim;        // "troops" names no "troop"
  AKT_VEC(uint32_t) words; // lemmas, sorted
} akt_wordset;

enum { AKT_NO_CODE = 0 };

typedef struct akt_relation {
  const char *name;
  const char *label;
  const char *rule;
  uint8_t tone;
  bool is_mutual;
  const char *plover;
  const char *cameo;
  AKT_VEC(uint32_t) above; // relations it wins over
  uint32_t file;
} akt_relation;

/// What a slot takes: kinds by bits, or a built-in.
typedef enum akt_slot_type {
  AKT_SLOT_KINDS,
  AKT_SLOT_WORDS, // one word of a list; makes no end of an edge
  AKT_SLOT_NAME,
  AKT_SLOT_THING,
  AKT_SLOT_ACTION,
  AKT_SLOT_ITS,
  AKT_SLOT_ANY,
} akt_slot_type;

typedef enum akt_slot_use { AKT_USE_SOURCE, AKT_USE_TARGET, AKT_USE_NOTE } akt_slot_use;

typedef struct akt_slot {
  uint8_t type;
  uint8_t use;
  bool is_coref_off; // takes no pronoun for somebody
  uint64_t kinds;
  uint32_t words;   // wordset
  const char *name; // of a note
} akt_slot;

typedef enum akt_step_kind {
  AKT_STEP_SLOT,        // a noun phrase right here, or an action
  AKT_STEP_PREPOSITION, // a preposition of the set, then (next step) its slot
  AKT_STEP_NOUN,        // a noun phrase whose head is in the set
  AKT_STEP_WORD,        // one of the words, near: guilty, accountable
  AKT_STEP_INFINITIVE,  // to + verb: the next step is an action slot
} akt_step_kind;

typedef struct akt_step {
  uint8_t kind;
  bool is_optional;
  uint32_t words; // wordset
  akt_slot slot;
} akt_step;

typedef enum akt_frame_shape {
  AKT_FRAME_VERB,
  AKT_FRAME_COPULA, // be (ally|partner) of
  AKT_FRAME_NOUN,   // talks between A and B
} akt_frame_shape;

typedef enum akt_frame_role {
  AKT_FRAME_ASSERTS,
  AKT_FRAME_EXCLUDES,
  AKT_FRAME_NEVER
} akt_frame_role;

typedef struct akt_frame {
  uint32_t relation;
  uint8_t shape;
  uint8_t role;
  uint8_t tone;
  bool is_passive_off;
  bool is_otherwise;    // `otherwise`: only where the sentence says nothing else
  bool is_passive_only; // `passive`: the slot before the verb undergoes it
  bool is_list_off;
  bool is_coref_off;        // its slots say the same
  bool is_shared_off;       // its subject stands before this verb, not before another one
  bool is_negation_off;     // denied, it says nothing
  bool is_relative_off;     // not found across "who", "which", "that"
  bool is_attribution_off;  // what somebody is named for having said makes no edge
  bool is_mutual;           // said of both: exchanged fire
  bool is_target_in_action; // agree to <note:action>: the target is looked for in the action
  bool has_source_before;   // the slot before the trigger
  akt_slot subject;         // slot before the trigger, when there is one
  AKT_VEC(akt_step) steps;
  const char *label;
  const char *plover;
  const char *cameo;
  const char *rule;
  const char *text; // the pattern as written, for `why`
  uint32_t order;
} akt_frame;

/// A trigger: the frame and the words that must follow the lemma directly.
typedef struct akt_trigger {
  uint32_t frame;
  uint32_t particles[2]; // word numbers or AKT_NONE
} akt_trigger;
typedef AKT_VEC(akt_trigger) akt_triggers;

typedef enum akt_effect {
  AKT_EFFECT_PLANNED,
  AKT_EFFECT_NEGATED,
  AKT_EFFECT_ALLEGED,
  AKT_EFFECT_CONDITIONAL,
  AKT_EFFECT_SILENT,
  AKT_EFFECT_RELATION,
} akt_effect;

typedef struct akt_govern {
  uint32_t words;     // wordset: lemmas, modals, or negation words
  uint32_t connector; // word number of "to", "of"; AKT_NONE
  uint8_t tones;      // bits 1 << tone
  uint32_t relation;  // only this one; AKT_NONE: any
  uint8_t effect;
  uint32_t as; // AKT_EFFECT_RELATION
  const char *plover;
  const char *cameo;
  const char *rule;
} akt_govern;

typedef struct akt_match_rule {
  uint32_t relation;
  akt_slot before, after;
  akt_pattern *pattern;
  const char *rule;
  const char *text; // as written, for `why`
  uint8_t tone;
  const char *label, *plover, *cameo;
} akt_match_rule;

/// Steps of a `find` over tokens.
typedef enum akt_find_step_kind {
  AKT_FIND_WORD,     // a form of a word of the set
  AKT_FIND_CHOICE,   // one of the paths: (a|b c), a words list
  AKT_FIND_OPTIONAL, // the path or nothing
  AKT_FIND_SLOT,     // a name
} akt_find_step_kind;

typedef struct akt_find_step akt_find_step;
typedef AKT_VEC(akt_find_step) akt_find_path;

struct akt_find_step {
  uint8_t kind;
  bool is_role;                 // what stands here is the role of what is found
  uint32_t exact;               // WORD: this word alone, or AKT_NONE
  uint32_t words;               // WORD: wordset
  uint32_t relation;            // SLOT: edge to what stands here, or AKT_NONE
  akt_slot slot;                // SLOT
  AKT_VEC(akt_find_path) paths; // CHOICE, OPTIONAL
};

/// A `find`: names that nobody listed.
typedef struct akt_find {
  uint32_t kind;
  akt_pattern *regex; // or NULL, then steps
  akt_find_path steps;
  const char *rule;
} akt_find;

typedef struct akt_ruleset {
  akt_arena *arena;
  akt_intern words_text; // folded; number = index into words
  AKT_VEC(akt_word) words;
  akt_map edges; // trie: (node, word) -> node; keys in edge_keys
  struct {
    uint64_t *keys;
    uint32_t *values;
    uint32_t count, capacity;
  } trie;
  AKT_VEC(uint32_t) trie_names; // by node: first akt_name or AKT_NONE
  AKT_VEC(akt_name) names;
  AKT_VEC(akt_kind) kinds;
  AKT_VEC(akt_entity) entities;
  AKT_VEC(akt_role) roles;
  AKT_VEC(akt_title) titles;
  AKT_VEC(akt_head) heads;
  AKT_VEC(akt_wordset) wordsets;
  uint32_t english_sets[AKT_SET_COUNT]; // of the wordsets
  AKT_VEC(akt_relation) relations;
  AKT_VEC(akt_frame) frames;
  AKT_VEC(akt_triggers) verb_triggers; // by word number of the lemma
  AKT_VEC(akt_triggers) noun_triggers;
  AKT_VEC(akt_govern) governs;
  AKT_VEC(akt_match_rule) matches;
  AKT_VEC(akt_find) finds;
  akt_map abbreviations;
  AKT_VEC(const akt_stmt *) tests; // TEST statements, in file order
  AKT_VEC(const akt_ast_file *) files;
  akt_map relation_by_name;
  akt_map kind_by_name;
  akt_map entity_by_name;
  uint32_t kind_person; // numbers of kinds the engine must tell apart, or AKT_NONE
  uint32_t kind_group;
  uint32_t kind_place;
  uint32_t kind_country;
  uint32_t kind_event;
} akt_ruleset;

/// Compiles checked files. Problems that only show here go to `diags`.
akt_ruleset *akt_ruleset_compile(akt_arena *arena, akt_diags *diags, const akt_ast_set *set);

/// Number of a folded word, or AKT_NONE.
uint32_t akt_ruleset_word(const akt_ruleset *rules, akt_span folded);
/// Trie step: the node after `node` and the word, or AKT_NONE.
uint32_t akt_ruleset_step(const akt_ruleset *rules, uint32_t node, uint32_t word);
bool akt_wordset_has(const akt_ruleset *rules, uint32_t set, uint32_t word);
bool akt_kind_is(const akt_ruleset *rules, uint32_t kind, uint32_t ancestor);

/// Inflection, also for `aktant rules forms`: the forms of a verb as the rules see them.
typedef struct akt_verb_forms {
  const char *s, *past, *participle, *ing;
} akt_verb_forms;
akt_verb_forms akt_inflect_verb(akt_arena *arena, const char *lemma);
const char *akt_inflect_plural(akt_arena *arena, const char *noun);

#endif
