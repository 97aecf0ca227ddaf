# Third-party libraries, by pkg-config. No version bounds on Graphviz: Debian's
# package calls itself by another version than its library.
include_guard()

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)
pkg_check_modules(CJSON REQUIRED IMPORTED_TARGET libcjson)
pkg_check_modules(CGRAPH REQUIRED IMPORTED_TARGET libcgraph)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(XML REQUIRED IMPORTED_TARGET libxml-2.0)
if(AKTANT_RENDER)
  pkg_check_modules(GVC REQUIRED IMPORTED_TARGET libgvc libcgraph)
endif()
if(AKTANT_TESTS)
  pkg_check_modules(CMOCKA REQUIRED IMPORTED_TARGET cmocka)
endif()

# iconv is in the C library here, and a library of its own on macOS.
find_package(Iconv REQUIRED)
find_library(AKTANT_MATH m)

# By name, for those who link the static library after installation. A
# Requires.private in aktant.pc would demand these packages of everybody.
set(AKTANT_STATIC_LIBS pcre2-8 cjson cgraph cdt utf8proc xml2 pthread m)
list(TRANSFORM AKTANT_STATIC_LIBS PREPEND "-l" OUTPUT_VARIABLE AKTANT_PC_PRIVATE)
string(JOIN " " AKTANT_PC_PRIVATE ${AKTANT_PC_PRIVATE})

add_library(aktant_deps INTERFACE)
target_link_libraries(aktant_deps INTERFACE PkgConfig::PCRE2 PkgConfig::CJSON PkgConfig::CGRAPH
  PkgConfig::UTF8PROC PkgConfig::XML Iconv::Iconv Threads::Threads)
if(AKTANT_MATH)
  target_link_libraries(aktant_deps INTERFACE ${AKTANT_MATH})
endif()
