// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/engine/magnitudes.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

/// Squares of it, and sums of those, stay within single precision.
constexpr float mostMagnitude = 1e15f;

constexpr std::size_t columnsAtOnce = 256;

} // namespace

void makeSound(Grid<float>& magnitudes)
{
    for (float& value : magnitudes.cells())
        value = value > 0.0f ? std::min(value, mostMagnitude) : 0.0f; // not a number compares false
}

Result<Magnitudes> readMagnitudes(MagnitudeSource& source, const Constraint& constraint, std::size_t first,
                                  std::size_t count)
{
    auto channels = source.read(first, count);
    if (!channels)
        return channels.error();
    for (auto& grid : *channels) {
        if (grid.columns() != constraint.sourceLength())
            return Error{ErrorCode::InvalidArgument, "The magnitudes have " + std::to_string(grid.columns()) +
                                                         " rows where their analysis has " +
                                                         std::to_string(constraint.sourceLength()) + "."};
        makeSound(grid);
    }
    return channels;
}

Result<float> peakOf(MagnitudeSource& source, const Constraint& constraint, JobMonitor& monitor)
{
    float peak = 0.0f;
    for (std::size_t first = 0; first < source.columns(); first += columnsAtOnce) {
        if (monitor.cancelled())
            return cancelledError();
        const auto part =
            readMagnitudes(source, constraint, first, std::min(columnsAtOnce, source.columns() - first));
        if (!part)
            return part.error();
        for (const auto& grid : *part)
            peak = std::max(peak, *std::ranges::max_element(grid.cells()));
    }
    return peak;
}

} // namespace sonoloom
