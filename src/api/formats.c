// The formats of the API: the pictures that a layout program makes of
// "dot-styled", whatever the export floor writes, and what the import floor reads.
// The table is made once, from theirs, so that it cannot fall behind them; after
// that it never changes.
#include "api/api.h"
#include "export/export.h"
#include "import/import.h"

#include <pthread.h>

enum { MOST_FORMATS = 40 };

static const aktant_format pictures[] = {
    {"svg", "svg", "picture for the web, with the quotes as tooltips", NULL, false, true, true},
    {"png", "png", "picture in pixels", NULL, false, true, true},
    {"pdf", "pdf", "picture for print", NULL, false, true, true},
    {"html", "html,htm", "story page: the picture with its quotes, to move, ask and filter",
     NULL, false, true, true},
};
static const aktant_format styled = {
    "dot-styled", "",   "drawing instructions of the pictures, for Graphviz", NULL, false,
    true,         false};

static aktant_format formats[MOST_FORMATS];
static size_t format_count;
static pthread_once_t formats_made = PTHREAD_ONCE_INIT;

static void add_format(const aktant_format *format) {
  if (format_count < MOST_FORMATS)
    formats[format_count++] = *format;
}

static bool is_readable(const char *name) {
  for (const char *const *read = akt_import_formats(); *read; read++) {
    if (strcmp(*read, name) == 0)
      return true;
  }
  return false;
}

static void make_formats(void) {
  for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++)
    add_format(&pictures[i]);
  size_t count;
  const akt_exporter *exporters = akt_exporters(&count);
  for (size_t i = 0; i < count; i++) {
    const akt_exporter *e = &exporters[i];
    aktant_format format = {e->name, e->extensions, e->summary, e->parts, is_readable(e->name),
                            true,    false};
    add_format(&format);
  }
  add_format(&styled);
  for (const char *const *name = akt_import_formats(); *name; name++) {
    aktant_format format = {*name, "", "graphs of other tools", NULL, true, false, false};
    if (!akt_exporter_find(*name))
      add_format(&format);
  }
}

const aktant_format *aktant_formats(size_t *count) {
  pthread_once(&formats_made, make_formats);
  *count = format_count;
  return formats;
}
