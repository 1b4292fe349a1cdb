# SPDX-License-Identifier: GPL-3.0-or-later
# Language level, warnings, sanitizers, compiler cache, where binaries go.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(SONOLOOM_CCACHE ccache)
if(SONOLOOM_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${SONOLOOM_CCACHE}")
endif()

# One rounding everywhere: no fused multiply-add that one compiler takes and another does not.
add_compile_options(-Wall -Wextra -Wpedantic -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # gcc 12 sees overlapping copies in `"literal" + std::string` where there are none (gcc bug 105651).
    add_compile_options(-Wno-restrict)
endif()

set(SONOLOOM_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize takes them")
if(SONOLOOM_SANITIZE)
    add_compile_options(-fsanitize=${SONOLOOM_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${SONOLOOM_SANITIZE})
endif()
