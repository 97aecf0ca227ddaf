// What the user named as input, as a stream of documents for aktant_build:
// plain-text articles, folders of them, JSON-lines corpora, standard input.
#ifndef AKT_CLI_INPUTS_H
#define AKT_CLI_INPUTS_H

#include "cli/app.h"

typedef struct akt_inputs akt_inputs;

/// Looks at every named input and walks the folders; nothing is read yet.
/// Gives an exit status; errors have been told.
int akt_inputs_open(akt_app *app, const char *const *paths, uint32_t count, akt_inputs **out);

/// An aktant_next and its aktant_release; `user` is the akt_inputs.
bool akt_inputs_next(void *user, aktant_document *out);
void akt_inputs_release(void *user, const aktant_document *document);

/// After the last document: the exit status that the inputs ask for, and how
/// many documents were read and records left out.
int akt_inputs_status(const akt_inputs *inputs);
size_t akt_inputs_read(const akt_inputs *inputs);

/// Reads the one document that `path` and --id name. Gives an exit status.
int akt_inputs_one(akt_app *app, const char *path, akt_inputs **owner, aktant_document *out);

#endif
