// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/preview.h"

#include "core/pipeline/previewmel.h"

#include <algorithm>
#include <optional>

namespace sonoloom
{

namespace
{

/// Frames above which a draft comes first: about a third of a second of computing on two cores.
constexpr std::size_t framesWorthADraft = 3000;
constexpr std::size_t framesOfADraft = 1000;

bool isStaged(const Codec& codec)
{
    return codec.name() == "riffusion";
}

/// A coarse spectrogram: every so many columns only.
Result<std::shared_ptr<const DisplaySpectrogram>> draftSpectrogram(const Audio& sound, MelAnalysis analysis,
                                                                   std::size_t frames, int threads, JobMonitor& monitor)
{
    analysis.stft.hop *= static_cast<int>((frames + framesOfADraft - 1) / framesOfADraft);
    auto coarse = displaySpectrogram(sound, analysis, threads, monitor);
    if (!coarse)
        return coarse;
    auto draft = std::make_shared<DisplaySpectrogram>(**coarse);
    draft->draft = true;
    return std::shared_ptr<const DisplaySpectrogram>(std::move(draft));
}

/// Keeps the images that an encoding hands on.
TileSink sinkInto(TilePreview& preview, double sampleRate)
{
    return [&preview, sampleRate](Tile tile) -> Result<void> {
        const std::size_t first = tile.record.tile ? tile.record.tile->firstSample : 0;
        const std::size_t samples = tile.record.tile ? tile.record.tile->samples : 0;
        preview.starts.push_back(static_cast<double>(first) / sampleRate);
        preview.lengths.push_back(static_cast<double>(samples) / sampleRate);
        preview.tiles.push_back(std::make_shared<const Image>(std::move(tile.image)));
        return {};
    };
}

} // namespace

void settleLengths(TilePreview& preview, bool columnsAreFrames)
{
    const double longest = preview.lengths.empty() ? 0 : *std::ranges::max_element(preview.lengths);
    for (std::size_t t = 0; t < preview.lengths.size(); ++t)
        preview.lengths[t] = columnsAreFrames ? preview.tiles[t]->width * preview.columnSeconds : longest;
}

void countPixels(TilePreview& preview, const Codec& codec, int threads)
{
    const PixelMeaning meaning = isStaged(codec) ? PixelMeaning::Levels : PixelMeaning::Colours;
    preview.spread = std::make_shared<PixelSpread>(spreadOf(preview.tiles, meaning, threads));
}

struct PreviewStages::Kept {
    std::string key;
    std::shared_ptr<const DisplaySpectrogram> spectrogram;
    std::optional<PreviewMel> mel; ///< for staged codecs
    std::shared_ptr<const TilePreview> tiles; ///< the newest that were drawn from `mel`
    Counts counts;
};

PreviewStages::PreviewStages(std::shared_ptr<const Audio> sound)
    : sound_(std::move(sound)), kept_(std::make_unique<Kept>())
{
}

PreviewStages::~PreviewStages() = default;

PreviewStages::Counts PreviewStages::counts() const
{
    return kept_->counts;
}

Result<Preview> PreviewStages::update(const Codec& codec, int threads, const DraftSink& draft, JobMonitor& monitor)
{
    if (sound_->sampleCount() == 0)
        return Error{ErrorCode::Corrupt, "The sound holds no samples; open one that does."};
    if (auto fits = codec.check(sound_->sampleRate, static_cast<int>(sound_->channelCount())); !fits)
        return fits.error();
    if (kept_->key != previewMelKey(codec)) {
        PartMonitor part(monitor, 0, 0.9);
        if (auto analysed = analyse(codec, threads, draft, part); !analysed)
            return analysed.error();
    } else if (auto drawn = drawFocus(codec, threads, draft, monitor); !drawn) {
        return drawn.error();
    }
    PartMonitor part(monitor, 0.9, 1);
    auto tiles = draw(codec, threads, part);
    if (!tiles)
        return tiles.error();
    return Preview{kept_->spectrogram, *tiles};
}

Result<void> PreviewStages::analyse(const Codec& codec, int threads, const DraftSink& draft, JobMonitor& monitor)
{
    const MelAnalysis analysis = previewAnalysis(codec, sound_->sampleRate);
    const StftParams own = stftAtRate(analysis.stft, analysis.sampleRate, sound_->sampleRate);
    const std::size_t frames = centredFrameCount(sound_->sampleCount(), own.hop) * sound_->channelCount();
    if (frames > framesWorthADraft) {
        auto coarse = draftSpectrogram(*sound_, analysis, frames, threads, monitor);
        if (!coarse)
            return coarse.error();
        draft({*coarse, nullptr});
    }
    kept_->key.clear();
    kept_->tiles.reset(); // and the magnitudes: two of them would be much memory
    kept_->mel.reset();
    if (isStaged(codec)) {
        auto mel = PreviewMel::compute(sound_, riffusionParamsOf(codec), threads, monitor);
        if (!mel)
            return mel.error();
        kept_->spectrogram = mel->spectrogram();
        kept_->mel = std::move(*mel);
    } else {
        auto spectrogram = displaySpectrogram(*sound_, analysis, threads, monitor);
        if (!spectrogram)
            return spectrogram.error();
        kept_->spectrogram = *spectrogram;
    }
    kept_->key = previewMelKey(codec);
    ++kept_->counts.mel;
    return {};
}

Result<std::shared_ptr<const TilePreview>> PreviewStages::draw(const Codec& codec, int threads, JobMonitor& monitor)
{
    auto preview = std::make_shared<TilePreview>();
    const MelAnalysis analysis = previewAnalysis(codec, sound_->sampleRate);
    preview->columnSeconds = static_cast<double>(analysis.stft.hop) / analysis.sampleRate;
    const TileSink sink = sinkInto(*preview, analysis.sampleRate);
    const auto plain = memorySource(sound_);
    auto report = kept_->mel ? kept_->mel->draw(riffusionParamsOf(codec), sink, threads, monitor)
                             : codec.encode(*plain, {}, sink, threads, monitor);
    if (!report)
        return report.error();
    preview->report = *report;
    settleLengths(*preview, isStaged(codec));
    countPixels(*preview, codec, threads);
    preview->levels = kept_->mel ? kept_->mel->levels() : nullptr;
    ++kept_->counts.pixels;
    kept_->tiles = std::move(preview);
    return kept_->tiles;
}

/// The images in focus among the others as they were, if they are few and lie where they did.
Result<void> PreviewStages::drawFocus(const Codec& codec, int threads, const DraftSink& draft, JobMonitor& monitor)
{
    if (!kept_->mel || !kept_->tiles || focus_.second <= focus_.first)
        return {};
    const TilePreview& before = *kept_->tiles;
    TileRange part{before.tiles.size(), 0};
    for (std::size_t t = 0; t < before.tiles.size(); ++t)
        if (before.starts[t] < focus_.second && before.starts[t] + before.lengths[t] > focus_.first)
            part = {std::min(part.first, t), t + 1};
    const RiffusionParams params = riffusionParamsOf(codec);
    const auto spans = kept_->mel->spans(params);
    if (part.end <= part.first || (part.end - part.first) * 2 > before.tiles.size() || spans.size() != before.tiles.size())
        return {};
    auto preview = std::make_shared<TilePreview>(before);
    preview->draft = true;
    std::size_t next = part.first;
    const TileSink replace = [&](Tile tile) -> Result<void> {
        preview->tiles[next++] = std::make_shared<const Image>(std::move(tile.image));
        return {};
    };
    if (auto drawn = kept_->mel->draw(params, replace, threads, monitor, part); !drawn)
        return drawn.error();
    for (std::size_t t = part.first; t < part.end; ++t)
        if (preview->tiles[t]->width != before.tiles[t]->width)
            return {}; // another duration: they lie elsewhere
    draft({kept_->spectrogram, std::move(preview)});
    return {};
}

std::string previewMelKey(const Codec& codec)
{
    if (isStaged(codec))
        return riffusionMelKey(riffusionParamsOf(codec));
    return codec.name(); // their pixels are computed from the sound each time
}

MelAnalysis previewAnalysis(const Codec& codec, int sampleRate)
{
    const RiffusionParams params = isStaged(codec) ? riffusionParamsOf(codec) : RiffusionParams{};
    return previewAnalysisOf(params, sampleRate);
}

} // namespace sonoloom
