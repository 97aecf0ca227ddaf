// Bounds on rule files, in one place, each with its reason. A file beyond one
// ends in a message that names the limit, never in silence.
#ifndef AKT_RULE_LIMITS_H
#define AKT_RULE_LIMITS_H

enum {
  AKT_LIMIT_FILE_BYTES = 256 << 20, // a million aliases are about 30 MB
  AKT_LIMIT_LINE_BYTES = 64 << 10,  // longer ones are accidents: binary, a lost newline
  AKT_LIMIT_NESTING = 8,            // brackets in a pattern; people stop reading at 3
  AKT_LIMIT_USE_DEPTH = 64,         // `use` in files that are used
  AKT_LIMIT_SUGGESTIONS = 200,      // nearest names looked up in one run
};

#endif
