# libFuzzer targets, in the fuzz preset only. Each runs for some seconds as a test;
# longer by hand: build/fuzz/tests/fuzz_rules tests/fuzz/corpus/rules
if(AKTANT_FUZZ)
  file(GLOB fuzzers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/fuzz/fuzz_*.c")
  foreach(source IN LISTS fuzzers)
    get_filename_component(name "${source}" NAME_WE)
    add_executable(${name} "${source}")
    target_link_libraries(${name} PRIVATE aktant_static aktant_flags)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    add_test(NAME fuzz.${name} COMMAND ${name} -max_total_time=20 -timeout=10 -rss_limit_mb=1024)
    set_tests_properties(fuzz.${name} PROPERTIES LABELS fuzz TIMEOUT 120)
  endforeach()
endif()
