// Names that are only a part of a longer one: Indus + Water Treaty, Bank of + Ghana,
// Jim + Jordan. The names of a sentence are known; here they swallow each other.
#include "extract/names.h"

static const akt_token *token(const akt_reading *r, uint32_t i) {
  return &r->text.tokens.items[i];
}

static bool has_owner_inside(const akt_reading *r, const akt_atom *atom) {
  for (uint32_t i = atom->first; i < atom->last; i++)
    if (token(r, i)->kind == AKT_TOKEN_POSSESSIVE)
      return true;
  return false;
}

// One name becomes the end of another; words between them join it, too.
static void swallow(akt_reading *r, uint32_t whole, uint32_t part) {
  akt_atom *into = &r->atoms.items[whole], *from = &r->atoms.items[part];
  for (uint32_t i = into->last; i < from->last; i++)
    r->units.items[i].atom = whole;
  into->last = from->last;
  from->first = from->last; // empty
}

// The whole is no longer the listed name that it began as.
static void unlist(akt_atom *atom) {
  atom->type = AKT_ATOM_CAPITALS;
  atom->value = atom->name = AKT_NONE;
  atom->rule = NULL;
}

// Listed names that are only the beginning of a longer name with its own head
// noun: Indus + Water Treaty. Countries and people stay apart: Pakistan Army. But not
// where people own the head: Cambodian People's Party.
static void absorb(akt_reading *r, const akt_sentence *s) {
  for (uint32_t i = s->first; i + 1 < s->last; i++) {
    uint32_t a = r->units.items[i].atom;
    if (a == AKT_NONE)
      continue;
    akt_atom *atom = &r->atoms.items[a];
    uint32_t next = atom->last;
    uint32_t other = next < s->last ? r->units.items[next].atom : AKT_NONE;
    bool is_capital_city = atom->type == AKT_ATOM_STANDS_FOR; // the Kabul Accord
    if (other == AKT_NONE || r->atoms.items[other].type != AKT_ATOM_CAPITALS || atom->compound)
      continue;
    bool is_peoples = has_owner_inside(r, &r->atoms.items[other]) &&
                      (atom->type == AKT_ATOM_ALIAS || atom->type == AKT_ATOM_ADJECTIVE);
    if (atom->type != AKT_ATOM_ALIAS && !is_capital_city && !is_peoples)
      continue;
    uint32_t kind = r->rules->entities.items[atom->value].kind;
    uint32_t end = r->atoms.items[other].last;
    if ((akt_kind_is(r->rules, kind, r->rules->kind_country) && !is_capital_city &&
         !is_peoples) ||
        akt_kind_is(r->rules, kind, r->rules->kind_person) ||
        akt_name_head(r, end - 1) == AKT_NONE)
      continue;
    unlist(atom);
    swallow(r, a, other);
  }
}

// Bank of Ghana, University of Peru: names, where the Army of Peru is Peru's army.
static void absorb_of(akt_reading *r, const akt_sentence *s) {
  for (uint32_t i = s->first + 1; i + 1 < s->last; i++) {
    uint32_t a = r->units.items[i - 1].atom, b = r->units.items[i + 1].atom;
    if (!akt_unit_is_word(r, i, "of") || a == AKT_NONE || b == AKT_NONE)
      continue;
    akt_atom *name = &r->atoms.items[a], *land = &r->atoms.items[b];
    bool is_bank =
        akt_unit_is_word(r, i - 1, "bank") || akt_unit_is_word(r, i - 1, "university");
    if (!is_bank || name->type != AKT_ATOM_CAPITALS || land->first != i + 1 ||
        (land->type != AKT_ATOM_ALIAS && land->type != AKT_ATOM_STANDS_FOR))
      continue;
    swallow(r, a, b);
  }
}

// Pan Africanist Congress: a listed word that is the head noun of a longer name.
static void absorb_heads(akt_reading *r, const akt_sentence *s) {
  for (uint32_t i = s->first; i + 1 < s->last; i++) {
    uint32_t a = r->units.items[i].atom, at = i + 1;
    bool is_owner = a != AKT_NONE && i + 2 < s->last && // the All People's + Congress
                    token(r, at)->kind == AKT_TOKEN_POSSESSIVE &&
                    akt_unit_is(r, i, AKT_EN(PEOPLE_NOUN));
    at += is_owner;
    uint32_t b = r->units.items[at].atom;
    if (a == AKT_NONE || b == AKT_NONE || a == b || r->atoms.items[b].first != at)
      continue;
    akt_atom *name = &r->atoms.items[a], *head = &r->atoms.items[b];
    bool is_head = name->type == AKT_ATOM_CAPITALS && head->type == AKT_ATOM_ALIAS &&
                   head->last - head->first == 1 && !head->compound &&
                   (akt_name_head(r, at) != AKT_NONE || akt_unit_is(r, at, AKT_EN(BODY_NOUN)));
    if (!is_head)
      continue;
    swallow(r, a, b);
  }
}

// Gao Jianhua: a listed place before a capitalised word that is no head noun.
static void absorb_places(akt_reading *r, const akt_sentence *s) {
  for (uint32_t i = s->first; i + 1 < s->last; i++) {
    uint32_t a = r->units.items[i].atom, b = r->units.items[i + 1].atom;
    if (a == AKT_NONE || b == AKT_NONE || a == b)
      continue;
    akt_atom *place = &r->atoms.items[a], *more = &r->atoms.items[b];
    bool is_place = place->type == AKT_ATOM_ALIAS && place->last - place->first == 1 &&
                    !place->compound &&
                    akt_kind_is(r->rules, r->rules->entities.items[place->value].kind,
                                r->rules->kind_place);
    if (!is_place || more->type != AKT_ATOM_CAPITALS || more->first != i + 1)
      continue;
    unlist(place);
    swallow(r, a, b);
  }
}

// Jim Jordan, Paris Hilton: a listed place that is a surname here.
static void absorb_surnames(akt_reading *r, const akt_sentence *s) {
  for (uint32_t i = s->first + 1; i < s->last; i++) {
    uint32_t a = r->units.items[i].atom, b = r->units.items[i - 1].atom;
    uint32_t before = i - 1; // Leila de Lima
    if (b == AKT_NONE && before > s->first && akt_unit_is(r, before, AKT_EN(NAME_PARTICLE)))
      b = r->units.items[--before].atom;
    if (a == AKT_NONE || b == AKT_NONE || a == b || r->atoms.items[a].first != i)
      continue;
    akt_atom *place = &r->atoms.items[a], *given = &r->atoms.items[b];
    bool is_name = given->type == AKT_ATOM_CAPITALS && place->type != AKT_ATOM_TITLE &&
                   !place->compound && place->last - place->first == 1 &&
                   (before + 1 < i || akt_unit_is(r, before, AKT_EN(GIVEN_NAME))) &&
                   place->type != AKT_ATOM_ADJECTIVE;
    if (!is_name)
      continue;
    swallow(r, b, a);
  }
}

// Transparência Angola, Radio Liberia: a country that stands right behind a name ends it,
// where no noun follows that both could describe.
static void absorb_lands(akt_reading *r, const akt_sentence *s) {
  for (uint32_t i = s->first; i + 1 < s->last && !s->is_headline; i++) {
    uint32_t a = r->units.items[i].atom, b = r->units.items[i + 1].atom;
    if (a == AKT_NONE || b == AKT_NONE || a == b || r->atoms.items[b].first != i + 1)
      continue;
    akt_atom *name = &r->atoms.items[a], *land = &r->atoms.items[b];
    uint32_t next = land->last;
    bool is_closed = next >= s->last || token(r, next)->kind != AKT_TOKEN_WORD ||
                     r->units.items[next].atom == AKT_NONE;
    bool is_open = next < s->last && token(r, next)->kind == AKT_TOKEN_POSSESSIVE;
    bool is_verb =
        next < s->last && r->units.items[next].word != AKT_NONE &&
        (akt_unit_is(r, next, AKT_EN(BE) | AKT_EN(HAVE) | AKT_EN(MODAL)) ||
         (r->rules->words.items[r->units.items[next].word].verb[0].lemma != AKT_NONE &&
          (r->rules->words.items[r->units.items[next].word].verb[0].forms & AKT_FORM_PAST)));
    bool is_end = is_closed && !is_open &&
                  (next >= s->last || token(r, next)->kind != AKT_TOKEN_WORD || is_verb);
    bool is_name = name->type == AKT_ATOM_CAPITALS && name->first > s->first &&
                   !akt_unit_is(r, name->first, AKT_EN(GIVEN_NAME) | AKT_EN(BODY_NOUN));
    bool is_land = land->type == AKT_ATOM_ALIAS && !land->compound &&
                   akt_kind_is(r->rules, r->rules->entities.items[land->value].kind,
                               r->rules->kind_country);
    if (!is_end || !is_name || !is_land)
      continue;
    swallow(r, a, b);
  }
}

// National + Security Council: a listed body is another one with a capital before it.
static void absorb_modifiers(akt_reading *r, const akt_sentence *s) {
  for (uint32_t i = s->first + 1; i + 1 < s->last && !s->is_headline; i++) {
    uint32_t a = r->units.items[i].atom, b = r->units.items[i + 1].atom;
    if (a == AKT_NONE || b == AKT_NONE || a == b || r->atoms.items[b].first != i + 1)
      continue;
    akt_atom *first = &r->atoms.items[a], *body = &r->atoms.items[b];
    bool is_body = body->type == AKT_ATOM_ALIAS && body->last - body->first > 1 &&
                   r->rules->entities.items[body->value].kind == r->rules->kind_group &&
                   akt_name_head(r, body->last - 1) != AKT_NONE;
    bool is_modifier = first->type == AKT_ATOM_CAPITALS && first->last - first->first == 1 &&
                       first->first > s->first && !token(r, first->first)->is_all_caps &&
                       !akt_unit_is(r, first->first, AKT_EN(GIVEN_NAME));
    if (!is_body || !is_modifier)
      continue;
    swallow(r, a, b);
  }
}

void akt_absorb_names(akt_reading *r, const akt_sentence *s) {
  absorb_modifiers(r, s);
  absorb(r, s);
  absorb_heads(r, s);
  absorb_of(r, s);
  absorb_lands(r, s);
  absorb_surnames(r, s);
  absorb_places(r, s);
}
