# ---- consumers: every export loaded by the library it is meant for (Node.js, Python,
# SQLite, Graphviz). Needs a package registry the first time.
if(TARGET aktant)
  add_test(NAME consumers.formats
    COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/consumers/run.sh" "$<TARGET_FILE:aktant>"
      "${PROJECT_BINARY_DIR}/tests/consumers")
  set_tests_properties(consumers.formats PROPERTIES LABELS consumers TIMEOUT 900
    SKIP_RETURN_CODE 77)
endif()
