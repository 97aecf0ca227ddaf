#ifndef AKT_EXTRACT_BUDGET_H
#define AKT_EXTRACT_BUDGET_H

#include "extract/reading.h"

/// Runs the expression of a rule; `whole` gets the match. NO when the rule is off.
akt_match_result akt_run_rule(akt_reading *r, const char *rule, const akt_pattern *pattern,
                              akt_span text, size_t offset, unsigned flags, akt_group *whole);

#endif
