#include "draw/sample.h"

#include "base/vec.h"

// Coordinates are tenths of points, so that no number depends on the locale.
#define SHAPE_WIDTH  18
#define ARROW_LENGTH 8

typedef struct corner {
  int32_t x, y;
} corner;

typedef struct polygon {
  const char *shape;
  uint32_t count;
  corner corners[8]; // from the middle
} polygon;

static const polygon polygons[] = {
    {"box", 4, {{-90, -60}, {90, -60}, {90, 60}, {-90, 60}}},
    {"hexagon", 6, {{-100, 0}, {-50, -60}, {50, -60}, {100, 0}, {50, 60}, {-50, 60}}},
    {"octagon",
     8,
     {{-100, -25},
      {-50, -60},
      {50, -60},
      {100, -25},
      {100, 25},
      {50, 60},
      {-50, 60},
      {-100, 25}}},
    {"note", 5, {{-90, -60}, {90, -60}, {90, 20}, {50, 60}, {-90, 60}}},
    {"house", 5, {{-90, -60}, {90, -60}, {90, 15}, {0, 65}, {-90, 15}}},
    {"tab", 6, {{-90, -60}, {90, -60}, {90, 35}, {-20, 35}, {-20, 60}, {-90, 60}}},
    {"folder", 6, {{-90, -60}, {90, -60}, {90, 60}, {30, 60}, {20, 40}, {-90, 40}}},
    {"diamond", 4, {{-100, 0}, {0, -65}, {100, 0}, {0, 65}}},
    {"parallelogram", 4, {{-100, -60}, {65, -60}, {100, 60}, {-65, 60}}},
    {"trapezium", 4, {{-100, -60}, {100, -60}, {65, 60}, {-65, 60}}},
};

static void put_number(akt_buf *out, int32_t tenths) {
  int32_t size = tenths < 0 ? -tenths : tenths;
  akt_buf_printf(out, "%s%d.%d ", tenths < 0 ? "-" : "", size / 10, size % 10);
}

static void put_points(akt_buf *out, char operation, const corner *corners, uint32_t count,
                       corner middle) {
  akt_buf_printf(out, "%c %u ", operation, count);
  for (uint32_t i = 0; i < count; i++) {
    put_number(out, middle.x + corners[i].x);
    put_number(out, middle.y + corners[i].y);
  }
}

static void put_text(akt_buf *out, char operation, const char *text) {
  akt_buf_printf(out, "%c %zu -%s ", operation, strlen(text), text);
}

static void put_colours(akt_buf *out, akt_colour line, akt_colour fill) {
  akt_buf_printf(out, "c 7 -#%06x C 7 -#%06x ", (unsigned)line, (unsigned)fill);
}

static void draw_round_box(akt_buf *out, corner middle) {
  enum { W = 90, H = 60, R = 35, K = 15 }; // half sizes, corner, its handle
  static const corner path[] = {
      {-W + R, -H}, {-W + R, -H}, {W - R, -H},  {W - R, -H},  {W - K, -H},
      {W, -H + K},  {W, -H + R},  {W, -H + R},  {W, H - R},   {W, H - R},
      {W, H - K},   {W - K, H},   {W - R, H},   {W - R, H},   {-W + R, H},
      {-W + R, H},  {-W + K, H},  {-W, H - K},  {-W, H - R},  {-W, H - R},
      {-W, -H + R}, {-W, -H + R}, {-W, -H + K}, {-W + K, -H}, {-W + R, -H}};
  put_points(out, 'b', path, sizeof path / sizeof path[0], middle);
}

static void draw_shape(akt_buf *out, const akt_sample *sample, corner middle) {
  const polygon *found = &polygons[0];
  for (size_t i = 0; i < sizeof polygons / sizeof polygons[0]; i++) {
    if (strcmp(polygons[i].shape, sample->shape) == 0)
      found = &polygons[i];
  }
  put_text(out, 'S', "setlinewidth(1.2)");
  put_colours(out, sample->line, sample->fill);
  if (strcmp(sample->shape, "ellipse") == 0) {
    akt_buf_puts(out, "E ");
    put_number(out, middle.x);
    put_number(out, middle.y);
    akt_buf_puts(out, "10.0 6.5 ");
  } else if (sample->is_round) {
    draw_round_box(out, middle);
  } else {
    put_points(out, 'P', found->corners, found->count, middle);
  }
}

static void draw_arrow(akt_buf *out, const akt_sample *sample, corner tip) {
  static const corner triangle[] = {{0, 0}, {-80, 32}, {-80, -32}};
  static const corner barb[] = {{0, 0}, {-85, 40}, {-58, 0}, {-85, -40}};
  bool is_open = strcmp(sample->arrow, "onormal") == 0;
  put_colours(out, sample->line, is_open ? sample->fill : sample->line);
  if (strcmp(sample->arrow, "vee") == 0)
    put_points(out, 'P', barb, 4, tip);
  else
    put_points(out, 'P', triangle, 3, tip);
}

static void draw_line(akt_buf *out, const akt_sample *sample, corner start, int32_t length) {
  const corner ends[] = {{0, 0}, {length - (sample->arrow ? ARROW_LENGTH * 10 : 0), 0}};
  put_colours(out, sample->line, sample->line);
  put_text(out, 'S', "setlinewidth(1.4)");
  put_text(out, 'S', sample->stroke);
  put_points(out, 'L', ends, 2, start);
  put_text(out, 'S', "solid");
  if (sample->arrow)
    draw_arrow(out, sample, (corner){start.x + length, start.y});
}

void akt_sample_draw(akt_buf *out, const akt_sample *sample, uint32_t x, uint32_t y,
                     uint32_t width) {
  int32_t left = (int32_t)x * 10, height = (int32_t)y * 10, span = (int32_t)width * 10;
  if (sample->shape)
    draw_shape(out, sample, (corner){left + span / 2, height});
  else
    draw_line(out, sample, (corner){left + 20, height}, span - 40);
}
