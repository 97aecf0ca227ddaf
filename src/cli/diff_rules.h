// Two rule sets over the same texts.
#ifndef AKT_CLI_DIFF_RULES_H
#define AKT_CLI_DIFF_RULES_H

#include "cli/app.h"

/// Operands: old rules, new rules, inputs. Builds both graphs; gives an exit status.
int akt_diff_rules(akt_app *app, aktant_graph **before, aktant_graph **after);

#endif
