// Of which country somebody is whose office is told without one: of the one that the text,
// the headline or the paragraph is about, or that the person beside him serves.
#include "extract/roles.h"

#include "extract/actors.h"
#include "extract/statements.h"

enum { HOME_MENTIONS = 4 };

// The one country that a sentence names.
static uint32_t lone_country(const akt_reading *r, uint32_t sentence) {
  uint32_t only = AKT_NONE;
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    if (m->sentence != sentence || m->type != AKT_ME_LISTED || m->entity == AKT_NONE ||
        !akt_kind_is(r->rules, m->kind, r->rules->kind_country))
      continue;
    if (only != AKT_NONE && only != m->entity)
      return AKT_NONE;
    only = m->entity;
  }
  return only;
}

// "Prime Minister X" and no country beside him: the one the text is about, if it clearly
// is about one: named much more often than any other, or more often and alone at its head.
uint32_t akt_home_country(const akt_reading *r) {
  uint32_t best = AKT_NONE, second = 0;
  for (uint32_t i = 0; i < r->actors.count; i++) {
    const akt_actor *a = &r->actors.items[i];
    if (!akt_kind_is(r->rules, a->kind, r->rules->kind_country))
      continue;
    if (best == AKT_NONE || a->mention_count > r->actors.items[best].mention_count) {
      second = best == AKT_NONE ? 0 : r->actors.items[best].mention_count;
      best = i;
    } else if (a->mention_count > second) {
      second = a->mention_count;
    }
  }
  uint32_t count = best == AKT_NONE ? 0 : r->actors.items[best].mention_count;
  bool is_clear = count * 10 >= 14 * second || (count > second && lone_country(r, 0) == best);
  return count >= HOME_MENTIONS && is_clear ? best : AKT_NONE;
}

// "In Kinshasa, government spokesman X said": the capital that opens the sentence.
static uint32_t opening_country(const akt_reading *r, uint32_t sentence) {
  uint32_t c = r->sentence_chunks.items[sentence];
  if (c + 1 >= r->sentence_chunks.items[sentence + 1] ||
      r->chunks.items[c].type != AKT_CH_PREPOSITION ||
      !akt_unit_is_word(r, r->chunks.items[c].first, "in"))
    return AKT_NONE;
  uint32_t atom = r->units.items[r->chunks.items[c + 1].head].atom;
  if (atom == AKT_NONE || r->atoms.items[atom].type != AKT_ATOM_STANDS_FOR)
    return AKT_NONE;
  const char *key = akt_arena_printf(r->arena, "L:%u", r->atoms.items[atom].value);
  return akt_map_get(&r->actor_by_key, akt_span_of(key));
}

// The one country that the sentence names, if it is the one most spoken of.
static uint32_t only_country(const akt_reading *r, uint32_t sentence) {
  uint32_t only = lone_country(r, sentence), top = AKT_NONE;
  for (uint32_t i = 0; i < r->actors.count; i++)
    if (akt_kind_is(r->rules, r->actors.items[i].kind, r->rules->kind_country) &&
        (top == AKT_NONE ||
         r->actors.items[i].mention_count > r->actors.items[top].mention_count))
      top = i;
  bool is_topic =
      only != AKT_NONE && only == top && r->actors.items[only].mention_count >= HOME_MENTIONS;
  return is_topic ? only : AKT_NONE;
}

static uint32_t mention_of(const akt_reading *r, uint32_t actor) {
  for (uint32_t i = 0; i < r->mentions.count; i++)
    if (r->mentions.items[i].entity == actor)
      return i;
  return AKT_NONE;
}

static uint32_t country_that_opens(const akt_reading *r, uint32_t sentence) {
  for (uint32_t c = r->sentence_chunks.items[sentence];
       c < r->sentence_chunks.items[sentence + 1]; c++) {
    if (r->chunks.items[c].type != AKT_CH_NP)
      continue;
    uint32_t m = r->chunks.items[c].mention;
    uint32_t actor = m == AKT_NONE ? AKT_NONE : r->mentions.items[m].entity;
    if (actor != AKT_NONE &&
        (akt_is_person(r, &r->mentions.items[m]) || r->actors.items[actor].type == AKT_ME_BODY))
      actor = r->actors.items[actor].affiliation; // "Peru's vice president", "its court"
    bool is_country = actor != AKT_NONE && akt_kind_is(r->rules, r->actors.items[actor].kind,
                                                       r->rules->kind_country);
    return is_country ? actor : AKT_NONE;
  }
  return AKT_NONE;
}

static bool is_named_in(const akt_reading *r, uint32_t actor, uint32_t sentence) {
  for (uint32_t i = 0; i < r->mentions.count; i++)
    if (r->mentions.items[i].sentence == sentence && r->mentions.items[i].entity == actor)
      return true;
  return false;
}

static bool opens_with_name(const akt_reading *r, uint32_t sentence) {
  uint32_t first = r->sentence_chunks.items[sentence];
  return first < r->sentence_chunks.items[sentence + 1] && r->chunks.items[first].is_named;
}

// Whether a quotation that the sentence opens still holds at the token.
static bool is_quoted(const akt_reading *r, uint32_t sentence, uint32_t token) {
  bool is_inside = false;
  for (uint32_t i = r->text.sentences.items[sentence].first; i < token; i++)
    is_inside ^= r->units.items[i].class == AKT_CL_QUOTE;
  return is_inside;
}

// "Chile rejected the charge. "It is false," Foreign Minister X said": who acts before
// him in his paragraph is whom a minister serves, unless his own sentence names another.
static uint32_t country_before(const akt_reading *r, const akt_reference *m) {
  const akt_sentence *sentences = r->text.sentences.items;
  if (m->chunk == AKT_NONE)
    return AKT_NONE;
  for (uint32_t c = r->sentence_chunks.items[m->sentence]; c < m->chunk; c++) {
    const akt_chunk *np = &r->chunks.items[c];
    if (np->type == AKT_CH_NP && np->is_named && !is_quoted(r, m->sentence, np->first))
      return AKT_NONE;
  }
  for (uint32_t s = m->sentence; s-- > 0;) {
    if (sentences[s].paragraph != sentences[m->sentence].paragraph)
      return AKT_NONE;
    uint32_t actor = country_that_opens(r, s);
    if (actor != AKT_NONE)
      return is_named_in(r, actor, m->sentence) ? AKT_NONE : actor;
    if (opens_with_name(r, s))
      return AKT_NONE;
  }
  return AKT_NONE;
}

// A minister without a country is of the one that the headline is about, unless the text
// has turned to another: the last country that opened a sentence is that one.
static uint32_t headline_country(const akt_reading *r, const akt_reference *m) {
  uint32_t end = r->sentence_chunks.items[1];
  bool has_headline = m->sentence > 0 && end > 0 && // a first line without a full stop
                      r->chunks.items[end - 1].type != AKT_CH_END;
  uint32_t lead = has_headline ? country_that_opens(r, 0) : AKT_NONE;
  for (uint32_t s = m->sentence; lead != AKT_NONE && s-- > 1;) {
    uint32_t other = country_that_opens(r, s);
    if (other != AKT_NONE)
      return other == lead ? lead : AKT_NONE;
  }
  return AKT_NONE;
}

static bool is_minister(const akt_reading *r, const akt_reference *m) {
  return m->head_noun != AKT_NONE &&
         (akt_span_is(akt_intern_text(&r->rules->words_text, m->head_noun), "minister") ||
          akt_span_is(akt_intern_text(&r->rules->words_text, m->head_noun), "secretary") ||
          (m->title_first > 0 && // a ministry's spokeswoman
           akt_unit_is_word(r, m->title_first - 1, "ministry")));
}

// "Minister X summoned Russian ambassador Y": whoever meets Russia's man is not Russia's.
static bool has_envoy(const akt_reading *r, const akt_reference *m, uint32_t country) {
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    const akt_reference *other = &r->mentions.items[i];
    if (other->sentence == m->sentence && other->title != AKT_NONE && other != m &&
        other->affiliation != AKT_NONE &&
        r->mentions.items[other->affiliation].entity == country)
      return true;
  }
  return false;
}

// "expelled its ambassador, X": of whomever "its" means, known or not.
static bool is_somebodys(const akt_reading *r, const akt_reference *m) {
  return m->title_first > 0 && akt_unit_is(r, m->title_first - 1, AKT_EN(POSSESSIVE));
}

static bool serves_country(const akt_reading *r, uint32_t actor) {
  uint32_t served = r->actors.items[actor].affiliation;
  return served != AKT_NONE &&
         akt_kind_is(r->rules, r->actors.items[served].kind, r->rules->kind_country);
}

// "Mr X's predecessor, Y", "her deputy, Y": Y serves or served whom X serves.
static void state_predecessors(akt_reading *r) {
  for (uint32_t i = 0, count = r->mentions.count; i < count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    bool is_named = m->type == AKT_ME_PERSON || m->type == AKT_ME_NAME;
    if (!is_named || m->title != AKT_NONE || m->chunk == AKT_NONE || !akt_is_person(r, m) ||
        serves_country(r, m->entity))
      continue;
    akt_clause c;
    akt_clause_init(&c, r, m->sentence);
    uint32_t np = m->chunk;
    if (np >= c.begin + 2 && akt_type_at(&c, np - 1) == AKT_CH_COMMA && akt_is_np(&c, np - 2))
      np -= 2;
    const akt_chunk *k = akt_chunk_at(&c, np);
    bool is_before = akt_unit_is_word(r, k->head, "predecessor");
    if (!is_before && !akt_unit_is_word(r, k->head, "successor") &&
        !akt_unit_is_word(r, k->head, "deputy"))
      continue;
    akt_ends owner = {.count = 0};
    if (k->owner != AKT_NONE)
      akt_add_end(&owner, k->owner);
    else if (k->possessive)
      akt_antecedents(&c, np, k->possessive, &owner);
    bool is_known = owner.count == 1 && akt_is_person(r, &r->mentions.items[owner.items[0]]);
    uint32_t served = is_known ? akt_country_served(r, owner.items[0]) : AKT_NONE;
    if (served == AKT_NONE)
      continue;
    akt_add_role(r, i, served, akt_first_role(r->rules), m->rule, k->first, k->last, is_before);
    r->actors.items[r->mentions.items[i].entity].affiliation = r->mentions.items[served].entity;
  }
}

void akt_state_home(akt_reading *r) {
  uint32_t all = akt_home_country(r);
  bool *is_done = akt_arena_zalloc(r->arena, r->actors.count + 1);
  for (uint32_t i = 0, count = r->mentions.count; i < count; i++) {
    const akt_reference *m = &r->mentions.items[i];
    if (m->title == AKT_NONE || m->is_former || !akt_is_person(r, m) || is_done[m->entity])
      continue;
    const akt_actor *a = &r->actors.items[m->entity];
    const akt_title *title = &r->rules->titles.items[m->title];
    bool is_open = a->affiliation == AKT_NONE && a->listed == AKT_NONE &&
                   m->affiliation == AKT_NONE && a->type != AKT_ME_OFFICE &&
                   a->type != AKT_ME_GENERIC && !is_somebodys(r, m);
    if (!is_open || title->relation == AKT_NONE || title->relation != akt_first_role(r->rules))
      continue;
    uint32_t home = opening_country(r, m->sentence);
    home = home != AKT_NONE ? home : country_before(r, m);
    uint32_t lead = is_minister(r, m) ? headline_country(r, m) : AKT_NONE;
    if (home == AKT_NONE)
      home = all != AKT_NONE && !(lead != AKT_NONE && has_envoy(r, m, all)) ? all : lead;
    home = home != AKT_NONE ? home : only_country(r, m->sentence);
    uint32_t named = home == AKT_NONE ? AKT_NONE : mention_of(r, home);
    if (named == AKT_NONE)
      continue;
    is_done[m->entity] = true;
    akt_add_role(r, i, named, title->relation, title->rule, m->title_first, m->title_last,
                 false);
    r->actors.items[r->mentions.items[i].entity].affiliation = home;
  }
  state_predecessors(r);
}
