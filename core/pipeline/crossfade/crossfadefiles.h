// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/io/audiofile.h"
#include "core/pipeline/crossfade/beatfade.h"

#include <filesystem>

namespace sonoloom
{

/// Two sound files and what becomes of them.
struct CrossfadeFilesJob {
    std::filesystem::path first;
    std::filesystem::path second;
    std::filesystem::path output; ///< its suffix says what is written
    CrossfadeParams params;
    bool compatible = false; ///< as beatFadeAsPeer
    AudioWriteParams write;
    Overwrite overwrite = Overwrite::No;
    int threads = 0;
};

/// beatFade() of two files into one, at a rate that its format can have.
/// Errors: those of reading and writing sound files and of beatFade.
Result<BeatFade> crossfadeFiles(const CrossfadeFilesJob& job, JobMonitor& monitor);

} // namespace sonoloom
