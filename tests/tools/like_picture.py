#!/usr/bin/env python3
"""How far places moved from one SVG to another:

    like_picture.py OLD.svg NEW.svg [MOST]

Prints the mean movement of the boxes that both have, as part of the diagonal of
the older one; exit 1 when it is more than MOST (0.1)."""
import math
import sys

import beauty


def places(path):
    root = beauty.tree.parse(path).getroot()
    groups = [g for g in root.iter(beauty.SVG + "g") if (g.get("class") or "").startswith("node ")]
    found = {}
    for group in groups:
        box = beauty.Box(group)
        found[box.id] = tuple((box.low[i] + box.high[i]) / 2 for i in (0, 1))
    return found, math.hypot(*(float(v) for v in root.get("viewBox").split()[2:]))


def main(old, new, most="0.1"):
    before, diagonal = places(old)
    after, _ = places(new)
    both = sorted(set(before) & set(after))
    if not both:
        print("nothing stayed", file=sys.stderr)
        return 1
    moved = sum(math.dist(before[i], after[i]) for i in both) / len(both) / diagonal
    print(f"{len(both)} of {len(before)} stayed, moved {moved:.4f} of the diagonal")
    return 0 if moved <= float(most) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
