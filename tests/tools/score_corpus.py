#!/usr/bin/env python3
"""Scores the program against the test corpus, and holds it to what it reached before.

    score_corpus.py PROGRAM CORPUS            the table; exit status 1 when something fell
    score_corpus.py PROGRAM CORPUS --errors [NAME...]    also what was missed and wrong
    score_corpus.py PROGRAM CORPUS --raise    store what is reached now where it is higher
    score_corpus.py PROGRAM CORPUS --update   store what is reached now, also what fell

Every text is a document of its own in one run. Edges count at four levels: the pair;
the direction (free where the program says an edge is mutual); the label and whether
it is negated; and everything, that is also modality and who says so. An edge the gold
marks as optional counts neither way. Standard library only.
"""

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from score_gold import GoldError, choices, fold, read_corpus

LEVELS = ("pair", "directed", "labelled", "full")
STORED = "baseline.txt"
TOTALS = ("sentences", "articles")


class Count:
    """Right, wrong and missed."""

    def __init__(self):
        self.right = self.wrong = self.missed = 0

    def add(self, other):
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed

    def precision(self):
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    def recall(self):
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def f1(self):
        whole = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / whole if whole else 1.0


class Score:
    """What one phenomenon, the articles or everything together reached."""

    def __init__(self):
        self.levels = {level: Count() for level in LEVELS}
        self.nodes, self.kinds = Count(), Count()
        self.texts = self.perfect = 0
        self.affirmed = self.doubled = 0  # negated edges drawn as affirmed; second nodes
        self.errors = []

    def add(self, other):
        for level in LEVELS:
            self.levels[level].add(other.levels[level])
        self.nodes.add(other.nodes)
        self.kinds.add(other.kinds)
        for name in ("texts", "perfect", "affirmed", "doubled"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.errors += other.errors


# ---- what the program found -----------------------------------------------------


class Found:
    """One edge of the program's graph, as one document states it."""

    def __init__(self, edge, evidence):
        self.source, self.target = edge["source"], edge["target"]
        self.label, self.mutual = edge["relation"], bool(edge.get("mutual"))
        self.negated = edge["polarity"] == "negated"
        self.modality = edge["modality"]
        self.said = evidence.get("attribution") or ""

    def effect(self):
        return "not" if self.negated else "" if self.modality == "asserted" else self.modality


def run(program, sentences, articles):
    """The graph of all the texts: sentences as records of a corpus, articles as files."""
    records = "".join(json.dumps({"id": item.key, "text": item.text}) + "\n" for item in sentences)
    command = [program, "build", "-q", "-T", "json", "-", *(str(item.path) for item in articles)]
    done = subprocess.run(command, input=records, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit status {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)


def by_document(graph):
    """For each document its nodes (id -> names, kind) and its edges."""
    nodes, edges = defaultdict(dict), defaultdict(dict)
    for node in graph["nodes"]:
        for mention in node["mentions"]:
            # An alias counts only where the document has it; the label always does.
            seen = nodes[mention["doc"]].setdefault(node["id"], ([node["label"]], node["kind"]))
            seen[0].append(mention["text"])
    for edge in graph["edges"]:
        for evidence in edge["evidence"]:
            found = Found(edge, evidence)
            key = (found.source, found.label, found.target, found.negated, found.modality)
            kept = edges[evidence["doc"]].setdefault(key, found)
            kept.said = kept.said or found.said
    labels = {node["id"]: node["label"] for node in graph["nodes"]}
    return nodes, {doc: list(found.values()) for doc, found in edges.items()}, labels


# ---- holding it against the gold ------------------------------------------------


def name_nodes(item, nodes):
    """Which gold name each node of the program bears: by label first, then by mention."""
    gold = {}
    if item.nodes:
        for node in item.nodes:
            for name in node.names:
                gold.setdefault(fold(name), fold(node.names[0]))
    else:
        for edge in item.edges:
            for name in (edge.source, edge.target, edge.said):
                gold.update((choice, choice) for choice in choices(name))
    names = {}
    for key, (texts, _) in nodes.items():
        folded = [fold(text) for text in texts]
        names[key] = next((gold[text] for text in folded if text in gold), "=" + key)
    return names


def fits(edge, found, level):
    """Whether the found edge (source, target, Found) is the gold edge, at a level."""
    source, target, what = found
    ends = [choices(edge.source), choices(edge.target)]
    straight = all("*" in end or got in end for end, got in zip(ends, (source, target)))
    turned = all("*" in end or got in end for end, got in zip(ends, (target, source)))
    if not straight and not (turned and (level == "pair" or what.mutual)):
        return False
    if level in ("pair", "directed"):
        return True
    if "*" in edge.labels and not edge.effect:
        return True
    if not {"*", what.label} & set(edge.labels) or what.negated != (edge.effect == "not"):
        return False
    if level == "labelled":
        return True
    return what.effect() == edge.effect and (not edge.said or fold(what.said) in choices(edge.said))


def count_level(item, found, level):
    """Counts at one level; the gold edges missed and the found edges that are wrong."""
    gold = [edge for edge in item.edges if not edge.optional]
    allowed = [edge for edge in item.edges if edge.optional]
    met, wrong = set(), {}
    for one in found:
        hits = [number for number, edge in enumerate(gold) if fits(edge, one, level)]
        met.update(hits)
        if not hits and not any(fits(edge, one, level) for edge in allowed):
            ends = tuple(sorted(one[:2])) if level == "pair" else one[:2]
            key = ends if level in ("pair", "directed") else (*ends, one[2].label, one[2].negated)
            wrong.setdefault(key if level != "full" else (*key, one[2].modality), one)
    keys = defaultdict(list)
    for number, edge in enumerate(gold):
        ends = (fold(edge.source), fold(edge.target))
        ends = tuple(sorted(ends)) if level == "pair" else ends
        keys[ends if level in ("pair", "directed") else (*ends, number)].append(number)
    count = Count()
    count.right = sum(any(number in met for number in numbers) for numbers in keys.values())
    count.missed = len(keys) - count.right
    count.wrong = len(wrong)
    missed = [edge for number, edge in enumerate(gold) if number not in met]
    return count, missed, list(wrong.values())


def count_nodes(item, nodes, names, score):
    """Counts the nodes of an article; media count neither way unless the gold has them."""
    gold = {fold(node.names[0]): node for node in item.nodes}
    taken = set()
    for key, (texts, kind) in nodes.items():
        node = gold.get(names[key])
        if node is None:
            if kind != "media":
                score.nodes.wrong += 1
                score.kinds.wrong += 1
                score.errors.append(f"  wrong node   {kind} {texts[0]}")
        elif names[key] in taken:
            score.doubled += 1
            score.nodes.wrong += 1
            score.kinds.wrong += 1
            score.errors.append(f"  second node  {kind} {texts[0]} (for {node.names[0]})")
        else:
            taken.add(names[key])
            if node.optional:
                continue
            score.nodes.right += 1
            if kind in node.kinds:
                score.kinds.right += 1
            else:
                score.kinds.wrong += 1
                score.kinds.missed += 1
                score.errors.append(f"  wrong kind   {kind} {texts[0]}, not {'|'.join(node.kinds)}")
    for name, node in gold.items():
        if name not in taken and not node.optional:
            score.nodes.missed += 1
            score.kinds.missed += 1
            score.errors.append(f"  missed node  {'|'.join(node.kinds)} {node.names[0]}")


def score_item(item, graph):
    """The score of one text."""
    nodes, edges, labels = graph
    score = Score()
    score.texts = 1
    document = str(item.path or item.key)
    here = nodes.get(document, {})
    names = name_nodes(item, here)
    found = [(names.get(one.source, "=" + one.source), names.get(one.target, "=" + one.target), one)
             for one in edges.get(document, [])]
    if item.nodes:
        count_nodes(item, here, names, score)
    for level in LEVELS:
        score.levels[level], missed, wrong = count_level(item, found, level)
    score.errors += [f"  missed  {edge}" for edge in missed]
    for _, _, one in wrong:
        said = " said " + one.said if one.said else ""
        effect = one.effect() + " " if one.effect() else ""
        score.errors.append(f"  wrong   {labels[one.source]} --{effect}{one.label}--> {labels[one.target]}{said}")
    for edge in item.edges:
        if edge.effect == "not" and any(
                fits(edge, one, "directed") and one[2].label in edge.labels and not one[2].effect()
                for one in found):
            score.affirmed += 1
            score.errors.append(f"  affirmed {edge}")
    score.perfect = int(not score.errors)
    if score.errors:
        title = item.text.strip().splitlines()[0]
        score.errors.insert(0, f"{item.where}: {title}")
    return score


# ---- the table and the baseline -------------------------------------------------


def measures(name, score):
    """What is stored of one row: measure name -> value, higher is better."""
    row = {level + " F1": score.levels[level].f1() for level in ("labelled", "full")}
    if name != "articles":
        row["right"] = score.perfect / max(score.texts, 1)
    if name in TOTALS:
        for level in ("pair", "directed"):
            row[level + " F1"] = score.levels[level].f1()
        for level in ("labelled", "full"):
            row[level + " P"] = score.levels[level].precision()
            row[level + " R"] = score.levels[level].recall()
        row["negations kept"] = -float(score.affirmed)
    if name == "articles":
        row["node F1"] = score.nodes.f1()
        row["kind F1"] = score.kinds.f1()
        row["nodes joined"] = -float(score.doubled)
    return row


def print_table(scores):
    print(f"{'':30} {'texts':>5} {'right':>5}  {'pair':>5} {'dir.':>5} | {'label':>5} {'P':>5} {'R':>5}"
          f" | {'full':>5} {'P':>5} {'R':>5} | {'+':>4} {'wrong':>5} {'miss':>5}")
    for name, score in scores.items():
        labelled, full = score.levels["labelled"], score.levels["full"]
        print(f"{name:30} {score.texts:5} {score.perfect:5}  {score.levels['pair'].f1():5.3f}"
              f" {score.levels['directed'].f1():5.3f}"
              f" | {labelled.f1():5.3f} {labelled.precision():5.3f} {labelled.recall():5.3f}"
              f" | {full.f1():5.3f} {full.precision():5.3f} {full.recall():5.3f}"
              f" | {full.right:4} {full.wrong:5} {full.missed:5}")
    nodes = scores["articles"].nodes
    print(f"\nnodes of the articles: F1 {nodes.f1():.3f}, P {nodes.precision():.3f}, R {nodes.recall():.3f},"
          f" with kind {scores['articles'].kinds.f1():.3f}, second nodes {scores['articles'].doubled};"
          f" negated edges affirmed: {scores['sentences'].affirmed + scores['articles'].affirmed}")


def write_baseline(path, rows):
    lines = ["# What the program reached; score_corpus.py --update writes this file.",
             "# The corpus test fails when a value falls below the one here."]
    for name, row in rows.items():
        for measure, value in row.items():
            lines.append(f"{name:30} {measure:16} {value:.4f}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_baseline(path):
    stored = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, *measure, value = line.split()
            stored[name, " ".join(measure)] = float(value)
    return stored


def raised(rows, stored):
    """The rows with the stored value wherever that is the higher one."""
    return {name: {measure: max(value, stored.get((name, measure), value)) for measure, value in row.items()}
            for name, row in rows.items()}


def falls(rows, stored):
    """What stands below the stored value, or is stored and no longer measured."""
    now = {(name, measure): value for name, row in rows.items() for measure, value in row.items()}
    worse = []
    for key, value in stored.items():
        if key not in now:
            worse.append(f"{key[0]}: {key[1]} is stored and no longer measured")
        elif round(now[key], 4) < value:
            worse.append(f"{key[0]}: {key[1]} fell from {value:.4f} to {now[key]:.4f}")
    return worse + [f"{key[0]}: {key[1]} has no stored value" for key in now if key not in stored]


def gather(program, corpus):
    """The rows of the table in order, from one run of the program."""
    phenomena, articles = read_corpus(corpus)
    graph = by_document(run(program, [item for group in phenomena.values() for item in group], articles))
    scores = {}
    sentences, whole = Score(), Score()
    for name, group in phenomena.items():
        scores[name] = Score()
        for item in group:
            scores[name].add(score_item(item, graph))
        sentences.add(scores[name])
    scores["sentences"] = sentences
    for item in articles:
        scores[item.key] = score_item(item, graph)
        whole.add(scores[item.key])
    scores["articles"] = whole
    return scores


def main():
    parser = argparse.ArgumentParser(description="score the program against the test corpus")
    parser.add_argument("program")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--errors", nargs="*", metavar="NAME", help="list errors, of these rows or of all")
    parser.add_argument("--update", action="store_true", help="store the values reached as the baseline")
    parser.add_argument("--raise", action="store_true", dest="only_up", help="store only higher values")
    options = parser.parse_args()
    try:
        scores = gather(options.program, options.corpus)
    except GoldError as error:
        sys.exit(str(error))
    if options.errors is not None:
        for name, score in scores.items():
            wanted = name in options.errors if options.errors else name not in TOTALS
            if wanted and score.errors:
                print(f"== {name}", *score.errors, "", sep="\n")
    print_table(scores)
    # One article alone is too small a sample to hold; their total is held.
    rows = {name: measures(name, score) for name, score in scores.items() if not name[0].isdigit()}
    path = options.corpus / STORED
    stored = read_baseline(path) if path.exists() else {}
    worse = falls(rows, stored)
    if options.update or options.only_up:
        write_baseline(path, raised(rows, stored) if options.only_up else rows)
        worse = worse if options.only_up else []
    for line in worse:
        print(line)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
