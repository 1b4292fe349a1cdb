// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/bitscode.h"

#include "core/base/random.h"
#include "core/codec/resonance/bytecoding.h"

#include <algorithm>
#include <string_view>

namespace sonoloom
{

namespace
{

constexpr std::string_view magic = "SONOBITS";
constexpr std::size_t headerBytes = 44;
constexpr std::size_t pieceBytes = 1024;
constexpr std::size_t checkBytes = 4;

using Bytes = std::vector<std::uint8_t>;

void append(Bytes& bytes, std::uint64_t value, int count)
{
    for (int i = 0; i < count; ++i)
        bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

std::uint64_t take(std::span<const std::uint8_t>& bytes, std::size_t count)
{
    std::uint64_t value = 0;
    for (std::size_t i = count; i-- > 0;)
        value = value << 8 | bytes[i];
    bytes = bytes.subspan(count);
    return value;
}

Bytes headerAsBytes(const BitsHeader& header)
{
    Bytes bytes;
    bytes.reserve(headerBytes);
    bytes.insert(bytes.end(), magic.begin(), magic.end());
    append(bytes, header.sound, 4);
    append(bytes, header.index, 4);
    append(bytes, header.count, 4);
    append(bytes, header.size, 8);
    append(bytes, header.offset, 8);
    append(bytes, header.bytes, 4);
    append(bytes, crc32(bytes), checkBytes);
    return bytes;
}

std::optional<BitsHeader> headerFrom(std::span<const std::uint8_t> bytes)
{
    const std::uint32_t check = crc32(bytes.first(headerBytes - checkBytes));
    if (!std::equal(magic.begin(), magic.end(), bytes.begin()))
        return std::nullopt;
    bytes = bytes.subspan(magic.size());
    BitsHeader header;
    header.sound = static_cast<std::uint32_t>(take(bytes, 4));
    header.index = static_cast<std::uint32_t>(take(bytes, 4));
    header.count = static_cast<std::uint32_t>(take(bytes, 4));
    header.size = take(bytes, 8);
    header.offset = take(bytes, 8);
    header.bytes = static_cast<std::uint32_t>(take(bytes, 4));
    const bool possible = header.offset <= header.size && header.bytes <= header.size - header.offset;
    return take(bytes, checkBytes) == check && possible ? std::optional(header) : std::nullopt;
}

/// Makes as many black blocks as white ones of whatever sound, so that the image's mean tells them apart.
/// @param first place of the first of these bytes in the image
void whiten(std::span<std::uint8_t> bytes, std::size_t first)
{
    Random random(0);
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < first + bytes.size(); ++i) {
        number = i % 8 == 0 ? random.next() : number >> 8;
        if (i >= first)
            bytes[i - first] ^= static_cast<std::uint8_t>(number);
    }
}

/// Mean of some 100,000 pixels within the grid, all colours together.
double meanLevel(const Image& image, const BlockGrid& grid)
{
    constexpr std::size_t enoughPixels = 100'000;
    const auto width = static_cast<std::size_t>(std::min(image.width, grid.left(grid.columns)));
    const auto height = static_cast<std::size_t>(std::min(image.height, grid.top(grid.rows)));
    const std::size_t step = width * height / enoughPixels + 1;
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < width * height; i += step, ++count)
        for (int c = 0; c < std::min(image.channels, 3); ++c)
            sum += image.at(static_cast<int>(i % width), static_cast<int>(i / width), c);
    return sum / static_cast<double>(std::max<std::size_t>(1, count));
}

/// Mean of a block, all colours together.
double blockMean(const Image& image, const BlockGrid& grid, std::size_t block)
{
    const auto column = static_cast<int>(block % static_cast<std::size_t>(grid.columns));
    const auto row = static_cast<int>(block / static_cast<std::size_t>(grid.columns));
    const int endX = std::max(grid.left(column) + 1, grid.left(column + 1));
    const int endY = std::max(grid.top(row) + 1, grid.top(row + 1));
    double sum = 0;
    for (int y = grid.top(row); y < endY; ++y)
        for (int x = grid.left(column); x < endX; ++x)
            for (int c = 0; c < std::min(image.channels, 3); ++c)
                sum += image.at(x, y, c);
    return sum / ((endX - grid.left(column)) * (endY - grid.top(row)));
}

/// Bytes of the image as they were before whiten().
Bytes bytesIn(const Image& image, const BlockGrid& grid, std::size_t first, std::size_t count)
{
    const double threshold = meanLevel(image, grid);
    Bytes bytes(count);
    for (std::size_t i = 0; i < count * 8; ++i)
        bytes[i / 8] = static_cast<std::uint8_t>(bytes[i / 8] << 1 | (blockMean(image, grid, first * 8 + i) > threshold ? 1 : 0));
    whiten(bytes, first);
    return bytes;
}

} // namespace

std::uint64_t bitsCapacity(std::size_t blocks)
{
    if (blocks / 8 <= 2 * headerBytes)
        return 0;
    const std::size_t room = blocks / 8 - 2 * headerBytes;
    const std::size_t rest = room % (pieceBytes + checkBytes);
    return room / (pieceBytes + checkBytes) * pieceBytes + (rest > checkBytes ? rest - checkBytes : 0);
}

Image drawBits(std::span<const std::uint8_t> bytes, const BitsHeader& header, const ResonanceParams& params)
{
    const BlockGrid grid = gridOf(params.width, params.height, params.expansion);
    const Bytes head = headerAsBytes(header);
    Bytes all = head;
    for (std::size_t i = 0; i < bytes.size(); i += pieceBytes) {
        const auto piece = bytes.subspan(i, std::min(pieceBytes, bytes.size() - i));
        all.insert(all.end(), piece.begin(), piece.end());
        append(all, crc32(piece), checkBytes);
    }
    all.resize(grid.blocks() / 8 - headerBytes);
    all.insert(all.end(), head.begin(), head.end());
    whiten(all, 0);
    Image image(params.width, params.height, 1);
    for (int y = 0; y < grid.rows * params.expansion; ++y)
        for (int x = 0; x < grid.columns * params.expansion; ++x) {
            const std::size_t block = static_cast<std::size_t>(y / params.expansion) * static_cast<std::size_t>(grid.columns) +
                                      static_cast<std::size_t>(x / params.expansion);
            const bool white = block / 8 < all.size() && (all[block / 8] >> (7 - block % 8) & 1) != 0;
            image.at(x, y) = white ? 255 : 0;
        }
    return image;
}

std::optional<BitsHeader> readBitsHeader(const Image& image, const BlockGrid& grid)
{
    if (bitsCapacity(grid.blocks()) == 0)
        return std::nullopt;
    auto header = headerFrom(bytesIn(image, grid, 0, headerBytes));
    if (!header)
        header = headerFrom(bytesIn(image, grid, grid.blocks() / 8 - headerBytes, headerBytes));
    return header && header->bytes <= bitsCapacity(grid.blocks()) ? header : std::nullopt;
}

TileBytes readBits(const Image& image, const BlockGrid& grid, const BitsHeader& header)
{
    const Bytes all = bytesIn(image, grid, 0, grid.blocks() / 8);
    std::span<const std::uint8_t> rest = all;
    rest = rest.subspan(headerBytes);
    TileBytes tile;
    while (tile.bytes.size() < header.bytes) {
        const std::size_t length = std::min<std::size_t>(pieceBytes, header.bytes - tile.bytes.size());
        if (rest.size() < length + checkBytes + headerBytes)
            break;
        const auto piece = rest.first(length);
        rest = rest.subspan(length);
        if (take(rest, checkBytes) != crc32(piece))
            tile.damaged.emplace_back(tile.bytes.size(), tile.bytes.size() + length);
        tile.bytes.insert(tile.bytes.end(), piece.begin(), piece.end());
    }
    if (tile.bytes.size() < header.bytes)
        tile.damaged.emplace_back(tile.bytes.size(), header.bytes);
    tile.bytes.resize(header.bytes);
    return tile;
}

} // namespace sonoloom
