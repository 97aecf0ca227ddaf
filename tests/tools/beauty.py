#!/usr/bin/env python3
"""Measures how good pictures are, from their SVG, and fails where one is not.

    beauty.py picture.svg ...            one line a picture; exit 1 when a rule is broken
    beauty.py --table picture.svg ...    as a Markdown table

Rules: no boxes overlap; no text leaves its box; no line runs through a box that is
not one of its ends (beyond 40 entities: at most 2 % of the lines); the page is
0.6 to 2.2 times as wide as high (up to 60 entities); text has a contrast of 4.5;
there is a title, and a legend of just the kinds and tones that occur. Crossings
and the length of lines are reported. Only Python's standard library is used.
"""
import math
import re
import sys
import xml.etree.ElementTree as tree

SVG = "{http://www.w3.org/2000/svg}"

# Advance widths of Arial from the blank to '~', per thousand of the type size.
ADVANCES = """278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556
556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556
833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556
556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260
334 584""".split()


def text_width(text, size, is_bold):
    total = 0
    for c in text:
        c = " " if c == "\u00a0" else c
        total += int(ADVANCES[ord(c) - 32]) if " " <= c <= "~" else 600
    return total / 1000 * size * (1.06 if is_bold else 1)


def luminance(colour):
    value = 0
    for part, weight in zip((1, 3, 5), (0.2126, 0.7152, 0.0722)):
        c = int(colour[part:part + 2], 16) / 255
        value += weight * (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4)
    return value


NAMED = {"black": "#000000", "white": "#ffffff"}


def contrast(a, b):
    a, b = (NAMED.get(x, x) for x in (a, b))
    if not (a.startswith("#") and b.startswith("#")):
        return 21.0
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def numbers(text):
    return [float(n) for n in re.findall(r"-?[\d.]+(?:e-?\d+)?", text or "")]


def pairs(values):
    return list(zip(values[0::2], values[1::2]))


def sample_path(d, steps=12):
    """Points along a path of M and C commands, as Graphviz writes it."""
    points = pairs(numbers(d))
    out = points[:1]
    for i in range(0, len(points) - 3, 3):
        p = points[i:i + 4]
        for step in range(1, steps + 1):
            t = step / steps
            u = 1 - t
            w = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
            out.append(tuple(sum(w[k] * p[k][axis] for k in range(4)) for axis in (0, 1)))
    return out


class Box:
    """A node: its outline, texts and class."""

    def __init__(self, group):
        self.id = group.get("id")
        self.classes = group.get("class").split()
        self.fill, self.outline = None, []
        for shape in group:
            name = shape.tag.replace(SVG, "")
            if name == "polygon" and not self.outline:
                self.outline = pairs(numbers(shape.get("points")))
            elif name == "path" and not self.outline:
                points = sample_path(shape.get("d"), 4)
                x, y = [p[0] for p in points], [p[1] for p in points]
                self.outline = [(min(x), min(y)), (max(x), min(y)), (max(x), max(y)), (min(x), max(y))]
            elif name == "ellipse" and not self.outline:
                cx, cy, rx, ry = (float(shape.get(k)) for k in ("cx", "cy", "rx", "ry"))
                self.outline = [(cx + rx * math.cos(a * math.pi / 12), cy + ry * math.sin(a * math.pi / 12))
                                for a in range(24)]
            if self.fill is None and name in ("polygon", "path", "ellipse"):
                self.fill = shape.get("fill")
        x, y = [p[0] for p in self.outline], [p[1] for p in self.outline]
        self.low, self.high = (min(x), min(y)), (max(x), max(y))
        self.texts = [t for t in group.iter(SVG + "text")]
        self.is_entity = "entity" in self.classes

    def contains(self, p, slack=1.0):
        if not all(self.low[i] + slack < p[i] < self.high[i] - slack for i in (0, 1)):
            return False
        sides = []
        for (ax, ay), (bx, by) in zip(self.outline, self.outline[1:] + self.outline[:1]):
            length = math.hypot(bx - ax, by - ay)
            if length > 1e-6:
                sides.append(((bx - ax) * (p[1] - ay) - (by - ay) * (p[0] - ax)) / length)
        return all(s > slack for s in sides) or all(s < -slack for s in sides)

    def overlaps(self, other, slack=1.0):
        return all(self.low[i] + slack < other.high[i] and other.low[i] + slack < self.high[i] for i in (0, 1))

    def is_near(self, p, reach=9.0):
        return all(self.low[i] - reach <= p[i] <= self.high[i] + reach for i in (0, 1))

    def texts_outside(self):
        count = 0
        for text in self.texts:
            words = "".join(text.itertext())
            width = text_width(words, float(text.get("font-size")), text.get("font-weight") == "bold")
            x = float(text.get("x")) - {"middle": width / 2, "end": width}.get(text.get("text-anchor"), 0)
            y = float(text.get("y"))
            inside = (self.low[0] - 1.5 <= x and x + width <= self.high[0] + 1.5 and
                      self.low[1] <= y - 0.6 * float(text.get("font-size")) and y <= self.high[1])
            count += not inside
        return count


class Line:
    def __init__(self, group):
        self.id = group.get("id")
        self.points = []
        for path in group.findall(SVG + "path"):
            self.points += sample_path(path.get("d"))
        tips = [q for p in group.findall(SVG + "polygon") for q in pairs(numbers(p.get("points")))]
        self.ends = self.points[:1] + self.points[-1:] + tips
        x, y = [p[0] for p in self.points], [p[1] for p in self.points]
        self.low, self.high = (min(x), min(y)), (max(x), max(y))

    def length(self):
        return sum(math.dist(a, b) for a, b in zip(self.points, self.points[1:]))


def cross(a, b):
    def turn(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    if any(a.low[i] > b.high[i] or b.low[i] > a.high[i] for i in (0, 1)):
        return False
    for p, q in zip(a.points, a.points[1:]):
        for r, s in zip(b.points, b.points[1:]):
            if turn(p, q, r) * turn(p, q, s) < 0 and turn(r, s, p) * turn(r, s, q) < 0:
                return True
    return False


def measure(path):
    root = tree.parse(path).getroot()
    graph = root.find(SVG + "g")
    groups = [g for g in graph.iter(SVG + "g") if g.get("class")]
    boxes = [Box(g) for g in groups if g.get("class").split()[0] == "node"]
    lines = [Line(g) for g in groups if g.get("class").split()[0] == "edge"]
    entities = sum(b.is_entity for b in boxes)
    paper = graph.find(SVG + "polygon").get("fill")
    head = [t for t in graph.findall(SVG + "text")]
    width, height = (float(v) for v in root.get("viewBox").split()[2:])
    touched = [[i for i, b in enumerate(boxes) if any(b.is_near(e) for e in line.ends)] for line in lines]
    through = 0
    for line, own in zip(lines, touched):
        through += any(b.contains(p) for i, b in enumerate(boxes) if i not in own for p in line.points)
    crossings = sum(cross(lines[i], lines[j]) for i in range(len(lines)) for j in range(i + 1, len(lines))
                    if not set(touched[i]) & set(touched[j]))
    result = {
        "picture": path, "entities": entities, "lines": len(lines), "aspect": width / height,
        "overlaps": sum(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[i + 1:]),
        "outside": sum(b.texts_outside() for b in boxes), "through": through, "crossings": crossings,
        "length": sum(line.length() for line in lines),
    }
    result["faults"] = faults(result, boxes, groups, head, paper)
    return result


def faults(m, boxes, groups, head, paper):
    found = []
    for name, words in (("overlaps", "boxes overlap"), ("outside", "texts leave their box")):
        if m[name]:
            found.append(f"{m[name]} {words}")
    if m["through"] > (0 if m["entities"] <= 40 else 0.02 * m["lines"]):
        found.append(f"{m['through']} lines run through foreign boxes")
    if 2 <= m["entities"] <= 60 and not 0.6 <= m["aspect"] <= 2.2:
        found.append(f"aspect {m['aspect']:.2f}")
    dim = [b.id for b in boxes for t in b.texts if contrast(t.get("fill", "black"), b.fill) < 4.5]
    dim += ["head" for t in head if re.search(r"[A-Za-z]", t.text or "") and
            contrast(t.get("fill", "black"), paper) < 4.5]
    if dim:
        found.append(f"low contrast: {', '.join(sorted(set(dim)))}")
    if not any(t.get("font-weight") == "bold" and float(t.get("font-size")) > 18 for t in head):
        found.append("no title")
    return found + legend_faults(boxes, groups, head)


def legend_faults(boxes, groups, head):
    words = {(t.text or "").replace("\u00a0", " ").strip() for t in head}
    used = {c[5:] for b in boxes for c in b.classes if c.startswith("kind-")}
    tones = {c for g in groups for c in g.get("class").split() if c in ("cooperative", "hostile", "neutral")}
    missing = {w for w in used if w not in words and w.replace("_", "-") not in words} | (tones - words)
    extra = ({"cooperative", "hostile", "neutral"} & words) - tones
    found = [f"legend lacks {w}" for w in sorted(missing)]
    return found + [f"legend has {w}, which does not occur" for w in sorted(extra)]


def main(arguments):
    as_table = "--table" in arguments
    failed = 0
    columns = ("entities", "lines", "overlaps", "outside", "through", "crossings", "length", "aspect")
    if as_table:
        print("| picture | " + " | ".join(columns) + " |\n|" + " --- |" * (len(columns) + 1))
    for path in (a for a in arguments if not a.startswith("--")):
        m = measure(path)
        values = [f"{m[c]:.2f}" if c == "aspect" else f"{m[c]:.0f}" for c in columns]
        if as_table:
            print(f"| {path.rsplit('/', 1)[-1]} | " + " | ".join(values) + " |")
        else:
            print(f"{path}: " + ", ".join(f"{c} {v}" for c, v in zip(columns, values)))
        for fault in m["faults"]:
            print(f"{path}: FAULT: {fault}", file=sys.stderr)
        failed += bool(m["faults"])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
