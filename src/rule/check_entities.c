// Entities: one kind each, names that no other entity claims, roles with a body
// that exists and dates in order.
#include "rule/check.h"

// Whether kind `name` is `ancestor` or has it among its parents. Bounded, since
// the circles of a broken file are still there.
static bool is_kind(const akt_checker *c, const char *name, const char *ancestor,
                    uint32_t depth) {
  if (strcmp(name, ancestor) == 0)
    return true;
  const akt_symbol *symbol = akt_check_find(c, name);
  if (!symbol || symbol->what != AKT_SYMBOL_KIND || depth > 16)
    return false;
  for (uint32_t i = 0; i < symbol->stmt->is.count; i++) {
    if (is_kind(c, symbol->stmt->is.items[i].text, ancestor, depth + 1))
      return true;
  }
  return false;
}

static void tell_two_kinds(akt_checker *c, const akt_stmt *stmt, const akt_stmt *first) {
  akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_ENTITY_TWO_KINDS, stmt->kind.loc,
                                 "`%s` is a `%s` here and a `%s` elsewhere", stmt->name.text,
                                 stmt->kind.text, first->kind.text);
  akt_diag_add_note(c->diags, diag, first->kind.loc, "the other one is here");
  akt_diag_add_help(c->diags, diag,
                    "if they are two things, give one a fuller name, such as "
                    "`Georgia state`, and its short name with `also`");
}

static void visit_entity(akt_checker *c, const akt_ast_file *file, const akt_stmt *stmt) {
  (void)file;
  if (stmt->kind_of != AKT_STMT_ENTITY || !stmt->name.text)
    return;
  const akt_symbol *kind =
      akt_check_name(c, &stmt->kind, AKT_TAKES_KIND, AKT_CODE_UNKNOWN_KIND, "a kind", NULL, 0);
  uint32_t index =
      akt_map_add(&c->entity_by_name, akt_span_of(stmt->name.text), c->entities.count);
  if (index == c->entities.count) {
    akt_vec_push(c->arena, &c->entities, (akt_checked_entity){stmt});
    return;
  }
  const akt_stmt *first = c->entities.items[index].stmt;
  if (!kind || !first->kind.text)
    return;
  if (!is_kind(c, stmt->kind.text, first->kind.text, 0) &&
      !is_kind(c, first->kind.text, stmt->kind.text, 0))
    tell_two_kinds(c, stmt, first);
}

// ---- names claimed twice

typedef struct claim {
  const char *entity; // NULL: taken back
  const akt_ast_text *text;
  bool is_soft; // if-introduced: the document decides
  bool is_exact;
  char sort; // of the line: a name, an adjective, what it stands for
} claim;

typedef struct claims {
  akt_checker *c;
  akt_map by_text;
  AKT_VEC(claim) items;
  bool is_told; // of the file that is read: what it says twice
} claims;

// Folded ASCII is enough here: a miss is only a warning less.
static akt_span claim_key(akt_checker *c, const char *text, bool is_exact) {
  size_t len = strlen(text);
  char *key = akt_arena_copy(c->arena, text, len);
  for (size_t i = 0; i < len && !is_exact; i++)
    key[i] = akt_to_lower(key[i]);
  return (akt_span){key, len};
}

// A name of one entity that is listed twice says nothing new.
static void tell_same(const claims *self, const claim *first, const claim *made) {
  bool is_same = first->sort == made->sort && first->is_soft == made->is_soft &&
                 first->is_exact == made->is_exact &&
                 strcmp(first->text->text, made->text->text) == 0;
  if (!is_same || !self->is_told)
    return;
  akt_diag *diag =
      akt_diags_add(self->c->diags, AKT_CODE_ITEM_TWICE, made->text->loc,
                    "`%s` is a name of `%s` already", made->text->text, made->entity);
  akt_diag_add_note(self->c->diags, diag, first->text->loc, "here");
}

static void tell_claimed(const claims *self, const claim *first, const claim *made) {
  akt_diag *diag = akt_diags_add(self->c->diags, AKT_CODE_ALIAS_TWICE, made->text->loc,
                                 "`%s` already means `%s`", made->text->text, first->entity);
  akt_diag_add_note(self->c->diags, diag, first->text->loc,
                    "it is claimed here first, and this claim wins");
  akt_diag_add_help(self->c->diags, diag,
                    "take one out with `without alias`, or make it longer");
}

static void claim_name(claims *self, claim made) {
  akt_checker *c = self->c;
  uint32_t next = self->items.count;
  // As it is written it is claimed in any case: `USA` clashes with `USA exact`.
  akt_span written = claim_key(c, made.text->text, true);
  uint32_t index = akt_map_get(&self->by_text, written);
  if (index == AKT_NONE)
    index = akt_map_add(&self->by_text, claim_key(c, made.text->text, made.is_exact), next);
  if (index == next) {
    (void)akt_map_add(&self->by_text, written, next);
    akt_vec_push(c->arena, &self->items, made);
    return;
  }
  claim *first = &self->items.items[index];
  if (!first->entity)
    *first = made;
  else if (strcmp(first->entity, made.entity) == 0)
    tell_same(self, first, &made);
  else if (!first->is_soft || !made.is_soft)
    tell_claimed(self, first, &made);
}

static void claim_names(claims *self, const akt_stmt *stmt) {
  const char *entity = stmt->name.text;
  // Statements about one entity add up, and each begins with its name.
  bool is_told = self->is_told;
  self->is_told = false;
  claim_name(self, (claim){entity, &stmt->name, false, false, 'n'});
  self->is_told = is_told;
  for (uint32_t i = 0; i < stmt->aliases.count; i++) {
    const akt_ast_alias *a = &stmt->aliases.items[i];
    claim_name(self, (claim){entity, &a->text, a->is_if_introduced, a->is_exact, 'n'});
  }
  for (uint32_t i = 0; i < stmt->adjectives.count; i++)
    claim_name(self, (claim){entity, &stmt->adjectives.items[i], false, false, 'a'});
  for (uint32_t i = 0; i < stmt->stands_for.count; i++)
    claim_name(self, (claim){entity, &stmt->stands_for.items[i], false, false, 's'});
}

// `without alias`: the name is free again.
static void release_names(claims *self, const akt_stmt *stmt) {
  for (uint32_t i = 0; i < stmt->items.count; i++)
    for (int is_exact = 0; is_exact < 2; is_exact++) {
      akt_span key = claim_key(self->c, stmt->items.items[i].text, is_exact);
      uint32_t index = akt_map_get(&self->by_text, key);
      if (index != AKT_NONE)
        self->items.items[index].entity = NULL;
    }
}

static bool takes_names_back(const akt_stmt *stmt) {
  static const char *const whats[] = {"alias", "adj", "stands-for", "entity"};
  for (size_t i = 0; stmt->name.text && i < sizeof whats / sizeof *whats; i++)
    if (strcmp(stmt->name.text, whats[i]) == 0)
      return true;
  return false;
}

static void check_claims(akt_checker *c) {
  claims self = {.c = c};
  akt_map_init(&self.by_text, c->arena);
  for (uint32_t f = 0; f < c->set->files.count; f++) {
    const akt_stmts *stmts = &c->set->files.items[f]->statements;
    self.is_told = c->set->is_check && !c->set->files.items[f]->is_shipped;
    for (uint32_t i = 0; i < stmts->count; i++) {
      const akt_stmt *stmt = stmts->items[i];
      if (stmt->kind_of == AKT_STMT_ENTITY && stmt->name.text)
        claim_names(&self, stmt);
      else if (stmt->kind_of == AKT_STMT_WITHOUT && takes_names_back(stmt))
        release_names(&self, stmt);
    }
  }
}

// ---- roles

static const char *nearest_entity(akt_checker *c, const char *name) {
  AKT_VEC(const char *) names = {0};
  for (uint32_t i = 0; i < c->entities.count; i++)
    akt_vec_push(c->arena, &names, c->entities.items[i].stmt->name.text);
  return akt_check_suggest(c, name, names.items, names.count);
}

static void check_role(akt_checker *c, const akt_ast_role *role) {
  if (!role->of.text) {
    akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_ROLE_WITHOUT_BODY, role->title.loc,
                                   "this role does not say of which country or body");
    akt_diag_add_help(c->diags, diag, "add: of \"NAME\", with the quotes");
  } else if (akt_map_get(&c->entity_by_name, akt_span_of(role->of.text)) == AKT_NONE) {
    akt_diag *diag = akt_diags_add(c->diags, AKT_CODE_UNKNOWN_ENTITY, role->of.loc,
                                   "there is no entity called `%s`", role->of.text);
    akt_check_help_nearest(c, diag, nearest_entity(c, role->of.text));
  }
  bool has_from = akt_check_date(c, &role->from);
  bool has_to = akt_check_date(c, &role->to);
  if (has_from && has_to && strcmp(role->from.text, role->to.text) > 0)
    akt_diags_add(c->diags, AKT_CODE_DATE_ORDER, role->to.loc,
                  "this role ends before it begins, on %s", role->from.text);
}

static void visit_roles(akt_checker *c, const akt_ast_file *file, const akt_stmt *stmt) {
  (void)file;
  for (uint32_t i = 0; i < stmt->roles.count; i++)
    check_role(c, &stmt->roles.items[i]);
}

void akt_check_entities(akt_checker *c) {
  akt_check_each(c, visit_entity);
  akt_check_each(c, visit_roles);
  if (c->is_doubting)
    check_claims(c);
}
