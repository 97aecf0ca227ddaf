// The plainest sentence of a frame: examples in its slots, the first of each group.
#include "extract/plain.h"

enum { VARIANTS = 3, MOST_WORDS = 64 };

typedef struct start {
  uint32_t lemma;
  uint32_t particles[2];
  uint32_t next; // another one of the frame, or AKT_NONE
} start;

struct akt_plain {
  const akt_ruleset *rules;
  AKT_VEC(start) starts;
  uint32_t *first_start; // by frame, in the order of the words
  uint32_t *past;        // by lemma: a word that is its past, or AKT_NONE
  akt_map frame_by_rule;
};

typedef struct writing {
  akt_arena *arena;
  const akt_plain *plain;
  const akt_ruleset *rules;
  const akt_frame *frame;
  uint32_t variant;
  uint32_t word;    // which of the words of a set
  uint32_t used[2]; // entities that are in the sentence: both ends must differ
  uint32_t used_count;
  uint32_t people;
  bool is_stuck; // no example for a slot
  bool is_after_preposition;
  akt_buf out;
} writing;

// ------------------------------------------------------------ what starts a frame

static void add_starts(akt_plain *plain, akt_arena *arena, uint32_t word,
                       const akt_triggers *triggers, bool are_verbs) {
  for (uint32_t i = 0; i < triggers->count; i++) {
    const akt_trigger *t = &triggers->items[i];
    bool is_verb = plain->rules->frames.items[t->frame].shape == AKT_FRAME_VERB;
    if (is_verb != are_verbs)
      continue;
    start made = {word, {t->particles[0], t->particles[1]}, plain->first_start[t->frame]};
    plain->first_start[t->frame] = plain->starts.count;
    akt_vec_push(arena, &plain->starts, made);
  }
}

static uint32_t *all_none(akt_arena *arena, uint32_t count) {
  uint32_t *out = akt_arena_alloc(arena, (count + 1u) * sizeof *out);
  for (uint32_t i = 0; i < count; i++)
    out[i] = AKT_NONE;
  return out;
}

static void find_pasts(akt_plain *plain) {
  const akt_ruleset *rules = plain->rules;
  for (uint32_t w = rules->words.count; w-- > 0;)
    for (int k = AKT_READINGS; k-- > 0;) {
      const akt_verb_reading *v = &rules->words.items[w].verb[k];
      if (v->lemma != AKT_NONE && (v->forms & AKT_FORM_PAST))
        plain->past[v->lemma] = w;
    }
}

akt_plain *akt_plain_new(akt_arena *arena, const akt_ruleset *rules) {
  akt_plain *plain = akt_arena_zalloc(arena, sizeof *plain);
  plain->rules = rules;
  plain->first_start = all_none(arena, rules->frames.count);
  plain->past = all_none(arena, rules->words.count);
  akt_map_init(&plain->frame_by_rule, arena);
  for (uint32_t w = rules->words.count; w-- > 0;) { // the lists are turned round
    add_starts(plain, arena, w, &rules->verb_triggers.items[w], true);
    add_starts(plain, arena, w, &rules->noun_triggers.items[w], false);
  }
  find_pasts(plain);
  for (uint32_t i = 0; i < rules->frames.count; i++)
    if (rules->frames.items[i].role == AKT_FRAME_ASSERTS)
      akt_map_add(&plain->frame_by_rule, akt_span_of(rules->frames.items[i].rule), i);
  return plain;
}

uint32_t akt_plain_frame_of(const akt_plain *plain, const char *rule) {
  return akt_map_get(&plain->frame_by_rule, akt_span_of(rule));
}

static uint32_t count_starts(const akt_plain *plain, uint32_t frame) {
  uint32_t count = 0;
  for (uint32_t s = plain->first_start[frame]; s != AKT_NONE; s = plain->starts.items[s].next)
    count++;
  return count;
}

uint32_t akt_plain_rounds(const akt_plain *plain, uint32_t frame) {
  const akt_frame *f = &plain->rules->frames.items[frame];
  uint32_t most = count_starts(plain, frame);
  for (uint32_t i = 0; i < f->steps.count; i++) {
    uint32_t set = f->steps.items[i].words;
    uint32_t words = set == AKT_NONE ? 0 : plain->rules->wordsets.items[set].words.count;
    most = words > most ? words : most;
  }
  return (most < MOST_WORDS ? most : MOST_WORDS) * VARIANTS;
}

static const start *find_start(const akt_plain *plain, uint32_t frame, uint32_t number) {
  uint32_t count = count_starts(plain, frame);
  if (!count)
    return NULL;
  uint32_t s = plain->first_start[frame];
  for (uint32_t i = number % count; i > 0; i--)
    s = plain->starts.items[s].next;
  return &plain->starts.items[s];
}

static void put(writing *w, const char *text) {
  if (w->out.len)
    akt_buf_putc(&w->out, ' ');
  akt_buf_puts(&w->out, text);
}

static const char *word_text(const writing *w, uint32_t word) {
  return akt_intern_text(&w->rules->words_text, word).ptr;
}

uint32_t akt_plain_rivals(const akt_plain *plain, uint32_t frame) {
  const start *first = find_start(plain, frame, 0);
  bool is_verb = plain->rules->frames.items[frame].shape == AKT_FRAME_VERB;
  const akt_triggers *all =
      is_verb ? plain->rules->verb_triggers.items : plain->rules->noun_triggers.items;
  return first ? all[first->lemma].count : 0;
}

// ------------------------------------------------------------ the verb

static const char *past_of(const writing *w, uint32_t lemma) {
  if (strcmp(word_text(w, lemma), "be") == 0)
    return "was";
  uint32_t past = w->plain->past[lemma];
  return word_text(w, past == AKT_NONE ? lemma : past);
}

static void put_verb(writing *w, const start *s) {
  if (w->frame->is_passive_only)
    put(w, "was");
  put(w, past_of(w, s->lemma));
  for (int i = 0; i < 2; i++)
    if (s->particles[i] != AKT_NONE)
      put(w, word_text(w, s->particles[i]));
}

// ------------------------------------------------------------ slots

static void put_somebody(writing *w, const akt_slot *slot) {
  uint64_t kinds = slot->type == AKT_SLOT_KINDS && slot->kinds ? slot->kinds : UINT64_MAX;
  for (uint32_t e = 0; e < w->rules->entities.count; e++) {
    const akt_entity *entity = &w->rules->entities.items[e];
    bool is_used =
        (w->used_count > 0 && w->used[0] == e) || (w->used_count > 1 && w->used[1] == e);
    if (is_used || !(kinds >> entity->kind & 1))
      continue;
    if (w->used_count < 2)
      w->used[w->used_count++] = e;
    put(w, entity->name);
    return;
  }
  static const char *const people[] = {"Ana Diaz", "Luis Soto"};
  bool is_person = w->rules->kind_person != AKT_NONE && (kinds >> w->rules->kind_person & 1);
  if (is_person)
    put(w, people[w->people++ % 2]);
  else
    w->is_stuck = true;
}

static void put_slot(writing *w, const akt_slot *slot) {
  switch ((akt_slot_type)slot->type) {
  case AKT_SLOT_NAME:
    put(w, w->out.len ? "Luis Soto" : "Ana Diaz");
    return;
  case AKT_SLOT_THING:
    put(w, "the plan");
    return;
  case AKT_SLOT_ACTION:
    put(w, w->is_after_preposition ? "helping" : "help");
    if (w->frame->is_target_in_action)
      put_somebody(w, slot);
    return;
  case AKT_SLOT_KINDS:
  case AKT_SLOT_ANY:
    put_somebody(w, slot);
    return;
  case AKT_SLOT_WORDS:
  case AKT_SLOT_ITS:
    return;
  }
}

static void put_noun(writing *w, const char *noun) {
  static const char *const articles[] = {"", "a ", ""};
  const char *text = w->variant == 2 ? akt_inflect_plural(w->arena, noun) : noun;
  put(w, akt_arena_printf(w->arena, "%s%s", articles[w->variant], text));
}

static const char *nth_word(const writing *w, uint32_t set) {
  const akt_wordset *words = &w->rules->wordsets.items[set];
  uint32_t count = words->words.count;
  return count ? word_text(w, words->words.items[w->word % count]) : "";
}

// What may be missing is left out, unless the target stands in it.
static bool needs_optional(const akt_frame *f) {
  for (uint32_t i = 0; i < f->steps.count; i++) {
    const akt_step *step = &f->steps.items[i];
    if (step->kind == AKT_STEP_SLOT && step->slot.use == AKT_USE_TARGET && !step->is_optional)
      return false;
  }
  return true;
}

static void put_steps(writing *w) {
  const akt_frame *f = w->frame;
  bool is_full = needs_optional(f);
  for (uint32_t i = 0; i < f->steps.count; i++) {
    const akt_step *step = &f->steps.items[i];
    bool has_slot = (step->kind == AKT_STEP_PREPOSITION || step->kind == AKT_STEP_INFINITIVE) &&
                    i + 1 < f->steps.count;
    w->is_after_preposition = i && f->steps.items[i - 1].kind == AKT_STEP_PREPOSITION;
    if (step->is_optional && !is_full) {
      i += has_slot;
      continue;
    }
    switch ((akt_step_kind)step->kind) {
    case AKT_STEP_SLOT:
      put_slot(w, &step->slot);
      break;
    case AKT_STEP_PREPOSITION:
    case AKT_STEP_WORD:
      put(w, nth_word(w, step->words));
      break;
    case AKT_STEP_NOUN:
      put_noun(w, nth_word(w, step->words));
      break;
    case AKT_STEP_INFINITIVE:
      put(w, "to");
      break;
    }
  }
}

// "between A and B" is two ends in one phrase.
static bool is_between(const writing *w) {
  const akt_frame *f = w->frame;
  uint32_t between = akt_ruleset_word(w->rules, AKT_SPAN("between"));
  return f->steps.count > 1 && f->steps.items[0].kind == AKT_STEP_PREPOSITION &&
         akt_wordset_has(w->rules, f->steps.items[0].words, between);
}

static void put_nominal(writing *w, const char *noun) {
  bool has_owner = w->frame->has_source_before;
  if (has_owner) {
    put_slot(w, &w->frame->subject);
    akt_buf_puts(&w->out, "'s");
  } else {
    put(w, "The");
  }
  put(w, noun);
  if (is_between(w)) {
    put(w, "between");
    put_slot(w, &w->frame->steps.items[1].slot);
    put(w, "and");
    put_slot(w, &w->frame->steps.items[1].slot);
  } else {
    put_steps(w);
  }
  put(w, "continued");
}

const char *akt_plain_sentence(akt_arena *arena, const akt_plain *plain, uint32_t frame,
                               uint32_t round) {
  writing w = {.arena = arena,
               .plain = plain,
               .rules = plain->rules,
               .frame = &plain->rules->frames.items[frame],
               .variant = round % VARIANTS,
               .word = round / VARIANTS};
  bool is_copula = w.frame->shape == AKT_FRAME_COPULA;
  bool is_noun = w.frame->shape == AKT_FRAME_NOUN;
  const start *first = find_start(plain, frame, w.word);
  akt_buf_init(&w.out, arena);
  if (!first)
    return NULL;
  if (is_noun) {
    put_nominal(&w, word_text(&w, first->lemma));
  } else {
    akt_slot anybody = {.type = AKT_SLOT_ANY};
    put_slot(&w, w.frame->has_source_before ? &w.frame->subject : &anybody);
    if (is_copula)
      put(&w, "is");
    else
      put_verb(&w, first);
    put_steps(&w);
  }
  akt_buf_putc(&w.out, '.');
  return w.is_stuck ? NULL : akt_buf_text(&w.out);
}
