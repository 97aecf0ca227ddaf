#!/usr/bin/env bash
# Makes story pages and uses them in a headless Chromium.
#   run.sh BIN_FOLDER WORK
# Without Node, Chromium, or a registry to take playwright-core from, it says so
# and ends with 77, which CTest counts as skipped.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
aktant=$(realpath "$1/aktant")
work=$2
mkdir -p "$work"

skip() {
  echo "skipped: $*"
  exit 77
}
command -v node >/dev/null && command -v npm >/dev/null || skip "no Node.js here"
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) ||
  skip "no Chromium here"
cp "$here/story.test.mjs" "$work/"
if ! cmp -s "$here/package.json" "$work/package.json" || [ ! -d "$work/node_modules" ]; then
  cp "$here/package.json" "$work/package.json"
  (cd "$work" && npm install --no-audit --no-fund --ignore-scripts --loglevel=error) || {
    rm -f "$work/package.json"
    skip "playwright-core could not be installed"
  }
fi

cd "$work"
python3 "$here/../tools/made_graph.py" 100 >made.json
"$aktant" build "$here/../../graphs/natuna-boats.txt" --embed-text -o article.html
"$aktant" convert "$here/../hostile/picture_of_nasty_texts/graph.json" -o nasty.html
"$aktant" convert made.json --time-limit 250 -o made.html
for page in article nasty made; do
  echo "# $page"
  CHROMIUM=$browser node story.test.mjs "$page.html" "$work/$page"
done
