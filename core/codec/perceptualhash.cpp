// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/record.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstdint>

namespace sonoloom
{

namespace
{

constexpr int hashCells = 8; // along each side
constexpr std::size_t hashDigits = 16;

/// Which pixels fall into cell `cell` of `cells` along a side of `length`; never none.
std::pair<int, int> cellEdges(int cell, int cells, int length)
{
    const int first = static_cast<int>(static_cast<long long>(cell) * length / cells);
    const int last = static_cast<int>(static_cast<long long>(cell + 1) * length / cells);
    return {first, std::max(first + 1, last)};
}

/// Smaller differences are noise: they would flip bits in even areas. Half an 8-bit level.
constexpr std::int64_t leastDifference = 128;

/// Mean over colours and pixels in 1/256 of an 8-bit level, whole numbers so that every machine gets the same.
std::int64_t cellMean(const Image& image, std::pair<int, int> columns, std::pair<int, int> rows)
{
    const int colours = std::min(image.channels, 3);
    std::uint64_t sum = 0;
    for (int y = rows.first; y < rows.second; ++y)
        for (int x = columns.first; x < columns.second; ++x)
            for (int c = 0; c < colours; ++c)
                sum += image.at(x, y, c);
    const auto count = static_cast<std::uint64_t>(columns.second - columns.first) *
                       static_cast<std::uint64_t>(rows.second - rows.first) * static_cast<std::uint64_t>(colours);
    return static_cast<std::int64_t>(sum * 256 / (count * (image.depth == 16 ? 257u : 1u)));
}

std::optional<std::uint64_t> hashFromText(std::string_view text)
{
    std::uint64_t bits = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), bits, 16);
    if (text.size() != hashDigits || problem != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return bits;
}

} // namespace

std::string perceptualHash(const Image& image)
{
    using Cells = std::array<std::array<std::int64_t, hashCells>, hashCells>;
    Cells means{};
    std::array<std::int64_t, hashCells> rowSums{};
    std::array<std::int64_t, hashCells> columnSums{};
    std::int64_t total = 0;
    for (std::size_t r = 0; r < hashCells && image.width > 0 && image.height > 0; ++r)
        for (std::size_t c = 0; c < hashCells; ++c) {
            means[r][c] = cellMean(image, cellEdges(static_cast<int>(c), hashCells, image.width),
                                   cellEdges(static_cast<int>(r), hashCells, image.height));
            rowSums[r] += means[r][c];
            columnSums[c] += means[r][c];
            total += means[r][c];
        }
    // What is left without the mean of row and column: sounds differ little in their slope over pitch, or in a fade.
    std::uint64_t bits = 0;
    for (std::size_t r = 0; r < hashCells; ++r)
        for (std::size_t c = 0; c < hashCells; ++c) {
            const std::int64_t rest =
                hashCells * hashCells * means[r][c] - hashCells * (rowSums[r] + columnSums[c]) + total;
            bits = bits << 1 | (rest > hashCells * hashCells * leastDifference ? 1u : 0u);
        }
    std::string text(hashDigits, '0');
    for (std::size_t i = 0; i < hashDigits; ++i)
        text[hashDigits - 1 - i] = "0123456789abcdef"[bits >> (4 * i) & 15];
    return text;
}

int perceptualDistance(std::string_view a, std::string_view b)
{
    const auto first = hashFromText(a);
    const auto second = hashFromText(b);
    return first && second ? std::popcount(*first ^ *second) : 64;
}

} // namespace sonoloom
