// Documents between the API and the extract floor.
#include "api/item.h"

akt_corpus_item akt_api_item(const aktant_document *document, bool has_text) {
  return (akt_corpus_item){
      .given = {.id = document->id,
                .path = document->path,
                .title = document->title,
                .date = document->date,
                .source = document->source,
                .url = document->url,
                .text = has_text ? document->text : NULL},
      .text = {document->text, document->text_len},
  };
}

aktant_document akt_api_document(const akt_corpus_item *item) {
  return (aktant_document){.id = item->given.id,
                           .path = item->given.path,
                           .title = item->given.title,
                           .date = item->given.date,
                           .source = item->given.source,
                           .url = item->given.url,
                           .text = item->text.ptr,
                           .text_len = item->text.len};
}

typedef struct telling {
  akt_diags *diags;
  const akt_document *given;
  const char *rule;
} telling;

static const char *name_of(const akt_document *given) {
  return given->id ? given->id : given->path ? given->path : "a text";
}

static void tell_left_out(void *arg) {
  telling *t = arg;
  akt_diags_add(t->diags, AKT_CODE_DOCUMENT_LEFT_OUT, AKT_NOWHERE,
                "%s: left out, reading it takes too much memory", name_of(t->given));
}

static void tell_switched_off(void *arg) {
  telling *t = arg;
  akt_diag *diag = akt_diags_add(t->diags, AKT_CODE_RULE_SWITCHED_OFF, AKT_NOWHERE,
                                 "%s: its expression takes too many steps on %s", t->rule,
                                 name_of(t->given));
  akt_diag_add_help(t->diags, diag, "the rule is switched off for this document");
}

void akt_api_tell_left_out(aktant_messages *messages, const akt_document *given) {
  telling t = {&messages->diags, given, NULL};
  (void)akt_api_run(&messages->guard, NULL, tell_left_out, &t);
}

void akt_api_tell_switched_off(aktant_messages *messages, const akt_document *given,
                               const char *rule) {
  telling t = {&messages->diags, given, rule};
  (void)akt_api_run(&messages->guard, NULL, tell_switched_off, &t);
}
