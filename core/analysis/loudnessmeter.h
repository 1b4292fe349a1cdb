// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/loudnessparts.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace sonoloom
{

/// What a meter shows. Nothing: not defined yet, or not at all; -infinity: digital silence.
struct MeterReading {
    std::optional<double> momentaryLufs;  ///< of the last 400 ms
    std::optional<double> shortTermLufs;  ///< of the last 3 s
    std::optional<double> integratedLufs; ///< of all of it, both gates applied
    std::optional<double> truePeakDb;     ///< greatest of all of it, dB over full scale (dBTP)
    bool operator==(const MeterReading&) const = default;
};

/// Measures how loud a sound is while it comes in, every 100 ms anew; all of it together has the loudness of loudnessOf().
///
/// For one thread at a time. Holds eight bytes for each 100 ms.
/// Source: ITU-R BS.1770-4, annexes 1 and 2; EBU Tech 3341 (momentary, short-term).
class LoudnessMeter
{
public:
    /// @param sampleRate Hz, at least 100 @param channels in the order of a WAV file
    LoudnessMeter(int sampleRate, int channels);

    /// @param interleaved whole frames, as many as came
    void add(std::span<const float> interleaved);
    MeterReading reading() const;

private:
    void addPeaks(std::span<const float> interleaved);
    std::optional<double> lufsOfLast(std::size_t steps) const;

    struct Channel {
        LoudnessWeighting weighting;
        double weight;
        std::vector<float> recent; ///< samples whose neighbours have not come yet, and the new ones
    };
    int sampleRate_;
    std::vector<Channel> channels_;
    std::vector<double> steps_; ///< mean squares, one for each 100 ms
    double sum_ = 0;            ///< of squares of the step that is coming in
    std::size_t frames_ = 0;
    double peak_ = 0;
};

} // namespace sonoloom
