#!/usr/bin/env bash
# Runs every example that the program, its manual and the README give, in a folder
# where the files that they name are there. An example may find something (status
# 1); any other failure means that it is wrong.
#   examples.sh PROGRAM SOURCE
set -u
program=$1 source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
mkdir bin && ln -s "$program" bin/aktant
export PATH="$work/bin:$PATH" HOME="$work" LC_ALL=C

mkdir -p news rules .local/share/bash-completion/completions
cat >article.txt <<'END'
India blamed Pakistan for the attack. Marco Rubio spoke with Shehbaz Sharif.
END
cp article.txt a.txt
cp article.txt news/one.txt
echo '{"id":"a","text":"Nepal urged India."}' >feed.jsonl
printf 'rules 1\nuse kinds, diplomacy\n' >my.akt
cp my.akt rules/
cp my.akt new.akt
aktant build -q article.txt -o story.json || exit 1
for name in all old monday a; do cp story.json $name.json; done
aktant build -q feed.jsonl -o new.json || exit 1
cp new.json tuesday.json
cp new.json b.json

list() {
  aktant --help | sed -n 's/^  \([a-z-]\{1,\}\) \{2,\}.*/\1/p' | while read -r command; do
    aktant "$command" --help | sed -n '/^examples:/,$s/^  //p'
  done
  aktant --help | sed -n '/^examples:/,$s/^  //p'
  sed -n 's/^\.Dl \$ //p' "$source/docs/man/aktant.1"
  sed -n 's/^    \(.*aktant .*\)/\1/p' "$source/README.md" | sed 's/ *#.*//' | grep -v '^\./\|^cmake'
}
list | sort -u >examples
bad=0 count=0
while IFS= read -r example; do
  count=$((count + 1))
  bash -c "$example" >out 2>err </dev/null
  code=$?
  if [ $code -gt 1 ]; then
    echo "error: exit status $code: $example" >&2
    head -n 5 err >&2
    bad=1
  fi
done <examples
[ $count -ge 30 ] || { echo "error: only $count examples were found" >&2; bad=1; }
exit $bad
