#!/usr/bin/env bash
# Loads every export with the libraries it is meant for.
#   run.sh AKTANT WORK
# Without Node, or without a registry to take the libraries from, it says so and
# ends with 77, which CTest counts as skipped.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
aktant=$(realpath "$1")
work=$2
mkdir -p "$work/samples"

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "skipped: no Node.js here"
  exit 77
fi
if [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 18 ]; then
  echo "skipped: Node.js $(node --version) is older than 18"
  exit 77
fi

# The libraries stay in the build folder; they are taken again only when the pinned
# versions change.
cp "$here"/*.mjs "$here"/*.schema.json "$here/package.json" "$work/"
if ! cmp -s "$here/package-lock.json" "$work/package-lock.json" || [ ! -d "$work/node_modules" ]; then
  rm -f "$work/package-lock.json"
  cp "$here/package-lock.json" "$work/wanted.json"
  cp "$work/wanted.json" "$work/package-lock.json"
  if ! (cd "$work" && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error); then
    rm -f "$work/package-lock.json"
    echo "skipped: the libraries could not be installed"
    exit 77
  fi
fi

export AKTANT_SCHEMA="$here/../../docs/aktant-graph-1.schema.json"
node "$work/check.mjs" "$aktant" "$work/samples"
"${PYTHON:-/usr/bin/python3}" "$here/check.py" "$aktant" "$work/samples"
"${PYTHON:-/usr/bin/python3}" "$here/recipes.py" "$aktant" "$here/../../docs/formats.md" \
  "$here/../../graphs/baltic-cable.txt" "$work"
