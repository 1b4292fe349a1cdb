// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/decode.h"

#include "core/codec/resonance/encode.h"

#include <algorithm>
#include <cstdio>

namespace sonoloom
{

namespace
{

constexpr WavFormat peersFormat{WavSamples::Integer, false, 48000, 2, 2};
constexpr std::uint64_t bytesAtOnce = 1 << 20;
constexpr std::size_t mostImagesTold = 20;
constexpr std::uint64_t mostMissing = std::uint64_t{64} << 20; ///< bytes; beyond, at most 16 times those that are there

/// The first reading's sound is every reading's. Errors: InvalidArgument naming two images that are not of one sound.
Result<void> checkFitsTogether(const ResonanceReading& first, const ResonanceReading& other)
{
    if (first.bits.has_value() != other.bits.has_value())
        return Error{ErrorCode::InvalidArgument, "'" + other.name + "' and '" + first.name + "' are not of one code, bytes or "
                                                 "bits; decode them apart."};
    const bool sameBits = !first.bits || (first.bits->sound == other.bits->sound && first.bits->size == other.bits->size);
    const bool sameSource = !first.record || !other.record || first.record->source == other.record->source;
    if (!sameBits || !sameSource)
        return Error{ErrorCode::InvalidArgument, "'" + other.name + "' and '" + first.name + "' are of different sounds; "
                                                 "decode them apart."};
    return {};
}

/// Images without a place follow the one before them.
void placeTheRest(std::vector<ResonanceReading>& readings, JobMonitor& monitor)
{
    const bool anyPlaced = std::ranges::any_of(readings, &ResonanceReading::placed);
    std::uint64_t next = 0;
    for (ResonanceReading& reading : readings) {
        if (!reading.placed) {
            reading.offset = next;
            if (anyPlaced)
                monitor.notice("'" + reading.name + "' has no record; it is taken to follow the image before it.");
        }
        next = reading.offset + reading.bytes;
    }
}

/// Puts them in the order of their bytes, each byte once.
void order(std::vector<ResonanceReading>& readings, JobMonitor& monitor)
{
    std::ranges::stable_sort(readings, {}, &ResonanceReading::offset);
    for (std::size_t i = 1; i < readings.size();) {
        if (readings[i].offset >= readings[i - 1].offset + readings[i - 1].bytes) {
            ++i;
            continue;
        }
        monitor.notice("'" + readings[i].name + "' holds the same part of the sound as '" + readings[i - 1].name +
                       "' and is passed over.");
        readings.erase(readings.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

std::uint64_t sizeOf(const std::vector<ResonanceReading>& readings)
{
    std::uint64_t size = readings.back().offset + readings.back().bytes;
    for (const ResonanceReading& reading : readings) {
        if (reading.bits)
            return std::max(size, reading.bits->size);
        if (reading.wav)
            return std::max(size, reading.wav->bytes + (reading.wav->drawn ? reading.wav->beforeBytes + reading.wav->afterBytes : 0));
    }
    return size;
}

/// Errors: InvalidArgument if next to nothing is there, or a damaged record says so.
Result<void> tellMissing(const std::vector<ResonanceReading>& readings, std::uint64_t size, JobMonitor& monitor)
{
    std::uint64_t there = 0;
    for (const ResonanceReading& reading : readings)
        there += reading.bytes;
    const std::string missing = std::to_string(size - there) + " of " + std::to_string(size) + " bytes of the sound";
    if (size - there > mostMissing && (size - there) / 16 > there)
        return Error{ErrorCode::InvalidArgument, "Too many images are missing, " + missing + "; add them."};
    if (there < size)
        monitor.notice("Images are missing: " + missing + " are 0 for them.");
    return {};
}

std::string secondsText(double seconds)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", seconds);
    return text;
}

} // namespace

ResonanceStream::ResonanceStream(ImageSet& images, std::vector<ResonanceReading> readings, std::uint64_t size, bool compatible)
    : images_(images), readings_(std::move(readings)), size_(size), compatible_(compatible)
{
}

Result<const TileBytes*> ResonanceStream::tile(std::size_t index)
{
    if (lastIndex_ == index)
        return &last_;
    const ResonanceReading& reading = readings_[index];
    const auto image = images_.load(reading.image);
    if (!image)
        return image.error();
    if (image->width != reading.width || image->height != reading.height)
        return Error{ErrorCode::Corrupt, "'" + reading.name + "' was changed while it was decoded; decode it again."};
    last_ = bytesOf(*image, reading, compatible_);
    lastIndex_ = index;
    if (monitor_ && !told_[index]) {
        told_[index] = true;
        tell(reading, last_);
    }
    return &last_;
}

Result<void> ResonanceStream::read(std::uint64_t offset, std::span<std::uint8_t> bytes)
{
    if (offset > size_ || bytes.size() > size_ - offset)
        return Error{ErrorCode::Corrupt, "The images end before the sound does; add those that are missing."};
    std::ranges::fill(bytes, std::uint8_t{0});
    const std::uint64_t end = offset + bytes.size();
    for (std::size_t i = 0; i < readings_.size() && readings_[i].offset < end; ++i) {
        const ResonanceReading& reading = readings_[i];
        const std::uint64_t from = std::max(offset, reading.offset);
        const std::uint64_t to = std::min(end, reading.offset + reading.bytes);
        if (from >= to)
            continue;
        const auto held = tile(i);
        if (!held)
            return held.error();
        std::copy_n((*held)->bytes.begin() + static_cast<std::ptrdiff_t>(from - reading.offset), to - from,
                    bytes.begin() + static_cast<std::ptrdiff_t>(from - offset));
    }
    return {};
}

void ResonanceStream::tellDamage(JobMonitor& monitor, double bytesASecond)
{
    monitor_ = &monitor;
    bytesASecond_ = bytesASecond;
    told_.assign(readings_.size(), false);
    lastIndex_.reset();
}

void ResonanceStream::tell(const ResonanceReading& reading, const TileBytes& tile)
{
    std::vector<std::pair<std::uint64_t, std::uint64_t>> places;
    std::uint64_t bytes = 0;
    for (const auto& [from, to] : tile.damaged) {
        bytes += to - from;
        if (!places.empty() && places.back().second == from)
            places.back().second = to;
        else
            places.emplace_back(from, to);
    }
    if (places.empty() || ++damagedImages_ > mostImagesTold + 1)
        return;
    if (damagedImages_ > mostImagesTold) {
        monitor_->notice("More images are damaged, from '" + reading.name + "' on; they are not listed.");
        return;
    }
    constexpr std::size_t mostTold = 4;
    std::string where;
    for (std::size_t i = 0; i < std::min(places.size(), mostTold); ++i) {
        const std::uint64_t from = reading.offset + places[i].first;
        const std::uint64_t to = reading.offset + places[i].second;
        where += (i > 0 ? "; " : "") + std::to_string(from) + " to " + std::to_string(to - 1);
        if (bytesASecond_ > 0)
            where += " (" + secondsText(static_cast<double>(from) / bytesASecond_) + " s to " +
                     secondsText(static_cast<double>(to) / bytesASecond_) + " s)";
    }
    if (places.size() > mostTold)
        where += "; and " + std::to_string(places.size() - mostTold) + " more places";
    monitor_->notice("'" + reading.name + "' is damaged at bytes " + where + " of the sound; " +
                     std::to_string(tile.bytes.size() - bytes) + " of its " + std::to_string(tile.bytes.size()) +
                     " bytes are sure.");
}

Result<void> ResonanceStream::strip()
{
    for (std::size_t i = readings_.size(); i-- > 0;) {
        const auto held = tile(i);
        if (!held)
            return held.error();
        const auto& bytes = (*held)->bytes;
        std::size_t end = bytes.size();
        while (end > 0 && bytes[end - 1] == 0)
            --end;
        if (compatible_) // by pixels
            end = (end + 2) / 3 * 3;
        size_ = readings_[i].offset + end;
        if (end > 0)
            return {};
    }
    return Error{ErrorCode::Corrupt, "'" + readings_.front().name + "' is black and holds no sound; give another image."};
}

Result<std::unique_ptr<Decoding>> ResonanceDecoding::open(ImageSet& images, const ResonanceWish& wish, JobMonitor& monitor)
{
    if (images.count() == 0)
        return Error{ErrorCode::InvalidArgument, "There are no images to decode."};
    std::vector<ResonanceReading> readings;
    std::vector<std::string> given = wish.given;
    ResonanceWish known{wish.params, given};
    for (std::size_t i = 0; i < images.count(); ++i) {
        if (monitor.cancelled())
            return cancelledError();
        const auto image = images.load(i);
        if (!image)
            return image.error();
        auto reading = readingOf(*image, images.name(i), images.record(i), known, monitor);
        if (!reading)
            return reading.error();
        reading->image = i;
        if (!reading->placed && !reading->record && !known.gives("expansion")) { // a set has one; its last image may show less
            known.params.expansion = reading->drawn.expansion;
            given.emplace_back("expansion");
        }
        readings.push_back(std::move(*reading));
        if (auto fits = checkFitsTogether(readings.front(), readings.back()); !fits)
            return fits.error();
    }
    placeTheRest(readings, monitor);
    order(readings, monitor);
    const std::uint64_t size = sizeOf(readings);
    if (auto enough = tellMissing(readings, size, monitor); !enough)
        return enough.error();
    std::unique_ptr<ResonanceDecoding> decoding(new ResonanceDecoding);
    const ResonanceReading first = readings.front();
    decoding->stream_ = std::make_unique<ResonanceStream>(images, std::move(readings), size, wish.params.compatible);
    if (auto laid = decoding->layOut(first, wish.params.compatible, monitor); !laid)
        return laid.error();
    return std::unique_ptr<Decoding>(std::move(decoding));
}

/// Finds the WAV file in the stream, or makes one around it as the peer does.
Result<void> ResonanceDecoding::layOut(const ResonanceReading& first, bool compatible, JobMonitor& monitor)
{
    if (first.bits && !first.wav)
        file_.add(*stream_, 0, stream_->size());
    else if (first.wav)
        compose(*first.wav, first.bits.has_value());
    auto found = readWavLayout(file_);
    if (!found) {
        if (found.error().code != ErrorCode::Unsupported)
            return found.error();
        if (first.bits || first.wav)
            monitor.notice("The header of the WAV file is damaged; a new one is made.");
        if (auto made = invent(first, compatible); !made)
            return made;
        found = readWavLayout(file_);
        if (!found)
            return found.error();
    }
    layout_ = *found;
    stream_->tellDamage(monitor, static_cast<double>(layout_.format.frameBytes()) * layout_.format.sampleRate);
    return {};
}

void ResonanceDecoding::compose(const WavRecord& wav, bool wholeFile)
{
    const std::uint64_t skipped = wholeFile ? wav.beforeBytes : 0;
    const std::uint64_t there = stream_->size() - std::min(stream_->size(), skipped);
    if (wav.drawn && wholeFile) {
        file_.add(*stream_, 0, stream_->size());
    } else if (wav.drawn) {
        file_.add(*stream_, wav.bytes, wav.beforeBytes);
        file_.add(*stream_, 0, wav.bytes);
        file_.add(*stream_, wav.bytes + wav.beforeBytes, wav.afterBytes);
    } else {
        before_ = std::make_unique<MemoryBytes>(wav.before);
        after_ = std::make_unique<MemoryBytes>(wav.after);
        file_.add(*before_, 0, wav.before.size());
        file_.add(*stream_, skipped, std::min(there, wav.bytes));
        file_.add(*after_, 0, wav.after.size());
    }
}

Result<void> ResonanceDecoding::invent(const ResonanceReading& first, bool compatible)
{
    WavFormat format = peersFormat;
    std::uint64_t start = 0;
    if (first.record && first.record->sampleRate > 0 && first.record->channels > 0) {
        format.sampleRate = first.record->sampleRate;
        format.channels = first.record->channels;
    }
    if (first.bits)
        start = std::min(stream_->size(), std::uint64_t{wavHeader(format, 0).size()});
    else if (!first.placed)
        if (auto stripped = stream_->strip(); !stripped)
            return stripped;
    const std::uint64_t frame = format.frameBytes();
    const std::uint64_t left = stream_->size() - start;
    const std::uint64_t padding = compatible ? 0 : (frame - left % frame) % frame; // zeros that were stripped with the rest
    before_ = std::make_unique<MemoryBytes>(wavHeader(format, left + padding));
    after_ = std::make_unique<MemoryBytes>(std::vector<std::uint8_t>(static_cast<std::size_t>(padding)));
    file_ = {};
    file_.add(*before_, 0, before_->size());
    file_.add(*stream_, start, left);
    file_.add(*after_, 0, padding);
    return {};
}

std::size_t ResonanceDecoding::sampleCount() const
{
    return static_cast<std::size_t>(layout_.payload / layout_.format.frameBytes());
}

Result<Reconstructed> ResonanceDecoding::audio(const ReconstructParams&, int, JobMonitor& monitor)
{
    Reconstructed sound;
    sound.audio = Audio::silence(layout_.format.sampleRate, static_cast<std::size_t>(layout_.format.channels), 0);
    for (auto& channel : sound.audio.channels)
        channel.reserve(sampleCount());
    const std::uint64_t frame = layout_.format.frameBytes();
    const std::uint64_t end = layout_.payload / frame * frame;
    const std::uint64_t step = std::max<std::uint64_t>(1, bytesAtOnce / frame) * frame;
    for (std::uint64_t at = 0; at < end; at += step) {
        if (monitor.cancelled())
            return cancelledError();
        const auto bytes = readBytes(file_, layout_.before + at, std::min(step, end - at));
        if (!bytes)
            return bytes.error();
        if (!appendWavSamples(*bytes, layout_.format, sound.audio))
            return Error{ErrorCode::Unsupported, "The images hold a WAV file of packed samples; decode them to a file that "
                                                 "ends in .wav."};
        monitor.progress(static_cast<double>(at + bytes->size()) / static_cast<double>(end), "Reading images");
    }
    return sound;
}

} // namespace sonoloom
