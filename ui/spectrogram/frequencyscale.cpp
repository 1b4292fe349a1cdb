// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/frequencyscale.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

BandPlaces::BandPlaces(const DisplaySpectrogram& spectrogram, FrequencyScale scale)
    : spectrogram_(spectrogram), scale_(scale), lowest_(std::max(0.0, spectrogram.bandHertz(-0.5))),
      highest_(spectrogram.bandHertz(spectrogram.bands() - 0.5))
{
    if (scale == FrequencyScale::Logarithmic)
        lowest_ = std::min(std::max(lowest_, leastLogarithmicHertz), highest_ / 2);
}

double BandPlaces::bandAt(double share) const
{
    if (scale_ == FrequencyScale::Own)
        return share * spectrogram_.bands();
    return spectrogram_.bandOf(hertzAt(share)) + 0.5;
}

double BandPlaces::hertzAt(double share) const
{
    switch (scale_) {
    case FrequencyScale::Linear: return lowest_ + share * (highest_ - lowest_);
    case FrequencyScale::Logarithmic: return lowest_ * std::pow(highest_ / lowest_, share);
    case FrequencyScale::Own: break;
    }
    return spectrogram_.bandHertz(share * spectrogram_.bands() - 0.5);
}

double BandPlaces::shareOf(double hertz) const
{
    switch (scale_) {
    case FrequencyScale::Linear: return (hertz - lowest_) / (highest_ - lowest_);
    case FrequencyScale::Logarithmic: return std::log(std::max(hertz, 1e-3) / lowest_) / std::log(highest_ / lowest_);
    case FrequencyScale::Own: break;
    }
    return (spectrogram_.bandOf(hertz) + 0.5) / spectrogram_.bands();
}

} // namespace sonoloom
