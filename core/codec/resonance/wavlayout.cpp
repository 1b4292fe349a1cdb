// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/wavlayout.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <string>

namespace sonoloom
{

namespace
{

constexpr std::uint16_t pcmTag = 1;
constexpr std::uint16_t floatTag = 3;
constexpr std::uint16_t aLawTag = 6;
constexpr std::uint16_t muLawTag = 7;
constexpr std::uint16_t extensibleTag = 0xFFFE;
constexpr std::uint64_t unknownLength = 0xFFFFFFFF;

using Bytes = std::vector<std::uint8_t>;

std::uint64_t numberAt(std::span<const std::uint8_t> bytes, std::size_t at, std::size_t count, bool bigEndian)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8 | bytes[at + (bigEndian ? i : count - 1 - i)];
    return value;
}

std::string nameAt(const Bytes& bytes, std::size_t at)
{
    return {reinterpret_cast<const char*>(bytes.data()) + at, 4};
}

WavSamples samplesOf(std::uint64_t tag, int bytes)
{
    if (tag == pcmTag)
        return bytes >= 1 && bytes <= 4 ? WavSamples::Integer : WavSamples::Other;
    if (tag == floatTag)
        return bytes == 4 || bytes == 8 ? WavSamples::Float : WavSamples::Other;
    if (bytes != 1)
        return WavSamples::Other;
    return tag == aLawTag ? WavSamples::ALaw : tag == muLawTag ? WavSamples::MuLaw : WavSamples::Other;
}

/// The `fmt ` chunk's 16 to 26 first bytes.
WavFormat formatOf(const Bytes& chunk, bool bigEndian)
{
    if (chunk.size() < 16)
        return {};
    WavFormat format;
    format.bigEndian = bigEndian;
    std::uint64_t tag = numberAt(chunk, 0, 2, bigEndian);
    if (tag == extensibleTag && chunk.size() >= 26)
        tag = numberAt(chunk, 24, 2, bigEndian); // the sub-format's first two bytes
    format.channels = static_cast<int>(numberAt(chunk, 2, 2, bigEndian));
    format.sampleRate = static_cast<int>(std::min<std::uint64_t>(numberAt(chunk, 4, 4, bigEndian), 0x7FFFFFFF));
    const auto frame = static_cast<int>(numberAt(chunk, 12, 2, bigEndian));
    format.bytes = format.channels > 0 ? frame / format.channels : 0;
    format.samples = samplesOf(tag, format.bytes);
    return format;
}

void append(Bytes& bytes, const char* name)
{
    bytes.insert(bytes.end(), name, name + 4);
}

void append(Bytes& bytes, std::uint64_t value, int count)
{
    for (int i = 0; i < count; ++i)
        bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

float aLawSample(std::uint8_t byte)
{
    const int code = byte ^ 0x55;
    const int exponent = (code >> 4) & 7;
    int value = ((code & 15) << 4) + 8;
    if (exponent > 0)
        value = (value + 256) << (exponent - 1);
    return static_cast<float>(code & 0x80 ? value : -value) / 32768.0f;
}

float muLawSample(std::uint8_t byte)
{
    const int code = ~byte & 0xFF;
    const int value = ((((code & 15) << 3) + 132) << ((code >> 4) & 7)) - 132;
    return static_cast<float>(code & 0x80 ? -value : value) / 32768.0f;
}

float integerSample(std::uint64_t number, int bytes)
{
    if (bytes == 1)
        return (static_cast<float>(number) - 128.0f) / 128.0f;
    const auto top = static_cast<std::int32_t>(static_cast<std::uint32_t>(number << (32 - 8 * bytes)));
    return static_cast<float>(static_cast<double>(top) / 2147483648.0);
}

float floatSample(std::uint64_t number, int bytes)
{
    return bytes == 8 ? static_cast<float>(std::bit_cast<double>(number))
                      : std::bit_cast<float>(static_cast<std::uint32_t>(number));
}

float sampleAt(std::span<const std::uint8_t> bytes, std::size_t at, const WavFormat& format)
{
    if (format.samples == WavSamples::ALaw)
        return aLawSample(bytes[at]);
    if (format.samples == WavSamples::MuLaw)
        return muLawSample(bytes[at]);
    const std::uint64_t number = numberAt(bytes, at, static_cast<std::size_t>(format.bytes), format.bigEndian);
    const float sample = format.samples == WavSamples::Integer ? integerSample(number, format.bytes)
                                                               : floatSample(number, format.bytes);
    return std::isfinite(sample) ? sample : 0.0f;
}

} // namespace

std::uint64_t WavFormat::frameBytes() const
{
    return static_cast<std::uint64_t>(std::max(1, bytes * channels));
}

Result<WavLayout> readWavLayout(ByteSource& file)
{
    const Error none{ErrorCode::Unsupported, "The file is not a WAV file with a data chunk."};
    const std::uint64_t size = file.size();
    const auto start = size >= 12 ? readBytes(file, 0, 12) : Result<Bytes>(none);
    if (!start)
        return start.error();
    const std::string riff = nameAt(*start, 0);
    if ((riff != "RIFF" && riff != "RIFX" && riff != "RF64") || nameAt(*start, 8) != "WAVE")
        return none;
    const bool bigEndian = riff == "RIFX";
    WavLayout layout;
    std::optional<std::uint64_t> longLength;
    for (std::uint64_t at = 12; at + 8 <= size;) {
        const auto head = readBytes(file, at, 8);
        if (!head)
            return head.error();
        const std::string name = nameAt(*head, 0);
        const std::uint64_t length = numberAt(*head, 4, 4, bigEndian);
        at += 8;
        if (name == "data") {
            const std::uint64_t left = size - at;
            const std::uint64_t said = length == unknownLength && longLength ? *longLength : length;
            layout.before = at;
            layout.payload = said == 0 ? left : std::min(said, left);
            layout.after = left - layout.payload;
            return layout;
        }
        const auto chunk = readBytes(file, at, std::min<std::uint64_t>({length, 26, size - at}));
        if (!chunk)
            return chunk.error();
        if (name == "fmt ")
            layout.format = formatOf(*chunk, bigEndian);
        if (name == "ds64" && chunk->size() >= 16)
            longLength = numberAt(*chunk, 8, 8, bigEndian);
        at += length + (length & 1);
    }
    return none;
}

std::vector<std::uint8_t> wavHeader(const WavFormat& format, std::uint64_t payload)
{
    const bool isLong = payload > unknownLength - 64;
    const std::uint64_t frame = format.frameBytes();
    Bytes header;
    append(header, isLong ? "RF64" : "RIFF");
    append(header, isLong ? unknownLength : 36 + payload + (payload & 1), 4);
    append(header, "WAVE");
    if (isLong) {
        append(header, "ds64");
        append(header, 28, 4);
        append(header, 72 + payload + (payload & 1), 8);
        append(header, payload, 8);
        append(header, payload / frame, 8);
        append(header, 0, 4);
    }
    append(header, "fmt ");
    append(header, 16, 4);
    append(header, format.samples == WavSamples::Float ? floatTag : pcmTag, 2);
    append(header, static_cast<std::uint64_t>(format.channels), 2);
    append(header, static_cast<std::uint64_t>(format.sampleRate), 4);
    append(header, static_cast<std::uint64_t>(format.sampleRate) * frame, 4);
    append(header, frame, 2);
    append(header, static_cast<std::uint64_t>(8 * format.bytes), 2);
    append(header, "data");
    append(header, isLong ? unknownLength : payload, 4);
    return header;
}

bool appendWavSamples(std::span<const std::uint8_t> frames, const WavFormat& format, Audio& audio)
{
    if (format.samples == WavSamples::Other)
        return false;
    const auto step = static_cast<std::size_t>(format.bytes);
    const std::size_t count = frames.size() / static_cast<std::size_t>(format.frameBytes());
    std::size_t at = 0;
    for (std::size_t i = 0; i < count; ++i)
        for (auto& channel : audio.channels) {
            channel.push_back(sampleAt(frames, at, format));
            at += step;
        }
    return true;
}

} // namespace sonoloom
