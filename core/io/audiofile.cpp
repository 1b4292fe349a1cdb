// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/audiofile.h"

#include "core/io/avsource.h"
#include "core/io/failure.h"
#include "core/io/sndfilesource.h"

#include <cerrno>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

/// Errors: NotFound, Unreadable, Corrupt (empty).
Result<void> checkReadable(const fs::path& path)
{
    std::error_code reason;
    const fs::file_status status = fs::status(path, reason);
    if (!fs::exists(status)) {
        return readFailure(path, reason ? reason.value() : ENOENT);
    }
    if (fs::is_directory(status)) {
        return readFailure(path, EISDIR);
    }
    if (!fs::is_regular_file(status)) {
        return Error{ErrorCode::Unreadable, quoted(path) + " is a device, not a file; give the name of a sound file."};
    }
    if (fs::file_size(path, reason) == 0) {
        return Error{ErrorCode::Corrupt, quoted(path) + " is empty; give a sound file."};
    }
    return {};
}

} // namespace

const std::vector<std::string>& readableAudioSuffixes()
{
    static const std::vector<std::string> suffixes{"wav", "wave", "rf64", "w64", "aiff", "aif", "aifc", "au",
                                                   "snd", "caf",  "flac", "ogg", "oga",  "opus", "mp3", "m4a",
                                                   "aac", "mp4",  "webm", "mka", "wma",  "ape",  "wv"};
    return suffixes;
}

Result<std::unique_ptr<AudioFileSource>> openAudioFile(const fs::path& path, JobMonitor& monitor)
{
    if (auto checked = checkReadable(path); !checked) {
        return checked.error();
    }
    auto source = openWithSndfile(path, monitor);
    if (source || source.error().code == ErrorCode::Cancelled) {
        return source;
    }
    auto other = openWithAv(path, monitor);
    if (other || other.error().code == ErrorCode::Cancelled) {
        return other;
    }
    return source.error().code != ErrorCode::Unsupported ? source.error() : other.error();
}

Result<Audio> readAudioFile(const fs::path& path, JobMonitor& monitor)
{
    auto source = openAudioFile(path, monitor);
    if (!source) {
        return source.error();
    }
    return readAll(**source);
}

} // namespace sonoloom
