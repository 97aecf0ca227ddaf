#include "export/look.h"

#include "export/escape.h"

static const akt_kind_look *find_kind(const akt_graph *graph, const char *kind) {
  for (uint32_t i = 0; i < graph->kinds.count; i++)
    if (strcmp(graph->kinds.items[i].name, kind) == 0)
      return &graph->kinds.items[i];
  return NULL;
}

static bool is_hex_colour(const char *text) {
  return text && strlen(text) == 6 && strspn(text, "0123456789abcdefABCDEF") == 6;
}

static bool is_word(const char *text) {
  return text && *text &&
         strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_-") == strlen(text);
}

akt_look akt_look_kind(const akt_graph *graph, const char *kind) {
  akt_look look = {NULL, NULL, NULL, NULL};
  // Bounded: a graph file may list kinds that are each other's parents.
  for (int i = 0; kind && i < 16; i++) {
    const akt_kind_look *found = find_kind(graph, kind);
    if (!found)
      break;
    if (!look.shape && is_word(found->shape))
      look.shape = found->shape;
    if (!look.fill && is_hex_colour(found->fill)) {
      // A fill and the text on it belong together.
      look.fill = found->fill;
      look.line = is_hex_colour(found->line) ? found->line : NULL;
      look.text = is_hex_colour(found->text) ? found->text : NULL;
    }
    kind = found->parent;
  }
  if (!look.fill)
    look.fill = "ECEDEE";
  return (akt_look){look.shape ? look.shape : "ellipse", look.fill,
                    look.line ? look.line : "6B7280", look.text ? look.text : "1B2A3A"};
}

static uint32_t hex_pair(const char *digits) {
  uint32_t value = 0;
  for (int i = 0; i < 2; i++) {
    char c = akt_to_lower(digits[i]);
    value = value * 16 + (uint32_t)(akt_is_digit(c) ? c - '0' : c - 'a' + 10);
  }
  return value;
}

// Weights of the eye for red, green and blue, out of 256.
static uint32_t brightness(const char *digits) {
  return (54 * hex_pair(digits) + 183 * hex_pair(digits + 2) + 19 * hex_pair(digits + 4)) / 256;
}

const char *akt_look_disc(const akt_graph *graph, const char *kind) {
  enum { LIGHT = 190 };
  akt_look look = akt_look_kind(graph, kind);
  return brightness(look.fill) > LIGHT ? look.line : look.fill;
}

const char *akt_look_tone(akt_tone tone) {
  static const char *const colours[] = {"5B6570", "00795C", "D55E00"};
  return colours[tone];
}

const char *akt_look_colour(akt_arena *arena, const char *digits) {
  return akt_arena_printf(arena, "#%s", digits);
}

const char *akt_look_label(akt_arena *arena, const akt_edge *edge) {
  static const char *const words[] = {"", "reportedly ", "plans: ", "if: "};
  const char *label = edge->label ? edge->label : edge->key.relation;
  if (edge->key.polarity == AKT_AFFIRMED && edge->key.modality == AKT_ASSERTED)
    return label;
  return akt_arena_printf(arena, "%s%s%s", words[edge->key.modality],
                          edge->key.polarity == AKT_NEGATED ? "not " : "", label);
}

const char *akt_look_wording(const akt_edge *edge) {
  bool is_plain = edge->key.polarity == AKT_AFFIRMED && edge->key.modality == AKT_ASSERTED;
  return is_plain ? NULL : edge->label;
}

const char *akt_look_type(akt_arena *arena, const akt_edge *edge) {
  static const char *const words[] = {"", "ALLEGED_", "PLANNED_", "CONDITIONAL_"};
  akt_buf out;
  akt_buf_init(&out, arena);
  akt_sink sink = akt_sink_to_buf(&out);
  akt_sink_puts(&sink, words[edge->key.modality]);
  akt_sink_puts(&sink, edge->key.polarity == AKT_NEGATED ? "NOT_" : "");
  akt_put_type_name(&sink, edge->key.relation);
  return akt_buf_text(&out);
}

const char *akt_look_line(const akt_edge *edge) {
  if (edge->key.polarity == AKT_NEGATED)
    return "dashed";
  return edge->key.modality == AKT_ASSERTED ? "solid" : "dotted";
}

static bool has_ends(const akt_edge *edge, uint32_t source, uint32_t target) {
  return edge->key.source == source && edge->key.target == target;
}

// The edges of one direction stand together.
akt_parallel akt_look_parallel(const akt_graph *graph, uint32_t edge) {
  const akt_edge *items = graph->edges.items;
  uint32_t source = items[edge].key.source;
  uint32_t target = items[edge].key.target;
  uint32_t first = edge;
  while (first > 0 && has_ends(&items[first - 1], source, target))
    first--;
  uint32_t end = edge + 1;
  while (end < graph->edges.count && has_ends(&items[end], source, target))
    end++;
  return (akt_parallel){edge - first, end - first};
}

// The sunflower's spiral: the golden angle, by turning a vector, since sine and
// cosine differ in their last digits from one machine to the next.
akt_place akt_look_place(uint32_t index) {
  const double cosine = -0.7373688780783197;
  const double sine = 0.6754902942615238;
  akt_place unit = {1, 0};
  akt_place turn = {cosine, sine};
  for (uint32_t n = index; n; n >>= 1) {
    if (n & 1)
      unit = (akt_place){unit.x * turn.x - unit.y * turn.y, unit.x * turn.y + unit.y * turn.x};
    turn = (akt_place){turn.x * turn.x - turn.y * turn.y, 2 * turn.x * turn.y};
  }
  double radius = 0;
  double guess = index + 0.5;
  if (index || guess > 0) {
    radius = guess > 1 ? guess : 1;
    for (int i = 0; i < 60; i++)
      radius = (radius + guess / radius) / 2; // square root
  }
  return (akt_place){unit.x * radius, unit.y * radius};
}
