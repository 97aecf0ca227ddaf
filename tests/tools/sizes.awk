# Files of at most 600 lines, functions of at most 60: what is longer is two
# things. Relies on clang-format's layout: a function's closing brace is the only
# line that is a lone brace in the first column.
#   awk -f sizes.awk src/*/*.[ch] include/*.h

function end_of_file() {
  if (lines > 600) {
    print file ":600: error: the file has " lines " lines, more than 600"
    bad = 1
  }
}

FNR == 1 {
  end_of_file()
  file = FILENAME
  start = 0
}

{ lines = FNR }

# The first line of a top-level block: a name in the first column, up to "{".
/^[A-Za-z_]/ && start == 0 { start = FNR; head = $0 }
/^[A-Za-z_].*;[ \t]*$/ && !/{/ { start = 0 }
/^[ \t]*$/ || /^#/ { if (!open) start = 0 }
/{[ \t]*$/ && start { open = 1 }

/^}/ {
  if (start && FNR - start + 1 > 60 && head ~ /\(/ && $0 == "}") {
    print FILENAME ":" start ": error: a function of " (FNR - start + 1) " lines, more than 60: " head
    bad = 1
  }
  start = 0
  open = 0
}

END {
  end_of_file()
  exit bad
}
