#!/usr/bin/env python3
"""What Python, SQLite and Graphviz load: NetworkX, the csv import of sqlite3, dot in a
process of its own, and the spans of a graph with its text.   check.py AKTANT WORK"""

import csv
import html
import io
import json
import re
import subprocess
import sys
import xml.dom.minidom

import networkx as nx

AKTANT, WORK = sys.argv[1:3]
csv.field_size_limit(1 << 24)
failures = []


def run(*command, text=None):
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def convert(sample, name):
    path = f"{WORK}/{sample}.py.{name}"
    run(AKTANT, "convert", f"{WORK}/{sample}.json", "-T", name, "-o", path)
    return path


def expect(what, found, wanted):
    if found != wanted:
        failures.append(f"{what}: {str(found)[:300]} is not {str(wanted)[:300]}")


def from_networkx(graph, key=None):
    nodes = {(i, d.get("label"), d.get("kind")) for i, d in graph.nodes(data=True)}
    edges = {(s, t, d.get("id", k) if key is None else d.get(key), d.get("relation"))
             for s, t, k, d in graph.edges(keys=True, data=True)}
    return nodes, edges


def check_networkx(sample, native):
    nodes = {(n["id"], n["label"], n["kind"]) for n in native["nodes"]}
    edges = {(e["source"], e["target"], e["id"], e["relation"]) for e in native["edges"]}
    new = tuple(int(p) for p in nx.__version__.split(".")[:2]) >= (3, 4)
    for link, name in (("edges", "json"), ("links", "d3")):
        with open(convert(sample, name), encoding="utf-8") as file:
            data = json.load(file)
        graph = nx.node_link_graph(data, edges=link) if new else nx.node_link_graph(data, link=link)
        expect(f"{sample} {name} class", type(graph).__name__, "MultiDiGraph")
        expect(f"{sample} {name} nodes", from_networkx(graph)[0], nodes)
        expect(f"{sample} {name} edges", from_networkx(graph)[1], edges)
    graph = nx.read_graphml(convert(sample, "graphml"), force_multigraph=True)
    expect(f"{sample} graphml nodes", from_networkx(graph)[0], nodes)
    expect(f"{sample} graphml edges", from_networkx(graph)[1], edges)
    # NetworkX of Debian 12 knows GEXF 1.2 only; the parts it reads are the same.
    path = convert(sample, "gexf")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    old = text.replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft").replace('version="1.3"', 'version="1.2"')
    graph = nx.read_gexf(io.BytesIO(old.encode()))
    expect(f"{sample} gexf nodes", {(i, d["label"], d.get("kind")) for i, d in graph.nodes(data=True)}, nodes)
    expect(f"{sample} gexf edges", graph.number_of_edges(), len(edges))


def shown(edge):
    modality = {"asserted": "", "alleged": "reportedly ", "planned": "plans: ", "conditional": "if: "}[edge["modality"]]
    return modality + ("not " if edge["polarity"] == "negated" else "") + edge["label"]


def check_tables(sample, native):
    convert(sample, "csv")
    events = convert(sample, "events")
    base = f"{WORK}/{sample}.py"
    script = "\n".join([
        ".mode csv", f'.import "{base}.nodes.csv" nodes', f'.import "{base}.edges.csv" edges',
        f'.import "{events}" events', ".mode json",
        'select "id:ID" as id, label, kind from nodes order by id;',
        'select id, ":START_ID" as source, ":END_ID" as target, relation, label from edges order by id;',
        "select source_id, relation, target_id, quote from events;"])
    decoder = json.JSONDecoder()
    found, rest = [], run("sqlite3", ":memory:", text=script).strip()
    while rest:
        rows, end = decoder.raw_decode(rest)
        found.append(rows)
        rest = rest[end:].strip()
    found += [[]] * (3 - len(found))
    labels = {n["id"]: n["label"] for n in native["nodes"]}
    if native["nodes"]:
        expect(f"{sample} csv nodes", {r["id"]: r["label"] for r in found[0]}, labels)
    if native["edges"]:
        expect(f"{sample} csv edges",
               sorted((r["id"], r["source"], r["target"], r["relation"], r["label"]) for r in found[1]),
               sorted((e["id"], e["source"], e["target"], e["relation"], shown(e)) for e in native["edges"]))
        statements = sorted((e["source"], e["relation"], e["target"], v["quote"])
                            for e in native["edges"] for v in e["evidence"])
        expect(f"{sample} events", sorted(tuple(r.values()) for r in found[2]), statements)
    with open(f"{base}.nodes.csv", encoding="utf-8", newline="") as file:
        expect(f"{sample} csv by Python", {r["id:ID"]: r["label"] for r in csv.DictReader(file)}, labels)


def decode_dot(text):
    text = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nlr" else m[1], text)
    return html.unescape(text)


def check_dot(sample, native):
    path = convert(sample, "dot")
    if len(native["edges"]) < 1000:  # dot lays out even for this
        run("dot", "-Tcanon", path, "-o", f"{path}.canon")
    # gvpr reads with cgraph in a process of its own, and lays nothing out.
    program = r'''N { printf("N\t%s\t%s\t%s\n", $.name, $.kind, $.label) }
      E { printf("E\t%s\t%s\t%s\t%s\t%s\n", $.tail.name, $.head.name, $.name, $.relation, $.polarity) }'''
    rows = [line.split("\t") for line in run("gvpr", program, path).splitlines()]
    expect(f"{sample} dot nodes", {(r[1], r[2], decode_dot(r[3])) for r in rows if r[0] == "N"},
           {(n["id"], n["kind"], re.sub(r"\t", " ", n["label"])) for n in native["nodes"]})
    expect(f"{sample} dot edges", sorted((r[1], r[2], r[4], r[5]) for r in rows if r[0] == "E"),
           sorted((e["source"], e["target"], e["relation"], e["polarity"]) for e in native["edges"]))
    with open(path, encoding="utf-8") as file:
        keys = set(re.findall(r"key=(e_[0-9a-f]{16})", file.read()))
    expect(f"{sample} dot keys", keys, {e["id"] for e in native["edges"]})


def check_cypher(sample, native):
    """No Neo4j here: each statement stands on a line, its quotes are paired, counts agree."""
    with open(convert(sample, "cypher"), encoding="utf-8") as file:
        lines = file.read().splitlines()
    for line in lines:
        outside = re.sub(r"'(?:[^'\\]|\\.)*'", "", line)
        expect(f"{sample} cypher quotes", outside.count("'"), 0)
        expect(f"{sample} cypher end", (line[-1], outside.count(";")), (";", 1))
    expect(f"{sample} cypher nodes", sum(l.startswith("MERGE (n:Entity") for l in lines), len(native["nodes"]))
    expect(f"{sample} cypher edges", sum(l.startswith("MATCH (a:Entity") for l in lines), len(native["edges"]))


def check_xml(sample):
    for name in ("graphml", "gexf"):
        run("xmllint", "--noout", convert(sample, name))
        xml.dom.minidom.parse(convert(sample, name))


def check_round_trips(sample):
    native = run(AKTANT, "convert", f"{WORK}/{sample}.json", "-T", "json")
    for name in ("json", "cytoscape", "d3", "jgf", "graphology", "graphml"):
        back = run(AKTANT, "convert", convert(sample, name), "-T", "json")
        expect(f"{sample} through {name}", back == native, True)


def check_spans():
    """Offsets count code points of the embedded text, in Python and in JavaScript."""
    article = f"{WORK}/spans.txt"
    with open(article, "w", encoding="utf-8") as file:
        file.write("Cafe\u0301 talks 👩🏽‍🚀🚀 भारत\n\nIndia has blamed Pakistan for the attack. "
                   "🚀 Marco Rubio urged India and Pakistan to talk.\n")
    graph = json.loads(run(AKTANT, "build", article, "--embed-text", "-T", "json"))
    text = graph["graph"]["documents"][0]["text"]
    pieces = [(v["start"], v["end"], v["quote"]) for e in graph["edges"] for v in e["evidence"]]
    pieces += [(p["start"], p["end"], p["text"]) for e in graph["edges"] for v in e["evidence"]
               for p in (v["subject"], v["trigger"], v["object"]) if p]
    pieces += [(m["start"], m["end"], m["text"]) for n in graph["nodes"] for m in n["mentions"]]
    expect("spans: some evidence", len(pieces) > 3, True)
    for start, end, quote in pieces:
        expect("spans in Python", text[start:end], quote)
    for edge in graph["edges"]:
        for v in edge["evidence"]:
            expect("byte_start", text.encode()[v["byte_start"]:].decode().startswith(v["quote"]), True)
    script = """
      const { text, pieces } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
      const points = Array.from(text);
      console.log(pieces.filter(([a, b, quote]) => points.slice(a, b).join('') !== quote).length);"""
    expect("spans in JavaScript", run("node", "-e", script, text=json.dumps({"text": text, "pieces": pieces})), "0\n")


def main():
    for sample in ("nasty", "empty", "edgeless", "big"):
        native = json.loads(run(AKTANT, "convert", f"{WORK}/{sample}.json", "-T", "json"))
        check_networkx(sample, native)
        check_tables(sample, native)
        check_cypher(sample, native)
        check_xml(sample)
        check_round_trips(sample)
        check_dot(sample, native)
    check_spans()
    for failure in failures:
        print(f"not ok: {failure}", file=sys.stderr)
    print(f"{len(failures)} wrong")
    sys.exit(1 if failures else 0)


main()
