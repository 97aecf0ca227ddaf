#include "cli/drawing.h"

static bool is_story(const akt_target *target) {
  return strcmp(target->format->name, "html") == 0;
}

static bool is_light(const char *theme) {
  return !theme || strcmp(theme, "light") == 0;
}

static const char *format_of(const akt_target *target) {
  return is_story(target) ? "svg" : target->format->name;
}

static void ask_for(akt_drawing *drawing, const char *format) {
  for (size_t i = 0; i < drawing->count; i++) {
    if (strcmp(drawing->pictures[i].format, format) == 0)
      return;
  }
  if (drawing->count < AKT_PICTURE_FORMATS)
    drawing->pictures[drawing->count++] = (akt_picture){format, {NULL, 0}};
}

static bool write_buffer(void *user, const char *bytes, size_t len) {
  akt_buf_add(user, bytes, len);
  return true;
}

static void make(akt_app *app, const aktant_graph *graph, const aktant_write_options *options,
                 akt_drawing *drawing) {
  if (!drawing->count)
    return;
  aktant_write_options themed = *options;
  aktant_messages *messages = akt_app_messages(app);
  themed.theme = drawing->theme;
  akt_buf_init(&drawing->dot, app->arena);
  aktant_status got =
      aktant_graph_write(graph, "dot-styled", &themed, messages, write_buffer, &drawing->dot);
  akt_show(app, messages);
  drawing->status = akt_exit_of(app, got, AKT_EXIT_OUTPUT);
  if (drawing->status != AKT_EXIT_DONE)
    drawing->dot.len = 0; // not even what to draw from
  else
    drawing->status = akt_picture_draw(app, &drawing->dot, drawing->pictures, drawing->count);
}

static akt_drawing *drawing_for(akt_drawings *drawings, const akt_target *target) {
  return is_story(target) && !is_light(drawings->own.theme) ? &drawings->light : &drawings->own;
}

void akt_drawings_make(akt_app *app, const aktant_graph *graph,
                       const aktant_write_options *options, const akt_targets *targets,
                       akt_drawings *out) {
  *out = (akt_drawings){.own = {.theme = options->theme}};
  bool has_json = false;
  for (uint32_t i = 0; i < targets->count; i++) {
    const akt_target *target = &targets->items[i];
    has_json = has_json || strcmp(target->format->name, "json") == 0;
    if (target->format->is_picture)
      ask_for(drawing_for(out, target), format_of(target));
  }
  // The JSON of a picture keeps its places, which only the SVG tells.
  if (has_json && (out->own.count || out->light.count))
    ask_for(out->own.count ? &out->own : &out->light, "svg");
  make(app, graph, options, &out->own);
  make(app, graph, options, &out->light);
}

const akt_drawing *akt_drawings_for(const akt_drawings *drawings, const akt_target *target) {
  bool is_other = is_story(target) && !is_light(drawings->own.theme);
  return is_other ? &drawings->light : &drawings->own;
}

akt_span akt_drawing_bytes(const akt_drawing *drawing, const char *format) {
  for (size_t i = 0; i < drawing->count && drawing->status == AKT_EXIT_DONE; i++) {
    if (strcmp(drawing->pictures[i].format, format) == 0)
      return drawing->pictures[i].bytes;
  }
  return (akt_span){NULL, 0};
}
