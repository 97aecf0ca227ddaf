// Any bytes as a rule file: parsing and printing; what is printed must be printed
// the same again.
#include "aktant.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct text {
  char *bytes;
  size_t len;
} text;

static bool keep(void *user, const char *bytes, size_t len) {
  text *all = user;
  char *more = realloc(all->bytes, all->len + len);
  if (!more)
    return false;
  memcpy(more + all->len, bytes, len);
  all->bytes = more;
  all->len += len;
  return true;
}

static aktant_status format(const char *bytes, size_t len, text *out) {
  aktant_messages *messages;
  if (aktant_messages_new(&messages) != AKTANT_OK)
    return AKTANT_NO_MEMORY;
  aktant_status status = aktant_rules_format("fuzz.akt", bytes, len, messages, keep, out);
  aktant_messages_free(messages);
  return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  text once = {0}, twice = {0};
  if (format((const char *)data, size, &once) == AKTANT_OK && once.len) {
    if (format(once.bytes, once.len, &twice) != AKTANT_OK || twice.len != once.len ||
        memcmp(once.bytes, twice.bytes, once.len) != 0)
      abort();
  }
  free(once.bytes);
  free(twice.bytes);
  return 0;
}
