// Quoting for the text formats, straight into a sink: each puts a text so that the
// format's readers get the same text back.
#ifndef AKT_EXPORT_ESCAPE_H
#define AKT_EXPORT_ESCAPE_H

#include "base/sink.h"

/// XML content or attribute value. Control characters, which XML 1.0 cannot carry
/// at all, become blanks. NULL: nothing.
void akt_put_xml(akt_sink *sink, const char *text);

/// A sink that escapes for XML what is written to it and drops line ends: for JSON
/// inside XML. It writes to `target`.
akt_sink akt_xml_sink(akt_sink *target);

/// One CSV field (RFC 4180): in quotes where it must be. NULL: an empty field.
void akt_put_csv(akt_sink *sink, const char *text);

/// Inside '…' of Cypher.
void akt_put_cypher(akt_sink *sink, const char *text);

/// Inside "…" of Turtle and N-Triples.
void akt_put_turtle(akt_sink *sink, const char *text);

/// Inside <…> of Turtle and N-Triples, one part of a path: percent-encoded.
void akt_put_iri_part(akt_sink *sink, const char *text);

/// Inside "…" of Mermaid.
void akt_put_mermaid(akt_sink *sink, const char *text);

/// "SPOKE_WITH": upper case, letters, digits and underscores; what has no ASCII
/// form gives "X" and 8 hex.
void akt_put_type_name(akt_sink *sink, const char *text);

#endif
