# The rule files test themselves, and stand in canonical layout.
if(TARGET aktant)
  file(GLOB packs CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/rules/*.akt")
  file(GLOB own CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/rules/*.akt")
  add_test(NAME rules.shipped COMMAND aktant test)
  add_test(NAME rules.engine COMMAND aktant test ${own})
  add_test(NAME rules.check COMMAND aktant check --strict)
  add_test(NAME rules.layout COMMAND aktant fmt --check ${packs} ${own})
  set_tests_properties(rules.shipped rules.engine rules.check rules.layout
    PROPERTIES LABELS rules TIMEOUT 300)
endif()
