// The facts of a document as the engine wants them.
#ifndef AKT_API_FACTS_H
#define AKT_API_FACTS_H

#include "api/api.h"

/// What the caller said of the document, and for a plain text also what its head
/// shows. Texts live in the arena or as long as the document.
akt_document akt_api_facts(akt_arena *arena, const akt_ruleset *rules,
                           const aktant_document *document, bool has_text);

#endif
