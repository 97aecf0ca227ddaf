// Patterns: every slot has a known type, every regular expression compiles, and
// each sort of line has the shape it needs.
#include "rule/check.h"

#include "regex/pattern.h"

static const char *const built_ins[] = {"Name", "thing", "action", "its", "any"};
static const char *const tones[] = {"cooperative", "hostile", "neutral", "any"};
static const char *const effects[] = {"planned", "negated", "alleged", "conditional", "silent"};

#define COUNT_OF(array) (uint32_t)(sizeof(array) / sizeof *(array))

static bool is_one_of(const char *text, const char *const *names, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (strcmp(names[i], text) == 0)
      return true;
  }
  return false;
}

// ---- regular expressions

static void free_scratch(void *object) {
  akt_arena_free(object);
}

// Memory may run out anywhere, so the arena of the checker knows of this one.
static akt_arena *new_scratch(akt_checker *c) {
  akt_arena *scratch = akt_arena_alloc(c->arena, sizeof *scratch);
  akt_arena_init(scratch, c->arena->guard);
  akt_arena_on_free(c->arena, free_scratch, scratch);
  return scratch;
}

// What of a pattern stands for itself, as its own parts match it: PCRE2 looks for such
// letters first, and a text without them costs nothing.
static const char *letters_of(akt_arena *arena, akt_span pattern) {
  akt_buf out;
  akt_buf_init(&out, arena);
  for (size_t i = 0; i < pattern.len; i++) {
    bool is_group = i + 1 < pattern.len && pattern.ptr[i] == '(' && pattern.ptr[i + 1] == '?';
    while (is_group && i < pattern.len && !strchr(":>=!)", pattern.ptr[i])) // (?:, (?<name>
      i++;
    if (is_group)
      continue;
    bool is_escaped = pattern.ptr[i] == '\\' && i + 1 < pattern.len;
    i += is_escaped;
    bool is_plain = is_escaped ? !akt_is_alpha(pattern.ptr[i]) && !akt_is_digit(pattern.ptr[i])
                               : !strchr("^$.|?*+()[]{}", pattern.ptr[i]);
    if (is_plain)
      akt_buf_putc(&out, pattern.ptr[i]);
  }
  return akt_buf_text(&out);
}

// The letters are there and yet match nothing: "!z" for "z!". Not for other scripts,
// whose letters are several bytes.
static const char *turned(akt_arena *arena, const char *letters) {
  size_t len = strlen(letters);
  char *out = akt_arena_copy(arena, letters, len);
  for (size_t i = 0; i < len; i++) {
    if ((unsigned char)letters[i] > 127)
      return letters;
    out[i] = letters[len - 1 - i];
  }
  return out;
}

// The bracket that begins at `start`, with its end.
static akt_span bracket_at(akt_span pattern, size_t start) {
  size_t depth = 0, end = start;
  for (; end < pattern.len; end++) {
    if (pattern.ptr[end] == '\\')
      end++;
    else if (pattern.ptr[end] == '(')
      depth++;
    else if (pattern.ptr[end] == ')' && !--depth)
      break;
  }
  return (akt_span){pattern.ptr + start, (end < pattern.len ? end : pattern.len) - start};
}

// Repeats `unit` to a text that is hard on patterns which repeat repetitions, after the
// letters that the pattern begins with. Those after the break are there for PCRE2 to see
// that it cannot give up early.
static akt_span hostile_text(akt_arena *arena, const char *start, const char *unit,
                             const char *letters) {
  enum { HOSTILE_BYTES = 2000 };
  size_t len = strlen(unit);
  akt_buf text;
  akt_buf_init(&text, arena);
  akt_buf_puts(&text, start);
  while (text.len + len < HOSTILE_BYTES)
    akt_buf_add(&text, unit, len);
  akt_buf_printf(&text, "\x01%s", letters);
  return (akt_span){text.ptr, text.len};
}

enum { STEP_LIMIT = 100000 }; // of the reader, see regex/pattern.h

typedef struct cost {
  const char *unit; // repeated; NULL: nothing was tried
  uint32_t steps;   // at most so many are needed; above STEP_LIMIT: more than allowed
} cost;

static bool is_beyond(akt_matcher *matcher, const akt_pattern *pattern, akt_span text,
                      uint32_t limit) {
  akt_matcher_set_limit(matcher, limit);
  return akt_matcher_run(matcher, pattern, text, 0, 0, NULL, 0) == AKT_MATCH_LIMIT;
}

// PCRE2 counts steps but does not tell them: the smallest limit that is enough.
static uint32_t count_steps(akt_matcher *matcher, const akt_pattern *pattern, akt_span text) {
  if (is_beyond(matcher, pattern, text, STEP_LIMIT))
    return STEP_LIMIT + 1;
  uint32_t low = 0, high = STEP_LIMIT; // beyond at low, not at high
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (is_beyond(matcher, pattern, text, middle))
      low = middle;
    else
      high = middle;
  }
  return high;
}

// The text of those that are hard on such patterns that costs most. Without `is_exact`
// only what is beyond the limit is looked for, which is much cheaper.
static cost worst_cost(akt_arena *arena, akt_span text, size_t nested, bool is_exact) {
  akt_pattern *pattern = akt_pattern_compile(arena, text, NULL);
  akt_matcher *matcher = akt_matcher_new(arena);
  const char *letters = letters_of(arena, text);
  const char *start = "", *inner = "";
  if (nested < text.len) {
    start = letters_of(arena, (akt_span){text.ptr, nested});
    inner = letters_of(arena, bracket_at(text, nested));
  }
  const char *units[] = {"a", "a ", " ",     "A",   "Aa ",
                         "1", "a,", letters, inner, akt_arena_printf(arena, "%sa", inner)};
  cost worst = {.unit = NULL};
  for (uint32_t i = 0; pattern && i < COUNT_OF(units) && worst.steps <= STEP_LIMIT; i++) {
    if (!*units[i])
      continue;
    akt_span hostile = hostile_text(arena, start, units[i], turned(arena, letters));
    uint32_t steps = is_exact ? count_steps(matcher, pattern, hostile)
                     : is_beyond(matcher, pattern, hostile, STEP_LIMIT) ? STEP_LIMIT + 1
                                                                        : 0;
    if (steps > worst.steps)
      worst = (cost){units[i], steps};
  }
  return worst;
}

static const char *told_cost(akt_checker *c, cost worst) {
  if (!worst.unit)
    return "";
  return worst.steps > STEP_LIMIT
             ? akt_arena_printf(c->arena,
                                "; on `%.20s` again and again it takes more than the "
                                "%d steps that it may",
                                worst.unit, STEP_LIMIT)
             : akt_arena_printf(c->arena,
                                "; on 2,000 letters of `%.20s` it takes %u of the %d "
                                "steps that it may",
                                worst.unit, worst.steps, STEP_LIMIT);
}

static void tell_slow(akt_checker *c, const akt_ast_item *item, akt_pattern_smell smell,
                      cost worst) {
  akt_loc loc = item->loc;
  bool is_nested = smell.nested_byte_off != SIZE_MAX;
  if (is_nested) {
    loc.start = item->text.loc.start + (uint32_t)smell.nested_byte_off;
    loc.end = loc.start + 1;
  }
  akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_REGEX_NESTED, loc, "%s%s",
                                 is_nested ? "a repetition inside a repetition can be very slow"
                                           : "this regular expression can be very slow",
                                 told_cost(c, worst));
  akt_diag_add_help(
      c->diags, diag,
      "make the inner part end in something fixed, or write the outer one with `++` "
      "or `*+`");
}

// What was shipped was measured before it was shipped: every run would pay for it again.
static void check_cost(akt_checker *c, akt_arena *scratch, const akt_ast_item *item) {
  akt_span text = akt_span_of(item->text.text);
  akt_pattern_smell smell = akt_pattern_smells(scratch, text);
  bool is_nested = smell.nested_byte_off != SIZE_MAX;
  cost worst =
      worst_cost(scratch, text, smell.nested_byte_off, is_nested || !smell.has_literal);
  if (is_nested || worst.steps > STEP_LIMIT)
    tell_slow(c, item, smell, worst);
  if (smell.has_literal)
    return;
  akt_diag *diag = akt_diags_add(
      c->diags, AKT_CODE_REGEX_WITHOUT_LITERAL, item->loc,
      "this regular expression has no fixed text, so it is tried everywhere and may match "
      "anything%s",
      told_cost(c, worst));
  akt_diag_add_help(c->diags, diag, "add a word that must be there");
}

static void check_regex(akt_checker *c, const akt_ast_file *file, const akt_ast_item *item) {
  akt_span text = akt_span_of(item->text.text);
  uint32_t start = item->text.loc.start;
  // A fresh arena: the compiled code is thrown away at once.
  akt_arena *scratch = new_scratch(c);
  akt_pattern_error error;
  if (!akt_pattern_compile(scratch, text, &error)) {
    uint32_t at = start + (uint32_t)error.byte_off;
    uint32_t end = error.byte_off < text.len ? at + 1 : at;
    akt_diags_add(c->diags, AKT_CODE_BAD_REGEX, (akt_loc){item->loc.source, at, end},
                  "this regular expression is wrong: %s", error.message);
  } else if (!file->is_shipped) {
    check_cost(c, scratch, item);
  }
  akt_arena_free(scratch);
}

static void check_regexes(akt_checker *c, const akt_ast_file *file, const akt_ast_items *items,
                          bool is_allowed) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    if (item->kind == AKT_ITEM_OPTIONAL)
      check_regexes(c, file, &item->items, is_allowed);
    if (item->kind != AKT_ITEM_REGEX)
      continue;
    if (is_allowed) {
      check_regex(c, file, item);
      continue;
    }
    akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_REGEX_MISPLACED, item->loc,
                                   "a regular expression cannot stand in this line");
    akt_diag_add_help(c->diags, diag, "write a `match` line: match <actor> m{...} <actor>");
  }
}

// A quoted text is compared with one word of the text, so a blank spoils it.
static void check_exact_words(akt_checker *c, const akt_ast_items *items) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    check_exact_words(c, &item->items);
    for (uint32_t k = 0; k < item->alternatives.count; k++)
      check_exact_words(c, &item->alternatives.items[k]);
    if (item->kind != AKT_ITEM_WORD || !item->text.is_quoted || !strchr(item->text.text, ' '))
      continue;
    akt_diag *diag =
        akt_diags_add(c->diags, AKT_CODE_FRAME_NEVER, item->loc,
                      "a quoted text here is one word, and this one holds a blank");
    akt_diag_add_help(c->diags, diag, "quote each word by itself");
  }
}

// ---- slots

static void check_slot(akt_checker *c, const akt_stmt *stmt, const akt_ast_item *item) {
  bool is_govern = stmt->kind_of == AKT_STMT_GOVERN;
  const char *const *extra = is_govern ? tones : built_ins;
  uint32_t extra_count = is_govern ? COUNT_OF(tones) : COUNT_OF(built_ins);
  if (!is_govern && is_one_of(item->type.text, tones, COUNT_OF(tones) - 1)) {
    akt_diag *diag =
        akt_diags_add(c->diags, AKT_CODE_SLOT_MISPLACED, item->loc,
                      "`%s` is a tone, and tones stand in `govern` only", item->type.text);
    akt_diag_add_help(c->diags, diag, "write a kind or class here, such as <actor>");
  } else if (!is_one_of(item->type.text, extra, extra_count)) {
    unsigned takes =
        is_govern ? AKT_TAKES_RELATION : AKT_TAKES_KIND | AKT_TAKES_CLASS | AKT_TAKES_WORDS;
    akt_check_name(c, &item->type, takes, AKT_CODE_UNKNOWN_TYPE,
                   is_govern ? "a tone or relation" : "a kind, class or words list", extra,
                   extra_count);
  }
  bool is_find = stmt->kind_of == AKT_STMT_FIND;
  if (is_find && item->name.text && strcmp(item->name.text, "role") != 0)
    akt_check_name(c, &item->name, AKT_TAKES_RELATION, AKT_CODE_UNKNOWN_RELATION, "a relation",
                   (const char *const[]){"role"}, 1);
}

typedef AKT_VEC(const akt_ast_item *) slots;

static void collect_slots(akt_checker *c, const akt_ast_items *items, slots *out) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    if (item->kind == AKT_ITEM_SLOT)
      akt_vec_push(c->arena, out, item);
    else if (item->kind == AKT_ITEM_OPTIONAL)
      collect_slots(c, &item->items, out);
  }
}

static void check_slot_names(akt_checker *c, const slots *all) {
  for (uint32_t i = 0; i < all->count; i++) {
    const akt_ast_text *name = &all->items[i]->name;
    for (uint32_t k = 0; name->text && k < i; k++) {
      const akt_ast_text *other = &all->items[k]->name;
      if (!other->text || strcmp(other->text, name->text) != 0)
        continue;
      akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_SLOT_TWICE, name->loc,
                                     "two slots of this pattern are called `%s`", name->text);
      akt_diag_add_note(c->diags, diag, other->loc, "the other one is here");
      break;
    }
  }
}

// ---- shapes

static void check_match(akt_checker *c, const akt_stmt *stmt) {
  const akt_ast_items *items = &stmt->pattern;
  bool is_fine = items->count == 3 && items->items[0].kind == AKT_ITEM_SLOT &&
                 items->items[1].kind == AKT_ITEM_REGEX &&
                 items->items[2].kind == AKT_ITEM_SLOT;
  if (is_fine)
    return;
  akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_MATCH_SHAPE, stmt->keyword,
                                 "`match` is a slot, a regular expression and a slot");
  akt_diag_add_help(c->diags, diag, "write: match <actor> m{...} <actor>");
}

// A governor is one word: of `rule out` only `rule` is looked for.
static void check_governors(akt_checker *c, const akt_ast_item *group) {
  for (uint32_t i = 0; i < group->alternatives.count; i++) {
    const akt_ast_items *words = &group->alternatives.items[i];
    if (words->count < 2)
      continue;
    akt_loc loc = words->items[0].loc;
    loc.end = words->items[words->count - 1].loc.end;
    akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_PHRASE_BY_LAST, loc,
                                   "only the first word of this phrase is looked for, so any "
                                   "`%s` will do",
                                   words->items[0].text.text);
    akt_diag_add_help(c->diags, diag, "write `%s` alone, if that is meant",
                      words->items[0].text.text);
  }
}

static void check_govern(akt_checker *c, const akt_stmt *stmt, const slots *all) {
  if (stmt->pattern.count)
    check_governors(c, &stmt->pattern.items[0]);
  if (all->count != 1 || stmt->pattern.count < 2 ||
      stmt->pattern.items[stmt->pattern.count - 1].kind != AKT_ITEM_SLOT) {
    akt_diag *diag =
        akt_diags_add(c->diags, AKT_CODE_FRAME_WITHOUT_ENDS, stmt->keyword,
                      "`govern` needs words, and one slot at the end for what they "
                      "govern");
    akt_diag_add_help(c->diags, diag, "write: govern (refuse|decline) to <any> as negated");
  }
  if (!stmt->as.text || is_one_of(stmt->as.text, effects, COUNT_OF(effects)))
    return;
  akt_check_name(c, &stmt->as, AKT_TAKES_RELATION, AKT_CODE_UNKNOWN_EFFECT,
                 "an effect or relation", effects, COUNT_OF(effects));
}

static const akt_option_row frame_options[] = {
    {"cooperative", AKT_OPTION_TONE}, {"hostile", AKT_OPTION_TONE},
    {"neutral", AKT_OPTION_TONE},     {"plover", AKT_OPTION_PLOVER},
    {"cameo", AKT_OPTION_CAMEO},      {"no-list", AKT_OPTION_FLAG},
    {"no-coref", AKT_OPTION_FLAG},    {"no-negation", AKT_OPTION_FLAG},
    {"no-relative", AKT_OPTION_FLAG}, {"no-attribution", AKT_OPTION_FLAG},
    {"mutual", AKT_OPTION_FLAG},      {"no-shared", AKT_OPTION_FLAG},
    {"no-passive", AKT_OPTION_FLAG},  {"passive", AKT_OPTION_FLAG},
    {"otherwise", AKT_OPTION_FLAG}};
// A match line has the first few, and a noun frame all that are not about its verb.
enum { MATCH_OPTIONS = 5, NOUN_OPTIONS = 11 };
static const akt_option_row govern_options[] = {{"plover", AKT_OPTION_PLOVER},
                                                {"cameo", AKT_OPTION_CAMEO}};

static void visit(akt_checker *c, const akt_ast_file *file, const akt_stmt *stmt) {
  slots all = {0};
  collect_slots(c, &stmt->pattern, &all);
  for (uint32_t i = 0; i < all.count; i++)
    check_slot(c, stmt, all.items[i]);
  check_slot_names(c, &all);
  check_exact_words(c, &stmt->pattern);
  bool may_have_regex = stmt->kind_of == AKT_STMT_MATCH || stmt->kind_of == AKT_STMT_FIND ||
                        stmt->kind_of == AKT_STMT_WITHOUT;
  check_regexes(c, file, &stmt->pattern, may_have_regex);
  uint32_t options = stmt->kind_of == AKT_STMT_FRAME   ? COUNT_OF(frame_options)
                     : stmt->kind_of == AKT_STMT_NOUN  ? (uint32_t)NOUN_OPTIONS
                     : stmt->kind_of == AKT_STMT_MATCH ? (uint32_t)MATCH_OPTIONS
                                                       : 0;
  if (options)
    akt_check_options(c, stmt, frame_options, options);
  if (stmt->is_broken)
    return;
  if (stmt->kind_of == AKT_STMT_MATCH)
    check_match(c, stmt);
  if (stmt->kind_of == AKT_STMT_FIND)
    akt_check_name(c, &stmt->kind, AKT_TAKES_KIND, AKT_CODE_UNKNOWN_KIND, "a kind", NULL, 0);
  if (stmt->kind_of == AKT_STMT_GOVERN) {
    check_govern(c, stmt, &all);
    akt_check_options(c, stmt, govern_options, COUNT_OF(govern_options));
  }
}

void akt_check_patterns(akt_checker *c) {
  akt_check_each(c, visit);
}
