// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/riffusiondecode.h"

#include "core/base/units.h"
#include "core/codec/hobbyfinish.h"
#include "core/codec/riffusiongrid.h"
#include "core/codec/wavdiff/lanczos.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sonoloom
{

namespace
{

/// Images kept in memory; at least two, so that columns across an edge do not load in turns.
constexpr std::size_t keptBytes = std::size_t{48} << 20;
constexpr std::size_t leastKept = 2;

std::size_t bytesOf(const Image& image)
{
    return image.samples.size() * sizeof(std::uint16_t);
}

std::vector<float> melTable(const LevelCurve& curve, bool unbiased)
{
    std::vector<std::uint16_t> pixels(curve.depth == 16 ? 65536u : 256u);
    std::iota(pixels.begin(), pixels.end(), std::uint16_t{0});
    std::vector<float> table(pixels.size());
    melFromPixels(pixels, curve, unbiased, table);
    return table;
}

void readColumn(const Image& image, int x, int colour, const std::vector<float>& melOfPixel, std::span<float> bands)
{
    for (std::size_t b = 0; b < bands.size(); ++b)
        bands[b] = melOfPixel[image.at(x, image.height - 1 - static_cast<int>(b), colour)];
}

/// Two channels become their mean, one becomes two alike.
void fitChannels(std::vector<Grid<float>>& mel, int channels)
{
    if (mel.size() == 1 && channels == 2) {
        mel.push_back(mel.front());
    } else if (mel.size() == 2 && channels == 1) {
        const auto left = mel[0].cells();
        const auto right = mel[1].cells();
        for (std::size_t i = 0; i < left.size(); ++i)
            left[i] = 0.5f * (left[i] + right[i]);
        mel.pop_back();
    }
}

} // namespace

RiffusionDecoding::RiffusionDecoding(ImageSet& images, const ReadingWish& wish)
    : images_(images), compatible_(wish.params.compatible), finish_(wish.params.finish)
{
}

Result<std::unique_ptr<Decoding>> RiffusionDecoding::open(ImageSet& images, const ReadingWish& wish, JobMonitor& monitor)
{
    if (images.count() == 0)
        return Error{ErrorCode::InvalidArgument, "There are no images to decode."};
    std::unique_ptr<RiffusionDecoding> decoding(new RiffusionDecoding(images, wish));
    if (auto looked = decoding->look(wish, monitor); !looked)
        return looked.error();
    if (auto laid = decoding->layOut(wish); !laid)
        return laid.error();
    return std::unique_ptr<Decoding>(std::move(decoding));
}

Result<void> RiffusionDecoding::look(const ReadingWish& wish, JobMonitor& monitor)
{
    OncePerSentence notices(monitor);
    for (std::size_t i = 0; i < images_.count(); ++i) {
        if (monitor.cancelled())
            return cancelledError();
        auto image = images_.load(i);
        if (!image)
            return image.error();
        auto reading = readingOf(*image, images_.name(i), images_.record(i), wish, notices);
        if (!reading)
            return reading.error();
        if (i > 0)
            if (auto fits = checkFitsTogether(tiles_.front(), *reading, images_.name(i)); !fits)
                return fits;
        tiles_.push_back(std::move(*reading));
        remember(i, std::move(*image));
    }
    return {};
}

Result<void> RiffusionDecoding::layOut(const ReadingWish& wish)
{
    const TileReading& first = tiles_.front();
    analysis_ = analysisOf(first.params, first.sampleRate);
    analysis_.mel.topHz = first.params.topHz;
    const double ownHop = std::max(1, analysis_.stft.hop);
    channels_ = first.stereo ? 2 : 1;
    if (wish.gives("channels") && wish.params.channels != RiffusionChannels::Auto)
        channels_ = wish.params.channels == RiffusionChannels::Stereo ? 2 : 1;
    if (compatible_)
        layOutCompatible();
    firstColumns_.assign(1, 0);
    samples_ = 0;
    for (std::size_t t = 0; t < tiles_.size(); ++t) {
        const std::size_t columns = tiles_[t].columns;
        firstColumns_.push_back(firstColumns_.back() + columns);
        samples_ += t + 1 < tiles_.size() ? columns * static_cast<std::size_t>(ownHop) : tiles_[t].samples;
    }
    columns_ = firstColumns_.back();
    // Another step stretches time by exactly its ratio, even where no whole hop does: columns are then interpolated.
    const double ratio = wish.gives("step-ms") && !compatible_ ? wish.params.stepMs / first.params.stepMs : 1.0;
    const double hop = ownHop * ratio;
    analysis_.stft.hop = std::max(1, static_cast<int>(std::lround(hop)));
    ownPerColumn_ = analysis_.stft.hop / hop;
    samples_ = static_cast<std::size_t>(std::llround(static_cast<double>(samples_) * ratio));
    columns_ = static_cast<std::size_t>(std::ceil(static_cast<double>(columns_) / ownPerColumn_ - 1e-9));
    RiffusionParams asked = first.params;
    asked.stepMs *= ratio;
    return checkAnalysis(asked, first.sampleRate);
}

/// The peer's images end where the next begins: the shared column is taken once, an image stands for the steps between.
void RiffusionDecoding::layOutCompatible()
{
    const auto hop = static_cast<std::size_t>(std::max(1, analysis_.stft.hop));
    for (std::size_t t = 0; t < tiles_.size(); ++t) {
        TileReading& tile = tiles_[t];
        const std::size_t steps = std::max<std::size_t>(1, static_cast<std::size_t>(tile.width) - 1);
        tile.columns = t + 1 < tiles_.size() ? steps : static_cast<std::size_t>(tile.width);
        tile.samples = steps * hop;
    }
}

Result<Reconstructed> RiffusionDecoding::audio(const ReconstructParams& params, int threads, JobMonitor& monitor)
{
    auto found = reconstruct(*this, analysis_, samples_, params, threads, monitor);
    if (!found)
        return found;
    for (auto& channel : found->audio.channels)
        for (float& sample : channel)
            sample /= static_cast<float>(int16FullScale);
    if (finish_)
        found->audio = finishedAsHobby(found->audio);
    return found;
}

Result<std::vector<Grid<float>>> RiffusionDecoding::read(std::size_t first, std::size_t count)
{
    if (ownPerColumn_ == 1.0)
        return readOwn(first, count);
    const std::size_t last = firstColumns_.back() - 1;
    const auto ownColumn = [&](std::size_t column) {
        return std::min(last, static_cast<std::size_t>(static_cast<double>(column) * ownPerColumn_));
    };
    const std::size_t ownFirst = ownColumn(first);
    const std::size_t ownEnd = std::min(last, ownColumn(first + count) + 1) + 1;
    auto own = readOwn(ownFirst, ownEnd - ownFirst);
    if (!own)
        return own;
    return stretched(*own, first, ownFirst, count);
}

std::vector<Grid<float>> RiffusionDecoding::stretched(const std::vector<Grid<float>>& own, std::size_t first,
                                                      std::size_t ownFirst, std::size_t count) const
{
    std::vector<Grid<float>> mel;
    for (const Grid<float>& channel : own) {
        Grid<float> columns(count, channel.columns());
        for (std::size_t i = 0; i < count; ++i) {
            const double place = std::min(static_cast<double>(first + i) * ownPerColumn_ - static_cast<double>(ownFirst),
                                          static_cast<double>(channel.rows() - 1));
            const auto before = static_cast<std::size_t>(place);
            const std::size_t after = std::min(before + 1, channel.rows() - 1);
            const auto share = static_cast<float>(place - static_cast<double>(before));
            for (std::size_t b = 0; b < channel.columns(); ++b)
                columns(i, b) = channel(before, b) + share * (channel(after, b) - channel(before, b));
        }
        mel.push_back(std::move(columns));
    }
    return mel;
}

Result<std::vector<Grid<float>>> RiffusionDecoding::readOwn(std::size_t first, std::size_t count)
{
    const bool stereo = tiles_.front().stereo;
    std::vector<Grid<float>> mel(stereo ? 2 : 1, Grid<float>(count, static_cast<std::size_t>(analysis_.mel.bands)));
    for (std::size_t done = 0; done < count;) {
        const std::size_t column = first + done;
        const auto next = std::ranges::upper_bound(firstColumns_, column);
        const auto tile = static_cast<std::size_t>(next - firstColumns_.begin()) - 1;
        const auto source = loaded(tile);
        if (!source)
            return source.error();
        const std::size_t end = std::min(count, *next - first);
        for (; done < end; ++done)
            for (std::size_t c = 0; c < mel.size(); ++c)
                readColumn((*source)->image, static_cast<int>(first + done - firstColumns_[tile]),
                           static_cast<int>(c) + (stereo ? 1 : 0), (*source)->melOfPixel, mel[c].row(done));
    }
    fitChannels(mel, channels_);
    return mel;
}

Result<const RiffusionDecoding::Loaded*> RiffusionDecoding::loaded(std::size_t tile)
{
    const auto found = std::ranges::find(recent_, tile, &Loaded::tile);
    if (found != recent_.end()) {
        recent_.splice(recent_.begin(), recent_, found);
        return &recent_.front();
    }
    auto image = images_.load(tile);
    if (!image)
        return image.error();
    const TileReading& reading = tiles_[tile];
    const bool same = image->width == reading.width && image->height == reading.height &&
                      image->depth == reading.curve.depth && (!reading.stereo || image->channels >= 3);
    if (!same)
        return Error{ErrorCode::Corrupt, images_.name(tile) + " was changed while it was decoded; decode it again."};
    remember(tile, std::move(*image));
    return &recent_.front();
}

void RiffusionDecoding::remember(std::size_t tile, Image image)
{
    const TileReading& reading = tiles_[tile];
    if (image.width != reading.drawnWidth || image.height != reading.drawnHeight)
        image = resizedByLanczos4(image, reading.drawnWidth, reading.drawnHeight, 1);
    std::size_t bytes = bytesOf(image);
    recent_.push_front({tile, std::move(image), melTable(tiles_[tile].curve, !compatible_)});
    auto keep = std::next(recent_.begin());
    for (std::size_t count = 1; keep != recent_.end(); ++keep, ++count) {
        bytes += bytesOf(keep->image);
        if (count >= leastKept && bytes > keptBytes)
            break;
    }
    recent_.erase(keep, recent_.end());
}

} // namespace sonoloom
