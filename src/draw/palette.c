// The default looks of well-known kinds stand here for graphs that come without
// a table of kinds (from another program, say); a rule file's table wins.
#include "draw/palette.h"

static const akt_theme themes[] = {
    {.name = "light",
     .paper = 0xFFFFFF,
     .title = 0x1B2A3A,
     .text = 0x1B2A3A,
     .muted = 0x5B6570,
     .pill = 0xFFFFFF,
     .cluster_fill = 0xF4F8FB,
     .cluster_line = 0xC6DAE8,
     .thin = 0x9DB9CC,
     .added = 0x0B7A3B,
     .removed = 0x7A828B,
     .tones = {[AKT_NEUTRAL] = {0x5B6570, 0x46505A, "onormal"},
               [AKT_COOPERATIVE] = {0x00795C, 0x00664B, "vee"},
               [AKT_HOSTILE] = {0xD55E00, 0xA84300, "normal"}}},
    {.name = "dark",
     .paper = 0x12171D,
     .title = 0xF2F5F8,
     .text = 0xE8ECF0,
     .muted = 0xA7B1BC,
     .pill = 0x1A2129,
     .cluster_fill = 0x18212A,
     .cluster_line = 0x34495C,
     .thin = 0x5E7C93,
     .added = 0x4CCB86,
     .removed = 0x8D97A1,
     .tones = {[AKT_NEUTRAL] = {0x94A0AC, 0xBAC4CE, "onormal"},
               [AKT_COOPERATIVE] = {0x35B58B, 0x6FD3AF, "vee"},
               [AKT_HOSTILE] = {0xF0883A, 0xFFB27A, "normal"}}},
    {.name = "print",
     .paper = 0xFFFFFF,
     .title = 0x000000,
     .text = 0x000000,
     .muted = 0x4A4A4A,
     .pill = 0xFFFFFF,
     .cluster_fill = 0xF7F7F7,
     .cluster_line = 0xB5B5B5,
     .thin = 0x8A8A8A,
     .added = 0x005A28,
     .removed = 0x777777,
     .tones = {[AKT_NEUTRAL] = {0x4A4A4A, 0x333333, "onormal"},
               [AKT_COOPERATIVE] = {0x005A44, 0x004A38, "vee"},
               [AKT_HOSTILE] = {0xA84300, 0x8A3600, "normal"}}},
};

static const akt_kind_look default_looks[] = {
    {"country", NULL, "box", "0072B2", "00598C", "FFFFFF"},
    {"person", NULL, "box", "F3EEFA", "7A5CA8", "1B2A3A"},
    {"official", "person", "box", "E3F0F9", "0072B2", "1B2A3A"},
    {"group", NULL, "hexagon", "F7E3EE", "B0548A", "1B2A3A"},
    {"organisation", NULL, "hexagon", "E8EAF6", "5564A8", "1B2A3A"},
    {"company", NULL, "component", "FBE9DD", "A85B2A", "1B2A3A"},
    {"event", NULL, "octagon", "FFF1C2", "A67C00", "1B2A3A"},
    {"agreement", NULL, "note", "DDF2EA", "00795C", "1B2A3A"},
    {"place", NULL, "square", "ECEDEE", "6B7280", "1B2A3A"},
};

static const char *const legend_order[] = {"country",      "official", "person", "group",
                                           "organisation", "company",  "media",  "event",
                                           "agreement",    "place",    "thing",  NULL};

// For kinds nobody gave a look: told apart by the hash of their name, so that a
// kind looks the same in every picture.
static const akt_kind_look spare_looks[] = {
    {NULL, NULL, "ellipse", "E6F4F7", "2B7A8C", "1B2A3A"},
    {NULL, NULL, "box", "F5F1E3", "8A7A3A", "1B2A3A"},
    {NULL, NULL, "house", "EFE8F3", "7D5A94", "1B2A3A"},
    {NULL, NULL, "tab", "E9F3E1", "55803A", "1B2A3A"},
    {NULL, NULL, "folder", "FBE6E6", "A84A4A", "1B2A3A"},
};

typedef struct shape_look {
  const char *name; // as rule files call it
  const char *shape;
  const char *style;
  const char *margin;
} shape_look;

static const shape_look shapes[] = {
    {"box", "box", "rounded,filled", "0.13,0.06"},
    {"square", "box", "filled", "0.13,0.06"},
    {"rect", "box", "filled", "0.13,0.06"},
    {"hexagon", "hexagon", "filled", "0,0.015"},
    {"octagon", "octagon", "filled", "0,0.03"},
    {"note", "note", "filled", "0.13,0.06"},
    {"ellipse", "ellipse", "filled", "0.02,0.02"},
    {"circle", "ellipse", "filled", "0.02,0.02"},
    {"house", "house", "filled", "0.05,0.06"},
    {"tab", "tab", "filled", "0.13,0.06"},
    {"folder", "folder", "filled", "0.13,0.06"},
    {"component", "component", "filled", "0.16,0.06"},
    {"cylinder", "cylinder", "filled", "0.13,0.06"},
    {"diamond", "diamond", "filled", "0,0"},
    {"parallelogram", "parallelogram", "filled", "0,0.03"},
    {"trapezium", "trapezium", "filled", "0,0.03"},
};

static const char *const theme_names[] = {"light", "dark", "print", NULL};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

const char *const *akt_palette_kinds(void) {
  return legend_order;
}

const char *const *akt_theme_names(void) {
  return theme_names;
}

const akt_theme *akt_theme_find(const char *name) {
  if (!name)
    return &themes[0];
  for (size_t i = 0; i < COUNT(themes); i++) {
    if (strcmp(themes[i].name, name) == 0)
      return &themes[i];
  }
  return NULL;
}

const char *akt_colour_text(akt_arena *arena, akt_colour colour) {
  return akt_arena_printf(arena, "#%06X", (unsigned)(colour & 0xFFFFFF));
}

static uint32_t channel(akt_colour colour, int shift) {
  return (colour >> shift) & 0xFF;
}

/// Linear light of one channel, times 10,000: a cubic that follows the sRGB
/// curve within 0.3 %, in integers, so that every machine decides alike.
static uint32_t linear_light(uint32_t value) {
  uint64_t c = value * 10000U / 255U;
  return (uint32_t)(c * (c * (c * 3053 / 10000 + 6822) / 10000 + 125) / 10000);
}

static uint32_t luminance(akt_colour colour) {
  return (2126 * linear_light(channel(colour, 16)) + 7152 * linear_light(channel(colour, 8)) +
          722 * linear_light(channel(colour, 0))) /
         10000;
}

uint32_t akt_colour_contrast(akt_colour a, akt_colour b) {
  uint32_t light = luminance(a), dark = luminance(b);
  if (light < dark) {
    uint32_t swap = light;
    light = dark;
    dark = swap;
  }
  return (light + 500) * 100 / (dark + 500);
}

static akt_colour mix(akt_colour a, akt_colour b, uint32_t percent_of_a) {
  akt_colour out = 0;
  for (int shift = 0; shift <= 16; shift += 8) {
    uint32_t value =
        (channel(a, shift) * percent_of_a + channel(b, shift) * (100 - percent_of_a)) / 100;
    out |= value << shift;
  }
  return out;
}

/// The colour, moved away from `ground` until the contrast is at least `wanted`.
static akt_colour stand_out(akt_colour colour, akt_colour ground, uint32_t wanted) {
  akt_colour pole = luminance(ground) < 1800 ? 0xFFFFFF : 0x000000;
  for (uint32_t percent = 100; percent > 0; percent -= 10) {
    akt_colour tried = mix(colour, pole, percent);
    if (akt_colour_contrast(tried, ground) >= wanted)
      return tried;
  }
  return pole;
}

static bool read_colour(const char *text, akt_colour *out) {
  if (!text)
    return false;
  if (*text == '#')
    text++;
  akt_colour colour = 0;
  for (int i = 0; i < 6; i++) {
    char c = akt_to_lower(text[i]);
    if (akt_is_digit(c))
      colour = colour * 16 + (akt_colour)(c - '0');
    else if (c >= 'a' && c <= 'f')
      colour = colour * 16 + (akt_colour)(c - 'a' + 10);
    else
      return false;
  }
  if (text[6])
    return false;
  *out = colour;
  return true;
}

static const akt_kind_look *find_look(const akt_kind_look *looks, size_t count,
                                      const char *kind) {
  for (size_t i = 0; i < count; i++) {
    if (looks[i].name && strcmp(looks[i].name, kind) == 0)
      return &looks[i];
  }
  return NULL;
}

static void fill_gaps(akt_kind_look *look, const akt_kind_look *from) {
  if (!look->shape)
    look->shape = from->shape;
  if (!look->fill)
    look->fill = from->fill;
  if (!look->line)
    look->line = from->line;
  if (!look->text)
    look->text = from->text;
}

/// What a kind lists, then what its parents list, then the defaults.
static akt_kind_look collect_look(const akt_graph *graph, const char *kind) {
  akt_kind_look look = {0};
  const akt_kind_look *spare = &spare_looks[akt_hash(kind, strlen(kind)) % COUNT(spare_looks)];
  const char *name = kind;
  const akt_kind_look *known = NULL; // default of the nearest ancestor that has one
  for (int depth = 0; name && depth < 16; depth++) {
    const akt_kind_look *listed = find_look(graph->kinds.items, graph->kinds.count, name);
    const akt_kind_look *standard = find_look(default_looks, COUNT(default_looks), name);
    if (listed)
      fill_gaps(&look, listed);
    if (standard && !known)
      known = standard;
    name = listed && listed->parent ? listed->parent : standard ? standard->parent : NULL;
  }
  if (known)
    fill_gaps(&look, known);
  fill_gaps(&look, spare);
  return look;
}

static const shape_look *find_shape(const char *name) {
  for (size_t i = 0; name && i < COUNT(shapes); i++) {
    if (strcmp(shapes[i].name, name) == 0)
      return &shapes[i];
  }
  return &shapes[0];
}

akt_node_look akt_palette_kind(const akt_graph *graph, const akt_theme *theme,
                               const char *kind) {
  akt_kind_look listed = collect_look(graph, kind);
  const shape_look *shape = find_shape(listed.shape);
  akt_node_look look = {.shape = shape->shape, .style = shape->style, .margin = shape->margin};
  if (!read_colour(listed.fill, &look.fill))
    look.fill = 0xECEDEE;
  if (!read_colour(listed.line, &look.line))
    look.line = mix(look.fill, 0x000000, 60);
  if (!read_colour(listed.text, &look.text))
    look.text = theme->text;
  look.is_prominent = luminance(look.fill) < 2600;
  if (strcmp(theme->name, "print") == 0) {
    look.fill = look.is_prominent ? 0xE4E4E4 : 0xFFFFFF;
    look.line = stand_out(look.line, 0xFFFFFF, 700);
    look.text = 0x000000;
  } else if (strcmp(theme->name, "dark") == 0 && !look.is_prominent) {
    look.fill = mix(look.line, theme->paper, 30);
    look.line = stand_out(look.line, theme->paper, 450);
    look.text = theme->text;
  }
  look.text = stand_out(look.text, look.fill, 450);
  look.role = stand_out(look.is_prominent ? look.text : theme->muted, look.fill, 450);
  return look;
}

akt_node_look akt_palette_unnamed(akt_node_look look, const akt_theme *theme) {
  look.is_unnamed = !look.is_prominent;
  if (!look.is_unnamed)
    return look;
  look.fill = mix(look.fill, theme->paper, 45);
  look.text = stand_out(theme->muted, look.fill, 450);
  return look;
}
