// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/melbetween.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sonoloom
{

MelBetween::MelBetween(MelSet& images, std::vector<double> shares, const MelInterpolation& interpolation)
    : images_(images), shares_(std::move(shares)), interpolation_(interpolation), begins_{0},
      first_(static_cast<std::size_t>(images.channelCount()),
             Grid<float>(1, static_cast<std::size_t>(images.analysis().mel.bands))),
      second_(first_), next_(first_)
{
    assert(images.count() == 2 && !shares_.empty());
    const auto widthA = static_cast<double>(images.columns(0));
    const auto widthB = static_cast<double>(images.columns(1));
    for (const double share : shares_)
        begins_.push_back(begins_.back() +
                          static_cast<std::size_t>(std::lround((1 - share) * widthA + share * widthB)));
}

Result<std::vector<Grid<float>>> MelBetween::read(std::size_t first, std::size_t count)
{
    std::vector<Grid<float>> mel(first_.size(), Grid<float>(count, first_.front().columns()));
    for (std::size_t i = 0; i < count; ++i)
        if (auto done = readColumn(first + i, mel, i); !done)
            return done.error();
    return mel;
}

/// @param place a column of the image, maybe between two
Result<void> MelBetween::readStretched(std::size_t image, double place, std::vector<Grid<float>>& into)
{
    const std::size_t last = images_.columns(image) - 1;
    const double inside = std::clamp(place, 0.0, static_cast<double>(last));
    const auto before = static_cast<std::size_t>(inside);
    if (auto done = images_.read(image, before, into, 0); !done)
        return done;
    const auto share = static_cast<float>(inside - static_cast<double>(before));
    if (share == 0)
        return {};
    if (auto done = images_.read(image, before + 1, next_, 0); !done)
        return done;
    for (std::size_t c = 0; c < into.size(); ++c)
        for (std::size_t b = 0; b < into[c].columns(); ++b)
            into[c](0, b) += share * (next_[c](0, b) - into[c](0, b));
    return {};
}

Result<void> MelBetween::readColumn(std::size_t column, std::vector<Grid<float>>& into, std::size_t row)
{
    const auto image = static_cast<std::size_t>(std::ranges::upper_bound(begins_, column) - begins_.begin()) - 1;
    const auto width = static_cast<double>(begins_[image + 1] - begins_[image]);
    const double centre = static_cast<double>(column - begins_[image]) + 0.5;
    const auto placeIn = [&](std::size_t which) {
        const auto own = static_cast<double>(images_.columns(which));
        return own == width ? centre - 0.5 : centre * own / width - 0.5;
    };
    if (auto done = readStretched(0, placeIn(0), first_); !done)
        return done;
    if (auto done = readStretched(1, placeIn(1), second_); !done)
        return done;
    for (std::size_t c = 0; c < into.size(); ++c)
        interpolateColumn(first_[c].row(0), second_[c].row(0), shares_[image], interpolation_, into[c].row(row));
    return {};
}

} // namespace sonoloom
