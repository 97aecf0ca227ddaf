// Any bytes as an article: decoding never fails in another way than by a message,
// and what it gives is valid UTF-8 without CR and NUL.
#include "aktant.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const encodings[] = {NULL, "windows-1252", "utf-16le", "shift_jis"};
  if (!size)
    return 0;
  aktant_messages *messages;
  if (aktant_messages_new(&messages) != AKTANT_OK)
    return 0;
  char *text = NULL;
  size_t len = 0;
  aktant_status status = aktant_text_decode("fuzz.txt", (const char *)data + 1, size - 1,
                                            encodings[data[0] % 4], messages, &text, &len);
  if (status == AKTANT_OK && (memchr(text, '\r', len) || memchr(text, '\0', len)))
    abort();
  if (status == AKTANT_HAS_ERRORS && aktant_messages_errors(messages) != 1)
    abort();
  aktant_text_free(text);
  aktant_messages_free(messages);
  return 0;
}
