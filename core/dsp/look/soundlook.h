// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/grid.h"

#include <array>
#include <optional>
#include <string_view>

namespace sonoloom
{

/// What a picture's levels look like, apart from what they show. "Half size" is the mean of 2 x 2 pixels.
struct LookFigures {
    double roughAcross = 0;   ///< second differences over first ones along the rows, half size: sound is smooth in time
    double roughDown = 0;     ///< the same along the columns, half size
    double roughTop = 0;      ///< along the columns of the upper quarter, full size: high bands are narrower than a window sees
    double roughBottom = 0;   ///< of the lower quarter: low bands are wider
    double roughRise = 0;     ///< how much rougher the rows become upwards, where something is to be seen; full size
    double skew = 0;          ///< of the levels: sound is quiet with loud exceptions, or loud with holes
    double acrossFar = 0;     ///< correlation at 32 pixels along the rows
    double downNear = 0;      ///< at 8 pixels along the columns
    double peaked = 0;        ///< logarithm of the gradients' kurtosis
    double columnShare = 0;   ///< share of the columns' means in the variance
    double acrossOverDown = 0; ///< logarithm of the gradients' ratio
    double ridgeAcross = 0;   ///< skew of second differences along the rows: holes are sharp, swells are not
    double ridgeDown = 0;     ///< along the columns
    double medianOver = 0;    ///< median less mean
    double mean = 0;
    double lowerOver = 0;     ///< mean of the lower third less the upper one's, in deviations

    /// The figures of the same picture with its levels turned round.
    LookFigures inverted() const;
    /// The figures of the same picture upside down.
    LookFigures flipped() const;
};

/// Of at most 1024 columns in the middle. Nothing if the picture is of one level or smaller than 32 x 32.
/// @param loudness [height x width], top row first, 0..1
std::optional<LookFigures> lookFigures(const Grid<float>& loudness);

/// How likely a picture is a spectrogram of sound, 0..1, upright and dark where it is loud.
/// Source: logistic regression over the test corpus (core/analysis/README.md).
double soundLikelihood(const LookFigures& figures);

/// How likely a spectrogram's levels are turned round, 0..1.
double invertedLikelihood(const LookFigures& figures);

/// How likely a spectrogram that is not inverted is upside down, 0..1; 0.5 where nothing tells.
double flippedLikelihood(const LookFigures& figures);

/// A spectrogram as it lies in a picture.
struct SoundLook {
    double likelihood = 0; ///< that it is one
    double inverted = 0;   ///< that it is inverted, if it is one
    double flipped = 0;    ///< that it is upside down, if it is one
};

/// Looks at the picture in each of the four ways it may lie.
SoundLook soundLook(const LookFigures& figures);

/// Name and value of each figure, for measurements.
std::array<std::pair<std::string_view, double>, 16> namedFigures(const LookFigures& figures);

} // namespace sonoloom
