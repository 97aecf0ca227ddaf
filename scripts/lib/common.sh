# Shared by the scripts: where the project is, what it needs, how to say things.
# Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"

build_packages="gcc cmake ninja-build pkg-config libpcre2-dev libcjson-dev libgraphviz-dev
  libutf8proc-dev libxml2-dev fonts-liberation2 fonts-dejavu-core"
test_packages="clang-format clang-tidy clang libcmocka-dev graphviz libxml2-utils mandoc python3
  git pcre2-utils python3-networkx sqlite3"
# Node.js from elsewhere brings its own npm, and does not go with Debian's.
command -v npm >/dev/null 2>&1 || test_packages="$test_packages nodejs npm"

# A browser for the story page; Ubuntu has it only as a snap, and the test skips there.
if grep -qx 'ID=debian' /etc/os-release 2>/dev/null; then
  test_packages="$test_packages chromium"
fi

jobs=$( (nproc || sysctl -n hw.ncpu || echo 2) 2>/dev/null | head -n 1)

say() {
  printf '\n== %s\n' "$*"
}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Installs those of the named Debian packages that are missing.
need_packages() {
  if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "Not a Debian or Ubuntu system; these packages, or their like, must be there:"
    echo "$*"
    return 0
  fi
  local missing="" package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
      missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  say "installing:$missing"
  local as_root=""
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || fail "run as root: apt-get install$missing"
    as_root=sudo
  fi
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $missing
}
