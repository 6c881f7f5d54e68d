// SPDX-License-Identifier: GPL-3.0-or-later
// The resources are object files that CMake links beside this library; a library needs at least one source.
namespace opsdeck::resources {
extern const char kLookPrefix[];
const char kLookPrefix[] = ":/look";
} // namespace opsdeck::resources
