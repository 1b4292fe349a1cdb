// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of atomicfile.h that move a whole file at once.
#include "core/io/atomicfile.h"

#include "core/io/descriptor.h"
#include "core/io/failure.h"
#include "core/io/sha256.h"

#include <fcntl.h>

#include <array>
#include <cerrno>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

/// Hands the file's bytes to `take` in blocks until it returns false.
template <class Take>
Result<void> readBlocks(const fs::path& path, Take&& take)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) {
        return readFailure(path, errno);
    }
    std::array<char, 65536> block;
    for (;;) {
        const ssize_t got = ::read(file.number(), block.data(), block.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return readFailure(path, errno);
        }
        if (got == 0 || !take(std::string_view(block.data(), static_cast<std::size_t>(got)))) {
            return {};
        }
    }
}

} // namespace

Result<void> writeFile(const fs::path& place, std::span<const char> bytes, Overwrite overwrite)
{
    auto target = AtomicFile::create(place, overwrite);
    if (!target) {
        return target.error();
    }
    Descriptor file(::open(target->temporaryPath().c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC));
    if (file.number() < 0) {
        return writeFailure(place, errno);
    }
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return writeFailure(place, written < 0 ? errno : 0);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    if (const int reason = file.close(); reason != 0) {
        return writeFailure(place, reason);
    }
    return target->commit();
}

Result<std::string> readFile(const fs::path& path, std::size_t limit)
{
    std::string bytes;
    bool tooLarge = false;
    const auto done = readBlocks(path, [&](std::string_view block) {
        tooLarge = block.size() > limit - bytes.size();
        if (!tooLarge) {
            bytes.append(block);
        }
        return !tooLarge;
    });
    if (!done) {
        return done.error();
    }
    if (tooLarge) {
        return Error{ErrorCode::TooLarge, quoted(path) + " is larger than the " + std::to_string(limit) +
                                              " bytes that such a file may have; choose a smaller one."};
    }
    return bytes;
}

Result<std::string> fileSha256(const fs::path& path, const JobMonitor& monitor)
{
    Sha256 hash;
    bool cancelled = false;
    const auto done = readBlocks(path, [&](std::string_view block) {
        hash.add(block);
        cancelled = monitor.cancelled();
        return !cancelled;
    });
    if (!done) {
        return done.error();
    }
    return cancelled ? Result<std::string>(cancelledError()) : hash.finish();
}

std::string sha256(std::string_view bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

} // namespace sonoloom
