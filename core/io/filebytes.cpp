// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/filebytes.h"

#include "core/io/failure.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace sonoloom
{

Result<std::unique_ptr<FileBytes>> FileBytes::open(const std::filesystem::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return readFailure(path, errno);
    std::unique_ptr<FileBytes> file(new FileBytes(path, descriptor, 0));
    struct stat status {};
    if (::fstat(descriptor, &status) != 0)
        return readFailure(path, errno);
    file->size_ = static_cast<std::uint64_t>(status.st_size);
    return file;
}

Result<void> FileBytes::read(std::uint64_t offset, std::span<std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const ssize_t got = ::pread(descriptor_.number(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return readFailure(path_, errno);
        if (got == 0)
            return Error{ErrorCode::Corrupt, quoted(path_) + " became shorter while it was read; try again."};
        bytes = bytes.subspan(static_cast<std::size_t>(got));
        offset += static_cast<std::uint64_t>(got);
    }
    return {};
}

} // namespace sonoloom
