// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/oggserial.h"

#include <array>
#include <cstdio>
#include <numeric>
#include <string_view>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr std::uint32_t serial = 1;
constexpr std::size_t headerSize = 27;
constexpr std::size_t serialAt = 14;
constexpr std::size_t checksumAt = 22;
constexpr std::size_t segmentCountAt = 26;

constexpr std::array<std::uint32_t, 256> checksumTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
        std::uint32_t remainder = byte << 24;
        for (int bit = 0; bit < 8; ++bit) {
            remainder = (remainder << 1) ^ ((remainder & 0x80000000u) != 0 ? 0x04C11DB7u : 0u);
        }
        table[byte] = remainder;
    }
    return table;
}();

std::uint32_t checksumOf(const std::vector<std::uint8_t>& page)
{
    return std::accumulate(page.begin(), page.end(), std::uint32_t{0}, [](std::uint32_t sum, std::uint8_t byte) {
        return (sum << 8) ^ checksumTable[(sum >> 24) ^ byte];
    });
}

void putLittleEndian(std::vector<std::uint8_t>& page, std::size_t at, std::uint32_t value)
{
    for (std::size_t i = 0; i < 4; ++i) {
        page[at + i] = static_cast<std::uint8_t>(value >> (8 * i));
    }
}

/// Appends the next `count` bytes of the file to `page`; false if there are not so many.
bool readMore(OutputFile& file, std::vector<std::uint8_t>& page, std::size_t count)
{
    const std::size_t before = page.size();
    page.resize(before + count);
    return file.read(page.data() + before, count) == count;
}

/// Reads the page at the file's position; empty if there is no whole one.
std::vector<std::uint8_t> readPage(OutputFile& file)
{
    std::vector<std::uint8_t> page;
    if (!readMore(file, page, headerSize) || std::string_view(reinterpret_cast<char*>(page.data()), 4) != "OggS" ||
        !readMore(file, page, page[segmentCountAt])) {
        return {};
    }
    const std::size_t body = std::accumulate(page.begin() + headerSize, page.end(), std::size_t{0});
    return readMore(file, page, body) ? page : std::vector<std::uint8_t>{};
}

} // namespace

Result<void> fixOggSerial(OutputFile& file)
{
    const std::int64_t end = file.size();
    for (std::int64_t position = 0; position < end && !file.hasFailed();) {
        file.seek(position, SEEK_SET);
        std::vector<std::uint8_t> page = readPage(file);
        if (page.empty()) {
            return file.error("the encoder made no whole Ogg stream");
        }
        putLittleEndian(page, serialAt, serial);
        putLittleEndian(page, checksumAt, 0);
        putLittleEndian(page, checksumAt, checksumOf(page));
        file.seek(position, SEEK_SET);
        file.write(page.data(), headerSize);
        position += static_cast<std::int64_t>(page.size());
    }
    return file.hasFailed() ? Result<void>(file.error("")) : Result<void>{};
}

} // namespace sonoloom
