// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/grid.h"
#include "core/base/image.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/codec/codec.h"
#include "core/dsp/reconstruct.h"

#include <cstdint>
#include <functional>
#include <memory>
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
    double seconds = 0;      ///< of the sound
    MelAnalysis analysis;    ///< what the bands are
    bool draft = false;      ///< a coarse one; the full one follows
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

/// The images that the codec will write with these parameters, without their metadata.
struct TilePreview {
    std::vector<Image> tiles;  ///< as written: grey, or R=0 G=left B=right; top row is the highest band
    std::vector<double> starts; ///< seconds, one a tile
    double columnSeconds = 0.01;
    EncodeReport report;        ///< clipped pixels, the maxvol really used
};

/// Both, as they belong together.
struct Preview {
    std::shared_ptr<const DisplaySpectrogram> spectrogram;
    std::shared_ptr<const TilePreview> tiles; ///< null in a draft and for codecs that are not previewed in stages
};

/// What a live preview computes for one sound, in stages that are kept while the parameters they depend on stay:
/// samples -> mel magnitudes (analysis, channels, mode) -> spectrogram for display; mel magnitudes -> pixels (level).
///
/// One thread at a time. A computation that is cancelled keeps the stages that were finished.
class PreviewStages
{
public:
    explicit PreviewStages(std::shared_ptr<const Audio> sound);
    ~PreviewStages();

    /// Called with a coarse spectrogram first where the full one will take long.
    using DraftSink = std::function<void(Preview)>;

    /// Errors: InvalidArgument (the codec's check), Cancelled.
    Result<Preview> update(const Codec& codec, int threads, const DraftSink& draft, JobMonitor& monitor);

    /// True if update() with this codec would find its mel magnitudes ready, so that only pixels are computed.
    bool hasMel(const Codec& codec) const;

    /// How often each stage was computed.
    struct Counts {
        int mel = 0;
        int pixels = 0;
    };
    Counts counts() const;

private:
    struct Stages;
    std::unique_ptr<Stages> stages_;
};

/// The spectrogram of a sound for the screen, on the axes of `analysis` (whose hop may be changed to the sound's rate).
Result<std::shared_ptr<const DisplaySpectrogram>> displaySpectrogram(const Audio& sound, const MelAnalysis& analysis,
                                                                     int threads, JobMonitor& monitor);

/// The spectrogram that mel magnitudes (int16 scale) hold, for images opened without a sound.
Result<std::shared_ptr<const DisplaySpectrogram>> displaySpectrogram(MelSource& mel, const MelAnalysis& analysis,
                                                                     JobMonitor& monitor);

/// The analysis behind this codec's images of a sound at `sampleRate`.
MelAnalysis previewAnalysis(const Codec& codec, int sampleRate);

} // namespace sonoloom
