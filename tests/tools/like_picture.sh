#!/usr/bin/env bash
# With --like, what stays keeps its place when a statement is added:
#   like_picture.sh BIN_FOLDER ENTITIES
set -eu
bin=$1 entities=$2
tools=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 "$tools/made_graph.py" "$entities" >old.json
python3 - <<'PYTHON'
import json
graph = json.load(open("old.json"))
ends = [graph["nodes"][0]["id"], graph["nodes"][-1]["id"]]
graph["edges"].append({"source": ends[0], "target": ends[1], "relation": "rescued", "label": "rescued",
                       "tone": "cooperative"})
json.dump(graph, open("new.json", "w"))
PYTHON
"$bin/aktant" convert old.json --time-limit 250 -o old.svg -o places.json
"$bin/aktant" convert new.json --time-limit 250 --like old.svg -o new.svg
"$bin/aktant" convert new.json --time-limit 250 --like places.json -o by_json.svg
cmp new.svg by_json.svg
"$bin/aktant" convert places.json -o again.json # places stay when there is no picture
cmp places.json again.json
grep -q rescued new.svg
python3 "$tools/like_picture.py" old.svg new.svg
python3 "$tools/beauty.py" new.svg
if "$bin/aktant" convert new.json --like new.json -o none.svg 2>told; then
  echo "a file that is no picture was taken for one" >&2
  exit 1
fi
grep -q "older picture" told
