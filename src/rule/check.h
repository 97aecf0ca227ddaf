// What the check_*.c files share: the table of names, and the walk over all
// statements. Private to the checker.
#ifndef AKT_RULE_CHECK_H
#define AKT_RULE_CHECK_H

#include "base/map.h"
#include "rule/load.h"

/// What a name of the common name space stands for.
typedef enum akt_symbol_what {
  AKT_SYMBOL_KIND,
  AKT_SYMBOL_CLASS,
  AKT_SYMBOL_WORDS,
  AKT_SYMBOL_RELATION,
} akt_symbol_what;

typedef struct akt_symbol {
  akt_symbol_what what;
  const akt_stmt *stmt; // the first that declares it
  const akt_stmt *last; // the latest
  const akt_ast_file *file;
  bool is_used;
  bool has_own_test; // in a file that is not shipped
  bool has_told_phrases;
  uint8_t mark; // cycle search: 0 new, 1 open, 2 done
} akt_symbol;

typedef struct akt_checked_entity {
  const akt_stmt *stmt; // the first that declares it
} akt_checked_entity;

typedef struct akt_checker {
  akt_arena *arena;
  akt_diags *diags;
  const akt_ast_set *set;
  akt_map symbol_by_name;
  AKT_VEC(akt_symbol) symbols;
  akt_map entity_by_name;
  AKT_VEC(akt_checked_entity) entities;
  akt_map lemma_of; // irregular form to index in lemmas
  AKT_VEC(const char *) lemmas;
  akt_map known_words;  // base forms, from `forms` and the lists of the program
  uint32_t suggestions; // looked up so far
  bool is_doubting;     // tells what is only doubtful, too
} akt_checker;

typedef void (*akt_check_visit)(akt_checker *c, const akt_ast_file *file, const akt_stmt *stmt);

/// Calls `visit` for every statement, children after their parent.
void akt_check_each(akt_checker *c, akt_check_visit visit);

akt_symbol *akt_check_find(const akt_checker *c, const char *name); // NULL: unknown
bool akt_check_has_frames(const akt_stmt *relation); // or noun frames, or match lines
const char *akt_symbol_noun(akt_symbol_what what);   // "kind", "words list"

enum { // which symbols a place takes, as bits 1 << what
  AKT_TAKES_KIND = 1,
  AKT_TAKES_CLASS = 2,
  AKT_TAKES_WORDS = 4,
  AKT_TAKES_RELATION = 8,
};

/// Resolves a name; tells an unknown one, or one of the wrong sort, under `code`.
/// `extra` are further names that would have been fine, for the suggestion.
akt_symbol *akt_check_name(akt_checker *c, const akt_ast_text *name, unsigned takes,
                           akt_code code, const char *expected, const char *const *extra,
                           uint32_t extra_count);

/// The nearest of `names`, NULL also when too many were looked up already.
const char *akt_check_suggest(akt_checker *c, const char *name, const char *const *names,
                              uint32_t count);
void akt_check_help_nearest(akt_checker *c, akt_diag *diag, const char *nearest);

/// Options: each known one once, values where needed.
typedef enum akt_option_use {
  AKT_OPTION_FLAG,
  AKT_OPTION_TONE,
  AKT_OPTION_PLOVER,
  AKT_OPTION_CAMEO,
  AKT_OPTION_TEXT,
  AKT_OPTION_COLOUR,
  AKT_OPTION_SHAPE,
  AKT_OPTION_DATE,
} akt_option_use;
typedef struct akt_option_row {
  const char *name;
  akt_option_use use;
} akt_option_row;
void akt_check_options(akt_checker *c, const akt_stmt *stmt, const akt_option_row *rows,
                       uint32_t count);
/// YYYY-MM-DD of a day that exists; tells a bad one.
bool akt_check_date(akt_checker *c, const akt_ast_text *date);

void akt_check_names(akt_checker *c);    // check_names.c
void akt_check_entities(akt_checker *c); // check_entities.c
void akt_check_patterns(akt_checker *c); // check_patterns.c
void akt_check_frames(akt_checker *c);   // check_frames.c
void akt_check_without(akt_checker *c);  // check_without.c
void akt_check_idle(akt_checker *c);     // check_idle.c
void akt_check_nobody(akt_checker *c);   // check_nobody.c
void akt_check_shadows(akt_checker *c);  // check_shadow.c

/// check_irregular.c: tells verbs of the user's frames that want a `forms` line.
void akt_check_irregular(akt_checker *c);

/// check_forms.c: tells inflected words among those that start a pattern.
void akt_check_know_words(akt_checker *c);
void akt_check_forms(akt_checker *c, const akt_ast_items *pattern, const akt_ast_item *trigger);

/// check_habits.c: tells what a frame or noun frame says in a way that means something else.
void akt_check_habits(akt_checker *c, const akt_stmt *stmt);

/// A pattern in one spelling, for comparing: appended to `out`.
void akt_check_spell(const akt_ast_items *items, akt_buf *out);

#endif
