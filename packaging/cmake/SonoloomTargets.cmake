# SPDX-License-Identifier: GPL-3.0-or-later
# How a folder becomes a target, and a test file a test.

# sonoloom_library(NAME SOURCES file... LINKS target... [PRIVATE_LINKS target...] [QT])
# A folder of core or ui: target sonoloom_NAME, alias Sonoloom::NAME; QT runs moc over it.
function(sonoloom_library name)
    cmake_parse_arguments(ARG "QT" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(sonoloom_${name} STATIC ${ARG_SOURCES})
    add_library(Sonoloom::${name} ALIAS sonoloom_${name})
    target_include_directories(sonoloom_${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(sonoloom_${name} PUBLIC ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
    if(ARG_QT)
        set_target_properties(sonoloom_${name} PROPERTIES AUTOMOC ON)
    endif()
endfunction()

# sonoloom_test(NAME SOURCES file... LINKS target...)
# A Qt Test program, registered with ctest under NAME; runs offscreen, with its own home folder.
function(sonoloom_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON
                          RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(${name} PRIVATE ${ARG_LINKS} Sonoloom::testsupport Qt6::Test)
    add_test(NAME ${name} COMMAND ${name})
    set(seconds 300)
    if(SONOLOOM_SANITIZE)
        set(seconds 1800) # the thread sanitizer takes some thirty times as long
    endif()
    math(EXPR milliseconds "${seconds} * 1000") # Qt Test has a limit of its own
    set_tests_properties(${name} PROPERTIES TIMEOUT ${seconds} ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;QTEST_FUNCTION_TIMEOUT=${milliseconds};XDG_CACHE_HOME=${CMAKE_BINARY_DIR}/test-home/cache;XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/test-home/config;XDG_DATA_HOME=${CMAKE_BINARY_DIR}/test-home/data")
endfunction()
