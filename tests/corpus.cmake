# Reads the corpus of sentences and articles and holds the score, phenomenon by
# phenomenon, against tests/corpus/baseline.txt. Python is used by this test alone.
find_package(Python3 3.9 COMPONENTS Interpreter QUIET)
if(TARGET aktant AND Python3_FOUND)
  add_test(NAME corpus.score COMMAND ${Python3_EXECUTABLE} -B "${tools}/score_corpus.py"
    $<TARGET_FILE:aktant> "${CMAKE_CURRENT_SOURCE_DIR}/corpus")
  add_test(NAME corpus.scorer COMMAND ${Python3_EXECUTABLE} -B "${tools}/score_test.py")
  set_tests_properties(corpus.score corpus.scorer PROPERTIES LABELS corpus TIMEOUT 300)
elseif(NOT Python3_FOUND)
  message(STATUS "corpus.score is left out: it needs Python 3")
endif()
