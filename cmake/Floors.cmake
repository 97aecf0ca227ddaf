# One object library per floor (src/FLOORS says which may include which), so
# that the library is their sum and a test can reach what is not exported.
include_guard()

# The floors that make libaktant, lowest first.
set(AKTANT_LIBRARY_FLOORS base diag json regex dot xml text rule graph draw extract export
  import api)

# aktant_floor(<floor>): target floor_<floor> from src/<floor>/*.c. A floor
# without sources makes no target.
function(aktant_floor floor)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${floor}/*.c")
  if(NOT sources)
    return()
  endif()
  add_library(floor_${floor} OBJECT ${sources})
  target_include_directories(floor_${floor} PRIVATE "${PROJECT_SOURCE_DIR}/src"
    "${PROJECT_SOURCE_DIR}/include")
  target_link_libraries(floor_${floor} PRIVATE aktant_flags aktant_deps)
endfunction()

# aktant_floor_objects(<variable> <floor>...): the objects of those that exist.
function(aktant_floor_objects variable)
  set(objects "")
  foreach(floor IN LISTS ARGN)
    if(TARGET floor_${floor})
      list(APPEND objects $<TARGET_OBJECTS:floor_${floor}>)
    endif()
  endforeach()
  set(${variable} "${objects}" PARENT_SCOPE)
endfunction()
