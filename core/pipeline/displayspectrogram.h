// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/grid.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/dsp/reconstruct.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace sonoloom
{

/// A spectrogram for the screen: the loudest channel of each cell, at full column resolution and in coarser copies.
///
/// 0 dB is a full-scale sine at the centre of a band. Column k is centred on the time k * columnSeconds; band b's centre
/// lies at bandHertz(b), lowest first.
struct DisplaySpectrogram {
    static constexpr double floorDb = -160; ///< what silence is stored as

    double columnSeconds = 0.01;
    double seconds = 0;   ///< of the sound
    MelAnalysis analysis; ///< what the bands are
    bool draft = false;   ///< a coarse one; the full one follows
    /// levels[0] is the whole, levels[k] the maximum over 2^k columns: [ceil(columns / 2^k) x bands], hundredths of dB.
    std::vector<Grid<std::int16_t>> levels;

    std::size_t columns() const { return levels.empty() ? 0 : levels.front().rows(); }
    int bands() const { return analysis.mel.bands; }
    double decibels(std::size_t column, int band) const
    {
        return levels.front()(column, static_cast<std::size_t>(band)) / 100.0;
    }
    /// Centre of a band; fractions lie between bands. Band b spans b - 0.5 .. b + 0.5.
    double bandHertz(double band) const;
    /// The inverse of bandHertz.
    double bandOf(double hertz) const;
};

/// The frames of `stft` for a sound at another rate: the same times.
StftParams stftAtRate(const StftParams& stft, int fromRate, int toRate);

/// Builds a spectrogram for the screen from mel magnitudes (int16 scale) that arrive in blocks.
class DisplayBuilder
{
public:
    DisplayBuilder(const MelAnalysis& analysis, std::size_t columns, double seconds, int threads);

    /// Columns first.. of all channels, one grid `[columns x bands]` a channel. Columns beyond the end are passed over.
    void add(std::size_t first, std::span<const Grid<float>> mel);
    /// Columns that were never added are silence.
    std::shared_ptr<const DisplaySpectrogram> finish() &&;

private:
    std::shared_ptr<DisplaySpectrogram> display_;
    std::vector<float> offsets_; // hundredths of dB that make a full-scale sine 0, one a band
    int threads_;
};

/// The spectrogram of a sound for the screen, on the times and bands of `analysis`, at the sound's own rate.
/// Bands above half that rate are silent. Errors: Cancelled.
Result<std::shared_ptr<const DisplaySpectrogram>> displaySpectrogram(const Audio& sound, const MelAnalysis& analysis,
                                                                     int threads, JobMonitor& monitor);

/// The spectrogram that mel magnitudes (int16 scale) hold, for images opened without a sound.
/// Errors: Cancelled, what `mel` reports.
Result<std::shared_ptr<const DisplaySpectrogram>> displaySpectrogram(MagnitudeSource& mel, const MelAnalysis& analysis,
                                                                     int threads, JobMonitor& monitor);

/// A stretch of a spectrogram.
struct DisplayPart {
    const DisplaySpectrogram& of;
    std::size_t first = 0; ///< column
    std::size_t columns = 0;
};

/// Stretches of spectrograms of one analysis, one after the other. @param parts at least one
std::shared_ptr<const DisplaySpectrogram> joinedSpectrograms(std::span<const DisplayPart> parts, int threads);

/// How far the levels of two spectrograms of one analysis are apart, in dB from 0 up, over the columns that both have;
/// levels more than `rangeDb` under the loudest cell of `a` count as that.
std::shared_ptr<const DisplaySpectrogram> levelsApart(const DisplaySpectrogram& a, const DisplaySpectrogram& b,
                                                      double rangeDb);

} // namespace sonoloom
