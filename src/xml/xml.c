#include "xml/xml.h"

#include "base/vec.h"

#include <libxml/xmlreader.h>
#include <limits.h>

typedef struct walk {
  akt_arena *arena;
  const akt_xml_handler *handler;
  akt_xml_error *error;
  xmlTextReaderPtr reader;
  AKT_VEC(akt_xml_attr) attrs;
} walk;

static void release_reader(void *object) {
  xmlFreeTextReader(object);
}

// The first error counts; the others follow from it. libxml2's own function would
// print to stderr.
static void keep_error(void *user, xmlErrorPtr found) {
  walk *w = user;
  if (w->error->message || !found || found->level < XML_ERR_ERROR)
    return;
  w->error->line = found->line > 0 ? (uint32_t)found->line : 0;
  // Static text: this is called from inside libxml2, where nothing may leave.
  w->error->message = "the XML is not well-formed";
}

static void start_element(walk *w) {
  const akt_xml_handler *handler = w->handler;
  w->attrs.count = 0;
  while (xmlTextReaderMoveToNextAttribute(w->reader) == 1) {
    const char *name = (const char *)xmlTextReaderConstLocalName(w->reader);
    const char *value = (const char *)xmlTextReaderConstValue(w->reader);
    // The reader reuses its own copies.
    akt_xml_attr attr = {akt_arena_string(w->arena, name ? name : ""),
                         akt_arena_string(w->arena, value ? value : "")};
    akt_vec_push(w->arena, &w->attrs, attr);
  }
  xmlTextReaderMoveToElement(w->reader);
  const char *name = (const char *)xmlTextReaderConstLocalName(w->reader);
  bool is_empty = xmlTextReaderIsEmptyElement(w->reader) == 1;
  handler->start(handler->user, name, w->attrs.items, w->attrs.count);
  if (is_empty)
    handler->end(handler->user, name);
}

static bool handle_node(walk *w) {
  const akt_xml_handler *handler = w->handler;
  const char *value;
  switch (xmlTextReaderNodeType(w->reader)) {
  case XML_READER_TYPE_ELEMENT:
    start_element(w);
    return true;
  case XML_READER_TYPE_END_ELEMENT:
    handler->end(handler->user, (const char *)xmlTextReaderConstLocalName(w->reader));
    return true;
  case XML_READER_TYPE_TEXT:
  case XML_READER_TYPE_CDATA:
  case XML_READER_TYPE_WHITESPACE:
  case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
    value = (const char *)xmlTextReaderConstValue(w->reader);
    handler->text(handler->user, value ? value : "");
    return true;
  case XML_READER_TYPE_DOCUMENT_TYPE:
  case XML_READER_TYPE_ENTITY_REFERENCE:
    w->error->message = "a document type, which could make it grow without end";
    return false;
  default:
    return true;
  }
}

bool akt_xml_read(akt_arena *arena, akt_span text, const akt_xml_handler *handler,
                  akt_xml_error *error) {
  *error = (akt_xml_error){0};
  walk w = {.arena = arena, .handler = handler, .error = error};
  if (text.len > INT_MAX) {
    error->message = "larger than 2 GB";
    return false;
  }
  w.reader = xmlReaderForMemory(text.ptr, (int)text.len, NULL, NULL, XML_PARSE_NONET);
  if (!w.reader)
    akt_guard_fail(arena->guard);
  akt_arena_on_free(arena, release_reader, w.reader);
  xmlTextReaderSetStructuredErrorHandler(w.reader, keep_error, &w);
  int state = 1;
  bool is_good = true;
  while (is_good && (state = xmlTextReaderRead(w.reader)) == 1)
    is_good = handle_node(&w);
  // `w` ends with this function; the reader lives on until the arena is freed.
  xmlTextReaderSetStructuredErrorHandler(w.reader, NULL, NULL);
  if (state != 0 && !error->message)
    error->message = "the XML is not well-formed";
  return !error->message;
}

const char *akt_xml_attr_value(const akt_xml_attr *attrs, uint32_t count, const char *name) {
  for (uint32_t i = 0; i < count; i++)
    if (strcmp(attrs[i].name, name) == 0)
      return attrs[i].value;
  return NULL;
}
