// Every stage as text, one item a line: for people who write rules, and for
// golden tests that a reader can judge.
#include "extract/extract.h"

const char *const akt_dump_stages[] = {"sentences", "tokens",    "chunks", "mentions",
                                       "entities",  "relations", NULL};

static const char *const class_names[] = {
    "?",    "DET", "NUM", "ADJ",  "NOUN",  "NAME",    "POS",  "PRON", "VERB",  "BE",
    "HAVE", "DO",  "MOD", "NEG",  "TO",    "PREP",    "PART", "CONJ", "COMMA", "REL",
    "THAT", "SUB", "ADV", "TIME", "QUOTE", "BRACKET", "DASH", "END"};
static const char *const chunk_names[] = {"NP",  "V",    "P",   "PART", "AND", "COMMA",
                                          "REL", "THAT", "SUB", "DASH", "END"};
static const char *const mention_names[] = {"listed", "person",  "name",    "headed", "office",
                                            "body",   "generic", "pronoun", "thing"};

static void put(akt_buf *out, akt_span text) {
  for (size_t i = 0; i < text.len; i++)
    akt_buf_putc(out, text.ptr[i] == '\n' || text.ptr[i] == '\t' || text.ptr[i] == '\r'
                          ? ' '
                          : text.ptr[i]);
}

static void dump_sentences(const akt_reading *r, akt_buf *out) {
  for (uint32_t i = 0; i < r->text.sentences.count; i++) {
    const akt_sentence *s = &r->text.sentences.items[i];
    akt_buf_printf(out, "%u\t%u\t%s\t", i, s->paragraph,
                   s->is_headline ? "headline" : "sentence");
    put(out, (akt_span){r->text.bytes.ptr + s->start, s->end - s->start});
    akt_buf_putc(out, '\n');
  }
}

static void dump_tokens(const akt_reading *r, akt_buf *out) {
  for (uint32_t i = 0; i < r->text.sentences.count; i++) {
    const akt_sentence *s = &r->text.sentences.items[i];
    for (uint32_t t = s->first; t < s->last; t++) {
      const akt_unit *unit = &r->units.items[t];
      akt_buf_printf(out, "%u\t%s\t", i, class_names[unit->class]);
      put(out, akt_unit_text(r, t));
      if (unit->class == AKT_CL_VERB && unit->lemma != AKT_NONE) {
        akt_buf_putc(out, '\t');
        put(out, akt_intern_text(&r->rules->words_text, unit->lemma));
      }
      akt_buf_putc(out, '\n');
    }
  }
}

static void dump_chunks(const akt_reading *r, akt_buf *out) {
  for (uint32_t i = 0; i < r->text.sentences.count; i++) {
    akt_buf_printf(out, "%u\t", i);
    for (uint32_t c = r->sentence_chunks.items[i]; c < r->sentence_chunks.items[i + 1]; c++) {
      const akt_chunk *k = &r->chunks.items[c];
      akt_buf_printf(out, "%s[", chunk_names[k->type]);
      put(out, akt_range_text(r, k->first, k->last));
      akt_buf_printf(out, "%s%s%s] ", k->is_passive ? " passive" : "",
                     k->is_negated ? " negated" : "",
                     k->type == AKT_CH_NP && k->is_actor ? " *" : "");
    }
    akt_buf_putc(out, '\n');
  }
}

static const char *kind_name(const akt_reading *r, uint32_t kind) {
  return kind == AKT_NONE ? "?" : r->rules->kinds.items[kind].name;
}

static void dump_mentions(const akt_reading *r, akt_buf *out) {
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    akt_buf_printf(out, "%u\t%s\t%s\t", m->sentence, mention_names[m->type],
                   kind_name(r, m->kind));
    put(out, akt_range_text(r, m->first, m->last));
    akt_buf_printf(out, "\t%s", m->entity == AKT_NONE ? "-" : r->actors.items[m->entity].name);
    if (m->affiliation != AKT_NONE) {
      akt_buf_puts(out, "\tof ");
      put(out, akt_range_text(r, r->mentions.items[m->affiliation].first,
                              r->mentions.items[m->affiliation].last));
    }
    akt_buf_putc(out, '\n');
  }
}

static void dump_entities(const akt_reading *r, akt_buf *out) {
  for (uint32_t i = 0; i < r->actors.count; i++) {
    const akt_actor *a = &r->actors.items[i];
    akt_buf_printf(out, "%s\t%s\t%u", kind_name(r, a->kind), a->name, a->mention_count);
    if (a->role)
      akt_buf_printf(out, "\t%s", a->role);
    if (a->affiliation != AKT_NONE)
      akt_buf_printf(out, " of %s", r->actors.items[a->affiliation].name);
    for (uint32_t k = 0; k < a->aliases.count; k++)
      akt_buf_printf(out, "%s%s", k ? ", " : "\t= ", a->aliases.items[k]);
    akt_buf_putc(out, '\n');
  }
}

static void put_end(const akt_reading *r, uint32_t mention, akt_buf *out) {
  const akt_reference *m = &r->mentions.items[mention];
  if (m->entity != AKT_NONE)
    akt_buf_puts(out, r->actors.items[m->entity].name);
  else
    put(out, akt_range_text(r, m->first, m->last));
}

static void dump_relations(const akt_reading *r, akt_buf *out) {
  for (uint32_t i = 0; i < r->statements.count; i++) {
    const akt_statement *s = &r->statements.items[i];
    akt_buf_printf(out, "%u\t", s->sentence);
    put_end(r, s->source, out);
    akt_buf_printf(
        out, " --%s%s%s%s--> ", s->polarity == AKT_NEGATED ? "not " : "",
        s->modality == AKT_ASSERTED ? "" : akt_modality_name((akt_modality)s->modality),
        s->modality == AKT_ASSERTED ? "" : " ", r->rules->relations.items[s->relation].name);
    put_end(r, s->target, out);
    if (s->speaker != AKT_NONE) {
      akt_buf_puts(out, " said ");
      put_end(r, s->speaker, out);
    }
    akt_buf_printf(out, "\t%s\n", s->rule ? s->rule : "");
  }
}

bool akt_dump_reading(const akt_reading *r, const char *stage, akt_buf *out) {
  static void (*const dumps[])(const akt_reading *r, akt_buf *out) = {
      dump_sentences, dump_tokens, dump_chunks, dump_mentions, dump_entities, dump_relations};
  for (uint32_t i = 0; akt_dump_stages[i]; i++)
    if (strcmp(stage, akt_dump_stages[i]) == 0) {
      dumps[i](r, out);
      return true;
    }
  return false;
}
