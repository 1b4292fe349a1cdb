// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/grid.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// Reading of tests/golden, the vectors that the peers' own programs made (see its README.md). A vector that cannot be
/// read ends the test program with a message: nothing that needs it could be judged.
namespace sonoloom::testsupport
{

/// `name` as the manifest gives it: "f32/inv_mel.f32".
std::filesystem::path goldenPath(const std::string& name);

std::vector<float> goldenFloats(const std::string& name);
std::vector<std::int16_t> goldenInt16(const std::string& name);

/// A vector of shape [bands x frames] as a grid of frames, [frames x bands], as dsp has it.
Grid<float> goldenFrames(const std::string& name, std::size_t bands);

/// ||actual - expected|| / ||expected||; infinite if the lengths differ.
double relativeL2(const std::vector<float>& actual, const std::vector<float>& expected);

} // namespace sonoloom::testsupport
