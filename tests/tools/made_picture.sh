#!/usr/bin/env bash
# Draws a made graph, or the graph of an article, and measures the picture:
#   made_picture.sh BIN_FOLDER ENTITIES|ARTICLE.txt [THEME]
# The same graph must give the same bytes twice, and the picture must keep the
# rules of beauty.py.
set -eu
bin=$1 entities=$2 theme=${3:-light}
tools=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
case $entities in
*.txt)
  "$bin/aktant" build "$entities" -o graph.json
  entities=0 # small: drawn twice below
  ;;
*) python3 "$tools/made_graph.py" "$entities" >graph.json ;;
esac
draw() {
  "$bin/aktant" convert graph.json --theme "$theme" --time-limit 250 -o "$1.svg" -o "$1.png"
}
draw first
if [ "$entities" -le 40 ]; then # large ones take their time
  draw second
  cmp first.svg second.svg
  cmp first.png second.png
fi
xmllint --noout first.svg
python3 "$tools/beauty.py" first.svg
