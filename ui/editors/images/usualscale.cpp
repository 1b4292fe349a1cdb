// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/images/usualscale.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double rangeDb = 80;
constexpr double quietestTop = -60;

} // namespace

ColourScale usualScale(const DisplaySpectrogram* a, const DisplaySpectrogram* b)
{
    double top = quietestTop;
    for (const DisplaySpectrogram* each : {a, b})
        if (each && !each->levels.empty() && !each->levels.back().empty())
            top = std::max(top, std::ceil(std::ranges::max(each->levels.back().cells()) / 1000.0) * 10);
    return {ColourMap::Magma, top, rangeDb};
}

} // namespace sonoloom
