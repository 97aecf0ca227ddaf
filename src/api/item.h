// A document of the caller as the extract floor wants it.
#ifndef AKT_API_ITEM_H
#define AKT_API_ITEM_H

#include "api/api.h"
#include "extract/corpus.h"

/// Texts are borrowed.
akt_corpus_item akt_api_item(const aktant_document *document, bool has_text);

#endif
