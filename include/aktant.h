/// aktant: from news text to a graph of who did what to whom.
///
/// Ownership, in one rule: what a function hands out through a `**out` argument
/// is yours and has a `_free`; every other pointer is borrowed and lives as long
/// as the object it was asked of. Text you pass in is copied.
///
/// Texts are UTF-8. Lengths and offsets in this header are bytes; in the JSON
/// they are code points, with `byte_start` beside them.
///
/// Errors come in two forms. What the *machine* refuses (memory, a file, a
/// limit) is a returned akt_status. What the *user* wrote wrongly is recorded as
/// a diagnostic in the akt_messages you pass, all of them, and the status
/// is AKT_HAS_ERRORS. The library never prints, exits, forks or reads the
/// environment, and has no mutable globals. Rules may be shared by threads;
/// every other object belongs to one thread at a time.
#ifndef AKTANT_H
#define AKTANT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef AKT_API
#if defined(__GNUC__)
#define AKT_API __attribute__((visibility("default")))
#else
#define AKT_API
#endif
#endif

#if defined(__GNUC__)
#define AKT_MUST_USE __attribute__((warn_unused_result))
#else
#define AKT_MUST_USE
#endif

typedef enum aktant_status {
  AKTANT_OK = 0,
  AKTANT_HAS_ERRORS, ///< diagnostics of severity error were recorded
  AKTANT_NOT_FOUND,  ///< unknown name: a stage, a format, an entity
  AKTANT_IO,         ///< your write function returned false
  AKTANT_LIMIT,      ///< a limit was hit, or the graph is too big for the format
  AKTANT_NO_MEMORY,
} aktant_status;

/// Version of the library ("0.1.0") and of what it is linked with, a line each.
AKT_API const char *aktant_version(void);
AKT_API const char *aktant_library_versions(void);

/// Receives output in pieces; returning false stops the work with AKTANT_IO.
typedef bool (*aktant_write)(void *user, const char *bytes, size_t len);

/// Where something stands in a file: bytes [start, end) of its text, and the line and
/// column of the start, from 1, columns in code points. `path` NULL: nowhere.
typedef struct aktant_place {
  const char *path;
  size_t start;
  size_t end;
  uint32_t line;
  uint32_t column;
} aktant_place;

// ---------------------------------------------------------------- messages

/// Diagnostics: errors and warnings with place, code, help.
typedef struct aktant_messages aktant_messages;

AKT_API AKT_MUST_USE aktant_status aktant_messages_new(aktant_messages **out);
AKT_API void aktant_messages_free(aktant_messages *messages);
AKT_API size_t aktant_messages_errors(const aktant_messages *messages);
AKT_API size_t aktant_messages_warnings(const aktant_messages *messages);
/// The warnings so far become errors.
AKT_API void aktant_messages_make_strict(aktant_messages *messages);

typedef struct aktant_message_style {
  bool is_coloured;
  bool is_json;   ///< one JSON object a line
  uint32_t limit; ///< text: at most so many, then a count; 0: all
} aktant_message_style;

AKT_API aktant_status aktant_messages_write(const aktant_messages *messages,
                                            const aktant_message_style *style,
                                            aktant_write write, void *user);

typedef struct aktant_note {
  const char *text;
  aktant_place place; ///< path NULL: a help line
} aktant_note;

/// One message as a record, for editors.
typedef struct aktant_message {
  const char *code; ///< "E0107"
  bool is_error;
  const char *text;
  aktant_place place;
  const aktant_note *notes;
  size_t note_count;
  const char *fix; ///< what belongs in the place instead; NULL: not known
  bool is_guess;   ///< of the fix
} aktant_message;

/// Receives a message; it and its texts are gone afterwards. False: no more, please.
typedef bool (*aktant_message_found)(void *user, const aktant_message *message);

/// Gives all messages, in the order in which they are written.
AKT_API AKT_MUST_USE aktant_status aktant_messages_each(const aktant_messages *messages,
                                                        aktant_message_found found, void *user);

typedef struct aktant_fix {
  aktant_place place;
  const char *before;
  const char *after;
} aktant_fix;

/// Receives the text of a file with its fixes applied, and what they were.
typedef bool (*aktant_fixed)(void *user, const char *path, const char *text, size_t len,
                             const aktant_fix *fixes, size_t count);

/// Applies what the messages propose as fixes, file by file; nothing is written.
/// Without `has_guesses` only those that mean the same in any case: not the nearest
/// name in the place of an unknown one. `*count` gets the number of fixes.
AKT_API AKT_MUST_USE aktant_status aktant_messages_fix(const aktant_messages *messages,
                                                       bool has_guesses, aktant_fixed fixed,
                                                       void *user, size_t *count);

/// The page of a code such as "E0107": what it means, a wrong and a right
/// example. NULL when there is no such code.
AKT_API const char *aktant_explain(const char *code);

// ---------------------------------------------------------------- rules

/// A checked, compiled rule set. Immutable.
typedef struct aktant_rules aktant_rules;

typedef struct aktant_rules_options {
  const char *const *paths; ///< rule files and folders, on top of the shipped ones
  size_t path_count;
  const char *shipped_dir; ///< where the shipped packs are; NULL: none
  bool without_defaults;   ///< do not load the shipped default packs
  bool is_strict;          ///< warnings are errors
  bool is_check;           ///< also warn of what does nothing: shadowed frames, and of the
                           ///< paths, names that nobody uses and relations without a test
  /// The shipped packs are taken as proven, for a quick start: their tests are not read,
  /// and they are searched for doubtful lines only beside files of the caller's own.
  bool is_trusting;
} aktant_rules_options;

/// Loads and checks. On AKTANT_HAS_ERRORS `*out` is NULL.
AKT_API AKT_MUST_USE aktant_status aktant_rules_load(const aktant_rules_options *options,
                                                     aktant_messages *messages,
                                                     aktant_rules **out);
AKT_API void aktant_rules_free(aktant_rules *rules);

typedef struct aktant_test_counts {
  size_t passed;
  size_t failed;
  size_t own; ///< of these, how many stand in the caller's own files
  /// Tests of shipped files that come out otherwise because the caller's own files
  /// go before them. With `is_strict` rules they count as failed instead.
  size_t changed;
} aktant_test_counts;

/// Runs the `test` lines of all loaded files; writes a report as "text", "json"
/// (one object a line) or "tap".
AKT_API AKT_MUST_USE aktant_status aktant_rules_test(const aktant_rules *rules,
                                                     const char *style, aktant_write write,
                                                     void *user, aktant_test_counts *counts);

/// Lists the frames, governors, `not` and `never` lines that no test touches: of
/// the caller's own files, or of the shipped ones when there are no others; with a test
/// that the line would pass, where its plainest sentence gives one.
AKT_API AKT_MUST_USE aktant_status aktant_rules_untested(const aktant_rules *rules,
                                                         const char *style, aktant_write write,
                                                         void *user, size_t *count);

/// Writes a listing: "list" (files, counts), "entity NAME", "forms VERB", "where NAME".
AKT_API AKT_MUST_USE aktant_status aktant_rules_show(const aktant_rules *rules,
                                                     const char *what, const char *name,
                                                     aktant_write write, void *user);

/// A name in a rule file, where it is declared or where it is used.
typedef struct aktant_symbol {
  const char *name;
  const char *what; ///< "kind", "class", "words", "relation", "entity", "name" (of one), "pack"
  bool is_declaration;
  aktant_place place;
} aktant_symbol;

/// Receives a symbol; its texts live as long as the rules. False: no more, please.
typedef bool (*aktant_symbol_found)(void *user, const aktant_symbol *symbol);

/// Gives all places of a name, declarations first; `name` NULL: all names. Entities and
/// their names are found whatever their capitals.
AKT_API AKT_MUST_USE aktant_status aktant_rules_symbols(const aktant_rules *rules,
                                                        const char *name,
                                                        aktant_symbol_found found, void *user);
/// The name that stands at a byte of a file as it was loaded. AKTANT_NOT_FOUND: none.
AKT_API AKT_MUST_USE aktant_status aktant_rules_symbol_at(const aktant_rules *rules,
                                                          const char *path, size_t byte,
                                                          aktant_symbol *out);

/// One inflected form of a verb.
typedef struct aktant_form {
  const char *lemma; ///< base form
  const char *name;  ///< "base", "with -s", "past", "participle", "with -ing"
  const char *text;
  bool is_known; ///< a rule names the verb; else this is how English would have it
} aktant_form;

/// Receives a form; its texts are gone afterwards. False: no more, please.
typedef bool (*aktant_form_found)(void *user, const aktant_form *form);

/// Gives the forms of a verb, or of the verbs that the word is a form of.
AKT_API AKT_MUST_USE aktant_status aktant_rules_forms(const aktant_rules *rules,
                                                      const char *word, aktant_form_found found,
                                                      void *user);

/// Formats the text of one rule file canonically.
AKT_API AKT_MUST_USE aktant_status aktant_rules_format(const char *path, const char *text,
                                                       size_t len, aktant_messages *messages,
                                                       aktant_write write, void *user);

// ---------------------------------------------------------------- documents

/// One article. Absent facts are NULL; `title` and `date` are then looked for
/// at the head of the text.
typedef struct aktant_document {
  const char *id;
  const char *path;
  const char *title;
  const char *date; ///< ISO 8601, YYYY-MM-DD
  const char *source;
  const char *url;
  const char *text; ///< valid UTF-8; see aktant_text_decode
  size_t text_len;
} aktant_document;

/// Turns the bytes of a file into text: UTF-8 with or without BOM, UTF-16 with
/// BOM, or `encoding` (an iconv name) when given. CR LF becomes LF. On failure
/// the reason is a diagnostic in `messages` and `*out` is NULL.
AKT_API AKT_MUST_USE aktant_status aktant_text_decode(const char *path, const char *bytes,
                                                      size_t len, const char *encoding,
                                                      aktant_messages *messages, char **out,
                                                      size_t *out_len);
AKT_API void aktant_text_free(char *text);

/// Reads one JSON-lines record. The strings of `out` live until the next call
/// with the same messages object or its end.
AKT_API AKT_MUST_USE aktant_status aktant_document_parse(const char *path, size_t line_number,
                                                         const char *line, size_t len,
                                                         aktant_messages *messages,
                                                         aktant_document *out);

// ---------------------------------------------------------------- graphs

typedef struct aktant_graph aktant_graph;

/// Gives the next document (true) or says there are no more (false). Called by
/// one thread at a time; the document must stay valid until `release`.
typedef bool (*aktant_next)(void *user, aktant_document *out);
typedef void (*aktant_release)(void *user, const aktant_document *document);

typedef struct aktant_build_options {
  unsigned threads;      ///< 0: one
  bool has_text;         ///< embed the documents' text in the graph
  bool without_metonyms; ///< Washington is the city
} aktant_build_options;

/// Reads documents and makes one graph; the same whatever the thread count.
/// Rules that were switched off for costing too much are told in `messages`.
AKT_API AKT_MUST_USE aktant_status aktant_build(const aktant_rules *rules,
                                                const aktant_build_options *options,
                                                aktant_next next, aktant_release release,
                                                void *user, aktant_messages *messages,
                                                aktant_graph **out);
AKT_API void aktant_graph_free(aktant_graph *graph);

typedef struct aktant_graph_counts {
  size_t documents, nodes, edges, evidence;
} aktant_graph_counts;
AKT_API aktant_graph_counts aktant_graph_count(const aktant_graph *graph);

AKT_API void aktant_graph_set_title(aktant_graph *graph, const char *title);

/// Parts of a graph. Zero or NULL fields mean "no restriction".
typedef struct aktant_view_options {
  const char *focus;  ///< a node's id, label or alias
  unsigned hops;      ///< 0 with focus: 1
  const char *kinds;  ///< comma-separated
  const char *tones;  ///< comma-separated
  unsigned min_count; ///< edges with at least so much evidence
  const char *since;  ///< ISO dates
  const char *until;
  bool is_rolled_up; ///< officials and bodies folded into their country
} aktant_view_options;

AKT_API AKT_MUST_USE aktant_status aktant_graph_view(const aktant_graph *graph,
                                                     const aktant_view_options *options,
                                                     aktant_messages *messages,
                                                     aktant_graph **out);

typedef struct aktant_write_options {
  const char *theme;          ///< light, dark, print; NULL: light
  const char *direction;      ///< TB, LR; NULL: chosen
  const char *engine;         ///< dot, sfdp, neato; NULL: chosen by size
  bool is_forced;             ///< draw or write even what is refused for size
  const aktant_graph *before; ///< "dot-styled": draw what changed since this graph
  /// "dot-styled": an older SVG of ours, or a JSON that keeps places, to stay like
  const char *like;
  /// "html": the picture of the graph, drawn in the light theme. "json": a picture of
  /// the graph, whose places are kept.
  const char *svg;
  size_t svg_len;
} aktant_write_options;

/// Writes the graph in a format of aktant_formats. Picture formats (svg, png,
/// pdf) are not written here: write "dot-styled" and give it to a layout program.
/// "html", the story page, is written with the SVG that came of that.
AKT_API AKT_MUST_USE aktant_status aktant_graph_write(const aktant_graph *graph,
                                                      const char *format,
                                                      const aktant_write_options *options,
                                                      aktant_messages *messages,
                                                      aktant_write write, void *user);

/// Reads a graph: native JSON or another readable format; `format` NULL: recognised.
AKT_API AKT_MUST_USE aktant_status aktant_graph_read(const char *path, const char *bytes,
                                                     size_t len, const char *format,
                                                     aktant_messages *messages,
                                                     aktant_graph **out);

/// Joins graphs: associative, commutative, idempotent. `same_as` may be NULL.
AKT_API AKT_MUST_USE aktant_status aktant_graph_merge(const aktant_graph *const *graphs,
                                                      size_t count, const aktant_rules *same_as,
                                                      aktant_messages *messages,
                                                      aktant_graph **out);

/// Writes what changed from `before` to `after`, as "text" or "json";
/// `*changes` gets the number of added, removed and changed nodes and edges.
AKT_API AKT_MUST_USE aktant_status aktant_graph_diff(const aktant_graph *before,
                                                     const aktant_graph *after,
                                                     const char *style, aktant_write write,
                                                     void *user, size_t *changes);

/// One row of the format table.
typedef struct aktant_format {
  const char *name;
  const char *extensions; ///< comma-separated, without dots
  const char *summary;
  /// Parts that are written to a file each, NULL-terminated ("nodes", "edges"),
  /// as "csv:nodes"; NULL: one file.
  const char *const *parts;
  bool can_read;
  bool can_write;
  bool is_picture; ///< needs a layout program
} aktant_format;
AKT_API const aktant_format *aktant_formats(size_t *count);

// ---------------------------------------------------------------- inside views

// All of these read documents as aktant_build does, watched; rules that were switched
// off for costing too much are told in `messages`.

/// Warns of the rule lines of the caller's own files that none of these documents needs,
/// or, when there are no such files, of the shipped relations that none of them has;
/// `*documents` gets their number. `threads` 0: one.
AKT_API AKT_MUST_USE aktant_status aktant_rules_idle(const aktant_rules *rules,
                                                     unsigned threads, aktant_next next,
                                                     aktant_release release, void *user,
                                                     aktant_messages *messages,
                                                     size_t *documents);

/// Warns of frames, as of aktant_rules_untested, that no test touches and that are not found
/// even in the plainest sentence that they could mean; `*count` gets their number.
AKT_API AKT_MUST_USE aktant_status aktant_rules_try(const aktant_rules *rules,
                                                    aktant_messages *messages, size_t *count);

typedef struct aktant_gaps_options {
  unsigned threads;  ///< 0: one
  const char *style; ///< "text" or "json" (an object a line); NULL: text
  uint32_t limit;    ///< at most so many pairs; 0: all
} aktant_gaps_options;

/// Lists pairs of named entities that share sentences and that no rule joined,
/// most frequent first, with the words between them. `*count` gets the number of pairs.
AKT_API AKT_MUST_USE aktant_status aktant_gaps(const aktant_rules *rules,
                                               const aktant_gaps_options *options,
                                               aktant_next next, aktant_release release,
                                               void *source, aktant_messages *messages,
                                               aktant_write write, void *user, size_t *count);

/// Prints one stage of the reading of a text: sentences, tokens, mentions,
/// entities, relations or graph.
AKT_API AKT_MUST_USE aktant_status aktant_dump(const aktant_rules *rules,
                                               const aktant_document *document,
                                               const char *stage, aktant_messages *messages,
                                               aktant_write write, void *user);
AKT_API const char *const *aktant_dump_stages(size_t *count);

/// Explains why there are edges between two entities of a text, or why not.
AKT_API AKT_MUST_USE aktant_status aktant_why(const aktant_rules *rules,
                                              const aktant_document *document, const char *a,
                                              const char *b, bool is_why_not, const char *style,
                                              aktant_messages *messages, aktant_write write,
                                              void *user);

#ifdef __cplusplus
}
#endif

#endif
