"""The gold of the test corpus: what a careful reader gets out of a text.

A sentence file holds sentences, one a line, each with its gold indented below:

    Kenya's army did not attack Somalia.
        Kenya's army --not attacked--> Somalia
        ? Kenya's army --represents|member-of--> Kenya

An article NN-slug.txt has its gold in NN-slug.gold, lines of the same kind without
a sentence, and `node KIND NAME also ALIAS, ALIAS` for every node. `?` marks what may
be there and need not; `a|b` are names, labels or kinds that are equally right; `*` is
any label or any end; `said X` names who says so; `nothing` means just that.

This file knows the format and nothing of the program or of how things are counted.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

EDGE = re.compile(r"^(\? )?(.+?) --(?:(not|planned|alleged|conditional) )?(\S+?)--> (.+?)(?: said (.+))?$")
NODE = re.compile(r"^(\? )?node (\S+) (.+?)(?: also (.+))?$")


class GoldError(Exception):
    """A line of a gold file that cannot be read."""


@dataclass(frozen=True)
class Edge:
    source: str
    target: str
    labels: tuple
    effect: str = ""  # "", not, planned, alleged, conditional
    said: str = ""
    optional: bool = False

    def __str__(self):
        effect = self.effect + " " if self.effect else ""
        said = " said " + self.said if self.said else ""
        return f"{self.source} --{effect}{'|'.join(self.labels)}--> {self.target}{said}"


@dataclass(frozen=True)
class Node:
    kinds: tuple
    names: tuple  # the name it should bear, then its aliases
    optional: bool = False


@dataclass
class Item:
    """One text with its gold: a sentence of a file, or an article."""

    key: str
    text: str
    where: str
    path: Path = None  # of an article
    edges: list = field(default_factory=list)
    nodes: list = field(default_factory=list)


def fold(name):
    """The form in which two names are held against each other."""
    text = unicodedata.normalize("NFC", name).replace("\u2019", "'").casefold()
    text = " ".join(text.split())
    text = text.removeprefix("the ").removeprefix("a ").removeprefix("an ")
    return text.removesuffix("'s").strip(" ,.")


def choices(name):
    """The names that a gold end `a|b` leaves open, folded."""
    return [fold(part) for part in name.split("|")]


def read_line(item, line, where):
    """Adds what one gold line states."""
    line = line.strip()
    if line == "nothing":
        return
    match = NODE.match(line)
    if match:
        mark, kind, name, also = match.groups()
        names = (name, *(part.strip() for part in (also or "").split(",") if part.strip()))
        item.nodes.append(Node(tuple(kind.split("|")), names, bool(mark)))
        return
    match = EDGE.match(line)
    if not match:
        raise GoldError(f"{where}: neither an edge nor a node: {line}")
    mark, source, effect, label, target, said = match.groups()
    item.edges.append(Edge(source, target, tuple(label.split("|")), effect or "", said or "", bool(mark)))


def read_sentences(path):
    """The sentences of one file, in order; every one must have gold."""
    items, gold_lines = [], 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path.name}:{number}"
        if not line.strip() or line.startswith("#"):
            continue
        if line[0] in " \t":
            if not items:
                raise GoldError(f"{where}: gold before the first sentence")
            read_line(items[-1], line, where)
            gold_lines += 1
            continue
        if items and not gold_lines:
            raise GoldError(f"{items[-1].where}: a sentence without gold")
        items.append(Item(f"{path.stem}-{len(items) + 1}", line.strip(), where))
        gold_lines = 0
    if items and not gold_lines:
        raise GoldError(f"{items[-1].where}: a sentence without gold")
    return items


def read_article(path):
    """One article and the gold beside it; every end of an edge must be a node."""
    gold = path.with_suffix(".gold")
    item = Item(path.stem, path.read_text(encoding="utf-8"), path.name, path)
    for number, line in enumerate(gold.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            read_line(item, line, f"{gold.name}:{number}")
    known = {fold(node.names[0]) for node in item.nodes} | {"*"}
    for edge in item.edges:
        for end in (edge.source, edge.target, edge.said):
            if end and not known.issuperset(choices(end)):
                raise GoldError(f"{gold.name}: `{end}` is the end of an edge and no node")
    return item


def read_corpus(folder):
    """The phenomena by name, each with its sentences, and the articles."""
    folder = Path(folder)
    phenomena = {path.stem: read_sentences(path) for path in sorted((folder / "sentences").glob("*.txt"))}
    articles = [read_article(path) for path in sorted((folder / "articles").glob("*.txt"))]
    if not phenomena:
        raise GoldError(f"{folder}: no sentences")
    return phenomena, articles
