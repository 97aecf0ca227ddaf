// Inside the reader: offices and the countries they serve.
#ifndef AKT_EXTRACT_ROLES_H
#define AKT_EXTRACT_ROLES_H

#include "extract/reading.h"

/// Actor of the one country that the text clearly is about, or AKT_NONE.
uint32_t akt_home_country(const akt_reading *r);

/// Mention of the country that a person acts for, by office or name; or AKT_NONE.
uint32_t akt_country_served(const akt_reading *r, uint32_t person);

/// Gives the offices that clauses grant to their holders. Before roles are stated.
void akt_grant_offices(akt_reading *r);

/// States that `holder` stands in a relation of office to `of`, both mentions.
void akt_add_role(akt_reading *r, uint32_t holder, uint32_t of, uint32_t relation,
                  const char *rule, uint32_t first, uint32_t last, bool is_former);
/// The relation that titles make, or AKT_NONE.
uint32_t akt_first_role(const akt_ruleset *rules);

/// Offices that the text tells without their country.
void akt_state_home(akt_reading *r);

#endif
