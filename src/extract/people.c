// People: one actor for Marco Rubio, Mr Rubio, Rubio, the Secretary of State and
// @SecRubio. Names are compared part by part; a bare surname is the person of
// that name seen last.
#include "extract/actors.h"

#include "text/fold.h"

enum { MOST_PARTS = AKT_FOLD_WORDS };

typedef struct parts {
  akt_span items[MOST_PARTS];
  uint32_t count;
} parts;

static parts split(akt_span name) {
  parts p = {.count = 0};
  size_t start = 0;
  for (size_t i = 0; i <= name.len && p.count < MOST_PARTS; i++) {
    if (i < name.len && name.ptr[i] != ' ')
      continue;
    if (i > start)
      p.items[p.count++] = (akt_span){name.ptr + start, i - start};
    start = i + 1;
  }
  return p;
}

static akt_span without_article(akt_span part) {
  if (part.len > 4 && part.ptr[2] == '-' &&
      (akt_span_starts_with(part, "al-") || akt_span_starts_with(part, "el-")))
    return (akt_span){part.ptr + 3, part.len - 3};
  return part;
}

static bool same_part(akt_span a, akt_span b) {
  if (akt_span_equal(a, b))
    return true;
  a = without_article(a);
  b = without_article(b);
  bool is_initial = (a.len == 1 || b.len == 1) && a.len && b.len && a.ptr[0] == b.ptr[0];
  return is_initial || akt_span_equal(a, b);
}

// All parts of the shorter occur in the longer, in order, and the last agrees
// (or the first, for family names that come first: Kim, Kim Jong-un).
static bool is_same_name(akt_span name, const parts *other) {
  parts own = split(name);
  bool is_longer = own.count > other->count;
  const parts *a = is_longer ? other : &own, *b = is_longer ? &own : other;
  if (!a->count)
    return false;
  akt_span a_first = a->items[0], a_last = a->items[a->count - 1];
  akt_span b_first = b->items[0], b_last = b->items[b->count - 1];
  if (a->count == 1 && (a_first.len < 2 || b_first.len < 2 || b_last.len < 2))
    return akt_span_equal(without_article(a_first), without_article(b_last)) && a_first.len > 1;
  uint32_t found = 0;
  for (uint32_t i = 0; i < b->count && found < a->count; i++)
    found += same_part(a->items[found], b->items[i]);
  if (found < a->count)
    return false;
  bool last_agrees = same_part(a_last, b_last) && a_last.len > 1;
  bool first_agrees = same_part(a_first, b_first) && a_first.len > 1;
  return last_agrees || (first_agrees && (a->count == 1 || a->items[1].len > 1));
}

static akt_span fold_name(akt_arena *arena, const char *name) {
  return akt_fold_words(arena, akt_span_of(name));
}

static bool is_person(const akt_reading *r, const akt_actor *actor) {
  return akt_kind_is(r->rules, actor->kind, r->rules->kind_person) &&
         actor->type != AKT_ME_OFFICE && actor->type != AKT_ME_GENERIC;
}

static bool has_name(const akt_reading *r, const akt_actor *actor, akt_span folded,
                     const parts *folded_parts) {
  if (is_same_name(fold_name(r->arena, actor->name), folded_parts))
    return true;
  for (uint32_t i = 0; i < actor->aliases.count; i++) {
    // A surname as this text spells it: Araqchi of the Araghchi that the rules list.
    const char *alias = actor->aliases.items[i];
    akt_span known = fold_name(r->arena, alias);
    bool is_full = actor->listed != AKT_NONE && alias[0] != '@' && split(known).count > 1;
    if (akt_span_equal(known, folded) || (is_full && is_same_name(known, folded_parts)))
      return true;
  }
  return false;
}

static uint32_t latest_with_name(const akt_reading *r, akt_span folded) {
  uint32_t best = AKT_NONE;
  parts name = split(folded);
  for (uint32_t i = 0; i < r->actors.count; i++) {
    const akt_actor *actor = &r->actors.items[i];
    if (!is_person(r, actor) || !has_name(r, actor, folded, &name))
      continue;
    if (best == AKT_NONE || actor->last_mention >= r->actors.items[best].last_mention)
      best = i;
  }
  return best;
}

// Teresa Mamani Quispe is Mamani: of two surnames the first is the one in use. Only
// where nobody else could be meant.
static uint32_t only_with_first_surname(const akt_reading *r, akt_span folded) {
  uint32_t only = AKT_NONE;
  if (folded.len < 3 || split(folded).count != 1)
    return AKT_NONE;
  for (uint32_t i = 0; i < r->actors.count; i++) {
    const akt_actor *actor = &r->actors.items[i];
    if (!is_person(r, actor))
      continue;
    parts name = split(fold_name(r->arena, actor->name));
    if (name.count < 3 || !akt_span_equal(name.items[name.count - 2], folded))
      continue;
    if (only != AKT_NONE)
      return AKT_NONE;
    only = i;
  }
  return only;
}

uint32_t akt_find_person(const akt_reading *r, akt_span single_name) {
  uint32_t person = latest_with_name(r, single_name);
  return person == AKT_NONE ? only_with_first_surname(r, single_name) : person;
}

// "President Trump" in a text that never says "Donald Trump": the listed person
// of that surname, if one alone has a role with this title.
static uint32_t listed_by_title(const akt_reading *r, const akt_reference *m, akt_span folded) {
  if (m->title == AKT_NONE)
    return AKT_NONE;
  const char *head =
      m->head_noun == AKT_NONE ? "" : akt_intern_text(&r->rules->words_text, m->head_noun).ptr;
  uint32_t found = AKT_NONE;
  parts name = split(folded);
  for (uint32_t i = 0; i < r->rules->roles.count; i++) {
    const akt_role *role = &r->rules->roles.items[i];
    if (role->entity == found || !akt_span_ends_with(role->folded_title, head) ||
        !is_same_name(role->folded_name, &name))
      continue;
    if (found != AKT_NONE)
      return AKT_NONE;
    found = role->entity;
  }
  return found;
}

static void adopt_fuller_name(akt_reading *r, uint32_t actor, const akt_reference *m) {
  akt_actor *a = &r->actors.items[actor];
  akt_span seen = akt_range_text(r, m->name_first, m->name_last);
  if (a->listed == AKT_NONE &&
      m->name_last - m->name_first > split(akt_span_of(a->name)).count && seen.len < 80) {
    akt_actor_add_alias(r, actor, akt_span_of(a->name));
    a->name = akt_arena_copy(r->arena, seen.ptr, seen.len);
    a->is_document_bound = false;
    return;
  }
  akt_actor_add_alias(r, actor, seen);
}

uint32_t akt_resolve_person(akt_reading *r, uint32_t mention) {
  akt_reference *m = &r->mentions.items[mention];
  const char *folded = akt_fold_range(r, m->name_first, m->name_last);
  akt_span name = akt_span_of(folded);
  uint32_t actor = latest_with_name(r, name);
  if (actor != AKT_NONE) {
    adopt_fuller_name(r, actor, m);
    return actor;
  }
  uint32_t listed = listed_by_title(r, m, name);
  if (listed != AKT_NONE) {
    m->listed = listed;
    m->kind = r->rules->entities.items[listed].kind;
    const char *key = akt_arena_printf(r->arena, "L:%u", listed);
    actor = akt_actor_for_key(r, key, m->kind, r->rules->entities.items[listed].name);
    r->actors.items[actor].listed = listed;
    akt_actor_add_alias(r, actor, akt_range_text(r, m->name_first, m->name_last));
    return actor;
  }
  actor = only_with_first_surname(r, name);
  if (actor != AKT_NONE) {
    akt_actor_add_alias(r, actor, akt_range_text(r, m->name_first, m->name_last));
    return actor;
  }
  akt_span seen = akt_range_text(r, m->name_first, m->name_last);
  actor = akt_actor_for_key(r, akt_arena_printf(r->arena, "P:%s", folded),
                            m->kind == AKT_NONE ? r->rules->kind_person : m->kind,
                            akt_arena_copy(r->arena, seen.ptr, seen.len));
  r->actors.items[actor].type = AKT_ME_PERSON;
  r->actors.items[actor].is_document_bound = m->name_last - m->name_first == 1;
  return actor;
}

// ------------------------------------------------------------ offices

// "The president" is not his vice president.
static bool is_second(akt_span folded) {
  return akt_span_starts_with(folded, "vice") || akt_span_starts_with(folded, "deputy");
}

static bool same_title(const akt_reading *r, const akt_reference *m, const akt_actor *actor) {
  if (actor->title == AKT_NONE)
    return false;
  const akt_title *a = &r->rules->titles.items[actor->title],
                  *b = &r->rules->titles.items[m->title];
  if (a->head != b->head)
    return false;
  akt_span long_title = fold_name(r->arena, a->text),
           short_title = fold_name(r->arena, b->text);
  bool is_bare = split(short_title).count == 1; // the minister, the Secretary
  if (is_bare && is_second(long_title))
    return false;
  return is_bare ? m->is_definite : akt_span_equal(long_title, short_title);
}

static bool same_body(const akt_reading *r, const akt_reference *m, const akt_actor *actor) {
  if (m->affiliation == AKT_NONE)
    return true;
  uint32_t body = r->mentions.items[m->affiliation].entity;
  return body == AKT_NONE || actor->affiliation == body ||
         (actor->affiliation == AKT_NONE && actor->listed == AKT_NONE);
}

// A listed person of this document whose dated role is this office.
static bool holds_listed_role(const akt_reading *r, const akt_reference *m,
                              const akt_actor *actor) {
  if (actor->listed == AKT_NONE || m->affiliation == AKT_NONE)
    return false;
  uint32_t body = r->mentions.items[m->affiliation].listed;
  const akt_entity *entity = &r->rules->entities.items[actor->listed];
  akt_span want = fold_name(r->arena, r->rules->titles.items[m->title].text);
  for (uint32_t i = 0; i < entity->role_count; i++) {
    const akt_role *role = &r->rules->roles.items[entity->first_role + i];
    if (role->of == body && akt_span_equal(fold_name(r->arena, role->title), want))
      return true;
  }
  return false;
}

bool akt_listed_for(const akt_reading *r, const akt_actor *person, uint32_t country) {
  if (person->listed == AKT_NONE || country == AKT_NONE ||
      r->actors.items[country].listed == AKT_NONE)
    return false;
  const akt_entity *entity = &r->rules->entities.items[person->listed];
  for (uint32_t i = 0; i < entity->role_count; i++)
    if (r->rules->roles.items[entity->first_role + i].of == r->actors.items[country].listed)
      return true;
  return false;
}

// "the American leader", "the military leader": whoever of that country, or with
// an office at all, was spoken of last.
static bool is_leader_like(const akt_reading *r, const akt_reference *m,
                           const akt_actor *actor) {
  if (m->head_noun == AKT_NONE || !m->is_definite ||
      !akt_span_is(akt_intern_text(&r->rules->words_text, m->head_noun), "leader"))
    return false;
  if (m->affiliation == AKT_NONE)
    return actor->title != AKT_NONE && r->rules->titles.items[m->title].relation != AKT_NONE &&
           actor->last_mention > 0;
  uint32_t body = r->mentions.items[m->affiliation].entity;
  return body != AKT_NONE && (actor->affiliation == body || akt_listed_for(r, actor, body));
}

// "the agency's chief": the one person of this text who is at the head of the agency,
// whatever his title is.
static uint32_t only_chief(const akt_reading *r, const akt_reference *m) {
  static const char *const words[] = {"chief", "head", "boss", "leader"};
  uint32_t body =
      m->affiliation == AKT_NONE ? AKT_NONE : r->mentions.items[m->affiliation].entity;
  if (body == AKT_NONE || m->head_noun == AKT_NONE || m->title_last - m->title_first != 1 ||
      !akt_kind_is(r->rules, r->actors.items[body].kind, r->rules->kind_group))
    return AKT_NONE;
  bool is_chief = false;
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    is_chief |= akt_span_is(akt_intern_text(&r->rules->words_text, m->head_noun), words[k]);
  uint32_t leads = r->rules->titles.items[m->title].of_body, only = AKT_NONE;
  for (uint32_t i = 0; is_chief && i < r->actors.count; i++) {
    const akt_actor *a = &r->actors.items[i];
    bool fits = is_person(r, a) && a->affiliation == body && a->title != AKT_NONE &&
                r->rules->titles.items[a->title].of_body == leads && a->role &&
                !is_second(fold_name(r->arena, a->role));
    if (!fits)
      continue;
    if (only != AKT_NONE)
      return AKT_NONE;
    only = i;
  }
  return only;
}

uint32_t akt_find_office_holder(akt_reading *r, uint32_t mention) {
  const akt_reference *m = &r->mentions.items[mention];
  if (m->is_plural || m->is_former || m->title == AKT_NONE)
    return AKT_NONE;
  uint32_t best = AKT_NONE;
  for (uint32_t i = 0; i < r->actors.count; i++) {
    const akt_actor *actor = &r->actors.items[i];
    if (!is_person(r, actor))
      continue;
    bool fits = (same_title(r, m, actor) && same_body(r, m, actor)) ||
                holds_listed_role(r, m, actor) || is_leader_like(r, m, actor);
    if (fits && (best == AKT_NONE || actor->last_mention >= r->actors.items[best].last_mention))
      best = i;
  }
  return best == AKT_NONE ? only_chief(r, m) : best;
}
