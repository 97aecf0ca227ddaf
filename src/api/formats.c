// The formats of the API: those of the export floor, the pictures that a layout
// program makes of "dot-styled", and what the import floor reads.
#include "api/api.h"

static const aktant_format formats[] = {
    {"svg", "svg", "picture for the web, scalable, with the quotes as tooltips", false, true,
     true},
    {"png", "png", "picture in pixels", false, true, true},
    {"pdf", "pdf", "picture for print", false, true, true},
    {"json", "json", "the graph with all its evidence (aktant-graph/1, NetworkX node-link)",
     true, true, false},
    {"dot", "dot,gv", "plain Graphviz data: one edge a relation, with attributes", false, true,
     false},
    {"dot-styled", "", "the drawing instructions of the pictures, for Graphviz", false, true,
     false},
};

const aktant_format *aktant_formats(size_t *count) {
  *count = sizeof formats / sizeof *formats;
  return formats;
}
