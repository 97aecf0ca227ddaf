// Names in rule files: where they are declared and used.
#ifndef AKT_API_SYMBOLS_H
#define AKT_API_SYMBOLS_H

#include "api/api.h"

/// Calls `found` for each place of `name` (NULL: of all names), declarations first.
void akt_api_symbols(akt_arena *arena, const aktant_rules *rules, const char *name,
                     aktant_symbol_found found, void *user);

#endif
