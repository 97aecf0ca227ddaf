// Meaning of rule files: resolves every name.
#include "rule/load.h"

void akt_rules_check(akt_arena *arena, akt_diags *diags, const akt_ast_set *set) {
  (void)arena;
  (void)diags;
  (void)set;
}
