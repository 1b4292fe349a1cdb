// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/atomicfile.h"
#include "core/io/descriptor.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace sonoloom
{

/// The file below an encoder. It keeps the first failure: the libraries pass over what fails while they close.
class OutputFile
{
public:
    /// Opens the temporary file for reading and writing. Errors: WriteFailed.
    static Result<std::unique_ptr<OutputFile>> open(const AtomicFile& target);

    /// True if all bytes were written; false after any failure.
    bool write(const void* bytes, std::size_t count);
    /// The bytes read, fewer than asked only at the end.
    std::size_t read(void* bytes, std::size_t count);
    /// The new position, negative on failure; `whence` is SEEK_SET, SEEK_CUR or SEEK_END.
    std::int64_t seek(std::int64_t offset, int whence);
    std::int64_t size();

    bool hasFailed() const { return failure_ != 0; }
    /// WriteFailed naming the place, because of the first failure; if there was none, because of what `library` says.
    Error error(const std::string& library) const;

private:
    OutputFile(int number, std::filesystem::path place);

    /// @return `result`
    std::int64_t noted(std::int64_t result);

    Descriptor descriptor_;
    std::filesystem::path place_;
    int failure_ = 0; ///< errno
};

} // namespace sonoloom
