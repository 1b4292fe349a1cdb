// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/failure.h"

#include <cerrno>
#include <system_error>

namespace sonoloom
{

namespace
{

/// What went wrong and what to do about it.
std::string writeReason(int errorNumber)
{
    switch (errorNumber) {
    case 0:
        return "the system took fewer bytes than it was given; check the disk and try again";
    case EACCES:
    case EPERM:
    case EROFS:
        return "there is no permission to write there; choose another folder or change its permissions";
    case ENOSPC:
    case EDQUOT:
        return "no space left on the disk; free some space or choose another folder";
    case EFBIG:
        return "it would be larger than the limit for file sizes; raise the limit (ulimit -f) or write a smaller file";
    case EISDIR:
        return "it is a folder; give the name of a file";
    case ENOTDIR:
        return "a part of its path is a file, not a folder; choose another folder";
    case ENAMETOOLONG:
        return "the name is too long for the file system; choose a shorter one";
    case ENOENT:
        return "its folder vanished or cannot be made; choose another folder";
    default:
        return std::generic_category().message(errorNumber) + "; choose another place";
    }
}

} // namespace

std::string quoted(const std::filesystem::path& path)
{
    return "'" + path.string() + "'";
}

Error readFailure(const std::filesystem::path& path, int errorNumber)
{
    if (errorNumber == ENOENT || errorNumber == ENOTDIR) {
        return {ErrorCode::NotFound, "There is no file " + quoted(path) + "; check the name."};
    }
    if (errorNumber == EISDIR) {
        return {ErrorCode::Unreadable, quoted(path) + " is a folder; give the name of a file."};
    }
    if (errorNumber == EACCES || errorNumber == EPERM) {
        return {ErrorCode::Unreadable,
                "Cannot read " + quoted(path) + ": there is no permission; change its permissions."};
    }
    return {ErrorCode::Unreadable,
            "Cannot read " + quoted(path) + ": " + std::generic_category().message(errorNumber) + "."};
}

Error writeFailure(const std::filesystem::path& place, int errorNumber)
{
    return {ErrorCode::WriteFailed, "Cannot write " + quoted(place) + ": " + writeReason(errorNumber) + "."};
}

Error existsFailure(const std::filesystem::path& place)
{
    return {ErrorCode::Exists, quoted(place) + " exists already; choose another name or allow it to be replaced."};
}

} // namespace sonoloom
