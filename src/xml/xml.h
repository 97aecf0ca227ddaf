// XML read as events, through libxml2: no network, no document types, so no
// entities of the file's own and nothing that grows. It knows nothing of GraphML.
#ifndef AKT_XML_XML_H
#define AKT_XML_XML_H

#include "base/str.h"

typedef struct akt_xml_attr {
  const char *name; // without prefix
  const char *value;
} akt_xml_attr;

/// Names come without their prefix. Everything is borrowed for the call.
typedef struct akt_xml_handler {
  void *user;
  void (*start)(void *user, const char *name, const akt_xml_attr *attrs, uint32_t count);
  void (*text)(void *user, const char *text);
  void (*end)(void *user, const char *name);
} akt_xml_handler;

typedef struct akt_xml_error {
  uint32_t line; // 1-based
  const char *message;
} akt_xml_error;

/// Reads the whole text; false when it is no well-formed XML or has a DOCTYPE.
bool akt_xml_read(akt_arena *arena, akt_span text, const akt_xml_handler *handler,
                  akt_xml_error *error);

const char *akt_xml_attr_value(const akt_xml_attr *attrs, uint32_t count, const char *name);

#endif
