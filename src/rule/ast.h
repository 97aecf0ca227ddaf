// What a rule file says, before anyone asks what it means: one node a
// statement, in file order, each with its place. The formatter prints it, the
// checker resolves its names, the compiler makes a ruleset of it.
#ifndef AKT_RULE_AST_H
#define AKT_RULE_AST_H

#include "diag/diag.h"

/// A name, word, phrase, code or quoted text, with its place.
typedef struct akt_ast_text {
  const char *text;
  akt_loc loc;
  bool is_quoted;
  const char *comment; // list items: comment lines after the item, for the formatter
} akt_ast_text;
typedef AKT_VEC(akt_ast_text) akt_ast_texts;

/// `name = value` free options after a comma: fill 0072B2, plover CONSULT, mutual.
typedef struct akt_ast_option {
  akt_ast_text name;
  akt_ast_text value; // text NULL: a bare word
} akt_ast_option;
typedef AKT_VEC(akt_ast_option) akt_ast_options;

typedef enum akt_ast_item_kind {
  AKT_ITEM_WORD,     // a lemma; quoted: exactly this form
  AKT_ITEM_GROUP,    // (a|b c|d): each alternative is a sequence of words
  AKT_ITEM_SLOT,     // <type> or <name:type>
  AKT_ITEM_OPTIONAL, // [ ... ]
  AKT_ITEM_REGEX,    // m{...}
} akt_ast_item_kind;

typedef struct akt_ast_item akt_ast_item;
typedef AKT_VEC(akt_ast_item) akt_ast_items;
typedef AKT_VEC(akt_ast_items) akt_ast_alternatives;

struct akt_ast_item {
  akt_ast_item_kind kind;
  akt_loc loc;
  akt_ast_text text;                 // WORD, REGEX (pattern, verbatim)
  akt_ast_text name;                 // SLOT: may be text NULL
  akt_ast_text type;                 // SLOT
  akt_ast_alternatives alternatives; // GROUP
  akt_ast_items items;               // OPTIONAL
};

/// also US exact, Rubio if-introduced
typedef struct akt_ast_alias {
  akt_ast_text text;
  bool is_exact;
  bool is_if_introduced;
} akt_ast_alias;
typedef AKT_VEC(akt_ast_alias) akt_ast_aliases;

/// role President of "France" from 2017-05-14 to 2027-05-13
typedef struct akt_ast_role {
  akt_loc loc;
  akt_ast_text title;
  akt_ast_text of;
  akt_ast_text from; // ISO date or text NULL
  akt_ast_text to;
} akt_ast_role;
typedef AKT_VEC(akt_ast_role) akt_ast_roles;

/// An expectation line of a test: edge or node.
typedef struct akt_ast_expect {
  akt_loc loc;
  bool is_node;        // node KIND LABEL
  akt_ast_text source; // node: the kind
  bool is_negated;
  akt_ast_text modality; // text NULL: asserted
  akt_ast_text relation;
  akt_ast_text target;  // node: the label
  akt_ast_text speaker; // `said by X`; text NULL: not checked
} akt_ast_expect;
typedef AKT_VEC(akt_ast_expect) akt_ast_expects;

/// What the formatter needs to print the lines under an entity, a relation or a
/// test as they stood: which entries of which list came in one line.
typedef enum akt_ast_row_kind {
  AKT_ROW_COMMENT, // or a blank line: comment NULL
  AKT_ROW_ALSO,
  AKT_ROW_ADJ,
  AKT_ROW_STANDS_FOR,
  AKT_ROW_ROLE,
  AKT_ROW_ABOVE,
  AKT_ROW_EXPECT,
} akt_ast_row_kind;
typedef struct akt_ast_row {
  akt_ast_row_kind kind;
  uint32_t first; // index of the first entry of the list
  uint32_t count;
  uint32_t child; // RELATION: stands before this child
  const char *comment;
} akt_ast_row;
typedef AKT_VEC(akt_ast_row) akt_ast_rows;

typedef enum akt_stmt_kind {
  AKT_STMT_COMMENT, // a whole-line comment or a blank line, kept for the formatter
  AKT_STMT_RULES,
  AKT_STMT_USE,
  AKT_STMT_KIND,
  AKT_STMT_CLASS,
  AKT_STMT_WORDS,
  AKT_STMT_FORMS,
  AKT_STMT_TITLE,
  AKT_STMT_HEADS,
  AKT_STMT_ENTITY,
  AKT_STMT_FIND,
  AKT_STMT_RELATION,
  AKT_STMT_FRAME,
  AKT_STMT_NOUN,
  AKT_STMT_MATCH,
  AKT_STMT_NOT,
  AKT_STMT_TEST,
  AKT_STMT_GOVERN,
  AKT_STMT_NEVER,
  AKT_STMT_WITHOUT,
} akt_stmt_kind;

typedef struct akt_stmt akt_stmt;
typedef AKT_VEC(akt_stmt *) akt_stmts;

/// One statement. Which fields are used depends on the kind; see docs/language.md.
///
///   RULES     name = "1"
///   USE       items
///   KIND      name, is, options (shape and colours)
///   CLASS     name, items             WORDS  name, items
///   FORMS     name (lemma), items     TITLE  name (kind), as (relation), items
///   HEADS     name (kind), items
///   ENTITY    kind, name, aliases, adjectives, stands_for, roles
///   FIND      kind, pattern
///   RELATION  name, options, children (FRAME NOUN MATCH NOT TEST COMMENT), above
///   FRAME     pattern, as (label), options; also NOUN, MATCH, NOT, NEVER
///   TEST      items (quoted paragraphs), expects, is_nothing, options (date)
///   GOVERN    pattern, as (effect), options
///   WITHOUT   name (what is taken back), then by what:
///     alias adj entity title forms role relation kind class   items
///     stands-for                        items, empty: all of them
///     words heads                       kind (the list's name), items, empty: all
///     frame noun match not              kind (the relation), pattern
///     govern never                      pattern
///     find                              kind
///   COMMENT   trailing_comment (the line, or NULL for a blank line)
struct akt_stmt {
  akt_stmt_kind kind_of;
  akt_loc loc; // the whole statement, children included
  akt_loc keyword;
  akt_ast_text name;
  akt_ast_text kind;
  akt_ast_texts is; // KIND: parents
  akt_ast_text as;
  akt_ast_texts items;
  akt_ast_aliases aliases;
  akt_ast_texts adjectives;
  akt_ast_texts stands_for;
  akt_ast_roles roles;
  akt_ast_options options;
  akt_ast_items pattern;
  akt_ast_expects expects;
  akt_ast_texts above;
  bool is_nothing;
  akt_stmts children;
  akt_stmt *parent;
  const char *trailing_comment; // with its '#', or NULL
  akt_ast_rows rows;            // ENTITY, RELATION, TEST: lines in file order
  bool is_broken;               // an error was told about it; fields may be missing
  bool is_taken_back;           // a later `without` names this pattern: set by the checker
};

typedef struct akt_ast_file {
  uint32_t source; // in akt_diags.sources
  const char *path;
  const char *pack;     // "diplomacy" for .../diplomacy.akt
  akt_stmts statements; // top level
  bool is_shipped;      // not the user's own: what is only doubtful is not told
  bool is_own;          // lies outside the shipped folder: goes before what is shipped
} akt_ast_file;

/// How much of a file is kept.
typedef enum akt_ast_extent {
  AKT_AST_WHOLE,  // for printing too: COMMENT statements and rows
  AKT_AST_BARE,   // what the rules say and how they are tested
  AKT_AST_PROVEN, // what the rules say: `test` lines are passed over unread
} akt_ast_extent;

/// Parses one file. Always gives a file: what could be read, errors in `diags`.
akt_ast_file *akt_ast_parse(akt_arena *arena, akt_diags *diags, uint32_t source,
                            const char *path, akt_ast_extent extent);

/// Prints the canonical layout (`aktant fmt`) of a file that was kept whole.
void akt_ast_print(const akt_ast_file *file, akt_buf *out);

#endif
