# Pictures of made graphs and of the sample articles keep the rules of tests/tools/beauty.py and are the same
# bytes each time.
find_program(AKTANT_PYTHON python3)
if(TARGET aktant AND TARGET aktant-render AND AKTANT_PYTHON)
  foreach(picture 25 40 60 100 150 300 "25 dark" "25 print")
    string(REPLACE " " "_" name "${picture}")
    separate_arguments(words UNIX_COMMAND "${picture}")
    add_test(NAME golden.made_picture_${name}
      COMMAND "${tools}/made_picture.sh" "${bin_folder}" ${words})
    set_tests_properties(golden.made_picture_${name} PROPERTIES LABELS golden TIMEOUT 300)
  endforeach()
  file(GLOB articles CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/graphs/*.txt")
  foreach(article IN LISTS articles)
    get_filename_component(name "${article}" NAME_WE)
    add_test(NAME golden.gallery_picture_${name}
      COMMAND "${tools}/made_picture.sh" "${bin_folder}" "${article}")
    set_tests_properties(golden.gallery_picture_${name} PROPERTIES LABELS golden TIMEOUT 300)
  endforeach()
  foreach(entities 25 40 100)
    add_test(NAME golden.like_picture_${entities}
      COMMAND "${tools}/like_picture.sh" "${bin_folder}" ${entities})
    set_tests_properties(golden.like_picture_${entities} PROPERTIES LABELS golden TIMEOUT 300)
  endforeach()
endif()
