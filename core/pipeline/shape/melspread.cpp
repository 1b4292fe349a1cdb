// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/shape/melspread.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace sonoloom
{

void MelSpread::add(std::span<const float> mel)
{
    for (const float cell : mel)
        if (cell > 0 && cell <= std::numeric_limits<float>::max()) {
            ++counts_[std::bit_cast<std::uint32_t>(cell) >> stepBits];
            ++cells_;
            loudest_ = std::max(loudest_, cell);
        }
}

double MelSpread::shareAbove(double mel) const
{
    if (cells_ == 0)
        return 0;
    const auto limit = static_cast<float>(std::clamp(mel, 0.0, 1e30));
    std::uint64_t above = 0;
    for (std::size_t step = (std::bit_cast<std::uint32_t>(limit) >> stepBits) + 1; step < counts_.size(); ++step)
        above += counts_[step];
    return static_cast<double>(above) / static_cast<double>(cells_);
}

double MelSpread::reachedBy(double share) const
{
    const double wanted = share * static_cast<double>(cells_);
    std::uint64_t above = 0;
    for (std::size_t step = counts_.size(); step-- > 0;) {
        above += counts_[step];
        if (counts_[step] > 0 && static_cast<double>(above) >= wanted)
            return std::bit_cast<float>(static_cast<std::uint32_t>(step) << stepBits);
    }
    return 0;
}

} // namespace sonoloom
