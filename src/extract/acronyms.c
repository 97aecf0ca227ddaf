// The acronym in brackets is the name before it: the Karen Unity Army (KUA).
#include "extract/phrase.h"

bool akt_has_initial(const akt_reading *r, const akt_reference *name, char initial) {
  for (uint32_t i = name->name_first; i < name->name_last; i++) {
    char c = r->text.bytes.ptr[r->text.tokens.items[i].start];
    if (akt_to_lower(c) == akt_to_lower(initial))
      return true;
  }
  return false;
}

void akt_read_acronyms(akt_reading *r) {
  for (uint32_t a = 0; a < r->mentions.count; a++) {
    akt_reference *acronym = &r->mentions.items[a];
    bool is_bracketed = acronym->chunk == AKT_NONE && acronym->first > 0 &&
                        r->text.tokens.items[acronym->first - 1].kind == AKT_TOKEN_OPEN;
    if (!is_bracketed || acronym->last - acronym->first != 1)
      continue;
    for (uint32_t b = 0; b < r->mentions.count; b++) {
      akt_reference *name = &r->mentions.items[b];
      bool is_before = name->name_last == acronym->first - 1 && name->chunk != AKT_NONE;
      if (is_before && name->type != AKT_ME_PRONOUN && name->type != AKT_ME_PERSON &&
          akt_has_initial(r, name,
                          r->text.bytes.ptr[r->text.tokens.items[acronym->first].start])) {
        if (name->type == AKT_ME_NAME && name->kind == AKT_NONE)
          name->kind = acronym->kind != AKT_NONE ? acronym->kind : r->rules->kind_group;
        if (acronym->listed != AKT_NONE && name->listed == AKT_NONE) {
          name->listed = acronym->listed;
          name->kind = acronym->kind;
          name->type = AKT_ME_LISTED;
        }
        acronym->same_as = b;
        break;
      }
    }
  }
}
