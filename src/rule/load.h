// From paths to checked rule files: finds what `use` names, reads each file
// once, parses, resolves names and warns.
#ifndef AKT_RULE_LOAD_H
#define AKT_RULE_LOAD_H

#include "rule/ast.h"

typedef struct akt_load_options {
  const char *const *paths; // files or folders given by the user (-r)
  uint32_t path_count;
  const char *shipped_dir; // NULL: no shipped rules
  bool has_defaults;       // load shipped_dir/default.akt first
  bool is_strict;          // warnings become errors
  bool is_check;           // also warn of what does nothing; takes a little longer
  bool is_trusting;        // shipped files are proven: no tests, no doubts of theirs
} akt_load_options;

typedef struct akt_ast_set {
  AKT_VEC(akt_ast_file *) files; // in the order they take effect: used ones first
  bool is_strict;                // as in the options, for akt_rules_check
  bool is_check;
  bool is_trusting;
} akt_ast_set;

/// False only when nothing could be loaded at all; see diags->errors.
bool akt_rules_load_files(akt_arena *arena, akt_diags *diags, const akt_load_options *options,
                          akt_ast_set *out);

/// Resolves every name and reports unknown, clashing, unused and dead ones. With
/// `is_strict` all warnings so far become errors. Shipped files that are trusted, with no
/// others beside them, are not searched for what is only doubtful.
void akt_rules_check(akt_arena *arena, akt_diags *diags, const akt_ast_set *set);

#endif
