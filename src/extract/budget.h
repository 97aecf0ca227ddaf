#ifndef AKT_EXTRACT_BUDGET_H
#define AKT_EXTRACT_BUDGET_H

#include "extract/reading.h"

/// Runs the expression of a rule; `whole` gets the match. NO when the rule is off.
akt_match_result akt_run_rule(akt_reading *r, const char *rule, const akt_pattern *pattern,
                              akt_span text, size_t offset, unsigned flags, akt_group *whole);

/// The same, with the groups of the expression after the whole match.
akt_match_result akt_run_rule_groups(akt_reading *r, const char *rule,
                                     const akt_pattern *pattern, akt_span text, size_t offset,
                                     unsigned flags, akt_group *groups, uint32_t capacity);

#endif
