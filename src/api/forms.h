// The forms of verbs as the rules see them.
#ifndef AKT_API_FORMS_H
#define AKT_API_FORMS_H

#include "api/api.h"

/// Of a base form, or of the verbs that the word is a form of. False: no verb at all.
bool akt_api_forms(akt_arena *arena, const akt_ruleset *rules, const char *word,
                   aktant_form_found found, void *user);

#endif
