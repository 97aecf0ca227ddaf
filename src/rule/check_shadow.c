// Frames that another one shadows: it reads all that they read, and is the one that is
// taken. Only `aktant check` asks, since a run that builds a graph would pay for it each
// time.
//
// A frame is looked up under the word that starts it and one word of its own, so that the
// work grows with the number of frames, not with its square.
#include "rule/cover.h"

enum { MOST_IN_BUCKET = 400 };

typedef struct indexes {
  AKT_VEC(uint32_t) items;
} indexes;

typedef struct rank { // one relation above another
  const char *winner, *loser;
} rank;

typedef struct shadows {
  akt_cover_world world;
  akt_checker *c;
  AKT_VEC(akt_cover_frame) frames; // in the order in which they are tried
  AKT_VEC(bool) is_gone;           // by frame: shadowed
  akt_map bucket_by_key;
  AKT_VEC(indexes) buckets;
  AKT_VEC(rank) ranks;
  akt_map rank_by_key; // "winner\nloser"
  akt_map places;      // "word\nrelation"
  akt_map matches;     // "relation\nexpression" to an index in match_lines
  AKT_VEC(const akt_stmt *) match_lines;
  akt_buf key;
} shadows;

typedef enum verdict {
  IS_FREE,
  IS_BEATEN, // the other is tried first, or its relation stands above
  IS_IDLE,   // the other says the same wherever this one does
} verdict;

// ---- who stands above whom

static akt_span rank_key(shadows *s, const char *winner, const char *loser) {
  s->key.len = 0;
  akt_buf_puts(&s->key, winner);
  akt_buf_putc(&s->key, '\n');
  akt_buf_puts(&s->key, loser);
  return (akt_span){s->key.ptr, s->key.len};
}

static bool is_above(shadows *s, const char *winner, const char *loser) {
  return winner && loser &&
         akt_map_get(&s->rank_by_key, rank_key(s, winner, loser)) != AKT_NONE;
}

static void note_ranks(shadows *s, const akt_stmt *relation) {
  for (uint32_t i = 0; i < relation->above.count; i++) {
    rank made = {relation->name.text, relation->above.items[i].text};
    akt_span key = rank_key(s, made.winner, made.loser);
    akt_map_add(&s->rank_by_key,
                (akt_span){akt_arena_copy(s->c->arena, key.ptr, key.len), key.len}, 1);
    akt_vec_push(s->c->arena, &s->ranks, made);
  }
}

static const char *relation_of(const akt_cover_frame *f) {
  return f->stmt->parent ? f->stmt->parent->name.text : NULL;
}

// ---- buckets

// The words that start a frame: each alternative of the trigger.
static akt_ast_items start_of(const akt_cover_frame *f, uint32_t i) {
  if (f->trigger->kind == AKT_ITEM_GROUP)
    return f->trigger->alternatives.items[i];
  return (akt_ast_items){(akt_ast_item *)(uintptr_t)f->trigger, 1, 1};
}

static uint32_t starts(const akt_cover_frame *f) {
  return f->trigger->kind == AKT_ITEM_GROUP ? f->trigger->alternatives.count : 1;
}

// ---- umpires

// Which relations have frames at a word. Noun frames and copulas are found by any of many
// nouns, so these are all in one place.
static akt_span place_key(shadows *s, const akt_cover_frame *f, uint32_t start,
                          const char *relation) {
  akt_ast_items words = start_of(f, start);
  const char *first =
      words.count && words.items[0].kind == AKT_ITEM_WORD ? words.items[0].text.text : "";
  bool is_nominal = f->stmt->kind_of == AKT_STMT_NOUN || strcmp(first, "be") == 0;
  s->key.len = 0;
  akt_buf_puts(&s->key, is_nominal ? "" : first);
  akt_buf_putc(&s->key, '\n');
  akt_buf_puts(&s->key, relation);
  return (akt_span){s->key.ptr, s->key.len};
}

static void note_places(shadows *s, const akt_cover_frame *f) {
  const char *relation = relation_of(f);
  for (uint32_t i = 0; relation && s->ranks.count && i < starts(f); i++) {
    akt_span key = place_key(s, f, i, relation);
    if (akt_map_get(&s->places, key) == AKT_NONE)
      akt_map_add(&s->places,
                  (akt_span){akt_arena_copy(s->c->arena, key.ptr, key.len), key.len}, 1);
  }
}

// `above` is no order of strength: a frame may take the place of a stronger one for its
// relation alone, and then lose it to one that is weaker than that. Where a third relation
// does so at this word, nobody can tell.
static bool has_umpire(shadows *s, const akt_cover_frame *strong, const akt_cover_frame *weak,
                       uint32_t start) {
  const char *own = relation_of(strong);
  for (uint32_t i = 0; i < s->ranks.count; i++) {
    const rank *r = &s->ranks.items[i];
    if (own && strcmp(r->winner, own) == 0)
      continue;
    if (akt_map_get(&s->places, place_key(s, weak, start, r->winner)) != AKT_NONE &&
        akt_map_get(&s->places, place_key(s, weak, start, r->loser)) != AKT_NONE)
      return true;
  }
  return false;
}

// The word by which a part is looked up, or NULL: a slot, or a list of words.
static const char *word_of(const akt_ast_item *item, uint32_t alternative) {
  if (item->kind == AKT_ITEM_WORD)
    return item->text.text;
  if (item->kind != AKT_ITEM_GROUP || alternative >= item->alternatives.count)
    return NULL;
  const akt_ast_items *words = &item->alternatives.items[alternative];
  return words->count ? words->items[words->count - 1].text.text : NULL;
}

// The first part that must be there and has words of its own.
static const akt_ast_item *keyed_part(const akt_cover_frame *f) {
  for (uint32_t i = f->particles; i < f->parts.count; i++)
    if (!f->parts.items[i].is_optional && word_of(f->parts.items[i].item, 0))
      return f->parts.items[i].item;
  return NULL;
}

// "pull out" is one verb with the word after it, where `particles` says so.
static akt_span bucket_key(shadows *s, const akt_cover_frame *f, uint32_t start,
                           uint32_t particles, const char *word) {
  akt_ast_items words = start_of(f, start);
  s->key.len = 0;
  akt_buf_putc(&s->key, f->stmt->kind_of == AKT_STMT_NOUN ? 'n' : 'v');
  akt_check_spell(&words, &s->key);
  for (uint32_t i = 0; i < particles; i++) {
    akt_buf_putc(&s->key, ' ');
    akt_buf_puts(&s->key, f->parts.items[i].item->text.text);
  }
  akt_buf_putc(&s->key, '\n');
  akt_buf_puts(&s->key, word ? word : "");
  return (akt_span){s->key.ptr, s->key.len};
}

static void put_under(shadows *s, uint32_t frame, uint32_t start, const char *word) {
  akt_arena *arena = s->c->arena;
  const akt_cover_frame *f = &s->frames.items[frame];
  akt_span key = bucket_key(s, f, start, f->particles, word);
  uint32_t bucket = akt_map_get(&s->bucket_by_key, key);
  if (bucket == AKT_NONE) {
    bucket = s->buckets.count;
    akt_map_add(&s->bucket_by_key, (akt_span){akt_arena_copy(arena, key.ptr, key.len), key.len},
                bucket);
    akt_vec_push(arena, &s->buckets, (indexes){0});
  }
  indexes *in = &s->buckets.items[bucket];
  bool is_there = in->items.count && in->items.items[in->items.count - 1] == frame;
  if (!is_there && in->items.count < MOST_IN_BUCKET)
    akt_vec_push(arena, &in->items, frame);
}

static void put(shadows *s, uint32_t frame) {
  const akt_cover_frame *f = &s->frames.items[frame];
  const akt_ast_item *part = keyed_part(f);
  for (uint32_t start = 0; start < starts(f); start++) {
    const char *word = part ? word_of(part, 0) : NULL;
    put_under(s, frame, start, word);
    for (uint32_t i = 1; word && part->kind == AKT_ITEM_GROUP && (word = word_of(part, i)); i++)
      put_under(s, frame, start, word);
  }
}

// ---- verdicts

// `otherwise` frames are tried one after the other, whatever stands above.
static bool is_taken_by_place(const akt_cover_frame *f) {
  for (uint32_t i = 0; i < f->stmt->options.count; i++)
    if (f->stmt->options.items[i].name.text &&
        strcmp(f->stmt->options.items[i].name.text, "otherwise") == 0)
      return true;
  return false;
}

// One way to look the frame up.
typedef struct look_up {
  uint32_t weak, start, particles;
} look_up;

static verdict judge(shadows *s, uint32_t strong, const look_up *l) {
  const akt_cover_frame *a = &s->frames.items[strong], *b = &s->frames.items[l->weak];
  if (strong == l->weak || s->is_gone.items[strong] ||
      !akt_covers(&s->world, a, b, l->particles))
    return IS_FREE;
  const char *x = relation_of(a), *y = relation_of(b);
  bool is_same = x && y && strcmp(x, y) == 0;
  bool is_twin = is_same && akt_cover_is_same(a, b);
  if (!is_twin && has_umpire(s, a, b, l->start))
    return IS_FREE;
  bool is_first = strong < l->weak && !is_above(s, y, x);
  bool is_ranked = !is_same && is_above(s, x, y) && !is_taken_by_place(b);
  if (is_first || is_ranked)
    return IS_BEATEN;
  bool is_idle = is_same && b->stmt->kind_of == a->stmt->kind_of && akt_cover_says_same(a, b);
  return is_idle ? IS_IDLE : IS_FREE;
}

static verdict judge_bucket(shadows *s, const look_up *l, const char *word, uint32_t *by) {
  const akt_cover_frame *f = &s->frames.items[l->weak];
  uint32_t bucket =
      akt_map_get(&s->bucket_by_key, bucket_key(s, f, l->start, l->particles, word));
  if (bucket == AKT_NONE)
    return IS_FREE;
  const indexes *in = &s->buckets.items[bucket];
  for (uint32_t i = 0; i < in->items.count; i++) {
    verdict v = judge(s, in->items.items[i], l);
    if (v == IS_FREE)
      continue;
    *by = in->items.items[i];
    return v;
  }
  return IS_FREE;
}

static verdict judge_under(shadows *s, const look_up *l, uint32_t *by) {
  verdict v = judge_bucket(s, l, NULL, by);
  const akt_cover_frame *f = &s->frames.items[l->weak];
  for (uint32_t i = l->particles; v == IS_FREE && i < f->parts.count; i++) {
    const char *word = word_of(f->parts.items[i].item, 0);
    if (word)
      v = judge_bucket(s, l, word, by);
  }
  return v;
}

static verdict judge_start(shadows *s, uint32_t weak, uint32_t start, uint32_t *by) {
  uint32_t particles = s->frames.items[weak].particles;
  look_up l = {weak, start, particles}, bare = {weak, start, 0};
  verdict v = judge_under(s, &l, by);
  return v == IS_FREE && particles ? judge_under(s, &bare, by) : v;
}

// Every word that starts the frame must be somebody else's.
static verdict judge_all(shadows *s, uint32_t weak, uint32_t *by) {
  verdict worst = IS_BEATEN;
  const akt_cover_frame *f = &s->frames.items[weak];
  for (uint32_t start = 0; start < starts(f); start++) {
    uint32_t other;
    verdict v = judge_start(s, weak, start, &other);
    if (v == IS_FREE)
      return v;
    if (v == IS_IDLE)
      worst = v;
    *by = other;
  }
  return starts(f) ? worst : IS_FREE;
}

// ---- telling

static const char *noun_of(const akt_stmt *stmt) {
  return stmt->kind_of == AKT_STMT_NOUN    ? "noun frame"
         : stmt->kind_of == AKT_STMT_FRAME ? "frame"
                                           : "line";
}

static const char *spelled(shadows *s, const akt_stmt *stmt) {
  akt_buf text;
  akt_buf_init(&text, s->c->arena);
  akt_check_spell(&stmt->pattern, &text);
  return akt_buf_text(&text);
}

// A line of the user's takes what a shipped one reads.
static void tell_taken_over(shadows *s, const akt_cover_frame *a, const akt_cover_frame *b) {
  const char *what = noun_of(b->stmt);
  akt_diag *diag =
      akt_diags_add(s->c->diags, AKT_CODE_FRAME_SHADOWED, b->stmt->keyword,
                    "this shipped %s of `%s` is never taken: a line of your own reads all that "
                    "it reads, and goes first",
                    what, relation_of(b));
  akt_diag_add_note(s->c->diags, diag, a->stmt->keyword, "your own line is here");
  akt_diag_add_help(s->c->diags, diag, "if that is meant, say so beside it: without %s %s %s",
                    b->stmt->kind_of == AKT_STMT_NOUN ? "noun" : "frame", relation_of(b),
                    spelled(s, b->stmt));
}

static void tell_not(shadows *s, const akt_cover_frame *a, const akt_cover_frame *b) {
  akt_diag *diag = akt_diags_add(s->c->diags, AKT_CODE_FRAME_SHADOWED, b->stmt->keyword,
                                 "this line forbids nothing: a frame reads all that it reads, "
                                 "and goes first");
  akt_diag_add_note(s->c->diags, diag, a->stmt->keyword, "the frame is here");
  akt_diag_add_help(s->c->diags, diag,
                    "write more words than the frame has, or take the frame out");
}

static void tell_beaten(shadows *s, const akt_cover_frame *a, const akt_cover_frame *b) {
  const char *x = relation_of(a), *y = relation_of(b), *what = noun_of(b->stmt);
  bool is_equal = akt_cover_is_same(a, b);
  bool is_same = strcmp(x, y) == 0;
  akt_diag *diag;
  if (is_same && is_equal)
    diag = akt_diags_add(s->c->diags, AKT_CODE_FRAME_SHADOWED, b->stmt->keyword,
                         "this relation has this %s already", what);
  else if (is_equal)
    diag = akt_diags_add(
        s->c->diags, AKT_CODE_FRAME_SHADOWED, b->stmt->keyword,
        "the relation `%s` has this %s already, and a verb or noun says one thing", x, what);
  else
    diag =
        akt_diags_add(s->c->diags, AKT_CODE_FRAME_SHADOWED, b->stmt->keyword,
                      "this %s is never taken: one of `%s` reads all that it reads", what, x);
  bool is_ranked = !is_same && is_above(s, x, y);
  akt_diag_add_note(s->c->diags, diag, a->stmt->keyword, "the other one is here, and it wins%s",
                    is_ranked ? ": its relation stands above" : "");
  if (is_ranked)
    akt_diag_add_help(s->c->diags, diag, "take this one out, or the `above %s` there", y);
  else if (!is_same)
    akt_diag_add_help(s->c->diags, diag, "a line `above %s` in this relation lets this one win",
                      x);
  else if (!is_equal)
    akt_diag_add_help(s->c->diags, diag,
                      "take it out, or write it before the other one: of two that read as much "
                      "the earlier is taken");
}

static void tell_idle(shadows *s, const akt_cover_frame *a, const akt_cover_frame *b) {
  bool is_shipped = a->file->is_shipped && !b->file->is_shipped;
  akt_diag *diag =
      akt_diags_add(s->c->diags, AKT_CODE_FRAME_SHADOWED, b->stmt->keyword,
                    "this %s adds nothing: %s line of `%s` reads all that it reads, and says "
                    "the same of it",
                    noun_of(b->stmt), is_shipped ? "a shipped" : "another", relation_of(a));
  akt_diag_add_note(s->c->diags, diag, a->stmt->keyword, "the other one is here");
  akt_diag_add_help(s->c->diags, diag, "take it out");
}

static void tell(shadows *s, uint32_t strong, uint32_t weak, verdict v) {
  const akt_cover_frame *a = &s->frames.items[strong], *b = &s->frames.items[weak];
  if (a->file->is_shipped && b->file->is_shipped)
    return; // not the user's to mend
  const char *x = relation_of(a), *y = relation_of(b);
  bool is_own_twin = b->file->is_shipped && a->file->is_own && y && strcmp(x, y) == 0 &&
                     akt_cover_says_same(a, b) && akt_cover_is_same(a, b);
  if (v == IS_IDLE)
    tell_idle(s, a, b);
  else if (is_own_twin)
    tell_idle(s, b, a);
  else if (b->stmt->kind_of != AKT_STMT_FRAME && b->stmt->kind_of != AKT_STMT_NOUN)
    tell_not(s, a, b);
  else if (b->file->is_shipped && a->file->is_own)
    tell_taken_over(s, a, b);
  else
    tell_beaten(s, a, b);
}

// ---- match lines: all that fit are taken, so only twins say nothing new

static void look_at_match(shadows *s, const akt_ast_file *file, const akt_stmt *stmt) {
  const akt_ast_items *items = &stmt->pattern;
  if (items->count != 3)
    return;
  akt_buf key;
  akt_buf_init(&key, s->c->arena);
  akt_buf_printf(&key, "%s\n", stmt->parent->name.text);
  akt_check_spell(items, &key);
  uint32_t next = s->match_lines.count;
  uint32_t first = akt_map_add(&s->matches, (akt_span){key.ptr, key.len}, next);
  if (first == next) {
    akt_vec_push(s->c->arena, &s->match_lines, stmt);
    return;
  }
  if (file->is_shipped || !s->match_lines.items)
    return;
  akt_diag *diag = akt_diags_add(s->c->diags, AKT_CODE_FRAME_SHADOWED, stmt->keyword,
                                 "this relation has this match line already");
  akt_diag_add_note(s->c->diags, diag, s->match_lines.items[first]->keyword,
                    "the other one is here");
}

// ---- all lines

static void look_at(shadows *s, const akt_ast_file *file, const akt_stmt *stmt) {
  if (stmt->is_broken || stmt->is_taken_back)
    return;
  if (stmt->kind_of == AKT_STMT_MATCH)
    look_at_match(s, file, stmt);
  bool is_frame = stmt->kind_of == AKT_STMT_FRAME || stmt->kind_of == AKT_STMT_NOUN ||
                  stmt->kind_of == AKT_STMT_NOT || stmt->kind_of == AKT_STMT_NEVER;
  akt_cover_frame frame;
  if (!is_frame || !akt_cover_read(&s->world, file, stmt, &frame))
    return;
  akt_vec_push(s->c->arena, &s->frames, frame);
  akt_vec_push(s->c->arena, &s->is_gone, false);
  note_places(s, &frame);
  uint32_t weak = s->frames.count - 1, strong;
  if (judge_all(s, weak, &strong) == IS_BEATEN) {
    s->is_gone.items[weak] = true;
    tell(s, strong, weak, IS_BEATEN);
  } else if (stmt->kind_of == AKT_STMT_FRAME || stmt->kind_of == AKT_STMT_NOUN) {
    put(s, weak);
  }
}

static void look_at_file(shadows *s, const akt_ast_file *file) {
  for (uint32_t i = 0; i < file->statements.count; i++) {
    const akt_stmt *stmt = file->statements.items[i];
    if (stmt->kind_of == AKT_STMT_NEVER)
      look_at(s, file, stmt);
    if (stmt->kind_of != AKT_STMT_RELATION || !stmt->name.text ||
        akt_compile_is_without(s->world.kinds, stmt, "relation", NULL, stmt->name.text))
      continue;
    for (uint32_t k = 0; k < stmt->children.count; k++)
      look_at(s, file, stmt->children.items[k]);
  }
}

// What comes later may still be stronger: its relation stands above, or it reads more.
static void look_back(shadows *s) {
  for (uint32_t i = 0; i < s->frames.count; i++) {
    uint32_t strong;
    verdict v = s->is_gone.items[i] ? IS_FREE : judge_all(s, i, &strong);
    if (v == IS_FREE)
      continue;
    s->is_gone.items[i] = true;
    tell(s, strong, i, v);
  }
}

void akt_check_shadows(akt_checker *c) {
  shadows s = {.c = c};
  const akt_ast_set *set = c->set;
  akt_cover_world_init(&s.world, c);
  akt_map_init(&s.bucket_by_key, c->arena);
  akt_map_init(&s.rank_by_key, c->arena);
  akt_map_init(&s.places, c->arena);
  akt_map_init(&s.matches, c->arena);
  akt_buf_init(&s.key, c->arena);
  for (uint32_t f = 0; f < set->files.count; f++)
    for (uint32_t i = 0; i < set->files.items[f]->statements.count; i++) {
      const akt_stmt *stmt = set->files.items[f]->statements.items[i];
      if (stmt->kind_of == AKT_STMT_RELATION && stmt->name.text)
        note_ranks(&s, stmt);
    }
  for (int is_own = 1; is_own >= 0; is_own--) // as they are tried
    for (uint32_t f = 0; f < set->files.count; f++)
      if (set->files.items[f]->is_own == is_own)
        look_at_file(&s, set->files.items[f]);
  look_back(&s);
}
