// Any bytes as a graph in one of the JSON dialects or GraphML. What is read must be
// sound, and must come back the same through our own JSON.
#include "export/export.h"
#include "graph/graph.h"
#include "import/import.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool read_graph(akt_arena *arena, akt_graph *graph, akt_span text, const char *format) {
  akt_diags diags;
  akt_graph_init(graph, arena);
  akt_diags_init(&diags, arena);
  akt_import import = {graph, arena, &diags, "fuzz", text};
  bool is_read = akt_import_read(&import, format);
  if (is_read != (diags.errors == 0))
    abort();
  return is_read;
}

static akt_span write_graph(akt_arena *arena, const akt_graph *graph) {
  akt_buf out;
  akt_buf_init(&out, arena);
  akt_sink sink = akt_sink_to_buf(&out);
  akt_export request = {.graph = graph, .arena = arena, .sink = &sink};
  if (akt_exporter_find("json")->write(&request) != AKT_EXPORTED)
    abort();
  return (akt_span){out.ptr, out.len};
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const formats[] = {NULL, "json", "cytoscape", "d3", "jgf", "graphml"};
  if (size == 0)
    return 0;
  const char *format = formats[data[0] % (sizeof formats / sizeof *formats)];
  akt_guard guard;
  akt_arena arena;
  akt_guard_init(&guard, 0);
  akt_arena_init(&arena, &guard);
  akt_graph graph;
  akt_graph again;
  if (read_graph(&arena, &graph, (akt_span){(const char *)data + 1, size - 1}, format)) {
    akt_span once = write_graph(&arena, &graph);
    if (!read_graph(&arena, &again, once, "json") ||
        !akt_span_equal(once, write_graph(&arena, &again)))
      abort();
  }
  akt_arena_free(&arena);
  return 0;
}
