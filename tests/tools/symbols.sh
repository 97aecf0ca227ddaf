#!/bin/sh
# What libaktant exports is a promise: it must be what tests/symbols.txt lists.
#   symbols.sh LIBRARY LIST
nm -D --defined-only "$1" | awk '$2 ~ /[TDBRV]/ { print $3 }' |
  grep -v '^__\(asan\|lsan\|ubsan\|odr\)' | LC_ALL=C sort >symbols.got
if ! diff -u "$2" symbols.got; then
  echo "$2:1: error: the exported symbols differ from the list" >&2
  exit 1
fi
