// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytesource.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

Error beyondEnd()
{
    return {ErrorCode::Corrupt, "The file ends before it should."};
}

bool reachesIn(std::uint64_t size, std::uint64_t offset, std::uint64_t count)
{
    return offset <= size && count <= size - offset;
}

} // namespace

Result<std::vector<std::uint8_t>> readBytes(ByteSource& source, std::uint64_t offset, std::uint64_t count)
{
    if (!reachesIn(source.size(), offset, count))
        return beyondEnd();
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(count));
    if (auto done = source.read(offset, bytes); !done)
        return done.error();
    return bytes;
}

Result<void> MemoryBytes::read(std::uint64_t offset, std::span<std::uint8_t> bytes)
{
    if (!reachesIn(bytes_.size(), offset, bytes.size()))
        return beyondEnd();
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(offset), bytes.size(), bytes.begin());
    return {};
}

void JoinedBytes::add(ByteSource& source, std::uint64_t offset, std::uint64_t count)
{
    if (count > 0)
        parts_.push_back({&source, offset, count});
    size_ += count;
}

Result<void> JoinedBytes::read(std::uint64_t offset, std::span<std::uint8_t> bytes)
{
    if (!reachesIn(size_, offset, bytes.size()))
        return beyondEnd();
    std::uint64_t start = 0;
    for (const Part& part : parts_) {
        if (bytes.empty())
            break;
        const std::uint64_t end = start + part.count;
        if (offset < end) {
            const auto now = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), end - offset));
            if (auto done = part.source->read(part.offset + (offset - start), bytes.first(now)); !done)
                return done;
            bytes = bytes.subspan(now);
            offset += now;
        }
        start = end;
    }
    return {};
}

} // namespace sonoloom
