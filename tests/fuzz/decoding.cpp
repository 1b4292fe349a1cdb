// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/decoding.h"

#include "tests/fuzz/bytes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sonoloom::fuzzing
{

namespace
{

constexpr int greatestSide = 48;

/// Images as they are, with the records they came with.
class GivenImages final : public ImageSet
{
public:
    std::size_t count() const override { return images.size(); }
    std::string name(std::size_t index) const override { return "image " + std::to_string(index); }
    Result<Image> load(std::size_t index) override { return images[index]; }
    std::optional<Record> record(std::size_t index) override
    {
        std::vector<std::string> troubles;
        return recordOfImage(images[index], troubles);
    }

    std::vector<Image> images;
};

/// A value that the field takes as text, in its range or not far from it.
std::string anyValue(const Field& field, Bytes& bytes)
{
    if (const auto* choice = std::get_if<Field::Choice>(&field.value))
        return choice->names[static_cast<std::size_t>(bytes.byte()) % choice->names.size()];
    if (std::holds_alternative<bool*>(field.value))
        return bytes.byte() % 2 == 0 ? "true" : "false";
    const int least = static_cast<int>(field.range.least);
    const int most = static_cast<int>(std::min(field.range.greatest, least + 300.0));
    switch (bytes.byte() % 4) {
    case 0: return std::to_string(bytes.number(least, most));
    case 1: return std::to_string(least + bytes.byte() / 64.0);
    case 2: return fieldText(field);
    default: return bytes.text(6);
    }
}

Record anyRecord(const Codec& codec, Bytes& bytes)
{
    Record record;
    record.format = bytes.byte() % 16 == 0 ? "" : codec.name();
    const auto known = codec.clone();
    for (const Field& field : known->fields())
        if (bytes.byte() % 2 == 0)
            record.params[std::string(field.key)] = anyValue(field, bytes);
    record.sampleRate = bytes.number(0, 50'000);
    record.channels = bytes.number(0, 3);
    if (bytes.byte() % 2 == 0)
        record.source = Record::Source{"sound", "", static_cast<std::size_t>(bytes.number(0, 60'000))};
    if (bytes.byte() % 2 == 0)
        record.tile = Record::TilePlace{bytes.number(0, 9), bytes.number(0, 9), static_cast<std::size_t>(bytes.number(0, 9999)),
                                        static_cast<std::size_t>(bytes.number(0, 9999)), bytes.number(0, 99), bytes.text(12)};
    if (bytes.byte() % 2 == 0)
        record.level = Record::Level{bytes.byte() % 2 == 0 ? "shared" : "minmax", bytes.number(-9, 300) / 4.0,
                                     bytes.byte() / 16.0, bytes.byte() / 8.0};
    if (bytes.byte() % 2 == 0)
        record.unknownJson = R"({"wav":{"bytes":)" + std::to_string(bytes.number(0, 9999)) + R"(,"before":"UklGRg==","after":")" +
                             (bytes.byte() % 2 == 0 ? "" : "AAEC") + R"(","beforeBytes":)" + std::to_string(bytes.number(0, 99)) +
                             R"(,"afterBytes":)" + std::to_string(bytes.number(0, 9)) + "}}";
    return record;
}

Image anyImage(const Codec& codec, Bytes& bytes)
{
    constexpr int channels[]{1, 3, 4};
    Image image(bytes.number(1, greatestSide), bytes.number(1, greatestSide), channels[bytes.byte() % 3],
                bytes.byte() % 2 == 0 ? 8 : 16);
    switch (bytes.byte() % 4) {
    case 0: image.text[recordKeyword] = recordToJson(anyRecord(codec, bytes)); break;
    case 1: image.text[recordKeyword] = bytes.text(static_cast<std::size_t>(bytes.number(0, 400))); break;
    case 2:
        for (int i = bytes.number(0, 200); i > 0; --i)
            image.exif.push_back(bytes.byte());
        break;
    default: break;
    }
    for (std::uint16_t& sample : image.samples)
        sample = static_cast<std::uint16_t>(image.depth == 8 ? bytes.endless() : bytes.endless() << 8 | bytes.endless());
    return image;
}

std::vector<std::string> setAnything(Codec& codec, Bytes& bytes)
{
    std::vector<std::string> given;
    if (bytes.byte() % 4 == 0)
        codec.setCompatible(true);
    for (const Field& field : codec.fields()) {
        if (bytes.byte() % 4 != 0)
            continue;
        const std::string before = fieldText(field);
        if (setFieldText(field, anyValue(field, bytes)) && checkField(field))
            given.emplace_back(field.key);
        else if (!setFieldText(field, before))
            std::abort();
    }
    return given;
}

void mustBeAs(const Audio& audio, std::size_t channels, std::size_t samples)
{
    if (audio.channelCount() != channels || (channels > 0 && audio.sampleCount() != samples))
        std::abort();
    for (const auto& channel : audio.channels)
        if (!std::ranges::all_of(channel, [](float sample) { return std::isfinite(sample); }))
            std::abort();
}

void readAll(MagnitudeSource& mel)
{
    if (mel.columns() > 0 && !mel.read(0, std::min<std::size_t>(mel.columns(), 64)))
        std::abort();
}

} // namespace

void decodeAnything(const Codec& codec, const std::uint8_t* data, std::size_t size)
{
    Bytes bytes(data, size);
    const auto own = codec.clone();
    const auto given = setAnything(*own, bytes);
    ReconstructParams params;
    params.method = ReconstructMethod::Draft;
    const int threads = bytes.number(1, 2);
    GivenImages images;
    for (int count = bytes.number(1, 2); count > 0; --count)
        images.images.push_back(anyImage(codec, bytes));
    for (const Image& image : images.images)
        if (const auto recognition = own->recognise(image); !(recognition.confidence >= 0 && recognition.confidence <= 1))
            std::abort();

    JobMonitor monitor;
    const auto decoding = own->open(images, given, monitor);
    if (!decoding)
        return;
    Decoding& found = *decoding.value();
    if (ByteSource* file = found.file())
        if (!readBytes(*file, 0, file->size()))
            std::abort();
    if (MagnitudeSource* mel = found.mel())
        readAll(*mel);
    const auto channels = static_cast<std::size_t>(found.channelCount());
    const std::size_t samples = found.sampleCount();
    if (const auto sound = found.audio(params, threads, monitor))
        mustBeAs(sound->audio, channels, samples);
}

} // namespace sonoloom::fuzzing
