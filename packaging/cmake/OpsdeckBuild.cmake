# SPDX-License-Identifier: GPL-3.0-or-later
# What every folder of the project shares: flags, packages, and the collecting of folders.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release)
endif()
# All programs in one place: the window starts the simulator from beside itself.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(OPSDECK_CCACHE ccache)
if(OPSDECK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${OPSDECK_CCACHE}")
endif()

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql)
find_package(Qt6Keychain REQUIRED)
find_package(tl-expected REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBAV REQUIRED IMPORTED_TARGET libavcodec libavformat libavutil libswscale)
if(OPSDECK_UI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Svg Multimedia Charts LinguistTools)
endif()

add_library(opsdeck_flags INTERFACE)
target_include_directories(opsdeck_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(opsdeck_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    OPSDECK_VERSION="${PROJECT_VERSION}")
target_compile_options(opsdeck_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual
    $<$<BOOL:${OPSDECK_WERROR}>:-Werror>)

# opsdeck_library(name DEPENDS ...): a static library of the .cpp and .h files of the calling folder.
function(opsdeck_library name)
    cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC opsdeck_flags ${ARG_DEPENDS})
endfunction()

# opsdeck_system_folders(out base): the names of the folders below `base` that have a CMakeLists.txt.
function(opsdeck_system_folders out base)
    file(GLOB lists CONFIGURE_DEPENDS RELATIVE "${base}" "${base}/*/CMakeLists.txt")
    list(TRANSFORM lists REPLACE "/CMakeLists.txt$" "")
    list(SORT lists)
    set(${out} ${lists} PARENT_SCOPE)
endfunction()

# opsdeck_module_table(target FILE f NAMESPACE ns TYPE t FACTORY fn HEADER h SYSTEMS s1 s2 ...)
# Writes `f`: a function `ns::allModules()` that calls opsdeck::<system>::<fn>() for each system, so that a new
# system is a new folder and no list anywhere is edited.
function(opsdeck_module_table target)
    cmake_parse_arguments(ARG "" "FILE;NAMESPACE;TYPE;FACTORY;HEADER" "SYSTEMS" ${ARGN})
    set(declarations "")
    set(calls "")
    foreach(system IN LISTS ARG_SYSTEMS)
        string(APPEND declarations "namespace opsdeck::${system} { std::unique_ptr<${ARG_TYPE}> ${ARG_FACTORY}(); }\n")
        string(APPEND calls "    modules.push_back(opsdeck::${system}::${ARG_FACTORY}());\n")
    endforeach()
    file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${ARG_FILE}" CONTENT
"// Written by CMake from the folders it found.
#include \"@ARG_HEADER@\"
@declarations@
namespace @ARG_NAMESPACE@ {
std::vector<std::unique_ptr<@ARG_TYPE@>> allModules()
{
    std::vector<std::unique_ptr<@ARG_TYPE@>> modules;
@calls@    return modules;
}
}
" @ONLY)
    target_sources(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${ARG_FILE}")
endfunction()
