// When and where an event was, from the statements about it, for its second line.
// A place that is in the graph for nothing else is only written there: it needs no
// box and no line of its own.
#ifndef AKT_DRAW_EVENT_H
#define AKT_DRAW_EVENT_H

#include "draw/plan.h"

/// Sets `fact` of events and agreements, and marks the statements and places that
/// are said by it: plan->is_thin, plan->nodes[i].is_written.
void akt_event_read(akt_plan *plan);

/// The event with most statements, if it stands out; else AKT_NONE. Needs the counts
/// of statements.
uint32_t akt_event_focal(const akt_plan *plan);

#endif
