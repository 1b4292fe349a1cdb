// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/audiofile.h"

#include <QtGlobal>

#include <filesystem>
#include <string>
#include <utility>

template <class T>
const char* messageOf(const sonoloom::Result<T>& result)
{
    return result ? "" : result.error().message.c_str();
}

inline sonoloom::Result<void> writeSound(const std::filesystem::path& place, const sonoloom::Audio& audio,
                                         sonoloom::SampleFormat bits = sonoloom::SampleFormat::Int24)
{
    sonoloom::JobMonitor monitor;
    return writeAudioFile(place, audio, {bits}, sonoloom::Overwrite::Yes, monitor);
}

/// The file's sound; empty, with a warning, if it cannot be read.
inline sonoloom::Audio readSound(const std::filesystem::path& path)
{
    sonoloom::JobMonitor monitor;
    auto audio = readAudioFile(path, monitor);
    if (!audio) {
        qWarning("%s", audio.error().message.c_str());
        return {};
    }
    return std::move(*audio);
}

inline std::string quotedName(const std::filesystem::path& path)
{
    return "'" + path.string() + "'";
}
