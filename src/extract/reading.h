// The reading of one document: what each stage leaves for the next. A cascade:
// sentences -> tokens with classes -> chunks -> mentions -> entities ->
// statements. Every index is into an array of this struct, so any stage can be
// printed (dump.c) and explained (why.c).
#ifndef AKT_EXTRACT_READING_H
#define AKT_EXTRACT_READING_H

#include "graph/graph.h"
#include "rule/ruleset.h"
#include "text/text.h"

typedef enum akt_token_class {
  AKT_CL_NONE, // not decided yet
  AKT_CL_DETERMINER,
  AKT_CL_NUMBER,
  AKT_CL_ADJECTIVE,
  AKT_CL_NOUN,
  AKT_CL_NAME,
  AKT_CL_POSSESSIVE, // 's
  AKT_CL_PRONOUN,
  AKT_CL_VERB,
  AKT_CL_BE,
  AKT_CL_HAVE,
  AKT_CL_DO,
  AKT_CL_MODAL,
  AKT_CL_NEGATION,
  AKT_CL_TO, // before an infinitive
  AKT_CL_PREPOSITION,
  AKT_CL_PARTICLE,
  AKT_CL_CONJUNCTION,
  AKT_CL_COMMA,
  AKT_CL_RELATIVE,
  AKT_CL_COMPLEMENT, // that
  AKT_CL_SUBORDINATOR,
  AKT_CL_ADVERB,
  AKT_CL_TIME,
  AKT_CL_QUOTE,
  AKT_CL_BRACKET, // in brackets: read for names, skipped by clauses
  AKT_CL_DASH,
  AKT_CL_END,
} akt_token_class;

/// What the reading knows of a token; parallel to akt_text.tokens.
typedef struct akt_unit {
  uint32_t word;  // in the rule set, or AKT_NONE
  uint32_t atom;  // name it belongs to, or AKT_NONE
  uint32_t lemma; // of a verb, or AKT_NONE for a verb the rules do not know
  uint8_t class;
  uint8_t forms; // of a verb: AKT_FORM_* bits that fit here
  bool is_hedge;
} akt_unit;

/// A name, title or demonym as it stands, before phrases are read.
typedef enum akt_atom_type {
  AKT_ATOM_ALIAS,
  AKT_ATOM_ADJECTIVE,
  AKT_ATOM_STANDS_FOR,
  AKT_ATOM_TITLE,
  AKT_ATOM_CAPITALS, // an unlisted capitalised name
  AKT_ATOM_FOUND,    // by a `find` pattern
} akt_atom_type;

typedef struct akt_atom {
  uint32_t first, last; // tokens [first, last)
  uint8_t type;
  uint8_t compound; // token is name + "-based" and the like: index of the hyphen, else 0
  bool is_plural;
  bool is_pair; // US-Iran: two names; `second` is the entity of the other
  uint32_t second;
  uint32_t value; // entity or title number, or kind for FOUND
  uint32_t name;  // akt_name it matched, or AKT_NONE
  const char *rule;
} akt_atom;

typedef enum akt_chunk_type {
  AKT_CH_NP,
  AKT_CH_VERB,
  AKT_CH_PREPOSITION,
  AKT_CH_PARTICLE,
  AKT_CH_CONJUNCTION,
  AKT_CH_COMMA,
  AKT_CH_RELATIVE,
  AKT_CH_COMPLEMENT,
  AKT_CH_SUBORDINATOR,
  AKT_CH_DASH,
  AKT_CH_END,
} akt_chunk_type;

typedef enum akt_verb_form {
  AKT_VF_FINITE,     // has an auxiliary, or a form that is only finite
  AKT_VF_PAST,       // -ed without auxiliary: finite or a reduced participle
  AKT_VF_PARTICIPLE, // a form that is only a participle
  AKT_VF_BASE,
  AKT_VF_ING,
  AKT_VF_INFINITIVE, // to + base
} akt_verb_form;

typedef enum akt_person_pronoun {
  AKT_PRO_NONE,
  AKT_PRO_MALE,
  AKT_PRO_FEMALE,
  AKT_PRO_THING,
  AKT_PRO_PLURAL,
  AKT_PRO_OTHER,
} akt_person_pronoun;

typedef struct akt_chunk {
  uint8_t type;
  uint32_t first, last; // tokens
  uint32_t word;        // of the only, last or main token
  // noun phrases
  uint32_t head;      // token of the head noun
  uint32_t head_noun; // its singular as a word number, or AKT_NONE
  uint32_t mention;   // what it denotes, or AKT_NONE
  uint32_t owner;     // mention of the possessor, or AKT_NONE
  uint32_t modifier;  // mention of a name inside, before the head, or AKT_NONE
  uint8_t pronoun;    // akt_person_pronoun
  uint8_t possessive; // of a possessive pronoun at its start
  bool is_named;
  bool is_actor;
  bool is_indefinite; // a, an
  bool is_contact;    // opens a relative clause without a pronoun: a charge | Iran | denies
  bool has_number;
  // verb groups
  uint8_t form;
  uint32_t main;  // token, or AKT_NONE for auxiliaries alone
  uint32_t modal; // word number, or AKT_NONE
  bool is_negated;
  bool is_passive;
  bool has_be;
  bool has_auxiliary;
  bool is_hedged;
  uint32_t barren_in; // the search for an antecedent that found none for this pronoun
} akt_chunk;

typedef enum akt_mention_type {
  AKT_ME_LISTED,  // names a listed entity
  AKT_ME_PERSON,  // an unlisted personal name
  AKT_ME_NAME,    // another unlisted name
  AKT_ME_HEADED,  // named by its head noun: the Pahalgam attack, Supreme Court
  AKT_ME_OFFICE,  // an office without its holder's name
  AKT_ME_BODY,    // demonym or country + body: Sudan's army
  AKT_ME_GENERIC, // police, protesters
  AKT_ME_PRONOUN,
  AKT_ME_THING, // any other noun phrase, when a frame asks for it
} akt_mention_type;

typedef struct akt_reference {
  uint32_t first, last;           // tokens of the whole phrase
  uint32_t name_first, name_last; // tokens of the name alone
  uint32_t sentence;
  uint32_t chunk;
  uint8_t type;
  uint8_t gender; // akt_person_pronoun
  bool is_plural;
  bool is_definite; // the, this
  bool is_former;
  bool stands_for;                  // a metonym or demonym
  uint32_t kind;                    // AKT_NONE: not known yet
  uint32_t listed;                  // entity of the rule set, or AKT_NONE
  uint32_t title;                   // title of the rule set, or AKT_NONE
  uint32_t title_first, title_last; // tokens of the title
  uint32_t head_noun;               // word number, for HEADED, BODY, GENERIC, OFFICE
  uint32_t affiliation;             // mention of the country or body named with it
  uint32_t place;                   // mention: attack in X
  uint32_t same_as; // earlier mention that this one is in apposition to, or AKT_NONE
  uint32_t entity;  // after resolution
  const char *rule;
} akt_reference;

typedef struct akt_actor {
  uint32_t kind;
  const char *name; // canonical
  uint32_t listed;  // or AKT_NONE
  uint8_t type;     // akt_mention_type of its first mention
  uint8_t gender;
  bool is_plural;
  bool is_unnamed;        // a node only where something is said of it: the attack
  bool is_document_bound; // bare surnames, generic actors
  bool is_guessed;        // of its kind nothing is known: a place, if it is captured
  uint32_t title;         // last title stated, or AKT_NONE
  const char *role;       // its text
  uint32_t affiliation;   // actor, or AKT_NONE
  uint32_t head_noun;
  uint32_t last_mention;
  uint32_t mention_count;
  AKT_VEC(const char *) aliases;
} akt_actor;

/// One thing said: source, relation, target, with all that qualifies it.
typedef struct akt_statement {
  uint32_t source, target; // mentions
  uint32_t frame;          // or AKT_NONE
  uint32_t relation;
  const char *label;
  const char *rule;
  const char *plover, *cameo;
  uint8_t tone, polarity, modality;
  uint8_t rank; // 0 main or complement clause, 1 participle or and-verb, 2 relative, adverbial
  uint32_t sentence;
  uint32_t trigger_first, trigger_last; // tokens
  uint32_t chunk;                       // of the trigger, in its sentence's chunks
  uint32_t speaker;                     // mention, or AKT_NONE
  uint32_t time_first, time_last;       // tokens of a time expression, or equal
  AKT_VEC(akt_note) notes;
} akt_statement;

typedef struct akt_time_span {
  uint32_t first, last; // tokens
} akt_time_span;

/// What a `find` ties to a name it found: another name by a relation, or a role.
typedef struct akt_tie {
  uint32_t name; // first token of the name
  uint32_t find;
  uint32_t first, last; // tokens
  uint32_t relation;    // AKT_NONE: a role
  uint32_t listed;      // entity that stands there, or AKT_NONE
} akt_tie;

struct akt_trace;

typedef struct akt_reading {
  akt_arena *arena;
  const akt_ruleset *rules;
  akt_matcher *matcher;
  akt_text text;
  const char *document_date; // ISO or NULL
  AKT_VEC(akt_unit) units;
  AKT_VEC(akt_atom) atoms;
  AKT_VEC(akt_tie) ties;
  AKT_VEC(akt_time_span) times;
  AKT_VEC(akt_chunk) chunks;
  AKT_VEC(uint32_t) sentence_chunks; // first chunk of each sentence, and one past the last
  AKT_VEC(akt_reference) mentions;
  AKT_VEC(akt_actor) actors;
  AKT_VEC(akt_statement) statements;
  AKT_VEC(const char *) switched_off; // rules whose expression took too many steps here
  akt_map actor_by_key;
  akt_map capital_words;   // words seen capitalised inside a sentence
  uint32_t searches;       // for antecedents, so far
  struct akt_trace *trace; // NULL unless explaining
  bool without_metonyms;
} akt_reading;

// ---- stages, in order; each file below owns one of them

void akt_read_units(akt_reading *r);       // lookup.c: word numbers
void akt_read_atoms(akt_reading *r);       // names.c
void akt_read_finds(akt_reading *r);       // finds.c, find_tokens.c
void akt_read_times(akt_reading *r);       // times.c
void akt_read_classes(akt_reading *r);     // classify.c
void akt_read_chunks(akt_reading *r);      // chunk.c
void akt_read_mentions(akt_reading *r);    // phrase.c
void akt_read_appositions(akt_reading *r); // apposition.c
void akt_read_actors(akt_reading *r);      // actors.c
void akt_read_statements(akt_reading *r);  // statements.c

// ---- small questions every stage asks

static inline uint64_t akt_unit_classes(const akt_reading *r, uint32_t token) {
  uint32_t word = r->units.items[token].word;
  return word == AKT_NONE ? 0 : r->rules->words.items[word].classes;
}

static inline bool akt_unit_is(const akt_reading *r, uint32_t token, uint64_t classes) {
  return (akt_unit_classes(r, token) & classes) != 0;
}

/// Classes of the lemma of a verb token.
static inline uint64_t akt_lemma_classes(const akt_reading *r, uint32_t token) {
  uint32_t lemma = r->units.items[token].lemma;
  return lemma == AKT_NONE ? 0 : r->rules->words.items[lemma].classes;
}

/// Whether a word, or AKT_NONE, stands in one of the engine's smaller lists.
static inline bool akt_word_in(const akt_reading *r, uint32_t word, akt_english_set set) {
  return akt_wordset_has(r->rules, r->rules->english_sets[set], word);
}

/// The same of a token as it stands.
static inline bool akt_unit_in(const akt_reading *r, uint32_t token, akt_english_set set) {
  return akt_word_in(r, r->units.items[token].word, set);
}

static inline akt_span akt_unit_text(const akt_reading *r, uint32_t token) {
  return akt_token_text(&r->text, token);
}

/// The text from the first token's start to the last one's end.
static inline akt_span akt_range_text(const akt_reading *r, uint32_t first, uint32_t last) {
  if (first >= last)
    return (akt_span){"", 0};
  uint32_t start = r->text.tokens.items[first].start;
  return (akt_span){r->text.bytes.ptr + start, r->text.tokens.items[last - 1].end - start};
}

static inline bool akt_is_person(const akt_reading *r, const akt_reference *m) {
  return m->entity != AKT_NONE &&
         akt_kind_is(r->rules, r->actors.items[m->entity].kind, r->rules->kind_person);
}

/// spokesman, spokeswoman, spokesperson.
static inline bool akt_is_spokesperson(const akt_reading *r, const akt_reference *m) {
  return m->head_noun != AKT_NONE &&
         akt_span_starts_with(akt_intern_text(&r->rules->words_text, m->head_noun), "spokes");
}

bool akt_unit_is_word(const akt_reading *r, uint32_t token, const char *folded);

#endif
