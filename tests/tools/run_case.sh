#!/usr/bin/env bash
# Runs one case, a folder, in a copy of it:
#   run_case.sh FOLDER BIN_FOLDER
# A case is a shell script `cmd` and what it must give: `stdout`, `stderr`, `code`
# (0 when absent), and files expected.NAME that the command must have made as
# NAME. An absent file is not checked. AKT_BLESS=1 writes what came into the case.
# The files of tests/data are there too. No case may leave a temporary file or die of a signal.
set -u
folder=$1
bin=$2
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cp "$folder"/../../data/* "$work"
cp -R "$folder"/. "$work"
cd "$work" || exit 1
rm -f stdout stderr code expected.*
export PATH="$bin:$PATH" LC_ALL=C TERM=dumb
unset NO_COLOR AKTANT_RULES AKTANT_RENDER

bash ./cmd >got.stdout 2>got.stderr </dev/null
code=$?
bad=0

compare() { # expected got
  if [ "${AKT_BLESS:-}" = 1 ]; then
    cmp -s "$1" "$2" || cp "$2" "$1"
  elif ! cmp -s "$1" "$2"; then
    echo "$1:1: error: not what came" >&2
    diff -u "$1" "$2" | head -n 60 >&2
    bad=1
  fi
}

want=0
[ -f "$folder/code" ] && want=$(cat "$folder/code")
if [ "${AKT_BLESS:-}" = 1 ] && [ "$code" != "$want" ]; then
  echo "$code" >"$folder/code"
elif [ "$code" != "$want" ]; then
  echo "$folder/cmd:1: error: exit status $code, expected $want" >&2
  head -n 40 got.stderr >&2
  bad=1
fi
[ -f "$folder/stdout" ] && compare "$folder/stdout" got.stdout
[ -f "$folder/stderr" ] && compare "$folder/stderr" got.stderr
for expected in "$folder"/expected.*; do
  [ -f "$expected" ] && compare "$expected" "${expected##*/expected.}"
done
left=$(find . -name '.*.tmp')
if [ -n "$left" ]; then
  echo "$folder/cmd:1: error: temporary files are left: $left" >&2
  bad=1
fi
if grep -q 'Sanitizer\|runtime error:' got.stderr; then
  cat got.stderr >&2
  bad=1
fi
exit $bad
