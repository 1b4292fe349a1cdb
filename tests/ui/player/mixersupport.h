// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/abmixer.h"

#include <cmath>
#include <memory>
#include <numbers>
#include <vector>

/// Sounds that tell where they are, and what a mixer makes of them.
namespace sonoloom::testsupport
{

inline constexpr int rate = 48000;
inline constexpr std::size_t fadeFrames = 384; // 8 ms at 48 kHz

inline std::vector<float> sine(double hertz, double amplitude, std::size_t frames, double phase = 0)
{
    std::vector<float> samples(frames);
    for (std::size_t i = 0; i < frames; ++i)
        samples[i] = static_cast<float>(
            amplitude * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / rate + phase));
    return samples;
}

/// A counts up, so that every sample tells its frame; exact in float below 2^24.
inline std::vector<float> ramp(float from, std::size_t frames)
{
    std::vector<float> samples(frames);
    for (std::size_t i = 0; i < frames; ++i)
        samples[i] = from + static_cast<float>(i);
    return samples;
}

inline std::shared_ptr<const AbSounds> mono(std::vector<float> a, std::vector<float> b)
{
    return std::make_shared<AbSounds>(AbSounds{rate, 1, std::move(a), std::move(b)});
}

inline std::vector<float> take(AbMixer& mixer, std::size_t frames)
{
    std::vector<float> out(frames, -99.0f);
    mixer.read(out);
    return out;
}

inline double largestStep(const std::vector<float>& samples)
{
    double step = 0;
    for (std::size_t i = 1; i < samples.size(); ++i)
        step = std::max(step, std::abs(static_cast<double>(samples[i]) - samples[i - 1]));
    return step;
}

} // namespace sonoloom::testsupport
