// Signs of a slow or too general regular expression, read off its text: nested
// repetition, and no fixed text. A heuristic for warnings; it knows nothing of
// PCRE2 and is never needed for a match to be right.
#include "regex/pattern.h"

#include "base/vec.h"

typedef struct frame {
  bool has_repeat; // an unbounded repetition inside this group
  bool is_optional_so_far;
  bool has_literal;
} frame;

typedef struct scan {
  akt_arena *arena;
  akt_span text;
  size_t at;
  AKT_VEC(frame) groups;
  size_t nested;
} scan;

static size_t skip_class(akt_span text, size_t at) {
  size_t i = at + 1;
  if (i < text.len && text.ptr[i] == '^')
    i++;
  if (i < text.len && text.ptr[i] == ']')
    i++;
  for (; i < text.len && text.ptr[i] != ']'; i++) {
    if (text.ptr[i] == '\\')
      i++;
    else if (text.ptr[i] == '[' && i + 1 < text.len && text.ptr[i + 1] == ':') {
      while (i + 1 < text.len && !(text.ptr[i] == ':' && text.ptr[i + 1] == ']'))
        i++;
      i++;
    }
  }
  return i < text.len ? i + 1 : text.len;
}

// After the backslash at `at`: its end, and whether it stands for a fixed
// character.
static size_t skip_escape(akt_span text, size_t at, bool *is_literal) {
  if (at + 1 >= text.len)
    return text.len;
  char c = text.ptr[at + 1];
  *is_literal = !akt_is_alpha(c) && !akt_is_digit(c);
  size_t end = at + 2;
  bool has_braces =
      c == 'p' || c == 'P' || c == 'x' || c == 'k' || c == 'g' || c == 'o' || c == 'N';
  if (has_braces && end < text.len && text.ptr[end] == '{') {
    const char *close = memchr(text.ptr + end, '}', text.len - end);
    return close ? (size_t)(close - text.ptr) + 1 : text.len;
  }
  return (c == 'p' || c == 'P') && end < text.len ? end + 1 : end;
}

typedef struct quantifier {
  bool is_there;
  bool is_unbounded;
  bool is_optional;
  bool is_possessive;
  size_t end;
} quantifier;

static quantifier read_quantifier(akt_span text, size_t at) {
  quantifier q = {.end = at};
  if (at >= text.len)
    return q;
  char c = text.ptr[at];
  if (c == '*' || c == '+' || c == '?') {
    q = (quantifier){true, c != '?', c != '+', false, at + 1};
  } else if (c == '{' && at + 1 < text.len && akt_is_digit(text.ptr[at + 1])) {
    size_t i = at + 1;
    size_t least = 0;
    while (i < text.len && akt_is_digit(text.ptr[i]))
      least = least | (size_t)(text.ptr[i++] - '0');
    bool has_comma = i < text.len && text.ptr[i] == ',';
    i += has_comma;
    bool has_most = i < text.len && akt_is_digit(text.ptr[i]);
    while (i < text.len && akt_is_digit(text.ptr[i]))
      i++;
    if (i >= text.len || text.ptr[i] != '}')
      return q;
    q = (quantifier){true, has_comma && !has_most, least == 0, false, i + 1};
  }
  if (q.is_there && q.end < text.len && (text.ptr[q.end] == '+' || text.ptr[q.end] == '?'))
    q.is_possessive = text.ptr[q.end++] == '+';
  return q;
}

static frame *top(scan *self) {
  return &self->groups.items[self->groups.count - 1];
}

static void close_group(scan *self, size_t open_at) {
  frame inner = *top(self);
  if (self->groups.count > 1)
    self->groups.count--;
  quantifier q = read_quantifier(self->text, self->at);
  if (q.is_unbounded && !q.is_possessive && inner.has_repeat && self->nested == SIZE_MAX)
    self->nested = open_at;
  self->at = q.end;
  top(self)->has_repeat |= inner.has_repeat || q.is_unbounded;
  top(self)->has_literal |= inner.has_literal && !inner.is_optional_so_far && !q.is_optional;
}

static void take_atom(scan *self, bool is_literal) {
  quantifier q = read_quantifier(self->text, self->at);
  self->at = q.end;
  if (q.is_unbounded && !q.is_possessive)
    top(self)->has_repeat = true;
  if (is_literal && !q.is_optional)
    top(self)->has_literal = true;
}

static void open_group(scan *self) {
  akt_vec_push(self->arena, &self->groups, (frame){0});
  self->at++;
  if (self->at < self->text.len && self->text.ptr[self->at] == '?') {
    // (?:  (?=  (?<name>  (?i)  - none of these characters is text
    bool is_named = false;
    for (self->at++; self->at < self->text.len; self->at++) {
      char c = self->text.ptr[self->at];
      if (c == ')')
        return;
      if (!is_named && (c == ':' || c == '=' || c == '!' || c == '|')) {
        self->at++;
        return;
      }
      if (c == '>') {
        self->at++;
        return;
      }
      is_named |= c == '<' && self->at + 1 < self->text.len &&
                  self->text.ptr[self->at + 1] != '=' && self->text.ptr[self->at + 1] != '!';
    }
  }
}

akt_pattern_smell akt_pattern_smells(akt_arena *arena, akt_span text) {
  scan self = {.arena = arena, .text = text, .nested = SIZE_MAX};
  AKT_VEC(size_t) opens = {0};
  akt_vec_push(arena, &self.groups, (frame){0});
  akt_vec_push(arena, &opens, (size_t)0);
  while (self.at < text.len) {
    char c = text.ptr[self.at];
    bool is_literal = false;
    if (c == '(') {
      akt_vec_push(arena, &opens, self.at);
      open_group(&self);
    } else if (c == ')') {
      self.at++;
      close_group(&self, opens.items[opens.count - 1]);
      opens.count -= opens.count > 1;
    } else if (c == '[') {
      self.at = skip_class(text, self.at);
      take_atom(&self, false);
    } else if (c == '\\') {
      self.at = skip_escape(text, self.at, &is_literal);
      take_atom(&self, is_literal);
    } else if (c == '|') {
      // Fixed text in every alternative would count; one without it spoils it.
      if (!top(&self)->has_literal)
        top(&self)->is_optional_so_far = true;
      top(&self)->has_literal = false;
      self.at++;
    } else {
      self.at++;
      while (self.at < text.len && ((unsigned char)text.ptr[self.at] & 0xC0) == 0x80)
        self.at++;
      take_atom(&self, c != '.' && c != '^' && c != '$' && c != ' ');
    }
  }
  bool has_literal =
      self.groups.items[0].has_literal && !self.groups.items[0].is_optional_so_far;
  return (akt_pattern_smell){.has_literal = has_literal, .nested_byte_off = self.nested};
}
