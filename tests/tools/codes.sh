#!/usr/bin/env bash
# Every diagnostic code must be shown by a test: codes.sh CODES.DEF TESTS_FOLDER
# Shown is a code, with its letter, in what a case must give (stdout, stderr,
# expected.*), or in a unit test where no command can bring it about.
set -u
codes=$1
tests=$2
shown=$(find "$tests/cli" "$tests/golden" "$tests/hostile" \
  \( -name stdout -o -name stderr -o -name 'expected.*' \) -exec grep -ohaE '\[[EW][0-9]{4}\]' {} + | sort -u)
in_units=$(grep -ohE '\b[EW][0-9]{4}\b' "$tests"/unit/test_{write,no_memory}.c | sort -u)
bad=0
count=0
while IFS=', ' read -r number name severity _; do
  case $severity in
  AKT_ERROR) letter=E ;;
  *) letter=W ;;
  esac
  code=$(printf '%s%04d' "$letter" "$number")
  count=$((count + 1))
  if ! grep -qF "[$code]" <<<"$shown" && ! grep -qxF "$code" <<<"$in_units"; then
    echo "$codes:1: error: no test shows $code ($name)"
    bad=1
  fi
done < <(sed -n 's/^AKT_CODE(//p' "$codes")
[ "$count" -gt 50 ] || { echo "$codes:1: error: only $count codes are found"; bad=1; }
exit $bad
