// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/melimages.h"

#include "core/codec/codecs.h"
#include "core/codec/riffusiongrid.h"
#include "core/codec/wavdiff/lanczos.h"
#include "core/dsp/look/loudness.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <numeric>

namespace sonoloom
{

namespace
{

/// Images kept in memory; at least two, so that a transition does not load in turns.
constexpr std::size_t keptBytes = std::size_t{48} << 20;
constexpr std::size_t leastKept = 2;

std::string numberText(double number)
{
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr};
}

std::vector<float> melTable(const LevelCurve& curve)
{
    std::vector<std::uint16_t> pixels(curve.depth == 16 ? 65536u : 256u);
    std::iota(pixels.begin(), pixels.end(), std::uint16_t{0});
    std::vector<float> table(pixels.size());
    melFromPixels(pixels, curve, true, table);
    return table;
}

MelAnalysis analysisOfReading(const TileReading& reading)
{
    MelAnalysis analysis = analysisOf(reading.params, reading.sampleRate);
    analysis.mel.topHz = reading.params.topHz;
    analysis.stft.hop = std::max(1, analysis.stft.hop);
    return analysis;
}

double stepSeconds(const MelAnalysis& analysis)
{
    return static_cast<double>(analysis.stft.hop) / analysis.sampleRate;
}

/// What of `other` is not as in `first`, as in "256 bands instead of 512, mono instead of stereo"; empty if nothing.
std::string differences(const TileReading& first, const TileReading& other)
{
    struct Pair {
        const char* what;
        double first;
        double other;
    };
    const RiffusionParams& a = first.params;
    const RiffusionParams& b = other.params;
    const Pair pairs[] = {
        {" bands", static_cast<double>(a.bands), static_cast<double>(b.bands)},
        {" Hz sample rate", static_cast<double>(first.sampleRate), static_cast<double>(other.sampleRate)},
        {" ms a column", a.stepMs, b.stepMs},
        {" Hz at the bottom", a.minHz, b.minHz},
        {" Hz at the top", a.topHz, b.topHz},
        {" ms of window", a.windowMs, b.windowMs},
        {" ms of padded window", a.paddedMs, b.paddedMs}};
    std::string text;
    for (const Pair& pair : pairs)
        if (pair.first != pair.other)
            text += (text.empty() ? "" : ", ") + numberText(pair.other) + pair.what + " instead of " +
                    numberText(pair.first);
    if (first.stereo != other.stereo)
        text += (text.empty() ? "" : ", ") +
                std::string(other.stereo ? "stereo instead of mono" : "mono instead of stereo");
    return text;
}

Error otherFormat(const std::string& name, const std::string& format)
{
    return {ErrorCode::Unsupported,
            "'" + name + "' is an image of the format " + format +
                ", which holds no mel magnitudes; decode it, and encode the sound with --format "
                "riffusion."};
}

/// Images without a record may be another format's, or none at all.
Result<void> checkFormat(const Image& image, const std::optional<Record>& record, const std::string& name,
                         JobMonitor& monitor)
{
    if (record && !record->format.empty())
        return record->format == "riffusion" ? Result<void>{} : Result<void>{otherFormat(name, record->format)};
    const RecognisedCodec found = recogniseCodec(image);
    if (found.codec)
        return found.codec->name() == "riffusion" ? Result<void>{}
                                                  : Result<void>{otherFormat(name, found.codec->name())};
    if (record)
        return {};
    if (colourLayout(image) == ColourLayout::Other)
        return Error{ErrorCode::Unsupported, "'" + name + "' does not look like a spectrogram (" +
                                                 found.recognition.reason + "); choose another image."};
    monitor.notice("'" + name + "' does not look like a spectrogram (" + found.recognition.reason +
                   "); it is read as a mel image.");
    return {};
}

/// The stretch that a record forgot to tell is taken as the whole range, so that what is read can be drawn again.
void settleCurve(LevelCurve& curve)
{
    if (curve.rule == LevelRule::MinMax && (!curve.lo || !curve.hi)) {
        curve.lo = 0;
        curve.hi = curve.maxvol;
    }
}

} // namespace

Result<std::unique_ptr<MelImages>> MelImages::open(ImageSet& images, const MelImagesWish& wish, JobMonitor& monitor)
{
    if (images.count() == 0)
        return Error{ErrorCode::InvalidArgument, "There are no images to work on; name some."};
    std::unique_ptr<MelImages> opened(new MelImages(images));
    if (auto looked = opened->look(wish, monitor); !looked)
        return looked.error();
    opened->layOut(wish.extent, monitor);
    return opened;
}

Result<void> MelImages::look(const MelImagesWish& wish, JobMonitor& monitor)
{
    OncePerSentence notices(monitor);
    for (std::size_t i = 0; i < images_.count(); ++i) {
        if (monitor.cancelled())
            return cancelledError();
        const auto image = images_.load(i);
        if (!image)
            return image.error();
        const auto record = images_.record(i);
        if (auto fits = checkFormat(*image, record, images_.name(i), monitor); !fits)
            return fits;
        auto reading = readingOf(*image, images_.name(i), record, {wish.params, wish.given}, notices);
        if (!reading)
            return reading.error();
        if (auto fits = checkAnalysis(reading->params, reading->sampleRate); !fits)
            return fits;
        settleCurve(reading->curve);
        readings_.push_back(std::move(*reading));
        records_.push_back(record);
        isRgb_.push_back(image->channels >= 3);
        monitor.progress(static_cast<double>(i + 1) / static_cast<double>(images_.count()), "Looking at the images");
    }
    return {};
}

void MelImages::layOut(ImageExtent extent, JobMonitor& monitor)
{
    const TileReading& first = readings_.front();
    analysis_ = analysisOfReading(first);
    channels_ = std::ranges::any_of(readings_, &TileReading::stereo) ? 2 : 1;
    for (std::size_t i = 0; i < readings_.size(); ++i) {
        const MelAnalysis own = analysisOfReading(readings_[i]);
        const bool sameBands = own.mel == analysis_.mel && own.stft.fftSize == analysis_.stft.fftSize &&
                               own.sampleRate == analysis_.sampleRate;
        conversions_.push_back(sameBands ? std::nullopt : std::optional(BandConversion(own, analysis_)));
        ownPerColumn_.push_back(own.stft.hop == analysis_.stft.hop && own.sampleRate == analysis_.sampleRate
                                    ? 1.0
                                    : stepSeconds(analysis_) / stepSeconds(own));
        settleSizes(i, extent);
    }
    tellDifferences(monitor);
}

/// One sentence for each kind of images that are not like the first.
void MelImages::tellDifferences(JobMonitor& monitor) const
{
    std::map<std::string, std::vector<std::size_t>> kinds;
    for (std::size_t i = 1; i < count(); ++i)
        if (const std::string text = differences(readings_.front(), readings_[i]); !text.empty())
            kinds[text].push_back(i);
    for (const auto& [text, which] : kinds) {
        const std::string first = "'" + name(which.front()) + "'";
        if (which.size() == 1)
            monitor.notice(first + " has " + text + "; it is converted to fit '" + name(0) + "'.");
        else
            monitor.notice(std::to_string(which.size()) + " images, the first of them " + first + ", have " + text +
                           "; they are converted to fit '" + name(0) + "'.");
    }
}

void MelImages::settleSizes(std::size_t index, ImageExtent extent)
{
    const TileReading& reading = readings_[index];
    const bool sound = extent == ImageExtent::Sound;
    const auto own = sound ? reading.columns : static_cast<std::size_t>(reading.drawnWidth);
    const double ratio = ownPerColumn_[index];
    const auto columns = static_cast<std::size_t>(std::llround(static_cast<double>(own) / ratio));
    columns_.push_back(std::max<std::size_t>(1, columns));
    const std::size_t full = columns_.back() * static_cast<std::size_t>(analysis_.stft.hop);
    samples_.push_back(sound && ratio == 1 ? std::min(full, reading.samples) : full);
}

Result<void> MelImages::read(std::size_t index, std::size_t column, std::vector<Grid<float>>& into, std::size_t row)
{
    const auto source = loaded(index);
    if (!source)
        return source.error();
    const bool stereo = readings_[index].stereo;
    for (std::size_t c = 0; c < into.size(); ++c) {
        const int colour = stereo ? static_cast<int>(c) + 1 : 0;
        if (ownPerColumn_[index] == 1 && !conversions_[index]) {
            readOwn(**source, column, colour, into[c].row(row));
            continue;
        }
        std::vector<float> own(static_cast<std::size_t>(readings_[index].params.bands));
        readBetween(**source, static_cast<double>(column) * ownPerColumn_[index], colour, own);
        if (conversions_[index])
            conversions_[index]->apply(own, into[c].row(row));
        else
            std::ranges::copy(own, into[c].row(row).begin());
    }
    return {};
}

void MelImages::readOwn(const Loaded& from, std::size_t column, int channel, std::span<float> bands) const
{
    const Image& image = from.image;
    for (std::size_t b = 0; b < bands.size(); ++b)
        bands[b] = from.melOfPixel[image.at(static_cast<int>(column), image.height - 1 - static_cast<int>(b), channel)];
}

void MelImages::readBetween(const Loaded& from, double place, int channel, std::span<float> bands) const
{
    const double inside = std::min(place, static_cast<double>(from.image.width - 1));
    const auto before = static_cast<std::size_t>(inside);
    readOwn(from, before, channel, bands);
    const auto share = static_cast<float>(inside - static_cast<double>(before));
    if (share == 0)
        return;
    std::vector<float> after(bands.size());
    readOwn(from, before + 1, channel, after);
    for (std::size_t b = 0; b < bands.size(); ++b)
        bands[b] += share * (after[b] - bands[b]);
}

Result<const MelImages::Loaded*> MelImages::loaded(std::size_t index)
{
    const auto found = std::ranges::find(recent_, index, &Loaded::index);
    if (found != recent_.end()) {
        recent_.splice(recent_.begin(), recent_, found);
        return &recent_.front();
    }
    auto image = images_.load(index);
    if (!image)
        return image.error();
    const TileReading& reading = readings_[index];
    const bool same = image->width == reading.width && image->height == reading.height &&
                      image->depth == reading.curve.depth && (image->channels >= 3) == isRgb_[index];
    if (!same)
        return Error{ErrorCode::Corrupt, "'" + name(index) + "' was changed while it was read; start again."};
    if (image->width != reading.drawnWidth || image->height != reading.drawnHeight)
        image = resizedByLanczos4(*image, reading.drawnWidth, reading.drawnHeight, 1);
    recent_.push_front({index, std::move(*image), melTable(reading.curve)});
    std::size_t bytes = 0;
    std::size_t kept = 0;
    std::erase_if(recent_, [&](const Loaded& each) {
        bytes += each.image.samples.size() * sizeof(std::uint16_t);
        return ++kept > leastKept && bytes > keptBytes;
    });
    return &recent_.front();
}

} // namespace sonoloom
