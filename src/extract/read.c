// The cascade, stage after stage.
#include "extract/extract.h"

akt_reading *akt_read_text(akt_arena *arena, const akt_ruleset *rules, akt_span text,
                           const akt_document *document, const akt_read_options *options) {
  akt_reading *r = akt_arena_zalloc(arena, sizeof *r);
  r->arena = arena;
  r->rules = rules;
  r->document_date = document ? document->date : NULL;
  r->without_metonyms = options && options->without_metonyms;
  r->trace = options ? options->trace : NULL;
  r->matcher = rules->matches.count || rules->finds.count ? akt_matcher_new(arena) : NULL;
  akt_text_hints hints = {.abbreviations = &rules->abbreviations};
  akt_text_cut(arena, text, &hints, &r->text);
  akt_read_units(r);
  akt_read_atoms(r);
  akt_read_finds(r);
  akt_read_times(r);
  akt_read_classes(r);
  akt_read_chunks(r);
  akt_read_mentions(r);
  akt_read_appositions(r);
  akt_read_actors(r);
  akt_read_statements(r);
  return r;
}
