// Reading documents, watched, each in memory of its own: for the commands that explain
// a corpus.
#ifndef AKT_API_WALK_H
#define AKT_API_WALK_H

#include "api/api.h"
#include "extract/explain.h"

typedef struct akt_walk {
  const aktant_rules *rules;
  unsigned threads;
  aktant_next next;
  aktant_release release;
  void *user;
  aktant_messages *messages; // what was switched off or left out is told there
  /// Called for each document in input order, never twice at a time; the reading and
  /// its arena are gone afterwards.
  void (*look)(void *arg, akt_reading *reading, const akt_trace *trace,
               const akt_document *facts);
  void *arg;
  akt_guard *guard; // of whatever `look` allocates
} akt_walk;

/// False: out of memory. `*count` gets the number of documents read.
bool akt_api_walk(const akt_walk *walk, size_t *count);

#endif
