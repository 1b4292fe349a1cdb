// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/base/result.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sonoloom
{

/// May an existing file be replaced?
enum class Overwrite { No, Yes };

/// A file that appears whole or not at all: written beside its place under a hidden name, then renamed.
///
/// Destroyed without commit(), nothing is left behind (not even folders made for it) and what stood at the place stays
/// as it was. A symbolic link at the place is followed; a replaced file's permissions are kept.
class AtomicFile
{
public:
    /// Makes missing parent folders. Errors: Exists (with Overwrite::No), WriteFailed (no permission, a folder in the
    /// place, a parent that is a file, a name that is too long), each naming the path and what to do.
    static Result<AtomicFile> create(const std::filesystem::path& place, Overwrite overwrite);

    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    ~AtomicFile();

    /// Where to write to until commit(); has the place's suffix, so that libraries which look at it are content.
    const std::filesystem::path& temporaryPath() const { return temporary_; }
    const std::filesystem::path& place() const { return place_; }

    /// Flushes to disk and renames. Errors: WriteFailed, Exists (somebody made it meanwhile).
    Result<void> commit();

private:
    AtomicFile(std::filesystem::path place, Overwrite overwrite);

    Result<void> makeParents();
    Result<void> makeTemporary();
    void abandon() noexcept;

    std::filesystem::path place_;
    std::filesystem::path temporary_; ///< empty once it is committed or moved from
    std::vector<std::filesystem::path> madeFolders_; ///< outermost first
    Overwrite overwrite_;
};

/// Writes bytes whole or not at all.
Result<void> writeFile(const std::filesystem::path& place, std::span<const char> bytes, Overwrite overwrite);

/// Reads a whole file. Errors: NotFound, Unreadable, TooLarge (over `limit` bytes).
Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit = std::size_t{1} << 30);

/// SHA-256 of a file's bytes as 64 hexadecimal digits. Errors: NotFound, Unreadable, Cancelled.
Result<std::string> fileSha256(const std::filesystem::path& path, const JobMonitor& monitor = JobMonitor{});

/// SHA-256 of bytes as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

} // namespace sonoloom
