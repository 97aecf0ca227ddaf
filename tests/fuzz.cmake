# libFuzzer targets, in the fuzz preset only. Each runs for a while as a test;
# longer by hand: build/fuzz/tests/fuzz_parse FOLDER tests/fuzz/corpus/parse
if(AKTANT_FUZZ)
  file(GLOB fuzzers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/fuzz/fuzz_*.c")
  foreach(source IN LISTS fuzzers)
    get_filename_component(name "${source}" NAME_WE)
    add_executable(${name} "${source}")
    target_link_libraries(${name} PRIVATE aktant_static aktant_flags)
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/src")
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    # What is found goes to the build folder; the kept corpus is only read.
    string(REPLACE "fuzz_" "" subject "${name}")
    set(corpora "${CMAKE_CURRENT_BINARY_DIR}/corpus/${subject}")
    file(MAKE_DIRECTORY "${corpora}")
    if(IS_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${subject}")
      list(APPEND corpora "${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${subject}")
    endif()
    set(seconds 20)
    if(subject MATCHES "^(lex|parse|compile)$")
      list(APPEND corpora "-dict=${CMAKE_CURRENT_SOURCE_DIR}/fuzz/rules.dict")
    endif()
    if(subject MATCHES "^(lex|parse|pattern)$") # rule files are written by strangers
      set(seconds 60)
    endif()
    add_test(NAME fuzz.${name} COMMAND ${name} -max_total_time=${seconds} -timeout=10
      -rss_limit_mb=1024 ${corpora})
    set_tests_properties(fuzz.${name} PROPERTIES LABELS fuzz TIMEOUT 120)
  endforeach()
endif()
