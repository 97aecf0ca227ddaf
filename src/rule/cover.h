// Inside the checker: whether one frame reads all that another one reads, and counts as
// much for it. Known from the two lines alone, so only what holds for every text is said.
#ifndef AKT_RULE_COVER_H
#define AKT_RULE_COVER_H

#include "rule/check.h"
#include "rule/compile.h"

typedef struct akt_cover_part {
  const akt_ast_item *item;
  bool is_optional;
  uint8_t use;    // of a slot: akt_slot_use
  uint64_t kinds; // of a slot: 0 for a built-in type
} akt_cover_part;

/// A frame, noun frame or `not` line, taken apart.
typedef struct akt_cover_frame {
  const akt_stmt *stmt;
  const akt_ast_file *file;
  const akt_ast_item *trigger;
  bool has_before;
  akt_cover_part before; // the slot before the trigger
  AKT_VEC(akt_cover_part) parts;
  uint32_t particles; // parts that belong to the verb
  bool is_mutual;
  bool is_target_in_action;
} akt_cover_frame;

/// What both lines are looked up in.
typedef struct akt_cover_world {
  akt_checker *c;
  akt_compiler *kinds;
  akt_map listed;           // "list\nword" of the lists that the program reads
  akt_map mutual_relations; // by name
} akt_cover_world;

void akt_cover_world_init(akt_cover_world *w, akt_checker *c);

/// Takes a line apart; false where nothing can start it.
bool akt_cover_read(akt_cover_world *w, const akt_ast_file *file, const akt_stmt *stmt,
                    akt_cover_frame *out);

/// Whether `a` matches wherever `b` does and reads as much there. The triggers are not
/// compared; `b` is read from part `from` on, since its particles may belong to it.
bool akt_covers(const akt_cover_world *w, const akt_cover_frame *a, const akt_cover_frame *b,
                uint32_t from);

/// Whether both say the same of what they read: label, tone, codes, options, names of slots.
bool akt_cover_says_same(const akt_cover_frame *a, const akt_cover_frame *b);

/// Whether both are spelled alike from the trigger on, and before it.
bool akt_cover_is_same(const akt_cover_frame *a, const akt_cover_frame *b);

#endif
