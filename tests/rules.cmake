# The rule files test themselves, and stand in canonical layout.
if(TARGET aktant)
  file(GLOB packs CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/rules/*.akt")
  file(GLOB own CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/rules/*.akt")
  add_test(NAME rules.shipped COMMAND aktant test)
  add_test(NAME rules.engine COMMAND aktant test ${own})
  add_test(NAME rules.check COMMAND aktant check --strict ${packs}) # named: looked at in full
  add_test(NAME rules.layout COMMAND aktant fmt --check ${packs} ${own})
  # Each shipped relation occurs in running text, not only in the tests beside it; a new
  # one is put into relations.txt.
  add_test(NAME rules.corpus COMMAND aktant check --strict
    --corpus "${CMAKE_CURRENT_SOURCE_DIR}/rules/relations.txt"
    --corpus "${CMAKE_CURRENT_SOURCE_DIR}/corpus/articles"
    --corpus "${CMAKE_CURRENT_SOURCE_DIR}/corpus/sentences"
    --corpus "${PROJECT_SOURCE_DIR}/graphs")
  set_tests_properties(rules.shipped rules.engine rules.check rules.layout rules.corpus
    PROPERTIES LABELS rules TIMEOUT 300)
endif()
