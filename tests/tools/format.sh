#!/bin/sh
# Layout of the C sources, by clang-format 14: other versions lay out a few
# constructs in another way, so without that version the check is skipped.
tool=$(command -v clang-format-14 || command -v clang-format) || exit 77
"$tool" --version | grep -q 'version 14\.' || exit 77
exec "$tool" --dry-run --Werror "$@"
