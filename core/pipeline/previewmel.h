// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/codec/riffusionencode.h"
#include "core/pipeline/displayspectrogram.h"
#include "core/pipeline/shape/melspread.h"

#include <memory>
#include <string>
#include <vector>

namespace sonoloom
{

/// The codec's parameters by value; `codec` must be riffusion's.
RiffusionParams riffusionParamsOf(const Codec& codec);

/// Equal for parameters that give the same magnitudes.
std::string riffusionMelKey(const RiffusionParams& params);

/// The analysis behind the images of a sound at `sampleRate`, which may be made at another rate (compatible mode).
MelAnalysis previewAnalysisOf(const RiffusionParams& params, int sampleRate);

/// The magnitudes behind riffusion's images of one sound, kept so that pixels can be drawn again and again.
class PreviewMel
{
public:
    /// Errors: Cancelled, the codec's.
    static Result<PreviewMel> compute(const std::shared_ptr<const Audio>& sound, const RiffusionParams& params,
                                      int threads, JobMonitor& monitor);

    std::shared_ptr<const DisplaySpectrogram> spectrogram() const { return spectrogram_; }
    std::shared_ptr<const MelSpread> levels() const { return levels_; }

    /// The images by `params`, which must have the same riffusionMelKey as those computed with, or some of them.
    Result<EncodeReport> draw(const RiffusionParams& params, const TileSink& sink, int threads,
                              JobMonitor& monitor, TileRange part = {}) const;
    /// Where all images of draw() begin and end.
    std::vector<TileSpan> spans(const RiffusionParams& params) const;

private:
    struct Block {
        std::size_t first = 0;
        std::vector<Grid<float>> mel;
    };
    class Replay;
    Result<void> computeBest(const std::shared_ptr<const Audio>& sound, int threads, JobMonitor& monitor);
    void keep(std::size_t first, const std::vector<Grid<float>>& mel);
    Result<void> computeCompatible(const std::shared_ptr<const Audio>& sound, int threads, JobMonitor& monitor);

    EncodePlan plan_; ///< its tiles are those of the compatible mode; the best mode's follow from the parameters
    std::size_t samples_ = 0;
    std::vector<Block> blocks_;
    std::vector<MelRange> ranges_; ///< of each column
    std::shared_ptr<const DisplaySpectrogram> spectrogram_;
    std::shared_ptr<MelSpread> levels_ = std::make_shared<MelSpread>();
};

} // namespace sonoloom
