// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytesource.h"
#include "core/io/descriptor.h"

#include <filesystem>
#include <memory>

namespace sonoloom
{

/// The bytes of a file, which stays open.
class FileBytes final : public ByteSource
{
public:
    /// Errors: NotFound, Unreadable.
    static Result<std::unique_ptr<FileBytes>> open(const std::filesystem::path& path);

    std::uint64_t size() const override { return size_; }
    Result<void> read(std::uint64_t offset, std::span<std::uint8_t> bytes) override;

private:
    FileBytes(std::filesystem::path path, int descriptor, std::uint64_t size)
        : path_(std::move(path)), descriptor_(descriptor), size_(size)
    {
    }

    std::filesystem::path path_;
    Descriptor descriptor_;
    std::uint64_t size_;
};

} // namespace sonoloom
