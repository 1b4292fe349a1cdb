// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/audiofile.h"

#include <filesystem>
#include <memory>

namespace sonoloom
{

/// A source over libsndfile. Errors: as openAudioFile; Unsupported if libsndfile does not know the format.
Result<std::unique_ptr<AudioFileSource>> openWithSndfile(const std::filesystem::path& path, JobMonitor& monitor);

} // namespace sonoloom
