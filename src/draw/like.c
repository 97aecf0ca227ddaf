#include "draw/like.h"

#include "draw/text.h"
#include "json/json.h"

#include <math.h>

typedef struct akt_place {
  double x, y;
} akt_place;

/// A decimal number as SVG writes it; moves `*at` behind it. False: none is there.
static bool read_number(const char **at, double *out) {
  const char *p = *at;
  double sign = 1, value = 0, place = 1;
  if (*p == '-') {
    sign = -1;
    p++;
  }
  if (!akt_is_digit(*p))
    return false;
  for (; akt_is_digit(*p); p++)
    value = value * 10 + (*p - '0');
  if (*p == '.') {
    for (p++; akt_is_digit(*p); p++) {
      place /= 10;
      value += place * (*p - '0');
    }
  }
  *out = sign * value;
  *at = p;
  return true;
}

typedef struct extent {
  akt_place low, high;
  bool is_found;
} extent;

static void widen(extent *box, double x, double y) {
  if (!box->is_found)
    box->low = box->high = (akt_place){x, y};
  box->is_found = true;
  box->low.x = x < box->low.x ? x : box->low.x;
  box->low.y = y < box->low.y ? y : box->low.y;
  box->high.x = x > box->high.x ? x : box->high.x;
  box->high.y = y > box->high.y ? y : box->high.y;
}

/// Around all pairs of numbers up to the closing quote.
static void read_points(const char *at, extent *box) {
  double x, y;
  while (*at && *at != '"') {
    if (!read_number(&at, &x)) {
      at++;
      continue;
    }
    if (*at == ',')
      at++;
    if (read_number(&at, &y))
      widen(box, x, y);
  }
}

static void read_ellipse(const char *at, extent *box) {
  double x, y;
  const char *end = strstr(at, ">"), *cx = strstr(at, " cx=\""), *cy = strstr(at, " cy=\"");
  if (!end || !cx || !cy || cx > end || cy > end)
    return;
  cx += strlen(" cx=\"");
  cy += strlen(" cy=\"");
  if (read_number(&cx, &x) && read_number(&cy, &y))
    widen(box, x, y);
}

/// The middle of the first shape between `from` and the end of its group.
static extent read_shape(const char *from) {
  static const char *const attributes[] = {" points=\"", " d=\""};
  extent box = {{0, 0}, {0, 0}, false};
  const char *end = strstr(from, "</g>");
  if (!end)
    return box;
  const char *first = NULL;
  for (size_t i = 0; i < sizeof attributes / sizeof attributes[0]; i++) {
    const char *found = strstr(from, attributes[i]);
    if (found && found < end && (!first || found < first))
      first = found;
  }
  const char *ellipse = strstr(from, "<ellipse");
  if (ellipse && ellipse < end && (!first || ellipse < first))
    read_ellipse(ellipse, &box);
  else if (first)
    read_points(strchr(first, '"') + 1, &box);
  return box;
}

static void add_position(akt_like *like, akt_arena *arena, akt_span id, double x, double y) {
  if (akt_map_get(&like->by_id, id) != AKT_NONE)
    return;
  akt_position position = {akt_arena_copy(arena, id.ptr, id.len), (int32_t)lround(x),
                           (int32_t)lround(y)};
  akt_map_add(&like->by_id, akt_span_of(position.id), like->positions.count);
  akt_vec_push(arena, &like->positions, position);
}

static void read_svg(akt_like *like, akt_arena *arena, const char *svg) {
  static const char start[] = "<g id=\"", kind[] = "\" class=\"node ";
  for (const char *at = strstr(svg, start); at; at = strstr(at + 1, start)) {
    const char *id = at + sizeof start - 1;
    size_t len = strcspn(id, "\"");
    if (strncmp(id + len, kind, sizeof kind - 1) != 0)
      continue;
    extent box = read_shape(id + len);
    if (box.is_found) // SVG counts downwards
      add_position(like, arena, (akt_span){id, len}, (box.low.x + box.high.x) / 2,
                   -(box.low.y + box.high.y) / 2);
  }
}

static bool is_coordinate(const akt_json *value) {
  return akt_json_is(value, AKT_JSON_NUMBER) && fabs(akt_json_number(value)) < 1e6;
}

static void read_json(akt_like *like, akt_arena *arena, akt_span text) {
  akt_json_error error;
  const akt_json *root = akt_json_parse(arena, text, &error);
  const akt_json *places = akt_json_get(akt_json_get(root, "graph"), "places");
  for (const akt_json *place = akt_json_first(places); place; place = akt_json_next(place)) {
    const akt_json *x = akt_json_first(place), *y = x ? akt_json_next(x) : NULL;
    if (akt_json_key(place) && is_coordinate(x) && is_coordinate(y))
      add_position(like, arena, akt_span_of(akt_json_key(place)), akt_json_number(x),
                   akt_json_number(y));
  }
}

static bool is_json(akt_span text) {
  size_t at = 0;
  while (at < text.len && akt_is_blank(text.ptr[at]))
    at++;
  return at < text.len && text.ptr[at] == '{';
}

akt_like akt_like_read(akt_arena *arena, akt_span text) {
  akt_like like = {.positions = {0}};
  akt_map_init(&like.by_id, arena);
  if (is_json(text))
    read_json(&like, arena, text);
  else
    read_svg(&like, arena, akt_arena_copy(arena, text.ptr, text.len));
  return like;
}

/// Where each node of the drawing stands, once that is known.
typedef struct placing {
  akt_dot *dot;
  akt_map numbers; // node id to index
  akt_place *places;
  bool *is_placed;
} placing;

static uint32_t number_of(const placing *to, const akt_dot_item *node) {
  return akt_map_get(&to->numbers, akt_span_of(node->id));
}

static bool take_known_places(placing *to, const akt_like *like) {
  bool has_any = false;
  for (uint32_t i = 0; i < to->dot->nodes.count; i++) {
    const akt_dot_item *node = to->dot->nodes.items[i];
    const char *id = akt_dot_get(node, "id");
    uint32_t number = id ? akt_map_get(&like->by_id, akt_span_of(id)) : AKT_NONE;
    akt_map_add(&to->numbers, akt_span_of(node->id), i);
    if (number == AKT_NONE)
      continue;
    const akt_position *known = &like->positions.items[number];
    to->places[i] = (akt_place){known->x, known->y};
    to->is_placed[i] = has_any = true;
  }
  return has_any;
}

/// The middle of the placed nodes that one is joined to; a little aside when there
/// is only one, so that the two do not stand on each other.
static bool find_middle(const placing *to, uint32_t node, akt_place *out) {
  akt_place sum = {0, 0};
  uint32_t count = 0;
  for (uint32_t i = 0; i < to->dot->edges.count; i++) {
    const akt_dot_item *edge = to->dot->edges.items[i];
    uint32_t tail = number_of(to, edge->tail), head = number_of(to, edge->head);
    uint32_t other = tail == node ? head : head == node ? tail : AKT_NONE;
    if (other == AKT_NONE || !to->is_placed[other])
      continue;
    sum.x += to->places[other].x;
    sum.y += to->places[other].y;
    count++;
  }
  if (count == 0)
    return false;
  *out =
      (akt_place){sum.x / count + (count == 1 ? 60 : 0), sum.y / count - (count == 1 ? 50 : 0)};
  return true;
}

static void place_new_ones(placing *to) {
  uint32_t count = to->dot->nodes.count;
  for (bool has_changed = true; has_changed;) {
    has_changed = false;
    for (uint32_t i = 0; i < count; i++) {
      if (!to->is_placed[i] && find_middle(to, i, &to->places[i]))
        to->is_placed[i] = has_changed = true;
    }
  }
  double x = 0;
  for (uint32_t i = 0; i < count; i++, x += 40) {
    if (!to->is_placed[i]) // joined to nothing old: along the foot
      to->places[i] = (akt_place){x, -60};
  }
}

bool akt_like_apply(const akt_like *like, akt_dot *dot) {
  placing to = {.dot = dot};
  uint32_t count = dot->nodes.count;
  akt_map_init(&to.numbers, dot->arena);
  to.places = akt_arena_zalloc(dot->arena, (count + 1) * sizeof *to.places);
  to.is_placed = akt_arena_zalloc(dot->arena, count + 1);
  if (!take_known_places(&to, like))
    return false;
  place_new_ones(&to);
  for (uint32_t i = 0; i < count; i++) {
    // Whole points: a decimal point would depend on the locale.
    akt_dot_setf(dot->nodes.items[i], "pos", "%ld,%ld", (long)to.places[i].x,
                 (long)to.places[i].y);
  }
  return true;
}
