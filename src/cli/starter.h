// The rule pack that `aktant new` writes.
#ifndef AKT_CLI_STARTER_H
#define AKT_CLI_STARTER_H

/// Rule text in canonical layout; each "PACK" in it stands for the pack's name.
extern const char akt_starter[];

#endif
