// Rules that the checker lets through, whatever they are: compiled, and a text read with
// them. What is no rule file is the business of fuzz_parse.
#include "extract/extract.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char grammar[] = "words english-be = is, was, were, been\n"
                              "words english-have = has, have, had\n"
                              "words english-determiner = the, a, an\n"
                              "words english-preposition = of, to, in, on, with, by, between\n"
                              "words english-conjunction = and\n"
                              "words english-negation = not\n"
                              "words english-modal = will, may\n"
                              "words english-pronoun-thing = it\n"
                              "words english-particle = up, out\n"
                              "kind country\n"
                              "kind person\n"
                              "class actor = country, person\n"
                              "entity country Peru\n"
                              "entity country Chile\n";

static const char article[] =
    "Peru and Chile praised Ana Diaz, an ally of Peru, and it was not blamed by her.\n\n"
    "The talks between Peru and Chile, which will carry out a raid, may have ended. Peru's\n"
    "president, Luis Soto (LS), spoke to Chile on 3 May 2025.\n";

typedef struct job {
  akt_arena arena;
  akt_span text;
} job;

static void add(job *self, akt_diags *diags, akt_ast_set *set, akt_span text) {
  uint32_t source = akt_diags_add_source(diags, "fuzz.akt", text);
  akt_ast_file *file = akt_ast_parse(&self->arena, diags, source, "fuzz.akt", AKT_AST_WHOLE);
  akt_vec_push(&self->arena, &set->files, file);
}

static void work(void *arg) {
  job *self = arg;
  akt_diags diags;
  akt_ast_set set = {.is_check = false};
  akt_diags_init(&diags, &self->arena);
  add(self, &diags, &set, akt_span_of(grammar));
  add(self, &diags, &set, self->text);
  akt_rules_check(&self->arena, &diags, &set);
  if (diags.errors)
    return;
  akt_ruleset *rules = akt_ruleset_compile(&self->arena, &diags, &set);
  akt_document document = {.id = "fuzz", .date = "2025-05-04"};
  akt_read_options options = {.without_metonyms = self->text.len & 1};
  akt_reading *reading =
      akt_read_text(&self->arena, rules, akt_span_of(article), &document, &options);
  akt_graph *graph = akt_arena_zalloc(&self->arena, sizeof *graph);
  akt_graph_init(graph, &self->arena);
  akt_emit_rules(rules, graph);
  akt_emit(reading, &document, graph);
  akt_graph_finish(graph);
}

// The first byte chooses at which allocation memory runs out.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  enum { LONGEST = 16 << 10 };
  if (!size || size > LONGEST)
    return 0;
  akt_guard guard;
  akt_guard_init(&guard, (size_t)256 << 20);
  guard.fail_after = data[0] < 32 ? data[0] * 50u : 0;
  job self = {.text = {(const char *)data + 1, size - 1}};
  akt_arena_init(&self.arena, &guard);
  (void)akt_guard_run(&guard, work, &self);
  akt_arena_free(&self.arena);
  return 0;
}
