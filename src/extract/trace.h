// Watching a reading: which frames were tried, how far they got, what stood
// where they stopped. The same code path as a reading that nobody watches.
#ifndef AKT_EXTRACT_TRACE_H
#define AKT_EXTRACT_TRACE_H

#include "extract/reading.h"

typedef enum akt_miss_reason {
  AKT_MISS_STEP,      // an element of the frame was not found
  AKT_MISS_NO_SOURCE, // nothing fit before the trigger
  AKT_MISS_NO_TARGET,
  AKT_MISS_PASSIVE,  // a passive without its agent
  AKT_MISS_BEATEN,   // another frame read the same words better
  AKT_MISS_SILENCED, // a governor, a `not` or a `never` line
  AKT_MISS_SWITCHED, // an option of its own line
} akt_miss_reason;

typedef struct akt_miss {
  uint32_t frame;
  uint32_t sentence;
  uint32_t trigger; // chunk
  uint32_t step;    // that failed
  uint32_t at;      // chunk where it was looked for
  uint32_t subject; // NO_SOURCE: chunk that was taken for who acts, or AKT_NONE
  uint8_t reason;
  uint32_t by;      // frame that beat it, or AKT_NONE
  const char *rule; // that silenced it, or the option that switched it off; or NULL
} akt_miss;

/// A governor that was applied to what the verb or noun at `trigger` says.
typedef struct akt_governed {
  uint32_t sentence;
  uint32_t trigger; // chunk
  uint32_t govern;  // of the rule set
  uint32_t word;    // that met it
} akt_governed;

/// A pronoun or the like, and the mention that was taken for it.
typedef struct akt_referred {
  uint32_t sentence;
  uint32_t chunk;
  uint32_t mention;
} akt_referred;

typedef struct akt_trace {
  AKT_VEC(akt_miss) misses;
  AKT_VEC(akt_governed) governed;
  AKT_VEC(akt_referred) referred;
} akt_trace;

static inline void akt_trace_miss(akt_reading *r, akt_miss miss) {
  if (r->trace)
    akt_vec_push(r->arena, &r->trace->misses, miss);
}

static inline void akt_trace_governed(akt_reading *r, akt_governed governed) {
  if (r->trace)
    akt_vec_push(r->arena, &r->trace->governed, governed);
}

static inline void akt_trace_referred(akt_reading *r, akt_referred referred) {
  if (r->trace)
    akt_vec_push(r->arena, &r->trace->referred, referred);
}

#endif
