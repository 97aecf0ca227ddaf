# The installation, used as others will. Not under sanitizers: a plain consumer
# cannot load a library that needs their runtime.
if(NOT AKTANT_SANITIZE AND TARGET aktant AND TARGET aktant-render)
  add_test(NAME install.moved COMMAND "${tools}/install.sh" "${PROJECT_SOURCE_DIR}"
    "${PROJECT_BINARY_DIR}" "${CMAKE_CURRENT_BINARY_DIR}/install")
  set_tests_properties(install.moved PROPERTIES LABELS install TIMEOUT 300)
endif()
