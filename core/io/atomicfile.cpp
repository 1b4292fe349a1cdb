// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomicfile.h"

#include "core/io/failure.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <random>
#include <utility>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

constexpr std::size_t longestName = 255;
constexpr std::size_t longestSuffix = 32;

/// Different for every call in this process and, very likely, from any other process's.
std::string uniquePart()
{
    static std::atomic<unsigned> count{0};
    static const unsigned processPart = std::random_device{}();
    char text[32];
    std::snprintf(text, sizeof text, "%08x%x", processPart, count++);
    return text;
}

/// The first `bytes` bytes of UTF-8 text, without cutting a character in two.
std::string cutText(const std::string& text, std::size_t bytes)
{
    if (text.size() <= bytes) {
        return text;
    }
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0u) == 0x80u) {
        --bytes;
    }
    return text.substr(0, bytes);
}

std::string temporaryName(const fs::path& place)
{
    std::string suffix = place.extension().string();
    if (suffix.size() > longestSuffix) {
        suffix.clear();
    }
    const std::string ending = "." + uniquePart() + suffix;
    return "." + cutText(place.stem().string(), longestName - 1 - ending.size()) + ending;
}

/// Zero or errno.
int flushToDisk(const fs::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return errno;
    }
    const int flushed = ::fsync(file) == 0 ? 0 : errno;
    const int closed = ::close(file) == 0 ? 0 : errno;
    return flushed != 0 ? flushed : closed;
}

/// Renames where nothing stands yet. Zero or errno.
int renameNew(const fs::path& from, const fs::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return 0;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return errno;
    }
    // File systems without that flag: a hard link is refused where something stands, too.
    if (::link(from.c_str(), to.c_str()) == 0) {
        ::unlink(from.c_str());
        return 0;
    }
    if (errno == EEXIST) {
        return EEXIST;
    }
    // Nor hard links (FAT): what is left is to look first.
    if (::access(to.c_str(), F_OK) == 0) {
        return EEXIST;
    }
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

/// Where a chain of symbolic links at `place` ends, whether or not something is there.
fs::path followLinks(fs::path place)
{
    constexpr int mostLinks = 40; // as the kernel has it; a loop is refused when the file is made
    std::error_code ignored;
    for (int link = 0; link < mostLinks && fs::is_symlink(place, ignored); ++link) {
        place = place.parent_path() / fs::read_symlink(place, ignored);
    }
    return place;
}

Result<void> checkPlace(const fs::path& place, Overwrite overwrite)
{
    if (place.filename().empty()) {
        return writeFailure(place, EISDIR);
    }
    if (place.filename().string().size() > longestName) {
        return writeFailure(place, ENAMETOOLONG);
    }
    struct stat status {};
    if (::stat(place.c_str(), &status) != 0) {
        const int reason = errno;
        return reason == ENOENT ? Result<void>{} : Result<void>{writeFailure(place, reason)};
    }
    if (S_ISDIR(status.st_mode)) {
        return writeFailure(place, EISDIR);
    }
    if (!S_ISREG(status.st_mode)) {
        return Error{ErrorCode::WriteFailed,
                     "Cannot write " + quoted(place) + ": it is a device, not a file; give the name of a file."};
    }
    if (overwrite == Overwrite::No) {
        return existsFailure(place);
    }
    return {};
}

} // namespace

AtomicFile::AtomicFile(fs::path place, Overwrite overwrite) : place_(std::move(place)), overwrite_(overwrite) {}

Result<AtomicFile> AtomicFile::create(const fs::path& place, Overwrite overwrite)
{
    const fs::path target = followLinks(place);
    if (auto checked = checkPlace(target, overwrite); !checked) {
        return checked.error();
    }
    AtomicFile file(target, overwrite);
    if (auto made = file.makeParents(); !made) {
        return made.error();
    }
    if (auto made = file.makeTemporary(); !made) {
        return made.error();
    }
    return file;
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : place_(std::move(other.place_)), temporary_(std::exchange(other.temporary_, {})),
      madeFolders_(std::exchange(other.madeFolders_, {})), overwrite_(other.overwrite_)
{
}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept
{
    if (this != &other) {
        abandon();
        place_ = std::move(other.place_);
        temporary_ = std::exchange(other.temporary_, {});
        madeFolders_ = std::exchange(other.madeFolders_, {});
        overwrite_ = other.overwrite_;
    }
    return *this;
}

AtomicFile::~AtomicFile()
{
    abandon();
}

Result<void> AtomicFile::makeParents()
{
    std::vector<fs::path> missing;
    std::error_code reason;
    for (fs::path folder = place_.parent_path(); !folder.empty() && !fs::exists(folder, reason);
         folder = folder.parent_path()) {
        if (reason) {
            return writeFailure(place_, reason.value());
        }
        missing.push_back(folder);
        if (folder == folder.parent_path()) {
            break;
        }
    }
    for (auto folder = missing.rbegin(); folder != missing.rend(); ++folder) {
        if (::mkdir(folder->c_str(), 0777) == 0) {
            madeFolders_.push_back(*folder);
        } else if (errno != EEXIST) {
            return writeFailure(place_, errno);
        }
    }
    return {};
}

Result<void> AtomicFile::makeTemporary()
{
    for (int attempt = 0; attempt < 100; ++attempt) {
        const fs::path candidate = place_.parent_path() / temporaryName(place_);
        const int file = ::open(candidate.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file < 0 && errno == EEXIST) {
            continue;
        }
        if (file < 0) {
            return writeFailure(place_, errno);
        }
        ::close(file);
        temporary_ = candidate;
        return {};
    }
    return writeFailure(place_, EEXIST);
}

void AtomicFile::abandon() noexcept
{
    if (!temporary_.empty()) {
        ::unlink(temporary_.c_str());
        temporary_.clear();
    }
    // A folder that something else moved into meanwhile is not empty and stays.
    std::for_each(madeFolders_.rbegin(), madeFolders_.rend(), [](const fs::path& folder) { ::rmdir(folder.c_str()); });
    madeFolders_.clear();
}

Result<void> AtomicFile::commit()
{
    struct stat replaced {};
    if (overwrite_ == Overwrite::Yes && ::stat(place_.c_str(), &replaced) == 0) {
        ::chmod(temporary_.c_str(), replaced.st_mode & 07777); // refused on some file systems, and then no matter
    }
    int reason = flushToDisk(temporary_);
    if (reason == 0 && overwrite_ == Overwrite::No) {
        reason = renameNew(temporary_, place_);
    } else if (reason == 0 && ::rename(temporary_.c_str(), place_.c_str()) != 0) {
        reason = errno;
    }
    if (reason != 0) {
        abandon();
        return reason == EEXIST ? existsFailure(place_) : writeFailure(place_, reason);
    }
    temporary_.clear();
    madeFolders_.clear();
    return {};
}

} // namespace sonoloom
