// Graphs on their way through the program: read, cut to a view, written.
#ifndef AKT_CLI_GRAPHS_H
#define AKT_CLI_GRAPHS_H

#include "cli/output.h"

/// The graph goes with the program's memory. NULL is fine.
void akt_graph_keep(akt_app *app, aktant_graph *graph);

/// Reads a graph file ("-": standard input) as --from says. Gives an exit status.
int akt_graph_load(akt_app *app, const char *path, aktant_graph **out);

/// Applies the title and view options that were given, then writes to the
/// targets; with --require an empty result is a finding. Gives an exit status.
int akt_graph_deliver(akt_app *app, aktant_graph *graph, const akt_targets *targets);

#endif
