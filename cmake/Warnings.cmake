# What every compilation of ours is given: warnings, the POSIX level, and the
# sanitizers. -Werror is not here: presets switch it on, packagers do not want it.
include_guard()

add_library(aktant_flags INTERFACE)
target_compile_definitions(aktant_flags INTERFACE _POSIX_C_SOURCE=200809L)
target_compile_options(aktant_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wcast-qual -Wstrict-prototypes
  -Wmissing-prototypes -Wwrite-strings -Wformat=2 -Wundef -Wvla -Wswitch-enum)

if(AKTANT_SANITIZE)
  # Directory-wide: a library built without them would hide what they look for.
  add_compile_options(-fsanitize=${AKTANT_SANITIZE} -fno-sanitize-recover=all
    -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${AKTANT_SANITIZE})
endif()
if(AKTANT_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(AKTANT_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
