# What can be said about the sources without running them. A tool that is not
# there skips its test (77); scripts/check installs them all.

file(GLOB_RECURSE c_files CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}"
  "${PROJECT_SOURCE_DIR}/src/*.[ch]" "${PROJECT_SOURCE_DIR}/include/*.h"
  "${PROJECT_SOURCE_DIR}/tests/*.[ch]")
set(floor_files ${c_files})
list(FILTER floor_files INCLUDE REGEX "^src/")

function(aktant_lint name)
  add_test(NAME lint.${name} COMMAND ${ARGN} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(lint.${name} PROPERTIES LABELS lint SKIP_RETURN_CODE 77 TIMEOUT 1200)
endfunction()

aktant_lint(floors awk -f "${tools}/floors.awk" src/FLOORS ${floor_files})
aktant_lint(sizes awk -f "${tools}/sizes.awk" ${c_files})
aktant_lint(codes "${tools}/codes.sh" src/diag/codes.def tests)
aktant_lint(format "${tools}/format.sh" ${c_files})

add_test(NAME lint.symbols COMMAND "${tools}/symbols.sh" $<TARGET_FILE:aktant_shared>
  "${CMAKE_CURRENT_SOURCE_DIR}/symbols.txt" WORKING_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}")
if(TARGET aktant)
  add_test(NAME lint.manual COMMAND "${tools}/manual.sh" $<TARGET_FILE:aktant>
    "${PROJECT_SOURCE_DIR}/docs/man/aktant.1" WORKING_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}")
  set_tests_properties(lint.manual PROPERTIES LABELS lint)
  add_test(NAME cli.examples COMMAND "${tools}/examples.sh" $<TARGET_FILE:aktant>
    "${PROJECT_SOURCE_DIR}")
  set_tests_properties(cli.examples PROPERTIES LABELS cli TIMEOUT 300)
endif()
set_tests_properties(lint.symbols PROPERTIES LABELS lint)

# clang-tidy reads the compile commands of this build.
find_program(AKTANT_RUN_TIDY NAMES run-clang-tidy-14 run-clang-tidy)
if(AKTANT_RUN_TIDY AND NOT AKTANT_SANITIZE)
  aktant_lint(tidy "${AKTANT_RUN_TIDY}" -quiet -p "${PROJECT_BINARY_DIR}"
    "^${PROJECT_SOURCE_DIR}/src/.*")
  set_tests_properties(lint.tidy PROPERTIES LABELS "lint;slow")
endif()
