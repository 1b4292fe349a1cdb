// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/loudnessmeter.h"

#include "core/analysis/truepeak.h"
#include "core/base/units.h"

#include <algorithm>
#include <limits>

namespace sonoloom
{

namespace
{

constexpr std::size_t stepsOfShortTerm = 30;

} // namespace

LoudnessMeter::LoudnessMeter(int sampleRate, int channels) : sampleRate_(sampleRate)
{
    const auto count = static_cast<std::size_t>(channels);
    for (std::size_t c = 0; c < count; ++c)
        channels_.push_back({LoudnessWeighting(sampleRate), loudnessChannelWeight(c, count), {}});
}

void LoudnessMeter::add(std::span<const float> interleaved)
{
    const std::size_t count = channels_.size();
    for (std::size_t at = 0; at + count <= interleaved.size(); at += count) {
        for (std::size_t c = 0; c < count; ++c) {
            const double y = channels_[c].weighting.next(interleaved[at + c]);
            sum_ += channels_[c].weight * y * y;
        }
        ++frames_;
        const std::size_t begin = loudnessStepEdge(steps_.size(), sampleRate_);
        const std::size_t end = loudnessStepEdge(steps_.size() + 1, sampleRate_);
        if (frames_ < end)
            continue;
        steps_.push_back(sum_ / static_cast<double>(end - begin));
        sum_ = 0;
    }
    addPeaks(interleaved);
}

void LoudnessMeter::addPeaks(std::span<const float> interleaved)
{
    const std::size_t count = channels_.size();
    for (std::size_t c = 0; c < count; ++c) {
        auto& recent = channels_[c].recent;
        for (std::size_t at = c; at < interleaved.size(); at += count)
            recent.push_back(interleaved[at]);
        peak_ = std::max(peak_, truePeakWithin(recent, sampleRate_));
        if (recent.size() > truePeakOverlap)
            recent.erase(recent.begin(), recent.end() - truePeakOverlap);
    }
}

std::optional<double> LoudnessMeter::lufsOfLast(std::size_t steps) const
{
    if (steps_.size() < steps)
        return std::nullopt;
    double sum = 0;
    for (std::size_t i = steps_.size() - steps; i < steps_.size(); ++i)
        sum += steps_[i];
    return lufsFromPower(sum / static_cast<double>(steps));
}

MeterReading LoudnessMeter::reading() const
{
    MeterReading reading;
    reading.momentaryLufs = lufsOfLast(loudnessStepsInBlock);
    reading.shortTermLufs = lufsOfLast(stepsOfShortTerm);
    reading.integratedLufs = integratedLufs(steps_);
    if (steps_.size() >= loudnessStepsInBlock && peak_ == 0)
        reading.integratedLufs = -std::numeric_limits<double>::infinity();
    if (frames_ > 0)
        reading.truePeakDb = decibelsFromAmplitude(peak_);
    return reading;
}

} // namespace sonoloom
