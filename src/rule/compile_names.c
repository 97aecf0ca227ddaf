// Names: entities with their aliases, demonyms and metonyms, titles, head nouns,
// all in one trie over word numbers. A trie of words, not of letters: a text
// word is looked up once, and a name can never match inside a word.
#include "rule/compile.h"

#include "text/fold.h"
#include "text/text.h"

enum { LONGEST_NAME = 16 }; // words
enum { SMALLEST_TRIE = 1024 };

static uint32_t new_node(akt_compiler *c) {
  akt_vec_push(c->arena, &c->rules->trie_names, AKT_NONE);
  return c->rules->trie_names.count - 1;
}

static void trie_place(akt_ruleset *rules, uint64_t key, uint32_t value) {
  uint32_t mask = rules->trie.capacity - 1;
  uint32_t i = (uint32_t)akt_hash_mix(key, 0) & mask;
  while (rules->trie.values[i] != AKT_NONE)
    i = (i + 1) & mask;
  rules->trie.keys[i] = key;
  rules->trie.values[i] = value;
}

static void trie_resize(akt_compiler *c, uint32_t capacity) {
  akt_ruleset *rules = c->rules;
  uint64_t *keys = rules->trie.keys;
  uint32_t *values = rules->trie.values;
  uint32_t old = rules->trie.capacity;
  rules->trie.keys = akt_arena_alloc(c->arena, capacity * sizeof *rules->trie.keys);
  rules->trie.values = akt_arena_alloc(c->arena, capacity * sizeof *rules->trie.values);
  memset(rules->trie.values, 0xff, capacity * sizeof *rules->trie.values);
  rules->trie.capacity = capacity;
  for (uint32_t i = 0; i < old; i++)
    if (values[i] != AKT_NONE)
      trie_place(rules, keys[i], values[i]);
}

static uint32_t child(akt_compiler *c, uint32_t node, uint32_t word) {
  akt_ruleset *rules = c->rules;
  uint32_t known = akt_ruleset_step(rules, node, word);
  if (known != AKT_NONE)
    return known;
  if (rules->trie.count * 2 >= rules->trie.capacity)
    trie_resize(c, rules->trie.capacity ? rules->trie.capacity * 2 : SMALLEST_TRIE);
  uint32_t made = new_node(c);
  trie_place(rules, ((uint64_t)node << 32) | word, made);
  rules->trie.count++;
  return made;
}

// Walks the words of the name into the trie; gives the last node and which
// words are capitalised. AKT_NONE for a name without words or with too many.
static uint32_t insert_words(akt_compiler *c, const char *text, uint32_t *capitals,
                             uint32_t *last_word) {
  akt_text *cut = &c->cut;
  akt_text_tokenise(c->arena, akt_span_of(text), cut);
  uint32_t node = AKT_NONE;
  *capitals = 0;
  if (cut->tokens.count > LONGEST_NAME)
    return AKT_NONE;
  for (uint32_t i = 0; i < cut->tokens.count; i++) {
    uint32_t word = akt_compile_word(c, akt_token_text(cut, i));
    if (word == AKT_NONE)
      return AKT_NONE;
    if (cut->tokens.items[i].is_capital)
      *capitals |= 1u << i;
    if (cut->tokens.items[i].kind == AKT_TOKEN_WORD)
      *last_word = word;
    if (node != AKT_NONE) {
      node = child(c, node, word);
      continue;
    }
    if (c->rules->words.items[word].names == AKT_NONE)
      c->rules->words.items[word].names = new_node(c);
    node = c->rules->words.items[word].names;
  }
  return node;
}

// A name that very many claim is looked up, where walking all the claims would take a
// time that grows with their square.
enum { CLAIMS_WALKED = 32 };

// Whether this claim is new among those of a crowded node; `tail` becomes the last of them.
static bool is_new_in_crowd(akt_compiler *c, uint32_t node, const char *text,
                            const akt_name *name, uint32_t *tail) {
  uint32_t made = c->rules->names.count;
  if (!c->crowd_tails.arena) {
    akt_map_init(&c->crowd_names, c->arena);
    akt_map_init(&c->crowd_tails, c->arena);
  }
  const char *key =
      akt_arena_printf(c->arena, "%u %u %u %s", node, (unsigned)name->type, name->value, text);
  if (akt_map_add(&c->crowd_names, akt_span_of(key), made) != made)
    return false;
  akt_span place = akt_span_of(akt_arena_printf(c->arena, "%u", node));
  uint32_t known = akt_map_get(&c->crowd_tails, place);
  *tail = known == AKT_NONE ? *tail : known;
  akt_map_set(&c->crowd_tails, place, made);
  return true;
}

// Hangs the name on the node that its words lead to.
static void add_name_at(akt_compiler *c, uint32_t node, const char *text, akt_name name) {
  name.text = text;
  name.next = AKT_NONE;
  uint32_t tail = AKT_NONE, walked = 0;
  for (uint32_t i = c->rules->trie_names.items[node]; i != AKT_NONE && walked < CLAIMS_WALKED;
       i = c->rules->names.items[i].next, walked++) {
    const akt_name *other = &c->rules->names.items[i];
    // Another case is another name: "NATO" and "Nato exact", "Qeshm Island" and "Qeshm island".
    if (other->type == name.type && other->value == name.value &&
        strcmp(other->text, text) == 0)
      return;
    tail = i;
  }
  if (walked == CLAIMS_WALKED && !is_new_in_crowd(c, node, text, &name, &tail))
    return;
  // Appended, so that of two claims the earlier line wins.
  uint32_t made = c->rules->names.count;
  if (tail == AKT_NONE)
    c->rules->trie_names.items[node] = made;
  else
    c->rules->names.items[tail].next = made;
  akt_vec_push(c->arena, &c->rules->names, name);
}

static void add_name(akt_compiler *c, const char *text, akt_name name) {
  uint32_t last = AKT_NONE;
  uint32_t node = insert_words(c, text, &name.capitals, &last);
  if (node != AKT_NONE)
    add_name_at(c, node, text, name);
}

// Kenyans, Greeks, Poles, Frenchmen; not Swiss, not Beninois.
static bool is_plural_adjective(akt_span text) {
  bool is_singular = akt_span_ends_with(text, "ss") || akt_span_ends_with(text, "ois");
  return (akt_span_ends_with(text, "s") && !is_singular) || akt_span_ends_with(text, "men");
}

static void add_adjectives(akt_compiler *c, const akt_stmt *s, uint32_t entity) {
  for (uint32_t i = 0; i < s->adjectives.count; i++) {
    const akt_ast_text *t = &s->adjectives.items[i];
    if (akt_compile_is_without(c, s, "adj", NULL, t->text) ||
        akt_compile_is_without(c, s, "alias", NULL, t->text))
      continue;
    akt_name name = {.type = AKT_NAME_ADJECTIVE,
                     .value = entity,
                     .is_plural = is_plural_adjective(akt_span_of(t->text)),
                     .rule = akt_compile_rule_name(c, t->loc)};
    add_name(c, t->text, name);
  }
}

static uint32_t entity_named(akt_compiler *c, const akt_stmt *s) {
  akt_ruleset *rules = c->rules;
  uint32_t kind = akt_map_get(&rules->kind_by_name, akt_span_of(s->kind.text));
  uint32_t next = rules->entities.count;
  akt_span name = akt_span_of(s->name.text);
  if (kind == AKT_NONE)
    return akt_map_get(&rules->entity_by_name, name);
  uint32_t entity = akt_map_add(&rules->entity_by_name, name, next);
  if (entity == next)
    akt_vec_push(c->arena, &rules->entities,
                 (akt_entity){.kind = kind,
                              .name = s->name.text,
                              .rule = akt_compile_rule_name(c, s->keyword)});
  return entity;
}

static void add_entity(akt_compiler *c, const akt_stmt *s) {
  if (!s->kind.text || akt_compile_is_without(c, s, "entity", NULL, s->name.text) ||
      akt_compile_is_without(c, s, "kind", NULL, s->kind.text))
    return;
  uint32_t entity = entity_named(c, s);
  if (entity == AKT_NONE)
    return;
  add_name(c, s->name.text,
           (akt_name){.type = AKT_NAME_ALIAS,
                      .value = entity,
                      .rule = akt_compile_rule_name(c, s->name.loc)});
  for (uint32_t i = 0; i < s->aliases.count; i++) {
    const akt_ast_alias *a = &s->aliases.items[i];
    if (akt_compile_is_without(c, s, "alias", NULL, a->text.text))
      continue;
    akt_name name = {.type = AKT_NAME_ALIAS,
                     .value = entity,
                     .is_exact = a->is_exact,
                     .is_if_introduced = a->is_if_introduced,
                     .rule = akt_compile_rule_name(c, a->text.loc)};
    add_name(c, a->text.text, name);
    akt_vec_push(c->arena, &c->rules->entities.items[entity].aliases, a->text.text);
  }
  add_adjectives(c, s, entity);
  bool is_off = akt_compile_is_without(c, s, "stands-for", NULL, NULL);
  for (uint32_t i = 0; i < s->stands_for.count && !is_off; i++) {
    const akt_ast_text *t = &s->stands_for.items[i];
    if (!akt_compile_is_without(c, s, "stands-for", NULL, t->text))
      add_name(c, t->text,
               (akt_name){.type = AKT_NAME_STANDS_FOR,
                          .value = entity,
                          .rule = akt_compile_rule_name(c, t->loc)});
  }
}

// The last word of a name of several: texts call office holders by it alone.
static void note_surname(akt_compiler *c, const char *name) {
  const char *last = strrchr(name, ' ');
  uint32_t word = last ? akt_compile_word(c, akt_span_of(last + 1)) : AKT_NONE;
  if (word != AKT_NONE)
    c->rules->words.items[word].is_surname = true;
}

// After all entities, since a role may name one of a later file.
static void add_roles(akt_compiler *c, const akt_stmt *s) {
  akt_ruleset *rules = c->rules;
  if (!s->roles.count)
    return;
  uint32_t entity = akt_map_get(&rules->entity_by_name, akt_span_of(s->name.text));
  if (entity == AKT_NONE)
    return;
  note_surname(c, s->name.text);
  bool is_off = akt_compile_is_without(c, s, "role", NULL, s->name.text);
  for (uint32_t i = 0; i < s->roles.count && !is_off; i++) {
    const akt_ast_role *r = &s->roles.items[i];
    uint32_t of =
        r->of.text ? akt_map_get(&rules->entity_by_name, akt_span_of(r->of.text)) : AKT_NONE;
    if (of == AKT_NONE)
      continue;
    akt_role role = {.entity = entity,
                     .of = of,
                     .title = r->title.text,
                     .folded_title = akt_fold_words(c->arena, akt_span_of(r->title.text)),
                     .folded_name = akt_fold_words(c->arena, akt_span_of(s->name.text)),
                     .from = r->from.text,
                     .to = r->to.text,
                     .rule = akt_compile_rule_name(c, r->loc)};
    akt_vec_push(c->arena, &rules->roles, role);
    rules->entities.items[entity].role_count++;
  }
}

// The roles of one entity may stand in several statements and files: side by side now,
// each entity's in their order.
static void group_roles(akt_compiler *c) {
  akt_ruleset *rules = c->rules;
  if (!rules->roles.count)
    return;
  akt_role *grouped = akt_arena_alloc(c->arena, rules->roles.count * sizeof *grouped);
  uint32_t next = 0;
  for (uint32_t e = 0; e < rules->entities.count; e++) {
    rules->entities.items[e].first_role = next;
    next += rules->entities.items[e].role_count;
    rules->entities.items[e].role_count = 0;
  }
  for (uint32_t i = 0; i < rules->roles.count; i++) {
    akt_entity *entity = &rules->entities.items[rules->roles.items[i].entity];
    grouped[entity->first_role + entity->role_count++] = rules->roles.items[i];
  }
  rules->roles.items = grouped;
  rules->roles.capacity = rules->roles.count;
}

// A title listed twice: the first line says what it means for a state, the second
// for a body. The president of a country represents it, that of a council leads it.
static bool is_second_line(akt_compiler *c, uint32_t node, const char *text,
                           uint32_t relation) {
  const akt_ruleset *rules = c->rules;
  for (uint32_t i = rules->trie_names.items[node]; i != AKT_NONE;
       i = rules->names.items[i].next) {
    const akt_name *name = &rules->names.items[i];
    if (name->type != AKT_NAME_TITLE || strcmp(name->text, text) != 0)
      continue;
    rules->titles.items[name->value].of_body = relation;
    return true;
  }
  return false;
}

static void add_titles(akt_compiler *c, const akt_stmt *s) {
  akt_ruleset *rules = c->rules;
  uint32_t kind = akt_map_get(&rules->kind_by_name, akt_span_of(s->name.text));
  uint32_t relation =
      s->as.text ? akt_map_get(&rules->relation_by_name, akt_span_of(s->as.text)) : AKT_NONE;
  if (kind == AKT_NONE || akt_compile_is_without(c, s, "kind", NULL, s->name.text))
    return;
  for (uint32_t i = 0; i < s->items.count; i++) {
    const akt_ast_text *t = &s->items.items[i];
    if (akt_compile_is_without(c, s, "title", NULL, t->text))
      continue;
    akt_title title = {.kind = kind,
                       .relation = relation,
                       .of_body = relation,
                       .text = t->text,
                       .head = AKT_NONE,
                       .rule = akt_compile_rule_name(c, t->loc)};
    uint32_t capitals;
    uint32_t number = rules->titles.count;
    uint32_t node = insert_words(c, t->text, &capitals, &title.head);
    if (node == AKT_NONE || is_second_line(c, node, t->text, relation))
      continue;
    akt_vec_push(c->arena, &rules->titles, title);
    akt_name name = {
        .type = AKT_NAME_TITLE, .capitals = capitals, .value = number, .rule = title.rule};
    add_name_at(c, node, t->text, name);
    add_name(
        c, akt_inflect_plural(c->arena, t->text),
        (akt_name){
            .type = AKT_NAME_TITLE, .value = number, .is_plural = true, .rule = title.rule});
  }
}

static void add_heads(akt_compiler *c, const akt_stmt *s) {
  akt_ruleset *rules = c->rules;
  uint32_t kind = akt_map_get(&rules->kind_by_name, akt_span_of(s->name.text));
  if (kind == AKT_NONE || akt_compile_is_without(c, s, "kind", NULL, s->name.text))
    return;
  for (uint32_t i = 0; i < s->items.count; i++) {
    const akt_ast_text *t = &s->items.items[i];
    if (akt_compile_is_without(c, s, "heads", s->name.text, t->text))
      continue;
    const char *blank = strrchr(t->text, ' ');
    uint32_t word = akt_compile_word(c, akt_span_of(blank ? blank + 1 : t->text));
    if (word == AKT_NONE)
      continue;
    akt_compile_noun(c, word);
    if (rules->words.items[word].head != AKT_NONE)
      continue; // the earlier line wins
    akt_head head = {.kind = kind,
                     .group = s->loc.start ^ (s->loc.source << 24),
                     .is_capital_only = akt_is_upper(t->text[0]),
                     .text = t->text,
                     .rule = akt_compile_rule_name(c, t->loc)};
    rules->words.items[word].head = rules->heads.count;
    akt_vec_push(c->arena, &rules->heads, head);
  }
}

static void add_each(akt_compiler *c, const akt_ast_file *file, akt_stmt_kind kind,
                     void (*work)(akt_compiler *c, const akt_stmt *s)) {
  for (uint32_t i = 0; i < file->statements.count; i++) {
    const akt_stmt *s = file->statements.items[i];
    if (s->kind_of == kind && s->name.text)
      work(c, s);
  }
}

// A name brings about one word and a half, the verbs and nouns of the rules counted in, and
// as many places in the trie.
void akt_compile_name_room(akt_compiler *c, const akt_compile_sizes *sizes) {
  akt_ruleset *rules = c->rules;
  uint32_t words = sizes->names + sizes->names / 2;
  akt_vec_make_room(c->arena, &rules->words, words);
  akt_intern_reserve(&rules->words_text, words);
  akt_vec_make_room(c->arena, &rules->names, sizes->names);
  akt_vec_make_room(c->arena, &rules->trie_names, words);
  akt_vec_make_room(c->arena, &rules->entities, sizes->entities);
  akt_map_reserve(&rules->entity_by_name, sizes->entities);
  uint32_t capacity = SMALLEST_TRIE;
  while (capacity / 2 < sizes->names)
    capacity *= 2;
  trie_resize(c, capacity);
}

void akt_compile_names(akt_compiler *c) {
  static const struct {
    akt_stmt_kind kind;
    void (*work)(akt_compiler *c, const akt_stmt *s);
  } steps[] = {{AKT_STMT_ENTITY, add_entity},
               {AKT_STMT_ENTITY, add_roles},
               {AKT_STMT_TITLE, add_titles}};
  for (size_t step = 0; step < sizeof steps / sizeof *steps; step++)
    for (uint32_t f = 0; f < c->set->files.count; f++)
      add_each(c, c->set->files.items[f], steps[step].kind, steps[step].work);
  // Of two kinds that claim one head the first gets it: the user's own, then the shipped.
  for (int is_own = 1; is_own >= 0; is_own--)
    for (uint32_t f = 0; f < c->set->files.count; f++)
      if (c->set->files.items[f]->is_own == is_own)
        add_each(c, c->set->files.items[f], AKT_STMT_HEADS, add_heads);
  group_roles(c);
}
