// What all the JSON dialects have in common: the members of a node, an edge, and
// of the graph itself, in our names where the file is ours, in the usual names of
// other tools where it is not.
#ifndef AKT_IMPORT_RECORD_H
#define AKT_IMPORT_RECORD_H

#include "import/import.h"
#include "json/json.h"

typedef struct akt_reader {
  akt_import *import;
  akt_graph *graph;
  akt_arena *arena;
  akt_map documents; // id in the file to number in the graph
  uint32_t source;   // of diagnostics
  akt_loc whole;     // the file, for what has no place in it
  bool is_ours;      // the file says it is an aktant graph
  bool has_failed;
  uint32_t dangling; // edges left out: an end is not there
  uint32_t nameless; // nodes or edges left out: no id, no ends
  uint32_t joined;   // edges without evidence that say the same as another one
  uint32_t dropped;  // attributes left out since they are dangerous
} akt_reader;

void akt_reader_init(akt_reader *reader, akt_import *import);
/// Records an error at a byte of the text (SIZE_MAX: none) and gives false.
bool akt_reader_fail(akt_reader *reader, akt_code code, size_t byte, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/// Tells what was left out, finishes the graph and checks it.
bool akt_reader_end(akt_reader *reader);

/// Text of a string, number or truth value; NULL for anything else.
const char *akt_reader_scalar(akt_reader *reader, const akt_json *value);

/// Title, documents, kinds, rules, warnings; also learns whether the file is ours.
/// False when it is of another version of our schema.
bool akt_reader_graph(akt_reader *reader, const akt_json *facts);

/// Adds the node with what `members` say of it; members that are not ours become
/// attributes when the file is not ours. Gives its number.
uint32_t akt_reader_node(akt_reader *reader, const char *id, const char *label,
                         const akt_json *members);

/// Adds the edge; ends are ids in the file.
void akt_reader_edge(akt_reader *reader, const char *source, const char *target,
                     const char *label, const akt_json *members);

/// The document with this id, made when the file does not list it.
uint32_t akt_reader_document(akt_reader *reader, const char *id);
akt_tone akt_reader_tone(const char *name);
akt_polarity akt_reader_polarity(const char *name);
akt_modality akt_reader_modality(const char *name);

#endif
