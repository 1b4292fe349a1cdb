// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "core/pipeline/displayspectrogram.h"

#include <string>

namespace sonoloom
{

/// Original, reconstruction and their difference in dB one below the other, with axes in time and Hz and colour keys.
///
/// Both spectrograms must have the same analysis. Needs a QGuiApplication, as drawPanels.
Image comparisonPicture(const DisplaySpectrogram& original, const DisplaySpectrogram& result, const std::string& title);

} // namespace sonoloom
