# The rule files test themselves, and stand in canonical layout.
if(TARGET aktant)
  add_test(NAME rules.shipped COMMAND aktant test)
  add_test(NAME rules.check COMMAND aktant check --strict)
  file(GLOB packs CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/rules/*.akt")
  add_test(NAME rules.layout COMMAND aktant fmt --check ${packs})
  set_tests_properties(rules.shipped rules.check rules.layout PROPERTIES LABELS rules TIMEOUT 300)
endif()
