// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/image.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/codec/codec.h"
#include "core/pipeline/displayspectrogram.h"
#include "core/pipeline/shape/melspread.h"
#include "core/pipeline/shape/pixelspread.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace sonoloom
{

/// The images that the codec writes with these parameters.
struct TilePreview {
    /// As written: grey, or R=0 G=left B=right; the top row is the highest band. Never null.
    std::vector<std::shared_ptr<const Image>> tiles;
    std::vector<double> starts; ///< seconds, one a tile
    std::vector<double> lengths; ///< seconds that its pixels span, one a tile
    double columnSeconds = 0.01;
    bool draft = false;         ///< some are still those of earlier parameters; the report, too
    EncodeReport report;        ///< clipped pixels, the maxvol really used
    std::shared_ptr<const PixelSpread> spread; ///< of the tiles' values
    std::shared_ptr<const MelSpread> levels;   ///< of the magnitudes that were drawn; null where the format draws none
};

/// Counts the tiles' values into `spread`, as the codec means them. `threads` never changes a bit.
void countPixels(TilePreview& preview, const Codec& codec, int threads);

/// What the images' pixels span, padding included: where columns are frames, each has its own; in other formats the last
/// image is padded to the length of the others. `lengths` holds what each stands for.
void settleLengths(TilePreview& preview, bool columnsAreFrames);

/// Both, as they belong together.
struct Preview {
    std::shared_ptr<const DisplaySpectrogram> spectrogram;
    std::shared_ptr<const TilePreview> tiles; ///< null in a draft
};

/// What a live preview computes for one sound, in stages that are kept while the parameters they depend on stay:
/// samples -> mel magnitudes (analysis, channels, mode) -> spectrogram for the screen, and mel magnitudes -> pixels.
///
/// One thread at a time. A computation that is cancelled keeps the stages that were finished.
class PreviewStages
{
public:
    explicit PreviewStages(std::shared_ptr<const Audio> sound);
    ~PreviewStages();

    /// Called with a coarse spectrogram first where the full one will take long.
    using DraftSink = std::function<void(Preview)>;

    /// Errors: InvalidArgument (the codec's check), Corrupt (no samples), Cancelled.
    Result<Preview> update(const Codec& codec, int threads, const DraftSink& draft, JobMonitor& monitor);
    /// What is looked at, in seconds: where only pixels are new, its images come first, as a draft. from == to: nothing.
    void setFocus(double from, double to) { focus_ = {from, to}; }

    /// How often each stage was computed.
    struct Counts {
        int mel = 0;
        int pixels = 0;
    };
    Counts counts() const;

private:
    struct Kept;
    Result<void> analyse(const Codec& codec, int threads, const DraftSink& draft, JobMonitor& monitor);
    Result<void> drawFocus(const Codec& codec, int threads, const DraftSink& draft, JobMonitor& monitor);
    Result<std::shared_ptr<const TilePreview>> draw(const Codec& codec, int threads, JobMonitor& monitor);

    std::shared_ptr<const Audio> sound_;
    std::unique_ptr<Kept> kept_;
    std::pair<double, double> focus_;
};

/// Says which parameters the magnitudes depend on: codecs with the same key differ only in pixels.
std::string previewMelKey(const Codec& codec);

/// The analysis behind this codec's images of a sound at `sampleRate`.
MelAnalysis previewAnalysis(const Codec& codec, int sampleRate);

} // namespace sonoloom
