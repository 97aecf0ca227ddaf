# libFuzzer targets, in the fuzz preset only: scripts/fuzz builds and runs them. Each runs
# for a while as a test; longer by hand:
#   build/fuzz/tests/fuzz_parse FOLDER tests/fuzz/corpus/parse
# In the corpus, inputs with a name were written or broke something; those in `found` are
# what a fuzzer found to reach other code, at most 300 kB in all:
#   build/fuzz/tests/fuzz_parse -set_cover_merge=1 -use_counters=0 NEW_FOLDER
#     tests/fuzz/corpus/parse build/fuzz/tests/corpus/parse
if(AKTANT_FUZZ)
  # Rule files are written by strangers: what reads them is tried for a minute, by
  # scripts/check too, and links no floor above the rules, to be built in seconds.
  set(long_fuzzers "^(lex|parse|pattern)$")
  aktant_floor_objects(rule_objects base diag regex text rule)

  file(GLOB fuzzers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/fuzz/fuzz_*.c")
  foreach(source IN LISTS fuzzers)
    get_filename_component(name "${source}" NAME_WE)
    string(REPLACE "fuzz_" "" subject "${name}")
    if(subject MATCHES "${long_fuzzers}")
      set(seconds 60)
      add_executable(${name} "${source}" ${rule_objects})
      target_link_libraries(${name} PRIVATE aktant_deps aktant_flags)
    else()
      set(seconds 20)
      add_executable(${name} "${source}")
      target_link_libraries(${name} PRIVATE aktant_static aktant_flags)
    endif()
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/src")
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    # What is found goes to the build folder; the kept corpus is only read.
    set(corpora "${CMAKE_CURRENT_BINARY_DIR}/corpus/${subject}")
    file(MAKE_DIRECTORY "${corpora}")
    if(IS_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${subject}")
      list(APPEND corpora "${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${subject}")
    endif()
    if(subject MATCHES "^(lex|parse|compile)$")
      list(APPEND corpora "-dict=${CMAKE_CURRENT_SOURCE_DIR}/fuzz/rules.dict")
    endif()
    add_test(NAME fuzz.${name} COMMAND ${name} -max_total_time=${seconds} -timeout=10
      -rss_limit_mb=1024 ${corpora})
    set_tests_properties(fuzz.${name} PROPERTIES LABELS fuzz TIMEOUT 120)
  endforeach()
endif()
