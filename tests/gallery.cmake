# The sample articles give the graphs and pictures that are kept beside them.
if(TARGET aktant AND TARGET aktant-render AND EXISTS "${PROJECT_SOURCE_DIR}/graphs/GRAPHVIZ")
  add_test(NAME golden.gallery COMMAND ${CMAKE_COMMAND} -E env "AKTANT=$<TARGET_FILE:aktant>"
    "${PROJECT_SOURCE_DIR}/scripts/gallery" --check)
  set_tests_properties(golden.gallery PROPERTIES LABELS golden TIMEOUT 300)
endif()
