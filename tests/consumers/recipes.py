#!/usr/bin/env python3
"""Runs every recipe of docs/formats.md on one story: the first line it prints must
begin with the number of nodes and edges.   recipes.py AKTANT DOC STORY.txt WORK"""

import json
import os
import re
import subprocess
import sys

AKTANT, DOC, STORY, WORK = sys.argv[1:5]
FORMATS = {"json": "json", "cytoscape": "cytoscape.json", "d3": "d3.json", "jgf": "jgf", "graphology": "graphology.json",
           "vis": "vis.json", "graphml": "graphml", "gexf": "gexf", "csv": "csv", "events": "events.csv", "dot": "dot",
           "force-graph": "force-graph.json", "echarts": "echarts.json", "turtle": "ttl", "jsonld": "jsonld"}
RUN = {"py": ["/usr/bin/python3"], "js": ["node"], "sh": ["sh"]}


def main():
    for name in os.listdir(WORK):
        if name == "story.db":
            os.remove(os.path.join(WORK, name))
    native = os.path.join(WORK, "story.json")
    subprocess.run([AKTANT, "build", STORY, "-o", native], check=True)
    for name, extension in FORMATS.items():
        subprocess.run([AKTANT, "convert", native, "-T", name, "-o", f"{WORK}/story.{extension}"], check=True)
    with open(native, encoding="utf-8") as file:
        graph = json.load(file)
    counts = (len(graph["nodes"]), len(graph["edges"]))
    connected = len({end for e in graph["edges"] for end in (e["source"], e["target"])})
    with open(DOC, encoding="utf-8") as file:
        recipes = re.findall(r"^```(py|js|sh)\n(.*?)^```$", file.read(), re.S | re.M)
    wrong = 0
    for number, (language, text) in enumerate(recipes):
        name = f"{WORK}/recipe{number}.{'mjs' if language == 'js' else language}"
        lines = len([line for line in text.splitlines() if line.strip()])
        with open(name, "w", encoding="utf-8") as file:
            file.write(("import './browser.mjs';\n" if language == "js" else "") + text)
        done = subprocess.run(RUN[language] + [name], cwd=WORK, capture_output=True, encoding="utf-8", timeout=120)
        first = re.findall(r"\d+", (done.stdout.splitlines() or [""])[0])[:2]
        wanted = (connected, counts[1]) if "events.csv" in text else counts
        if done.returncode or tuple(map(int, first)) != wanted or lines > 10:
            wrong += 1
            print(f"not ok: recipe {number} ({lines} lines) gives {first}, not {wanted}: {done.stderr[-600:]}\n{text}",
                  file=sys.stderr)
    print(f"{len(recipes)} recipes, {wrong} wrong")
    sys.exit(1 if wrong or len(recipes) < 12 else 0)


main()
