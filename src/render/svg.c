// A reader for the flat XML that the SVG writer of Graphviz makes: declaration,
// comments, elements with quoted attributes, text. Anything else is refused.
#include "render/svg.h"

#include "base/vec.h"

static const char *const kept_elements[] = {"svg",  "g",        "title", "polygon",
                                            "path", "polyline", "text",  "ellipse"};

static const char *const kept_attributes[] = {"width",
                                              "height",
                                              "viewBox",
                                              "xmlns",
                                              "id",
                                              "class",
                                              "transform",
                                              "fill",
                                              "stroke",
                                              "stroke-width",
                                              "points",
                                              "d",
                                              "x",
                                              "y",
                                              "cx",
                                              "cy",
                                              "rx",
                                              "ry",
                                              "text-anchor",
                                              "font-size",
                                              "font-weight",
                                              "font-style",
                                              "stroke-dasharray",
                                              "fill-opacity",
                                              "stroke-opacity",
                                              "text-decoration",
                                              "baseline-shift"};

#define FONTS "Arial,'Liberation Sans',Arimo,Helvetica,sans-serif"

typedef struct attribute {
  akt_span name;
  akt_span value; // as written, entities and all
} attribute;

typedef AKT_VEC(attribute) attribute_list;

/// An element that was opened: what to write at its end.
typedef enum open_tag { TAG_DROPPED, TAG_KEPT, TAG_PART } open_tag;
typedef AKT_VEC(open_tag) open_list;

typedef struct cleaner {
  akt_arena *arena;
  akt_span text;
  size_t at;
  akt_buf *out;
  open_list open;
  akt_span pending_title; // of the group just opened; replaced by its tooltip
  bool has_pending_title;
  bool is_seen;      // the svg element
  uint32_t node;     // number of elements open around the node that we are in; 0: none
  akt_span text_y;   // of the text element read last
  bool is_text_held; // its end tag is not written yet
} cleaner;

static bool is_listed(const char *const *list, size_t count, akt_span name) {
  for (size_t i = 0; i < count; i++) {
    if (akt_span_is(name, list[i]))
      return true;
  }
  return false;
}

#define IS_LISTED(list, name) is_listed((list), sizeof(list) / sizeof(list)[0], (name))

/// Moves behind the next `end`; false when there is none.
static bool skip_past(cleaner *from, const char *end) {
  size_t len = strlen(end);
  for (; from->at + len <= from->text.len; from->at++) {
    if (memcmp(from->text.ptr + from->at, end, len) == 0) {
      from->at += len;
      return true;
    }
  }
  return false;
}

static bool starts_with(const cleaner *from, const char *prefix) {
  akt_span rest = {from->text.ptr + from->at, from->text.len - from->at};
  return akt_span_starts_with(rest, prefix);
}

static bool is_name_char(char c) {
  return akt_is_alpha(c) || akt_is_digit(c) || c == '-' || c == '_' || c == ':';
}

static akt_span read_name(cleaner *from) {
  size_t start = from->at;
  while (from->at < from->text.len && is_name_char(from->text.ptr[from->at]))
    from->at++;
  return (akt_span){from->text.ptr + start, from->at - start};
}

static void skip_blanks(cleaner *from) {
  while (from->at < from->text.len && akt_is_blank(from->text.ptr[from->at]))
    from->at++;
}

static bool read_attributes(cleaner *from, attribute_list *list) {
  for (;;) {
    skip_blanks(from);
    attribute one = {.name = read_name(from)};
    if (one.name.len == 0)
      return true;
    if (!starts_with(from, "=\""))
      return false;
    from->at += 2;
    size_t start = from->at;
    if (!skip_past(from, "\""))
      return false;
    one.value = (akt_span){from->text.ptr + start, from->at - 1 - start};
    akt_vec_push(from->arena, list, one);
  }
}

/// Whether an entity that every XML reader knows starts here. The SVG writer
/// passes on whatever looks like one, "&foo;" and "&#0;" too.
static bool is_entity(const char *ptr, size_t len) {
  static const char *const known[] = {"&amp;", "&lt;",  "&gt;",   "&quot;", "&apos;",
                                      "&#10;", "&#45;", "&#160;", "&#39;",  "&#34;",
                                      "&#38;", "&#60;", "&#62;",  "&#92;"};
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    if (akt_span_starts_with((akt_span){ptr, len}, known[i]))
      return true;
  }
  return false;
}

/// What a text says must not even look like code to a simple filter: a colon
/// after "javascript" and an equals sign are written as entities.
static const char *disguise(const char *start, const char *ptr) {
  static const char word[] = "javascript";
  size_t len = sizeof word - 1;
  if (*ptr == '=')
    return "&#61;";
  if (*ptr != ':' || (size_t)(ptr - start) < len)
    return NULL;
  for (size_t i = 0; i < len; i++) {
    if (akt_to_lower(ptr[(ptrdiff_t)i - (ptrdiff_t)len]) != word[i])
      return NULL;
  }
  return "&#58;";
}

/// Writes the byte at `ptr`, or the entity there; gives the bytes read. `start`:
/// where the text begins.
static size_t write_char(akt_buf *out, const char *start, const char *ptr, size_t len) {
  static const char hyphen[] = "&#45;"; // needless, and it hides class names
  const char *disguised = disguise(start, ptr);
  if (akt_span_starts_with((akt_span){ptr, len}, hyphen)) {
    akt_buf_putc(out, '-');
    return sizeof hyphen - 1;
  }
  if (disguised)
    akt_buf_puts(out, disguised);
  else if (*ptr == '<')
    akt_buf_puts(out, "&lt;");
  else if (*ptr == '>')
    akt_buf_puts(out, "&gt;");
  else if (*ptr == '&' && !is_entity(ptr, len))
    akt_buf_puts(out, "&amp;");
  else if ((unsigned char)*ptr >= 0x20 || *ptr == '\n')
    akt_buf_putc(out, *ptr);
  return 1;
}

/// Values hold no markup of their own: what could end one is written as entity.
static void write_value(akt_buf *out, akt_span value) {
  for (size_t i = 0; i < value.len;)
    i += write_char(out, value.ptr, value.ptr + i, value.len - i);
}

static void write_attributes(akt_buf *out, const attribute_list *list) {
  for (uint32_t i = 0; i < list->count; i++) {
    const attribute *one = &list->items[i];
    if (akt_span_is(one->name, "font-family")) {
      akt_buf_puts(out, " font-family=\"" FONTS "\"");
    } else if (IS_LISTED(kept_attributes, one->name)) {
      akt_buf_putc(out, ' ');
      akt_buf_add(out, one->name.ptr, one->name.len);
      akt_buf_puts(out, "=\"");
      write_value(out, one->value);
      akt_buf_putc(out, '"');
    }
  }
}

static void write_title(cleaner *to, akt_span title) {
  to->has_pending_title = false;
  if (title.len == 0)
    return;
  akt_buf_puts(to->out, "<title>");
  write_value(to->out, title);
  akt_buf_puts(to->out, "</title>\n");
}

/// `<a xlink:title="...">` around the shapes of a node or line: only its text is
/// kept, as the title of the group.
static void take_tooltip(cleaner *to, const attribute_list *list) {
  if (!to->has_pending_title)
    return;
  for (uint32_t i = 0; i < list->count; i++) {
    if (akt_span_is(list->items[i].name, "xlink:title"))
      write_title(to, list->items[i].value);
  }
}

static akt_span value_of(const attribute_list *list, const char *name) {
  for (uint32_t i = 0; i < list->count; i++) {
    if (akt_span_is(list->items[i].name, name))
      return list->items[i].value;
  }
  return (akt_span){"", 0};
}

static void end_held_text(cleaner *to) {
  if (to->is_text_held)
    akt_buf_puts(to->out, "</text>\n");
  to->is_text_held = false;
}

/// The writer makes a text element of each change of type within a line, and sets
/// it where it thinks the one before ends. Viewers measure type a little
/// differently, so such pieces become parts of one element. Those of the head, no
/// part of a node, are apart on purpose and stay so.
static bool continue_text(cleaner *to, const attribute_list *list) {
  static const char *const names[] = {"font-style", "font-weight", "font-size", "fill"};
  if (!to->is_text_held || !akt_span_equal(value_of(list, "y"), to->text_y))
    return false;
  akt_buf_puts(to->out, "<tspan");
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    akt_span value = value_of(list, names[i]);
    akt_buf_printf(to->out, " %s=\"%.*s\"", names[i], value.len ? (int)value.len : 6,
                   value.len ? value.ptr : "normal");
  }
  akt_buf_putc(to->out, '>');
  return true;
}

/// The `<g id="a_...">` that the writer puts around each `<a>`.
static bool is_link_wrapper(const attribute_list *list) {
  return list->count == 1 && akt_span_is(list->items[0].name, "id") &&
         akt_span_starts_with(list->items[0].value, "a_");
}

static bool open_element(cleaner *to, akt_span name, const attribute_list *list,
                         bool is_empty) {
  bool is_text = akt_span_is(name, "text");
  if (is_text && !is_empty && continue_text(to, list)) {
    akt_vec_push(to->arena, &to->open, TAG_PART);
    return true;
  }
  end_held_text(to);
  if (is_text)
    to->text_y = value_of(list, "y");
  bool is_link = akt_span_is(name, "a");
  bool is_kept = !is_link && !(akt_span_is(name, "g") && to->is_seen && is_link_wrapper(list));
  if (is_link)
    take_tooltip(to, list);
  else if (!IS_LISTED(kept_elements, name))
    return false;
  else if (is_kept && to->has_pending_title)
    write_title(to, (akt_span){"", 0});
  if (is_kept) {
    akt_buf_putc(to->out, '<');
    akt_buf_add(to->out, name.ptr, name.len);
    write_attributes(to->out, list);
    if (akt_span_is(name, "svg"))
      akt_buf_puts(to->out, " role=\"img\"");
    akt_buf_puts(to->out, is_empty ? "/>" : ">");
  }
  to->is_seen = to->is_seen || akt_span_is(name, "svg");
  if (!is_empty && !to->node && akt_span_starts_with(value_of(list, "class"), "node"))
    to->node = to->open.count + 1;
  if (!is_empty)
    akt_vec_push(to->arena, &to->open, is_kept ? TAG_KEPT : TAG_DROPPED);
  return true;
}

/// Titles are held back: the tooltip that may follow says more. The first one is
/// the picture's own.
static bool read_title(cleaner *to) {
  size_t start = to->at;
  if (!skip_past(to, "</title>"))
    return false;
  akt_span title = {to->text.ptr + start, to->at - strlen("</title>") - start};
  to->pending_title = title;
  to->has_pending_title = true;
  if (to->open.count == 2)
    write_title(to, title);
  return true;
}

static bool read_start_tag(cleaner *to) {
  to->at++;
  akt_span name = read_name(to);
  attribute_list list = {0};
  if (name.len == 0 || !read_attributes(to, &list))
    return false;
  bool is_empty = starts_with(to, "/>");
  if (!is_empty && !starts_with(to, ">"))
    return false;
  to->at += is_empty ? 2 : 1;
  if (akt_span_is(name, "title"))
    return !is_empty && read_title(to);
  return open_element(to, name, &list, is_empty);
}

static bool read_end_tag(cleaner *to) {
  to->at += 2;
  akt_span name = read_name(to);
  if (to->open.count == 0 || !starts_with(to, ">"))
    return false;
  to->at++;
  open_tag tag = to->open.items[--to->open.count];
  if (to->open.count < to->node)
    to->node = 0;
  if (tag == TAG_PART) {
    akt_buf_puts(to->out, "</tspan>");
  } else if (tag == TAG_KEPT && akt_span_is(name, "text") && to->node) {
    to->is_text_held = true;
  } else if (tag == TAG_KEPT) {
    end_held_text(to);
    akt_buf_puts(to->out, "</");
    akt_buf_add(to->out, name.ptr, name.len);
    akt_buf_putc(to->out, '>');
  }
  return true;
}

static void copy_text(cleaner *to) {
  while (to->at < to->text.len && to->text.ptr[to->at] != '<') {
    const char *c = to->text.ptr + to->at;
    // Line breaks between dropped elements would pile up.
    bool is_repeated = *c == '\n' && to->out->len && to->out->ptr[to->out->len - 1] == '\n';
    is_repeated = is_repeated || (*c == '\n' && to->is_text_held);
    to->at += is_repeated ? 1 : write_char(to->out, to->text.ptr, c, to->text.len - to->at);
  }
}

bool akt_svg_clean(akt_arena *arena, akt_span svg, akt_buf *out) {
  cleaner to = {.arena = arena, .text = svg, .out = out};
  akt_buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n");
  while (to.at < svg.len) {
    bool is_fine = true;
    if (svg.ptr[to.at] != '<') {
      if (to.is_seen)
        copy_text(&to);
      else
        to.at++;
    } else if (starts_with(&to, "<!--"))
      is_fine = skip_past(&to, "-->");
    else if (starts_with(&to, "<?"))
      is_fine = skip_past(&to, "?>");
    else if (starts_with(&to, "<!"))
      is_fine = skip_past(&to, ">");
    else
      is_fine = starts_with(&to, "</") ? read_end_tag(&to) : read_start_tag(&to);
    if (!is_fine)
      return false;
  }
  return to.is_seen && to.open.count == 0;
}
