// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/codec/codec.h"
#include "core/io/atomicfile.h"

#include <filesystem>
#include <string>
#include <vector>

namespace sonoloom
{

/// Sound files to folders of images.
struct EncodeFilesOptions {
    std::filesystem::path folder;       ///< made if missing
    bool sidecar = true;
    Overwrite overwrite = Overwrite::No;
    int threads = 0;
};

/// What one file became.
struct EncodedFile {
    std::filesystem::path audio;
    std::vector<std::filesystem::path> images;
    std::filesystem::path sidecar; ///< empty if none was written
    EncodeReport report;
};

/// Stems for the outputs of these files: the file's own, with its suffix kept where two would collide
/// (`a`, and `a.mp3` for the second).
std::vector<std::string> outputStems(const std::vector<std::filesystem::path>& files);

/// One sound file to `folder/stem_00000.png` ... and `stem.sonoloom.json`.
///
/// Images are written one by one, each whole; if the job fails or is cancelled, those it made are removed again.
/// Memory does not grow with the length of the file, but for the list of names.
Result<EncodedFile> encodeFile(const std::filesystem::path& audio, const std::string& stem, const Codec& codec,
                               const EncodeFilesOptions& options, JobMonitor& monitor);

} // namespace sonoloom
