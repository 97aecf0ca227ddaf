// Reading documents one after the other, watched, each in memory of its own.
#ifndef AKT_API_WALK_H
#define AKT_API_WALK_H

#include "api/api.h"
#include "extract/explain.h"

typedef struct akt_walk {
  const aktant_rules *rules;
  aktant_next next;
  aktant_release release;
  void *user;
  /// Called for each document; the reading and its arena are gone afterwards.
  void (*look)(void *arg, akt_reading *reading, const akt_trace *trace,
               const akt_document *facts);
  void *arg;
  akt_guard *guard; // of whatever `look` allocates
} akt_walk;

/// False: out of memory. `*count` gets the number of documents read.
bool akt_api_walk(const akt_walk *walk, size_t *count);

#endif
