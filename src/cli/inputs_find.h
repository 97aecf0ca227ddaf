// Finding the files behind the inputs that the user named.
#ifndef AKT_CLI_INPUTS_FIND_H
#define AKT_CLI_INPUTS_FIND_H

#include "cli/app.h"

typedef struct akt_input_file {
  const char *path;
  bool is_lines; // JSON lines
  bool is_named; // by the user, not found in a folder
} akt_input_file;
typedef AKT_VEC(akt_input_file) akt_input_files;

/// Appends the files of one named input. Gives an exit status; errors told.
int akt_input_find(akt_app *app, const char *path, akt_input_files *files);

#endif
