// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/random.h"
#include "core/base/units.h"
#include "core/dsp/mel.h"
#include "core/dsp/reconstruct.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

/// What the benchmarks run on: the same sound on every machine.
namespace sonoloom::bench
{

inline constexpr int rate = 44100;
/// 512 columns, the length of one default image.
inline constexpr std::size_t clipSamples = 512 * 441;

/// Notes with harmonics over noise, at the 16-bit scale.
inline std::vector<float> music(std::size_t samples = clipSamples)
{
    Random random(1);
    std::vector<float> signal(samples);
    for (std::size_t i = 0; i < samples; ++i) {
        const double t = static_cast<double>(i) / rate;
        const int note = static_cast<int>(t * 4);
        const double hertz = 110 * std::pow(2.0, (note * 7 % 24) / 12.0);
        double tone = 0.02 * random.uniform(-1, 1);
        for (int h = 1; h <= 10; ++h)
            tone += 0.2 / h * std::sin(2 * std::numbers::pi * hertz * h * t) * std::exp(-2 * (t - note / 4.0) * h);
        signal[i] = static_cast<float>(tone * int16FullScale);
    }
    return signal;
}

inline MelAnalysis analysis()
{
    return {stftFromMilliseconds(400, 100, 10, rate), {}, rate};
}

/// Mel magnitudes in memory.
class Columns final : public MagnitudeSource
{
public:
    explicit Columns(std::vector<Grid<float>> mel) : mel_(std::move(mel)) {}
    std::size_t columns() const override { return mel_.front().rows(); }
    int channelCount() const override { return static_cast<int>(mel_.size()); }
    Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) override
    {
        std::vector<Grid<float>> part;
        for (const auto& channel : mel_) {
            part.emplace_back(count, channel.columns());
            for (std::size_t i = 0; i < count; ++i)
                std::copy_n(channel.row(first + i).begin(), channel.columns(), part.back().row(i).begin());
        }
        return part;
    }

private:
    std::vector<Grid<float>> mel_;
};

} // namespace sonoloom::bench
