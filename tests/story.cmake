# The story page, used in a headless browser as a reader would use it.
if(TARGET aktant AND TARGET aktant-render)
  add_test(NAME consumers.story_page
    COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/story/run.sh" "${bin_folder}"
      "${PROJECT_BINARY_DIR}/tests/story")
  set_tests_properties(consumers.story_page PROPERTIES LABELS consumers TIMEOUT 900
    SKIP_RETURN_CODE 77)
endif()
