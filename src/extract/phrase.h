// Inside the reader: mentions made from phrases.
#ifndef AKT_EXTRACT_PHRASE_H
#define AKT_EXTRACT_PHRASE_H

#include "extract/reading.h"

/// A mention with nothing known yet but its place.
akt_reference akt_new_mention(uint32_t sentence, uint32_t chunk, uint32_t first, uint32_t last);
uint32_t akt_add_mention(akt_reading *r, akt_reference mention);

/// Whether a mention can act or be acted on as a party: person, group, country.
bool akt_mention_is_actor(const akt_reading *r, uint32_t mention);

/// A mention for a phrase that names nothing ("the decision"), made on request.
uint32_t akt_thing_mention(akt_reading *r, uint32_t sentence, uint32_t chunk);

/// "A, whose fighters": of whom the phrase is, as the chunk of the noun phrase before "whose";
/// AKT_NONE where no such stands from chunk `begin` on.
uint32_t akt_whose(const akt_reading *r, uint32_t begin, uint32_t np);

/// troops, police, gunmen, Syrians
bool akt_is_plural_word(const akt_reading *r, uint32_t token);
/// Whether the word ends like those who do something: workers, economists, refugees.
bool akt_is_people_suffix(const akt_reading *r, uint32_t token);

// ---- acronyms.c

/// Whether a word of the name begins with the letter.
bool akt_has_initial(const akt_reading *r, const akt_reference *name, char initial);
/// Ties every acronym in brackets to the name before it.
void akt_read_acronyms(akt_reading *r);

#endif
