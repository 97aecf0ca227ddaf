// A rule whose expression takes too many steps on a text is off for the rest of
// that text, and the reading says so. The other rules go on.
#include "extract/budget.h"

static bool is_switched_off(const akt_reading *r, const char *rule) {
  for (uint32_t i = 0; i < r->switched_off.count; i++)
    if (r->switched_off.items[i] == rule)
      return true;
  return false;
}

akt_match_result akt_run_rule(akt_reading *r, const char *rule, const akt_pattern *pattern,
                              akt_span text, size_t offset, unsigned flags, akt_group *whole) {
  return akt_run_rule_groups(r, rule, pattern, text, offset, flags, whole, 1);
}

akt_match_result akt_run_rule_groups(akt_reading *r, const char *rule,
                                     const akt_pattern *pattern, akt_span text, size_t offset,
                                     unsigned flags, akt_group *groups, uint32_t capacity) {
  if (is_switched_off(r, rule))
    return AKT_MATCH_NO;
  akt_match_result result =
      akt_matcher_run(r->matcher, pattern, text, offset, flags, groups, capacity);
  if (result == AKT_MATCH_LIMIT || result == AKT_MATCH_ERROR)
    akt_vec_push(r->arena, &r->switched_off, rule);
  return result;
}
