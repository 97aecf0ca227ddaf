#!/usr/bin/env bash
# Installs into a folder that is then moved, and uses what lies there: by CMake, by
# pkg-config, from C++, and the program itself.
#   install.sh SOURCE BUILD WORK
set -euo pipefail
source=$1 build=$2 work=$3
rm -rf "$work"
mkdir -p "$work"
cmake --install "$build" --prefix "$work/first" >"$work/install.log"
mv "$work/first" "$work/moved"
prefix=$work/moved

command -v ninja >/dev/null && export CMAKE_GENERATOR=Ninja # a bare system has no make
cmake -S "$source/tests/consumers" -B "$work/consumer" -DCMAKE_PREFIX_PATH="$prefix" >"$work/cmake.log"
cmake --build "$work/consumer" >>"$work/cmake.log"
"$work/consumer/shared"
"$work/consumer/static"

libdir=$(dirname "$(find "$prefix" -name aktant.pc)")
export PKG_CONFIG_PATH=$libdir
cc -std=c99 -Wall -Wextra -Werror -pedantic "$source/tests/consumers/main.c" -o "$work/by_pc" \
  $(pkg-config --cflags --libs aktant) -Wl,-rpath,"$(pkg-config --variable=libdir aktant)"
"$work/by_pc"
if command -v c++ >/dev/null; then
  c++ -x c++ -std=c++11 -Wall -Wextra -Werror -pedantic -fsyntax-only \
    $(pkg-config --cflags aktant) "$source/tests/consumers/main.c"
fi

program=$prefix/bin/aktant
env -i "$program" --version
[ "$(env -i "$program" rules path)" = "$(realpath "$prefix/share/aktant/rules")" ]
[ -f "$prefix/share/man/man1/aktant.1" ]
[ -f "$prefix/share/bash-completion/completions/aktant" ]
env -i PATH="$PATH" "$program" build "$source/graphs/andes-water.txt" \
  -o "$work/story.json" -o "$work/story.svg"
grep -q aktant-graph/1 "$work/story.json"
grep -q '</svg>' "$work/story.svg"
echo "installed, moved and used"
