#!/bin/sh
# The manual page is well-formed, and names every command and every option that
# the program has, and no other.
#   manual.sh PROGRAM PAGE
program=$1 page=$2 bad=0
if command -v mandoc >/dev/null; then
  mandoc -Tlint -W warning "$page" || bad=1
fi
"$program" --help | sed -n 's/^  \([a-z-]\{1,\}\) \{2,\}.*/\1/p' | LC_ALL=C sort >commands.help
sed -n 's/^\.It Cm \([a-z-]*\).*/\1/p' "$page" | LC_ALL=C sort >commands.page
diff -u commands.help commands.page || bad=1
for command in $(cat commands.help); do
  "$program" "$command" --help | sed -n 's/^  \(-., \)\{0,1\} *--\([a-z-]*\).*/\2/p'
done | LC_ALL=C sort -u >options.help
sed -n 's/^\.It Fl .*Fl Fl *\([a-z-]*\).*/\1/p; s/^\.It Fl Fl *\([a-z-]*\).*/\1/p' "$page" |
  LC_ALL=C sort -u >options.page
diff -u options.help options.page || bad=1
[ $bad -eq 0 ] || echo "$page:1: error: the manual and the program differ" >&2
exit $bad
