// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/audiofile.h"

#include <filesystem>
#include <memory>

namespace sonoloom
{

/// A source over libav. Errors: as openAudioFile; Unsupported if libav does not know the format.
Result<std::unique_ptr<AudioFileSource>> openWithAv(const std::filesystem::path& path, JobMonitor& monitor);

} // namespace sonoloom
