// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"
#include "app/cli/console.h"

#include <string>
#include <vector>

namespace sonoloom
{

/// What the user writes first. Adding one: a file in commands/ that defines it, a line in verbs.h and in verbs.cpp.
struct Verb {
    std::string name;
    std::string usage;   ///< behind the name: "AUDIO... -o DIR"
    std::string summary; ///< one line
    std::vector<Option> options; ///< beside the common ones
    /// Does the work; what failed was told to the console.
    void (*run)(const Arguments& arguments, Console& console);
};

/// --help, --json, --quiet, --jobs, --seed.
std::vector<Option> commonOptions();

/// The verb's options and the common ones that it has not got itself.
std::vector<Option> allOptions(const Verb& verb);

} // namespace sonoloom
