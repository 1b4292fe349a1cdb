// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/encode.h"

#include "core/codec/resonance/bitscode.h"
#include "core/codec/resonance/blocks.h"
#include "core/codec/resonance/bytecoding.h"
#include "core/codec/resonance/soundaswav.h"
#include "core/codec/resonance/wavrecord.h"

#include <algorithm>
#include <limits>

namespace sonoloom
{

namespace
{

constexpr std::size_t greatestPixels = (std::size_t{1} << 30) / 6; // core/io reads no larger colour image
constexpr std::uint64_t identifyingBytes = 65536;

/// The bytes to draw and how they are cut into images.
struct Drawing {
    ResonanceParams params;
    Record::Source origin;
    WavLayout layout;
    WavRecord wav;
    std::uint32_t sound = 0; ///< BitsHeader::sound
    std::uint64_t size = 0;  ///< of all that is drawn
    std::uint64_t count = 1; ///< images

    std::uint64_t blocksBytes() const
    {
        return gridOf(params.width, params.height, params.expansion).blocks() * 3;
    }
    /// First byte of an image. The peer's images do not follow each other where a side is no multiple of the expansion.
    std::uint64_t start(std::uint64_t index) const
    {
        if (!params.compatible)
            return index * resonanceCapacity(params);
        const auto pixels = static_cast<std::uint64_t>(params.width) * static_cast<std::uint64_t>(params.height);
        return index * pixels * 3 / static_cast<std::uint64_t>(params.expansion * params.expansion);
    }
    std::uint64_t length(std::uint64_t index) const
    {
        return std::min(size - start(index), params.compatible ? blocksBytes() : resonanceCapacity(params));
    }
};

/// The least count whose images reach the end: start(count) >= size.
std::uint64_t imagesOf(const Drawing& drawing)
{
    const ResonanceParams& p = drawing.params;
    std::uint64_t step = resonanceCapacity(p);
    std::uint64_t parts = 1;
    if (p.compatible) {
        step = static_cast<std::uint64_t>(p.width) * static_cast<std::uint64_t>(p.height) * 3;
        parts = static_cast<std::uint64_t>(p.expansion * p.expansion);
    }
    return (drawing.size * parts + step - 1) / step;
}

Record::TilePlace placeOf(const Drawing& drawing, std::uint64_t index)
{
    // Bits hold the whole file, colours its samples first.
    const std::uint64_t header = drawing.params.code == ResonanceCode::Bits ? drawing.layout.before : 0;
    const auto sampleAt = [&](std::uint64_t byte) {
        return std::min(byte - std::min(byte, header), drawing.layout.payload) / drawing.layout.format.frameBytes();
    };
    const std::uint64_t start = drawing.start(index);
    const std::uint64_t end = start + drawing.length(index);
    Record::TilePlace place;
    place.index = static_cast<int>(index);
    place.count = static_cast<int>(drawing.count);
    place.firstSample = sampleAt(start);
    place.samples = sampleAt(end) - sampleAt(start);
    place.columns = drawing.params.width;
    return place;
}

Record recordOf(const Drawing& drawing, std::uint64_t index)
{
    Record record;
    record.format = "resonance";
    ResonanceParams params = drawing.params;
    for (const Field& field : fieldsOf(params))
        record.params[std::string(field.key)] = fieldText(field);
    record.sampleRate = drawing.layout.format.sampleRate;
    record.channels = drawing.layout.format.channels;
    record.source = drawing.origin;
    record.tile = placeOf(drawing, index);
    setWavRecord(record, drawing.wav);
    return record;
}

Tile tileOf(const Drawing& drawing, std::uint64_t index, std::span<const std::uint8_t> bytes)
{
    Record record = recordOf(drawing, index);
    if (drawing.params.code == ResonanceCode::Bits) {
        const BitsHeader header{drawing.sound, static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(drawing.count),
                                drawing.size, drawing.start(index), static_cast<std::uint32_t>(bytes.size())};
        Image image = drawBits(bytes, header, drawing.params);
        image.text[recordKeyword] = recordToJson(record);
        return {std::move(image), std::move(record)};
    }
    Image image = drawBytes(bytes, drawing.params);
    if (!drawing.params.compatible) {
        record.tile->checks = checksOf(bytes);
        image.text[recordKeyword] = recordToJson(record);
    }
    return {std::move(image), std::move(record)};
}

Result<Drawing> drawingOf(ByteSource& file, const ResonanceParams& params, const Record::Source& origin)
{
    const auto layout = readWavLayout(file);
    if (!layout)
        return layout.error();
    auto wav = wavRecordOf(file, *layout);
    if (!wav)
        return wav.error();
    const auto start = readBytes(file, 0, std::min(file.size(), identifyingBytes));
    if (!start)
        return start.error();
    Drawing drawing{params, origin, *layout, std::move(*wav), crc32(*start), 0, 1};
    const bool whole = params.code == ResonanceCode::Bits || drawing.wav.drawn;
    drawing.size = whole && !params.compatible ? file.size() : layout->payload;
    if (drawing.size == 0)
        return Error{ErrorCode::Corrupt, "The sound '" + origin.name + "' holds no samples."};
    drawing.count = imagesOf(drawing);
    if (drawing.count > static_cast<std::uint64_t>(std::numeric_limits<int>::max()))
        return Error{ErrorCode::TooLarge, "The sound '" + origin.name + "' would become more images than can be numbered; "
                                                                        "make them larger or lower 'expansion'."};
    return drawing;
}

Result<EncodeReport> draw(ByteSource& file, const Drawing& drawing, const TileSink& sink, JobMonitor& monitor)
{
    JoinedBytes stream;
    const std::uint64_t payloadEnd = drawing.layout.before + drawing.layout.payload;
    if (drawing.params.code == ResonanceCode::Bits) {
        stream.add(file, 0, file.size());
    } else {
        stream.add(file, drawing.layout.before, drawing.layout.payload);
        stream.add(file, 0, drawing.layout.before);
        stream.add(file, payloadEnd, drawing.layout.after);
    }
    EncodeReport report;
    for (std::uint64_t i = 0; i < drawing.count; ++i) {
        if (monitor.cancelled())
            return cancelledError();
        const auto bytes = readBytes(stream, drawing.start(i), drawing.length(i));
        if (!bytes)
            return bytes.error();
        Tile tile = tileOf(drawing, i, *bytes);
        report.tiles += 1;
        report.pixels += tile.image.samples.size();
        if (auto done = sink(std::move(tile)); !done)
            return done.error();
        monitor.progress(static_cast<double>(i + 1) / static_cast<double>(drawing.count), "Drawing");
    }
    return report;
}

} // namespace

std::uint64_t resonanceCapacity(const ResonanceParams& params)
{
    const std::size_t blocks = gridOf(params.width, params.height, params.expansion).blocks();
    return params.code == ResonanceCode::Bits ? bitsCapacity(blocks) : blocks * 3;
}

Result<void> checkResonanceSize(const ResonanceParams& params)
{
    const std::string size = std::to_string(params.width) + " x " + std::to_string(params.height);
    if (static_cast<std::size_t>(params.width) * static_cast<std::size_t>(params.height) > greatestPixels)
        return Error{ErrorCode::TooLarge, "Images of " + size + " pixels are more than image programs read; lower 'width' "
                                                                "or 'height'."};
    if (resonanceCapacity(params) == 0)
        return Error{ErrorCode::InvalidArgument, "Images of " + size + " pixels are too small for 'expansion' " +
                                                     std::to_string(params.expansion) +
                                                     "; raise 'width' and 'height' or lower it."};
    if (params.compatible && params.code == ResonanceCode::Bits)
        return Error{ErrorCode::InvalidArgument, "'code' is bits, which the peer's program does not know; leave out the "
                                                 "compatible mode."};
    return {};
}

Result<EncodeReport> encodeResonance(AudioSource& source, const ResonanceParams& params, const Record::Source& origin,
                                     const TileSink& sink, JobMonitor& monitor)
{
    ByteSource* file = source.file();
    std::unique_ptr<SoundAsWav> made;
    if (!file || !readWavLayout(*file)) {
        auto wav = SoundAsWav::make(source, monitor);
        if (!wav)
            return wav.error();
        made = std::move(*wav);
        file = made.get();
    }
    const auto drawing = drawingOf(*file, params, origin);
    return drawing ? draw(*file, *drawing, sink, monitor) : Result<EncodeReport>(drawing.error());
}

} // namespace sonoloom
