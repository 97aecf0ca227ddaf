// Any bytes as a JSON-lines record.
#include "aktant.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  aktant_messages *messages;
  if (aktant_messages_new(&messages) != AKTANT_OK)
    return 0;
  aktant_document document;
  aktant_status status =
      aktant_document_parse("fuzz.jsonl", 1, (const char *)data, size, messages, &document);
  if (status == AKTANT_OK && strlen(document.text) != document.text_len)
    abort();
  aktant_messages_free(messages);
  return 0;
}
