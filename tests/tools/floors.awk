# Holds every #include of our sources against src/FLOORS, which is given first:
#   awk -f floors.awk src/FLOORS src/*/*.[ch]
# Prints file:line: error: ... for each arrow that points up.

BEGIN { bad = 0 }

FILENAME ~ /FLOORS$/ {
  sub(/#.*/, "")
  if ($1 == "owns") {
    for (i = 3; i <= NF; i++)
      owner[$2, $i] = 1
    owned[$2] = $3
  } else if (NF) {
    known[$1] = 1
    for (i = 2; i <= NF; i++)
      may[$1, $i] = 1
  }
  next
}

FNR == 1 {
  n = split(FILENAME, parts, "/")
  floor = parts[n - 1]
  source = "src/" floor "/" parts[n]
  if (!(floor in known))
    complain("the floor " floor " is not in FLOORS")
}

/^#[ \t]*include[ \t]*"/ {
  split($0, quoted, "\"")
  path = quoted[2]
  if (path == "aktant.h") {
    if (floor != "cli" && floor != "api")
      complain("only cli and api may include aktant.h")
  } else {
    split(path, to, "/")
    if (!(to[1] in known))
      complain("\"" path "\" is not written as floor/file.h")
    else if (to[1] != floor && !((floor, to[1]) in may))
      complain("floor " floor " may not include " path)
  }
}

/^#[ \t]*include[ \t]*</ {
  header = $0
  sub(/^[^<]*</, "", header)
  sub(/>.*/, "", header)
  sub(/.*\//, "", header)
  if ((header in owned) && !((header, source) in owner))
    complain("only " owned[header] " may include <" header ">")
}

function complain(text) {
  print FILENAME ":" FNR ": error: " text
  bad = 1
}

END { exit bad }
