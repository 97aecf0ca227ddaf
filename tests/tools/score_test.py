#!/usr/bin/env python3
"""The scorer of the test corpus counts what it says it counts, and notices a fall."""

import tempfile
import unittest
from pathlib import Path

import score_corpus as score
from score_gold import GoldError, read_article, read_sentences

NAMES = {"kenya": "Kenya", "peru": "Peru", "japan": "Japan"}


def sentences(text):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sample.txt")
        path.write_text(text, encoding="utf-8")
        return read_sentences(path)


def edge(source, relation, target, mutual=False, negated=False, modality="asserted", said=None, doc="sample-1"):
    return {"source": source, "target": target, "relation": relation, "mutual": mutual, "modality": modality,
            "polarity": "negated" if negated else "affirmed",
            "evidence": [{"doc": doc, "attribution": said}]}


def graph(*edges, doc="sample-1"):
    nodes = [{"id": key, "label": label, "kind": "country", "mentions": [{"doc": doc, "text": label}]}
             for key, label in NAMES.items()]
    return score.by_document({"nodes": nodes, "edges": list(edges)})


def counts(text, *edges):
    """Right, wrong, missed at each level, of the first sentence."""
    result = score.score_item(sentences(text)[0], graph(*edges))
    return [(level.right, level.wrong, level.missed) for level in (result.levels[name] for name in score.LEVELS)]


class Gold(unittest.TestCase):
    def test_line_that_is_no_edge_is_an_error(self):
        with self.assertRaises(GoldError):
            sentences("A text.\n    Kenya met Peru\n")

    def test_sentence_without_gold_is_an_error(self):
        with self.assertRaises(GoldError):
            sentences("A text.\n    nothing\nAnother.\n")

    def test_end_that_is_no_node_of_the_article_is_an_error(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "01-a.txt")
            path.write_text("A text.", encoding="utf-8")
            path.with_suffix(".gold").write_text("node country Peru\nPeru --met--> Chile\n", encoding="utf-8")
            with self.assertRaises(GoldError):
                read_article(path)


class Counting(unittest.TestCase):
    def test_same_edge_is_right_at_every_level(self):
        got = counts("T.\n    Kenya --blamed--> Peru\n", edge("kenya", "blamed", "peru"))
        self.assertEqual(got, [(1, 0, 0)] * 4)

    def test_turned_edge_is_right_only_as_a_pair(self):
        got = counts("T.\n    Kenya --blamed--> Peru\n", edge("peru", "blamed", "kenya"))
        self.assertEqual(got, [(1, 0, 0)] + [(0, 1, 1)] * 3)

    def test_turned_mutual_edge_is_right(self):
        got = counts("T.\n    Kenya --met--> Peru\n", edge("peru", "met", "kenya", mutual=True))
        self.assertEqual(got, [(1, 0, 0)] * 4)

    def test_negated_edge_drawn_as_affirmed_is_wrong_and_told(self):
        result = score.score_item(sentences("T.\n    Kenya --not met--> Peru\n")[0], graph(edge("kenya", "met", "peru")))
        self.assertEqual(result.levels["labelled"].right, 0)
        self.assertEqual(result.affirmed, 1)

    def test_modality_counts_only_in_full(self):
        got = counts("T.\n    Kenya --planned met--> Peru\n", edge("kenya", "met", "peru"))
        self.assertEqual(got, [(1, 0, 0)] * 3 + [(0, 1, 1)])

    def test_who_says_so_counts_only_in_full(self):
        got = counts("T.\n    Kenya --met--> Peru said Japan\n", edge("kenya", "met", "peru"))
        self.assertEqual(got, [(1, 0, 0)] * 3 + [(0, 1, 1)])

    def test_either_of_two_labels_is_right(self):
        got = counts("T.\n    Kenya --blamed|accused--> Peru\n", edge("kenya", "accused", "peru"))
        self.assertEqual(got, [(1, 0, 0)] * 4)

    def test_optional_edge_counts_neither_way(self):
        text = "T.\n    Kenya --met--> Peru\n    ? Japan --*--> *\n"
        met = edge("kenya", "met", "peru")
        self.assertEqual(counts(text, met), [(1, 0, 0)] * 4)
        self.assertEqual(counts(text, met, edge("japan", "armed", "peru")), [(1, 0, 0)] * 4)

    def test_optional_edge_of_any_label_keeps_its_effect(self):
        negated, planned = "T.\n    ? Japan --not *--> *\n", "T.\n    ? Japan --planned *--> *\n"
        met = edge("japan", "met", "peru")
        self.assertEqual(counts(negated, edge("japan", "met", "peru", negated=True)), [(0, 0, 0)] * 4)
        self.assertEqual(counts(negated, met), [(0, 0, 0)] * 2 + [(0, 1, 0)] * 2)
        self.assertEqual(counts(planned, met), [(0, 0, 0)] * 3 + [(0, 1, 0)])

    def test_edge_where_nothing_is_stated_is_wrong(self):
        self.assertEqual(counts("T.\n    nothing\n", edge("kenya", "met", "peru")), [(0, 1, 0)] * 4)


class Baseline(unittest.TestCase):
    def test_fall_and_lost_measure_are_told(self):
        rows = {"active": {"pair F1": 0.5}}
        self.assertEqual(score.falls(rows, {("active", "pair F1"): 0.5}), [])
        self.assertEqual(len(score.falls(rows, {("active", "pair F1"): 0.5001})), 1)
        self.assertEqual(len(score.falls(rows, {("active", "pair F1"): 0.5, ("passive", "pair F1"): 0.1})), 1)

    def test_raising_keeps_what_fell(self):
        rows = {"active": {"pair F1": 0.5, "right": 0.9}}
        stored = {("active", "pair F1"): 0.6, ("active", "right"): 0.8}
        self.assertEqual(score.raised(rows, stored), {"active": {"pair F1": 0.6, "right": 0.9}})

    def test_written_baseline_is_read_back(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "baseline.txt")
            score.write_baseline(path, {"active": {"pair F1": 1 / 3, "right": 1.0}})
            stored = score.read_baseline(path)
        self.assertEqual(stored, {("active", "pair F1"): 0.3333, ("active", "right"): 1.0})


if __name__ == "__main__":
    unittest.main()
