// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sonoloom
{

/// Bytes that can be read at any place, as those of a file.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    virtual std::uint64_t size() const = 0;
    /// Fills `bytes` with those from `offset` on. Errors: Unreadable or Corrupt if there are not so many.
    virtual Result<void> read(std::uint64_t offset, std::span<std::uint8_t> bytes) = 0;
};

/// `count` bytes from `offset` on. Errors: as ByteSource::read.
Result<std::vector<std::uint8_t>> readBytes(ByteSource& source, std::uint64_t offset, std::uint64_t count);

/// Bytes in memory.
class MemoryBytes final : public ByteSource
{
public:
    explicit MemoryBytes(std::vector<std::uint8_t> bytes) : bytes_(std::move(bytes)) {}
    std::uint64_t size() const override { return bytes_.size(); }
    Result<void> read(std::uint64_t offset, std::span<std::uint8_t> bytes) override;

private:
    std::vector<std::uint8_t> bytes_;
};

/// Parts of other sources one behind the other; the sources must outlive it.
class JoinedBytes final : public ByteSource
{
public:
    /// Appends `count` bytes of `source` from `offset` on.
    void add(ByteSource& source, std::uint64_t offset, std::uint64_t count);
    std::uint64_t size() const override { return size_; }
    Result<void> read(std::uint64_t offset, std::span<std::uint8_t> bytes) override;

private:
    struct Part {
        ByteSource* source;
        std::uint64_t offset; ///< in the source
        std::uint64_t count;
    };
    std::vector<Part> parts_;
    std::uint64_t size_ = 0;
};

} // namespace sonoloom
