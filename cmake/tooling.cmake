# Compiler cache and linker where the machine has them; the house's flags as one target.
find_program(CCACHE ccache)
if(CCACHE)
    # A second checkout in another folder finds what the first one compiled.
    set(CMAKE_CXX_COMPILER_LAUNCHER env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${CCACHE}")
endif()
find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold)
endif()

# -O3 makes the programs a fifth larger, in memory too, and takes a third longer to compile; only the few files that
# work on every pixel or every name are faster for it (welcome_hot, below).
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
add_compile_options($<$<CONFIG:Release>:-ffunction-sections> $<$<CONFIG:Release>:-fdata-sections>)
add_link_options($<$<CONFIG:Release>:-Wl,--gc-sections>)

# A library that a program does not use is not loaded: start-up and memory are budgets here.
add_link_options(-Wl,--as-needed)

add_library(welcome_flags INTERFACE)
target_include_directories(welcome_flags INTERFACE "${PROJECT_SOURCE_DIR}")
# Designated initialisers leave the rest to the type's defaults: that is their point.
target_compile_options(welcome_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-missing-field-initializers)
# GCC 12 sees an overlap in std::string's own code where there is none (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(welcome_flags INTERFACE -Wno-restrict)
endif()
target_compile_definitions(welcome_flags INTERFACE WELCOME_VERSION="${PROJECT_VERSION}")
if(WELCOME_WERROR)
    target_compile_options(welcome_flags INTERFACE -Werror)
endif()
if(WELCOME_SANITIZE)
    # What a sanitizer adds hides from GCC that a value was set (GCC bug 105562).
    target_compile_options(welcome_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    add_compile_options(-fsanitize=${WELCOME_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${WELCOME_SANITIZE})
endif()

# welcome_library(NAME folder's sources… DEPENDS …): one static library a folder.
function(welcome_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS")
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC welcome_flags ${arg_DEPENDS} PRIVATE ${arg_PRIVATE_DEPENDS})
endfunction()

# welcome_hot(FILE…): sources of this folder whose loops tests/bench shows to be worth -O3.
function(welcome_hot)
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS "$<$<CONFIG:Release>:-O3>")
endfunction()

# welcome_test(NAME SOURCES … DEPENDS … [LABEL unit|e2e|faults]): one GoogleTest program, one CTest case a TEST.
function(welcome_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL;TIMEOUT" "SOURCES;DEPENDS")
    if(NOT arg_LABEL)
        set(arg_LABEL unit)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(${name} PRIVATE welcome_flags test_places ${arg_DEPENDS} GTest::gmock GTest::gtest_main)
    gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES LABELS ${arg_LABEL} TIMEOUT ${arg_TIMEOUT})
endfunction()

# welcome_python_test(LABEL name): name.py of this folder as one CTest case, on whole programs.
function(welcome_python_test label name)
    add_test(NAME ${label}.${name}
             COMMAND python3 -m unittest -v ${name}
             WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
    # No time limit of its own: tools/test and tools/soak give theirs.
    set_tests_properties(${label}.${name} PROPERTIES LABELS ${label}
        ENVIRONMENT "WELCOME_BIN=${CMAKE_RUNTIME_OUTPUT_DIRECTORY};PYTHONDONTWRITEBYTECODE=1;PYTHONPATH=${PROJECT_SOURCE_DIR}/tests/e2e;WELCOME_SANITIZE=${WELCOME_SANITIZE}")
endfunction()
