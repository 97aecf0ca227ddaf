// Pairs that no rule joined, counted over a corpus.
#include "api/walk.h"
#include "base/utf8.h"
#include "extract/unjoined.h"
#include "json/json.h"

#include <stdlib.h>

enum { MOST_WORDS = 12, MOST_BETWEEN = 3, MOST_KEPT = 64 };

typedef struct between {
  const char *words; // "A [closed its border with] B" without A and B
  const char *first, *second;
  uint32_t count;
} between;

typedef struct gap {
  const char *names[2], *kinds[2]; // by bytes
  uint32_t count;
  uint32_t order; // of first sight
  const char *document, *sentence;
  AKT_VEC(between) betweens;
} gap;

typedef struct gapping {
  const aktant_rules *rules;
  akt_sink sink;
  bool is_json;
  uint32_t limit;
  akt_guard guard;
  akt_arena arena;
  akt_map by_pair;
  AKT_VEC(gap) gaps;
  size_t documents;
} gapping;

static void begin(void *arg) {
  gapping *g = arg;
  akt_map_init(&g->by_pair, &g->arena);
}

// In one line; NULL when it is longer than anybody reads.
static const char *flat(akt_arena *arena, akt_span text) {
  char *copy = akt_arena_copy(arena, text.ptr, text.len);
  for (char *p = copy; *p; p++)
    *p = akt_is_blank(*p) ? ' ' : *p;
  return copy;
}

static const char *words_between(gapping *g, const akt_reading *r, const akt_reference *a,
                                 const akt_reference *b) {
  if (a->last >= b->first)
    return "";
  bool is_long = b->first - a->last > MOST_WORDS;
  uint32_t last = is_long ? a->last + MOST_WORDS : b->first;
  akt_span text = akt_range_text(r, a->last, last);
  return akt_arena_printf(&g->arena, "%s%s", flat(&g->arena, text), is_long ? " ..." : "");
}

static const char *kind_of(const akt_reading *r, const akt_actor *a) {
  return a->kind == AKT_NONE ? "group" : r->rules->kinds.items[a->kind].name;
}

static gap *gap_of(gapping *g, const akt_reading *r, const akt_actor *a, const akt_actor *b) {
  const akt_actor *pair[2] = {a, b};
  if (strcmp(a->name, b->name) > 0) {
    pair[0] = b;
    pair[1] = a;
  }
  const char *key = akt_arena_printf(&g->arena, "%s\x1f%s\x1f%s\x1f%s", pair[0]->name,
                                     kind_of(r, pair[0]), pair[1]->name, kind_of(r, pair[1]));
  uint32_t at = akt_map_add(&g->by_pair, akt_span_of(key), g->gaps.count);
  if (at == g->gaps.count) {
    gap made = {.order = at};
    for (int i = 0; i < 2; i++) {
      made.names[i] = akt_arena_string(&g->arena, pair[i]->name);
      made.kinds[i] = akt_arena_string(&g->arena, kind_of(r, pair[i]));
    }
    akt_vec_push(&g->arena, &g->gaps, made);
  }
  return &g->gaps.items[at];
}

static void count_between(gapping *g, gap *found, const char *first, const char *words) {
  bool is_turned = strcmp(first, found->names[0]) != 0;
  for (uint32_t i = 0; i < found->betweens.count; i++) {
    between *b = &found->betweens.items[i];
    if (strcmp(b->words, words) == 0 && strcmp(b->first, first) == 0) {
      b->count++;
      return;
    }
  }
  if (found->betweens.count >= MOST_KEPT)
    return;
  between b = {.words = words,
               .first = found->names[is_turned],
               .second = found->names[!is_turned],
               .count = 1};
  akt_vec_push(&g->arena, &found->betweens, b);
}

static void look(void *arg, akt_reading *r, const akt_trace *trace, const akt_document *facts) {
  gapping *g = arg;
  akt_unjoined_pairs pairs = {0};
  (void)trace;
  akt_find_unjoined(r, &pairs);
  for (uint32_t i = 0; i < pairs.count; i++) {
    const akt_reference *a = &r->mentions.items[pairs.items[i].first],
                        *b = &r->mentions.items[pairs.items[i].second];
    const akt_actor *first = &r->actors.items[a->entity];
    gap *found = gap_of(g, r, first, &r->actors.items[b->entity]);
    if (!found->count++) {
      const akt_sentence *s = &r->text.sentences.items[a->sentence];
      found->document = akt_arena_string(&g->arena, facts->id);
      found->sentence = flat(&g->arena, akt_range_text(r, s->first, s->last));
    }
    count_between(g, found, first->name, words_between(g, r, a, b));
  }
}

static int by_count(const void *a, const void *b) {
  const gap *x = a, *y = b;
  if (x->count != y->count)
    return x->count < y->count ? 1 : -1;
  return x->order < y->order ? -1 : x->order > y->order;
}

static void sort_betweens(gap *found) {
  for (uint32_t i = 1; i < found->betweens.count; i++) // stable, and few
    for (uint32_t k = i;
         k && found->betweens.items[k].count > found->betweens.items[k - 1].count; k--) {
      between other = found->betweens.items[k];
      found->betweens.items[k] = found->betweens.items[k - 1];
      found->betweens.items[k - 1] = other;
    }
}

static void put_json(gapping *g, const gap *found) {
  akt_json_writer *w = akt_json_writer_new(&g->arena, &g->sink);
  akt_json_open_object(w, NULL);
  akt_json_open_array(w, "pair");
  for (int i = 0; i < 2; i++) {
    akt_json_open_object(w, NULL);
    akt_json_add_text(w, "name", found->names[i]);
    akt_json_add_text(w, "kind", found->kinds[i]);
    akt_json_close(w);
  }
  akt_json_close(w);
  akt_json_add_uint(w, "count", found->count);
  akt_json_open_array(w, "between");
  for (uint32_t i = 0; i < found->betweens.count; i++) {
    const between *b = &found->betweens.items[i];
    akt_json_open_object(w, NULL);
    akt_json_add_text(w, "first", b->first);
    akt_json_add_text(w, "words", b->words);
    akt_json_add_text(w, "second", b->second);
    akt_json_add_uint(w, "count", b->count);
    akt_json_close(w);
  }
  akt_json_close(w);
  akt_json_add_text(w, "document", found->document);
  akt_json_add_text(w, "sentence", found->sentence);
  akt_json_close(w);
}

static void put_text(gapping *g, const gap *found) {
  akt_buf buf;
  akt_buf_init(&buf, &g->arena);
  akt_buf_printf(&buf, "%6u  %s (%s), %s (%s)\n", found->count, found->names[0],
                 found->kinds[0], found->names[1], found->kinds[1]);
  for (uint32_t i = 0; i < found->betweens.count && i < MOST_BETWEEN; i++) {
    const between *b = &found->betweens.items[i];
    akt_buf_printf(&buf, "          %s [%s] %s", b->first, b->words, b->second);
    if (b->count > 1)
      akt_buf_printf(&buf, "  (%u times)", b->count);
    akt_buf_putc(&buf, '\n');
  }
  if (found->betweens.count > MOST_BETWEEN)
    akt_buf_puts(&buf, "          ...\n");
  akt_sink_write(&g->sink, buf.ptr, buf.len);
}

static void tell(void *arg) {
  gapping *g = arg;
  if (g->gaps.count)
    qsort(g->gaps.items, g->gaps.count, sizeof *g->gaps.items, by_count);
  uint32_t shown = g->limit && g->limit < g->gaps.count ? g->limit : g->gaps.count;
  for (uint32_t i = 0; i < shown; i++) {
    sort_betweens(&g->gaps.items[i]);
    if (g->is_json)
      put_json(g, &g->gaps.items[i]);
    else
      put_text(g, &g->gaps.items[i]);
  }
  if (!g->is_json && shown < g->gaps.count)
    akt_sink_printf(&g->sink, "%u more pairs not shown\n", g->gaps.count - shown);
}

aktant_status aktant_gaps(const aktant_rules *rules, const aktant_gaps_options *options,
                          aktant_next next, aktant_release release, void *source,
                          aktant_messages *messages, aktant_write write, void *user,
                          size_t *count) {
  static const aktant_gaps_options defaults = {0};
  options = options ? options : &defaults;
  const char *style = options->style ? options->style : "text";
  gapping g = {.rules = rules,
               .sink = {write, user, false},
               .is_json = strcmp(style, "json") == 0,
               .limit = options->limit};
  *count = 0;
  if (!g.is_json && strcmp(style, "text") != 0)
    return AKTANT_NOT_FOUND;
  akt_guard_init(&g.guard, 0);
  akt_arena_init(&g.arena, &g.guard);
  akt_walk walk = {.rules = rules,
                   .threads = options->threads,
                   .messages = messages,
                   .next = next,
                   .release = release,
                   .user = source,
                   .look = look,
                   .arg = &g,
                   .guard = &g.guard};
  bool has_run = akt_api_run(&g.guard, NULL, begin, &g) && akt_api_walk(&walk, &g.documents) &&
                 akt_api_run(&g.guard, NULL, tell, &g);
  *count = g.gaps.count;
  akt_arena_free(&g.arena);
  return !has_run ? AKTANT_NO_MEMORY : g.sink.is_failed ? AKTANT_IO : AKTANT_OK;
}
