// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

#include <string>
#include <vector>

namespace sonoloom
{

/// The text of `sonoloom --help`.
std::string programHelp(const std::vector<Verb>& verbs);

/// The text of `sonoloom VERB --help`.
std::string verbHelp(const Verb& verb);

} // namespace sonoloom
