#include "draw/story.h"

#include "draw/assets.h"
#include "draw/label.h"
#include "draw/sha256.h"
#include "draw/text.h"
#include "json/json.h"

// ---- the statements as data

static void add_piece(akt_json_writer *to, const akt_evidence *evidence) {
  akt_json_open_object(to, NULL);
  akt_json_add_uint(to, "doc", evidence->document);
  akt_json_add_text(to, "quote", evidence->quote.text ? evidence->quote.text : "");
  akt_json_add_uint(to, "start", evidence->quote.start);
  akt_json_add_uint(to, "end", evidence->quote.end);
  akt_json_add_text_if(to, "rule", evidence->rule);
  akt_json_add_text_if(to, "who", evidence->attribution);
  akt_json_add_text_if(to, "date", evidence->date);
  akt_json_close(to);
}

static void add_edges(akt_json_writer *to, const akt_graph *graph) {
  akt_json_stream_array(to, "edges");
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    const akt_edge *edge = &graph->edges.items[i];
    akt_json_open_object(to, NULL);
    akt_json_add_uint(to, "source", edge->key.source);
    akt_json_add_uint(to, "target", edge->key.target);
    akt_json_add_text(to, "label", edge->label ? edge->label : edge->key.relation);
    akt_json_add_text(to, "tone", akt_tone_name(edge->tone));
    akt_json_add_text(to, "polarity", akt_polarity_name(edge->key.polarity));
    akt_json_add_text(to, "modality", akt_modality_name(edge->key.modality));
    akt_json_add_bool(to, "mutual", edge->is_mutual);
    akt_json_open_array(to, "evidence");
    for (uint32_t j = 0; j < edge->evidence.count; j++)
      add_piece(to, &edge->evidence.items[j]);
    akt_json_close(to);
    akt_json_close(to);
  }
  akt_json_close(to);
}

static void add_nodes(akt_json_writer *to, const akt_graph *graph, akt_arena *arena) {
  akt_json_stream_array(to, "nodes");
  for (uint32_t i = 0; i < graph->nodes.count; i++) {
    const akt_node *node = &graph->nodes.items[i];
    akt_json_open_object(to, NULL);
    akt_json_add_text(to, "svg", akt_text_id(arena, node->id));
    akt_json_add_text(to, "label", node->label);
    akt_json_add_text(to, "kind", node->kind);
    akt_json_add_text_if(to, "role", node->role);
    akt_json_open_array(to, "aliases");
    for (uint32_t j = 0; j < node->aliases.count; j++)
      akt_json_add_text(to, NULL, node->aliases.items[j]);
    akt_json_close(to);
    akt_json_close(to);
  }
  akt_json_close(to);
}

static void add_documents(akt_json_writer *to, const akt_graph *graph) {
  akt_json_stream_array(to, "documents");
  for (uint32_t i = 0; i < graph->documents.count; i++) {
    const akt_document *document = &graph->documents.items[i];
    akt_json_open_object(to, NULL);
    akt_json_add_text(to, "id", document->id);
    akt_json_add_text_if(to, "title", document->title);
    akt_json_add_text_if(to, "date", document->date);
    akt_json_add_text_if(to, "url", document->url);
    akt_json_add_text_if(to, "text", document->text);
    akt_json_close(to);
  }
  akt_json_close(to);
}

/// Which statements stand behind a pill or line of the picture.
static void add_groups(akt_json_writer *to, const akt_plan *plan) {
  akt_json_stream_array(to, "groups");
  for (uint32_t i = 0; i < plan->groups.count; i++) {
    const akt_group *group = &plan->groups.items[i];
    akt_json_open_object(to, NULL);
    akt_json_add_text(to, "svg", group->name);
    akt_json_open_array(to, "edges");
    for (uint32_t j = 0; j < group->edges.count; j++)
      akt_json_add_uint(to, NULL, group->edges.items[j]);
    akt_json_close(to);
    akt_json_close(to);
  }
  akt_json_close(to);
}

/// As text that can stand in a page: "<" is written so that no tag can end it.
static akt_span make_data(const akt_plan *plan) {
  akt_buf json, safe;
  akt_buf_init(&json, plan->arena);
  akt_buf_init(&safe, plan->arena);
  akt_sink sink = akt_sink_to_buf(&json);
  akt_json_writer *to = akt_json_writer_new(plan->arena, &sink);
  akt_json_stream_object(to, NULL);
  add_documents(to, plan->graph);
  add_nodes(to, plan->graph, plan->arena);
  add_edges(to, plan->graph);
  add_groups(to, plan);
  akt_json_close(to);
  for (size_t i = 0; i < json.len; i++) {
    if (json.ptr[i] == '<')
      akt_buf_puts(&safe, "\\u003c");
    else
      akt_buf_putc(&safe, json.ptr[i]);
  }
  return (akt_span){akt_buf_text(&safe), safe.len};
}

// ---- colours, so that the page can change between light and dark

static void add_variables(akt_buf *out, const char *selector, const akt_theme *theme) {
  bool is_dark = strcmp(theme->name, "dark") == 0;
  akt_buf_printf(out, "%s{--paper:#%06X;--text:#%06X;--muted:#%06X;--field:#%06X;--edge:#%06X;",
                 selector, (unsigned)theme->paper, (unsigned)theme->text,
                 (unsigned)theme->muted, (unsigned)theme->pill, (unsigned)theme->cluster_line);
  akt_buf_printf(out, "--neutral:#%06X;--cooperative:#%06X;--hostile:#%06X;",
                 (unsigned)theme->tones[AKT_NEUTRAL].line,
                 (unsigned)theme->tones[AKT_COOPERATIVE].line,
                 (unsigned)theme->tones[AKT_HOSTILE].line);
  akt_buf_printf(out, "--focus:%s;--mark:%s;--mark-chosen:%s;color-scheme:%s}\n",
                 is_dark ? "#6DB8F2" : "#0B63B5", is_dark ? "#3A3413" : "#FFF3C4",
                 is_dark ? "#6B5C12" : "#FFDF6B", theme->name);
}

#define SHAPES ":is(path,polygon,polyline,ellipse)"

static void add_kind_colours(akt_buf *out, const akt_plan *plan, const akt_theme *theme) {
  akt_map seen;
  akt_map_init(&seen, plan->arena);
  for (uint32_t i = 0; i < plan->graph->nodes.count; i++) {
    const char *kind = plan->graph->nodes.items[i].kind;
    if (akt_map_get(&seen, akt_span_of(kind)) != AKT_NONE)
      continue;
    akt_map_add(&seen, akt_span_of(kind), 1);
    akt_node_look look = akt_palette_kind(plan->graph, theme, kind);
    akt_node_look light = akt_palette_kind(plan->graph, akt_theme_find("light"), kind);
    const char *name = akt_text_id(plan->arena, kind);
    akt_buf_printf(out, ".is-dark svg>g>[fill=\"#%06x\"]{fill:#%06X;stroke:#%06X}\n",
                   (unsigned)light.fill, (unsigned)look.fill, (unsigned)look.line);
    akt_buf_printf(out, ".is-dark .kind-%s>" SHAPES "{fill:#%06X;stroke:#%06X}\n", name,
                   (unsigned)look.fill, (unsigned)look.line);
    akt_buf_printf(out, ".is-dark .kind-%s>text{fill:#%06X}\n", name, (unsigned)look.text);
  }
}

static void add_tone_colours(akt_buf *out, const akt_theme *theme) {
  static const char *const names[] = {"neutral", "cooperative", "hostile"};
  akt_buf_printf(out, ".is-dark .node.statement tspan[fill=\"#%06x\"]{fill:#%06X}\n",
                 (unsigned)akt_theme_find("light")->muted, (unsigned)theme->muted); // "x2"
  for (size_t i = 0; i < 3; i++) {
    akt_tone_look look = theme->tones[i];
    akt_buf_printf(out,
                   ".is-dark .node.%s>" SHAPES "{fill:#%06X;stroke:#%06X}\n"
                   ".is-dark .node.%s text,.is-dark .node.%s tspan{fill:#%06X}\n"
                   ".is-dark .edge.%s>" SHAPES "{stroke:#%06X}\n",
                   names[i], (unsigned)theme->pill, (unsigned)look.line, names[i], names[i],
                   (unsigned)look.text, names[i], (unsigned)look.line);
    if (i != AKT_NEUTRAL) // its arrowhead is open
      akt_buf_printf(out, ".is-dark .edge.%s>polygon{fill:#%06X}\n", names[i],
                     (unsigned)look.line);
  }
}

/// The texts of the head and the samples of its legend have no class: they are known
/// by their light colour.
static void add_head_colours(akt_buf *out, const akt_theme *light, const akt_theme *dark) {
  const akt_colour pairs[][2] = {
      {light->paper, dark->paper},
      {light->title, dark->title},
      {light->muted, dark->muted},
      {light->tones[AKT_NEUTRAL].line, dark->tones[AKT_NEUTRAL].line},
      {light->tones[AKT_COOPERATIVE].line, dark->tones[AKT_COOPERATIVE].line},
      {light->tones[AKT_HOSTILE].line, dark->tones[AKT_HOSTILE].line}};
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
    akt_buf_printf(out,
                   ".is-dark svg>g>[fill=\"#%06x\"]{fill:#%06X}\n"
                   ".is-dark svg>g>[stroke=\"#%06x\"]{stroke:#%06X}\n",
                   (unsigned)pairs[i][0], (unsigned)pairs[i][1], (unsigned)pairs[i][0],
                   (unsigned)pairs[i][1]);
}

static akt_span make_styles(const akt_plan *plan) {
  const akt_theme *dark = akt_theme_find("dark");
  akt_buf out;
  akt_buf_init(&out, plan->arena);
  add_variables(&out, ":root", akt_theme_find("light"));
  add_variables(&out, ".is-dark", dark);
  akt_buf_printf(&out,
                 ".is-dark #picture svg>g>polygon:first-of-type{fill:#%06X;stroke:none}\n",
                 (unsigned)dark->paper);
  add_head_colours(&out, akt_theme_find("light"), dark);
  akt_buf_printf(&out, ".is-dark .home>" SHAPES "{fill:#%06X;stroke:#%06X}\n",
                 (unsigned)dark->cluster_fill, (unsigned)dark->cluster_line);
  akt_buf_printf(&out, ".is-dark .affiliation>path{stroke:#%06X}\n", (unsigned)dark->thin);
  add_kind_colours(&out, plan, dark);
  add_tone_colours(&out, dark);
  akt_buf_add(&out, akt_asset_story_css, akt_asset_story_css_len);
  return (akt_span){akt_buf_text(&out), out.len};
}

// ---- the page

static const char page_body[] =
    "<header><h1 id=\"title\">%s</h1>\n"
    "<input id=\"search\" type=\"search\" placeholder=\"Search ( / )\" "
    "aria-label=\"Search entities and statements\">\n"
    "<details class=\"filters\"><summary>Filters</summary><div id=\"filters\">\n"
    "<fieldset><legend>Date</legend>"
    "<label>from <input id=\"since\" type=\"date\"></label>"
    "<label>to <input id=\"until\" type=\"date\"></label></fieldset></div></details>\n"
    "<button id=\"clear\" type=\"button\" title=\"Esc\">Show all</button>\n"
    "<button id=\"dark\" type=\"button\">Dark / light</button></header>\n"
    "<section id=\"article\" aria-label=\"Article\" hidden>"
    "<select id=\"document\" aria-label=\"Article\"></select><div "
    "id=\"text\"></div></section>\n"
    "<main id=\"picture\">";

static const char page_end[] =
    "<div id=\"zoom\"><button id=\"zoom-in\" type=\"button\" aria-label=\"Zoom in\">+</button>"
    "<button id=\"zoom-out\" type=\"button\" aria-label=\"Zoom out\">\xE2\x88\x92</button>"
    "<button id=\"zoom-all\" type=\"button\" aria-label=\"Whole picture\">0</button></div>"
    "</main>\n<aside id=\"panel\" aria-live=\"polite\"></aside>\n";

/// The picture without its XML declaration, which has no place inside a page.
static akt_span inner_svg(akt_span svg) {
  static const char start[] = "<svg";
  for (size_t i = 0; i + sizeof start - 1 <= svg.len; i++) {
    if (memcmp(svg.ptr + i, start, sizeof start - 1) == 0)
      return (akt_span){svg.ptr + i, svg.len - i};
  }
  return (akt_span){NULL, 0};
}

/// The policy lets the browser run our script and our styles and nothing else.
static void add_head(akt_buf *out, const char *title, akt_span styles, akt_span script) {
  akt_buf_printf(out,
                 "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                 "script-src 'sha256-%s'; style-src 'sha256-%s'; base-uri 'none'; "
                 "form-action 'none'\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                 "<meta name=\"referrer\" content=\"no-referrer\">\n<title>%s</title>\n<style>",
                 akt_sha256_base64(out->arena, script), akt_sha256_base64(out->arena, styles),
                 title);
  akt_buf_add(out, styles.ptr, styles.len);
  akt_buf_puts(out, "</style></head>\n<body>\n");
}

static void write_page(const akt_plan *plan, akt_span svg, akt_sink *sink) {
  akt_span styles = make_styles(plan), data = make_data(plan);
  akt_span script = {akt_asset_story_js, akt_asset_story_js_len};
  akt_buf title, head;
  akt_buf_init(&title, plan->arena);
  akt_buf_init(&head, plan->arena);
  akt_text_escape_plain(&title, akt_span_of(akt_label_title(plan)));
  add_head(&head, akt_buf_text(&title), styles, script);
  akt_buf_printf(&head, page_body, akt_buf_text(&title));
  akt_sink_write(sink, head.ptr, head.len);
  akt_sink_write(sink, svg.ptr, svg.len);
  akt_sink_puts(sink, page_end);
  akt_sink_puts(sink, "<script type=\"application/json\" id=\"aktant-data\">");
  akt_sink_write(sink, data.ptr, data.len);
  akt_sink_puts(sink, "</script>\n<script>");
  akt_sink_write(sink, script.ptr, script.len);
  akt_sink_puts(sink, "</script>\n</body></html>\n");
}

bool akt_story_write(const akt_graph *graph, const akt_draw_options *options, akt_span svg,
                     akt_arena *arena, akt_sink *sink, const char **why) {
  akt_plan plan;
  akt_span inner = inner_svg(svg);
  *why = "";
  if (!inner.ptr) {
    *why = "the story page needs the picture of the graph as SVG";
    return false;
  }
  if (!akt_plan_make(&plan, graph, NULL, options, arena)) {
    *why = "the graph has too many entities for a story page";
    return false;
  }
  akt_group_make(&plan);
  write_page(&plan, inner, sink);
  return true;
}
