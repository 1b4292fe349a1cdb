// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/corpus/cleanimages.h"

namespace sonoloom::corpus
{

/// landscape, portrait, texture, foliage, gradient, text, screenshot, logo, noise, chart, waves
const std::vector<std::string_view>& pictureKinds();

/// A picture that is no image of sound, 8 bits; every other seed grey. Needs a QGuiApplication, for letters.
Sample otherPicture(std::string_view kind, std::uint64_t seed);

} // namespace sonoloom::corpus
