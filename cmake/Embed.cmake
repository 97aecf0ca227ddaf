# Files put into the library as arrays of bytes: aktant_embed(<floor> <file>...)
# makes akt_asset_<name>[] and akt_asset_<name>_len of each, where <name> is the
# file's name with "_" for what is no letter or digit. Run as a script, it makes
# one of the C files.
if(CMAKE_SCRIPT_MODE_FILE)
  file(READ "${input}" bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)"
    "\\1\n" bytes "${bytes}")
  file(WRITE "${output}" "#include \"draw/assets.h\"\n\nconst char akt_asset_${name}[] = {\n${bytes}0};\n"
    "const size_t akt_asset_${name}_len = sizeof akt_asset_${name} - 1;\n")
  return()
endif()
include_guard()

set(AKTANT_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(aktant_embed floor)
  foreach(file IN LISTS ARGN)
    get_filename_component(name "${file}" NAME)
    string(MAKE_C_IDENTIFIER "${name}" name)
    set(output "${PROJECT_BINARY_DIR}/embedded/${name}.c")
    add_custom_command(OUTPUT "${output}"
      COMMAND ${CMAKE_COMMAND} "-Dinput=${file}" "-Doutput=${output}" "-Dname=${name}"
        -P "${AKTANT_EMBED_SCRIPT}"
      DEPENDS "${file}" "${AKTANT_EMBED_SCRIPT}" VERBATIM)
    target_sources(floor_${floor} PRIVATE "${output}")
  endforeach()
endfunction()
