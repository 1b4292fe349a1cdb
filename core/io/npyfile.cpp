// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npyfile.h"

#include "core/io/failure.h"

#include <bit>
#include <cerrno>
#include <cstdint>

namespace sonoloom
{

namespace
{

static_assert(std::endian::native == std::endian::little, "values are written as they lie in memory");

/// Magic, version 1.0, length and text of the header, padded so that the values begin at a multiple of 64 bytes.
std::string npyHeader(NpyWriter::Values values, const std::vector<std::size_t>& shape)
{
    std::string extents;
    for (const std::size_t extent : shape)
        extents += std::to_string(extent) + ", ";
    std::string text = std::string("{'descr': '") + (values == NpyWriter::Values::Float32 ? "<f4" : "<c8") +
                       "', 'fortran_order': True, 'shape': (" + extents + "), }";
    constexpr std::size_t before = 10;
    constexpr std::size_t alignment = 64;
    text.append(alignment - 1 - (before + text.size()) % alignment, ' ');
    text += '\n';
    const auto length = static_cast<std::uint16_t>(text.size());
    return std::string("\x93NUMPY\x01\x00", 8) + static_cast<char>(length & 0xFF) + static_cast<char>(length >> 8) + text;
}

} // namespace

NpyWriter::NpyWriter(std::filesystem::path place, std::ofstream file) : place_(std::move(place)), file_(std::move(file)) {}

Result<NpyWriter> NpyWriter::create(const std::filesystem::path& place, Values values,
                                    const std::vector<std::size_t>& shape)
{
    errno = 0;
    std::ofstream file(place, std::ios::binary | std::ios::trunc);
    if (!file)
        return writeFailure(place, errno);
    const std::string header = npyHeader(values, shape);
    file.write(header.data(), static_cast<std::streamsize>(header.size()));
    return NpyWriter(place, std::move(file));
}

void NpyWriter::append(std::span<const float> values)
{
    file_.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(values.size_bytes()));
}

void NpyWriter::append(std::span<const std::complex<float>> values)
{
    file_.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(values.size_bytes()));
}

Result<void> NpyWriter::finish()
{
    errno = 0;
    file_.close();
    if (!file_)
        return writeFailure(place_, errno);
    return {};
}

} // namespace sonoloom
