// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"
#include "core/base/grid.h"
#include "core/dsp/bandmatrix.h"
#include "core/dsp/stft.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace sonoloom
{

/// Bands of a mel scale: triangles with peak 1 between neighbouring centres, HTK's formula.
struct MelParams {
    int bands = 512;
    double minHz = 0.0;
    double topHz = 10'000.0;
    bool operator==(const MelParams&) const = default;
};

/// 2595 log10(1 + hz / 700), and back. Source: HTK book, section 5.4; torchaudio.functional.melscale_fbanks.
double melFromHertz(double hertz);
double hertzFromMel(double mel);

/// The non-zero weights of a mel filterbank over the bins of an FFT: a bin lies under at most two bands.
class MelFilterbank
{
public:
    /// @param bins number of bins, bin k lies at k * (rate/2) / (bins - 1), as torchaudio places it
    MelFilterbank(const MelParams& mel, int bins, double sampleRate);

    int bands() const { return static_cast<int>(rows_.size()); }
    int bins() const { return bins_; }

    /// The weights of one band over the bins.
    const BandRow& band(int b) const { return rows_[static_cast<std::size_t>(b)]; }
    std::span<const BandRow> rows() const { return rows_; }

    /// bandsOut[b] = sum_k weight(b, k) * magnitudes[k]. `magnitudes` holds bins(), `bandsOut` bands() values.
    void apply(std::span<const float> magnitudes, std::span<float> bandsOut) const;

private:
    int bins_;
    std::vector<BandRow> rows_;
};

/// Mel magnitudes of one channel, computed as it is fed, with memory for a few frames only.
///
/// Frame k is centred on sample k * hop; the signal is reflected at its two true ends, where `feed` began and `finish`
/// was called. Magnitudes are those of the unscaled FFT of the samples as fed (callers that follow the peers feed
/// samples on the int16 scale). How the samples are cut into feeds never changes a bit.
class MelAnalyser
{
public:
    /// @param threads 0: all; never changes a bit
    MelAnalyser(const StftParams& stft, const MelParams& mel, double sampleRate, int threads);
    ~MelAnalyser();
    MelAnalyser(MelAnalyser&&) noexcept;
    MelAnalyser& operator=(MelAnalyser&&) noexcept;

    const StftParams& stft() const;
    int bands() const;

    /// Adds samples; returns the frames that can be computed now, [frames x bands], maybe none.
    Grid<float> feed(std::span<const float> samples);

    /// The signal ends here. Returns frames until `totalFrames` have been returned in all; those centred beyond the
    /// last sample by a hop or more are zero.
    Grid<float> finish(std::size_t totalFrames);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Mel magnitudes of a whole signal, [frames x bands]; frames = 1 + samples/hop unless given.
Grid<float> melSpectrogram(std::span<const float> samples, const StftParams& stft, const MelParams& mel,
                           double sampleRate, int threads);

} // namespace sonoloom
