#include "render/block.h"

#include <math.h>
#include <stdlib.h>

#define COLUMN_GAP 14.0
#define ROW_GAP    20.0 // room for the thin lines
#define FEW        6    // so many people stand in rows of three, more in rows of four

static int by_height(const void *a, const void *b) {
  const akt_member *x = *(akt_member *const *)a, *y = *(akt_member *const *)b;
  if (x->pull.y != y->pull.y)
    return x->pull.y > y->pull.y ? -1 : 1;
  return x->pull.x < y->pull.x ? -1 : x->pull.x > y->pull.x;
}

static int by_side(const void *a, const void *b) {
  const akt_member *x = *(akt_member *const *)a, *y = *(akt_member *const *)b;
  return x->pull.x < y->pull.x ? -1 : x->pull.x > y->pull.x;
}

/// The widest row that so many of the members can make.
static double widest_row(akt_member *const *members, uint32_t count, uint32_t in_row) {
  double widest = 0, home = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (members[i]->is_home)
      home = fmax(home, members[i]->width);
    else
      widest = fmax(widest, members[i]->width);
  }
  return fmax(home, widest * in_row + COLUMN_GAP * (in_row - 1));
}

static double set_row(akt_member **row, uint32_t count, double top) {
  double width = -COLUMN_GAP, height = 0;
  for (uint32_t i = 0; i < count; i++) {
    width += row[i]->width + COLUMN_GAP;
    height = fmax(height, row[i]->height);
  }
  double x = -width / 2;
  for (uint32_t i = 0; i < count; i++) {
    row[i]->at = (akt_point){x + row[i]->width / 2, top - height / 2};
    x += row[i]->width + COLUMN_GAP;
  }
  return top - height - ROW_GAP;
}

/// Sets members in rows from `top` down; gives the top of what comes next.
static double set_rows(akt_member **members, uint32_t count, uint32_t in_row, double top) {
  for (uint32_t first = 0; first < count; first += in_row) {
    uint32_t in_this = count - first < in_row ? count - first : in_row;
    qsort(members + first, in_this, sizeof *members, by_side);
    top = set_row(members + first, in_this, top);
  }
  return top;
}

/// How many stand above: all or none of a single row, else half of the rows.
static uint32_t count_above(akt_member *const *others, uint32_t count, uint32_t in_row) {
  double lift = 0;
  for (uint32_t i = 0; i < count; i++)
    lift += others[i]->pull.y;
  if (count <= in_row)
    return lift > 0 ? count : 0;
  uint32_t rows = (count + in_row - 1) / in_row;
  return rows / 2 * in_row;
}

akt_point akt_block_arrange(akt_member **members, uint32_t count) {
  uint32_t homes = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (members[i]->is_home) {
      akt_member *home = members[i];
      members[i] = members[homes];
      members[homes++] = home;
    }
  }
  akt_member **others = members + homes;
  uint32_t rest = count - homes, in_row = rest <= FEW ? 3 : 4;
  in_row = rest && rest < in_row ? rest : in_row;
  qsort(others, rest, sizeof *others, by_height);
  uint32_t above = count_above(others, rest, in_row);
  double top = set_rows(others, above, in_row, 0);
  top = homes ? set_row(members, homes, top) : top;
  top = set_rows(others + above, rest - above, in_row, top);
  double height = -top - ROW_GAP;
  for (uint32_t i = 0; i < count; i++)
    members[i]->at.y += height / 2;
  return (akt_point){widest_row(members, count, in_row), height};
}
