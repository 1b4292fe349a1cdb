// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/engine/magnitudes.h"

#include "core/base/parallel.h"
#include "core/dsp/engine/block.h"
#include "core/dsp/kernels.h"

#include <algorithm>
#include <functional>

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

Magnitudes startMagnitudes(const Engine& engine, const Magnitudes& source, int threads)
{
    const auto bins = static_cast<std::size_t>(engine.grid.phaseGrid().bins());
    Magnitudes all;
    for (const auto& grid : source) {
        Grid<float> magnitudes(grid.rows(), bins);
        parallelFor((grid.rows() + framesInGroup - 1) / framesInGroup, threads, [&](std::size_t group) {
            std::vector<float> frame(bins + kernelLanes);
            const std::size_t to = std::min(grid.rows(), (group + 1) * framesInGroup);
            for (std::size_t f = group * framesInGroup; f < to; ++f) {
                engine.constraint->startMagnitudes(grid.row(f), frame);
                std::copy_n(frame.begin(), bins, magnitudes.row(f).begin());
            }
        });
        all.push_back(std::move(magnitudes));
    }
    return all;
}

Grid<float> sumOfChannels(const Magnitudes& channels)
{
    Grid<float> sum = channels.front();
    for (std::size_t c = 1; c < channels.size(); ++c)
        std::ranges::transform(sum.cells(), channels[c].cells(), sum.cells().begin(), std::plus<>());
    return sum;
}

} // namespace sonoloom
