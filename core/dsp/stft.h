// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/grid.h"
#include "core/base/monitor.h"
#include "core/base/result.h"

#include <complex>
#include <cstddef>
#include <span>
#include <vector>

namespace sonoloom
{

/// The frames of a short-time Fourier transform, in samples.
struct StftParams {
    int fftSize = 17640; ///< frame length, zero-padded around the window
    int window = 4410;   ///< periodic Hann, centred in the frame
    int hop = 441;
    bool operator==(const StftParams&) const = default;

    int bins() const { return fftSize / 2 + 1; }
};

/// StftParams from milliseconds as the peers compute them: int(ms / 1000 * rate) each.
StftParams stftFromMilliseconds(double paddedMs, double windowMs, double stepMs, int sampleRate);

/// Errors: InvalidArgument if a length is below 1, the window is longer than the frame, or the hop longer than the window.
Result<void> checkStft(const StftParams& stft);

/// Number of centred frames over `samples` samples: 1 + samples / hop (torch's rule).
std::size_t centredFrameCount(std::size_t samples, int hop);

/// A signal read at any index by a padding rule: reflected at its two ends, zero where even the reflection ends.
///
/// Reflection is numpy's and torch's "reflect" (the edge sample is not repeated) where the signal is longer than the
/// padding; shorter signals are reflected as far as they reach, then continue by reflecting again; one sample is repeated.
class ReflectedSignal
{
public:
    explicit ReflectedSignal(std::span<const float> samples) : samples_(samples) {}
    float at(std::ptrdiff_t index) const;
    /// Copies samples first..first+out.size()-1.
    void copy(std::ptrdiff_t first, std::span<float> out) const;

private:
    std::span<const float> samples_;
};

/// The centred STFT: frame k is centred on sample k * hop.
/// @return [1 + samples/hop frames x fftSize/2+1 bins], not scaled; Cancelled
Result<Grid<std::complex<float>>> stft(std::span<const float> samples, const StftParams& params, int threads,
                                       JobMonitor& monitor);

/// Frames first..first+count-1 of stft(samples, params), bit for bit, without computing the others.
Result<Grid<std::complex<float>>> stftFrames(std::span<const float> samples, const StftParams& params,
                                             std::size_t first, std::size_t count, int threads, JobMonitor& monitor);

/// The least-squares inverse: windowed overlap-add divided by the sum of squared windows.
/// @param frames [frames x fftSize/2+1 bins] @param length samples to return, counted from the centre of frame 0
std::vector<float> inverseStft(const Grid<std::complex<float>>& frames, const StftParams& params, std::size_t length);

} // namespace sonoloom
