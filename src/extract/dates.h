// Time expressions to calendar dates: integers only, no clock and no locale.
#ifndef AKT_EXTRACT_DATES_H
#define AKT_EXTRACT_DATES_H

#include "base/arena.h"
#include "base/str.h"

/// The date that an expression such as "on Monday", "April 22" or "in 2019" names,
/// in ISO form, as precise as it is certain ("2019", "2025-04", "2025-04-22"); NULL
/// where no date is certain. `document_date` (ISO, may be NULL) is what "yesterday"
/// counts from. `is_ahead`: the deed is still to come, so "on Friday" is the next one.
const char *akt_date_of_text(akt_arena *arena, akt_span text, const char *document_date,
                             bool is_ahead);

/// 1 to 12 for the name of a month or its abbreviation, else 0.
uint32_t akt_month_number(akt_span word);

#endif
