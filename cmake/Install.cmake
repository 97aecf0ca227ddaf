# What `cmake --install` puts where: library, header, package files, program,
# helper, rules, manual, completions.
include_guard()
include(CMakePackageConfigHelpers)

install(TARGETS aktant_shared aktant_static EXPORT aktant-targets)
install(FILES "${PROJECT_SOURCE_DIR}/include/aktant.h" TYPE INCLUDE)
if(TARGET aktant)
  install(TARGETS aktant)
endif()
if(TARGET aktant-render)
  install(TARGETS aktant-render DESTINATION "${CMAKE_INSTALL_LIBEXECDIR}")
endif()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/rules/" DESTINATION "${CMAKE_INSTALL_DATADIR}/aktant/rules"
  FILES_MATCHING PATTERN "*.akt")
file(GLOB aktant_man CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/docs/man/*.[1357]")
foreach(page IN LISTS aktant_man)
  string(REGEX MATCH "[1357]$" section "${page}")
  install(FILES "${page}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man${section}")
endforeach()
# Completions are printed by the program itself, from its own option table.
if(TARGET aktant AND NOT CMAKE_CROSSCOMPILING)
  foreach(shell IN ITEMS bash zsh fish)
    add_custom_command(OUTPUT "${PROJECT_BINARY_DIR}/completions.${shell}"
      COMMAND aktant completions ${shell} > "${PROJECT_BINARY_DIR}/completions.${shell}"
      DEPENDS aktant VERBATIM)
    list(APPEND aktant_completions "${PROJECT_BINARY_DIR}/completions.${shell}")
  endforeach()
  add_custom_target(aktant-completions ALL DEPENDS ${aktant_completions})
  install(FILES "${PROJECT_BINARY_DIR}/completions.bash"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME aktant)
  install(FILES "${PROJECT_BINARY_DIR}/completions.zsh"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" RENAME _aktant)
  install(FILES "${PROJECT_BINARY_DIR}/completions.fish"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" RENAME aktant.fish)
endif()
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/NOTICE" TYPE DOC)

# ${pcfiledir} makes the file right wherever the installation is moved to.
file(RELATIVE_PATH prefix_from_pc "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
configure_file("${PROJECT_SOURCE_DIR}/cmake/aktant.pc.in" "${PROJECT_BINARY_DIR}/aktant.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/aktant.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/aktant")
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/aktant-config.cmake.in"
  "${PROJECT_BINARY_DIR}/aktant-config.cmake" INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/aktant-config-version.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/aktant-config.cmake"
  "${PROJECT_BINARY_DIR}/aktant-config-version.cmake" DESTINATION "${package_dir}")
install(EXPORT aktant-targets NAMESPACE aktant:: DESTINATION "${package_dir}")
