// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/wavdiff/wavdiffdecode.h"

#include "core/base/parallel.h"
#include "core/codec/riffusionmix.h"

#include <algorithm>
#include <set>

namespace sonoloom
{

namespace
{

using Complex = std::complex<float>;

constexpr std::size_t framesAtOnce = 256; ///< that become sound together
constexpr std::size_t framesAPart = 32;   ///< of these on one thread
constexpr std::size_t keptImages = 2;
constexpr std::size_t greatestSilence = std::size_t{3600} * 48000; ///< samples of it that a record may ask for

Error misfit(const std::string& name, const std::string& what)
{
    return {ErrorCode::InvalidArgument, name + " does not fit the images before it: " + what + "; decode it on its own."};
}

Result<void> checkFits(const WavdiffReading& first, const WavdiffReading& other, const std::string& name)
{
    if (first.sampleRate != other.sampleRate)
        return misfit(name, "its sample rate is " + std::to_string(other.sampleRate) + " Hz instead of " +
                                std::to_string(first.sampleRate) + " Hz");
    if (!(first.code.grid == other.code.grid) || first.code.pixels != other.code.pixels || first.code.depth != other.code.depth)
        return misfit(name, "its size, layout or depth is another");
    if (first.channels != other.channels)
        return misfit(name, "it is of a sound with " + std::to_string(other.channels) + " channels instead of " +
                                std::to_string(first.channels));
    return {};
}

/// Rows first..first+count-1.
Grid<Complex> rowsOf(const Grid<Complex>& grid, std::size_t first, std::size_t count)
{
    Grid<Complex> rows(count, grid.columns());
    std::copy_n(grid.cells().begin() + static_cast<std::ptrdiff_t>(first * grid.columns()), count * grid.columns(),
                rows.cells().begin());
    return rows;
}

} // namespace

Result<std::unique_ptr<Decoding>> WavdiffDecoding::open(ImageSet& images, const WavdiffWish& wish, JobMonitor& monitor)
{
    if (images.count() == 0)
        return Error{ErrorCode::InvalidArgument, "There are no images to decode."};
    std::unique_ptr<WavdiffDecoding> decoding(new WavdiffDecoding(images));
    decoding->findsPhases_ = wish.params.phase == WavdiffPhase::Found;
    if (auto looked = decoding->look(wish, monitor); !looked)
        return looked.error();
    if (auto laid = decoding->layOut(wish, monitor); !laid)
        return laid.error();
    return std::unique_ptr<Decoding>(std::move(decoding));
}

Result<void> WavdiffDecoding::look(const WavdiffWish& wish, JobMonitor& monitor)
{
    std::set<std::string> told;
    const auto notice = [&](const std::string& sentence) {
        if (told.insert(sentence).second)
            monitor.notice(sentence);
    };
    for (std::size_t i = 0; i < images_.count(); ++i) {
        if (monitor.cancelled())
            return cancelledError();
        const auto image = images_.load(i);
        if (!image)
            return image.error();
        auto reading = wavdiffReadingOf(image.value(), images_.name(i), images_.record(i), wish, notice);
        if (!reading)
            return reading.error();
        if (i > 0)
            if (auto fits = checkFits(readings_.front(), *reading, images_.name(i)); !fits)
                return fits;
        reading->code.onlyMagnitudes = findsPhases_;
        readings_.push_back(std::move(*reading));
    }
    return {};
}

/// Which image is which channel's: the record's place tells, without one they alternate if stereo was asked for.
Result<void> WavdiffDecoding::dealOut(const WavdiffWish& wish, JobMonitor& monitor)
{
    const bool asksStereo = wish.gives("channels") && wish.params.channels == WavdiffChannels::Stereo;
    const bool pairs = readings_.front().channels == 2 || (readings_.front().channels == 0 && asksStereo);
    lanes_.resize(pairs ? 2 : 1);
    for (std::size_t i = 0; i < readings_.size(); ++i) {
        const auto& place = readings_[i].place;
        const auto number = place ? static_cast<std::size_t>(std::max(0, place->index)) : i;
        Lane& lane = lanes_[number % lanes_.size()];
        lane.images.push_back(i);
        lane.firstColumns.push_back(lane.firstColumns.back() + readings_[i].columns);
    }
    if (lanes_.size() == 1)
        return {};
    for (std::size_t side = 0; side < 2; ++side)
        if (lanes_[side].images.empty()) {
            monitor.notice(std::string("Only the ") + (side == 0 ? "right" : "left") + " channel's images are there; the sound is mono.");
            lanes_.erase(lanes_.begin() + static_cast<std::ptrdiff_t>(side));
            return {};
        }
    if (lanes_[0].firstColumns != lanes_[1].firstColumns)
        return Error{ErrorCode::InvalidArgument, "The images of the left and the right channel are not equally many; name both of each pair, "
                                                 "such as " + images_.name(0) + " and the next."};
    return {};
}

Result<void> WavdiffDecoding::layOut(const WavdiffWish& wish, JobMonitor& monitor)
{
    if (auto dealt = dealOut(wish, monitor); !dealt)
        return dealt;
    channels_ = static_cast<int>(lanes_.size());
    if (wish.gives("channels") && wish.params.channels != WavdiffChannels::Auto)
        channels_ = wish.params.channels == WavdiffChannels::Stereo ? 2 : 1;
    const Lane& lane = lanes_.front();
    const auto hop = static_cast<std::size_t>(readings_.front().code.grid.stft.hop);
    const bool isPeers = readings_.front().channels == 0 && readings_.front().code.pixels != WavdiffPixels::Exact;
    if (isPeers) { // its last frame ends the sound at its centre
        samples_ = (lane.firstColumns.back() - 1) * hop;
        return {};
    }
    const std::size_t last = lane.images.size() - 1;
    samples_ = lane.firstColumns[last] * hop + readings_[lane.images[last]].samples;
    takeSilence(monitor);
    return {};
}

/// What was trimmed comes back as silence where the set still begins and ends as the sound did.
void WavdiffDecoding::takeSilence(JobMonitor& monitor)
{
    const WavdiffReading& first = readings_[lanes_.front().images.front()];
    const WavdiffReading& last = readings_[lanes_.back().images.back()];
    if (first.soundSamples == 0 || !first.place || !last.place)
        return;
    if (first.place->index < first.channels)
        lead_ = first.place->firstSample;
    const std::size_t end = last.place->firstSample + last.samples;
    if (last.place->index + 1 == last.place->count && last.soundSamples > end)
        tail_ = last.soundSamples - end;
    if (lead_ > greatestSilence || tail_ > greatestSilence) {
        monitor.notice("The record asks for more than an hour of silence before or after the sound, which is left out.");
        lead_ = tail_ = 0;
    }
}

/// What the images say of the magnitudes, one channel a lane.
class WavdiffDecoding::Magnitudes final : public MagnitudeSource
{
public:
    Magnitudes(WavdiffDecoding& decoding, int threads, const JobMonitor& monitor)
        : decoding_(decoding), threads_(threads), monitor_(monitor)
    {
    }
    std::size_t columns() const override { return decoding_.lanes_.front().firstColumns.back(); }
    int channelCount() const override { return static_cast<int>(decoding_.lanes_.size()); }
    Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) override
    {
        std::vector<Grid<float>> channels;
        for (const Lane& lane : decoding_.lanes_) {
            const auto spectra = decoding_.frames(lane, first, count, threads_, monitor_);
            if (!spectra)
                return spectra.error();
            Grid<float> magnitudes(spectra->rows(), spectra->columns());
            std::ranges::transform(spectra->cells(), magnitudes.cells().begin(), [](Complex x) { return std::abs(x); });
            channels.push_back(std::move(magnitudes));
        }
        return channels;
    }

private:
    WavdiffDecoding& decoding_;
    int threads_;
    const JobMonitor& monitor_;
};

Result<Reconstructed> WavdiffDecoding::withFoundPhases(const ReconstructParams& params, int threads, JobMonitor& monitor)
{
    Magnitudes source(*this, 1, monitor);
    const LinearAnalysis analysis{readings_.front().code.grid.stft, sampleRate()};
    auto found = reconstruct(source, analysis, samples_, params, threads, monitor);
    recent_.clear();
    if (!found)
        return found;
    for (auto& channel : found->audio.channels) {
        channel.insert(channel.begin(), lead_, 0.0f);
        channel.resize(sampleCount(), 0.0f);
    }
    found->audio = mixedTo(std::move(found->audio), channels_);
    return found;
}

Result<Reconstructed> WavdiffDecoding::audio(const ReconstructParams& params, int threads, JobMonitor& monitor)
{
    if (findsPhases_)
        return withFoundPhases(params, threads, monitor);
    Reconstructed made;
    made.audio.sampleRate = sampleRate();
    for (std::size_t c = 0; c < lanes_.size(); ++c) {
        PartMonitor part(monitor, static_cast<double>(c) / static_cast<double>(lanes_.size()),
                         static_cast<double>(c + 1) / static_cast<double>(lanes_.size()));
        auto channel = sound(lanes_[c], threads, part);
        if (!channel)
            return channel.error();
        made.audio.channels.push_back(std::move(*channel));
    }
    recent_.clear();
    made.audio = mixedTo(std::move(made.audio), channels_);
    return made;
}

Result<std::vector<float>> WavdiffDecoding::sound(const Lane& lane, int threads, JobMonitor& monitor)
{
    const StftParams& stft = readings_.front().code.grid.stft;
    const auto hop = static_cast<std::size_t>(stft.hop);
    const std::size_t columns = lane.firstColumns.back();
    std::vector<float> samples(sampleCount(), 0.0f);
    // A stretch from frame to frame is made of the frames that reach into it: one before its first, one after its last.
    for (std::size_t first = 0; first < columns; first += framesAtOnce) {
        if (monitor.cancelled())
            return cancelledError();
        const std::size_t end = std::min(columns, first + framesAtOnce);
        const std::size_t from = first == 0 ? 0 : first - 1;
        const auto block = frames(lane, from, std::min(columns, end + 2) - from, threads, monitor);
        if (!block)
            return block.error();
        parallelFor((end - first + framesAPart - 1) / framesAPart, threads, [&](std::size_t part) {
            const std::size_t a = first + part * framesAPart;
            const std::size_t b = std::min(end, a + framesAPart);
            const std::size_t before = a == 0 ? 0 : a - 1;
            const std::size_t stop = b == columns ? samples_ : std::min(samples_, b * hop);
            if (stop <= a * hop)
                return;
            const std::size_t rows = std::min(columns, b + 2) - before;
            const auto piece = inverseStft(rowsOf(block.value(), before - from, rows), stft, stop - before * hop);
            std::copy(piece.begin() + static_cast<std::ptrdiff_t>((a - before) * hop), piece.end(),
                      samples.begin() + static_cast<std::ptrdiff_t>(lead_ + a * hop));
        });
        monitor.progress(static_cast<double>(end) / static_cast<double>(columns), "Joining the images");
    }
    return samples;
}

Result<Grid<Complex>> WavdiffDecoding::frames(const Lane& lane, std::size_t first, std::size_t count, int threads,
                                              const JobMonitor& monitor)
{
    Grid<Complex> grid(count, static_cast<std::size_t>(readings_.front().code.grid.stft.bins()));
    for (std::size_t done = 0; done < count;) {
        const std::size_t column = first + done;
        const auto next = std::ranges::upper_bound(lane.firstColumns, column);
        const auto number = static_cast<std::size_t>(next - lane.firstColumns.begin()) - 1;
        const auto source = loaded(lane.images[number], threads, monitor);
        if (!source)
            return source.error();
        const std::size_t inside = column - lane.firstColumns[number];
        const std::size_t rows = std::min(count - done, *next - column);
        const auto cells = (*source)->cells();
        std::copy_n(cells.begin() + static_cast<std::ptrdiff_t>(inside * grid.columns()), rows * grid.columns(),
                    grid.row(done).begin());
        done += rows;
    }
    return grid;
}

Result<const Grid<Complex>*> WavdiffDecoding::loaded(std::size_t image, int threads, const JobMonitor& monitor)
{
    const auto found = std::ranges::find(recent_, image, &Loaded::image);
    if (found != recent_.end()) {
        recent_.splice(recent_.begin(), recent_, found);
        return &recent_.front().frames;
    }
    const auto pixels = images_.load(image);
    if (!pixels)
        return pixels.error();
    const WavdiffReading& reading = readings_[image];
    if (pixels.value().width != reading.width || pixels.value().height != reading.height || pixels.value().channels < 3)
        return Error{ErrorCode::Corrupt, images_.name(image) + " was changed while it was decoded; decode it again."};
    Grid<Complex> made = framesOf(pixels.value(), reading, threads, monitor);
    if (monitor.cancelled())
        return cancelledError();
    recent_.push_front({image, std::move(made)});
    if (recent_.size() > keptImages)
        recent_.pop_back();
    return &recent_.front().frames;
}

} // namespace sonoloom
