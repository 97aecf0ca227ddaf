// What a noun phrase denotes: owner, titles, honorifics, names and head noun
// make one mention ("Pakistan's Prime Minister Shehbaz Sharif"), beside the
// mentions of the names inside it ("Pakistan").
#include "extract/span.h"

static const akt_token *token(const akt_reading *r, uint32_t i) {
  return &r->text.tokens.items[i];
}

akt_reference akt_new_mention(uint32_t sentence, uint32_t chunk, uint32_t first,
                              uint32_t last) {
  return (akt_reference){.first = first,
                         .last = last,
                         .name_first = first,
                         .name_last = last,
                         .sentence = sentence,
                         .chunk = chunk,
                         .type = AKT_ME_THING,
                         .kind = AKT_NONE,
                         .listed = AKT_NONE,
                         .title = AKT_NONE,
                         .head_noun = AKT_NONE,
                         .affiliation = AKT_NONE,
                         .place = AKT_NONE,
                         .same_as = AKT_NONE,
                         .entity = AKT_NONE};
}

uint32_t akt_add_mention(akt_reading *r, akt_reference mention) {
  uint32_t number = r->mentions.count;
  akt_vec_push(r->arena, &r->mentions, mention);
  return number;
}

bool akt_mention_is_actor(const akt_reading *r, uint32_t mention) {
  if (mention == AKT_NONE)
    return false;
  const akt_reference *m = &r->mentions.items[mention];
  if (m->type == AKT_ME_THING)
    return false;
  const akt_ruleset *rules = r->rules;
  return m->kind == AKT_NONE || akt_kind_is(rules, m->kind, rules->kind_person) ||
         akt_kind_is(rules, m->kind, rules->kind_group) ||
         akt_kind_is(rules, m->kind, rules->kind_country);
}

static uint32_t atom_at(const akt_reading *r, uint32_t i) {
  return r->units.items[i].atom;
}

static bool is_title(const akt_reading *r, uint32_t atom) {
  return atom != AKT_NONE && r->atoms.items[atom].type == AKT_ATOM_TITLE;
}

// ------------------------------------------------------------ chunks

static void read_noun_phrase(akt_reading *r, uint32_t sentence, uint32_t number) {
  akt_chunk *c = &r->chunks.items[number];
  uint32_t owner = AKT_NONE;
  uint32_t first = c->first;
  // Owners from left to right: Macron's wife's brother has two.
  for (uint32_t i = c->first; i < c->last; i++) {
    bool is_inside_name =
        i + 1 < c->last && atom_at(r, i) != AKT_NONE && atom_at(r, i) == atom_at(r, i + 1);
    if (r->units.items[i].class != AKT_CL_POSSESSIVE || i == first || is_inside_name)
      continue;
    akt_stretch part = {.r = r,
                        .sentence = sentence,
                        .chunk = number,
                        .first = first,
                        .last = i,
                        .head = akt_span_head(r, first, i),
                        .owner = owner};
    uint32_t made = akt_read_span(&part);
    owner = made != AKT_NONE ? made : part.inner;
    first = i + 1;
  }
  if (first >= c->last) { // "Iran's" alone
    c->mention = c->owner = owner;
    c->is_actor = akt_mention_is_actor(r, owner);
    return;
  }
  bool is_dead = c->head + 2 == c->last && akt_unit_is_word(r, c->head + 1, "dead");
  uint32_t last = is_dead ? c->last - 1 : c->last; // shot protesters dead
  akt_stretch body = {.r = r,
                      .sentence = sentence,
                      .chunk = number,
                      .first = first,
                      .last = last,
                      .head = c->head >= first ? c->head : akt_span_head(r, first, c->last),
                      .owner = owner};
  uint32_t made = akt_read_span(&body);
  c->mention = made;
  c->owner = owner;
  bool is_half = body.inner != AKT_NONE && akt_is_half_name(r, &r->mentions.items[body.inner]);
  c->modifier = is_half ? AKT_NONE : body.inner;
  c->is_actor = akt_mention_is_actor(r, made);
}

static void read_pronoun(akt_reading *r, uint32_t sentence, uint32_t number) {
  akt_chunk *c = &r->chunks.items[number];
  akt_reference m = akt_new_mention(sentence, number, c->first, c->last);
  m.type = AKT_ME_PRONOUN;
  m.gender = c->pronoun;
  m.is_plural = c->pronoun == AKT_PRO_PLURAL;
  c->mention = akt_add_mention(r, m);
}

uint32_t akt_thing_mention(akt_reading *r, uint32_t sentence, uint32_t chunk) {
  akt_chunk *c = &r->chunks.items[chunk];
  if (c->mention != AKT_NONE)
    return c->mention;
  akt_reference m = akt_new_mention(sentence, chunk, c->first, c->last);
  m.head_noun = c->head_noun;
  m.affiliation = c->owner != AKT_NONE ? c->owner : c->modifier;
  c->mention = akt_add_mention(r, m);
  return c->mention;
}

uint32_t akt_whose(const akt_reading *r, uint32_t begin, uint32_t np) {
  const akt_chunk *chunks = r->chunks.items;
  if (np < begin + 2 || chunks[np - 1].type != AKT_CH_RELATIVE ||
      !akt_unit_is_word(r, chunks[np - 1].first, "whose"))
    return AKT_NONE;
  uint32_t before = np - 2;
  if (chunks[before].type == AKT_CH_COMMA && before > begin)
    before--;
  return chunks[before].type == AKT_CH_NP ? before : AKT_NONE;
}

// "workers", "protesters", "economists": people, whether the rules know them or not.
bool akt_is_plural_word(const akt_reading *r, uint32_t i) {
  if (i == AKT_NONE)
    return false;
  akt_span text = akt_unit_text(r, i);
  if (akt_unit_in(r, i, AKT_SET_PLURAL))
    return true;
  if (akt_unit_is_word(r, i, "military")) // the military run; but military aid to
    return i > 0 && r->units.items[i - 1].class == AKT_CL_DETERMINER;
  uint32_t atom = r->units.items[i].atom;
  if (atom != AKT_NONE && r->atoms.items[atom].is_plural)
    return true;
  if (text.len > 5 && akt_span_ends_with(text, "men") && akt_unit_is(r, i, AKT_EN(PEOPLE_NOUN)))
    return true; // gunmen
  return akt_span_ends_with(text, "s") && !akt_span_ends_with(text, "ss");
}

bool akt_is_people_suffix(const akt_reading *r, uint32_t i) {
  static const char *const ends[] = {"ers",  "ors", "ists",  "ians", "ees",
                                     "eers", "men", "women", "ants"};
  akt_span text = akt_unit_text(r, i);
  if (text.len < 6 || akt_unit_is(r, i, AKT_EN(NOT_ACTOR)))
    return false;
  for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
    if (akt_span_ends_with(text, ends[k]))
      return true;
  return false;
}

// Names in brackets stand outside all chunks: (TRF).
static void read_brackets(akt_reading *r, uint32_t sentence) {
  const akt_sentence *s = &r->text.sentences.items[sentence];
  for (uint32_t i = s->first; i < s->last; i++) {
    uint32_t atom = atom_at(r, i);
    if (r->units.items[i].class != AKT_CL_BRACKET || atom == AKT_NONE || is_title(r, atom))
      continue;
    uint32_t last = r->atoms.items[atom].last;
    bool is_abbreviation = r->atoms.items[atom].type == AKT_ATOM_CAPITALS && last - i == 1 &&
                           token(r, i)->is_all_caps && i >= s->first + 2 &&
                           token(r, i - 1)->kind == AKT_TOKEN_OPEN &&
                           atom_at(r, i - 2) == AKT_NONE;
    if (is_abbreviation)
      continue; // an improvised explosive device (IED): no name
    akt_stretch part = {.r = r,
                        .sentence = sentence,
                        .chunk = AKT_NONE,
                        .first = i,
                        .last = last,
                        .owner = AKT_NONE};
    akt_span_mention(&part, atom);
    i = last - 1;
  }
}

void akt_read_mentions(akt_reading *r) {
  for (uint32_t s = 0; s < r->text.sentences.count; s++) {
    for (uint32_t c = r->sentence_chunks.items[s]; c < r->sentence_chunks.items[s + 1]; c++) {
      if (r->chunks.items[c].type != AKT_CH_NP)
        continue;
      if (r->chunks.items[c].pronoun)
        read_pronoun(r, s, c);
      else
        read_noun_phrase(r, s, c);
    }
    read_brackets(r, s);
  }
}

bool akt_is_adversary(const akt_reading *r, uint32_t token) {
  return akt_unit_in(r, token, AKT_SET_ADVERSARY);
}
