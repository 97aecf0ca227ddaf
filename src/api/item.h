// A document of the caller as the extract floor wants it, and back; and what is told
// of documents that were not read as they should.
#ifndef AKT_API_ITEM_H
#define AKT_API_ITEM_H

#include "api/api.h"
#include "extract/corpus.h"

/// What reading one document may take: beyond this a text is no article any more.
#define AKT_API_DOCUMENT_MEMORY ((size_t)2 << 30)

/// Texts are borrowed.
akt_corpus_item akt_api_item(const aktant_document *document, bool has_text);
aktant_document akt_api_document(const akt_corpus_item *item);

/// Records that a document was left out, or that a rule was switched off for it. Without
/// memory even for the message the status of the whole has to do.
void akt_api_tell_left_out(aktant_messages *messages, const akt_document *given);
void akt_api_tell_switched_off(aktant_messages *messages, const akt_document *given,
                               const char *rule);

#endif
