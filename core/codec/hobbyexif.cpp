// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/hobbyexif.h"

#include <bit>
#include <cmath>
#include <cstddef>
#include <optional>

namespace sonoloom
{

namespace
{

enum TiffType : unsigned { Byte = 1, Short = 3, Long = 4, Rational = 5, SignedLong = 9, Float = 11, Double = 12 };

constexpr std::size_t headerSize = 8;
constexpr std::size_t entrySize = 12;

void put(std::vector<std::uint8_t>& bytes, std::uint64_t value, int count)
{
    for (int shift = 8 * (count - 1); shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

TiffType typeOf(int tag, double value)
{
    if (tag == hobbytag::power || tag == hobbytag::maxValue || value != std::floor(value) || value < 0)
        return Double;
    return value > 65535.0 ? Long : Short;
}

void putEntry(std::vector<std::uint8_t>& bytes, int tag, TiffType type, std::uint32_t field)
{
    put(bytes, static_cast<std::uint64_t>(tag), 2);
    put(bytes, type, 2);
    put(bytes, 1, 4);
    if (type == Short) {
        put(bytes, field, 2);
        put(bytes, 0, 2);
    } else {
        put(bytes, field, 4);
    }
}

/// Numbers of a TIFF block in its byte order, with its bounds.
class TiffReader
{
public:
    explicit TiffReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    /// False if this is no TIFF.
    bool readOrder()
    {
        if (bytes_.size() < headerSize || bytes_[0] != bytes_[1] || (bytes_[0] != 'M' && bytes_[0] != 'I'))
            return false;
        big_ = bytes_[0] == 'M';
        return number(2, 2) == 42u;
    }

    std::optional<std::uint64_t> number(std::size_t offset, std::size_t count) const
    {
        if (offset > bytes_.size() || bytes_.size() - offset < count)
            return std::nullopt;
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value = value << 8 | bytes_[offset + (big_ ? i : count - 1 - i)];
        return value;
    }

    /// The first value of the entry at `offset`; nothing if it lies outside or is no number.
    std::optional<double> entryValue(std::size_t offset) const
    {
        const auto type = number(offset + 2, 2);
        const std::size_t place = offset + 8;
        switch (type.value_or(0)) {
        case Byte:
            return asDouble(number(place, 1));
        case Short:
            return asDouble(number(place, 2));
        case Long:
            return asDouble(number(place, 4));
        case SignedLong:
            if (const auto bits = number(place, 4))
                return static_cast<double>(static_cast<std::int32_t>(*bits));
            return std::nullopt;
        case Float:
            if (const auto bits = number(place, 4))
                return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(*bits)));
            return std::nullopt;
        case Rational:
            return rational(number(place, 4));
        case Double:
            if (const auto where = number(place, 4))
                if (const auto bits = number(static_cast<std::size_t>(*where), 8))
                    return std::bit_cast<double>(*bits);
            return std::nullopt;
        default:
            return std::nullopt;
        }
    }

private:
    static std::optional<double> asDouble(std::optional<std::uint64_t> whole)
    {
        return whole ? std::optional(static_cast<double>(*whole)) : std::nullopt;
    }
    std::optional<double> rational(std::optional<std::uint64_t> where) const
    {
        if (!where)
            return std::nullopt;
        const auto above = number(static_cast<std::size_t>(*where), 4);
        const auto below = number(static_cast<std::size_t>(*where) + 4, 4);
        if (!above || !below || *below == 0)
            return std::nullopt;
        return static_cast<double>(*above) / static_cast<double>(*below);
    }

    std::span<const std::uint8_t> bytes_;
    bool big_ = true;
};

bool isHobbyTag(std::uint64_t tag)
{
    switch (tag) {
    case hobbytag::sampleRate:
    case hobbytag::stereo:
    case hobbytag::stepMs:
    case hobbytag::windowMs:
    case hobbytag::paddedMs:
    case hobbytag::bands:
    case hobbytag::minHz:
    case hobbytag::topHz:
    case hobbytag::power:
    case hobbytag::maxValue:
        return true;
    default:
        return false;
    }
}

} // namespace

std::vector<std::uint8_t> hobbyExifBlock(const HobbyTags& tags)
{
    std::vector<std::uint8_t> bytes{'M', 'M', 0, 42, 0, 0, 0, headerSize};
    std::vector<std::uint8_t> behind; // what does not fit into its entry
    const std::size_t behindStart = headerSize + 2 + tags.size() * entrySize + 4;
    put(bytes, tags.size(), 2);
    for (const auto& [tag, value] : tags) {
        const TiffType type = typeOf(tag, value);
        if (type == Double) {
            putEntry(bytes, tag, type, static_cast<std::uint32_t>(behindStart + behind.size()));
            put(behind, std::bit_cast<std::uint64_t>(value), 8);
        } else {
            putEntry(bytes, tag, type, static_cast<std::uint32_t>(value));
        }
    }
    put(bytes, 0, 4); // no further directory
    bytes.insert(bytes.end(), behind.begin(), behind.end());
    return bytes;
}

Result<HobbyTags> hobbyTagsOf(std::span<const std::uint8_t> block)
{
    const Error broken{ErrorCode::Corrupt, "The EXIF block is broken."};
    TiffReader tiff(block);
    if (!tiff.readOrder())
        return broken;
    const auto directory = static_cast<std::size_t>(*tiff.number(4, 4));
    const auto count = tiff.number(directory, 2);
    if (!count)
        return broken;
    HobbyTags tags;
    for (std::size_t i = 0; i < *count; ++i) {
        const std::size_t entry = directory + 2 + i * entrySize;
        const auto tag = tiff.number(entry, 2);
        if (!tag)
            return broken;
        if (!isHobbyTag(*tag))
            continue;
        const auto value = tiff.entryValue(entry);
        if (!value)
            return broken;
        tags[static_cast<int>(*tag)] = *value;
    }
    return tags;
}

} // namespace sonoloom
