// UTF-8 by the letter of the standard: overlong forms, surrogates and values
// above U+10FFFF are invalid. Display width comes from utf8proc's tables.
#include "base/utf8.h"

#include <utf8proc.h>

// Length of the sequence a lead byte announces, 0 when it cannot be one.
static size_t sequence_length(unsigned char lead) {
  if (lead < 0x80)
    return 1;
  if (lead >= 0xC2 && lead <= 0xDF)
    return 2;
  if (lead >= 0xE0 && lead <= 0xEF)
    return 3;
  if (lead >= 0xF0 && lead <= 0xF4)
    return 4;
  return 0;
}

// The second byte alone tells overlong forms, surrogates and too large values.
static bool is_second_byte_fine(unsigned char lead, unsigned char second) {
  switch (lead) {
  case 0xE0:
    return second >= 0xA0 && second <= 0xBF;
  case 0xED:
    return second >= 0x80 && second <= 0x9F;
  case 0xF0:
    return second >= 0x90 && second <= 0xBF;
  case 0xF4:
    return second >= 0x80 && second <= 0x8F;
  default:
    return second >= 0x80 && second <= 0xBF;
  }
}

// Length of the run of ASCII bytes from `at` on, eight at a time while they last.
static size_t ascii_run(const unsigned char *bytes, size_t at, size_t len) {
  size_t i = at;
  for (uint64_t eight; len - i >= sizeof eight; i += sizeof eight) {
    memcpy(&eight, bytes + i, sizeof eight);
    if (eight & 0x8080808080808080u)
      break;
  }
  while (i < len && bytes[i] < 0x80)
    i++;
  return i - at;
}

size_t akt_utf8_valid_prefix(akt_span text) {
  const unsigned char *bytes = (const unsigned char *)text.ptr;
  size_t i = 0;
  while (i < text.len) {
    i += ascii_run(bytes, i, text.len);
    if (i == text.len)
      break;
    size_t len = sequence_length(bytes[i]);
    if (!len || len > text.len - i || !is_second_byte_fine(bytes[i], bytes[i + 1]))
      return i;
    for (size_t k = 2; k < len; k++) {
      if ((bytes[i + k] & 0xC0) != 0x80)
        return i;
    }
    i += len;
  }
  return text.len;
}

uint32_t akt_utf8_decode(akt_span text, size_t byte, size_t *size) {
  const unsigned char *bytes = (const unsigned char *)text.ptr + byte;
  size_t len = sequence_length(bytes[0]);
  // Invalid text is a caller's mistake, but it must not read past the end.
  if (!len || len > text.len - byte) {
    *size = 1;
    return 0xFFFD;
  }
  *size = len;
  if (len == 1)
    return bytes[0];
  uint32_t code_point = bytes[0] & (0xFFu >> (len + 1));
  for (size_t k = 1; k < len; k++)
    code_point = (code_point << 6) | (bytes[k] & 0x3Fu);
  return code_point;
}

size_t akt_utf8_encode(uint32_t code_point, char out[4]) {
  if (code_point < 0x80) {
    out[0] = (char)code_point;
    return 1;
  }
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
    code_point = 0xFFFD;
  size_t len = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
  for (size_t k = len - 1; k > 0; k--) {
    out[k] = (char)(0x80 | (code_point & 0x3F));
    code_point >>= 6;
  }
  static const unsigned char marks[5] = {0, 0, 0xC0, 0xE0, 0xF0};
  out[0] = (char)(marks[len] | code_point);
  return len;
}

size_t akt_utf8_count(akt_span text) {
  size_t count = 0;
  for (size_t i = 0; i < text.len; i++)
    count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
  return count;
}

int akt_utf8_width(uint32_t code_point) {
  if (code_point >= 0x20 && code_point < 0x7F)
    return 1;
  return utf8proc_charwidth((utf8proc_int32_t)code_point);
}
