// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace sonoloom
{

/// Where the bundled sample (20 s of stereo music, FLAC) is: in the share folder beside the running program where it is
/// installed, else in the source tree the program was built from.
///
/// @return a path; nothing is there if the program was moved out of its installation and the source tree is gone
std::filesystem::path sampleFile();

} // namespace sonoloom
