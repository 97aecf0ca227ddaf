#!/usr/bin/env python3
"""Makes a graph of N entities with the structure of news, as aktant-graph/1.

    made_graph.py N > graph.json

A few entities take part in much, most in little; officials belong to countries;
wordings repeat. The same N gives the same bytes with every version of Python.
"""
import json
import sys

COUNTRIES = """Norway Chile Ghana Nepal Peru Kenya Malta Fiji Qatar Latvia Cuba Oman Laos Togo Haiti Iraq Mali
Chad Niger Benin Gabon Bhutan Samoa Tonga Panama Serbia Cyprus Jordan Angola Zambia""".split()
FIRST = """Ada Bo Cyrus Dina Emil Farah Goran Hana Ivo Jana Karl Lena Milo Nora Otto Petra Quinn Rosa Sami
Tara Uwe Vera Wim Xenia Yusuf Zoe""".split()
LAST = """Abel Berg Costa Dahl Engel Ferro Grau Holm Ilic Jansen Kovac Lund Moreau Novak Olsen Pinto Quist
Rossi Stein Toth Ulman Vogel Weiss Yilmaz Zeman Okafor Mbeki Tanaka Haddad Rahman""".split()
ROLES = ["President", "Prime Minister", "Foreign Minister", "Defence Minister",
         "Ambassador to the United Nations", "Interior Minister"]
GROUPS = ["Northern Front", "River Union", "Free Ports League", "Coastal Alliance", "Miners Federation",
          "Green Valley Movement", "Harbour Workers"]
EVENTS = ["Harbour blockade", "Border summit", "Dam collapse", "Election recount", "Airport strike"]
AGREEMENTS = ["Lake Waters Treaty", "Free Passage Accord", "Fishing Rights Pact"]
PLACES = ["Old Port", "Stone Bridge", "Salt Plains", "East Gate", "Long Strait"]
VERBS = {
    "cooperative": ["spoke with", "met", "praised", "signed deal with", "sent aid to", "reaffirmed ties with"],
    "hostile": ["condemned", "accused", "sanctioned", "closed border with", "recalled ambassador from", "blamed"],
    "neutral": ["urged", "visited", "called for", "commented on", "demanded talks with"],
}
QUALITIES = [("affirmed", "asserted", 80), ("negated", "asserted", 6), ("affirmed", "alleged", 6),
             ("affirmed", "planned", 6), ("affirmed", "conditional", 2)]


class Chance:
    """A generator of our own, so that no library may change the graphs."""

    def __init__(self, seed):
        self.state = seed

    def number(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 33) / 2 ** 31

    def pick(self, items):
        return items[int(self.number() * len(items))]

    def weighted(self, items, weights):
        at = self.number() * sum(weights)
        for item, weight in zip(items, weights):
            at -= weight
            if at < 0:
                return item
        return items[-1]


def numbered(names, i):
    return names[i % len(names)] + (f" {i // len(names) + 1}" if i >= len(names) else "")


def make_nodes(n, chance):
    countries = max(3, min(30, n // 6))
    shares = [("official", n // 3), ("group", n // 7), ("event", n // 8), ("agreement", n // 12)]
    nodes = [{"id": f"country_{name.lower()}", "kind": "country", "label": name}
             for name in COUNTRIES[:countries]]
    for kind, count in shares:
        for i in range(count):
            node = {"id": f"{kind}_{i}", "kind": kind}
            if kind == "official":
                node["label"] = f"{FIRST[i % 26]} {LAST[(i * 7 + i // 26) % 30]}"
                node["role"] = ROLES[i % 6]
                node["affiliation"] = nodes[int(countries * chance.number() ** 1.7)]["id"]
            else:
                node["label"] = numbered({"group": GROUPS, "event": EVENTS, "agreement": AGREEMENTS}[kind], i)
            nodes.append(node)
    for i in range(n - len(nodes)):
        nodes.append({"id": f"place_{i}", "kind": "place", "label": numbered(PLACES, i)})
    return nodes, countries


def make_edges(nodes, countries, chance):
    edges, at = [], 0
    weights = [1 / (i + 1.5) ** 0.75 if i < countries else 0.35 for i in range(len(nodes))]

    def add(source, target):
        nonlocal at
        tone = chance.pick(sorted(VERBS))
        polarity, modality, _ = chance.weighted(QUALITIES, [q[2] for q in QUALITIES])
        verbs = list(VERBS[tone])
        for _ in range(chance.weighted([1, 2, 3, 5], [70, 18, 9, 3])):
            verb = verbs.pop(int(chance.number() * len(verbs)))
            evidence = []
            for _ in range(chance.weighted([1, 2, 3, 5], [70, 18, 8, 4])):
                at += 100
                quote = f"{source['label']} {verb} {target['label']}, it was said."
                evidence.append({"doc": "made.txt", "sentence": at // 100, "quote": quote, "start": at,
                                 "end": at + len(quote), "byte_start": at, "rule": "made.akt:1",
                                 "subject": {"start": at, "end": at + 1, "text": source["label"]},
                                 "trigger": {"start": at + 1, "end": at + 2, "text": verb},
                                 "object": {"start": at + 2, "end": at + 3, "text": target["label"]}})
            edges.append({"source": source["id"], "target": target["id"], "relation": verb.replace(" ", "-"),
                          "label": verb, "tone": tone, "polarity": polarity, "modality": modality,
                          "evidence": evidence})

    for i in range(1, len(nodes)):
        if chance.number() < 0.06:
            continue
        other = chance.weighted(nodes[:i], weights[:i])
        add(*((nodes[i], other) if chance.number() < 0.55 else (other, nodes[i])))
    for _ in range(int(len(nodes) * 0.35)):
        source, target = chance.weighted(nodes, weights), chance.weighted(nodes, weights)
        if source is not target:
            add(source, target)
    return edges


def main(n):
    chance = Chance(n * 1000 + 1)
    nodes, countries = make_nodes(n, chance)
    edges = make_edges(nodes, countries, chance)
    graph = {"schema": "aktant-graph/1", "title": f"Made graph of {n} entities: trade, borders and talks",
             "documents": [{"id": "made.txt", "path": "made.txt", "date": "2025-04-30", "chars": 10000000}]}
    json.dump({"directed": True, "multigraph": True, "graph": graph, "nodes": nodes, "edges": edges},
              sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main(int(sys.argv[1]))
