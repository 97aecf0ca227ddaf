// Where results go: graphs in any format to any number of files, texts to
// standard output or one file.
#ifndef AKT_CLI_OUTPUT_H
#define AKT_CLI_OUTPUT_H

#include "base/io.h"
#include "cli/app.h"

typedef struct akt_target {
  const char *path; // "-": standard output
  const aktant_format *format;
  const char *part;   // of a format that writes several files, or NULL
  akt_output *output; // open from the start: what cannot be written is told at once
} akt_target;
typedef AKT_VEC(akt_target) akt_targets;

/// Reads -o and -T, and opens the files. Gives an exit status; errors told.
int akt_targets_open(akt_app *app, akt_targets *out);
/// Writes the graph to all of them. Gives an exit status.
int akt_targets_write(akt_app *app, const aktant_graph *graph, const akt_targets *targets);
/// Draws what changed from `before` to `graph`; the targets are pictures.
int akt_targets_write_changes(akt_app *app, const aktant_graph *before,
                              const aktant_graph *graph, const akt_targets *targets);
/// Whether -o or -T ask for pictures only; nothing is opened or told.
bool akt_targets_are_pictures(akt_app *app);

/// The format with this name; NULL and told when there is none.
const aktant_format *akt_format_named(akt_app *app, const char *name);

/// Text output of a command: -o FILE or standard output.
int akt_text_open(akt_app *app, akt_output **out);
/// Finishes it: `status`, or AKT_EXIT_OUTPUT when it could not be written.
int akt_text_close(akt_app *app, akt_output *output, int status);
/// An aktant_write whose user is an akt_output.
bool akt_write_output(void *user, const char *bytes, size_t len);

/// Prints a made-up text to standard output.
int akt_print(akt_app *app, const akt_buf *text);

/// The exit status for what the library returned while it wrote or read a graph.
int akt_exit_of(akt_app *app, aktant_status status, int otherwise);

#endif
