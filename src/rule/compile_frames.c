// Relations and what makes them: frames, noun frames, match lines, governors.
#include "rule/compile.h"

#include <stdlib.h>

typedef struct frame_builder {
  akt_compiler *c;
  const akt_stmt *s;
  akt_frame frame;
  bool has_source, has_target;
  uint32_t trigger_item; // index of the item that triggers
} frame_builder;

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

static bool in_list(const akt_compiler *c, uint32_t word, akt_english list) {
  return word != AKT_NONE && (c->rules->words.items[word].classes >> list & 1);
}

static uint8_t tone_named(const char *name, uint8_t otherwise) {
  if (strcmp(name, "cooperative") == 0)
    return 1;
  if (strcmp(name, "hostile") == 0)
    return 2;
  return strcmp(name, "neutral") == 0 ? 0 : otherwise;
}

static const char *option_value(const akt_stmt *s, const char *name) {
  for (uint32_t i = 0; i < s->options.count; i++)
    if (s->options.items[i].name.text && strcmp(s->options.items[i].name.text, name) == 0)
      return s->options.items[i].value.text ? s->options.items[i].value.text : "";
  return NULL;
}

static uint8_t tone_option(const akt_stmt *s, uint8_t otherwise) {
  for (uint32_t i = 0; i < s->options.count; i++)
    if (s->options.items[i].name.text && !s->options.items[i].value.text)
      otherwise = tone_named(s->options.items[i].name.text, otherwise);
  return otherwise;
}

static void add_relation(akt_compiler *c, const akt_stmt *s) {
  akt_ruleset *rules = c->rules;
  if (akt_compile_is_without(c, s, "relation", NULL, s->name.text))
    return;
  uint32_t number = akt_map_get(&rules->relation_by_name, akt_span_of(s->name.text));
  if (number == AKT_NONE) {
    number = rules->relations.count;
    akt_relation made = {.name = s->name.text, .rule = akt_compile_rule_name(c, s->keyword)};
    akt_vec_push(c->arena, &rules->relations, made);
    akt_map_set(&rules->relation_by_name, akt_span_of(s->name.text), number);
  }
  akt_relation *relation = &rules->relations.items[number];
  relation->tone = tone_option(s, relation->tone);
  relation->is_mutual |= option_value(s, "mutual") != NULL;
  const char *plover = option_value(s, "plover"), *cameo = option_value(s, "cameo");
  const char *label = option_value(s, "label");
  relation->plover = plover ? plover : relation->plover;
  relation->cameo = cameo ? cameo : relation->cameo;
  relation->label = label ? label : relation->label;
}

static const char *default_label(akt_compiler *c, const char *name) {
  char *label = akt_arena_string(c->arena, name);
  for (char *p = label; *p; p++)
    if (*p == '-')
      *p = ' ';
  return label;
}

void akt_compile_relations(akt_compiler *c) {
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    const akt_stmts *statements = &c->set->files.items[f]->statements;
    for (uint32_t i = 0; i < statements->count; i++)
      if (statements->items[i]->kind_of == AKT_STMT_RELATION && statements->items[i]->name.text)
        add_relation(c, statements->items[i]);
  }
  for (uint32_t i = 0; i < c->rules->relations.count; i++) {
    akt_relation *relation = &c->rules->relations.items[i];
    if (!relation->label)
      relation->label = default_label(c, relation->name);
  }
}

// ------------------------------------------------------------ word sets and slots

static uint32_t new_set(akt_compiler *c) {
  akt_vec_push(c->arena, &c->rules->wordsets, (akt_wordset){0});
  return c->rules->wordsets.count - 1;
}

static void add_to_set(akt_compiler *c, uint32_t set, uint32_t word) {
  if (word == AKT_NONE)
    return;
  akt_wordset *s = &c->rules->wordsets.items[set];
  akt_vec_push(c->arena, &s->words, word);
  uint32_t at = s->words.count - 1;
  for (; at && s->words.items[at - 1] > word; at--)
    s->words.items[at] = s->words.items[at - 1];
  s->words.items[at] = word;
}

// All single words of an item: the word itself, or the last of each alternative.
static uint32_t set_of_item(akt_compiler *c, const akt_ast_item *item, bool are_nouns) {
  uint32_t set = new_set(c);
  uint32_t count = item->kind == AKT_ITEM_GROUP ? item->alternatives.count : 1;
  for (uint32_t i = 0; i < count; i++) {
    const akt_ast_item *word = item;
    if (item->kind == AKT_ITEM_GROUP) {
      const akt_ast_items *sequence = &item->alternatives.items[i];
      if (!sequence->count)
        continue;
      word = &sequence->items[sequence->count - 1];
    }
    uint32_t number = akt_compile_word(c, akt_span_of(word->text.text));
    if (are_nouns)
      akt_compile_noun(c, number);
    add_to_set(c, set, number);
  }
  return set;
}

akt_slot akt_compile_slot(akt_compiler *c, const akt_ast_item *item) {
  static const struct {
    const char *name;
    akt_slot_type type;
  } built_in[] = {{"Name", AKT_SLOT_NAME},
                  {"thing", AKT_SLOT_THING},
                  {"action", AKT_SLOT_ACTION},
                  {"its", AKT_SLOT_ITS},
                  {"any", AKT_SLOT_ANY}};
  akt_slot slot = {
      .type = AKT_SLOT_KINDS, .use = AKT_USE_NOTE, .words = AKT_NONE, .name = item->name.text};
  for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++)
    if (strcmp(item->type.text, built_in[i].name) == 0) {
      slot.type = (uint8_t)built_in[i].type;
      return slot;
    }
  slot.kinds = akt_compile_kind_bits(c, item->type.text);
  bool is_class = akt_map_get(&c->class_by_name, akt_span_of(item->type.text)) != AKT_NONE;
  if (slot.kinds || is_class)
    return slot;
  slot.words = akt_map_get(&c->set_by_name, akt_span_of(item->type.text));
  slot.type = AKT_SLOT_WORDS;
  return slot;
}

static bool makes_an_end(const akt_slot *slot) {
  return slot->type == AKT_SLOT_KINDS || slot->type == AKT_SLOT_NAME ||
         slot->type == AKT_SLOT_THING || slot->type == AKT_SLOT_ANY;
}

// An end that is named anywhere leaves none for a slot without a name. <source:its> only
// says whose: the slot before the verb.
static bool names_end(const akt_ast_items *items, const char *end) {
  for (uint32_t i = 0; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    if ((item->kind == AKT_ITEM_SLOT && item->name.text && strcmp(item->name.text, end) == 0 &&
         strcmp(item->type.text, "its") != 0) ||
        names_end(&item->items, end))
      return true;
  }
  return false;
}

static void set_use(frame_builder *b, akt_slot *slot) {
  const char *name = slot->name;
  if (name && strcmp(name, "source") == 0)
    slot->use = AKT_USE_SOURCE;
  else if (name && strcmp(name, "target") == 0)
    slot->use = AKT_USE_TARGET;
  else if (!name && makes_an_end(slot) && !b->has_source)
    slot->use = AKT_USE_SOURCE;
  else if (!name && makes_an_end(slot) && !b->has_target)
    slot->use = AKT_USE_TARGET;
  b->has_source |= slot->use == AKT_USE_SOURCE;
  b->has_target |= slot->use == AKT_USE_TARGET;
}

// ------------------------------------------------------------ steps

static bool is_preposition_item(akt_compiler *c, const akt_ast_item *item) {
  if (item->kind == AKT_ITEM_WORD) {
    uint32_t word = akt_compile_word(c, akt_span_of(item->text.text));
    return in_list(c, word, AKT_EN_PREPOSITION) || in_list(c, word, AKT_EN_CONDITION); // until
  }
  if (item->kind != AKT_ITEM_GROUP || !item->alternatives.count)
    return false;
  for (uint32_t i = 0; i < item->alternatives.count; i++) {
    const akt_ast_items *sequence = &item->alternatives.items[i];
    if (!sequence->count || !is_preposition_item(c, &sequence->items[0]))
      return false;
  }
  return true;
}

static bool is_slot_of(const akt_ast_item *item, const char *type) {
  return item && item->kind == AKT_ITEM_SLOT && item->type.text &&
         strcmp(item->type.text, type) == 0;
}

// "scathing", ("scathing"|"verbal"): a form as it stands, whatever it is in the sentence.
static bool is_quoted_item(const akt_ast_item *item) {
  if (item->kind != AKT_ITEM_GROUP)
    return item->text.is_quoted;
  for (uint32_t i = 0; i < item->alternatives.count; i++) {
    const akt_ast_items *sequence = &item->alternatives.items[i];
    if (sequence->count != 1 || !sequence->items[0].text.is_quoted)
      return false;
  }
  return item->alternatives.count > 0;
}

static void add_step(frame_builder *b, akt_step step) {
  akt_vec_push(b->c->arena, &b->frame.steps, step);
}

static void add_items(frame_builder *b, const akt_ast_items *items, uint32_t from,
                      bool is_optional);

static void add_literal(frame_builder *b, const akt_ast_item *item, const akt_ast_item *next,
                        bool is_optional) {
  akt_step step = {.is_optional = is_optional, .words = AKT_NONE};
  bool is_word_to = item->kind == AKT_ITEM_WORD && strcmp(item->text.text, "to") == 0;
  if (is_word_to && is_slot_of(next, "action")) {
    step.kind = AKT_STEP_INFINITIVE;
  } else if (next && next->kind == AKT_ITEM_SLOT && is_preposition_item(b->c, item)) {
    step.kind = AKT_STEP_PREPOSITION;
    step.words = set_of_item(b->c, item, false);
  } else if (is_preposition_item(b->c, item) || is_quoted_item(item)) {
    step.kind = AKT_STEP_WORD;
    step.words = set_of_item(b->c, item, false);
  } else {
    step.kind = AKT_STEP_NOUN;
    step.words = set_of_item(b->c, item, true);
  }
  add_step(b, step);
}

// <its> where no noun follows: distance itself from.
static void add_reflexive(frame_builder *b, bool is_optional) {
  static const char *const words[] = {"itself", "himself", "herself", "themselves"};
  uint32_t set = new_set(b->c);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    add_to_set(b->c, set, akt_compile_word(b->c, akt_span_of(words[i])));
  add_step(b, (akt_step){.kind = AKT_STEP_WORD, .is_optional = is_optional, .words = set});
}

static void add_slot(frame_builder *b, const akt_ast_item *item, const akt_ast_item *next,
                     bool is_optional) {
  akt_slot slot = akt_compile_slot(b->c, item);
  if (slot.type == AKT_SLOT_ITS) {
    // A possessive before a noun is skipped anyway; there it documents the frame.
    if (!next || next->kind == AKT_ITEM_SLOT || is_preposition_item(b->c, next))
      add_reflexive(b, is_optional);
    return;
  }
  if (slot.type == AKT_SLOT_WORDS) {
    add_step(
        b, (akt_step){.kind = AKT_STEP_NOUN, .is_optional = is_optional, .words = slot.words});
    return;
  }
  set_use(b, &slot);
  add_step(b, (akt_step){.kind = AKT_STEP_SLOT,
                         .is_optional = is_optional,
                         .words = AKT_NONE,
                         .slot = slot});
}

static void add_items(frame_builder *b, const akt_ast_items *items, uint32_t from,
                      bool is_optional) {
  for (uint32_t i = from; i < items->count; i++) {
    const akt_ast_item *item = &items->items[i];
    const akt_ast_item *next = i + 1 < items->count ? &items->items[i + 1] : NULL;
    bool is_article =
        item->kind == AKT_ITEM_WORD && !item->text.is_quoted &&
        in_list(b->c, akt_compile_word(b->c, akt_span_of(item->text.text)), AKT_EN_DETERMINER);
    if (is_article)
      continue; // articles are skipped in texts as well
    switch (item->kind) {
    case AKT_ITEM_WORD:
    case AKT_ITEM_GROUP:
      add_literal(b, item, next, is_optional);
      break;
    case AKT_ITEM_SLOT:
      add_slot(b, item, next, is_optional);
      break;
    case AKT_ITEM_OPTIONAL:
      add_items(b, &item->items, 0, true);
      break;
    case AKT_ITEM_REGEX:
      break; // the checker refuses it in frames
    }
  }
}

// ------------------------------------------------------------ triggers

static void reach_last_word(akt_compiler *c) {
  akt_ruleset *rules = c->rules;
  while (rules->verb_triggers.count < rules->words.count) {
    akt_vec_push(c->arena, &rules->verb_triggers, (akt_triggers){0});
    akt_vec_push(c->arena, &rules->noun_triggers, (akt_triggers){0});
  }
}

static void add_trigger(akt_compiler *c, uint32_t lemma, uint32_t frame,
                        const uint32_t particles[2], bool is_noun) {
  if (lemma == AKT_NONE)
    return;
  reach_last_word(c);
  akt_triggers *triggers =
      is_noun ? &c->rules->noun_triggers.items[lemma] : &c->rules->verb_triggers.items[lemma];
  akt_vec_push(c->arena, triggers, (akt_trigger){frame, {particles[0], particles[1]}});
}

// One alternative of the trigger: "carry out" is the verb and its particle.
static void add_sequence(frame_builder *b, uint32_t frame, const akt_ast_item *const *words,
                         uint32_t count, bool is_noun) {
  akt_compiler *c = b->c;
  uint32_t particles[2] = {AKT_NONE, AKT_NONE};
  uint32_t first = is_noun ? count - 1 : 0;
  uint32_t lemma = akt_compile_word(c, akt_span_of(words[first]->text.text));
  for (uint32_t i = 1; i < count && i <= 2 && !is_noun; i++)
    particles[i - 1] = akt_compile_word(c, akt_span_of(words[i]->text.text));
  if (is_noun)
    akt_compile_noun(c, lemma);
  else
    akt_compile_verb(c, lemma);
  add_trigger(c, lemma, frame, particles, is_noun);
}

// Particles that follow the trigger word in the pattern: "carry out", "call on".
static uint32_t count_particles(frame_builder *b, const akt_ast_items *items, uint32_t from) {
  uint32_t count = 0;
  while (count < 2 && from + count < items->count) {
    const akt_ast_item *item = &items->items[from + count];
    const akt_ast_item *next =
        from + count + 1 < items->count ? &items->items[from + count + 1] : NULL;
    if (item->kind != AKT_ITEM_WORD ||
        !in_list(b->c, akt_compile_word(b->c, akt_span_of(item->text.text)), AKT_EN_PARTICLE))
      break;
    bool is_preposition =
        is_preposition_item(b->c, item) && next && next->kind == AKT_ITEM_SLOT;
    if (is_preposition)
      break;
    count++;
  }
  return count;
}

static void add_triggers(frame_builder *b, uint32_t frame, bool is_noun) {
  const akt_ast_items *items = &b->s->pattern;
  const akt_ast_item *trigger = &items->items[b->trigger_item];
  uint32_t more = is_noun ? 0 : count_particles(b, items, b->trigger_item + 1);
  if (trigger->kind == AKT_ITEM_SLOT) { // noun <talks> between ...
    akt_slot slot = akt_compile_slot(b->c, trigger);
    if (slot.words == AKT_NONE)
      return;
    const uint32_t none[2] = {AKT_NONE, AKT_NONE};
    const akt_wordset *set = &b->c->rules->wordsets.items[slot.words];
    for (uint32_t i = 0; i < set->words.count; i++)
      add_trigger(b->c, set->words.items[i], frame, none, true);
    return;
  }
  uint32_t alternatives = trigger->kind == AKT_ITEM_GROUP ? trigger->alternatives.count : 1;
  for (uint32_t a = 0; a < alternatives; a++) {
    const akt_ast_item *words[8];
    uint32_t count = 0;
    if (trigger->kind == AKT_ITEM_WORD) {
      words[count++] = trigger;
    } else {
      const akt_ast_items *sequence = &trigger->alternatives.items[a];
      for (uint32_t i = 0; i < sequence->count && count < 4; i++)
        words[count++] = &sequence->items[i];
    }
    for (uint32_t i = 0; i < more && count; i++)
      words[count++] = &items->items[b->trigger_item + 1 + i];
    if (count)
      add_sequence(b, frame, words, count, is_noun);
  }
}

static bool is_trigger_item(frame_builder *b, const akt_ast_item *item, bool is_noun) {
  if (item->kind == AKT_ITEM_WORD || item->kind == AKT_ITEM_GROUP)
    return true;
  return is_noun && item->kind == AKT_ITEM_SLOT &&
         akt_compile_slot(b->c, item).type == AKT_SLOT_WORDS;
}

static bool find_trigger(frame_builder *b, bool is_noun) {
  const akt_ast_items *items = &b->s->pattern;
  for (uint32_t i = 0; i < items->count && i < 2; i++)
    if (is_trigger_item(b, &items->items[i], is_noun)) {
      b->trigger_item = i;
      return true;
    }
  return false;
}

static bool is_copula(akt_compiler *c, const akt_ast_item *item) {
  return item->kind == AKT_ITEM_WORD && strcmp(item->text.text, "be") == 0 && c;
}

// The statement as it stands in its file, without keyword, in one line.
static const char *written(akt_compiler *c, const akt_stmt *s) {
  if (s->loc.source == AKT_NO_SOURCE || s->keyword.end >= s->loc.end)
    return NULL;
  akt_span file = c->diags->sources.items[s->loc.source].text;
  akt_span text = akt_span_trim(
      (akt_span){file.ptr + s->keyword.end, (size_t)(s->loc.end - s->keyword.end)});
  char *copy = akt_arena_copy(c->arena, text.ptr, text.len);
  size_t len = 0;
  for (size_t i = 0; i < text.len; i++) {
    bool is_blank = akt_is_blank(text.ptr[i]);
    if (is_blank && len && copy[len - 1] == ' ')
      continue;
    copy[len++] = is_blank ? ' ' : text.ptr[i];
  }
  copy[len] = '\0';
  return copy;
}

static void set_options(frame_builder *b) {
  b->frame.is_passive_off = option_value(b->s, "no-passive") != NULL;
  b->frame.is_otherwise = option_value(b->s, "otherwise") != NULL;
  b->frame.is_passive_only = option_value(b->s, "passive") != NULL;
  b->frame.is_list_off = option_value(b->s, "no-list") != NULL;
  b->frame.is_coref_off = option_value(b->s, "no-coref") != NULL;
  b->frame.is_shared_off = option_value(b->s, "no-shared") != NULL;
  b->frame.is_negation_off = option_value(b->s, "no-negation") != NULL;
  b->frame.is_relative_off = option_value(b->s, "no-relative") != NULL;
  b->frame.is_attribution_off = option_value(b->s, "no-attribution") != NULL;
  b->frame.is_mutual = option_value(b->s, "mutual") != NULL;
}

// `no-coref`: no slot of the frame takes a pronoun for somebody.
static void close_slots(akt_frame *frame) {
  frame->subject.is_coref_off = true;
  for (uint32_t i = 0; i < frame->steps.count; i++)
    frame->steps.items[i].slot.is_coref_off = true;
}

static void add_frame(akt_compiler *c, const akt_stmt *s, uint32_t relation) {
  bool is_noun = s->kind_of == AKT_STMT_NOUN;
  frame_builder b = {.c = c, .s = s};
  if (s->is_taken_back || !find_trigger(&b, is_noun))
    return;
  const akt_relation *r = relation == AKT_NONE ? NULL : &c->rules->relations.items[relation];
  akt_frame *frame = &b.frame;
  frame->relation = relation;
  frame->role = s->kind_of == AKT_STMT_NOT     ? AKT_FRAME_EXCLUDES
                : s->kind_of == AKT_STMT_NEVER ? AKT_FRAME_NEVER
                                               : AKT_FRAME_ASSERTS;
  frame->tone = tone_option(s, r ? r->tone : 0);
  frame->label = s->as.text ? s->as.text : r ? r->label : "";
  frame->plover = option_value(s, "plover") ? option_value(s, "plover") : r ? r->plover : NULL;
  frame->cameo = option_value(s, "cameo") ? option_value(s, "cameo") : r ? r->cameo : NULL;
  set_options(&b);
  b.has_source = names_end(&s->pattern, "source");
  b.has_target = names_end(&s->pattern, "target");
  frame->rule = akt_compile_rule_name(c, s->keyword);
  frame->text = written(c, s);
  frame->order = c->rules->frames.count;
  if (b.trigger_item == 1 && s->pattern.items[0].kind == AKT_ITEM_SLOT) {
    frame->has_source_before = true;
    frame->subject = akt_compile_slot(c, &s->pattern.items[0]);
    set_use(&b, &frame->subject);
  }
  uint32_t from = b.trigger_item + 1;
  bool is_be = !is_noun && is_copula(c, &s->pattern.items[b.trigger_item]);
  if (!is_noun && !is_be)
    from += count_particles(&b, &s->pattern, from);
  add_items(&b, &s->pattern, from, false);
  // be ally of: a copula; be at war with: the verb be with its phrase
  is_be = is_be && frame->steps.count && frame->steps.items[0].kind == AKT_STEP_NOUN;
  frame->shape = is_noun ? AKT_FRAME_NOUN : is_be ? AKT_FRAME_COPULA : AKT_FRAME_VERB;
  for (uint32_t i = 0; i < frame->steps.count && !b.has_target; i++)
    frame->is_target_in_action |= frame->steps.items[i].slot.type == AKT_SLOT_ACTION;
  uint32_t number = c->rules->frames.count;
  if (frame->is_coref_off)
    close_slots(frame);
  akt_vec_push(c->arena, &c->rules->frames, *frame);
  if (is_be && frame->steps.count && frame->steps.items[0].kind == AKT_STEP_NOUN) {
    const uint32_t none[2] = {AKT_NONE, AKT_NONE};
    const akt_wordset *set = &c->rules->wordsets.items[frame->steps.items[0].words];
    for (uint32_t i = 0; i < set->words.count; i++)
      add_trigger(c, set->words.items[i], number, none, true);
    return;
  }
  add_triggers(&b, number, is_noun);
}

static void add_match(akt_compiler *c, const akt_stmt *s, uint32_t relation) {
  if (s->is_taken_back || s->pattern.count != 3 || s->pattern.items[1].kind != AKT_ITEM_REGEX)
    return;
  frame_builder b = {.c = c, .s = s};
  akt_match_rule match = {.relation = relation,
                          .rule = akt_compile_rule_name(c, s->keyword),
                          .text = written(c, s)};
  match.before = akt_compile_slot(c, &s->pattern.items[0]);
  match.after = akt_compile_slot(c, &s->pattern.items[2]);
  set_use(&b, &match.before);
  set_use(&b, &match.after);
  if (match.before.use == AKT_USE_NOTE) // <a:actor> ... <b:actor>: names, in text order
    match.before.use = AKT_USE_SOURCE;
  if (match.after.use == AKT_USE_NOTE)
    match.after.use = AKT_USE_TARGET;
  akt_pattern_error error;
  match.pattern = akt_pattern_compile_for(c->arena, akt_span_of(s->pattern.items[1].text.text),
                                          AKT_MATCH_ANCHORED | AKT_MATCH_END_ANCHORED, &error);
  const akt_relation *r = &c->rules->relations.items[relation];
  match.tone = tone_option(s, r->tone);
  match.label = s->as.text ? s->as.text : r->label;
  match.plover = option_value(s, "plover") ? option_value(s, "plover") : r->plover;
  match.cameo = option_value(s, "cameo") ? option_value(s, "cameo") : r->cameo;
  if (match.pattern)
    akt_vec_push(c->arena, &c->rules->matches, match);
}

static void compile_relation(akt_compiler *c, const akt_stmt *s) {
  uint32_t relation = akt_map_get(&c->rules->relation_by_name, akt_span_of(s->name.text));
  if (relation == AKT_NONE)
    return;
  for (uint32_t i = 0; i < s->above.count; i++) {
    uint32_t other =
        akt_map_get(&c->rules->relation_by_name, akt_span_of(s->above.items[i].text));
    if (other != AKT_NONE)
      akt_vec_push(c->arena, &c->rules->relations.items[relation].above, other);
  }
  for (uint32_t i = 0; i < s->children.count; i++) {
    const akt_stmt *child = s->children.items[i];
    if (child->kind_of == AKT_STMT_FRAME || child->kind_of == AKT_STMT_NOUN ||
        child->kind_of == AKT_STMT_NOT)
      add_frame(c, child, relation);
    else if (child->kind_of == AKT_STMT_MATCH)
      add_match(c, child, relation);
  }
}

static void compile_file(akt_compiler *c, const akt_stmts *statements) {
  for (uint32_t i = 0; i < statements->count; i++) {
    const akt_stmt *s = statements->items[i];
    if (s->kind_of == AKT_STMT_RELATION && s->name.text)
      compile_relation(c, s);
    else if (s->kind_of == AKT_STMT_NEVER)
      add_frame(c, s, AKT_NONE);
    else if (s->kind_of == AKT_STMT_GOVERN)
      akt_compile_govern(c, s);
    else if (s->kind_of == AKT_STMT_FIND && s->kind.text)
      akt_compile_find(c, s);
  }
}

// A frame brings about three words that nothing named before it, forms included; and one to
// spare.
void akt_compile_frame_room(akt_compiler *c, const akt_compile_sizes *sizes) {
  akt_ruleset *rules = c->rules;
  uint32_t words = rules->words.count + 4 * sizes->frames;
  akt_vec_make_room(c->arena, &rules->frames, sizes->frames);
  akt_vec_make_room(c->arena, &rules->verb_triggers, words);
  akt_vec_make_room(c->arena, &rules->noun_triggers, words);
}

void akt_compile_frames(akt_compiler *c) {
  // Of two lines that fit equally well the earlier one stands, so a user's own come
  // first: a rule of his that loses to a shipped one would do nothing, in silence.
  for (int is_own = 1; is_own >= 0; is_own--)
    for (uint32_t f = 0; f < c->set->files.count; f++)
      if (c->set->files.items[f]->is_own == is_own)
        compile_file(c, &c->set->files.items[f]->statements);
  reach_last_word(c);
}

void akt_compile_singulars(akt_compiler *c) {
  akt_ruleset *rules = c->rules;
  for (uint32_t i = 0; i < rules->wordsets.count; i++) {
    akt_wordset *set = &rules->wordsets.items[i];
    uint32_t count = set->is_verbatim ? 0 : set->words.count;
    for (uint32_t k = 0; k < count; k++) {
      uint32_t word = set->words.items[k];
      uint32_t noun = rules->words.items[word].noun;
      if (noun != AKT_NONE && noun != word)
        akt_vec_push(c->arena, &set->words, noun);
    }
    if (count && set->words.count > count)
      qsort(set->words.items, set->words.count, sizeof *set->words.items, by_number);
  }
  for (uint32_t w = 0; w < rules->words.count; w++) {
    uint32_t noun = rules->words.items[w].noun;
    if (noun == AKT_NONE || noun == w)
      continue;
    for (uint32_t t = 0; t < rules->noun_triggers.items[w].count; t++)
      akt_vec_push(c->arena, &rules->noun_triggers.items[noun],
                   rules->noun_triggers.items[w].items[t]);
  }
}
